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
const mostFiles = 2000;

const longestSearchMs = 10_000;
/** How long a file system that an extension brings may take to answer, before we look through its folders ourselves. */
const longestAnswerMs = 2_000;

export type ListPlanFiles = (settings: Settings) => Promise<Listing>;

/** Lists the plan files of every workspace folder, each once. Remembers which file systems no search is for. */
export function planLister(log: vscode.LogOutputChannel): ListPlanFiles {
  const unsearchable = new Set<string>();
  return async (settings) => {
    const found = new Map<string, vscode.Uri>();
    let complete = true;
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const listing = await listFolder(folder, settings, unsearchable);
      complete &&= listing.complete;
      for (const uri of listing.uris) {
        if (!isOverlooked(uri.path.slice(folder.uri.path.length))) found.set(uri.toString(), uri);
      }
    }
    if (!complete) log.warn('The search for plan files was cut short; files that were known before are kept.');
    const uris = [...found.values()];
    if (uris.length <= mostFiles) return { uris, complete };
    log.warn(
      `There are more than ${mostFiles} plan files; the rest is not read. The setting milepost.files can name fewer.`,
    );
    return { uris: uris.slice(0, mostFiles), complete };
  };
}

async function listFolder(
  folder: vscode.WorkspaceFolder,
  settings: Settings,
  unsearchable: Set<string>,
): Promise<Listing> {
  const { uri } = folder;
  if (unsearchable.has(uri.scheme)) return walk(uri);
  // Where no search is registered for a file system, the editor waits for one without end.
  const brought = uri.scheme !== 'file' && uri.scheme !== 'vscode-remote';
  const listing = await search(folder, settings, brought ? longestAnswerMs : longestSearchMs);
  if (listing.complete || !brought) return listing;
  unsearchable.add(uri.scheme);
  return walk(uri);
}

async function search(folder: vscode.WorkspaceFolder, settings: Settings, limitMs: number): Promise<Listing> {
  const stop = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => stop.cancel(), limitMs);
  const exclude = `{${[...neverLookInto.map((name) => `**/${name}/**`), ...settings.exclude].join(',')}}`;
  const searchOne = (glob: string) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), exclude, mostFiles + 1, stop.token);
  try {
    const uris = (await Promise.all(settings.files.map(searchOne))).flat();
    return { uris, complete: !stop.token.isCancellationRequested };
  } catch {
    return { uris: [], complete: false };
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

/** Looks through a folder by itself where the editor cannot search: by the names of the file format, whatever the settings say. */
async function walk(root: vscode.Uri): Promise<Listing> {
  const uris: vscode.Uri[] = [];
  const open: { readonly uri: vscode.Uri; readonly depth: number }[] = [{ uri: root, depth: 0 }];
  for (let looked = 0; looked < 5000 && uris.length <= mostFiles; looked++) {
    const next = open.shift();
    if (!next) return { uris, complete: true };
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
