// Finds a save of ours that another program has written over in the same moment: both found the file as it had been, and the editor of the first notices nothing.
import * as vscode from 'vscode';
import { type Message, message, type Say } from '../base/message';
import { forNotice } from './promptsText';
import { decode, readFound } from './sources';

/** A save takes less; a person needs longer to take a change back. */
const afterMs = 400;

const lastSave = new WeakMap<vscode.TextDocument, symbol>();

/**
 * What to tell when the change that was just saved is not in the file any more; nothing when something newer was done to the document by us or is not saved yet.
 * @param isMissing says of a text whether the change would have to be made in it
 */
export async function overwritten(
  document: vscode.TextDocument,
  isMissing: (text: string) => boolean,
): Promise<Message | undefined> {
  const own = Symbol();
  lastSave.set(document, own);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  if (document.isDirty || document.isClosed || lastSave.get(document) !== own) return undefined;
  const text = await textAt(document.uri);
  if (text === undefined || !isMissing(text)) return undefined;
  return message('Another program saved this plan at the same moment and wrote over your change. Make it again.');
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const found = await readFound(uri);
    return found && decode(found.bytes);
  } catch {
    return undefined;
  }
}

/** Shows a note as a notice. */
export function noticeWith(say: Say): (note: Message) => void {
  return (note) => void vscode.window.showWarningMessage(forNotice(say(note)));
}
