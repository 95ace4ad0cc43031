// What the page knows before any rows come: its words, which the host writes into it, so that the tools are drawn while the rows are on their way.
import type { ToPanel } from '../protocol/messages';
import { unpackRows } from '../protocol/unpack';
import { byName, byteColumns, commonColumns, numberColumns } from '../protocol/wire';
import { readWords } from './incoming';
import type { SavedState } from './savedState';

/** No snapshot has it. */
const noNumber = -1;

export function isWaiting({ number }: { readonly number: number }): boolean {
  return number === noNumber;
}

/** No rows, in the page's language; nothing where the host wrote no words. */
export function waitingRows({
  audience,
}: Pick<SavedState, 'audience'>): Extract<ToPanel, { type: 'rows' }> | undefined {
  const { words } = document.body.dataset;
  if (words === undefined) return undefined;
  const cuts = Int32Array.of(0);
  const none = { text: '', cuts };
  const rows = unpackRows({
    ...{ count: 0, today: 0, titles: none, overloads: [], owners: [], calendars: [] },
    refs: { heads: none, head: 0, tails: none },
    labels: { phrases: none, cuts, at: new Int32Array() },
    bytes: byName(byteColumns, () => 0),
    numbers: byName(numberColumns, () => 0),
    common: byName(commonColumns, () => ({ words: none, index: 0 })),
    links: new Int32Array(),
    criticalLinks: new Uint8Array(),
  });
  return {
    ...{ type: 'rows', number: noNumber, rows, audience, density: 'comfortable', firstWeekday: 1 },
    locale: document.documentElement.lang || 'en',
    words: readWords(JSON.parse(words)),
  };
}
