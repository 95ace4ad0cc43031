import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  day,
  formatDay,
  isoDay,
  lastDayOfMonth,
  parseDay,
  weekday,
} from '../../../src/base/day';

const first = day('0001-01-01');
const last = day('9999-12-31');
const anyDay = fc.integer({ min: first, max: last }).map((count) => addDays(first, count - first));

describe('reading and writing days', () => {
  it('knows the epoch', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(day('1970-01-02')).toBe(1);
    expect(day('1969-12-31')).toBe(-1);
    expect(day('2000-03-01')).toBe(11_017);
    expect(first).toBe(-719_162);
    expect(last).toBe(2_932_896);
  });
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0004-02-29', '9999-12-31', '0001-01-01'])(
    '%s is a day',
    (text) => {
      expect(isoDay(day(text))).toBe(text);
    },
  );
  it.each([
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '20260105',
    '05.01.2026',
    '2026-01-05T00:30:00+14:00',
    '2026–01–05',
    ' 2026-01-05',
    '2026-01-05\n',
    '٢٠٢٦-٠١-٠٥',
    '+2026-01-05',
    '-0001-01-01',
    '',
  ])('%j is not', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow(RangeError);
  });
  it('writes what it reads, over all years', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        expect(parseDay(isoDay(value))).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });
  it('agrees with the days of the platform', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        expect(isoDay(value)).toBe(new Date(value * 86_400_000).toISOString().slice(0, 10));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('steps', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, count, to) => expect(isoDay(addMonths(day(from), count))).toBe(to));

  it('a month step keeps the day or takes the last one', () => {
    const inside = anyDay.filter((value) => value > first + 40_000 && value < last - 40_000);
    fc.assert(
      fc.property(inside, fc.integer({ min: -1_200, max: 1_200 }), (value, count) => {
        const [year, month, date] = isoDay(value).split('-').map(Number) as [number, number, number];
        const target = year * 12 + month - 1 + count;
        const end = lastDayOfMonth(Math.floor(target / 12), (((target % 12) + 12) % 12) + 1) as Day;
        expect(addMonths(value, count)).toBe(end - Math.max(0, Number(isoDay(end).slice(8)) - date));
      }),
    );
  });
  it('months end where they end', () => {
    expect([2, 4, 12].map((month) => isoDay(lastDayOfMonth(2026, month) ?? first))).toEqual([
      '2026-02-28',
      '2026-04-30',
      '2026-12-31',
    ]);
    expect(lastDayOfMonth(2024, 2)).toBe(day('2024-02-29'));
    expect(lastDayOfMonth(9999, 12)).toBe(last);
    expect([0, 13, -1].map((month) => lastDayOfMonth(2026, month))).toEqual([undefined, undefined, undefined]);
  });
  it.each([
    ['1970-01-01', 4],
    ['1969-07-20', 7],
    ['2026-11-23', 1],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['1945-05-08', 2],
    ['0001-01-01', 1],
    ['9999-12-31', 5],
  ])('%s is weekday %i', (text, expected) => expect(weekday(day(text))).toBe(expected));
});

describe('days for a reader', () => {
  it('are written in the language and never shifted by a time zone', () => {
    const value = day('2026-12-04');
    expect(formatDay(value, 'en-GB', 'long')).toBe('4 December 2026');
    expect(formatDay(value, 'en-US', 'short')).toBe('Dec 4');
    expect(formatDay(value, 'en-GB', 'medium')).toBe('4 Dec 2026');
    expect(formatDay(value, 'de', 'medium')).toBe('4. Dez. 2026');
    expect(formatDay(value, 'en-GB', 'month')).toBe('December 2026');
    expect(formatDay(value, 'de', 'long')).toBe('4. Dezember 2026');
    expect(formatDay(value, 'en-GB', 'full')).toMatch(/^Friday/);
    expect(formatDay(day('1969-12-31'), 'en-GB', 'long')).toBe('31 December 1969');
  });
});
