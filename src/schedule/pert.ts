// Mean and standard deviation of a plan's finish along its critical path (PERT), and how many other paths make them too hopeful. Knows no chance.
import { addDays, type Day } from '../base/day';
import { dependencyTypes } from '../model/plan';
import { drivenBy } from '../network/network';
import { type Spread, spreadOf, together } from '../network/pert';
import type { DriverGround, Drivers } from './drivers';
import { estimateOf } from './estimates';
import type { Workers } from './networkOfCalendars';
import { isAhead } from './outline';
import type { RollUp } from './rollUp';
import type { Pert } from './schedule';

export interface PertGround extends DriverGround {
  readonly workers: Workers;
  readonly progress: RollUp;
}

/** `path` holds the numbers of the milestones that decide the finish, first to last; `undefined` where nothing on it that counts is estimated. */
export function pertOf(ground: PertGround, drivers: Drivers, path: readonly number[]): Pert | undefined {
  const { all, network, passes, todays } = ground;
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const spreads = path.map((number, at) => spreadAt(ground, drivers, number, path[at + 1]));
  const { mean, variance } = together(spreads.map(({ spread }) => spread));
  if (!spreads.some(({ isEstimated }) => isEstimated)) return undefined;
  const deviation = Math.sqrt(variance);
  const later = spreads.reduce((sum, { spread, work }) => sum + spread.mean - work, 0);
  const today = todays[all.planOf[last] ?? 0] ?? addDays(0 as Day, 0);
  const finish = network.calendars[network.calendar[last] ?? 0]?.finishDay((passes.earlyFinish[last] ?? 0) + later);
  return {
    meanFinish: Math.max(today, finish ?? today) as Day,
    meanDays: mean,
    standardDeviationDays: deviation,
    mergingPaths: joiningOf(ground, path).filter((number) => floatBeside(ground, last, number) < deviation).length,
  };
}

interface SpreadAt {
  readonly spread: Spread;
  /** Working days that the schedule has for it. */
  readonly work: number;
  readonly isEstimated: boolean;
}

/** How the work of one milestone on the path spreads its end. It does so only where its finish follows from its work and what comes next from its finish. */
function spreadAt(ground: PertGround, drivers: Drivers, number: number, next: number | undefined): SpreadAt {
  const { all, network, passes, links } = ground;
  const isLeaf = all.ends[number] === number + 1;
  const work = isLeaf ? (network.duration[number] ?? 0) : 0;
  const by = passes.driver[number] ?? drivenBy.nothing;
  const intoStart = by >= 0 ? isOneOf(links.type[by], 'FS', 'SS') : by === drivenBy.startFrom || by === drivenBy.around;
  const step = next === undefined ? undefined : drivers.driverOf(next);
  const fromFinish = step?.kind !== 'predecessor' || step.type === 'FS' || step.type === 'FF';
  const estimate = intoStart && fromFinish ? estimateOf(all, ground, number) : undefined;
  return {
    spread: estimate ? spreadOf(estimate) : { mean: work, variance: 0 },
    work,
    isEstimated: estimate !== undefined,
  };
}

function isOneOf(type: number | undefined, ...types: readonly (typeof dependencyTypes)[number][]): boolean {
  const found = dependencyTypes[type ?? 0];
  return found !== undefined && types.includes(found);
}

/** What milestones on the path, and those around them, wait for beside the path itself. */
function joiningOf({ all, links, passes }: PertGround, path: readonly number[]): readonly number[] {
  const known = new Set(path);
  for (const number of path) {
    for (let around = all.parents[number] ?? -1; around >= 0 && !known.has(around); around = all.parents[around] ?? -1)
      known.add(around);
  }
  const joining = new Set<number>();
  for (const number of known) {
    for (let link = links.starts[number] ?? 0; link < (links.starts[number + 1] ?? 0); link++) {
      const before = links.predecessor[link] ?? 0;
      if (!known.has(before) && isAhead(all, before) && passes.dated[before] === 1) joining.add(before);
    }
  }
  return [...joining];
}

/** Working days of float that a milestone has more than the last one on the path. */
function floatBeside({ passes }: PertGround, last: number, number: number): number {
  return (passes.totalFloat[number] ?? 0) - (passes.totalFloat[last] ?? 0);
}
