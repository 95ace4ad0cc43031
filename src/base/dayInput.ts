// Days as a person types them in English, such as `+3d` or `next friday`. Knows no clock: today comes in by the door.
import { addDays, addMonths, type Day, day, isoDay, lastDayOfMonth, parseDay, weekday } from './day';

/**
 * The day a person means, or `undefined` when the words are not understood or lead out of the years 1 to 9999.
 *
 * - `2026-12-04`
 * - `+3d`, `-2d`, `+2w`, `+1m`, `+1y`: calendar days, weeks, months, years from `current` (the date being moved), else from today
 * - `in 3 days`, `2 weeks ago`: from today
 * - `today`, `tomorrow`, `yesterday`
 * - `friday`, `fri`: the first one after today; `next friday`: the one in the week (from Monday) after this one
 * - `next week`, `next month`: a week, a month from today; `end of month`, `end of next month`: its last day
 * - `4 dec`, `dec 4`: the next such day, today included; `4 dec 2027`, `dec 4, 2027`
 */
export function parseDayInput(text: string, today: Day, current?: Day): Day | undefined {
  const words = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  if (words.length > 40) return undefined;
  const found =
    parseDay(words) ??
    moved(words, current ?? today) ??
    counted(words, today) ??
    named(words, today) ??
    onWeekday(words, today) ??
    inMonth(words, today);
  return found === undefined ? undefined : within(found);
}

const units: Readonly<Record<string, (from: Day, count: number) => Day | undefined>> = {
  d: (from, count) => within(from + count),
  w: (from, count) => within(from + 7 * count),
  m: monthsFrom,
  y: (from, count) => monthsFrom(from, 12 * count),
};

const firstDay = day('0001-01-01');
const lastDay = day('9999-12-31');

function within(value: number): Day | undefined {
  return value >= firstDay && value <= lastDay ? addDays(firstDay, value - firstDay) : undefined;
}

function monthsFrom(from: Day, count: number): Day | undefined {
  // No month is shorter than 28 days and none longer than 31, so this keeps the calendar from running out of years.
  if (within(from + 31 * count) === undefined && within(from + 28 * count) === undefined) return undefined;
  return within(addMonths(from, count));
}

function moved(words: string, from: Day): Day | undefined {
  const match = /^([+-]) ?(\d{1,6}) ?(d|w|m|y|days?|weeks?|months?|years?)$/.exec(words);
  return match ? shift(from, Number(`${match[1]}${match[2]}`), match[3]) : undefined;
}

function counted(words: string, today: Day): Day | undefined {
  const match = /^(?:in (\d{1,6}|an?) (day|week|month|year)s?|(\d{1,6}|an?) (day|week|month|year)s? ago)$/.exec(words);
  if (!match) return undefined;
  const count = match[1] ?? match[3] ?? '';
  const number = /^a/.test(count) ? 1 : Number(count);
  return shift(today, match[1] === undefined ? -number : number, match[2] ?? match[4]);
}

function shift(from: Day, count: number, unit: string | undefined): Day | undefined {
  return units[unit?.charAt(0) ?? '']?.(from, count);
}

function named(words: string, today: Day): Day | undefined {
  switch (words) {
    case 'today':
      return today;
    case 'tomorrow':
      return within(today + 1);
    case 'yesterday':
      return within(today - 1);
    case 'next week':
      return within(today + 7);
    case 'next month':
      return monthsFrom(today, 1);
    case 'end of month':
    case 'end of the month':
    case 'end of this month':
      return endOfMonth(today);
    case 'end of next month': {
      const next = monthsFrom(today, 1);
      return next === undefined ? undefined : endOfMonth(next);
    }
    default:
      return undefined;
  }
}

function endOfMonth(from: Day): Day | undefined {
  return lastDayOfMonth(yearOf(from), Number(isoDay(from).slice(5, 7)));
}

function yearOf(from: Day): number {
  return Number(isoDay(from).slice(0, 4));
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function onWeekday(words: string, today: Day): Day | undefined {
  const match = /^(?:(this|next) )?([a-z]{3,})$/.exec(words);
  const wanted = numberOf(match?.[2], weekdayNames);
  if (!match || wanted === undefined) return undefined;
  const ahead = wanted - weekday(today);
  if (match[1] === 'next') return within(today + 7 + ahead);
  return within(today + (ahead > 0 ? ahead : ahead + 7));
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function inMonth(words: string, today: Day): Day | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)? ([a-z]{3,})\.?(?: (\d{4}))?$/.exec(words);
  const monthFirst = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words);
  const month = numberOf(dayFirst?.[2] ?? monthFirst?.[1], monthNames);
  const date = dayFirst?.[1] ?? monthFirst?.[2];
  if (month === undefined || date === undefined) return undefined;
  const inYear = (year: number) => parseDay([pad(year, 4), pad(month, 2), date.padStart(2, '0')].join('-'));
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (year !== undefined) return inYear(Number(year));
  // 29 February is at most eight years away.
  for (let year = yearOf(today); year <= yearOf(today) + 8; year++) {
    const found = inYear(year);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

/** The position, from 1, of the name that begins with `start`. */
function numberOf(start: string | undefined, names: readonly string[]): number | undefined {
  const at = start === undefined ? -1 : names.findIndex((name) => name.startsWith(start));
  return at < 0 ? undefined : at + 1;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
