// The commands that tie milestones to each other and to the world outside: adding a dependency, and copying a link.
import * as vscode from 'vscode';
import { message } from '../base/message';
import type { Call } from './commandsArguments';
import { applyToFile, type CommandParts, find, type Outcome, targetsOf } from './commandsCore';
import { subject } from './commandsMark';
import { findById, hasRef, splitRef } from './commandsTargets';
import { linkTo } from './deepLink';
import { dependencyOf, predecessorsFor } from './dependency';
import { askMilestone } from './prompts';

export async function addDependency(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Add Dependency');
  const targets = await targetsOf(parts, call, { title });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  const found = target && find(parts, target.ref);
  const { snapshot } = parts.store;
  if (!found || !snapshot) return message('This milestone is no longer there.');
  const on =
    call.args.on === undefined
      ? await askPredecessor(parts, target.ref, title)
      : named(parts, call.args.on, target.ref);
  if (on === undefined || typeof on === 'object') return on;
  const now = parts.store.snapshot;
  const change = now && dependencyOf(now, target.ref, on);
  if (!change) return message('This milestone is no longer there.');
  return 'text' in change ? change : applyToFile(parts, found.plan.uri, [change]);
}

async function askPredecessor(parts: CommandParts, ref: string, verb: string): Promise<string | undefined> {
  const { snapshot } = parts.store;
  const possible = snapshot && predecessorsFor(snapshot, ref);
  if (!possible) return undefined;
  const title = subject(parts, [{ ref }], verb);
  const where = possible.has.bind(possible);
  return (
    await askMilestone(snapshot, {
      title,
      say: parts.say,
      where,
      placeholder: vscode.l10n.t('What has to be finished first?'),
    })
  )?.ref;
}

/** A reference, an id of the same plan, or that of any other. */
function named({ store: { snapshot } }: CommandParts, on: string, ref: string): string | Outcome {
  if (!snapshot) return message('This milestone is no longer there.');
  if (on.includes('#') && hasRef(snapshot, on)) return on;
  const near = findById(snapshot, on, splitRef(ref).uri);
  const found = 'text' in near ? findById(snapshot, on, undefined) : near;
  return 'text' in found ? found : found.ref;
}

export async function copyLink(parts: CommandParts, call: Call): Promise<Outcome> {
  const targets = await targetsOf(parts, call, { title: vscode.l10n.t('Copy Link') });
  if (!targets || 'text' in targets) return targets;
  const { id } = parts.context.extension;
  const links = targets.flatMap(({ ref }) => linkTo(id, ref) ?? []);
  if (links.length === 0) return message('This plan is in no folder of the workspace, so no link can lead to it.');
  await vscode.env.clipboard.writeText(links.join('\n'));
  return undefined;
}
