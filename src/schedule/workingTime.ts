// Durations in hours of work, by the calendar of the plan and of the one who does it. Knows no day: holidays change no duration.
import { type Duration, durationHours } from '../base/duration';
import type { Calendar, Milestone, Plan } from '../model/plan';

/** Hours of a duration worked by `owner` (a key of `people`). At least 0 and always finite. */
export type HoursOf = (duration: Duration, owner: string | undefined) => number;

/** By what hours, days and weeks convert. */
export interface Pace {
  readonly hoursPerDay: number;
  readonly daysPerWeek: number;
}

const usualHoursPerDay = 8;
const usualDaysPerWeek = 5;
/** More than anyone works; keeps sums finite whatever is written. */
const mostHours = 1e9;

/** The owner's hours and week go before those of the plan, and those before 8 hours and 5 days. */
export function paceIn({ calendar, people }: Plan): (owner: string | undefined) => Pace {
  const usual = paceOf(calendar, calendar, undefined);
  const paces = new Map<string, Pace>(
    people.map((person) => [person.key, paceOf(person.calendar, calendar, person.hoursPerDay)]),
  );
  return (owner) => (owner === undefined ? usual : (paces.get(owner) ?? usual));
}

function paceOf(own: Calendar | undefined, plan: Calendar, hours: number | undefined): Pace {
  return {
    hoursPerDay: hours ?? own?.hoursPerDay ?? plan.hoursPerDay ?? usualHoursPerDay,
    daysPerWeek: daysPerWeek(own) ?? daysPerWeek(plan) ?? usualDaysPerWeek,
  };
}

export function hoursIn(plan: Plan): HoursOf {
  const paceOf = paceIn(plan);
  return (duration, owner) => hoursAt(duration, paceOf(owner));
}

/** At least 0 and always finite. */
export function hoursAt(duration: Duration, { hoursPerDay, daysPerWeek }: Pace): number {
  const hours = durationHours(duration, hoursPerDay, daysPerWeek);
  return hours > 0 ? Math.min(hours, mostHours) : 0;
}

/** Hours of work in all: the effort as written (the likely one of three), else the sum of the tasks' efforts if every task has one. */
export function effortHours(milestone: Milestone, hoursOf: HoursOf): number | undefined {
  if (milestone.effort) return hoursOf(milestone.effort.likely, milestone.owner);
  const tasks = taskHours(milestone, hoursOf);
  return tasks?.reduce((sum, hours) => sum + hours, 0);
}

/** Hours of each task, if there are tasks and every one has an effort. */
export function taskHours(milestone: Milestone, hoursOf: HoursOf): readonly number[] | undefined {
  if (milestone.tasks.length === 0) return undefined;
  const hours: number[] = [];
  for (const task of milestone.tasks) {
    if (!task.effort) return undefined;
    hours.push(hoursOf(task.effort, task.owner ?? milestone.owner));
  }
  return hours;
}

function daysPerWeek(calendar: Calendar | undefined): number | undefined {
  return calendar?.workweek && (new Set(calendar.workweek).size || undefined);
}
