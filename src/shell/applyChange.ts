// The only way a plan file is changed: the smallest edits to the text of the moment, verified, as one undo; refused rather than misplaced.
import * as vscode from 'vscode';
import { message } from '../base/message';
import type { Change, PlannedEdit } from '../model/change';
import { planEdit } from '../model/edit';
import { type Declined, firstTextAfter, obstacleIn, openPlan, type PlanEditorParts } from './applyDocument';
import { applyTogether, type FileChanges, type Together } from './applyTogether';
import { type Noted, notNoted } from './journal';
import { type Applied, saveEdit, withLineFeeds } from './journalSave';
import { overwritten } from './overwritten';
import { planBaseName } from './planNames';

export interface PlanEditor {
  /** Makes all changes to one file as one edit, or none of them. Calls for the same file wait for each other. */
  applyChanges(uri: vscode.Uri, changes: readonly Change[]): Promise<Applied | Declined>;
  /** Makes changes to several files as one edit and one undo, or none of them; `previewed` lets the person look at them and choose first. */
  applyTogether(files: readonly FileChanges[], previewed: boolean): Promise<Together>;
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
  return { applyChanges, applyTogether: (files, previewed) => applyTogether(files, previewed, parts) };
}

const attempts = 3;

async function edit(uri: vscode.Uri, changes: readonly Change[], parts: PlanEditorParts): Promise<Applied | Declined> {
  const document = await openPlan(uri);
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
    if (saves && outcome.text === document.getText()) {
      const result = await saveEdit(document, outcome.before, outcome.noted);
      if (result.saved) {
        const looking = overwritten(document, (text) => isMissing(text, document, changes));
        void looking.then((note) => note && parts.tell?.(note));
      }
      return result;
    }
    await outcome.noted.settle();
    return { applied: true, saved: false };
  }
  return { refused: message('This plan is being changed by something else. Nothing was changed here; try again.') };
}

/** Whether changes would have to be made in a text; what they are refused for is not lost. */
function isMissing(text: string, { uri }: vscode.TextDocument, changes: readonly Change[]): boolean {
  const planned = planEdit(text, planBaseName(uri.path), changes);
  return !('refused' in planned) && planned.text !== text;
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

/** Puts the old text back, unless somebody has gone on typing, whose words come first. */
async function takeBack(document: vscode.TextDocument, result: string | undefined, before: string): Promise<void> {
  const now = document.getText();
  if (now !== result) return;
  await write(document, [{ span: { start: 0, end: now.length }, text: before }]);
}
