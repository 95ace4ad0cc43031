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

/** Bits of the `flags` column. `group`: a band made by arranging, with nothing to act on. `internal`: holds text that only the team may see. */
export const rowFlags = { critical: 1, negativeFloat: 2, group: 4, internal: 8 } as const;

/** Index into this list is the `payment` column; the states are those of the plan file. */
export const paymentMarks = [
  'none',
  'unfunded',
  'funded',
  'submitted',
  'approved',
  'released',
  'disputed',
  'refunded',
] as const;
export type PaymentMark = (typeof paymentMarks)[number];

/** Index into this list is the `approval` column: where the consent stands. `stale` was approved as something else than it is now. */
export const approvalMarks = ['none', 'approved', 'changes-requested', 'rejected', 'requested', 'stale'] as const;
export type ApprovalMark = (typeof approvalMarks)[number];

/** One text for each row; an array of strings is one, and so is one long string with its cuts. Read with `textAt`. */
export interface Texts {
  readonly length: number;
  at(row: number): string | undefined;
  /** The first row with that text, or -1; where it can be found without making the texts of all rows. */
  readonly rowOf?: (text: string) => number;
}

/** The text of a row; of no row (-1), nothing. */
export function textAt(texts: Texts, row: number): string {
  return row < 0 ? '' : (texts.at(row) ?? '');
}

/** The days on which nobody works, for shading. Pairs are first and last day, both included. */
export interface ClosedDays {
  /** Days of the week that are worked: 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday. */
  readonly workweek: number;
  readonly holidays: Int32Array;
  /** Worked although they are not in the week, or lie in holidays. */
  readonly workdays: Int32Array;
}

/** One owner has more work due by a day than there are hours until then. */
export interface Overload {
  /** The owner's name, or the project of a plan that names nobody. */
  readonly who: string;
  /** Words beside the band, such as `4 h too much until 11 Nov`. */
  readonly text: string;
  /** The whole sentence, for a tooltip and for a screen reader. */
  readonly label: string;
  /** First and last day of the band, inclusive. */
  readonly from: Day;
  readonly to: Day;
}

/** No more than these are sent; what comes after is told together in the last one. */
export const mostOverloads = 4;

/** Struct of arrays, one entry a row in tree order; a plan row is followed by its milestones. Cheap to send and to walk. */
export interface TimelineRows {
  readonly count: number;
  readonly today: Day;
  /** `uri#key` of a milestone, the bare URI of a plan. */
  readonly refs: Texts;
  readonly titles: Texts;
  /** Words beside the bar, such as `5 days late · 60 %`. */
  readonly details: Texts;
  /** What the schedule adds to them where there is room, such as `forecast 6 days late · critical`; often empty. */
  readonly notes: Texts;
  /** The whole row for a screen reader: title, state, dates, progress. */
  readonly labels: Texts;
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
  /** Where the row is expected to end; `noDay` where that is the end of its bar. */
  readonly forecast: Int32Array;
  /** The last day that delays neither the project's finish nor a deadline; `noDay` for what has no float or is not open. */
  readonly lateFinish: Int32Array;
  /** Bits of `rowFlags`. */
  readonly flags: Uint8Array;
  /** Pairs of row indexes: predecessor, successor, predecessor, successor … */
  readonly links: Int32Array;
  /** One entry a link: 1 where it decides the date of a critical milestone and comes from one. */
  readonly criticalLinks: Uint8Array;
  /** What breaks first comes first. */
  readonly overloads: readonly Overload[];
  /** 1 where the plan's file cannot be read now and these rows are its last good ones. */
  readonly stale: Uint8Array;
  /** Days as they are written in the file: what a person can drag. `noDay` where nothing is written. */
  readonly statedStart: Int32Array;
  readonly statedDue: Int32Array;
  /** Calendar days from baseline to forecast, positive is later; `noDay` without both. */
  readonly variance: Int32Array;
  /** Total float in hundredths of a working day; `noDay` for what has none or is not open. */
  readonly float: Int32Array;
  /** Names of owners and the index into them, -1 without one. */
  readonly owners: readonly string[];
  readonly owner: Int32Array;
  /** The tags of each row, one a line. */
  readonly tags: Texts;
  /** The agreed amount in the reader's language; often empty. */
  readonly amounts: Texts;
  /** Index into `paymentMarks`. */
  readonly payment: Uint8Array;
  /** Index into `approvalMarks`. */
  readonly approval: Uint8Array;
  /** The calendars of the plans, and the index of each row into them. */
  readonly calendars: readonly ClosedDays[];
  readonly calendar: Int32Array;
}
