// Days and ranges of days of a plan file, each read from its characters as written. Knows no field.
import { type Day, lastDayOfMonth, parseDay } from '../base/day';
import { type Message, message } from '../base/message';
import { part } from './cells';
import { wordInstead } from './instead';
import { lastOfItsMonth, meantDay } from './meant';
import type { DayRange } from './plan';
import { report, type Written } from './reading';

/** A day that begins at character `from` of the cell's word. */
export function readDay(text: string, from: number, { cell, reading }: Written): Day | undefined {
  const day = parseDay(text);
  if (day !== undefined) return day;
  const span = part(reading.loaded, cell, from, from + text.length);
  const meant = lastOfItsMonth(text) ?? meantDay(text);
  const instead = meant === undefined ? undefined : wordInstead(reading.loaded.text, span, text, meant);
  return report(reading, { code: 'date.invalid', span, message: dayMessage(text, meant), instead });
}

function dayMessage(text: string, meant: string | undefined): Message {
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
  if (meant) return message('A day is written {meant}: year, month and day, without a time.', { meant });
  return message('A day is written as year, month and day, such as {example}.', { example: '2026-12-04' });
}

/** Calendar days. */
const longestRange = 3_660;

export function readDays(written: Written): DayRange | undefined {
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
  if (from <= to && to - from <= longestRange) return { from, to };
  return wrongRange(written, first, second, from > to);
}

/** Every day of a range is looked at, so a range of centuries would be a way to stop the editor. */
function wrongRange({ word, cell, reading }: Written, first: string, second: string, backwards: boolean): undefined {
  const said = backwards
    ? message('This range ends before it begins. Swap the two days.')
    : message('This range is longer than ten years.');
  const instead = backwards ? wordInstead(reading.loaded.text, cell.span, word.text, `${second}..${first}`) : undefined;
  return report(reading, { code: 'range.invalid', span: cell.span, message: said, instead });
}
