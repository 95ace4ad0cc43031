// The columns of the list: what each says of a row in words, and how it sorts. Knows no elements.
import { format } from '../drawing/axis';
import type { PanelWord } from '../protocol/words';
import type { Sorting } from '../report/arrangement';
import { noDay, rowFlags, rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import type { Content } from './content';
import { shownText } from './dom';
import { stateWords } from './groupWords';

export interface ListColumn {
  readonly name: string;
  readonly head: PanelWord;
  /** Without one it cannot be sorted by. */
  readonly sortBy?: Sorting;
  /** Pixels; the first one takes what is left. */
  readonly width: number;
  /** Numbers and days stand at the end of their cell. */
  readonly isNumber?: boolean;
  readonly text: (content: Content, row: number) => string;
  /** Whether any row says something there; without, the column is left out. */
  readonly isUsed?: (rows: TimelineRows) => boolean;
}

const listColumns: readonly ListColumn[] = [
  {
    ...{ name: 'title', head: 'Milestone', sortBy: 'title', width: 240 },
    text: ({ rows }, row) => shownText(textAt(rows.titles, row)),
  },
  {
    ...{ name: 'state', head: 'State', sortBy: 'state', width: 134 },
    text: ({ rows, word }, row) => word(stateWords[rowStates[rows.state[row] ?? 0] ?? 'planned']),
  },
  {
    ...{ name: 'owner', head: 'Owner', sortBy: 'owner', width: 112 },
    text: ({ rows }, row) => shownText(rows.owners[rows.owner[row] ?? -1] ?? ''),
    isUsed: ({ owners }) => owners.length > 0,
  },
  { ...dayColumn('start', 'Start'), sortBy: 'start', isUsed: ({ start }) => hasDay(start) },
  { ...dayColumn('end', 'End'), sortBy: 'end' },
  {
    ...{ name: 'variance', head: 'Variance', sortBy: 'variance', width: 84, isNumber: true },
    text: ({ rows, locale }, row) => daysText(locale, rows.variance[row] ?? noDay, true),
    isUsed: ({ variance }) => hasDay(variance),
  },
  { ...dayColumn('forecast', 'Forecast'), isUsed: ({ forecast }) => hasDay(forecast) },
  {
    ...{ name: 'float', head: 'Float', sortBy: 'float', width: 76, isNumber: true },
    text: ({ rows, locale }, row) => {
      const float = rows.float[row] ?? noDay;
      return daysText(locale, float === noDay ? noDay : float / 100, false);
    },
    isUsed: ({ float }) => hasDay(float),
  },
  {
    ...{ name: 'progress', head: 'Progress', sortBy: 'progress', width: 96, isNumber: true },
    text: ({ rows, locale }, row) => numbers(locale, 'percent').format((rows.progress[row] ?? 0) / 100),
  },
  {
    ...{ name: 'amount', head: 'Amount', width: 104, isNumber: true },
    text: ({ rows }, row) => shownText(textAt(rows.amounts, row)),
    isUsed: ({ amounts, count }) => {
      for (let row = 0; row < count; row++) if (textAt(amounts, row) !== '') return true;
      return false;
    },
  },
];

/** What a cell says. The head of a group says its name only. */
export function cellText(column: ListColumn, content: Content, row: number): string {
  const isGroup = ((content.rows.flags[row] ?? 0) & rowFlags.group) !== 0;
  return isGroup && column.name !== 'title' && !(column.name === 'start' || column.name === 'end')
    ? ''
    : column.text(content, row);
}

const usedOf = new WeakMap<TimelineRows, readonly ListColumn[]>();

/** The columns in which any row says something, the same ones however the rows are arranged. */
export function usedColumns(rows: TimelineRows): readonly ListColumn[] {
  const known = usedOf.get(rows);
  if (known) return known;
  const used = listColumns.filter((column) => column.isUsed?.(rows) ?? true);
  usedOf.set(rows, used);
  return used;
}

function dayColumn(name: 'start' | 'end' | 'forecast', head: PanelWord): ListColumn {
  return {
    ...{ name, head, width: 104, isNumber: true },
    text: ({ rows, locale }, row) => {
      const day = rows[name][row] ?? noDay;
      return day === noDay ? '' : format(locale, 'dayYear', day);
    },
  };
}

function hasDay(column: Int32Array): boolean {
  return column.some((day) => day !== noDay);
}

function daysText(locale: string, days: number, signed: boolean): string {
  if (days === noDay) return '';
  return numbers(locale, signed ? 'signedDays' : 'days').format(days);
}

const styles = {
  percent: { style: 'percent' },
  days: { style: 'unit', unit: 'day', unitDisplay: 'narrow', maximumFractionDigits: 1 },
  signedDays: { style: 'unit', unit: 'day', unitDisplay: 'narrow', signDisplay: 'exceptZero' },
} as const satisfies Record<string, Intl.NumberFormatOptions>;

const made = new Map<string, Intl.NumberFormat>();

function numbers(locale: string, style: keyof typeof styles): Intl.NumberFormat {
  const key = `${style} ${locale}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, styles[style]);
  made.set(key, known);
  return known;
}
