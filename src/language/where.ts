// Where in a plan's text an offset stands, in text that may be half typed or broken: by indentation and brackets alone. Knows no YAML tree.
import type { Span } from '../base/text';
import type { KindData, Shape } from '../model/kinds';
import { onEmptyLine, onLine } from './whereBlock';
import { placeInFlow } from './whereFlow';
import { kindAt, shapeOf } from './whereKinds';
import { isBoundary, lineAt, lineEnd, lineStart, skipBlanks } from './whereLine';
import type { Path, Place } from './wherePlace';

export interface Where {
  /** `none` is where nothing of the format can stand: in a comment, a block text, before a dash, behind a complete value. */
  readonly part: 'key' | 'value' | 'none';
  /** Keys and positions from the top of the file to the key or value; that of the group around it where no key is written yet. */
  readonly path: Path;
  /** The path of the innermost group or list around it. */
  readonly group: Path;
  /** The innermost group of fields around it; `undefined` in `people` and in what the format does not know. */
  readonly shape: Shape | undefined;
  /** The key at the place or, of a value, the key it stands under, also through a list. */
  readonly field: string | undefined;
  /** Of a value, what is expected here; of a key, what is expected behind it. */
  readonly kind: KindData | undefined;
  /** Of a value: the group that can be written here as well, by a key on this line. */
  readonly begins: Shape | undefined;
  /** The key or value as it is written so far, with its quotation marks; empty at the offset where nothing is. Of a value over several lines, this line. */
  readonly word: Span;
  /** The other keys of the group, as far as they are written. */
  readonly siblings: readonly string[];
  /** In a list: what the other entries are, as written, the first line of each. */
  readonly entries: readonly string[];
  readonly inList: boolean;
  /** An entry of a list that needs a dash before it. */
  readonly needsDash: boolean;
  /** In brackets. */
  readonly flow: boolean;
  /** Characters before the keys of the group or the dashes of the list; in brackets, the fewest before a line. */
  readonly indent: number;
}

/** Looks at no more lines than it needs: those above that are around the offset, and those beside it. Never throws. */
export function whereAt(text: string, offset: number): Where {
  const within = Math.max(lineStart(text, 0), Math.min(text.length, Math.trunc(offset) || 0));
  const at = within > 0 && text.startsWith('\r\n', within - 1) ? within - 1 : within;
  return complete(text, at, inRootBrackets(text, at) ?? onOwnLine(text, at));
}

function onOwnLine(text: string, at: number): Place {
  const line = lineAt(text, at);
  if (isBoundary(text, line.start) || text[line.start] === '%') return { part: 'none', path: [] };
  return line.content === line.end ? onEmptyLine(text, at, line) : onLine(text, at, line);
}

/** A file may be one pair of brackets, as JSON is, whose lines need no indentation. */
function inRootBrackets(text: string, at: number): Place | undefined {
  for (let start = lineStart(text, 0); start <= at; ) {
    const end = lineEnd(text, start);
    const isBegin = isBoundary(text, start);
    const content = skipBlanks(text, start + (isBegin ? 3 : 0), end);
    if (text[content] === '{' || text[content] === '[') {
      const flow = at > content ? placeInFlow(text, { start: content, column: -1, path: [] }, at) : undefined;
      return flow ?? { part: 'none', path: [] };
    }
    if (content < end && !isBegin && !'#%'.includes(text[content] ?? '')) return undefined;
    start = text.indexOf('\n', end) + 1 || text.length + 1;
  }
  return undefined;
}

/** No plan that is read lies deeper, and no path is followed further. */
const deepest = 99;

function complete(text: string, at: number, place: Place): Where {
  const { path, group = path.slice(0, -1), word = { start: at, end: at } } = place;
  const part = path.length > deepest ? 'none' : place.part;
  const named = part !== 'key' || group.length < path.length;
  const field = named ? path.findLast((step) => typeof step === 'string') : undefined;
  const holder = part === 'key' ? group : path.slice(0, Math.max(0, path.lastIndexOf(field ?? '')));
  const entries = (place.entries ?? []).filter(({ start, end }) => at < start || at > end);
  return {
    part,
    path,
    group,
    shape: shapeOf(kindAt(holder)),
    field: typeof field === 'string' ? field : undefined,
    kind: named ? kindAt(path) : undefined,
    begins: place.begins,
    word,
    siblings: place.siblings ?? [],
    entries: entries.map(({ start, end }) => text.slice(start, end)),
    inList: place.isList ?? false,
    needsDash: place.needsDash ?? false,
    flow: place.flow ?? false,
    indent: place.indent ?? 0,
  };
}
