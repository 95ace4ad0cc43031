// The days between the agreed date and the one it has now, as small words beside the agreed date's mark, where there is room. Knows no DOM.
import { noDay, type TimelineRows } from '../report/timelineRows';
import type { Metrics } from './metrics';
import type { Marks, Reach } from './reach';

/** Beside the labels' size. */
const varianceSize = 9;
const share = varianceSize / 12;
const above = 3;
/** Where an arrow comes in before a diamond. */
const lane = 18;

export interface VarianceFrame {
  readonly rows: Pick<TimelineRows, 'variance'>;
  readonly viewport: { readonly left: number; readonly width: number };
  readonly metrics: Metrics;
  readonly measure: (text: string) => number;
  readonly days?: (count: number) => string;
}

export interface Variance {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** Of the words' base line, from the top of the row. */
  readonly y: number;
}

/** Above the line that joins both days of a diamond; of a bar beside the mark under it. Nothing where something else stands. */
export function varianceOf(frame: VarianceFrame, row: number, box: Reach & Marks): Variance | undefined {
  const days = frame.rows.variance[row] ?? noDay;
  const { baseline } = box;
  if (!frame.days || days === noDay || days === 0 || baseline === undefined || box.shape === 'none') return undefined;
  const text = frame.days(days);
  const width = Math.ceil(frame.measure(text) * share);
  const place = box.shape === 'diamond' ? besideDiamond(box, baseline, width) : besideBar(box, baseline, width);
  const { left, width: room } = frame.viewport;
  const { rowHeight, barHeight } = frame.metrics;
  // Under a bar the words need their height between it and the next row.
  if (box.shape !== 'diamond' && (rowHeight - barHeight) / 2 < 7) return undefined;
  if (place < left + 2 || place + width > left + room - 2 || meetsFlag(box, place, width)) return undefined;
  return { text, x: place, width, y: box.shape === 'diamond' ? rowHeight / 2 - above : rowHeight - 0.5 };
}

function besideDiamond(box: Reach & Marks, baseline: number, width: number): number {
  const middle = box.x + box.width / 2;
  // Between both marks where an arrow that comes in leaves room, else outside of the agreed one.
  if (baseline > middle) return baseline - middle >= width + 22 ? (baseline + middle - width) / 2 : baseline + 6;
  return middle - baseline >= width + 15 + lane ? baseline + 8 : baseline - 6 - width;
}

/** The line to the bar's end and that of the float run on the other side. */
function besideBar(box: Reach & Marks, baseline: number, width: number): number {
  const isLater = baseline < box.x + box.width;
  if (isLater) return baseline - 8 - width;
  return box.float && box.float.to > baseline - 6 ? box.float.to + 5 : baseline + 8;
}

function meetsFlag(box: Marks, x: number, width: number): boolean {
  return box.deadline !== undefined && box.deadline > x - 9 && box.deadline < x + width + 2;
}
