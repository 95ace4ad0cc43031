// What can be completed at a place of a plan, as values. Knows no place and no editor.
import type { Day } from '../base/day';
import type { Message } from '../base/message';
import type { Span, TextEdit } from '../base/text';
import type { Plan } from '../model/plan';
import type { Style } from './completionStyle';
import type { Page } from './page';
import type { Where } from './where';

export type CompletionKind = 'field' | 'value' | 'milestone' | 'person' | 'day' | 'snippet';

export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** What it becomes in the text; with `isSnippet` in the editor's snippet syntax, with every line end and blank it needs. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** On one line, around the offset. */
  readonly replace: Span;
  /** What the characters from the beginning of `replace` up to the offset are compared with. */
  readonly filter: string;
  readonly sort: string;
  readonly detail?: Message | undefined;
  /** Markdown from the table of fields, never from a file. */
  readonly documentation?: string | undefined;
  readonly preselect?: boolean;
  /** There is something to complete at once where the cursor stands afterwards. */
  readonly again?: boolean;
  /** The JSON schema says as much. */
  readonly inSchema?: boolean;
  /** What is to be written elsewhere in the same text. */
  readonly beside?: readonly TextEdit[];
}

export interface Completions {
  readonly items: readonly Completion[];
  /** There may be others after one more character. */
  readonly isIncomplete: boolean;
}

export interface CompletionOptions {
  /** Today where the plan is kept. */
  readonly today: Day;
}

/** A place and everything that decides what can be completed there. */
export interface Asked {
  readonly page: Page;
  readonly text: string;
  readonly at: number;
  readonly where: Where;
  /** As read from this text or, while that is broken, the last one that could be read. */
  readonly plan: Plan | undefined;
  readonly today: Day;
  readonly style: Style;
}
