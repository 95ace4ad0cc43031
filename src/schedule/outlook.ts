// What the network says about each milestone, put so that its health can be judged and explained. Knows no sentence.
import { causes } from './causes';
import { noDay } from './columns';
import { type DriverGround, type Drivers, driversOf } from './drivers';
import type { Named, Outlook } from './facts';
import { type Limits, limitsOf } from './limits';
import { namedIn } from './milestoneFacts';
import { shownDays } from './milestoneSchedule';

export interface Explained extends Outlook {
  readonly drivers: Drivers;
  readonly limits: Limits;
}

export function outlookOf(ground: DriverGround): Explained {
  const { all, dates, passes, network } = ground;
  const drivers = driversOf(ground);
  const limits = limitsOf(ground);
  const causeOf = causes(network.count, drivers.nextOf);
  const limiterOf = causes(network.count, limits.nextOf);
  const other = (number: number, end: number): Named | undefined => (end === number ? undefined : namedIn(all, end));
  return {
    drivers,
    limits,
    driverOf: drivers.driverOf,
    causeOf: (number) => other(number, drivers.openerOf(causeOf(number))),
    totalFloatOf: (number) =>
      dates.earlyFinish[number] === noDay ? undefined : shownDays(passes.totalFloat[number] ?? 0),
    boundOf(number) {
      const end = limiterOf(number);
      const { kind } = limits.limitOf(end);
      const named = namedIn(all, end);
      if (!named || (kind !== 'deadline' && kind !== 'project')) return undefined;
      return { plan: named.plan, milestone: kind === 'deadline' ? named.milestone : undefined };
    },
  };
}
