// The rows of the timeline as they cross to the page: columns of numbers and few long strings, whole at first and then only what changed. Types, names and nothing that knows an end of the wire.
import { type ClosedDays, noDay, type Overload } from '../report/timelineRows';
import type { ToPanel } from './messages';

/** Columns of small whole numbers. */
export const byteColumns = ['depth', 'state', 'progress', 'flags', 'stale', 'payment', 'approval'] as const;
export type ByteColumn = (typeof byteColumns)[number];

/** Columns of days, and of figures as small as days; `noDay` for none. */
export const dayColumns = [
  ...(['start', 'end', 'baseline', 'deadline', 'forecast', 'lateFinish'] as const),
  ...(['statedStart', 'statedDue', 'variance', 'float'] as const),
] as const;

/** Columns of whole numbers. */
export const numberColumns = [...dayColumns, 'inside', 'owner', 'calendar'] as const;
export type NumberColumn = (typeof numberColumns)[number];

/** What stands in a row about which nothing is told. */
export function emptyNumber(name: NumberColumn): number {
  if (name === 'owner') return -1;
  return name === 'inside' || name === 'calendar' ? 0 : noDay;
}

/** Columns of texts of which many are the same. */
export const commonColumns = ['details', 'notes', 'tags', 'amounts'] as const;
export type CommonColumn = (typeof commonColumns)[number];

export const textColumns = ['refs', 'titles', 'labels', ...commonColumns] as const;
export type TextColumn = (typeof textColumns)[number];

/** Texts one after the other, and where they are cut: one cut more than texts, from 0 to the end. */
export interface CutText {
  readonly text: string;
  readonly cuts: Int32Array;
}

/** Each different text once, and which one each row has. */
export interface PackedCommon {
  readonly words: CutText;
  readonly index: Int32Array | number;
}

/** A column in which all rows have the same number is that number. */
export interface PackedRows {
  readonly count: number;
  readonly today: number;
  readonly bytes: Readonly<Record<ByteColumn, Uint8Array | number>>;
  readonly numbers: Readonly<Record<NumberColumn, Int32Array | number>>;
  readonly titles: CutText;
  /** The text before the `#` is one of `heads`, that from it on is one of `tails`, one a row. */
  readonly refs: { readonly heads: CutText; readonly head: Int32Array | number; readonly tails: CutText };
  /** Each row's phrases, to be joined by a comma: 0 is the title, others are `phrases` from 1. Row r has `at[cuts[r]]` up to `at[cuts[r + 1]]`. */
  readonly labels: { readonly phrases: CutText; readonly cuts: Int32Array; readonly at: Int32Array };
  readonly common: Readonly<Record<CommonColumn, PackedCommon>>;
  readonly links: Int32Array;
  readonly criticalLinks: Uint8Array;
  readonly overloads: readonly Overload[];
  readonly owners: readonly string[];
  readonly calendars: readonly ClosedDays[];
}

/** What stands between phrases of a label. */
export const phraseGap = ', ';

/** What leads from the rows sent last to the present ones. */
export interface RowsChange {
  readonly count: number;
  readonly today: number;
  /** Triples in order: at this row of the old ones, so many are removed, so many empty ones inserted. */
  readonly hunks?: Int32Array;
  /** Pairs: row, once rows are removed and inserted, and its new number. */
  readonly bytes: Readonly<Partial<Record<ByteColumn, Int32Array>>>;
  readonly numbers: Readonly<Partial<Record<NumberColumn, Int32Array>>>;
  /** Pairs: row, and which of `texts`. */
  readonly texts: Readonly<Partial<Record<TextColumn, ChangedTexts>>>;
  readonly links?: ChangedLinks;
  readonly overloads?: readonly Overload[];
  readonly owners?: readonly string[];
  readonly calendars?: readonly ClosedDays[];
}

export interface ChangedTexts {
  readonly at: Int32Array;
  readonly texts: readonly string[];
}

/** From link `at`, counted in links, `removed` ones give way to these; those that stay follow their rows. */
export interface ChangedLinks {
  readonly at: number;
  readonly removed: number;
  readonly pairs: Int32Array;
  readonly critical: Uint8Array;
}

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;

/** What is told of the panel beside its rows. */
export type PanelFrame = Pick<RowsMessage, 'locale' | 'firstWeekday' | 'audience' | 'density' | 'empty'>;

export type WireMessage =
  | Exclude<ToPanel, { type: 'rows' }>
  | {
      readonly type: 'whole';
      /** Counts what is sent; the next change stands on it. */
      readonly turn: number;
      readonly number: number;
      readonly rows: PackedRows;
      readonly words: RowsMessage['words'];
      readonly frame: PanelFrame;
    }
  | {
      readonly type: 'change';
      readonly turn: number;
      /** The turn that the page must have. */
      readonly base: number;
      readonly number: number;
      readonly change: RowsChange;
      /** Where they are others than before. */
      readonly words?: RowsMessage['words'];
      readonly frame?: PanelFrame;
    };

/** A record with a value for each name. */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
