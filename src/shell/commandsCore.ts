// What all commands stand on: finding what is meant, asking where nobody said it, and handing changes to the plan's editor.
import * as vscode from 'vscode';
import { type Message, message, type Say } from '../base/message';
import type { Change } from '../model/change';
import type { Snapshot } from '../snapshot';
import type { PlanEditor } from './applyChange';
import type { Call } from './commandsArguments';
import { type Found, findById, findMilestone, itemTexts, splitRef, type Target } from './commandsTargets';
import type { Exporter } from './exportTimeline';
import type { Timeline } from './panel';
import { planUri } from './planUri';
import type { SummaryPreview } from './preview';
import { askMilestone, type MilestoneQuestion } from './prompts';
import { forNotice } from './promptsText';
import { refAtCursor } from './reveal';
import type { PlanStore } from './store';
import type { PlanTree } from './tree';

/** What a command may use. */
export interface CommandParts {
  readonly store: PlanStore;
  readonly editor: PlanEditor;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'extension'>;
  readonly tree: PlanTree;
  readonly timeline: Timeline;
  readonly exporter: Exporter;
  readonly preview: SummaryPreview;
  /** The last click on a row, in milliseconds since 1970. */
  lastClick?: { readonly place: string; readonly at: number };
}

/** Why nothing was done, in one sentence; `undefined` when it was done, or when the person declined. */
export type Outcome = Message | undefined;

export type Command = (parts: CommandParts, call: Call) => Promise<Outcome>;

/** The milestones a call is about: the tree's rows, the one named by id, or the one the person chooses. `undefined` when they decline. */
export async function targetsOf(
  parts: CommandParts,
  call: Call,
  question: Pick<MilestoneQuestion, 'title' | 'where'>,
): Promise<readonly Target[] | Message | undefined> {
  const rows = call.onSelection ? parts.tree.selection : call.rows;
  const inPlans = rows.filter((row) => splitRef(row.ref).key !== undefined);
  // What the person saw when they chose the rows, before anything that came since is read.
  const chosen = unique(inPlans.map((row) => asSeen(parts, row)));
  const snapshot = await snapshotFor(parts, call);
  if (chosen.length > 0) return chosen;
  const plan = planNamed(snapshot, call);
  if (typeof plan === 'object') return plan;
  if (call.args.id !== undefined) {
    const found = findById(snapshot, call.args.id, plan);
    return 'text' in found ? found : [found];
  }
  const likely = refAtCursor(parts.store) ?? parts.tree.selection[0]?.ref;
  const asked = await askMilestone(snapshot, { ...question, say: parts.say, plan, likely });
  return asked && [asked];
}

/**
 * The plans of the moment. A program may speak of what it has written to the disk just now: the plan it names is looked at again, and all of them
 * when it names none or before it is told no.
 */
export async function snapshotFor({ store }: CommandParts, call: Call): Promise<Snapshot> {
  if (call.byProgram && call.args.plan === undefined) return store.settled();
  const before = call.byProgram && store.snapshot ? planNamed(store.snapshot, call) : undefined;
  const snapshot = await store.flush(typeof before === 'string' ? vscode.Uri.parse(before, true) : undefined);
  const plan = planNamed(snapshot, call);
  const known =
    typeof plan !== 'object' && (call.args.id === undefined || !('text' in findById(snapshot, call.args.id, plan)));
  return known ? snapshot : store.settled();
}

/** The plan a call names, as the store writes its URI; `undefined` when it names none. */
export function planNamed(snapshot: Snapshot, { args, rows }: Call): string | Message | undefined {
  const [row] = rows;
  const named = row ? splitRef(row.ref).uri : args.plan;
  if (named === undefined) return undefined;
  return planUri(snapshot, named) ?? message('{plan} is no plan of this workspace that can be read.', { plan: named });
}

/** Makes a change for every target and applies them, all changes of one file in one edit. Nothing is touched when one of them has none. */
export async function applyToTargets(
  parts: CommandParts,
  targets: readonly Target[],
  changeOf: (found: Found, target: Target) => Change | Message,
): Promise<Outcome> {
  const snapshot = parts.store.snapshot;
  const byFile = new Map<string, Change[]>();
  for (const target of targets) {
    const found = snapshot && findMilestone(snapshot, target.ref);
    if (!found) return message('This milestone is no longer there.');
    const change = changeOf(found, target);
    if ('text' in change) return change;
    byFile.set(found.plan.uri, [...(byFile.get(found.plan.uri) ?? []), change]);
  }
  let done = 0;
  for (const [uri, changes] of byFile) {
    const refused = await applyToFile(parts, uri, changes);
    if (refused && done === 0) return refused;
    if (refused)
      return message('Only {done} of {count} plans were changed. {reason}', {
        done,
        count: byFile.size,
        reason: refused,
      });
    done += 1;
  }
  return undefined;
}

export async function applyToFile(parts: CommandParts, uri: string, changes: readonly Change[]): Promise<Outcome> {
  const result = await parts.editor.applyChanges(vscode.Uri.parse(uri, true), changes);
  if ('refused' in result) return result.refused;
  if (result.note) void vscode.window.showWarningMessage(forNotice(parts.say(result.note)));
  await parts.store.flush();
  return undefined;
}

/** The milestone a reference names now. */
export function find(parts: CommandParts, ref: string): Found | undefined {
  const snapshot = parts.store.snapshot;
  return snapshot && findMilestone(snapshot, ref);
}

/** With the text of the entry it stands for: its number may be another one's by the time it is changed. */
function asSeen(parts: CommandParts, { ref, item }: Target): Target {
  const milestone = find(parts, ref)?.milestone;
  const was = item && milestone && itemTexts(milestone, item.field)[item.index];
  return { ref, ...(item === undefined ? {} : { item: { ...item, ...(was === undefined ? {} : { was }) } }) };
}

function unique(targets: readonly Target[]): readonly Target[] {
  const byPlace = new Map(
    targets.map((target) => [`${target.ref} ${target.item?.field} ${target.item?.index}`, target]),
  );
  return [...byPlace.values()];
}
