// A change applied to the rows the page keeps. Columns that nothing happened to stay the very same, so that whoever drew from them knows. Takes what has been checked to fit.
import type { TimelineRows } from '../report/timelineRows';
import { moved, newRows } from './hunks';
import { type KeptRows, type KeptTexts, keptTexts } from './unpack';
import {
  byName,
  byteColumns,
  type ChangedLinks,
  type ChangedTexts,
  emptyNumber,
  numberColumns,
  type RowsChange,
  textColumns,
} from './wire';

export function applyChange(rows: KeptRows, change: RowsChange): KeptRows {
  const { count, today, hunks, owners = rows.owners, overloads = rows.overloads, calendars = rows.calendars } = change;
  return {
    ...{ count, today: today as TimelineRows['today'], owners, overloads, calendars },
    ...byName(byteColumns, (name) => written(rows[name], hunks, change.bytes[name], 0)),
    ...byName(numberColumns, (name) => written(rows[name], hunks, change.numbers[name], emptyNumber(name))),
    ...byName(textColumns, (name) => writtenTexts(rows[name], hunks, change.texts[name])),
    ...movedLinks(rows, hunks, change.links),
  };
}

type Column = Int32Array | Uint8Array;

function written<Kind extends Column>(
  column: Kind,
  hunks: Int32Array | undefined,
  pairs: Int32Array | undefined,
  empty: number,
): Kind {
  if (!hunks && !pairs) return column;
  const next = hunks ? moved(column, hunks, empty) : (column.slice() as Kind);
  if (pairs) for (let at = 0; at < pairs.length; at += 2) next[pairs[at] ?? 0] = pairs[at + 1] ?? 0;
  return next;
}

/** Inserted rows have no text before theirs is written: an entry of -1 is one that is not there. */
function writtenTexts(column: KeptTexts, hunks: Int32Array | undefined, change: ChangedTexts | undefined): KeptTexts {
  if (!hunks && !change) return column;
  const { pool, more } = column;
  const index = written(column.index, hunks, undefined, -1);
  if (!change) return keptTexts(index, pool, more);
  const next = index === column.index ? index.slice() : index;
  const first = pool.size + more.length;
  for (let at = 0; at < change.at.length; at += 2) next[change.at[at] ?? 0] = first + (change.at[at + 1] ?? 0);
  return keptTexts(next, pool, [...more, ...change.texts]);
}

function movedLinks(
  { links, criticalLinks, count }: KeptRows,
  hunks: Int32Array | undefined,
  change: ChangedLinks | undefined,
): Pick<TimelineRows, 'links' | 'criticalLinks'> {
  const places = hunks && newRows(hunks, count);
  const pairs = places ? links.map((row) => places[row] ?? -1) : links;
  if (!change) return { links: pairs, criticalLinks };
  const { at, removed } = change;
  return {
    links: spliced(pairs, 2 * at, 2 * removed, change.pairs),
    criticalLinks: spliced(criticalLinks, at, removed, change.critical),
  };
}

function spliced<Kind extends Column>(column: Kind, at: number, removed: number, inserted: Kind): Kind {
  const next = new (column.constructor as new (length: number) => Kind)(column.length - removed + inserted.length);
  next.set(column.subarray(0, at));
  next.set(inserted, at);
  next.set(column.subarray(at + removed), at + inserted.length);
  return next;
}
