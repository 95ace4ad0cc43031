import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { closedBands, closedRuns } from '../../../src/drawing/closed';
import type { ClosedDays } from '../../../src/report/timelineRows';

const weekdays = 0b0011111;
const calendar = (
  workweek: number,
  holidays: readonly number[] = [],
  workdays: readonly number[] = [],
): ClosedDays => ({
  workweek,
  holidays: Int32Array.from(holidays),
  workdays: Int32Array.from(workdays),
});
const pair = (from: string, to = from) => [day(from), day(to)];

describe('closed days between two days', () => {
  test.each([
    ['weekends', calendar(weekdays), [pair('2026-11-28', '2026-11-30'), pair('2026-12-05', '2026-12-07')]],
    [
      'a week of Sunday to Thursday',
      calendar(0b1001111),
      [pair('2026-11-27', '2026-11-29'), pair('2026-12-04', '2026-12-06')],
    ],
    ['nothing worked at all', calendar(0), [pair('2026-11-23', '2026-12-07')]],
    ['every day worked', calendar(0b1111111), []],
    [
      'a holiday joins its weekend',
      calendar(weekdays, pair('2026-11-26', '2026-11-27')),
      [pair('2026-11-26', '2026-11-30'), pair('2026-12-05', '2026-12-07')],
    ],
    [
      'a Saturday that is worked, also within a holiday',
      calendar(weekdays, pair('2026-11-27', '2026-11-29'), pair('2026-11-28')),
      [pair('2026-11-27', '2026-11-28'), pair('2026-11-29', '2026-11-30'), pair('2026-12-05', '2026-12-07')],
    ],
  ])('%s', (_, days, runs) => {
    expect(closedRuns(days, day('2026-11-23'), day('2026-12-07'))).toEqual(runs.flat());
  });

  test('none in an empty stretch', () => {
    expect(closedRuns(calendar(0), 5, 5)).toEqual([]);
    expect(closedRuns(calendar(0), 5, 4)).toEqual([]);
  });

  test('are those that a walk from day to day finds', () => {
    const from = day('2026-11-01');
    const range = fc.tuple(fc.integer({ min: -10, max: 50 }), fc.integer({ min: 0, max: 9 }));
    const ranges = fc
      .array(range, { maxLength: 5 })
      .map((list) => list.flatMap(([at, more]) => [from + at, from + at + more]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 127 }), ranges, ranges, (week, holidays, workdays) => {
        const lies = (at: number, pairs: readonly number[]) =>
          pairs.some((first, place) => place % 2 === 0 && at >= first && at <= (pairs[place + 1] ?? 0));
        const runs = closedRuns(calendar(week, holidays, workdays), from, from + 40);
        for (let at = from; at < from + 40; at++) {
          // 1 January 1970 was a Thursday.
          const isWorkday = ((week >> ((((at + 3) % 7) + 7) % 7)) & 1) === 1;
          const isClosed = !lies(at, workdays) && (lies(at, holidays) || !isWorkday);
          const isInRun = runs.some((first, place) => place % 2 === 0 && at >= first && at < (runs[place + 1] ?? 0));
          expect(isInRun).toBe(isClosed);
        }
        // They neither touch nor overlap, so that none is shaded twice.
        for (let at = 1; at < runs.length; at++) expect(runs[at]).toBeGreaterThan(runs[at - 1] ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('bands of calendars', () => {
  const calendars = [calendar(weekdays), calendar(0b1001111), calendar(weekdays)];
  const shown = (count: number) => ({ count, rowAt: Int32Array.from({ length: count }, (_, row) => row) });
  test('join neighbours that close on the same days, whatever plan they belong to', () => {
    const rows = { calendars, calendar: Int32Array.of(0, 0, 2, 1, 1, 0) };
    expect(closedBands(rows, shown(6), { first: 0, last: 5 }).map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 5],
      [5, 6],
    ]);
  });
  test('stay the same while the window moves by a few rows, and their number is bounded by it', () => {
    const rows = { calendars, calendar: Int32Array.from({ length: 100_000 }, (_, row) => row % 2) };
    const bands = closedBands(rows, shown(100_000), { first: 50_000, last: 50_030 });
    expect(bands).toEqual(closedBands(rows, shown(100_000), { first: 50_003, last: 50_033 }));
    expect(bands.length).toBeLessThanOrEqual(128);
    expect(bands[0]?.from).toBeLessThanOrEqual(50_000);
    expect(bands.at(-1)?.to).toBeGreaterThan(50_030);
  });
});
