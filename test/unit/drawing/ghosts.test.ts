// Where ghosts, guides, handles and the arrow that is led lie.
import { describe, expect, test } from 'vitest';
import {
  expectedSpan,
  ghostPath,
  guidesOf,
  handleOf,
  isOnHandle,
  movedPath,
  reachOfSpan,
  rubberPath,
} from '../../../src/drawing/ghosts';
import { metricsOf } from '../../../src/drawing/metrics';
import { noDay } from '../../../src/report/timelineRows';

const scale = { start: 0, pxPerDay: 10 };

describe('ghosts', () => {
  test('a span is a bar over its days, or a diamond on its last', () => {
    expect(reachOfSpan({ start: 2, end: 4 }, scale)).toEqual({ shape: 'bar', x: 20, width: 30 });
    expect(reachOfSpan({ start: noDay, end: 4 }, scale)).toMatchObject({ shape: 'diamond', x: 38 });
    expect(reachOfSpan({ start: 5, end: 4 }, scale).shape).toBe('diamond');
    expect(reachOfSpan({ start: noDay, end: noDay }, scale).shape).toBe('none');
  });

  test('what follows keeps its start where that is not behind its new end', () => {
    expect(expectedSpan({ start: 2, end: 4 }, 9)).toEqual({ start: 2, end: 9 });
    expect(expectedSpan({ start: 2, end: 4 }, 1)).toEqual({ start: noDay, end: 1 });
    expect(expectedSpan({ start: noDay, end: 4 }, 9)).toEqual({ start: noDay, end: 9 });
  });

  test.each(['comfortable', 'compact'] as const)('lies in the middle of its row, %s', (density) => {
    const metrics = metricsOf[density];
    const path = ghostPath({ shape: 'bar', x: 20, width: 30 }, 100, metrics);
    const ys = [...path.matchAll(/V(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...ys)).toBeLessThanOrEqual(100 + (metrics.rowHeight + metrics.barHeight) / 2);
    expect(ghostPath({ shape: 'none', x: 0, width: 0 }, 100, metrics)).toBe('');
  });

  test('a diamond that follows shows its way, where there is one to be seen', () => {
    const at = (end: number) => reachOfSpan({ start: noDay, end }, scale);
    const { comfortable } = metricsOf;
    expect(movedPath(at(4), at(8), 0, comfortable)).toMatch(/^M52 14H78M/);
    expect(movedPath(at(8), at(4), 0, comfortable)).toMatch(/^M78 14H52M/);
    expect(movedPath(at(4), at(5), 0, comfortable)).toBe(ghostPath(at(5), 0, comfortable));
    const bar = reachOfSpan({ start: 1, end: 4 }, scale);
    expect(movedPath(bar, bar, 0, comfortable)).toBe(ghostPath(bar, 0, comfortable));
  });

  test.each([
    ['the end', { start: 1, end: 5 }, { start: 1, end: 7 }, [80]],
    ['the start', { start: 1, end: 5 }, { start: 3, end: 5 }, [30]],
    ['both', { start: 1, end: 5 }, { start: 2, end: 6 }, [20, 70]],
    ['a diamond', { start: noDay, end: 5 }, { start: noDay, end: 6 }, [65]],
    ['nothing', { start: 1, end: 5 }, { start: 1, end: 5 }, []],
  ])('guides of %s', (_, before, after, lines) => {
    expect(guidesOf(before, after, scale)).toEqual(lines);
  });
});

describe('the arrow that is led', () => {
  test('starts beside the end of a bar or a diamond, of nothing else', () => {
    const handle = handleOf({ shape: 'bar', x: 20, width: 30 }, 56, metricsOf.comfortable);
    expect(handle).toEqual({ x: 59, y: 70 });
    expect(isOnHandle(handle, { x: 62, y: 73 })).toBe(true);
    // The end's own zone is left to it at least above and below.
    expect(isOnHandle(handle, { x: 52, y: 75 })).toBe(false);
    expect(isOnHandle(undefined, { x: 0, y: 0 })).toBe(false);
    expect(handleOf({ shape: 'plan', x: 20, width: 30 }, 56, metricsOf.compact)).toBeUndefined();
    expect(handleOf({ shape: 'none', x: 0, width: 0 }, 56, metricsOf.compact)).toBeUndefined();
  });

  test('has its head at the pointer, and none where that is too near', () => {
    expect(rubberPath({ x: 0, y: 0 }, { x: 100, y: 0 })).toBe('M0 0L100 0M92 -4L100 0L92 4');
    expect(rubberPath({ x: 0, y: 0 }, { x: 0, y: 50 })).toBe('M0 0L0 50M4 42L0 50L-4 42');
    expect(rubberPath({ x: 0, y: 0 }, { x: 8, y: 0 })).toBe('');
  });
});
