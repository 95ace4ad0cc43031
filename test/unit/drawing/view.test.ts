import { describe, expect, test } from 'vitest';
import { clampView, domainOf, fitted, topShowing, trackOf, type View } from '../../../src/webview/view';

const range = { from: 1000, to: 1100 };
const view = (start: number, pxPerDay: number, top = 0, isFitted: View['fitted'] = false): View => ({
  scale: { start, pxPerDay },
  top,
  fitted: isFitted,
});

describe('how far the window can be moved', () => {
  test('half a window beyond the plan and today on each side', () => {
    expect(domainOf({ range, today: 1050 }, view(1000, 10), 500)).toEqual({ from: 975, to: 1125 });
    expect(domainOf({ range, today: 900 }, view(1000, 10), 500)).toEqual({ from: 875, to: 1125 });
  });
  test('not at all while the plan is fitted', () => {
    const scale = fitted(range, 500);
    const domain = domainOf({ range, today: 1050 }, { scale, top: 0, fitted: 'all' }, 500);
    expect((domain.to - domain.from) * scale.pxPerDay).toBeCloseTo(500, 6);
  });
  test('the plan stays in the middle when the window is longer than it', () => {
    const domain = domainOf({ range, today: 1050 }, view(1000, 1), 500);
    expect(domain).toEqual({ from: 750, to: 1350 });
  });
  test('the view is brought back to it', () => {
    const room = { width: 500, height: 280, count: 20, rowHeight: 28 };
    const domain = { from: 975, to: 1125 };
    expect(clampView(view(0, 10, -50), domain, room)).toMatchObject({ scale: { start: 975 }, top: 0 });
    expect(clampView(view(5000, 10, 9999), domain, room)).toMatchObject({ scale: { start: 1075 }, top: 296 });
    const inside = view(1000, 10, 28);
    expect(clampView(inside, domain, room)).toBe(inside);
  });
});

describe('the scrollbar', () => {
  test('is one to one for what an element can hold', () => {
    const track = trackOf(10_000, 500);
    expect([track.length, track.toScroll(321), track.toContent(321)]).toEqual([10_000, 321, 321]);
  });
  test('is scaled beyond that and still reaches both ends', () => {
    const track = trackOf(50_000_000, 500);
    expect(track.length).toBe(8_000_000);
    expect(track.toContent(0)).toBe(0);
    expect(track.toContent(track.length - 500)).toBeCloseTo(50_000_000 - 500, 3);
    expect(track.toScroll(track.toContent(1234))).toBeCloseTo(1234, 6);
  });
  test('has nothing to scroll where everything is seen', () => {
    expect(trackOf(100, 500).length).toBe(500);
  });
});

test('the nearest top that shows a row', () => {
  expect(topShowing(5, view(0, 1, 0), { height: 280, rowHeight: 28 })).toBe(0);
  expect(topShowing(10, view(0, 1, 0), { height: 280, rowHeight: 28 })).toBe(28);
  expect(topShowing(1, view(0, 1, 280), { height: 280, rowHeight: 28 })).toBe(28);
});
