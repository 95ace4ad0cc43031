// Which days are worked, by the calendar of a plan and those of its people. Knows no milestone and no duration.
import { addDays, type Day, weekday } from '../base/day';
import { type Calendar, type DayRange, type Plan, type Weekday, weekdays } from '../model/plan';

export interface WorkingDays {
  /** Whether `owner`, a key of `people`, works on a day; without one, whether the plan's calendar does. */
  works(day: Day, owner?: string): boolean;
  /** The next working day after (`1`) or before (`-1`) a day; `undefined` when there is none within a year. */
  nearest(day: Day, direction: 1 | -1, owner?: string): Day | undefined;
  /** How many days behind `from`, up to and including `to`, the plan's calendar works. */
  between(from: Day, to: Day): number;
}

const usualWeek: readonly Weekday[] = weekdays.slice(0, 5);
const farthest = 366;

/** A day that is opened goes before a holiday, a holiday before the week, and what a person says before what the plan says. */
export function workingDaysOf({ calendar, people }: Plan): WorkingDays {
  const plan = compiled(calendar);
  const own = new Map(people.flatMap((person) => (person.calendar ? [[person.key, person.calendar]] : [])));
  const known = new Map<string, Compiled>();
  const compiledFor = (owner: string | undefined) => {
    const written = owner === undefined ? undefined : own.get(owner);
    if (owner === undefined || !written) return undefined;
    const kept = known.get(owner) ?? compiled(written, plan.week);
    known.set(owner, kept);
    return kept;
  };
  const works = (day: Day, owner?: string) => {
    const person = compiledFor(owner);
    const said = person && exception(person, day);
    return said ?? exception(plan, day) ?? worksInWeek((person ?? plan).week, day);
  };
  const nearest = (day: Day, direction: 1 | -1, owner?: string) => {
    for (let away = 1; away <= farthest; away++) {
      const other = addDays(day, away * direction);
      if (works(other, owner)) return other;
    }
    return undefined;
  };
  return { works, nearest, between: (from, to) => (to > from ? daysWorked(plan, addDays(from, 1), to) : 0) };
}

/** A calendar whose ranges are in order and apart. */
interface Compiled {
  readonly week: Week;
  readonly holidays: readonly DayRange[];
  readonly workdays: readonly DayRange[];
}

/** How many days of the week are worked up to each weekday, Monday first: seven sums behind a 0. */
type Week = readonly number[];

function compiled({ workweek, holidays, workdays }: Calendar, otherwise?: Week): Compiled {
  const days = workweek && workweek.length > 0 ? workweek : undefined;
  const week = days || !otherwise ? weekOf(days ?? usualWeek) : otherwise;
  return { week, holidays: apart(holidays), workdays: apart(workdays) };
}

function weekOf(days: readonly Weekday[]): Week {
  const sums = [0];
  for (const day of weekdays) sums.push((sums.at(-1) ?? 0) + (days.includes(day) ? 1 : 0));
  return sums;
}

function worksInWeek(week: Week, day: Day): boolean {
  const at = weekday(day);
  return (week[at] ?? 0) > (week[at - 1] ?? 0);
}

function exception({ workdays, holidays }: Compiled, day: Day): boolean | undefined {
  if (workdays.length > 0 && covers(workdays, day)) return true;
  return holidays.length > 0 && covers(holidays, day) ? false : undefined;
}

function apart(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (!last || range.from > last.to + 1) merged.push(range);
    else if (range.to > last.to) merged[merged.length - 1] = { from: last.from, to: range.to };
  }
  return merged;
}

function covers(ranges: readonly DayRange[], day: Day): boolean {
  const range = ranges[firstEndingFrom(ranges, day)];
  return range !== undefined && range.from <= day;
}

/** The position of the first range that does not end before a day. */
function firstEndingFrom(ranges: readonly DayRange[], day: Day): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts of ranges within a span, which is given with both ends. */
function* within(ranges: readonly DayRange[], from: Day, to: Day): Generator<DayRange> {
  for (let at = firstEndingFrom(ranges, from); at < ranges.length; at++) {
    const range = ranges[at];
    if (!range || range.from > to) return;
    yield { from: range.from > from ? range.from : from, to: range.to < to ? range.to : to };
  }
}

function daysWorked({ week, holidays, workdays }: Compiled, from: Day, to: Day): number {
  let count = inWeek(week, from, to);
  for (const off of within(holidays, from, to)) count -= inWeek(week, off.from, off.to);
  for (const open of within(workdays, from, to)) {
    count += open.to - open.from + 1 - inWeek(week, open.from, open.to);
    for (const off of within(holidays, open.from, open.to)) count += inWeek(week, off.from, off.to);
  }
  return count;
}

function inWeek(week: Week, from: Day, to: Day): number {
  return upTo(week, to) - upTo(week, addDays(from, -1));
}

/** Days worked by the week alone from a Monday long ago; only differences mean something. */
function upTo(week: Week, day: Day): number {
  const at = weekday(day);
  return ((day - at) / 7) * (week[7] ?? 0) + (week[at] ?? 0);
}
