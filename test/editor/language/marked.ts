// What the suites of the language share: plan files with a cursor in them, and texts that show what the editor answered.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, type Place, place, show } from '../store/workspace';

export interface Opened {
  readonly at: Place;
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  /** Where `|` stood. */
  readonly cursor: vscode.Position;
}

/** Writes plan files, `|` at the cursor of the first one taken out, opens that one and waits until all of them are read. */
export async function open(marked: string, others: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const at = place();
  for (const [name, text] of Object.entries(others)) at.write(name, text);
  const uri = at.write('plan.milestones.yaml', marked.replace('|', ''));
  const document = await show(uri);
  await (await api()).snapshot();
  return { at, uri, document, cursor: document.positionAt(Math.max(0, marked.indexOf('|'))) };
}

/** The text with each range between ⟦ and ⟧. */
export function withMarks(text: string, document: vscode.TextDocument, ranges: readonly vscode.Range[]): string {
  const starts = [...ranges].sort((a, b) => b.start.compareTo(a.start));
  return starts.reduce((marked, range) => {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`;
  }, text);
}

/** What one of the editor's own commands for extensions answers; an empty list where nobody has one. */
export async function ask<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(`vscode.${command}`, ...args)) ?? [];
}

/** Types `text` in place of a range, without saving. */
export async function type(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
