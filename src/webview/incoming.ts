// Checks what comes into the page: messages and the saved state are unknown values until they have passed here.
import type { ToPanel, Words } from '../protocol/messages';
import { mostOverloads, noDay, rowStates, type TimelineRows } from '../report/timelineRows';

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;
type Unknown = Readonly<Record<string, unknown>>;

/** Days of the years 1 to 9999, with room to spare. */
const farthestDay = 4_000_000;
const mostRows = 2_000_000;
const longestRef = 20_000;

/** The message when it is one of ours and whole, else `undefined`. */
export function readMessage(value: unknown): ToPanel | undefined {
  if (!isRecord(value)) return undefined;
  if (value.type === 'select') return isRef(value.ref) ? { type: 'select', ref: value.ref } : undefined;
  return value.type === 'rows' ? readRowsMessage(value) : undefined;
}

function readRowsMessage(value: Unknown): RowsMessage | undefined {
  const { number, locale, firstWeekday, words, empty, audience, density } = value;
  const rows = readRows(value.rows);
  if (!rows || !isWhole(number, 0, Number.MAX_SAFE_INTEGER) || !isWhole(firstWeekday, 1, 7)) return undefined;
  return {
    type: 'rows',
    number,
    rows,
    locale: readLocale(locale),
    firstWeekday,
    words: readWords(words),
    audience: audience === 'client' ? audience : 'team',
    density: density === 'compact' ? density : 'comfortable',
    ...(typeof empty === 'string' ? { empty: { text: empty } } : {}),
  };
}

const texts = ['refs', 'titles', 'details', 'notes', 'labels', 'tags', 'amounts'] as const;
const bytes = ['depth', 'state', 'progress', 'flags', 'stale', 'payment', 'approval'] as const;
const days = [
  'start',
  'end',
  'baseline',
  'deadline',
  'forecast',
  'lateFinish',
  'statedStart',
  'statedDue',
  'variance',
  'float',
] as const;
const others = [
  'count',
  'today',
  'inside',
  'links',
  'criticalLinks',
  'overloads',
  'owners',
  'owner',
  'calendars',
  'calendar',
] as const;
const columns = [...others, ...texts, ...bytes, ...days] as const;

function readRows(value: unknown): TimelineRows | undefined {
  if (!isRecord(value)) return undefined;
  const { count, today } = value;
  if (!isWhole(count, 0, mostRows) || !isWhole(today, -farthestDay, farthestDay)) return undefined;
  const isGood =
    texts.every((name) => isTexts(value[name], count)) &&
    bytes.every((name) => isBytes(value[name], count)) &&
    days.every((name) => isDays(value[name], count)) &&
    isInside(value.inside, count) &&
    isLinks(value.links, count) &&
    isBytes(value.criticalLinks, (value.links as Int32Array).length / 2) &&
    isOverloads(value.overloads) &&
    isStates(value.state);
  // Each column has been checked by name; whatever else came along stays behind.
  const rows: unknown = Object.fromEntries(columns.map((name) => [name, value[name]]));
  return isGood ? (rows as TimelineRows) : undefined;
}

function isBytes(column: unknown, count: number): boolean {
  return column instanceof Uint8Array && column.length === count;
}

function isStates(column: unknown): boolean {
  return column instanceof Uint8Array && column.every((state) => state < rowStates.length);
}

function isTexts(column: unknown, count: number): boolean {
  return Array.isArray(column) && column.length === count && column.every((text) => typeof text === 'string');
}

function isDays(column: unknown, count: number): boolean {
  if (!(column instanceof Int32Array) || column.length !== count) return false;
  return column.every((day) => day === noDay || isDay(day));
}

function isDay(value: unknown): boolean {
  return isWhole(value, -farthestDay, farthestDay);
}

function isOverloads(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > mostOverloads) return false;
  const isText = (text: unknown) => typeof text === 'string' && text.length <= 2000;
  return value.every(
    (one: unknown) => isRecord(one) && [one.who, one.text, one.label].every(isText) && isDay(one.from) && isDay(one.to),
  );
}

/** Every row's inside ends within that of the row it lies in. */
function isInside(column: unknown, count: number): boolean {
  if (!(column instanceof Int32Array) || column.length !== count) return false;
  const ends: number[] = [];
  for (let row = 0; row < count; row++) {
    while (ends.length > 0 && (ends.at(-1) ?? 0) < row) ends.pop();
    const inside = column[row] ?? -1;
    if (inside < 0 || row + inside > (ends.at(-1) ?? count - 1)) return false;
    if (inside > 0) ends.push(row + inside);
  }
  return true;
}

function isLinks(column: unknown, count: number): boolean {
  if (!(column instanceof Int32Array) || column.length % 2 !== 0) return false;
  return column.every((row) => row >= 0 && row < count);
}

function readLocale(value: unknown): string {
  try {
    return typeof value === 'string' ? (Intl.getCanonicalLocales(value)[0] ?? 'en') : 'en';
  } catch {
    return 'en';
  }
}

function readWords(value: unknown): Words {
  const words = new Map<string, string>();
  if (isRecord(value)) {
    for (const [key, word] of Object.entries(value)) if (typeof word === 'string') words.set(key, word.slice(0, 500));
  }
  return Object.fromEntries(words);
}

/** What the panel remembers between visits. */
export interface SavedState {
  /** Absent while the whole plan is fitted. */
  readonly scale?: { readonly start: number; readonly pxPerDay: number };
  /** The row at the top and how many pixels of it are scrolled away. */
  readonly top?: { readonly ref: string; readonly pixels: number };
  readonly selected?: string;
  readonly collapsed: readonly string[];
  readonly legend: boolean;
}

/** The saved state as far as it makes sense. */
export function readState(value: unknown): SavedState {
  if (!isRecord(value)) return { collapsed: [], legend: false };
  const { scale, top, selected, collapsed, legend } = value;
  return {
    ...(isRecord(scale) && isNumber(scale.start, farthestDay) && isNumber(scale.pxPerDay, 1000) && scale.pxPerDay > 0
      ? { scale: { start: scale.start, pxPerDay: scale.pxPerDay } }
      : {}),
    ...(isRecord(top) && isRef(top.ref) && isNumber(top.pixels, 1000)
      ? { top: { ref: top.ref, pixels: top.pixels } }
      : {}),
    ...(isRef(selected) ? { selected } : {}),
    collapsed: Array.isArray(collapsed) ? collapsed.slice(0, 20_000).filter(isRef) : [],
    legend: legend === true,
  };
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRef(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestRef;
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
