// Where rows were removed and inserted, as triples: at this old row, so many removed, so many inserted. Rows are known by their refs alone.
import { type Texts, textAt } from '../report/timelineRows';

/** Triples in the order of the rows; none where the refs are the same. */
export function hunksBetween(old: Texts, now: Texts): Int32Array {
  if (old === now) return new Int32Array();
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && textAt(old, first) === textAt(now, first)) first++;
  let same = 0;
  while (same < most - first && textAt(old, old.length - 1 - same) === textAt(now, now.length - 1 - same)) same++;
  const [oldEnd, nowEnd] = [old.length - same, now.length - same];
  const hunks: number[] = [];
  let [at, inserted] = [first, 0];
  const close = (next: number) => {
    if (next > at || inserted > 0) hunks.push(at, next - at, inserted);
    inserted = 0;
  };
  for (const row of keptRows(placesIn(old, first, oldEnd), now, first, nowEnd)) {
    if (row < 0) inserted++;
    else {
      close(row);
      at = row + 1;
    }
  }
  close(oldEnd);
  return Int32Array.from(hunks);
}

function placesIn(texts: Texts, first: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let row = first; row < end; row++) places.set(textAt(texts, row), row);
  return places;
}

/** For each new row the old one it was, or -1; as many as can keep their order, which is the longest ascending run of places. */
function keptRows(places: ReadonlyMap<string, number>, now: Texts, first: number, end: number): Int32Array {
  const was = new Int32Array(end - first).fill(-1);
  // Patience sorting: `ends[n]` is where the run of n + 1 rows with the lowest last place ends, `before` leads back along it.
  const ends: number[] = [];
  const before = new Int32Array(end - first).fill(-1);
  for (let step = 0; step < was.length && places.size > 0; step++) {
    const place = places.get(textAt(now, first + step)) ?? -1;
    was[step] = place;
    if (place < 0) continue;
    const length = firstNotBelow(ends, was, place);
    before[step] = ends[length - 1] ?? -1;
    ends[length] = step;
  }
  const kept = new Int32Array(end - first).fill(-1);
  for (let step = ends.at(-1) ?? -1; step >= 0; step = before[step] ?? -1) kept[step] = was[step] ?? -1;
  return kept;
}

function firstNotBelow(ends: readonly number[], was: Int32Array, place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((was[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many rows there are afterwards; `undefined` where the triples do not fit the old ones. */
export function countAfter(hunks: Int32Array, count: number): number | undefined {
  if (hunks.length % 3 !== 0) return undefined;
  let [after, free] = [count, 0];
  for (let hunk = 0; hunk < hunks.length; hunk += 3) {
    const [at, removed, inserted] = tripleAt(hunks, hunk);
    if (at < free || removed < 0 || inserted < 0 || at + removed > count) return undefined;
    free = at + removed;
    after += inserted - removed;
  }
  return after;
}

/** The column with rows removed and inserted; inserted ones have the value `empty`. */
export function moved<Column extends Int32Array | Uint8Array>(
  column: Column,
  hunks: Int32Array,
  empty: number,
): Column {
  const count = countAfter(hunks, column.length) ?? 0;
  const next: Int32Array | Uint8Array = column instanceof Int32Array ? new Int32Array(count) : new Uint8Array(count);
  let [old, row] = [0, 0];
  for (let hunk = 0; hunk < hunks.length; hunk += 3) {
    const [at, removed, inserted] = tripleAt(hunks, hunk);
    next.set(column.subarray(old, at), row);
    row += at - old;
    next.fill(empty, row, row + inserted);
    row += inserted;
    old = at + removed;
  }
  next.set(column.subarray(old), row);
  return next as Column;
}

/** Row by row, the old one it was, or -1. */
export function oldRows(hunks: Int32Array, count: number): Int32Array {
  return moved(ownNumbers(count), hunks, -1);
}

/** Old row by old row, the one it is now, or -1. */
export function newRows(hunks: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  oldRows(hunks, count).forEach((old, row) => {
    if (old >= 0) places[old] = row;
  });
  return places;
}

/** 0, 1, 2 … */
export function ownNumbers(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let row = 0; row < count; row++) numbers[row] = row;
  return numbers;
}

function tripleAt(hunks: Int32Array, at: number): readonly [number, number, number] {
  return [hunks[at] ?? 0, hunks[at + 1] ?? 0, hunks[at + 2] ?? 0];
}
