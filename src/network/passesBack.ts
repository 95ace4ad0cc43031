// The backward pass over a prepared network: how late each finish may be. Knows the early dates of the same run.
import { carryBack, carryBackStart, carryFinish } from './passesCarry';
import { codes } from './passesEvents';
import { eventKind } from './passesParts';
import type { Prepared } from './passesPrepare';
import { arrival, type Run } from './passesRun';

/** Late finishes, from the early dates of the same run. With a shorter `order`, as in `forward`, those of the others mean nothing. */
export function backward(prepared: Prepared, duration: Float64Array, out: Run, order = prepared.order): void {
  const { plain } = prepared;
  const { first, before, lag } = prepared.events;
  const { lateFinish, startTo } = out;
  limitFinishes(prepared, out);
  for (let place = order.length - 1; place >= 0; place--) {
    const event = order[place] ?? 0;
    const work = duration[event] ?? 0;
    if (plain[event] !== 1) {
      moveBackward(prepared, out, event, work);
      continue;
    }
    const finish = Math.min(lateFinish[event] ?? 0, (startTo[event] ?? 0) + work);
    lateFinish[event] = finish;
    const end = first[event + 1] ?? 0;
    for (let at = first[event] ?? 0; at < end; at++) {
      const from = before[at] ?? 0;
      const need = finish - work - (lag[at] ?? 0);
      if (need < (lateFinish[from] ?? 0)) lateFinish[from] = need;
    }
  }
  showLate(prepared, out);
}

/** No later than the deadline of the project, or else its early finish, and than the node's own deadline. */
function limitFinishes({ events, size, limit, limits, finishTo, projectLine }: Prepared, out: Run): void {
  const { lines } = events;
  limits.forEach(({ project, line, position }, at) => {
    const finish = out.lastFinish[project] ?? 0;
    const [one, other] = [lines[projectLine[project] ?? 0], lines[line]];
    out.limits[at] = position ?? (one && other && one !== other ? carryBack(one, other, finish) : finish);
  });
  for (let event = 0; event < size; event++) {
    const most = out.limits[limit[event] ?? 0] ?? 0;
    const own = finishTo[event] ?? most;
    out.lateFinish[event] = Math.min(own, most);
  }
  out.startTo.fill(Number.POSITIVE_INFINITY);
}

/** Takes what followers need, and hands on what this event needs. */
function moveBackward(prepared: Prepared, out: Run, event: number, work: number): void {
  const { lateFinish, startTo } = out;
  let finish = lateFinish[event] ?? 0;
  let start = finish;
  switch (prepared.events.kind[event]) {
    case eventKind.ahead:
      finish = Math.min(finish, (startTo[event] ?? 0) + work);
      start = finish - work;
      break;
    case eventKind.begun:
      start = finish - work;
      break;
    case eventKind.gate:
      finish = Math.min(finish, startTo[event] ?? finish);
      start = finish;
      break;
    case eventKind.around:
      break;
    default:
      lateFinish[event] = out.earlyFinish[event] ?? 0;
      return;
  }
  lateFinish[event] = finish;
  needBefore(prepared, out, event, start);
}

/** What an event needs of all it waits for: their late finish or start is not behind it. */
function needBefore(prepared: Prepared, out: Run, event: number, start: number): void {
  const { first, before, code } = prepared.events;
  const { lateFinish, startTo, earlyStart } = out;
  const finish = lateFinish[event] ?? 0;
  let begin = startTo[event] ?? 0;
  for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
    const from = before[at] ?? 0;
    const how = code[at] ?? 0;
    let moment = (how & codes.toFinish) !== 0 ? finish : start;
    if ((how & codes.toEarliest) !== 0) {
      // Only the first of those that begin when all of it begins has to hold its start.
      if (begin === Number.POSITIVE_INFINITY || arrival(prepared, out, event, at) !== earlyStart[event]) continue;
      moment = begin;
      begin = Number.POSITIVE_INFINITY;
    }
    const need = neededAt(prepared, event, at, moment);
    const most = (how & codes.fromStart) !== 0 ? startTo : lateFinish;
    if (need < (most[from] ?? 0)) most[from] = need;
  }
}

/** The last moment of the event before from which entry `at` still lets this event have `moment`. */
export function neededAt({ events, network }: Prepared, event: number, at: number, moment: number): number {
  const { before, code, lag, line, lines, node } = events;
  const days = lag[at] ?? 0;
  if (((code[at] ?? 0) & codes.convert) === 0) return moment - days;
  const own = days === 0 ? line[event] : network.calendar[node[event] ?? 0];
  const [one, between, other] = [lines[line[before[at] ?? 0] ?? 0], lines[own ?? 0], lines[line[event] ?? 0]];
  if (!one || !between || !other) return moment - days;
  const carry = ((code[at] ?? 0) & codes.fromStart) !== 0 ? carryBackStart : carryBack;
  const there = (other === between ? moment : carry(other, between, moment)) - days;
  return between === one ? there : carry(between, one, there);
}

function showLate({ network, events, shown }: Prepared, { lateFinish }: Run): void {
  const { finish, line, lines } = events;
  for (let place = 0; place < shown.length; place++) {
    const node = shown[place] ?? 0;
    const event = finish[node] ?? node;
    const [one, other] = [lines[line[event] ?? 0], lines[network.calendar[node] ?? 0]];
    if (one && other) lateFinish[node] = carryFinish(one, other, lateFinish[event] ?? 0);
  }
}
