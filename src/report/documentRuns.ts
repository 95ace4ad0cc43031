// What all encoders of a document share: runs without anything that breaks a line, hides or turns around. Knows no syntax.
import type { Run, Runs } from './document';
import { fold } from './plain';

type Whole = Exclude<Run, string>;

/** The same runs as one clean line: no breaks, controls or direction marks, single blanks, none at the ends, no empty run, neighbouring texts joined. */
export function cleanRuns(runs: Runs): Runs {
  const clean: Run[] = [];
  let blank = true;
  for (const run of runs) {
    const folded = foldWithin(textOf(run));
    const text: string = blank ? folded.replace(/^ /, '') : folded;
    if (text === '') continue;
    blank = text.endsWith(' ');
    const last = clean.at(-1);
    if (typeof run !== 'string') clean.push({ ...run, text });
    else if (typeof last === 'string') clean[clean.length - 1] = last + text;
    else clean.push(text);
  }
  return trimmedEnd(clean);
}

function trimmedEnd(runs: readonly Run[]): Runs {
  const last = runs.at(-1);
  if (last === undefined || !textOf(last).endsWith(' ')) return runs;
  const text = textOf(last).trimEnd();
  const before = runs.slice(0, -1);
  if (text === '') return trimmedEnd(before);
  return [...before, typeof last === 'string' ? text : { ...last, text }];
}

/** `fold` trims, but a blank at the end of a run parts it from the next one. */
function foldWithin(text: string): string {
  return fold(`x${text}x`).slice(1, -1);
}

export function textOf(run: Run): string {
  return typeof run === 'string' ? run : run.text;
}

/** Whether it has markup of its own; a figure reads like the text around it. */
export function isMarked(run: Run): run is Whole {
  return typeof run !== 'string' && (run.kind !== 'figure' || run.strong === true);
}

/** Prose of a plan as paragraphs and lists, in the order in which they were written; each is one line. */
export interface ProsePart {
  readonly kind: 'paragraph' | 'item';
  readonly text: string;
}

/** Cut at `limit` characters. */
export function proseParts(text: string, limit = 10_000): readonly ProsePart[] {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/)
    .flatMap((paragraph): ProsePart[] => {
      const [before = '', ...items] = paragraph.split(/^[^\S\r\n]*[-*+][^\S\r\n]+/m);
      return [
        { kind: 'paragraph', text: fold(before) },
        ...items.map((item): ProsePart => ({ kind: 'item', text: fold(item) })),
      ];
    })
    .filter((part) => part.text !== '');
}
