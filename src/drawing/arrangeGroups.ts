// Rows under the heads of groups: flat lists by owner, by status or by month. Plans are no groups then, and their rows are left out.
import type { Grouping } from '../report/arrangement';
import { noDay, type RowState, rowStates, type TimelineRows } from '../report/timelineRows';
import { folded } from './arrangeFilter';
import { ranksOf, urgency } from './arrangeOrder';
import type { Outline } from './arrangeOutline';
import { firstOfMonth, monthIndexOf } from './civil';

/** The names of groups, in the reader's language. */
export interface GroupWords {
  /** `undefined` is nobody. */
  readonly owner: (name: string | undefined) => string;
  readonly state: (state: RowState) => string;
  /** `undefined` is no date. */
  readonly month: (firstDay: number | undefined) => string;
  /** A group's name with the count of its rows. */
  readonly head: (name: string, count: number) => string;
}

/** The head of a group: a row of its own. */
export interface Band {
  /** Where it stands among the arranged rows. */
  readonly row: number;
  readonly key: string;
  readonly title: string;
  /** Columns of its own; `undefined` says nothing. */
  readonly state?: number;
  readonly owner?: number;
  readonly start: number;
  readonly end: number;
}

interface Grouped extends Outline {
  readonly bands: readonly Band[];
}

interface GroupKind {
  /** The group of a row; groups come in the order of these numbers. */
  readonly of: (row: number) => number;
  readonly name: (group: number) => string;
  readonly key: (group: number) => string;
  readonly columns?: (group: number) => Pick<Band, 'state' | 'owner'>;
}

interface GroupingOf {
  readonly order: Int32Array;
  readonly hits: Uint8Array;
  readonly groupBy: Exclude<Grouping, 'plan'>;
  readonly words: GroupWords;
}

export function groupsOf(rows: TimelineRows, { order, hits, groupBy, words }: GroupingOf): Grouped {
  const kind = kinds[groupBy](rows, words);
  const members = new Map<number, number[]>();
  for (const row of order) {
    if (hits[row] !== 1 || rows.depth[row] === 0) continue;
    const group = kind.of(row);
    const list = members.get(group);
    if (list) list.push(row);
    else members.set(group, [row]);
  }
  const groups = [...members].sort(([a], [b]) => a - b);
  const count = groups.reduce((sum, [, list]) => sum + list.length + 1, 0);
  const source = new Int32Array(count).fill(-1);
  const inside = new Int32Array(count);
  const depth = new Uint8Array(count);
  const bands: Band[] = [];
  let at = 0;
  for (const [group, list] of groups) {
    const title = words.head(kind.name(group), list.length);
    bands.push({ row: at, key: kind.key(group), title, ...kind.columns?.(group), ...spanOf(rows, list) });
    inside[at] = list.length;
    source.set(list, at + 1);
    depth.fill(1, at + 1, at + 1 + list.length);
    at += list.length + 1;
  }
  return { source, inside, depth, bands };
}

function spanOf({ start, end }: TimelineRows, list: readonly number[]): Pick<Band, 'start' | 'end'> {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const row of list) {
    const last = end[row] ?? noDay;
    if (last === noDay) continue;
    const first = start[row] ?? noDay;
    from = Math.min(from, first === noDay ? last : first);
    to = Math.max(to, last);
  }
  return from > to ? { start: noDay, end: noDay } : { start: from, end: to };
}

/** What has no owner, or no date, comes last. */
const last = 0x7fff_ffff;

const kinds: Readonly<Record<GroupingOf['groupBy'], (rows: TimelineRows, words: GroupWords) => GroupKind>> = {
  owner: ({ owners, owner }, words) => {
    const ranks = ranksOf(owners.map(folded));
    // Names that differ only in case or accents stand beside each other, each with its own rows.
    const places = owners.map((_, at) => at).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
    const placeOf = new Int32Array(owners.length);
    places.forEach((at, place) => {
      placeOf[at] = place;
    });
    const nameOf = (group: number) => owners[places[group] ?? -1];
    return {
      of: (row) => placeOf[owner[row] ?? -1] ?? last,
      name: (group) => words.owner(nameOf(group)),
      key: (group) => `owner ${nameOf(group) ?? ''}`,
      columns: (group) => ({ owner: places[group] ?? -1 }),
    };
  },
  status: ({ state }, words) => {
    const places = rowStates.map((each) => urgency.indexOf(each));
    return {
      of: (row) => places[state[row] ?? 0] ?? last,
      name: (group) => words.state(urgency[group] ?? 'planned'),
      key: (group) => `status ${urgency[group]}`,
      columns: (group) => ({ state: rowStates.indexOf(urgency[group] ?? 'planned') }),
    };
  },
  month: ({ end }, words) => ({
    of: (row) => {
      const day = end[row] ?? noDay;
      return day === noDay ? last : monthIndexOf(day);
    },
    name: (group) => words.month(group === last ? undefined : firstOfMonth(group)),
    key: (group) => `month ${group}`,
  }),
};
