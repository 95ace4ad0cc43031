// The pointer over the panel: wheel, hover, click, double click and panning by drag.

import { textAt } from '../report/timelineRows';
import { bringBar, open, panBy, toggle, zoomAt } from './commands';
import { put, shownText } from './dom';
import type { Panel } from './panel';

/** Less than this is a click with an unsteady hand. */
const dragFrom = 4;

export function connectPointer(panel: Panel): void {
  const { scroller, drawing, canvas, tree } = panel.page.stage;
  scroller.addEventListener('scroll', () => panel.scrolled(scroller.scrollLeft, scroller.scrollTop), { passive: true });
  scroller.addEventListener('wheel', (event) => zoomByWheel(panel, event), { passive: false });
  tree.node.addEventListener('click', (event) => clickRow(panel, event));
  tree.node.addEventListener('pointermove', (event) => panel.hover(rowOfEvent(event)));
  tree.node.addEventListener('pointerleave', () => panel.hover(-1));
  canvas.addEventListener('pointermove', (event) => hoverCanvas(panel, event));
  canvas.addEventListener('pointerleave', () => panel.hover(-1));
  canvas.addEventListener('dblclick', () => open(panel));
  connectDrag(panel, drawing);
}

function zoomByWheel(panel: Panel, event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const x = event.clientX - panel.page.stage.canvas.getBoundingClientRect().left;
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

function hitAt(panel: Panel, event: MouseEvent) {
  if (!panel.content) return undefined;
  const box = panel.page.stage.canvas.getBoundingClientRect();
  return panel.page.stage.hit(panel.picture(panel.content), event.clientX - box.left, event.clientY - box.top);
}

function hoverCanvas(panel: Panel, event: PointerEvent): void {
  const found = hitAt(panel, event);
  const { canvas } = panel.page.stage;
  const isOn = found !== undefined && found.on !== 'nothing';
  panel.hover(found?.box.row ?? -1);
  canvas.classList.toggle('on', isOn);
  put(canvas, 'title', isOn ? shownText(panel.content ? textAt(panel.content.rows.labels, found.box.row) : '') : '');
}

function clickCanvas(panel: Panel, event: MouseEvent): void {
  const found = hitAt(panel, event);
  if (!found) return;
  panel.select(found.box.row, true);
  if (found.on === 'nothing') return;
  const away = found.box.label.place === 'before' || found.box.label.place === 'after';
  if (away) bringBar(panel, found.box.row);
  open(panel, found.box.row);
}

function connectDrag(panel: Panel, area: HTMLElement): void {
  let from: { x: number; y: number; moved: boolean } | undefined;
  area.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.pointerType !== 'touch')
      from = { x: event.clientX, y: event.clientY, moved: false };
  });
  area.addEventListener('pointermove', (event) => {
    if (!from || event.buttons === 0) return;
    const dx = from.x - event.clientX;
    const dy = from.y - event.clientY;
    if (!from.moved && Math.hypot(dx, dy) < dragFrom) return;
    if (!from.moved) area.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY, moved: true };
    area.classList.add('dragging');
    panBy(panel, dx, dy);
  });
  const end = () => {
    area.classList.remove('dragging');
  };
  area.addEventListener('pointerup', end);
  area.addEventListener('pointercancel', () => {
    from = undefined;
    end();
  });
  // A click follows the release of a drag too; only one without a drag is meant as a click.
  area.addEventListener('click', (event) => {
    const dragged = from?.moved ?? false;
    from = undefined;
    if (!dragged && event.target instanceof Node && panel.page.stage.canvas.contains(event.target))
      clickCanvas(panel, event);
  });
}
