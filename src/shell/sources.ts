// Plan files on the disk: where they are and what they hold. Goes through the editor's file system only, so that remote and virtual workspaces work.
import * as vscode from 'vscode';
import { message } from '../base/message';
import type { Problem } from '../model/problem';
import { now } from './clock';

/** What tells one state of a file from another without reading it. */
export interface Stamp {
  readonly mtime: number;
  readonly size: number;
  /** When it was looked at: a file changed just before may change again within the same tick of its clock. */
  readonly seen: number;
}

export type DiskText =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: Stamp }
  /** It is there but cannot be a plan: too large, not UTF-8, not readable. */
  | { readonly kind: 'unreadable'; readonly problem: Problem; readonly stamp: Stamp }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone' };

/** The text of a file, as the editor would show it; `unchanged` when it still has the stamp `known`. Never throws. */
export async function readDisk(uri: vscode.Uri, maxBytes: number, known?: Stamp): Promise<DiskText> {
  const stamp = await stampOf(uri);
  if (!stamp) return { kind: 'gone' };
  if (known && isSame(known, stamp)) return { kind: 'unchanged' };
  if (stamp.size > maxBytes) return { kind: 'unreadable', problem: tooLarge(maxBytes), stamp };
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'gone' };
    return { kind: 'unreadable', problem: unreadable(), stamp };
  }
  if (bytes.byteLength > maxBytes) return { kind: 'unreadable', problem: tooLarge(maxBytes), stamp };
  const text = decode(bytes);
  return text === undefined ? { kind: 'unreadable', problem: badEncoding(), stamp } : { kind: 'text', text, stamp };
}

/** The bytes on the disk as they are; `undefined` when there is no file. Rejects when nobody can tell. */
export async function readFound(
  uri: vscode.Uri,
): Promise<{ readonly bytes: Uint8Array; readonly mtime: number } | undefined> {
  try {
    const { fs } = vscode.workspace;
    const [{ mtime }, bytes] = await Promise.all([fs.stat(uri), fs.readFile(uri)]);
    return { bytes, mtime };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** UTF-8 without its byte order mark, as in a document; `undefined` for bytes that are not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The stamp of a regular file; `undefined` when there is none (a pipe or a device would never end). */
async function stampOf(uri: vscode.Uri): Promise<Stamp | undefined> {
  try {
    const { type, mtime, size } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.File ? { mtime, size, seen: now() } : undefined;
  } catch {
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Git's rule for racy files: a stamp proves nothing when the file had changed shortly before it was taken. */
function isSame(known: Stamp, found: Stamp): boolean {
  return known.mtime === found.mtime && known.size === found.size && known.seen - known.mtime > 2000;
}

function tooLarge(limit: number): Problem {
  const args = { limit: Math.round((limit / 1_048_576) * 10) / 10 };
  const said = message('This file is larger than {limit} MB, which is not read. Split it into several plans.', args);
  return wholeFile('file.tooLarge', said);
}

function badEncoding(): Problem {
  return wholeFile('file.encoding', message('This file is not UTF-8 text, so it is not read.'));
}

function unreadable(): Problem {
  return wholeFile('file.unreadable', message('This file cannot be read.'));
}

function wholeFile(code: Problem['code'], text: Problem['message']): Problem {
  return { code, severity: 'error', message: text, span: { start: 0, end: 0 } };
}
