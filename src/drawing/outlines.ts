// The outlines of what a row marks beside its bar: forecast, critical outline, agreed date. From boxes to SVG path data, relative to the row's top.
import type { RowBox } from './layout';
import type { Metrics } from './metrics';
import { diamondRadius } from './reach';
import { barPath, diamondPath, donePath } from './shapes';

/** Height of a row's bar. */
export function barHeightOf(box: Pick<RowBox, 'shape'>, metrics: Metrics): number {
  return box.shape === 'plan' ? metrics.planBarHeight : metrics.barHeight;
}

/** Where it is expected to end: a longer bar, or a second diamond at the end of a line. */
export function forecastPath(box: RowBox, forecast: number, metrics: Metrics): string {
  const right = box.x + box.width;
  const middle = metrics.rowHeight / 2;
  if (box.shape === 'bar' || box.shape === 'plan') {
    const height = barHeightOf(box, metrics);
    return barPath({ x: right, width: forecast - right, y: (metrics.rowHeight - height) / 2, height });
  }
  const centre = forecast - diamondRadius;
  const line = centre - diamondRadius > right ? `M${right + box.tail} ${middle}H${centre - diamondRadius}` : '';
  return line + diamondPath(centre, middle, diamondRadius);
}

/** A heavy outline: on the bar's own, so that it stays within its days, and close around a diamond. */
export function criticalPath(box: RowBox, { rowHeight, barHeight }: Metrics): string {
  if (box.shape !== 'bar' && box.shape !== 'plan')
    return diamondPath(box.x + diamondRadius, rowHeight / 2, diamondRadius + 2.6);
  return donePath({ x: box.x, width: box.width, y: (rowHeight - barHeight) / 2, height: barHeight }, box.width);
}

/** From the agreed day to the end it has now: along the middle for a diamond, under the bar else. */
export function ghostPath(box: RowBox, baseline: number, { rowHeight }: Metrics): string {
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
