// Earned value and earned schedule on published figures, and where they are not defined.
import { describe, expect, it, test } from 'vitest';
import { performanceOf, timePerformanceOf } from '../../../src/network/earned';

describe('earned value', () => {
  it('of the published case with a budget of 100 000, in its third period', () => {
    const found = performanceOf({ budget: 100_000, planned: 40_000, earned: 35_000, cost: 36_000 });
    expect(found).toMatchObject({ scheduleVariance: -5_000, costVariance: -1_000, schedulePerformance: 0.875 });
    expect(found.costPerformance).toBeCloseTo(0.97222, 5);
    expect(found.estimateAtCompletion).toBeCloseTo(102_857.14, 2);
  });

  it('of the published case of design, build and test', () => {
    const found = performanceOf({ budget: 500, planned: 300, earned: 200, cost: 250 });
    expect(found.schedulePerformance).toBeCloseTo(0.67, 2);
    expect(found).toMatchObject({
      scheduleVariance: -100,
      costVariance: -50,
      costPerformance: 0.8,
      estimateAtCompletion: 625,
      estimateToComplete: 375,
      varianceAtCompletion: -125,
      toCompletePerformance: 300 / 250,
    });
  });

  test.each([
    ['nothing planned yet', { budget: 500, planned: 0, earned: 100 }, 'schedulePerformance'],
    ['nothing planned nor earned', { budget: 500, planned: 0, earned: 0 }, 'schedulePerformance'],
    ['nothing spent', { budget: 500, planned: 0, earned: 100, cost: 0 }, 'costPerformance'],
    ['nothing earned of what was spent', { budget: 500, planned: 9, earned: 0, cost: 9 }, 'estimateAtCompletion'],
    ['nothing left to spend', { budget: 500, planned: 500, earned: 400, cost: 500 }, 'toCompletePerformance'],
    ['no budget', { budget: 0, planned: 0, earned: 0, cost: 0 }, 'toCompletePerformance'],
    ['no cost known', { budget: 500, planned: 300, earned: 200 }, 'costVariance'],
  ] as const)('is not defined with %s', (_, values, field) => {
    const found = performanceOf(values);
    expect(found[field]).toBeUndefined();
    const all = Object.values(found).filter((value) => value !== undefined);
    expect(all.every(Number.isFinite)).toBe(true);
  });
});

/** PV by the end of each period, from the first one on. */
function curve(...values: readonly number[]) {
  return {
    periods: values.length,
    valueAt: (period: number) => (period === 0 ? 0 : (values[period - 1] ?? Number.NaN)),
  };
}

const modules = curve(...Array.from({ length: 10 }, (_, at) => 100_000 * (at + 1)));

describe('earned schedule', () => {
  it('of the published case: ten modules planned for ten months and finished in the twelfth', () => {
    const value = performanceOf({ budget: 1_000_000, planned: 1_000_000, earned: 1_000_000, cost: 1_300_000 });
    expect(value).toMatchObject({ scheduleVariance: 0, schedulePerformance: 1 });
    const time = timePerformanceOf(modules, 1_000_000, 12);
    expect(time).toMatchObject({ earnedSchedule: 10, timeVariance: -2 });
    expect(time.timePerformance).toBeCloseTo(0.8333, 4);
    expect(time.estimatedDuration).toBeCloseTo(12, 9);
  });

  it('of the published formula: all planned up to May is earned in July, and a part of what was planned for June', () => {
    const [may, june, earned] = [430, 560, 482];
    const months = curve(60, 140, 230, 330, may, june, 700, 800);
    const { earnedSchedule, timePerformance } = timePerformanceOf(months, earned, 7);
    expect(earnedSchedule).toBeCloseTo(5 + (earned - may) / (june - may), 12);
    expect(timePerformance).toBeCloseTo(5.4 / 7, 12);
  });

  const pause = curve(10, 20, 20, 20, 30);
  test.each([
    ['nothing earned', modules, 0, 3, 0],
    ['half a module', modules, 50_000, 1, 0.5],
    ['exactly two', modules, 200_000, 2, 2],
    ['ahead', modules, 450_000, 2, 4.5],
    ['all of it, early', modules, 1_000_000, 8, 10],
    ['behind a pause', pause, 20, 5, 4],
    ['in a pause, as planned', pause, 20, 3, 3],
    ['before a pause, all that was to come before it', pause, 20, 1, 2],
    ['in a pause, but for a binary fraction', pause, 20 - 1e-12, 3, 3],
    ['into what comes after a pause', pause, 25, 4, 4.5],
    ['before anything was to be earned', curve(0, 0, 0, 10), 0, 1, 1],
    ['all at once at the end', curve(0, 0, 0, 10), 5, 2, 3.5],
    ['a plan without a period', curve(), 0, 1, 0],
  ])('%s', (_, planned, earned, time, expected) => {
    expect(timePerformanceOf(planned, earned, time).earnedSchedule).toBeCloseTo(expected, 9);
  });

  it('is behind where more was planned before the beginning than is earned', () => {
    expect(timePerformanceOf({ periods: 2, valueAt: (period) => 10 + period }, 5, 1).earnedSchedule).toBe(0);
  });

  it('has no forecast where there is no performance', () => {
    expect(timePerformanceOf(modules, 0, 3)).toMatchObject({ timePerformance: 0, estimatedDuration: undefined });
    expect(timePerformanceOf(modules, 0, 0)).toMatchObject({
      timePerformance: undefined,
      estimatedDuration: undefined,
    });
  });
});
