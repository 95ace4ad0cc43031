// Dependency arrows between shown rows, routed at right angles. The number drawn per frame is bounded.
import type { TimelineRows } from '../report/timelineRows';
import { type RowBox, rowsIn, type Viewport } from './layout';
import type { Metrics } from './metrics';
import { reachOf } from './reach';
import { type Obstacle, route, type Span } from './routes';
import type { Scale } from './scale';
import type { Shown } from './shown';
import type { ShownLinks } from './shownLinks';

export interface ArrowFrame {
  readonly rows: TimelineRows;
  readonly shown: Shown;
  readonly links: ShownLinks;
  readonly scale: Scale;
  readonly viewport: Viewport;
  readonly metrics: Metrics;
  /** Of the rows in the viewport, in their order: what arrows should not cross. */
  readonly boxes?: readonly RowBox[];
}

export interface Arrow {
  /** Index of the link, the same as long as rows and collapsing are. */
  readonly link: number;
  /** Corner points x, y, x, y … from the predecessor's end to the successor's start. */
  readonly points: readonly number[];
  /** Touches the chosen position. */
  readonly chosen: boolean;
  /** The critical path runs along it. */
  readonly critical: boolean;
}

export const maxArrows = 120;

/** Arrows with an end in the viewport, those of the chosen position first, at most `most`. */
export function arrowsIn(frame: ArrowFrame, chosen: number, most = maxArrows): Arrow[] {
  const { first, last } = rowsIn(frame.shown, frame.viewport, frame.metrics);
  const arrows: Arrow[] = [];
  const seen = new Set<number>();
  const visit = (position: number) => {
    const { offsets, linkAt } = frame.links;
    for (let at = offsets[position] ?? 0; at < (offsets[position + 1] ?? 0) && arrows.length < most; at++) {
      const link = linkAt[at] ?? 0;
      if (seen.has(link)) continue;
      seen.add(link);
      const isChosen = frame.links.from[link] === chosen || frame.links.to[link] === chosen;
      const points = routeOf(frame, link, isChosen);
      if (points) arrows.push({ link, points, chosen: isChosen, critical: frame.links.critical[link] === 1 });
    }
  };
  if (chosen >= first && chosen <= last) visit(chosen);
  for (let position = first; position <= last && arrows.length < most; position++) visit(position);
  return arrows;
}

const farStep = 512;

function routeOf(frame: ArrowFrame, link: number, isChosen: boolean): number[] | undefined {
  const from = frame.links.from[link] ?? 0;
  const to = frame.links.to[link] ?? 0;
  const a = reachOf(frame.rows, frame.shown.rowAt[from] ?? 0, frame.scale);
  const b = reachOf(frame.rows, frame.shown.rowAt[to] ?? 0, frame.scale);
  if (a.shape === 'none' || b.shape === 'none') return undefined;
  const start = clampX(frame, a.x + a.width);
  const end = clampX(frame, b.x);
  const { left, width } = frame.viewport;
  if (Math.max(start, end) < left - 20 || Math.min(start, end) > left + width + 20) return undefined;
  // Where a month is a few pixels, arrows between neighbours are only a tangle.
  if (!isChosen && frame.scale.pxPerDay < 0.5 && Math.abs(end - start) < 30) return undefined;
  return route({
    from: { x: start, y: middle(frame, from) },
    to: { x: end, y: middle(frame, to) },
    rowHeight: frame.metrics.rowHeight,
    ...obstacles(frame, from, to),
    room: { from: left + 8, to: left + width - 8 },
  });
}

/** What stands in the window in the rows between two positions, and the words in that of the second. */
function obstacles({ boxes = [] }: ArrowFrame, from: number, to: number) {
  const first = boxes[0]?.position ?? 0;
  const between: Obstacle[] = [];
  const last = Math.min(Math.max(from, to) - 1, first + boxes.length - 1);
  for (let position = Math.max(Math.min(from, to) + 1, first); position <= last; position++) {
    const box = boxes[position - first];
    if (box) between.push(standingIn(box));
  }
  const successor = boxes[to - first];
  return { between, words: successor && wordsOf(successor) };
}

function standingIn(box: RowBox): Obstacle {
  const shape = box.shape === 'none' ? undefined : { from: box.x, to: box.end };
  return { words: wordsOf(box), shape };
}

function wordsOf({ label }: RowBox): Span | undefined {
  return label.place === 'hidden' ? undefined : { from: label.x, to: label.x + label.width };
}

/**
 * Far ends are pulled close to the viewport: only a line that leaves it is drawn anyway, and huge coordinates lose
 * precision. They move in steps, so that panning does not change the arrow with every frame.
 */
function middle(frame: ArrowFrame, position: number): number {
  const y = (position + 0.5) * frame.metrics.rowHeight;
  const { top, height } = frame.viewport;
  const from = Math.floor(top / farStep) * farStep;
  return Math.min(from + height + 2 * farStep, Math.max(from - farStep, y));
}

function clampX(frame: ArrowFrame, x: number): number {
  const { left, width } = frame.viewport;
  const from = Math.floor(left / farStep) * farStep;
  return Math.min(from + width + 2 * farStep, Math.max(from - farStep, x));
}

/** SVG path data with rounded corners and a head at the successor's start. */
export function arrowPath(points: readonly number[], radius = 4): string {
  let path = `M${round(points[0])} ${round(points[1])}`;
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [px, py, x, y, nx, ny] = points.slice(at - 2, at + 4).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const into = Math.min(radius, Math.hypot(x - px, y - py) / 2);
    const out = Math.min(radius, Math.hypot(nx - x, ny - y) / 2);
    path += `L${round(x - Math.sign(x - px) * into)} ${round(y - Math.sign(y - py) * into)}`;
    path += `Q${round(x)} ${round(y)} ${round(x + Math.sign(nx - x) * out)} ${round(y + Math.sign(ny - y) * out)}`;
  }
  const x = round(points.at(-2));
  const y = round(points.at(-1));
  return `${path}L${x} ${y}M${round(x - 4.5)} ${round(y - 3.5)}L${x} ${y}L${round(x - 4.5)} ${round(y + 3.5)}`;
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 10) / 10;
}
