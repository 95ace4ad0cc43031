// Working time as a line. Knows ranges of days and no plan.
import { addDays, type Day, day } from '../base/day';

/** Both ends included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What a calendar is made from. */
export interface CalendarRules {
  /** Monday first, seven entries, at least one of them worked. */
  readonly week: readonly boolean[];
  readonly holidays: readonly Days[];
  /** Opened against the week and against holidays. */
  readonly workdays: readonly Days[];
}

/**
 * Working days put end to end: position 12.5 is the middle of the thirteenth working day of the line, and a distance on it is working time.
 * A finish at position `p` falls on the working day that ends at or reaches over `p`; a start at `p` on the one that begins there or reaches over it.
 */
export interface WorkCalendar {
  works(day: Day): boolean;
  /** The position at which `day` begins: how many working days lie before it, from an origin of the calendar's own. Whole. */
  before(day: Day): number;
  /** The working day a start at this position falls on. Never later than 9999-12-31. */
  startDay(position: number): Day;
  /** The working day a finish at this position falls on. Never later than 9999-12-31. */
  finishDay(position: number): Day;
}

const firstDay = day('0001-01-01');
const lastDay = day('9999-12-31');
/** Part of a working day that does not count: what adding fractions such as thirds leaves over is far smaller, a minute is far larger. */
export const tolerance = 1e-6;

/** Each question takes as many steps as the number of exceptions has binary digits, however far away its day is. */
export function compileCalendar(rules: CalendarRules): WorkCalendar {
  const week = weekOf(rules.week);
  const runs = runsOf(rules, week);
  const dayAt = remembered((index) => within(runs.length > 0 ? dayInRuns(runs, week, index) : week.dayAt(index)));
  const before = remembered((day) => {
    const run = runs[lastFrom(runs, day)];
    if (!run) return week.before(day);
    if (day > run.to) return run.end + week.before(day) - week.before(run.to + 1);
    return run.open ? run.begin + day - run.from : run.begin;
  });
  return {
    works: (day) => before(day + 1) > before(day),
    before,
    startDay: (position) => dayAt(Math.floor(position + tolerance)) as Day,
    finishDay: (position) => dayAt(Math.ceil(position - tolerance) - 1) as Day,
  };
}

/** So many whole numbers have places of their own: the days of more than five years. */
const places = 2048;
const unknown = -0x80000000;

/** Plans ask of the same few hundred days time and again: what was found for a whole number stays until another one takes its place. */
function remembered(find: (at: number) => number): (at: number) => number {
  // Only made when something is asked: many calendars are compiled for a question or two.
  let found = new Int32Array(0);
  let asked = new Float64Array(0);
  return (at) => {
    const place = at & (places - 1);
    const known = found[place] ?? unknown;
    if (known !== unknown && asked[place] === at) return known;
    if (found.length === 0) {
      found = new Int32Array(places).fill(unknown);
      asked = new Float64Array(places);
    }
    const value = find(at);
    asked[place] = at;
    found[place] = value;
    return value;
  };
}

/** The week alone, repeated without end. */
interface Week {
  works(day: number): boolean;
  before(day: number): number;
  /** The day that is worked and has so many worked ones before it. */
  dayAt(index: number): number;
}

function weekOf(worked: readonly boolean[]): Week {
  const offsets: number[] = [];
  const sums: number[] = [];
  for (let offset = 0; offset < 7; offset++) {
    sums.push(offsets.length);
    if (worked[offset]) offsets.push(offset);
  }
  const perWeek = offsets.length;
  // Day 0, 1970-01-01, was a Thursday.
  const weekAt = (day: number) => Math.floor((day + 3) / 7);
  return {
    works: (day) => worked[day + 3 - weekAt(day) * 7] === true,
    before(day) {
      const weeks = weekAt(day);
      return weeks * perWeek + (sums[day + 3 - weeks * 7] ?? 0);
    },
    dayAt(index) {
      if (perWeek === 0) return Number.POSITIVE_INFINITY;
      const weeks = Math.floor(index / perWeek);
      return weeks * 7 - 3 + (offsets[index - weeks * perWeek] ?? 0);
    },
  };
}

/** Days that follow each other and are all open or all closed against the week. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  /** The positions at the begin of `from` and at the end of `to`. */
  readonly begin: number;
  readonly end: number;
}

function runsOf({ holidays, workdays }: CalendarRules, week: Week): readonly Run[] {
  const opened = apart(workdays);
  const closed = without(apart(holidays), opened);
  const ranges = [
    ...opened.map((days) => ({ ...days, open: true })),
    ...closed.map((days) => ({ ...days, open: false })),
  ];
  const runs: Run[] = [];
  let more = 0;
  for (const { from, to, open } of ranges.sort((a, b) => a.from - b.from)) {
    const begin = week.before(from) + more;
    const end = open ? begin + to - from + 1 : begin;
    more = end - week.before(to + 1);
    runs.push({ from, to, open, begin, end });
  }
  return runs;
}

/** The same days in ranges that are in order and do not touch. */
export function apart(ranges: readonly Days[]): readonly Days[] {
  const merged: Days[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (range.to < range.from) continue;
    if (!last || range.from > last.to + 1) merged.push(range);
    else if (range.to > last.to) merged[merged.length - 1] = { from: last.from, to: range.to };
  }
  return merged;
}

/** What is left of ranges when others are cut out of them; both in order and apart. */
export function without(ranges: readonly Days[], cut: readonly Days[]): readonly Days[] {
  const left: Days[] = [];
  let next = 0;
  for (const { from, to } of ranges) {
    let begin = from;
    while ((cut[next]?.to ?? from) < from) next++;
    for (let at = next, hole = cut[at]; hole && hole.from <= to; hole = cut[++at]) {
      if (hole.from > begin) left.push({ from: begin, to: addDays(hole.from, -1) });
      begin = addDays(hole.to, 1);
    }
    if (begin <= to) left.push({ from: begin, to });
  }
  return left;
}

function dayInRuns(runs: readonly Run[], week: Week, index: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.begin ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  if (!run) return week.dayAt(index);
  if (index < run.end) return run.from + index - run.begin;
  return week.dayAt(week.before(run.to + 1) + index - run.end);
}

/** The number of the last run that begins on a day or before it, or -1. */
function lastFrom(runs: readonly Run[], day: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function within(day: number): Day {
  return Math.min(lastDay, Math.max(firstDay, day)) as Day;
}
