// Positions carried from the line of one calendar to that of another. Knows that a day is the same day on both, and no network.
import type { Day } from '../base/day';
import { compileCalendar, tolerance, type WorkCalendar } from './calendar';

/** Every day counts: from any calendar to this line and on to another is the same as straight to the other. */
export const dayLine = compileCalendar({ week: new Array<boolean>(7).fill(true), holidays: [], workdays: [] });

/** Where a finish at this position of `from` lies on `to`: on the same day, at the same part of it if `to` works then. Never falls where the position rises. */
export function carryFinish(from: WorkCalendar, to: WorkCalendar, position: number): number {
  return Number.isFinite(position) ? carried(from, to, from.finishDay(position), position) : position;
}

/** The same for a start, which at the border of two days lies on the second. */
export function carryStart(from: WorkCalendar, to: WorkCalendar, position: number): number {
  return Number.isFinite(position) ? carried(from, to, from.startDay(position), position) : position;
}

/**
 * The last position of `to` that, carried to `from` as a finish, is not behind this one: what the backward pass and the floats need, because a day on which
 * only `to` works is free for its finishes. It happens to be where a start would lie.
 */
export function carryBack(from: WorkCalendar, to: WorkCalendar, position: number): number {
  return carryStart(from, to, position);
}

/** The same for a position that is carried as a start. Where only `from` works on the day, a start has to lie before the day, and not at the border. */
export function carryBackStart(from: WorkCalendar, to: WorkCalendar, position: number): number {
  if (!Number.isFinite(position)) return position;
  const day = from.startDay(position);
  return carried(from, to, day, position) - (to.works(day) ? 0 : 2 * tolerance);
}

function carried(from: WorkCalendar, to: WorkCalendar, day: Day, position: number): number {
  const begin = to.before(day);
  if (!to.works(day)) return begin;
  const part = position - from.before(day);
  return part < tolerance ? begin : begin + part;
}

/** One of these ways to carry, between the lines of two events. */
export function carrierOf({ line, lines }: Lines, carry: typeof carryStart) {
  return (from: number, to: number, position: number): number => {
    if (line[from] === line[to]) return position;
    const [one, other] = [lines[line[from] ?? 0], lines[line[to] ?? 0]];
    return one && other ? carry(one, other, position) : position;
  };
}

interface Lines {
  readonly lines: readonly WorkCalendar[];
  readonly line: Uint32Array;
}
