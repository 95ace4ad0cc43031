// Rows from their form on the wire. Texts are cut out of the long strings only when they are read, so that rows nobody looks at cost no memory. Takes what has been checked.
import type { Texts, TimelineRows } from '../report/timelineRows';
import { ownNumbers } from './hunks';
import {
  byName,
  byteColumns,
  type CutText,
  commonColumns,
  numberColumns,
  type PackedCommon,
  type PackedRows,
  phraseGap,
  type TextColumn,
} from './wire';

/** Rows with all that a later change needs. */
export type KeptRows = Omit<TimelineRows, TextColumn> & Readonly<Record<TextColumn, KeptTexts>>;

export function unpackRows(packed: PackedRows): KeptRows {
  const { count, today, links, criticalLinks, overloads, owners, calendars } = packed;
  const own = ownNumbers(count);
  const titles = cutPool(packed.titles);
  return {
    ...{ count, today: today as TimelineRows['today'], links, criticalLinks, overloads, owners, calendars },
    ...byName(byteColumns, (name) => bytesOf(packed.bytes[name], count)),
    ...byName(numberColumns, (name) => numbersOf(packed.numbers[name], count)),
    titles: keptTexts(own, titles, []),
    refs: keptTexts(own, refPool(packed.refs, count), []),
    labels: keptTexts(own, labelPool(packed.labels, titles), []),
    ...byName(commonColumns, (name) => unpackCommon(packed.common[name], count)),
  };
}

/** Texts that can be read by number. */
interface Pool {
  readonly size: number;
  at(entry: number): string;
  /** Tells whether an entry is the text, without making it. */
  readonly is?: (text: string) => (entry: number) => boolean;
}

/** A column of texts: each row has an entry of the pool or, beyond its size, one of those that came later. */
export interface KeptTexts extends Texts {
  readonly index: Int32Array;
  readonly pool: Pool;
  readonly more: readonly string[];
}

export function keptTexts(index: Int32Array, pool: Pool, more: readonly string[]): KeptTexts {
  const textOf = (entry: number) => (entry < pool.size ? pool.at(entry) : more[entry - pool.size]);
  return {
    ...{ length: index.length, index, pool, more },
    at: (row) => {
      const entry = index[row];
      return entry === undefined ? undefined : textOf(entry);
    },
    rowOf: (text) => {
      const is = pool.is?.(text) ?? ((entry: number) => pool.at(entry) === text);
      for (let row = 0; row < index.length; row++) {
        const entry = index[row] ?? 0;
        if (entry < pool.size ? is(entry) : more[entry - pool.size] === text) return row;
      }
      return -1;
    },
  };
}

function cutPool({ text, cuts }: CutText): Pool {
  return { size: cuts.length - 1, at: (entry) => text.slice(cuts[entry], cuts[entry + 1]) };
}

function unpackCommon({ words, index }: PackedCommon, count: number): KeptTexts {
  return keptTexts(numbersOf(index, count), cutPool(words), []);
}

function refPool({ heads, head, tails }: PackedRows['refs'], count: number): Pool {
  const headAt = numbersOf(head, count);
  const [headPool, tailPool] = [cutPool(heads), cutPool(tails)];
  return {
    size: count,
    at: (entry) => headPool.at(headAt[entry] ?? 0) + tailPool.at(entry),
    is: (ref) => {
      const mark = ref.indexOf('#');
      const tail = mark < 0 ? '' : ref.slice(mark);
      const wanted = mark < 0 ? ref : ref.slice(0, mark);
      let number = headPool.size - 1;
      while (number >= 0 && headPool.at(number) !== wanted) number--;
      const { text, cuts } = tails;
      return (entry) => {
        const from = cuts[entry] ?? 0;
        return headAt[entry] === number && (cuts[entry + 1] ?? 0) - from === tail.length && text.startsWith(tail, from);
      };
    },
  };
}

/** Rows as they were packed: entry and row have the same number, and a title that changes later comes with a new label. */
function labelPool({ phrases, cuts, at }: PackedRows['labels'], titles: Pool): Pool {
  const phrasePool = cutPool(phrases);
  return {
    size: titles.size,
    at: (entry) => {
      let label = '';
      const first = cuts[entry] ?? 0;
      for (let place = first; place < (cuts[entry + 1] ?? 0); place++) {
        const phrase = at[place] ?? 0;
        label += (place > first ? phraseGap : '') + (phrase === 0 ? titles.at(entry) : phrasePool.at(phrase - 1));
      }
      return label;
    },
  };
}

function bytesOf(column: Uint8Array | number, count: number): Uint8Array {
  return typeof column === 'number' ? new Uint8Array(count).fill(column) : column;
}

function numbersOf(column: Int32Array | number, count: number): Int32Array {
  return typeof column === 'number' ? new Int32Array(count).fill(column) : column;
}
