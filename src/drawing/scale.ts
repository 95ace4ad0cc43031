// Days to pixels and back, zoom levels and the view that shows a whole plan. Knows no rows and no DOM.
import { noDay, type TimelineRows } from '../report/timelineRows';

/** `start` is the day at x = 0, fractional; a day covers `[day, day + 1)`. */
export interface Scale {
  readonly start: number;
  readonly pxPerDay: number;
}

/** Whole days: `from` is in it, `to` is the day after the last. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export const zoomLevels = ['week', 'month', 'quarter', 'year'] as const;
export type ZoomLevel = (typeof zoomLevels)[number];

/** Pixels per day of the named levels: about a month, a quarter, a year and three years on a wide panel. */
export const levelPxPerDay: Readonly<Record<ZoomLevel, number>> = { week: 32, month: 11, quarter: 3.6, year: 1.1 };

const maxPxPerDay = 96;
const minPxPerDay = 0.00005;

export function xOf(scale: Scale, day: number): number {
  return (day - scale.start) * scale.pxPerDay;
}

export function dayAt(scale: Scale, x: number): number {
  return scale.start + x / scale.pxPerDay;
}

function clampZoom(pxPerDay: number): number {
  return Math.min(maxPxPerDay, Math.max(minPxPerDay, pxPerDay));
}

/** The scale with another zoom and the same day under `x`. */
export function zoomAround(scale: Scale, pxPerDay: number, x: number): Scale {
  const next = clampZoom(pxPerDay);
  return { start: dayAt(scale, x) - x / next, pxPerDay: next };
}

/** Everything that the first `count` rows draw; `undefined` when none of them has a day. */
export function daysOf(rows: TimelineRows, count = rows.count): DayRange | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const column of [rows.start, rows.end, rows.baseline, rows.deadline, rows.forecast, rows.lateFinish]) {
    const days = count === rows.count ? wholeRange(column) : rangeOf(column, count);
    if (days.from < from) from = days.from;
    if (days.to > to) to = days.to;
  }
  return from > to ? undefined : { from, to: to + 1 };
}

/** Most columns stay as they are when a milestone changes. */
const ranges = new WeakMap<Int32Array, DayRange>();

function wholeRange(column: Int32Array): DayRange {
  const known = ranges.get(column) ?? rangeOf(column, column.length);
  ranges.set(column, known);
  return known;
}

/** First and last day; from infinity to minus infinity where there is none. */
function rangeOf(column: Int32Array, count: number): DayRange {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row++) {
    const day = column[row] ?? noDay;
    if (day === noDay) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return { from, to };
}

/** `range` and `today`, where today is near enough that showing it does not shrink the plan by more than a quarter. */
export function withToday(range: DayRange, today: number): DayRange {
  const reach = (range.to - range.from) / 4 + 7;
  if (today < range.from - reach || today > range.to + reach) return range;
  return { from: Math.min(range.from, today), to: Math.max(range.to, today + 1) };
}

export interface Room {
  readonly width: number;
  /** Pixels kept free on each side. */
  readonly before: number;
  readonly after: number;
}

/** The scale that shows `range` whole; a short one is centred rather than blown up beyond the week level. */
export function fitScale(range: DayRange, room: Room): Scale {
  const days = Math.max(1, range.to - range.from);
  const free = Math.max(40, room.width - room.before - room.after);
  const pxPerDay = clampZoom(Math.min(levelPxPerDay.week, free / days));
  const spare = Math.max(0, free - days * pxPerDay) / 2;
  return { start: range.from - (room.before + spare) / pxPerDay, pxPerDay };
}
