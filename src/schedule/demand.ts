// The work that is left for each person of a plan, and by when it is due. Knows no calendar.
import type { Day } from '../base/day';
import type { Milestone } from '../model/plan';
import { limitOf } from './dates';
import type { PlanGround } from './planGround';
import { type HoursOf, hoursIn } from './workingTime';

/** Takes hours above 0 that one person has to work: `owner` is a key of `people`, or `undefined` where the plan names nobody. */
export type Take = (owner: string | undefined, due: Day, hours: number, number: number) => void;

/**
 * What is planned or in progress and holds no others: `remaining`, else what its progress leaves of `effort`, else the efforts of its open tasks, each
 * with its own owner and due date where it has them. Owner and due date are those of the nearest milestone around where they are not written,
 * and after that the plan's deadline. Left out is what is due on no day, and, in a plan that names people, what none of them owns.
 */
export function workToDo({ all, plan, position, progress }: PlanGround, take: Take): void {
  const work: Working = { hoursOf: hoursIn(plan), people: new Set(plan.people.map(({ key }) => key)), take };
  const first = all.starts[position] ?? 0;
  const dues: (Day | undefined)[] = [];
  for (let number = first; number < (all.starts[position + 1] ?? 0); number++) {
    const milestone = all.milestones[number];
    if (!milestone) continue;
    const around = all.parents[number] ?? -1;
    const due = limitOf(milestone) ?? (around < 0 ? plan.deadline : dues[around - first]);
    dues.push(due);
    if (!isWorkedOn(all.statuses[number]) || isSplit(milestone)) continue;
    const share = 1 - (progress.milestones[number]?.exactPercent ?? 0) / 100;
    takeFrom(work, milestone, { number, owner: all.owners[number], due, share });
  }
}

interface Working {
  readonly hoursOf: HoursOf;
  readonly people: ReadonlySet<string | undefined>;
  readonly take: Take;
}

interface Part {
  readonly number: number;
  readonly owner: string | undefined;
  readonly due: Day | undefined;
  /** How much of it is left, from 0 to 1. */
  readonly share: number;
}

function isWorkedOn(status: Milestone['status'] | undefined): boolean {
  return status === 'planned' || status === 'in-progress';
}

/** Whether its work is that of others inside. */
function isSplit({ milestones }: Milestone): boolean {
  return milestones.length > 0 && milestones.some(({ status }) => status !== 'cancelled');
}

function takeFrom(work: Working, { remaining, effort, tasks }: Milestone, part: Part): void {
  const { hoursOf } = work;
  if (remaining) takeHours(work, part, hoursOf(remaining, part.owner));
  else if (effort) takeHours(work, part, hoursOf(effort.likely, part.owner) * part.share);
  else {
    for (const task of tasks) {
      if (task.done || !task.effort) continue;
      const owner = task.owner ?? part.owner;
      takeHours(work, { ...part, owner, due: task.due ?? part.due }, hoursOf(task.effort, owner));
    }
  }
}

function takeHours({ people, take }: Working, { number, owner, due }: Part, hours: number): void {
  if (due === undefined || hours <= 0) return;
  if (people.size === 0) take(undefined, due, hours, number);
  else if (people.has(owner)) take(owner, due, hours, number);
}
