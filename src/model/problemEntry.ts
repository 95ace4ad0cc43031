// What is said of one problem code. Knows no code.
import type { Severity } from './problem';

export interface ProblemEntry {
  readonly severities: readonly Severity[];
  /** One plain sentence. */
  readonly meaning: string;
  readonly why: string;
  /** A text that has the problem. */
  readonly example: Example;
  /** How to solve it. */
  readonly fix: string;
  /** The example solved. */
  readonly fixed: Example;
  /** The other plans the example needs: the path of each and its text. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A text as it is written in the file, in which ⟦ and ⟧ stand around the characters of the problem. */
export type Example = string | Described;

/** A text that cannot be printed, because it is too long, cannot be seen or is no text. */
export interface Described {
  /** What it looks like, for a reader. */
  readonly described: string;
  /** Makes it, with the marks; absent where no text alone has the problem. */
  readonly make?: () => string;
}
