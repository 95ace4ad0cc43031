// One part of the outline of a plan's text. Knows no way to find it.
import type { Span } from '../base/text';

export interface PlanSymbol {
  readonly kind: 'plan' | 'milestone' | 'task' | 'criterion';
  /** One clean line, never empty. */
  readonly name: string;
  readonly detail: string;
  /** What is given up is struck through. */
  readonly cancelled: boolean;
  /** With everything in it. */
  readonly span: Span;
  /** The title, inside `span`. */
  readonly title: Span;
  readonly children: readonly PlanSymbol[];
}
