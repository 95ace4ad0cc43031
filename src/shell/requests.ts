// The requests for approval that are kept beside the plans: finds, reads and watches them. Lazily, so that no plan waits for them.
import * as vscode from 'vscode';
import type { RequestFile } from '../agreement/requestFile';
import { issuedIn, readRequestFile } from '../agreement/requestFile';
import type { IssuedRequest } from '../agreement/standing';
import type { Snapshot } from '../snapshot';
import { errorText } from './log';
import { quiet } from './quiet';
import { readDisk, type Stamp } from './sources';

/** Of one folder. */
const mostFiles = 2_000;
const mostBytes = 256 * 1024;
const readsAtOnce = 8;
const quietMs = 200;
const longestMs = 1_000;

interface Read {
  readonly stamp: Stamp;
  readonly file: RequestFile | undefined;
}

interface Folder {
  readonly uri: vscode.Uri;
  readonly files: Map<string, Read>;
  /** By the file name of the plan. */
  issued: ReadonlyMap<string, readonly IssuedRequest[]>;
}

const none: readonly IssuedRequest[] = [];

export class Requests implements vscode.Disposable {
  private readonly folders = new Map<string, Folder>();
  /** Folders that are to be looked at again. */
  private readonly noted = new Set<string>();
  private running: Promise<void> | undefined;
  private readonly soon = quiet(quietMs, longestMs, () => void this.look());
  private watcher: vscode.Disposable | undefined;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly changed: () => void,
  ) {}

  /** What was asked for beside a plan, as far as it is known by now. */
  readonly of = (uri: string): readonly IssuedRequest[] => {
    const plan = vscode.Uri.parse(uri, true);
    return this.folders.get(requestFolder(plan).toString())?.issued.get(nameOf(plan)) ?? none;
  };

  /** Looks beside plans that are new. */
  follow({ plans }: Snapshot): void {
    for (const { uri } of plans) {
      const folder = requestFolder(vscode.Uri.parse(uri, true));
      const key = folder.toString();
      if (this.folders.has(key)) continue;
      this.folders.set(key, { uri: folder, files: new Map(), issued: new Map() });
      this.noted.add(key);
    }
    if (this.noted.size === 0) return;
    this.watcher ??= this.watch();
    void this.look();
  }

  /** Looks again where requests are: a folder that is moved or deleted gives no event for the files in it. New ones do. */
  lookAgain(): void {
    for (const [key, { files }] of this.folders) if (files.size > 0) this.noted.add(key);
    if (this.noted.size > 0) this.soon.poke();
  }

  /** Those that are known, wherever they lie. */
  *uris(): Iterable<vscode.Uri> {
    for (const { uri, files } of this.folders.values())
      for (const name of files.keys()) yield vscode.Uri.joinPath(uri, name);
  }

  /** Once everything that has been noticed until now is read. */
  async settled(): Promise<void> {
    this.soon.cancel();
    while (this.noted.size > 0 || this.running) await this.look();
  }

  /** A request was written here just now. */
  async wrote(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    if (!this.folders.has(key)) this.folders.set(key, { uri: folder, files: new Map(), issued: new Map() });
    this.noted.add(key);
    await this.settled();
  }

  dispose(): void {
    this.soon.cancel();
    this.watcher?.dispose();
  }

  private watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher('**/.milestones/requests/*.md');
    const note = (uri: vscode.Uri) => {
      this.noted.add(vscode.Uri.joinPath(uri, '..').toString());
      this.soon.poke();
    };
    watcher.onDidCreate(note);
    watcher.onDidChange(note);
    watcher.onDidDelete(note);
    return watcher;
  }

  private look(): Promise<void> {
    this.running ??= this.lookOnce().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async lookOnce(): Promise<void> {
    let changed = false;
    for (const key of [...this.noted]) {
      this.noted.delete(key);
      const folder = this.folders.get(key);
      try {
        if (folder && (await this.readFolder(folder))) changed = true;
      } catch (error) {
        this.log.error(`${key}: ${errorText(error)}`);
      }
    }
    if (changed) this.changed();
  }

  /** Whether anything in it is another than it was. */
  private async readFolder(folder: Folder): Promise<boolean> {
    const names = await requestNames(folder.uri);
    const gone = [...folder.files.keys()].filter((name) => !names.includes(name));
    for (const name of gone) folder.files.delete(name);
    if (names.length > mostFiles)
      this.log.warn(`${folder.uri.toString(true)}: more than ${mostFiles} requests; only the latest are read.`);
    const waiting = names.slice(-mostFiles);
    let changed = gone.length > 0;
    const worker = async () => {
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
        if (await this.readOne(folder, name)) changed = true;
    };
    await Promise.all(Array.from({ length: Math.min(readsAtOnce, waiting.length) }, worker));
    if (changed) folder.issued = byPlan(folder.files);
    return changed;
  }

  private async readOne({ uri, files }: Folder, name: string): Promise<boolean> {
    const file = vscode.Uri.joinPath(uri, name);
    const disk = await readDisk(file, mostBytes, files.get(name)?.stamp);
    if (disk.kind === 'unchanged') return false;
    if (disk.kind === 'gone') return files.delete(name);
    const read = disk.kind === 'text' ? readRequestFile(disk.text.replaceAll('\r\n', '\n')) : undefined;
    if (read && 'refused' in read) this.log.info(`${file.toString(true)}: ${read.refused.text}`);
    files.set(name, { stamp: disk.stamp, file: read && 'file' in read ? read.file : undefined });
    return true;
  }
}

/** `.milestones/requests` beside the plan; where the plan itself lies in `.milestones`, in that one. */
export function requestFolder(plan: vscode.Uri): vscode.Uri {
  const folder = vscode.Uri.joinPath(plan, '..');
  const own = folder.path.endsWith('/.milestones') ? folder : vscode.Uri.joinPath(folder, '.milestones');
  return vscode.Uri.joinPath(own, 'requests');
}

async function requestNames(folder: vscode.Uri): Promise<string[]> {
  try {
    // Most plans have no such folder, and some editors log it as an error when one that is missing is listed.
    await vscode.workspace.fs.stat(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => (type & vscode.FileType.File && /\.md$/i.test(name) ? [name] : [])).sort();
  } catch {
    return [];
  }
}

function nameOf(plan: vscode.Uri): string {
  return plan.path.slice(plan.path.lastIndexOf('/') + 1);
}

/** In the order of the names of the files, which begin with their day. */
function byPlan(files: ReadonlyMap<string, Read>): ReadonlyMap<string, readonly IssuedRequest[]> {
  const found = new Map<string, IssuedRequest[]>();
  for (const [, { file }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file) continue;
    found.set(file.plan, [...(found.get(file.plan) ?? []), ...issuedIn(file)]);
  }
  return found;
}
