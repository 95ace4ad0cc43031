// Lines and ends of YAML nodes in a text, for edits that touch nothing else. Knows no field of a plan.
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Range,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextEdit } from '../base/text';

export type MapNode = YAMLMap<Node, Node | null>;
export type MapPair = Pair<Node, Node | null>;
export type ListNode = YAMLSeq<Node>;

/** The line end the text uses, `\n` where it has none. */
export function lineEnding(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line of an offset begins; a byte order mark is in front of the first line. */
export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, offset) : start;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** How far an offset is from the beginning of its line. */
export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

export function deletion(start: number, end: number): TextEdit {
  return { span: { start, end }, text: '' };
}

/** Start, end of the value, end with what follows on its line. Every node that was read from a text has one. @throws TypeError for a made node. */
export function rangeOf(node: Node): Range {
  if (!node.range) throw new TypeError('A node without a place in the text');
  return node.range;
}

/** Where the item of a list begins, with its anchor and tag. */
export function nodeStart(text: string, item: Node): number {
  const [start] = rangeOf(item);
  const before = text.slice(Math.max(0, start - 300), start);
  return start - (/(?:[&!][^\s,[\]{}]*\s+)+$/.exec(before)?.[0].length ?? 0);
}

/** Where a pair begins, with the anchor, tag or `?` in front of its key. */
export function pairStart(pair: MapPair): number {
  const tokens = pair.srcToken?.start ?? [];
  const first = tokens.find(({ type }) => type === 'anchor' || type === 'tag' || type === 'explicit-key-ind');
  return first ? first.offset : rangeOf(pair.key)[0];
}

/** Where the characters of a pair end, without a comment behind them. */
export function pairEnd(text: string, pair: MapPair): number {
  return contentEnd(text, pair.value ?? pair.key);
}

/**
 * Where the characters of a node end: without the comment behind it and without the empty lines that are no content. Only a block
 * text that keeps its last lines (`|+`) ends at the beginning of the line after it.
 */
export function contentEnd(text: string, node: Node): number {
  let last: Node = node;
  while (isCollection(last) && !last.flow) {
    const item: unknown = last.items.at(-1);
    const inner = isPair<Node, Node | null>(item) ? (item.value ?? item.key) : (item as Node | undefined);
    if (!inner) break;
    last = inner;
  }
  const [start, end] = rangeOf(last);
  if (!isScalar(last) || !isBlockText(last.type)) return end;
  return keepsLines(text, start) ? end : blockTextEnd(text, last);
}

/** Whether a block text keeps the empty lines at its end (`|+`). */
function keepsLines(text: string, start: number): boolean {
  return /^[|>]\d?\+/.test(text.slice(start, start + 3));
}

/** Where the last line with content of a block text ends. Blanks are content where they are indented further than the text or hold a tab. */
export function blockTextEnd(text: string, scalar: Scalar): number {
  const [start, end] = rangeOf(scalar);
  const signs = /^[|>][-+0-9]*/.exec(text.slice(start, start + 3))?.[0] ?? '';
  const first = nextLine(text, start);
  const trimmed = start + text.slice(start, end).trimEnd().length;
  if (trimmed < first) return start + signs.length;
  const given = /\d/.exec(signs)?.[0];
  const token = scalar.srcToken;
  const around = token && 'indent' in token ? token.indent : 0;
  const indent = given === undefined ? indentOf(text, first, end) : around + Number(given);
  let last = trimmed;
  for (let line = nextLine(text, trimmed); line < end; line = nextLine(text, line)) {
    const blanks = text.slice(line, lineEnd(text, line));
    if (blanks.length > indent || blanks.includes('\t')) last = line + blanks.length;
  }
  return last;
}

/** The indentation of the first line between two offsets that is more than spaces. */
function indentOf(text: string, from: number, to: number): number {
  for (let line = from; line < to; line = nextLine(text, line)) {
    const content = text.slice(line, lineEnd(text, line));
    const indent = content.search(/[^ ]/);
    if (indent >= 0) return indent;
  }
  return 0;
}

export function isBlockText(type: unknown): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
}

/** Puts a line behind the one on which `end` stands, or at `end` itself where that is the beginning of a line. */
export function lineBehind(text: string, end: number, line: string): TextEdit {
  const eol = lineEnding(text);
  if (end > 0 && end === lineStart(text, end) && text[end - 1] === '\n') return insertion(end, line + eol);
  return insertion(lineEnd(text, end), eol + line);
}

/** Whether a map is written `{a: 1}` and not `{ a: 1 }`; `undefined` for one that is neither. */
export function isTight(text: string, node: unknown): boolean | undefined {
  if (!isMap(node) || !node.flow || !node.range) return undefined;
  const sign = text.slice(node.range[0], node.range[0] + 2);
  return /^\{[^\s}]/.test(sign) ? true : /^\{ /.test(sign) ? false : undefined;
}
