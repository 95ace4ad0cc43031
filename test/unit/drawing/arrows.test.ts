import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { arrowPath, arrowsIn, maxArrows } from '../../../src/drawing/arrows';
import { metricsOf } from '../../../src/drawing/metrics';
import { shownRows } from '../../../src/drawing/shown';
import { shownLinks } from '../../../src/drawing/shownLinks';
import { type Row, rows } from './rows';

const viewport = { left: 0, width: 600, top: 0, height: 280 };
const scale = { start: day('2026-11-01'), pxPerDay: 10 };

function frame(specs: readonly Row[], links: readonly number[], collapsed: readonly number[] = []) {
  const plan = rows(specs, links);
  const shown = shownRows(plan, new Set(collapsed));
  return { rows: plan, shown, links: shownLinks(plan, shown), scale, viewport, metrics: metricsOf.comfortable };
}

test('arrows are drawn at right angles with round corners and a head', () => {
  expect(arrowPath([100, 14, 106, 14, 106, 70, 150, 70])).toBe(
    'M100 14L103 14Q106 14 106 18L106 66Q106 70 110 70L150 70M145.5 66.5L150 70L145.5 73.5',
  );
});

describe('arrows in the window', () => {
  const two = [
    { start: '2026-11-02', end: '2026-11-11' },
    { start: '2026-11-16', end: '2026-11-20' },
  ];
  test('join the end of the predecessor with the start of the successor', () => {
    expect(arrowsIn(frame(two, [0, 1]), -1)).toEqual([
      { link: 0, points: [110, 14, 116, 14, 116, 42, 150, 42], chosen: false, critical: false },
    ]);
  });
  test('tell those of the chosen row', () => {
    expect(arrowsIn(frame(two, [0, 1]), 1)[0]?.chosen).toBe(true);
  });
  test('tell those that the critical path runs along', () => {
    const path = two.map((spec) => ({ ...spec, critical: true }));
    expect(arrowsIn(frame([...path, { end: '2026-11-25' }], [0, 1, 1, 2]), -1).map(({ critical }) => critical)).toEqual(
      [true, false],
    );
  });
  test('leave out neighbours where a month is a few pixels, but for the chosen row', () => {
    const small = { ...frame(two, [0, 1]), scale: { ...scale, pxPerDay: 0.2 } };
    expect(arrowsIn(small, -1)).toEqual([]);
    expect(arrowsIn(small, 0)).toHaveLength(1);
  });
  test('leave out ends without a day', () => {
    expect(arrowsIn(frame([...two, {}], [0, 2]), -1)).toEqual([]);
  });
  test('leave out what is wholly beside the window', () => {
    expect(arrowsIn({ ...frame(two, [0, 1]), viewport: { ...viewport, left: 500 } }, -1)).toEqual([]);
  });
  test('stay close to the window however far the other end is', () => {
    const far = Array.from({ length: 5000 }, () => ({ end: '2026-11-11' }));
    const [arrow] = arrowsIn(frame(far, [0, 4999]), -1);
    expect(Math.max(...(arrow?.points ?? []))).toBeLessThan(2000);
  });
  test('are never more than the bound', () => {
    const many = Array.from({ length: 1000 }, () => ({ end: '2026-11-11' }));
    const links = many.flatMap((_, at) => (at === 0 ? [] : [0, at]));
    expect(arrowsIn(frame(many, links), 5)).toHaveLength(maxArrows);
    expect(arrowsIn(frame(many, links), 5)[0]?.chosen).toBe(true);
  });
});

describe('collapsed rows', () => {
  const tree: Row[] = [
    { depth: 1, start: '2026-11-02', end: '2026-11-11' },
    { depth: 2, end: '2026-11-05' },
    { depth: 2, end: '2026-11-08' },
    { depth: 1, start: '2026-11-16', end: '2026-11-20' },
  ];
  test('take over the arrows of what they hide, once each', () => {
    const { links } = frame(tree, [1, 2, 1, 3, 2, 3], [0]);
    expect([...links.from]).toEqual([0]);
    expect([...links.to]).toEqual([1]);
    expect([...links.offsets]).toEqual([0, 1, 2]);
    expect([...links.critical]).toEqual([0]);
  });
  test('are critical where one of those they take over is', () => {
    const path = tree.map((spec, row) => ({ ...spec, critical: row >= 2 }));
    expect([...frame(path, [1, 3, 2, 3], [0]).links.critical]).toEqual([1]);
    expect([...frame(path, [2, 3, 1, 3], [0]).links.critical]).toEqual([1]);
    expect([...frame(path, [1, 3, 2, 3]).links.critical]).toEqual([0, 1]);
  });
});
