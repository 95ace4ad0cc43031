import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../src/base/day';
import { laneHeight, lanesOf, stripHeight } from '../../../src/drawing/strip';
import type { Overload } from '../../../src/report/timelineRows';

const start = day('2026-11-01');
const over = (from: Day, to: Day, text = '1234567890'): Overload => ({
  who: 'Kim',
  text,
  label: `Kim: ${text}`,
  from,
  to,
});
/** 10 pixels a day from 1 November, six pixels a letter. */
const lanes = (overloads: readonly Overload[], left = 0, width = 600, pxPerDay = 10) =>
  lanesOf(overloads, { scale: { start, pxPerDay }, viewport: { left, width }, measure: (text) => 6 * text.length });
const one = over(day('2026-11-02'), day('2026-11-11'));

test('a band covers its first and its last day, words behind it', () => {
  expect(lanes([one])).toEqual([{ x: 10, width: 100, y: 0, textX: 118, plate: false }]);
});
test('each owner has a lane', () => {
  expect(lanes([one, one, one]).map(({ y }) => y)).toEqual([0, laneHeight, 2 * laneHeight]);
  expect(stripHeight([one, one])).toBe(2 * laneHeight);
  expect(stripHeight([])).toBe(0);
});
test('words stand before a band that reaches the right edge, and on one that fills the window', () => {
  expect(lanes([over(day('2026-11-20'), day('2027-03-01'))])[0]).toMatchObject({ textX: 190 - 8 - 60, plate: false });
  expect(lanes([over(day('2026-10-01'), day('2027-03-01'))])[0]).toMatchObject({
    x: -8,
    width: 616,
    textX: 8,
    plate: true,
  });
});
test('words stay at the edge behind which the band lies', () => {
  expect(lanes([one], 300)[0]).toMatchObject({ width: 0, textX: 308, plate: false });
  expect(lanes([one], -900)[0]).toMatchObject({ width: 0, textX: -300 - 8 - 60, plate: false });
});
test('a band of a day can be seen at any zoom', () => {
  expect(lanes([over(start, start)], 0, 600, 0.01)[0]?.width).toBe(4);
});
test('words that are wider than the window are left out', () => {
  expect(lanes([over(start, start, 'x'.repeat(200))])[0]?.textX).toBeUndefined();
});
test('words lie wholly in the window and on the band only with a ground of their own, wherever it is', () => {
  const days = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.nat(400));
  fc.assert(
    fc.property(
      days,
      fc.nat(40),
      fc.double({ min: 0.02, max: 90, noNaN: true }),
      ([from, length], letters, pxPerDay) => {
        const band = over(addDays(start, from), addDays(start, from + length), 'x'.repeat(letters));
        for (const { x, width, textX, plate } of lanes([band], 0, 600, pxPerDay)) {
          expect(width).toBeLessThanOrEqual(616);
          if (textX === undefined) continue;
          expect(textX).toBeGreaterThanOrEqual(0);
          expect(textX + 6 * letters).toBeLessThanOrEqual(600);
          if (!plate && width > 0) expect(textX >= x + width || textX + 6 * letters <= x).toBe(true);
        }
      },
    ),
  );
});
