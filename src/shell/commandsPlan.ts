// The commands that change or show a plan as a whole: rename, add, go to, timeline, and how the tree is arranged.
import * as vscode from 'vscode';
import { parseDayInput } from '../base/dayInput';
import { message } from '../base/message';
import { allMilestones } from '../model/planFile';
import { now } from './clock';
import type { Call } from './commandsArguments';
import {
  applyToFile,
  applyToTargets,
  type CommandParts,
  find,
  type Outcome,
  planNamed,
  snapshotFor,
  targetsOf,
} from './commandsCore';
import { findItem, groupings, type Item, itemFields, splitRef, type Target } from './commandsTargets';
import { askDay, askPlan, askTitle } from './prompts';
import { forNotice } from './promptsText';
import { revealPlace } from './reveal';

export async function rename(parts: CommandParts, call: Call): Promise<Outcome> {
  const targets = await targetsOf(parts, call, { title: vscode.l10n.t('Rename') });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  const found = target && find(parts, target.ref);
  if (!target || !found) return message('This milestone is no longer there.');
  const { title: before } = found.milestone;
  const prompt = vscode.l10n.t('The new title; the id stays as it is');
  const heading = vscode.l10n.t('Rename: {0}', forNotice(before));
  const title = call.args.title ?? (await askTitle(heading, prompt, before));
  if (title === undefined || title === before) return undefined;
  return applyToTargets(parts, [target], ({ milestone }) => ({ kind: 'rename', id: milestone.key, title }));
}

export async function addMilestone(parts: CommandParts, call: Call): Promise<Outcome> {
  const snapshot = await snapshotFor(parts, call);
  const heading = vscode.l10n.t('Add Milestone');
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  if (snapshot.plans.length === 0) return message('There is no plan yet to add a milestone to.');
  if (named === undefined && call.byProgram && snapshot.plans.length > 1)
    return message('There are several plans: say which one.');
  const uri = named ?? (await askPlan(snapshot, heading));
  const plan = snapshot.plans.find((known) => known.uri === uri);
  if (!plan) return undefined;
  const [row] = call.rows;
  const after = call.args.after ?? (row && splitRef(row.ref).key);
  const titleOfStep = vscode.l10n.t('{0}: {1}', heading, forNotice(plan.plan.project));
  const title = call.args.title ?? (await askTitle(titleOfStep, vscode.l10n.t('What is reached by then?')));
  if (title === undefined) return undefined;
  const { today } = plan.schedule;
  // Who gave the title is a program, and what it leaves out is left out.
  const asked = call.args.title === undefined ? await askDay({ title: titleOfStep, today, optional: true }) : '';
  const text = call.args.due ?? asked;
  if (text === undefined) return undefined;
  const due = text === '' ? undefined : parseDayInput(text, today);
  if (text !== '' && due === undefined)
    return message('{text} is not a date such as {example}.', { text, example: '2026-12-04' });
  const before = new Set(plan.schedule.milestones.keys());
  const change = {
    kind: 'addMilestone',
    title,
    ...(due === undefined ? {} : { due }),
    ...(after === undefined ? {} : { after }),
  } as const;
  const refused = await applyToFile(parts, plan.uri, [change]);
  if (!refused) await selectNew(parts, plan.uri, before);
  return refused;
}

async function selectNew(parts: CommandParts, uri: string, before: ReadonlySet<string>): Promise<void> {
  const plan = parts.store.snapshot?.plans.find((known) => known.uri === uri);
  const added = plan && [...allMilestones(plan.plan.milestones)].find(({ key }) => !before.has(key));
  if (added) await parts.tree.select(`${uri}#${added.key}`);
}

export async function openMilestone(parts: CommandParts, call: Call): Promise<Outcome> {
  const place = await placeOf(parts, call);
  if (!place || 'text' in place) return place;
  const { uri, key } = splitRef(place.ref);
  const item = place.item;
  await revealPlace(
    parts.store,
    { uri, ...(key === undefined ? {} : { key }), ...(item === undefined ? {} : { item }) },
    // A click shows the place, a double click goes there.
    { preserveFocus: call.preview && !isSecondClick(parts, place), avoid: parts.timeline.column },
  );
  if (key !== undefined) {
    parts.timeline.select(place.ref);
    await parts.tree.select(place.ref);
  }
  return undefined;
}

const doubleClickMs = 500;

function isSecondClick(parts: CommandParts, { ref, item }: Target): boolean {
  const place = `${ref} ${item?.field} ${item?.index}`;
  const before = parts.lastClick;
  parts.lastClick = { place, at: now() };
  return before !== undefined && before.place === place && now() - before.at < doubleClickMs;
}

async function placeOf(parts: CommandParts, call: Call): Promise<Target | Outcome> {
  const [row] = call.rows;
  if (row) return row;
  if (call.args.id === undefined && call.args.plan !== undefined) {
    const uri = planNamed(await snapshotFor(parts, call), call);
    return typeof uri === 'string' ? { ref: uri } : uri;
  }
  const targets = await targetsOf(parts, call, { title: vscode.l10n.t('Go to Milestone') });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  const milestone = target && find(parts, target.ref)?.milestone;
  if (!milestone) return target;
  const { task, criterion, deliverable } = call.args;
  const names: Readonly<Record<Item['field'], number | string | undefined>> = {
    tasks: task,
    acceptanceCriteria: criterion,
    deliverables: deliverable,
  };
  for (const field of itemFields) {
    const name = names[field];
    const index = name === undefined ? undefined : findItem(milestone, field, name);
    if (index !== undefined) return { ref: target.ref, item: { field, index } };
  }
  return target;
}

export async function showTimeline(parts: CommandParts, call: Call): Promise<Outcome> {
  const snapshot = await snapshotFor(parts, call);
  const [row] = call.rows;
  const { key } = row ? splitRef(row.ref) : {};
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  // A milestone is shown among all plans, a plan by itself.
  parts.timeline.show(key === undefined ? named : undefined);
  if (row && key !== undefined) parts.timeline.select(row.ref);
  return undefined;
}

export async function copyId(parts: CommandParts, call: Call): Promise<Outcome> {
  const targets = await targetsOf(parts, call, { title: vscode.l10n.t('Copy Id') });
  if (!targets || 'text' in targets) return targets;
  const ids = targets.flatMap((target) => find(parts, target.ref)?.milestone.id ?? []);
  await vscode.env.clipboard.writeText(ids.join('\n'));
  return undefined;
}

export async function groupBy(parts: CommandParts, call: Call): Promise<Outcome> {
  const { options } = parts.tree;
  const words = {
    none: vscode.l10n.t('Nothing, in the order of the file'),
    status: vscode.l10n.t('Status'),
    owner: vscode.l10n.t('Owner'),
    month: vscode.l10n.t('Month'),
  };
  const items = groupings.map((by) => ({
    label: words[by],
    description: by === options.groupBy ? vscode.l10n.t('now') : '',
    by,
  }));
  const asked = async () => (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group By') }))?.by;
  const by = call.args.by ?? (await asked());
  if (by !== undefined) await parts.tree.setOptions({ ...options, groupBy: by });
  return undefined;
}

export async function hideDone(parts: CommandParts, hide: boolean): Promise<Outcome> {
  await parts.tree.setOptions({ ...parts.tree.options, hideDone: hide });
  return undefined;
}
