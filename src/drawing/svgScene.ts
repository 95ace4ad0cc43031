// What a picture of the timeline shows and where: rows, scale and boxes, found once for all of its sheets. Draws nothing.
import { message, type Say } from '../base/message';
import type { TimelineRows } from '../report/timelineRows';
import { type Frame, layoutRows, type RowBox } from './layout';
import { metricsOf } from './metrics';
import { type DayRange, daysOf, fitScale, type Scale, withToday } from './scale';
import { type Shown, shownRows } from './shown';
import { type ShownLinks, shownLinks } from './shownLinks';
import { labelSize } from './svgStyles';
import { textWidth } from './svgText';
import { titlesWidth } from './svgTitles';

export interface PictureOptions {
  readonly say: Say;
  readonly locale: string;
  /** 1 Monday to 7 Sunday. */
  readonly firstWeekday: number;
  readonly title: string;
  /** Rows whose inside is left out. */
  readonly collapsed?: ReadonlySet<number>;
  /** The days from edge to edge; everything where absent. */
  readonly range?: DayRange;
  /** Pixels. */
  readonly width?: number;
  readonly density?: keyof typeof metricsOf;
  /** Rows beyond these are counted in a sentence. */
  readonly mostRows?: number;
  /** As wide as the place it stands in. */
  readonly fluid?: boolean;
}

export interface Scene {
  readonly rows: TimelineRows;
  readonly shown: Shown;
  /** Rows that are left out because they are too many. */
  readonly left: number;
  readonly options: PictureOptions;
  /** Pixels of the whole picture. */
  readonly width: number;
  /** Of the title column. */
  readonly titles: number;
  /** Of the drawing, over all rows. */
  readonly frame: Frame;
  readonly links: ShownLinks;
  /** By position. */
  readonly boxes: readonly RowBox[];
}

/** Pixels around the picture. */
export const padding = 24;
const usualWidth = 1200;
const usualRows = 20_000;

export function sceneOf(rows: TimelineRows, options: PictureOptions): Scene {
  const width = Math.max(480, Math.min(8_000, Math.round(options.width ?? usualWidth)));
  const all = shownRows(rows, options.collapsed ?? new Set());
  const count = Math.min(all.count, options.mostRows ?? usualRows);
  const shown = { ...all, count };
  const { say, locale } = options;
  const metrics = metricsOf[options.density ?? 'comfortable'];
  const inner = width - 2 * padding;
  const titles = Math.round(titlesWidth({ rows, shown, metrics, locale, say }, inner * 0.36));
  const { frame, boxes } = fitted(rows, shown, inner - titles, options);
  // Arrows to rows that are left out run over the edge.
  const links = shownLinks(rows, all);
  return { rows, shown, left: all.count - count, options, width, titles, frame, links, boxes };
}

/** Room on the right for words beside the last bars; more of it where some would find none. */
function fitted(
  rows: TimelineRows,
  shown: Shown,
  room: number,
  options: PictureOptions,
): { readonly frame: Frame; readonly boxes: readonly RowBox[] } {
  const metrics = metricsOf[options.density ?? 'comfortable'];
  const viewport = { left: 0, width: room, top: 0, height: shown.count * metrics.rowHeight };
  const measure = (text: string) => textWidth(text, labelSize);
  const signed = (count: number) =>
    options.say(message('{days} d', { days: `${count < 0 ? '−' : '+'}${Math.abs(count)}` }));
  const at = (scale: Scale) => {
    const frame = { rows, shown, scale, viewport, metrics, measure, days: signed };
    return { frame, boxes: layoutRows(frame) };
  };
  const { range } = options;
  if (range && range.to > range.from) return at({ start: range.from, pxPerDay: room / (range.to - range.from) });
  const days = withToday(daysOf(rows) ?? { from: rows.today - 14, to: rows.today + 15 }, rows.today);
  const usual = at(fitScale(days, { width: room, before: 20, after: Math.min(190, room / 4) }));
  const isTight = usual.boxes.some((box) => box.shape !== 'none' && box.label.place === 'hidden');
  return isTight ? at(fitScale(days, { width: room, before: 20, after: room * 0.4 })) : usual;
}
