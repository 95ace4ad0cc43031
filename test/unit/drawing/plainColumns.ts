// Columns of rows that say nothing, for rows made by hand in tests.
import { noDay, type Texts, type TimelineRows } from '../../../src/report/timelineRows';

type PlainColumns = Pick<
  TimelineRows,
  | ('statedStart' | 'statedDue' | 'variance' | 'float' | 'owners' | 'owner' | 'tags' | 'amounts')
  | ('payment' | 'approval' | 'calendars' | 'calendar')
>;

export function plainColumns(count: number): PlainColumns {
  const days = () => new Int32Array(count).fill(noDay);
  return {
    ...{ statedStart: days(), statedDue: days(), variance: days(), float: days() },
    ...{ owners: [], owner: new Int32Array(count).fill(-1) },
    ...{ tags: new Array<string>(count).fill(''), amounts: new Array<string>(count).fill('') },
    ...{ payment: new Uint8Array(count), approval: new Uint8Array(count) },
    calendars: [{ workweek: 31, holidays: new Int32Array(), workdays: new Int32Array() }],
    calendar: new Int32Array(count),
  };
}

/** Each text of a column. */
export function textsOf(texts: Texts): string[] {
  return Array.from({ length: texts.length }, (_, row) => texts.at(row) ?? '');
}
