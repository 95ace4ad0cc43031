// Where the items of the list of milestones begin and end in a text, by its lines alone. Knows no YAML beyond that; whoever reads the parts proves it.

/** A text in parts: everything around the list, and one chunk for each item with all lines up to the next one. */
export interface Split {
  /** Where the line `milestones:` begins. */
  readonly keyAt: number;
  /** Where each chunk begins, which is the beginning of a line; the first one ends what stands before the list. */
  readonly starts: readonly number[];
  /** Where the list ends and the rest of the file begins. */
  readonly end: number;
}

const key = 'milestones:';

/**
 * The parts of a text whose list of milestones stands in lines of its own, each item at the same column behind a dash; `undefined` for any other
 * text. A line that begins like an item inside a quotation or in brackets is taken for one here: the part before it is then no YAML by itself.
 */
export function splitText(text: string): Split | undefined {
  const keyAt = keyLine(text);
  if (keyAt < 0) return undefined;
  const keyEnd = lineAfter(text, keyAt);
  if (!isBlank(text, keyAt + key.length, keyEnd)) return undefined;
  let first = keyEnd;
  while (first < text.length && isBlank(text, first, lineAfter(text, first))) first = lineAfter(text, first);
  const column = columnOf(text, first);
  if (!isDash(text, first + column)) return undefined;
  const found = items(text, first, column);
  if (asks(text.slice(0, keyAt)) || asks(text.slice(found.end))) return undefined;
  return hasKey(text, found.end) ? { keyAt, ...found } : undefined;
}

/** A key behind a question mark ends where the next one begins, however far away that is. */
function asks(text: string): boolean {
  return /^\ufeff?\?(?:\s|$)/m.test(text);
}

/** Whether what stands behind the list, if anything, begins with a key: a colon or question mark alone belongs to what is before it, too. */
function hasKey(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== 58 && code !== 63;
}

function items(text: string, first: number, column: number): Pick<Split, 'starts' | 'end'> {
  const starts: number[] = [];
  for (let at = first; at < text.length; at = lineAfter(text, at)) {
    const begin = at + columnOf(text, at);
    if (begin === at + column && isDash(text, begin)) starts.push(at);
    else if (begin === at && !isOpenLine(text.charCodeAt(at))) return { starts, end: at };
  }
  return { starts, end: text.length };
}

function keyLine(text: string): number {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return text.startsWith(key, bom) ? bom : text.indexOf(`\n${key}`) + 1 || -1;
}

/** Where the next line begins; the end of the text behind the last one. */
function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function columnOf(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32) end++;
  return end - at;
}

/** Nothing but spaces, and perhaps a comment behind one. */
function isBlank(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  return (
    at >= to || code === 10 || (code === 13 && at + 2 === to) || (code === 35 && (at > from || isLineStart(text, at)))
  );
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 10;
}

/** A dash and then nothing that could make it the beginning of a word. */
function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false;
  const next = text.charCodeAt(at + 1);
  return Number.isNaN(next) || next === 32 || next === 10 || next === 13 || next === 9;
}

/** A line that begins with such a sign at its very first place does not end the list: a line end, a comment, a tab. */
function isOpenLine(code: number): boolean {
  return code === 10 || code === 13 || code === 35 || code === 9;
}
