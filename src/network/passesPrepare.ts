// What stays the same from run to run of the passes: the order of the events, what is dated, the stated days. Knows no duration of a run.
import { addDays } from '../base/day';
import type { WorkCalendar } from './calendar';
import type { Network } from './network';
import { carryFinish, carryStart } from './passesCarry';
import { codes, type Events, eventsOf, withEntries } from './passesEvents';
import { orderOf } from './passesOrder';
import { eventKind } from './passesParts';

/** A network made ready for `forward` and `backward`, for any number of runs with other durations. */
export interface Prepared {
  readonly network: Network;
  /** Length of all columns by event: first one entry a node, then those of further events. */
  readonly size: number;
  readonly events: Events;
  /** The events, each behind all it waits for. What is left out has none. */
  readonly order: Uint32Array;
  /** By event, 1 for work that has not begun, is held by a start and waits only for finishes on its own line: most of a plan. */
  readonly plain: Uint8Array;
  /** By event, on its own line: start and finish no earlier than; of what is done both are its actual days. */
  readonly startFrom: Float64Array;
  readonly finishFrom: Float64Array;
  /** Finish no later than, whatever the project. */
  readonly finishTo: Float64Array;
  /** By event: its actual start, `Infinity` without. */
  readonly began: Float64Array;
  /** By node and by event. */
  readonly dated: Uint8Array;
  /** By project: the line on which its finish is found. */
  readonly projectLine: Uint32Array;
  /** The events that decide when their projects finish. */
  readonly lasting: Uint32Array;
  /** By event: which of `limits` holds for its late finish. */
  readonly limit: Uint32Array;
  readonly limits: readonly Limit[];
  /** The nodes whose dates are those of another event, on another line. */
  readonly shown: Uint32Array;
}

/** What no late finish on one line in one project passes. */
interface Limit {
  readonly project: number;
  readonly line: number;
  /** The end of the project's deadline; `undefined` without one: then its early finish counts. */
  readonly position: number | undefined;
}

export function prepare(network: Network): Prepared {
  const { count } = network;
  const drafted = eventsOf(network);
  const { size, finish, left } = drafted;
  const order = orderOf(drafted, (event) => event < count && (left[event] === 1 || finish[event] !== event));
  const { events, dated } = cleared(network, drafted, order);
  const shown: number[] = [];
  const lasting = new Uint32Array(count);
  let last = 0;
  for (let node = 0; node < count; node++) {
    const event = finish[node] ?? node;
    if (left[node] === 1) continue;
    if (event !== node) shown.push(node);
    dated[node] = dated[event] ?? 0;
    if (dated[event] === 1) lasting[last++] = event;
  }
  const days = daysOf(network, events);
  const deciding = lasting.subarray(0, last);
  const { startFrom, finishFrom, finishTo, began } = days;
  const { limit, limits } = limitsOf(network, events);
  // Named one by one: what is spread into an object is slower to read.
  return {
    network,
    size,
    events,
    order,
    plain: plainOf(events, startFrom),
    startFrom,
    finishFrom,
    finishTo,
    began,
    dated,
    projectLine: projectLineOf(network, events, deciding),
    lasting: deciding,
    limit,
    limits,
    shown: Uint32Array.from(shown),
  };
}

/** Tells what is dated, and leaves only entries that move something: none that closes a circle, and, for when a node begins, no undated one inside beside dated ones. */
function cleared(network: Network, events: Events, order: Uint32Array) {
  const { first, before, code, kind } = events;
  const dated = new Uint8Array(events.size);
  const placed = new Uint8Array(events.size);
  const dropped = new Uint8Array(before.length);
  let drops = 0;
  for (const event of order) {
    let datedInside = false;
    let datedBy = says(network, events, event);
    for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
      const from = before[at] ?? 0;
      if (placed[from] !== 1) drops += dropped[at] = 1;
      else if (dated[from] === 1) {
        datedBy ||= kind[event] !== eventKind.aroundDone;
        datedInside ||= ((code[at] ?? 0) & codes.toEarliest) !== 0;
      }
    }
    for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
      const how = code[at] ?? 0;
      const isUndated = datedInside && (how & codes.toEarliest) !== 0 && dated[before[at] ?? 0] !== 1;
      if (dropped[at] !== 1 && (isUndated || (how & codes.onlyDated) !== 0)) drops += dropped[at] = 1;
    }
    dated[event] = datedBy ? 1 : 0;
    placed[event] = 1;
  }
  return { events: drops > 0 ? without(events, dropped) : events, dated };
}

function says({ stated, duration }: Network, { kind, node }: Events, event: number): boolean {
  if (kind[event] === eventKind.gate) return false;
  const open = kind[event] === eventKind.ahead || kind[event] === eventKind.begun;
  return stated[node[event] ?? event] === 1 || (open && (duration[event] ?? 0) > 0);
}

function without(events: Events, dropped: Uint8Array): Events {
  const kept = Uint32Array.from(dropped, (_, at) => at).filter((at) => dropped[at] !== 1);
  const first = new Uint32Array(events.size + 1);
  let at = 0;
  for (let event = 0; event < events.size; event++) {
    while (at < kept.length && (kept[at] ?? 0) < (events.first[event + 1] ?? 0)) at++;
    first[event + 1] = at;
  }
  return withEntries(events, {
    first,
    before: kept.map((old) => events.before[old] ?? 0),
    code: Uint8Array.from(kept, (old) => events.code[old] ?? 0),
    lag: Float64Array.from(kept, (old) => events.lag[old] ?? 0),
    link: Int32Array.from(kept, (old) => events.link[old] ?? -1),
  });
}

/** The stated and actual days, each on the line of the event it holds for. */
function daysOf(network: Network, { size, kind, line, lines, finish, gate, left }: Events) {
  const column = (otherwise: number) => new Float64Array(size).fill(otherwise);
  const days = {
    startFrom: column(Number.NEGATIVE_INFINITY),
    finishFrom: column(Number.NEGATIVE_INFINITY),
    finishTo: column(Number.POSITIVE_INFINITY),
    began: column(Number.POSITIVE_INFINITY),
  };
  for (let node = 0; node < network.count; node++) {
    const event = finish[node] ?? node;
    const [own, other] = [lines[network.calendar[node] ?? 0], lines[line[event] ?? 0]];
    if (left[node] === 1 || !own || !other) continue;
    const start = moved(carryStart, own, other, network.startFrom[node]);
    const began = moved(carryStart, own, other, network.actualStart[node]);
    if (!Number.isNaN(began)) days.began[event] = began;
    days.finishTo[event] = moved(carryFinish, own, other, network.finishTo[node]);
    days.finishFrom[event] = moved(carryFinish, own, other, network.finishFrom[node]);
    if (kind[event] === eventKind.ahead) days.startFrom[event] = start;
    else if (kind[event] === eventKind.begun) days.startFrom[event] = Math.max(start, began);
    else if (kind[event] === eventKind.around) days.startFrom[gate[node] ?? 0] = start;
    else {
      const actual = moved(carryFinish, own, other, network.actualFinish[node]);
      const from = Number.isNaN(began) ? actual - (network.duration[node] ?? 0) : began;
      days.finishFrom[event] = actual;
      if (kind[event] === eventKind.done) days.startFrom[event] = from;
    }
  }
  return days;
}

function moved(carry: typeof carryStart, from: WorkCalendar, to: WorkCalendar, position = Number.NaN): number {
  return from === to ? position : carry(from, to, position);
}

function plainOf({ size, kind, first, code }: Events, startFrom: Float64Array): Uint8Array {
  const plain = new Uint8Array(size);
  for (let event = 0; event < size; event++) {
    let is = kind[event] === eventKind.ahead && Number.isFinite(startFrom[event]);
    for (let at = first[event] ?? 0; is && at < (first[event + 1] ?? 0); at++) is = code[at] === 0;
    plain[event] = is ? 1 : 0;
  }
  return plain;
}

/** The calendar of the project, or all days where some of its nodes have other calendars: those may finish on days it does not work. */
function projectLineOf(
  { project, projects }: Network,
  { line, lines, node }: Events,
  lasting: Uint32Array,
): Uint32Array {
  const found = Uint32Array.from(projects, ({ calendar }) => calendar);
  for (const event of lasting) {
    const own = project[node[event] ?? 0] ?? 0;
    if (line[event] !== projects[own]?.calendar) found[own] = lines.length - 1;
  }
  return found;
}

function limitsOf({ project, projects }: Network, { size, kind, node, line, lines }: Events) {
  // What opens a node has no end of its own.
  const limits: Limit[] = [{ project: 0, line: 0, position: Number.POSITIVE_INFINITY }];
  const limit = new Uint32Array(size);
  const known = new Map<number, number>();
  let before = -1;
  let at = 0;
  for (let event = 0; event < size; event++) {
    if (kind[event] === eventKind.gate) continue;
    const own = project[node[event] ?? 0] ?? 0;
    const key = own * lines.length + (line[event] ?? 0);
    // Those of one project stand together, and looking up each would take longer than all the rest.
    if (key !== before) at = known.get(key) ?? 0;
    if (at === 0) {
      const position = endOf(lines[line[event] ?? 0], projects[own]?.deadline);
      at = limits.push({ project: own, line: line[event] ?? 0, position }) - 1;
      known.set(key, at);
    }
    before = key;
    limit[event] = at;
  }
  return { limit, limits };
}

function endOf(
  line: WorkCalendar | undefined,
  deadline: Parameters<typeof addDays>[0] | undefined,
): number | undefined {
  return deadline === undefined ? undefined : line?.before(addDays(deadline, 1));
}
