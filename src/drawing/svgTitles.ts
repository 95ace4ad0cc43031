// The title column of a picture: state, title with its indent and the day a row ends on. Shortens what has no room, with the whole in a title element.
import { message, type Say } from '../base/message';
import { noDay, type Overload, rowFlags, rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import { format } from './axis';
import type { Metrics } from './metrics';
import type { Shown } from './shown';
import { laneHeight } from './strip';
import { attributes, titleOf, words } from './svgElement';
import { stateIcon, warningIcon } from './svgIcons';
import { ink } from './svgInk';
import { shortened, textWidth } from './svgText';

interface TitlesFrame {
  readonly rows: TimelineRows;
  readonly shown: Shown;
  readonly metrics: Metrics;
  readonly width: number;
  /** Positions of the first row and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly locale: string;
  readonly say: Say;
}

type Known = Omit<TitlesFrame, 'width' | 'from' | 'to'>;

const size = 13;
const dateSize = 12;
const indent = 14;
const deepest = 0.3;
const margin = 10;
const iconRoom = 22;
const gap = 12;
const narrowest = 190;

const headStyle = attributes({ 'font-size': size, 'font-weight': 600, fill: ink.text });
const titleStyle = attributes({ 'font-size': size, fill: ink.text });
const struckStyle = attributes({ 'font-size': size, fill: ink.muted, 'text-decoration': 'line-through' });
const dateStyle = attributes({ 'font-size': dateSize, 'text-anchor': 'end', fill: ink.muted });
const staleStyle = attributes({ 'font-size': dateSize, 'text-anchor': 'end', fill: ink.text, 'font-style': 'italic' });
const ownerStyle = attributes({ 'font-size': dateSize, fill: ink.text });

/** As wide as the longest title needs, within a third of the picture. */
export function titlesWidth(frame: Known, most: number): number {
  let widest = narrowest;
  for (let position = 0; position < frame.shown.count && widest < most; position++) {
    const row = frame.shown.rowAt[position] ?? 0;
    const { title, bold, x, date } = parts(frame, row, most);
    const dateWidth = date === '' ? 0 : gap + textWidth(date, dateSize);
    widest = Math.max(widest, x + iconRoom + textWidth(title, size, bold) + dateWidth + margin);
  }
  return Math.min(widest, most);
}

/** From the top of the first of all rows. */
export function titlesPicture(frame: TitlesFrame): string {
  const { shown, metrics, from, to } = frame;
  let drawn = '';
  for (let position = from; position < to; position++)
    drawn += titleRow(frame, shown.rowAt[position] ?? 0, position * metrics.rowHeight);
  return drawn;
}

function titleRow(frame: TitlesFrame, row: number, top: number): string {
  const { rows, metrics, width } = frame;
  const { title, bold, x, date, isStale, isGroup } = parts(frame, row, width);
  const baseline = top + metrics.rowHeight / 2 + 4.5;
  const state = rowStates[rows.state[row] ?? 0] ?? 'planned';
  const shownDate = shortened(date, (width - margin - x) * 0.55, dateSize);
  const room = width - margin - x - iconRoom - (shownDate === '' ? 0 : gap + textWidth(shownDate, dateSize));
  const text = shortened(title, room, size, bold);
  const isCut = text !== title || shownDate !== date;
  const at = { x, y: top + metrics.rowHeight / 2 - 8, size: 16 };
  const icon = isGroup ? '' : isStale ? warningIcon('due-soon', at) : stateIcon(state, at);
  const style = bold ? headStyle : state === 'cancelled' ? struckStyle : titleStyle;
  const whole = isCut ? titleOf(date === '' ? title : `${title}, ${date}`) : '';
  const drawn =
    icon +
    words(text, isGroup ? x : x + iconRoom, baseline, style) +
    words(shownDate, width - margin, baseline, isStale ? staleStyle : dateStyle);
  return isCut ? `<g>${whole}${drawn}</g>` : drawn;
}

/** @param width of the column; deep rows leave most of it to their titles. */
function parts(frame: Known, row: number, width: number) {
  const { rows, say } = frame;
  const depth = rows.depth[row] ?? 0;
  const isStale = depth === 0 && rows.stale[row] === 1;
  const isGroup = ((rows.flags[row] ?? 0) & rowFlags.group) !== 0;
  return {
    ...{ isStale, isGroup, title: textAt(rows.titles, row), bold: depth === 0 },
    x: margin + Math.min(depth * indent, width * deepest),
    date: isStale ? say(message('Out of date')) : dateOf(frame, row),
  };
}

/** A row without a day says in words what there is to say. */
function dateOf({ rows, locale }: Known, row: number): string {
  const end = rows.end[row] ?? noDay;
  if (end === noDay) return textAt(rows.details, row);
  // Within nine months a day and a month name one day only.
  return format(locale, Math.abs(end - rows.today) < 270 ? 'day' : 'dayYear', end);
}

/** The owners with more work than hours, beside their bands. */
export function ownersPicture(overloads: readonly Overload[], width: number): string {
  return overloads
    .map(({ who, label }, lane) => {
      const middle = (lane + 0.5) * laneHeight;
      const text = shortened(who, width - 2 * margin - 20, dateSize);
      const icon = warningIcon('at-risk', { x: margin + 1, y: middle - 7, size: 14 });
      return `<g>${titleOf(label)}${icon}${words(text, margin + iconRoom, middle + 4, ownerStyle)}</g>`;
    })
    .join('');
}
