// The scrolling stage: title column, axis and drawing, pinned in a scroller whose length stands for the whole plan. Draws what it is told.
import { boxAt, layoutRows, type RowBox, rowsIn, type Viewport } from '../drawing/layout';
import type { Scale } from '../drawing/scale';
import { arrowView } from './arrowView';
import { axisView } from './axisView';
import { canvasView } from './canvasView';
import type { Content } from './content';
import { el, putText, svg } from './dom';
import { groundView } from './groundView';
import { measurer } from './measure';
import { stripView } from './stripView';
import { treeView } from './treeView';
import type { Size, View } from './view';

export interface Picture {
  readonly content: Content;
  readonly view: View;
  readonly size: Size;
  /** Rows, or -1. */
  readonly selected: number;
  readonly hovered: number;
}

/** Beyond this far from where drawing began, coordinates start anew, so that they never grow too large to be exact. */
const farthest = 20_000;

/** What the layers' coordinates count from. Layers are drawn once and then only moved, as long as it stays. */
interface Origin {
  readonly scale: Scale;
  readonly y: number;
}

export type Stage = ReturnType<typeof makeStage>;

export function makeStage() {
  const nodes = stageNodes();
  const measure = measurer(nodes.canvas);
  const views = {
    ...{ tree: treeView(), axis: axisView(measure), strip: stripView() },
    ...{ bars: canvasView(), arrows: arrowView(), ground: groundView() },
  };
  nodes.sideways.append(views.ground.whole, views.axis.grid);
  nodes.both.append(views.ground.banded, views.ground.plans, views.arrows.node, views.bars.node);
  nodes.headLayer.append(views.axis.head, views.strip.bands);
  nodes.side.append(views.strip.names, views.tree.node);
  let origin: Origin = { scale: { start: 0, pxPerDay: 0 }, y: 0 };
  let boxes: readonly RowBox[] = [];
  const draw = (picture: Picture) => {
    origin = originFor(picture.view, origin);
    const viewport = viewportOf(picture, origin);
    const { content, size } = picture;
    const frame = {
      rows: content.rows,
      shown: content.shown,
      scale: origin.scale,
      viewport,
      measure,
      metrics: content.metrics,
      days: daysIn(content),
    };
    boxes = layoutRows(frame);
    views.ground.draw(content, { scale: origin.scale, viewport, originY: origin.y });
    views.axis.draw(content, { scale: origin.scale, left: viewport.left, width: size.width, height: size.height });
    views.strip.draw(content, { scale: origin.scale, viewport, measure });
    views.tree.draw(content, treePositions(picture, viewport), { y: viewport.top, from: origin.y });
    views.bars.draw(boxes, { originY: origin.y, metrics: content.metrics, selected: picture.selected });
    views.arrows.draw({ ...frame, links: content.links, boxes }, positionOf(content, picture.selected), origin.y);
    moveLayers(nodes, viewport, origin);
    drawBand(nodes.chosen, positionOf(content, picture.selected), { viewport, content });
    drawBand(nodes.hover, positionOf(content, picture.hovered), { viewport, content });
    putHeads(nodes, content);
  };
  /** The box under a point of the drawing, and what of it the point lies on. */
  const hit = (picture: Picture, x: number, y: number) => {
    const viewport = viewportOf(picture, origin);
    const position = Math.floor((y + viewport.top) / picture.content.metrics.rowHeight);
    const box = boxes.find((each) => each.position === position);
    return box && { box, on: covers(box, x + viewport.left) };
  };
  return { ...nodes, tree: views.tree, draw, hit, measure };
}

/** A number of days with its sign, in the reader's words. */
function daysIn({ word }: Content): (count: number) => string {
  const pattern = word('{days} d');
  return (count) => pattern.replace('{days}', `${count < 0 ? '−' : '+'}${Math.abs(count)}`);
}

function putHeads(nodes: ReturnType<typeof stageNodes>, { word }: Content): void {
  putText(nodes.titleHead, word('Milestones'));
  putText(nodes.dateHead, word('Date'));
}

function originFor({ scale, top }: View, origin: Origin): Origin {
  const away = (scale.start - origin.scale.start) * scale.pxPerDay;
  const stays = origin.scale.pxPerDay === scale.pxPerDay && Math.abs(away) <= farthest;
  if (stays && Math.abs(top - origin.y) <= farthest) return origin;
  return { scale: stays ? origin.scale : scale, y: Math.abs(top - origin.y) <= farthest ? origin.y : Math.round(top) };
}

/** In whole pixels, so that lines stay sharp. */
function viewportOf({ view, size }: Picture, { scale }: Origin): Viewport {
  const left = Math.round((view.scale.start - scale.start) * view.scale.pxPerDay);
  return { left, width: size.width, top: Math.round(view.top), height: size.height };
}

function moveLayers(nodes: ReturnType<typeof stageNodes>, viewport: Viewport, origin: Origin): void {
  const x = -viewport.left;
  nodes.headLayer.style.transform = `translate(${x}px)`;
  nodes.sideways.style.transform = `translate(${x}px)`;
  nodes.both.style.transform = `translate(${x}px, ${origin.y - viewport.top}px)`;
}

function positionOf({ shown }: Content, row: number): number {
  return row < 0 ? -1 : (shown.positionOf[row] ?? -1);
}

function drawBand(
  node: HTMLElement,
  position: number,
  { viewport, content }: { viewport: Viewport; content: Content },
): void {
  node.toggleAttribute('hidden', position < 0);
  if (position >= 0) node.style.transform = `translateY(${position * content.metrics.rowHeight - viewport.top}px)`;
}

function covers(box: RowBox, x: number): 'shape' | 'label' | 'nothing' {
  if (box.shape !== 'none' && x >= box.x - 3 && x <= box.end + 3) return 'shape';
  const { label } = box;
  return label.place !== 'hidden' && x >= label.x - 3 && x <= label.x + label.width + 3 ? 'label' : 'nothing';
}

/** The rows in the window, and the selected one wherever it is: it holds the focus and the tab stop. */
function treePositions({ content, selected }: Picture, viewport: Viewport): number[] {
  const { first, last } = rowsIn(content.shown, viewport, content.metrics);
  const positions: number[] = [];
  const own = Math.max(0, positionOf(content, selected));
  if (own < first && content.shown.count > 0) positions.push(own);
  for (let position = first; position <= last; position++) positions.push(position);
  if (own > last && own < content.shown.count) positions.push(own);
  return positions;
}

/** Where a row's bar lies in the window; for bringing it into the window. */
export function boxOfRow({ content, view, size }: Picture, row: number, measure: (text: string) => number): RowBox {
  const viewport = { left: 0, width: size.width, top: view.top, height: size.height };
  const frame = {
    rows: content.rows,
    shown: content.shown,
    scale: view.scale,
    viewport,
    measure,
    metrics: content.metrics,
  };
  return boxAt(frame, content.shown.positionOf[row] ?? 0);
}

function stageNodes() {
  const hover = el('div', { class: 'mp-band hover', hidden: '' });
  const chosen = el('div', { class: 'mp-band chosen', hidden: '' });
  const sideways = svg('svg', { class: 'mp-layer' });
  const both = svg('svg', { class: 'mp-layer' });
  const headLayer = svg('svg', { class: 'mp-layer' });
  const canvas = el('div', { class: 'mp-canvas', 'aria-hidden': 'true' }, sideways, hover, chosen, both);
  const head = el('div', { class: 'mp-axis', 'aria-hidden': 'true' }, headLayer);
  const titleHead = el('span', { class: 'mp-title' });
  const dateHead = el('span', { class: 'mp-date' });
  const corner = el('div', { class: 'mp-corner', 'aria-hidden': 'true' }, titleHead, dateHead);
  const side = el('div', { class: 'mp-side' }, corner);
  const drawing = el('div', { class: 'mp-drawing' }, head, canvas);
  const stage = el('div', { class: 'mp-stage' }, side, drawing);
  const space = el('div', { class: 'mp-space' }, stage);
  const scroller = el('div', { class: 'mp-scroll' }, space);
  return {
    ...{ scroller, space, stage, side, drawing, canvas },
    ...{ sideways, both, headLayer, hover, chosen, titleHead, dateHead },
  };
}
