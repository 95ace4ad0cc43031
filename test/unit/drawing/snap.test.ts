// Where a bar is taken hold of, and what so many days do to the dates in the file.
import { describe, expect, test } from 'vitest';
import { type Day, day } from '../../../src/base/day';
import type { Reach } from '../../../src/drawing/reach';
import { daysTo, movedBy, partAt, partsOf, shiftOf, spanAfter } from '../../../src/drawing/snap';
import { noDay } from '../../../src/report/timelineRows';

const bar = (x: number, width: number): Reach => ({ shape: 'bar', x, width });
const diamond: Reach = { shape: 'diamond', x: 93, width: 14 };
const both = { start: 10, due: 20 };
const dueOnly = { start: noDay, due: 20 };
const startOnly = { start: 10, due: noDay };
const nothing = { start: noDay, due: noDay };

describe('the part under the pointer', () => {
  test.each([
    [bar(100, 200), 93, both, undefined],
    [bar(100, 200), 94, both, 'start'],
    [bar(100, 200), 105.9, both, 'start'],
    [bar(100, 200), 106, both, 'whole'],
    [bar(100, 200), 294, both, 'whole'],
    [bar(100, 200), 294.1, both, 'end'],
    [bar(100, 200), 306, both, 'end'],
    [bar(100, 200), 306.1, both, undefined],
    // Of a short bar the middle keeps eight pixels.
    [bar(100, 14), 102.9, both, 'start'],
    [bar(100, 14), 103, both, 'whole'],
    [bar(100, 14), 111, both, 'whole'],
    [bar(100, 14), 111.1, both, 'end'],
    [bar(100, 5), 99, both, 'start'],
    [bar(100, 5), 100, both, 'whole'],
    [bar(100, 5), 105, both, 'whole'],
    [bar(100, 5), 106, both, 'end'],
    [bar(100, 8), 104, both, 'whole'],
    // Without a stated start the start is no edge.
    [bar(100, 200), 97, dueOnly, undefined],
    [bar(100, 200), 102, dueOnly, 'whole'],
    [bar(100, 200), 298, dueOnly, 'end'],
    // Without a due date only the start is.
    [bar(100, 200), 102, startOnly, 'start'],
    [bar(100, 200), 200, startOnly, 'barred'],
    [bar(100, 200), 299, startOnly, 'barred'],
    [bar(100, 200), 303, startOnly, undefined],
    [bar(100, 200), 200, nothing, 'barred'],
    [bar(100, 200), 95, nothing, undefined],
    [diamond, 100, dueOnly, 'whole'],
    [diamond, 91, dueOnly, 'whole'],
    [diamond, 110, both, 'whole'],
    [diamond, 111, both, undefined],
    [diamond, 100, startOnly, 'barred'],
    [diamond, 91, nothing, undefined],
    [{ shape: 'plan', x: 100, width: 200 }, 200, both, undefined],
    [{ shape: 'none', x: 0, width: 0 }, 0, both, undefined],
  ] as const)('%j at %d with %j: %s', (reach, x, stated, part) => {
    expect(partAt(reach, x, stated)).toBe(part);
  });

  test('a finger needs more room on the outside, not on the inside', () => {
    expect(partAt(bar(100, 200), 89, both, 12)).toBe('start');
    expect(partAt(bar(100, 200), 311, both, 12)).toBe('end');
    expect(partAt(bar(100, 200), 107, both, 12)).toBe('whole');
  });

  test.each([
    ['bar', both, ['whole', 'start', 'end']],
    ['bar', dueOnly, ['whole', 'end']],
    ['bar', startOnly, ['start']],
    ['bar', nothing, []],
    ['diamond', both, ['whole']],
    ['diamond', dueOnly, ['whole']],
    ['diamond', startOnly, []],
    ['plan', both, []],
    ['none', both, []],
  ] as const)('of a %s with %j: %j', (shape, stated, parts) => {
    expect(partsOf({ shape }, stated)).toEqual(parts);
  });
});

describe('days', () => {
  const scale = { start: 100, pxPerDay: 10 };
  test.each([
    [100.2, 2, 0],
    [100.2, 6.9, 0],
    [100.2, 7, 1],
    [100.2, 17.1, 2],
    [100.2, -2.9, 0],
    [100.2, -3.1, -1],
    [150, 0, -50],
  ])('from day %d to pixel %d are %d', (grabbed, x, days) => {
    expect(daysTo(scale, grabbed, x) + 0).toBe(days);
  });

  test.each([
    ['whole', both, 5, { start: 15, due: 25 }],
    ['whole', both, -5, { start: 5, due: 15 }],
    ['whole', dueOnly, 3, { start: noDay, due: 23 }],
    ['whole', startOnly, 3, { start: 13, due: noDay }],
    ['end', both, 4, { start: 10, due: 24 }],
    ['end', both, -10, { start: 10, due: 10 }],
    ['end', both, -11, { start: 10, due: 10 }],
    ['end', dueOnly, -500, { start: noDay, due: -480 }],
    ['start', both, -4, { start: 6, due: 20 }],
    ['start', both, 10, { start: 20, due: 20 }],
    ['start', both, 99, { start: 20, due: 20 }],
    ['start', startOnly, 99, { start: 109, due: noDay }],
    // A mistake in the file is not corrected by the hand.
    ['start', { start: 30, due: 20 }, 1, { start: 31, due: 20 }],
    ['end', { start: 30, due: 20 }, 1, { start: 30, due: 21 }],
    ['start', dueOnly, 4, dueOnly],
    ['end', startOnly, 4, startOnly],
  ] as const)('the %s of %j by %d: %j', (part, stated, days, now) => {
    expect(movedBy(stated, part, days)).toEqual(now);
  });

  test('no day leaves the calendar, and the length of what is moved whole stays', () => {
    const last: Day = day('9999-12-31');
    expect(movedBy({ start: last - 9, due: last - 1 }, 'whole', 400)).toEqual({ start: last - 8, due: last });
    expect(movedBy({ start: last - 9, due: last - 1 }, 'end', 400)).toEqual({ start: last - 9, due: last });
    const first: Day = day('0001-01-01');
    expect(movedBy({ start: first + 1, due: first + 5 }, 'whole', -400)).toEqual({ start: first, due: first + 4 });
    expect(movedBy({ start: first + 1, due: first + 5 }, 'start', -400)).toEqual({ start: first, due: first + 5 });
  });

  test.each([
    [both, { start: 12, due: 22 }, 'whole', 2],
    [both, { start: 10, due: 17 }, 'end', -3],
    [both, { start: 12, due: 20 }, 'start', 2],
    [startOnly, { start: 9, due: noDay }, 'whole', -1],
  ] as const)('from %j to %j the %s moved by %d', (was, now, part, days) => {
    expect(shiftOf(was, now, part)).toBe(days);
  });

  test.each([
    ['both ends move', { start: 10, end: 20 }, both, { start: 12, due: 22 }, { start: 12, end: 22 }],
    [
      'a start that is not stated stays',
      { start: 8, end: 20 },
      dueOnly,
      { start: noDay, due: 25 },
      { start: 8, end: 25 },
    ],
    ['a diamond stays one', { start: noDay, end: 20 }, dueOnly, { start: noDay, due: 15 }, { start: noDay, end: 15 }],
    [
      'an end that is not stated stays',
      { start: 10, end: 30 },
      startOnly,
      { start: 12, due: noDay },
      { start: 12, end: 30 },
    ],
    ['on the day it starts', { start: 10, end: 10 }, startOnly, { start: 14, due: noDay }, { start: 14, end: 14 }],
  ] as const)('%s', (_, drawn, was, now, after) => {
    expect(spanAfter(drawn, was, now)).toEqual(after);
  });
});
