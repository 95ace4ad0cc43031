// What there is to say about a day and about a working time: which weekday it is, how far away, how many hours. Knows no place of a text.
import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import { counted, type Message, message } from '../base/message';
import type { Plan } from '../model/plan';
import { workingDaysOf } from '../schedule/workingDays';
import { hoursIn } from '../schedule/workingTime';

/** Farther away than this nobody counts working days. */
const farthest = 3_660;

/** The weekday, the distance in calendar and in working days, and whether it is a day off. */
export function dayLines(plan: Plan, day: Day, today: Day): readonly Message[] {
  const days = day - today;
  const calendar = workingDaysOf(plan);
  const lines = [distance(day, days)];
  if (Math.abs(days) > 1 && Math.abs(days) <= farthest) {
    const working = days > 0 ? calendar.between(today, day) : calendar.between(day, today);
    lines.push(counted(working, '{count} working day', '{count} working days'));
  }
  const off = dayOff(plan, day);
  return off ? [...lines, off] : lines;
}

function distance(day: Day, days: number): Message {
  const args = { day: { day, style: 'full' as const } };
  if (days === 0) return message('{day}, today', args);
  if (days === 1) return message('{day}, tomorrow', args);
  if (days === -1) return message('{day}, yesterday', args);
  return days > 0
    ? counted(days, '{day}, in {count} day', '{day}, in {count} days', args)
    : counted(-days, '{day}, {count} day ago', '{day}, {count} days ago', args);
}

/** Why nobody works on a day; `undefined` for a working day. */
function dayOff(plan: Plan, day: Day): Message | undefined {
  if (workingDaysOf(plan).works(day)) return undefined;
  return isHoliday(plan, day)
    ? message('A holiday in the calendar of this plan')
    : message('No working day of the week');
}

export function isHoliday({ calendar }: Plan, day: Day): boolean {
  return calendar.holidays.some(({ from, to }) => from <= day && day <= to);
}

/** How many days a range has, and how many of them the week alone would work. */
export function rangeLines(plan: Plan, from: Day, to: Day): readonly Message[] {
  const args = { from: { day: from, style: 'full' as const }, to: { day: to, style: 'full' as const } };
  const week = workingDaysOf({ ...plan, calendar: { ...plan.calendar, holidays: [], workdays: [] } });
  const days = to - from + 1;
  const working = week.between((from - 1) as Day, to);
  return [
    message('{from} to {to}', args),
    message('{days}, {weekdays}', {
      days: counted(days, '{count} day', '{count} days'),
      weekdays: counted(working, '{count} of them in the working week', '{count} of them in the working week'),
    }),
  ];
}

/** A working time in hours and in days, by the hours of whoever does the work. */
export function durationLine(plan: Plan, duration: Duration, owner: string | undefined): Message {
  const hoursOf = hoursIn(plan);
  const parts = [duration.weeks, duration.days, duration.hours];
  const sign = parts.some((part) => part < 0) ? -1 : 1;
  const positive = { weeks: sign * duration.weeks, days: sign * duration.days, hours: sign * duration.hours };
  const hours = hoursOf(positive, owner);
  const perDay = hoursOf({ weeks: 0, days: 1, hours: 0 }, owner);
  const days = perDay > 0 ? rounded(hours / perDay) : 0;
  const args = {
    hours: counted(rounded(hours), '{count} hour', '{count} hours'),
    days: counted(days, '{count} working day', '{count} working days'),
    perDay: rounded(perDay),
  };
  return sign < 0
    ? message('{hours} earlier: {days} of {perDay} hours', args)
    : message('{hours}: {days} of {perDay} hours', args);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
