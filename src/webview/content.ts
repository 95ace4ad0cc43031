// What the panel has been sent, with what follows from it once: shown rows, links, places among siblings. Knows no DOM.

import { type Arranged, arranged } from '../drawing/arrange';
import { type Metrics, metricsOf } from '../drawing/metrics';
import { type DayRange, daysOf, withToday } from '../drawing/scale';
import { type Shown, type Siblings, shownRows, siblingsOf } from '../drawing/shown';
import { type ShownLinks, shownLinks } from '../drawing/shownLinks';
import type { Density, PanelAudience, ToPanel, Words } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import type { Arrangement } from '../report/arrangement';
import { type TimelineRows, textAt } from '../report/timelineRows';
import { groupWords } from './groupWords';

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;

export interface Content {
  readonly number: number;
  /** As they came. */
  readonly received: TimelineRows;
  /** As they are arranged; everything is drawn from these. */
  readonly rows: TimelineRows;
  /** Of each row its index in those that came, -1 for the head of a group. */
  readonly source: Int32Array;
  /** The keys of the heads of groups, by row. */
  readonly bands: ReadonlyMap<number, string>;
  /** How many milestones the filter found. */
  readonly hits: number;
  readonly arrangement: Arrangement;
  readonly audience: PanelAudience;
  readonly density: Density;
  readonly metrics: Metrics;
  readonly locale: string;
  readonly firstWeekday: number;
  readonly words: Words;
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

/**
 * @param collapsedKeys of rows and groups, see `keyAt`
 * @param before what was shown until now: whatever follows from columns that stayed the same is taken over
 */
export function contentOf(
  message: RowsMessage,
  collapsedKeys: readonly string[],
  arrangement: Arrangement,
  before?: Content,
): Content {
  const { words, rows: received } = message;
  const word = before?.words === words ? before.word : wordIn(words);
  const { number, audience, density, locale, firstWeekday } = message;
  const same = {
    ...{ number, received, audience, density, locale, firstWeekday, words, word },
    metrics: metricsOf[density],
    empty: message.empty ?? { text: word('No milestones yet') },
  };
  return arrangedContent(same, collapsedKeys, arrangement, before);
}

function wordIn(words: Words): Content['word'] {
  return (key) => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
}

/** The same rows in another order or under other heads, or others of them. */
export function rearrange(content: Content, collapsedKeys: readonly string[], arrangement: Arrangement): Content {
  return arrangedContent(content, collapsedKeys, arrangement);
}

type Unarranged = Omit<
  Content,
  'rows' | 'source' | 'bands' | 'hits' | 'arrangement' | 'siblings' | 'fit' | 'opening' | Folded
>;
type Folded = 'collapsed' | 'shown' | 'links';

function arrangedContent(
  content: Unarranged,
  collapsedKeys: readonly string[],
  arrangement: Arrangement,
  before?: Content,
): Content {
  const result = arranged(content.received, arrangement, groupWords(content));
  const { rows } = result;
  const known = before?.rows.inside === rows.inside ? before : undefined;
  // What is fitted stays the same while somebody types into the filter.
  const days = daysOf(content.received) ?? { from: rows.today - 14, to: rows.today + 15 };
  const collapsed =
    known?.rows.refs === rows.refs
      ? known.collapsed
      : new Set(
          rowsOfKeys(result, isFiltering(arrangement) ? [] : collapsedKeys).filter(
            (row) => (rows.inside[row] ?? 0) > 0,
          ),
        );
  return {
    ...content,
    ...result,
    arrangement,
    siblings: known?.siblings ?? siblingsOf(rows),
    fit: withToday(days, rows.today),
    opening: withToday(daysOf(content.received, 1 + (content.received.inside[0] ?? 0)) ?? days, rows.today),
    ...shownWith(rows, collapsed, known),
  };
}

/** What is found is shown, whatever is collapsed otherwise. */
function isFiltering({ filter }: Arrangement): boolean {
  const { text, owner, state, tag, lateOnly } = filter;
  return text.trim() !== '' || lateOnly || [owner, state, tag].some((chosen) => chosen !== undefined);
}

/** The same content with other rows collapsed. */
export function collapse(content: Content, collapsed: ReadonlySet<number>): Content {
  return { ...content, ...shownWith(content.rows, collapsed) };
}

/** @param known of rows that lie in each other in the same way */
function shownWith(rows: TimelineRows, collapsed: ReadonlySet<number>, known?: Content): Pick<Content, Folded> {
  const shown = known?.collapsed === collapsed ? known.shown : shownRows(rows, collapsed);
  const isSame =
    known?.shown === shown && known.rows.links === rows.links && known.rows.criticalLinks === rows.criticalLinks;
  return { collapsed, shown, links: isSame ? known.links : shownLinks(rows, shown) };
}

/** The row of a ref, or -1. */
export function rowOf(rows: TimelineRows, ref: string | undefined): number {
  if (ref === undefined) return -1;
  if (rows.refs.rowOf) return rows.refs.rowOf(ref);
  for (let row = 0; row < rows.count; row++) if (rows.refs.at(row) === ref) return row;
  return -1;
}

/** The row of a key, or -1. */
export function rowOfKey(content: Arranged, key: string | undefined): number {
  if (key === undefined) return -1;
  for (const [row, known] of content.bands) if (known === key) return row;
  return rowOf(content.rows, key);
}

/** What names a row from one set of rows to the next: its ref, or the key of the group it heads. */
export function keyAt(content: Arranged, row: number): string | undefined {
  return content.bands.get(row) ?? refAt(content.rows, row);
}

/** What names a row; nothing for -1. */
export function refAt(rows: TimelineRows, row: number): string | undefined {
  return textAt(rows.refs, row) || undefined;
}

function rowsOfKeys({ rows, bands }: Arranged, keys: readonly string[]): readonly number[] {
  if (keys.length === 0) return [];
  const { rowOf } = rows.refs;
  // Finding a few each by itself makes no text; of many, all texts are made once.
  if (rowOf && keys.length <= mostFoundAlone && bands.size === 0)
    return keys.map((key) => rowOf(key)).filter((row) => row >= 0);
  const wanted = new Set(keys);
  const found = [...bands].filter(([, key]) => wanted.has(key)).map(([row]) => row);
  for (let row = 0; row < rows.count; row++) if (wanted.has(textAt(rows.refs, row))) found.push(row);
  return found;
}

const mostFoundAlone = 20;
