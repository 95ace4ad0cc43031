// The plan as it shall be after a change: a pure function on values, against which every edit of the text is proved. Knows no text.
import type { Change, Refusal } from './change';
import { changedPayment } from './intendPayment';
import { type Step, stepOf } from './intendStep';
import type { Criterion, Milestone, Plan, Task } from './plan';
import { isRefusal } from './refusal';
import { slugOf } from './slug';
import { statusOf } from './status';

/** What reading the changed file must give. `baseName` is the file's part of an id such as `acme/design`. */
export function intend(plan: Plan, change: Change, baseName?: string): Plan | Refusal {
  const step = stepOf(plan, change, baseName);
  return isRefusal(step) ? step : take(plan, step);
}

/** The plan after a step, with every key and status that follows from it. */
export function take(plan: Plan, step: Step): Plan {
  if (step.kind === 'none') return plan;
  const milestones = step.kind === 'add' ? withNew(plan.milestones, step) : withChanged(plan.milestones, step);
  return { ...plan, milestones: derived(milestones, new Map()) };
}

function withChanged(list: readonly Milestone[], step: Exclude<Step, { kind: 'add' | 'none' }>): readonly Milestone[] {
  return eachOf(list, (milestone) => {
    if (milestone === step.milestone) return changed(milestone, step);
    if (step.kind === 'dependency' && milestone === step.named) return { ...milestone, idWritten: true };
    return withInside(milestone, withChanged(milestone.milestones, step));
  });
}

/** The list itself where nothing in it changes, so that comparing two plans costs what differs. */
function eachOf(list: readonly Milestone[], change: (milestone: Milestone) => Milestone): readonly Milestone[] {
  let same = true;
  const made = list.map((milestone) => {
    const one = change(milestone);
    same &&= one === milestone;
    return one;
  });
  return same ? list : made;
}

function withInside(milestone: Milestone, milestones: readonly Milestone[]): Milestone {
  return milestones === milestone.milestones ? milestone : { ...milestone, milestones };
}

function changed(milestone: Milestone, step: Exclude<Step, { kind: 'add' | 'none' }>): Milestone {
  switch (step.kind) {
    case 'task':
      return { ...milestone, tasks: replaced(milestone.tasks, step.index, (task) => changedTask(task, step)) };
    case 'criterion': {
      const done = (criterion: Criterion) => ({ ...criterion, done: step.done });
      return { ...milestone, acceptanceCriteria: replaced(milestone.acceptanceCriteria, step.index, done) };
    }
    case 'dependency':
      return { ...milestone, dependsOn: [...milestone.dependsOn, { id: step.on, type: 'FS' }] };
    case 'approval':
      return { ...milestone, approvals: [...milestone.approvals, step.approval] };
    case 'payment':
      return { ...milestone, payment: changedPayment(milestone.payment, step) };
    case 'fields': {
      const { status, id, ...values } = step.set;
      const { completed, ...rest } = milestone;
      return {
        ...rest,
        ...(completed === undefined || step.remove.includes('completed') ? {} : { completed }),
        ...values,
        ...(status === undefined ? {} : { statusWritten: status }),
        ...(id === undefined ? {} : { id, idWritten: true }),
        ...(step.changes ? { changes: [...milestone.changes, ...step.changes] } : {}),
      };
    }
  }
}

function changedTask(task: Task, step: Step & { kind: 'task' }): Task {
  const { completed, ...rest } = { ...task, done: step.done };
  const day = step.completed === undefined ? completed : step.completed;
  return day === undefined || day === 'none' ? rest : { ...rest, completed: day };
}

function replaced<T>(items: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return items.map((item, at) => (at === index ? change(item) : item));
}

function withNew(list: readonly Milestone[], step: Step & { kind: 'add' }): readonly Milestone[] {
  if (step.after === undefined) return [...list, newMilestone(step)];
  return list.flatMap((milestone) => {
    if (milestone === step.after) return [milestone, newMilestone(step)];
    return [{ ...milestone, milestones: withNewInside(milestone.milestones, step) }];
  });
}

function withNewInside(list: readonly Milestone[], step: Step & { kind: 'add' }): readonly Milestone[] {
  return list.length === 0 ? list : withNew(list, step);
}

function newMilestone(step: Step & { kind: 'add' }): Milestone {
  const id = step.id ?? slugOf(step.title);
  return {
    id,
    idWritten: step.id !== undefined,
    key: id,
    title: step.title,
    ...(step.due === undefined ? {} : { due: step.due }),
    status: 'planned',
    tasks: [],
    milestones: [],
    acceptanceCriteria: [],
    deliverables: [],
    dependsOn: [],
    responsible: [],
    accountable: [],
    consulted: [],
    informed: [],
    risks: [],
    approvals: [],
    changes: [],
    tags: [],
  };
}

/** Gives out ids of titles, keys and statuses anew: the status of a milestone may follow from one far inside it. */
function derived(list: readonly Milestone[], counts: Map<string, number>): readonly Milestone[] {
  return eachOf(list, (milestone) => {
    const id = milestone.idWritten ? milestone.id : slugOf(milestone.title);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    const key = count === 1 ? id : `${id}~${count}`;
    const all = withInside(milestone, derived(milestone.milestones, counts));
    const status = statusOf(all.statusWritten, all);
    return all.id === id && all.key === key && all.status === status ? all : { ...all, id, key, status };
  });
}
