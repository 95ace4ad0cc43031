// Whether an offset lies in a value that began on a line above: in brackets, a quoted text, a block text or the next line of a plain one.
import type { Level } from './whereClimb';
import { placeInFlow } from './whereFlow';
import { blockEnd, type Line, lineEnd, opening, plainEnd, skipBlanks, stringEnd } from './whereLine';
import { type Place, pathOf } from './wherePlace';

/** Of several such values the outermost, since in it all signs of the others are only text. `line` is the line of the offset. */
export function inOpenValue(text: string, at: number, levels: readonly Level[], line: Line): Place | undefined {
  for (let index = levels.length - 1; index >= 0; index--) {
    const level = levels[index] as Level;
    const last = level.line?.marks.at(-1);
    if (!level.line || level.line.start === line.start || level.mark !== last) continue;
    const inner = levels[index - 1];
    // The dash of a list may stand right under its key, and then belongs to no value of the key's line.
    if (inner?.type === 'item' && inner.column === level.column) continue;
    const place = inValueOf(text, at, levels.slice(index), line);
    if (place) return place;
  }
  return undefined;
}

function inValueOf(text: string, at: number, levels: readonly Level[], line: Line): Place | undefined {
  const { line: opened, column } = levels[0] as Level;
  if (!opened) return undefined;
  const start = opened.rest;
  const empty = line.content === line.end;
  switch (opening(text, opened)) {
    case 'flow': {
      const flow = { start, column, path: pathOf(levels) };
      // Behind the closing bracket on its line nothing else can stand.
      const none = { part: 'none', path: flow.path } as const;
      return placeInFlow(text, flow, at) ?? (placeInFlow(text, flow, line.start) ? none : undefined);
    }
    case 'quoted': {
      const end = stringEnd(text, start, blockEnd(text, start, column));
      if (line.start > end) return undefined;
      const path = pathOf(levels);
      return at > end ? { part: 'none', path } : { part: 'value', path, word: { start, end }, indent: column };
    }
    case 'block':
      return !empty || at - line.start > column || goesOn(text, line, column)
        ? { part: 'none', path: pathOf(levels) }
        : undefined;
    case 'plain': {
      if (empty) return undefined;
      const word = { start: line.content, end: plainEnd(text, line.content, line.end) };
      const part = at < word.start || at > word.end ? 'none' : 'value';
      return { part, path: pathOf(levels), word, indent: column };
    }
    default:
      return undefined;
  }
}

/** A block text has more lines below an empty one. */
function goesOn(text: string, line: Line, column: number): boolean {
  for (let end = line.end; end < text.length; ) {
    const start = text.indexOf('\n', end) + 1;
    if (start === 0) return false;
    end = lineEnd(text, start);
    const content = skipBlanks(text, start, end);
    if (content < end) return content - start > column;
  }
  return false;
}
