// A Git repository in a folder of a test, known to the built-in Git extension.
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Place } from './workspace';

/** Runs Git in the folder and gives back what it printed. */
export type Git = (...args: string[]) => string;

const author = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', '-c', 'commit.gpgsign=false'];

/** `undefined` where there is no Git. */
export function repositoryIn(at: Place): Git | undefined {
  const git: Git = (...args) =>
    execFileSync('git', ['-C', at.path, ...author, ...args], { stdio: 'pipe', encoding: 'utf8' }).trim();
  try {
    git('init', '-q');
    return git;
  } catch {
    return undefined;
  }
}

/** Full hash of a commit of everything in the folder. */
export function committed(git: Git, message: string): string {
  git('add', '.');
  git('commit', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** Makes the Git extension open the repository, as it does by itself with one at the root of a workspace. */
export async function opened(at: Place): Promise<void> {
  const extension = vscode.extensions.getExtension<{
    getAPI(version: 1): { openRepository(uri: vscode.Uri): Promise<unknown> };
  }>('vscode.git');
  const built = await extension?.activate();
  await built?.getAPI(1).openRepository(vscode.Uri.file(at.path));
}
