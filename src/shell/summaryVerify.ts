// Finds the plan an issued summary was made of: in git at the noted commit, in the file where its text is still the same, else as it is now. Compares nothing.
import * as vscode from 'vscode';
import type { IssuedSummary } from '../agreement/summaryFile';
import { textDigest } from '../agreement/summaryFileDigest';
import type { ReadPlan } from '../model/planFile';
import { readPlanFile } from '../model/read';
import type { VerifyGround } from '../report/verify';
import { makeSnapshot, type Snapshot } from '../snapshot';
import { fileAt } from './git';
import { decode } from './sources';
import type { PlanStore } from './store';
import { withChances } from './summaryChances';

type Ground = Omit<VerifyGround, 'table'>;

/** Other plans are read as they were too, because dates may follow from them. More than these are taken as they are now. */
const mostOthers = 50;

/** `undefined` where there is no plan of that name beside the summary. */
export async function groundOf(
  store: Pick<PlanStore, 'snapshot'>,
  summary: vscode.Uri,
  issued: IssuedSummary,
): Promise<Ground | undefined> {
  const { snapshot } = store;
  const file = await planBeside(summary, issued.plan);
  if (!file || !snapshot) return undefined;
  const uri = file.toString();
  const own = snapshot.plans.find((plan) => plan.uri === uri);
  const { commit, planDigest } = issued;
  const then = commit === undefined ? undefined : await fileAt(file, commit);
  if (commit !== undefined && then !== undefined && textDigest(then) === planDigest) {
    const others = await Promise.all(
      snapshot.plans
        .filter((plan) => plan.uri !== uri)
        .map(async (plan, at) => (at < mostOthers ? await planAt(plan, commit) : plan)),
    );
    return groundFrom([...others, again(uri, file, then)], snapshot, { uri, issued, source: 'commit' });
  }
  const text = own?.text ?? (await textOf(file));
  if (text === undefined) return undefined;
  const plans = own ? snapshot.plans : [...snapshot.plans, again(uri, file, text)];
  const source = textDigest(text) === planDigest ? 'same-text' : 'other-text';
  return groundFrom(plans, snapshot, { uri, issued, source });
}

interface Made {
  readonly uri: string;
  readonly issued: IssuedSummary;
  readonly source: VerifyGround['source'];
}

/** In the order of the plans of the window, on the day of the summary. */
async function groundFrom(plans: readonly ReadPlan[], { plans: order }: Snapshot, made: Made): Promise<Ground> {
  const at = new Map(order.map(({ uri }, place) => [uri, place]));
  const sorted = [...plans].sort((one, other) => (at.get(one.uri) ?? 1e9) - (at.get(other.uri) ?? 1e9));
  const { on, options } = made.issued;
  const dueSoonDays = typeof options.dueSoonDays === 'number' ? options.dueSoonDays : 7;
  const snapshot = makeSnapshot(sorted, { number: 0, today: on, todayIn: () => on, dueSoonDays });
  return { snapshot: await withChances(snapshot), uri: made.uri, source: made.source };
}

/** The plan lies beside the folder `.milestones`, or in it. */
async function planBeside(summary: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
  for (const up of [
    ['..', '..', '..'],
    ['..', '..'],
  ]) {
    const uri = vscode.Uri.joinPath(summary, ...up, name);
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if (type & vscode.FileType.File && size <= 5 * 1024 * 1024) return uri;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

async function planAt(plan: ReadPlan, commit: string): Promise<ReadPlan> {
  const file = vscode.Uri.parse(plan.uri, true);
  const text = await fileAt(file, commit);
  return text === undefined ? plan : again(plan.uri, file, text, plan);
}

function again(uri: string, file: vscode.Uri, text: string, known?: ReadPlan): ReadPlan {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const baseName = known?.baseName ?? name.replace(/(?:\.milestones)?\.ya?ml$/i, '');
  const read = readPlanFile(text, baseName);
  return { uri, baseName, folder: known?.folder ?? '', text, file: read, plan: read.plan };
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
