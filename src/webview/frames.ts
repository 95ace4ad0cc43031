// The one frame loop of the panel: draws once for all that was asked since the last frame, and says when it rests. Knows nothing of what is drawn.
import type { Scale } from '../drawing/scale';
import type { View } from './view';

const restMs = 150;
const glideMs = 160;

/** Gives the function that asks for a frame. `draw` says whether it drew; `rest` follows once nothing was drawn for a while. */
export function frameLoop(draw: () => boolean, rest: () => void): () => void {
  let asked = false;
  let last = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const restSoon = () => {
    const left = last + restMs - performance.now();
    resting = left > 1 ? setTimeout(restSoon, left) : undefined;
    if (resting === undefined) rest();
  };
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!draw()) return;
      last = performance.now();
      resting ??= setTimeout(restSoon, restMs);
    });
  };
}

/** A short move of the window from one place to another. */
export interface Glide {
  readonly from: Scale;
  readonly to: Scale;
  readonly fitted: View['fitted'];
  readonly began: number;
}

/** Where the window is by now; `undefined` once it has arrived. */
export function glided({ from, to, began }: Glide, now: number): Scale | undefined {
  const part = Math.min(1, (now - began) / glideMs);
  if (part >= 1) return undefined;
  const eased = 1 - (1 - part) ** 3;
  // Zoom by equal factors, and keep the one day in place that both views show at the same spot.
  const pxPerDay = from.pxPerDay * (to.pxPerDay / from.pxPerDay) ** eased;
  const share =
    from.pxPerDay === to.pxPerDay ? eased : (1 / pxPerDay - 1 / from.pxPerDay) / (1 / to.pxPerDay - 1 / from.pxPerDay);
  return { start: from.start + (to.start - from.start) * share, pxPerDay };
}
