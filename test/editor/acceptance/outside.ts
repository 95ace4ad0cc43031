// What the acceptance tests share: commands called as another extension calls them, and texts changed in exactly one place.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PublicSnapshot } from '../../../src/report/publicSnapshot';
import { api, type Place, place, show } from '../store/workspace';

export const file = 'odd.milestones.yaml';

/** Calls a command with an argument, as another extension or a task would. */
export async function run(command: string, args: unknown): Promise<void> {
  await vscode.commands.executeCommand(`milepost.${command}`, args);
}

/** The text with the one place where `before` stands replaced. */
export function swap(text: string, before: string, after: string): string {
  assert.equal(text.split(before).length, 2, `stands once: ${before}`);
  return text.replace(before, () => after);
}

/** A command that is refused rejects with a sentence, and neither the document nor the disk changes. */
export async function refuses(at: Place, command: string, args: object, reason: RegExp): Promise<void> {
  const uri = at.uri(file);
  const before = at.read(file);
  const document = await vscode.workspace.openTextDocument(uri);
  const [text, dirty] = [document.getText(), document.isDirty];
  await assert.rejects(
    () => run(command, { plan: uri.toString(), ...args }),
    (error: Error) => {
      assert.match(error.message, reason);
      assert.match(error.message, /^[^{}]*[.!]$/s, 'it is a whole sentence');
      return true;
    },
  );
  assert.equal(document.getText(), text);
  assert.equal(document.isDirty, dirty);
  assert.equal(at.read(file), before);
}

export interface Row {
  readonly name: string;
  readonly text: string;
  readonly command: string;
  readonly args: object;
  readonly wanted: string;
}

/** The file is closed: its bytes on the disk are exactly those wanted. */
export async function onDisk({ text, command, args, wanted }: Row): Promise<void> {
  const at = place();
  const uri = at.write(file, text);
  await run(command, { plan: uri.toString(), ...args });
  assert.equal(at.read(file), wanted);
}

/**
 * The file is open and clean: it is saved, and one undo restores the bytes. Then it has unsaved words of a person: they stay, the document stays
 * unsaved, and one undo leaves just them.
 */
export async function inEditor({ text, command, args, wanted }: Row): Promise<void> {
  const at = place();
  const uri = at.write(file, text);
  const document = await show(uri);
  await run(command, { plan: uri.toString(), ...args });
  assert.equal(document.getText(), wanted);
  assert.equal(document.isDirty, false);
  assert.equal(at.read(file), wanted);
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), text, 'one undo');
  const mine = text.includes('\r\n') ? '# mine 😀\r\n' : '# mine 😀\n';
  await insert(document, 0, mine);
  await run(command, { plan: uri.toString(), ...args });
  assert.equal(document.getText(), mine + wanted);
  assert.equal(document.isDirty, true);
  assert.equal(at.read(file), wanted, 'the disk is left alone');
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), mine + text, 'one undo of the second edit');
}

/** Types at an offset, as a person would, without saving. */
async function insert(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
  assert.ok(await tryInsert(document, offset, text));
}

/** Types in the middle of something else, until it was not overtaken by it. */
export async function insertBehind(document: vscode.TextDocument, before: string, text: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (await tryInsert(document, document.getText().indexOf(before) + before.length, text)) return;
  }
  assert.fail('every attempt to type was overtaken');
}

async function tryInsert(document: vscode.TextDocument, offset: number, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  return vscode.workspace.applyEdit(edit);
}

export async function snapshot(): Promise<PublicSnapshot> {
  return (await api()).snapshot();
}
