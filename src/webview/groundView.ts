// What lies under the rows: quiet bands of plans and groups, and the shading of days on which nobody works, of all plans at once where they agree.
import { type ClosedBand, closedBands, closedRuns } from '../drawing/closed';
import { rowsIn, type Viewport } from '../drawing/layout';
import { dayAt, type Scale, xOf } from '../drawing/scale';
import type { Content } from './content';
import { svg } from './dom';

export interface GroundView {
  /** In the layer that moves sideways only. */
  readonly whole: SVGPathElement;
  /** In the layer that moves with the rows. */
  readonly banded: SVGPathElement;
  readonly plans: SVGPathElement;
  readonly draw: (content: Content, window: Window) => void;
}

interface Window {
  readonly scale: Scale;
  readonly viewport: Viewport;
  readonly originY: number;
}

/** Narrower days are no longer told apart. */
const narrowestDay = 7;
/** Shading is made for a stretch this much longer than the window on both sides, so that panning rarely makes it anew. */
const spare = 512;

export function groundView(): GroundView {
  const whole = svg('path', { class: 'closed' });
  const banded = svg('path', { class: 'closed' });
  let drawn: readonly unknown[] = [];
  const plans = svg('path', { class: 'plan-bands' });
  const draw: GroundView['draw'] = (content, { scale, viewport, originY }) => {
    const { rows, shown, metrics } = content;
    const from = Math.floor(viewport.left / spare) * spare - spare;
    const { first, last } = rowsIn(shown, viewport, metrics);
    const next = [rows, shown, metrics, scale, from, viewport.width, viewport.height, originY, first >> 6, last >> 6];
    if (next.every((value, at) => value === drawn[at])) return;
    drawn = next;
    const isNarrow = scale.pxPerDay < narrowestDay;
    const bands = isNarrow ? [] : closedBands(rows, shown, { first, last });
    const stretch = { scale, from, to: from + viewport.width + 3 * spare };
    plans.setAttribute('d', planBands(content, { first, last }, { ...stretch, originY }));
    const only = bands.length === 1 ? bands[0] : undefined;
    whole.setAttribute('d', only ? columns(only, stretch, { y: 0, height: viewport.height }) : '');
    const banding = (band: ClosedBand) =>
      columns(band, stretch, {
        y: band.from * metrics.rowHeight - originY,
        height: (band.to - band.from) * metrics.rowHeight,
      });
    banded.setAttribute('d', only ? '' : bands.map(banding).join(''));
  };
  return { whole, banded, plans, draw };
}

function columns(
  { calendar }: ClosedBand,
  { scale, from, to }: { readonly scale: Scale; readonly from: number; readonly to: number },
  { y, height }: { readonly y: number; readonly height: number },
): string {
  const runs = closedRuns(calendar, Math.floor(dayAt(scale, from)), Math.ceil(dayAt(scale, to)));
  let path = '';
  for (let at = 0; at < runs.length; at += 2) {
    const x = Math.round(xOf(scale, runs[at] ?? 0));
    const width = Math.round(xOf(scale, runs[at + 1] ?? 0)) - x;
    path += `M${x} ${y}h${width}v${Math.ceil(height)}h${-width}z`;
  }
  return path;
}

/** One for each row without a parent, as far as scrolling by a few rows can bring it in. */
function planBands(
  { rows, shown, metrics }: Content,
  { first, last }: { readonly first: number; readonly last: number },
  { from, to, originY }: { readonly from: number; readonly to: number; readonly originY: number },
): string {
  let path = '';
  const end = Math.min(shown.count - 1, last | 63);
  for (let position = first & ~63; position <= end; position++) {
    if (rows.depth[shown.rowAt[position] ?? 0] !== 0) continue;
    const y = position * metrics.rowHeight - originY;
    path += `M${from} ${y}H${to}v${metrics.rowHeight}H${from}z`;
  }
  return path;
}
