// Single values of a plan file: days, durations, money, ids and the like, each read from its characters as written. Knows no field.
import { type Day, lastDayOfMonth, parseDay } from '../base/day';
import { type Duration, isNegative, parseDuration } from '../base/duration';
import { type Message, message } from '../base/message';
import { type Money, parseMoney } from '../base/money';
import { type Cell, part, type Word } from './cells';
import type { ProblemCode } from './codes';
import type { KindData, NumberKind } from './kinds';
import type { DayRange, Risk } from './plan';
import { type Reading, report } from './reading';
import { isId } from './slug';

/** A value and what is needed to read it. */
export interface Written {
  readonly word: Word;
  readonly cell: Cell;
  readonly reading: Reading;
}

type Of<K extends KindData['is']> = Extract<KindData, { is: K }>;

export type WordKind = Exclude<KindData, { is: 'list' | 'group' | 'people' | 'milestones' }>;

/** A single value of a kind; `undefined` after a problem was reported. */
export function readWord(written: Written, kind: WordKind): unknown {
  switch (kind.is) {
    case 'text':
      return kind.markdown ? written.word.text : written.word.text.trim();
    case 'id':
      return readId(written);
    case 'reference':
      return readReference(written);
    case 'person':
      return readPerson(written);
    case 'day':
      return readDay(written.word.text, 0, written);
    case 'days':
      return readDays(written);
    case 'duration':
      return readDuration(written, kind.mayBeNegative ?? false);
    case 'percent':
      return readPercent(written);
    case 'money':
      return readMoney(written);
    case 'impact':
      return readImpact(written);
    case 'number':
      return readNumber(written, kind);
    case 'boolean':
      return readBoolean(written);
    case 'choice':
      return readChoice(written, kind);
    case 'currency':
      return readCurrency(written);
    case 'timezone':
      return readTimezone(written);
  }
}

/** Longer values are none of these, and patterns are not tried on them. */
const longestValue = 40;

function short(text: string): string {
  return text.length > longestValue ? '' : text;
}

function wrong({ cell, reading }: Written, code: ProblemCode, said: Message): undefined {
  return report(reading, code, cell.span, said);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function readId(written: Written): string | undefined {
  const { text } = written.word;
  if (isId(text)) return text;
  return wrong(written, 'id.invalid', message('An id has letters, digits, `.`, `_` and `-` only, such as `m-01`.'));
}

function readReference(written: Written): string | undefined {
  const { text } = written.word;
  const slash = text.indexOf('/');
  const [file, id] = slash < 0 ? [undefined, text] : [text.slice(0, slash), text.slice(slash + 1)];
  if (isId(id) && (file === undefined || (file !== '' && file.length <= 255 && !/[\p{Cc}\p{Cf}/]/u.test(file))))
    return text;
  const said = message(
    'This is no id of a milestone. Write an id such as `design`, or `{example}` for one of another file.',
    { example: 'acme/design' },
  );
  return wrong(written, 'id.invalid', said);
}

function readPerson(written: Written): string {
  const { text } = written.word;
  const { people, guess } = written.reading;
  if (people.has(text)) return text;
  const meant = guess(text, () => people);
  const args = { name: shown(text), meant: meant ?? '' };
  const said = meant
    ? message('Nobody in `people` is called {name}. Is it {meant}?', args)
    : message('Nobody in `people` is called {name}. Add a line for this person there.', args);
  report(written.reading, 'owner.unknown', written.cell.span, said, 'warning');
  return text;
}

/** A day that begins at character `from` of the cell's word. */
function readDay(text: string, from: number, { cell, reading }: Written): Day | undefined {
  const day = parseDay(text);
  if (day !== undefined) return day;
  return report(reading, 'date.invalid', part(reading.loaded, cell, from, from + text.length), dayMessage(short(text)));
}

function dayMessage(text: string): Message {
  const impossible = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (impossible) {
    const last = lastDayOfMonth(Number(impossible[1]), Number(impossible[2]));
    const args = { written: text, month: impossible[2] ?? '' };
    if (last === undefined) return message('There is no month {month}: a year has 12.', args);
    return message('There is no day {written}. The last day of that month is {last}.', {
      ...args,
      last: { day: last },
    });
  }
  const meant = meantDay(text);
  if (meant) return message('A day is written {meant}: year, month and day, without a time.', { meant });
  return message('A day is written as year, month and day, such as {example}.', { example: '2026-12-04' });
}

/** The day behind a way of writing that names it beyond doubt; day.month.year with dots is one, month/day/year is not. */
function meantDay(text: string): string | undefined {
  const order = /^(\d{4})[-/.–]?(\d{1,2})[-/.–]?(\d{1,2})(?:[T ].*)?$/.exec(text);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const parts = order ? [order[1], order[2], order[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : undefined;
  const meant = parts?.map((digits) => (digits ?? '').padStart(2, '0')).join('-');
  return meant !== undefined && parseDay(meant) !== undefined ? meant : undefined;
}

/** Calendar days. */
const longestRange = 3_660;

function readDays(written: Written): DayRange | undefined {
  const { text } = written.word;
  const dots = text.indexOf('..');
  if (dots < 0) {
    const day = readDay(text, 0, written);
    return day === undefined ? undefined : { from: day, to: day };
  }
  const first = text.slice(0, dots).trimEnd();
  const second = text.slice(dots + 2).trimStart();
  const from = readDay(first, 0, written);
  const to = readDay(second, text.length - second.length, written);
  if (from === undefined || to === undefined) return undefined;
  if (from > to)
    return wrong(written, 'range.invalid', message('This range ends before it begins. Swap the two days.'));
  // Every day of a range is looked at, so a range of centuries would be a way to stop the editor.
  if (to - from > longestRange) return wrong(written, 'range.invalid', message('This range is longer than ten years.'));
  return { from, to };
}

/** A longer one is a slip of the keyboard, and dates computed with it would leave the calendar. */
const mostDays = 36_500;

function readDuration(written: Written, mayBeNegative: boolean): Duration | undefined {
  const { text } = written.word;
  const duration = parseDuration(short(text));
  if (!duration) {
    const said = /^\d{1,6}(?:\.\d+)?$/.test(text)
      ? message('Add the unit: `{number}d` for working days, `{number}h` for hours or `{number}w` for weeks.', {
          number: text,
        })
      : message('A duration is written such as {example}: `w` for weeks, `d` for working days, `h` for hours.', {
          example: '3d, 4h, 1.5d',
        });
    return wrong(written, 'duration.invalid', said);
  }
  if (isNegative(duration) && !mayBeNegative) {
    return wrong(written, 'duration.invalid', message('Only a lag can be negative.'));
  }
  const days = Math.abs(duration.days) + 7 * Math.abs(duration.weeks) + Math.abs(duration.hours) / 24;
  if (days > mostDays) return wrong(written, 'duration.invalid', message('This is longer than a hundred years.'));
  return duration;
}

function decimal(text: string): number | undefined {
  return text.length <= 20 && /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function readPercent(written: Written): number | undefined {
  const value = decimal(written.word.text.replace(/ ?%$/, ''));
  if (value !== undefined && value >= 0 && value <= 100) return value;
  return wrong(
    written,
    'percent.invalid',
    message('Progress is a number from 0 to 100, such as {example}.', { example: '40' }),
  );
}

function readMoney(written: Written): Money | undefined {
  const money = parseMoney(short(written.word.text));
  if (money !== undefined) return money;
  const said = message(
    'An amount is a plain number with at most 4 digits behind a point, such as {example}. The currency stands at the top of the file.',
    { example: '1250.50' },
  );
  return wrong(written, 'money.invalid', said);
}

function readImpact(written: Written): Risk['impact'] | undefined {
  const text = short(written.word.text);
  if (/^-?\d.*[wdh]$/.test(text)) {
    const time = readDuration(written, false);
    return time && { time };
  }
  const money = parseMoney(text);
  if (money !== undefined) return { money };
  return wrong(
    written,
    'money.invalid',
    message('An impact is a working time such as {time}, or an amount of money such as {money}.', {
      time: '5d',
      money: '2000',
    }),
  );
}

function readNumber(written: Written, kind: NumberKind): number | undefined {
  const value = decimal(written.word.text);
  const { min, max = Number.MAX_SAFE_INTEGER } = kind;
  const tooSmall = value !== undefined && (kind.above ? value <= min : value < min);
  if (value !== undefined && !tooSmall && value <= max && (!kind.whole || Number.isInteger(value))) return value;
  return wrong(written, 'number.invalid', numberMessage(kind));
}

function numberMessage({ min, max, whole, above }: NumberKind): Message {
  const args = { min, max: max ?? '' };
  if (whole)
    return max === undefined
      ? message('A whole number from {min} up is expected here.', args)
      : message('A whole number from {min} to {max} is expected here.', args);
  if (above)
    return max === undefined
      ? message('A number above {min} is expected here.', args)
      : message('A number above {min} and up to {max} is expected here.', args);
  return message('A number from {min} to {max} is expected here.', args);
}

function readBoolean(written: Written): boolean | undefined {
  const { text } = written.word;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^(?:yes|y|on|x|done|1)$/i.test(text)) return wrong(written, 'boolean.invalid', message('Write `true` here.'));
  if (/^(?:no|n|off|open|0)$/i.test(text)) return wrong(written, 'boolean.invalid', message('Write `false` here.'));
  return wrong(written, 'boolean.invalid', message('Write `true` or `false` here.'));
}

function readChoice(written: Written, kind: Of<'choice'>): string | undefined {
  const { text } = written.word;
  if (kind.of.includes(text)) return text;
  const meant = written.reading.guess(text, () => kind.of);
  const args = { written: shown(text), meant: meant ?? '', choices: kind.of.join(', ') };
  const said = meant
    ? message('{written} is not known here. Is it {meant}?', args)
    : message('{written} is not known here. Write one of: {choices}.', args);
  return wrong(written, kind.code, said);
}

function readCurrency(written: Written): string | undefined {
  const { text } = written.word;
  if (/^[A-Z]{3}$/.test(text)) return text;
  const said = message('A currency is three capital letters, such as {example}.', {
    example: /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : 'EUR',
  });
  return wrong(written, 'currency.invalid', said);
}

function readTimezone(written: Written): string | undefined {
  const { text } = written.word;
  const isName = text.length <= 64 && /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/.test(text);
  if (isName && isKnownZone(text)) return text;
  const args = { written: text, example: 'Europe/Berlin' };
  const said = isName
    ? message('{written} is no time zone that is known here. Write one such as {example}.', args)
    : message('A time zone is written such as {example}.', { example: args.example });
  return wrong(written, 'timezone.invalid', said);
}

/** A misspelt zone would silently make "today" that of the editor. */
function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
