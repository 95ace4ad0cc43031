// What can begin on a line that holds no key and no dash yet. Knows the lines around it only by their columns.
import type { Span } from '../base/text';
import { below, climb, freeLevel, type Level } from './whereClimb';
import { placeInFlow } from './whereFlow';
import { kindAt, shapeOf } from './whereKinds';
import { blockEnd, type Line, lineAt, nameOf, opening, stringEnd } from './whereLine';
import { keyPlace, type Path, type Place, pathOf } from './wherePlace';

/** An empty line, or one with the beginning of a key or a value. */
export interface FreeLine {
  readonly text: string;
  readonly at: number;
  readonly line: Line;
  readonly word: Span;
}

export function onFreeLine(free: FreeLine, levels: readonly Level[]): Place {
  const { text, line, word } = free;
  const own = levels[0] as Level;
  const group = pathOf(levels.slice(1));
  const parent = levels[1];
  if (own.type === 'key') {
    const siblings = [...own.names.toReversed(), ...below(text, line.end, own).names];
    return keyPlace(group, nameOf(text, word), { word, siblings, indent: own.column });
  }
  if (own.index > 0) return newEntry(free, own, group);
  if (!parent) {
    const siblings = below(text, line.end, own).names;
    return keyPlace([], nameOf(text, word), { word, siblings, indent: own.column });
  }
  const column = columnInside(text, parent, line);
  if (column === undefined || column === own.column) return firstChild(free, own, levels.slice(1));
  // Indented more or less than its neighbours: what is typed here is most likely meant to stand beside them.
  const beside = climb(text, line.start, freeLevel(column), []);
  const settled = beside[0]?.type === 'key' || (beside[0]?.index ?? 0) > 0;
  return settled ? onFreeLine(free, beside) : { part: 'none', path: group };
}

/** A new entry of a list whose dashes stand in this column. */
function newEntry({ text, line, word }: FreeLine, own: Level, group: Path): Place {
  const entries = [...own.entries.toReversed(), ...below(text, line.end, { ...own, type: 'item' }).entries];
  const path = [...group, own.index];
  return { part: 'value', path, group, word, entries, isList: true, needsDash: true, indent: own.column };
}

/** The column of what stands in the value of a level above `line`; that of the level itself where its value is complete. */
function columnInside(text: string, { line: above, mark, column }: Level, line: Line): number | undefined {
  if (!above || !mark) return undefined;
  const next = above.marks[above.marks.indexOf(mark) + 1];
  if (next) return next.column;
  if (opening(text, above) !== 'empty') return column;
  for (let end = above.end; end < line.start; ) {
    const child = lineAt(text, text.indexOf('\n', end) + 1);
    if (child.start >= line.start) return undefined;
    if (child.content < child.end && text[child.content] !== '#') return child.content - child.start;
    end = child.end;
  }
  return undefined;
}

/** The first line of a value: it decides whether the value is a group, a list or a word. */
function firstChild({ text, at, line, word }: FreeLine, own: Level, around: readonly Level[]): Place {
  const path = pathOf(around);
  const kind = kindAt(path);
  const shape = shapeOf(kind);
  const isEmpty = word.start === word.end;
  const opened = isEmpty ? 'empty' : opening(text, { rest: line.content, end: line.end });
  const column = around[0]?.column ?? 0;
  if (opened === 'flow') return placeInFlow(text, { start: line.content, column, path }, at) ?? { part: 'none', path };
  if (opened === 'quoted') {
    const end = stringEnd(text, line.content, blockEnd(text, line.content, column));
    return { part: at > end ? 'none' : 'value', path, word: { start: line.content, end }, indent: own.column };
  }
  if (kind?.is === 'people' || (shape && (isEmpty || shape.short === undefined))) {
    const siblings = below(text, line.end, own).names;
    return keyPlace(path, nameOf(text, word), { word, siblings, indent: own.column });
  }
  if (kind?.is === 'milestones' || (kind?.is === 'list' && !(kind.alone && !isEmpty)))
    return newEntry({ text, at, line, word }, own, path);
  return { part: 'value', path, word, begins: shape, indent: own.column };
}
