// What a simulation says about plans that are scheduled together: from their estimates and risks to days and percents. Knows no clock.

import { addDays, type Day } from '../base/day';
import type { Link } from '../model/join';
import type { Plan } from '../model/plan';
import type { Risk } from '../network/delays';
import type { Estimates } from '../network/draws';
import { type Finishes, type Simulated, startSimulation } from '../network/simulation';
import { limitOf } from './dates';
import { estimatesOf, isOpenLeaf, risksOf } from './estimates';
import { followed } from './followed';
import { type Mapped, networkOf } from './networkOf';
import { isAhead, type Outline, outline } from './outline';
import { rollUp } from './rollUp';
import type { Chance, PlanChances, PlanSchedule } from './schedule';

/** A plan with the day for which it is scheduled. */
export interface ScheduledPlan {
  readonly uri: string;
  readonly plan: Plan;
  readonly schedule: Pick<PlanSchedule, 'today'>;
}

/** Enough that a percent is known to half a point: a standard error is √(0.25 ÷ 10 000). */
const usualRuns = 10_000;
const fewestRuns = 1_000;
/** Milestones times runs. From 4 000 milestones that are linked with each other on there are fewer runs, and 1 000 from 40 000 on. */
const mostWork = 40_000_000;
/** Milestones times runs between two pauses. */
const workAtOnce = 25_000;
/** Milestones whose results are read between two pauses. */
const chancesAtOnce = 100;
/** Any number does; always the same one, so that the same plan has the same chances. */
const seed = 20_261_123;

/**
 * Simulates plans that are linked with each other, in parts of a few milliseconds; `links` may hold those of other plans too. The result has, by URI, those
 * plans whose finish depends on something uncertain; where nothing is uncertain nothing is simulated.
 */
export function* simulatedChances(
  plans: readonly ScheduledPlan[],
  links: readonly Link[],
): Generator<undefined, ReadonlyMap<string, PlanChances>> {
  const ground = yield* groundOf(plans, links);
  const { network } = ground.mapped;
  const found = new Map<string, PlanChances>();
  if (ground.estimates.node.length === 0 && ground.risks.length === 0) return found;
  yield;
  const runs = Math.max(fewestRuns, Math.min(usualRuns, Math.floor(mostWork / network.count)));
  const simulation = startSimulation(network, ground, { seed, runs });
  const runsAtOnce = Math.ceil(workAtOnce / network.count);
  do yield;
  while (!simulation.step(runsAtOnce));
  const simulated = simulation.result();
  for (const [position, { uri, schedule }] of plans.entries()) {
    yield;
    const chances = yield* planChances(ground, simulated, position, schedule.today);
    if (chances) found.set(uri, chances);
  }
  return found;
}

interface Ground {
  readonly all: Outline;
  readonly mapped: Mapped;
  readonly estimates: Estimates;
  readonly risks: readonly Risk[];
}

function* groundOf(plans: readonly ScheduledPlan[], links: readonly Link[]): Generator<undefined, Ground> {
  const all = outline(plans.map(({ uri, plan }) => ({ uri, plan })));
  const progress = rollUp(all);
  yield;
  const dependencies = followed(all, { links });
  yield;
  const todays = plans.map(({ schedule }) => schedule.today);
  const mapped = networkOf(all, dependencies, todays, progress);
  yield;
  return { all, mapped, estimates: estimatesOf(all, mapped), risks: risksOf(all, mapped) };
}

function* planChances(
  { all, mapped, estimates, risks }: Ground,
  simulated: Simulated,
  position: number,
  today: Day,
): Generator<undefined, PlanChances | undefined> {
  const { network } = mapped;
  const finish = simulated.projects.get(position);
  const project = network.projects[position];
  if (!finish || !project) return undefined;
  const milestones = new Map<string, Chance>();
  const dues = duesIn(all, position);
  let open = 0;
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    if (isOpenLeaf(all, number)) open++;
    const milestone = all.milestones[number];
    const finishes = simulated.nodes.get(number);
    if (!milestone || !finishes) continue;
    if (milestones.size % chancesAtOnce === chancesAtOnce - 1) yield;
    const from = dues.from(number, today);
    const measure = { calendar: network.calendar[number] ?? 0, limit: limitOf(milestone), from };
    milestones.set(milestone.key, chanceOf(finishes, network, measure));
  }
  const uncertain = estimates.node.filter((node) => all.planOf[node] === position).length;
  return {
    runs: simulated.runs,
    uncertain,
    certain: open - uncertain,
    risks: risks.filter((risk) => risk.project === position).length,
    finish: chanceOf(finish, network, { calendar: project.calendar, limit: project.deadline, from: dues.last(today) }),
    milestones,
  };
}

/** The last due date that is still ahead, of a milestone with all inside it or of a whole plan: on a day off, it is later than any working day before it. */
function duesIn(all: Outline, position: number) {
  const first = all.starts[position] ?? 0;
  const latest = new Float64Array((all.starts[position + 1] ?? 0) - first).fill(Number.NEGATIVE_INFINITY);
  let last = Number.NEGATIVE_INFINITY;
  for (let at = latest.length - 1; at >= 0; at--) {
    if (!isAhead(all, first + at)) continue;
    const due = Math.max(latest[at] ?? 0, all.milestones[first + at]?.due ?? Number.NEGATIVE_INFINITY);
    latest[at] = due;
    last = Math.max(last, due);
    const around = (all.parents[first + at] ?? -1) - first;
    if (around >= 0) latest[around] = Math.max(latest[around] ?? 0, due);
  }
  return {
    from: (number: number, today: Day) => Math.max(today, latest[number - first] ?? today) as Day,
    last: (today: Day) => Math.max(today, last) as Day,
  };
}

interface Measure {
  readonly calendar: number;
  /** The day it is to be finished by. */
  readonly limit: Day | undefined;
  /** The day it is not finished before. */
  readonly from: Day;
}

function chanceOf(finishes: Finishes, { calendars }: Mapped['network'], { calendar, limit, from }: Measure): Chance {
  const line = calendars[calendar];
  // What is open does not finish in the past, nor before its due date, though the last working day may lie there.
  const dayOf = (share: number) => Math.max(from, line?.finishDay(finishes.quantile(share)) ?? from) as Day;
  const end = limit === undefined ? undefined : line?.before(addDays(limit, 1));
  return {
    p50: dayOf(0.5),
    p80: dayOf(0.8),
    p90: dayOf(0.9),
    criticalityPercent: 100 * finishes.criticality,
    ...(limit === undefined || end === undefined
      ? {}
      : { onTimePercent: limit < from ? 0 : 100 * finishes.shareBy(end) }),
  };
}
