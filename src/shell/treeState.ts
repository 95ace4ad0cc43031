// What the tree's frame shows: how much is urgent, how much is done, and how the person wants the rows. Knows no rows.
import * as vscode from 'vscode';
import type { OutlineOptions } from '../report/outline';
import type { Snapshot } from '../snapshot';
import { groupings } from './commandsTargets';

/** Over all plans: how many milestones are overdue, and how many are due today. */
export function urgentCounts(snapshot: Snapshot | undefined): { readonly late: number; readonly dueToday: number } {
  let late = 0;
  let dueToday = 0;
  for (const { schedule } of snapshot?.plans ?? []) {
    late += schedule.counts.late;
    dueToday += schedule.counts.dueToday;
  }
  return { late, dueToday };
}

/** Over all plans: how many milestones are done, of how many. */
export function doneCounts(snapshot: Snapshot): { readonly done: number; readonly total: number } {
  let done = 0;
  let total = 0;
  for (const { schedule } of snapshot.plans) {
    done += schedule.counts.done;
    total += schedule.counts.total;
  }
  return { done, total };
}

const groupByKey = 'milepost.tree.groupBy';
const hideDoneKey = 'milepost.tree.hideDone';

/** What was chosen in this workspace before; anything else that may be stored counts as nothing. */
export function readOptions(state: vscode.Memento): OutlineOptions {
  const groupBy = groupings.find((known) => known === state.get<unknown>(groupByKey));
  return { groupBy: groupBy ?? 'none', hideDone: state.get<unknown>(hideDoneKey) === true };
}

export async function storeOptions(state: vscode.Memento, options: OutlineOptions): Promise<void> {
  await state.update(groupByKey, options.groupBy);
  await state.update(hideDoneKey, options.hideDone);
}

/** For the menus, which offer only the other state. */
export function showOptions({ hideDone }: OutlineOptions): void {
  void vscode.commands.executeCommand('setContext', 'milepost.hidesDone', hideDone);
}
