// Dependency arrows between shown rows, routed at right angles. The number drawn per frame is bounded.
import type { TimelineRows } from '../report/timelineRows';
import { rowHeight, rowsIn, type Viewport } from './layout';
import { reachOf } from './reach';
import type { Scale } from './scale';
import type { Shown } from './shown';

/** Links between positions, as adjacency of each position; rebuilt when rows or collapsing change, never per frame. */
export interface ShownLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the critical path runs along the link. */
  readonly critical: Uint8Array;
  /** Entries of `linkAt` that belong to position p: `offsets[p]` to `offsets[p + 1]`. */
  readonly offsets: Int32Array;
  readonly linkAt: Int32Array;
}

/** Links whose ends are hidden in one and the same collapsed row are left out, and so are doubles. */
export function shownLinks(rows: Pick<TimelineRows, 'count' | 'links' | 'criticalLinks'>, shown: Shown): ShownLinks {
  const from: number[] = [];
  const to: number[] = [];
  const critical: number[] = [];
  const seen = new Map<number, number>();
  for (let at = 0; at + 1 < rows.links.length; at += 2) {
    const a = shown.positionOf[rows.links[at] ?? 0] ?? 0;
    const b = shown.positionOf[rows.links[at + 1] ?? 0] ?? 0;
    const key = a * shown.count + b;
    if (a === b) continue;
    const isCritical = rows.criticalLinks[at / 2] ?? 0;
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, from.push(a) - 1);
      to.push(b);
      critical.push(isCritical);
    } else if (isCritical === 1) critical[known] = 1;
  }
  const ends = { from: Int32Array.from(from), to: Int32Array.from(to), critical: Uint8Array.from(critical) };
  return { ...adjacency(from, to, shown.count), ...ends };
}

function adjacency(from: readonly number[], to: readonly number[], count: number) {
  const offsets = new Int32Array(count + 1);
  for (const ends of [from, to]) for (const end of ends) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1;
  for (let at = 0; at < count; at++) offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  const next = offsets.slice();
  const linkAt = new Int32Array(from.length + to.length);
  for (const ends of [from, to]) {
    ends.forEach((end, link) => {
      const slot = next[end] ?? 0;
      linkAt[slot] = link;
      next[end] = slot + 1;
    });
  }
  return { offsets, linkAt };
}

export interface ArrowFrame {
  readonly rows: TimelineRows;
  readonly shown: Shown;
  readonly links: ShownLinks;
  readonly scale: Scale;
  readonly viewport: Viewport;
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

/** Arrows with an end in the viewport, those of the chosen position first, at most `maxArrows`. */
export function arrowsIn(frame: ArrowFrame, chosen: number): Arrow[] {
  const { first, last } = rowsIn(frame.shown, frame.viewport);
  const arrows: Arrow[] = [];
  const seen = new Set<number>();
  const visit = (position: number) => {
    const { offsets, linkAt } = frame.links;
    for (let at = offsets[position] ?? 0; at < (offsets[position + 1] ?? 0) && arrows.length < maxArrows; at++) {
      const link = linkAt[at] ?? 0;
      if (seen.has(link)) continue;
      seen.add(link);
      const isChosen = frame.links.from[link] === chosen || frame.links.to[link] === chosen;
      const points = routeOf(frame, link, isChosen);
      if (points) arrows.push({ link, points, chosen: isChosen, critical: frame.links.critical[link] === 1 });
    }
  };
  if (chosen >= first && chosen <= last) visit(chosen);
  for (let position = first; position <= last && arrows.length < maxArrows; position++) visit(position);
  return arrows;
}

const stub = 6;
const head = 10;
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
  return route({ x: start, y: middle(frame, from) }, { x: end, y: middle(frame, to) });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Down right behind the predecessor, where its row is still free, then along the successor's row; backwards by way of the gap between rows. */
export function route(from: Point, to: Point): number[] {
  const out = from.x + stub;
  if (to.x - out >= head) return [from.x, from.y, out, from.y, out, to.y, to.x, to.y];
  const between = to.y + (to.y > from.y ? -rowHeight / 2 : rowHeight / 2);
  const back = to.x - head;
  return [from.x, from.y, out, from.y, out, between, back, between, back, to.y, to.x, to.y];
}

/**
 * Far ends are pulled close to the viewport: only a line that leaves it is drawn anyway, and huge coordinates lose
 * precision. They move in steps, so that panning does not change the arrow with every frame.
 */
function middle(frame: ArrowFrame, position: number): number {
  const y = position * rowHeight + rowHeight / 2;
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
