// The numbers in rows that came into the page: days within the calendar, indexes within their lists, rows within rows. After a change only what it touched is looked at again.
import type { KeptRows } from '../protocol/unpack';
import { type ByteColumn, byteColumns, dayColumns, type PackedRows, textColumns } from '../protocol/wire';
import { approvalMarks, mostOverloads, noDay, paymentMarks, rowStates } from '../report/timelineRows';
import { farthestDay, isDay, isRecord, isText, isWhole } from './checks';

const highest: Readonly<Record<ByteColumn, number>> = {
  depth: 255,
  state: rowStates.length - 1,
  progress: 100,
  flags: 255,
  stale: 1,
  payment: paymentMarks.length - 1,
  approval: approvalMarks.length - 1,
};

/**
 * @param before rows that have been looked at, and share columns with these.
 * @param packed what these were made of, when they came whole: which text each row has was looked at in it, and what is one number there is looked at once.
 */
export function areGood(rows: KeptRows, before: KeptRows | undefined, packed?: PackedRows): boolean {
  const { count, owners, calendars } = rows;
  const isNew = (name: keyof KeptRows) => rows[name] !== before?.[name];
  return (
    byteColumns.every((name) => !isNew(name) || areAtMost(different(rows[name], packed?.bytes[name]), highest[name])) &&
    dayColumns.every(
      (name) =>
        !isNew(name) || areBetween(different(rows[name], packed?.numbers[name]), -farthestDay, farthestDay, noDay),
    ) &&
    (packed !== undefined ||
      textColumns.every(
        (name) => !isNew(name) || areBetween(rows[name].index, 0, rows[name].pool.size + rows[name].more.length - 1),
      )) &&
    (!isNew('inside') || isInside(rows.inside)) &&
    (!(isNew('owner') || isNew('owners')) || areBetween(rows.owner, -1, owners.length - 1)) &&
    (!(isNew('calendar') || isNew('calendars')) || areBetween(rows.calendar, 0, calendars.length - 1)) &&
    (!isNew('links') || areBetween(rows.links, 0, count - 1)) &&
    rows.links.length === 2 * rows.criticalLinks.length
  );
}

/** Of a column of one and the same number no more than the first. */
function different<Column extends Uint8Array | Int32Array>(column: Column, packed: unknown): Column {
  return (typeof packed === 'number' ? column.subarray(0, 1) : column) as Column;
}

/** One loop for all columns of numbers: by the second of them the engine has it compiled. @param other is allowed as well */
export function areBetween(column: Int32Array, least: number, most: number, other = least): boolean {
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if ((value < least || value > most) && value !== other) return false;
  }
  return true;
}

/** The same for bytes: a loop that meets both kinds of column is compiled for neither. */
function areAtMost(column: Uint8Array, most: number): boolean {
  if (most >= 255) return true;
  for (let row = 0; row < column.length; row++) if ((column[row] as number) > most) return false;
  return true;
}

/** Every row's inside ends within that of the row it lies in. */
function isInside(column: Int32Array): boolean {
  const ends: number[] = [column.length - 1];
  for (let row = 0; row < column.length; row++) {
    const inside = column[row] ?? -1;
    while (ends.length > 1 && (ends[ends.length - 1] ?? 0) < row) ends.pop();
    if (inside < 0 || row + inside > (ends[ends.length - 1] ?? 0)) return false;
    if (inside > 0) ends.push(row + inside);
  }
  return true;
}

export function areOverloads(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > mostOverloads) return false;
  return value.every(
    (one: unknown) =>
      isRecord(one) && [one.who, one.text, one.label].every((text) => isText(text)) && isDay(one.from) && isDay(one.to),
  );
}

export function areOwners(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => isText(name));
}

export function areCalendars(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.every(
    (one: unknown) =>
      isRecord(one) && isWhole(one.workweek, 0, 127) && arePairsOfDays(one.holidays) && arePairsOfDays(one.workdays),
  );
}

/** First and last day, first and last day … in which no range ends before it begins. */
function arePairsOfDays(value: unknown): boolean {
  if (!(value instanceof Int32Array) || value.length % 2 !== 0) return false;
  for (let at = 0; at < value.length; at += 2) {
    const [from, to] = [value[at], value[at + 1]];
    if (!isDay(from) || !isDay(to) || to < from) return false;
  }
  return true;
}
