// Tells when the built-in Git extension may answer otherwise than before: a repository opened, another commit checked out, the workspace trusted. Asks Git nothing.
import * as vscode from 'vscode';
import { type GitRepository, gitApi } from './gitApi';

/** Begins at once and in the background; where there is no Git it never tells anything. */
export function watchHeads(changed: () => void): vscode.Disposable {
  const followed = new Map<string, { head: string | undefined; readonly listener: vscode.Disposable | undefined }>();
  const parts: vscode.Disposable[] = [];
  let isOver = false;

  const follow = ({ rootUri, state }: GitRepository) => {
    const key = rootUri.toString();
    followed.get(key)?.listener?.dispose();
    // It tells of every change of a file; only another commit makes a difference here.
    const look = () => {
      const known = followed.get(key);
      if (!known || known.head === state.HEAD?.commit) return;
      known.head = state.HEAD?.commit;
      changed();
    };
    followed.set(key, { head: state.HEAD?.commit, listener: state.onDidChange?.(look) });
  };
  const forget = ({ rootUri }: GitRepository) => {
    followed.get(rootUri.toString())?.listener?.dispose();
    followed.delete(rootUri.toString());
  };
  const start = async () => {
    const api = await gitApi();
    if (!api || isOver) return;
    for (const repository of api.repositories ?? []) follow(repository);
    const opened = api.onDidOpenRepository?.((repository) => {
      follow(repository);
      changed();
    });
    const closed = api.onDidCloseRepository?.(forget);
    parts.push(...[opened, closed].flatMap((part) => (part ? [part] : [])));
  };

  if (vscode.workspace.isTrusted) void start();
  else parts.push(vscode.workspace.onDidGrantWorkspaceTrust(() => void start().then(changed)));
  return new vscode.Disposable(() => {
    isOver = true;
    for (const part of parts) part.dispose();
    for (const { listener } of followed.values()) listener?.dispose();
  });
}
