// The time axis of a picture: two levels of labels, their lines, the weekends and today. Takes every tick from the axis.
import { message, type Say } from '../base/message';
import { type Axis, axisOf, format, type Tick } from './axis';
import { type Scale, xOf } from './scale';
import { attributes, path, px, rect, words } from './svgElement';
import { ink } from './svgInk';
import { styles } from './svgStyles';
import { textWidth } from './svgText';

export const axisHeight = 44;
const majorY = 16;
const minorY = 35;
const size = 11;

const majorStyle = attributes({ 'font-size': size, 'font-weight': 600, fill: ink.text });
const minorStyle = attributes({ 'font-size': size, fill: ink.muted });
const todayStyle = attributes({ 'font-size': size, fill: ink.onToday, 'text-anchor': 'middle' });
const lineStyle = attributes({ fill: 'none', stroke: ink.line });
const softStyle = attributes({ fill: 'none', stroke: ink.lineSoft });

interface AxisFrame {
  readonly scale: Scale;
  readonly width: number;
  /** Below the axis: strip and rows. */
  readonly height: number;
  /** Of `height`, what the strip takes; lines begin below it. */
  readonly top: number;
  readonly today: number;
  readonly locale: string;
  readonly firstWeekday: number;
  readonly say: Say;
}

interface AxisPicture {
  /** Above the rows. */
  readonly head: string;
  /** Behind the rows. */
  readonly grid: string;
}

export function axisPicture(frame: AxisFrame): AxisPicture {
  const { scale, width, say } = frame;
  const axis = axisOf(scale, 0, width, {
    locale: frame.locale,
    firstWeekday: frame.firstWeekday,
    quarter: say(message('Q{quarter}', { quarter: '{quarter}' })),
    quarterOfYear: say(message('Q{quarter} {year}', { quarter: '{quarter}', year: '{year}' })),
  });
  const today = todayMark(frame);
  return {
    head: lines(axis, width) + majorWords(axis.major, width) + minorWords(axis, width, today) + (today?.drawn ?? ''),
    grid: grid(axis, frame),
  };
}

function lines(axis: Axis, width: number): string {
  const minor = axis.unit === 'day' ? [] : axis.minor;
  const d =
    `M0 22.5H${px(width)}` +
    within(axis.major, width, (x) => `M${x} 5V${axisHeight}`) +
    within(minor, width, (x) => `M${x} 27V${axisHeight}`);
  return path(d, lineStyle);
}

function within(ticks: readonly Tick[], width: number, draw: (x: number) => string): string {
  return ticks
    .filter(({ x }) => x >= 0 && x <= width)
    .map(({ x }) => draw(Math.round(x) + 0.5))
    .join('');
}

/** The first label stands at the left edge, as far as its stretch reaches in. */
function majorWords(ticks: readonly Tick[], width: number): string {
  return ticks
    .map((tick) => {
      const x = Math.max(tick.x, 0) + 6;
      if (x + textWidth(tick.label, size, true) + 4 > Math.min(tick.x + tick.width, width)) return '';
      return words(tick.label, x, majorY, majorStyle);
    })
    .join('');
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** In the middle of days, else behind their line; those under today's mark step aside. */
function minorWords(axis: Axis, width: number, covered: Stretch | undefined): string {
  return axis.minor
    .map((tick) => {
      const wide = textWidth(tick.label, size);
      const x = axis.unit === 'day' ? tick.x + (tick.width - wide) / 2 : tick.x + 5;
      const isFree = x >= 2 && x + wide <= width && wide + 6 <= tick.width;
      if (!isFree || (covered && x + wide + 3 > covered.from && x - 3 < covered.to)) return '';
      return words(tick.label, x, minorY, minorStyle);
    })
    .join('');
}

/** Today with its date, whole even near an edge. */
function todayMark({ scale, width, today, locale, say }: AxisFrame): (Stretch & { drawn: string }) | undefined {
  const x = xOf(scale, today + 0.5);
  if (x < 0 || x > width) return undefined;
  const text = say(message('Today, {date}', { date: format(locale, 'day', today) }));
  const half = textWidth(text, size) / 2 + 7;
  if (2 * half > width) return undefined;
  const middle = Math.max(half, Math.min(x, width - half));
  const pill = { x: middle - half, y: minorY - 12, width: 2 * half, height: 16 };
  const drawn = rect(pill, 8, attributes({ fill: ink.today })) + words(text, middle, minorY, todayStyle);
  return { from: middle - half, to: middle + half, drawn };
}

function grid(axis: Axis, { scale, width, height, top, today }: AxisFrame): string {
  const minor = axis.unit === 'day' ? [] : axis.minor;
  const bottom = axisHeight + height;
  const from = axisHeight + top;
  const x = xOf(scale, today + 0.5);
  const line = (at: number) => `M${at} ${from}V${bottom}`;
  return (
    path(within(minor, width, line), softStyle) +
    path(within(axis.major, width, line), lineStyle) +
    (x >= 0 && x <= width ? path(`M${px(x)} ${axisHeight}V${bottom}`, styles.today) : '')
  );
}
