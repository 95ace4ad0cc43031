// The days that follow from a milestone, from what is inside it and from today: forecast, lateness, the span of its bar.
import type { Day } from '../base/day';
import type { Milestone, Status } from '../model/plan';
import { inside, type Outline } from './outline';

/** See `MilestoneSchedule` for what each means; `undefined` stands for absent. */
export interface Dates {
  readonly forecast: Day | undefined;
  readonly finishVarianceDays: number | undefined;
  readonly daysToDue: number | undefined;
  readonly lateDays: number | undefined;
  readonly spanStart: Day | undefined;
  readonly spanEnd: Day | undefined;
}

/** `todays` holds today for each plan by position. The result is by number of the outline. */
export function datesOf(outline: Outline, todays: readonly Day[]): readonly Dates[] {
  const known = new Array<Dates>(outline.milestones.length);
  for (let plan = outline.plans.length - 1; plan >= 0; plan--) {
    const today = todays[plan];
    const first = outline.starts[plan] ?? 0;
    for (let number = (outline.starts[plan + 1] ?? 0) - 1; number >= first; number--) {
      const milestone = outline.milestones[number];
      const status = outline.statuses[number];
      if (today === undefined || !milestone || !status) continue;
      known[number] = dates(milestone, status, today, around(outline, number, known));
    }
  }
  return known;
}

/** The day a milestone is measured against: `due`, else `deadline`. */
export function limitOf({ due, deadline }: Milestone): Day | undefined {
  return due ?? deadline;
}

/** Whether someone still has to do something about it now. */
export function isOpen(status: Status | undefined): boolean {
  return status === 'planned' || status === 'in-progress' || status === 'submitted';
}

interface Extent {
  readonly first: Day | undefined;
  readonly forecast: Day | undefined;
}

/** The first day and the latest forecast of the milestones inside; what is cancelled reaches nowhere. */
function around(outline: Outline, number: number, known: readonly Dates[]): Extent {
  let first: Day | undefined;
  let forecast: Day | undefined;
  for (const at of inside(outline, number)) {
    const dates = known[at];
    if (!dates || outline.milestones[at]?.status === 'cancelled') continue;
    first = least(first, dates.spanStart ?? dates.spanEnd);
    forecast = greatest(forecast, dates.forecast);
  }
  return { first, forecast };
}

function dates(milestone: Milestone, status: Status, today: Day, within: Extent): Dates {
  const { due, baseline } = milestone;
  const forecast = forecastOf(milestone, status, today, within);
  const end = spanEndOf(milestone, today, within);
  return {
    forecast,
    finishVarianceDays: forecast === undefined || baseline === undefined ? undefined : forecast - baseline,
    daysToDue: due === undefined ? undefined : due - today,
    lateDays: lateDaysOf(milestone, status, today),
    spanStart: spanStartOf(milestone, end, within),
    spanEnd: end,
  };
}

/** A done milestone without `completed` has no forecast: when it was finished is not known. */
function forecastOf(milestone: Milestone, status: Status, today: Day, within: Extent): Day | undefined {
  if (status === 'done') return milestone.completed;
  if (status === 'cancelled') return undefined;
  const limit = limitOf(milestone);
  const overdue = limit !== undefined && limit < today ? today : undefined;
  return greatest(greatest(milestone.due, overdue), within.forecast);
}

function lateDaysOf(milestone: Milestone, status: Status, today: Day): number | undefined {
  const limit = limitOf(milestone);
  const finished = status === 'done' ? milestone.completed : isOpen(status) ? today : undefined;
  return limit !== undefined && finished !== undefined && finished > limit ? finished - limit : undefined;
}

/** Without any end, a milestone that has begun reaches to today and one that has not shows on the day it is to start. */
function spanEndOf(milestone: Milestone, today: Day, within: Extent): Day | undefined {
  const end = milestone.completed ?? milestone.due ?? within.forecast;
  if (end !== undefined) return end;
  const start = milestone.start ?? milestone.started;
  if (start === undefined) return undefined;
  const running = milestone.status === 'in-progress' || milestone.status === 'submitted';
  return running ? greatest(start, today) : start;
}

/** A start behind the end (finished before it was to start, or a mistake) draws no bar. */
function spanStartOf({ start, started }: Milestone, end: Day | undefined, within: Extent): Day | undefined {
  if (end === undefined) return undefined;
  if (start !== undefined && start <= end) return start;
  if (started !== undefined && started <= end) return started;
  return within.first !== undefined && within.first < end ? within.first : undefined;
}

function least(left: Day | undefined, right: Day | undefined): Day | undefined {
  return left === undefined || (right !== undefined && right < left) ? right : left;
}

function greatest(left: Day | undefined, right: Day | undefined): Day | undefined {
  return left === undefined || (right !== undefined && right > left) ? right : left;
}
