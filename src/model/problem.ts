// What is wrong with a text, as a value. Knows no editor.
import type { Message } from '../base/message';
import type { Span } from '../base/text';

export type Severity = 'error' | 'warning' | 'hint';

/** One mistake in a plan file, at exactly its characters. */
export interface Problem {
  /** Stable and public, such as `date.invalid`; see docs/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
}
