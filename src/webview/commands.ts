// What a person can do in the panel, by name: the toolbar, the keys and the pointer all come through here.
import { diamondRadius } from '../drawing/reach';
import { levelPxPerDay, type Scale, type ZoomLevel, zoomAround } from '../drawing/scale';
import { parentOf } from '../drawing/shown';
import type { PanelAction } from '../protocol/messages';
import { rowStates } from '../report/timelineRows';
import { refAt } from './content';
import type { Panel } from './panel';
import { boxOfRow } from './stage';
import { fitted } from './view';

export function fit(panel: Panel): void {
  if (panel.content) panel.glideTo(fitted(panel.content.fit, panel.size.width), 'all');
}

export function zoomTo(panel: Panel, level: ZoomLevel): void {
  panel.glideTo(zoomAround(panel.view.scale, levelPxPerDay[level], anchor(panel)));
}

export function zoomStep(panel: Panel, steps: number): void {
  panel.glideTo(zoomAround(panel.view.scale, panel.aim().pxPerDay * 1.5 ** steps, anchor(panel)));
}

/** @param x pixels of the drawing that keep their day. */
export function zoomAt(panel: Panel, factor: number, x: number): void {
  const scale = zoomAround(panel.view.scale, panel.view.scale.pxPerDay * factor, x);
  panel.setView({ ...panel.view, scale, fitted: false });
}

export function goToToday(panel: Panel): void {
  if (!panel.content) return;
  const { pxPerDay } = panel.view.scale;
  panel.glideTo({ start: panel.content.rows.today + 0.5 - (panel.size.width * 0.4) / pxPerDay, pxPerDay });
}

/** Moves by a part of the window's width; negative is earlier. */
export function panPart(panel: Panel, part: number): void {
  const { start, pxPerDay } = panel.aim();
  panel.glideTo({ start: start + (part * panel.size.width) / pxPerDay, pxPerDay });
}

export function panBy(panel: Panel, dx: number, dy: number): void {
  const { scale, top, fitted: wasFitted } = panel.view;
  const moved: Scale = { start: scale.start + dx / scale.pxPerDay, pxPerDay: scale.pxPerDay };
  panel.setView({ scale: moved, top: top + dy, fitted: dx === 0 ? wasFitted : false });
}

/** Selects the row that many shown rows away; infinities are the ends. */
export function step(panel: Panel, rows: number): void {
  if (!panel.content || panel.content.shown.count === 0) return;
  const { shown } = panel.content;
  const from = panel.selected < 0 ? (rows > 0 ? -1 : 0) : (shown.positionOf[panel.selected] ?? 0);
  const to = Math.max(0, Math.min(shown.count - 1, from + rows));
  panel.select(shown.rowAt[to] ?? 0, true);
}

export function page(panel: Panel, direction: 1 | -1): void {
  step(panel, direction * Math.max(1, Math.floor(panel.size.height / (panel.content?.metrics.rowHeight ?? 28)) - 1));
}

export function toggle(panel: Panel, row: number, expand?: boolean): void {
  const { content } = panel;
  const inside = content?.rows.inside[row] ?? 0;
  if (!content || inside === 0) return;
  const isOpen = !content.collapsed.has(row);
  if (expand === isOpen) return;
  const collapsed = new Set(content.collapsed);
  if (isOpen) collapsed.add(row);
  else collapsed.delete(row);
  panel.setCollapsed(collapsed);
  // What was selected inside is hidden now; the row that hides it takes over.
  if (isOpen && panel.selected > row && panel.selected <= row + inside) panel.select(row, true);
}

/** Left: collapse, else the parent. Right: expand, else the first inside. */
export function inOrOut(panel: Panel, direction: 1 | -1): void {
  const { content, selected } = panel;
  if (!content || selected < 0) {
    step(panel, 1);
    return;
  }
  const holds = (content.rows.inside[selected] ?? 0) > 0;
  const closed = content.collapsed.has(selected);
  if (direction > 0) {
    if (holds && closed) toggle(panel, selected, true);
    else if (holds) step(panel, 1);
    return;
  }
  if (holds && !closed) {
    toggle(panel, selected, false);
    return;
  }
  const parent = parentOf(content.rows, selected);
  if (parent >= 0) panel.select(parent, true);
}

export function open(panel: Panel, row = panel.selected): void {
  const ref = panel.content && refAt(panel.content.rows, row);
  if (ref !== undefined) panel.page.send({ type: 'open', ref });
}

/** Asks the host to act on the selected milestone; a plan's own row has nothing to act on. */
export function act(panel: Panel, action: PanelAction): void {
  const { content, selected } = panel;
  const ref = content && refAt(content.rows, selected);
  if (!content || ref === undefined || content.rows.depth[selected] === 0) return;
  const isDone = rowStates[content.rows.state[selected] ?? 0] === 'done';
  panel.page.send({
    type: 'act',
    action: action === 'markDone' && isDone ? 'reopen' : action,
    ref,
    number: content.number,
  });
}

/** Brings a row's bar into the window from the side. */
export function bringBar(panel: Panel, row: number): void {
  if (!panel.content) return;
  const box = boxOfRow(panel.picture(panel.content), row, panel.page.stage.measure);
  if (box.shape === 'none' || (box.x + box.width > diamondRadius && box.x < panel.size.width - diamondRadius)) return;
  const { start, pxPerDay } = panel.view.scale;
  const wide = box.width > panel.size.width * 0.6;
  const shift = wide ? box.x - 40 : box.x + box.width / 2 - panel.size.width / 2;
  panel.glideTo({ start: start + shift / pxPerDay, pxPerDay });
}

export function toggleOverview(panel: Panel): void {
  panel.settings = { ...panel.settings, overview: !panel.settings.overview };
  panel.redraw();
}

export function showLegend(panel: Panel, shown: boolean): void {
  panel.settings = { ...panel.settings, legend: shown };
  panel.redraw();
}

/** Rows as a client may see them, or all of them again: the host answers with other rows. */
export function toggleAudience(panel: Panel): void {
  const audience = panel.settings.audience === 'client' ? 'team' : 'client';
  panel.settings = { ...panel.settings, audience };
  panel.page.send({ type: 'audience', audience });
  panel.redraw();
}

/** What is shown as a drawing is shown as a table, and back. */
export function toggleMode(panel: Panel): void {
  panel.setMode(panel.settings.mode === 'list' ? 'timeline' : 'list');
}

/** The hand moves what it sees, so from the list it goes to the drawing first. */
export function grab(panel: Panel, what: 'dates' | 'dependency'): void {
  panel.setMode('timeline');
  panel.hand?.grab(what);
}

/** Zooming keeps today in place while it is seen, else the middle of the window. */
function anchor(panel: Panel): number {
  const { scale } = panel.view;
  const today = panel.content ? (panel.content.rows.today + 0.5 - scale.start) * scale.pxPerDay : -1;
  return today > 0 && today < panel.size.width ? today : panel.size.width / 2;
}
