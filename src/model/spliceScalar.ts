// One value of a text in place of another, in the style of the author. Knows no field of a plan.
import type { Scalar } from 'yaml';
import type { TextEdit } from '../base/text';
import { deletion, insertion, isBlockText, lineEnd, rangeOf } from './spliceText';

/** What to write. `word`: never needs quotes but keeps those it finds. `bare`: must not have any. `text`: anything a person may type. */
export interface Written {
  readonly kind: 'word' | 'bare' | 'text';
  readonly value: string;
}

/** A value as it is written where nothing was. */
export function fresh({ kind, value }: Written): string {
  return kind === 'text' && !isPlain(value) ? doubleQuoted(value) : value;
}

/** Replaces exactly the characters of a value; quotes stay where the new value permits them. */
export function replaceScalar(text: string, scalar: Scalar, written: Written): TextEdit[] {
  const [start, end] = rangeOf(scalar);
  if (isBlockText(scalar.type)) return replaceBlockText(text, scalar, written);
  if (start === end) return [fill(text, start, fresh(written))];
  return [{ span: { start, end }, text: inStyle(scalar.type, written) }];
}

function inStyle(type: unknown, written: Written): string {
  if (written.kind === 'bare') return written.value;
  if (type === 'QUOTE_DOUBLE') return doubleQuoted(written.value);
  if (type === 'QUOTE_SINGLE' && isPrintable(written.value)) return `'${written.value.replaceAll("'", "''")}'`;
  return fresh(written);
}

/** Puts a value where none is, with the spaces that keep it apart from the `:` before and a comment behind it. */
function fill(text: string, at: number, value: string): TextEdit {
  let gap = at;
  while (/[ \t]/.test(text[gap - 1] ?? '')) gap--;
  const spaced = gap < at;
  const place = spaced ? gap + 1 : at;
  const next = text[place] ?? '';
  const tail = next === '#' || (next === '}' && spaced) ? ' ' : '';
  return insertion(place, `${spaced ? '' : ' '}${value}${tail}`);
}

/** Only the sign of a block text is replaced and its lines are deleted: a comment beside the sign and empty lines behind stay. */
function replaceBlockText(text: string, scalar: Scalar, written: Written): TextEdit[] {
  const [start, end] = rangeOf(scalar);
  const source = text.slice(start, end);
  const sign = /^[|>][-+0-9]*/.exec(source)?.[0].length ?? 1;
  const last = start + source.trimEnd().length;
  const head: TextEdit = { span: { start, end: start + sign }, text: fresh(written) };
  const headEnd = lineEnd(text, start);
  if (last <= headEnd) return [head];
  // Up to the end of the last line, so that a new field may come right behind it.
  return [head, deletion(headEnd, lineEnd(text, last))];
}

const words = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const safe = /^[A-Za-z0-9_](?:[\w./+ -]*[\w./+-])?$/;
const numberLike = /^[\d_][\d_.+\-a-fA-FxXo]*$/;

/** Whether YAML 1.1 and 1.2 both read the value as exactly this text without quotes, in any place. */
function isPlain(value: string): boolean {
  return safe.test(value) && !words.test(value) && !numberLike.test(value);
}

/** A JSON string, with everything escaped that a YAML reader or an editor could take for a line end or lose, or that turns the text around. */
export function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isPrintable(value: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffd-\uffff]/u.test(value);
}
