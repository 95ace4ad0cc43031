// The snapshot as rows of the timeline, column by column: the rows of its plans one after the other, and the links between them. Knows no pixels and computes no figure of its own.
import type { Say } from '../base/message';
import type { Snapshot } from '../snapshot';
import { forClient } from './timelineAudience';
import { overloadsOf } from './timelineOverloads';
import { type PlanRows, planRows } from './timelinePlan';
import { rowFlags, type TimelineRows } from './timelineRows';
import { type RowWords, rowWords } from './timelineWords';

export interface RowOptions {
  /** The URI of the only plan to show. */
  readonly plan?: string;
  /** A client gets nothing but what a client may see. */
  readonly audience?: 'team' | 'client';
}

/** All plans, or the one with the URI `plan`. Rows are in file order, a plan before its milestones, a milestone before those inside. */
export function timelineRows(all: Snapshot, say: Say, options: RowOptions = {}): TimelineRows {
  const snapshot = options.audience === 'client' ? forClient(all, options.plan) : all;
  const plans = snapshot.plans.filter((plan) => options.plan === undefined || plan.uri === options.plan);
  let made: RowWords | undefined;
  const words = () => {
    made ??= rowWords(say);
    return made;
  };
  const parts: Part[] = [];
  let count = 0;
  for (const plan of plans) {
    const rows = planRows(plan, say, words);
    parts.push({ uri: plan.uri, first: count, rows });
    count += rows.columns.refs.length;
  }
  const columns = joinedColumns(parts, count);
  const links = linksBetween(parts, columns.flags, snapshot);
  return {
    count,
    today: snapshot.today,
    ...columns,
    ...joinedOwners(parts, count),
    links: links.pairs,
    criticalLinks: links.critical,
    overloads: overloadsOf(plans, say),
    calendars: parts.map(({ rows }) => rows.calendar),
    calendar: filled(parts, new Int32Array(count), (_, part) => part),
  };
}

/** The rows of one plan and where they begin. */
interface Part {
  readonly uri: string;
  readonly first: number;
  readonly rows: PlanRows;
}

type Joined = Omit<PlanRows['columns'], 'owner'>;

function joinedColumns(parts: readonly Part[], count: number): Joined {
  const texts = (of: (columns: Joined) => readonly string[]) =>
    ([] as string[]).concat(...parts.map(({ rows }) => of(rows.columns)));
  const days = (of: (columns: Joined) => Int32Array) => joined(parts, new Int32Array(count), of);
  const bytes = (of: (columns: Joined) => Uint8Array) => joined(parts, new Uint8Array(count), of);
  return {
    refs: texts(({ refs }) => refs),
    titles: texts(({ titles }) => titles),
    details: texts(({ details }) => details),
    notes: texts(({ notes }) => notes),
    labels: texts(({ labels }) => labels),
    tags: texts(({ tags }) => tags),
    amounts: texts(({ amounts }) => amounts),
    depth: bytes(({ depth }) => depth),
    state: bytes(({ state }) => state),
    progress: bytes(({ progress }) => progress),
    flags: bytes(({ flags }) => flags),
    stale: bytes(({ stale }) => stale),
    payment: bytes(({ payment }) => payment),
    approval: bytes(({ approval }) => approval),
    inside: days(({ inside }) => inside),
    start: days(({ start }) => start),
    end: days(({ end }) => end),
    baseline: days(({ baseline }) => baseline),
    deadline: days(({ deadline }) => deadline),
    forecast: days(({ forecast }) => forecast),
    lateFinish: days(({ lateFinish }) => lateFinish),
    statedStart: days(({ statedStart }) => statedStart),
    statedDue: days(({ statedDue }) => statedDue),
    variance: days(({ variance }) => variance),
    float: days(({ float }) => float),
  };
}

function joined<Column extends Int32Array | Uint8Array>(
  parts: readonly Part[],
  whole: Column,
  of: (columns: Joined) => Column,
): Column {
  for (const { first, rows } of parts) whole.set(of(rows.columns), first);
  return whole;
}

/** @param of the value of a row, which is counted within its part */
function filled(parts: readonly Part[], whole: Int32Array, of: (row: number, part: number) => number): Int32Array {
  parts.forEach(({ first, rows }, part) => {
    for (let row = 0; row < rows.columns.refs.length; row++) whole[first + row] = of(row, part);
  });
  return whole;
}

/** Each plan numbers its owners by itself; people of the same name in several plans are one. */
function joinedOwners(parts: readonly Part[], count: number): Pick<TimelineRows, 'owners' | 'owner'> {
  const numbers = new Map<string, number>();
  const own = parts.map(({ rows }) =>
    rows.owners.map((name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    }),
  );
  const owner = filled(parts, new Int32Array(count), (row, part) => {
    const number = parts[part]?.rows.columns.owner[row] ?? -1;
    return number < 0 ? -1 : (own[part]?.[number] ?? -1);
  });
  return { owners: [...numbers.keys()], owner };
}

/** Pairs of row indexes for the links whose both ends have a row, and which of them the critical path runs along. */
function linksBetween(
  parts: readonly Part[],
  flags: Uint8Array,
  { links }: Snapshot,
): { pairs: Int32Array; critical: Uint8Array } {
  const rowOf = rowFinder(parts);
  const drives = drivingLinks(parts, flags, rowOf);
  const pairs = new Int32Array(2 * links.length);
  const critical = new Uint8Array(links.length);
  let count = 0;
  for (const { predecessor, successor } of links) {
    const from = rowOf(predecessor);
    const to = from < 0 ? -1 : rowOf(successor);
    if (to < 0) continue;
    pairs[2 * count] = from;
    pairs[2 * count + 1] = to;
    critical[count++] = drives(from, to) ? 1 : 0;
  }
  return { pairs: pairs.slice(0, 2 * count), critical: critical.slice(0, count) };
}

/** Finds the row of a ref, or -1. Most refs are of the same plan as the one before. */
function rowFinder(parts: readonly Part[]): (ref: string) => number {
  const byUri = new Map(parts.map((part) => [part.uri, part]));
  let part = parts[0];
  return (ref) => {
    const end = part?.uri.length ?? 0;
    if (!part || ref[end] !== '#' || !ref.startsWith(part.uri)) part = byUri.get(ref.slice(0, ref.indexOf('#')));
    const row = part?.rows.places.get(ref);
    return part && row !== undefined ? part.first + row : -1;
  };
}

/** Whether one row decides the date of the other. A dependency of a milestone drives what lies inside it too, so every milestone around counts as its successor. */
function drivingLinks(
  parts: readonly Part[],
  flags: Uint8Array,
  rowOf: (ref: string) => number,
): (from: number, to: number) => boolean {
  const driver = new Int32Array(flags.length).fill(-1);
  const around = new Set<string>();
  for (const { first, rows } of parts) {
    for (const { row, inside, by } of rows.driven) {
      const from = rowOf(by);
      if (((flags[from] ?? 0) & rowFlags.critical) === 0) continue;
      driver[first + row] = from;
      for (const outer of inside) around.add(`${from} ${first + outer}`);
    }
  }
  return (from, to) => driver[to] === from || (around.size > 0 && around.has(`${from} ${to}`));
}
