// The time axis: ticks on two levels with their labels. Knows no DOM; words come in as functions.
import { civilOf, firstOfMonth, monthIndexOf, weekdayOf } from './civil';
import { dayAt, type Scale, xOf } from './scale';

export interface Tick {
  readonly day: number;
  readonly x: number;
  /** Pixels to the next tick of its level. */
  readonly width: number;
  readonly label: string;
}

export interface Axis {
  readonly unit: Unit;
  readonly minor: readonly Tick[];
  readonly major: readonly Tick[];
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface AxisWords {
  readonly locale: string;
  /** 1 Monday to 7 Sunday. */
  readonly firstWeekday: number;
  /** With places for `quarter` and `year`. */
  readonly quarterOfYear: string;
  /** With a place for `quarter`. */
  readonly quarter: string;
}

/** Narrowest pixels of a unit that leave room for its label. */
const narrowest: readonly (readonly [Unit, number, number])[] = [
  ['day', 1, 19],
  ['week', 7, 25],
  ['month', 30.4, 33],
  ['quarter', 91.3, 27],
  ['year', 365.25, 38],
];

/** Ticks from `from` to `to` pixels. Their number is bounded by the width, whatever the zoom. */
export function axisOf(scale: Scale, from: number, to: number, words: AxisWords): Axis {
  const unit = narrowest.find(([, days, px]) => days * scale.pxPerDay >= px)?.[0] ?? 'year';
  const years = yearStep(scale.pxPerDay);
  const first = dayAt(scale, from);
  const last = dayAt(scale, to);
  const minor = levelTicks({ scale, first, last }, unit === 'year' ? yearUnit(years) : units(words)[unit]);
  const major = levelTicks({ scale, first, last }, majorOf(unit, years, words));
  return { unit, minor, major };
}

interface Level {
  /** The last boundary at or before a day. */
  readonly floor: (day: number) => number;
  readonly next: (boundary: number) => number;
  readonly label: (boundary: number, width: number) => string;
}

function levelTicks(window: { scale: Scale; first: number; last: number }, level: Level): Tick[] {
  const ticks: Tick[] = [];
  for (let day = level.floor(Math.floor(window.first)); day <= window.last; ) {
    const after = level.next(day);
    const width = (after - day) * window.scale.pxPerDay;
    ticks.push({ day, x: xOf(window.scale, day), width, label: level.label(day, width) });
    day = after;
  }
  return ticks;
}

function units(words: AxisWords): Record<Exclude<Unit, 'year'>, Level> {
  const { locale } = words;
  return {
    day: { floor: (day) => day, next: (day) => day + 1, label: (day) => String(civilOf(day).dayOfMonth) },
    week: {
      floor: (day) => day - ((weekdayOf(day) - words.firstWeekday + 7) % 7),
      next: (day) => day + 7,
      label: (day) => String(civilOf(day).dayOfMonth),
    },
    month: months(1, (day, width) => format(locale, width > 90 ? 'month' : 'shortMonth', day)),
    quarter: months(3, (day) => fill(words.quarter, day)),
  };
}

function majorOf(unit: Unit, years: number, words: AxisWords): Level {
  if (unit === 'day' || unit === 'week') {
    return months(1, (day, width) => format(words.locale, width > 120 ? 'monthYear' : 'shortMonthYear', day));
  }
  if (unit === 'month') return months(3, (day) => fill(words.quarterOfYear, day));
  if (unit === 'quarter') return yearUnit(1);
  const span = years * 10;
  return { ...yearUnit(span), label: (day) => `${civilOf(day).year}–${civilOf(day).year + span - 1}` };
}

function months(count: number, label: Level['label']): Level {
  const floor = (day: number) => firstOfMonth(Math.floor(monthIndexOf(day) / count) * count);
  return { floor, next: (day) => firstOfMonth(monthIndexOf(day) + count), label };
}

function yearUnit(step: number): Level {
  return months(12 * step, (day) => String(civilOf(day).year));
}

/** 1, 2, 5, 10, 20 … years, so that labels have room at any zoom. */
function yearStep(pxPerDay: number): number {
  const least = 38 / (365.25 * pxPerDay);
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= least) return step * power;
  }
}

function fill(pattern: string, day: number): string {
  const { year, month } = civilOf(day);
  return pattern.replace('{quarter}', String(Math.ceil(month / 3))).replace('{year}', String(year));
}

const styles = {
  month: { month: 'long' },
  shortMonth: { month: 'short' },
  monthYear: { month: 'long', year: 'numeric' },
  shortMonthYear: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  dayYear: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A day in the reader's language: the axis' own forms and the short ones beside titles. */
export function format(locale: string, style: keyof typeof styles, day: number): string {
  const key = `${locale} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(day * 86_400_000);
}

/** Makes what writes days in a language; each takes longer to make than a frame has, so it is done before the first is drawn. */
export function readyDates(locale: string): void {
  for (const style in styles) format(locale, style as keyof typeof styles, 0);
}
