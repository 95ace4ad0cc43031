// A plan's document before and after an edit of ours: whether it may be edited at all, and what became of it. Makes no edit.
import * as vscode from 'vscode';
import { type Message, message } from '../base/message';
import { unfitText } from '../model/editText';
import type { ReadText } from '../model/read';
import { follows } from './documents';
import type { Journal } from './journal';
import type { Settings } from './settings';

export interface PlanEditorParts {
  readonly log: vscode.LogOutputChannel;
  readonly settings: () => Settings;
  /** The store's, so that neither of the two reads what the other has just read. */
  readonly read?: ReadText;
  /** Where every save is noted before it begins. */
  readonly journal?: Journal;
  /** Called once an edit stands in its document. */
  readonly edited: () => void;
  /** Shows what turns out only a moment after an edit. */
  readonly tell?: (note: Message) => void;
}

/** Nothing was changed, for this reason. */
export interface Declined {
  readonly refused: Message;
}

const followMs = 1500;

export async function openPlan(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Why this document should not be edited by a program at all; `undefined` when it may. */
export async function obstacleIn(document: vscode.TextDocument, maxBytes: number): Promise<Message | undefined> {
  if (document.isUntitled) return undefined;
  // Saving it would write bytes that nobody could read as a plan.
  if (!/^utf8(bom)?$/.test(document.encoding)) return unfitText('\ufffd')?.message;
  const { uri } = document;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return readOnly();
  try {
    const { permissions, size } = await vscode.workspace.fs.stat(uri);
    if (permissions) return readOnly();
    if (document.isDirty) return undefined;
    if (size > maxBytes) return message('This plan is too large to be changed here.');
    return await differenceFrom(await vscode.workspace.fs.readFile(uri), document);
  } catch {
    // A file that is gone may still be open with unsaved changes; those are worth no less.
    return document.isDirty ? undefined : message('This plan is not on the disk any more.');
  }
}

/** What saving the document would do to the file besides our change. */
async function differenceFrom(bytes: Uint8Array, document: vscode.TextDocument): Promise<Message | undefined> {
  // Bytes that are not UTF-8 become replacement characters, with which no text is edited.
  const text = new TextDecoder('utf-8').decode(bytes);
  const unfit = unfitText(text);
  if (unfit) return unfit.message;
  if (await follows(document, text, followMs)) return undefined;
  return message(
    'The editor and the file hold different texts of this plan. Compare them, save or reopen the plan, then try again.',
  );
}

function readOnly(): Message {
  return message('This plan is read-only.');
}

/** The text right after the next change. What a person types while the answer is on its way would only come after it. */
export function firstTextAfter({ uri }: vscode.TextDocument): { stop(): string | undefined } {
  let text: string | undefined;
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    // A document that no editor shows is another object once it has been closed and opened again.
    if (contentChanges.length > 0 && document.uri.toString() === uri.toString()) text ??= document.getText();
  });
  return {
    stop: () => {
      listener.dispose();
      return text;
    },
  };
}
