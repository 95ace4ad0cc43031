// Where things would lie after a gesture, in pixels: the row that is moved, the rows that move with it and the arrow that is led. Knows no DOM.
import { noDay, type TimelineRows } from '../report/timelineRows';
import type { Metrics } from './metrics';
import { diamondRadius, type Reach, reachOf } from './reach';
import { type Scale, xOf } from './scale';
import { diamondPath, donePath } from './shapes';
import type { Span } from './snap';

/** The shape of a milestone with these days. */
export function reachOfSpan({ start, end }: Span, scale: Scale): Reach {
  return reachOf({ start: Int32Array.of(start), end: Int32Array.of(end), depth: Uint8Array.of(1) }, 0, scale);
}

export function spanOf(rows: Pick<TimelineRows, 'start' | 'end'>, row: number): Span {
  return { start: rows.start[row] ?? noDay, end: rows.end[row] ?? noDay };
}

/** From its start to the day it is expected to end on then; a diamond stays one. */
export function expectedSpan(drawn: Span, forecast: number): Span {
  return { start: drawn.start !== noDay && drawn.start <= forecast ? drawn.start : noDay, end: forecast };
}

/** The outline of a shape in a row whose top is `y`. */
export function ghostPath(reach: Reach, y: number, { rowHeight, barHeight }: Metrics): string {
  if (reach.shape === 'none') return '';
  if (reach.shape === 'diamond') return diamondPath(reach.x + diamondRadius, y + rowHeight / 2, diamondRadius);
  const bar = { x: reach.x, width: reach.width, y: y + (rowHeight - barHeight) / 2, height: barHeight };
  return donePath(bar, reach.width);
}

/** The same with the way of a diamond there, which stands alone on its day. */
export function movedPath(before: Reach, after: Reach, y: number, metrics: Metrics): string {
  const ghost = ghostPath(after, y, metrics);
  const away = after.x - before.x;
  if (before.shape !== 'diamond' || after.shape !== 'diamond' || Math.abs(away) <= 2 * diamondRadius) return ghost;
  const [from, to] = away > 0 ? [before.x + before.width, after.x] : [before.x, after.x + after.width];
  return `M${round(from)} ${round(y + metrics.rowHeight / 2)}H${round(to)}${ghost}`;
}

/** Lines down the drawing where a moved day begins or ends. */
export function guidesOf(before: Span, after: Span, scale: Scale): number[] {
  const lines: number[] = [];
  const isDiamond = after.start === noDay || after.start > after.end;
  if (!isDiamond && after.start !== before.start) lines.push(xOf(scale, after.start));
  if (after.end !== noDay && after.end !== before.end) lines.push(xOf(scale, after.end + (isDiamond ? 0.5 : 1)));
  return lines;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight arrow; nothing where both ends lie too near for a head. */
export function rubberPath(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 12) return '';
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const side = (way: number) => `${round(to.x - 8 * ux + way * 4 * uy)} ${round(to.y - 8 * uy - way * 4 * ux)}`;
  const tip = `${round(to.x)} ${round(to.y)}`;
  return `M${round(from.x)} ${round(from.y)}L${tip}M${side(1)}L${tip}L${side(-1)}`;
}

/** Beside the end's own zone, so that both can be hit, and before the words. */
const handleAway = 9;
export const handleRadius = 3.5;
const handleReach = 6.5;

/** The middle of the circle from which an arrow is led. */
export function handleOf(reach: Reach, y: number, { rowHeight }: Metrics): Point | undefined {
  if (reach.shape !== 'bar' && reach.shape !== 'diamond') return undefined;
  return { x: reach.x + reach.width + handleAway, y: y + rowHeight / 2 };
}

export function isOnHandle(handle: Point | undefined, { x, y }: Point): boolean {
  return handle !== undefined && Math.hypot(x - handle.x, y - handle.y) <= handleReach;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
