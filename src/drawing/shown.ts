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
  if (collapsed.size === 0) {
    for (let row = 0; row < rows.count; row++) rowAt[row] = row;
    positionOf.set(rowAt);
    return { count: rows.count, rowAt, positionOf };
  }
  let count = 0;
  for (let row = 0; row < rows.count; ) {
    const hidden = collapsed.has(row) ? (rows.inside[row] ?? 0) : 0;
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

/** Places among siblings for assistive technology, in one pass that knows the parent it is in, and of each parent its own. */
export function siblingsOf({ count, inside }: Pick<TimelineRows, 'count' | 'inside'>): Siblings {
  const place = new Int32Array(count);
  const size = new Int32Array(count);
  // Of each row, one further on: the top has the first place.
  const parent = new Int32Array(count + 1);
  const children = new Int32Array(count + 1);
  let above = 0;
  let end = count - 1;
  for (let row = 0; row < count; row++) {
    while (row > end) {
      above = parent[above] ?? 0;
      end = above === 0 ? count - 1 : above - 1 + (inside[above - 1] ?? 0);
    }
    parent[row + 1] = above;
    const own = (children[above] ?? 0) + 1;
    children[above] = own;
    place[row] = own;
    const within = inside[row] ?? 0;
    if (within > 0) {
      above = row + 1;
      end = row + within;
    }
  }
  for (let row = 0; row < count; row++) size[row] = children[parent[row + 1] ?? 0] ?? 1;
  return { place, size };
}
