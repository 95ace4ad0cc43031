// Which events a network has: what each stands for and on which line of time it lies. Knows no links.
import type { WorkCalendar } from './calendar';
import type { Network } from './network';
import { dayLine } from './passesCarry';
import { endsOf } from './reach';

/** What an event is. A node with others inside is several: what opens it comes before all inside it, its finish after them. */
export const eventKind = {
  /** Work that has not begun. */
  ahead: 0,
  /** Work that has begun: only what is left of it moves. */
  begun: 1,
  /** Finished: moved by nothing. */
  done: 2,
  /** The finish of a node with others inside. */
  around: 3,
  /** The same, finished already: only when it began is asked for. */
  aroundDone: 4,
  /** When what is inside a node can begin. */
  gate: 5,
} as const;

/** Event `i` is node `i`, unless `finish` says otherwise; further events have the numbers from `network.count` on. */
export interface Parts {
  readonly size: number;
  readonly kind: Uint8Array;
  /** The node of each event. */
  readonly node: Uint32Array;
  /** The calendars of the network, and behind them the line on which every day is one. */
  readonly lines: readonly WorkCalendar[];
  /** By event: index into `lines`. */
  readonly line: Uint32Array;
  /** By node: left out, by itself or with one around. */
  readonly left: Uint8Array;
  /** The number behind the last node inside, by node. */
  readonly ends: Uint32Array;
  /** By node: the event that has its early and late dates. */
  readonly finish: Uint32Array;
  /** By node: the event that opens it to work that has not begun, or -1; and to work that has, which waits for unfinished predecessors alone. */
  readonly gate: Int32Array;
  readonly begunGate: Int32Array;
}

export function partsOf(network: Network): Parts {
  const { count, parent } = network;
  const ends = endsOf(parent);
  const left = leftOf(network);
  const isMixed = mixedOf(network, left);
  const holdsBegun = holdsBegunOf(network, left);
  const finish = new Uint32Array(count);
  const gate = new Int32Array(count).fill(-1);
  const begunGate = new Int32Array(count).fill(-1);
  const more: More[] = [];
  const add = (node: number, kind: number) => count + more.push({ node, kind }) - 1;
  for (let node = 0; node < count; node++) {
    finish[node] = node;
    if (left[node] === 1 || ends[node] === node + 1) continue;
    const kind = kindOf(network, ends, node);
    if (kind === eventKind.around) gate[node] = add(node, eventKind.gate);
    if (kind === eventKind.around && holdsBegun[node] === 1) begunGate[node] = add(node, eventKind.gate);
    if (isMixed[node] === 1) finish[node] = add(node, kind);
  }
  const { size, kind, node, lines, line } = eventColumns(network, ends, isMixed, more);
  return { size, kind, node, lines, line, left, ends, finish, gate, begunGate };
}

/** An event behind those of the nodes. */
interface More {
  readonly node: number;
  readonly kind: number;
}

function eventColumns(network: Network, ends: Uint32Array, isMixed: Uint8Array, more: readonly More[]) {
  const { count, calendar, calendars } = network;
  const size = count + more.length;
  const node = new Uint32Array(size);
  const kind = new Uint8Array(size);
  const line = new Uint32Array(size);
  for (let own = 0; own < count; own++) {
    node[own] = own;
    kind[own] = kindOf(network, ends, own);
    line[own] = calendar[own] ?? 0;
  }
  more.forEach((each, at) => {
    node[count + at] = each.node;
    kind[count + at] = each.kind;
    line[count + at] = isMixed[each.node] === 1 ? calendars.length : (calendar[each.node] ?? 0);
  });
  return { size, kind, node, lines: [...calendars, dayLine], line };
}

/** What is inside a node that is left out is left out with it. */
function leftOf({ count, left, parent }: Network): Uint8Array {
  const all = left.slice();
  for (let node = 0; node < count; node++) {
    if ((parent[node] ?? -1) >= 0 && all[parent[node] ?? 0] === 1) all[node] = 1;
  }
  return all;
}

/**
 * Where work inside is done by another calendar than the node's own, that calendar may not work on the days that count: it could not tell a finish on
 * Saturday from one on Friday. Such a node lies on the line of all days.
 */
function mixedOf({ count, calendar, parent }: Network, left: Uint8Array): Uint8Array {
  const isMixed = new Uint8Array(count);
  for (let node = count - 1; node >= 0; node--) {
    const around = parent[node] ?? -1;
    if (around < 0 || left[node] === 1) continue;
    if (isMixed[node] === 1 || calendar[node] !== calendar[around]) isMixed[around] = 1;
  }
  return isMixed;
}

function holdsBegunOf({ count, parent, actualStart, actualFinish }: Network, left: Uint8Array): Uint8Array {
  const holdsBegun = new Uint8Array(count);
  for (let node = count - 1; node >= 0; node--) {
    const around = parent[node] ?? -1;
    if (around < 0 || left[node] === 1 || !Number.isNaN(actualFinish[node])) continue;
    if (holdsBegun[node] === 1 || !Number.isNaN(actualStart[node])) holdsBegun[around] = 1;
  }
  return holdsBegun;
}

function kindOf({ actualStart, actualFinish }: Network, ends: Uint32Array, node: number): number {
  const done = !Number.isNaN(actualFinish[node]);
  if ((ends[node] ?? 0) > node + 1) return done ? eventKind.aroundDone : eventKind.around;
  if (done) return eventKind.done;
  return Number.isNaN(actualStart[node]) ? eventKind.ahead : eventKind.begun;
}
