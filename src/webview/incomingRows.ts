// Rows and changes of them as they come into the page: whatever does not fit is nothing. Shapes are checked before anything is made of them, numbers in the rows made.

import { countAfter } from '../protocol/hunks';
import { applyChange } from '../protocol/patch';
import { type KeptRows, unpackRows } from '../protocol/unpack';
import {
  byteColumns,
  type ChangedLinks,
  type ChangedTexts,
  commonColumns,
  numberColumns,
  type PackedRows,
  type RowsChange,
  textColumns,
} from '../protocol/wire';
import { isDay, isRecord, isText, isWhole, type Unknown } from './checks';
import { areBetween, areCalendars, areGood, areOverloads, areOwners } from './incomingValues';

const mostRows = 2_000_000;

/** The rows, when everything about them is as it must be. */
export function readRows(value: unknown): KeptRows | undefined {
  if (!isRecord(value) || !isPacked(value)) return undefined;
  const rows = unpackRows(value);
  return areGood(rows, undefined, value) ? rows : undefined;
}

/** The rows with the change. */
export function readChanged(value: unknown, rows: KeptRows): KeptRows | undefined {
  const change = readChange(value, rows);
  const next = change && applyChange(rows, change);
  return next && areGood(next, rows) ? next : undefined;
}

/** Each field by name; whatever else came along is not read by anybody. */
function isPacked(value: Unknown): value is Unknown & PackedRows {
  const { count, bytes, numbers, refs, labels, common } = value;
  if (!isWhole(count, 0, mostRows) || !isDay(value.today) || !isCut(value.titles, count)) return false;
  if (!isRecord(bytes) || !isRecord(numbers) || !isRecord(refs) || !isRecord(labels) || !isRecord(common)) return false;
  return (
    byteColumns.every((name) => isBytes(bytes[name], count)) &&
    numberColumns.every((name) => isNumbers(numbers[name], count)) &&
    isCut(refs.tails, count) &&
    isCut(refs.heads) &&
    isIndex(refs.head, count, refs.heads.cuts.length - 1) &&
    isLabels(labels, count) &&
    commonColumns.every((name) => isCommon(common[name], count)) &&
    value.links instanceof Int32Array &&
    value.criticalLinks instanceof Uint8Array &&
    areOverloads(value.overloads) &&
    areOwners(value.owners) &&
    areCalendars(value.calendars)
  );
}

function isBytes(column: unknown, count: number): boolean {
  return column instanceof Uint8Array ? column.length === count : isWhole(column, 0, 255);
}

function isNumbers(column: unknown, count: number): boolean {
  return column instanceof Int32Array ? column.length === count : isWhole(column, -0x8000_0000, 0x7fff_ffff);
}

function isIndex(column: unknown, count: number, size: number): boolean {
  if (!(column instanceof Int32Array)) return isWhole(column, 0, size - 1);
  return column.length === count && areBetween(column, 0, size - 1);
}

interface Cut {
  readonly text: string;
  readonly cuts: Int32Array;
}

/** @param count of texts, where that is known. */
function isCut(value: unknown, count?: number): value is Cut {
  if (!isRecord(value) || typeof value.text !== 'string') return false;
  return areCuts(value.cuts, value.text.length, count);
}

/** From 0 to the end, none before the one before it. */
function areCuts(cuts: unknown, end: number, count: number | undefined): cuts is Int32Array {
  if (!(cuts instanceof Int32Array) || cuts.length === 0 || cuts[0] !== 0 || cuts.at(-1) !== end) return false;
  if (count !== undefined && cuts.length !== count + 1) return false;
  let last = 0;
  for (let at = 1; at < cuts.length; at++) {
    const cut = cuts[at] ?? -1;
    if (cut < last) return false;
    last = cut;
  }
  return true;
}

function isCommon(value: unknown, count: number): boolean {
  return isRecord(value) && isCut(value.words) && isIndex(value.index, count, value.words.cuts.length - 1);
}

function isLabels({ phrases, cuts, at }: Unknown, count: number): boolean {
  if (!(at instanceof Int32Array) || !areCuts(cuts, at.length, count)) return false;
  // 0 is the title, so there is one more than phrases.
  return isCut(phrases) && areBetween(at, 0, phrases.cuts.length - 1);
}

function readChange(value: unknown, rows: KeptRows): RowsChange | undefined {
  if (!isRecord(value)) return undefined;
  const { count, today, hunks, links, overloads, owners, calendars } = value;
  const { bytes, numbers, texts } = value;
  if (!isWhole(count, 0, mostRows) || !isDay(today) || !areHunks(hunks, rows.count, count)) return undefined;
  if (!isRecord(bytes) || !isRecord(numbers) || !isRecord(texts)) return undefined;
  const isGood =
    byteColumns.every((name) => isAbsent(bytes, name) || arePairs(bytes[name], count, 256)) &&
    numberColumns.every((name) => isAbsent(numbers, name) || arePairs(numbers[name], count)) &&
    textColumns.every((name) => isAbsent(texts, name) || isChangedTexts(texts[name], count)) &&
    insertsAreTold(texts, hunks) &&
    (links === undefined || isChangedLinks(links, rows)) &&
    (overloads === undefined || areOverloads(overloads)) &&
    (owners === undefined || areOwners(owners)) &&
    (calendars === undefined || areCalendars(calendars));
  return isGood ? (value as unknown as RowsChange) : undefined;
}

function isAbsent(columns: Unknown, name: string): boolean {
  return columns[name] === undefined;
}

function areHunks(hunks: unknown, count: number, after: number): hunks is Int32Array | undefined {
  if (hunks === undefined) return after === count;
  return hunks instanceof Int32Array && countAfter(hunks, count) === after;
}

/** Every new row brings its title, so that no few bytes make many rows. */
function insertsAreTold(texts: Unknown, hunks: Int32Array | undefined): boolean {
  let inserted = 0;
  for (let at = 2; at < (hunks?.length ?? 0); at += 3) inserted += hunks?.[at] ?? 0;
  const told = isRecord(texts.titles) && texts.titles.at instanceof Int32Array ? texts.titles.at.length / 2 : 0;
  return told >= inserted;
}

/** @param size one more than the highest value, where values are bound here. */
function arePairs(pairs: unknown, count: number, size?: number): pairs is Int32Array {
  if (!(pairs instanceof Int32Array) || pairs.length % 2 !== 0) return false;
  for (let at = 0; at < pairs.length; at += 2) {
    const [row, value] = [pairs[at] ?? -1, pairs[at + 1] ?? -1];
    if (row < 0 || row >= count || (size !== undefined && (value < 0 || value >= size))) return false;
  }
  return true;
}

function isChangedTexts(value: unknown, count: number): value is ChangedTexts {
  if (!isRecord(value) || !Array.isArray(value.texts)) return false;
  return value.texts.every((text) => isText(text, 100_000)) && arePairs(value.at, count, value.texts.length);
}

function isChangedLinks(value: unknown, { links }: KeptRows): value is ChangedLinks {
  if (!isRecord(value)) return false;
  const { at, removed, pairs, critical } = value;
  const most = links.length / 2;
  if (!isWhole(at, 0, most) || !isWhole(removed, 0, most - at)) return false;
  return pairs instanceof Int32Array && critical instanceof Uint8Array && pairs.length === 2 * critical.length;
}
