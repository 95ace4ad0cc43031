// The smallest edits of whatever stands at a place of a text: a field, an entry of a list, a new field beside others. Knows no field of a plan.
import { isCollection, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { Span, TextEdit } from '../base/text';
import type { Edited } from './editTarget';
import { addPairs, type Field, lastOf, removePair, setFields } from './spliceField';
import { removeFlowItem } from './spliceFlow';
import { fresh } from './spliceScalar';
import {
  column,
  contentEnd,
  deletion,
  isBlank,
  type ListNode,
  lineEnd,
  lineEnding,
  lineStart,
  type MapNode,
  type MapPair,
  nextLine,
  nodeStart,
  pairEnd,
  pairStart,
  rangeOf,
} from './spliceText';

/** One step of the way from the top of a text to a place in it. */
export type Step =
  | { readonly is: 'field'; readonly name: string; readonly map: MapNode; readonly pair: MapPair }
  | { readonly is: 'entry'; readonly list: ListNode; readonly index: number; readonly item: Node };

export type FieldStep = Extract<Step, { is: 'field' }>;
export type EntryStep = Extract<Step, { is: 'entry' }>;

/** The fields and entries around an offset, from the outside in; nothing where an alias shows the place elsewhere too. */
export function pathAt({ document, shared, text }: Edited, offset: number): readonly Step[] {
  const path: Step[] = [];
  let node: unknown = document.contents;
  while (isCollection(node)) {
    if (shared.has(node as Node)) return [];
    const step = isMap<Node, Node | null>(node) ? fieldIn(text, node, offset) : entryIn(text, node, offset);
    if (!step) return path;
    path.push(step);
    node = step.is === 'field' ? (offset < rangeOf(step.pair.key)[1] ? undefined : step.pair.value) : step.item;
  }
  return path;
}

function fieldIn(text: string, map: MapNode, offset: number): Step | undefined {
  const pair = map.items.find((each) => pairStart(each) <= offset && offset <= pairEnd(text, each));
  if (!pair) return undefined;
  return { is: 'field', map, pair, name: nameOf(pair) };
}

function entryIn(text: string, node: unknown, offset: number): Step | undefined {
  if (!isSeq<Node>(node)) return undefined;
  const index = node.items.findIndex((item) => nodeStart(text, item) <= offset && offset <= contentEnd(text, item));
  const item = node.items[index];
  // `[title: Wireframes]` is a map without braces.
  return item && !isPair(item) ? { is: 'entry', list: node, index, item } : undefined;
}

function nameOf({ key }: MapPair): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

/** The map that begins at an offset; `undefined` where there is none or an alias shows it elsewhere too. */
export function mapAt(source: Edited, start: number): MapNode | undefined {
  const path = pathAt(source, start);
  const around: unknown[] = [
    source.document.contents,
    ...path.map((step) => (step.is === 'entry' ? step.item : step.pair.value)),
  ];
  const found = around.find((node) => isMap(node) && rangeOf(node)[0] === start);
  return isMap<Node, Node | null>(found) && !source.shared.has(found) ? found : undefined;
}

/** The map at the top of the text. */
export function topMap({ document, shared }: Edited): MapNode | undefined {
  const top = document.contents;
  return isMap<Node, Node | null>(top) && !shared.has(top) ? top : undefined;
}

/** Every pair of a map with this name, in the order of the text. */
export function pairsOf(map: MapNode, name: string): readonly MapPair[] {
  return map.items.filter((pair) => nameOf(pair) === name);
}

export function keySpan({ key }: MapPair): Span {
  const [start, end] = rangeOf(key);
  return { start, end };
}

/** The map a field holds. */
export function mapIn(source: Edited, { value }: MapPair): MapNode | undefined {
  return isMap<Node, Node | null>(value) && !source.shared.has(value) ? value : undefined;
}

/** Writes single values into a map; `undefined` where it has something else in their place. */
export function writeFields(source: Edited, map: MapNode, fields: readonly Field[]): readonly TextEdit[] | undefined {
  const edits = setFields(source, map, fields);
  return 'obstacle' in edits ? undefined : edits;
}

/** Takes a field away, whatever its value is. */
export function withoutField({ text }: Edited, { map, pair }: Pick<FieldStep, 'map' | 'pair'>): readonly TextEdit[] {
  return removePair(text, map, pair);
}

/** Takes an entry of a list away; `undefined` where it does not stand on lines or between commas of its own. */
export function withoutEntry({ text }: Edited, { list, index, item }: EntryStep): readonly TextEdit[] | undefined {
  if (list.flow) return removeFlowItem(text, list, index);
  const token = list.srcToken;
  const dash =
    token?.type === 'block-seq' ? token.items[index]?.start.find(({ type }) => type === 'seq-item-ind') : undefined;
  if (!dash) return undefined;
  const line = lineStart(text, dash.offset);
  if (!isBlank(text.slice(line, dash.offset))) return undefined;
  const end = lineEnd(text, contentEnd(text, item));
  const next = nextLine(text, end);
  if (next > end) return [deletion(line, next)];
  return [deletion(line === 0 ? 0 : lineEnd(text, lineStart(text, line - 1)), end)];
}

/** A new field as it is to be written. */
export interface NewField {
  readonly name: string;
  /** The fields it conventionally comes after; else it becomes the first. */
  readonly after: readonly string[];
  /** Behind the name, on its line. */
  readonly inline: string;
  /** Below the name instead, one each, where the map stands on lines. */
  readonly lines?: readonly string[];
}

/** A list of texts as the value of a new field. */
export function listOfTexts(texts: readonly string[]): Pick<NewField, 'inline' | 'lines'> {
  const entries = texts.map((value) => fresh({ kind: 'text', value }));
  return { inline: `[${entries.join(', ')}]`, lines: entries.map((entry) => `- ${entry}`) };
}

/** Puts a field that is not there yet into a map, in the map's style. */
export function withField({ text }: Edited, map: MapNode, field: NewField): readonly TextEdit[] | undefined {
  const { inline, lines } = field;
  const [first] = map.items;
  const name = fresh({ kind: 'text', value: field.name });
  if (!first || pairsOf(map, field.name).length > 0) return undefined;
  const before = lastOf(map, field.after);
  if (map.flow || !lines) return addPairs(text, map, before, [`${name}: ${inline}`]);
  const eol = `${lineEnding(text)}${' '.repeat(column(text, pairStart(first)) + listIndent(text, map))}`;
  return addPairs(text, map, before, [`${name}:${lines.map((line) => eol + line).join('')}`]);
}

/** How far the lists of a map are indented; 2 where it has none. */
function listIndent(text: string, map: MapNode): number {
  for (const { key, value } of map.items) {
    if (isSeq(value) && !value.flow) return column(text, rangeOf(value)[0]) - column(text, rangeOf(key)[0]);
  }
  return 2;
}
