// Habits that make a text no YAML, recognised by the lines around the first error: what a person did, in their terms. Knows lines, no tree.
import type { YAMLError } from 'yaml';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { foreignSpaceSaid, loneReturns } from './characters';
import type { ProblemCode } from './codes';
import { doubleQuoted } from './spliceScalar';

/** What was done, and what was meant where that is beyond doubt. */
export interface Habit {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly said: Message;
  readonly instead?: string;
}

/** The habit behind an error; `undefined` where the lines show none. */
export function habitAt(text: string, error: Pick<YAMLError, 'code' | 'pos'>): Habit | undefined {
  const at = Math.min(error.pos[0], text.length);
  const lone = loneOn(text, at);
  if (lone) return lone;
  const own = lineOf(text, at);
  const next = nextFilled(text, own);
  return (
    indented(text, own) ??
    (next && indented(text, next)) ??
    aboveIt(text, own) ??
    directive(text, error) ??
    tightDash(text, own) ??
    short(text, own) ??
    box(text, own) ??
    joinedField(text, at, own) ??
    (error.code === 'BLOCK_AS_IMPLICIT_KEY' ? colons(text, at, own, next) : undefined)
  );
}

/** The line as YAML sees it, which may be many for the editor. */
function loneOn(text: string, at: number): Habit | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const lone = loneReturns(text.slice(start, end < 0 ? text.length : end + 1));
  if (!lone) return undefined;
  const span = { start: start + lone.span.start, end: start + lone.span.end };
  return { code: 'file.lineEnds', span, said: lone.said };
}

interface Line extends Span {
  /** The white space it begins with ends here. */
  readonly filled: number;
}

/** With a sane length: patterns are tried on it. */
const longestLine = 2_000;

function lineOf(text: string, offset: number): Line {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - longestLine, 0);
  const found = text.indexOf('\n', offset);
  const end = Math.min(found < 0 ? text.length : text[found - 1] === '\r' ? found - 1 : found, offset + longestLine);
  let filled = start;
  while (filled < end && /[\s\ufeff]/.test(text[filled] ?? '')) filled++;
  return { start, end: Math.max(start, end), filled };
}

function nextFilled(text: string, { end }: Line): Line | undefined {
  for (let at = text.indexOf('\n', end); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) {
    const line = lineOf(text, at + 1);
    if (line.filled < line.end && text[line.filled] !== '#') return line;
  }
  return undefined;
}

const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/;

function indented(text: string, { start, filled }: Line): Habit | undefined {
  const space = text.slice(start, filled);
  const tab = space.indexOf('\t');
  if (tab >= 0) {
    const span = { start: start + tab, end: start + tab + (/^\t+/.exec(space.slice(tab))?.[0].length ?? 1) };
    return syntax(span, message('This line is indented with a tab. Use spaces.'));
  }
  const other = spaces.exec(space);
  if (!other) return undefined;
  const span = { start: start + other.index, end: start + other.index + other[0].length };
  return syntax(span, foreignSpaceSaid, ' '.repeat(other[0].length));
}

/** A field or entry on the line above that looks indented; what stands above an entry is another one's. */
function aboveIt(text: string, { start, filled }: Line): Habit | undefined {
  if (start === 0 || text[filled] === '-') return undefined;
  const above = lineOf(text, start - 1);
  return /^(?:-\s|[A-Za-z]+:)/.test(text.slice(above.filled, above.end)) ? indented(text, above) : undefined;
}

/** The nearest line above that the test is true of. */
function nearestAbove(text: string, from: Line, isIt: (line: Line, said: string) => boolean): Line | undefined {
  let line = from;
  for (let count = 0; count < 200 && line.start > 0; count++) {
    line = lineOf(text, line.start - 1);
    if (isIt(line, text.slice(line.filled, line.end))) return line;
  }
  return undefined;
}

/** `%YAML 1.1` without the line of dashes that belongs to it. */
function directive(text: string, { code, pos }: Pick<YAMLError, 'code' | 'pos'>): Habit | undefined {
  if (code !== 'MISSING_CHAR') return undefined;
  const before = text.lastIndexOf('\n%', pos[0]) + 1;
  if (text[before] !== '%' || /^---/m.test(text.slice(before, pos[0]))) return undefined;
  const { start, end } = lineOf(text, before);
  const said = message('A line that begins with % is an instruction to YAML, which is not needed here. Delete it.');
  return syntax({ start, end }, said);
}

function tightDash(text: string, { filled, end }: Line): Habit | undefined {
  if (!/^-[^\s-]/.test(text.slice(filled, end))) return undefined;
  return syntax({ start: filled, end: filled + 1 }, message('Put a space behind the dash of a list.'), '- ');
}

/** `- [x] Ready`, as in Markdown. */
function box(text: string, own: Line): Habit | undefined {
  const { filled, end } = own;
  const [, dash = '', mark = '', title] = /^(-\s+)\[([ xX]?)\]\s+(\S.*)$/.exec(text.slice(filled, end)) ?? [];
  if (title === undefined) return undefined;
  const args = { example: '{ title: Wireframes, done: true }' };
  const said = message(
    'A list here has no boxes to tick. Write the text alone, or `{example}` for what is done.',
    args,
  );
  const span = { start: filled + dash.length, end: filled + text.slice(filled, end).trimEnd().length };
  const words = title.trimEnd();
  const value = /^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M} ._-]*$/u.test(words) ? words : doubleQuoted(words);
  if (/^ ?$/.test(mark)) return syntax(span, said, value);
  const column = filled - own.start;
  const around = nearestAbove(text, own, (line, said) => {
    const inner = column - (line.filled - line.start);
    return inner > 0 || (inner === 0 && /^\w+:\s*$/.test(said));
  });
  const list = around && /^(?:- +)?(\w+):\s*$/.exec(text.slice(around.filled, around.end))?.[1];
  if (list !== 'tasks' && list !== 'acceptanceCriteria') return syntax(span, said);
  return syntax(span, said, `{ ${list === 'tasks' ? 'title' : 'text'}: ${value}, done: true }`);
}

/** A field of a list entry that is indented less than the one beside the dash. */
function short(text: string, own: Line): Habit | undefined {
  const column = own.filled - own.start;
  if (!/^[A-Za-z]+:(?:\s|$)/.test(text.slice(own.filled, own.end))) return undefined;
  const entry = nearestAbove(text, own, (line, said) => /^-(?:\s|$)/.test(said) && line.filled - line.start < column);
  const dash = entry && /^- +(?=[A-Za-z]+:(?:\s|$))/.exec(text.slice(entry.filled, entry.end))?.[0];
  if (!entry || dash === undefined) return undefined;
  const before = entry.filled - entry.start + dash.length;
  if (column >= before) return undefined;
  const said = message('This line is indented differently from the lines it belongs to.');
  return syntax({ start: own.start, end: own.filled }, said, ' '.repeat(before));
}

export const tightColon = message('Put a space behind the colon.');

/** `due:2026-12-04`. */
function joinedField(text: string, at: number, { start, end }: Line): Habit | undefined {
  const line = text.slice(start, end);
  const [, before = '', key] = /^(\s*(?:- +)*)([A-Za-z]+:)(?=[^\s/:])/.exec(line) ?? [];
  if (key === undefined || start + before.length > at) return undefined;
  const span = { start: start + before.length, end: start + before.length + key.length };
  return syntax(span, tightColon, `${key} `);
}

/** A value that seems to be a field: it has a colon of its own, or the line below it is indented too far. */
function colons(text: string, at: number, own: Line, next: Line | undefined): Habit | undefined {
  if (text[own.filled] === '-' && at <= own.filled) return differently(text, own.filled, own);
  const rest = text
    .slice(at, own.end)
    .replace(/\s#.*$/, '')
    .trimEnd();
  if (/:(?:\s|$)/.test(rest)) {
    const span = { start: at, end: at + rest.length };
    const said = message('A colon followed by a space begins a new field. Put a text that has one in quotation marks.');
    return /^["'[\]{}&*!|>%@`]|[\p{Cc}]/u.test(rest) ? syntax(span, said) : syntax(span, said, doubleQuoted(rest));
  }
  const [, dashes = ''] = /^\s*((?:- +)*)[^\s:]+:\s/.exec(text.slice(own.start, own.end)) ?? [];
  const column = own.filled - own.start + dashes.length;
  if (!next || next.filled - next.start <= column || at <= own.filled) return differently(text, at, own);
  const span = { start: next.start, end: next.filled };
  return syntax(span, message('This line is indented too far to be a field beside the one above.'), ' '.repeat(column));
}

function differently(text: string, at: number, own: Line): Habit | undefined {
  if (at !== own.filled) return undefined;
  const said = message('This line is indented differently from the lines it belongs to.');
  return syntax(
    { start: own.filled, end: own.filled + (/^\S+/.exec(text.slice(own.filled, own.end))?.[0].length ?? 1) },
    said,
  );
}

function syntax(span: Span, said: Message, instead?: string): Habit {
  return { code: 'yaml.syntax', span, said, ...(instead === undefined ? {} : { instead }) };
}
