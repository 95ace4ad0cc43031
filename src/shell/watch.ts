// Notices what happens to plan files and their folders on the disk. Reads nothing; says only what is worth another look.
import * as vscode from 'vscode';
import { now } from './clock';
import { isOverlooked } from './planNames';
import { quiet } from './quiet';
import type { Settings } from './settings';

export interface Noticed {
  /** This plan file may have changed, appeared or gone. */
  file(uri: vscode.Uri): void;
  /** Files may have appeared or gone anywhere. */
  everything(): void;
  /** The URIs of the files that are known now. */
  known(): Iterable<vscode.Uri>;
}

const quietMs = 200;
const longestMs = 1000;
/** From here on looking at everything once is cheaper than looking at each. */
const manyChanges = 200;
/** Of so many changes at once some are never reported, so everything is looked at once more when they have ended. */
const burst = 50;
const afterBurstMs = 2000;
const longestBurstMs = 10_000;
const focusMs = 5000;

/** Watches the disk until disposed. Globs are those of the settings at the call: watch anew when they change. */
export function watchDisk(settings: Settings, noticed: Noticed): vscode.Disposable {
  const parts = [...settings.files.map((glob) => watchFiles(glob, noticed)), watchFolders(noticed)];
  return vscode.Disposable.from(...parts);
}

/** What the editor itself tells: its own file operations, its folders, its focus. */
export function watchEditor(noticed: Noticed): vscode.Disposable {
  const all = () => noticed.everything();
  let looked = 0;
  return vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(all),
    vscode.workspace.onDidDeleteFiles(all),
    vscode.workspace.onDidCreateFiles(all),
    vscode.workspace.onDidChangeWorkspaceFolders(all),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      // Other programs write while the window is in the background, and not every file system reports it.
      if (!focused || now() - looked < focusMs) return;
      looked = now();
      all();
    }),
  );
}

function watchFiles(glob: string, noticed: Noticed): vscode.Disposable {
  const changed = new Map<string, vscode.Uri>();
  const afterwards = quiet(afterBurstMs, longestBurstMs, () => noticed.everything());
  const soon = quiet(quietMs, longestMs, () => {
    if (changed.size > burst) afterwards.poke();
    if (changed.size > manyChanges) noticed.everything();
    else for (const uri of changed.values()) noticed.file(uri);
    changed.clear();
  });
  const note = (uri: vscode.Uri) => {
    if (isOverlooked(insideFolder(uri))) return;
    changed.set(uri.toString(), uri);
    soon.poke();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  watcher.onDidCreate(note);
  watcher.onDidChange(note);
  watcher.onDidDelete(note);
  return vscode.Disposable.from(watcher, new vscode.Disposable(soon.cancel), new vscode.Disposable(afterwards.cancel));
}

/** A folder that is moved or deleted gives no event for the files in it, only one for itself. */
function watchFolders(noticed: Noticed): vscode.Disposable {
  const created = new Map<string, vscode.Uri>();
  const deleted = new Set<string>();
  const soon = quiet(quietMs, longestMs, () => {
    const appeared = [...created.values()];
    const held = holdsKnown(deleted, noticed.known());
    created.clear();
    deleted.clear();
    if (held) noticed.everything();
    else void holdsFolder(appeared).then((found) => found && noticed.everything());
  });
  const note = (add: (uri: vscode.Uri) => void) => (uri: vscode.Uri) => {
    if (isOverlooked(insideFolder(uri))) return;
    add(uri);
    soon.poke();
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  watcher.onDidCreate(note((uri) => created.set(uri.toString(), uri)));
  watcher.onDidDelete(note((uri) => deleted.add(uri.toString())));
  return vscode.Disposable.from(watcher, new vscode.Disposable(soon.cancel));
}

/** Whether a known file lies in one of the deleted folders. */
function holdsKnown(deleted: ReadonlySet<string>, known: Iterable<vscode.Uri>): boolean {
  if (deleted.size === 0) return false;
  for (const uri of known) {
    for (let path = parentPath(uri.path); path.length > 1; path = parentPath(path)) {
      if (deleted.has(uri.with({ path }).toString())) return true;
    }
  }
  return false;
}

function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Whether a folder is among what was created; taken for granted when there is too much to ask one by one. */
async function holdsFolder(uris: readonly vscode.Uri[]): Promise<boolean> {
  if (uris.length > manyChanges) return true;
  for (const uri of uris) {
    try {
      if ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) return true;
    } catch {
      // Gone again.
    }
  }
  return false;
}

function insideFolder(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.length) : uri.path;
}
