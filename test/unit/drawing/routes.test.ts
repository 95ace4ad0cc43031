import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { arrowsIn } from '../../../src/drawing/arrows';
import { type Frame, layoutRows, type RowBox } from '../../../src/drawing/layout';
import { metricsOf } from '../../../src/drawing/metrics';
import { type Obstacle, route } from '../../../src/drawing/routes';
import { shownRows } from '../../../src/drawing/shown';
import { shownLinks } from '../../../src/drawing/shownLinks';
import { type Row, rows } from './rows';

const way = { rowHeight: 28, between: [], words: undefined, room: { from: 0, to: 1000 } };
const row = (words: [number, number] | undefined, shape?: [number, number]): Obstacle => ({
  words: words && { from: words[0], to: words[1] },
  shape: shape && { from: shape[0], to: shape[1] },
});

describe('a route', () => {
  const from = { x: 100, y: 14 };
  test('goes straight down where nothing stands in the rows between', () => {
    const points = route({ ...way, from, to: { x: 150, y: 98 }, between: [row([200, 300]), row(undefined)] });
    expect(points).toEqual([100, 14, 106, 14, 106, 98, 150, 98]);
  });
  test('passes words on the nearer side, in the gap between rows', () => {
    const points = route({ ...way, from, to: { x: 190, y: 70 }, between: [row([60, 130])] });
    expect(points).toEqual([100, 14, 106, 14, 106, 28, 134, 28, 134, 70, 190, 70]);
  });
  test('passes a bar too where that is not far, and crosses a long one', () => {
    const to = { x: 190, y: 70 };
    const near = route({ ...way, from, to, between: [row(undefined, [102, 120])] });
    expect(near).toEqual([100, 14, 106, 14, 106, 28, 124, 28, 124, 70, 190, 70]);
    expect(route({ ...way, from, to, between: [row(undefined, [10, 700])] })).toEqual([
      100, 14, 106, 14, 106, 70, 190, 70,
    ]);
  });
  test('comes to a successor with words before it through the gap above', () => {
    const points = route({ ...way, from, to: { x: 190, y: 70 }, words: { from: 110, to: 172 } });
    expect(points).toEqual([100, 14, 106, 14, 106, 56, 180, 56, 180, 70, 190, 70]);
  });
  test('goes back over rows between on a free line', () => {
    const points = route({ ...way, from, to: { x: 60, y: 98 }, between: [row([90, 200]), row(undefined)] });
    expect(points).toEqual([100, 14, 106, 14, 106, 28, 86, 28, 86, 84, 50, 84, 50, 98, 60, 98]);
  });
  test('goes to the next row through the gap between', () => {
    const back = [100, 14, 106, 14, 106, 28, 50, 28, 50, 42, 60, 42];
    expect(route({ ...way, from, to: { x: 60, y: 42 } })).toEqual(back);
  });
  test('goes up the same way', () => {
    const points = route({ ...way, from: { x: 100, y: 98 }, to: { x: 190, y: 14 }, between: [row([60, 130])] });
    expect(points).toEqual([100, 98, 106, 98, 106, 84, 134, 84, 134, 14, 190, 14]);
  });
  test('crosses where no line is free', () => {
    const points = route({ ...way, from, to: { x: 190, y: 70 }, between: [row([-500, 1500])] });
    expect(points).toEqual([100, 14, 106, 14, 106, 70, 190, 70]);
  });
});

const start = day('2026-11-01');
const viewport = { left: 0, width: 900, top: 0, height: 280 };
const from = day('2026-11-01');
const iso = (offset: number) => new Date((from + offset) * 86_400_000).toISOString().slice(0, 10);

const spec = fc.record({
  at: fc.integer({ min: 0, max: 55 }),
  length: fc.integer({ min: 0, max: 25 }),
  bar: fc.boolean(),
  words: fc.integer({ min: 0, max: 30 }),
  baseline: fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined }),
  state: fc.constantFrom('planned', 'late', 'on-track', 'blocked', 'done' as const),
});

function frameOf(specs: readonly Row[], links: readonly number[]): Frame & { links: ReturnType<typeof shownLinks> } {
  const plan = rows(specs, links);
  const shown = shownRows(plan, new Set());
  const scale = { start, pxPerDay: 12 };
  const measure = (text: string) => text.length * 6;
  const base = { rows: plan, shown, scale, viewport, measure, metrics: metricsOf.comfortable };
  return { ...base, links: shownLinks(plan, shown) };
}

/** Words take the middle of their row. */
function crosses(points: readonly number[], { y, label }: RowBox): boolean {
  const box = { left: label.x, right: label.x + label.width, top: y + 7, bottom: y + 21 };
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4);
    const isApart =
      Math.max(x1, x2) <= box.left ||
      Math.min(x1, x2) >= box.right ||
      Math.max(y1, y2) <= box.top ||
      Math.min(y1, y2) >= box.bottom;
    if (!isApart) return true;
  }
  return false;
}

/** Some line down the window that meets no words of these rows. */
function isFree(boxes: readonly RowBox[]): boolean {
  for (let x = viewport.left + 9; x < viewport.left + viewport.width - 9; x++) {
    if (boxes.every(({ label }) => label.place === 'hidden' || x <= label.x - 4 || x >= label.x + label.width + 4))
      return true;
  }
  return false;
}

test('no arrow crosses words while another line would be free', () => {
  fc.assert(
    fc.property(
      fc.array(spec, { minLength: 2, maxLength: 10 }),
      fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 8 }),
      (list, pairs) => {
        const specs = list.map(({ at, length, bar, words, baseline, state }): Row => {
          const days = { end: iso(at + length), ...(bar ? { start: iso(at) } : {}) };
          const agreed = baseline === undefined ? {} : { baseline: iso(at + length + baseline) };
          return { ...days, ...agreed, details: 'x'.repeat(words), state, progress: 40 };
        });
        const links = pairs.filter(([a, b]) => a !== b && a < specs.length && b < specs.length).flat();
        const frame = frameOf(specs, links);
        const boxes = layoutRows(frame);
        for (const { link, points } of arrowsIn({ ...frame, boxes }, -1)) {
          const ends = [frame.links.from[link] ?? 0, frame.links.to[link] ?? 0];
          const met = boxes.filter((box) => box.label.place !== 'hidden' && crosses(points, box));
          if (met.length === 0) continue;
          const between = boxes.filter(({ position }) => position > Math.min(...ends) && position < Math.max(...ends));
          expect(met.every(({ position }) => between.some((box) => box.position === position))).toBe(true);
          expect(isFree(between)).toBe(false);
        }
      },
    ),
    { numRuns: 300 },
  );
});
