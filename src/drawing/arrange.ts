// Rows filtered, sorted and grouped: another set of rows, from which everything is drawn as from any other. Knows no words but those it is given.
import type { Arrangement } from '../report/arrangement';
import type { TimelineRows } from '../report/timelineRows';
import { columnsOf } from './arrangeColumns';
import { filterIsEmpty, hitsOf } from './arrangeFilter';
import { type Band, type GroupWords, groupsOf } from './arrangeGroups';
import { ranked } from './arrangeOrder';
import { outlined, parentsOf } from './arrangeOutline';

/** Rows in their new order, with what they were. */
export interface Arranged {
  readonly rows: TimelineRows;
  /** Of each row its index in the rows given, -1 for the head of a group. */
  readonly source: Int32Array;
  /** What names the head of each group from one set of rows to the next, by row. */
  readonly bands: ReadonlyMap<number, string>;
  /** How many milestones the filter found; those kept around them as context are not counted. */
  readonly hits: number;
}

const noBands: ReadonlyMap<number, string> = new Map();

export function arrange(rows: TimelineRows, how: Arrangement, words: GroupWords): TimelineRows {
  return arranged(rows, how, words).rows;
}

/** As `arrange`, with what a view needs to find rows again. */
export function arranged(rows: TimelineRows, how: Arrangement, words: GroupWords): Arranged {
  const { groupBy, sortBy, descending, filter } = how;
  const isAll = filterIsEmpty(filter);
  const isPlain = isAll && groupBy === 'plan' && sortBy === 'file' && !descending;
  if (isPlain) return { rows, source: everyRow(rows.count), bands: noBands, hits: milestonesIn(rows) };
  const hits = hitsOf(rows, filter);
  const found = milestonesIn(rows, hits);
  const order = ranked(rows, sortBy, descending);
  if (groupBy === 'plan') {
    const parents = parentsOf(rows);
    const kept = isAll ? hits : withParents(hits, parents);
    const { source, inside, depth } = outlined(rows, { order, kept, parents });
    return { rows: columnsOf(rows, { source, inside, depth, bands: [] }), source, bands: noBands, hits: found };
  }
  const { source, inside, depth, bands } = groupsOf(rows, { order, hits, groupBy, words });
  const keys = new Map(bands.map((band: Band) => [band.row, band.key]));
  return { rows: columnsOf(rows, { source, inside, depth, bands }), source, bands: keys, hits: found };
}

/** How many of the rows are milestones, of all or of the hits. */
export function milestonesIn({ count, depth }: Pick<TimelineRows, 'count' | 'depth'>, hits?: Uint8Array): number {
  let found = 0;
  for (let row = 0; row < count; row++) if (depth[row] !== 0 && hits?.[row] !== 0) found += 1;
  return found;
}

/** The same for every change of one and the same number of rows; nobody writes into it. */
let everyRowOfLast = new Int32Array();

function everyRow(count: number): Int32Array {
  if (everyRowOfLast.length === count) return everyRowOfLast;
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  everyRowOfLast = rows;
  return rows;
}

/** What a hit lies in stays around it, so that it is seen where it belongs. */
function withParents(hits: Uint8Array, parents: Int32Array): Uint8Array {
  const kept = hits.slice();
  for (let row = kept.length - 1; row >= 0; row--) {
    const parent = parents[row] ?? -1;
    if (kept[row] === 1 && parent >= 0) kept[parent] = 1;
  }
  return kept;
}
