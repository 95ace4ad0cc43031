// Items of a YAML list: a new one put in, a plain text turned into a map, both in the style the list has. Knows no field of a plan.
import { isMap, isScalar, type Node, type Scalar } from 'yaml';
import type { TextEdit } from '../base/text';
import type { Source } from './spliceField';
import { flowItems } from './spliceFlow';
import { doubleQuoted, replaceScalar } from './spliceScalar';
import {
  column,
  contentEnd,
  insertion,
  isTight,
  type ListNode,
  lineBehind,
  lineEnd,
  lineEnding,
  nextLine,
  nodeStart,
  rangeOf,
} from './spliceText';

/** What a text becomes: a map with the text as `key` and with more pairs. */
interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly pairs: readonly string[];
}

/** Turns the text item at `index` into a map. */
export function itemToMap(source: Source, list: ListNode, index: number, wanted: Wanted): TextEdit[] {
  const item = list.items[index];
  if (!isScalar(item)) return [];
  const { text } = source;
  const { key, value, pairs } = wanted;
  const pair = pairs.join(', ');
  const start = nodeStart(text, item);
  const [valueStart, end] = rangeOf(item);
  const oneLine = !text.slice(start, end).includes('\n');
  if (oneLine && !list.flow && neighbourStyle(list, index) === 'block') {
    const indent = ' '.repeat(column(text, start));
    return [
      insertion(start, `${key}: `),
      lineBehind(text, end, pairs.map((one) => indent + one).join(lineEnding(text))),
    ];
  }
  const [open, close] = braces(source, list);
  if (staysInFlow(item, text.slice(valueStart, end))) {
    return [insertion(start, `${open}${key}: `), insertion(end, `, ${pair}${close}`)];
  }
  const map = `${open}${key}: ${doubleQuoted(value)}, ${pair}${close}`;
  return replaceScalar(text, item, { kind: 'bare', value: map });
}

/** Whether the characters of a value mean the same between braces. */
function staysInFlow(item: Scalar, source: string): boolean {
  if (item.type === 'QUOTE_DOUBLE' || item.type === 'QUOTE_SINGLE') return true;
  return item.type === 'PLAIN' && !/[,[\]{}]/.test(source);
}

/** How the map nearest to an item of a list is written. */
function neighbourStyle(list: ListNode, index: number): 'block' | 'flow' | undefined {
  const before = list.items.slice(0, index).findLast((item) => isMap(item));
  const neighbour = before ?? list.items.slice(index + 1).find((item) => isMap(item));
  if (neighbour === undefined) return undefined;
  return neighbour.flow ? 'flow' : 'block';
}

/** `{ ` and ` }`, or without the spaces where the list, or else the text, is written so. */
function braces(source: Source, list: ListNode | undefined): readonly [string, string] {
  const neighbour = list?.items.map((item) => isTight(source.text, item)).find((tight) => tight !== undefined);
  return (neighbour ?? source.tight) ? ['{', '}'] : ['{ ', ' }'];
}

/** Puts a map with these pairs behind an item of a list, in that item's style and with the empty line the others have between them. */
export function addItem(source: Source, list: ListNode, behind: Node, pairs: readonly string[]): TextEdit[] {
  return addMaps(source, list, behind, [pairs]);
}

/** Puts several such maps behind an item, in their order. */
export function addMaps(
  source: Source,
  list: ListNode,
  behind: Node,
  maps: readonly (readonly string[])[],
): TextEdit[] {
  const { text } = source;
  const flow = maps.map((pairs) => flowMap(source, pairs, list));
  if (list.flow || (isMap(behind) && behind.flow)) return addValues(text, list, behind, flow);
  const dash = column(text, rangeOf(list)[0]);
  const gap = gapOf(text, behind);
  return [
    itemsBehind(
      text,
      list,
      behind,
      maps.map((pairs) => blockItem(text, pairs, dash, gap)),
    ),
  ];
}

/** Puts a value of one line behind an item of a list, in the way the list is written. */
export function addValue(text: string, list: ListNode, behind: Node, value: string): TextEdit[] {
  return addValues(text, list, behind, [value]);
}

/** Puts several such values behind an item, in their order. */
export function addValues(text: string, list: ListNode, behind: Node, values: readonly string[]): TextEdit[] {
  if (list.flow) return flowItems(text, behind, values);
  const dash = ' '.repeat(column(text, rangeOf(list)[0]));
  const gap = gapOf(text, behind);
  return [
    itemsBehind(
      text,
      list,
      behind,
      values.map((value) => `${dash}-${gap}${value}`),
    ),
  ];
}

/** The blanks between a dash and its item. */
function gapOf(text: string, item: Node): string {
  return /-([ ]+)$/.exec(text.slice(0, nodeStart(text, item)).slice(-80))?.[1] ?? ' ';
}

/** Lines of new items behind another one and its comments. */
function itemsBehind(text: string, list: ListNode, behind: Node, items: readonly string[]): TextEdit {
  const end = ownCommentsEnd(text, contentEnd(text, behind), column(text, rangeOf(list)[0]));
  const atLineStart = end > 0 && text[end - 1] === '\n';
  const eol = lineEnding(text);
  const gap = spaced(text, list, behind) ? eol : '';
  return lineBehind(text, end, (atLineStart ? '' : gap) + items.join(eol + gap));
}

/** A map with these pairs as the only item of a list whose dash stands at a column. */
export function blockItem(text: string, pairs: readonly string[], dash: number, gap = ' '): string {
  const next = `${lineEnding(text)}${' '.repeat(dash + 1)}${gap}`;
  return `${' '.repeat(dash)}-${gap}${pairs.join(next)}`;
}

/** A map with these pairs in flow style, as the maps of the list or of the text are. */
export function flowMap(source: Source, pairs: readonly string[], list?: ListNode): string {
  const [open, close] = braces(source, list);
  return `${open}${pairs.join(', ')}${close}`;
}

/** Behind the comments that stand further right than the dash: they belong to the item above them. */
function ownCommentsEnd(text: string, end: number, dash: number): number {
  let behind = end;
  let line = nextLine(text, end);
  // An item that keeps its last empty lines ends where the next line begins.
  if (end > 0 && text[end - 1] === '\n') line = end;
  while (line < text.length) {
    const content = text.slice(line, lineEnd(text, line));
    const indent = content.search(/[^ \t]/);
    if (indent >= 0 && (content[indent] !== '#' || indent <= dash)) break;
    if (indent >= 0) behind = lineEnd(text, line);
    line = nextLine(text, line);
  }
  return behind;
}

/** Whether the items around this one have an empty line between them. */
function spaced(text: string, list: ListNode, behind: Node): boolean {
  const at = list.items.indexOf(behind);
  const before = list.items[at - 1];
  const after = list.items[at + 1];
  const gap = before ? [before, behind] : after ? [behind, after] : [];
  const [left, right] = gap;
  return (
    left !== undefined &&
    right !== undefined &&
    /\n[ \t]*\r?\n/.test(text.slice(contentEnd(text, left), rangeOf(right)[0]))
  );
}
