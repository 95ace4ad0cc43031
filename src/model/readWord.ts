// Single values of a plan file: durations, money, ids and the like, each read from its characters as written. Knows no field.
import { type Duration, isNegative, parseDuration } from '../base/duration';
import { type Message, message } from '../base/message';
import { type Money, parseMoney } from '../base/money';
import { textInstead, wordInstead } from './instead';
import type { KindData, NumberKind } from './kinds';
import * as meant from './meant';
import type { Risk } from './plan';
import { readDay, readDays } from './readDays';
import { readCurrency, readTimezone } from './readIntl';
import { report, type Written, wrong } from './reading';
import { isId } from './slug';
import { hintUnquoted } from './unquoted';

type Of<K extends KindData['is']> = Extract<KindData, { is: K }>;

export type WordKind = Exclude<KindData, { is: 'list' | 'group' | 'people' | 'milestones' }>;

/** Kinds whose values are words even where they look like a number. */
const wordLike: ReadonlySet<KindData['is']> = new Set(['text', 'id', 'reference', 'person']);

/** A single value of a kind; `undefined` after a problem was reported. */
export function readWord(written: Written, kind: WordKind): unknown {
  if (wordLike.has(kind.is)) hintUnquoted(written);
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

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function readId(written: Written): string | undefined {
  const { text } = written.word;
  if (isId(text)) return text;
  return wrongId(
    written,
    message('An id has letters, digits, `.`, `_` and `-` only, such as `m-01`.'),
    meant.meantId(text),
  );
}

function readReference(written: Written): string | undefined {
  const { text } = written.word;
  const slash = text.indexOf('/');
  const [file, id] = slash < 0 ? [undefined, text] : [text.slice(0, slash), text.slice(slash + 1)];
  if (isId(id) && (file === undefined || isFileName(file))) return text;
  const said = message(
    'This is no id of a milestone. Write an id such as `design`, or `{example}` for one of another file.',
    { example: 'acme/design' },
  );
  const id2 = meant.meantId(id);
  const known = file === undefined || isFileName(file);
  return wrongId(written, said, known && id2 !== undefined ? text.slice(0, slash + 1) + id2 : undefined);
}

function isFileName(file: string): boolean {
  return file !== '' && file.length <= 255 && !/[\p{Cc}\p{Cf}/]/u.test(file);
}

function wrongId({ word, cell, reading }: Written, said: Message, meantId: string | undefined): undefined {
  const instead = meantId === undefined ? undefined : textInstead(reading.loaded.text, cell.span, word.text, meantId);
  return report(reading, { code: 'id.invalid', span: cell.span, message: said, instead });
}

function readPerson(written: Written): string {
  const { text } = written.word;
  const { people, guess, loaded } = written.reading;
  if (people.has(text)) return text;
  const near = guess(text, () => people);
  const args = { name: shown(text), meant: near ?? '' };
  const said = near
    ? message('Nobody in `people` is called {name}. Is it {meant}?', args)
    : message('Nobody in `people` is called {name}. Add a line for this person there.', args);
  const { span } = written.cell;
  const instead = near === undefined ? undefined : textInstead(loaded.text, span, text, near);
  report(written.reading, { code: 'owner.unknown', span, message: said, severity: 'warning', instead });
  return text;
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
    return wrong(written, 'duration.invalid', said, meant.meantDuration(text));
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
    meant.meantDecimal(written.word.text.replace(/ ?%$/, '')),
  );
}

function readMoney(written: Written): Money | undefined {
  const money = parseMoney(short(written.word.text));
  if (money !== undefined) return money;
  const said = message(
    'An amount is a plain number with at most 4 digits behind a point, such as {example}. The currency stands at the top of the file.',
    { example: '1250.50' },
  );
  return wrong(written, 'money.invalid', said, meant.meantMoney(written.word.text));
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
    meant.meantDuration(text) ?? meant.meantMoney(text),
  );
}

function readNumber(written: Written, kind: NumberKind): number | undefined {
  const value = decimal(written.word.text);
  if (value !== undefined && fits(value, kind)) return value;
  const share = kind.max === 1 ? meant.meantShare(written.word.text) : meant.meantDecimal(written.word.text);
  return wrong(
    written,
    'number.invalid',
    numberMessage(kind),
    share !== undefined && fits(Number(share), kind) ? share : undefined,
  );
}

function fits(value: number, { min, max = Number.MAX_SAFE_INTEGER, above, whole }: NumberKind): boolean {
  return (above ? value > min : value >= min) && value <= max && (!whole || Number.isInteger(value));
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
  const value = meant.meantBoolean(text);
  const said =
    value === 'true'
      ? message('{written} is only a word to YAML. Write `true` here.', { written: shown(text) })
      : value === 'false'
        ? message('{written} is only a word to YAML. Write `false` here.', { written: shown(text) })
        : message('Write `true` or `false` here.');
  // Quotation marks go too, for readers that tell the text from the value.
  const { cell, reading } = written;
  const instead = value && wordInstead(reading.loaded.text, cell.span, text, value) && value;
  return report(reading, { code: 'boolean.invalid', span: cell.span, message: said, instead });
}

function readChoice(written: Written, kind: Of<'choice'>): string | undefined {
  const { text } = written.word;
  if (kind.of.includes(text)) return text;
  const near = written.reading.guess(text, () => kind.of);
  const args = { written: shown(text), meant: near ?? '', choices: kind.of.join(', ') };
  const said = near
    ? message('{written} is not known here. Is it {meant}?', args)
    : message('{written} is not known here. Write one of: {choices}.', args);
  return wrong(written, kind.code, said, near);
}
