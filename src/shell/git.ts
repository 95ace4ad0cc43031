// What the history of a file says, as the built-in Git extension tells it. Runs nothing itself; without Git every answer is `undefined` or empty.
import type * as vscode from 'vscode';
import type { Day } from '../base/day';
import { dayOfTime } from './clock';
import { answered, type GitChange, type GitCommit, type GitRepository, gitApi } from './gitApi';

/** A commit that touched a file. */
export interface FileCommit {
  readonly hash: string;
  /** On which it was committed, in the editor's time zone. */
  readonly day: Day;
}

/** A branch or tag a person may name. */
export interface NamedRef {
  readonly name: string;
  readonly kind: 'branch' | 'remote' | 'tag';
  /** Full hash, where it is told. */
  readonly commit?: string;
}

/** Files of a repository that are larger are not read. */
const mostBytes = 5 * 1024 * 1024;

/** The repository a file lies in; `undefined` without Git, without a repository, or where the workspace is not trusted. */
async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const api = await gitApi();
  try {
    return api?.getRepository(uri) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Full hash of the commit that is checked out. */
export async function headCommit(uri: vscode.Uri): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  const known = repository?.state.HEAD?.commit;
  return known ?? (repository && (await commitOf(repository, 'HEAD'))?.hash);
}

/** The day of the commit a branch, tag or hash names, in the editor's time zone. */
export async function commitDay(uri: vscode.Uri, ref: string): Promise<Day | undefined> {
  const repository = await repositoryOf(uri);
  const commit = repository && (await commitOf(repository, ref));
  return commit && dayOf(commit);
}

/** The text of the file at a commit, branch or tag, decoded strictly as UTF-8 without its mark. */
export async function fileAt(uri: vscode.Uri, ref: string): Promise<string | undefined> {
  const repository = await repositoryOf(uri);
  // A whole hash is not looked up first: through many commits that is a third of the work.
  const hash = isHash(ref) ? ref : repository && (await commitOf(repository, ref))?.hash;
  if (!repository || hash === undefined) return undefined;
  const path = uri.fsPath;
  const details = await answered(() => repository.getObjectDetails(hash, path));
  if (!details || details.size > mostBytes) return undefined;
  const bytes = await answered(() => repository.buffer(hash, path));
  if (!bytes || bytes.byteLength > mostBytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The commits that touched the file, the latest first. */
export async function commitsOf(uri: vscode.Uri, { max }: { readonly max: number }): Promise<readonly FileCommit[]> {
  const repository = await repositoryOf(uri);
  if (!repository) return [];
  const found = await answered(() => repository.log({ maxEntries: max, path: literal(uri.fsPath) }));
  return (found ?? []).flatMap((commit) => {
    const day = dayOf(commit);
    return day === undefined ? [] : [{ hash: commit.hash, day }];
  });
}

/** The last commit of the file that was made on a day or before it, looked for among the latest 1000. */
export async function commitBefore(uri: vscode.Uri, day: Day): Promise<FileCommit | undefined> {
  const commits = await commitsOf(uri, { max: 1000 });
  return commits.find((commit) => commit.day <= day);
}

/** Whether the commit belongs to what is checked out; `undefined` when nobody can tell. */
export async function isReachable(uri: vscode.Uri, hash: string): Promise<boolean | undefined> {
  const repository = await repositoryOf(uri);
  if (!repository) return undefined;
  const [commit, head] = [await commitOf(repository, hash), await commitOf(repository, 'HEAD')];
  if (!head) return undefined;
  if (!commit) return false;
  return (await answered(() => repository.getMergeBase(commit.hash, head.hash))) === commit.hash;
}

/** Whether the file is now, on the disk too, another one than at the commit; `undefined` when nobody can tell. */
export async function changedSince(uri: vscode.Uri, commit: string): Promise<boolean | undefined> {
  const repository = await repositoryOf(uri);
  const [before, head] = repository
    ? [await commitOf(repository, commit), await commitOf(repository, 'HEAD')]
    : [undefined, undefined];
  if (!repository || !before || !head) return undefined;
  const { workingTreeChanges, indexChanges, mergeChanges, untrackedChanges } = repository.state;
  const key = uri.toString();
  const isIn = (changes: readonly GitChange[] | undefined) => changes?.some(({ uri }) => uri.toString() === key);
  if ([workingTreeChanges, indexChanges, mergeChanges, untrackedChanges].some(isIn)) return true;
  const objectAt = (hash: string) => answered(() => repository.getObjectDetails(hash, uri.fsPath));
  const [was, is] = [await objectAt(before.hash), await objectAt(head.hash)];
  return was?.object !== is?.object || was === undefined;
}

/** Branches and tags for a person to choose from, the latest first. */
export async function refsOf(uri: vscode.Uri): Promise<readonly NamedRef[]> {
  const repository = await repositoryOf(uri);
  if (!repository) return [];
  const found = await answered(() => repository.getRefs({ count: 200, sort: 'committerdate' }));
  const kinds = ['branch', 'remote', 'tag'] as const;
  return (found ?? []).flatMap(({ name, type, commit }) => {
    const kind = kinds[type];
    if (name === undefined || kind === undefined || !isSafeRef(name)) return [];
    return [{ name, kind, ...(commit === undefined ? {} : { commit }) }];
  });
}

async function commitOf(repository: GitRepository, ref: string): Promise<GitCommit | undefined> {
  if (!isSafeRef(ref)) return undefined;
  const commit = await answered(() => repository.getCommit(`${ref}^{commit}`));
  return commit && isHash(commit.hash) ? commit : undefined;
}

function isHash(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/** The name of a branch, tag or commit, perhaps with `~2`; nothing that Git would take for an option, a range, a path or a search. */
function isSafeRef(ref: string): boolean {
  return /^[\p{L}\p{N}_@][\p{L}\p{N}_@./+=#%~^-]{0,199}$/u.test(ref) && !ref.includes('..') && !ref.includes('//');
}

function dayOf({ commitDate, authorDate }: GitCommit): Day | undefined {
  const at = (commitDate ?? authorDate)?.getTime();
  return at === undefined ? undefined : dayOfTime(at);
}

/** A path in which Git would see a pattern is meant as it is written. */
function literal(path: string): string {
  return /[*?[\]]/.test(path) ? `:(literal)${path}` : path;
}
