// What a change comes down to in a given plan: which values are set and which are taken away. Knows no text; decides, and changes nothing.
import type { Day } from '../base/day';
import { message } from '../base/message';
import type { Change, Refusal } from './change';
import { type DependencyStep, dependOn } from './intendDepend';
import { type ApprovalStep, changesOf, recordApproval } from './intendEntry';
import { findMilestone } from './intendFind';
import { type PaymentStep, setPayment } from './intendPayment';
import type { FieldChange, Milestone, Plan, Status } from './plan';
import { allMilestones } from './planFile';
import { ambiguousMilestone, isRefusal, refusal } from './refusal';
import { slugOf } from './slug';
import { statusOf } from './status';

/** The single values of a milestone that changes write. */
export interface FieldValues {
  readonly id?: string;
  readonly title?: string;
  readonly start?: Day;
  readonly due?: Day;
  readonly status?: Status;
  readonly completed?: Day;
  /** Percent, 0 to 100. */
  readonly progress?: number;
}

export type Step =
  | {
      readonly kind: 'fields';
      readonly milestone: Milestone;
      readonly set: FieldValues;
      readonly remove: readonly 'completed'[];
      /** New entries of `changes`. */
      readonly changes?: readonly FieldChange[];
    }
  | {
      readonly kind: 'task';
      readonly milestone: Milestone;
      readonly index: number;
      readonly done: boolean;
      /** A day to write, `none` to take it away, `undefined` to leave it alone. */
      readonly completed: Day | 'none' | undefined;
    }
  | { readonly kind: 'criterion'; readonly milestone: Milestone; readonly index: number; readonly done: boolean }
  | DependencyStep
  | ApprovalStep
  | PaymentStep
  | {
      readonly kind: 'add';
      /** The new one comes behind this one, in its list; else at the end of the plan. */
      readonly after: Milestone | undefined;
      readonly title: string;
      /** Only where the id of the title is taken. */
      readonly id: string | undefined;
      readonly due: Day | undefined;
    }
  /** The plan says it already. */
  | { readonly kind: 'none' };

const nothing: Step = { kind: 'none' };

/** What a change sets in a plan. `baseName` is the file's part of an id such as `acme/design`. */
export function stepOf(plan: Plan, change: Change, baseName?: string): Step | Refusal {
  if (change.kind === 'addMilestone') return add(plan, change, baseName);
  const milestone = findMilestone(plan, change.id, baseName);
  if (isRefusal(milestone)) return milestone;
  switch (change.kind) {
    case 'markDone':
      return markDone(milestone, change);
    case 'reopen':
      return reopen(milestone);
    case 'setStatus':
      return change.status === 'done' ? markDone(milestone, change) : setStatus(milestone, change.status);
    case 'setProgress':
      return setProgress(milestone, change.percent);
    case 'reschedule':
      return reschedule(milestone, change);
    case 'rename':
      return rename(milestone, change.title);
    case 'addDependency':
      return dependOn(plan, milestone, change.on, baseName);
    case 'toggleTask':
      return toggleTask(milestone, change);
    case 'toggleCriterion':
      return toggleCriterion(milestone, change);
    case 'recordApproval':
      return recordApproval(milestone, change);
    case 'setPayment':
      return setPayment(milestone, change);
    case 'writeId':
      return writeId(milestone);
  }
}

function fields(milestone: Milestone, set: FieldValues, remove: readonly 'completed'[] = []): Step {
  return { kind: 'fields', milestone, set, remove };
}

function markDone(milestone: Milestone, { on, redate }: { readonly on: Day; readonly redate?: boolean }): Step {
  const { status, statusWritten, completed } = milestone;
  if (status === 'done' && completed !== undefined) {
    return redate && completed !== on ? fields(milestone, { completed: on }) : nothing;
  }
  return fields(milestone, statusWritten === 'done' ? { completed: on } : { status: 'done', completed: on });
}

/** What is planned or in progress is open already. */
function reopen(milestone: Milestone): Step {
  const { status, completed } = milestone;
  if (completed === undefined && (status === 'planned' || status === 'in-progress')) return nothing;
  const { completed: _, ...rest } = milestone;
  return setStatus(milestone, statusOf(undefined, rest));
}

/** A status that follows from the rest is only written where one is written already. */
function setStatus(milestone: Milestone, status: Status): Step {
  const { completed, ...open } = milestone;
  const remove = completed === undefined ? [] : (['completed'] as const);
  if (statusOf(milestone.statusWritten, open) !== status) return fields(milestone, { status }, remove);
  return remove.length > 0 ? fields(milestone, {}, remove) : nothing;
}

function setProgress(milestone: Milestone, percent: number): Step | Refusal {
  if (milestone.tasks.length + milestone.acceptanceCriteria.length + milestone.milestones.length > 0) {
    const said = message(
      'The progress of “{title}” follows from what is inside it. Mark its tasks, criteria or milestones instead.',
      {
        title: milestone.title,
      },
    );
    return refusal('progress.derived', said);
  }
  if (!(percent >= 0 && percent <= 100)) {
    return refusal('progress.range', message('Progress is a number from 0 to 100.'));
  }
  // A zero with a sign could not be told from one without in the text.
  const progress = percent === 0 ? 0 : percent;
  return milestone.progress === progress ? nothing : fields(milestone, { progress });
}

function reschedule(milestone: Milestone, change: Change & { kind: 'reschedule' }): Step | Refusal {
  const { start, due, was = {} } = change;
  const isOther = (now: Day | undefined, before: Day | 'none' | undefined) =>
    before !== undefined && before !== (now ?? 'none');
  if (isOther(milestone.start, was.start) || isOther(milestone.due, was.due)) {
    const said = message('The dates of “{title}” have changed meanwhile, so nothing was moved.', {
      title: milestone.title,
    });
    return refusal('dates.overtaken', said);
  }
  const set = {
    ...(start === undefined || start === milestone.start ? {} : { start }),
    ...(due === undefined || due === milestone.due ? {} : { due }),
  };
  if (Object.keys(set).length === 0) return nothing;
  const changes = changesOf(milestone, change);
  return { kind: 'fields', milestone, set, remove: [], ...(changes.length === 0 ? {} : { changes }) };
}

function rename(milestone: Milestone, wanted: string): Step | Refusal {
  const title = titleOf(wanted);
  if (typeof title !== 'string') return title;
  if (title === milestone.title) return nothing;
  const keepsId = milestone.idWritten || slugOf(title) === milestone.id;
  return fields(milestone, keepsId ? { title } : { id: milestone.id, title });
}

/** The same id twice, written, would be worse than the same title twice. */
function writeId(milestone: Milestone): Step | Refusal {
  const { id, key, idWritten } = milestone;
  if (idWritten) return nothing;
  return key === id ? fields(milestone, { id }) : ambiguousMilestone(id, 2);
}

/** A title is one line with something in it. */
function titleOf(wanted: string): string | Refusal {
  const lines = wanted.split(/[\r\n\u2028\u2029]+/).map((line) => line.trim());
  const title = lines.filter((line) => line !== '').join(' ');
  return title === '' ? refusal('title.empty', message('A milestone needs a title.')) : title;
}

function toggleTask(milestone: Milestone, change: Change & { kind: 'toggleTask' }): Step | Refusal {
  const index = findItem(
    milestone.tasks.map(({ title }) => title),
    change.task,
    change.was,
  );
  const task = milestone.tasks[index];
  if (task === undefined) return noItem(index, milestone, change.was ?? change.task);
  const done = change.done ?? !task.done;
  if (task.done === done) return nothing;
  const dated = milestone.tasks.some(({ completed }) => completed !== undefined);
  const completed = done ? (dated && task.completed === undefined ? change.on : undefined) : 'none';
  return {
    kind: 'task',
    milestone,
    index,
    done,
    completed: task.completed === undefined && !done ? undefined : completed,
  };
}

function toggleCriterion(milestone: Milestone, change: Change & { kind: 'toggleCriterion' }): Step | Refusal {
  const index = findItem(
    milestone.acceptanceCriteria.map(({ text }) => text),
    change.criterion,
    change.was,
  );
  const criterion = milestone.acceptanceCriteria[index];
  if (criterion === undefined) return noItem(index, milestone, change.was ?? change.criterion);
  const done = change.done ?? !criterion.done;
  return criterion.done === done ? nothing : { kind: 'criterion', milestone, index, done };
}

const several = -2;

/** By number while the entry there still has the text it was chosen by, else by its text. */
function findItem(texts: readonly string[], wanted: number | string, text: string | undefined): number {
  if (typeof wanted === 'number') {
    if (!Number.isInteger(wanted)) return -1;
    return text === undefined || texts[wanted] === text ? wanted : findItem(texts, text, undefined);
  }
  const index = texts.indexOf(wanted);
  return texts.lastIndexOf(wanted) === index ? index : several;
}

function noItem(index: number, milestone: Milestone, wanted: number | string): Refusal {
  const item = typeof wanted === 'number' ? wanted + 1 : wanted;
  const args = { title: milestone.title, item };
  if (index === several) {
    return refusal(
      'item.ambiguous',
      message('“{title}” has more than one entry {item}, so that it is not clear which one is meant.', args),
    );
  }
  return refusal('item.unknown', message('“{title}” has no entry {item} any more.', args));
}

function add(plan: Plan, change: Change & { kind: 'addMilestone' }, baseName?: string): Step | Refusal {
  const after = change.after === undefined ? undefined : findMilestone(plan, change.after, baseName);
  if (after && isRefusal(after)) return after;
  const title = titleOf(change.title);
  if (typeof title !== 'string') return title;
  return { kind: 'add', after, title, id: freeId(plan, slugOf(title)), due: change.due };
}

/** The first of `id-2`, `id-3` … that no milestone has, where `id` is taken. */
function freeId(plan: Plan, id: string): string | undefined {
  const taken = new Set<string>();
  for (const milestone of allMilestones(plan.milestones)) taken.add(milestone.id).add(milestone.key);
  if (!taken.has(id)) return undefined;
  let count = 2;
  while (taken.has(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}
