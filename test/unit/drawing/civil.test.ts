import { expect, test } from 'vitest';
import { addMonths, day, isoDay, weekday } from '../../../src/base/day';
import { civilOf, firstOfMonth, monthIndexOf, weekdayOf } from '../../../src/drawing/civil';

const probes = [
  '0001-01-01',
  '1899-12-31',
  '1969-12-31',
  '1970-01-01',
  '2000-02-29',
  '2026-11-23',
  '2100-03-01',
  '9999-12-31',
];

test('years, months and days agree with the calendar, all through four centuries', () => {
  for (let at = day('1890-01-01'); at < day('2290-01-01'); at = (at + 13) as typeof at) {
    const { year, month, dayOfMonth } = civilOf(at);
    expect(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`).toBe(isoDay(at));
    expect(weekdayOf(at)).toBe(weekday(at));
  }
});

test.each(probes)('%s', (text) => {
  const at = day(text);
  const { year, month, dayOfMonth } = civilOf(at);
  expect(
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-'),
  ).toBe(text);
});

test('months add up over the turn of years', () => {
  const index = monthIndexOf(day('2026-11-23'));
  expect(firstOfMonth(index)).toBe(day('2026-11-01'));
  expect(firstOfMonth(index + 2)).toBe(day('2027-01-01'));
  for (let step = -300; step < 300; step++) expect(firstOfMonth(index + step)).toBe(addMonths(day('2026-11-01'), step));
});
