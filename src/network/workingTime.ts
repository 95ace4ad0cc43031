// Sums and differences in working time on one calendar, exact for parts of a day. Knows no plan.
import { addDays, type Day } from '../base/day';
import { tolerance, type WorkCalendar } from './calendar';

/** A point in working time: the day, and how much of the work of that day lies before it, 0 to 1. */
export interface Moment {
  readonly day: Day;
  readonly part: number;
}

/** So many working days later, or earlier when negative. The begin of a day becomes the begin of a day; anything else that ends with a day stays on it. */
export function addWorkingTime(calendar: WorkCalendar, from: Moment, days: number): Moment {
  const position = positionOf(calendar, from) + days;
  const day = from.part < tolerance ? calendar.startDay(position) : calendar.finishDay(position);
  const part = position - calendar.before(day);
  return { day, part: part < tolerance ? 0 : part };
}

/** The working days from one point to another; negative when the other is earlier. */
export function workingTimeBetween(calendar: WorkCalendar, from: Moment, to: Moment): number {
  return positionOf(calendar, to) - positionOf(calendar, from);
}

/** The `count`th working day after a day, before it when `count` is negative; the day itself, worked or not, for 0. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  if (count === 0) return day;
  const first = count > 0 ? calendar.before(addDays(day, 1)) - 1 : calendar.before(day);
  return calendar.startDay(first + count);
}

function positionOf(calendar: WorkCalendar, { day, part }: Moment): number {
  return calendar.before(day) + (calendar.works(day) ? part : 0);
}
