// What is wrong with a text, as a value. Knows no editor.
import type { Message } from '../base/message';
import type { Span } from '../base/text';
import type { ProblemCode } from './codes';

export type Severity = 'error' | 'warning' | 'hint';

/** One mistake in a plan file, at exactly its characters. */
export interface Problem {
  /** Stable, such as `date.invalid`: the editor shows it beside the sentence, and the API gives it out. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  /** What was most likely meant, as it is to be written in place of exactly the characters of `span`. */
  readonly instead?: string;
}
