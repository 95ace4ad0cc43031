// Where the words of a row stand: beside its end, before its start, inside its bar, or nowhere. They are never cut and cover no mark of their row.
import { type RowState, type TimelineRows, textAt } from '../report/timelineRows';
import { type AgreementMark, agreementMarks } from './agreement';
import { flagRoom, type Marks, type Reach } from './reach';
import { type Scale, xOf } from './scale';
import type { Variance } from './variance';

/** Leaves a lane beside the bar for arrows that go out. */
const gap = 12;
/** The same for arrows that come in, with their heads. */
const gapBefore = 18;
/** Room of an icon before the words. */
export const glyphRoom = 16;

/** `before` and `after`: the bar lies outside, the label stands at that edge and points to it. `hidden`: no room without cutting it. */
export type LabelPlace = 'end' | 'start' | 'inside' | 'before' | 'after' | 'hidden';

export interface Label {
  readonly place: LabelPlace;
  /** Left edge of icons and text together. */
  readonly x: number;
  readonly width: number;
  readonly text: string;
  /** Left edge of the text. */
  readonly textX: number;
  /** The state's icon comes first. */
  readonly glyph: boolean;
  /** Then what is agreed about the work and its money. */
  readonly marks: readonly AgreementMark[];
  /** The words need a ground of their own: over the done or hatched part of a bar, or where the line of today passes. */
  readonly plate: boolean;
}

/** Where there is room for words, and how wide they are. */
export interface LabelFrame {
  readonly rows: TimelineRows;
  readonly scale: Scale;
  readonly viewport: { readonly left: number; readonly width: number };
  readonly measure: (text: string) => number;
}

/** What a label is placed around. */
export interface Unlabelled extends Reach, Marks {
  readonly row: number;
  readonly state: RowState;
  readonly doneWidth: number;
  readonly variance: Variance | undefined;
}

/** States whose words need no icon beside them: nothing is asked of anybody. */
const quiet: ReadonlySet<RowState> = new Set(['planned', 'waiting', 'on-track']);

const noLabel: Label = { place: 'hidden', x: 0, width: 0, text: '', textX: 0, glyph: false, marks: [], plate: false };

const between = ' · ';

/**
 * The whole words where there is room for them, else fewer phrases of what the schedule adds, of a plan fewer at all; no
 * phrase is ever cut. Fewer are better than to hide the progress of a bar.
 */
export function labelOf(frame: LabelFrame, box: Unlabelled): Label {
  if (box.shape === 'none') return noLabel;
  const { rows } = frame;
  const details = textAt(rows.details, box.row);
  const notes = textAt(rows.notes, box.row);
  const icons = iconsOf(rows, box);
  let text = details === '' || notes === '' ? details + notes : `${details}${between}${notes}`;
  const least = box.shape === 'plan' ? 0 : details.length;
  let covering = noLabel;
  for (;;) {
    const label = placed(frame, box, { text, icons });
    const isClear = label.place !== 'hidden' && !(label.place === 'inside' && label.plate);
    if (isClear) return label;
    if (covering.place === 'hidden') covering = label;
    if (text.length <= least) return covering;
    text = text.slice(0, Math.max(least, text.lastIndexOf(between)));
  }
}

interface Icons {
  readonly glyph: boolean;
  readonly marks: readonly AgreementMark[];
}

function iconsOf(rows: TimelineRows, box: Unlabelled): Icons {
  return { glyph: !quiet.has(box.state) && box.shape !== 'plan', marks: agreementMarks(rows, box.row) };
}

/** Beside the end, else before the start, else inside, else nowhere: it never covers a mark of its row. The float runs below. */
function placed(
  frame: LabelFrame,
  box: Unlabelled,
  { text, icons }: { readonly text: string; readonly icons: Icons },
): Label {
  const iconRoom = ((icons.glyph ? 1 : 0) + icons.marks.length) * glyphRoom;
  if (text === '' && icons.marks.length === 0) return noLabel;
  const width = text === '' ? iconRoom - 4 : frame.measure(text) + iconRoom;
  const from = frame.viewport.left;
  const to = from + frame.viewport.width;
  const marks = [box.baseline, box.deadline].filter((mark) => mark !== undefined);
  // Beside a diamond the small words stand at the height of these.
  const beside = box.shape === 'diamond' ? box.variance : undefined;
  const start = Math.min(box.x, beside?.x ?? box.x, ...marks.map((mark) => mark - 5));
  const end = Math.max(box.end, beside ? beside.x + beside.width : box.end, ...marks.map((mark) => mark + flagRoom));
  const at = (place: LabelPlace, x: number, plate = onToday(frame, x, width)): Label => {
    return { place, x, width, text, textX: x + iconRoom, ...icons, plate };
  };
  if (end < from) return fits(width, frame, 20) ? at('before', from + 20) : noLabel;
  if (start > to) return fits(width, frame, 20) ? at('after', to - 20 - width) : noLabel;
  if (end + gap + width + 2 <= to) return at('end', end + gap);
  if (start - gapBefore - width >= from) return at('start', start - gapBefore - width);
  return insideOf(box, { width, from, to }, at);
}

function fits(width: number, frame: LabelFrame, margin: number): boolean {
  return width + 2 * margin <= frame.viewport.width;
}

/** The line of today passes behind the words. */
function onToday({ rows, scale }: LabelFrame, x: number, width: number): boolean {
  const today = xOf(scale, rows.today + 0.5);
  return today > x - 3 && today < x + width + 3;
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
