// The early dates by the rules alone: every rule again and again until nothing moves, with time as days and their parts, and calendars as lists of days.
import type { Network } from '../../../src/network/network';

export interface Early {
  /** In days and their parts, from day 0 of the calendars' lists; on every calendar. */
  readonly start: number[];
  readonly finish: number[];
  readonly dated: boolean[];
}

/** Days as a list; position 0 is the begin of the first that is worked. */
export interface DayList {
  /** Those worked, in order. */
  readonly worked: readonly number[];
  /** By day, from day 0: how many are worked before. */
  readonly before: readonly number[];
}

const never = Number.NEGATIVE_INFINITY;
const little = 1e-6;

/** The moment of a position, as a start or as a finish. */
function momentOf(list: DayList, position: number, as: 'start' | 'finish'): number {
  if (!Number.isFinite(position)) return position;
  const index = as === 'start' ? Math.floor(position + little) : Math.ceil(position - little) - 1;
  return (list.worked[index] ?? Number.NaN) + (position - index);
}

export function positionOf(list: DayList, moment: number): number {
  if (!Number.isFinite(moment)) return moment;
  const day = Math.floor(moment + little);
  const [before = Number.NaN, after = Number.NaN] = [list.before[day], list.before[day + 1]];
  const part = moment - day;
  return before + (part > little && after > before ? part : 0);
}

/** `lists` are the calendars of the network. */
export function earlyOf(network: Network, lists: readonly DayList[]): Early {
  const { count, parent, left, actualStart, actualFinish, duration, stated } = network;
  const list = (node: number): DayList => lists[network.calendar[node] ?? 0] ?? { worked: [], before: [] };
  const isOut = (node: number): boolean => node >= 0 && (left[node] === 1 || isOut(parent[node] ?? -1));
  const nodes = [...Array(count).keys()].filter((node) => !isOut(node));
  const inside = (node: number) => nodes.filter((other) => parent[other] === node);
  const holds = (node: number) => parent.includes(node);
  const isDone = (node: number) => !Number.isNaN(actualFinish[node]);
  const hasBegun = (node: number) => !holds(node) && !Number.isNaN(actualStart[node]);
  const start = new Array<number>(count).fill(never);
  const finish = new Array<number>(count).fill(never);
  const dated = new Array<boolean>(count).fill(false);

  const linksOf = (node: number) => {
    const all: { before: number; type: number; lag: number }[] = [];
    for (let link = network.linksFrom[node] ?? 0; link < (network.linksFrom[node + 1] ?? 0); link++) {
      const before = network.predecessor[link] ?? 0;
      if (!isOut(before)) all.push({ before, type: network.type[link] ?? 0, lag: network.lag[link] ?? 0 });
    }
    return all;
  };
  /** The moment that a link lets `node` have; the lag counts on its calendar. */
  const given = (node: number, { before, type, lag }: { before: number; type: number; lag: number }) => {
    const moment = (type % 2 === 1 ? start : finish)[before] ?? never;
    if (lag === 0 || !Number.isFinite(moment)) return moment;
    return momentOf(list(node), positionOf(list(node), moment) + lag, type % 2 === 1 ? 'start' : 'finish');
  };
  /** From when on work in `node` can go on, by what is said of it and of all around it. */
  const opening = (node: number, begun: boolean): number => {
    let moment = begun ? never : momentOf(list(node), network.startFrom[node] ?? never, 'start');
    for (const link of linksOf(node)) {
      if (link.type >= 2 || (begun && (link.type === 1 || isDone(link.before)))) continue;
      moment = Math.max(moment, given(node, link));
    }
    const around = parent[node] ?? -1;
    return around >= 0 ? Math.max(moment, openingAround(around, begun)) : moment;
  };
  const openingAround = (node: number, begun: boolean): number => (isDone(node) ? never : opening(node, begun));
  const isUniform = (node: number): boolean =>
    inside(node).every((other) => network.calendar[other] === network.calendar[node] && isUniform(other));
  const held = (node: number): number => {
    let moment = momentOf(list(node), network.finishFrom[node] ?? never, 'finish');
    for (const link of linksOf(node)) if (link.type >= 2) moment = Math.max(moment, given(node, link));
    // A finish lies on a day that its own calendar works, unless others by other calendars are inside.
    return isUniform(node) ? momentOf(list(node), positionOf(list(node), moment), 'finish') : moment;
  };
  const isDatedBy = (node: number, types: (type: number) => boolean): boolean =>
    linksOf(node).some(({ before, type }) => types(type) && dated[before] === true) ||
    ((parent[node] ?? -1) >= 0 && !isDone(parent[node] ?? -1) && isDatedBy(parent[node] ?? -1, (type) => type < 2));

  const move = (node: number) => {
    if (isDone(node)) {
      finish[node] = momentOf(list(node), actualFinish[node] ?? 0, 'finish');
      const own = actualStart[node] ?? Number.NaN;
      const first = Math.min(
        ...datedInside(node).map((other) => start[other] ?? 0),
        Number.isNaN(own) ? Number.POSITIVE_INFINITY : momentOf(list(node), own, 'start'),
      );
      if (holds(node))
        start[node] = Number.isFinite(first) ? first : momentOf(list(node), actualFinish[node] ?? 0, 'start');
      else
        start[node] = momentOf(
          list(node),
          Number.isNaN(own) ? (actualFinish[node] ?? 0) - (duration[node] ?? 0) : own,
          'start',
        );
      dated[node] = stated[node] === 1;
    } else if (holds(node)) moveAround(node);
    else moveWork(node);
  };
  const datedInside = (node: number) => {
    const all = inside(node);
    return all.some((other) => dated[other]) ? all.filter((other) => dated[other]) : all;
  };
  const moveAround = (node: number) => {
    const all = inside(node);
    dated[node] = stated[node] === 1 || all.some((other) => dated[other]) || isDatedBy(node, () => true);
    const own = list(node);
    const alone = all.length > 0 ? never : momentOf(own, positionOf(own, opening(node, false)), 'finish');
    finish[node] = Math.max(held(node), alone, ...all.map((other) => finish[other] ?? never));
    const first = Math.min(...datedInside(node).map((other) => start[other] ?? 0));
    start[node] = Number.isFinite(first) ? first : momentOf(own, positionOf(own, finish[node] ?? 0), 'start');
  };
  const moveWork = (node: number) => {
    const begun = hasBegun(node);
    const work = duration[node] ?? 0;
    dated[node] = stated[node] === 1 || work > 0 || isDatedBy(node, () => true);
    let from = positionOf(list(node), opening(node, begun));
    if (begun) from = Math.max(from, network.startFrom[node] ?? never, actualStart[node] ?? never);
    const to = Math.max(from + work, positionOf(list(node), held(node)));
    finish[node] = momentOf(list(node), to, 'finish');
    start[node] = momentOf(list(node), begun ? (actualStart[node] ?? 0) : to - work, 'start');
  };

  for (let round = 0; round < 3 * count + 3; round++) {
    const before = [...start, ...finish, ...dated];
    for (const node of nodes) move(node);
    if ([...start, ...finish, ...dated].every((each, at) => each === before[at])) return { start, finish, dated };
  }
  throw new Error('The rules have no end');
}
