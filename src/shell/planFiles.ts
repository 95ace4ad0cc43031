// The plan files that are known now, each with what it last said. Decides where a text comes from: an open document wins over the disk.
import * as vscode from 'vscode';
import type { KeepingReader } from '../model/chunkReader';
import type { PlanFile, ReadPlan } from '../model/planFile';
import type { Problem } from '../model/problem';
import { lazily } from '../report/lazily';
import { breather } from './clock';
import { follows, isPlanDocument, openDocument } from './documents';
import type { Listing } from './listing';
import { errorText } from './log';
import { planBaseName } from './planNames';
import type { Settings } from './settings';
import { readDisk, type Stamp } from './sources';

interface Entry {
  readonly uri: vscode.Uri;
  /** Of the file on the disk when `read` is what it holds. */
  readonly stamp: Stamp | undefined;
  /** The limit it was read with. */
  readonly maxBytes: number;
  /** Undefined when there is no text to speak of. */
  readonly text: string | undefined;
  readonly read: ReadPlan;
}

/** A text that is to be read, and where it comes from. */
interface Taken extends Pick<Entry, 'uri' | 'stamp'> {
  readonly text: string;
  readonly settings: Settings;
}

/** Pauses when others have waited long enough. */
type Breathe = ReturnType<typeof breather>;

const readsAtOnce = 8;
const followMs = 1000;

export class PlanFiles {
  private readonly entries = new Map<string, Entry>();
  private readonly known = new Map<string, vscode.Uri>();
  /** What the search found: these stay when their document is closed. */
  private listed: ReadonlySet<string> = new Set();
  private changed = false;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly reader: Pick<KeepingReader, 'read' | 'warm'>,
  ) {}

  has(uri: vscode.Uri): boolean {
    return this.known.has(uri.toString());
  }

  uris(): Iterable<vscode.Uri> {
    return this.known.values();
  }

  hasAny(): boolean {
    return this.entries.size > 0;
  }

  /** Takes over what was found and is open; returns what is new. Files that are neither any more are forgotten. */
  setListing(listing: Listing, open: readonly vscode.Uri[]): readonly vscode.Uri[] {
    const found = new Map(listing.uris.map((uri) => [uri.toString(), uri]));
    const listed = new Set(found.keys());
    // A search that was cut short proves nothing about what it did not find.
    if (!listing.complete) for (const key of this.listed) listed.add(key);
    for (const uri of open) found.set(uri.toString(), uri);
    for (const key of [...this.known.keys()]) if (!found.has(key) && !listed.has(key)) this.forget(key);
    const added = [...found].filter(([key]) => !this.known.has(key));
    for (const [key, uri] of added) this.known.set(key, uri);
    this.listed = listed;
    this.renameFolders();
    return added.map(([, uri]) => uri);
  }

  /** Makes the next reading look into every file again, whatever its stamp says. */
  forgetStamps(): void {
    for (const [key, entry] of this.entries) this.entries.set(key, { ...entry, stamp: undefined });
  }

  /** Reads these files, a few at a time, and lets others work in between. */
  async read(uris: readonly vscode.Uri[], settings: Settings): Promise<void> {
    const waiting = [...uris].reverse();
    const breathe = breather();
    const worker = async () => {
      for (let uri = waiting.pop(); uri; uri = waiting.pop()) {
        try {
          await this.readOne(uri, settings, breathe);
        } catch (error) {
          this.log.error(`${uri.toString(true)}: ${errorText(error)}`);
        }
        await breathe();
      }
    };
    await Promise.all(Array.from({ length: Math.min(readsAtOnce, uris.length) }, worker));
  }

  /** What was read, by workspace folder and then by path. */
  reads(): readonly ReadPlan[] {
    const order = (uri: vscode.Uri) => vscode.workspace.getWorkspaceFolder(uri)?.index ?? Number.MAX_SAFE_INTEGER;
    const placed = [...this.entries.values()].map((entry) => ({ at: order(entry.uri), entry }));
    placed.sort((a, b) => a.at - b.at || byPath(a.entry.uri.path, b.entry.uri.path));
    return placed.map(({ entry }) => entry.read);
  }

  /** Whether anything that `reads` gives has changed since the last call. */
  takeChanged(): boolean {
    const { changed } = this;
    this.changed = false;
    return changed;
  }

  private async readOne(uri: vscode.Uri, settings: Settings, breathe: Breathe): Promise<void> {
    const key = uri.toString();
    const document = openDocument(key);
    const open = document && isPlanDocument(document, settings) ? document : undefined;
    if (open && (open.isDirty || open.isUntitled))
      return this.take({ uri, text: open.getText(), stamp: undefined, settings }, breathe);
    if (!open && !this.listed.has(key)) return this.forget(key);
    const disk = await readDisk(uri, settings.maxFileBytes, this.entries.get(key)?.stamp);
    if (disk.kind === 'gone') return this.forget(key);
    if (disk.kind === 'unreadable') return this.takeProblem(uri, disk.problem, disk.stamp, settings);
    const stamp = disk.kind === 'text' ? disk.stamp : this.entries.get(key)?.stamp;
    if (open && !open.isClosed) {
      // A clean document follows the disk, a moment later: its offsets are those the editor shows, so wait for it.
      if (disk.kind === 'text' && !open.isDirty) await follows(open, disk.text, followMs);
      return this.take({ uri, text: open.getText(), stamp: open.isDirty ? undefined : stamp, settings }, breathe);
    }
    if (disk.kind === 'text') await this.take({ uri, text: disk.text, stamp, settings }, breathe);
  }

  private async take({ uri, text, stamp, settings }: Taken, breathe: Breathe): Promise<void> {
    const maxBytes = settings.maxFileBytes;
    const before = this.entries.get(uri.toString());
    if (before?.text === text && before.maxBytes === maxBytes) {
      this.entries.set(uri.toString(), { ...before, stamp });
      return;
    }
    const baseName = planBaseName(uri.path);
    for (const _ of this.reader.warm(text, baseName, { maxBytes })) await breathe();
    const { file } = this.reader.read(text, baseName, { maxBytes });
    this.put({ uri, stamp, maxBytes, text, read: this.readPlan(uri, text, file) });
  }

  private takeProblem(uri: vscode.Uri, problem: Problem, stamp: Stamp, { maxFileBytes }: Settings): void {
    const file: PlanFile = { plan: undefined, problems: [problem], places: new Map(), fields: new Map() };
    const before = this.entries.get(uri.toString());
    if (before?.text === undefined && before?.read.file.problems[0]?.code === problem.code) {
      this.entries.set(uri.toString(), { ...before, stamp });
      return;
    }
    this.put({ uri, stamp, maxBytes: maxFileBytes, text: undefined, read: this.readPlan(uri, '', file) });
  }

  private readPlan(uri: vscode.Uri, text: string, file: PlanFile): ReadPlan {
    const lastGood = this.entries.get(uri.toString())?.read.plan;
    return {
      uri: uri.toString(),
      baseName: planBaseName(uri.path),
      folder: folderOf(uri),
      text,
      file,
      plan: file.plan ?? lastGood,
    };
  }

  private put(entry: Entry): void {
    const key = entry.uri.toString();
    this.known.set(key, entry.uri);
    this.entries.set(key, entry);
    this.changed = true;
  }

  private forget(key: string): void {
    this.known.delete(key);
    if (this.entries.delete(key)) this.changed = true;
  }

  /** How a place is called depends on how many workspace folders there are. */
  private renameFolders(): void {
    for (const [key, entry] of this.entries) {
      const folder = folderOf(entry.uri);
      if (folder === entry.read.folder) continue;
      this.entries.set(key, { ...entry, read: { ...entry.read, folder } });
      this.changed = true;
    }
  }
}

/** Where a file lies, relative to its workspace folder, whose name comes first when there are several. */
function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

// Making it takes a fifth of the time that loading the whole extension does, and activation compares no paths.
const collator = lazily(() => new Intl.Collator('en', { numeric: true }));

function byPath(a: string, b: string): number {
  return collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
