// The simulation beside closed forms: every figure within four standard errors of its oracle, with fixed seeds.
import { describe, expect, it } from 'vitest';
import type { Risk } from '../../../src/network/delays';
import { type Finishes, startSimulation } from '../../../src/network/simulation';
import { type Around, type Node, networkOf } from './build';

const runs = 10_000;
const grain = 100;

interface Triangle {
  readonly low: number;
  readonly top: number;
  readonly high: number;
}

interface Uncertain {
  readonly estimates?: Readonly<Record<string, readonly [number, number, number]>>;
  readonly risks?: readonly (Omit<Risk, 'node' | 'project'> & { readonly at?: string })[];
  readonly seed?: number;
  readonly around?: Around;
  /** Runs in a step. */
  readonly slice?: number;
}

function simulate(nodes: readonly Node[], { estimates = {}, risks = [], seed = 1, around, slice = 999 }: Uncertain) {
  const { network, number } = networkOf(nodes, around);
  const points = Object.entries(estimates);
  const column = (at: 0 | 1 | 2) => Float64Array.from(points, ([, estimate]) => estimate[at]);
  const simulation = startSimulation(
    network,
    {
      estimates: {
        node: Uint32Array.from(points, ([name]) => number(name)),
        optimistic: column(0),
        likely: column(1),
        pessimistic: column(2),
      },
      risks: risks.map(({ at, ...risk }) => ({
        ...risk,
        project: 0,
        ...(at === undefined ? {} : { node: number(at) }),
      })),
    },
    { seed, runs, grain },
  );
  while (!simulation.step(slice));
  const result = simulation.result();
  expect(result.runs).toBe(runs);
  const of = (name: string): Finishes => {
    const found = result.nodes.get(number(name));
    if (!found) throw new RangeError(name);
    return found;
  };
  return { of, result, project: result.projects.get(0) };
}

/** Cumulative share, density and quantile of a triangular distribution (https://en.wikipedia.org/wiki/Triangular_distribution). */
function cumulative({ low, top, high }: Triangle, x: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  return x < top ? (x - low) ** 2 / ((high - low) * (top - low)) : 1 - (high - x) ** 2 / ((high - low) * (high - top));
}

function density({ low, top, high }: Triangle, x: number): number {
  return x < top ? (2 * (x - low)) / ((high - low) * (top - low)) : (2 * (high - x)) / ((high - low) * (high - top));
}

function mean({ low, top, high }: Triangle): number {
  return (low + top + high) / 3;
}

function variance({ low: a, top: m, high: b }: Triangle): number {
  return (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
}

function triangle([low, top, high]: readonly [number, number, number]): Triangle {
  return { low, top, high };
}

/** Four standard errors of a share, and what a cell is wide beside it. */
function nearShare(actual: number, expected: number) {
  const error = Math.sqrt((expected * (1 - expected)) / runs);
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(4 * error + 1e-9);
}

/** Mean and variance from the shares at the ends of all cells. */
function moments(finishes: Finishes, from: number, to: number) {
  let sum = 0;
  let squares = 0;
  let before = 0;
  const step = 1 / grain;
  for (let cell = 0; cell <= (to - from) * grain; cell++) {
    const x = from + cell * step;
    const share = finishes.shareBy(x);
    const middle = x - step / 2;
    sum += (share - before) * middle;
    squares += (share - before) * middle * middle;
    before = share;
  }
  expect(before).toBe(1);
  return { mean: sum, variance: squares - sum * sum };
}

describe('one triangular estimate', () => {
  it.each([
    [0.1, 4.894],
    [0.5, 6.708],
    [0.8, 8.653],
    [0.9, 9.634],
  ])('Tri(4, 5, 12) is finished in %d of the runs by %d', (share, expected) => {
    const finishes = simulate([{ name: 'A', work: 5 }], { estimates: { A: [4, 5, 12] } }).of('A');
    const error = Math.sqrt((share * (1 - share)) / runs) / density({ low: 4, top: 5, high: 12 }, expected);
    expect(Math.abs(finishes.quantile(share) - expected)).toBeLessThan(4 * error);
    nearShare(finishes.shareBy(expected), share);
  });

  it.each<readonly [number, number, number]>([
    [5, 10, 15],
    [4, 5, 12],
    [3, 3, 9],
    [3, 9, 9],
  ])('Tri(%d, %d, %d) has its mean and its variance', (...estimate) => {
    const expected = triangle(estimate);
    const finishes = simulate([{ name: 'A' }], { estimates: { A: estimate } }).of('A');
    const found = moments(finishes, estimate[0], estimate[2]);
    expect(Math.abs(found.mean - mean(expected))).toBeLessThan(4 * Math.sqrt(variance(expected) / runs));
    // The kurtosis of every triangular distribution is 2.4, so the variance of the sample variance is 1.4 σ⁴ ÷ n.
    expect(Math.abs(found.variance - variance(expected))).toBeLessThan(4 * variance(expected) * Math.sqrt(1.4 / runs));
  });
});

it('a sum of three has the sum of the means and of the variances', () => {
  const estimates = { A: [4, 5, 12], B: [5, 10, 15], C: [1, 1, 7] } as const;
  const chain = [
    { name: 'A', work: 5 },
    { name: 'B', work: 10, after: ['A'] },
    { name: 'C', work: 1, after: ['B FS+2'] },
  ];
  const all = Object.values(estimates).map(triangle);
  const expected = all.reduce((sum, each) => sum + mean(each), 2);
  const spread = all.reduce((sum, each) => sum + variance(each), 0);
  const { of, project } = simulate(chain, { estimates });
  const found = moments(of('C'), 12, 36);
  expect(Math.abs(found.mean - expected)).toBeLessThan(4 * Math.sqrt(spread / runs));
  expect(Math.abs(found.variance - spread)).toBeLessThan(4 * spread * Math.sqrt(2 / runs));
  expect(['A', 'B', 'C'].map((name) => of(name).criticality)).toEqual([1, 1, 1]);
  expect(project?.quantile(0.8)).toBe(of('C').quantile(0.8));
  expect(project?.criticality).toBe(1);
});

describe('merge bias', () => {
  it.each([2, 3, 5, 8])('%d equal paths are together finished in the power of the share of one', (count) => {
    const names = Array.from({ length: count }, (_, at) => `P${at}`);
    const estimates = Object.fromEntries(names.map((name) => [name, [10, 15, 20] as const]));
    const nodes = [...names.map((name) => ({ name, work: 15 })), { name: 'End', after: names }];
    const { of } = simulate(nodes, { estimates });
    for (const day of [13, 15, 17, 18]) {
      const share = cumulative({ low: 10, top: 15, high: 20 }, day);
      nearShare(of('P0').shareBy(day), share);
      nearShare(of('End').shareBy(day), share ** count);
    }
    const criticality = names.map((name) => of(name).criticality);
    for (const each of criticality) nearShare(each, 1 / count);
    expect(criticality.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  });

  it('of two paths that join, each is critical as often as it is the longer one', () => {
    const estimates = { A: [4, 5, 12] } as const;
    const nodes = [{ name: 'A' }, { name: 'B', work: 7 }, { name: 'C', work: 3, after: ['A', 'B'] }];
    const { of, result } = simulate(nodes, { estimates });
    const before = cumulative({ low: 4, top: 5, high: 12 }, 7);
    nearShare(of('C').shareBy(10), before);
    nearShare(of('A').criticality, 1 - before);
    expect(of('C').quantile(0.01)).toBe(10);
    // Nothing uncertain moves B, so nothing is said about it.
    expect([...result.nodes.keys()]).toEqual([0, 2]);
  });
});

describe('risks', () => {
  const nodes: readonly Node[] = [
    { name: 'Phase' },
    { name: 'A', work: 10, parent: 'Phase' },
    { name: 'B', work: 4, parent: 'Phase', after: ['A'] },
    { name: 'Next', work: 1, after: ['Phase'] },
    { name: 'Beside', work: 2, after: ['A'] },
  ];

  it('at a milestone makes it late as often as the risk is likely', () => {
    const { of, result } = simulate(nodes, { risks: [{ at: 'A', probability: 0.3, days: 5 }] });
    nearShare(of('A').shareBy(10), 0.7);
    expect(of('A').shareBy(14.99)).toBe(of('A').shareBy(10));
    expect(of('A').shareBy(15)).toBe(1);
    expect([0.5, 0.69, 0.71, 0.9].map(of('A').quantile)).toEqual([10, 10, 15, 15]);
    expect(of('Next').quantile(0.9)).toBe(20);
    expect(of('Beside').quantile(0.9)).toBe(17);
    expect([...result.nodes.keys()]).toEqual([0, 1, 2, 3, 4]);
  });

  it('of which several are independent', () => {
    const risks = [
      { at: 'A', probability: 0.3, days: 5 },
      { at: 'A', probability: 0.5, days: 1 },
      { at: 'B', probability: 0.2, days: 20 },
    ];
    const { of } = simulate(nodes, { risks });
    nearShare(of('B').shareBy(14), 0.7 * 0.5 * 0.8);
    nearShare(of('B').shareBy(15), 0.7 * 0.8);
    nearShare(of('B').shareBy(20), 0.8);
    expect(of('B').shareBy(40)).toBe(1);
  });

  it('at what holds others delays its finish and what waits for it, but nothing inside', () => {
    const { of, result } = simulate(nodes, { risks: [{ at: 'Phase', probability: 0.4, days: 3 }] });
    expect([...result.nodes.keys()]).toEqual([0, 3]);
    nearShare(of('Phase').shareBy(14), 0.6);
    nearShare(of('Next').shareBy(15), 0.6);
    expect(of('Next').shareBy(18)).toBe(1);
  });

  it('of the whole project delays the project alone', () => {
    const { project, result } = simulate(nodes, { risks: [{ probability: 0.25, days: 7.5 }] });
    expect(result.nodes.size).toBe(0);
    nearShare(project?.shareBy(15) ?? 0, 0.75);
    expect(project?.quantile(0.9)).toBe(22.5);
  });

  it('come on top of an estimate, and never without a chance or an impact', () => {
    const risks = [
      { at: 'A', probability: 1, days: 2 },
      { at: 'B', probability: 0, days: 9 },
      { at: 'B', probability: 1, days: 0 },
    ];
    const { of } = simulate(nodes, { estimates: { A: [8, 10, 12] }, risks });
    nearShare(of('A').shareBy(12), 0.5);
    nearShare(of('B').shareBy(16), 0.5);
  });
});

describe('a due date and a deadline', () => {
  const nodes = [
    { name: 'A', work: 10, finishFrom: 14 },
    { name: 'B', work: 2, after: ['A'] },
  ];
  const estimates = { A: [8, 10, 18] } as const;

  it('nothing finishes before it is due, and is in time as often as its work fits', () => {
    const { of } = simulate(nodes, { estimates });
    const inTime = cumulative({ low: 8, top: 10, high: 18 }, 14);
    nearShare(of('A').shareBy(14), inTime);
    expect(of('A').shareBy(13.99)).toBe(0);
    expect(of('A').quantile(0.5)).toBe(14);
    nearShare(of('B').shareBy(16), inTime);
  });

  it('with a deadline only those runs are critical that leave no float', () => {
    // The deadline is the end of day 17: 18 days.
    const { of, project } = simulate(nodes, {
      estimates,
      around: { projects: [{ calendar: 0, deadline: 17 as never }] },
    });
    const late = 1 - cumulative({ low: 8, top: 10, high: 18 }, 16);
    nearShare(of('B').criticality, late);
    nearShare(project?.criticality ?? 0, late);
    nearShare(project?.shareBy(18) ?? 0, 1 - late);
  });
});

describe('a seed', () => {
  const nodes = [{ name: 'A' }, { name: 'B', after: ['A'] }];
  const estimates = { A: [1, 2, 9], B: [2, 3, 4] } as const;
  const figures = (uncertain: Uncertain) => {
    const { of } = simulate(nodes, { estimates, ...uncertain });
    return [0.1, 0.5, 0.8, 0.9].map(of('B').quantile);
  };

  it('gives the same result again, however the runs are cut', () => {
    expect(figures({ seed: 7, slice: 1 })).toEqual(figures({ seed: 7, slice: 5000 }));
    expect(figures({ seed: 8 })).not.toEqual(figures({ seed: 7 }));
  });
});
