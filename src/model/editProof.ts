// Proofs that an edited text says what was intended and nothing else. Knows no change and no field.
import { type Alias, isAlias, isCollection, isPair, isScalar, type Scalar } from 'yaml';
import type { TextEdit } from '../base/text';
import type { Loaded } from './load';
import type { Plan } from './plan';
import { blockTextEnd, contentEnd, isBlank, isBlockText, lineStart, rangeOf } from './spliceText';

/** Whether two plans have the same values; a field that is absent is the same as one without a value. */
export function samePlan(left: Plan, right: Plan): boolean {
  return same(left, right);
}

/** Plans are nested at most 64 deep, as the texts they are read from. */
function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  for (const name of Object.keys(left)) if (!same(left[name], own(right, name))) return false;
  return Object.keys(right).every((name) => right[name] === undefined || own(left, name) !== undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * Whether everything outside the edits still is what it was: every comment, every value under the same fields, unknown fields included, and nothing
 * came in elsewhere. The plan alone would not show a lost comment or a value that moved under a field nobody reads.
 */
export function sameElsewhere(before: Loaded, after: Loaded, edits: readonly TextEdit[]): boolean {
  const moves = shifts(edits);
  const kept = new Map<number, Leaf>();
  const inserted = edits.map(({ span, text }, at) => ({ start: span.start + (moves[at] ?? 0), length: text.length }));
  const isNew = (leaf: Leaf) => inserted.some(({ start, length }) => leaf.start < start + length && leaf.end > start);
  for (const leaf of leavesOf(after)) if (!isNew(leaf)) kept.set(leaf.start, leaf);
  let found = 0;
  for (const leaf of leavesOf(before)) {
    const place = placeAfter(leaf, edits, moves);
    if (place) {
      const now = kept.get(place.start);
      if (!now || !sameLeaf(leaf, now, place.beside)) return false;
      found++;
    } else if (leaf.alone) {
      // A comment may go with the value it stands beside, but one on a line of its own belongs to nobody's change.
      return false;
    }
  }
  return found === kept.size;
}

/** A value, a key, an alias or a comment. */
interface Leaf {
  readonly start: number;
  readonly end: number;
  /** The field it lies in; `undefined` for a comment, which belongs to no field. */
  readonly field: Field | undefined;
  /** What it says; a comment as it is written. */
  readonly says: Scalar | Alias | string;
  /** A comment on a line of its own. */
  readonly alone?: boolean;
}

/** The name of a field and the one around it. Not a joined text: making one for each value takes longer than all comparing. */
interface Field {
  readonly name: string;
  readonly around: Field | undefined;
}

function sameLeaf(before: Leaf, after: Leaf, beside: boolean): boolean {
  return saySame(before.says, after.says) && (beside || sameField(before.field, after.field));
}

function saySame(before: Leaf['says'], after: Leaf['says']): boolean {
  if (typeof before === 'string' || typeof after === 'string') return before === after;
  if (isAlias(before) || isAlias(after)) return isAlias(before) && isAlias(after) && before.source === after.source;
  const { source, type, anchor, tag } = before;
  return source === after.source && type === after.type && anchor === after.anchor && tag === after.tag;
}

function sameField(before: Field | undefined, after: Field | undefined): boolean {
  let left = before;
  let right = after;
  for (; left && right; left = left.around, right = right.around) if (left.name !== right.name) return false;
  return left === right;
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

interface Place {
  readonly start: number;
  /** An edit stands right beside it, as when a text becomes a field of a map. */
  readonly beside: boolean;
}

/** Where a leaf must be found after the edits; nowhere when one of them goes through it. */
function placeAfter(leaf: Leaf, edits: readonly TextEdit[], moves: readonly number[]): Place | undefined {
  const at = edits.findIndex(({ span }) => span.end > leaf.start);
  const next = edits[at];
  if (next && next.span.start < leaf.end) return undefined;
  const count = at < 0 ? edits.length : at;
  const beside = edits[count - 1]?.span.end === leaf.start || next?.span.start === leaf.end;
  return { start: leaf.start + (moves[count] ?? 0), beside };
}

function leavesOf({ document, comments, text }: Loaded): readonly Leaf[] {
  const found: Leaf[] = [];
  if (document) collect(text, document.contents, undefined, found);
  for (const { start, end } of comments) {
    const alone = isBlank(text.slice(lineStart(text, start), start));
    found.push({ start, end, field: undefined, says: text.slice(start, end), alone });
  }
  return found;
}

/** Loaded texts are nested at most 64 deep. */
function collect(text: string, node: unknown, field: Field | undefined, found: Leaf[]): void {
  if (isCollection(node)) {
    for (const item of node.items) {
      if (!isPair(item)) {
        collect(text, item, field, found);
        continue;
      }
      collect(text, item.key, field, found);
      const name = isScalar(item.key) ? (item.key.source ?? '') : '';
      collect(text, item.value, { name, around: field }, found);
    }
    return;
  }
  if (!isScalar(node) && !isAlias(node)) return;
  const [start] = rangeOf(node);
  // The lines that a block text keeps are part of what it says; where it ends depends on whether a line follows it.
  const end = isScalar(node) && isBlockText(node.type) ? blockTextEnd(text, node) : contentEnd(text, node);
  // Nothing is written for an empty value, so nothing can be lost.
  if (end !== start) found.push({ start, end, field, says: node });
}
