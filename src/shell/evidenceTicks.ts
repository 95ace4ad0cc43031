// Since which commit a criterion stands ticked in its plan, found in the history of the file. Knows no evidence.
import type * as vscode from 'vscode';
import type { Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { ReadText } from '../model/read';
import type { PlanSnapshot } from '../snapshot';
import { commitsOf, fileAt } from './git';
import { planBaseName } from './planNames';

/** Full hash of the commit in which the criterion of the milestone `key` was ticked; `undefined` where the tick is in no commit yet. */
export type Ticks = (key: string, criterion: string) => string | undefined;

/** Older than so many commits of the file a tick counts as made in the oldest of them. */
const mostCommits = 50;

export async function ticksOf(uri: vscode.Uri, { plan }: PlanSnapshot, read: ReadText): Promise<Ticks> {
  const open = new Set(tickedIn(plan));
  const ticked = new Map<string, string>();
  for (const { hash } of await commitsOf(uri, { max: mostCommits })) {
    if (open.size === 0) break;
    const then = await planAt(uri, hash, read);
    const before = new Set(then ? tickedIn(then) : []);
    for (const name of open) {
      // Going back in time: the oldest commit that still has the tick is the one that made it.
      if (before.has(name)) ticked.set(name, hash);
      else open.delete(name);
    }
  }
  return (key, criterion) => ticked.get(nameOf(key, criterion));
}

async function planAt(uri: vscode.Uri, hash: string, read: ReadText): Promise<Plan | undefined> {
  const text = await fileAt(uri, hash);
  return text === undefined ? undefined : read(text, planBaseName(uri.path)).file.plan;
}

function tickedIn(plan: Plan): readonly string[] {
  return [...allMilestones(plan.milestones)].flatMap(({ key, acceptanceCriteria }) =>
    acceptanceCriteria.flatMap(({ done, text }) => (done ? [nameOf(key, text)] : [])),
  );
}

function nameOf(key: string, criterion: string): string {
  return `${key}\n${criterion}`;
}
