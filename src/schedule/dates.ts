// The days that follow from a milestone, from what is inside it, from the network and from today: forecast, lateness, the span of its bar.
import type { Day } from '../base/day';
import type { Milestone, Status } from '../model/plan';
import { drivenBy, type Network, type Passes } from '../network/network';
import type { Outline } from './outline';

/** See `MilestoneSchedule` for what each means; `undefined` stands for absent. */
export interface Dates {
  readonly forecast: Day | undefined;
  readonly lateDays: number | undefined;
}

/** By number of the outline; `noDay` where there is none. */
export interface DateColumns {
  readonly forecast: Int32Array;
  /** Of what is open and dated; never before today. */
  readonly earlyFinish: Int32Array;
  /** 0 when not late. */
  readonly lateDays: Int32Array;
  readonly spanStart: Int32Array;
  readonly spanEnd: Int32Array;
  /** The number of the milestone directly inside whose forecast is the latest, or -1. */
  readonly lastInside: Int32Array;
}

/** Stands for no day in a column. */
export const noDay = -0x80000000;

export function dayIn(column: Int32Array, number: number): Day | undefined {
  const day = column[number] ?? noDay;
  return day === noDay ? undefined : (day as Day);
}

/** What the dates of a milestone follow from, by number. */
interface Ground {
  readonly outline: Outline;
  readonly network: Network;
  readonly passes: Passes;
  readonly columns: DateColumns;
  /** The first day and the latest forecast of the milestones inside; what is cancelled reaches nowhere. */
  readonly firstInside: Int32Array;
  readonly forecastInside: Int32Array;
}

/** `todays` holds today for each plan by position. */
export function datesOf(outline: Outline, todays: readonly Day[], network: Network, passes: Passes): DateColumns {
  const count = outline.milestones.length;
  const days = () => new Int32Array(count).fill(noDay);
  const columns: DateColumns = {
    ...{ forecast: days(), earlyFinish: days(), spanStart: days(), spanEnd: days() },
    lateDays: new Int32Array(count),
    lastInside: new Int32Array(count).fill(-1),
  };
  const ground = { outline, network, passes, columns, firstInside: days(), forecastInside: days() };
  for (let number = count - 1; number >= 0; number--) {
    const milestone = outline.milestones[number];
    const status = outline.statuses[number];
    const today = todays[outline.planOf[number] ?? 0];
    if (!milestone || !status || today === undefined) continue;
    fill(ground, number, { milestone, status, today });
    if (milestone.status !== 'cancelled') reach(ground, number);
  }
  return columns;
}

/** The day a milestone is measured against: `due`, else `deadline`. */
export function limitOf({ due, deadline }: Milestone): Day | undefined {
  return due ?? deadline;
}

/** Whether someone still has to do something about it now. */
export function isOpen(status: Status | undefined): boolean {
  return status === 'planned' || status === 'in-progress' || status === 'submitted';
}

interface Own {
  readonly milestone: Milestone;
  readonly status: Status;
  readonly today: Day;
}

function fill(ground: Ground, number: number, own: Own): void {
  const { columns, forecastInside } = ground;
  const early = earlyFinishOf(ground, number, own);
  columns.earlyFinish[number] = early;
  columns.forecast[number] = forecastOf(own, Math.max(early, forecastInside[number] ?? noDay));
  columns.lateDays[number] = lateDaysOf(own);
  const end = spanEndOf(ground, number, own);
  columns.spanEnd[number] = end;
  columns.spanStart[number] = end === noDay ? noDay : spanStartOf(ground, number, own.milestone, end);
}

/** Tells the milestone around. Of several that end on the same day, the first in the file that ends last on it counts as the last. */
function reach({ outline, network, passes, columns, ...within }: Ground, number: number): void {
  const parent = outline.parents[number] ?? -1;
  if (parent < 0) return;
  const start = columns.spanStart[number] ?? noDay;
  const first = start === noDay ? (columns.spanEnd[number] ?? noDay) : start;
  const known = within.firstInside[parent] ?? noDay;
  if (first !== noDay && (known === noDay || first < known)) within.firstInside[parent] = first;
  const forecast = columns.forecast[number] ?? noDay;
  const latest = within.forecastInside[parent] ?? noDay;
  if (forecast === noDay || forecast < latest) return;
  const before = columns.lastInside[parent] ?? -1;
  const comparable = forecast === latest && network.calendar[number] === network.calendar[before];
  if (comparable && (passes.earlyFinish[number] ?? 0) < (passes.earlyFinish[before] ?? 0)) return;
  within.forecastInside[parent] = forecast;
  columns.lastInside[parent] = number;
}

/** Only of what is open and dated. What is not done cannot have been finished before today. */
function earlyFinishOf(ground: Ground, number: number, { status, today }: Own): number {
  const { outline, network, passes } = ground;
  if (status === 'done' || status === 'cancelled' || passes.dated[number] !== 1) return noDay;
  const calendar = network.calendars[network.calendar[number] ?? 0];
  const at = passes.earlyFinish[number] ?? 0;
  // What takes no time and is held by a start happens on that day, not at the end of the working day before it.
  const begins = network.duration[number] === 0 && outline.ends[number] === number + 1 && isHeldByStart(ground, number);
  return Math.max(today, (begins ? calendar?.startDay(at) : calendar?.finishDay(at)) ?? today);
}

function isHeldByStart({ outline, passes }: Ground, number: number): boolean {
  let by = passes.driver[number];
  for (let at = outline.parents[number] ?? -1; by === drivenBy.around && at >= 0; at = outline.parents[at] ?? -1) {
    by = passes.startDriver[at];
  }
  return by === drivenBy.startFrom;
}

/** A done milestone without `completed` has no forecast: when it was finished is not known. */
function forecastOf({ milestone, status, today }: Own, found: number): number {
  if (status === 'done') return milestone.completed ?? noDay;
  if (status === 'cancelled') return noDay;
  const limit = limitOf(milestone);
  const overdue = limit !== undefined && limit < today ? today : noDay;
  return Math.max(milestone.due ?? noDay, overdue, found);
}

function lateDaysOf({ milestone, status, today }: Own): number {
  const limit = limitOf(milestone);
  const finished = status === 'done' ? milestone.completed : isOpen(status) ? today : undefined;
  return limit !== undefined && finished !== undefined && finished > limit ? finished - limit : 0;
}

/**
 * Stated days, else what is inside, else when the network has it finished. One with no end of any kind reaches to today when it has begun and shows on the day
 * it is to start when it has not.
 */
function spanEndOf({ network, columns, forecastInside }: Ground, number: number, { milestone, today }: Own): number {
  const end = milestone.completed ?? milestone.due;
  if (end !== undefined) return end;
  const inside = forecastInside[number] ?? noDay;
  if (inside !== noDay) return inside;
  const start = milestone.start ?? milestone.started;
  const early = columns.earlyFinish[number] ?? noDay;
  if (start === undefined || (network.duration[number] ?? 0) > 0) return early === noDay ? (start ?? noDay) : early;
  const running = milestone.status === 'in-progress' || milestone.status === 'submitted';
  return running ? Math.max(start, today) : start;
}

/** A start behind the end (finished before it was to start, or a mistake) draws no bar. */
function spanStartOf(
  { network, passes, firstInside }: Ground,
  number: number,
  { start, started, due, completed }: Milestone,
  end: number,
): number {
  if (start !== undefined && start <= end) return start;
  if (started !== undefined && started <= end) return started;
  const first = firstInside[number] ?? noDay;
  if (first !== noDay) return first < end ? first : noDay;
  if (due !== undefined || completed !== undefined || !((network.duration[number] ?? 0) > 0)) return noDay;
  const begin = network.calendars[network.calendar[number] ?? 0]?.startDay(passes.earlyStart[number] ?? 0) ?? end;
  return begin <= end ? begin : noDay;
}
