// Changes of several plans as one edit and one undo: verified like any other, all or nothing, and shown first where a person is to look at them.
import * as vscode from 'vscode';
import { type Message, message } from '../base/message';
import type { Span, TextEdit } from '../base/text';
import type { Change } from '../model/change';
import { planEdit } from '../model/edit';
import type { PlanFile } from '../model/planFile';
import { readText } from '../model/read';
import { isRefusal } from '../model/refusal';
import { type Declined, firstTextAfter, obstacleIn, openPlan, type PlanEditorParts } from './applyDocument';
import { notNoted } from './journal';
import { saveEdit, withLineFeeds } from './journalSave';
import { planBaseName } from './planNames';

/** The new days of one milestone, and what to call that in a preview. */
export interface TitledChange {
  readonly change: Change & { readonly kind: 'reschedule' };
  /** The preview puts together what has the same label, when the person asks it to. */
  readonly label: string;
  readonly description: string;
}

export interface FileChanges {
  readonly uri: string;
  /** The text the changes were worked out for. */
  readonly text: string;
  readonly changes: readonly TitledChange[];
}

/** Done, or given up by the person in the preview; a note is what to know nevertheless. Or nothing was done, at last because a text is another. */
export type Together = { readonly note?: Message } | Declined | 'overtaken';

export async function applyTogether(
  files: readonly FileChanges[],
  previewed: boolean,
  parts: PlanEditorParts,
): Promise<Together> {
  const opened = await openAll(files, parts);
  if ('refused' in opened) return opened;
  await parts.journal?.looked();
  const planned = planAll(opened, parts);
  if (planned === 'overtaken' || 'refused' in planned) return planned;
  const watched = planned.map((file) => ({ ...file, first: firstTextAfter(file.document) }));
  const applied = await vscode.workspace.applyEdit(workspaceEdit(planned, previewed));
  const results = watched.map(({ first, ...file }) => ({ ...file, after: first.stop() }));
  if (!applied) return previewed ? {} : 'overtaken';
  parts.edited();
  if (!results.every(({ before, edits, after = before }) => isPartOf(before, edits, after))) {
    await takeBack(results);
    return { refused: message('The editor did not make this change as intended, so it was taken back.') };
  }
  const notes: Message[] = [];
  for (const file of results) notes.push(...(await save(file, parts)));
  const [note] = notes;
  return note ? { note } : {};
}

interface Opened extends FileChanges {
  readonly document: vscode.TextDocument;
}

interface Planned extends Opened {
  readonly before: string;
  readonly edits: readonly TextEdit[];
  /** Whether the document is to be saved afterwards. */
  readonly saves: boolean;
  readonly titleOf: (edit: TextEdit) => TitledChange | undefined;
}

async function openAll(files: readonly FileChanges[], { settings }: PlanEditorParts): Promise<Opened[] | Declined> {
  const opened: Opened[] = [];
  for (const file of files) {
    const document = await openPlan(vscode.Uri.parse(file.uri, true));
    if (!document) return { refused: message('This plan cannot be opened any more.') };
    const obstacle = await obstacleIn(document, settings().maxFileBytes);
    if (obstacle)
      return { refused: message('{file}: {reason}', { file: planBaseName(document.uri.path), reason: obstacle }) };
    opened.push({ ...file, document });
  }
  return opened;
}

/** One synchronous step from the texts of the moment to the edits, which the editor makes only in documents of that version. */
function planAll(files: readonly Opened[], { settings, read }: PlanEditorParts): Planned[] | Declined | 'overtaken' {
  const { maxFileBytes, saveAfterEdit } = settings();
  const planned: Planned[] = [];
  for (const file of files) {
    const { document, changes } = file;
    const before = document.getText();
    if (withLineFeeds(before) !== withLineFeeds(file.text)) return 'overtaken';
    const name = planBaseName(document.uri.path);
    const options = { maxBytes: maxFileBytes, ...(read ? { read } : {}) };
    const plan = planEdit(
      before,
      name,
      changes.map(({ change }) => change),
      options,
    );
    if (isRefusal(plan)) return { refused: message('{file}: {reason}', { file: name, reason: plan.message }) };
    const saves = saveAfterEdit && !document.isDirty && !document.isUntitled;
    const { places } = (read ?? readText)(before, name, options).file;
    planned.push({ ...file, before, edits: plan.edits, saves, titleOf: titlesIn(places, changes) });
  }
  return planned;
}

interface Spanned {
  readonly span: Span;
  readonly title: TitledChange;
}

/** Which change an edit belongs to: each replaces a date that is written, in the place of its value. */
function titlesIn(places: PlanFile['places'], changes: readonly TitledChange[]): Planned['titleOf'] {
  const spans = changes.flatMap((title): Spanned[] => {
    const fields = places.get(title.change.id)?.fields;
    return ['start', 'due'].flatMap((name) => {
      const span = fields?.get(name);
      return span ? [{ span, title }] : [];
    });
  });
  spans.sort((left, right) => left.span.start - right.span.start);
  return ({ span }) => {
    const at = spans.findLastIndex((known) => known.span.start <= span.start);
    return spans[at]?.title;
  };
}

function workspaceEdit(files: readonly Planned[], previewed: boolean): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits, titleOf } of files)
    for (const each of edits) {
      const range = new vscode.Range(document.positionAt(each.span.start), document.positionAt(each.span.end));
      const title = previewed ? titleOf(each) : undefined;
      const metadata = title && { label: title.label, description: title.description, needsConfirmation: false };
      edit.replace(document.uri, range, each.text, metadata);
    }
  const onDisk = files.find(({ document }) => !document.isUntitled);
  // The preview opens for an entry that needs to be confirmed, and shows such an entry unticked. This one does nothing and is not shown, so
  // that the preview opens with everything ticked.
  if (previewed && onDisk)
    edit.createFile(onDisk.document.uri, { ignoreIfExists: true }, { label: '', needsConfirmation: true });
  return edit;
}

/** Whether a text is what some of the edits make of another: in a preview the person may untick any of them. */
function isPartOf(before: string, edits: readonly TextEdit[], after: string): boolean {
  let from = 0;
  let at = 0;
  for (const { span, text } of [...edits].sort((left, right) => left.span.start - right.span.start)) {
    const kept = before.slice(from, span.start);
    const old = before.slice(span.start, span.end);
    if (!after.startsWith(kept, at)) return false;
    at += kept.length;
    const found = [text, old].find((one) => after.startsWith(one, at));
    if (found === undefined) return false;
    at += found.length;
    from = span.end;
  }
  return after.slice(at) === before.slice(from);
}

/** Puts the old texts back, except where somebody has gone on typing, whose words come first. */
async function takeBack(files: readonly Result[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, before, after } of files) {
    const now = document.getText();
    if (now !== after) continue;
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), document.positionAt(now.length)), before);
  }
  await vscode.workspace.applyEdit(edit);
}

interface Result extends Planned {
  /** The text right after the edit; absent where nothing was changed. */
  readonly after: string | undefined;
}

async function save(file: Result, { journal }: PlanEditorParts): Promise<readonly Message[]> {
  const { saves, before, after } = file;
  const { uri } = file.document;
  const document = saves && after !== undefined ? await openPlan(uri) : undefined;
  if (!document || after === undefined || document.getText() !== after) return [];
  const mark = document.encoding === 'utf8bom';
  const noted = (await journal?.note({ uri, before, after, mark })) ?? notNoted;
  const { note } = await saveEdit(document, before, noted);
  return note ? [note] : [];
}
