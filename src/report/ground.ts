// What the words of one row need to know of the plan around it: the day, and whether being critical means anything in it.
import type { Day } from '../base/day';
import type { DayArgument } from '../base/message';
import type { PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { lazily } from './lazily';

export interface Ground {
  readonly today: Day;
  /** Whether the word critical tells some milestones of the plan from others. */
  readonly tellsCritical: () => boolean;
}

export function groundOf({ schedule }: PlanSnapshot): Ground {
  return { today: schedule.today, tellsCritical: lazily(() => tellsCritical(schedule)) };
}

/** Where one milestone alone decides the finish, or where all do, the word says nothing. */
function tellsCritical({ criticalPath, milestones }: PlanSchedule): boolean {
  if (criticalPath.length < 2) return false;
  for (const { totalFloatDays, critical } of milestones.values())
    if (totalFloatDays !== undefined && !critical) return true;
  return false;
}

/** Nine months around today a day and a month name one day only, so the year is left out. */
export function dayNear(day: Day, { today }: Pick<Ground, 'today'>): DayArgument {
  return { day, style: Math.abs(day - today) < 270 ? 'short' : 'medium' };
}
