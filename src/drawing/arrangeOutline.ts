// Rows in a new order within their plans: what lies inside a row stays inside it. Knows no text.
import type { TimelineRows } from '../report/timelineRows';

/** The rows in their new order with their new columns of structure. */
export interface Outline {
  /** Of each row its index in the rows given. */
  readonly source: Int32Array;
  readonly inside: Int32Array;
  readonly depth: Uint8Array;
}

/** The row each row lies in, or -1. */
export function parentsOf({ count, inside }: Pick<TimelineRows, 'count' | 'inside'>): Int32Array {
  const parents = new Int32Array(count).fill(-1);
  const open: number[] = [];
  for (let row = 0; row < count; row++) {
    for (let top = open.at(-1); top !== undefined && row > top + (inside[top] ?? 0); top = open.at(-1)) open.pop();
    parents[row] = open.at(-1) ?? -1;
    if ((inside[row] ?? 0) > 0) open.push(row);
  }
  return parents;
}

interface Outlining {
  /** Every row, in the order wanted among those in the same parent. */
  readonly order: Int32Array;
  /** 1 for rows that stay; the parents of one that stays must stay too. */
  readonly kept: Uint8Array;
  readonly parents: Int32Array;
}

/** Plans keep the order they have: it is the rows within each that are sorted. */
export function outlined(rows: TimelineRows, { order, kept, parents }: Outlining): Outline {
  const first = new Int32Array(rows.count + 1).fill(-1);
  const next = new Int32Array(rows.count).fill(-1);
  const chain = (row: number) => {
    const slot = (parents[row] ?? -1) + 1;
    next[row] = first[slot] ?? -1;
    first[slot] = row;
  };
  // Chained from the back, so that each chain reads forwards.
  for (let row = rows.count - 1; row >= 0; row--) if (kept[row] === 1 && parents[row] === -1) chain(row);
  for (let at = order.length - 1; at >= 0; at--) {
    const row = order[at] ?? 0;
    if (kept[row] === 1 && parents[row] !== -1) chain(row);
  }
  return walked(rows, { first, next, count: kept.reduce((sum, one) => sum + one, 0) });
}

function walked(
  rows: TimelineRows,
  { first, next, count }: { readonly first: Int32Array; readonly next: Int32Array; readonly count: number },
): Outline {
  const source = new Int32Array(count);
  const inside = new Int32Array(count);
  const depth = new Uint8Array(count);
  // Places of the open parents; the row of each goes on where its chain was left.
  const open: number[] = [];
  let row = first[0] ?? -1;
  let at = 0;
  while (row >= 0) {
    source[at] = row;
    depth[at] = rows.depth[row] ?? 0;
    const child = first[row + 1] ?? -1;
    open.push(at);
    at += 1;
    row = child;
    while (row < 0 && open.length > 0) {
      const closed = open.pop() ?? 0;
      inside[closed] = at - closed - 1;
      row = next[source[closed] ?? 0] ?? -1;
    }
  }
  return { source, inside, depth };
}
