// Forward and backward pass over a prepared network, into columns that are used again. Knows how work moves and nothing of why.
import { carryFinish, carryStart } from './passesCarry';
import { codes } from './passesEvents';
import { eventKind } from './passesParts';
import type { Prepared } from './passesPrepare';

/** The results of one run. The first `network.count` entries of each column are those of the nodes; of what is left out they mean nothing. */
export interface Run {
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateFinish: Float64Array;
  /** By event: start no later than, where something waits for a start; else `Infinity`. */
  readonly startTo: Float64Array;
  /** By project, on its own calendar; `-Infinity` where nothing is dated. */
  readonly projectFinish: Float64Array;
  /** The same on `Prepared.projectLine`. */
  readonly lastFinish: Float64Array;
  /** By entry of `Prepared.limits`. */
  readonly limits: Float64Array;
}

export function newRun({ size, network: { projects }, limits }: Prepared): Run {
  const column = (length: number) => new Float64Array(length);
  return {
    earlyStart: column(size),
    earlyFinish: column(size),
    lateFinish: column(size),
    startTo: column(size),
    projectFinish: column(projects.length),
    lastFinish: column(projects.length),
    limits: column(limits.length),
  };
}

/**
 * Early dates, and when the projects finish. `duration` holds the working days of the work left, by node. With a shorter `order` (what is left out of it
 * must not follow from what stays) the others keep the dates of the run before.
 */
export function forward(prepared: Prepared, duration: Float64Array, out: Run, order = prepared.order): void {
  const { plain, startFrom, finishFrom } = prepared;
  const { first, before, lag } = prepared.events;
  const { earlyStart, earlyFinish } = out;
  for (let place = 0; place < order.length; place++) {
    const event = order[place] ?? 0;
    const work = duration[event] ?? 0;
    if (plain[event] !== 1) {
      moveForward(prepared, out, event, work);
      continue;
    }
    let start = startFrom[event] ?? 0;
    const end = first[event + 1] ?? 0;
    for (let at = first[event] ?? 0; at < end; at++) {
      const moment = (earlyFinish[before[at] ?? 0] ?? 0) + (lag[at] ?? 0);
      if (moment > start) start = moment;
    }
    const from = finishFrom[event] ?? 0;
    // "Finish no earlier than" moves all of the work: it is done just in time.
    earlyStart[event] = from > start + work ? from - work : start;
    earlyFinish[event] = Math.max(from, start + work);
  }
  finishProjects(prepared, out);
  showEarly(prepared, out);
}

function moveForward(prepared: Prepared, out: Run, event: number, work: number): void {
  const { first, code } = prepared.events;
  let start = prepared.startFrom[event] ?? 0;
  let finish = prepared.finishFrom[event] ?? 0;
  let earliest = prepared.began[event] ?? 0;
  for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
    const how = code[at] ?? 0;
    const moment = arrival(prepared, out, event, at);
    if ((how & codes.toEarliest) !== 0) earliest = Math.min(moment, earliest);
    else if ((how & codes.toFinish) !== 0) finish = Math.max(moment, finish);
    else start = Math.max(moment, start);
  }
  const kind = prepared.events.kind[event];
  if (kind === eventKind.ahead) {
    // Where nothing says when, it is at the begin of the line.
    if (Math.max(start, finish) === Number.NEGATIVE_INFINITY) start = 0;
    if (finish > start + work) start = finish - work;
    else finish = start + work;
  } else if (kind === eventKind.begun) {
    finish = Math.max(start + work, finish);
    start = earliest;
  } else if (kind !== eventKind.done) {
    finish = Math.max(start, finish);
    if (kind !== eventKind.gate) {
      if (finish === Number.NEGATIVE_INFINITY) finish = 0;
      start = earliest < Number.POSITIVE_INFINITY ? earliest : finish;
    }
  }
  out.earlyStart[event] = start;
  out.earlyFinish[event] = finish;
}

/** The moment that entry `at` of what an event waits for gives, on the line of the event. */
export function arrival({ events, network }: Prepared, out: Run, event: number, at: number): number {
  const { before, code, lag, line, lines, node } = events;
  const from = before[at] ?? 0;
  const how = code[at] ?? 0;
  const moment = ((how & codes.fromStart) !== 0 ? out.earlyStart[from] : out.earlyFinish[from]) ?? 0;
  const days = lag[at] ?? 0;
  if ((how & codes.convert) === 0) return moment + days;
  const carry = (how & codes.fromStart) !== 0 ? carryStart : carryFinish;
  const own = days === 0 ? line[event] : network.calendar[node[event] ?? 0];
  const [one, between, other] = [lines[line[from] ?? 0], lines[own ?? 0], lines[line[event] ?? 0]];
  if (!one || !between || !other) return moment + days;
  const there = (one === between ? moment : carry(one, between, moment)) + days;
  return between === other ? there : carry(between, other, there);
}

function finishProjects({ network, events, lasting, projectLine }: Prepared, out: Run): void {
  const { project, projects } = network;
  const { line, lines, node } = events;
  const { earlyFinish, lastFinish, projectFinish } = out;
  lastFinish.fill(Number.NEGATIVE_INFINITY);
  for (let place = 0; place < lasting.length; place++) {
    const event = lasting[place] ?? 0;
    const own = project[node[event] ?? 0] ?? 0;
    let finish = earlyFinish[event] ?? 0;
    if (line[event] !== projectLine[own]) {
      const [one, other] = [lines[line[event] ?? 0], lines[projectLine[own] ?? 0]];
      if (one && other) finish = carryFinish(one, other, finish);
    }
    if (finish > (lastFinish[own] ?? 0)) lastFinish[own] = finish;
  }
  for (let own = 0; own < projects.length; own++) {
    const [one, other] = [lines[projectLine[own] ?? 0], lines[projects[own]?.calendar ?? 0]];
    const finish = lastFinish[own] ?? 0;
    projectFinish[own] = one && other && one !== other ? carryFinish(one, other, finish) : finish;
  }
}

function showEarly({ network, events, shown }: Prepared, { earlyStart, earlyFinish }: Run): void {
  const { finish, line, lines } = events;
  for (let place = 0; place < shown.length; place++) {
    const node = shown[place] ?? 0;
    const event = finish[node] ?? node;
    const [one, other] = [lines[line[event] ?? 0], lines[network.calendar[node] ?? 0]];
    if (!one || !other) continue;
    earlyStart[node] = carryStart(one, other, earlyStart[event] ?? 0);
    earlyFinish[node] = carryFinish(one, other, earlyFinish[event] ?? 0);
  }
}
