// What a person did on the timeline's page, carried out. Knows the messages of the page and the commands, and computes nothing.
import * as vscode from 'vscode';
import type { Say } from '../base/message';
import type { FromPanel, PanelAudience, PanelCommand, ToPanel } from '../protocol/messages';
import { cardOf } from '../report/card';
import type { Snapshot } from '../snapshot';
import type { PlanEditor } from './applyChange';
import { errorText } from './log';
import { type Answered, depend, move, set } from './panelActChange';
import type { Previews } from './panelPreview';
import { forNotice } from './promptsText';
import type { PlanStore } from './store';

/** What carrying out stands on; one for each page. */
export interface ActParts {
  readonly store: PlanStore;
  readonly editor: PlanEditor;
  readonly say: Say;
  readonly log: vscode.LogOutputChannel;
  /** Whose eyes the page is for now. */
  readonly audience: PanelAudience;
  readonly previews: Previews;
  post(message: ToPanel): void;
  setAudience(audience: PanelAudience): void;
}

/** Whatever is about the plans. What is about the panel itself or about an export is not for here, and nothing happens. */
export function carryOut(message: FromPanel, parts: ActParts): void {
  switch (message.type) {
    case 'open':
      // The page keeps the focus: who presses Enter in it must not find themselves typing in the file.
      command('openMilestone', { ref: message.ref }, 'preview');
      break;
    case 'act':
      command(message.action, { ref: message.ref });
      break;
    case 'set':
      tellRefusal(parts, set(parts, message));
      break;
    case 'move':
      settle(parts, message.id, move(parts, message.move));
      break;
    case 'depend':
      settle(parts, message.id, depend(parts, message));
      break;
    case 'preview':
      parts.previews.ask(message.id, message.move);
      break;
    case 'card':
      answerCard(parts, message.ref);
      break;
    case 'audience':
      parts.setAudience(message.audience);
      break;
    case 'run':
      run(parts, message.command, message.ref);
      break;
  }
}

/** The milestone or plan a message is about; `undefined` where it is about none. */
export function refOf(message: FromPanel): string | undefined {
  if ('ref' in message) return message.ref;
  return 'move' in message ? message.move.ref : undefined;
}

function command(name: string, ...args: readonly unknown[]): void {
  void vscode.commands.executeCommand(`milepost.${name}`, ...args);
}

/** The page waits for the end of a gesture, and shows itself why it was not made. */
function settle(parts: ActParts, id: number, made: Promise<Answered>): void {
  void sentence(parts, made).then((refused) =>
    parts.post({ type: 'settled', id, ...(refused === undefined ? {} : { refused }) }),
  );
}

function tellRefusal(parts: ActParts, made: Promise<Answered>): void {
  void sentence(parts, made).then((refused) => {
    if (refused !== undefined) void vscode.window.showWarningMessage(refused);
  });
}

/** Why a change was not made, in the reader's language. */
async function sentence({ say, log }: ActParts, made: Promise<Answered>): Promise<string | undefined> {
  try {
    const refused = await made;
    return refused && forNotice(say(refused));
  } catch (error) {
    log.error(errorText(error));
    return vscode.l10n.t('This did not work because of a mistake in Milepost. The log says more.');
  }
}

function answerCard({ store, say, audience, post }: ActParts, ref: string): void {
  const card = store.snapshot && cardOf(store.snapshot, ref, { say, audience });
  if (card) post({ type: 'card', ref, card });
}

function run({ store }: ActParts, name: PanelCommand, ref: string | undefined): void {
  if (name === 'createPlan') command('createPlan');
  else if (name === 'showProblems') void vscode.commands.executeCommand('workbench.actions.view.problems');
  else {
    const plan = ref ?? planInTrouble(store.snapshot);
    if (plan !== undefined) void vscode.window.showTextDocument(vscode.Uri.parse(plan, true));
  }
}

/** The plan to look at when nobody said which: one that cannot be read, else any. */
function planInTrouble(snapshot: Snapshot | undefined): string | undefined {
  const broken = snapshot?.broken[0] ?? snapshot?.plans.find((plan) => plan.stale) ?? snapshot?.plans[0];
  return broken?.uri;
}
