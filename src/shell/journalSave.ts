// Saves a document after an edit of ours: never over what another program has written meanwhile, and so that a crash in the middle can be undone.
import type * as vscode from 'vscode';
import { type Message, message } from '../base/message';
import type { Noted } from './journal';
import { decode, readFound } from './sources';

/** The change stands in the document. */
export interface Applied {
  readonly applied: true;
  /** Also on the disk. False for a document that had unsaved changes before, and when saving failed. */
  readonly saved: boolean;
  /** What the person should know nevertheless, such as a file that another program has changed. */
  readonly note?: Message;
}

/** Saves the document, whose file held `before` when its edit was planned. */
export async function saveEdit(document: vscode.TextDocument, before: string, noted: Noted): Promise<Applied> {
  const result = document.isDirty
    ? await saveUnlessOvertaken(document, before)
    : ({ applied: true, saved: true } as const);
  await noted.settle();
  return result;
}

async function saveUnlessOvertaken(document: vscode.TextDocument, before: string): Promise<Applied> {
  // Before it overwrites a file, the editor looks at its size: another day written in place of one, by another program, escapes it.
  if (await holdsOther(document.uri, before)) {
    const note = message(
      'Another program changed this plan at the same moment. Your change is in the editor and not saved; compare it with the file before you save.',
    );
    return { applied: true, saved: false, note };
  }
  // When saving fails, the editor itself says why and offers what can be done; a second notice would only be in the way.
  return { applied: true, saved: await document.save().then(undefined, () => false) };
}

async function holdsOther(uri: vscode.Uri, before: string): Promise<boolean> {
  try {
    const found = await readFound(uri);
    const text = found && decode(found.bytes);
    return text === undefined || withLineFeeds(text) !== withLineFeeds(before);
  } catch {
    // Saving will tell what is wrong with it.
    return false;
  }
}

/** The editor settles on one line ending, so line endings do not count. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
