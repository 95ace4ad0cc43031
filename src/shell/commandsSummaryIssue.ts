// The commands that issue a summary, which is to save it with what it promises, and that look whether an issued one is true. Write no sentence of a summary.
import * as vscode from 'vscode';
import { promisesOf } from '../agreement/promises';
import { type IssuedSummary, type SummaryFile, summaryFileText } from '../agreement/summaryFile';
import { textDigest } from '../agreement/summaryFileDigest';
import { formatDay } from '../base/day';
import { message } from '../base/message';
import type { Document } from '../report/document';
import { documentMarkdown } from '../report/documentMarkdown';
import { plain } from '../report/plain';
import { verifySummary as verified } from '../report/verify';
import type { Call } from './commandsArguments';
import type { CommandParts, Outcome } from './commandsCore';
import { madeFor } from './commandsSummary';
import { fileAt, headCommit } from './git';
import { forNotice, forPick } from './promptsText';
import { editorLocale } from './say';
import { readSettings } from './settings';
import { addIssued, fileNameOf, type IssuedFile, issuedBeside, readIssued } from './summaryFiles';
import { tableOf } from './summaryLanguages';
import type { MadeSummary } from './summaryMake';
import { groundOf } from './summaryVerify';

export async function issueSummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const made = await madeFor(parts, call, vscode.l10n.t('Issue Summary'));
  return made && 'document' in made ? issue(parts, made) : made;
}

/** Saves it, and opens what was saved. */
export async function issue(parts: CommandParts, made: MadeSummary): Promise<Outcome> {
  const { plan, choice, today } = made;
  if (!plan) return message('A summary can be issued of one plan at a time.');
  if (plan.stale) return message('The plan file cannot be read now, so no summary of it can be issued.');
  const file = vscode.Uri.parse(plan.uri, true);
  if (file.scheme === 'untitled') return message('Save the plan first, so that the summary can lie beside it.');
  const commit = await commitOf(file, plan.text);
  const text = summaryFileText(issuedOf(made, file, commit), documentMarkdown(made.document));
  const uri = await addIssued(file, { on: today, audience: choice.audience, text });
  if (!uri)
    return message('The summary could not be saved in the folder {folder}.', { folder: '.milestones/summaries' });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  parts.preview.refresh();
  return undefined;
}

function issuedOf(made: MadeSummary, file: vscode.Uri, commit: string | undefined): IssuedSummary {
  const { plan, choice, today, since } = made;
  const { day, before } = since;
  const label = before?.label;
  return {
    on: today,
    plan: fileNameOf(file),
    audience: choice.audience,
    language: choice.language,
    planDigest: textDigest(plan?.text ?? ''),
    ...(commit === undefined ? {} : { commit }),
    ...(day === undefined ? {} : { since: day }),
    options: {
      ...(choice.mermaid ? { mermaid: true } : {}),
      ...(choice.trace ? { trace: true } : {}),
      ...(label === undefined ? {} : { label }),
      dueSoonDays: readSettings().dueSoonDays,
    },
    promises: plan ? promisesOf(plan) : [],
    ...(before ? { before: before.promises } : {}),
  };
}

/** The commit that is checked out, if it holds the plan as it is now. */
async function commitOf(file: vscode.Uri, text: string): Promise<string | undefined> {
  const commit = await headCommit(file);
  const committed = commit === undefined ? undefined : await fileAt(file, commit);
  return committed !== undefined && textDigest(committed) === textDigest(text) ? commit : undefined;
}

export async function verifySummary(parts: CommandParts, call: Call): Promise<Outcome> {
  const uri = fileNamed(call) ?? activeFile() ?? (call.byProgram ? undefined : await askIssued(parts));
  if (!uri) return call.byProgram ? message('Say which summary: the URI of its file.') : undefined;
  const file = await readIssued(uri);
  if (!file) return message('The summary {name} cannot be read.', { name: fileNameOf(uri) });
  if ('text' in file) return message('{name} cannot be verified. {reason}', { name: fileNameOf(uri), reason: file });
  await parts.store.settled();
  const ground = await groundOf(parts.store, uri, file.summary);
  const table = await tableOf(parts.context.extension.extensionUri, file.summary.language);
  const { verdict, result, findings } = verified(file, ground && { ...ground, table });
  const { say } = parts;
  if (verdict === 'true') {
    void vscode.window.showInformationMessage(forNotice(say(result)));
    return undefined;
  }
  const title = message('Verified: {name}', { name: plain(fileNameOf(uri)) });
  const document: Document = {
    title: say(title),
    locale: editorLocale(),
    blocks: [
      { kind: 'heading', level: 1, runs: [say(title)] },
      { kind: 'paragraph', runs: [{ kind: 'strong', text: say(result) }] },
      { kind: 'list', items: findings.map((finding) => [say(finding)]) },
      ...editedNote(file, say),
    ],
  };
  const shown = await vscode.workspace.openTextDocument({ language: 'markdown', content: documentMarkdown(document) });
  await vscode.window.showTextDocument(shown, { preview: false });
  return undefined;
}

function editedNote({ edited }: SummaryFile, say: CommandParts['say']): Document['blocks'] {
  if (!edited) return [];
  const text = say(message('The text of the summary was changed after it had been issued.'));
  return [{ kind: 'paragraph', runs: [text] }];
}

function fileNamed({ args }: Call): vscode.Uri | undefined {
  const named = args.uri ?? args.plan;
  if (named === undefined) return undefined;
  try {
    return vscode.Uri.parse(named, true);
  } catch {
    return undefined;
  }
}

function activeFile(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && /\/\.milestones\/summaries\/[^/]+\.md$/i.test(uri.path) ? uri : undefined;
}

async function askIssued({ store }: CommandParts): Promise<vscode.Uri | undefined> {
  const found = new Map<string, IssuedFile>();
  for (const { uri } of store.snapshot?.plans ?? [])
    for (const each of await issuedBeside(vscode.Uri.parse(uri, true))) found.set(each.uri.toString(), each);
  const items = [...found.values()]
    .sort((one, other) => other.summary.on - one.summary.on)
    .map(({ uri, name, summary }) => ({
      label: forPick(name),
      description: forPick(summary.plan),
      detail: formatDay(summary.on, editorLocale(), 'full'),
      uri,
    }));
  const placeHolder =
    items.length > 0 ? vscode.l10n.t('Choose a summary') : vscode.l10n.t('No summary has been issued yet');
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Verify Summary'), placeHolder }))?.uri;
}
