// The order of rows by one of their facts: whole numbers sorted as numbers, so that a hundred thousand take milliseconds.
import type { Sorting } from '../report/arrangement';
import { noDay, type RowState, rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import { folded } from './arrangeFilter';

/** What needs somebody comes first. */
export const urgency: readonly RowState[] = [
  ...(['late', 'blocked', 'at-risk', 'due-soon', 'on-track', 'submitted'] as const),
  ...(['waiting', 'planned', 'on-hold', 'done', 'cancelled'] as const),
];

/** Every row, in order; rows that are equal keep the order they had, and those without the fact come last in both directions. */
export function ranked(rows: TimelineRows, sortBy: Sorting, descending: boolean): Int32Array {
  const { count } = rows;
  if (sortBy === 'file' && !descending) return Int32Array.from({ length: count }, (_, row) => row);
  const keyOf = keysBy[sortBy](rows);
  // One number holds the fact and, below it, the place the row had.
  const packed = new Float64Array(count);
  const step = 2 ** 21;
  for (let row = 0; row < count; row++) {
    const key = keyOf(row);
    const high = key === noDay ? 2 ** 31 : descending ? -key : key;
    packed[row] = high * step + row;
  }
  packed.sort();
  const order = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const value = packed[at] ?? 0;
    order[at] = value - Math.floor(value / step) * step;
  }
  return order;
}

type KeyOf = (row: number) => number;

const column =
  (values: Int32Array | Uint8Array): KeyOf =>
  (row) =>
    values[row] ?? noDay;

const keysBy: Readonly<Record<Sorting, (rows: TimelineRows) => KeyOf>> = {
  file: () => (row) => row,
  // A milestone on one day begins and ends on it.
  start: ({ start, end }) => {
    const [from, to] = [column(start), column(end)];
    return (row) => (from(row) === noDay ? to(row) : from(row));
  },
  end: ({ end }) => column(end),
  title: (rows) => column(titleRanks(rows)),
  state: ({ state }) => {
    const rank = rowStates.map((each) => urgency.indexOf(each));
    return (row) => rank[state[row] ?? 0] ?? 0;
  },
  progress: ({ progress }) => column(progress),
  owner: ({ owners, owner }) => {
    const rank = ranksOf(owners.map(folded));
    return (row) => rank[owner[row] ?? -1] ?? noDay;
  },
  float: ({ float }) => column(float),
  variance: ({ variance }) => column(variance),
};

const titlesOf = new WeakMap<TimelineRows, Int32Array>();

/** Comparing texts is what costs; it is done once for each set of rows. */
function titleRanks(rows: TimelineRows): Int32Array {
  const known = titlesOf.get(rows);
  if (known) return known;
  const titles: string[] = [];
  for (let row = 0; row < rows.count; row++) titles.push(byNumber(folded(textAt(rows.titles, row))));
  const made = ranksOf(titles);
  titlesOf.set(rows, made);
  return made;
}

/** So that `Sprint 2` comes before `Sprint 10`. */
function byNumber(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(9, '0'));
}

/** The place of each text among all; equal texts have the same. */
export function ranksOf(texts: readonly string[]): Int32Array {
  const order = texts.map((_, at) => at);
  order.sort((a, b) => compared(texts[a] ?? '', texts[b] ?? ''));
  const ranks = new Int32Array(texts.length);
  let rank = -1;
  order.forEach((at, place) => {
    if (place === 0 || texts[at] !== texts[order[place - 1] ?? 0]) rank += 1;
    ranks[at] = rank;
  });
  return ranks;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
