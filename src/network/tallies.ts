// How often values of many runs fell where, without keeping them: a histogram for each of several columns. Knows no network.
import { tolerance } from './calendar';

export interface Tallies {
  /** Into how many cells a working day is cut. */
  readonly grain: number;
  readonly columns: number;
  /** The cells of column `c` are `counts[from[c]]` up to, not including, `counts[from[c + 1]]`; each stands for 2^shift steps of 1 ÷ grain, from the step `first` on. */
  readonly from: Uint32Array;
  readonly first: Float64Array;
  readonly shift: Uint8Array;
  readonly counts: Uint16Array;
  /** What fell outside of those cells, by step and column. */
  readonly outside: Map<number, Map<number, number>>;
}

/** Days of ten thousand years: no calendar tells days apart beyond it, and steps stay whole numbers of 32 bits. */
const farthest = 3_660_000;
const mostCells = 4096;
/** How often one cell can count. */
export const mostCounted = 65_535;

/**
 * Columns for positions that are expected between `least` and `most`; counting others takes longer. With `grain` 1 a cell is a working day and counts the
 * finishes on it, so that a quantile in days is exact; with more it is a part of one. Beyond 4 096 cells they become twice as wide, and again.
 */
export function talliesOf(least: Float64Array, most: Float64Array, grain: number): Tallies {
  const columns = least.length;
  const from = new Uint32Array(columns + 1);
  const shift = new Uint8Array(columns);
  const first = least.map((position) => stepOf(position, grain));
  for (let column = 0; column < columns; column++) {
    const steps = Math.max(1, stepOf(most[column] ?? 0, grain) - (first[column] ?? 0) + 1);
    shift[column] = Math.max(0, Math.ceil(Math.log2(steps / mostCells)));
    from[column + 1] = (from[column] ?? 0) + Math.ceil(steps / 2 ** (shift[column] ?? 0));
  }
  return { grain, columns, from, first, shift, counts: new Uint16Array(from[columns] ?? 0), outside: new Map() };
}

/** Counts one value of every column: for column `c` the one of `numbers[c]`. */
export function tally(tallies: Tallies, numbers: Uint32Array, values: Float64Array): void {
  const { grain, columns, from, first, shift, counts } = tallies;
  let begin = 0;
  for (let column = 0; column < columns; column++) {
    const end = from[column + 1] ?? 0;
    const step = stepOf(values[numbers[column] ?? 0] ?? 0, grain);
    const cell = begin + ((step - (first[column] ?? 0)) >> (shift[column] ?? 0));
    if (cell >= begin && cell < end) counts[cell] = (counts[cell] ?? 0) + 1;
    else stray(tallies, column, step);
    begin = end;
  }
}

/** Cells with something in them, in order. */
export interface Counted {
  /** The position at which the cell ends. */
  readonly end: number;
  readonly count: number;
}

export function countedIn({ grain, from, first, shift, counts, outside }: Tallies, column: number): readonly Counted[] {
  const found: Counted[] = Array.from(outside.get(column) ?? [], ([step, count]) => ({ end: step / grain, count }));
  const begin = from[column] ?? 0;
  const width = 2 ** (shift[column] ?? 0);
  for (let cell = begin; cell < (from[column + 1] ?? 0); cell++) {
    const count = counts[cell] ?? 0;
    if (count > 0) found.push({ end: ((first[column] ?? 0) + (cell - begin + 1) * width - 1) / grain, count });
  }
  return outside.has(column) ? found.sort((a, b) => a.end - b.end) : found;
}

/** The end of the first cell by which `share` (above 0, at most 1) of all values have come. */
export function quantile(cells: readonly Counted[], share: number): number {
  const needed = share * countBy(cells, Number.POSITIVE_INFINITY) - tolerance;
  let sum = 0;
  for (const { end, count } of cells) {
    sum += count;
    if (sum >= needed) return end;
  }
  return Number.NEGATIVE_INFINITY;
}

/** How many values have come by `position`. */
export function countBy(cells: readonly Counted[], position: number): number {
  let sum = 0;
  for (const { end, count } of cells) if (end <= position + tolerance) sum += count;
  return sum;
}

/** What finishes a little behind the end of a step belongs to it. */
function stepOf(position: number, grain: number): number {
  return Math.ceil(Math.min(position, farthest) * grain - tolerance);
}

function stray({ outside }: Tallies, column: number, step: number): void {
  const steps = outside.get(column) ?? new Map<number, number>();
  steps.set(step, (steps.get(step) ?? 0) + 1);
  outside.set(column, steps);
}
