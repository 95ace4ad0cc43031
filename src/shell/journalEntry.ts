// What is noted before a plan is saved, and what a file says about that save afterwards. Knows texts and bytes only, no editor and no disk.

/** One save that was about to begin. */
export interface JournalEntry {
  readonly uri: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the file begins with a byte order mark, which no document's text has. */
  readonly mark: boolean;
  /** What was to be saved. */
  readonly after: string;
  /** `after` with this text in place of what stands between the offsets is what the file held before. */
  readonly before: { readonly start: number; readonly end: number; readonly text: string };
}

/** What is on the disk now. */
export interface FoundFile {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** `torn`: the save began and did not end. `changed`: somebody has saved something else since, which is not to be touched. */
export type SaveState = 'before' | 'after' | 'torn' | 'changed' | 'gone';

/**
 * How far a noted save has come. Editors write a file by emptying it and writing the new text from its beginning, so a save that was cut short leaves
 * nothing or a beginning of the new text, after a power failure with zeros where the rest belongs; programs that write in place leave the rest of the
 * old text. Anything else is somebody's later work, and so is a beginning that ends with a line and was written long after the save: a person
 * who has deleted the last milestones.
 */
export function stateOfSave(entry: JournalEntry, found: FoundFile | undefined): SaveState {
  if (!found) return 'gone';
  const file = withoutMark(found.bytes);
  const after = utf8(entry.after);
  if (sameBytes(file, after)) return 'after';
  const before = utf8(textBefore(entry));
  if (sameBytes(file, before)) return 'before';
  const near = Math.abs(found.mtime - entry.at) < nearMs;
  const full = file.byteLength - zerosAtEnd(file);
  const common = commonLength(file, after);
  if (full === 0 || (common >= full && (near || full < file.byteLength || !endsLine(file)))) return 'torn';
  // With a formatter in between, what was saved differs a little from what was noted; half a line at the time of the save is still half a save.
  if (near && file.byteLength < after.byteLength && endsLine(after) && !endsLine(file)) return 'torn';
  return near && isOverlay(file, { before, common }) ? 'torn' : 'changed';
}

const nearMs = 60_000;

/** The text that the file held before the save. */
export function textBefore({ after, before }: JournalEntry): string {
  return after.slice(0, before.start) + before.text + after.slice(before.end);
}

/** The bytes that the save was to write. */
export function bytesAfter({ after, mark }: JournalEntry): Uint8Array {
  return utf8(mark ? `\ufeff${after}` : after);
}

/** Everything about a save; `before` is kept as the piece in which it differs. */
export function entryOf(save: Pick<JournalEntry, 'uri' | 'at' | 'mark'>, before: string, after: string): JournalEntry {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const text = before.slice(start, before.length - tail);
  const { uri, at, mark } = save;
  return { uri, at, mark, after, before: { start, end: after.length - tail, text } };
}

/** As the bytes of a file, with a sum that tells a whole entry from half a one. */
export function writeEntry(entry: JournalEntry): Uint8Array {
  const said = JSON.stringify(entry);
  return utf8(`${checksum(said)}\n${said}`);
}

/** `undefined` for what is no whole entry: then the save it was written for had not begun. */
export function readEntry(bytes: Uint8Array): JournalEntry | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const end = text.indexOf('\n');
    const said = text.slice(end + 1);
    return text.slice(0, end) === checksum(said) ? (JSON.parse(said) as JournalEntry) : undefined;
  } catch {
    return undefined;
  }
}

/** A short sum of a text, against accidents and not against anybody: 53 bits of cyrb53 in base 36. */
export function checksum(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Whether the file is a beginning of the new text over the old text, as long as the old one: nobody has shortened or lengthened it yet. */
function isOverlay(file: Uint8Array, { before, common }: Texts): boolean {
  if (common === 0 || file.byteLength !== before.byteLength) return false;
  for (let at = common; at < file.byteLength; at++) if (file[at] !== before[at]) return false;
  return true;
}

interface Texts {
  readonly before: Uint8Array;
  readonly common: number;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Also without the part of a mark that is all there is. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const mark = [0xef, 0xbb, 0xbf];
  const held = mark.findIndex((byte, at) => bytes[at] !== byte);
  if (held === -1) return bytes.subarray(3);
  return held > 0 && held === bytes.byteLength ? bytes.subarray(held) : bytes;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && commonLength(a, b) === a.byteLength;
}

function commonLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.byteLength, b.byteLength);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
}

function zerosAtEnd(bytes: Uint8Array): number {
  let count = 0;
  while (count < bytes.byteLength && bytes[bytes.byteLength - 1 - count] === 0) count++;
  return count;
}

function endsLine(bytes: Uint8Array): boolean {
  return bytes.byteLength === 0 || bytes[bytes.byteLength - 1] === 10;
}
