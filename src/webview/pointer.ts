// The pointer over the panel: wheel, hover, click, double click, what is held and moved, and panning by drag.
import type { Point } from '../drawing/ghosts';
import { bringBar, open, panBy, toggle, zoomAt } from './commands';
import { put } from './dom';
import { gestureKey } from './gestureKeys';
import { Gestures } from './gestureRun';
import type { Grip } from './gestureState';
import type { Panel } from './panel';

/** Less than this is a click with an unsteady hand. */
const dragFrom = 4;

export function connectPointer(panel: Panel): void {
  const { scroller, drawing, canvas, tree } = panel.page.stage;
  const gestures = new Gestures(panel);
  scroller.addEventListener('scroll', () => panel.scrolled(scroller.scrollLeft, scroller.scrollTop), { passive: true });
  scroller.addEventListener('wheel', (event) => zoomByWheel(panel, event), { passive: false });
  tree.node.addEventListener('click', (event) => clickRow(panel, event));
  tree.node.addEventListener('pointermove', (event) => panel.hover(rowOfEvent(event)));
  tree.node.addEventListener('pointerleave', () => panel.hover(-1));
  canvas.addEventListener('pointermove', (event) => hoverCanvas(panel, gestures, event));
  canvas.addEventListener('pointerleave', () => panel.hover(-1));
  canvas.addEventListener('dblclick', () => open(panel));
  connectDrag(panel, gestures, drawing);
  connectHold(panel, gestures);
}

function zoomByWheel(panel: Panel, event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const { x } = pointOf(panel, event);
  zoomAt(panel, Math.exp(Math.max(-120, Math.min(120, -event.deltaY * lines)) / 300), Math.max(0, x));
}

function rowOfEvent(event: Event): number {
  const node = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  return node ? Number(node.getAttribute('data-row')) : -1;
}

function clickRow(panel: Panel, event: MouseEvent): void {
  const row = rowOfEvent(event);
  if (row < 0) return;
  const onTwisty = event.target instanceof Element && event.target.closest('.mp-twisty');
  if (onTwisty && (panel.content?.rows.inside[row] ?? 0) > 0) {
    toggle(panel, row);
    return;
  }
  panel.select(row, true);
  open(panel, row);
}

/** In the drawing's own pixels. */
function pointOf(panel: Panel, event: MouseEvent): Point {
  const box = panel.page.stage.canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function hitAt(panel: Panel, { x, y }: Point) {
  return panel.content && panel.page.stage.hit(panel.picture(panel.content), x, y);
}

function hoverCanvas(panel: Panel, gestures: Gestures, event: PointerEvent): void {
  if (gestures.gesture.kind !== 'none') return;
  const at = pointOf(panel, event);
  const grip = event.pointerType === 'touch' ? undefined : gestures.gripUnder(at);
  const found = hitAt(panel, at);
  const { canvas } = panel.page.stage;
  const isOn = found !== undefined && found.on !== 'nothing';
  // The handle lies beside its row's shape; leaving the row for it would take it away.
  panel.hover(found?.box.row ?? -1);
  canvas.classList.toggle('on', isOn);
  const isTried = grip?.kind === 'barred' && grip.ref === gestures.tried;
  for (const cursor of cursors) canvas.classList.toggle(cursor, cursor === (isTried ? 'mp-not' : cursorOf(grip)));
  // What else there is to tell stands in the hover card.
  put(canvas, 'title', isTried ? (panel.content?.word(grip.why) ?? '') : '');
}

const cursors = ['mp-can-hold', 'mp-can-stretch', 'mp-can-lead', 'mp-not'] as const;

function cursorOf(grip: Grip | undefined): (typeof cursors)[number] | undefined {
  if (grip?.kind === 'link') return 'mp-can-lead';
  if (grip?.kind !== 'move') return undefined;
  return grip.part === 'whole' ? 'mp-can-hold' : 'mp-can-stretch';
}

function clickCanvas(panel: Panel, event: MouseEvent): void {
  const found = hitAt(panel, pointOf(panel, event));
  if (!found) return;
  panel.select(found.box.row, true);
  if (found.on === 'nothing') return;
  const away = found.box.label.place === 'before' || found.box.label.place === 'after';
  if (away) bringBar(panel, found.box.row);
  open(panel, found.box.row);
}

interface Down {
  readonly x: number;
  readonly y: number;
  readonly moved: boolean;
  /** Something is held; without, the window is panned. */
  readonly holds: boolean;
}

function connectDrag(panel: Panel, gestures: Gestures, area: HTMLElement): void {
  let down: Down | undefined;
  area.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const holds = press(panel, gestures, event);
    // A finger scrolls by itself where it holds nothing.
    const isScrolling = event.pointerType === 'touch' && !holds;
    down = isScrolling ? undefined : { x: event.clientX, y: event.clientY, moved: false, holds };
  });
  area.addEventListener('pointermove', (event) => {
    // Another button, or a release that was never heard of, ends it.
    if (down?.holds && event.buttons !== 1) gestures.cancel();
    if (!down || event.buttons === 0) return;
    const dx = down.x - event.clientX;
    const dy = down.y - event.clientY;
    if (!down.moved && Math.hypot(dx, dy) < dragFrom) return;
    if (!down.moved) area.setPointerCapture(event.pointerId);
    if (down.holds) {
      down = { ...down, moved: true };
      if (gestures.gesture.kind !== 'none') gestures.drag(pointOf(panel, event));
      return;
    }
    down = { x: event.clientX, y: event.clientY, moved: true, holds: false };
    area.classList.add('dragging');
    panBy(panel, dx, dy);
  });
  area.addEventListener('pointerup', () => {
    area.classList.remove('dragging');
    if (down?.holds) gestures.apply({ type: 'release' });
  });
  area.addEventListener('pointercancel', () => {
    area.classList.remove('dragging');
    if (down?.holds) gestures.cancel();
    down = undefined;
  });
  // A click follows the release of a drag too; only one without a drag is meant as a click.
  area.addEventListener('click', (event) => {
    const dragged = down?.moved ?? false;
    down = undefined;
    if (!dragged && event.target instanceof Node && panel.page.stage.canvas.contains(event.target))
      clickCanvas(panel, event);
  });
}

/** Whether the pointer takes hold of something. A finger does only where the browser was told not to scroll. */
function press(panel: Panel, gestures: Gestures, event: PointerEvent): boolean {
  const touch = event.pointerType !== 'mouse';
  if (touch !== gestures.touch) panel.redraw();
  gestures.touch = touch;
  gestures.cancel();
  const { canvas } = panel.page.stage;
  const isHere = event.target instanceof Node && canvas.contains(event.target);
  const isFree = event.pointerType === 'mouse' || event.target === gestures.view.grip;
  return isHere && isFree && gestures.press(pointOf(panel, event));
}

/** What ends a gesture besides its own keys and pointer: the menu, another window, the focus elsewhere, a click elsewhere. */
function connectHold(panel: Panel, gestures: Gestures): void {
  panel.keyHolder = (event) => gestureKey(gestures, event);
  panel.hand = gestures;
  const { drawing, tree } = panel.page.stage;
  const cancelKeys = (event: Event) => {
    const { gesture } = gestures;
    const byKeys = (gesture.kind === 'moving' || gesture.kind === 'linking') && gesture.by === 'keys';
    if (byKeys && !(event.type === 'focusin' && event.target instanceof Node && tree.node.contains(event.target)))
      gestures.cancel();
  };
  drawing.addEventListener('contextmenu', (event) => {
    if (!gestures.holds) return;
    event.preventDefault();
    event.stopPropagation();
    gestures.cancel();
  });
  window.addEventListener('blur', () => gestures.cancel());
  document.addEventListener('focusin', cancelKeys);
  document.addEventListener('pointerdown', cancelKeys, { capture: true });
}
