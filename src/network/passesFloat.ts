// By how much a finish can slip before anything that depends on it moves. Knows the early dates of one run.

import { neededAt } from './passesBack';
import { carrierOf, carryBack, carryBackStart, carryFinish, carryStart } from './passesCarry';
import { codes } from './passesEvents';
import { beginOf } from './passesInside';
import { eventKind } from './passesParts';
import type { Prepared } from './passesPrepare';
import type { Run } from './passesRun';

/** Working days of each node's own calendar, at least 0 and never beyond the finish of the project; means nothing for what is done. What follows a node follows all that lies inside it. */
export function freeFloatOf(prepared: Prepared, run: Run): Float64Array {
  const { network, events, projectLine } = prepared;
  const { count, project, calendar } = network;
  const { finish, line, lines } = events;
  const { finishTo, startTo } = roomOf(prepared, run);
  const free = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const event = finish[node] ?? node;
    const own = lines[calendar[node] ?? 0];
    const there = lines[line[event] ?? 0];
    const last = lines[projectLine[project[node] ?? 0] ?? 0];
    if (!own || !there || !last) continue;
    const end = run.lastFinish[project[node] ?? 0] ?? 0;
    let finishEnd = Math.min(finishTo[event] ?? 0, last === there ? end : carryBack(last, there, end));
    let startEnd = startTo[event] ?? 0;
    if (own !== there) {
      finishEnd = carryFinish(there, own, finishEnd);
      startEnd = carryStart(there, own, startEnd);
    }
    const slip = Math.min(finishEnd - (run.earlyFinish[node] ?? 0), startEnd - (run.earlyStart[node] ?? 0));
    free[node] = Math.max(0, slip);
  }
  return free;
}

/** By event: up to where finishes and starts can move; `Infinity` where nothing follows. */
interface Room {
  readonly finishTo: Float64Array;
  readonly startTo: Float64Array;
}

function roomOf(prepared: Prepared, run: Run): Room {
  const { network, events } = prepared;
  const room = limitedByLinks(prepared, run);
  const back = carrierOf(events, carryBack);
  const backStart = carrierOf(events, carryBackStart);
  const ahead = carrierOf(events, carryStart);
  for (let node = 0; node < network.count; node++) {
    const event = events.finish[node] ?? node;
    const around = events.finish[network.parent[node] ?? -1] ?? -1;
    if (around < 0) continue;
    lower(room.finishTo, event, back(around, event, room.finishTo[around] ?? 0));
    const isFirst = ahead(event, around, run.earlyStart[event] ?? 0) === run.earlyStart[around];
    if (isFirst) lower(room.startTo, event, backStart(around, event, room.startTo[around] ?? 0));
  }
  return room;
}

/** What is done does not move any more, so it limits nothing; nor can what has begun begin later. */
function limitedByLinks(prepared: Prepared, run: Run): Room {
  const { kind, size, first, before, code, link } = prepared.events;
  const unlimited = () => new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const room = { finishTo: unlimited(), startTo: unlimited() };
  const begin = beginOf(prepared, run);
  for (let event = 0; event < size; event++) {
    for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
      const from = before[at] ?? 0;
      const how = code[at] ?? 0;
      const ofStart = (how & codes.fromStart) !== 0;
      const isStill = kind[from] === eventKind.done || kind[from] === eventKind.aroundDone;
      if ((link[at] ?? -1) < 0 || isStill || (ofStart && kind[from] === eventKind.begun)) continue;
      const moment = ((how & codes.toFinish) !== 0 ? run.earlyFinish : begin)[event] ?? 0;
      lower(ofStart ? room.startTo : room.finishTo, from, neededAt(prepared, event, at, moment));
    }
  }
  return room;
}

function lower(most: Float64Array, event: number, value: number): void {
  if (value < (most[event] ?? 0)) most[event] = value;
}
