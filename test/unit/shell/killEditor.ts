// A stand-in for the editor in a process that will be killed: documents and files of the real disk, whose saves are written piece by piece.
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export enum FileType {
  Unknown = 0,
  File = 1,
  Directory = 2,
}

export enum EndOfLine {
  LF = 1,
  CRLF = 2,
}

export class FileSystemError extends Error {
  constructor(
    readonly code: string,
    reason: string,
  ) {
    super(reason);
  }
}

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static file(path: string): Uri {
    return new Uri('file', path);
  }
  static parse(text: string): Uri {
    return new Uri('file', decodeURIComponent(new URL(text).pathname));
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    return new Uri(uri.scheme, [uri.path, ...parts].join('/'));
  }
  toString(): string {
    return `file://${encodeURI(this.path)}`;
  }
}

export class Range {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

interface Replacement {
  readonly range?: Range;
  readonly text: string;
}

export const TextEdit = {
  setEndOfLine: (_lineEnd: EndOfLine): Replacement => ({ text: '' }),
  replace: (range: Range, text: string): Replacement => ({ range, text }),
};

export class WorkspaceEdit {
  uri: Uri | undefined;
  readonly edits: Replacement[] = [];
  replace(uri: Uri, range: Range, text: string): void {
    this.set(uri, [{ range, text }]);
  }
  set(uri: Uri, edits: readonly Replacement[]): void {
    this.uri = uri;
    this.edits.push(...edits);
  }
}

/** A text with one kind of line ends, whose positions are offsets. */
class Document {
  isDirty = false;
  readonly isUntitled = false;
  readonly encoding = 'utf8';
  version = 1;
  private text: string;
  constructor(readonly uri: Uri) {
    this.text = readFileSync(uri.path, 'utf8');
  }
  getText(): string {
    return this.text;
  }
  positionAt(offset: number): number {
    return offset;
  }
  replace(edits: readonly Replacement[]): void {
    for (const { range, text } of [...edits].sort((a, b) => (b.range?.start ?? 0) - (a.range?.start ?? 0)))
      if (range) this.text = this.text.slice(0, range.start) + text + this.text.slice(range.end);
    this.version += 1;
    this.isDirty = true;
    for (const heard of listeners) heard({ document: this, contentChanges: edits });
  }
  async save(): Promise<boolean> {
    phase('begun');
    await writeInPieces(this.uri.path, new TextEncoder().encode(this.text));
    phase('ended');
    this.isDirty = false;
    return true;
  }
}

type Listener = (event: { readonly document: Document; readonly contentChanges: readonly Replacement[] }) => void;

const listeners = new Set<Listener>();
const documents = new Map<string, Document>();

/** How many pieces a save has, each of which is on the disk before the next one is begun. */
const pieces = 16;

/** As editors write: the file is emptied, and the new text comes from its beginning on. */
async function writeInPieces(path: string, bytes: Uint8Array): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const size = Math.max(1, Math.ceil(bytes.byteLength / pieces));
  for (let at = 0; at < bytes.byteLength; at += size) {
    await sleep(0);
    writeSync(file, bytes, at, Math.min(size, bytes.byteLength - at));
  }
  await sleep(0);
  fdatasyncSync(file);
  closeSync(file);
}

let phases: number | undefined;

/** Says on the disk, where a kill leaves it, how far the save of the plan has come. */
function phase(reached: 'begun' | 'ended'): void {
  if (phases === undefined) return;
  writeSync(phases, `${reached}\n`);
  process.stdout.write(`${reached}\n`);
}

export function tellPhasesIn(path: string): void {
  phases = openSync(path, 'w');
}

const notFound = <T>(look: () => T): T => {
  try {
    return look();
  } catch (error) {
    throw new FileSystemError('FileNotFound', String(error));
  }
};

export const workspace = {
  fs: {
    isWritableFileSystem: () => true,
    stat: async ({ path }: Uri) =>
      notFound(() => {
        const found = statSync(path);
        const type = found.isDirectory() ? FileType.Directory : FileType.File;
        return { type, mtime: Math.floor(found.mtimeMs), size: found.size, ctime: 0 };
      }),
    readFile: async ({ path }: Uri) => notFound(() => new Uint8Array(readFileSync(path))),
    readDirectory: async ({ path }: Uri) =>
      notFound(() => readdirSync(path).map((name): [string, FileType] => [name, FileType.File])),
    writeFile: ({ path }: Uri, bytes: Uint8Array) => writeInPieces(path, bytes),
    delete: async ({ path }: Uri) => notFound(() => rmSync(path)),
  },
  openTextDocument: async (uri: Uri) => {
    const known = documents.get(uri.path);
    if (known?.isDirty) return known;
    // A document that is clean follows its file.
    const opened = new Document(uri);
    documents.set(uri.path, opened);
    return opened;
  },
  onDidChangeTextDocument: (heard: Listener) => {
    listeners.add(heard);
    return { dispose: () => listeners.delete(heard) };
  },
  applyEdit: async ({ uri, edits }: WorkspaceEdit) => {
    const document = uri && documents.get(uri.path);
    const version = document?.version;
    await sleep(0);
    if (!document || document.version !== version) return false;
    document.replace(edits);
    return true;
  },
  asRelativePath: ({ path }: Uri) => path,
};

/** The sentences that were shown, each of which is answered with its first button. */
export const shown: string[] = [];

export const window = {
  visibleTextEditors: [],
  showWarningMessage: async (sentence: string, ...buttons: string[]) => {
    shown.push(sentence);
    return buttons[0];
  },
  showErrorMessage: async (sentence: string) => {
    shown.push(sentence);
    return undefined;
  },
};

export const l10n = { t: (text: string) => text };
export const commands = { executeCommand: async () => undefined };
