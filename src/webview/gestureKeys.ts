// The keys while something is held: arrows lead it, Enter lets it go, Escape puts it back, and the panel's other keys wait.

import { panBy } from './commands';
import { nextTarget } from './dependency';
import type { Gestures } from './gestureRun';
import { rowFor } from './grab';
import { topShowing } from './view';

/** Whether the key was for what is held. With Ctrl, Alt or Cmd it is VS Code's, as everywhere in the panel. */
export function gestureKey(gestures: Gestures, event: KeyboardEvent): boolean {
  const { gesture } = gestures;
  const isMade = event.ctrlKey || event.metaKey || event.altKey;
  if (gesture.kind === 'none' || isMade) return false;
  if (event.key === 'Escape') {
    gestures.cancel();
    return true;
  }
  if (!gestures.holds) return false;
  if (event.key === 'Tab') {
    // The focus goes where it would; what was held stays where it was.
    gestures.cancel();
    return false;
  }
  if (gesture.kind === 'moving' && gesture.by === 'keys') moveByKey(gestures, event);
  if (gesture.kind === 'linking' && gesture.by === 'keys') chooseByKey(gestures, event);
  return true;
}

const sideways: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const upAndDown: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
const pages: Readonly<Record<string, 1 | -1>> = { PageUp: -1, PageDown: 1 };
const pageRows = 10;

function moveByKey(gestures: Gestures, { key, shiftKey }: KeyboardEvent): void {
  const days = sideways[key];
  const part = upAndDown[key];
  if (days !== undefined) gestures.apply({ type: 'nudge', days: shiftKey ? 7 * days : days });
  else if (part !== undefined) gestures.apply({ type: 'part', step: part });
  else if (key === 'Enter') gestures.apply({ type: 'release' });
  if (days !== undefined) gestures.showEdge();
}

function chooseByKey(gestures: Gestures, { key }: KeyboardEvent): void {
  const { gesture, panel } = gestures;
  const { content, view, size } = panel;
  const way = upAndDown[key] ?? pages[key];
  if (key === 'Enter') gestures.apply({ type: 'release' });
  if (way === undefined || gesture.kind !== 'linking' || !content) return;
  const rows = upAndDown[key] === undefined ? pageRows : 1;
  let { over } = gesture;
  for (let row = 0; row < rows; row++) over = nextTarget(content, { ...gesture, over }, way) ?? over;
  if (!over || over === gesture.over) return;
  gestures.apply({ type: 'over', over });
  const position = content.shown.positionOf[rowFor(content.rows, over.ref)] ?? 0;
  const top = topShowing(position, view, { height: size.height, rowHeight: content.metrics.rowHeight });
  if (top !== view.top) panBy(panel, 0, top - view.top);
}
