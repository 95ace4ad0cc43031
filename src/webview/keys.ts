// Keys of the panel. None of VS Code's own is taken: with Ctrl, Alt or Cmd held nothing is ours.
import { zoomLevels } from '../drawing/scale';
import type { PanelWord } from '../protocol/words';
import { act, fit, goToToday, inOrOut, open, page, panPart, showLegend, step, zoomStep, zoomTo } from './commands';
import type { Panel } from './panel';

type Run = (panel: Panel) => void;

const anywhere: Readonly<Record<string, Run>> = {
  '+': (panel) => zoomStep(panel, 1),
  '=': (panel) => zoomStep(panel, 1),
  '-': (panel) => zoomStep(panel, -1),
  '0': fit,
  f: fit,
  t: goToToday,
  '[': (panel) => panPart(panel, -0.25),
  ']': (panel) => panPart(panel, 0.25),
  l: (panel) => showLegend(panel, !panel.legend),
  ...Object.fromEntries(zoomLevels.map((level, at) => [String(at + 1), (panel: Panel) => zoomTo(panel, level)])),
};

const inRows: Readonly<Record<string, Run>> = {
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
};

/** Runs the key's command and says whether there was one. `rows`: the focus is not on a button. */
export function runKey(panel: Panel, event: KeyboardEvent, rows: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const table = rows && Object.hasOwn(inRows, event.key) ? inRows : anywhere;
  const run = Object.hasOwn(table, event.key) ? table[event.key] : undefined;
  run?.(panel);
  return run !== undefined;
}

/** For the list of keys: what to press and what it does. */
export const keyHelp: readonly (readonly [keys: readonly string[], word: PanelWord])[] = [
  [['↑', '↓'], 'Previous or next row'],
  [['←'], 'Collapse, or go to the parent'],
  [['→'], 'Expand, or go to the first inside'],
  [['Home', 'End'], 'First or last row'],
  [['PgUp', 'PgDn'], 'One screen up or down'],
  [['Enter'], 'Open in the file'],
  [['M'], 'Mark done, or reopen'],
  [['R'], 'Reschedule'],
  [['S'], 'Set status'],
  [['+', '−'], 'Zoom in or out'],
  [['1', '2', '3', '4'], 'Week, month, quarter, year'],
  [['F', '0'], 'Fit the whole plan'],
  [['T'], 'Go to today'],
  [['[', ']'], 'Earlier or later'],
  [['L'], 'Show or hide the legend'],
  [['?'], 'Show these keys'],
];
