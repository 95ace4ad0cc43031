// Rows to boxes: bars, diamonds, marks and labels of the rows in the viewport, in pixels. Work grows with the viewport, not with the plan.
import { type RowState, rowStates, type TimelineRows } from '../report/timelineRows';
import { type Label, labelOf } from './labels';
import type { Metrics } from './metrics';
import { type Marks, marksOf, type Reach, reachOf } from './reach';
import type { Scale } from './scale';
import type { Shown } from './shown';
import { type Variance, varianceOf } from './variance';

export interface Viewport {
  /** Pixels of `scale` at the left edge. */
  readonly left: number;
  readonly width: number;
  /** Pixels below the top of the first row. */
  readonly top: number;
  readonly height: number;
}

export interface Frame {
  readonly rows: TimelineRows;
  readonly shown: Shown;
  readonly scale: Scale;
  readonly viewport: Viewport;
  readonly metrics: Metrics;
  /** Pixels of a text in the label's font. */
  readonly measure: (text: string) => number;
  /** A number of days with its sign, such as `+5 d`; without it no differences are shown. */
  readonly days?: (count: number) => string;
}

export interface RowBox extends Reach, Marks {
  readonly row: number;
  readonly position: number;
  /** Top of the row, from the top of the first row. */
  readonly y: number;
  readonly state: RowState;
  readonly doneWidth: number;
  /** Days between the agreed end and the one it has now. */
  readonly variance: Variance | undefined;
  readonly label: Label;
}

/** Positions of the first and the last row that touch the viewport; `last < first` when there is none. */
export function rowsIn(
  shown: Pick<Shown, 'count'>,
  viewport: Pick<Viewport, 'top' | 'height'>,
  { rowHeight }: Pick<Metrics, 'rowHeight'>,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(viewport.top / rowHeight));
  const last = Math.min(shown.count - 1, Math.ceil((viewport.top + viewport.height) / rowHeight) - 1);
  return { first, last };
}

export function layoutRows(frame: Frame): RowBox[] {
  const { first, last } = rowsIn(frame.shown, frame.viewport, frame.metrics);
  const boxes: RowBox[] = [];
  for (let position = first; position <= last; position++) boxes.push(boxAt(frame, position));
  return boxes;
}

/** The box of the row at a position, in the viewport or not. */
export function boxAt(frame: Frame, position: number): RowBox {
  const { rows, shown, scale } = frame;
  const row = shown.rowAt[position] ?? 0;
  const state = rowStates[rows.state[row] ?? 0] ?? 'planned';
  const reach = reachOf(rows, row, scale);
  const box = {
    row,
    position,
    y: position * frame.metrics.rowHeight,
    state,
    ...reach,
    doneWidth: (reach.width * Math.min(100, rows.progress[row] ?? 0)) / 100,
    ...marksOf(rows, row, scale, reach),
  };
  const marked = { ...box, variance: varianceOf(frame, row, box) };
  return { ...marked, label: labelOf(frame, marked) };
}
