// The time axis above the drawing, and its lines, weekends and today line behind the rows.
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
  readonly draw: (content: Content, window: { scale: Scale; left: number; width: number; height: number }) => void;
}

export function axisView(measure: (text: string) => number): AxisView {
  const head = svg('g');
  const lines = svg('path', { class: 'axis-lines' });
  const minorTexts = svg('g', { class: 'minor' });
  const majorTexts = svg('g', { class: 'major' });
  const pill = {
    node: svg('g', { class: 'today-pill' }),
    box: svg('rect', { rx: '8', height: '16' }),
    text: svg('text'),
  };
  pill.node.append(pill.box, pill.text);
  head.append(lines, minorTexts, majorTexts, pill.node);
  const parts = gridParts();
  const minor = pool<TextSlot>(minorTexts, () => ({ node: svg('text') }));
  const major = pool<TextSlot>(majorTexts, () => ({ node: svg('text') }));
  const draw: AxisView['draw'] = (content, window) => {
    const right = window.left + window.width;
    const { scale } = window;
    const words = axisWords(content);
    const axis = axisOf(scale, window.left, right, words);
    const today = xOf(scale, content.rows.today + 0.5);
    const label = content.word('Today, {date}').replace('{date}', format(content.locale, 'day', content.rows.today));
    const half = measure(label) / 2 + 8;
    const covered =
      today > window.left - half && today < right + half ? { from: today - half, to: today + half } : undefined;
    drawMinor(minor, axis, { measure, covered, left: window.left });
    drawMajor(major, axis.major, { left: window.left, measure });
    put(lines, 'd', axisLines(axis, window.left, right));
    drawGrid(parts, axis, { ...window, today });
    if (!covered) return pill.node.setAttribute('hidden', '');
    pill.node.removeAttribute('hidden');
    put(pill.box, 'x', String(Math.round(today - half)));
    put(pill.box, 'width', String(Math.round(2 * half)));
    put(pill.box, 'y', String(minorY - 12));
    put(pill.text, 'x', String(Math.round(today)));
    put(pill.text, 'y', String(minorY));
    putText(pill.text, label);
  };
  return { head, grid: parts.node, draw };
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
  room: { measure: (text: string) => number; covered: { from: number; to: number } | undefined; left: number },
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

function axisLines(axis: Axis, left: number, right: number): string {
  let d = `M${Math.round(left)} 21.5H${Math.round(right)}`;
  for (const tick of axis.major) d += `M${Math.round(tick.x) + 0.5} 4V${axisHeight}`;
  if (axis.unit !== 'day') for (const tick of axis.minor) d += `M${Math.round(tick.x) + 0.5} 26V${axisHeight}`;
  return d;
}

function gridParts() {
  const weekends = svg('path', { class: 'weekends' });
  const minor = svg('path', { class: 'grid-minor' });
  const major = svg('path', { class: 'grid-major' });
  const today = svg('path', { class: 'today-line' });
  return { node: svg('g', {}, weekends, minor, major, today), weekends, minor, major, today };
}

function drawGrid(parts: ReturnType<typeof gridParts>, axis: Axis, window: { height: number; today: number }): void {
  const height = Math.ceil(window.height);
  let weekends = '';
  for (let at = 0; at < axis.weekends.length; at += 2) {
    const x = Math.round(axis.weekends[at] ?? 0);
    weekends += `M${x} 0h${Math.round(axis.weekends[at + 1] ?? 0)}v${height}h${-Math.round(axis.weekends[at + 1] ?? 0)}z`;
  }
  const line = (tick: Tick) => `M${Math.round(tick.x) + 0.5} 0V${height}`;
  put(parts.weekends, 'd', weekends);
  put(parts.minor, 'd', axis.unit === 'day' ? '' : axis.minor.map(line).join(''));
  put(parts.major, 'd', axis.major.map(line).join(''));
  put(parts.today, 'd', `M${Math.round(window.today)} 0V${height}`);
}
