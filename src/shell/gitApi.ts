// The part of the built-in Git extension's interface (version 1) that we use, and how it is reached. Starts no program and knows no plan.
import * as vscode from 'vscode';

export interface GitCommit {
  readonly hash: string;
  readonly commitDate?: { getTime(): number };
  readonly authorDate?: { getTime(): number };
}

export interface GitChange {
  readonly uri: vscode.Uri;
}

export interface GitRef {
  /** 0 a branch, 1 a branch of a remote, 2 a tag. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: { readonly commit?: string; readonly name?: string } | undefined;
    readonly workingTreeChanges?: readonly GitChange[];
    readonly indexChanges?: readonly GitChange[];
    readonly mergeChanges?: readonly GitChange[];
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange?: vscode.Event<void>;
  };
  buffer(ref: string, path: string): Promise<Uint8Array>;
  getObjectDetails(treeish: string, path: string): Promise<{ readonly object: string; readonly size: number }>;
  getCommit(ref: string): Promise<GitCommit>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  getRefs(query: {
    readonly pattern?: string;
    readonly count?: number;
    readonly sort?: string;
  }): Promise<readonly GitRef[]>;
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly GitCommit[]>;
}

interface GitApi {
  readonly state?: string;
  readonly onDidChangeState?: vscode.Event<string>;
  readonly repositories?: readonly GitRepository[];
  readonly onDidOpenRepository?: vscode.Event<GitRepository>;
  readonly onDidCloseRepository?: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

/** Longer than this nobody waits for Git; what needed its answer then says that there is none. */
const longestMs = 10_000;
/** The first look of the Git extension at its folders. */
const longestStartMs = 5_000;

/** What Git answers within reasonable time; `undefined` when it fails or takes longer. */
export async function answered<Answer>(ask: () => Promise<Answer>, limitMs = longestMs): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Absent in a browser, in a virtual workspace, in one that is not trusted, and where Git is switched off. */
export async function gitApi(): Promise<GitApi | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  const extension = vscode.extensions.getExtension<unknown>('vscode.git');
  if (!extension) return undefined;
  const exported = extension.isActive ? extension.exports : await answered(async () => extension.activate());
  const api = versionOne(exported);
  if (api?.state === 'uninitialized') await started(api);
  return api;
}

function versionOne(exported: unknown): GitApi | undefined {
  if (typeof exported !== 'object' || exported === null) return undefined;
  if (!('getAPI' in exported) || typeof exported.getAPI !== 'function') return undefined;
  try {
    const api: unknown = exported.getAPI(1);
    return isApi(api) ? api : undefined;
  } catch {
    // It throws where Git is switched off or not installed.
    return undefined;
  }
}

function isApi(api: unknown): api is GitApi {
  return typeof api === 'object' && api !== null && 'getRepository' in api && typeof api.getRepository === 'function';
}

function started(api: GitApi): Promise<unknown> {
  return answered(
    () =>
      new Promise<void>((resolve) => {
        const listener = api.onDidChangeState?.((state) => {
          if (state !== 'initialized') return;
          listener?.dispose();
          resolve();
        });
        if (!listener || api.state === 'initialized') resolve();
      }),
    longestStartMs,
  );
}
