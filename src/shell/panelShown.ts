// Reads what the panel's page says it shows, for an export of it. Not trusted either.
import type { Shown } from '../protocol/messages';
import { type Arrangement, type Filter, groupings, sortings } from '../report/arrangement';
import { exact, isPlace, isRef, isText, nameIn } from './panelFields';

const mostCollapsed = 20_000;

export function readShown(value: unknown): Shown | undefined {
  const known = exact(value, ['arrangement', 'collapsed', 'from', 'to']);
  if (!known) return undefined;
  const { collapsed, from, to } = known;
  const arrangement = readArrangement(known.arrangement);
  if (!arrangement || !isPlace(from) || !isPlace(to) || to < from) return undefined;
  if (!Array.isArray(collapsed) || collapsed.length > mostCollapsed || !collapsed.every(isRef)) return undefined;
  return { arrangement, collapsed: [...collapsed], from, to };
}

function readArrangement(value: unknown): Arrangement | undefined {
  const known = exact(value, ['groupBy', 'sortBy', 'descending', 'filter']);
  const groupBy = nameIn(groupings, known?.groupBy);
  const sortBy = nameIn(sortings, known?.sortBy);
  const filter = known && readFilter(known.filter);
  if (!groupBy || !sortBy || !filter || typeof known.descending !== 'boolean') return undefined;
  return { groupBy, sortBy, descending: known.descending, filter };
}

const choices = ['owner', 'state', 'tag'] as const;

function readFilter(value: unknown): Filter | undefined {
  const known = exact(value, ['text', 'lateOnly'], choices);
  if (!known || !isText(known.text) || typeof known.lateOnly !== 'boolean') return undefined;
  const chosen: { -readonly [Name in (typeof choices)[number]]?: string } = {};
  for (const name of choices) {
    const text = known[name];
    if (text === undefined) continue;
    if (!isText(text)) return undefined;
    chosen[name] = text;
  }
  return { text: known.text, lateOnly: known.lateOnly, ...chosen };
}
