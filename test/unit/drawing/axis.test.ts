import { describe, expect, test } from 'vitest';
import { day, isoDay } from '../../../src/base/day';
import { axisOf, type Tick } from '../../../src/drawing/axis';
import { levelPxPerDay } from '../../../src/drawing/scale';

const words = { locale: 'en', firstWeekday: 1, quarter: 'Q{quarter}', quarterOfYear: 'Q{quarter} {year}' };
const start = day('2026-11-23');
const dates = (ticks: readonly Tick[]) => ticks.map((tick) => isoDay(tick.day as typeof start));
const labels = (ticks: readonly Tick[]) => ticks.map((tick) => tick.label);
const axis = (pxPerDay: number, width = 800) => axisOf({ start, pxPerDay }, 0, width, words);

describe('the two levels of the axis', () => {
  test('days over months', () => {
    const { unit, minor, major } = axis(levelPxPerDay.week, 320);
    expect(unit).toBe('day');
    expect(labels(minor)).toEqual(['23', '24', '25', '26', '27', '28', '29', '30', '1', '2', '3']);
    expect(labels(major)).toEqual(['November 2026', 'December 2026']);
    // Saturday 28 November begins five days on; the weekend before is out of sight to the left.
  });
  test('weeks over months begin on the reader’s first day of the week', () => {
    expect(dates(axis(levelPxPerDay.month, 250).minor)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
    const sunday = axisOf({ start, pxPerDay: levelPxPerDay.month }, 0, 100, { ...words, firstWeekday: 7 });
    expect(dates(sunday.minor)).toEqual(['2026-11-22', '2026-11-29']);
  });
  test('months over quarters', () => {
    const { minor, major } = axis(levelPxPerDay.year, 150);
    expect(labels(minor)).toEqual(['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr']);
    expect(labels(major)).toEqual(['Q4 2026', 'Q1 2027', 'Q2 2027']);
  });
  test('quarters over years', () => {
    const { minor, major } = axis(0.4, 200);
    expect(labels(minor)).toEqual(['Q4', 'Q1', 'Q2', 'Q3', 'Q4', 'Q1', 'Q2']);
    expect(labels(major)).toEqual(['2026', '2027', '2028']);
  });
  test('years in steps that leave room over tens of them', () => {
    const { minor, major } = axis(0.022, 120);
    expect(labels(minor)).toEqual(['2025', '2030', '2035', '2040']);
    expect(labels(major)).toEqual(['2000–2049']);
  });
});

test('ticks lie on their days and cover the window without a gap', () => {
  for (const pxPerDay of [0.001, 0.03, 0.2, 0.9, 3, 9, 30, 96]) {
    const { minor, major } = axis(pxPerDay, 1600);
    for (const ticks of [minor, major]) {
      expect(ticks[0]?.x).toBeLessThanOrEqual(0);
      ticks.forEach((tick, at) => {
        expect(tick.x).toBeCloseTo((tick.day - start) * pxPerDay, 6);
        if (at > 0) expect(tick.x).toBeCloseTo((ticks[at - 1]?.x ?? 0) + (ticks[at - 1]?.width ?? 0), 6);
      });
      const last = ticks.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThanOrEqual(1600);
      expect(ticks.length).toBeLessThan(110);
    }
  }
});

test('labels follow the language', () => {
  const german = axisOf({ start, pxPerDay: 32 }, 0, 100, { ...words, locale: 'de' });
  expect(german.major[0]?.label).toBe('November 2026');
  const french = axisOf({ start, pxPerDay: 1.1 }, 0, 40, {
    ...words,
    locale: 'fr',
    quarterOfYear: 'T{quarter} {year}',
  });
  expect(french.major[0]?.label).toBe('T4 2026');
  expect(french.minor[1]?.label).toBe('déc.');
});
