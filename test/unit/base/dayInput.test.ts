import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, isoDay, parseDay } from '../../../src/base/day';
import { parseDayInput } from '../../../src/base/dayInput';

// Monday, 23 November 2026; the date being moved is Friday, 4 December.
const today = day('2026-11-23');
const current = day('2026-12-04');

function read(text: string, from = today, moved?: typeof today): string | undefined {
  const found = parseDayInput(text, from, moved);
  return found === undefined ? undefined : isoDay(found);
}

describe('days as they are typed', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    ['  2027-02-28 ', '2027-02-28'],
    ['today', '2026-11-23'],
    ['Tomorrow', '2026-11-24'],
    ['yesterday', '2026-11-22'],
    ['friday', '2026-11-27'],
    ['FRI', '2026-11-27'],
    ['this friday', '2026-11-27'],
    ['tues', '2026-11-24'],
    ['thurs', '2026-11-26'],
    ['sunday', '2026-11-29'],
    ['monday', '2026-11-30'],
    ['next friday', '2026-12-04'],
    ['next  Mon', '2026-11-30'],
    ['next sunday', '2026-12-06'],
    ['next week', '2026-11-30'],
    ['next month', '2026-12-23'],
    ['end of month', '2026-11-30'],
    ['end of the month', '2026-11-30'],
    ['end of next month', '2026-12-31'],
    ['in 3 days', '2026-11-26'],
    ['in a week', '2026-11-30'],
    ['in 2 months', '2027-01-23'],
    ['2 weeks ago', '2026-11-09'],
    ['a day ago', '2026-11-22'],
    ['4 dec', '2026-12-04'],
    ['dec 4', '2026-12-04'],
    ['4th of December', '2026-12-04'],
    ['December 4th, 2028', '2028-12-04'],
    ['4 dec 2025', '2025-12-04'],
    ['Sept. 1', '2027-09-01'],
    ['1 may', '2027-05-01'],
    ['23 nov', '2026-11-23'],
    ['22 nov', '2027-11-22'],
    ['29 feb', '2028-02-29'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['+3d', '2026-12-07', '2026-11-26'],
    ['-2d', '2026-12-02', '2026-11-21'],
    ['+2w', '2026-12-18', '2026-12-07'],
    ['+1m', '2027-01-04', '2026-12-23'],
    ['+1y', '2027-12-04', '2027-11-23'],
    ['+ 3 days', '2026-12-07', '2026-11-26'],
    ['+0d', '2026-12-04', '2026-11-23'],
  ])('%j moves the date there is, else today', (text, moved, fromToday) => {
    expect(read(text, today, current)).toBe(moved);
    expect(read(text)).toBe(fromToday);
  });

  it('only the signed ones go by the date there is', () => {
    expect(read('tomorrow', today, current)).toBe('2026-11-24');
    expect(read('friday', today, current)).toBe('2026-11-27');
    expect(read('in 3 days', today, current)).toBe('2026-11-26');
    expect(read('next month', today, current)).toBe('2026-12-23');
  });

  it.each([
    ['2026-11-27', '2026-12-04', '2026-12-04'],
    ['2026-11-28', '2026-12-04', '2026-12-04'],
    ['2026-11-29', '2026-12-04', '2026-12-04'],
    ['2026-11-30', '2026-12-04', '2026-12-11'],
  ])('on %s, friday is %s and next friday %s', (on, friday, next) => {
    expect(read('friday', day(on))).toBe(friday);
    expect(read('next friday', day(on))).toBe(next);
  });

  it('months are cut back to their last day', () => {
    expect(read('+1m', today, day('2027-01-31'))).toBe('2027-02-28');
    expect(read('next month', day('2027-01-31'))).toBe('2027-02-28');
    expect(read('end of month', day('2028-02-29'))).toBe('2028-02-29');
    expect(read('end of next month', day('2027-01-31'))).toBe('2027-02-28');
    expect(read('29 feb', day('2096-03-01'))).toBe('2104-02-29');
  });

  it.each([
    '',
    ' ',
    'soon',
    '2026-06-31',
    '2026-1-5',
    '31 jun',
    '32 jan',
    '0 jan',
    '29 feb 2027',
    'dec',
    '4 x',
    'fr',
    'fridays',
    'last friday',
    'today tomorrow',
    '3d',
    '+d',
    '+3',
    '+3x',
    '+1.5d',
    '++3d',
    '4.12.2026',
    '12/4',
    'constructor',
    '__proto__',
    '+999999y',
    '-999999m',
    '+9999999d',
    '1 jan 0000',
    `+${'9'.repeat(400)}d`,
  ])('%j is not understood', (text) => expect(read(text)).toBeUndefined());

  it('stays between the years 1 and 9999', () => {
    expect(read('+1d', today, day('9999-12-31'))).toBeUndefined();
    expect(read('-1d', today, day('0001-01-01'))).toBeUndefined();
    expect(read('+1m', today, day('9999-12-01'))).toBeUndefined();
    expect(read('next month', day('9999-12-01'))).toBeUndefined();
    expect(read('end of month', day('9999-12-01'))).toBe('9999-12-31');
    expect(read('1 jan', day('9999-12-01'))).toBeUndefined();
    expect(read('+7973y')).toBe('9999-11-23');
  });

  it('gives a real day or nothing for any text', () => {
    const word = fc.constantFrom(
      'next',
      'in',
      '+',
      '-',
      '3',
      'd',
      'fri',
      'dec',
      '31',
      'feb',
      'end of',
      'month',
      '9999',
      'ago',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const found = read(text, today, current);
          expect(found === undefined || parseDay(found) !== undefined).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
