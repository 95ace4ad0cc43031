// A change as the smallest edits of a plan file's text, proved before anyone applies them. Knows no editor and no disk.
import { composeEdits } from '../base/pieces';
import { applyEdits, type TextEdit } from '../base/text';
import type { Change, PlannedEdit, Refusal } from './change';
import { sameElsewhere, samePlan } from './editProof';
import { editsOf } from './editStep';
import { type Edited, edited } from './editTarget';
import { unfitText } from './editText';
import { take } from './intend';
import { type Step, stepOf } from './intendStep';
import { type Loaded, type LoadOptions, loadText } from './load';
import type { Plan } from './plan';
import { readLoaded } from './read';
import { isRefusal, refusal, unsafeEdit } from './refusal';

/**
 * Plans changes of a file in the order given, as edits of `text` that make one undo. Every milestone is found by its id, every value that no change
 * names stays character by character, and reading the result gives exactly the intended plan; where that cannot be had, nothing is planned and the
 * reason is returned. `baseName` is the file's part of an id such as `acme/design`. Never throws.
 */
export function planEdit(
  text: string,
  baseName: string,
  changes: readonly Change[],
  options: LoadOptions = {},
): PlannedEdit | Refusal {
  const unfit = unfitText(text);
  if (unfit) return unfit;
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
  readonly options: LoadOptions;
}

function openText(text: string, baseName: string, options: LoadOptions): Opened | Refusal {
  const loaded = loadText(text, options);
  const file = readLoaded(loaded, baseName);
  const { document } = loaded;
  if (file.plan && document)
    return { loaded, source: edited(loaded, document, file), plan: file.plan, baseName, options };
  const [problem] = file.problems;
  return problem ? refusal(problem.code, problem.message) : unsafeEdit();
}

/** All edits from one reading of the text; `undefined` when changes meet and have to be made one after the other. */
function planTogether(from: Opened, changes: readonly Change[]): PlannedEdit | Refusal | undefined {
  const touched = new Set<string>();
  const edits: TextEdit[][] = [];
  let { plan } = from;
  for (const change of changes) {
    const step = stepOf(plan, change, from.baseName);
    if (isRefusal(step)) return step;
    const place = placeOf(step);
    if (changes.length > 1 && (step.kind === 'add' || touched.has(place))) return undefined;
    touched.add(place);
    const own = editsOf(from.source, step);
    if (isRefusal(own)) return own;
    edits.push([...own]);
    plan = take(plan, step);
  }
  if (meet(edits)) return undefined;
  const proved = prove(from, edits.flat(), plan);
  return isRefusal(proved) && changes.length > 1 ? undefined : proved;
}

/** What a step changes, so that two steps of the same place are seen. */
function placeOf(step: Step): string {
  if (step.kind === 'none' || step.kind === 'add') return step.kind;
  const { key } = step.milestone;
  return step.kind === 'fields' ? key : `${key} ${step.kind} ${step.index}`;
}

/** Whether edits of different changes overlap or touch. */
function meet(edits: readonly (readonly TextEdit[])[]): boolean {
  const all = edits.flatMap((own, change) => own.map(({ span }) => ({ ...span, change })));
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  return all.some(({ start, change }, at) => {
    const before = all[at - 1];
    return before !== undefined && before.change !== change && start <= before.end;
  });
}

/** Each change on the text that the ones before it made; the edits are joined to edits of the first text. */
function planInTurn(from: Opened, changes: readonly Change[]): PlannedEdit | Refusal {
  let planned: PlannedEdit = { edits: [], text: from.source.text, plan: from.plan };
  for (const change of changes) {
    const open = openText(planned.text, from.baseName, from.options);
    if (isRefusal(open)) return open;
    const next = planTogether(open, [change]) ?? unsafeEdit();
    if (isRefusal(next)) return next;
    planned = { ...next, edits: composeEdits(planned.edits, next.edits) };
  }
  return planned;
}

function prove(from: Opened, found: readonly TextEdit[], plan: Plan): PlannedEdit | Refusal {
  // Edits at one place become one, so that no editor has to know their order.
  const edits = composeEdits(found, []);
  const text = applyEdits(from.source.text, edits);
  if (edits.length === 0) return { edits, text, plan };
  const loaded = loadText(text, from.options);
  const read = readLoaded(loaded, from.baseName).plan;
  const same = read !== undefined && samePlan(read, plan) && sameElsewhere(from.loaded, loaded, edits);
  return same ? { edits, text, plan } : unsafeEdit();
}
