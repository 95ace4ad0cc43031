// The only way a plan file is changed: the smallest edits to the text of the moment, verified, as one undo; refused rather than misplaced.
import * as vscode from 'vscode';
import { type Message, message } from '../base/message';
import type { Change, PlannedEdit } from '../model/change';
import { planEdit } from '../model/edit';
import { unfitText } from '../model/editText';
import type { ReadText } from '../model/read';
import { follows } from './documents';
import { type Journal, type Noted, notNoted } from './journal';
import { type Applied, saveEdit, withLineFeeds } from './journalSave';
import { planBaseName } from './planNames';
import type { Settings } from './settings';

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
  /** Where every save is noted before it begins. */
  readonly journal?: Journal;
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
  // A file whose last save was cut short is found before an edit of ours could make it look like somebody's work.
  await parts.journal?.looked();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { maxFileBytes, saveAfterEdit } = parts.settings();
    const obstacle = await obstacleIn(document, maxFileBytes);
    if (obstacle) return { refused: obstacle };
    const saves = saveAfterEdit && !document.isDirty && !document.isUntitled;
    const outcome = await attemptEdit({ document, changes, saves }, parts);
    if (outcome === 'overtaken') continue;
    if ('refused' in outcome) {
      parts.log.info(`${uri.toString(true)}: refused: ${outcome.refused.text}`);
      return outcome;
    }
    parts.edited();
    if (saves && outcome.text === document.getText()) return await saveEdit(document, outcome.before, outcome.noted);
    await outcome.noted.settle();
    return { applied: true, saved: false };
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

interface Attempt {
  readonly document: vscode.TextDocument;
  readonly changes: readonly Change[];
  /** Whether the document is to be saved afterwards. */
  readonly saves: boolean;
}

interface Made {
  readonly before: string;
  readonly text: string;
  readonly noted: Noted;
}

/** One synchronous step from the text of the moment to the edit, which is only made when the document is still at that version. */
async function attemptEdit(
  { document, changes, saves }: Attempt,
  { settings, read, journal }: PlanEditorParts,
): Promise<Declined | 'overtaken' | Made> {
  const before = document.getText();
  const options = { maxBytes: settings().maxFileBytes, ...(read ? { read } : {}) };
  const planned = planEdit(before, planBaseName(document.uri.path), changes, options);
  if ('refused' in planned) return { refused: planned.message };
  if (planned.text === before) return { before, text: before, noted: notNoted };
  const first = firstTextAfter(document);
  const writing = write(document, planned.edits);
  const mark = document.encoding === 'utf8bom';
  const noting = saves ? journal?.note({ uri: document.uri, before, after: planned.text, mark }) : undefined;
  const done = await writing;
  const result = first.stop();
  const noted = (await noting) ?? notNoted;
  const text = result ?? document.getText();
  if (done && withLineFeeds(text) === withLineFeeds(planned.text)) return { before, text, noted };
  await noted.settle();
  if (!done) return 'overtaken';
  await takeBack(document, result, before);
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
