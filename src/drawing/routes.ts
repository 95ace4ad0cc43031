// The way of one dependency arrow at right angles: out beside the predecessor, down where no words stand, in before the successor. Knows no rows.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands in one row and should not be crossed, from left to right edge. */
export interface Obstacle {
  readonly words: Span | undefined;
  readonly shape: Span | undefined;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly rowHeight: number;
  /** What stands in the rows strictly between both; only rows in the window count. */
  readonly between: readonly Obstacle[];
  /** The words of the successor's row. */
  readonly words: Span | undefined;
  /** Where the line down may lie. */
  readonly room: Span;
}

const stub = 6;
const head = 10;
const clear = 4;
/** So far a line goes aside to pass a bar rather than to cross it. */
const aside = 48;

/** Corner points x, y, x, y …; across the rows in the gaps between them, where nothing stands. */
export function route(way: Way): number[] {
  const { from, to, rowHeight } = way;
  const out = from.x + stub;
  const back = to.x - head;
  const down = to.y > from.y ? 1 : -1;
  const isNext = Math.abs(to.y - from.y) <= rowHeight;
  const x = isNext ? out : lineDown(way, out, back);
  const points = [from.x, from.y, out, from.y];
  const first = from.y + (down * rowHeight) / 2;
  if (x !== out) points.push(out, first, x, first);
  if (x <= back && !(way.words && way.words.from < to.x && way.words.to + clear > x)) {
    points.push(x, to.y, to.x, to.y);
    return points;
  }
  const last = to.y - (down * rowHeight) / 2;
  points.push(x, last, back, last, back, to.y, to.x, to.y);
  return points;
}

/** Beside the predecessor where that is free, else the nearest place that is: of words and bars, else of words alone. */
function lineDown({ between, room }: Way, out: number, back: number): number {
  const words = between.flatMap((row) => row.words ?? []);
  const free = nearest(words, out, back, room);
  if (free === undefined) return out;
  const shapes = between.flatMap((row) => row.shape ?? []);
  const better = nearest([...words, ...shapes], out, back, room);
  return better !== undefined && detour(better, out, back) <= detour(free, out, back) + aside ? better : free;
}

function nearest(spans: readonly Span[], out: number, back: number, room: Span): number | undefined {
  const right = pass(spans, out, 1);
  const left = pass(spans, out, -1);
  const [canRight, canLeft] = [right <= Math.max(room.to, out), left >= Math.min(room.from, out)];
  if (!canRight) return canLeft ? left : undefined;
  return canLeft && detour(left, out, back) < detour(right, out, back) ? left : right;
}

/** How much longer the line gets. */
function detour(x: number, out: number, back: number): number {
  return Math.abs(x - out) + Math.abs(x - back);
}

/** The first x in a direction that lies in none of the spans. */
function pass(spans: readonly Span[], from: number, direction: 1 | -1): number {
  let x = from;
  for (let round = 0; round <= spans.length; round++) {
    const met = spans.find((span) => x > span.from - clear && x < span.to + clear);
    if (!met) return x;
    x = direction > 0 ? met.to + clear : met.from - clear;
  }
  return x;
}
