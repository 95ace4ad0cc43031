// Reads plan files and remembers them in parts, so that reading an edited file again costs the milestone that was edited. Knows no editor.
import { fileWithout, joinParts } from './chunkJoin';
import { type Known, partsOf, type Tried } from './chunkParts';
import type { LoadOptions } from './load';
import { type ReadText, readingOf, readText, type TextReading } from './read';

/** Keeps what it read last of several files. */
export interface KeepingReader {
  readonly read: ReadText;
  /**
   * Reads a large text a step at a time, so that `read` has nothing left to do. To be drained with pauses; a text that cannot be read in parts ends
   * it at once.
   */
  readonly warm: (text: string, baseName: string, options?: LoadOptions) => Generator<undefined, void>;
  /** Lets go of all nodes, and of texts that were read whole: of what is of use for the next edit, but not worth its memory for longer. */
  readonly forget: () => void;
}

export interface KeepingOptions {
  /** Characters; a shorter text is read whole, which takes a few milliseconds. */
  readonly chunkFrom?: number;
}

/** One text as it was read. */
interface Kept {
  readonly text: string;
  readonly baseName: string;
  readonly maxBytes: number | undefined;
  readonly reading: TextReading | undefined;
  /** The parts that can be read by themselves, for the next text of this file. */
  readonly known: Known | undefined;
}

const chunkedFrom = 16_000;
const mostTexts = 12;
/** Characters of all texts but the last one, which take about 20 bytes each. */
const mostCharacters = 3_000_000;

/**
 * Reads what `readText` reads. A text that was read before costs a comparison; one that differs from it in a milestone of the list costs that
 * milestone, as far as the parts of the text can be read by themselves.
 */
export function keepingReader({ chunkFrom = chunkedFrom }: KeepingOptions = {}): KeepingReader {
  let kept: readonly Kept[] = [];

  const find = (text: string, baseName: string, { maxBytes }: LoadOptions) =>
    kept.find((one) => one.baseName === baseName && one.maxBytes === maxBytes && one.text === text);

  /** Before a text that is read for the first time, what is known of the last one of its file. */
  function* tryParts(text: string, baseName: string, options: LoadOptions): Generator<undefined, Tried | undefined> {
    if (text.length < chunkFrom) return undefined;
    const before = kept.find((one) => one.known && one.baseName === baseName);
    return yield* partsOf({ text, baseName, options }, before?.known);
  }

  const keep = (one: Kept) => {
    kept = bounded([one, ...kept.filter((other) => other.text !== one.text || other.baseName !== one.baseName)]);
  };

  const read: ReadText = (text, baseName, options = {}) => {
    const same = find(text, baseName, options);
    if (same?.reading) {
      if (same !== kept[0]) kept = [same, ...kept.filter((one) => one !== same)];
      return same.reading;
    }
    const tried = same ? undefined : drained(tryParts(text, baseName, options));
    const reading = inParts(text, options, tried) ?? readText(text, baseName, options);
    const known = tried?.known ?? same?.known;
    keep({ text, baseName, maxBytes: options.maxBytes, reading, known });
    return reading;
  };

  function* warm(text: string, baseName: string, options: LoadOptions = {}): Generator<undefined, void> {
    if (find(text, baseName, options)) return;
    const tried = yield* tryParts(text, baseName, options);
    if (!tried) return;
    const reading = inParts(text, options, tried);
    keep({ text, baseName, maxBytes: options.maxBytes, reading, known: tried.known });
  }

  const forget = () => {
    kept = kept.flatMap((one) => {
      if (!one.known) return [];
      return [{ ...one, reading: one.reading && withoutNodes(one, one.reading) }];
    });
  };
  return { read, warm, forget };
}

function optionsOf({ maxBytes }: Kept): LoadOptions {
  return maxBytes === undefined ? {} : { maxBytes };
}

function inParts(text: string, options: LoadOptions, tried: Tried | undefined): TextReading | undefined {
  if (tried?.wrong) return readingOf(text, options, fileWithout(tried.wrong));
  return tried?.parts && readingOf(text, options, joinParts(tried.parts), tried.parts);
}

function withoutNodes(one: Kept, { file, parts }: TextReading): TextReading {
  return readingOf(one.text, optionsOf(one), file, parts);
}

function drained<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The first ones, the last text read among them. */
function bounded(all: readonly Kept[]): readonly Kept[] {
  let characters = 0;
  return all.slice(0, mostTexts).filter((one, at) => {
    if (at > 0) characters += one.text.length;
    return characters <= mostCharacters;
  });
}
