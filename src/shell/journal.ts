// The journal: every save of ours is noted before it begins, and a save that a crash cut short is found again. Goes through the editor's file system.
import * as vscode from 'vscode';
import { now } from './clock';
import { checksum, entryOf, type JournalEntry, readEntry, stateOfSave, writeEntry } from './journalEntry';
import { errorText } from './log';
import { readFound } from './sources';

export interface Journal {
  /** Notes on the disk what is about to be saved. Never fails: a plan is saved without a note rather than not at all. */
  note(save: PlannedSave): Promise<Noted>;
  /** Resolves once what an earlier run of the editor has left was looked at; the first call begins that look. */
  looked(): Promise<void>;
}

export interface PlannedSave {
  readonly uri: vscode.Uri;
  readonly before: string;
  readonly after: string;
  /** Whether the file begins with a byte order mark. */
  readonly mark: boolean;
}

export interface Noted {
  /** Takes the note away, unless the file shows that its save was cut short. */
  settle(): Promise<void>;
}

/** For a save that needs no note or could get none. */
export const notNoted: Noted = { settle: async () => undefined };

/** A save that did not end, and its note. */
export interface Interrupted {
  readonly entry: JournalEntry;
  readonly forget: () => Promise<void>;
}

export interface JournalParts {
  readonly folder: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Asks the person, who may not answer for long. */
  readonly offer: (interrupted: readonly Interrupted[]) => Promise<void>;
}

/** Where the notes of this workspace lie; windows without one share a place. */
export function journalFolder(context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>): vscode.Uri {
  return vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'journal');
}

export function openJournal(parts: JournalParts): Journal {
  let look: Promise<void> | undefined;
  return {
    note: (save) => note(parts, save),
    looked: () => {
      look ??= lookThrough(parts).catch((error) => parts.log.error(errorText(error)));
      return look;
    },
  };
}

const maxEntries = 50;
const maxEntryBytes = 16 * 1024 * 1024;
const longestMs = 30 * 24 * 60 * 60 * 1000;
/** Another window may be saving right now; a save that takes longer than this is not going on any more. */
const settledMs = 5_000;
const againMs = 250;

let count = 0;

/** A half-written note needs no temporary name to be told from a whole one: its sum is wrong, and then its save had not begun. */
async function note({ folder, log }: JournalParts, { uri, before, after, mark }: PlannedSave): Promise<Noted> {
  const at = now();
  count += 1;
  // Two windows may save the same file at the same time, and each has a note of its own.
  const name = `${checksum(uri.toString())}-${at.toString(36)}-${count}-${Math.random().toString(36).slice(2, 8)}`;
  const place = vscode.Uri.joinPath(folder, name);
  const entry = entryOf({ uri: uri.toString(), at, mark }, before, after);
  try {
    await vscode.workspace.fs.writeFile(place, writeEntry(entry));
  } catch (error) {
    log.warn(`This save has no note in the journal: ${errorText(error)}`);
    return notNoted;
  }
  return { settle: () => settle(place, entry, log) };
}

async function settle(place: vscode.Uri, entry: JournalEntry, log: vscode.LogOutputChannel): Promise<void> {
  let state = await stateOf(entry);
  if (state === 'torn') {
    // Most likely somebody else is saving it just now.
    await new Promise((resolve) => setTimeout(resolve, againMs));
    state = await stateOf(entry);
  }
  if (state === 'torn') log.warn(`${entry.uri}: the save was cut short; its note is kept`);
  else if (state !== 'unknown') await remove(place);
}

interface Left {
  readonly place: vscode.Uri;
  readonly entry: JournalEntry;
}

async function lookThrough(parts: JournalParts): Promise<void> {
  const left = await entriesIn(parts.folder);
  const torn: Left[] = [];
  for (const { place, entry } of left) {
    const state = await stateOf(entry);
    // A file system that is not there today may be back tomorrow, and a young note may be that of another window.
    if (state === 'torn') torn.push({ place, entry });
    else if (state !== 'unknown' && now() - entry.at > settledMs) await remove(place);
  }
  if (torn.length === 0) return;
  const latest = latestOfEach(torn);
  for (const { place } of torn.filter((one) => !latest.includes(one))) await remove(place);
  void offerSettled(parts, latest).catch((error) => parts.log.error(errorText(error)));
}

/** Offers what is still torn when no other window can be in the middle of that save any more. */
async function offerSettled({ log, offer }: JournalParts, torn: readonly Left[]): Promise<void> {
  const youngest = Math.max(...torn.map(({ entry }) => entry.at));
  const wait = Math.min(settledMs, youngest + settledMs - now());
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const interrupted: Interrupted[] = [];
  for (const { place, entry } of torn) {
    // The window that was saving takes its note away; nobody else does.
    if (!(await exists(place))) continue;
    if ((await stateOf(entry)) === 'after') await remove(place);
    else interrupted.push({ entry, forget: () => remove(place) });
  }
  for (const { entry } of interrupted) log.warn(`${entry.uri}: the last save was cut short`);
  if (interrupted.length > 0) await offer(interrupted);
}

/** The newest notes that can be used; the others are taken away. */
async function entriesIn(folder: vscode.Uri): Promise<readonly Left[]> {
  const found: Left[] = [];
  for (const name of await namesIn(folder)) {
    const place = vscode.Uri.joinPath(folder, name);
    const entry = await entryAt(place);
    if (entry && now() - entry.at < longestMs) found.push({ place, entry });
    else await remove(place);
  }
  found.sort((a, b) => b.entry.at - a.entry.at);
  for (const { place } of found.slice(maxEntries)) await remove(place);
  return found.slice(0, maxEntries);
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const inside = await vscode.workspace.fs.readDirectory(folder);
    return inside.flatMap(([name, type]) => (type === vscode.FileType.File ? [name] : []));
  } catch {
    // No save of ours was ever noted here.
    return [];
  }
}

async function entryAt(place: vscode.Uri): Promise<JournalEntry | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(place);
    return size > maxEntryBytes ? undefined : readEntry(await vscode.workspace.fs.readFile(place));
  } catch {
    return undefined;
  }
}

async function stateOf(entry: JournalEntry): Promise<ReturnType<typeof stateOfSave> | 'unknown'> {
  try {
    return stateOfSave(entry, await readFound(vscode.Uri.parse(entry.uri, true)));
  } catch {
    return 'unknown';
  }
}

/** Of several saves of one file only the last one counts. */
function latestOfEach(torn: readonly Left[]): readonly Left[] {
  const byFile = new Map<string, Left>();
  for (const left of torn) {
    const known = byFile.get(left.entry.uri);
    if (!known || known.entry.at < left.entry.at) byFile.set(left.entry.uri, left);
  }
  return [...byFile.values()];
}

async function exists(place: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(place).then(
    () => true,
    () => false,
  );
}

async function remove(place: vscode.Uri): Promise<void> {
  // Another window may have been faster.
  await vscode.workspace.fs.delete(place).then(undefined, () => undefined);
}
