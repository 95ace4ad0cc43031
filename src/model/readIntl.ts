// Currencies and time zones of a plan file, by the lists of the program it is read in. Knows no field.
import { message } from '../base/message';
import { meantCurrency } from './meant';
import { report, type Written, wrong } from './reading';

export function readCurrency(written: Written): string | undefined {
  const { text } = written.word;
  if (!/^[A-Z]{3}$/.test(text)) {
    const code = meantCurrency(text);
    const said = message('A currency is three capital letters, such as {example}.', { example: code ?? 'EUR' });
    return wrong(written, 'currency.invalid', said, code);
  }
  if (!isKnownCurrency(text)) warnOfCurrency(written);
  return text;
}

/** Asked for once: making the list takes longer than reading the line. */
let currencies: ReadonlySet<string> | undefined;

function isKnownCurrency(code: string): boolean {
  currencies ??= new Set(knownTo('currency'));
  return currencies.size === 0 || currencies.has(code);
}

/** Nothing where the editor has no list. */
function knownTo(list: 'currency' | 'timeZone'): readonly string[] {
  return typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf(list) : [];
}

/** It is kept: there are more currencies than every editor knows. */
function warnOfCurrency({ word, cell, reading }: Written): void {
  const said = message('No currency {written} is known here. Look for a slip of the keyboard.', { written: word.text });
  report(reading, { code: 'currency.invalid', span: cell.span, message: said, severity: 'warning' });
}

export function readTimezone(written: Written): string | undefined {
  const { text } = written.word;
  const isName = text.length <= 64 && /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/.test(text);
  if (isName && isKnownZone(text)) return text;
  const near = isName ? written.reading.guess(text, timeZones) : undefined;
  const args = { written: text, example: 'Europe/Berlin', meant: near ?? '' };
  const said = near
    ? message('{written} is no time zone that is known here. Is it {meant}?', args)
    : isName
      ? message('{written} is no time zone that is known here. Write one such as {example}.', args)
      : message('A time zone is written such as {example}.', args);
  return wrong(written, 'timezone.invalid', said, near);
}

function timeZones(): readonly string[] {
  return ['UTC', ...knownTo('timeZone')];
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
