// Progress of every milestone and plan, rolled up from what is inside. Knows no day and no sentence.
import type { Milestone } from '../model/plan';
import { saying } from './columns';
import { type Outline, ownStatus } from './outline';
import { hoursOf, weigh } from './weighing';
import { type HoursOf, hoursIn, taskHours } from './workingTime';

export interface Progress {
  /** 0 to 100, not rounded: what the milestone around counts with. */
  readonly exactPercent: number;
  /** Everything counted is done. */
  readonly complete: boolean;
  /** Something counted is done, at least in part. */
  readonly begun: boolean;
}

export interface RollUp {
  /** By number of the outline, as in `Progress`. */
  readonly percent: Float64Array;
  /** Bits: `isComplete`, `isBegun`. */
  readonly state: Uint8Array;
  /** Hours of effort in all, by number; `NaN` where they are not known. */
  readonly hours: Float64Array;
  /** By position of the plan. */
  readonly plans: readonly Progress[];
}

export const isComplete = 1;
const isBegun = 2;

/**
 * A done milestone is 100. One with milestones inside (cancelled ones left out) is their mean by weight, its own tasks and criteria
 * together counting as one more of their mean weight. One without is the share of its tasks and criteria that are done, tasks
 * counting by effort when there are only tasks and every one has an effort. One with nothing inside is as written, else 0.
 */
export function rollUp(outline: Outline): RollUp {
  const { milestones, starts, statuses } = outline;
  const percent = new Float64Array(milestones.length);
  const state = new Uint8Array(milestones.length);
  const done: Done = { outline, percent, state, hours: hoursOf(outline) };
  const plans = outline.plans.map(({ plan }, position) => {
    const inHours = hoursIn(plan);
    const first = starts[position] ?? 0;
    const end = starts[position + 1] ?? 0;
    for (let number = end - 1; number >= first; number--) {
      if (statuses[number] === 'done') {
        percent[number] = 100;
        state[number] = isComplete | isBegun;
        continue;
      }
      // Most have nothing inside and are not begun, which is what the columns say already.
      if (((outline.columns.says[number] ?? 0) & counts) === 0) continue;
      const found = progressOf(done, number, inHours);
      percent[number] = found.exactPercent;
      state[number] = (found.complete ? isComplete : 0) | (found.begun ? isBegun : 0);
    }
    return meanOf(done, countedIn(outline, first, end), undefined) ?? nothing;
  });
  return { percent, state, hours: done.hours, plans };
}

/** What a person sees: rounded half up, but 100 only when everything counted is done and 0 only when nothing is. */
export function shownPercent({ exactPercent, complete, begun }: Progress): number {
  if (complete) return 100;
  if (!begun) return 0;
  // The small addend takes back what binary fractions lose, so that 14.5 stays a half.
  return Math.min(99, Math.max(1, Math.floor(exactPercent + 0.5 + 1e-9)));
}

export function progressAt({ percent, state }: RollUp, number: number): Progress {
  const bits = state[number] ?? 0;
  return { exactPercent: percent[number] ?? 0, complete: (bits & isComplete) !== 0, begun: (bits & isBegun) !== 0 };
}

/** The numbers of those directly in a row of milestones that count: cancelled ones do not. */
export function countedIn(outline: Outline, first: number, end: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number < end; number = outline.ends[number] ?? end)
    if (ownStatus(outline, number) !== 'cancelled') numbers.push(number);
  return numbers;
}

/** The share of the milestone's own tasks and criteria; `undefined` when it has none. */
export function ownShare(milestone: Milestone, inHours: HoursOf): OwnShare | undefined {
  const { tasks, acceptanceCriteria: criteria } = milestone;
  const count = tasks.length + criteria.length;
  if (count === 0) return undefined;
  const done = tasks.filter((task) => task.done).length + criteria.filter((criterion) => criterion.done).length;
  const hours = criteria.length === 0 ? taskHours(milestone, inHours) : undefined;
  const allHours = hours?.reduce((sum, each) => sum + each, 0) ?? 0;
  const flags = { complete: done === count, begun: done > 0, done, count };
  if (!hours || !(allHours > 0)) return { exactPercent: (100 * done) / count, ...flags, byEffort: false };
  const doneHours = tasks.reduce((sum, task, at) => sum + (task.done ? (hours[at] ?? 0) : 0), 0);
  return { exactPercent: (100 * doneHours) / allHours, ...flags, byEffort: true };
}

export interface OwnShare extends Progress {
  readonly done: number;
  readonly count: number;
  readonly byEffort: boolean;
}

interface Done extends Omit<RollUp, 'plans'> {
  readonly outline: Outline;
}

const counts = saying.inside | saying.tasks | saying.criteria | saying.progress;
const nothing: Progress = { exactPercent: 0, complete: false, begun: false };

function progressOf(done: Done, number: number, inHours: HoursOf): Progress {
  const { outline } = done;
  const milestone = outline.milestones[number];
  if (!milestone) return nothing;
  const own = ownShare(milestone, inHours);
  const mean = meanOf(done, countedIn(outline, number + 1, outline.ends[number] ?? 0), own);
  if (mean) return mean;
  if (own) return own;
  const written = milestone.progress ?? 0;
  return { exactPercent: written, complete: written >= 100, begun: written > 0 };
}

function meanOf(done: Done, numbers: readonly number[], own: Progress | undefined): Progress | undefined {
  if (numbers.length === 0) return undefined;
  const { weights } = weigh(done.outline, done.hours, numbers);
  let all = 0;
  let sum = 0;
  let complete = own?.complete !== false;
  let begun = own?.begun === true;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    const weight = weights[at] ?? 0;
    const bits = done.state[number] ?? 0;
    all += weight;
    sum += weight * (done.percent[number] ?? 0);
    complete &&= (bits & isComplete) !== 0;
    begun ||= (bits & isBegun) !== 0;
  }
  let total = all;
  if (own) {
    const meanWeight = all / numbers.length;
    sum += meanWeight * own.exactPercent;
    total += meanWeight;
  }
  return { exactPercent: Math.min(100, Math.max(0, sum / total)), complete, begun };
}
