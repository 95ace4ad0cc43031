// The days on which nobody works, between two days and for the rows in the window: each plan's rows by its own calendar. Knows no pixels.
import type { ClosedDays, TimelineRows } from '../report/timelineRows';
import { weekdayOf } from './civil';
import type { Shown } from './shown';

/** Runs of closed days from `from` up to, without, `to`: first day and the day after the last, in pairs. Ranges may overlap in any order. */
export function closedRuns({ workweek, holidays, workdays }: ClosedDays, from: number, to: number): number[] {
  const count = Math.max(0, to - from);
  const closed = new Uint8Array(count);
  for (let at = 0; at < count; at++) closed[at] = (workweek >> (weekdayOf(from + at) - 1)) & 1 ? 0 : 1;
  const fill = (value: number, pairs: Int32Array) => {
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [first, last] = [(pairs[at] ?? 0) - from, (pairs[at + 1] ?? 0) - from + 1];
      if (first < count && last > 0) closed.fill(value, Math.max(0, first), Math.min(count, last));
    }
  };
  fill(1, holidays);
  fill(0, workdays);
  const runs: number[] = [];
  for (let at = 0; at < count; at++) {
    if (closed[at] !== closed[at - 1] && (closed[at] === 1 || at > 0)) runs.push(from + at);
  }
  if (runs.length % 2 === 1) runs.push(to);
  return runs;
}

/** Neighbouring rows with the same closed days; `to` is the position after the last. */
export interface ClosedBand {
  readonly from: number;
  readonly to: number;
  readonly calendar: ClosedDays;
}

/** Bands are looked for in steps of so many rows, so that scrolling by one changes none. */
const step = 64;

/** The bands of the rows in the window and some around it. */
export function closedBands(
  rows: Pick<TimelineRows, 'calendars' | 'calendar'>,
  shown: Pick<Shown, 'count' | 'rowAt'>,
  { first, last }: { readonly first: number; readonly last: number },
): ClosedBand[] {
  const bands: { from: number; to: number; calendar: ClosedDays }[] = [];
  const end = Math.min(shown.count, (Math.floor(last / step) + 1) * step);
  for (let position = Math.floor(first / step) * step; position < end; position++) {
    const calendar = rows.calendars[rows.calendar[shown.rowAt[position] ?? 0] ?? 0];
    if (!calendar) continue;
    const before = bands.at(-1);
    if (before && before.to === position && isSame(before.calendar, calendar)) before.to = position + 1;
    else bands.push({ from: position, to: position + 1, calendar });
  }
  return bands;
}

function isSame(a: ClosedDays, b: ClosedDays): boolean {
  return a === b || (a.workweek === b.workweek && areAlike(a.holidays, b.holidays) && areAlike(a.workdays, b.workdays));
}

function areAlike(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
