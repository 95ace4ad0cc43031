// Brings the text of a milestone into view. Knows where the timeline is, so that it never covers it, and never takes focus unasked.
import * as vscode from 'vscode';
import type { Span } from '../base/text';
import type { PlanSnapshot } from '../snapshot';
import type { PlanStore } from './store';

/** A milestone, or an entry of one of its lists, in one plan. */
export interface Place {
  readonly uri: string;
  /** `Milestone.key`; the top of the file without one. */
  readonly key?: string;
  /** An entry of a list, such as the second task. */
  readonly item?: { readonly field: string; readonly index: number };
}

export interface RevealOptions {
  /** Leave focus where it is. */
  readonly preserveFocus: boolean;
  /** The column of the timeline, which is left alone. */
  readonly avoid?: vscode.ViewColumn | undefined;
}

/** Opens the file in a preview tab and selects the title of the milestone; the top of the file when it is no longer there. */
export async function revealPlace(store: PlanStore, place: Place, options: RevealOptions): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  const read = await planOf(store, document);
  const span = read && spanOf(read, place);
  const selection = span
    ? new vscode.Range(document.positionAt(span.start), document.positionAt(span.end))
    : new vscode.Range(0, 0, 0, 0);
  const column = columnFor(document.uri, options.avoid);
  return vscode.window.showTextDocument(document, {
    preview: true,
    preserveFocus: options.preserveFocus,
    selection,
    ...(column === undefined ? {} : { viewColumn: column }),
  });
}

/** The plan as read from exactly the text the editor shows now; spans of any other text would point to a wrong place. */
async function planOf(store: PlanStore, document: vscode.TextDocument): Promise<PlanSnapshot | undefined> {
  const uri = document.uri.toString();
  const text = document.getText();
  const known = store.snapshot?.plans.find((plan) => plan.uri === uri);
  if (known && known.text === text) return known;
  const fresh = (await store.flush()).plans.find((plan) => plan.uri === uri);
  return fresh && fresh.text === document.getText() ? fresh : undefined;
}

function spanOf(read: PlanSnapshot, place: Place): Span | undefined {
  if (place.key === undefined) return undefined;
  const places = read.file.places.get(place.key);
  if (place.item) return places?.items.get(place.item.field)?.[place.item.index] ?? places?.title;
  return places?.title;
}

/** Where to show the file: where it is already seen, else beside the timeline rather than over it. */
function columnFor(uri: vscode.Uri, avoid: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  const seen = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  if (seen?.viewColumn !== undefined) return seen.viewColumn;
  const groups = vscode.window.tabGroups;
  if (avoid === undefined || groups.activeTabGroup.viewColumn !== avoid) return undefined;
  const other = groups.all.find((group) => group.viewColumn !== avoid);
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** The innermost milestone around the cursor, if the snapshot is of exactly the text the editor shows. */
export function refAtCursor(store: PlanStore, editor = vscode.window.activeTextEditor): string | undefined {
  if (!editor) return undefined;
  const { document, selection } = editor;
  const uri = document.uri.toString();
  const plan = store.snapshot?.plans.find((known) => known.uri === uri);
  if (!plan || plan.text !== document.getText()) return undefined;
  const offset = document.offsetAt(selection.active);
  let found: string | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (const [key, { span }] of plan.file.places) {
    if (offset < span.start || offset > span.end || span.end - span.start >= size) continue;
    found = `${uri}#${key}`;
    size = span.end - span.start;
  }
  return found;
}
