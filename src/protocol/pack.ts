// Rows to their form on the wire: what repeats is sent once, and all texts of a column are one string. Knows no page and no host.
import { type Texts, type TimelineRows, textAt } from '../report/timelineRows';
import {
  byName,
  byteColumns,
  type CutText,
  commonColumns,
  numberColumns,
  type PackedCommon,
  type PackedRows,
  phraseGap,
} from './wire';

export function packRows(rows: TimelineRows): PackedRows {
  const { count, today, links, criticalLinks, overloads, owners, calendars } = rows;
  return {
    ...{ count, today, links, criticalLinks, overloads, owners, calendars },
    bytes: byName(byteColumns, (name) => packColumn(rows[name])),
    numbers: byName(numberColumns, (name) => packColumn(rows[name])),
    titles: packTexts(rows.titles),
    refs: packRefs(rows.refs),
    labels: packLabels(rows.labels, rows.titles),
    common: byName(commonColumns, (name) => packCommon(rows[name])),
  };
}

function packColumn<Column extends Int32Array | Uint8Array>(column: Column): Column | number {
  const first = column[0];
  if (first === undefined) return column;
  for (let row = 1; row < column.length; row++) if (column[row] !== first) return column;
  return first;
}

function packTexts(texts: Texts | readonly string[]): CutText {
  const cuts = new Int32Array(texts.length + 1);
  const parts: string[] = [];
  let at = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = textAt(texts, row);
    parts.push(text);
    at += text.length;
    cuts[row + 1] = at;
  }
  return { text: parts.join(''), cuts };
}

/** Numbers texts by their first appearance. */
function numbering(): { readonly all: string[]; numberOf(text: string): number } {
  const all: string[] = [];
  const known = new Map<string, number>();
  return {
    all,
    numberOf: (text) => {
      const number = known.get(text);
      if (number !== undefined) return number;
      known.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}

function packCommon(texts: Texts): PackedCommon {
  const words = numbering();
  const index = new Int32Array(texts.length);
  for (let row = 0; row < index.length; row++) index[row] = words.numberOf(textAt(texts, row));
  return { words: packTexts(words.all), index: packColumn(index) };
}

/** The milestones of a plan follow one another, so the head of a row is nearly always that of the row before. */
function packRefs(refs: Texts): PackedRows['refs'] {
  const heads = numbering();
  const head = new Int32Array(refs.length);
  const tails: string[] = [];
  let [last, number] = ['', heads.numberOf('')];
  for (let row = 0; row < head.length; row++) {
    const ref = textAt(refs, row);
    const mark = ref.indexOf('#');
    const end = mark < 0 ? ref.length : mark;
    if (end !== last.length || !ref.startsWith(last)) {
      last = ref.slice(0, end);
      number = heads.numberOf(last);
    }
    head[row] = number;
    tails.push(ref.slice(end));
  }
  return { heads: packTexts(heads.all), head: packColumn(head), tails: packTexts(tails) };
}

/** Titles are sent already, and dates, states and figures are few, however many rows tell them. */
function packLabels(labels: Texts, titles: Texts): PackedRows['labels'] {
  const phrases = numbering();
  const cuts = new Int32Array(labels.length + 1);
  const at: number[] = [];
  for (let row = 0; row < labels.length; row++) {
    const label = textAt(labels, row);
    const title = textAt(titles, row);
    const hasTitle =
      label.startsWith(title) && (label.length === title.length || label.startsWith(phraseGap, title.length));
    if (hasTitle) at.push(0);
    for (let from = hasTitle ? title.length + phraseGap.length : 0; from <= label.length; ) {
      const gap = label.indexOf(phraseGap, from);
      const end = gap < 0 ? label.length : gap;
      at.push(phrases.numberOf(label.slice(from, end)) + 1);
      from = end + phraseGap.length;
      if (gap < 0) break;
    }
    cuts[row + 1] = at.length;
  }
  return { phrases: packTexts(phrases.all), cuts, at: Int32Array.from(at) };
}
