// The time axis above the drawing, and its lines and today's line behind the rows.
import { type Axis, axisOf, format, type Tick } from '../drawing/axis';
import { type Scale, xOf } from '../drawing/scale';
import type { Content } from './content';
import { pool, put, putText, svg } from './dom';

export const axisHeight = 44;
const majorY = 15;
const minorY = 34;

interface TextSlot {
  readonly node: SVGTextElement;
}

export interface AxisView {
  /** Above the rows. */
  readonly head: SVGGElement;
  /** Behind the rows, as high as the window. */
  readonly grid: SVGGElement;
  readonly draw: (content: Content, window: Window) => void;
}

interface Window {
  readonly scale: Scale;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Ticks are made for a stretch this much longer than the window on both sides, so that panning rarely makes new ones. */
const spare = 512;

export function axisView(measure: (text: string) => number): AxisView {
  const parts = axisParts();
  const minor = pool<TextSlot>(parts.minorTexts, () => ({ node: svg('text') }));
  const major = pool<TextSlot>(parts.majorTexts, () => ({ node: svg('text') }));
  let drawn: { content: Content; window: Window; from: number; axis: Axis } | undefined;
  const draw: AxisView['draw'] = (content, window) => {
    const from = Math.floor(window.left / spare) * spare - spare;
    if (drawn?.content !== content || drawn.from !== from || !alike(drawn.window, window)) {
      const axis = axisOf(window.scale, from, from + window.width + 3 * spare, axisWords(content));
      drawn = { content, window, from, axis };
      drawLines(parts, axis, { ...window, from, today: xOf(window.scale, content.rows.today + 0.5) });
    }
    const covered = drawToday(parts, content, { ...window, measure });
    drawMinor(minor, drawn.axis, { measure, covered, left: window.left });
    drawMajor(major, drawn.axis.major, { left: window.left, measure });
  };
  return { head: parts.head, grid: parts.grid, draw };
}

function alike(a: Window, b: Window): boolean {
  return a.scale === b.scale && a.width === b.width && a.height === b.height;
}

function axisParts() {
  const lines = svg('path', { class: 'axis-lines' });
  const minorTexts = svg('g', { class: 'minor' });
  const majorTexts = svg('g', { class: 'major' });
  const box = svg('rect', { rx: '8', height: '16', y: String(minorY - 12) });
  const text = svg('text', { y: String(minorY) });
  const pill = svg('g', { class: 'today-pill' }, box, text);
  const head = svg('g', {}, lines, minorTexts, majorTexts, pill);
  const minor = svg('path', { class: 'grid-minor' });
  const majorLines = svg('path', { class: 'grid-major' });
  const today = svg('path', { class: 'today-line' });
  const grid = svg('g', {}, minor, majorLines, today);
  return { head, grid, lines, minorTexts, majorTexts, pill, box, text, minor, major: majorLines, today };
}

type Parts = ReturnType<typeof axisParts>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The mark of today on the axis while it is in the window, and where it stands. */
function drawToday(
  parts: Parts,
  content: Content,
  window: Window & { measure: (text: string) => number },
): Stretch | undefined {
  const { today } = content.rows;
  const x = xOf(window.scale, today + 0.5);
  const label = content.word('Today, {date}').replace('{date}', format(content.locale, 'day', today));
  const half = window.measure(label) / 2 + 8;
  const isSeen = x >= window.left && x <= window.left + window.width;
  // Near an edge the words stay whole while the line below still tells the place.
  const middle = Math.max(window.left + half, Math.min(x, window.left + window.width - half));
  parts.pill.toggleAttribute('hidden', !isSeen);
  if (!isSeen) return undefined;
  put(parts.box, 'x', String(Math.round(middle - half)));
  put(parts.box, 'width', String(Math.round(2 * half)));
  put(parts.text, 'x', String(Math.round(middle)));
  putText(parts.text, label);
  return { from: middle - half, to: middle + half };
}

function axisWords(content: Content) {
  return {
    locale: content.locale,
    firstWeekday: content.firstWeekday,
    quarter: content.word('Q{quarter}'),
    quarterOfYear: content.word('Q{quarter} {year}'),
  };
}

/** Labels stand in the middle of days, else behind their line; those under today's mark step aside. */
function drawMinor(
  texts: ReturnType<typeof pool<TextSlot>>,
  axis: Axis,
  room: { measure: (text: string) => number; covered: Stretch | undefined; left: number },
): void {
  const centred = axis.unit === 'day';
  const free = axis.minor.filter((tick) => {
    const width = room.measure(tick.label);
    const x = centred ? tick.x + (tick.width - width) / 2 : tick.x + 5;
    return (
      x >= room.left + 2 &&
      width + 6 <= tick.width &&
      !(room.covered && x + width + 3 > room.covered.from && x - 3 < room.covered.to)
    );
  });
  write(texts, free, (tick) => (centred ? tick.x + (tick.width - room.measure(tick.label)) / 2 : tick.x + 5), minorY);
}

/** The first label stays at the left edge as long as its stretch reaches into the window. */
function drawMajor(
  texts: ReturnType<typeof pool<TextSlot>>,
  ticks: readonly Tick[],
  room: { left: number; measure: (text: string) => number },
): void {
  const x = (tick: Tick) => Math.max(tick.x, room.left) + 6;
  const free = ticks.filter((tick) => x(tick) + room.measure(tick.label) + 6 <= tick.x + tick.width);
  write(texts, free, x, majorY);
}

function write(
  texts: ReturnType<typeof pool<TextSlot>>,
  ticks: readonly Tick[],
  x: (tick: Tick) => number,
  y: number,
): void {
  texts.sync(
    ticks.map((tick) => tick.day),
    (slot, index) => {
      const tick = ticks[index];
      if (!tick) return;
      put(slot.node, 'x', String(Math.round(x(tick))));
      put(slot.node, 'y', String(y));
      putText(slot.node, tick.label);
    },
  );
}

/** Everything behind the rows, and the lines of the axis itself. */
function drawLines(parts: Parts, axis: Axis, window: Window & { from: number; today: number }): void {
  const height = Math.ceil(window.height);
  const line = (tick: Tick, from: number, to: number) => `M${Math.round(tick.x) + 0.5} ${from}V${to}`;
  const minor = axis.unit === 'day' ? [] : axis.minor;
  put(
    parts.lines,
    'd',
    `M${window.from} 21.5H${Math.round(window.from + window.width + 3 * spare)}` +
      axis.major.map((tick) => line(tick, 4, axisHeight)).join('') +
      minor.map((tick) => line(tick, 26, axisHeight)).join(''),
  );
  put(parts.minor, 'd', minor.map((tick) => line(tick, 0, height)).join(''));
  put(parts.major, 'd', axis.major.map((tick) => line(tick, 0, height)).join(''));
  put(parts.today, 'd', `M${Math.round(window.today)} 0V${height}`);
}
