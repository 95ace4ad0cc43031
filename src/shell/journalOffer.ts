// Offers to restore a change whose save was cut short, and restores it: one undoable edit, never over newer work that the person has not seen.
import * as vscode from 'vscode';
import type { Interrupted } from './journal';
import { bytesAfter, type JournalEntry, sameBytes, stateOfSave } from './journalEntry';
import { forNotice } from './promptsText';
import { readFound } from './sources';

/** One notice for everything that was cut short. Resolves when the person has answered. */
export function restoreOffer(
  subscriptions: vscode.Disposable[],
): (interrupted: readonly Interrupted[]) => Promise<void> {
  const compare = comparison(subscriptions);
  return async (interrupted) => {
    const [first] = interrupted;
    if (!first) return;
    const [restore, look] = [vscode.l10n.t('Restore'), vscode.l10n.t('Compare')];
    const answer = await vscode.window.showWarningMessage(notice(first.entry, interrupted.length), restore, look);
    if (answer === look) for (const one of interrupted) await compareFirst(one, compare);
    if (answer === restore) for (const one of interrupted) await restoreOne(one, compare);
  };
}

/** What became of an attempt to restore. `newer`: nothing was touched, because somebody has worked on the file since. */
export type Restored = 'restored' | 'newer' | 'failed';

/** Brings the text back that was to be saved: as an edit of the document, or into the file where it cannot be opened as a text. */
export async function restoreText(entry: JournalEntry, overNewer: boolean): Promise<Restored> {
  const uri = vscode.Uri.parse(entry.uri, true);
  const wanted = bytesAfter(entry);
  const found = await readFound(uri);
  if (found && sameBytes(found.bytes, wanted)) return 'restored';
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  const newer = document?.isDirty === true || (found !== undefined && stateOfSave(entry, found) !== 'torn');
  if (newer && !overNewer) return 'newer';
  if (document && !((await replaceText(document, entry.after)) && (await document.save()))) return 'failed';
  // A mark that was lost with the rest of the file comes back with its bytes; a document cannot be given one.
  const saved = await readFound(uri);
  if (!saved || !sameBytes(saved.bytes, wanted)) await vscode.workspace.fs.writeFile(uri, wanted);
  return 'restored';
}

type Compare = (entry: JournalEntry) => Promise<void>;

async function restoreOne(interrupted: Interrupted, compare: Compare): Promise<void> {
  const outcome = await tried(interrupted.entry, false);
  if (outcome === 'newer') await compareFirst(interrupted, compare);
  else await end(interrupted, outcome);
}

/** Shows both texts, and restores when the person still wants it. */
async function compareFirst(interrupted: Interrupted, compare: Compare): Promise<void> {
  await compare(interrupted.entry);
  const restore = vscode.l10n.t('Restore');
  const sentence = vscode.l10n.t(
    'On the right is {file} as it was to be saved. Restore it, or close this to keep what is on the left.',
    { file: nameOf(interrupted.entry) },
  );
  if ((await vscode.window.showWarningMessage(sentence, restore)) !== restore) return;
  await end(interrupted, await tried(interrupted.entry, true));
}

async function tried(entry: JournalEntry, overNewer: boolean): Promise<Restored> {
  return restoreText(entry, overNewer).then(undefined, () => 'failed' as const);
}

async function end({ entry, forget }: Interrupted, outcome: Restored): Promise<void> {
  if (outcome === 'restored') return forget();
  const sentence = vscode.l10n.t('{file} could not be restored. It is offered again when the editor starts next.', {
    file: nameOf(entry),
  });
  void vscode.window.showErrorMessage(sentence);
}

function notice(entry: JournalEntry, count: number): string {
  if (count === 1)
    return vscode.l10n.t('The editor ended while it saved {file}, so the file is incomplete. Restore your change?', {
      file: nameOf(entry),
    });
  return vscode.l10n.t(
    'The editor ended while it saved {count} plans, so the files are incomplete. Restore your changes?',
    { count },
  );
}

function nameOf(entry: JournalEntry): string {
  return forNotice(vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri, true)));
}

/** The whole text with its own line ends, as one undo. */
async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const lineEnds = text.includes('\r\n') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [vscode.TextEdit.setEndOfLine(lineEnds), vscode.TextEdit.replace(whole, text)]);
  return (await vscode.workspace.applyEdit(edit)) && document.getText() === text;
}

const scheme = 'milepost-journal';

/** Shows the file as it is beside what was to be saved. The right side is a text of nobody's disk. */
function comparison(subscriptions: vscode.Disposable[]): Compare {
  const texts = new Map<string, string>();
  return async (entry) => {
    if (texts.size === 0) {
      const provideTextDocumentContent = (uri: vscode.Uri) => texts.get(uri.toString());
      subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent }));
    }
    const uri = vscode.Uri.parse(entry.uri, true);
    const right = vscode.Uri.from({ scheme, path: uri.path, query: String(entry.at) });
    texts.set(right.toString(), entry.after);
    const title = vscode.l10n.t('{file}: incomplete ↔ as it was to be saved', { file: nameOf(entry) });
    await vscode.commands.executeCommand('vscode.diff', uri, right, title);
  };
}
