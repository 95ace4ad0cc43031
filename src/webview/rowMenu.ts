// What can be done with a row, as the entries of its menu. Asks the host by ids only and carries out nothing itself.
import type { PanelAction } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import { rowFlags, rowStates } from '../report/timelineRows';
import { anyOpen, foldAll } from './arranging';
import type { Cards } from './cards';
import { tick } from './cardView';
import { act, grab, open, toggle } from './commands';
import { type Content, refAt } from './content';
import { exportEntries } from './exportMenu';
import type { MenuEntry } from './menu';
import type { Panel } from './panel';

/** The statuses of a plan file with their words. */
export const statusWords = {
  planned: 'Planned',
  'in-progress': 'In progress',
  submitted: 'Submitted',
  done: 'Done',
  'on-hold': 'On hold',
  cancelled: 'Cancelled',
} as const satisfies Record<string, PanelWord>;

const steps = [0, 25, 50, 75, 100];
const mostTasks = 40;

export function rowEntries(panel: Panel, cards: Cards): readonly MenuEntry[] {
  const { content, selected: row } = panel;
  if (!content || row < 0) return [];
  const { rows, word } = content;
  const ref = refAt(rows, row);
  const isMilestone =
    ref !== undefined && (rows.depth[row] ?? 0) > 0 && ((rows.flags[row] ?? 0) & rowFlags.group) === 0;
  const general: readonly MenuEntry[] = [
    ...foldEntry(panel, content, row),
    { label: word(anyOpen(panel) ? 'Collapse all' : 'Expand all'), hint: 'C', run: () => foldAll(panel) },
    { label: word('Export'), items: () => exportEntries(panel) },
  ];
  if (ref === undefined) return general;
  const opening: MenuEntry = { label: word('Open in the file'), hint: 'Enter', run: () => open(panel, row) };
  if (!isMilestone) return [opening, 'line', ...general];
  return [
    opening,
    'line',
    ...changes(panel, content, { row, ref, cards }),
    'line',
    { label: word('Why this date?'), run: () => act(panel, 'whyThisDate') },
    { label: word('Why critical?'), run: () => act(panel, 'whyCritical') },
    { label: word('Copy link'), run: () => act(panel, 'copyLink') },
    'line',
    ...general,
  ];
}

function foldEntry(panel: Panel, { rows, collapsed, word }: Content, row: number): readonly MenuEntry[] {
  if ((rows.inside[row] ?? 0) === 0) return [];
  return [{ label: word(collapsed.has(row) ? 'Expand' : 'Collapse'), run: () => toggle(panel, row) }];
}

interface Subject {
  readonly row: number;
  readonly ref: string;
  readonly cards: Cards;
}

function changes(panel: Panel, content: Content, { row, ref, cards }: Subject): readonly MenuEntry[] {
  const { rows, word, number } = content;
  const isDone = rowStates[rows.state[row] ?? 0] === 'done';
  // A file that cannot be read cannot be written either.
  const disabled = rows.stale[row] === 1;
  const doing = (label: PanelWord, action: PanelAction, hint?: string): MenuEntry => ({
    ...{ label: word(label), disabled, run: () => act(panel, action) },
    ...(hint ? { hint } : {}),
  });
  return [
    doing(isDone ? 'Reopen' : 'Mark done', 'markDone', 'M'),
    {
      ...{ label: word('Set status'), disabled },
      items: () =>
        Object.entries(statusWords).map(([status, name]) => ({
          label: word(name),
          run: () => panel.page.send({ type: 'set', ref, number, status }),
        })),
    },
    {
      ...{ label: word('Set progress'), disabled },
      items: () => [
        ...steps.map((percent) => ({
          label: new Intl.NumberFormat(content.locale, { style: 'percent' }).format(percent / 100),
          run: () => panel.page.send({ type: 'set' as const, ref, number, percent }),
        })),
        'line',
        doing('Other…', 'setProgress', 'P'),
      ],
    },
    { label: word('Tasks'), disabled, items: () => taskEntries(panel, content, { row, ref, cards }) },
    doing('Reschedule…', 'reschedule', 'R'),
    { label: word('Move dates with the keys'), hint: 'D', disabled, run: () => grab(panel, 'dates') },
    { label: word('Add a dependency'), hint: 'A', disabled, run: () => grab(panel, 'dependency') },
  ];
}

function taskEntries(panel: Panel, { word }: Content, { ref, cards }: Subject): readonly MenuEntry[] {
  const card = cards.of(ref);
  if (!card || card.tasks.length === 0)
    return [{ label: word(card ? 'No tasks' : 'Tasks are being read…'), disabled: true }];
  return card.tasks.slice(0, mostTasks).map((task) => ({
    label: task.title,
    choice: { kind: 'checkbox', on: task.done },
    run: () => tick(panel, ref, task),
  }));
}
