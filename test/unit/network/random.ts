// Small random networks: parents, links of every type with lags and leads, several calendars and projects, work that is done, begun or left out.
import type { Day } from '../../../src/base/day';
import { compileCalendar, type Days, type WorkCalendar } from '../../../src/network/calendar';
import type { Network } from '../../../src/network/network';
import type { DayList } from './oracle';

/** Numbers from 0 up to, not including, 1; the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Line {
  readonly calendar: WorkCalendar;
  readonly days: DayList;
}

/** Calendars whose position 0 is the begin of their first working day from day 0 on, beside the list of these days. */
export const lines: readonly Line[] = [
  lineOf('xxxxx..', [], []),
  lineOf('xxxxxxx', [[9, 9]], []),
  lineOf('xx..x..', [[4, 12]], [[8, 9]]),
  lineOf('.....xx', [], [[20, 22]]),
];

function lineOf(week: string, holidays: [number, number][], workdays: [number, number][]): Line {
  const ranges = (list: [number, number][]) => list.map(([from, to]): Days => ({ from: from as Day, to: to as Day }));
  const whole = compileCalendar({
    week: [...week].map((sign) => sign === 'x'),
    holidays: ranges(holidays),
    workdays: ranges(workdays),
  });
  const origin = whole.before(0 as Day);
  const calendar: WorkCalendar = {
    works: whole.works,
    before: (day) => whole.before(day) - origin,
    startDay: (position) => whole.startDay(position + origin),
    finishDay: (position) => whole.finishDay(position + origin),
  };
  const worked: number[] = [];
  const before: number[] = [];
  for (let day = 0; day < 600; day++) {
    before.push(worked.length);
    if (whole.works(day as Day)) worked.push(day);
  }
  return { calendar, days: { worked, before } };
}

/** The position before which nothing that is open can lie, on every calendar. */
const today = 20;

export interface Kind {
  /** How many of `lines` take part. */
  readonly calendars: number;
  readonly parents: boolean;
  readonly actuals: boolean;
  /** Stated starts and finishes, and projects that have a deadline. */
  readonly days: boolean;
  readonly deadlines: boolean;
  readonly onlyFinishToStart: boolean;
}

export function randomNetwork(random: () => number, kind: Kind): Network {
  const count = 2 + Math.floor(random() * 8);
  const pick = (below: number) => Math.floor(random() * below);
  const column = (otherwise: number) => new Float64Array(count).fill(otherwise);
  const parent = new Int32Array(count).fill(-1);
  for (let node = 1; kind.parents && node < count; node++) {
    let around = random() < 0.5 ? node - 1 : (parent[node - 1] ?? -1);
    while (around >= 0 && random() < 0.3) around = parent[around] ?? -1;
    parent[node] = around;
  }
  const network = {
    count,
    calendars: lines.slice(0, kind.calendars).map(({ calendar }) => calendar),
    calendar: new Uint32Array(count),
    parent,
    project: new Uint32Array(count),
    projects: [0, 1].map(() => ({
      calendar: pick(kind.calendars),
      deadline: kind.deadlines && random() < 0.5 ? ((30 + pick(30)) as Day) : undefined,
    })),
    left: new Uint8Array(count),
    stated: new Uint8Array(count),
    duration: column(0),
    startFrom: column(today),
    finishFrom: column(Number.NEGATIVE_INFINITY),
    finishTo: column(Number.POSITIVE_INFINITY),
    actualStart: column(Number.NaN),
    actualFinish: column(Number.NaN),
    ...linksOf(parent, random, kind),
  };
  const second = random() < 0.3 ? pick(count) : count;
  for (let node = 0; node < count; node++) {
    const around = parent[node] ?? -1;
    network.project[node] =
      around >= 0
        ? (network.project[around] ?? 0)
        : node >= second || (node > 0 && network.project[node - 1] === 1)
          ? 1
          : 0;
    network.calendar[node] = random() < 0.6 ? 0 : pick(kind.calendars);
    if (!parent.includes(node)) network.duration[node] = random() < 0.3 ? 0 : (1 + pick(12)) / 2;
    if (random() < 0.5) network.stated[node] = 1;
    if (kind.days && random() < 0.2) network.startFrom[node] = today + pick(8);
    if (kind.days && random() < 0.2) network.finishFrom[node] = today + pick(14);
    if (kind.deadlines && random() < 0.2) network.finishTo[node] = today + pick(14);
    if (kind.actuals) actual(network, node, random);
  }
  return network;
}

function actual(
  { parent, left, stated, actualStart, actualFinish }: Network,
  node: number,
  random: () => number,
): void {
  const around = parent[node] ?? -1;
  const isDone = around >= 0 && !Number.isNaN(actualFinish[around]);
  if (random() < 0.05) left[node] = 1;
  if (isDone || random() < 0.12) actualFinish[node] = today - Math.floor(random() * 3);
  if (parent.includes(node) || random() > 0.15) return;
  actualStart[node] = today - 3 - Math.floor(random() * 3);
  stated[node] = 1;
}

/** Between nodes of which neither lies inside the other, all forwards or all backwards in the file, so that there is no circle. */
function linksOf(parent: Int32Array, random: () => number, kind: Kind) {
  const count = parent.length;
  const backwards = random() < 0.3;
  const isIn = (node: number, around: number): boolean =>
    node === around || (node >= 0 && isIn(parent[node] ?? -1, around));
  const linksFrom = new Uint32Array(count + 1);
  const found: { readonly before: number; readonly type: number; readonly lag: number }[] = [];
  for (let node = 0; node < count; node++) {
    for (let tries = Math.floor(random() * 3); tries > 0; tries--) {
      const before = Math.floor(random() * count);
      if (before === node || before > node !== backwards || isIn(node, before) || isIn(before, node)) continue;
      const type = kind.onlyFinishToStart || random() < 0.5 ? 0 : Math.floor(random() * 4);
      const lag = kind.onlyFinishToStart || random() < 0.6 ? 0 : (Math.floor(random() * 11) - 4) / 2;
      found.push({ before, type, lag });
    }
    linksFrom[node + 1] = found.length;
  }
  return {
    linksFrom,
    predecessor: Uint32Array.from(found, ({ before }) => before),
    type: Uint8Array.from(found, ({ type }) => type),
    lag: Float64Array.from(found, ({ lag }) => lag),
  };
}
