// Which rows a filter finds. Searching goes through one folded string for all rows, made once for each set of rows, so that typing costs no row a string.
import type { Filter } from '../report/arrangement';
import { rowStates, type TimelineRows, textAt } from '../report/timelineRows';

export function filterIsEmpty({ text, owner, state, tag, lateOnly }: Filter): boolean {
  return wordsOf(text).length === 0 && owner === undefined && state === undefined && tag === undefined && !lateOnly;
}

/** 1 for each row that fits. A plan's own row fits by its text alone: its state and owner tell of the whole, not of a milestone. */
export function hitsOf(rows: TimelineRows, filter: Filter): Uint8Array {
  const hits = new Uint8Array(rows.count).fill(1);
  if (filterIsEmpty(filter)) return hits;
  for (const word of wordsOf(filter.text)) keepHolding(hits, textIn(rows), word);
  const { owner, state, tag, lateOnly } = filter;
  const wantedOwner = owner === undefined ? undefined : rows.owners.indexOf(owner);
  const wantedState = state === undefined ? undefined : (rowStates as readonly string[]).indexOf(state);
  const late = rowStates.indexOf('late');
  const byFact = owner !== undefined || state !== undefined || tag !== undefined || lateOnly;
  for (let row = 0; row < rows.count; row++) {
    if (hits[row] === 0) continue;
    const fits =
      !(byFact && rows.depth[row] === 0) &&
      (wantedOwner === undefined || (wantedOwner >= 0 && rows.owner[row] === wantedOwner)) &&
      (wantedState === undefined || rows.state[row] === wantedState) &&
      (!lateOnly || rows.state[row] === late) &&
      (tag === undefined || textAt(rows.tags, row).split('\n').includes(tag));
    if (!fits) hits[row] = 0;
  }
  return hits;
}

/** What is searched for: words without case and accents. */
function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The texts of all rows in one string, and where each row begins in it. */
interface Searched {
  readonly text: string;
  readonly starts: Int32Array;
}

const searchedOf = new WeakMap<TimelineRows, Searched>();

function textIn(rows: TimelineRows): Searched {
  const known = searchedOf.get(rows);
  if (known) return known;
  const owners = rows.owners.map(folded);
  const starts = new Int32Array(rows.count + 1);
  const parts: string[] = [];
  let length = 0;
  for (let row = 0; row < rows.count; row++) {
    starts[row] = length;
    const tags = textAt(rows.tags, row);
    const part = `${folded(textAt(rows.titles, row))}\n${owners[rows.owner[row] ?? -1] ?? ''}\n${tags && folded(tags)}\n`;
    parts.push(part);
    length += part.length;
  }
  starts[rows.count] = length;
  const made = { text: parts.join(''), starts };
  searchedOf.set(rows, made);
  return made;
}

/** Goes from find to find, and from each to the next row: a word that stands everywhere costs one look a row. */
function keepHolding(hits: Uint8Array, { text, starts }: Searched, word: string): void {
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row] ?? text.length)) {
    while ((starts[row + 1] ?? Number.POSITIVE_INFINITY) <= at) hits[row++] = 0;
    row++;
    if (row >= hits.length) return;
  }
  hits.fill(0, row);
}

const beyondAscii = /[^\0-\x7f]/;

/** Without case and without accents: `Überprüfung` and `uberprufung` are the same. */
export function folded(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  const bare = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replaceAll('ß', 'ss').replaceAll('ı', 'i');
}
