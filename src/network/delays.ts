// Risks put into a network: where one delays more than a single piece of work, a node of its own stands behind all of it. Knows no chance.
import type { Delay } from './draws';
import type { Network } from './network';
import { carryStart } from './passesCarry';
import { prepare } from './passesPrepare';
import { endsOf } from './reach';

/** A delay that may come where it stands: after the work of a node, after all that lies inside a node, or after a whole project. */
export interface Risk {
  readonly project: number;
  /** Absent for a risk of the whole project. */
  readonly node?: number;
  /** 0 to 1. */
  readonly probability: number;
  /** Working days of the node's calendar, or of the project's. */
  readonly days: number;
}

export interface Delayed {
  readonly network: Network;
  /** The number in `network` of each node of the network that was given. */
  readonly numbers: Uint32Array;
  /** The risks as delays of nodes of `network`. */
  readonly delays: readonly Delay[];
}

/**
 * Adds a node without work inside each node, and at the end of each project, that has others inside and a risk; it follows those that have a date. Such a
 * risk is left out where nothing inside is open and has a date: nothing is left there that could be late.
 */
export function withDelays(network: Network, risks: readonly Risk[]): Delayed {
  const ends = endsOf(network.parent);
  const isWide = ({ node }: Risk) => node === undefined || (ends[node] ?? 0) > node + 1;
  const numbers = Uint32Array.from(ends, (_, node) => node);
  const own = risks.flatMap((risk) => (risk.node === undefined || isWide(risk) ? [] : [{ ...risk, node: risk.node }]));
  const { dated } = risks.some(isWide) ? prepare(network) : { dated: new Uint8Array(network.count) };
  const open = openIn(network, ends, dated);
  const wide = risks.filter((risk) => isWide(risk) && open.has(signOf(risk, network)));
  if (wide.length === 0) return { network, numbers, delays: own };
  const order = orderOf(network, ends, wide);
  const added = new Map<number, number>();
  order.forEach((from, at) => {
    if (from >= 0) numbers[from] = at;
    else added.set(from, at);
  });
  const delays = [
    ...own.map((risk) => ({ ...risk, node: numbers[risk.node] ?? 0 })),
    ...wide.map((risk) => ({ ...risk, node: added.get(signOf(risk, network)) ?? 0 })),
  ];
  return { network: rebuilt(network, order, { numbers, dated, open }), numbers, delays };
}

/**
 * The signs of what has a node inside that is neither left out nor finished and has a date. Where all such nodes have begun, with the last of these starts,
 * else with `NaN`: then what stands behind them has begun too, and waits for nothing else that keeps the node around from beginning.
 */
function openIn(network: Network, ends: Uint32Array, dated: Uint8Array): ReadonlyMap<number, number> {
  const { count, parent, project, left, actualStart, actualFinish, calendar, calendars } = network;
  const over = new Uint8Array(count);
  const open = new Map<number, number>();
  for (let node = 0; node < count; node++) {
    let around = parent[node] ?? -1;
    if (left[node] === 1 || !Number.isNaN(actualFinish[node]) || (around >= 0 && over[around] === 1)) over[node] = 1;
    if (over[node] === 1 || dated[node] !== 1 || ends[node] !== node + 1) continue;
    open.set(signOf({ project: project[node] ?? 0 }, network), Number.NaN);
    for (; around >= 0; around = parent[around] ?? -1) {
      const [one, other] = [calendars[calendar[node] ?? 0], calendars[calendar[around] ?? 0]];
      const began = one && other ? carryStart(one, other, actualStart[node] ?? Number.NaN) : Number.NaN;
      open.set(-1 - around, Math.max(open.get(-1 - around) ?? Number.NEGATIVE_INFINITY, began));
    }
  }
  return open;
}

/** What an added node stands behind, as a number below 0: -1 − the node, or beyond all nodes the project. */
function signOf({ node, project }: Pick<Risk, 'node' | 'project'>, { count }: Network): number {
  return -1 - (node ?? count + project);
}

/** The nodes of the new network: numbers of the old one, and in between the signs of those that are added. */
function orderOf(network: Network, ends: Uint32Array, wide: readonly Risk[]): readonly number[] {
  const { count, project } = network;
  const signs = new Set(wide.map((risk) => signOf(risk, network)));
  const behind = new Map<number, number[]>();
  // Inner nodes come first, and a project behind all of its nodes: signs in rising order, but projects last.
  for (const sign of [...signs].filter((sign) => sign >= -count).sort((a, b) => a - b)) {
    const end = ends[-1 - sign] ?? 0;
    behind.set(end, [...(behind.get(end) ?? []), sign]);
  }
  const order: number[] = [];
  for (let node = 0; node < count; node++) {
    order.push(node, ...(behind.get(node + 1) ?? []));
    const own = project[node] ?? 0;
    const sign = -1 - (count + own);
    if (project[node + 1] !== own && signs.has(sign)) order.push(sign);
  }
  return order;
}

interface Known {
  /** The new number of each node. */
  readonly numbers: Uint32Array;
  readonly dated: Uint8Array;
  /** By sign, as `openIn` gives it. */
  readonly open: ReadonlyMap<number, number>;
}

function rebuilt(network: Network, order: readonly number[], known: Known): Network {
  const { count } = network;
  const { numbers, open } = known;
  const isProject = (from: number) => from < -count;
  const around = (from: number) => (from >= 0 ? (network.parent[from] ?? -1) : isProject(from) ? -1 : -1 - from);
  const projectOf = (from: number) =>
    isProject(from) ? -1 - from - count : (network.project[from < 0 ? -1 - from : from] ?? 0);
  const calendarOf = (from: number) =>
    isProject(from) ? network.projects[projectOf(from)]?.calendar : network.calendar[from < 0 ? -1 - from : from];
  const column = (of: Float64Array, otherwise: number) => Float64Array.from(order, (from) => of[from] ?? otherwise);
  return {
    count: order.length,
    calendars: network.calendars,
    calendar: Uint32Array.from(order, (from) => calendarOf(from) ?? 0),
    parent: Int32Array.from(order, (from) => {
      const old = around(from);
      return old < 0 ? -1 : (numbers[old] ?? -1);
    }),
    project: Uint32Array.from(order, projectOf),
    projects: network.projects,
    left: Uint8Array.from(order, (from) => network.left[from] ?? 0),
    stated: Uint8Array.from(order, (from) => network.stated[from] ?? 0),
    duration: column(network.duration, 0),
    startFrom: column(network.startFrom, Number.NEGATIVE_INFINITY),
    finishFrom: column(network.finishFrom, Number.NEGATIVE_INFINITY),
    actualStart: Float64Array.from(order, (from) => network.actualStart[from] ?? open.get(from) ?? Number.NaN),
    actualFinish: column(network.actualFinish, Number.NaN),
    finishTo: column(network.finishTo, Number.POSITIVE_INFINITY),
    ...links(network, order, known),
  };
}

/** The old links, and from each node that an added one stands behind a finish-to-start link to it. */
function links(network: Network, order: readonly number[], { numbers, dated }: Known) {
  const linksFrom = new Uint32Array(order.length + 1);
  const predecessor: number[] = [];
  const type: number[] = [];
  const lag: number[] = [];
  const add = (node: number, link: number) => {
    predecessor.push(numbers[node] ?? 0);
    type.push(network.type[link] ?? 0);
    lag.push(network.lag[link] ?? 0);
  };
  const direct = directlyIn(network, dated);
  order.forEach((from, at) => {
    if (from < 0) for (const node of direct(from)) add(node, -1);
    else
      for (let link = network.linksFrom[from] ?? 0; link < (network.linksFrom[from + 1] ?? 0); link++)
        add(network.predecessor[link] ?? 0, link);
    linksFrom[at + 1] = predecessor.length;
  });
  return {
    linksFrom,
    predecessor: Uint32Array.from(predecessor),
    type: Uint8Array.from(type),
    lag: Float64Array.from(lag),
  };
}

/** The nodes directly inside what a sign stands for that have a date: what has none makes nothing late. */
function directlyIn(network: Network, dated: Uint8Array): (sign: number) => readonly number[] {
  const { count, parent, project } = network;
  const inside = new Map<number, number[]>();
  for (let node = 0; node < count; node++) {
    if (dated[node] !== 1) continue;
    const around = parent[node] ?? -1;
    const sign = -1 - (around >= 0 ? around : count + (project[node] ?? 0));
    const known = inside.get(sign);
    if (known) known.push(node);
    else inside.set(sign, [node]);
  }
  return (sign) => inside.get(sign) ?? [];
}
