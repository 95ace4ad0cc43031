// The critical path method over a network: early and late dates, floats and what decides each date. Knows no plan.
import type { Network, Passes } from './network';
import { backward } from './passesBack';
import { carryStart } from './passesCarry';
import { driversOf } from './passesDriver';
import { freeFloatOf } from './passesFloat';
import { lateBeginOf } from './passesInside';
import { type Prepared, prepare } from './passesPrepare';
import { forward, newRun, type Run } from './passesRun';

/** Forward and backward pass by the definitions of the precedence diagramming method; linear in nodes and links. */
export function passesOf(network: Network): Passes {
  const prepared = prepare(network);
  const run = newRun(prepared);
  forward(prepared, network.duration, run);
  backward(prepared, network.duration, run);
  const { count } = network;
  const { left } = prepared.events;
  const { earlyStart, earlyFinish, lateFinish } = run;
  const lateStart = lateStartOf(prepared, run);
  const freeFloat = freeFloatOf(prepared, run);
  const { driver, startDriver } = driversOf(prepared, run);
  const totalFloat = new Float64Array(count);
  const columns = [earlyStart, earlyFinish, lateStart, lateFinish, freeFloat, totalFloat];
  for (let node = 0; node < count; node++) {
    // What takes no time between two days of other calendars starts on the second and finishes on the first.
    earlyStart[node] = Math.min(earlyStart[node] ?? 0, earlyFinish[node] ?? 0);
    const moves = prepared.dated[node] === 1 && Number.isNaN(network.actualFinish[node]);
    totalFloat[node] = moves ? (lateFinish[node] ?? 0) - (earlyFinish[node] ?? 0) : Number.NaN;
    if (!moves) freeFloat[node] = Number.NaN;
    if (left[node] === 1) for (const column of columns) column[node] = Number.NaN;
  }
  return {
    earlyStart: earlyStart.subarray(0, count),
    earlyFinish: earlyFinish.subarray(0, count),
    lateStart,
    lateFinish: lateFinish.subarray(0, count),
    totalFloat,
    freeFloat,
    driver,
    startDriver,
    dated: prepared.dated.subarray(0, count),
    projectFinish: run.projectFinish,
  };
}

/** What is done began when it did; all else begins as late as what is left of it may. */
function lateStartOf(prepared: Prepared, run: Run): Float64Array {
  const { network, events } = prepared;
  const { finish, line, lines } = events;
  const late = lateBeginOf(prepared, run);
  const lateStart = new Float64Array(network.count);
  for (let node = 0; node < network.count; node++) {
    const event = finish[node] ?? node;
    const start = late[event] ?? 0;
    const [one, other] = [lines[line[event] ?? 0], lines[network.calendar[node] ?? 0]];
    if (!Number.isNaN(network.actualFinish[node])) lateStart[node] = run.earlyStart[node] ?? 0;
    else lateStart[node] = one && other && one !== other ? carryStart(one, other, start) : start;
  }
  return lateStart;
}
