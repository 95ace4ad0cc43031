// What the panel has been sent, with what follows from it once: shown rows, links, places among siblings. Knows no DOM.
import { type ShownLinks, shownLinks } from '../drawing/arrows';
import { type DayRange, daysOf, withToday } from '../drawing/scale';
import { type Shown, type Siblings, shownRows, siblingsOf } from '../drawing/shown';
import type { ToPanel } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import type { TimelineRows } from '../report/timelineRows';

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;

export interface Content {
  readonly number: number;
  readonly rows: TimelineRows;
  readonly locale: string;
  readonly firstWeekday: number;
  readonly word: (key: PanelWord) => string;
  readonly empty: string;
  readonly siblings: Siblings;
  /** What a fitted view shows. */
  readonly fit: DayRange;
  /** What is shown first: of several plans the first one whole, since a short one would vanish beside one of many years. */
  readonly opening: DayRange;
  readonly collapsed: ReadonlySet<number>;
  readonly shown: Shown;
  readonly links: ShownLinks;
}

export function contentOf(message: RowsMessage, collapsedRefs: readonly string[]): Content {
  const { rows, words } = message;
  const word = (key: PanelWord) => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
  const days = daysOf(rows) ?? { from: rows.today - 14, to: rows.today + 15 };
  const collapsed = new Set([...rowsOf(rows, collapsedRefs)].filter((row) => (rows.inside[row] ?? 0) > 0));
  return {
    number: message.number,
    rows,
    locale: message.locale,
    firstWeekday: message.firstWeekday,
    word,
    empty: message.empty ?? word('No milestones yet'),
    siblings: siblingsOf(rows),
    fit: withToday(days, rows.today),
    opening: withToday(daysOf(rows, 1 + (rows.inside[0] ?? 0)) ?? days, rows.today),
    ...shownWith(rows, collapsed),
  };
}

/** The same content with other rows collapsed. */
export function collapse(content: Content, collapsed: ReadonlySet<number>): Content {
  return { ...content, ...shownWith(content.rows, collapsed) };
}

function shownWith(rows: TimelineRows, collapsed: ReadonlySet<number>) {
  const shown = shownRows(rows, collapsed);
  return { collapsed, shown, links: shownLinks(rows, shown) };
}

/** The row of a ref, or -1. */
export function rowOf(rows: TimelineRows, ref: string | undefined): number {
  return ref === undefined ? -1 : rows.refs.indexOf(ref);
}

function rowsOf(rows: TimelineRows, refs: readonly string[]): readonly number[] {
  if (refs.length === 0) return [];
  const wanted = new Set(refs);
  const found: number[] = [];
  rows.refs.forEach((ref, row) => {
    if (wanted.has(ref)) found.push(row);
  });
  return found;
}
