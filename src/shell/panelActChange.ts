// Changes of a plan that were made by hand on the timeline's page: checked against what the person saw, and handed to the plan's editor.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import type { Change } from '../model/change';
import { statuses } from '../model/plan';
import type { FromPanel, Move } from '../protocol/messages';
import type { Rescheduling } from '../schedule/effect';
import type { PlanEditor } from './applyChange';
import { type Found, findMilestone } from './commandsTargets';
import { dependencyOf } from './dependency';
import { forNotice } from './promptsText';
import type { PlanStore } from './store';

interface ChangeParts {
  readonly store: PlanStore;
  readonly editor: PlanEditor;
  readonly say: Say;
}

/** Why nothing was changed; `undefined` when it was. */
export type Answered = Message | undefined;

export function move(parts: ChangeParts, asked: Move): Promise<Answered> {
  return apply(parts, asked.ref, (found) => changeOf(found, asked));
}

/** What a gesture asks for; refused by whoever makes it, when the file says something else than the page by then. */
export function changeOf({ milestone }: Found, asked: Move): Rescheduling | Message {
  const { start, due, wasStart, wasDue } = asked;
  if (![start, due].every((day) => day === undefined || isWritable(day))) return message('This day cannot be written.');
  const [first, last] = [start ?? milestone.start, due ?? milestone.due];
  if (first !== undefined && last !== undefined && first > last) {
    return message('“{title}” cannot start after it is due.', { title: milestone.title });
  }
  return {
    kind: 'reschedule',
    id: milestone.key,
    ...(start === undefined ? {} : { start: start as Day }),
    ...(due === undefined ? {} : { due: due as Day }),
    was: { start: (wasStart as Day | undefined) ?? 'none', due: (wasDue as Day | undefined) ?? 'none' },
  };
}

/** Years of four digits. */
function isWritable(day: number): boolean {
  return Number.isInteger(day) && day >= firstDay && day <= lastDay;
}

const firstDay = -719_162;
const lastDay = 2_932_896;

export async function depend(
  parts: ChangeParts,
  { ref, on }: { readonly ref: string; readonly on: string },
): Promise<Answered> {
  return apply(parts, ref, () => {
    const { snapshot } = parts.store;
    return snapshot ? dependencyOf(snapshot, ref, on) : message('This milestone is no longer there.');
  });
}

/** A status, a progress or a ticked task. */
export function set(parts: ChangeParts, asked: FromPanel & { readonly type: 'set' }): Promise<Answered> {
  return apply(parts, asked.ref, ({ plan, milestone }): Change | Message => {
    const id = milestone.key;
    const on = plan.schedule.today;
    if ('percent' in asked) return { kind: 'setProgress', id, percent: asked.percent };
    if ('task' in asked) {
      const { task, was, done } = asked;
      return { kind: 'toggleTask', id, task, was, done, on };
    }
    const status = statuses.find((known) => known === asked.status);
    return status ? { kind: 'setStatus', id, status, on } : message('This status is not known.');
  });
}

/** One change of the plan of a milestone, as the milestone is now. */
async function apply(
  { store, editor, say }: ChangeParts,
  ref: string,
  changeFor: (found: Found) => Change | Message,
): Promise<Answered> {
  const found = store.snapshot && findMilestone(store.snapshot, ref);
  if (!found) return message('This milestone is no longer there.');
  const change = changeFor(found);
  if ('text' in change) return change;
  const result = await editor.applyChanges(vscode.Uri.parse(found.plan.uri, true), [change]);
  if ('refused' in result) return result.refused;
  if (result.note) void vscode.window.showWarningMessage(forNotice(say(result.note)));
  await store.flush();
  return undefined;
}
