// Open documents as sources of plans: which of them are plans, and whether they follow their file on the disk.
import * as vscode from 'vscode';
import { isOverlooked, isPlanPath } from './planNames';
import type { Settings } from './settings';

/** Whether an open document is a plan: by the globs inside a workspace folder, by the names of the file format elsewhere, and by its text where it has no name yet. */
export function isPlanDocument(document: vscode.TextDocument, settings: Settings): boolean {
  const { uri } = document;
  if (document.isUntitled && hasMilestones(document)) return true;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // Outside the folders only what a person opened to edit counts, not the left side of a comparison or an entry of a history.
  if (!folder) return ['file', 'untitled', 'vscode-remote'].includes(uri.scheme) && isPlanPath(uri.path);
  if (isOverlooked(uri.path.slice(folder.uri.path.length))) return false;
  const matches = (glob: string) =>
    vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0;
  return settings.files.some(matches) && !settings.exclude.some(matches);
}

/** More lines than any plan has before its milestones; a document without a name is asked again at every keystroke. */
const mostLinesBefore = 500;

/** Whether a YAML document has a list of milestones at its top, as a document that is to become a plan does. */
function hasMilestones(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'yaml') return false;
  const end = Math.min(document.lineCount, mostLinesBefore);
  for (let line = 0; line < end; line++) if (/^milestones\s*:(\s|$)/.test(document.lineAt(line).text)) return true;
  return false;
}

/** The open document of a URI. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** Whether the document holds what stands on the disk. The editor settles on one line ending, so line endings do not count. */
function holds(document: vscode.TextDocument, diskText: string): boolean {
  const text = document.getText();
  return text === diskText || withLineFeeds(text) === withLineFeeds(diskText);
}

/** Waits until a clean document holds the text of the disk, as it does soon after a change from outside. False when it did not in time. */
export function follows(document: vscode.TextDocument, diskText: string, waitMs: number): Promise<boolean> {
  if (holds(document, diskText)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(result);
    };
    const timer = setTimeout(() => finish(holds(document, diskText)), waitMs);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && holds(document, diskText)) finish(true);
    });
  });
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
