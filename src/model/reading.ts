// What is known while one plan file is read: its text, its people, the problems so far. Knows no field.
import type { Message } from '../base/message';
import type { Span } from '../base/text';
import type { Cell, Entry, Word } from './cells';
import type { ProblemCode } from './codes';
import { wordInstead } from './instead';
import type { Loaded } from './load';
import { type Guess, guesser } from './nearest';
import type { Milestone } from './plan';
import type { Problem, Severity } from './problem';

export interface Reading {
  readonly loaded: Loaded;
  readonly problems: Problem[];
  /** The keys of `people`, known before anything that refers to one is read. */
  readonly people: Set<string>;
  /** The place of each entry of a list that was read, by the list. */
  readonly places: Map<readonly unknown[], readonly Span[]>;
  /** The place of the id in a value that refers to a milestone, or of what a plain value in place of a group stands for, by the value. */
  readonly references: Map<unknown, Span>;
  /** The fields of each group inside a milestone as they are written, by what was read from them. */
  readonly entries: Map<unknown, ReadonlyMap<string, Entry>>;
  readonly guess: Guess;
  /** Reads a list of milestones; here, because milestones lie in milestones. */
  readonly milestones: (cell: Cell, reading: Reading) => readonly Milestone[] | undefined;
}

export function startReading(loaded: Loaded, milestones: Reading['milestones']): Reading {
  return {
    loaded,
    problems: [...loaded.problems],
    people: new Set(),
    places: new Map(),
    references: new Map(),
    entries: new Map(),
    guess: guesser(),
    milestones,
  };
}

/** A value and what is needed to read it. */
export interface Written {
  readonly word: Word;
  readonly cell: Cell;
  readonly reading: Reading;
}

/** A problem as a rule says it; an error unless it says otherwise. */
export interface Report {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly message: Message;
  readonly severity?: Severity;
  readonly instead?: string | undefined;
}

export function report(reading: Reading, { code, span, message, severity = 'error', instead }: Report): undefined {
  reading.problems.push({ code, severity, message, span, ...(instead === undefined ? {} : { instead }) });
  return undefined;
}

/** Where a field of a group is written. */
export function placeOf({ entries }: Reading, group: unknown, name: string): Span | undefined {
  return entries.get(group)?.get(name)?.value.span;
}

/** A value that is not of its kind, and the word that was meant where it is known. */
export function wrong(
  { word, cell, reading }: Written,
  code: ProblemCode,
  said: Message,
  meantWord?: string,
): undefined {
  const instead =
    meantWord === undefined ? undefined : wordInstead(reading.loaded.text, cell.span, word.text, meantWord);
  return report(reading, { code, span: cell.span, message: said, instead });
}
