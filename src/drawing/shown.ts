// Which rows are shown when some are collapsed, and where each row is then found. Rebuilt when that changes, never per frame.
import type { TimelineRows } from '../report/timelineRows';

export interface Shown {
  readonly count: number;
  /** Row of each position; only the first `count` entries count. */
  readonly rowAt: Int32Array;
  /** Position of each row: its own, or that of the collapsed row it lies in. */
  readonly positionOf: Int32Array;
}

/** `collapsed` says of a row whether what lies inside it is hidden. */
export function shownRows(rows: Pick<TimelineRows, 'count' | 'inside'>, collapsed: ReadonlySet<number>): Shown {
  const rowAt = new Int32Array(rows.count);
  const positionOf = new Int32Array(rows.count);
  let count = 0;
  for (let row = 0; row < rows.count; ) {
    const hidden = collapsed.size > 0 && collapsed.has(row) ? (rows.inside[row] ?? 0) : 0;
    rowAt[count] = row;
    positionOf.fill(count, row, row + hidden + 1);
    row += hidden + 1;
    count++;
  }
  return { count, rowAt, positionOf };
}

/** The row a row lies in, or -1 at the top. */
export function parentOf(rows: Pick<TimelineRows, 'depth'>, row: number): number {
  const depth = rows.depth[row] ?? 0;
  for (let at = row - 1; at >= 0; at--) if ((rows.depth[at] ?? 0) < depth) return at;
  return -1;
}

export interface Siblings {
  /** 1-based place of each row among those in the same parent. */
  readonly place: Int32Array;
  /** How many there are. */
  readonly size: Int32Array;
}

/** Places among siblings for assistive technology, in one pass with a stack of open parents. */
export function siblingsOf(rows: Pick<TimelineRows, 'count' | 'inside'>): Siblings {
  const place = new Int32Array(rows.count);
  const size = new Int32Array(rows.count);
  const parent = new Int32Array(rows.count).fill(-1);
  const children = new Int32Array(rows.count + 1);
  const open: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    for (let top = open.at(-1); top !== undefined && row > top + (rows.inside[top] ?? 0); top = open.at(-1)) open.pop();
    const above = open.at(-1) ?? -1;
    parent[row] = above;
    const slot = above + 1;
    children[slot] = (children[slot] ?? 0) + 1;
    place[row] = children[slot] ?? 1;
    if ((rows.inside[row] ?? 0) > 0) open.push(row);
  }
  for (let row = 0; row < rows.count; row++) size[row] = children[(parent[row] ?? -1) + 1] ?? 1;
  return { place, size };
}
