import { describe, expect, it } from 'vitest';
import { shareBy, spreadOf, together } from '../../../src/network/pert';

/** T-PERT-1: the activities of the critical path A-C-E-H-I-K-M-N (wizedu 717873), optimistic, likely, pessimistic. */
const path = [
  [5, 5, 7],
  [5, 5, 5],
  [1, 10, 17],
  [4, 4, 6],
  [2, 7, 10],
  [6, 10, 13],
  [2, 2, 3],
  [7, 7, 12],
] as const;

const spread = together(path.map(([optimistic, likely, pessimistic]) => spreadOf({ optimistic, likely, pessimistic })));

describe('PERT on a path', () => {
  it('has the mean and the variance of the published example', () => {
    expect(spread.mean).toBeCloseTo(50.833, 3);
    expect(spread.variance).toBeCloseTo(11.1944, 4);
    expect(Math.sqrt(spread.variance)).toBeCloseTo(3.3458, 4);
  });

  it('says how likely it is to be finished by a day', () => {
    expect(shareBy(spread, 55)).toBeCloseTo(0.8935, 4);
    expect(shareBy(spread, spread.mean)).toBeCloseTo(0.5, 6);
    // Φ(−1), Φ(1.96), as in any table of the normal distribution.
    expect(shareBy({ mean: 1, variance: 1 }, 0)).toBeCloseTo(0.158655, 6);
    expect(shareBy({ mean: 0, variance: 1 }, 1.96)).toBeCloseTo(0.975002, 6);
  });

  it('is certain without variance, and adds independent work', () => {
    const certain = spreadOf({ optimistic: 3, likely: 3, pessimistic: 3 });
    expect(certain).toEqual({ mean: 3, variance: 0 });
    expect([2.9, 3, 3.1].map((days) => shareBy(certain, days))).toEqual([0, 1, 1]);
    // Second-moment check of the PRA package: means 10, 15, 20 and variances 4, 9, 16.
    const sum = together([
      { mean: 10, variance: 4 },
      { mean: 15, variance: 9 },
      { mean: 20, variance: 16 },
    ]);
    expect(sum).toEqual({ mean: 45, variance: 29 });
    expect(Math.sqrt(sum.variance)).toBeCloseTo(5.385, 3);
  });
});
