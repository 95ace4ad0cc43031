// What is known while one plan file is read: its text, its people, the problems so far. Knows no field.
import type { Message } from '../base/message';
import type { Span } from '../base/text';
import type { Cell } from './cells';
import type { ProblemCode } from './codes';
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
  /** The place of the id in a value that refers to a milestone, by the value. */
  readonly references: Map<unknown, Span>;
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
    guess: guesser(),
    milestones,
  };
}

export function report(
  reading: Reading,
  code: ProblemCode,
  span: Span,
  said: Message,
  severity: Severity = 'error',
): undefined {
  reading.problems.push({ code, severity, message: said, span });
  return undefined;
}
