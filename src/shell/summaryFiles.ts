// Issued summaries beside their plan: finds, reads and adds them. What it reads may come from anybody; what it writes never replaces a file.
import * as vscode from 'vscode';
import { readSummaryFile, type SummaryFile } from '../agreement/summaryFile';
import { type NamedSummary, summaryFileName } from '../agreement/summaryFileName';
import type { Day } from '../base/day';
import type { Message } from '../base/message';
import { addFile, namesIn } from './newFile';
import { decode } from './sources';

export interface IssuedFile extends NamedSummary {
  readonly uri: vscode.Uri;
  readonly file: SummaryFile;
}

/** The latest ones, by their names. */
const mostFiles = 400;
const mostBytes = 5 * 1024 * 1024;
const readsAtOnce = 8;

/** The folder of what was issued of a plan: `.milestones/summaries` beside it, and within `.milestones` where it lies there itself. */
function summariesFolder(plan: vscode.Uri): vscode.Uri {
  const folder = vscode.Uri.joinPath(plan, '..');
  const isOurs = folder.path.endsWith('/.milestones');
  return vscode.Uri.joinPath(folder, ...(isOurs ? [] : ['.milestones']), 'summaries');
}

export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Every summary that was issued beside a plan, also of other plans there. */
export async function issuedBeside(plan: vscode.Uri): Promise<readonly IssuedFile[]> {
  if (plan.scheme === 'untitled') return [];
  const folder = summariesFolder(plan);
  const names = (await namesIn(folder))
    .filter((name) => /^\d{4}-\d{2}-\d{2}-[^/\\]*\.md$/i.test(name))
    .sort()
    .slice(-mostFiles);
  const found: IssuedFile[] = [];
  for (let at = 0; at < names.length; at += readsAtOnce) {
    const some = names.slice(at, at + readsAtOnce).map(async (name): Promise<IssuedFile | undefined> => {
      const uri = vscode.Uri.joinPath(folder, name);
      const file = await readIssued(uri);
      return file && !('text' in file) ? { name, uri, file, summary: file.summary } : undefined;
    });
    found.push(...(await Promise.all(some)).filter((each) => each !== undefined));
  }
  return found;
}

const known = new Map<string, { readonly stamp: string; readonly file: SummaryFile | Message }>();

/** `undefined` where there is no file to read; the reason where it is none of ours. */
export async function readIssued(uri: vscode.Uri): Promise<SummaryFile | Message | undefined> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.File) || size > mostBytes) return undefined;
    const stamp = `${mtime} ${size}`;
    const before = known.get(uri.toString());
    if (before?.stamp === stamp) return before.file;
    const text = decode(await vscode.workspace.fs.readFile(uri));
    if (text === undefined) return undefined;
    const file = readSummaryFile(text);
    known.set(uri.toString(), { stamp, file });
    return file;
  } catch {
    return undefined;
  }
}

/** Writes a new file and gives its URI; `undefined` where the folder cannot be written. */
export async function addIssued(
  plan: vscode.Uri,
  { on, audience, text }: { readonly on: Day; readonly audience: string; readonly text: string },
): Promise<vscode.Uri | undefined> {
  return addFile(summariesFolder(plan), (taken) => summaryFileName(on, audience, taken), text);
}
