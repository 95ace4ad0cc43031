// Rows to boxes: bars, diamonds, marks and labels of the rows in the viewport, in pixels. Work grows with the viewport, not with the plan.
import { type RowState, rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import { flagRoom, type Marks, marksOf, type Reach, reachOf } from './reach';
import type { Scale } from './scale';
import type { Shown } from './shown';

export const rowHeight = 28;
export const barHeight = 14;
export const planBarHeight = 6;
/** Leaves a lane beside the bar for arrows that go out. */
const gap = 12;
/** Room of the state's glyph before the label. */
export const glyphRoom = 16;

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
  /** Pixels of a text in the label's font. */
  readonly measure: (text: string) => number;
}

/** `before` and `after`: the bar lies outside, the label stands at that edge and points to it. `hidden`: no room without cutting it. */
export type LabelPlace = 'end' | 'start' | 'inside' | 'before' | 'after' | 'hidden';

export interface Label {
  readonly place: LabelPlace;
  /** Left edge of glyph and text together. */
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly glyph: boolean;
  /** The words need a ground of their own: over the done or hatched part of a bar, or where arrows come in. */
  readonly plate: boolean;
}

export interface RowBox extends Reach, Marks {
  readonly row: number;
  readonly position: number;
  /** Top of the row, from the top of the first row. */
  readonly y: number;
  readonly state: RowState;
  readonly doneWidth: number;
  readonly label: Label;
}

/** Positions of the first and the last row that touch the viewport; `last < first` when there is none. */
export function rowsIn(shown: Shown, viewport: Pick<Viewport, 'top' | 'height'>): { first: number; last: number } {
  const first = Math.max(0, Math.floor(viewport.top / rowHeight));
  const last = Math.min(shown.count - 1, Math.ceil((viewport.top + viewport.height) / rowHeight) - 1);
  return { first, last };
}

export function layoutRows(frame: Frame): RowBox[] {
  const { first, last } = rowsIn(frame.shown, frame.viewport);
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
    y: position * rowHeight,
    state,
    ...reach,
    doneWidth: (reach.width * Math.min(100, rows.progress[row] ?? 0)) / 100,
    ...marksOf(rows, row, scale, reach),
  };
  return { ...box, label: labelOf(frame, box) };
}

type Unlabelled = Omit<RowBox, 'label'>;

/** States whose words need no icon beside them: nothing is asked of anybody. */
const quiet: ReadonlySet<RowState> = new Set(['planned', 'waiting', 'on-track']);

const noLabel: Label = { place: 'hidden', x: 0, width: 0, text: '', glyph: false, plate: false };

/**
 * The whole words where there is room for them, else fewer phrases of what the schedule adds, of a plan fewer at all; no
 * phrase is ever cut. Fewer are better than to hide the progress of a bar.
 */
function labelOf(frame: Frame, box: Unlabelled): Label {
  const details = textAt(frame.rows.details, box.row);
  const notes = textAt(frame.rows.notes, box.row);
  if (box.shape === 'none') return noLabel;
  let text = details === '' || notes === '' ? details + notes : `${details}${between}${notes}`;
  const least = box.shape === 'plan' ? 0 : details.length;
  let covering = noLabel;
  for (;;) {
    const label = placed(frame, box, text);
    const isClear = label.place !== 'hidden' && !(label.place === 'inside' && label.plate);
    if (isClear) return label;
    if (covering.place === 'hidden') covering = label;
    if (text.length <= least) return covering;
    text = text.slice(0, Math.max(least, text.lastIndexOf(between)));
  }
}

const between = ' · ';

/** Beside the end, else before the start, else inside, else nowhere: it never covers a mark of its row. The float runs below. */
function placed(frame: Frame, box: Unlabelled, text: string): Label {
  if (text === '') return noLabel;
  const glyph = !quiet.has(box.state) && box.shape !== 'plan';
  const width = frame.measure(text) + (glyph ? glyphRoom : 0);
  const from = frame.viewport.left;
  const to = from + frame.viewport.width;
  const marks = [box.baseline, box.deadline].filter((mark) => mark !== undefined);
  const start = Math.min(box.x, ...marks.map((mark) => mark - 5));
  const end = Math.max(box.end, ...marks.map((mark) => mark + flagRoom));
  const at = (place: LabelPlace, x: number, plate = false): Label => ({ place, x, width, text, glyph, plate });
  if (end < from) return fits(width, frame, 20) ? at('before', from + 20) : noLabel;
  if (start > to) return fits(width, frame, 20) ? at('after', to - 20 - width, true) : noLabel;
  if (end + gap + width <= to) return at('end', end + gap);
  if (start - gap - width >= from) return at('start', start - gap - width, true);
  return insideOf(box, { width, from, to }, at);
}

function fits(width: number, frame: Frame, margin: number): boolean {
  return width + 2 * margin <= frame.viewport.width;
}

/** On the part that is not done yet where there is room, else over the bar's seen part; only where no mark would be covered. */
function insideOf(
  box: Unlabelled,
  room: { width: number; from: number; to: number },
  at: (place: LabelPlace, x: number, plate: boolean) => Label,
): Label {
  if (box.shape !== 'bar') return noLabel;
  const right = Math.min(box.x + box.width, room.to) - gap;
  const clear = Math.max(box.x + box.doneWidth, room.from) + gap;
  const free = (x: number) =>
    right - x >= room.width &&
    ![box.baseline, box.deadline].some((mark) => mark !== undefined && mark > x - 12 && mark < x + room.width + 12);
  if (box.state !== 'blocked' && free(clear)) return at('inside', clear, false);
  const left = Math.max(box.x, room.from) + gap;
  return free(left) ? at('inside', left, true) : noLabel;
}
