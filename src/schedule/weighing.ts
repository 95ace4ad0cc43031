// What each of several milestones beside each other counts in their mean. Knows no progress.
import { saying } from './columns';
import type { Outline } from './outline';
import { effortHours, hoursAt, hoursIn, paceIn } from './workingTime';

/** `equal`: each the same; `effort`: by its effort, where every one has one; `weight`: as written where it is. */
export type Weighing = 'equal' | 'effort' | 'weight';

export interface Weighed {
  readonly kind: Weighing;
  /** By position. */
  readonly weights: Float64Array;
}

/** Hours of effort of each milestone, by number; `NaN` where they are not known. */
export function hoursOf({ plans, starts, milestones, columns, people }: Outline): Float64Array {
  const hours = new Float64Array(milestones.length).fill(Number.NaN);
  for (let position = 0; position < plans.length; position++) {
    const plan = plans[position]?.plan;
    if (!plan) continue;
    const inHours = hoursIn(plan);
    const paceOf = paceIn(plan);
    const usual = paceOf(undefined);
    const paces = plan.people.map(({ key }) => paceOf(key));
    for (let number = starts[position] ?? 0; number < (starts[position + 1] ?? 0); number++) {
      const says = columns.says[number] ?? 0;
      const effort = columns.effort[number];
      const milestone = milestones[number];
      if (effort) {
        const pace = (says & saying.owner) === 0 ? usual : (paces[people[number] ?? -1] ?? usual);
        hours[number] = hoursAt(effort, pace);
      } else if (milestone && (says & saying.tasks) !== 0)
        hours[number] = effortHours(milestone, inHours) ?? Number.NaN;
    }
  }
  return hours;
}

const mostWeight = 1e12;

/** `hours` are those of `hoursOf`. */
export function weigh({ milestones, columns }: Outline, hours: Float64Array, numbers: readonly number[]): Weighed {
  let byEffort = true;
  let asWritten = false;
  for (const number of numbers) {
    if (Number.isNaN(hours[number])) byEffort = false;
    if (((columns.says[number] ?? 0) & saying.weight) !== 0) asWritten = true;
  }
  const weights = new Float64Array(numbers.length);
  let weighs = false;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    const otherwise = byEffort ? (hours[number] ?? 1) : 1;
    const weight = asWritten ? (milestones[number]?.weight ?? otherwise) : otherwise;
    weights[at] = Math.min(weight, mostWeight);
    if (weight > 0) weighs = true;
  }
  // Efforts that are all zero say nothing about shares.
  if (!weighs) return { kind: 'equal', weights: weights.fill(1) };
  return { kind: asWritten ? 'weight' : byEffort ? 'effort' : 'equal', weights };
}
