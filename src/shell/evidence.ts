// Looks whether what acceptance criteria cite is there as it was: only in trusted workspaces, only inside them, in the background, and without opening any of it.
import * as vscode from 'vscode';
import { type Citation, citedBy, type EvidenceFacts, type Finding } from '../agreement/evidence';
import { allMilestones } from '../model/planFile';
import type { ReadText } from '../model/read';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { now } from './clock';
import { type Ticks, ticksOf } from './evidenceTicks';
import { changedSince, headCommit, isReachable } from './git';
import { watchHeads } from './gitHeads';
import { errorText } from './log';

const quietMs = 1500;
/** What was found is looked at again after so long, when anything else happens. */
const freshMs = 60_000;
/** A plan that cites more is looked at in part. */
const mostCitations = 500;

interface Found {
  readonly at: number;
  readonly head: string | undefined;
  readonly findings: ReadonlyMap<string, Finding>;
}

export class EvidenceChecks implements vscode.Disposable {
  private readonly known = new Map<string, Found>();
  private snapshot: Snapshot | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heads: vscode.Disposable | undefined;
  private isLooking = false;
  private disposed = false;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly read: ReadText,
    private readonly onFound: () => void,
  ) {}

  /** What has been found for the plan of a file; the same function as long as nothing else is found. */
  readonly factsOf = (uri: string): EvidenceFacts => {
    const found = this.known.get(uri);
    if (!found) return nothingKnown;
    const facts = kept.get(found) ?? ((key, criterion, text) => found.findings.get(nameOf(key, criterion, text)));
    kept.set(found, facts);
    return facts;
  };

  /** Takes over the snapshot that is the current one from now on. */
  follow(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    clearTimeout(this.timer);
    if (!snapshot.plans.some(citesSomething)) return;
    // A repository may be opened long after the plan, and what is checked out changes without any plan.
    this.heads ??= watchHeads(() => this.soon());
    this.soon();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.heads?.dispose();
    this.snapshot = undefined;
    this.known.clear();
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
      if (!citesSomething(plan)) continue;
      try {
        news = (await this.lookAt(plan)) || news;
      } catch (error) {
        this.log.warn(`Evidence of ${plan.uri}: ${errorText(error)}`);
      }
    }
    this.isLooking = false;
    // Told whatever has happened meanwhile: what is found already is not found once more.
    if (news && !this.disposed) this.onFound();
  }

  /** Whether something else was found than before. */
  private async lookAt(plan: PlanSnapshot): Promise<boolean> {
    const uri = vscode.Uri.parse(plan.uri, true);
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const before = this.known.get(plan.uri);
    const head = await headCommit(uri);
    const asked = citationsOf(plan);
    const isFresh = before && before.head === head && now() - before.at < freshMs;
    if (!folder || (isFresh && asked.every(({ name }) => before.findings.has(name)))) return false;
    const ticks = head === undefined ? undefined : await ticksOf(uri, plan, this.read);
    const findings = new Map<string, Finding>();
    for (const each of asked) findings.set(each.name, await findingOf(each, { uri, folder, ticks }));
    if (before && isSame(before.findings, findings)) {
      this.known.set(plan.uri, { ...before, at: now(), head });
      return false;
    }
    this.known.set(plan.uri, { at: now(), head, findings });
    return true;
  }
}

const kept = new WeakMap<Found, EvidenceFacts>();
const nothingKnown: EvidenceFacts = () => undefined;

interface Asked {
  readonly name: string;
  readonly key: string;
  readonly criterion: string;
  readonly citation: Citation;
}

function citesSomething({ plan }: PlanSnapshot): boolean {
  for (const { acceptanceCriteria } of allMilestones(plan.milestones))
    if (acceptanceCriteria.some(({ done, evidence }) => done && evidence.length > 0)) return true;
  return false;
}

function citationsOf({ plan }: PlanSnapshot): readonly Asked[] {
  const asked: Asked[] = [];
  for (const { key, acceptanceCriteria } of allMilestones(plan.milestones)) {
    acceptanceCriteria.forEach((criterion, at) => {
      if (!criterion.done) return;
      for (const citation of citedBy(criterion))
        asked.push({ name: nameOf(key, at, citation.text), key, criterion: criterion.text, citation });
    });
    if (asked.length > mostCitations) break;
  }
  return asked.slice(0, mostCitations);
}

function nameOf(key: string, criterion: number, text: string): string {
  return `${key}\n${criterion}\n${text}`;
}

interface Ground {
  readonly uri: vscode.Uri;
  /** The workspace folder, which nothing leads out of. */
  readonly folder: vscode.Uri;
  readonly ticks: Ticks | undefined;
}

async function findingOf({ citation, key, criterion }: Asked, ground: Ground): Promise<Finding> {
  if (citation.kind === 'commit') return reached(await isReachable(ground.uri, citation.hash));
  if (citation.kind === 'tag') return reached(await isReachable(ground.uri, `refs/tags/${citation.name}`));
  if (citation.kind === 'path') return fileFinding(citation.path, ground, ground.ticks?.(key, criterion));
  return citation.kind === 'outside' ? 'outside' : 'unknown';
}

function reached(answer: boolean | undefined): Finding {
  return answer === undefined ? 'unknown' : answer ? 'unchanged' : 'unreachable';
}

async function fileFinding(path: string, { uri, folder }: Ground, tick: string | undefined): Promise<Finding> {
  const target = vscode.Uri.joinPath(uri, '..', path);
  const inside = `${folder.path.replace(/\/$/, '')}/`;
  if (!target.path.startsWith(inside)) return 'outside';
  const found = await walked(folder, target.path.slice(inside.length).split('/'));
  if (found !== 'present' || tick === undefined) return found;
  const changed = await changedSince(target, tick);
  return changed === undefined ? 'present' : changed ? 'changed' : 'unchanged';
}

/** Looks at each folder on the way, because a link in the file system may lead out of the workspace. */
async function walked(folder: vscode.Uri, parts: readonly string[]): Promise<Finding> {
  let at = folder;
  for (const part of parts) {
    at = vscode.Uri.joinPath(at, part);
    try {
      const { type } = await vscode.workspace.fs.stat(at);
      if ((type & vscode.FileType.SymbolicLink) !== 0) return 'outside';
    } catch {
      return 'missing';
    }
  }
  return 'present';
}

function isSame(before: ReadonlyMap<string, Finding>, now: ReadonlyMap<string, Finding>): boolean {
  return before.size === now.size && [...now].every(([name, finding]) => before.get(name) === finding);
}
