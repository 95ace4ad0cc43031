// Proofs that an edited text says what was intended and nothing else. Knows no change and no field.
import { isAlias, isCollection, isPair, isScalar, Lexer } from 'yaml';
import type { TextEdit } from '../base/text';
import type { Loaded } from './load';
import type { Plan } from './plan';
import { contentEnd, isBlank, lineStart, rangeOf } from './spliceText';

/** Whether two plans have the same values; a field that is absent is the same as one without a value. */
export function samePlan(left: Plan, right: Plan): boolean {
  return same(left, right);
}

/** Plans are nested at most 64 deep, as the texts they are read from. */
function same(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return Object.is(left, right);
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const mine = new Map(Object.entries(left).filter(([, value]) => value !== undefined));
  const theirs = Object.entries(right).filter(([, value]) => value !== undefined);
  return mine.size === theirs.length && theirs.every(([name, value]) => mine.has(name) && same(mine.get(name), value));
}

/**
 * Whether everything outside the edits still is what it was: every comment, every value under the same fields, unknown fields included, and nothing
 * came in elsewhere. The plan alone would not show a lost comment or a value that moved under a field nobody reads.
 */
export function sameElsewhere(before: Loaded, after: Loaded, edits: readonly TextEdit[]): boolean {
  const moves = shifts(edits);
  const old = leavesOf(before);
  const expected = old.flatMap((leaf) => moved(leaf, edits, moves));
  // A comment may go with the value it stands beside, but one on a line of its own belongs to nobody's change.
  if (expected.filter(({ alone }) => alone).length < old.filter(({ alone }) => alone).length) return false;
  const inserted = edits.map(({ span, text }, at) => ({ start: span.start + (moves[at] ?? 0), length: text.length }));
  const isNew = (leaf: Leaf) => inserted.some(({ start, length }) => leaf.start < start + length && leaf.end > start);
  const kept = new Map<number, Leaf>();
  for (const leaf of leavesOf(after)) if (!isNew(leaf)) kept.set(leaf.start, leaf);
  return expected.length === kept.size && expected.every((leaf) => sameLeaf(leaf, kept.get(leaf.start)));
}

/** A value, a key, an alias or a comment. */
interface Leaf {
  readonly start: number;
  readonly end: number;
  /** The names of the fields it lies in, and what it says. */
  readonly path: string;
  readonly says: string;
  /** A comment on a line of its own. */
  readonly alone?: boolean;
  /** An edit stands right beside it, as when a text becomes a field of a map. */
  readonly beside?: boolean;
}

function sameLeaf(expected: Leaf, found: Leaf | undefined): boolean {
  if (found?.says !== expected.says) return false;
  return expected.beside === true || found.path === expected.path;
}

/** How far the edits before each one, and at last all of them, move what comes behind. Edits are in order. */
function shifts(edits: readonly TextEdit[]): readonly number[] {
  const result = [0];
  let shift = 0;
  for (const { span, text } of edits) {
    shift += text.length - (span.end - span.start);
    result.push(shift);
  }
  return result;
}

/** Where a leaf must be found after the edits; nowhere when one of them goes through it. */
function moved(leaf: Leaf, edits: readonly TextEdit[], moves: readonly number[]): readonly Leaf[] {
  const at = edits.findIndex(({ span }) => span.end > leaf.start);
  const next = edits[at];
  if (next && next.span.start < leaf.end) return [];
  const count = at < 0 ? edits.length : at;
  const shift = moves[count] ?? 0;
  const beside = edits[count - 1]?.span.end === leaf.start || next?.span.start === leaf.end;
  return [{ ...leaf, start: leaf.start + shift, end: leaf.end + shift, beside }];
}

function leavesOf({ document, text }: Loaded): readonly Leaf[] {
  const found: Leaf[] = [];
  if (document) collect(text, document.contents, '', found);
  collectComments(text, found);
  return found;
}

/** Loaded texts are nested at most 64 deep. */
function collect(text: string, node: unknown, path: string, found: Leaf[]): void {
  if (isCollection(node)) {
    for (const item of node.items) {
      if (!isPair(item)) {
        collect(text, item, path, found);
        continue;
      }
      collect(text, item.key, path, found);
      collect(text, item.value, `${path}/${isScalar(item.key) ? item.key.source : ''}`, found);
    }
    return;
  }
  if (!isScalar(node) && !isAlias(node)) return;
  const [start] = rangeOf(node);
  const end = contentEnd(text, node);
  // Nothing is written for an empty value, so nothing can be lost.
  if (end === start) return;
  const says = isAlias(node) ? `*${node.source}` : JSON.stringify([node.source, node.type, node.anchor, node.tag]);
  found.push({ start, end, path, says });
}

/** Before the characters of a value, which may begin with `#` too, the lexer gives this sign. */
const scalarSign = '\u001f';
const signs = new Set(['\u0002', '\u0018', scalarSign]);

function collectComments(text: string, found: Leaf[]): void {
  let start = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== scalarSign) {
      const alone = isBlank(text.slice(lineStart(text, start), start));
      found.push({ start, end: start + token.length, path: '#', says: token, alone });
    }
    before = token;
    if (!signs.has(token)) start += token.length;
  }
}
