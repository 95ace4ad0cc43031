// Where in `{ … }` or `[ … ]` an offset stands, over as many lines as it takes. Knows no field and nothing around the brackets.
import type { Span } from '../base/text';
import { blockEnd, lineEnd, nameOf, skipBlanks, stringEnd, trimmed } from './whereLine';
import type { Path, Place } from './wherePlace';

/** The brackets to look into: where they begin, the column of the key or dash they stand behind, and its path. */
export interface Flow {
  readonly start: number;
  readonly column: number;
  readonly path: Path;
}

interface Frame {
  readonly isList: boolean;
  readonly start: number;
  readonly path: Path;
  readonly names: string[];
  readonly entries: Span[];
  index: number;
  /** The key of this entry, once its colon was seen. */
  key: string | undefined;
  /** The last plain or quoted value or key of this entry. */
  word: Span | undefined;
  /** The value of this entry is complete. */
  filled: boolean;
  /** The key of this entry is the one at the offset. */
  own: boolean;
}

interface Hit {
  readonly part: Place['part'];
  readonly path: Path;
  readonly word: Span;
  readonly frame: Frame;
}

/** No plan that is read has brackets in brackets deeper than this. */
const deepest = 100;

/** `undefined` when the brackets end before the offset. */
export function placeInFlow(text: string, flow: Flow, offset: number): Place | undefined {
  const limit = blockEnd(text, flow.start, flow.column);
  if (offset > limit) return undefined;
  const scan = new Scan(text, flow, { limit, offset });
  while (scan.step());
  const { hit } = scan;
  if (!hit) return undefined;
  const { frame, ...place } = hit;
  const { path: group, isList, names: siblings, entries } = frame;
  return { ...place, group, isList, siblings, entries, flow: true, indent: flow.column + 1 };
}

/** Lives as long as one pair of brackets is read. */
class Scan {
  hit: Hit | undefined;
  private readonly frames: Frame[] = [];
  private readonly limit: number;
  private readonly offset: number;
  private at: number;

  constructor(
    private readonly text: string,
    { start, path }: Flow,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ) {
    this.limit = limit;
    this.offset = offset;
    this.at = start;
    this.open(path);
  }

  /** Takes in the next sign or word; false when all is known. */
  step(): boolean {
    const frame = this.frames.at(-1);
    if (!frame || this.frames.length > deepest || (this.hit && !this.frames.includes(this.hit.frame))) return false;
    const next = skipSpace(this.text, this.at, this.limit);
    this.inGap(frame, next);
    this.at = next;
    if (next >= this.limit) {
      for (let left = this.frames.at(-1); left; left = this.frames.at(-1)) this.close(left);
      return false;
    }
    this.take(frame, this.text[next] ?? '');
    return true;
  }

  private take(frame: Frame, sign: string): void {
    if (sign === '{' || sign === '[') this.open(pathIn(frame));
    else if (sign === '}' || sign === ']') this.close(frame);
    else if (sign === ',') this.nextEntry(frame);
    else if (sign === '#' && isGapBefore(this.text, this.at)) this.comment(frame);
    else if (sign === ':' && this.endsKey(this.at, frame.word !== undefined && this.isQuoted(frame.word))) {
      frame.key ??= frame.word ? nameOf(this.text, frame.word) : '';
      frame.word = undefined;
      this.at++;
    } else if (sign === '&' || sign === '!' || (sign === '?' && isSpace(this.text, this.at + 1))) this.property(frame);
    else this.scalar(frame, sign);
  }

  private open(path: Path): void {
    const isList = this.text[this.at] === '[';
    const parent = this.frames.at(-1);
    if (parent) parent.filled = true;
    const rest = { index: 0, key: undefined, word: undefined, filled: false, own: false };
    this.frames.push({ isList, start: this.at, path, names: [], entries: [], ...rest });
    this.at++;
  }

  private close(frame: Frame): void {
    this.remember(frame);
    this.frames.pop();
    if (this.at < this.limit) this.at++;
    this.frames.at(-1)?.entries.push({ start: frame.start, end: this.at });
  }

  private nextEntry(frame: Frame): void {
    this.remember(frame);
    Object.assign(frame, { index: frame.index + 1, key: undefined, word: undefined, filled: false, own: false });
    this.at++;
  }

  private remember(frame: Frame): void {
    const name = frame.key ?? (frame.word && !frame.isList ? nameOf(this.text, frame.word) : undefined);
    if (name !== undefined && !frame.own) frame.names.push(name);
  }

  private comment(frame: Frame): void {
    const end = Math.min(this.limit, lineEnd(this.text, this.at));
    if (this.offset > this.at && this.offset <= end) this.found(frame, 'none', pathIn(frame));
    this.at = end;
  }

  /** An anchor, a tag or a `?`: nothing can be written in it. */
  private property(frame: Frame): void {
    const start = this.at;
    do this.at++;
    while (this.at < this.limit && !isSpace(this.text, this.at) && !',[]{}'.includes(this.text[this.at] ?? ''));
    if (this.offset > start && this.offset <= this.at) this.found(frame, 'none', pathIn(frame));
  }

  private scalar(frame: Frame, sign: string): void {
    const start = this.at;
    const quoted = sign === '"' || sign === "'";
    const end = Math.max(
      start + 1,
      quoted ? stringEnd(this.text, start, this.limit) : plainFlowEnd(this.text, start, this.limit),
    );
    const word = { start, end };
    const colon = skipBlanks(this.text, end, this.limit);
    const isKey = frame.key === undefined && (!frame.isList || this.endsKey(colon, quoted));
    if (start <= this.offset && this.offset <= end) {
      const path = isKey ? [...pathIn(frame), nameOf(this.text, word)] : pathIn(frame);
      this.found(frame, isKey ? 'key' : 'value', path, word);
      frame.own = isKey;
    }
    if (!isKey) frame.filled = true;
    if (frame.isList && !isKey) frame.entries.push(word);
    frame.word = word;
    this.at = end;
  }

  /** The offset stands between two signs or words. */
  private inGap(frame: Frame, next: number): void {
    const { text, at, offset } = this;
    if (this.hit || offset < at || offset > next) return;
    const sign = next < this.limit ? (text[next] ?? '') : '';
    if (offset === next && sign !== '' && !',]}#:'.includes(sign)) {
      if (sign === '{' || sign === '[') this.found(frame, 'none', pathIn(frame));
      return;
    }
    const { word, filled, isList, key } = frame;
    const isBefore = key !== undefined && !filled && next <= lineEnd(text, offset) && !',]}#'.includes(sign || ',');
    if (isBefore) this.found(frame, 'none', pathIn(frame));
    // A word goes on behind blanks as long as nothing else follows, as in `next month`.
    const sameLine = word && offset <= lineEnd(text, word.end);
    if (filled && word && sameLine && !this.isQuoted(word))
      this.found(frame, 'value', pathIn(frame), { start: word.start, end: offset });
    else if (filled || (word && key === undefined)) this.found(frame, 'none', pathIn(frame));
    else if (key === undefined && !isList) {
      this.found(frame, 'key', frame.path);
      frame.own = true;
    } else this.found(frame, 'value', pathIn(frame));
  }

  private found(frame: Frame, part: Place['part'], path: Path, word?: Span): void {
    if (this.hit) return;
    this.hit = { part, path, frame, word: word ?? { start: this.offset, end: this.offset } };
  }

  private endsKey(at: number, quoted: boolean): boolean {
    if (this.text[at] !== ':' || at >= this.limit) return false;
    return quoted || isSpace(this.text, at + 1) || ',[]{}'.includes(this.text[at + 1] ?? ' ');
  }

  private isQuoted({ start }: Span): boolean {
    return this.text[start] === '"' || this.text[start] === "'";
  }
}

function pathIn({ isList, path, index, key }: Frame): Path {
  return [...path, ...(isList ? [index] : []), ...(key === undefined ? [] : [key])];
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 13 || code === 9 || at >= text.length;
}

function isGapBefore(text: string, at: number): boolean {
  return at === 0 || isSpace(text, at - 1);
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text, at)) at++;
  return at;
}

/** A value without quotation marks goes on over line ends until a sign of the brackets, a colon or a comment. */
function plainFlowEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const sign = text[at] ?? '';
    if (',[]{}'.includes(sign)) return trimmed(text, start, at);
    if (sign === ':' && (isSpace(text, at + 1) || ',[]{}'.includes(text[at + 1] ?? '')))
      return trimmed(text, start, at);
    if (sign === '#' && isGapBefore(text, at)) return trimmed(text, start, at);
    if (sign !== '\n' && sign !== '\r') continue;
    const next = skipSpace(text, at, limit);
    if (next >= limit || ',[]{}#'.includes(text[next] ?? '') || text[next] === ':') return trimmed(text, start, at);
    at = next - 1;
  }
  return trimmed(text, start, limit);
}
