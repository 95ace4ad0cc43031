// The strip below the axis: a band of days for each owner with more work than hours, and the place of its words. Knows no DOM.
import type { Overload } from '../report/timelineRows';
import type { Viewport } from './layout';
import { type Scale, xOf } from './scale';

export const laneHeight = 20;

/** Pixels below the axis that the strip takes. */
export function stripHeight(overloads: readonly Overload[]): number {
  return overloads.length * laneHeight;
}

export interface Lane {
  /** Of the band, as far as it lies in the window. */
  readonly x: number;
  readonly width: number;
  /** Top, from the top of the strip. */
  readonly y: number;
  /** Left edge of the words; `undefined` where they find no room. */
  readonly textX: number | undefined;
  /** The words stand on the band and need a ground of their own. */
  readonly plate: boolean;
}

const gap = 8;
const narrowest = 4;

/** One lane for each, in their order. */
export function lanesOf(
  overloads: readonly Overload[],
  { scale, viewport, measure }: { scale: Scale; viewport: Pick<Viewport, 'left' | 'width'>; measure: Measure },
): readonly Lane[] {
  const [left, right] = [viewport.left, viewport.left + viewport.width];
  return overloads.map(({ from, to, text }, lane) => {
    const start = xOf(scale, from);
    const end = Math.max(start + narrowest, xOf(scale, to + 1));
    // A little beyond the window, so that an end outside of it does not look like one inside.
    const x = Math.min(Math.max(start, left - gap), right + gap);
    const width = Math.max(0, Math.min(end, right + gap) - x);
    return { x, width, y: lane * laneHeight, ...wordsAt({ start, end }, { left, right, width: measure(text) }) };
  });
}

type Measure = (text: string) => number;

/** Behind the band, else before it, else on its seen part; of a band outside the window at that edge. */
function wordsAt(
  band: { readonly start: number; readonly end: number },
  room: { readonly left: number; readonly right: number; readonly width: number },
): Pick<Lane, 'textX' | 'plate'> {
  const { left, right, width } = room;
  if (width + 2 * gap > right - left) return { textX: undefined, plate: false };
  const behind = Math.max(band.end, left) + gap;
  if (behind + width + gap <= right) return { textX: behind, plate: false };
  const before = Math.min(band.start, right) - gap - width;
  if (before >= left + gap) return { textX: before, plate: false };
  return { textX: Math.min(Math.max(left, band.start) + gap, right - gap - width), plate: true };
}
