// The rows as other timelines want them: dates of days, and the row each one lies in. They get no dependencies, which spares them arrows.
import { noDay, type TimelineRows } from '../../../src/report/timelineRows';

export const dayMs = 86_400_000;

/** `end` is the moment after the last day; of a milestone on one day the day itself. */
export function datesOf(rows: TimelineRows, row: number) {
  const last = rows.end[row] ?? 0;
  const first = rows.start[row] ?? noDay;
  const isPoint = first === noDay;
  return {
    start: new Date((isPoint ? last : first) * dayMs),
    end: new Date((isPoint ? last : last + 1) * dayMs),
    isPoint,
  };
}

/** The row each row lies in, or -1. */
export function parentsOf(rows: TimelineRows): Int32Array {
  const parents = new Int32Array(rows.count).fill(-1);
  for (let row = 0; row < rows.count; row++) {
    // Those further in are met later and write over it.
    for (let at = row + 1; at <= row + (rows.inside[row] ?? 0); at++) parents[at] = row;
  }
  return parents;
}
