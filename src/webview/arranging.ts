// What a person can do about which rows are shown and how, by name: the filter, the menus and the keys all come through here.
import { milestonesIn } from '../drawing/arrange';
import type { PanelWord } from '../protocol/words';
import {
  type Arrangement,
  asInFiles,
  type Filter,
  type Grouping,
  groupings,
  type Sorting,
} from '../report/arrangement';
import type { TimelineRows } from '../report/timelineRows';
import { keyAt } from './content';
import type { MenuEntry } from './menu';
import type { Panel } from './panel';

export const groupingWords: Readonly<Record<Grouping, PanelWord>> = {
  plan: 'Plan',
  owner: 'Owner',
  status: 'Status',
  month: 'Month',
};

export const sortingWords: Readonly<Record<Sorting, PanelWord>> = {
  file: 'Order in the file',
  start: 'Start',
  end: 'End',
  title: 'Title',
  state: 'State',
  progress: 'Progress',
  owner: 'Owner',
  float: 'Float',
  variance: 'Variance',
};

export function arrangeBy(panel: Panel, change: Partial<Arrangement>): void {
  panel.arrange({ ...panel.settings.arrangement, ...change });
  const { content } = panel;
  const { groupBy, sortBy } = panel.settings.arrangement;
  if (!content) return;
  if (change.groupBy) panel.say(`${content.word('Group by')}: ${content.word(groupingWords[groupBy])}`);
  else if (change.sortBy) panel.say(`${content.word('Sort by')}: ${content.word(sortingWords[sortBy])}`);
}

export function nextGrouping(panel: Panel): void {
  const at = groupings.indexOf(panel.settings.arrangement.groupBy);
  arrangeBy(panel, { groupBy: groupings[(at + 1) % groupings.length] ?? 'plan' });
}

let telling: ReturnType<typeof setTimeout> | undefined;

/** The count is told once the person pauses, since each letter changes it. */
export function filterBy(panel: Panel, filter: Filter): void {
  panel.arrange({ ...panel.settings.arrangement, filter });
  clearTimeout(telling);
  telling = setTimeout(() => panel.content && panel.say(countText(panel)), 400);
}

export function clearFilter(panel: Panel): void {
  filterBy(panel, asInFiles.filter);
}

/** `12 of 48` in words; of everything, nothing is to be told. */
export function countText({ content }: Panel): string {
  if (!content) return '';
  const pattern =
    content.hits === 0
      ? content.word('No milestone fits the filter')
      : content.word('Milestones shown: {count} of {all}');
  return pattern.replace('{count}', String(content.hits)).replace('{all}', String(milestonesIn(content.received)));
}

export function groupEntries(panel: Panel): readonly MenuEntry[] {
  const { content, settings } = panel;
  if (!content) return [];
  return groupings.map((groupBy) => ({
    label: content.word(groupingWords[groupBy]),
    choice: { kind: 'radio', on: settings.arrangement.groupBy === groupBy },
    run: () => arrangeBy(panel, { groupBy }),
  }));
}

export function sortEntries(panel: Panel): readonly MenuEntry[] {
  const { content, settings } = panel;
  if (!content) return [];
  const { sortBy, descending } = settings.arrangement;
  const kinds = Object.keys(sortingWords) as readonly Sorting[];
  return [
    ...kinds.map(
      (each): MenuEntry => ({
        label: content.word(sortingWords[each]),
        choice: { kind: 'radio', on: sortBy === each },
        run: () => arrangeBy(panel, { sortBy: each }),
      }),
    ),
    'line',
    {
      label: content.word('The other way round'),
      choice: { kind: 'checkbox', on: descending },
      run: () => arrangeBy(panel, { descending: !descending }),
    },
  ];
}

/** Whether anything is open that "collapse all" would close. */
export function anyOpen(panel: Panel): boolean {
  return foldable(panel).some((row) => !panel.content?.collapsed.has(row));
}

export function foldAll(panel: Panel): void {
  const { content, selected } = panel;
  if (!content) return;
  const open = anyOpen(panel);
  panel.setCollapsed(new Set(open ? foldable(panel) : []));
  panel.say(content.word(open ? 'All collapsed' : 'All expanded'));
  // What was selected inside is hidden now; the row that hides it takes over.
  const { shown } = panel.content ?? content;
  const own = shown.rowAt[shown.positionOf[selected] ?? -1] ?? -1;
  if (open && selected >= 0 && own !== selected) panel.select(own, keyAt(content, own) !== undefined);
}

/** By the column of what lies inside: the toolbar asks in every frame of a zoom, and most changes leave that as it is. */
const foldables = new WeakMap<Int32Array, readonly number[]>();

function foldable({ content }: Panel): readonly number[] {
  if (!content) return [];
  const known = foldables.get(content.rows.inside) ?? foldableIn(content.rows);
  foldables.set(content.rows.inside, known);
  return known;
}

/** A single plan stays open: closed, it would leave one row. */
function foldableIn(rows: Pick<TimelineRows, 'count' | 'depth' | 'inside'>): readonly number[] {
  const all: number[] = [];
  let tops = 0;
  for (let row = 0; row < rows.count; row++) {
    if (rows.depth[row] === 0) tops += 1;
    if ((rows.inside[row] ?? 0) > 0) all.push(row);
  }
  return tops > 1 ? all : all.filter((row) => rows.depth[row] !== 0);
}
