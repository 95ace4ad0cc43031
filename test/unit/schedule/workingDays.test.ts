// Days worked by a calendar, beside a count of one day after the other.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, day, isoDay } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';
import { workingDaysOf } from '../../../src/schedule/workingDays';

function days(calendar: string, people = '{}') {
  const { plan } = readPlanFile(`calendar: ${calendar}\npeople: ${people}\n`, 'a');
  if (!plan) throw new RangeError(calendar);
  return workingDaysOf(plan);
}

describe('a day is worked', () => {
  const people =
    '{ me: { calendar: { workdays: [2026-12-05], holidays: [2026-12-09] } }, leo: { calendar: { workweek: [sat] } } }';
  const calendar = '{ holidays: [2026-12-07..2026-12-10, 2026-12-10, 2026-12-24], workdays: [2026-12-08] }';
  test.each([
    ['2026-12-04', undefined, true],
    ['2026-12-05', undefined, false],
    ['2026-12-07', undefined, false],
    ['2026-12-08', undefined, true],
    ['2026-12-10', undefined, false],
    ['2026-12-05', 'me', true],
    ['2026-12-09', 'me', false],
    ['2026-12-07', 'me', false],
    ['2026-12-05', 'leo', true],
    ['2026-12-04', 'leo', false],
    ['2026-12-08', 'leo', true],
    ['2026-12-05', 'nobody', false],
  ])('%s by %s: %s', (date, owner, expected) => {
    expect(days(calendar, people).works(day(date), owner)).toBe(expected);
  });

  it('and the nearest one lies before or after', () => {
    const found = days('{ workweek: [mon, fri] }');
    const nearest = (direction: 1 | -1) => isoDay(found.nearest(day('2026-12-09'), direction) ?? day('1970-01-01'));
    expect([nearest(-1), nearest(1)]).toEqual(['2026-12-07', '2026-12-11']);
    expect(days('{ holidays: [2026-01-01..2028-12-31] }').nearest(day('2026-12-09'), 1)).toBeUndefined();
  });
});

const range = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(
    ([from, length]) =>
      `${isoDay(addDays(day('2026-11-01'), from))}..${isoDay(addDays(day('2026-11-01'), from + length))}`,
  );
const calendars = fc
  .record({
    workweek: fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 }),
    holidays: fc.array(range, { maxLength: 4 }),
    workdays: fc.array(range, { maxLength: 3 }),
  })
  .map((each) => `{ workweek: [${each.workweek}], holidays: [${each.holidays}], workdays: [${each.workdays}] }`);

it('their number is that of the days counted one by one', () => {
  fc.assert(
    fc.property(
      calendars,
      fc.integer({ min: -5, max: 70 }),
      fc.integer({ min: 0, max: 70 }),
      (calendar, from, length) => {
        const found = days(calendar);
        const start = addDays(day('2026-11-01'), from);
        let count = 0;
        for (let at = 1; at <= length; at++) if (found.works(addDays(start, at))) count++;
        expect(found.between(start, addDays(start, length))).toBe(count);
      },
    ),
    { numRuns: 300 },
  );
});
