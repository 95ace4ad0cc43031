// The days that follow from a milestone, from what is inside it, from the network and from today: forecast, lateness, the span of its bar.
import type { Day } from '../base/day';
import type { Milestone, Status } from '../model/plan';
import { drivenBy, type Network, type Passes } from '../network/network';
import { noDay } from './columns';
import { type Outline, ownStatus } from './outline';

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
    forecast: days(),
    earlyFinish: days(),
    lateDays: new Int32Array(count),
    spanStart: days(),
    spanEnd: days(),
    lastInside: new Int32Array(count).fill(-1),
  };
  const ground = { outline, network, passes, columns, firstInside: days(), forecastInside: days() };
  for (let number = count - 1; number >= 0; number--) {
    const today = todays[outline.planOf[number] ?? 0];
    if (today === undefined) continue;
    fill(ground, number, today);
    if (ownStatus(outline, number) !== 'cancelled') reach(ground, number);
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

function fill(ground: Ground, number: number, today: Day): void {
  const { outline, columns, forecastInside } = ground;
  const early = earlyFinishOf(ground, number, today);
  columns.earlyFinish[number] = early;
  columns.forecast[number] = forecastOf(outline, number, today, Math.max(early, forecastInside[number] ?? noDay));
  columns.lateDays[number] = lateDaysOf(outline, number, today);
  const end = spanEndOf(ground, number, today);
  columns.spanEnd[number] = end;
  columns.spanStart[number] = end === noDay ? noDay : spanStartOf(ground, number, end);
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
function earlyFinishOf(ground: Ground, number: number, today: Day): number {
  const { outline, network, passes } = ground;
  const status = outline.statuses[number];
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
function forecastOf({ columns, statuses }: Outline, number: number, today: Day, found: number): number {
  const status = statuses[number];
  if (status === 'done') return columns.completed[number] ?? noDay;
  if (status === 'cancelled') return noDay;
  const limit = columns.limit[number] ?? noDay;
  // What is not there is before all days.
  const overdue = limit !== noDay && limit < today ? today : noDay;
  return Math.max(columns.due[number] ?? noDay, overdue, found);
}

function lateDaysOf({ columns, statuses }: Outline, number: number, today: Day): number {
  const status = statuses[number];
  const limit = columns.limit[number] ?? noDay;
  const finished = status === 'done' ? (columns.completed[number] ?? noDay) : isOpen(status) ? today : noDay;
  return limit !== noDay && finished > limit ? finished - limit : 0;
}

/**
 * Stated days, else what is inside, else when the network has it finished. One with no end of any kind reaches to today when it has begun and shows on the day
 * it is to start when it has not.
 */
function spanEndOf({ outline, network, columns, forecastInside }: Ground, number: number, today: Day): number {
  const { completed, due, start, started } = outline.columns;
  const end = completed[number] !== noDay ? completed[number] : due[number];
  if (end !== undefined && end !== noDay) return end;
  const inside = forecastInside[number] ?? noDay;
  if (inside !== noDay) return inside;
  const begin = (start[number] !== noDay ? start[number] : started[number]) ?? noDay;
  const early = columns.earlyFinish[number] ?? noDay;
  if (begin === noDay || (network.duration[number] ?? 0) > 0) return early === noDay ? begin : early;
  const status = ownStatus(outline, number);
  return status === 'in-progress' || status === 'submitted' ? Math.max(begin, today) : begin;
}

/** A start behind the end (finished before it was to start, or a mistake) draws no bar. */
function spanStartOf({ outline, network, passes, firstInside }: Ground, number: number, end: number): number {
  const { start, started, due, completed } = outline.columns;
  if (start[number] !== noDay && (start[number] ?? 0) <= end) return start[number] ?? noDay;
  if (started[number] !== noDay && (started[number] ?? 0) <= end) return started[number] ?? noDay;
  const first = firstInside[number] ?? noDay;
  if (first !== noDay) return first < end ? first : noDay;
  if (due[number] !== noDay || completed[number] !== noDay || !((network.duration[number] ?? 0) > 0)) return noDay;
  const begin = network.calendars[network.calendar[number] ?? 0]?.startDay(passes.earlyStart[number] ?? 0) ?? end;
  return begin <= end ? begin : noDay;
}
