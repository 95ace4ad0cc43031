// Pairs and items of YAML in flow style (`{ … }`, `[ … ]`) put in and taken out. Knows no field of a plan.
import type { CST, Node } from 'yaml';
import type { Span, TextEdit } from '../base/text';
import {
  column,
  deletion,
  insertion,
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

/** Puts pairs behind another one of a map, or in front of all. A map written one pair a line stays so. */
export function flowPairs(
  text: string,
  map: MapNode,
  before: MapPair | undefined,
  pairs: readonly string[],
): TextEdit[] {
  const [start, end] = rangeOf(map);
  const joined = pairs.join(', ');
  // A single pair in a list may go without braces: `[title: Wireframes]`.
  if (text[start] !== '{') {
    return [insertion(start, before ? '{ ' : `{ ${joined}, `), insertion(end, before ? `, ${joined} }` : ' }')];
  }
  if (before !== undefined) return flowBehind(text, pairStart(before), pairEnd(text, before), pairs);
  const [first] = map.items;
  if (first === undefined) return [insertion(start + 1, ` ${joined}${text[start + 1] === '}' ? ' ' : ''}`)];
  const at = pairStart(first);
  const alone = isBlank(text.slice(lineStart(text, at), at));
  return [insertion(at, pairs.map((pair) => pair + (alone ? `,${newLine(text, at)}` : ', ')).join(''))];
}

/** Puts items behind another one of their list. */
export function flowItems(text: string, before: Node, items: readonly string[]): TextEdit[] {
  return flowBehind(text, nodeStart(text, before), rangeOf(before)[1], items);
}

/** Behind what stands from `start` to `end`; on lines of their own when that is the only thing on its line. */
function flowBehind(text: string, start: number, end: number, added: readonly string[]): TextEdit[] {
  const alone = isBlank(text.slice(lineStart(text, start), start));
  const rest = /^([ \t]*,)?[ \t]*(?:#.*)?$/.exec(text.slice(end, lineEnd(text, end)));
  if (!alone || !rest) return [insertion(end, `, ${added.join(', ')}`)];
  const place = lineEnd(text, end);
  const line = newLine(text, start);
  const lines = line + added.join(`,${line}`);
  if (rest[1] !== undefined) return [insertion(place, `${lines},`)];
  return place === end ? [insertion(end, `,${lines}`)] : [insertion(end, ','), insertion(place, lines)];
}

function newLine(text: string, at: number): string {
  return lineEnding(text) + ' '.repeat(column(text, at));
}

/** Takes a pair and one comma away; what is written around it, comments above all, stays. */
export function removeFlowPair(text: string, map: MapNode, pair: MapPair): TextEdit[] {
  const span = { start: pairStart(pair), end: pairEnd(text, pair) };
  return removeBetween(text, span, commaBefore(pair), commaBehind(map, pair));
}

/** Takes an item of a list and one comma away; what is written around it stays. */
export function removeFlowItem(text: string, list: ListNode, index: number): TextEdit[] {
  const item = list.items[index];
  const token = list.srcToken;
  if (item === undefined || token?.type !== 'flow-collection') return [];
  const places = token.items.flatMap((entry, at) => (entry.value || entry.key || entry.sep ? [at] : []));
  const at = places[index] ?? -1;
  const span = { start: nodeStart(text, item), end: rangeOf(item)[1] };
  return removeBetween(text, span, commaIn(token.items[at]?.start), commaIn(token.items[at + 1]?.start));
}

/** Takes characters and one of the commas around them away; with their line where nothing but a comment is left on it. */
function removeBetween(
  text: string,
  { start, end }: Span,
  comma: number | undefined,
  following: number | undefined,
): TextEdit[] {
  const line = lineStart(text, start);
  const place = lineEnd(text, end);
  const rest = text.slice(following === undefined ? end : following + 1, place);
  if (
    isBlank(text.slice(line, start)) &&
    (following === undefined || following < place) &&
    /^[ \t]*(?:#.*)?$/.test(rest)
  ) {
    const gone = deletion(line, nextLine(text, end));
    return following !== undefined || comma === undefined ? [gone] : [deletion(comma, comma + 1), gone];
  }
  if (comma === undefined) return [deletion(start, following === undefined ? end : blanksBehind(text, following + 1))];
  if (isBlank(text.slice(comma + 1, start))) return [deletion(comma, end)];
  return [deletion(comma, comma + 1), deletion(start, end)];
}

function commaBefore(pair: MapPair | undefined): number | undefined {
  return commaIn(pair?.srcToken?.start);
}

function commaIn(tokens: readonly CST.SourceToken[] | undefined): number | undefined {
  return tokens?.find(({ type }) => type === 'comma')?.offset;
}

/** The comma behind a pair, which may be there even behind the last. */
function commaBehind(map: MapNode, pair: MapPair): number | undefined {
  const token = map.srcToken;
  if (token?.type !== 'flow-collection') return undefined;
  const at = pair.srcToken ? token.items.indexOf(pair.srcToken) : -1;
  return at < 0 ? undefined : commaIn(token.items[at + 1]?.start);
}

function blanksBehind(text: string, offset: number): number {
  return offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
}
