// The strip that shows the whole plan and the window in it: drawn once for its rows, then only the window moves. Decoration for the pointer; keys do all it does.
import { type MinimapRuns, minimapDepth, minimapOf } from '../drawing/minimap';
import type { DayRange } from '../drawing/scale';
import { rowStates } from '../report/timelineRows';
import type { Content } from './content';
import { el, put, svg } from './dom';
import type { Panel } from './panel';
import { isWaiting } from './waiting';

export interface MinimapView {
  readonly node: HTMLElement;
  readonly connect: (panel: Panel) => void;
}

/** Pixels of the marks, without the strip's margins. */
const height = 34;
const narrowestWindow = 8;
const mostAtOnce = 5_000;
const restMs = 120;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function minimapView(): MinimapView {
  const paths = rowStates.map((state) => svg('path', { class: `minimap-mark s-${state}` }));
  const today = svg('path', { class: 'minimap-today' });
  const picture = svg('svg', { class: 'mp-minimap-picture' }, ...paths, today);
  const frame = el('div', { class: 'mp-minimap-window' });
  const node = el('div', { class: 'mp-minimap', 'aria-hidden': 'true' }, picture, frame);
  let width = 0;
  let drawn: readonly unknown[] = [];
  let later: ReturnType<typeof setTimeout> | undefined;
  const draw = (panel: Panel) => {
    const { content } = panel;
    const { mode, overview } = panel.settings;
    const isEmpty = !content || (content.rows.count === 0 && !isWaiting(content));
    node.toggleAttribute('hidden', isEmpty || mode === 'list' || !overview);
    if (!content || content.rows.count === 0 || width === 0) return;
    const next = [content.rows, content.shown, width];
    if (next.some((value, at) => value !== drawn[at])) {
      // Counting many rows takes longer than a frame has, and nobody looks here first.
      if (content.shown.count <= mostAtOnce) drawPicture(content, next);
      else if (later === undefined) later = setTimeout(() => drawLater(panel), restMs);
    }
    place(frame, windowOf(panel, content, width));
  };
  const drawLater = (panel: Panel) => {
    later = undefined;
    const { content } = panel;
    if (content && width > 0) drawPicture(content, [content.rows, content.shown, width]);
  };
  const drawPicture = (content: Content, next: readonly unknown[]) => {
    drawn = next;
    const range = rangeOf(content);
    write(paths, minimapOf(content.rows, content.shown, { width, height, range }));
    const x = Math.round(((content.rows.today + 0.5 - range.from) / (range.to - range.from)) * width);
    put(today, 'd', x < 0 || x > width ? '' : `M${x + 0.5} 0V${height}`);
  };
  const connect = (panel: Panel) => {
    new ResizeObserver(([entry]) => {
      width = Math.floor(entry?.contentRect.width ?? 0);
      panel.redraw();
    }).observe(picture);
    panel.framed.add(() => draw(panel));
    connectDrag(node, panel, () => width);
  };
  return { node, connect };
}

/** A day of room at both ends, so that marks do not stick to them. */
function rangeOf({ fit }: Content): DayRange {
  const room = Math.max(1, (fit.to - fit.from) / 100);
  return { from: fit.from - room, to: fit.to + room };
}

function write(paths: readonly SVGPathElement[], runs: MinimapRuns): void {
  paths.forEach((path, state) => {
    const rects = runs[state] ?? [];
    let d = '';
    for (let at = 0; at < rects.length; at += 4) {
      d += `M${rects[at]} ${round(rects[at + 1])}h${rects[at + 2]}v${round(rects[at + 3])}h-${rects[at + 2]}z`;
    }
    put(path, 'd', d);
  });
}

function round(value = 0): number {
  return Math.round(value * 10) / 10;
}

function windowOf({ view, size }: Panel, content: Content, width: number): Box {
  const { from, to } = rangeOf(content);
  const perDay = width / (to - from);
  const left = Math.max(0, (view.scale.start - from) * perDay);
  const right = Math.min(width, (view.scale.start + size.width / view.scale.pxPerDay - from) * perDay);
  const depth = minimapDepth(content.shown.count, height);
  const perPixel = depth / Math.max(1, content.shown.count * content.metrics.rowHeight);
  const top = Math.min(height - 6, view.top * perPixel);
  const bottom = Math.max(top + 6, Math.min(height, (view.top + size.height) * perPixel));
  const x = Math.min(left, width - narrowestWindow);
  const isWhole = depth <= (view.top + size.height) * perPixel;
  return { x, y: top, width: Math.max(narrowestWindow, right - x), height: (isWhole ? height : bottom) - top };
}

function place(frame: HTMLElement, box: Box): void {
  const style = {
    transform: `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`,
    width: `${Math.round(box.width)}px`,
    height: `${Math.round(box.height)}px`,
  };
  for (const name of ['transform', 'width', 'height'] as const) {
    if (frame.style[name] !== style[name]) frame.style[name] = style[name];
  }
}

/** The window follows the pointer; a press beside it brings it there first. */
function connectDrag(node: HTMLElement, panel: Panel, width: () => number): void {
  let held: { readonly x: number; readonly y: number } | undefined;
  node.addEventListener('pointerdown', (event) => {
    const { content } = panel;
    if (event.button !== 0 || !content || width() === 0) return;
    const at = pointIn(node, event);
    const box = windowOf(panel, content, width());
    const isOn = at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;
    held = isOn ? { x: at.x - box.x, y: at.y - box.y } : { x: box.width / 2, y: box.height / 2 };
    node.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (!isOn) move(panel, content, { at, held, width: width() });
  });
  node.addEventListener('pointermove', (event) => {
    if (held && panel.content) move(panel, panel.content, { at: pointIn(node, event), held, width: width() });
  });
  const release = () => {
    held = undefined;
  };
  node.addEventListener('pointerup', release);
  node.addEventListener('pointercancel', release);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointIn(node: HTMLElement, event: PointerEvent): Point {
  const box = node.getBoundingClientRect();
  return { x: event.clientX - box.left - margin.x, y: event.clientY - box.top - margin.y };
}

/** As the style sheet has them. */
const margin = { x: 8, y: 4 };

function move(
  panel: Panel,
  content: Content,
  { at, held, width }: { readonly at: Point; readonly held: Point; readonly width: number },
): void {
  const { from, to } = rangeOf(content);
  const { scale } = panel.view;
  const start = from + ((at.x - held.x) / width) * (to - from);
  const whole = content.shown.count * content.metrics.rowHeight;
  const top = ((at.y - held.y) / minimapDepth(content.shown.count, height)) * whole;
  // The window may show more than the plan has, and then it stays.
  const days = panel.size.width / scale.pxPerDay;
  const next = days >= to - from ? scale : { start, pxPerDay: scale.pxPerDay };
  panel.setView({ ...panel.view, scale: next, top: whole <= panel.size.height ? panel.view.top : top, fitted: false });
}
