// What the words of one row need to know of the plans around it: the day, and whether what it waits for is itself in trouble.
import type { Day } from '../base/day';
import type { DayArgument } from '../base/message';
import type { Milestone } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';

export interface Ground {
  readonly today: Day;
  /** Whether a blocked milestone is held up by something late, on hold or outside the plan, rather than by a predecessor that is on course. */
  readonly heldUp: (milestone: Milestone, schedule: MilestoneSchedule) => boolean;
}

/** The ground of each plan of a snapshot. Predecessors may be in another plan. */
export function groundsOf({ plans }: Snapshot): (plan: PlanSnapshot) => Ground {
  const schedules = new Map(plans.map((plan) => [plan.uri, plan.schedule.milestones]));
  const inTrouble = (ref: string) => {
    // An address holds no bare `#`, so the first one is where the key begins.
    const at = ref.indexOf('#');
    const predecessor = schedules.get(ref.slice(0, at))?.get(ref.slice(at + 1));
    return predecessor !== undefined && (predecessor.lateDays !== undefined || predecessor.health === 'on-hold');
  };
  const heldUp: Ground['heldUp'] = ({ blockedBy }, { waitsFor }) => blockedBy !== undefined || waitsFor.some(inTrouble);
  return ({ schedule: { today } }) => ({ today, heldUp });
}

/** Nine months around today a day and a month name one day only, so the year is left out. */
export function dayNear(day: Day, { today }: Pick<Ground, 'today'>): DayArgument {
  return { day, style: Math.abs(day - today) < 270 ? 'short' : 'medium' };
}
