// The framed part of a picture: titles beside axis, strip and rows, of a stretch of positions. Takes every place from the scene.
import { rowFlags, textAt } from '../report/timelineRows';
import { type Arrow, arrowPath, arrowsIn } from './arrows';
import { closedBands, closedRuns } from './closed';
import { xOf } from './scale';
import { laneHeight, lanesOf, stripHeight } from './strip';
import { axisHeight, axisPicture } from './svgAxis';
import { attributes, element, moved, path, px, rect, titleOf, words } from './svgElement';
import { hatchPath } from './svgIcons';
import { ink } from './svgInk';
import { rowPicture } from './svgRow';
import { padding, type Scene } from './svgScene';
import { styles } from './svgStyles';
import { ownersPicture, titlesPicture } from './svgTitles';

/** Positions of the first row and of the one after the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Body {
  readonly drawn: string;
  readonly height: number;
  readonly hasArrows: boolean;
}

const mostArrows = 2_000;
const mostRouted = 1_500;
const borderStyle = attributes({ fill: 'none', stroke: ink.border });
const emptyStyle = attributes({ 'font-size': 14, 'text-anchor': 'middle', fill: ink.muted });

/** From the top left corner. The strip of owners stands above the first row only. */
export function bodyPicture(scene: Scene, { from, to }: Stretch): Body {
  const { rows, frame, titles, options } = scene;
  const { rowHeight } = frame.metrics;
  const width = scene.width - 2 * padding;
  const overloads = from === 0 ? rows.overloads : [];
  const bands = stripHeight(overloads);
  const top = axisHeight + bands;
  const height = top + (to - from) * rowHeight;
  const { locale, firstWeekday, say } = options;
  const axis = axisPicture({
    ...{ scale: frame.scale, width: width - titles, height: height - axisHeight, top: bands },
    ...{ today: rows.today, locale, firstWeekday, say },
  });
  const arrows = arrowsOf(scene, { from, to });
  const closed = closedDays(scene, { from, to });
  const inside = (x: number, wide: number, children: string) =>
    element('svg', attributes({ x, width: wide, height, overflow: 'hidden' }), children);
  const below = (children: string) => moved(0, top - from * rowHeight, children);
  const names = { ...frame, from, to, locale, say, width: titles };
  const drawn =
    below(headBands(scene, { from, to })) +
    inside(
      titles,
      width - titles,
      below(closed) + axis.grid + axis.head + strip(scene, bands > 0) + below(layer(scene, arrows, { from, to })),
    ) +
    inside(0, titles, moved(0, axisHeight, ownersPicture(overloads, titles)) + below(titlesPicture(names))) +
    frameLines({ titles, width, height, top });
  return { drawn, height, hasArrows: arrows.length > 0 };
}

/** In place of rows where there are none. */
export function emptyBody(width: number, text: string): Body {
  const box = { x: 0.5, y: 0.5, width: width - 1, height: 95 };
  const ground = rect(box, 6, attributes({ fill: ink.band, stroke: ink.border }));
  return { drawn: ground + words(text, width / 2, 52, emptyStyle), height: 96, hasArrows: false };
}

function arrowsOf({ frame, links, boxes }: Scene, { from, to }: Stretch): readonly Arrow[] {
  const { rowHeight } = frame.metrics;
  const viewport = { ...frame.viewport, top: from * rowHeight, height: (to - from) * rowHeight };
  // Around the words of very many rows no way is looked for: that would take longer than the rows themselves.
  const known = to - from <= mostRouted ? { boxes: boxes.slice(from, to) } : {};
  return arrowsIn({ ...frame, ...known, viewport, links }, -1, mostArrows);
}

function layer({ rows, frame, boxes }: Scene, arrows: readonly Arrow[], { from, to }: Stretch): string {
  const lines = arrows.map(({ points, critical }) =>
    path(arrowPath(points), critical ? styles.criticalArrow : styles.arrow),
  );
  const bars = boxes.slice(from, to).map((box) => rowPicture(box, frame.metrics, textAt(rows.labels, box.row)));
  return lines.join('') + bars.join('');
}

function strip({ rows, frame }: Scene, isShown: boolean): string {
  if (!isShown) return '';
  const bands = lanesOf(rows.overloads, frame).map((lane, at) => {
    const overload = rows.overloads[at];
    if (!overload) return '';
    const middle = lane.y + laneHeight / 2;
    const area = { x: lane.x, y: middle - 4, width: lane.width, height: 8 };
    const band = titleOf(overload.label) + rect(area, 2, styles.over) + path(hatchPath(area), styles.overHatch);
    if (lane.textX === undefined) return `<g>${band}</g>`;
    const plate = { x: lane.textX - 4, y: middle - 8, width: frame.measure(overload.text) + 8, height: 16 };
    const text = words(overload.text, lane.textX, middle + 4, styles.strongLabel);
    return `<g>${band}${rect(plate, 3, styles.plate)}${text}</g>`;
  });
  return moved(0, axisHeight, bands.join(''));
}

/** Narrower days are not told apart. */
export const narrowestDay = 7;

/** The days on which nobody works, of each row by the calendar of its plan. */
function closedDays({ rows, shown, frame }: Scene, { from, to }: Stretch): string {
  const { scale, viewport, metrics } = frame;
  if (scale.pxPerDay < narrowestDay) return '';
  const days = [Math.floor(scale.start), Math.ceil(scale.start + viewport.width / scale.pxPerDay)] as const;
  let d = '';
  for (const band of closedBands(rows, shown, { first: from, last: to - 1 })) {
    const [top, bottom] = [Math.max(from, band.from), Math.min(to, band.to)];
    const height = (bottom - top) * metrics.rowHeight;
    if (height <= 0) continue;
    const runs = closedRuns(band.calendar, ...days);
    for (let at = 0; at < runs.length; at += 2) {
      const x = xOf(scale, runs[at] ?? 0);
      const wide = px(xOf(scale, runs[at + 1] ?? 0) - x);
      d += `M${px(x)} ${top * metrics.rowHeight}h${wide}v${height}h-${wide}z`;
    }
  }
  return path(d, styles.closed);
}

/** A soft ground for plans and groups, so that the eye finds where one begins. */
function headBands({ rows, shown, frame, width }: Scene, { from, to }: Stretch): string {
  const { rowHeight } = frame.metrics;
  const wide = px(width - 2 * padding);
  let d = '';
  for (let position = from; position < to; position++) {
    const row = shown.rowAt[position] ?? 0;
    const isHead = rows.depth[row] === 0 && shown.count > 1;
    if (isHead || ((rows.flags[row] ?? 0) & rowFlags.group) !== 0)
      d += `M0 ${px(position * rowHeight)}h${wide}v${rowHeight}h-${wide}z`;
  }
  return path(d, styles.bandPlate);
}

function frameLines(at: { titles: number; width: number; height: number; top: number }): string {
  const under = at.top === axisHeight ? '' : `M0 ${at.top}H${at.width}`;
  const d = `M0 ${axisHeight}H${at.width}${under}M${at.titles} 0V${at.height}`;
  const edge = { x: 0.5, y: 0.5, width: at.width - 1, height: at.height - 1 };
  return path(d, borderStyle) + rect(edge, 6, borderStyle);
}
