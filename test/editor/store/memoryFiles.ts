// A file system in memory, as extensions bring them: no search, and folders are only what the paths of files imply.
import * as vscode from 'vscode';

interface Stored {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly stored = new Map<string, Stored>();
  private clock = 1_000_000;

  put(uri: vscode.Uri, text: string): void {
    this.writeFile(uri, new TextEncoder().encode(text));
  }

  get(uri: vscode.Uri): string {
    return new TextDecoder().decode(this.readFile(uri));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.stored.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.byteLength };
    if (this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const inside = uri.path === '/' ? '/' : `${uri.path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const path of this.stored.keys()) {
      if (!path.startsWith(inside)) continue;
      const [name = '', rest] = path.slice(inside.length).split('/', 2);
      names.set(name, rest === undefined ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return [...names];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.stored.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.stored.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.clock += 1;
    this.stored.set(uri.path, { bytes, mtime: this.clock });
    this.changed.fire([{ type, uri }]);
  }

  createDirectory(): void {}

  delete(uri: vscode.Uri): void {
    this.stored.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }
}
