// The timeline as a picture that can leave the editor: all shown rows with titles, axis, arrows, legend and the day it tells of. No script, no style sheet, nothing to load.
import type { Day } from '../base/day';
import { counted, message, type Say } from '../base/message';
import { noDay, type TimelineRows } from '../report/timelineRows';
import type { AgreementMark } from './agreement';
import { xOf } from './scale';
import { bodyPicture, emptyBody, narrowestDay, type Stretch } from './svgBody';
import { attributes, element, moved, rect, titleOf, words } from './svgElement';
import { ink } from './svgInk';
import { legendPicture, type Occurring } from './svgLegend';
import type { Mark } from './svgSamples';
import { type PictureOptions, padding, type Scene, sceneOf } from './svgScene';
import { styles } from './svgStyles';
import { shortened, xmlText } from './svgText';

export interface Picture {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const headHeight = 64;
const nameStyle = attributes({ 'font-size': 20, 'font-weight': 600, fill: ink.text });
const periodStyle = attributes({ 'font-size': 12, fill: ink.muted });
const noteStyle = attributes({ 'font-size': 11, fill: ink.muted });

/** Time and size grow with the number of shown rows. A picture without rows says so. */
export function timelineSvg(rows: TimelineRows, options: PictureOptions): Picture {
  const scene = sceneOf(rows, options);
  const { width } = scene;
  const body = bodyOf(scene, { from: 0, to: scene.shown.count });
  const foot = footOf(scene, body.hasArrows);
  const period = periodOf(rows, options.say);
  const top = headHeight + body.height + 14;
  const drawn =
    heading(options.title, period, width) + moved(padding, headHeight, body.drawn) + moved(padding, top, foot.drawn);
  return pictureOf(drawn, { width, height: top + foot.height + 14, options, period });
}

/**
 * The same cut into sheets of so many rows, each below an axis of its own, for pages of paper; the last one is the legend. They are as wide as
 * `timelineSvg`, but bear no heading.
 */
export function timelineSheets(rows: TimelineRows, options: PictureOptions, rowsEach: number): readonly Picture[] {
  const scene = sceneOf(rows, options);
  const { width } = scene;
  const period = periodOf(rows, options.say);
  const sheets: Picture[] = [];
  let hasArrows = false;
  const count = Math.max(1, Math.ceil(scene.shown.count / rowsEach));
  for (let sheet = 0; sheet < count; sheet++) {
    const from = sheet * rowsEach;
    const body = bodyOf(scene, { from, to: Math.min(scene.shown.count, from + rowsEach) });
    hasArrows ||= body.hasArrows;
    sheets.push(pictureOf(moved(padding, 1, body.drawn), { width, height: body.height + 2, options, period }));
  }
  const foot = footOf(scene, hasArrows);
  return [...sheets, pictureOf(moved(padding, 4, foot.drawn), { width, height: foot.height + 8, options, period })];
}

function bodyOf(scene: Scene, stretch: Stretch) {
  if (scene.shown.count > 0) return bodyPicture(scene, stretch);
  return emptyBody(scene.width - 2 * padding, scene.options.say(message('No milestones yet')));
}

function pictureOf(
  drawn: string,
  frame: { width: number; height: number; options: PictureOptions; period: string },
): Picture {
  const { width, options, period } = frame;
  const height = Math.round(frame.height);
  const size = options.fluid ? { width: '100%' } : { width, height };
  const style = attributes({
    ...{ xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${height}` },
    ...{ role: 'img', 'aria-label': period === '' ? options.title : `${options.title}, ${period}` },
    ...{ 'font-family': 'system-ui, sans-serif', direction: 'ltr' },
  });
  const described = period === '' ? '' : element('desc', '', xmlText(period));
  const ground = rect({ x: 0, y: 0, width, height }, 0, styles.plate);
  return { svg: element('svg', style, titleOf(options.title) + described + ground + drawn), width, height };
}

function heading(title: string, period: string, width: number): string {
  const room = width - 2 * padding;
  return (
    words(shortened(title, room, 20, true), padding, 34, nameStyle) +
    words(shortened(period, room, 12), padding, 53, periodStyle)
  );
}

/** The legend and the day, from the top left corner. */
function footOf(scene: Scene, hasArrows: boolean): { readonly drawn: string; readonly height: number } {
  const { say } = scene.options;
  const width = scene.width - 2 * padding;
  const legend =
    scene.shown.count === 0 ? { drawn: '', height: 0 } : legendPicture(occurringIn(scene, hasArrows), width, say);
  const notes = notesOf(scene, say);
  const lines = notes.map((note, line) => words(note, 0, legend.height + 14 + line * 18, noteStyle));
  return { drawn: legend.drawn + lines.join(''), height: legend.height + notes.length * 18 + 2 };
}

function notesOf({ rows, left }: Scene, say: Say): string[] {
  const day = { day: rows.today };
  return [
    ...(left > 0
      ? [say(counted(left, '{count} more row is not shown here.', '{count} more rows are not shown here.'))]
      : []),
    say(message('As of {day}', { day })),
  ];
}

/** From the first to the last day of all bars. */
export function periodOf(rows: TimelineRows, say: Say): string {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows.count; row++) {
    const end = rows.end[row] ?? noDay;
    if (end === noDay) continue;
    const start = rows.start[row] ?? noDay;
    from = Math.min(from, start === noDay ? end : start);
    to = Math.max(to, end);
  }
  if (from > to) return '';
  const [start, end] = [{ day: from as Day }, { day: to as Day }];
  return from === to ? say(message('{day}', { day: end })) : say(message('{start} to {end}', { start, end }));
}

function occurringIn({ boxes, rows, frame }: Scene, hasArrows: boolean): Occurring {
  const states = new Set<(typeof boxes)[number]['state']>();
  const marks = new Set<Mark>();
  const agreements = new Set<AgreementMark>();
  for (const box of boxes) {
    states.add(box.state);
    if (box.deadline !== undefined) marks.add('deadline');
    if (box.shape === 'none') continue;
    if (box.shape !== 'plan') marks.add(box.shape);
    if (box.tail > 0) marks.add('tail');
    if (box.baseline !== undefined) marks.add('baseline');
    if (box.forecast !== undefined) marks.add('forecast');
    if (box.float) marks.add('float');
    if (box.critical) marks.add('critical');
    if (box.short !== undefined) marks.add('short');
    if (box.variance) marks.add('variance');
    if (box.label.place !== 'hidden') for (const mark of box.label.marks) agreements.add(mark);
  }
  const today = xOf(frame.scale, rows.today + 0.5);
  if (hasArrows) marks.add('arrow');
  if (rows.overloads.length > 0) marks.add('overload');
  if (today >= 0 && today <= frame.viewport.width) marks.add('today');
  if (frame.scale.pxPerDay >= narrowestDay) marks.add('closed');
  return { states, marks, agreements };
}
