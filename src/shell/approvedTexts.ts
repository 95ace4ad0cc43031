// The texts that were approved and of which no request is kept, looked for in the history of the plan's file. In the background; without Git there are none.
import * as vscode from 'vscode';
import { type Contract, contractOf } from '../agreement/contract';
import { digestOf, isDigest } from '../agreement/digest';
import { allMilestones } from '../model/planFile';
import type { ReadText } from '../model/read';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { now } from './clock';
import { commitsOf, fileAt, headCommit } from './git';
import { watchHeads } from './gitHeads';
import { errorText } from './log';
import { planBaseName } from './planNames';

const quietMs = 1000;
/** Of the plan's file; what was approved longer ago is not looked for. */
const mostCommits = 200;
/** For one plan at a time; what is left over is looked at when another commit is checked out. */
const longestMs = 10_000;

/** A decision whose text is not known. */
interface Wanted {
  /** `Milestone.key`. */
  readonly key: string;
  /** As written in the plan. */
  readonly digest: string;
}

/** What of a plan's history was looked through in vain. */
interface Looked {
  readonly wanted: ReadonlySet<string>;
  readonly head: string;
  readonly commits: Set<string>;
}

export class ApprovedTexts implements vscode.Disposable {
  private readonly found = new Map<string, ReadonlyMap<string, Contract>>();
  private readonly looked = new Map<string, Looked>();
  private snapshot: Snapshot | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heads: vscode.Disposable | undefined;
  private isLooking = false;
  private disposed = false;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly read: ReadText,
    private readonly changed: () => void,
  ) {}

  /** By their digest as written in the plan; the same map as long as nothing else is found. */
  readonly of = (uri: string): ReadonlyMap<string, Contract> | undefined => this.found.get(uri);

  /** Takes over the snapshot that is the current one from now on. */
  follow(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    clearTimeout(this.timer);
    if (!snapshot.plans.some((plan) => wantedIn(plan).length > 0)) return;
    // A repository may be opened long after the plan, and a branch that holds the text may be checked out later.
    this.heads ??= watchHeads(() => this.soon());
    this.soon();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.heads?.dispose();
    this.snapshot = undefined;
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (!this.disposed && vscode.workspace.isTrusted) this.timer = setTimeout(() => void this.look(), quietMs);
  }

  private async look(): Promise<void> {
    // The snapshot of now is looked at when the present look is over.
    if (this.isLooking) return this.soon();
    this.isLooking = true;
    let news = false;
    for (const plan of this.snapshot?.plans ?? []) {
      try {
        news = (await this.lookAt(plan)) || news;
      } catch (error) {
        this.log.warn(`Approved texts of ${plan.uri}: ${errorText(error)}`);
      }
    }
    this.isLooking = false;
    if (news && !this.disposed) this.changed();
  }

  /** Whether a text was found. */
  private async lookAt(plan: PlanSnapshot): Promise<boolean> {
    let wanted = wantedIn(plan);
    const uri = vscode.Uri.parse(plan.uri, true);
    const head = wanted.length === 0 ? undefined : await headCommit(uri);
    if (head === undefined) return false;
    const names = wanted.map(nameOf);
    const before = this.looked.get(plan.uri);
    const isCovered = before !== undefined && names.every((name) => before.wanted.has(name));
    if (isCovered && before.head === head) return false;
    const looked: Looked = { wanted: new Set(names), head, commits: isCovered ? before.commits : new Set() };
    this.looked.set(plan.uri, looked);
    const contracts = new Map(this.found.get(plan.uri));
    const size = contracts.size;
    const deadline = now() + longestMs;
    for (const { hash } of await commitsOf(uri, { max: mostCommits })) {
      if (wanted.length === 0 || this.disposed || now() > deadline) break;
      if (looked.commits.has(hash)) continue;
      looked.commits.add(hash);
      const text = await fileAt(uri, hash);
      if (text !== undefined) wanted = this.without(wanted, { text, uri, contracts });
    }
    if (contracts.size > size) this.found.set(plan.uri, contracts);
    return contracts.size > size;
  }

  /** What is still wanted after a version of the plan was looked through; what it had is added to `contracts`. */
  private without(
    wanted: readonly Wanted[],
    { text, uri, contracts }: Readonly<{ text: string; uri: vscode.Uri; contracts: Map<string, Contract> }>,
  ): Wanted[] {
    const { plan } = this.read(text, planBaseName(uri.path)).file;
    const milestones = new Map([...allMilestones(plan?.milestones ?? [])].map((each) => [each.key, each]));
    return wanted.filter(({ key, digest }) => {
      const then = milestones.get(key);
      if (!plan || !then) return true;
      const contract = contractOf(plan, then);
      if (!isDigest(digest, digestOf(contract))) return true;
      contracts.set(digest, contract);
      return false;
    });
  }
}

function wantedIn({ agreement }: PlanSnapshot): Wanted[] {
  return [...agreement.consents].flatMap(([key, { decision, approvedContract }]) => {
    const digest = decision?.digest;
    return digest !== undefined && !approvedContract ? [{ key, digest }] : [];
  });
}

function nameOf({ key, digest }: Wanted): string {
  return `${key}\n${digest}`;
}
