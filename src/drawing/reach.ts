// How far a row's shapes reach: bar or diamond, overdue tail, forecast, float and what of them is critical. In pixels of the scale; knows no window.
import { noDay, rowFlags, rowStates, type TimelineRows } from '../report/timelineRows';
import { type Scale, xOf } from './scale';

export const diamondRadius = 7;
const narrowestBar = 5;
const narrowestForecast = 4;
/** Room of the mark of negative float. */
const shortRoom = 10;
/** Room of a deadline's pennant. */
export const flagRoom = 9;

export interface Reach {
  readonly shape: 'plan' | 'bar' | 'diamond' | 'none';
  /** Of the bar; a diamond's reach from tip to tip. */
  readonly x: number;
  readonly width: number;
}

/** Where a row's bar or diamond lies; a bar of a day or less keeps a width that can be seen and hit. */
export function reachOf(rows: Pick<TimelineRows, 'start' | 'end' | 'depth'>, row: number, scale: Scale): Reach {
  const start = rows.start[row] ?? noDay;
  const end = rows.end[row] ?? noDay;
  if (end === noDay) return { shape: 'none', x: 0, width: 0 };
  if (start === noDay || start > end) {
    return { shape: 'diamond', x: xOf(scale, end + 0.5) - diamondRadius, width: 2 * diamondRadius };
  }
  const x = xOf(scale, start);
  const width = Math.max(narrowestBar, (end + 1 - start) * scale.pxPerDay);
  return { shape: rows.depth[row] === 0 ? 'plan' : 'bar', x, width };
}

export interface Marks {
  /** Width of the overdue tail from the bar's end to today; 0 without. */
  readonly tail: number;
  /** Right end of the forecast's shape, a longer bar or a second diamond, where it ends later than agreed. */
  readonly forecast: number | undefined;
  /** From the end, or the forecast's, to the last day that delays nothing. */
  readonly float: { readonly from: number; readonly to: number } | undefined;
  readonly critical: boolean;
  /** Left edge of the mark of negative float. */
  readonly short: number | undefined;
  /** Middle of the agreed day, where it differs from the end. */
  readonly baseline: number | undefined;
  /** End of the deadline's day, and whether bar or forecast pass it. */
  readonly deadline: number | undefined;
  readonly deadlinePassed: boolean;
  /** Right end of all that stands in the middle of the row. */
  readonly end: number;
}

export function marksOf(rows: TimelineRows, row: number, scale: Scale, reach: Reach): Marks {
  const end = rows.end[row] ?? noDay;
  const baseline = rows.baseline[row] ?? noDay;
  const deadline = rows.deadline[row] ?? noDay;
  const flags = rows.flags[row] ?? 0;
  const tail = tailOf(rows, row, scale, reach);
  const forecast = forecastOf(rows, row, scale, { reach, tail });
  const right = Math.max(reach.x + reach.width + tail, forecast ?? Number.NEGATIVE_INFINITY);
  const flag = deadline === noDay ? undefined : xOf(scale, deadline + 1);
  const isShort = (flags & rowFlags.negativeFloat) !== 0 && reach.shape !== 'none';
  // Arrows go out beside a bar, but behind the shape of a forecast.
  const short = isShort ? besideFlag(right + (forecast === undefined ? 9 : 3), flag) : undefined;
  const last = Math.max(end, rows.forecast[row] ?? noDay);
  return {
    tail,
    forecast,
    float: floatOf(rows, row, scale, { reach, right, isOnDay: tail > 0 && forecast === undefined }),
    critical: (flags & rowFlags.critical) !== 0,
    short,
    baseline: baseline === noDay || baseline === end ? undefined : xOf(scale, baseline + 0.5),
    deadline: flag,
    deadlinePassed: deadline !== noDay && last > deadline,
    end: short === undefined ? right : short + shortRoom,
  };
}

function tailOf(rows: TimelineRows, row: number, scale: Scale, reach: Reach): number {
  const end = rows.end[row] ?? noDay;
  if (reach.shape === 'none' || reach.shape === 'plan' || end >= rows.today) return 0;
  if (rowStates[rows.state[row] ?? 0] !== 'late') return 0;
  return Math.max(0, xOf(scale, rows.today + 0.5) - (reach.x + reach.width));
}

/** What is overdue and expected today ends where its tail does. */
function forecastOf(
  rows: TimelineRows,
  row: number,
  scale: Scale,
  { reach, tail }: { readonly reach: Reach; readonly tail: number },
): number | undefined {
  const day = rows.forecast[row] ?? noDay;
  if (reach.shape === 'none' || day <= (rows.end[row] ?? noDay) || (tail > 0 && day <= rows.today)) return undefined;
  if (reach.shape === 'diamond') return xOf(scale, day + 0.5) + diamondRadius;
  return Math.max(reach.x + reach.width + tail + narrowestForecast, xOf(scale, day + 1));
}

/** Of bars the line runs from end to end of days, of diamonds from middle to middle. `isOnDay`: the row ends in the overdue tail, in the middle of today. */
function floatOf(
  rows: TimelineRows,
  row: number,
  scale: Scale,
  { reach, right, isOnDay }: { readonly reach: Reach; readonly right: number; readonly isOnDay: boolean },
): Marks['float'] {
  const day = rows.lateFinish[row] ?? noDay;
  if (day === noDay || reach.shape === 'none' || reach.shape === 'plan') return undefined;
  const isBar = reach.shape === 'bar';
  const from = right - (isBar || isOnDay ? 0 : diamondRadius);
  const to = xOf(scale, day + (isBar ? 1 : 0.5));
  return to - from < 2 ? undefined : { from, to };
}

/** Where a pennant flies in the way, behind it. */
function besideFlag(x: number, flag: number | undefined): number {
  return flag !== undefined && flag < x + shortRoom && flag + flagRoom > x ? flag + flagRoom : x;
}
