// One field of a YAML map written, replaced or taken away with the fewest characters. Knows maps and texts, and no field of a plan.
import { isScalar, type Node } from 'yaml';
import type { TextEdit } from '../base/text';
import { flowPairs, removeFlowPair } from './spliceFlow';
import { fresh, replaceScalar, type Written } from './spliceScalar';
import {
  column,
  deletion,
  insertion,
  isBlank,
  lineBehind,
  lineEnd,
  lineEnding,
  lineStart,
  type MapNode,
  type MapPair,
  nextLine,
  pairEnd,
  pairStart,
  rangeOf,
} from './spliceText';

/** A text with the nodes that aliases stand for, which are never edited: a change there would show in more than one place. */
export interface Source {
  readonly text: string;
  readonly shared: ReadonlySet<Node>;
  /** Maps in braces are written `{a: 1}` and not `{ a: 1 }`. */
  readonly tight: boolean;
}

export interface Field {
  readonly name: string;
  readonly written: Written;
  /** The fields it conventionally comes after, where it is not there yet; else it becomes the first. */
  readonly after: readonly string[];
}

/** Why a field cannot be edited. `shared`: an alias, or what aliases stand for. `twice`: written twice. `unexpected`: no single value. */
type Obstacle = 'shared' | 'twice' | 'unexpected';

export interface Refused {
  readonly obstacle: Obstacle;
  /** The field. */
  readonly name: string;
}

/** Writes fields into a map, whether they are there or not. */
export function setFields(source: Source, map: MapNode, fields: readonly Field[]): TextEdit[] | Refused {
  const edits: TextEdit[] = [];
  const missing = new Map<MapPair | undefined, string[]>();
  for (const field of fields) {
    const found = ownPair(source, map, field.name);
    if (typeof found === 'string') return { obstacle: found, name: field.name };
    const value = found?.value;
    if (value && !isScalar(value)) return { obstacle: 'unexpected', name: field.name };
    if (value) edits.push(...replaceScalar(source.text, value, field.written));
    else if (found) edits.push(answer(source.text, map, found, field));
    else collect(missing, lastOf(map, field.after), newPair(field));
  }
  for (const [before, pairs] of missing) edits.push(...addPairs(source.text, map, before, pairs));
  return edits;
}

/** A value that begins on the next line stands without a blank behind the `:`. */
function newPair({ name, written }: Field): string {
  const value = fresh(written);
  return `${name}:${/^\r?\n/.test(value) ? '' : ' '}${value}`;
}

/** New fields that come to the same place are written together, in their order. */
function collect(missing: Map<MapPair | undefined, string[]>, before: MapPair | undefined, pair: string): void {
  const pairs = missing.get(before);
  if (pairs) pairs.push(pair);
  else missing.set(before, [pair]);
}

/** Takes a field away, with its line or its comma; nothing where it is not there. */
export function removeField(source: Source, map: MapNode, name: string): TextEdit[] | Refused {
  const found = ownPair(source, map, name);
  if (typeof found === 'string') return { obstacle: found, name };
  if (found === undefined) return [];
  return removePair(source.text, map, found);
}

/** Takes a pair away, whatever its value is. */
export function removePair(text: string, map: MapNode, pair: MapPair): TextEdit[] {
  return map.flow ? removeFlowPair(text, map, pair) : removeLine(text, map, pair);
}

/** The pair of a name: none, one that may be edited, or why it may not. */
function ownPair(source: Source, map: MapNode, name: string): MapPair | Obstacle | undefined {
  const pairs = map.items.filter(({ key }) => isScalar(key) && key.value === name);
  const [pair] = pairs;
  if (pair === undefined) return undefined;
  if (pairs.length > 1) return 'twice';
  if (source.shared.has(pair.key)) return 'shared';
  if (pair.value === null) return pair;
  if (source.shared.has(pair.value)) return 'shared';
  if (isScalar(pair.value)) return pair;
  return 'items' in pair.value ? 'unexpected' : 'shared';
}

/** Puts pairs, as they are to be written, behind another one of a map or in front of all. */
export function addPairs(
  text: string,
  map: MapNode,
  before: MapPair | undefined,
  pairs: readonly string[],
): TextEdit[] {
  if (map.flow) return flowPairs(text, map, before, pairs);
  const [first] = map.items;
  if (first === undefined) return [];
  const eol = lineEnding(text) + ' '.repeat(column(text, pairStart(first)));
  if (before === undefined) return [insertion(pairStart(first), pairs.map((pair) => pair + eol).join(''))];
  return [
    lineBehind(
      text,
      pairEnd(text, before),
      pairs
        .map((pair) => eol + pair)
        .join('')
        .slice(lineEnding(text).length),
    ),
  ];
}

/** The last pair of a map that has one of these names. */
export function lastOf(map: MapNode, names: readonly string[]): MapPair | undefined {
  return map.items.findLast(({ key }) => isScalar(key) && typeof key.value === 'string' && names.includes(key.value));
}

/** Gives a value to a key that has not even a `:`. */
function answer(text: string, map: MapNode, pair: MapPair, field: Field): TextEdit {
  const value = fresh(field.written);
  const end = rangeOf(pair.key)[1];
  if (map.flow) return insertion(end, `: ${value}`);
  return lineBehind(text, end, `${' '.repeat(column(text, pairStart(pair)))}: ${value}`);
}

function removeLine(text: string, map: MapNode, pair: MapPair): TextEdit[] {
  const start = pairStart(pair);
  const line = lineStart(text, start);
  const end = lineEnd(text, pairEnd(text, pair));
  if (!isBlank(text.slice(line, start))) return removeBesideDash(text, map, pair);
  const next = nextLine(text, end);
  const [head, tail] = aroundComments(text, pair);
  const before = head === undefined ? [] : [deletion(line, nextLine(text, head))];
  const from = tail ?? line;
  if (next > end) return [...before, deletion(from, next)];
  // The last line of a text without a final line end takes the line end before it along, so that there is none again.
  return [...before, deletion(from === 0 ? 0 : lineEnd(text, lineStart(text, from - 1)), end)];
}

/** Where the lines above the first comment line inside a pair end, and where those below the last one begin; nothing where there is none. */
function aroundComments(text: string, pair: MapPair): readonly [number, number] | readonly [] {
  if (!pair.value) return [];
  const start = pairStart(pair);
  const value = lineStart(text, rangeOf(pair.value)[0]);
  let first: number | undefined;
  let last = start;
  for (let line = nextLine(text, start); line < value; line = nextLine(text, line)) {
    if (!/^[ \t]*#/.test(text.slice(line, lineEnd(text, line)))) continue;
    first ??= line;
    last = nextLine(text, line);
  }
  return first === undefined ? [] : [lineEnd(text, lineStart(text, first - 1)), last];
}

/** The first key stands beside its dash: the next one moves up, or comes on its own line when a comment is in between. */
function removeBesideDash(text: string, map: MapNode, pair: MapPair): TextEdit[] {
  const start = pairStart(pair);
  const end = pairEnd(text, pair);
  const next = map.items[map.items.indexOf(pair) + 1];
  const dash = text.slice(0, start).trimEnd().length;
  const [head, tail] = aroundComments(text, pair);
  if (head !== undefined && tail !== undefined && next)
    return [deletion(dash, head), deletion(tail, nextLine(text, end))];
  if (next === undefined) return [{ span: { start, end }, text: '{}' }];
  if (isBlank(text.slice(lineEnd(text, end), pairStart(next)))) return [deletion(start, pairStart(next))];
  return [deletion(dash, lineEnd(text, end))];
}
