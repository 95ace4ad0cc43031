// Changes inside one top-level milestone of a large text that is read in parts: planned and proved in a small text with that milestone alone, then
// proved once more by the plan of the whole text. Knows no editor and no disk.
import { applyEdits, type TextEdit } from '../base/text';
import type { Change, PlannedEdit, Refusal } from './change';
import { shift } from './chunkShift';
import { samePlan } from './editProof';
import { styleInParts } from './editStyle';
import { type EditOptions, planWhole } from './editWhole';
import { take } from './intend';
import { findMilestone } from './intendFind';
import { stepOf } from './intendStep';
import type { Plan } from './plan';
import type { TextParts } from './read';
import { isRefusal } from './refusal';
import { lineEnding } from './spliceText';

/**
 * What planning in the whole text gives, for a small part of its cost; `undefined` where that is not certain, or the text is not read in parts. A
 * change of one milestone is written by what stands in that milestone, by the line ends of the file and by its style, so the text around is of no
 * other account.
 */
export function planWithin(
  text: string,
  baseName: string,
  changes: readonly Change[],
  { read, ...options }: EditOptions,
): PlannedEdit | Refusal | undefined {
  if (!read || !changes.every(staysInside)) return undefined;
  const { file, parts } = read(text, baseName, { ...options, nodes: true });
  if (!file.plan || !parts) return undefined;
  const intended = intendIn(file.plan, parts, baseName, changes);
  if (!intended || isRefusal(intended)) return intended;
  const { plan, at } = intended;
  const { style, isCertain } = styleInParts(parts, changes.length);
  const edits = editsOfItem(text, parts, at, (alone) => planWhole(alone, baseName, changes, { ...options, style }));
  // Braces may be written in the way of other items.
  if (!isCertain()) return undefined;
  if (!edits) return undefined;
  if (edits.length === 0) return { edits, text, plan };
  const after = applyEdits(text, edits);
  const now = read(after, baseName, { ...options, nodes: true });
  const same = now.file.plan && now.parts && sameStarts(parts, now.parts, at, after.length - text.length);
  return same && now.file.plan && samePlan(now.file.plan, plan) ? { edits, text: after, plan } : undefined;
}

/** Renaming and adding may give other milestones other ids, and what a milestone waits for lies elsewhere. */
function staysInside({ kind }: Change): boolean {
  return kind !== 'addMilestone' && kind !== 'rename' && kind !== 'addDependency';
}

interface Intended {
  readonly plan: Plan;
  /** The item that all changes are in, by number. */
  readonly at: number;
}

/** The plan after all changes, where they are in one item; a refusal where it is certainly that of the whole text. */
function intendIn(
  before: Plan,
  parts: TextParts,
  baseName: string,
  changes: readonly Change[],
): Intended | Refusal | undefined {
  let plan = before;
  let at: number | undefined;
  for (const change of changes) {
    const step = stepOf(plan, change, baseName);
    // Of several changes, one before it may be refused by the way it is written.
    if (isRefusal(step)) return changes.length === 1 ? step : undefined;
    const place = change.kind === 'addMilestone' ? undefined : itemOf(plan, parts, change.id, baseName);
    if (place === undefined || (at ?? place) !== place) return undefined;
    at = place;
    plan = take(plan, step);
  }
  return at === undefined ? undefined : { plan, at };
}

/** The number of the item in which the only milestone with an id lies. */
function itemOf(plan: Plan, { chunks }: TextParts, named: string, baseName: string): number | undefined {
  const milestone = findMilestone(plan, named, baseName);
  if (isRefusal(milestone) || milestone.key !== milestone.id) return undefined;
  const at = chunks.findIndex(({ places }) => places.has(milestone.id));
  return chunks[at]?.hasTwins === false ? at : undefined;
}

/** The edits of one item, planned in a text where it stands between the line that begins the list and what ends it, so that it reads the same. */
function editsOfItem(
  text: string,
  parts: TextParts,
  at: number,
  planIn: (alone: string) => PlannedEdit | Refusal,
): readonly TextEdit[] | undefined {
  const { chunks, starts, end } = parts;
  const [item, start] = [chunks[at]?.text, starts[at]];
  if (item === undefined || start === undefined) return undefined;
  const eol = lineEnding(text);
  const head = `milestones:${eol}`;
  const next = `${' '.repeat(item.indexOf('-'))}- x${eol}`;
  const planned = planIn(head + item + (at + 1 < starts.length ? next : text.slice(end)));
  // What cannot be edited by itself may be edited with the rest of the text, or is refused for another reason.
  if (isRefusal(planned)) return undefined;
  const inside = planned.edits.every(({ span }) => span.start >= head.length && span.end <= head.length + item.length);
  const by = start - head.length;
  return inside ? planned.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })) : undefined;
}

/** Whether the items are still those they were, all behind one moved with it. */
function sameStarts(before: TextParts, now: TextParts, at: number, by: number): boolean {
  return (
    before.starts.length === now.starts.length &&
    before.end + by === now.end &&
    before.starts.every((start, index) => now.starts[index] === (index > at ? start + by : start))
  );
}
