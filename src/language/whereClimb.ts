// From a line up through the lines it lies in, by indentation alone: the keys and dashes around it. Knows no field.
import type { Span } from '../base/text';
import { isBlank, isBoundary, type Line, lineAt, lineEnd, lineStart, type Mark, nameOf, skipBlanks } from './whereLine';

/** One key or dash on the way from the top of the file to a place. */
export interface Level {
  /** `free` stands for a line that has no key and no dash yet. `answer` is the value to a `?` whose line was not found. */
  type: Mark['type'] | 'free';
  readonly column: number;
  /** The line and the mark itself; a free place has none. */
  readonly line: Line | undefined;
  readonly mark: Mark | undefined;
  /** The key of an `answer` is that of the `?` before it. */
  name: string;
  /** How many entries of the list stand before this one. */
  index: number;
  /** The keys of the same group above, the last one first. */
  readonly names: string[];
  /** What stands behind the dashes of the same list above, the last one first. */
  readonly entries: Span[];
}

export function freeLevel(column: number): Level {
  return { type: 'free', column, line: undefined, mark: undefined, name: '', index: 0, names: [], entries: [] };
}

export function markLevel(text: string, line: Line, mark: Mark): Level {
  const { type, column } = mark;
  const name = type === 'key' || type === 'asked' ? nameOf(text, mark.name) : '';
  return { type, column, line, mark, name, index: 0, names: [], entries: [] };
}

/**
 * The levels around a place, the innermost one first, which is `inner` or stands on the line of `inner`. Looks at each line above once, and
 * closely only at those that are not indented more than what is sought.
 */
export function climb(text: string, from: number, inner: Level, outer: readonly Mark[], line?: Line): Level[] {
  const levels = [inner];
  if (line) through(text, levels, line, outer);
  const first = lineStart(text, 0);
  for (let start = from; start > first && !isBoundary(text, start); ) {
    start = lineStart(text, start - 1);
    if (isBoundary(text, start)) break;
    const current = levels[levels.length - 1] as Level;
    if (isDone(levels, current)) break;
    const content = contentWithin(text, start, current.column);
    if (content !== undefined) {
      const found = lineAt(text, content);
      through(text, levels, found, found.marks);
    }
  }
  return levels;
}

/** No plan that is read lies deeper. */
const deepest = 100;

/** Nothing above can matter any more: the path is complete, and only a group that is asked about collects its keys. */
function isDone(levels: readonly Level[], { type, column }: Level): boolean {
  return (levels.length > 1 && column === 0 && (type === 'key' || type === 'asked')) || levels.length > deepest;
}

/** Where the text of a line begins that is indented by no more than `column` and is no comment. */
export function contentWithin(text: string, start: number, column: number): number | undefined {
  let at = start;
  while (isBlank(text, at)) {
    if (at - start >= column) return undefined;
    at++;
  }
  const sign = text[at];
  return sign === undefined || sign === '\n' || sign === '\r' || sign === '#' ? undefined : at;
}

/** Takes in the marks of one line, from the last to the first. */
function through(text: string, levels: Level[], line: Line, marks: readonly Mark[]): void {
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at] as Mark;
    const current = levels[levels.length - 1] as Level;
    if (mark.column < current.column || isParentBeside(current, mark)) levels.push(markLevel(text, line, mark));
    else if (mark.column === current.column) beside(text, current, line, mark);
  }
}

/** The dashes of a list may stand right under the key they belong to. */
function isParentBeside(current: Level, mark: Mark): boolean {
  return current.type === 'item' && mark.type !== 'item' && mark.column === current.column && mark !== current.mark;
}

function beside(text: string, current: Level, line: Line, mark: Mark): void {
  if (mark.type === 'item') {
    if (current.type !== 'item' && current.type !== 'free') return;
    current.index++;
    current.entries.push({ start: skipBlanks(text, mark.after, line.end), end: line.end });
    return;
  }
  if (mark.type === 'answer') return;
  const name = nameOf(text, mark.name);
  if (current.type === 'answer') Object.assign(current, { type: 'asked', name });
  else if (current.type === 'free') current.type = 'key';
  if (current.type === 'key' || current.type === 'asked') current.names.push(name);
}

/** The keys and the entries below a line in the group or list of this column, the first one first. */
export function below(text: string, from: number, { column, type }: Level): { names: string[]; entries: Span[] } {
  const found = { names: [] as string[], entries: [] as Span[] };
  for (let end = lineEnd(text, from); end < text.length; ) {
    const start = text.indexOf('\n', end) + 1;
    if (start === 0 || isBoundary(text, start)) break;
    const content = contentWithin(text, start, column);
    end = lineEnd(text, start);
    if (content === undefined) continue;
    if (content - start < column) break;
    const mark = lineAt(text, content).marks[0];
    if (type === 'item' && mark?.type !== 'item') break;
    if (mark?.type === 'item') found.entries.push({ start: skipBlanks(text, mark.after, end), end });
    else if (mark?.type === 'key' || mark?.type === 'asked') found.names.push(nameOf(text, mark.name));
  }
  return found;
}
