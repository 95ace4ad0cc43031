// Where among the lines of keys and dashes an offset stands. Knows no field by its name.
import type { Span } from '../base/text';
import { below, climb, contentWithin, freeLevel, type Level, markLevel } from './whereClimb';
import { placeInFlow } from './whereFlow';
import { onFreeLine } from './whereFree';
import { kindAt, shapeOf } from './whereKinds';
import {
  blockEnd,
  isBoundary,
  type Line,
  lineAt,
  lineStart,
  nameOf,
  opening,
  plainEnd,
  skipBlanks,
  stringEnd,
} from './whereLine';
import { inOpenValue } from './whereOpen';
import { keyPlace, type Place, pathOf } from './wherePlace';

/** A place on a line with characters other than blanks. */
export function onLine(text: string, at: number, line: Line): Place {
  const { marks } = line;
  const passed = marks.filter(({ type, start }) => at > start || (at === start && type === 'key')).length;
  const mark = marks[passed - 1];
  if (!mark) return onWord(text, at, line);
  const levels = climb(text, line.start, markLevel(text, line, mark), marks.slice(0, passed - 1), line);
  const open = inOpenValue(text, at, levels, line);
  if (open) return open;
  const inner = levels[0] as Level;
  const path = pathOf(levels);
  if (mark.type === 'asked' ? at >= mark.name.start : mark.type === 'key' && at < mark.after) {
    const siblings = [...inner.names.toReversed(), ...below(text, line.end, inner).names];
    return { part: 'key', path, word: mark.name, siblings, indent: mark.column };
  }
  const tooNear = mark.type === 'asked' || (mark.type !== 'key' && at === mark.after);
  return passed < marks.length || tooNear ? { part: 'none', path } : behindMark(text, at, line, levels);
}

/** Behind the last dash or colon of a line. */
function behindMark(text: string, at: number, line: Line, levels: readonly Level[]): Place {
  const inner = levels[0] as Level;
  const path = pathOf(levels);
  const none: Place = { part: 'none', path };
  const value = { part: 'value', path, indent: inner.column, ...listParts(text, line, inner) } as const;
  const opened = opening(text, line);
  if (opened === 'block') return none;
  if (opened === 'flow') return placeInFlow(text, { start: line.rest, column: inner.column, path }, at) ?? none;
  if (opened === 'quoted') {
    const end = stringEnd(text, line.rest, blockEnd(text, line.rest, inner.column));
    return at < line.rest || at > end ? none : { ...value, word: { start: line.rest, end } };
  }
  if (opened === 'empty') {
    const after = skipBlanks(text, inner.mark?.after ?? at, line.end);
    const comment = skipBlanks(text, plainEnd(text, after, line.end), line.end);
    // An anchor or a tag stands here, whose value begins on the next line.
    const isProperty = after < line.end && text[after] !== '#';
    return isProperty || at > (text[after] === '#' ? after : comment)
      ? none
      : beginning(text, line, { ...value, word: { start: at, end: at } });
  }
  const word = wordAt(text, at, line.rest, line.end);
  return word ? beginning(text, line, { ...value, word }) : none;
}

function listParts(text: string, line: Line, level: Level): Pick<Place, 'isList' | 'entries'> {
  if (level.type !== 'item') return {};
  return { isList: true, entries: [...level.entries.toReversed(), ...below(text, line.end, level).entries] };
}

/** Behind a dash a group can begin with a key on the same line, and one without a short form can only begin so. */
function beginning(text: string, line: Line, value: Place & { readonly word: Span }): Place {
  const shape = shapeOf(kindAt(value.path));
  const { word, isList } = value;
  if (!isList || !shape || text[word.start] === '*') return value;
  const indent = word.start - line.start;
  const siblings = below(text, line.end, freeLevel(indent)).names;
  if (shape.short !== undefined) return { ...value, begins: shape, siblings };
  return keyPlace(value.path, nameOf(text, word), { word, siblings, indent });
}

/** On a line that holds no key and no dash yet, or more of a value from above. */
function onWord(text: string, at: number, line: Line): Place {
  const sign = text[line.content] ?? '';
  const column = line.content - line.start + (sign === '}' || sign === ']' ? 1 : 0);
  const levels = climb(text, line.start, freeLevel(column), []);
  const open = inOpenValue(text, at, levels, line);
  if (open) return open;
  const word = wordOn(text, at, line);
  if (!word || line.marks.length > 0 || '#]}'.includes(sign)) return { part: 'none', path: pathOf(levels.slice(1)) };
  return onFreeLine({ text, at, line, word }, levels);
}

export function onEmptyLine(text: string, at: number, line: Line): Place {
  const above = contentAbove(text, line.start);
  if (above) {
    const mark = above.marks.at(-1);
    const inner = mark ? markLevel(text, above, mark) : freeLevel(above.content - above.start + 1);
    const open = inOpenValue(text, at, climb(text, above.start, inner, above.marks.slice(0, -1), above), line);
    if (open) return open;
  }
  const levels = climb(text, line.start, freeLevel(at - line.start), []);
  return onFreeLine({ text, at, line, word: { start: at, end: at } }, levels);
}

/** The next line above that has more than blanks and a comment. */
function contentAbove(text: string, from: number): Line | undefined {
  const first = lineStart(text, 0);
  for (let start = from; start > first; ) {
    start = lineStart(text, start - 1);
    if (isBoundary(text, start)) return undefined;
    const content = contentWithin(text, start, Number.POSITIVE_INFINITY);
    if (content !== undefined) return lineAt(text, content);
  }
  return undefined;
}

/** What stands on a line without a key and a dash. */
function wordOn(text: string, at: number, { content: start, end }: Line): Span | undefined {
  const opened = opening(text, { rest: start, end });
  if (opened !== 'quoted' && opened !== 'flow') return wordAt(text, at, start, end);
  return at < start ? undefined : { start, end: opened === 'quoted' ? stringEnd(text, start, end) : end };
}

/** A plain word, with the blanks up to the offset behind it as in `next month` half typed; `undefined` before it and in a comment. */
function wordAt(text: string, at: number, start: number, limit: number): Span | undefined {
  if (at < start) return undefined;
  const end = plainEnd(text, start, limit);
  if (at <= end) return { start, end };
  return at <= skipBlanks(text, end, limit) ? { start, end: at } : undefined;
}
