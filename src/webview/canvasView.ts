// The drawing of the rows: bars, diamonds, marks and labels as SVG, one group a row, rewritten only where a box has changed.
import { barHeight, glyphRoom, planBarHeight, type RowBox, rowHeight } from '../drawing/layout';
import { diamondRadius } from '../drawing/reach';
import { barPath, diamondPath, donePath, flagPath, floatPath, shortPath } from '../drawing/shapes';
import { pool, put, putText, shownText, svg } from './dom';

const makers = {
  float: () => svg('path', { class: 'float' }),
  forecast: () => svg('path', { class: 'forecast' }),
  tail: () => svg('rect', { class: 'tail', rx: '3' }),
  track: () => svg('rect', { class: 'track' }),
  done: () => svg('path', { class: 'done' }),
  diamond: () => svg('path', { class: 'diamond' }),
  critical: () => svg('path', { class: 'critical' }),
  ghost: () => svg('path', { class: 'ghost' }),
  short: () => svg('path', { class: 'short' }),
  flag: () => svg('path', { class: 'flag' }),
  plate: () => svg('rect', { class: 'plate', rx: '4' }),
  edge: () => svg('path', { class: 'edge' }),
  glyph: () => svg('use', { class: 'glyph', width: '12', height: '12' }),
  label: () => svg('text', { class: 'label' }),
};
type Part = keyof typeof makers;

interface RowSlot {
  readonly node: SVGGElement;
  readonly parts: Partial<Record<Part, SVGElement>>;
  box: RowBox | undefined;
}

export interface CanvasView {
  readonly node: SVGGElement;
  readonly draw: (boxes: readonly RowBox[], originY: number, selected: number) => void;
}

export function canvasView(): CanvasView {
  const node = svg('g', { class: 'bars' });
  const slots = pool<RowSlot>(node, () => ({ node: svg('g'), parts: {}, box: undefined }));
  let origin = Number.NaN;
  const draw: CanvasView['draw'] = (boxes, originY, selected) => {
    const moved = originY !== origin;
    origin = originY;
    slots.sync(
      boxes.map((box) => box.row),
      (slot, index) => {
        const box = boxes[index];
        if (!box) return;
        if (moved || slot.box?.y !== box.y) put(slot.node, 'transform', `translate(0 ${box.y - originY})`);
        if (!slot.box || !same(slot.box, box)) writeBox(slot, box);
        slot.box = box;
        slot.node.classList.toggle('on', box.row === selected);
      },
    );
  };
  return { node, draw };
}

function same(a: RowBox, b: RowBox): boolean {
  return (
    a.state === b.state &&
    a.shape === b.shape &&
    a.x === b.x &&
    a.width === b.width &&
    a.doneWidth === b.doneWidth &&
    a.tail === b.tail &&
    a.forecast === b.forecast &&
    a.float?.from === b.float?.from &&
    a.float?.to === b.float?.to &&
    a.critical === b.critical &&
    a.short === b.short &&
    a.baseline === b.baseline &&
    a.deadline === b.deadline &&
    a.deadlinePassed === b.deadlinePassed &&
    a.label.place === b.label.place &&
    a.label.x === b.label.x &&
    a.label.plate === b.label.plate &&
    a.label.text === b.label.text
  );
}

function writeBox(slot: RowSlot, box: RowBox): void {
  put(slot.node, 'class', `bar s-${box.state} k-${box.shape}${box.deadlinePassed ? ' past' : ''} l-${box.label.place}`);
  writeBar(slot, box);
  writeForecast(slot, box);
  writeMarks(slot, box);
  writeLabel(slot, box);
}

function writeBar(slot: RowSlot, box: RowBox): void {
  const height = box.shape === 'plan' ? planBarHeight : barHeight;
  const y = (rowHeight - height) / 2;
  const isBar = box.shape === 'bar' || box.shape === 'plan';
  if (isBar) {
    const rx = Math.min(4, height / 2, box.width / 2);
    // Half a pixel in, so that the outline stays crisp and inside the bar's days.
    set(slot, 'track', { x: box.x + 0.5, y: y + 0.5, width: Math.max(1, box.width - 1), height: height - 1, rx });
  } else drop(slot, 'track');
  if (isBar && box.doneWidth > 0)
    set(slot, 'done', { d: donePath({ x: box.x, width: box.width, y, height }, box.doneWidth) });
  else drop(slot, 'done');
  if (box.tail > 0) set(slot, 'tail', { x: box.x + box.width, y: rowHeight / 2 - 3.5, width: box.tail, height: 7 });
  else drop(slot, 'tail');
  if (box.shape === 'diamond')
    set(slot, 'diamond', { d: diamondPath(box.x + diamondRadius, rowHeight / 2, diamondRadius) });
  else drop(slot, 'diamond');
}

/** What follows from the schedule: where it is expected to end, how far that may slip, and whether anything may slip at all. */
function writeForecast(slot: RowSlot, box: RowBox): void {
  const middle = rowHeight / 2;
  const isBar = box.shape === 'bar' || box.shape === 'plan';
  const height = box.shape === 'plan' ? planBarHeight : barHeight;
  const right = box.x + box.width;
  if (box.forecast === undefined) drop(slot, 'forecast');
  else if (isBar) {
    const d = barPath({ x: right, width: box.forecast - right, y: (rowHeight - height) / 2, height });
    set(slot, 'forecast', { d });
  } else {
    const centre = box.forecast - diamondRadius;
    const line = centre - diamondRadius > right ? `M${right + box.tail} ${middle}H${centre - diamondRadius}` : '';
    set(slot, 'forecast', { d: line + diamondPath(centre, middle, diamondRadius) });
  }
  if (box.float) set(slot, 'float', { d: floatPath(box.float.from, box.float.to, middle + barHeight / 2) });
  else drop(slot, 'float');
  if (box.critical && box.shape !== 'none') set(slot, 'critical', { d: criticalPath(box) });
  else drop(slot, 'critical');
  if (box.short === undefined) drop(slot, 'short');
  else set(slot, 'short', { d: shortPath(box.short, middle) });
}

/** A heavy outline: on the bar's own, so that it stays within its days, and close around a diamond. */
function criticalPath(box: RowBox): string {
  if (box.shape !== 'bar' && box.shape !== 'plan')
    return diamondPath(box.x + diamondRadius, rowHeight / 2, diamondRadius + 2.6);
  return donePath({ x: box.x, width: box.width, y: (rowHeight - barHeight) / 2, height: barHeight }, box.width);
}

function writeMarks(slot: RowSlot, box: RowBox): void {
  if (box.baseline === undefined || box.shape === 'none') drop(slot, 'ghost');
  else {
    set(slot, 'ghost', { d: ghostPath(box, box.baseline) });
  }
  if (box.deadline === undefined) drop(slot, 'flag');
  else set(slot, 'flag', { d: flagPath(box.deadline, 4, rowHeight - 8) });
}

/** From the agreed day to the end it has now: along the middle for a diamond, under the bar else. */
function ghostPath(box: RowBox, baseline: number): string {
  const isDiamond = box.shape === 'diamond';
  const end = isDiamond ? box.x + diamondRadius : box.x + box.width;
  const y = isDiamond ? rowHeight / 2 : rowHeight - 4.5;
  const radius = isDiamond ? 6 : 4.5;
  // The line of the float runs there already.
  const isFree = isDiamond || box.float === undefined || baseline < end;
  const line =
    isFree && Math.abs(end - baseline) > radius
      ? `M${baseline + Math.sign(end - baseline) * (radius - 0.8)} ${y}H${end}`
      : '';
  return diamondPath(baseline, y, radius) + line;
}

function writeLabel(slot: RowSlot, box: RowBox): void {
  const { place, x, width, text, glyph, plate } = box.label;
  const hidden = place === 'hidden';
  if (hidden || !glyph) drop(slot, 'glyph');
  else set(slot, 'glyph', { x, y: (rowHeight - 12) / 2, href: `#mp-${box.state}` });
  // Inside a bar it leaves the bar's outline to be seen.
  const margin = place === 'inside' ? (rowHeight - barHeight) / 2 + 1.5 : 5.5;
  if (plate) set(slot, 'plate', { x: x - 4, y: margin, width: width + 8, height: rowHeight - 2 * margin });
  else drop(slot, 'plate');
  if (place === 'before') set(slot, 'edge', { d: `M${x - 7} 10l-4 4l4 4` });
  else if (place === 'after') set(slot, 'edge', { d: `M${x + width + 7} 10l4 4l-4 4` });
  else drop(slot, 'edge');
  if (hidden) {
    drop(slot, 'label');
    return;
  }
  const label = set(slot, 'label', { x: x + (glyph ? glyphRoom : 0), y: rowHeight / 2 + 4 });
  putText(label, shownText(text));
}

function set(slot: RowSlot, part: Part, attributes: Readonly<Record<string, string | number>>): SVGElement {
  let node = slot.parts[part];
  if (!node) {
    node = makers[part]();
    slot.parts[part] = node;
    slot.node.insertBefore(node, behind(slot, part));
  }
  node.removeAttribute('hidden');
  for (const name in attributes) put(node, name, String(attributes[name]));
  return node;
}

const order = Object.keys(makers) as readonly Part[];

/** The next part that is there already: parts are made when first needed and keep the order of `makers`. */
function behind(slot: RowSlot, part: Part): SVGElement | null {
  for (const next of order.slice(order.indexOf(part) + 1)) {
    const node = slot.parts[next];
    if (node) return node;
  }
  return null;
}

function drop(slot: RowSlot, part: Part): void {
  slot.parts[part]?.setAttribute('hidden', '');
}
