import { describe, expect, it } from 'vitest';
import { countBy, countedIn, quantile, talliesOf, tally } from '../../../src/network/tallies';

function counted(values: readonly number[], { least = 0, most = 10, grain = 1 } = {}) {
  const tallies = talliesOf(Float64Array.of(-5, least), Float64Array.of(5, most), grain);
  for (const value of values) tally(tallies, Uint32Array.of(2, 1), Float64Array.of(Number.NaN, value, 0));
  const found = countedIn(tallies, 1);
  return {
    quantile: (share: number) => quantile(found, share),
    by: (position: number) => countBy(found, position),
    cells: (tallies.from[2] ?? 0) - (tallies.from[1] ?? 0),
  };
}

describe('counting finishes', () => {
  it('a cell is a working day, and its end counts to it', () => {
    const { quantile, by } = counted([0.5, 1, 1.000000001, 1.2, 3, 9.99]);
    expect([0.01, 2 / 6, 0.5, 0.5001, 4 / 6, 5 / 6, 0.9, 1].map(quantile)).toEqual([1, 1, 1, 2, 2, 3, 10, 10]);
    expect([0, 0.9, 1, 1.9, 2, 3, 9, 10, 11].map(by)).toEqual([0, 0, 3, 3, 4, 5, 5, 6, 6]);
  });

  it('a grain tells parts of a day apart', () => {
    const { quantile } = counted([0.24, 0.26, 0.51], { grain: 4 });
    expect([0.33, 0.5, 1].map(quantile)).toEqual([0.25, 0.5, 0.75]);
  });

  it('equals sorting, wherever values fall', () => {
    let seed = 1;
    const next = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const [least, most, from, to] of [
      [0, 10, 0, 10],
      [5, 5, 0, 40],
      [100, 120, -300, 500],
      [-20, -10, -20, 3000],
    ] as const) {
      const values = Array.from({ length: 500 }, () => from + next() * (to - from));
      const { quantile, by } = counted(values, { least, most });
      const days = values.map((value) => Math.ceil(value - 1e-6)).sort((a, b) => a - b);
      for (const share of [0.002, 0.1, 0.5, 0.8, 0.9, 1]) {
        expect(quantile(share), `${share} of ${from}…${to}`).toBe(days[Math.ceil(share * 500 - 1e-9) - 1]);
      }
      const middle = Math.round((from + to) / 2);
      expect(by(middle)).toBe(days.filter((day) => day <= middle).length);
    }
  });

  it('a long range has wider cells and takes no more room', () => {
    const wide = counted([1, 50_000, 99_999], { least: 0, most: 100_000 });
    expect(wide.cells).toBeLessThanOrEqual(4096);
    expect(wide.quantile(0.5)).toBeGreaterThanOrEqual(50_000);
    expect(wide.quantile(0.5)).toBeLessThan(50_000 + 32);
    const far = counted([5, 1e9, Number.POSITIVE_INFINITY, -1e5], { least: 0, most: 10 });
    expect([0.25, 0.5, 0.75].map(far.quantile)).toEqual([-1e5, 5, 3_660_000]);
  });
});
