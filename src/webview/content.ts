// What the panel has been sent, with what follows from it once: shown rows, links, places among siblings. Knows no DOM.

import { arrange } from '../drawing/arrange';
import { type ShownLinks, shownLinks } from '../drawing/arrows';
import { type DayRange, daysOf, withToday } from '../drawing/scale';
import { type Shown, type Siblings, shownRows, siblingsOf } from '../drawing/shown';
import type { Density, PanelAudience, ToPanel } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import type { Arrangement } from '../report/arrangement';
import { type TimelineRows, textAt } from '../report/timelineRows';

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;

export interface Content {
  readonly number: number;
  /** As they came. */
  readonly received: TimelineRows;
  /** As they are arranged; everything is drawn from these. */
  readonly rows: TimelineRows;
  readonly arrangement: Arrangement;
  readonly audience: PanelAudience;
  readonly density: Density;
  readonly locale: string;
  readonly firstWeekday: number;
  readonly word: (key: PanelWord) => string;
  readonly empty: NonNullable<RowsMessage['empty']>;
  readonly siblings: Siblings;
  /** What a fitted view shows. */
  readonly fit: DayRange;
  /** What is shown first: of several plans the first one whole, since a short one would vanish beside one of many years. */
  readonly opening: DayRange;
  readonly collapsed: ReadonlySet<number>;
  readonly shown: Shown;
  readonly links: ShownLinks;
}

export function contentOf(message: RowsMessage, collapsedRefs: readonly string[], arrangement: Arrangement): Content {
  const { words, rows: received } = message;
  const rows = arrange(received, arrangement);
  const word = (key: PanelWord) => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
  const days = daysOf(rows) ?? { from: rows.today - 14, to: rows.today + 15 };
  const collapsed = new Set([...rowsOf(rows, collapsedRefs)].filter((row) => (rows.inside[row] ?? 0) > 0));
  return {
    number: message.number,
    received,
    rows,
    arrangement,
    audience: message.audience,
    density: message.density,
    locale: message.locale,
    firstWeekday: message.firstWeekday,
    word,
    empty: message.empty ?? { text: word('No milestones yet') },
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
  if (ref !== undefined) for (let row = 0; row < rows.count; row++) if (rows.refs.at(row) === ref) return row;
  return -1;
}

/** What names a row; nothing for -1. */
export function refAt(rows: TimelineRows, row: number): string | undefined {
  return textAt(rows.refs, row) || undefined;
}

function rowsOf(rows: TimelineRows, refs: readonly string[]): readonly number[] {
  if (refs.length === 0) return [];
  const wanted = new Set(refs);
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) if (wanted.has(textAt(rows.refs, row))) found.push(row);
  return found;
}
