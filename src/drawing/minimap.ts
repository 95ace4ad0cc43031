// The whole plan in a strip of a few dozen pixels: shown rows counted into cells, each in the colour most of them have. Knows no DOM; its cost does not depend on how long bars are.
import { noDay, rowStates, type TimelineRows } from '../report/timelineRows';
import type { DayRange } from './scale';
import type { Shown } from './shown';

export interface Strip {
  readonly width: number;
  readonly height: number;
  /** The days from its left to its right edge. */
  readonly range: DayRange;
}

/** Runs of cells as x, y, width, height …, one list for each of `rowStates`. */
export type MinimapRuns = readonly (readonly number[])[];

const cell = 2;
const tallestLane = 5;
const leastCells = 2;

export function minimapOf(
  rows: Pick<TimelineRows, 'start' | 'end' | 'state' | 'depth'>,
  shown: Pick<Shown, 'count' | 'rowAt'>,
  strip: Strip,
): MinimapRuns {
  const columns = Math.max(1, Math.floor(strip.width / cell));
  const lanes = Math.max(1, Math.min(shown.count, Math.floor(strip.height / cell)));
  const grid = { columns, lanes, step: Math.min(tallestLane, strip.height / lanes) };
  return runsOf(countsOf(rows, shown, { strip, columns, lanes }), grid);
}

/** How far the strip's rows reach down, of which the window shows a part. */
export function minimapDepth(count: number, height: number): number {
  const lanes = Math.max(1, Math.min(count, Math.floor(height / cell)));
  return Math.min(tallestLane, height / lanes) * lanes;
}

/** For each lane and state the changes of the count from cell to cell: two for each row, whatever its length. */
function countsOf(
  rows: Pick<TimelineRows, 'start' | 'end' | 'state' | 'depth'>,
  shown: Pick<Shown, 'count' | 'rowAt'>,
  { strip, columns, lanes }: { readonly strip: Strip; readonly columns: number; readonly lanes: number },
): Int32Array {
  const { from, to } = strip.range;
  const perDay = columns / Math.max(1, to - from);
  const width = columns + 1;
  const changes = new Int32Array(lanes * rowStates.length * width);
  for (let position = 0; position < shown.count; position++) {
    const row = shown.rowAt[position] ?? 0;
    const end = rows.end[row] ?? noDay;
    if (end === noDay || holdsShown(rows, shown, position)) continue;
    const start = rows.start[row] ?? noDay;
    const first = clamp(
      Math.floor(((start === noDay || start > end ? end : start) - from) * perDay),
      columns - leastCells,
    );
    const last = clamp(Math.max(first + leastCells, Math.ceil((end + 1 - from) * perDay)), columns);
    const lane = Math.floor((position * lanes) / shown.count);
    const base = (lane * rowStates.length + (rows.state[row] ?? 0)) * width;
    changes[base + first] = (changes[base + first] ?? 0) + 1;
    changes[base + last] = (changes[base + last] ?? 0) - 1;
  }
  return changes;
}

/** A plan whose milestones are shown says nothing that they do not say. */
function holdsShown(
  rows: Pick<TimelineRows, 'depth'>,
  { count, rowAt }: Pick<Shown, 'count' | 'rowAt'>,
  at: number,
): boolean {
  if (rows.depth[rowAt[at] ?? 0] !== 0 || at + 1 >= count) return false;
  return (rows.depth[rowAt[at + 1] ?? 0] ?? 0) > 0;
}

interface Grid {
  readonly columns: number;
  readonly lanes: number;
  /** Pixels of a lane. */
  readonly step: number;
}

function runsOf(changes: Int32Array, { columns, lanes, step }: Grid): MinimapRuns {
  const runs: number[][] = rowStates.map(() => []);
  const counts = new Int32Array(rowStates.length);
  const height = step > 3 ? step - 1 : step;
  for (let lane = 0; lane < lanes; lane++) {
    counts.fill(0);
    let [state, from] = [-1, 0];
    for (let column = 0; column <= columns; column++) {
      const next = column === columns ? -1 : most(changes, counts, { lane, column, width: columns + 1 });
      if (next === state) continue;
      if (state >= 0) runs[state]?.push(from * cell, lane * step, (column - from) * cell, height);
      [state, from] = [next, column];
    }
  }
  return runs;
}

/** The state most rows of a cell have, or -1; later ones of `rowStates` give way. */
function most(
  changes: Int32Array,
  counts: Int32Array,
  { lane, column, width }: { readonly lane: number; readonly column: number; readonly width: number },
): number {
  let found = -1;
  let highest = 0;
  for (let state = 0; state < counts.length; state++) {
    const count = (counts[state] ?? 0) + (changes[(lane * counts.length + state) * width + column] ?? 0);
    counts[state] = count;
    if (count > highest) [found, highest] = [state, count];
  }
  return found;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
