// Rows made of lines of values, and what of rows a page can see, for tests of what crosses to it.
import type { Day } from '../../../src/base/day';
import { byName, byteColumns, numberColumns, textColumns } from '../../../src/protocol/wire';
import { noDay, type TimelineRows } from '../../../src/report/timelineRows';
import { textsOf } from '../drawing/plainColumns';

/** One row as values. */
export interface Line {
  readonly ref: string;
  readonly title: string;
  readonly label: string;
  readonly words: readonly [string, string, string, string];
  readonly depth: number;
  readonly state: number;
  readonly day: number | undefined;
  readonly owner: string | undefined;
  /** Refs. */
  readonly after: readonly string[];
}

export function rowsFrom(lines: readonly Line[], today = 20_000): TimelineRows {
  const refs = lines.map(({ ref }) => ref);
  const owners = [...new Set(lines.flatMap(({ owner }) => owner ?? []))];
  const numbers = (of: (line: Line) => number) => Int32Array.from(lines, of);
  const days = (shift: number) => numbers(({ day }) => (day === undefined ? noDay : day + shift));
  const links = lines.flatMap(({ after }, row) =>
    after.flatMap((ref) => (refs.includes(ref) ? [refs.indexOf(ref), row] : [])),
  );
  return {
    count: lines.length,
    today: today as Day,
    refs,
    titles: lines.map(({ title }) => title),
    labels: lines.map(({ label }) => label),
    ...{ details: lines.map(({ words }) => words[0]), notes: lines.map(({ words }) => words[1]) },
    ...{ tags: lines.map(({ words }) => words[2]), amounts: lines.map(({ words }) => words[3]) },
    depth: Uint8Array.from(lines, ({ depth }) => depth),
    inside: numbers(insideOf(lines)),
    state: Uint8Array.from(lines, ({ state }) => state),
    progress: Uint8Array.from(lines, ({ state }) => state * 9),
    ...{ start: days(-3), end: days(0), baseline: days(1), deadline: days(2), forecast: days(3), lateFinish: days(4) },
    ...{ statedStart: days(5), statedDue: days(6), variance: days(-20_000), float: days(8) },
    flags: Uint8Array.from(lines, ({ state }) => state % 4),
    links: Int32Array.from(links),
    criticalLinks: Uint8Array.from({ length: links.length / 2 }, (_, link) => (links[2 * link] ?? 0) % 2),
    overloads: owners.slice(0, 2).map((who) => ({ who, text: 'x', label: who, from: 1 as Day, to: 2 as Day })),
    stale: Uint8Array.from(lines, ({ state }) => state % 2),
    owners,
    owner: numbers(({ owner }) => (owner === undefined ? -1 : owners.indexOf(owner))),
    payment: Uint8Array.from(lines, ({ state }) => state % 8),
    approval: Uint8Array.from(lines, ({ state }) => state % 4),
    calendars: [{ workweek: 31, holidays: Int32Array.of(today, today + 1), workdays: new Int32Array() }],
    calendar: numbers(() => 0),
  };
}

function insideOf(lines: readonly Line[]): (line: Line, row?: number) => number {
  return (line) => {
    const row = lines.indexOf(line);
    const next = lines.findIndex((other, place) => place > row && other.depth <= line.depth);
    return (next < 0 ? lines.length : next) - row - 1;
  };
}

/** Everything a page can read of rows. */
export function seen(rows: TimelineRows): unknown {
  const { count, today, overloads, owners } = rows;
  return {
    ...{ count, today, overloads, owners, links: [...rows.links], criticalLinks: [...rows.criticalLinks] },
    ...byName(byteColumns, (name) => [...rows[name]]),
    ...byName(numberColumns, (name) => [...rows[name]]),
    ...byName(textColumns, (name) => textsOf(rows[name])),
    calendars: rows.calendars.map(({ workweek, holidays, workdays }) => [workweek, [...holidays], [...workdays]]),
  };
}

/** Bytes of a message: its numbers in columns, and the rest as text. */
export function bytesOf(message: unknown): number {
  let bytes = 0;
  const text = JSON.stringify(message, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    bytes += value.byteLength;
    return 0;
  });
  return bytes + text.length;
}
