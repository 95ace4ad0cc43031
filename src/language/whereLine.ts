// One line of YAML without reading the lines around it: its dashes, its key and where its value begins. Knows no field and no other line.
import type { Span } from '../base/text';

/** A sign that says what a line holds: a dash, a key with its colon, a `?` with a key, or the lone `:` of the value to a `?`. */
export interface Mark {
  readonly type: 'item' | 'key' | 'asked' | 'answer';
  /** Characters of the line before it. */
  readonly column: number;
  readonly start: number;
  /** The key, with its quotation marks. */
  readonly name: Span;
  /** Right behind the dash or the colon. */
  readonly after: number;
}

export interface Line {
  /** Behind the byte order mark, where the text has one. */
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** The first character that is no blank; `end` on an empty line. */
  readonly content: number;
  readonly marks: readonly Mark[];
  /** The first character of the value, behind anchors and tags; `end` where none stands on this line. */
  readonly rest: number;
}

/** What a value is, by its first characters. */
export type Opening = 'empty' | 'flow' | 'quoted' | 'block' | 'plain';

export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** Also behind the last character of the text. */
function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code);
}

export function lineStart(text: string, offset: number): number {
  const before = offset > 0 ? text.lastIndexOf('\n', offset - 1) : -1;
  return before < 0 && text.charCodeAt(0) === 0xfeff ? 1 : before + 1;
}

export function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  if (feed < 0) return text.length;
  return feed > start && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text, at)) at++;
  return at;
}

/** `---` or `...`, which end a document. */
export function isBoundary(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  if (code !== 45 && code !== 46) return false;
  return (text.startsWith('---', start) || text.startsWith('...', start)) && isGap(text, start + 3);
}

/** No line that is read has more dashes in a row. */
const mostMarks = 100;

export function lineAt(text: string, offset: number): Line {
  const start = lineStart(text, offset);
  const end = Math.max(start, lineEnd(text, start));
  const content = skipBlanks(text, start, end);
  const marks: Mark[] = [];
  let at = content;
  while (marks.length < mostMarks) {
    if (text[at] === '#' || at >= end) return { start, end, content, marks, rest: end };
    const sign = text[at];
    if ((sign !== '-' && sign !== '?' && sign !== ':') || !isGap(text, at + 1)) break;
    const key = skipBlanks(text, at + 1, end);
    const type = sign === '-' ? 'item' : sign === '?' ? 'asked' : 'answer';
    const name = type === 'asked' ? { start: key, end: plainEnd(text, key, end) } : { start: at, end: at };
    marks.push({ type, column: at - start, start: at, name, after: type === 'asked' ? end : at + 1 });
    if (type === 'asked') return { start, end, content, marks, rest: end };
    at = key;
  }
  const mark = keyMark(text, start, at, end);
  if (mark) marks.push(mark);
  const rest = skipProperties(text, mark?.after ?? at, end);
  return { start, end, content, marks, rest: text[rest] === '#' ? end : rest };
}

function keyMark(text: string, line: number, start: number, end: number): Mark | undefined {
  const at = skipProperties(text, start, end);
  const sign = text[at] ?? '';
  if (at >= end || '{[|>#'.includes(sign)) return undefined;
  const quoted = sign === '"' || sign === "'";
  const nameEnd = quoted ? stringEnd(text, at, end) : keyEnd(text, at, end);
  const colon = skipBlanks(text, nameEnd, end);
  if (text[colon] !== ':' || !isGap(text, colon + 1) || colon >= end) return undefined;
  return { type: 'key', column: start - line, start, name: { start: at, end: nameEnd }, after: colon + 1 };
}

/** The end of a plain key that has its colon on this line, else `end`. */
function keyEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text[at] === ':' && isGap(text, at + 1)) return trimmed(text, from, at);
    if (text[at] === '#' && isBlank(text, at - 1)) return end;
  }
  return end;
}

/** Skips blanks, anchors (`&name`) and tags (`!name`). */
function skipProperties(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  while (at < end && (text[at] === '&' || text[at] === '!')) {
    while (at < end && !isBlank(text, at)) at++;
    at = skipBlanks(text, at, end);
  }
  return at;
}

export function opening(text: string, { rest, end }: Pick<Line, 'rest' | 'end'>): Opening {
  if (rest >= end) return 'empty';
  const sign = text[rest] ?? '';
  if (sign === '{' || sign === '[') return 'flow';
  if (sign === '"' || sign === "'") return 'quoted';
  if (sign !== '|' && sign !== '>') return 'plain';
  let at = rest + 1;
  while (at < end && /[-+0-9]/.test(text[at] ?? '')) at++;
  at = skipBlanks(text, at, end);
  return at >= end || text[at] === '#' ? 'block' : 'plain';
}

/** Behind the closing quotation mark; `limit` where there is none before it. */
export function stringEnd(text: string, start: number, limit: number): number {
  const quote = text[start];
  if (quote === "'") {
    let at = text.indexOf("'", start + 1);
    while (at >= 0 && at < limit && text[at + 1] === "'") at = text.indexOf("'", at + 2);
    return at < 0 || at >= limit ? limit : at + 1;
  }
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
  }
  return limit;
}

/** The end of a value without quotation marks on its line: before a comment and the blanks before it. */
export function plainEnd(text: string, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (text[at] === '#' && isBlank(text, at - 1)) return trimmed(text, from, at);
  return trimmed(text, from, end);
}

export function trimmed(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text, at - 1)) at--;
  return at;
}

/** The end of what may belong to a value that begins in a mark of this column: lines that are not indented more end it, whatever is open. */
export function blockEnd(text: string, from: number, column: number): number {
  for (let end = lineEnd(text, from); end < text.length; ) {
    const start = text.indexOf('\n', end) + 1;
    if (start === 0) return text.length;
    const stop = lineEnd(text, start);
    const content = skipBlanks(text, start, stop);
    const closes = text[content] === '}' || text[content] === ']';
    const outside = content - start <= column && !(closes && content - start === column);
    if (content < stop && outside && text[content] !== '#') return end;
    if (isBoundary(text, start)) return end;
    end = stop;
  }
  return text.length;
}

/** A key as it is read, without quotation marks. */
export function nameOf(text: string, { start, end }: Span): string {
  const written = text.slice(start, end);
  if (written.startsWith("'") && written.length > 1) return written.slice(1, -1).replaceAll("''", "'");
  if (!written.startsWith('"')) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, written.endsWith('"') && written.length > 1 ? -1 : undefined);
  }
}
