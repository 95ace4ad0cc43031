// What decides each early date: the step a reader follows backwards to a stated day. Knows the early dates of one run.
import { tolerance } from './calendar';
import { drivenBy, type Passes } from './network';
import { codes } from './passesEvents';
import { eventKind } from './passesParts';
import type { Prepared } from './passesPrepare';
import { arrival, type Run } from './passesRun';

/** Where several decide, a link goes before a stated day, because the chain goes on behind it, and what is unfinished before what is done. */
export function driversOf(prepared: Prepared, run: Run): Pick<Passes, 'driver' | 'startDriver'> {
  const { network, events, dated } = prepared;
  const { kind, left, finish } = events;
  const driver = new Int32Array(network.count).fill(drivenBy.nothing);
  const look: Look = { prepared, run, startDriver: driver.slice(), byLink: new Uint8Array(network.count) };
  for (let node = 0; node < network.count; node++) {
    const event = finish[node] ?? node;
    if (left[node] === 1) continue;
    if (kind[event] === eventKind.around) decideStart(look, node);
    if (kind[event] === eventKind.done || kind[event] === eventKind.aroundDone) driver[node] = drivenBy.actual;
    else if (dated[node] === 1)
      driver[node] = kind[event] === eventKind.around ? byAround(look, node, event) : byWork(look, node);
  }
  return { driver, startDriver: look.startDriver };
}

interface Look {
  readonly prepared: Prepared;
  readonly run: Run;
  readonly startDriver: Int32Array;
  /** By node: 1 where what opens it is decided by a link, its own or one of a node around. */
  readonly byLink: Uint8Array;
}

function byWork(look: Look, node: number): number {
  const { prepared, run } = look;
  const finish = run.earlyFinish[node] ?? 0;
  const start = finish - (prepared.network.duration[node] ?? 0);
  const held = holderOf(look, node, { start, finish });
  if (held.link >= 0 && held.isDated) return held.link;
  const opens = held.gate >= 0;
  if (opens && look.byLink[prepared.events.node[held.gate] ?? 0] === 1) return drivenBy.around;
  if (reaches(prepared.finishFrom[node], finish)) return drivenBy.finishFrom;
  if (reaches(prepared.startFrom[node], start)) return drivenBy.startFrom;
  if (opens) return drivenBy.around;
  return held.link >= 0 ? held.link : drivenBy.startFrom;
}

function byAround(look: Look, node: number, event: number): number {
  const { prepared, run } = look;
  const finish = run.earlyFinish[event] ?? 0;
  const held = holderOf(look, event, { start: finish, finish });
  if (held.inside) return drivenBy.inside;
  if (held.link >= 0 && held.isDated) return held.link;
  if (reaches(prepared.finishFrom[event], finish)) return drivenBy.finishFrom;
  // All inside is left out: the node waits as if it had none.
  if (held.gate >= 0) return look.startDriver[node] ?? drivenBy.startFrom;
  return held.link >= 0 ? held.link : drivenBy.inside;
}

function decideStart(look: Look, node: number): void {
  const { prepared, run, startDriver, byLink } = look;
  const gate = prepared.events.gate[node] ?? -1;
  const start = run.earlyFinish[gate] ?? Number.NEGATIVE_INFINITY;
  if (start === Number.NEGATIVE_INFINITY) return;
  const held = holderOf(look, gate, { start, finish: start });
  const ownLink = held.link >= 0 && held.isDated;
  const outerLink = held.gate >= 0 && byLink[prepared.events.node[held.gate] ?? 0] === 1;
  byLink[node] = ownLink || outerLink ? 1 : 0;
  if (ownLink) startDriver[node] = held.link;
  else if (outerLink) startDriver[node] = drivenBy.around;
  else if (reaches(prepared.startFrom[gate], start)) startDriver[node] = drivenBy.startFrom;
  else if (held.gate >= 0) startDriver[node] = drivenBy.around;
  else startDriver[node] = held.link >= 0 ? held.link : drivenBy.startFrom;
}

/** What an event waits for until just then. */
interface Holder {
  /** The number of a link, or -1; whether its predecessor is dated. */
  readonly link: number;
  readonly isDated: boolean;
  /** What opens the node around, or -1. */
  readonly gate: number;
  readonly inside: boolean;
}

function holderOf(
  { prepared, run }: Look,
  event: number,
  until: { readonly start: number; readonly finish: number },
): Holder {
  const { first, before, code, link, kind } = prepared.events;
  let found = -1;
  let best = 0;
  let gate = -1;
  let inside = false;
  for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
    const from = before[at] ?? 0;
    const how = code[at] ?? 0;
    const isLink = (link[at] ?? -1) >= 0;
    const isInside = (how & codes.toEarliest) !== 0;
    const date = (how & codes.toFinish) !== 0 ? until.finish : until.start;
    if (isInside || !reaches(arrival(prepared, run, event, at), date)) continue;
    if (!isLink && kind[from] === eventKind.gate) gate = from;
    else if (!isLink) inside ||= prepared.dated[from] === 1;
    const open = kind[from] !== eventKind.done && kind[from] !== eventKind.aroundDone;
    const rank = prepared.dated[from] !== 1 ? 1 : open ? 3 : 2;
    if (!isLink || rank <= best) continue;
    found = link[at] ?? -1;
    best = rank;
  }
  return { link: found, isDated: best > 1, gate, inside };
}

function reaches(moment: number | undefined, date: number): boolean {
  return moment !== undefined && moment >= date - tolerance;
}
