// The rows of the timeline, column by column: whole days, ready-made labels and states. The panel and every export draw from this and nothing else.
import type { Day } from '../base/day';

/** Stands for "no day" in the day columns. */
export const noDay = -0x8000_0000;

/** What a row shows by shape and word as well as colour. Index into this list is the `state` column. */
export const rowStates = [
  'planned',
  'waiting',
  'on-track',
  'due-soon',
  'at-risk',
  'blocked',
  'late',
  'submitted',
  'done',
  'on-hold',
  'cancelled',
] as const;
export type RowState = (typeof rowStates)[number];

/** Struct of arrays, one entry a row in tree order; a plan row is followed by its milestones. Cheap to send and to walk. */
export interface TimelineRows {
  readonly count: number;
  readonly today: Day;
  /** `uri#key` of a milestone, the bare URI of a plan. */
  readonly refs: readonly string[];
  readonly titles: readonly string[];
  /** Words beside the bar, such as `5 days late · 60 %`. */
  readonly details: readonly string[];
  /** The whole row for a screen reader: title, state, dates, progress. */
  readonly labels: readonly string[];
  /** 0 for a plan, else 1 and up. */
  readonly depth: Uint8Array;
  /** How many of the rows that follow lie inside this one. */
  readonly inside: Int32Array;
  /** Index into `rowStates`. */
  readonly state: Uint8Array;
  /** Whole percent. */
  readonly progress: Uint8Array;
  /** First day of the bar; `noDay` draws a diamond at `end`. */
  readonly start: Int32Array;
  /** Last day of the bar, inclusive; `noDay` draws nothing. */
  readonly end: Int32Array;
  readonly baseline: Int32Array;
  readonly deadline: Int32Array;
  /** Pairs of row indexes: predecessor, successor, predecessor, successor … */
  readonly links: Int32Array;
  /** 1 where the plan's file cannot be read now and these rows are its last good ones. */
  readonly stale: Uint8Array;
}
