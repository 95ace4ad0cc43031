// Starts of work with others inside: the first of what is open in it. Knows no links.
import { carrierOf, carryStart } from './passesCarry';
import { eventKind } from './passesParts';
import type { Prepared } from './passesPrepare';
import type { Run } from './passesRun';

/** By event: what is left of the work begins then at the earliest. `Infinity` where nothing is left. */
export function beginOf(prepared: Prepared, { earlyStart, earlyFinish }: Run): Float64Array {
  const { events, network } = prepared;
  return firstInside(prepared, earlyFinish, (event) =>
    events.kind[event] === eventKind.begun
      ? (earlyFinish[event] ?? 0) - (network.duration[event] ?? 0)
      : (earlyStart[event] ?? 0),
  );
}

/** By event: and then at the latest. */
export function lateBeginOf(prepared: Prepared, { lateFinish }: Run): Float64Array {
  const { duration } = prepared.network;
  return firstInside(prepared, lateFinish, (event) => (lateFinish[event] ?? 0) - (duration[event] ?? 0));
}

/** Where nothing inside is open, the finish counts. */
function firstInside(
  { network, events }: Prepared,
  finish: Float64Array,
  ofWork: (event: number) => number,
): Float64Array {
  const { kind, left, size } = events;
  const first = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const carry = carrierOf(events, carryStart);
  for (let node = network.count - 1; node >= 0; node--) {
    const event = events.finish[node] ?? node;
    const own = kind[event];
    if (left[node] === 1 || own === eventKind.done || own === eventKind.aroundDone) continue;
    if (own !== eventKind.around) first[event] = ofWork(event);
    else if (first[event] === Number.POSITIVE_INFINITY) first[event] = finish[event] ?? 0;
    const begin = first[event] ?? 0;
    const [gate, begunGate] = [events.gate[node] ?? -1, events.begunGate[node] ?? -1];
    if (gate >= 0) first[gate] = begin;
    if (begunGate >= 0) first[begunGate] = begin;
    const around = events.finish[network.parent[node] ?? -1] ?? -1;
    if (around >= 0) first[around] = Math.min(first[around] ?? 0, carry(event, around, begin));
  }
  return first;
}
