// A text read in parts, of which those that were read before are taken over. Knows where parts begin and end, and the limits of a file.
import { type Frame, isFrameOf, readFrame } from './chunkFrame';
import { type Chunk, isSameFor, readChunks } from './chunkItem';
import type { People } from './chunkPeople';
import { commonEnd, commonStart } from './chunkSame';
import { shiftProblem } from './chunkShift';
import { type Split, splitText } from './chunkSplit';
import { type Follower, readWrong, type WrongChunk } from './chunkWrong';
import { type LoadOptions, limitsOf } from './load';
import { guessAllowance } from './nearest';
import type { Problem } from './problem';
import { maxMilestones } from './read';

/** A text in parts that were read. */
export interface Parts {
  readonly frame: Frame;
  readonly text: string;
  readonly chunks: readonly Chunk[];
  /** Where each chunk begins in the text. */
  readonly starts: readonly number[];
  /** Where the last one ends. */
  readonly end: number;
}

/** A text in parts, all of which were read, or some up to the one that cannot be. */
export interface Known {
  readonly text: string;
  readonly frame: Frame;
  readonly split: Split;
  readonly chunks: readonly (Chunk | WrongChunk | undefined)[];
  /** The part that cannot be read by itself. */
  readonly unfit?: string | undefined;
}

/** What came of reading a text in parts; with neither parts nor a mistake it has to be read whole. */
export interface Tried {
  readonly known: Known;
  readonly parts?: Parts;
  /** What makes the text no YAML. */
  readonly wrong?: Problem;
}

export interface Asked {
  readonly text: string;
  readonly baseName: string;
  readonly options: LoadOptions;
}

/** Characters that are read between two pauses. */
const stretch = 8_000;

/** Reads a text in parts, a pause after some of them. What is known of another text of the same file is not read again. */
export function* partsOf(asked: Asked, before: Known | undefined): Generator<undefined, Tried | undefined> {
  const { text, baseName } = asked;
  const split = splitText(text);
  if (!split) return undefined;
  const old = before?.frame;
  const frame = old && isFrameOf(old, text, split, baseName) ? old : readFrame(text, split, baseName);
  if (!frame) return undefined;
  const filling = { chunks: takeOver(asked, split, frame, before), people: frame.people, unfit: before?.unfit };
  const known = { text, frame, split, chunks: filling.chunks };
  for (const run of runsOf(filling.chunks, split)) {
    const unfit = readRun(text, split, run, filling);
    if (unfit !== undefined) return { known: { ...known, unfit } };
    yield;
  }
  return { known, ...together(asked, known) };
}

function together({ text, options }: Asked, { frame, split, chunks }: Known): Omit<Tried, 'known'> {
  const read: Chunk[] = [];
  let first: Problem | undefined;
  for (const [at, chunk] of chunks.entries()) {
    if (!chunk) return {};
    if (!('wrong' in chunk)) read.push(chunk);
    else first ??= shiftProblem(chunk.wrong, split.starts[at] ?? 0);
  }
  if (!withinLimits(frame, chunks, options)) return {};
  if (first) return { wrong: first };
  return { parts: { text, frame, chunks: read, starts: split.starts, end: split.end } };
}

/** Indexes of neighbouring parts, the second one not included. */
type Run = readonly [number, number];

/** The parts still to be read, in stretches of some thousand characters, which is much faster than one by one. */
function runsOf(chunks: readonly unknown[], { starts, end }: Split): readonly Run[] {
  const runs: [number, number][] = [];
  for (const [at, chunk] of chunks.entries()) {
    if (chunk) continue;
    const last = runs.at(-1);
    const ends = starts[at + 1] ?? end;
    if (last && last[1] === at && ends - (starts[last[0]] ?? 0) <= stretch) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

interface Filling {
  readonly chunks: (Chunk | WrongChunk | undefined)[];
  readonly people: People;
  /** A part that is known to be unfit. */
  readonly unfit: string | undefined;
}

/** Reads a stretch and notes its chunks; the part that cannot be read by itself, when there is one. */
function readRun(text: string, split: Split, [from, to]: Run, filling: Filling): string | undefined {
  const { starts, end } = split;
  const begin = starts[from] ?? 0;
  const own = text.slice(begin, starts[to] ?? end);
  if (to - from === 1 && own === filling.unfit) return own;
  const inside = starts.slice(from, to).map((start) => start - begin);
  const read =
    readChunks(own, inside, filling.people) ?? (to - from === 1 ? wrongAlone(own, text, split, to) : undefined);
  for (const [at, chunk] of (read ?? []).entries()) filling.chunks[from + at] = chunk;
  if (read) return undefined;
  if (to - from === 1) return own;
  const middle = Math.floor((from + to) / 2);
  return readRun(text, split, [from, middle], filling) ?? readRun(text, split, [middle, to], filling);
}

function wrongAlone(own: string, text: string, split: Split, next: number): readonly WrongChunk[] | undefined {
  const wrong = readWrong(own, followerOf(text, split, next));
  return wrong && [wrong];
}

function followerOf(text: string, { starts, end }: Split, next: number): Follower {
  if (next < starts.length) return 'item';
  return end < text.length ? 'field' : 'end';
}

type Some = Chunk | WrongChunk | undefined;

/** For each part what was read from the same characters before, as far as it would be read the same now. */
function takeOver({ text }: Asked, split: Split, { people }: Frame, before: Known | undefined): Some[] {
  if (!before) return new Array<undefined>(split.starts.length).fill(undefined);
  return unchanged(text, split, before).map((some, at) => {
    if (!some) return undefined;
    const same = 'wrong' in some ? some.follower === followerOf(text, split, at + 1) : isSameFor(some, people);
    return same ? some : undefined;
  });
}

/** Most parts stand before or behind the edit. */
function unchanged(text: string, split: Split, before: Known): readonly Some[] {
  const { starts } = split;
  const ends = (at: number) => starts[at + 1] ?? split.end;
  const old = before.split.starts;
  const oldEnds = (at: number) => old[at + 1] ?? before.split.end;
  const moved = text.length - before.text.length;
  const most = Math.min(starts.length, old.length);
  const same = commonStart(text, before.text);
  let front = 0;
  while (front < most && starts[front] === old[front] && ends(front) === oldEnds(front) && ends(front) <= same) front++;
  const sameEnd = text.length - commonEnd(text, before.text, same);
  const isSame = (at: number, was: number) =>
    (starts[at] ?? 0) >= sameEnd && starts[at] === (old[was] ?? 0) + moved && ends(at) === oldEnds(was) + moved;
  let back = 0;
  while (back < most - front && isSame(starts.length - 1 - back, old.length - 1 - back)) back++;
  const between = starts.length - front - back;
  return [
    ...before.chunks.slice(0, front),
    ...(between > few
      ? found(text, split, before.chunks, front, between)
      : new Array<undefined>(between).fill(undefined)),
    ...before.chunks.slice(old.length - back),
  ];
}

/** Where much lies between what stayed, something was moved, or many places were edited. */
const few = 3;

function found(
  text: string,
  { starts, end }: Split,
  chunks: Known['chunks'],
  from: number,
  count: number,
): readonly Some[] {
  const others = new Map(chunks.flatMap((chunk) => (chunk ? [[chunk.text, chunk]] : [])));
  return starts
    .slice(from, from + count)
    .map((start, at) => others.get(text.slice(start, starts[from + at + 1] ?? end)));
}

/** The limits of a file, of which each part has its share; a text that may exceed one is read whole, so that it is said as it always is. */
function withinLimits(frame: Frame, chunks: Known['chunks'], options: LoadOptions): boolean {
  const limits = limitsOf(options);
  let { bytes, tokens, guessed } = frame;
  let milestones = 0;
  for (const chunk of chunks) {
    if (!chunk) continue;
    if ('wrong' in chunk) {
      bytes += chunk.text.length * 3;
      tokens += chunk.text.length * 2;
      continue;
    }
    bytes += chunk.bytes;
    tokens += chunk.tokens;
    guessed += chunk.guessed;
    milestones += Math.max(1, chunk.members.size);
  }
  return bytes <= limits.bytes && tokens <= limits.tokens && guessed < guessAllowance && milestones <= maxMilestones;
}
