// Progress of every milestone and plan, rolled up from what is inside. Knows no day.
import { counted, type Message, message } from '../base/message';
import type { Milestone, Plan } from '../model/plan';
import { inside, type Outline, top } from './outline';
import { effortHours, type HoursOf, hoursIn, taskHours } from './workingTime';

export interface Progress {
  /** 0 to 100, not rounded: what the milestone around counts with. */
  readonly exactPercent: number;
  /** Everything counted is done. */
  readonly complete: boolean;
  /** Something counted is done, at least in part. */
  readonly begun: boolean;
  readonly reason: Message;
}

export interface RollUp {
  /** By number of the outline. */
  readonly milestones: readonly Progress[];
  /** By position of the plan. */
  readonly plans: readonly Progress[];
}

/**
 * A done milestone is 100. One with milestones inside (cancelled ones left out) is their mean by weight, its own tasks and criteria
 * together counting as one more of their mean weight. One without is the share of its tasks and criteria that are done, tasks
 * counting by effort when there are only tasks and every one has an effort. One with nothing inside is as written, else 0.
 */
export function rollUp(outline: Outline): RollUp {
  const milestones = new Array<Progress>(outline.milestones.length);
  const plans = outline.plans.map(({ plan }, position) => {
    const hoursOf = hoursIn(plan);
    const first = outline.starts[position] ?? 0;
    for (let number = (outline.starts[position + 1] ?? 0) - 1; number >= first; number--) {
      const milestone = outline.milestones[number];
      if (!milestone) continue;
      const isLeaf = milestone.milestones.length === 0;
      const parts = isLeaf ? noParts : partsOf(outline, inside(outline, number), milestones);
      milestones[number] = progressOf(milestone, parts, hoursOf, heldDone(outline, number));
    }
    return meanOf(partsOf(outline, top(outline, position), milestones), undefined, hoursOf) ?? nothing;
  });
  return { milestones, plans };
}

/** What a person sees: rounded half up, but 100 only when everything counted is done and 0 only when nothing is. */
export function shownPercent({ exactPercent, complete, begun }: Progress): number {
  if (complete) return 100;
  if (!begun) return 0;
  // The small addend takes back what binary fractions lose, so that 14.5 stays a half.
  return Math.min(99, Math.max(1, Math.floor(exactPercent + 0.5 + 1e-9)));
}

interface Part {
  readonly milestone: Milestone;
  readonly progress: Progress;
}

const noParts: readonly Part[] = [];
const nothing: Progress = progress(0, message('Not done yet'));

function progress(exactPercent: number, reason: Message): Progress {
  return { exactPercent, complete: exactPercent >= 100, begun: exactPercent > 0, reason };
}

/** The reason when the milestone is done, be it by its own status or by that of one around it. */
function heldDone({ milestones, ruledBy, statuses }: Outline, number: number): Message | undefined {
  if (statuses[number] !== 'done') return undefined;
  const by = ruledBy[number] ?? number;
  if (by === number) return message('Marked done');
  return message('Inside {title}, which is done', { title: milestones[by]?.title ?? '' });
}

function partsOf(outline: Outline, numbers: Iterable<number>, known: readonly Progress[]): Part[] {
  const parts: Part[] = [];
  for (const number of numbers) {
    const milestone = outline.milestones[number];
    const progress = known[number];
    if (milestone && progress && milestone.status !== 'cancelled') parts.push({ milestone, progress });
  }
  return parts;
}

function progressOf(
  milestone: Milestone,
  parts: readonly Part[],
  hoursOf: HoursOf,
  done: Message | undefined,
): Progress {
  if (done) return progress(100, done);
  const own = ownShare(milestone, hoursOf);
  const mean = meanOf(parts, own, hoursOf);
  if (mean) return mean;
  if (own) return own;
  if (milestone.progress === undefined) return nothing;
  return progress(milestone.progress, message('As written in the plan'));
}

/** The share of the milestone's own tasks and criteria; `undefined` when it has none. */
function ownShare(milestone: Milestone, hoursOf: HoursOf): Progress | undefined {
  const { tasks, acceptanceCriteria: criteria } = milestone;
  const count = tasks.length + criteria.length;
  if (count === 0) return undefined;
  const done = tasks.filter((task) => task.done).length + criteria.filter((criterion) => criterion.done).length;
  const hours = criteria.length === 0 ? taskHours(milestone, hoursOf) : undefined;
  const allHours = hours?.reduce((sum, each) => sum + each, 0) ?? 0;
  const flags = { complete: done === count, begun: done > 0 };
  if (hours && allHours > 0) {
    const doneHours = tasks.reduce((sum, task, at) => sum + (task.done ? (hours[at] ?? 0) : 0), 0);
    const reason = counted(
      count,
      '{done} of {count} task done, weighted by effort',
      '{done} of {count} tasks done, weighted by effort',
      { done },
    );
    return { exactPercent: (100 * doneHours) / allHours, ...flags, reason };
  }
  return { exactPercent: (100 * done) / count, ...flags, reason: shareReason(milestone, done, count) };
}

function shareReason({ tasks, acceptanceCriteria }: Milestone, done: number, count: number): Message {
  if (acceptanceCriteria.length === 0) {
    return counted(count, '{done} of {count} task done', '{done} of {count} tasks done', { done });
  }
  if (tasks.length === 0) {
    return counted(count, '{done} of {count} acceptance criterion met', '{done} of {count} acceptance criteria met', {
      done,
    });
  }
  return message('{done} of {count} tasks and criteria done', { done, count });
}

function meanOf(parts: readonly Part[], own: Progress | undefined, hoursOf: HoursOf): Progress | undefined {
  if (parts.length === 0) return undefined;
  const { kind, weights } = weigh(parts, hoursOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = parts.reduce((sum, part, at) => sum + (weights[at] ?? 0) * part.progress.exactPercent, 0);
  let total = all;
  if (own) {
    const meanWeight = all / parts.length;
    sum += meanWeight * own.exactPercent;
    total += meanWeight;
  }
  return {
    exactPercent: Math.min(100, Math.max(0, sum / total)),
    complete: own?.complete !== false && parts.every((part) => part.progress.complete),
    begun: own?.begun === true || parts.some((part) => part.progress.begun),
    reason: meanReason(kind, parts.length, own !== undefined),
  };
}

/** What each of several milestones beside each other counts, by position: as the mean of their progress takes it. */
export function weightsOf(milestones: readonly Milestone[], plan: Plan): readonly number[] {
  return weigh(
    milestones.map((milestone) => ({ milestone })),
    hoursIn(plan),
  ).weights;
}

type Weighing = 'equal' | 'effort' | 'weight';

function weigh(
  parts: readonly Pick<Part, 'milestone'>[],
  hoursOf: HoursOf,
): { kind: Weighing; weights: readonly number[] } {
  const efforts = effortsOf(parts, hoursOf);
  const weights: number[] = [];
  // A loop, because this is asked of all milestones at every edit.
  for (let at = 0; at < parts.length; at++)
    weights.push(Math.min(parts[at]?.milestone.weight ?? efforts?.[at] ?? 1, 1e12));
  // Efforts that are all zero say nothing about shares.
  if (!weights.some((weight) => weight > 0)) return { kind: 'equal', weights: parts.map(() => 1) };
  if (parts.some((part) => part.milestone.weight !== undefined)) return { kind: 'weight', weights };
  return { kind: efforts ? 'effort' : 'equal', weights };
}

/** `undefined` unless every one has an effort. */
function effortsOf(parts: readonly Pick<Part, 'milestone'>[], hoursOf: HoursOf): readonly number[] | undefined {
  const efforts: number[] = [];
  for (const { milestone } of parts) {
    const effort = effortHours(milestone, hoursOf);
    if (effort === undefined) return undefined;
    efforts.push(effort);
  }
  return efforts;
}

function meanReason(kind: Weighing, count: number, withOwn: boolean): Message {
  if (count === 1 && !withOwn) return message('Taken from the milestone inside');
  if (kind === 'effort') {
    return withOwn
      ? counted(
          count,
          'Weighted by effort over {count} milestone and its own tasks and criteria',
          'Weighted by effort over {count} milestones and its own tasks and criteria',
        )
      : message('Weighted by effort over {count} milestones', { count });
  }
  if (kind === 'weight') {
    return withOwn
      ? counted(
          count,
          'Weighted as written over {count} milestone and its own tasks and criteria',
          'Weighted as written over {count} milestones and its own tasks and criteria',
        )
      : message('Weighted as written over {count} milestones', { count });
  }
  return withOwn
    ? counted(
        count,
        'Average of {count} milestone and its own tasks and criteria',
        'Average of {count} milestones and its own tasks and criteria',
      )
    : message('Average of {count} milestones', { count });
}
