import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationHours, isNegative, parseDuration } from '../../../src/base/duration';

describe('durations', () => {
  it.each([
    ['3d', 0, 3, 0],
    ['1.5d', 0, 1.5, 0],
    ['4h', 0, 0, 4],
    ['2w', 2, 0, 0],
    ['1d 4h', 0, 1, 4],
    ['1w2d3h', 1, 2, 3],
    [' 1w 2d  3h ', 1, 2, 3],
    ['0d', 0, 0, 0],
    ['-2d', 0, -2, -0],
    ['-1w 0.5h', -1, -0, -0.5],
  ])('%j', (text, weeks, days, hours) => {
    const read = parseDuration(text);
    expect([read?.weeks, read?.days, read?.hours].map((part) => (part ?? Number.NaN) + 0)).toEqual(
      [weeks, days, hours].map((part) => part + 0),
    );
  });
  it.each([
    '',
    '-',
    '3',
    'd',
    '3 d',
    '4h 1d',
    '1d 1d',
    '1,5d',
    '1.d',
    '.5d',
    '+3d',
    '--3d',
    '3D',
    '3m',
    '1d -4h',
    '1e3d',
    '٣d',
  ])('%j is none', (text) => expect(parseDuration(text)).toBeUndefined());
  it('become hours by the day and the week', () => {
    const hours = (text: string, perDay: number, perWeek: number) => {
      const read = parseDuration(text);
      return read && durationHours(read, perDay, perWeek);
    };
    expect(hours('1w 1d 1h', 8, 5)).toBe(49);
    expect(hours('1w 1d 1h', 6, 4)).toBe(31);
    expect(hours('1.5d', 5, 5)).toBe(7.5);
    expect(hours('-2d', 8, 5)).toBe(-16);
  });
  it('of one sign', () => {
    const part = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(part, part, part, fc.boolean(), (weeks, days, hours, minus) => {
        const read = parseDuration(`${minus ? '-' : ''}${weeks}w ${days}d ${hours}h`);
        const sign = minus ? -1 : 1;
        expect(read && durationHours(read, 8, 5)).toBeCloseTo(sign * (hours + 8 * (days + 5 * weeks)));
        expect(read && isNegative(read)).toBe(minus && weeks + days + hours > 0);
      }),
    );
  });
});
