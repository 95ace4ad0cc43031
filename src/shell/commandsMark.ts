// The commands that mark progress. Each says what is to change; the plan's editor finds the smallest way to write it.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { type Message, message } from '../base/message';
import type { Change } from '../model/change';
import type { Milestone, Status } from '../model/plan';
import type { Call } from './commandsArguments';
import { applyToTargets, type CommandParts, find, type Outcome, targetsOf } from './commandsCore';
import { type Found, findItem, hasOwnProgress, type Item, itemTexts, type Target } from './commandsTargets';
import { askItem, askPercent, askStatus } from './prompts';
import { forNotice } from './promptsText';

export async function markDone(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Mark Done');
  const targets = await targetsOf(parts, call, { title, where: (milestone) => milestone.status !== 'done' });
  if (!targets || 'text' in targets) return targets;
  return applyToTargets(parts, targets, (found, target) => {
    const on = dayOf(call.args.on, found);
    if (typeof on !== 'number') return on;
    if (target.item) return itemChange(found.milestone, target.item, { done: true, on });
    // Whoever names the day means it, even where another one is written.
    return { kind: 'markDone', id: found.milestone.key, on, redate: call.args.on !== undefined };
  });
}

export async function reopen(parts: CommandParts, call: Call): Promise<Outcome> {
  const where = (milestone: Milestone) => milestone.status === 'done' || milestone.completed !== undefined;
  const targets = await targetsOf(parts, call, { title: vscode.l10n.t('Reopen'), where });
  if (!targets || 'text' in targets) return targets;
  return applyToTargets(parts, targets, ({ plan, milestone }, target) =>
    target.item
      ? itemChange(milestone, target.item, { done: false, on: plan.schedule.today })
      : { kind: 'reopen', id: milestone.key },
  );
}

export async function setStatus(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Set Status');
  const targets = await targetsOf(parts, call, { title });
  if (!targets || 'text' in targets) return targets;
  const milestones = targets.filter((target) => target.item === undefined);
  const current = commonStatus(parts, milestones);
  const status = call.args.status ?? (await askStatus(current, subject(parts, milestones, title), parts.say));
  if (status === undefined) return undefined;
  return applyToTargets(parts, milestones, (found) => {
    const on = dayOf(call.args.on, found);
    if (typeof on !== 'number') return on;
    return { kind: 'setStatus', id: found.milestone.key, status, on, redate: call.args.on !== undefined };
  });
}

export async function setProgress(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Set Progress');
  const targets = await targetsOf(parts, call, { title, where: hasOwnProgress });
  if (!targets || 'text' in targets) return targets;
  const [first] = targets;
  const found = first && find(parts, first.ref);
  const current = found?.plan.schedule.milestones.get(found.milestone.key)?.progressPercent ?? 0;
  const percent = call.args.percent ?? (await askPercent(current, subject(parts, targets, title)));
  if (percent === undefined) return undefined;
  return applyToTargets(parts, targets, ({ milestone }) => ({ kind: 'setProgress', id: milestone.key, percent }));
}

export function toggleTask(parts: CommandParts, call: Call): Promise<Outcome> {
  return toggle(parts, call, 'tasks');
}

export function toggleCriterion(parts: CommandParts, call: Call): Promise<Outcome> {
  return toggle(parts, call, 'acceptanceCriteria');
}

async function toggle(parts: CommandParts, call: Call, field: 'tasks' | 'acceptanceCriteria'): Promise<Outcome> {
  const title = field === 'tasks' ? vscode.l10n.t('Toggle Task') : vscode.l10n.t('Toggle Acceptance Criterion');
  const targets = await targetsOf(parts, call, { title, where: (milestone) => milestone[field].length > 0 });
  if (!targets || 'text' in targets) return targets;
  const items = targets.filter((target) => target.item !== undefined);
  if (items.length > 0) return applyToTargets(parts, items, toggled(parts, items, call.args));
  const [first] = targets;
  const found = first && find(parts, first.ref);
  if (!first || !found) return message('This milestone is no longer there.');
  const index = await chosenItem(found.milestone, field, call, title);
  if (typeof index !== 'number') return index;
  // The plan may have changed while the person was choosing.
  const was = itemTexts(found.milestone, field)[index];
  const item = { field, index, ...(was === undefined ? {} : { was }) };
  const target: Target = { ref: first.ref, item };
  return applyToTargets(parts, [target], ({ plan, milestone }) =>
    itemChange(milestone, item, { done: call.args.done, on: plan.schedule.today }),
  );
}

/** Several entries become what the first of them is not, so that one gesture never ticks some and unticks others. */
function toggled(parts: CommandParts, items: readonly Target[], { done }: Call['args']) {
  const [first] = items;
  const milestone = first && find(parts, first.ref)?.milestone;
  const now = milestone && first.item ? isDone(milestone, first.item) : false;
  const next = done ?? (items.length > 1 ? !now : undefined);
  return (found: Found, target: Target) =>
    target.item
      ? itemChange(found.milestone, target.item, { done: next, on: found.plan.schedule.today })
      : message('This milestone is no longer there.');
}

async function chosenItem(
  milestone: Milestone,
  field: 'tasks' | 'acceptanceCriteria',
  { args }: Call,
  title: string,
): Promise<number | Outcome> {
  const name = field === 'tasks' ? args.task : args.criterion;
  if (name === undefined) return askItem(milestone, field, title);
  const index = findItem(milestone, field, name);
  if (index !== undefined) return index;
  return field === 'tasks'
    ? message('The milestone {title} has no single task {name}.', { title: milestone.title, name })
    : message('The milestone {title} has no single acceptance criterion {name}.', { title: milestone.title, name });
}

interface Ticked {
  /** The other state, when absent. */
  readonly done: boolean | undefined;
  readonly on: Day;
}

/** Names the entry by its number, since two may have the same text, and by its text, since the number may be another one's by then. */
function itemChange(
  milestone: Milestone,
  { field, index, was = itemTexts(milestone, field)[index] }: Item,
  { done, on }: Ticked,
): Change | Message {
  const more = { ...(done === undefined ? {} : { done }), ...(was === undefined ? {} : { was }) };
  if (field === 'tasks') return { kind: 'toggleTask', id: milestone.key, task: index, on, ...more };
  if (field === 'acceptanceCriteria') {
    return { kind: 'toggleCriterion', id: milestone.key, criterion: index, ...more };
  }
  return message('Only tasks and acceptance criteria can be ticked.');
}

function isDone(milestone: Milestone, { field, index }: NonNullable<Target['item']>): boolean {
  return field === 'deliverables' ? false : milestone[field][index]?.done === true;
}

function commonStatus(parts: CommandParts, targets: readonly Target[]): Status | undefined {
  const all = new Set(targets.map((target) => find(parts, target.ref)?.milestone.status));
  return all.size === 1 ? [...all][0] : undefined;
}

/** What a question is about: `Set Status: Design approved`, or how many. */
export function subject(parts: CommandParts, targets: readonly Target[], verb: string): string {
  const [first] = targets;
  const found = first && find(parts, first.ref);
  if (targets.length > 1) return vscode.l10n.t('{0}: {1} milestones', verb, targets.length);
  return found ? vscode.l10n.t('{0}: {1}', verb, forNotice(found.milestone.title)) : verb;
}

/** The day a caller named; today of the plan when none is named. */
function dayOf(text: string | undefined, { plan }: Found): Day | Message {
  if (text === undefined) return plan.schedule.today;
  return parseDayInput(text, plan.schedule.today) ?? notADay(text);
}

export function notADay(text: string): Message {
  return message('{text} is not a date such as {example}.', { text, example: '2026-12-04' });
}
