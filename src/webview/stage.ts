// The scrolling stage: title column, axis and drawing, pinned in a scroller whose length stands for the whole plan. Draws what it is told.
import { arrowPath, arrowsIn, headPath } from '../drawing/arrows';
import { boxAt, layoutRows, type RowBox, rowHeight, rowsIn, type Viewport } from '../drawing/layout';
import type { Scale } from '../drawing/scale';
import { axisHeight, axisView } from './axisView';
import { canvasView } from './canvasView';
import type { Content } from './content';
import { el, put, putText, svg } from './dom';
import { measurer } from './measure';
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

export type Stage = ReturnType<typeof makeStage>;

export function makeStage() {
  const nodes = stageNodes();
  const measure = measurer(nodes.canvas);
  const tree = treeView();
  const axis = axisView(measure);
  const bars = canvasView();
  nodes.sideways.append(axis.grid);
  nodes.both.append(
    nodes.hover,
    nodes.chosen,
    nodes.arrows,
    nodes.heads,
    nodes.arrowsChosen,
    nodes.headsChosen,
    bars.node,
  );
  nodes.headLayer.append(axis.head);
  nodes.side.append(tree.node);
  let origin: Scale = { start: 0, pxPerDay: 0 };
  let originY = 0;
  let boxes: readonly RowBox[] = [];
  const draw = (picture: Picture) => {
    const { content, view, size } = picture;
    const away = (view.scale.start - origin.start) * view.scale.pxPerDay;
    if (origin.pxPerDay !== view.scale.pxPerDay || Math.abs(away) > farthest) origin = view.scale;
    if (Math.abs(view.top - originY) > farthest) originY = Math.round(view.top);
    const left = Math.round((view.scale.start - origin.start) * view.scale.pxPerDay);
    const viewport: Viewport = { left, width: size.width, top: view.top, height: size.height };
    const frame = { rows: content.rows, shown: content.shown, scale: origin, viewport, measure };
    boxes = layoutRows(frame);
    axis.draw(content, { scale: origin, left, width: size.width, height: size.height });
    put(nodes.headLayer, 'transform', `translate(${-left} 0)`);
    put(nodes.sideways, 'transform', `translate(${-left} 0)`);
    put(nodes.both, 'transform', `translate(${-left} ${originY - view.top})`);
    tree.draw(content, treePositions(picture, viewport), { y: view.top, from: originY });
    bars.draw(boxes, originY, picture.selected);
    drawBand(nodes.chosen, picture.selected, { content, viewport, originY });
    drawBand(nodes.hover, picture.hovered, { content, viewport, originY });
    drawArrows(nodes, picture, { ...frame, links: content.links, originY });
    put(nodes.canvas, 'data-hover', String(picture.hovered));
    putText(nodes.titleHead, content.word('Milestones'));
    putText(nodes.dateHead, content.word('Date'));
  };
  /** The box under a point of the drawing, and whether the point lies on its shape or label. */
  const hit = (picture: Picture, x: number, y: number) => {
    const left = Math.round((picture.view.scale.start - origin.start) * picture.view.scale.pxPerDay);
    const position = Math.floor((y + picture.view.top) / rowHeight);
    const box = boxes.find((each) => each.position === position);
    if (!box) return undefined;
    return { box, on: covers(box, x + left) };
  };
  return { ...nodes, tree, draw, hit, measure };
}

function covers(box: RowBox, x: number): 'shape' | 'label' | 'nothing' {
  if (box.shape !== 'none' && x >= box.x - 3 && x <= box.x + box.width + box.tail + 3) return 'shape';
  const { label } = box;
  return label.place !== 'hidden' && x >= label.x - 3 && x <= label.x + label.width + 3 ? 'label' : 'nothing';
}

/** The rows in the window, and the selected one wherever it is: it holds the focus and the tab stop. */
function treePositions({ content, selected }: Picture, viewport: Viewport): number[] {
  const { first, last } = rowsIn(content.shown, viewport);
  const positions: number[] = [];
  const own = selected < 0 ? 0 : (content.shown.positionOf[selected] ?? 0);
  if (own < first && content.shown.count > 0) positions.push(own);
  for (let position = first; position <= last; position++) positions.push(position);
  if (own > last && own < content.shown.count) positions.push(own);
  return positions;
}

interface Band {
  readonly content: Content;
  readonly viewport: Viewport;
  readonly originY: number;
}

function drawBand(node: SVGElement, row: number, { content, viewport, originY }: Band): void {
  node.toggleAttribute('hidden', row < 0);
  if (row < 0) return;
  put(node, 'x', String(viewport.left));
  put(node, 'width', String(viewport.width));
  put(node, 'y', String((content.shown.positionOf[row] ?? 0) * rowHeight - originY));
}

type ArrowInput = Parameters<typeof arrowsIn>[0] & { readonly originY: number };

function drawArrows(nodes: ReturnType<typeof stageNodes>, picture: Picture, input: ArrowInput): void {
  const chosen = picture.selected < 0 ? -1 : (picture.content.shown.positionOf[picture.selected] ?? -1);
  const paths = { plain: '', plainHeads: '', chosen: '', chosenHeads: '' };
  for (const arrow of arrowsIn(input, chosen)) {
    const points = arrow.points.map((value, at) => (at % 2 === 1 ? value - input.originY : value));
    if (arrow.chosen) {
      paths.chosen += arrowPath(points);
      paths.chosenHeads += headPath(points);
    } else {
      paths.plain += arrowPath(points);
      paths.plainHeads += headPath(points);
    }
  }
  put(nodes.arrows, 'd', paths.plain);
  put(nodes.heads, 'd', paths.plainHeads);
  put(nodes.arrowsChosen, 'd', paths.chosen);
  put(nodes.headsChosen, 'd', paths.chosenHeads);
}

/** Where a row's bar lies in days-independent pixels of the given view; for bringing it into the window. */
export function boxOfRow(picture: Picture, row: number, measure: (text: string) => number): RowBox {
  const { content, view, size } = picture;
  const viewport = { left: 0, width: size.width, top: view.top, height: size.height };
  const frame = { rows: content.rows, shown: content.shown, scale: view.scale, viewport, measure };
  return boxAt(frame, content.shown.positionOf[row] ?? 0);
}

function stageNodes() {
  const height = String(rowHeight);
  const hover = svg('rect', { class: 'band hover', height, hidden: '' });
  const chosen = svg('rect', { class: 'band chosen', height, hidden: '' });
  const arrows = svg('path', { class: 'arrows' });
  const heads = svg('path', { class: 'heads' });
  const arrowsChosen = svg('path', { class: 'arrows on' });
  const headsChosen = svg('path', { class: 'heads on' });
  const sideways = svg('g');
  const both = svg('g');
  const canvas = svg('svg', { class: 'mp-canvas', 'aria-hidden': 'true' }, sideways, both);
  const headLayer = svg('g');
  const head = svg('svg', { class: 'mp-axis', 'aria-hidden': 'true', height: String(axisHeight) }, headLayer);
  const titleHead = el('span', { class: 'mp-title' });
  const dateHead = el('span', { class: 'mp-date' });
  const corner = el('div', { class: 'mp-corner', 'aria-hidden': 'true' }, titleHead, dateHead);
  const side = el('div', { class: 'mp-side' }, corner);
  const drawing = el('div', { class: 'mp-drawing' }, head, canvas);
  const stage = el('div', { class: 'mp-stage' }, side, drawing);
  const space = el('div', { class: 'mp-space' }, stage);
  const scroller = el('div', { class: 'mp-scroll' }, space);
  return {
    scroller,
    space,
    stage,
    side,
    drawing,
    canvas,
    head,
    headLayer,
    sideways,
    both,
    hover,
    chosen,
    arrows,
    heads,
    arrowsChosen,
    headsChosen,
    titleHead,
    dateHead,
  };
}
