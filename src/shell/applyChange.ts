// The only way a plan file is changed: the smallest edits to the text of the moment, verified, as one undo; refused rather than misplaced.
import * as vscode from 'vscode';
import { type Message, message } from '../base/message';
import type { Change, PlannedEdit } from '../model/change';
import { planEdit } from '../model/edit';
import { unfitText } from '../model/editText';
import type { ReadText } from '../model/read';
import { follows } from './documents';
import { planBaseName } from './planNames';
import type { Settings } from './settings';

/** The change stands in the document. */
export interface Applied {
  readonly applied: true;
  /** Also on the disk. False for a document that had unsaved changes before, and when saving failed. */
  readonly saved: boolean;
  /** What the person should know nevertheless, such as a file that another program has changed. */
  readonly note?: Message;
}

/** Nothing was changed, for this reason. */
export interface Declined {
  readonly refused: Message;
}

export interface PlanEditor {
  /** Makes all changes to one file as one edit, or none of them. Calls for the same file wait for each other. */
  applyChanges(uri: vscode.Uri, changes: readonly Change[]): Promise<Applied | Declined>;
}

export interface PlanEditorParts {
  readonly log: vscode.LogOutputChannel;
  readonly settings: () => Settings;
  /** The store's, so that neither of the two reads what the other has just read. */
  readonly read?: ReadText;
  /** Called once an edit stands in its document. */
  readonly edited: () => void;
}

export function planEditor(parts: PlanEditorParts): PlanEditor {
  const turns = new Map<string, Promise<unknown>>();
  const applyChanges = (uri: vscode.Uri, changes: readonly Change[]) => {
    const key = uri.toString();
    const turn = (turns.get(key) ?? Promise.resolve()).then(() => edit(uri, changes, parts));
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    turns.set(key, settled);
    void settled.then(() => {
      if (turns.get(key) === settled) turns.delete(key);
    });
    return turn;
  };
  return { applyChanges };
}

const attempts = 3;
const followMs = 1500;

async function edit(uri: vscode.Uri, changes: readonly Change[], parts: PlanEditorParts): Promise<Applied | Declined> {
  const document = await open(uri);
  if (!document) return { refused: message('This plan cannot be opened any more.') };
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const obstacle = await obstacleIn(document, parts.settings().maxFileBytes);
    if (obstacle) return { refused: obstacle };
    const wasDirty = document.isDirty;
    const outcome = await attemptEdit(document, changes, parts);
    if (outcome === 'overtaken') continue;
    if ('refused' in outcome) {
      parts.log.info(`${uri.toString(true)}: refused: ${outcome.refused.text}`);
      return outcome;
    }
    parts.edited();
    if (wasDirty || document.isUntitled || !parts.settings().saveAfterEdit) return { applied: true, saved: false };
    return outcome.text === document.getText() ? await save(document) : { applied: true, saved: false };
  }
  return { refused: message('This plan is being changed by something else. Nothing was changed here; try again.') };
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Why this document should not be edited by a program at all; `undefined` when it may. */
async function obstacleIn(document: vscode.TextDocument, maxBytes: number): Promise<Message | undefined> {
  if (document.isUntitled) return undefined;
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
    'This plan was changed by another program and the editor still shows the old text. Reopen it and try again.',
  );
}

function readOnly(): Message {
  return message('This plan is read-only.');
}

/** One synchronous step from the text of the moment to the edit, which is only made when the document is still at that version. */
async function attemptEdit(
  document: vscode.TextDocument,
  changes: readonly Change[],
  { settings, read }: PlanEditorParts,
): Promise<Declined | 'overtaken' | { readonly text: string }> {
  const text = document.getText();
  const options = { maxBytes: settings().maxFileBytes, ...(read ? { read } : {}) };
  const planned = planEdit(text, planBaseName(document.uri.path), changes, options);
  if ('refused' in planned) return { refused: planned.message };
  if (planned.text === text) return { text };
  const after = firstTextAfter(document);
  const done = await write(document, planned.edits);
  const result = after.stop();
  if (!done) return 'overtaken';
  if (withLineFeeds(result ?? document.getText()) === withLineFeeds(planned.text)) {
    return { text: result ?? document.getText() };
  }
  await takeBack(document, result, text);
  return { refused: message('The editor did not make this change as intended, so it was taken back.') };
}

/**
 * One undoable edit of the document as it is now; false when it has changed meanwhile. In the active editor a workspace edit is made smaller by
 * VS Code before it is applied and may then land in a text that was typed in between, so what a person may type in is edited through its editor,
 * which checks the version and changes the text in one step.
 */
function write(document: vscode.TextDocument, edits: PlannedEdit['edits']): Thenable<boolean> {
  const placed = edits.map(({ span, text }) => ({
    range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
    text,
  }));
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  if (editor) {
    const replace = (builder: vscode.TextEditorEdit) => {
      for (const { range, text } of placed) builder.replace(range, text);
    };
    // An editor that is closed just now rejects; the next attempt finds the document without it.
    return editor.edit(replace, { undoStopBefore: true, undoStopAfter: true }).then(undefined, () => false);
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of placed) edit.replace(document.uri, range, text);
  return vscode.workspace.applyEdit(edit);
}

/** The text right after the next change. What a person types while the answer is on its way would only come after it. */
function firstTextAfter(document: vscode.TextDocument): { stop(): string | undefined } {
  let text: string | undefined;
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document === document && event.contentChanges.length > 0) text ??= document.getText();
  });
  return {
    stop: () => {
      listener.dispose();
      return text;
    },
  };
}

/** Puts the old text back, unless somebody has gone on typing, whose words come first. */
async function takeBack(document: vscode.TextDocument, result: string | undefined, before: string): Promise<void> {
  const now = document.getText();
  if (now !== result) return;
  await write(document, [{ span: { start: 0, end: now.length }, text: before }]);
}

async function save(document: vscode.TextDocument): Promise<Applied> {
  if (!document.isDirty) return { applied: true, saved: true };
  const saved = await document.save().then(undefined, () => false);
  if (saved) return { applied: true, saved };
  const note = message('The change is in the editor but could not be saved. Look at the file, then save it yourself.');
  return { applied: true, saved: false, note };
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
