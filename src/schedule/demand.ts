// The work that is left for each person of a plan, and by when it is due. Knows no calendar.
import type { Day } from '../base/day';
import type { Milestone } from '../model/plan';
import { noDay, saying } from './columns';
import type { PlanGround } from './planGround';
import { type HoursOf, hoursIn } from './workingTime';

/** What one person has to work, in the order of the file; one entry a piece, its hours above 0. */
export interface Demands {
  /** Place in `people`, or -1 where the plan names nobody. */
  readonly owner: readonly number[];
  readonly due: readonly Day[];
  readonly hours: readonly number[];
  /** Of the milestone in the outline. */
  readonly number: readonly number[];
}

/**
 * What is planned or in progress and holds no others: `remaining`, else what its progress leaves of `effort`, else the efforts of its open tasks, each
 * with its own owner and due date where it has them. Owner and due date are those of the nearest milestone around where they are not written,
 * and after that the plan's deadline. Left out is what is due on no day, and, in a plan that names people, what none of them owns.
 */
export function workToDo({ all, plan, position, progress }: PlanGround): Demands {
  const places = new Map(plan.people.map(({ key }, at) => [key, at]));
  const work: Working = { places, hoursOf: hoursIn(plan), owner: [], due: [], hours: [], number: [] };
  const { columns, parents, statuses, milestones, owners, people } = all;
  const first = all.starts[position] ?? 0;
  const end = all.starts[position + 1] ?? 0;
  const dues = new Int32Array(end - first);
  for (let number = first; number < end; number++) {
    const around = parents[number] ?? -1;
    const limit = columns.limit[number] ?? noDay;
    const due = limit !== noDay ? limit : around < 0 ? (plan.deadline ?? noDay) : (dues[around - first] ?? noDay);
    dues[number - first] = due;
    const says = columns.says[number] ?? 0;
    if ((says & works) === 0 || !isWorkedOn(statuses[number])) continue;
    const milestone = milestones[number];
    if (!milestone || ((says & saying.inside) !== 0 && isSplit(milestone))) continue;
    const share = 1 - (progress.percent[number] ?? 0) / 100;
    // Hours that are known already are those of its own owner.
    if ((says & effortOnly) === saying.effort && around < 0)
      takeHours(work, { number, place: people[number] ?? -1, due, hours: (progress.hours[number] ?? 0) * share });
    else takeFrom(work, milestone, { number, owner: owners[number], due, share });
  }
  return work;
}

const works = saying.remaining | saying.effort | saying.tasks;
const effortOnly = saying.remaining | saying.effort;

interface Working {
  readonly places: ReadonlyMap<string | undefined, number>;
  readonly hoursOf: HoursOf;
  readonly owner: number[];
  readonly due: Day[];
  readonly hours: number[];
  readonly number: number[];
}

interface Part {
  readonly number: number;
  readonly owner: string | undefined;
  /** Or `noDay`. */
  readonly due: number;
  /** How much of it is left, from 0 to 1. */
  readonly share: number;
}

/** Hours of one person, by the place in `people` or -1. */
interface Piece extends Pick<Part, 'number' | 'due'> {
  readonly place: number;
  readonly hours: number;
}

function isWorkedOn(status: Milestone['status'] | undefined): boolean {
  return status === 'planned' || status === 'in-progress';
}

/** Whether its work is that of others inside. */
function isSplit({ milestones }: Milestone): boolean {
  return milestones.some(({ status }) => status !== 'cancelled');
}

function takeFrom(work: Working, { remaining, effort, tasks }: Milestone, part: Part): void {
  const { hoursOf } = work;
  const { number, owner, due, share } = part;
  const place = placeOf(work, owner);
  if (remaining) takeHours(work, { number, place, due, hours: hoursOf(remaining, owner) });
  else if (effort) takeHours(work, { number, place, due, hours: hoursOf(effort.likely, owner) * share });
  else {
    for (const task of tasks) {
      if (task.done || !task.effort) continue;
      const other = task.owner ?? owner;
      const hours = hoursOf(task.effort, other);
      takeHours(work, { number, place: placeOf(work, other), due: task.due ?? due, hours });
    }
  }
}

function placeOf({ places }: Working, owner: string | undefined): number {
  return places.get(owner) ?? -1;
}

/** In a plan that names nobody all counts for -1, in others nothing does. */
function takeHours(work: Working, { number, place, due, hours }: Piece): void {
  if (due === noDay || hours <= 0 || (place < 0 && work.places.size > 0)) return;
  work.owner.push(place);
  work.due.push(due as Day);
  work.hours.push(hours);
  work.number.push(number);
}
