// The drawing of the rows: bars, diamonds, marks and labels as SVG, one group a row, rewritten only where a box has changed.
import { glyphRoom } from '../drawing/labels';
import type { RowBox } from '../drawing/layout';
import type { Metrics } from '../drawing/metrics';
import { barHeightOf, criticalPath, forecastPath, ghostPath } from '../drawing/outlines';
import { diamondRadius } from '../drawing/reach';
import { diamondPath, donePath, flagPath, floatPath, shortPath } from '../drawing/shapes';
import { pool, put, shownText, svg } from './dom';
import { type RowParts, rowParts } from './rowParts';

interface RowSlot extends RowParts {
  box: RowBox | undefined;
  metrics: Metrics | undefined;
  isOn: boolean;
}

export interface CanvasView {
  readonly node: SVGGElement;
  readonly draw: (boxes: readonly RowBox[], how: How) => void;
}

interface How {
  readonly originY: number;
  readonly metrics: Metrics;
  readonly selected: number;
}

export function canvasView(): CanvasView {
  const node = svg('g', { class: 'bars' });
  const slots = pool<RowSlot>(node, () => ({ ...rowParts(), box: undefined, metrics: undefined, isOn: false }));
  let origin = Number.NaN;
  const draw: CanvasView['draw'] = (boxes, { originY, metrics, selected }) => {
    const moved = originY !== origin;
    origin = originY;
    const write = (slot: RowSlot, box: RowBox) => {
      const at = shiftOf(box);
      if (moved || !slot.box || slot.box.y !== box.y || shiftOf(slot.box) !== at)
        put(slot.node, 'transform', `translate(${at} ${box.y - originY})`);
      const isOn = box.row === selected;
      if (!slot.box || slot.metrics !== metrics || slot.isOn !== isOn || !same(slot.box, box)) {
        slot.isOn = isOn;
        writeBox(slot, box, metrics);
      }
      slot.metrics = metrics;
      slot.box = box;
    };
    slots.sync(
      boxes.map((box) => box.row),
      (slot, index) => {
        const box = boxes[index];
        if (box) write(slot, box);
      },
    );
  };
  return { node, draw };
}

/** Words at the window's edge move along with it and are all that is seen of their row, so its whole group moves and nothing is written anew. */
function shiftOf(box: RowBox): number {
  return isAway(box) ? box.label.x : 0;
}

function isAway({ label }: RowBox): boolean {
  return label.place === 'before' || label.place === 'after';
}

/** What is drawn of a row, from where its group stands. */
function seenOf(box: RowBox): RowBox {
  if (!isAway(box)) return box;
  const shift = shiftOf(box);
  const { label, float } = box;
  return {
    ...box,
    ...{ shape: 'none', doneWidth: 0, tail: 0, critical: false },
    ...{ forecast: undefined, short: undefined, baseline: undefined, variance: undefined, deadline: undefined },
    float: reachesIn(box) && float ? { from: float.from - shift, to: float.to - shift } : undefined,
    label: { ...label, x: 0, textX: label.textX - label.x },
  };
}

/** The line of the float may run into the window from a bar before it. */
function reachesIn({ label, float }: RowBox): boolean {
  return label.place === 'before' && float !== undefined && float.to > label.x - 30;
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
    a.variance?.x === b.variance?.x &&
    a.variance?.text === b.variance?.text &&
    a.deadline === b.deadline &&
    a.deadlinePassed === b.deadlinePassed &&
    sameLabel(a.label, b.label) &&
    (a.label.x === b.label.x || (isAway(b) && !reachesIn(a) && !reachesIn(b)))
  );
}

function sameLabel(a: RowBox['label'], b: RowBox['label']): boolean {
  return (
    a.place === b.place &&
    a.width === b.width &&
    a.plate === b.plate &&
    a.text === b.text &&
    a.marks[0] === b.marks[0] &&
    a.marks[1] === b.marks[1]
  );
}

function writeBox(slot: RowSlot, box: RowBox, metrics: Metrics): void {
  const past = box.deadlinePassed ? ' past' : '';
  put(slot.node, 'class', `bar s-${box.state} k-${box.shape}${past} l-${box.label.place}${slot.isOn ? ' on' : ''}`);
  const seen = seenOf(box);
  writeBar(slot, seen, metrics);
  writeForecast(slot, seen, metrics);
  writeMarks(slot, seen, metrics);
  writeLabel(slot, seen, metrics);
}

function writeBar({ set, drop }: RowSlot, box: RowBox, metrics: Metrics): void {
  const middle = metrics.rowHeight / 2;
  const height = barHeightOf(box, metrics);
  const y = middle - height / 2;
  const isBar = box.shape === 'bar' || box.shape === 'plan';
  if (isBar) {
    const rx = Math.min(4, height / 2, box.width / 2);
    // Half a pixel in, so that the outline stays crisp and inside the bar's days.
    set('track', { x: box.x + 0.5, y: y + 0.5, width: Math.max(1, box.width - 1), height: height - 1, rx });
  } else drop('track');
  if (isBar && box.doneWidth > 0)
    set('done', { d: donePath({ x: box.x, width: box.width, y, height }, box.doneWidth) });
  else drop('done');
  if (box.tail > 0) set('tail', { x: box.x + box.width, y: middle - 3.5, width: box.tail, height: 7 });
  else drop('tail');
  if (box.shape === 'diamond') set('diamond', { d: diamondPath(box.x + diamondRadius, middle, diamondRadius) });
  else drop('diamond');
}

/** What follows from the schedule: where it is expected to end, how far that may slip, and whether anything may slip at all. */
function writeForecast({ set, drop }: RowSlot, box: RowBox, metrics: Metrics): void {
  const middle = metrics.rowHeight / 2;
  if (box.forecast === undefined) drop('forecast');
  else set('forecast', { d: forecastPath(box, box.forecast, metrics) });
  if (box.float) set('float', { d: floatPath(box.float.from, box.float.to, middle + metrics.barHeight / 2) });
  else drop('float');
  if (box.critical && box.shape !== 'none') set('critical', { d: criticalPath(box, metrics) });
  else drop('critical');
  if (box.short === undefined) drop('short');
  else set('short', { d: shortPath(box.short, middle) });
}

function writeMarks({ set, say, drop }: RowSlot, box: RowBox, metrics: Metrics): void {
  if (box.baseline === undefined || box.shape === 'none') drop('ghost');
  else set('ghost', { d: ghostPath(box, box.baseline, metrics) });
  if (box.variance) {
    set('variance', { transform: `translate(${box.variance.x} ${box.variance.y})` });
    say('variance', box.variance.text);
  } else drop('variance');
  if (box.deadline === undefined) drop('flag');
  else set('flag', { d: flagPath(box.deadline, 4, metrics.rowHeight - 8) });
}

function writeLabel(slot: RowSlot, box: RowBox, { rowHeight, barHeight }: Metrics): void {
  const { set, say, drop } = slot;
  const { place, x, width, text, textX, plate } = box.label;
  const hidden = place === 'hidden';
  const middle = rowHeight / 2;
  writeIcons(slot, box, middle);
  // Inside a bar it leaves the bar's outline to be seen.
  const margin = place === 'inside' ? (rowHeight - barHeight) / 2 + 1.5 : middle - 8.5;
  if (plate && !hidden) set('plate', { x: x - 4, y: margin, width: width + 8, height: rowHeight - 2 * margin });
  else drop('plate');
  if (place === 'before') set('edge', { d: `M${x - 7} ${middle - 4}l-4 4l4 4` });
  else if (place === 'after') set('edge', { d: `M${x + width + 7} ${middle - 4}l4 4l-4 4` });
  else drop('edge');
  if (hidden || text === '') {
    drop('label');
    return;
  }
  set('label', { transform: `translate(${textX} ${middle + 4})` });
  say('label', shownText(text));
}

/** The state's icon, then those of approval and payment. */
function writeIcons({ set, drop }: RowSlot, { label, state }: RowBox, middle: number): void {
  const isSeen = label.place !== 'hidden';
  const y = middle - 6;
  const isGlyph = isSeen && label.glyph;
  if (isGlyph) set('glyph', { x: label.x, y, href: `#mp-${state}` });
  else drop('glyph');
  const from = label.x + (isGlyph ? glyphRoom : 0);
  (['mark', 'secondMark'] as const).forEach((part, at) => {
    const mark = isSeen ? label.marks[at] : undefined;
    if (mark === undefined) drop(part);
    else set(part, { x: from + at * glyphRoom, y, href: `#mp-${mark}`, class: `mark ${mark}` });
  });
}
