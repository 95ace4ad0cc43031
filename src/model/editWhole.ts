// Changes as edits of a text that is read whole, each proved by reading what it makes. Knows no editor and no disk.
import { composeEdits } from '../base/pieces';
import { applyEdits, type Span, type TextEdit } from '../base/text';
import type { Change, PlannedEdit, Refusal } from './change';
import { sameElsewhere, samePlan } from './editProof';
import { editsOf } from './editStep';
import type { Style } from './editStyle';
import { type Edited, edited } from './editTarget';
import { take } from './intend';
import { findMilestone } from './intendFind';
import type { PaymentStep } from './intendPayment';
import { type Step, stepOf } from './intendStep';
import type { Loaded, LoadOptions } from './load';
import type { Plan } from './plan';
import { type ReadText, readText } from './read';
import { isRefusal, refusal, unsafeEdit } from './refusal';

export interface EditOptions extends LoadOptions {
  /** One that keeps what it read saves a reading of the text as it is now, and of the text as it will be. */
  readonly read?: ReadText;
}

export interface WholeOptions extends EditOptions {
  /** How the file is written, where `text` is only a part of it. */
  readonly style?: Style;
}

/** Plans changes of a text that is fit for it. */
export function planWhole(
  text: string,
  baseName: string,
  changes: readonly Change[],
  options: WholeOptions,
): PlannedEdit | Refusal {
  const from = openText(text, baseName, options);
  if (isRefusal(from)) return from;
  return planTogether(from, changes) ?? planInTurn(from, changes);
}

/** A text that was read, and how. */
interface Opened {
  readonly loaded: Loaded;
  readonly source: Edited;
  readonly plan: Plan;
  readonly baseName: string;
  readonly options: WholeOptions;
}

function openText(text: string, baseName: string, options: WholeOptions): Opened | Refusal {
  const { loaded, file } = readBy(options, text, baseName);
  const { document } = loaded;
  if (file.plan && document)
    return { loaded, source: edited(loaded, document, file, options.style), plan: file.plan, baseName, options };
  const [problem] = file.problems;
  return problem ? refusal(problem.code, problem.message) : unsafeEdit();
}

function readBy({ read = readText, style: _, ...options }: WholeOptions, text: string, baseName: string) {
  return read(text, baseName, { ...options, nodes: true });
}

/** All edits from one reading of the text; `undefined` when they meet, so that one has to be made after the other. */
function planTogether(from: Opened, changes: readonly Change[]): PlannedEdit | Refusal | undefined {
  const touched = new Set<string>();
  const edits: TextEdit[][] = [];
  let { plan } = from;
  for (const change of changes) {
    const step = stepOf(plan, change, from.baseName);
    if (isRefusal(step)) return step;
    const place = placeOf(step);
    if (changes.length > 1 && (isWide(step) || touched.has(place))) return undefined;
    touched.add(place);
    const own = editsOf(from.source, step);
    if (isRefusal(own)) return own;
    edits.push([...own]);
    plan = take(plan, step);
  }
  return meet(edits) ? undefined : prove(from, edits.flat(), plan);
}

/** A step that writes in more than one milestone, or none. */
function isWide({ kind }: Step): boolean {
  return kind === 'add' || kind === 'dependency';
}

/** What a step changes, so that two steps of the same place are seen. */
function placeOf(step: Step): string {
  if (step.kind === 'none' || step.kind === 'add') return step.kind;
  const { key } = step.milestone;
  return 'index' in step ? `${key} ${step.kind} ${step.index}` : key;
}

/** Whether edits of different changes overlap or touch. */
function meet(edits: readonly (readonly TextEdit[])[]): boolean {
  const all = edits.flatMap((own, change) => own.map(({ span }) => ({ span, change })));
  return neighbours(all).some(([left, right]) => left.change !== right.change && right.span.start <= left.span.end);
}

function overlap(edits: readonly TextEdit[]): boolean {
  return neighbours(edits).some(([left, right]) => right.span.start < left.span.end);
}

/** Each edit with the next one in the text. */
function neighbours<T extends { readonly span: Span }>(edits: readonly T[]): readonly (readonly [T, T])[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.flatMap((left, at) => {
    const right = ordered[at + 1];
    return right ? [[left, right] as const] : [];
  });
}

/** Each change on the text that the ones before it made; the edits are joined to edits of the first text. */
function planInTurn(from: Opened, changes: readonly Change[]): PlannedEdit | Refusal {
  let planned: PlannedEdit = { edits: [], text: from.source.text, plan: from.plan };
  for (const change of changes) {
    const next = continued(from, planned, (open) => {
      const step = stepOf(open.plan, change, from.baseName);
      return isRefusal(step) ? step : planStep(open, step);
    });
    if (isRefusal(next)) return next;
    planned = next;
  }
  return planned;
}

/** What was planned, and then what is planned for the text it makes. */
function continued(
  { baseName, options }: Opened,
  first: PlannedEdit,
  plan: (open: Opened) => PlannedEdit | Refusal,
): PlannedEdit | Refusal {
  const open = openText(first.text, baseName, options);
  const next = isRefusal(open) ? open : plan(open);
  return isRefusal(next) ? next : { ...next, edits: composeEdits(first.edits, next.edits) };
}

function planStep(open: Opened, step: Step): PlannedEdit | Refusal {
  const whole = proveStep(open, step);
  if (!isRefusal(whole) || !('remove' in step) || step.remove.length === 0) return whole;
  // In braces, a new field and one that goes may need the same comma.
  if (step.kind === 'payment') {
    const written = proveStep(open, { ...step, remove: [] });
    return isRefusal(written) ? written : continued(open, written, (after) => removing(after, step));
  }
  const removed = proveStep(open, { ...step, set: {} });
  if (isRefusal(removed)) return removed;
  return continued(open, removed, (after) => {
    const milestone = findMilestone(after.plan, step.milestone.key);
    return isRefusal(milestone) ? milestone : proveStep(after, { ...step, milestone, remove: [] });
  });
}

/** A payment without any field would be none, so what is new is written first. */
function removing(open: Opened, step: PaymentStep): PlannedEdit | Refusal {
  const milestone = findMilestone(open.plan, step.milestone.key);
  return isRefusal(milestone) ? milestone : proveStep(open, { ...step, milestone, set: {} });
}

function proveStep(open: Opened, step: Step): PlannedEdit | Refusal {
  const edits = editsOf(open.source, step);
  if (isRefusal(edits)) return edits;
  return prove(open, edits, take(open.plan, step)) ?? unsafeEdit();
}

/** The edits, if what they make reads as the plan and has everything else unchanged. */
function prove(from: Opened, found: readonly TextEdit[], plan: Plan): PlannedEdit | undefined {
  if (overlap(found)) return undefined;
  // Edits at one place become one, so that no editor has to know their order.
  const edits = composeEdits(found, []);
  const text = applyEdits(from.source.text, edits);
  if (edits.length === 0) return { edits, text, plan };
  const { loaded, file } = readBy(from.options, text, from.baseName);
  const same = file.plan !== undefined && samePlan(file.plan, plan) && sameElsewhere(from.loaded, loaded, edits);
  return same ? { edits, text, plan } : undefined;
}
