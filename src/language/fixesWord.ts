// Fixes of single words and signs: what was meant, quotation marks, invisible characters, line ends. Knows no field of a plan.
import { type Message, message } from '../base/message';
import type { Span, TextEdit } from '../base/text';
import type { ProblemCode } from '../model/codes';
import type { Problem } from '../model/problem';
import { doubleQuoted } from '../model/spliceScalar';
import { chars, fix, type Ground, replace, shown } from './fixesGround';
import type { Fix } from './fixesKinds';

/** Where `instead` says the same in the right words. Elsewhere it is a guess, which wants a look. */
const certain: ReadonlySet<ProblemCode> = new Set([
  'boolean.invalid',
  'currency.invalid',
  'text.invisible',
  'yaml.unquoted',
  'yaml.anchor',
  'yaml.tag',
]);

/** What was most likely meant, in place of the problem's characters. */
export function asMeant(ground: Ground, problem: Problem): readonly Fix[] {
  const { instead, span, code } = problem;
  if (instead === undefined) return [];
  const all = certain.has(code) || isSameDay(chars(ground, span), instead);
  const title = titleOf(chars(ground, span), instead);
  return fix(title, replace(span, instead), { preferred: true, all });
}

function titleOf(written: string, instead: string): Message {
  if (instead === '') return message('Delete it');
  if (/^[ \t]+$/.test(written) && /^ +$/.test(instead)) return message('Indent with spaces');
  if (/^["']/.test(instead) && !/^["']/.test(written) && unquoted(instead) === written)
    return message('Put it in quotation marks');
  return message('Write {text}', { text: shown(bare(instead)) });
}

function unquoted(text: string): string {
  return bare(text).replace(/\\(["\\])/g, '$1');
}

/** Quotation marks are nothing to choose by. */
function bare(text: string): string {
  return text.replace(/^(["'])(.+)\1$/s, '$2');
}

/** The same digits written another way, such as `2026-1-5` or `05.01.2026`; a day that no month has is a guess. */
function isSameDay(written: string, instead: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
  if (!/^["']?\d{4}-\d\d-\d\d["']?$/.test(instead)) return false;
  const [own, meant] = [numbers(written), numbers(instead)];
  return own.length === 3 && own.every((number, at) => number === meant[at]);
}

/** Puts a value in quotation marks, so that YAML reads nothing into it. */
export function quoted(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  if (instead !== undefined) return [];
  const { text } = ground;
  const line = text.slice(span.start, lineEnd(text, span.start));
  const key = /^(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:[ \t]+/.exec(line)?.[0].length ?? 0;
  const start = span.start + key;
  const rest = line.slice(key);
  const ends = [/\s+#/, /[ \t]*$/, ...(inBrackets(text, start) ? [/[ \t]*[,}\]]/] : [])];
  const end = Math.min(...ends.map((pattern) => pattern.exec(rest)?.index ?? rest.length));
  const value = rest.slice(0, end);
  if (value === '' || /^["'|>]/.test(value)) return [];
  return fix(message('Put it in quotation marks'), replace({ start, end: start + end }, doubleQuoted(value)), {
    preferred: true,
  });
}

/** Whether a bracket is open before an offset on its line; a guess that is proved later. */
function inBrackets(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const opened = before.match(/[{[]/g)?.length ?? 0;
  return opened > (before.match(/[}\]]/g)?.length ?? 0);
}

/** Control, direction and zero-width characters. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\u00A0]/gu;
const kept = /[\t\n\r]/;

export function withoutInvisible(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  const edits = instead === '' ? replace(span, '') : invisibleOf(ground, span);
  return fix(message('Remove the characters that cannot be seen'), edits, { preferred: true, all: true });
}

function invisibleOf(ground: Ground, span: Span): readonly TextEdit[] {
  return [...chars(ground, span).matchAll(unseen)].flatMap((match): TextEdit[] => {
    if (kept.test(match[0])) return [];
    const start = span.start + match.index;
    // A no-break space stands between words.
    return [{ span: { start, end: start + match[0].length }, text: match[0] === '\u00A0' ? ' ' : '' }];
  });
}

/** Every line end becomes what most of them are. */
export function alikeLineEnds({ text }: Ground): readonly Fix[] {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)];
  const windows = ends.filter(([end]) => end === '\r\n').length;
  const wanted = windows * 2 > ends.length ? '\r\n' : '\n';
  const edits = ends.flatMap((match): TextEdit[] => {
    const [end] = match;
    if (end === wanted) return [];
    return [{ span: { start: match.index, end: match.index + end.length }, text: wanted }];
  });
  const title = wanted === '\n' ? message('End every line with LF') : message('End every line with CRLF');
  return fix(title, edits, { preferred: true, all: true });
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}
