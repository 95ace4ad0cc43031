// Keys of the panel. None of VS Code's own is taken: with Ctrl, Alt or Cmd held nothing is ours.
import { zoomLevels } from '../drawing/scale';
import type { PanelWord } from '../protocol/words';
import { foldAll, nextGrouping } from './arranging';
import {
  act,
  fit,
  goToToday,
  grab,
  inOrOut,
  open,
  page,
  panPart,
  showLegend,
  step,
  toggleAudience,
  toggleMode,
  toggleOverview,
  zoomStep,
  zoomTo,
} from './commands';
import { firstOrLast, inOrOutOfCells } from './listInput';
import type { Panel } from './panel';

type Run = (panel: Panel) => void;
type Keys = Readonly<Record<string, Run>>;

const anywhere: Keys = {
  '/': (panel) => panel.chrome?.focusFilter(),
  '?': (panel) => panel.chrome?.showKeys(),
  g: nextGrouping,
  o: (panel) => panel.chrome?.openSort(),
  c: foldAll,
  v: toggleMode,
  i: toggleAudience,
  x: (panel) => panel.chrome?.openExport(),
};

/** What moves the drawing is nothing in the list. */
const inTimeline: Keys = {
  '+': (panel) => zoomStep(panel, 1),
  '=': (panel) => zoomStep(panel, 1),
  '-': (panel) => zoomStep(panel, -1),
  '0': fit,
  f: fit,
  t: goToToday,
  '[': (panel) => panPart(panel, -0.25),
  ']': (panel) => panPart(panel, 0.25),
  l: (panel) => showLegend(panel, !panel.settings.legend),
  w: toggleOverview,
  ...Object.fromEntries(zoomLevels.map((level, at) => [String(at + 1), (panel: Panel) => zoomTo(panel, level)])),
};

const inRows: Keys = {
  ArrowDown: (panel) => step(panel, 1),
  ArrowUp: (panel) => step(panel, -1),
  ArrowRight: (panel) => inOrOut(panel, 1),
  ArrowLeft: (panel) => inOrOut(panel, -1),
  Home: (panel) => step(panel, Number.NEGATIVE_INFINITY),
  End: (panel) => step(panel, Number.POSITIVE_INFINITY),
  PageDown: (panel) => page(panel, 1),
  PageUp: (panel) => page(panel, -1),
  Enter: (panel) => open(panel),
  m: (panel) => act(panel, 'markDone'),
  r: (panel) => act(panel, 'reschedule'),
  s: (panel) => act(panel, 'setStatus'),
  p: (panel) => act(panel, 'setProgress'),
  d: (panel) => grab(panel, 'dates'),
  a: (panel) => grab(panel, 'dependency'),
  h: (panel) => panel.chrome?.showCard(),
  ContextMenu: (panel) => panel.chrome?.openRowMenu(),
};

const inList: Keys = {
  ArrowRight: (panel) => inOrOutOfCells(panel, 1),
  ArrowLeft: (panel) => inOrOutOfCells(panel, -1),
  Home: (panel) => firstOrLast(panel, -1),
  End: (panel) => firstOrLast(panel, 1),
};

/** Runs the key's command and says whether there was one. `rows`: the focus is not on a button. */
export function runKey(panel: Panel, event: KeyboardEvent, rows: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const isList = panel.settings.mode === 'list';
  const key = event.key === 'F10' && event.shiftKey ? 'ContextMenu' : event.key;
  const tables = [...(rows ? [isList ? inList : {}, inRows] : []), isList ? {} : inTimeline, anywhere];
  const table = tables.find((each) => Object.hasOwn(each, key));
  table?.[key]?.(panel);
  return table !== undefined;
}

interface KeyGroup {
  readonly title: PanelWord;
  readonly keys: readonly (readonly [keys: readonly string[], word: PanelWord])[];
}

/** For the list of keys: what to press and what it does. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Moving',
    keys: [
      [['↑', '↓'], 'Previous or next row'],
      [['←'], 'Collapse, or go to the parent'],
      [['→'], 'Expand, or go to the first inside'],
      [['Home', 'End'], 'First or last row'],
      [['PgUp', 'PgDn'], 'One screen up or down'],
      [['Enter'], 'Open in the file'],
      [['/'], 'Filter milestones'],
      [['C'], 'Collapse or expand all'],
    ],
  },
  {
    title: 'Looking',
    keys: [
      [['V'], 'Timeline or list'],
      [['G'], 'Group by plan, owner, status or month'],
      [['O'], 'Sort by'],
      [['I'], 'Show only what a client may see'],
      [['H'], 'All about the selected row'],
      [['+', '−'], 'Zoom in or out'],
      [['1', '2', '3', '4'], 'Week, month, quarter, year'],
      [['F', '0'], 'Fit the whole plan'],
      [['T'], 'Go to today'],
      [['[', ']'], 'Earlier or later'],
      [['L'], 'Show or hide the legend'],
      [['W'], 'Show or hide the overview'],
      [['X'], 'Export'],
      [['?'], 'Show these keys'],
    ],
  },
  {
    title: 'Changing',
    keys: [
      [['Shift+F10'], 'All that can be done with the row'],
      [['M'], 'Mark done, or reopen'],
      [['S'], 'Set status'],
      [['P'], 'Set progress'],
      [['R'], 'Reschedule'],
      [['D'], 'Move its dates'],
      [['A'], 'Add a dependency'],
    ],
  },
];
