// How many working days of work a milestone still needs. Knows no calendar and no day.
import type { Duration } from '../base/duration';
import type { Milestone } from '../model/plan';
import { daysOfWork, mostDays } from './networkOfCalendars';
import type { Pace } from './workingTime';

/**
 * What remains as written, else the share of its duration or effort that is open, else the effort of its open tasks, which is open already.
 * `paceOf` tells how the owner of a task works.
 */
export function workLeft(
  { remaining, duration, effort, tasks }: Milestone,
  openShare: number,
  pace: Pace,
  paceOf: (owner: string | undefined) => Pace,
): number {
  if (remaining) return Math.max(0, daysOfWork(remaining, pace));
  const whole = duration ?? effort?.likely;
  if (whole) return shareOf(whole, openShare, pace);
  let sum = 0;
  for (const task of tasks) {
    if (task.done || !task.effort) continue;
    const other = paceOf(task.owner);
    sum += (daysOfWork(task.effort, other) * other.hoursPerDay) / pace.hoursPerDay;
  }
  return Math.min(mostDays, sum);
}

/** The part of a duration that is open. */
export function shareOf(whole: Duration, openShare: number, pace: Pace): number {
  return Math.max(0, daysOfWork(whole, pace) * openShare);
}
