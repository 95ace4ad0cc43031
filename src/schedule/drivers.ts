// What decides each forecast, one step at a time, and which milestones decide that of a whole plan. Knows the results of the passes and computes no day.
import type { Day } from '../base/day';
import { dependencyTypes } from '../model/plan';
import { tolerance } from '../network/calendar';
import { drivenBy, type Network, type Passes } from '../network/network';
import { dayIn, noDay } from './columns';
import type { DateColumns } from './dates';
import type { Followed } from './followed';
import { isAhead, type Outline, refOf } from './outline';
import type { Driver } from './schedule';

export interface Drivers {
  /** What decides its forecast; `undefined` without one. */
  readonly driverOf: (number: number) => Driver | undefined;
  /** The number of the milestone that does, or -1 where a day of its own or of the plan does, or the start of one around it. */
  readonly nextOf: (number: number) => number;
  /** The milestone around it whose stated start decides its forecast, else its own number. */
  readonly openerOf: (number: number) => number;
}

export interface DriverGround {
  readonly all: Outline;
  readonly links: Followed;
  readonly network: Network;
  readonly passes: Passes;
  readonly dates: DateColumns;
  readonly todays: readonly Day[];
}

export function driversOf(ground: DriverGround): Drivers {
  const { all, links } = ground;
  const stepFrom = (number: number) => {
    const forecast = dayIn(ground.dates.forecast, number);
    return forecast === undefined ? undefined : stepOf(ground, number, forecast);
  };
  return {
    driverOf(number) {
      const step = stepFrom(number);
      if (!step) return undefined;
      if (step.kind === 'inside') return { kind: 'inside', ref: refOf(all, step.at) };
      if (step.kind === 'start') return startDriver(ground, number, step.at);
      if (step.kind !== 'link') return step;
      const type = dependencyTypes[links.type[step.at] ?? 0] ?? 'FS';
      return { kind: 'predecessor', ref: refOf(all, links.predecessor[step.at] ?? 0), type };
    },
    nextOf(number) {
      const step = stepFrom(number);
      if (step?.kind === 'link') return links.predecessor[step.at] ?? -1;
      return step?.kind === 'inside' ? step.at : -1;
    },
    openerOf(number) {
      const step = stepFrom(number);
      return step?.kind === 'start' && startDriver(ground, number, step.at).kind === 'around' ? step.at : number;
    },
  };
}

/** A link or a milestone by its number, or a day. */
type Step =
  | { readonly kind: 'link'; readonly at: number }
  | { readonly kind: 'inside'; readonly at: number }
  | { readonly kind: 'start'; readonly at: number }
  | { readonly kind: 'completed' | 'due' | 'today'; readonly day: Day };

function stepOf(ground: DriverGround, number: number, forecast: Day): Step {
  const { all, dates } = ground;
  const milestone = all.milestones[number];
  if (all.statuses[number] === 'done') return { kind: 'completed', day: forecast };
  const child = dates.lastInside[number] ?? -1;
  const by = deciding(ground, number);
  if (finishesOn(ground, number, by, forecast)) {
    if (by >= 0) return { kind: 'link', at: by };
    if (by === drivenBy.startFrom) return { kind: 'start', at: number };
    if (by === drivenBy.inside && child >= 0) return { kind: 'inside', at: child };
    if (by === drivenBy.around) return openedBy(ground, number);
  }
  if (milestone?.due === forecast) return { kind: 'due', day: forecast };
  if (child >= 0 && dates.forecast[child] === forecast) return { kind: 'inside', at: child };
  return { kind: 'today', day: forecast };
}

/** Whether the network has it finished on the very day of its forecast, and not only because nothing can be finished before today. */
function finishesOn({ dates, network, passes }: DriverGround, number: number, by: number, forecast: Day): boolean {
  if (dates.earlyFinish[number] !== forecast) return false;
  const calendar = network.calendars[network.calendar[number] ?? 0];
  const at = passes.earlyFinish[number] ?? 0;
  if (calendar?.finishDay(at) === forecast) return true;
  const isHeld = by === drivenBy.startFrom || by === drivenBy.around;
  return isHeld && network.duration[number] === 0 && calendar?.startDay(at) === forecast;
}

/** What has been finished before today decides nothing where the day itself would give the same. */
function deciding({ all, links, network, passes }: DriverGround, number: number): number {
  const by = passes.driver[number] ?? drivenBy.nothing;
  if (by < 0 || isAhead(all, links.predecessor[by] ?? -1)) return by;
  const finish = (passes.earlyFinish[number] ?? 0) - tolerance;
  if ((network.finishFrom[number] ?? 0) >= finish) return drivenBy.finishFrom;
  return (network.startFrom[number] ?? 0) >= finish - (network.duration[number] ?? 0) ? drivenBy.startFrom : by;
}

/** What keeps the milestones around it from beginning earlier. */
function openedBy({ network, passes }: DriverGround, number: number): Step {
  let at = network.parent[number] ?? -1;
  while (at >= 0 && passes.startDriver[at] === drivenBy.around) at = network.parent[at] ?? -1;
  const by = passes.startDriver[at] ?? drivenBy.nothing;
  return by >= 0 ? { kind: 'link', at: by } : { kind: 'start', at: Math.max(at, 0) };
}

/** The stated start of a milestone or of its plan, unless that has come. */
function startDriver({ all, dates, todays }: DriverGround, number: number, at: number): Driver {
  const today = (todays[all.planOf[number] ?? 0] ?? 0) as Day;
  const start = all.milestones[at]?.start ?? today;
  // What is stated to be earlier inside goes before the start around it.
  const stated = at === number ? start : Math.min(start, dayIn(dates.forecast, number) ?? start);
  const day = Math.max(stated, all.plans[all.planOf[at] ?? 0]?.plan.start ?? stated) as Day;
  if (day <= today) return { kind: 'today', day: today };
  return at === number ? { kind: 'start', day } : { kind: 'around', ref: refOf(all, at), day };
}

/** How far a path is followed into other plans: far enough to see where it comes from. */
const mostElsewhere = 1_000;

/** Numbers of what decides when a plan is finished, the first first: what is open and holds no others, or holds them and is later than they are. */
export function criticalPathOf(ground: DriverGround, drivers: Drivers, position: number): readonly number[] {
  const { all } = ground;
  const path: number[] = [];
  let elsewhere = 0;
  let before = -1;
  for (let at = lastOf(ground, drivers, position); at >= 0 && isAhead(all, at) && elsewhere < mostElsewhere; ) {
    const next = drivers.nextOf(at);
    const isHolding = next >= 0 && all.parents[next] === at;
    if (!isHolding) path.push(at);
    if (all.planOf[at] !== position) elsewhere++;
    // Drivers form no circle; should they ever, no path is longer than all milestones and those around them.
    if (++before > 2 * all.milestones.length) break;
    at = next;
  }
  return path.reverse();
}

/** The milestone that is open and finished last; of several that are on the same day, the one that is driven by the others. */
function lastOf(ground: DriverGround, drivers: Drivers, position: number): number {
  const { all, dates, network, passes } = ground;
  const last: number[] = [];
  let latest = noDay;
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    const forecast = dates.forecast[number] ?? noDay;
    if (forecast === noDay || forecast < latest || !isAhead(all, number)) continue;
    if (forecast > latest) last.length = 0;
    latest = forecast;
    last.push(number);
  }
  const driving = new Set(last.map(drivers.nextOf));
  let found = -1;
  for (const number of last) {
    if (driving.has(number)) continue;
    const comparable = network.calendar[number] === network.calendar[found];
    if (found < 0 || (comparable && (passes.earlyFinish[number] ?? 0) > (passes.earlyFinish[found] ?? 0)))
      found = number;
  }
  return found;
}
