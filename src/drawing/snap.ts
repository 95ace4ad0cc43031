// Pixels to whole days under a person's hand: which part of a bar a point takes hold of, and what so many days do to the dates in the file. Knows no DOM.
import { noDay, type TimelineRows } from '../report/timelineRows';
import type { Reach } from './reach';
import { dayAt, type Scale } from './scale';

/** What of a bar is moved. `whole` moves every stated day. */
export const grabParts = ['whole', 'start', 'end'] as const;
export type GrabPart = (typeof grabParts)[number];

/** Days as they are written in the file; `noDay` where nothing is written. */
export interface Stated {
  readonly start: number;
  readonly due: number;
}

/** Pixels on both sides of an edge that take hold of it; a finger needs more of them on the outside. */
export const edgeZone = 6;
/** However short a bar is, so much of its middle stays. */
const leastMiddle = 8;

/** Days that a plan file can hold: those of the years 1 to 9999. */
const firstDay = -719_162;
const lastDay = 2_932_896;

export function statedOf(rows: Pick<TimelineRows, 'statedStart' | 'statedDue'>, row: number): Stated {
  return { start: rows.statedStart[row] ?? noDay, due: rows.statedDue[row] ?? noDay };
}

/** Only what is written can be moved: the end and the whole by the due day, the start by the stated one. */
export function partsOf(reach: Pick<Reach, 'shape'>, stated: Stated): readonly GrabPart[] {
  if (reach.shape !== 'bar' && reach.shape !== 'diamond') return [];
  const isBar = reach.shape === 'bar';
  return grabParts.filter((part) => {
    if (part === 'start') return isBar && stated.start !== noDay;
    return stated.due !== noDay && (part === 'whole' || isBar);
  });
}

/**
 * The part of a bar or a diamond at `x`; `undefined` beside it. `barred`: on the shape, but nothing there is written in the
 * file. Edges reach `outside` pixels out and `edgeZone` in, less where the middle would become too narrow to be hit.
 */
export function partAt(reach: Reach, x: number, stated: Stated, outside = edgeZone): GrabPart | 'barred' | undefined {
  const parts = partsOf(reach, stated);
  const has = (part: GrabPart) => parts.includes(part);
  const right = reach.x + reach.width;
  const isOn = x >= reach.x && x <= right;
  if (reach.shape === 'diamond') {
    const isNear = x >= reach.x - outside / 2 && x <= right + outside / 2;
    return isNear && has('whole') ? 'whole' : isOn ? 'barred' : undefined;
  }
  if (reach.shape !== 'bar' || x < reach.x - outside || x > right + outside) return undefined;
  const inside = Math.min(edgeZone, Math.max(0, (reach.width - leastMiddle) / 2));
  if (x > right - inside && has('end')) return 'end';
  if (x < reach.x + inside && has('start')) return 'start';
  if (!isOn) return undefined;
  return has('whole') ? 'whole' : 'barred';
}

/** Whole days from the day that was taken hold of to the one under `x`. */
export function daysTo(scale: Scale, grabbed: number, x: number): number {
  return Math.round(dayAt(scale, x) - grabbed);
}

/** The stated days after a part has been moved; a start never passes its due day, and no day leaves the calendar. */
export function movedBy(stated: Stated, part: GrabPart, days: number): Stated {
  const { start, due } = stated;
  // A mistake in the file may have the start behind the due day already; then neither holds the other.
  const both = start !== noDay && due !== noDay && start <= due;
  if (part === 'start')
    return { start: start === noDay ? noDay : within(start + days, firstDay, both ? due : lastDay), due };
  if (part === 'end')
    return { start, due: due === noDay ? noDay : within(due + days, both ? start : firstDay, lastDay) };
  const known = [start, due].filter((day) => day !== noDay);
  const shift = within(days, firstDay - Math.min(...known), lastDay - Math.max(...known));
  return { start: start === noDay ? noDay : start + shift, due: due === noDay ? noDay : due + shift };
}

function within(day: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, day));
}

export function isSame(a: Stated, b: Stated): boolean {
  return a.start === b.start && a.due === b.due;
}

/** Whole days by which a part has moved; of the whole, those of its end. */
export function shiftOf(was: Stated, now: Stated, part: GrabPart): number {
  return part === 'start' || was.due === noDay ? now.start - was.start : now.due - was.due;
}

/** Where the row's bar or diamond would lie: as it is drawn now, with what is stated moved. What is not stated stays. */
export function spanAfter(drawn: Span, was: Stated, now: Stated): Span {
  const end = drawn.end === noDay || was.due === noDay ? drawn.end : drawn.end + now.due - was.due;
  const isStart = drawn.start !== noDay && was.start !== noDay;
  // What has only a start is drawn on the day it starts.
  const last = was.due === noDay && drawn.end === drawn.start && isStart ? now.start : end;
  return { start: isStart ? drawn.start + now.start - was.start : drawn.start, end: last };
}

/** First and last day of a shape; `start` is `noDay` for a diamond. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
