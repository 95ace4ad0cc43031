// The columns of arranged rows: numbers are copied in the new order, texts are looked up where they were. Knows nothing of why rows stand where they do.
import { noDay, rowFlags, type Texts, type TimelineRows } from '../report/timelineRows';
import type { Band } from './arrangeGroups';
import type { Outline } from './arrangeOutline';

interface Ordered extends Outline {
  readonly bands: readonly Band[];
}

const dayColumns = [
  ...(['start', 'end', 'baseline', 'deadline', 'forecast', 'lateFinish'] as const),
  ...(['statedStart', 'statedDue', 'variance', 'float'] as const),
] as const;
const byteColumns = ['state', 'progress', 'flags', 'stale', 'payment', 'approval'] as const;

export function columnsOf(rows: TimelineRows, arrangement: Ordered): TimelineRows {
  const { source, bands } = arrangement;
  const days = dayColumns.map((name) => [name, gathered(rows[name], source, noDay)] as const);
  const bytes = byteColumns.map((name) => [name, picked(rows[name], source)] as const);
  const made = {
    ...(Object.fromEntries(days) as Record<(typeof dayColumns)[number], Int32Array>),
    ...(Object.fromEntries(bytes) as Record<(typeof byteColumns)[number], Uint8Array>),
    owner: gathered(rows.owner, source, -1),
    calendar: gathered(rows.calendar, source, 0),
  };
  for (const band of bands) {
    made.start[band.row] = band.start;
    made.end[band.row] = band.end;
    made.state[band.row] = band.state ?? 0;
    made.owner[band.row] = band.owner ?? -1;
    made.flags[band.row] = rowFlags.group;
    made.calendar[band.row] = made.calendar[band.row + 1] ?? 0;
  }
  const { inside, depth } = arrangement;
  const { today, overloads, owners, calendars } = rows;
  return {
    ...{ count: source.length, today, overloads, owners, calendars, inside, depth },
    ...made,
    ...textsOf(rows, arrangement),
    ...linksOf(rows, source),
  };
}

function gathered(column: Int32Array, source: Int32Array, none: number): Int32Array {
  const made = new Int32Array(source.length);
  for (let at = 0; at < made.length; at++) {
    const row = source[at] ?? -1;
    made[at] = row < 0 ? none : (column[row] ?? none);
  }
  return made;
}

function picked(column: Uint8Array, source: Int32Array): Uint8Array {
  const made = new Uint8Array(source.length);
  for (let at = 0; at < made.length; at++) made[at] = column[source[at] ?? -1] ?? 0;
  return made;
}

const textColumns = ['refs', 'titles', 'details', 'notes', 'labels', 'tags', 'amounts'] as const;

function textsOf(rows: TimelineRows, { source, bands }: Ordered) {
  const titles = new Map(bands.map((band) => [band.row, band.title]));
  const made = textColumns.map((name): readonly [string, Texts] => {
    const named = name === 'titles' || name === 'labels' ? titles : undefined;
    const texts = rows[name];
    const at = (row: number) => {
      const from = source[row];
      if (from === undefined) return undefined;
      return from < 0 ? (named?.get(row) ?? '') : texts.at(from);
    };
    return [name, { length: source.length, at }];
  });
  return Object.fromEntries(made) as Record<(typeof textColumns)[number], Texts>;
}

/** The links between rows that are both there. */
function linksOf({ count, links, criticalLinks }: TimelineRows, source: Int32Array) {
  const placeOf = new Int32Array(count).fill(-1);
  for (let at = 0; at < source.length; at++) {
    const row = source[at] ?? -1;
    if (row >= 0) placeOf[row] = at;
  }
  const kept = new Int32Array(links.length);
  const critical = new Uint8Array(criticalLinks.length);
  let length = 0;
  for (let link = 0; link * 2 < links.length; link++) {
    const from = placeOf[links[link * 2] ?? -1] ?? -1;
    const to = placeOf[links[link * 2 + 1] ?? -1] ?? -1;
    if (from < 0 || to < 0) continue;
    kept[length * 2] = from;
    kept[length * 2 + 1] = to;
    critical[length] = criticalLinks[link] ?? 0;
    length += 1;
  }
  return { links: kept.subarray(0, length * 2), criticalLinks: critical.subarray(0, length) };
}
