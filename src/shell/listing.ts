// Finds the plan files of all workspace folders. Opens none of them.
import * as vscode from 'vscode';
import { isOverlooked, isPlanPath, neverLookInto } from './planNames';
import type { Settings } from './settings';

export interface Listing {
  readonly uris: readonly vscode.Uri[];
  /** False when a search was cut short: what is missing from the list may still be there. */
  readonly complete: boolean;
}

/** More plan files than this are not read. */
export const mostFiles = 2000;

const longestSearchMs = 10_000;

/** The plan files of every workspace folder, each once. */
export async function listPlanFiles(settings: Settings, log: vscode.LogOutputChannel): Promise<Listing> {
  const found = new Map<string, vscode.Uri>();
  let complete = true;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const listing = await searchFolder(folder, settings);
    complete &&= listing.complete;
    for (const uri of listing.uris) {
      if (!isOverlooked(uri.path.slice(folder.uri.path.length))) found.set(uri.toString(), uri);
    }
  }
  if (!complete)
    log.warn('The search for plan files took too long and was stopped; files that were known before are kept.');
  const uris = [...found.values()];
  if (uris.length <= mostFiles) return { uris, complete };
  log.warn(
    `There are more than ${mostFiles} plan files; the rest is not read. The setting milepost.files can name fewer.`,
  );
  return { uris: uris.slice(0, mostFiles), complete };
}

async function searchFolder(folder: vscode.WorkspaceFolder, settings: Settings): Promise<Listing> {
  const stop = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => stop.cancel(), longestSearchMs);
  try {
    const exclude = `{${[...neverLookInto.map((name) => `**/${name}/**`), ...settings.exclude].join(',')}}`;
    const search = (glob: string) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), exclude, mostFiles + 1, stop.token);
    const uris = (await Promise.all(settings.files.map(search))).flat();
    if (uris.length === 0 && !isSearchable(folder.uri)) return await walk(folder.uri, stop.token);
    return { uris, complete: !stop.token.isCancellationRequested };
  } catch {
    // A folder that is not there any more, or a file system that cannot be searched.
    return await walk(folder.uri, stop.token);
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

/** File systems that always come with a search; others may answer every search with nothing. */
function isSearchable(uri: vscode.Uri): boolean {
  return ['file', 'vscode-remote', 'vscode-vfs'].includes(uri.scheme);
}

/** Looks through a folder by itself, by the names of the file format, where the editor cannot search. */
async function walk(root: vscode.Uri, token: vscode.CancellationToken): Promise<Listing> {
  const uris: vscode.Uri[] = [];
  const open: { readonly uri: vscode.Uri; readonly depth: number }[] = [{ uri: root, depth: 0 }];
  for (let looked = 0; looked < 5000 && uris.length <= mostFiles; looked++) {
    const next = open.shift();
    if (!next) return { uris, complete: true };
    if (token.isCancellationRequested) break;
    for (const [name, type] of await entries(next.uri)) {
      const uri = vscode.Uri.joinPath(next.uri, name);
      if (type === vscode.FileType.Directory && next.depth < 16 && !neverLookInto.includes(name)) {
        open.push({ uri, depth: next.depth + 1 });
      } else if (type & vscode.FileType.File && isPlanPath(uri.path)) uris.push(uri);
    }
  }
  return { uris, complete: open.length === 0 };
}

async function entries(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
