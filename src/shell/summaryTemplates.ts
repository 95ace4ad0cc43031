// A person's own templates of a summary, beside their plan. Only in a workspace that is trusted; fills none itself.
import * as vscode from 'vscode';
import { openDocument } from './documents';
import { decode } from './sources';
import { fileNameOf } from './summaryFiles';

const ending = '.milestones.mustache';
const mostTemplates = 20;
const mostBytes = 256 * 1024;

/** The templates in the folder of a plan, by name. One that is a link may lie anywhere, and is none. */
export async function templatesBeside(plan: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (!vscode.workspace.isTrusted || plan.scheme === 'untitled') return [];
  const folder = vscode.Uri.joinPath(plan, '..');
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder))
      .filter(([name, type]) => name.endsWith(ending) && type === vscode.FileType.File)
      .map(([name]) => name);
    return names
      .sort()
      .slice(0, mostTemplates)
      .map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

export function templateName(uri: vscode.Uri): string {
  return fileNameOf(uri).slice(0, -ending.length) || fileNameOf(uri);
}

/** As it is typed at the moment, else as it lies on the disk. */
export async function templateText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > mostBytes ? undefined : decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
