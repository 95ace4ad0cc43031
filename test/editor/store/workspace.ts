// What the suites of the store share: files in the workspace folders, the extension's API, and waiting for what comes by itself.
import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { PublicSnapshot } from '../../../src/report/publicSnapshot';
import type { MilepostApi } from '../../../src/shell/api';

export async function api(): Promise<MilepostApi> {
  const extension = vscode.extensions.getExtension<MilepostApi>('milepost.milepost');
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

/** A fresh folder inside a workspace folder; `removeAll` takes it away. */
export interface Place {
  readonly path: string;
  uri(name: string): vscode.Uri;
  /** Writes as another program would: past the editor. */
  write(name: string, text: string | Uint8Array): vscode.Uri;
  read(name: string): string;
  remove(name: string): void;
}

let count = 0;
const made: string[] = [];

export function place(folderIndex = 0): Place {
  const folder = vscode.workspace.workspaceFolders?.[folderIndex];
  assert.ok(folder, `the workspace has a folder number ${folderIndex + 1}`);
  count += 1;
  const path = join(folder.uri.fsPath, `store-${count}`);
  mkdirSync(path, { recursive: true });
  made.push(path);
  return {
    path,
    uri: (name) => vscode.Uri.file(join(path, name)),
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
      return vscode.Uri.file(join(path, name));
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    remove: (name) => rmSync(join(path, name), { recursive: true, force: true }),
  };
}

/** Closes every editor without saving and takes the files of the test away. */
export async function removeAll(): Promise<void> {
  for (let open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length; open > 0; open--) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}

export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Types at the end of the text, as a person would, without saving. */
export async function append(document: vscode.TextDocument, text: string): Promise<void> {
  // Keys always reach the document; an edit like this one is refused when another came first, and then it is made again.
  for (let attempt = 1; attempt <= 20; attempt++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), text);
    if (await vscode.workspace.applyEdit(edit)) return;
  }
  assert.fail('The document could not be typed into.');
}

/** The code of a diagnostic, which carries a link too. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export type PublicPlan = PublicSnapshot['plans'][number];

export function planIn(snapshot: PublicSnapshot, uri: vscode.Uri): PublicPlan | undefined {
  return snapshot.plans.find((plan) => plan.uri === uri.toString());
}

/** The first snapshot that satisfies `wanted`, among those that come by themselves; nobody asks the store for one. */
export async function snapshotThat(
  wanted: (snapshot: PublicSnapshot) => boolean,
  act: () => unknown,
): Promise<PublicSnapshot> {
  const { onDidChangeSnapshot } = await api();
  let listener: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const came = new Promise<PublicSnapshot>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No such snapshot came within 30 s')), 30_000);
    listener = onDidChangeSnapshot((snapshot) => wanted(snapshot) && resolve(snapshot));
  });
  try {
    await act();
    return await came;
  } finally {
    clearTimeout(timer);
    listener?.dispose();
  }
}

export async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not within 10 s: ${what}`);
}

/**
 * The longest time, in milliseconds, in which this process computed and no timer of it could run. Time in which it waited for a processor, because
 * the machine was busy with other things, does not count.
 */
export function longestBlock(): { stop(): number } {
  let longest = 0;
  let last = { now: performance.now(), cpu: process.cpuUsage() };
  const look = () => {
    const { user, system } = process.cpuUsage(last.cpu);
    longest = Math.max(longest, Math.min(performance.now() - last.now, (user + system) / 1_000));
    last = { now: performance.now(), cpu: process.cpuUsage() };
  };
  const timer = setInterval(look, 5);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return longest;
    },
  };
}
