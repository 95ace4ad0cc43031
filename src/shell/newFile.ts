// Adds a file to a folder of ours beside a plan: never in place of another one, and never through a link to another place. Knows not what is in it.
import * as vscode from 'vscode';

/** Names of whatever lies in the folder, none where there is no such folder. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

/** The URI of the new file, named by `nameOf` among those that are taken; `undefined` where the folder cannot be written. */
export async function addFile(
  folder: vscode.Uri,
  nameOf: (taken: ReadonlySet<string>) => string,
  text: string,
): Promise<vscode.Uri | undefined> {
  if (await leadsElsewhere(folder)) return undefined;
  const contents = new TextEncoder().encode(text);
  const taken = new Set(await namesIn(folder));
  for (let attempt = 0; attempt < 5; attempt++) {
    const name = nameOf(taken);
    const uri = vscode.Uri.joinPath(folder, name);
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
    if (await vscode.workspace.applyEdit(edit)) return uri;
    // Somebody else took the name meanwhile, unless the folder cannot be written at all.
    taken.add(name);
  }
  return undefined;
}

/** A folder of a repository may be a link to another place, which nobody asked us to write to. */
async function leadsElsewhere(folder: vscode.Uri): Promise<boolean> {
  for (const each of [folder, vscode.Uri.joinPath(folder, '..')]) {
    try {
      const { type } = await vscode.workspace.fs.stat(each);
      if (type & vscode.FileType.SymbolicLink) return true;
    } catch {
      // It is not there yet.
    }
  }
  return false;
}
