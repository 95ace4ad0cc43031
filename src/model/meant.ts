// What a value in another common way of writing stands for, as this format writes it; nothing where that is in doubt. Knows kinds of values, no field.
import { isoDay, lastDayOfMonth, parseDay } from '../base/day';
import { isId } from './slug';

/** Longer values are none of these, and patterns are not tried on them. */
const longestValue = 40;

type Meant = string | undefined;

/** Of month/day/year and day/month/year only what one of the two can be: `6/30/2026`, but not `6/7/2026`. */
export function meantDay(written: string): Meant {
  if (written.length > longestValue) return undefined;
  const text = written.replace(/[,;]$/, '');
  const order = /^(\d{4})[-/.–]?(\d{1,2})[-/.–]?(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (order) return existing(order[1], order[2], order[3]) ?? swapped(order[1], order[2], order[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return existing(dotted[3], dotted[2], dotted[1]);
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (Number(first) > 12) return existing(year, second, first);
  if (Number(second) > 12) return existing(year, first, second);
  return named(text);
}

/** The last day of the month in place of one it does not have, such as `2026-06-31`. */
export function lastOfItsMonth(text: string): Meant {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || Number(day) < 29 || Number(day) > 31) return undefined;
  const last = lastDayOfMonth(Number(year), Number(month));
  return last === undefined ? undefined : isoDay(last);
}

function existing(year = '', month = '', day = ''): Meant {
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(meant) === undefined ? undefined : meant;
}

/** `2026-31-12`: no month has the number 31. */
function swapped(year: Meant, month: Meant, day: Meant): Meant {
  return Number(month) > 12 ? existing(year, day, month) : undefined;
}

/** The first letters of the months in English and German. */
const months = ['jan', 'feb', 'mar|mär', 'apr', 'may|mai', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]'].map(
  (start) => new RegExp(`^(?:${start})`, 'i'),
);

/** `4 December 2026`, `4. Dez. 2026`, `Dec 4, 2026`. */
function named(text: string): Meant {
  const dayFirst = /^(\d{1,2})\.?[ -]?(\p{L}{3,9})\.?,?[ -]?(\d{4})$/u.exec(text);
  const monthFirst = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [];
  const month = name === undefined ? -1 : months.findIndex((start) => start.test(name));
  return month < 0 ? undefined : existing(year, String(month + 1), day);
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:d|days?|tage?n?|tg)$/i, 'd'],
  [/^(?:h|hrs?|hours?|std|stunden?)$/i, 'h'],
  [/^(?:w|wks?|weeks?|wochen?)$/i, 'w'],
];

/** `3 days`, `1,5d`, `2 Wochen`: a number and a unit; without a unit it is in doubt. */
export function meantDuration(text: string): Meant {
  const [, number, word] = /^(\d{1,5}(?:[.,]\d{1,3})?) ?(\p{L}{1,7})\.?$/u.exec(short(text)) ?? [];
  const unit = word === undefined ? undefined : units.find(([name]) => name.test(word))?.[1];
  return number === undefined || unit === undefined ? undefined : number.replace(',', '.') + unit;
}

/** `1,5` and `40,25`; three digits behind a comma may be thousands. */
export function meantDecimal(text: string): Meant {
  const [, whole, part] = /^([-+]?\d{1,12}),(\d{1,2}|\d{4})$/.exec(short(text)) ?? [];
  return whole === undefined ? undefined : `${whole}.${part}`;
}

/** `1.250,50`, `1,250.50`, `1'250`, `1 250,50`, `1_000`: the signs in it leave one reading only. */
export function meantMoney(text: string): Meant {
  const value = short(text);
  const parts =
    /^(-?\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(value) ??
    /^(-?\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(value) ??
    /^(-?\d{1,3}(?:[.,]\d{3}){2,})$/.exec(value) ??
    /^(-?\d{1,3}(?:[' _\u00a0\u2019\u202f]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(value);
  if (!parts) return meantDecimal(value);
  const whole = (parts[1] ?? '').replace(/[^\d-]/g, '');
  return parts[2] === undefined ? whole : `${whole}.${parts[2]}`;
}

/** A share of one, as `40%` for `0.4`. */
export function meantShare(text: string): Meant {
  const [, percent] = /^(\d{1,3}) ?%$/.exec(short(text)) ?? [];
  return percent !== undefined && Number(percent) <= 100 ? String(Number(percent) / 100) : meantDecimal(text);
}

export function meantBoolean(text: string): 'true' | 'false' | undefined {
  if (/^(?:yes|y|on|x|done|1|ja)$/i.test(text)) return 'true';
  if (/^(?:no|n|off|open|0|nein)$/i.test(text)) return 'false';
  return undefined;
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', EURO: 'EUR', EUROS: 'EUR' };

/** `$` stands for many currencies. */
export function meantCurrency(text: string): Meant {
  const upper = short(text).toUpperCase();
  if (/^[A-Z]{3}$/.test(upper)) return upper;
  return Object.hasOwn(signs, upper) ? signs[upper] : undefined;
}

/** The id with everything that cannot be in one left out or made a dash. */
export function meantId(text: string): Meant {
  if (text.length > 200) return undefined;
  const meant = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{Nd}\p{M}._-]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return /[\p{L}\p{Nd}]/u.test(meant) && isId(meant) ? meant : undefined;
}

function short(text: string): string {
  return text.length > longestValue ? '' : text;
}
