// The commands that hand a summary to the person: as a document, on the clipboard, as a page, or in the preview. Writes no sentence of it.
import * as vscode from 'vscode';
import { message } from '../base/message';
import { documentHtml } from '../report/documentHtml';
import { documentText } from '../report/documentText';
import { exportName } from '../report/exportName';
import type { Call } from './commandsArguments';
import { type CommandParts, type Outcome, planNamed } from './commandsCore';
import { askTarget, tellWritten, write } from './exportSave';
import { errorText } from './log';
import { askPlan } from './prompts';
import { forNotice } from './promptsText';
import { askChoice, choiceOf } from './summaryAsk';
import { withChances } from './summaryChances';
import { rememberChoice, type SummaryChoice, usualChoice } from './summaryChoice';
import { rememberMade } from './summaryDays';
import { type MadeSummary, makeSummary, onlyPlan } from './summaryMake';

export async function generateSummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const made = await madeFor(parts, call, vscode.l10n.t('Generate Status Summary'));
  return made && 'document' in made ? showMarkdown(parts, made) : made;
}

export async function generateSummaryText(parts: CommandParts, call: Call): Promise<Outcome> {
  const made = await madeFor(parts, call, vscode.l10n.t('Generate Summary for E-mail'));
  return made && 'document' in made ? showText(parts, made) : made;
}

export async function generateSummaryHtml(parts: CommandParts, call: Call): Promise<Outcome> {
  const target = call.args.uri === undefined ? undefined : uriOf(call.args.uri);
  if (call.args.uri !== undefined && !target) return message('{uri} is no URI of a file.', { uri: call.args.uri });
  const made = await madeFor(parts, call, vscode.l10n.t('Save Summary as Web Page'));
  return made && 'document' in made ? saveHtml(parts, made, target) : made;
}

export async function copySummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const made = await madeFor(parts, call, vscode.l10n.t('Copy Status Summary'));
  return made && 'document' in made ? copyMarkdown(parts, made) : made;
}

/** Asks for everything first, and hands the summary over as a document. */
export async function summaryOptions(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Summary with Options');
  const chosen = await chosenFor(parts, call, title);
  if (!chosen || 'text' in chosen) return chosen;
  const snapshot = await parts.store.flush();
  const plan = onlyPlan(snapshot, chosen.plan);
  const today = plan?.schedule.today ?? snapshot.today;
  const place = plan && vscode.Uri.parse(plan.uri, true);
  const choice = call.byProgram ? chosen : await askChoice(chosen, today, place);
  if (!choice) return undefined;
  await rememberChoice(parts.context.workspaceState, choice);
  const made = await makeSummary(parts, await withChances(await parts.store.flush()), choice);
  return 'document' in made ? showMarkdown(parts, made) : made;
}

export async function previewSummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const chosen = await chosenFor(parts, call, vscode.l10n.t('Preview Summary'));
  if (!chosen || 'text' in chosen) return chosen;
  parts.preview.show(chosen);
  return undefined;
}

async function showMarkdown(parts: CommandParts, made: MadeSummary): Promise<Outcome> {
  if (made.wrong) return made.wrong;
  const content = made.markdown;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
  } catch (error) {
    // The text is what was asked for; an editor without a Markdown preview still has it.
    parts.log.warn(`No preview: ${errorText(error)}`);
  }
  return handedOver(parts, made);
}

async function showText(parts: CommandParts, made: MadeSummary): Promise<Outcome> {
  const content = documentText(made.document);
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: false });
  return handedOver(parts, made);
}

export async function copyMarkdown(parts: CommandParts, made: MadeSummary): Promise<Outcome> {
  if (made.wrong) return made.wrong;
  await vscode.env.clipboard.writeText(made.markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Status summary copied'), 4000);
  return handedOver(parts, made);
}

export async function copyText(parts: CommandParts, made: MadeSummary): Promise<Outcome> {
  await vscode.env.clipboard.writeText(documentText(made.document));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Status summary copied'), 4000);
  return handedOver(parts, made);
}

export async function saveHtml(parts: CommandParts, made: MadeSummary, given?: vscode.Uri): Promise<Outcome> {
  const { plan, today, document, choice, place } = made;
  const name = exportName(`${plan?.baseName ?? 'milestones'}-${choice.audience}`, today, 'html');
  const state = parts.context.workspaceState;
  const title = vscode.l10n.t('Save Summary as Web Page');
  const target = given ?? (await askTarget(state, { format: 'html', name, folder: folderOf(made), title }));
  if (!target) return undefined;
  // What a client gets tells nothing of files.
  const options = choice.audience === 'team' ? { trace: place } : {};
  await write(target, documentHtml(document, options));
  if (!given) tellWritten(target, '');
  return handedOver(parts, made);
}

/** Beside the plan's own file. */
function folderOf({ plan }: MadeSummary): vscode.Uri {
  const file = plan && vscode.Uri.parse(plan.uri, true);
  if (file && file.scheme !== 'untitled') return vscode.Uri.joinPath(file, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.from({ scheme: 'file', path: '/' });
}

async function handedOver(parts: CommandParts, { plan, choice, snapshot, today }: MadeSummary): Promise<undefined> {
  await rememberMade(parts.context.workspaceState, plan?.uri ?? choice.plan, today);
  const [stale] = snapshot.plans.filter((each) => each.stale && (plan === undefined || each.uri === plan.uri));
  if (stale) warnOfStale(stale.plan.project);
  return undefined;
}

/** The text says it too, but a person about to hand it on looks at the headline first. Waits for no answer. */
function warnOfStale(project: string): void {
  const show = vscode.l10n.t('Show Problems');
  const text = vscode.l10n.t(
    'The file of {0} cannot be read now, so the summary tells its last good state.',
    forNotice(project),
  );
  void vscode.window.showWarningMessage(text, show).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

export async function madeFor(parts: CommandParts, call: Call, title: string): Promise<MadeSummary | Outcome> {
  const choice = await chosenFor(parts, call, title);
  if (!choice || 'text' in choice) return choice;
  return makeSummary(parts, await withChances(await parts.store.flush()), choice);
}

/** What the caller says, else what was chosen the last time; the plan is asked for where nothing tells it. */
async function chosenFor(parts: CommandParts, call: Call, title: string): Promise<SummaryChoice | Outcome> {
  const snapshot = await parts.store.settled();
  if (snapshot.plans.length === 0) return message('There is no plan yet to sum up.');
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  const uri = named ?? activePlan(parts) ?? (call.byProgram ? '' : await askPlan(snapshot, title, true));
  if (uri === undefined) return undefined;
  const choice = choiceOf(usualChoice(parts.context.workspaceState), call.args);
  return 'text' in choice || uri === '' ? choice : { ...choice, plan: uri };
}

/** The plan whose file the person is looking at. */
function activePlan({ store }: CommandParts): string | undefined {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  return store.snapshot?.plans.find((plan) => plan.uri === active)?.uri;
}

function uriOf(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}
