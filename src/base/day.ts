// Calendar days as whole numbers. Knows no clock, no time zone and no JS Date.
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';

declare const dayBrand: unique symbol;

/** A calendar day as the number of days since 1970-01-01 (negative before it). A day has no time and no zone. */
export type Day = number & { readonly [dayBrand]: true };

const epoch = PlainDate.create(1970, 1, 1);
const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day written as `YYYY-MM-DD`; `undefined` for any other text and for a day no calendar has, such as 2026-06-31. */
export function parseDay(text: string): Day | undefined {
  const before = known.get(text);
  if (before !== undefined) return before;
  const match = written.exec(text);
  if (!match) return undefined;
  try {
    const date = PlainDate.create(Number(match[1]), Number(match[2]), Number(match[3]));
    const day = PlainDate.diffDays(epoch, date) as Day;
    if (known.size >= mostKnown) known.clear();
    // Not a part of the long text it was found in, which would be kept with it.
    known.set(`${match[1]}-${match[2]}-${match[3]}`, day);
    return day;
  } catch {
    return undefined;
  }
}

/** Plans name the same few hundred days over and over, and computing one takes as long as reading the rest of its line. */
const known = new Map<string, Day>();
const mostKnown = 5_000;

/** The day written as `YYYY-MM-DD`, for text that is known to be one. @throws RangeError when it is not. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`Not a calendar day: ${text}`);
  return parsed;
}

/** `YYYY-MM-DD`. */
export function isoDay(value: Day): string {
  return PlainDate.toString(toPlainDate(value));
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(value: Day, count: number): Day {
  return (value + count) as Day;
}

/** The same day of the month `count` months later, cut back to the last day of a shorter month. */
export function addMonths(value: Day, count: number): Day {
  return PlainDate.diffDays(epoch, PlainDate.addMonths(toPlainDate(value), count)) as Day;
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(value: Day): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}

/** The last day of the month that has no day `day`, for the fix of a date such as 2026-06-31; `undefined` when the month itself is wrong. */
export function lastDayOfMonth(year: number, month: number): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  const first = PlainDate.diffDays(epoch, PlainDate.create(year, month, 1)) as Day;
  return addDays(addMonths(first, 1), -1);
}

/** `short` and `medium` abbreviate the month and never write it as a number, which readers take for a day; `month` names month and year alone. */
export type DayStyle = 'short' | 'medium' | 'long' | 'full' | 'month';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day written out for a reader, such as `4 December 2026` (`long`) `4 Dec 2026` (`medium`) or `4 Dec` (`short`, without the year). */
export function formatDay(value: Day, locale: string, style: DayStyle): string {
  const key = `${locale} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...formatOf(style), timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  const written = formatter.format(value * 86_400_000);
  // French writes the first of a month as an ordinal, which the tables of languages do not know.
  return locale.startsWith('fr') ? written.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : written;
}

function formatOf(style: DayStyle): Intl.DateTimeFormatOptions {
  if (style === 'short') return { day: 'numeric', month: 'short' };
  if (style === 'medium') return { day: 'numeric', month: 'short', year: 'numeric' };
  if (style === 'month') return { month: 'long', year: 'numeric' };
  return { dateStyle: style };
}

function toPlainDate(value: Day) {
  return PlainDate.addDays(epoch, value);
}
