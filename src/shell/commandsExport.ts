// The command that exports a timeline: asks which plan and which format, unless a program says so.
import * as vscode from 'vscode';
import { message } from '../base/message';
import { type ExportFormat, exportFormats } from '../protocol/messages';
import type { Call } from './commandsArguments';
import { type CommandParts, type Outcome, planNamed, snapshotFor } from './commandsCore';
import { askPlan } from './prompts';

export async function exportTimeline(parts: CommandParts, call: Call): Promise<Outcome> {
  const snapshot = await snapshotFor(parts, call);
  if (snapshot.plans.length === 0) return message('There is no plan yet to export.');
  const named = planNamed(snapshot, call);
  if (typeof named === 'object') return named;
  const { format: given, uri } = call.args;
  if (call.byProgram && (given === undefined || uri === undefined))
    return message('Say which format and where to: svg, png or html, and the URI of a file.');
  const isOpen = parts.timeline.column !== undefined;
  const what = call.byProgram || named !== undefined || !isOpen ? 'whole' : await askWhat();
  if (what === undefined) return undefined;
  if (what === 'shown') return exportShown(parts, given);
  const plan = named ?? (call.byProgram ? '' : await askPlan(snapshot, vscode.l10n.t('Export Timeline'), true));
  if (plan === undefined) return undefined;
  const format = given ?? (await askFormat());
  if (format === undefined) return undefined;
  const asked = plan === '' ? {} : { plan };
  // Only a page can make pixels.
  if (format === 'png' && parts.timeline.column === undefined) parts.timeline.show(asked.plan);
  const target = uri === undefined ? undefined : uriOf(uri);
  if (uri !== undefined && !target) return message('{uri} is no URI of a file.', { uri });
  return parts.exporter.run({ snapshot, asked, format, target, post: (message) => parts.timeline.post(message) });
}

function uriOf(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text, true);
  } catch {
    return undefined;
  }
}

/** Only the page knows what it shows; it asks for the export itself. */
async function exportShown({ timeline }: CommandParts, given: ExportFormat | undefined): Promise<undefined> {
  const format = given ?? (await askFormat());
  if (format !== undefined) timeline.post({ type: 'exportShown', format });
  return undefined;
}

async function askWhat(): Promise<'shown' | 'whole' | undefined> {
  const items = [
    { label: vscode.l10n.t('What the timeline shows'), what: 'shown' as const },
    { label: vscode.l10n.t('A whole plan'), what: 'whole' as const },
  ];
  const title = vscode.l10n.t('Export Timeline');
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose what to export'),
  });
  return chosen?.what;
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const words: Readonly<Record<ExportFormat, readonly [string, string]>> = {
    svg: [vscode.l10n.t('SVG picture'), vscode.l10n.t('Sharp at any size, for documents and slides')],
    png: [vscode.l10n.t('PNG picture'), vscode.l10n.t('Twice as fine as on the screen, for mails and chats')],
    html: [vscode.l10n.t('Web page'), vscode.l10n.t('Picture and table in one file, to mail or to print')],
  };
  const items = exportFormats.map((format) => ({ label: words[format][0], detail: words[format][1], format }));
  const title = vscode.l10n.t('Export Timeline');
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Choose a format') });
  return chosen?.format;
}
