// The fields of a part of a plan's text, such as one task, read on their own. Knows no plan.
import type { Span } from '../base/text';
import { type Cell, cellOf, type Entry, entriesOf, listOf, word } from '../model/cells';
import { type Loaded, loadText } from '../model/load';

/** One value as it is written in the whole text. */
export interface Value {
  readonly name: string;
  /** The key. */
  readonly key: Span;
  readonly value: Span;
  /** What the value says when it is a single one. */
  readonly says: string | undefined;
  /** The entries of a list, or the fields of a group. */
  readonly inside: readonly Value[];
}

/**
 * The fields or entries that stand at `span`, as deep as they go; empty when nothing of the kind can be read there. A part is read by itself, which costs
 * as much as the part is long, however long the text is.
 */
export function valuesIn(text: string, span: Span): readonly Value[] {
  const column = span.start - lineStart(text, span.start);
  const loaded = loadText(' '.repeat(column) + text.slice(span.start, span.end));
  if (!loaded.document) return [];
  const part = { loaded, shift: span.start - column };
  return insideOf(part, cellOf(loaded, loaded.document.contents, undefined), 0);
}

interface Part {
  readonly loaded: Loaded;
  /** From an offset in the part to one in the text. */
  readonly shift: number;
}

/** What an alias stands for is written elsewhere, so nothing of it is here. */
function insideOf(part: Part, cell: Cell, depth: number): readonly Value[] {
  if (cell.aliased || depth > 64) return [];
  const entries = entriesOf(part.loaded, cell, []);
  if (entries) return [...entries.values()].flatMap((entry) => fieldOf(part, entry, depth));
  const items = listOf(part.loaded, cell) ?? [];
  return items.map((item) => valueIn(part, { name: '', key: item.span, value: item }, depth));
}

function fieldOf(part: Part, entry: Entry, depth: number): readonly Value[] {
  // The place of a merged field is that of the alias it comes from.
  const merged = entry.value.aliased && entry.key.start === entry.value.span.start;
  return merged ? [] : [valueIn(part, entry, depth)];
}

function valueIn(part: Part, { name, key, value }: Entry, depth: number): Value {
  return {
    name,
    key: moved(key, part.shift),
    value: moved(value.span, part.shift),
    says: value.aliased ? undefined : word(value)?.text,
    inside: insideOf(part, value, depth + 1),
  };
}

function moved({ start, end }: Span, shift: number): Span {
  return { start: start + shift, end: end + shift };
}

/** The value of a field inside the group at `span`. What is written on one line is found without reading it as YAML, which takes most of the time. */
export function ownValue(text: string, span: Span, name: string, says: string): Span | undefined {
  const part = text.slice(span.start, span.end);
  const at = part.indexOf(name);
  const between = at < 0 ? undefined : /^["']?[ \t]{0,9}:[ \t]{0,99}["']?/.exec(part.slice(at + name.length));
  if (between && at === part.lastIndexOf(name) && /^[\s{,"']?$/.test(part.slice(Math.max(0, at - 1), at))) {
    const start = at + name.length + between[0].length;
    if (part.startsWith(says, start) && /^[\s,}"']?$/.test(part.slice(start + says.length, start + says.length + 1)))
      return { start: span.start + start, end: span.start + start + says.length };
  }
  return fieldIn(valuesIn(text, span), name, says);
}

export function fieldIn(values: readonly Value[], name: string, says: string): Span | undefined {
  return values.find((value) => value.name === name && value.says === says)?.value;
}

/** Where the line of an offset begins; a byte order mark is in front of the first line. */
export function lineStart(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : start;
}
