import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { dayAt, daysOf, fitScale, levelPxPerDay, withToday, xOf, zoomAround } from '../../../src/drawing/scale';
import { rows, today } from './rows';

describe('days and pixels', () => {
  const scale = { start: 100, pxPerDay: 8 };
  test('a day begins at its x and x leads back to the day', () => {
    expect(xOf(scale, 103)).toBe(24);
    expect(dayAt(scale, 24)).toBe(103);
    expect(dayAt(scale, -4)).toBe(99.5);
  });
  test('zooming keeps the day under the pointer', () => {
    const next = zoomAround(scale, 20, 40);
    expect(next.pxPerDay).toBe(20);
    expect(dayAt(next, 40)).toBe(105);
  });
  test('zoom has ends', () => {
    expect(zoomAround(scale, 1e9, 0).pxPerDay).toBe(96);
    expect(zoomAround(scale, 0, 0).pxPerDay).toBe(0.00005);
  });
});

describe('the days of a plan', () => {
  test('reach over bars, diamonds, baselines and deadlines, and end after the last day', () => {
    const plan = rows([
      { start: '2026-11-02', end: '2026-12-04' },
      { end: '2026-12-11', baseline: '2026-10-01', deadline: '2027-01-29' },
      {},
    ]);
    expect(daysOf(plan)).toEqual({ from: day('2026-10-01'), to: day('2027-01-30') });
  });
  test('reach over forecasts and float too', () => {
    const plan = rows([
      { end: '2026-12-04', forecast: '2026-12-09' },
      { end: '2026-12-04', lateFinish: '2026-12-24' },
    ]);
    expect(daysOf(plan)).toEqual({ from: day('2026-12-04'), to: day('2026-12-25') });
  });
  test('can be those of the first rows only', () => {
    const plans = rows([{ end: '2026-12-11' }, { end: '2030-01-01' }]);
    expect(daysOf(plans, 1)).toEqual({ from: day('2026-12-11'), to: day('2026-12-12') });
  });
  test('are unknown without any day', () => {
    expect(daysOf(rows([{}, {}]))).toBeUndefined();
    expect(daysOf(rows([]))).toBeUndefined();
  });
  test('take in today only when it is near', () => {
    const near = { from: today + 10, to: today + 50 };
    expect(withToday(near, today)).toEqual({ from: today, to: today + 50 });
    const far = { from: today - 5000, to: today - 4900 };
    expect(withToday(far, today)).toBe(far);
  });
});

describe('fitting', () => {
  const room = { width: 1000, before: 20, after: 180 };
  test('fills the room between the margins', () => {
    const scale = fitScale({ from: 0, to: 400 }, room);
    expect(scale.pxPerDay).toBe(2);
    expect(xOf(scale, 0)).toBe(20);
    expect(xOf(scale, 400)).toBe(820);
  });
  test('centres a plan of one day instead of blowing it up', () => {
    const scale = fitScale({ from: 50, to: 51 }, room);
    expect(scale.pxPerDay).toBe(levelPxPerDay.week);
    expect(xOf(scale, 50.5)).toBe(420);
  });
  test('works for the longest plan a calendar allows', () => {
    const scale = fitScale({ from: day('0001-01-01'), to: day('9999-12-31') + 1 }, room);
    expect(xOf(scale, day('0001-01-01'))).toBeCloseTo(20, 6);
    expect(xOf(scale, day('9999-12-31') + 1)).toBeCloseTo(820, 6);
  });
});
