// What each event of a network waits for: the form in which a pass is one loop. Knows no result.
import type { Network } from './network';
import { eventKind, type Parts, partsOf } from './passesParts';

/**
 * Bits of `Events.code`: which moment of the event before counts, for what, and whether it has to be carried to another line. `onlyDated` says only that
 * the event is dated if the one before is.
 */
export const codes = { fromStart: 1, toFinish: 2, toEarliest: 4, convert: 8, onlyDated: 16 } as const;

export interface Events extends Parts {
  /** What event `i` waits for: entries `first[i]` up to, not including, `first[i + 1]` of the columns behind. */
  readonly first: Uint32Array;
  readonly before: Uint32Array;
  readonly code: Uint8Array;
  /** Working days of the calendar of the event's node. */
  readonly lag: Float64Array;
  /** The number of the link, or -1 for what lies inside or around. */
  readonly link: Int32Array;
}

export function eventsOf(network: Network): Events {
  const draft = draftOf(network, partsOf(network));
  const { parts, first } = draft;
  for (let event = 0; event < parts.size; event++) {
    first[event] = draft.used;
    const node = parts.node[event] ?? event;
    const kind = parts.kind[event];
    if (kind === eventKind.gate) gateWaits(network, draft, event, node);
    else if (parts.left[node] === 1 || parts.finish[node] !== event || kind === eventKind.done) continue;
    else if (kind === eventKind.around || kind === eventKind.aroundDone) aroundWaits(network, draft, event, node);
    else workWaits(network, draft, node);
  }
  const { used, before, code, lag, link } = draft;
  first[parts.size] = used;
  return withEntries(parts, {
    first,
    before: before.subarray(0, used),
    code: code.subarray(0, used),
    lag: lag.subarray(0, used),
    link: link.subarray(0, used),
  });
}

/** Named one by one: what is spread into an object is slower to read. */
export function withEntries(parts: Parts, { first, before, code, lag, link }: Omit<Events, keyof Parts>): Events {
  const { size, kind, node, lines, line, left, ends, finish, gate, begunGate } = parts;
  return { size, kind, node, lines, line, left, ends, finish, gate, begunGate, first, before, code, lag, link };
}

interface Draft extends Omit<Events, keyof Parts> {
  readonly parts: Parts;
  used: number;
}

function draftOf({ predecessor }: Network, parts: Parts): Draft {
  // A link can stand at two gates, a node twice with the one around it, and each event waits for at most one gate.
  const most = predecessor.length * 2 + parts.size * 3;
  return {
    parts,
    first: new Uint32Array(parts.size + 1),
    before: new Uint32Array(most),
    code: new Uint8Array(most),
    lag: new Float64Array(most),
    link: new Int32Array(most),
    used: 0,
  };
}

/** What has begun waits for the finish of what is unfinished before it, and its own finish for others (retained logic). */
function workWaits(network: Network, draft: Draft, node: number): void {
  const { gate, begunGate, kind } = draft.parts;
  const begun = kind[node] === eventKind.begun;
  opened(draft, node, (begun ? begunGate : gate)[network.parent[node] ?? -1]);
  for (let link = network.linksFrom[node] ?? 0; link < (network.linksFrom[node + 1] ?? 0); link++) {
    const type = network.type[link] ?? 0;
    if (!begun || type >= 2 || holdsBegun(network, link)) follow(network, draft, node, link, type);
  }
}

function aroundWaits(network: Network, draft: Draft, event: number, node: number): void {
  const { ends, left, kind, finish, gate } = draft.parts;
  const done = kind[event] === eventKind.aroundDone;
  let isEmpty = true;
  for (let inside = node + 1; inside < (ends[node] ?? 0); inside = ends[inside] ?? Number.POSITIVE_INFINITY) {
    if (left[inside] === 1) continue;
    const own = finish[inside] ?? inside;
    wait(draft, event, own, codes.fromStart | codes.toEarliest);
    if (!done) wait(draft, event, own, codes.toFinish);
    isEmpty = false;
  }
  if (done) return;
  // Where all inside is left out, the node stands for itself.
  opened(draft, event, gate[node], isEmpty ? 0 : codes.onlyDated);
  for (let link = network.linksFrom[node] ?? 0; link < (network.linksFrom[node + 1] ?? 0); link++) {
    const type = network.type[link] ?? 0;
    if (type >= 2) follow(network, draft, event, link, type);
  }
}

function gateWaits(network: Network, draft: Draft, event: number, node: number): void {
  const { gate, begunGate } = draft.parts;
  const begun = begunGate[node] === event;
  opened(draft, event, (begun ? begunGate : gate)[network.parent[node] ?? -1]);
  for (let link = network.linksFrom[node] ?? 0; link < (network.linksFrom[node + 1] ?? 0); link++) {
    const type = network.type[link] ?? 0;
    if (type < 2 && (!begun || holdsBegun(network, link))) follow(network, draft, event, link, type);
  }
}

/** Whether a link to a start also holds what has begun. */
function holdsBegun({ type, predecessor, actualFinish }: Network, link: number): boolean {
  return type[link] === 0 && Number.isNaN(actualFinish[predecessor[link] ?? 0]);
}

function opened(draft: Draft, event: number, gate: number | undefined, code = 0): void {
  if (gate !== undefined && gate >= 0) wait(draft, event, gate, code);
}

function wait(draft: Draft, event: number, before: number, code: number): void {
  const { used, parts } = draft;
  draft.before[used] = before;
  draft.code[used] = parts.line[event] === parts.line[before] ? code : code | codes.convert;
  draft.link[used] = -1;
  draft.used = used + 1;
}

function follow(network: Network, draft: Draft, event: number, link: number, type: number): void {
  const { used, parts } = draft;
  const before = network.predecessor[link] ?? 0;
  if (parts.left[before] === 1) return;
  wait(draft, event, parts.finish[before] ?? before, type);
  const lag = network.lag[link] ?? 0;
  draft.lag[used] = lag;
  draft.link[used] = link;
  // A lag has to be added on the calendar of the node.
  if (lag !== 0 && parts.line[event] !== network.calendar[parts.node[event] ?? 0])
    draft.code[used] = type | codes.convert;
}
