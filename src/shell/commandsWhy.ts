// The commands that explain a date and a float: the answer, and below it the chain of milestones it follows from, each one key away.
import * as vscode from 'vscode';
import { message, type Say } from '../base/message';
import { whyThisDate as chainOfDrivers, whyCritical as chainOfSuccessors, type Step, type Why } from '../report/why';
import type { Snapshot } from '../snapshot';
import type { Call } from './commandsArguments';
import { type CommandParts, type Outcome, targetsOf } from './commandsCore';
import { openMilestone } from './commandsPlan';
import { forNotice, forPick } from './promptsText';
import { refAtCursor } from './reveal';

export function whyThisDate(parts: CommandParts, call: Call): Promise<Outcome> {
  return explain(parts, call, { title: vscode.l10n.t('Why This Date?'), why: chainOfDrivers });
}

export function whyCritical(parts: CommandParts, call: Call): Promise<Outcome> {
  return explain(parts, call, { title: vscode.l10n.t('Why Critical, or Not?'), why: chainOfSuccessors });
}

interface Explanation {
  readonly title: string;
  readonly why: (snapshot: Snapshot, ref: string) => Why | undefined;
}

async function explain(parts: CommandParts, call: Call, { title, why }: Explanation): Promise<Outcome> {
  const pointed = pointedAt(parts, call);
  const targets = pointed ? [{ ref: pointed }] : await targetsOf(parts, call, { title });
  if (!targets || 'text' in targets) return targets;
  const [target] = targets;
  if (!target) return undefined;
  const { snapshot } = parts.store;
  const found = snapshot && why(snapshot, target.ref);
  if (!found) return message('This milestone is no longer there.');
  const ref = await askStep(found, parts.say);
  return ref === undefined ? undefined : openMilestone(parts, { ...call, args: {}, rows: [{ ref }] });
}

/** The editor's menu names only the file: what is under the cursor is meant. */
function pointedAt({ store }: CommandParts, { args, rows, byProgram }: Call): string | undefined {
  if (byProgram || rows.length > 0 || args.plan === undefined) return undefined;
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === args.plan ? refAtCursor(store, editor) : undefined;
}

type StepItem = vscode.QuickPickItem & { readonly ref?: string | undefined };

function titleOf({ title }: NonNullable<Step['milestone']>, say: Say): string {
  return typeof title === 'string' ? title : say(title);
}

/** The steps of the chain; what stands for several of them cannot be chosen. */
async function askStep({ answer, steps }: Why, say: Say): Promise<string | undefined> {
  const items = steps.map(
    ({ says, milestone }): StepItem =>
      milestone
        ? { label: forPick(titleOf(milestone, say)), detail: forPick(say(milestone.because)), ref: milestone.ref }
        : { label: forPick(say(says)), kind: vscode.QuickPickItemKind.Separator },
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: forNotice(say(answer)),
    placeHolder: vscode.l10n.t('Choose a step to go to its milestone'),
  });
  return chosen?.ref;
}
