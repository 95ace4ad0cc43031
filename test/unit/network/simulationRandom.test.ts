// The simulation of random networks beside the passes.
import { describe, expect, it } from 'vitest';
import { drawsOf, type Estimates } from '../../../src/network/draws';
import type { Network } from '../../../src/network/network';
import { passesOf } from '../../../src/network/passes';
import { startSimulation } from '../../../src/network/simulation';
import { type Kind, randomFrom, randomNetwork } from './random';

/** Of the leaves that can move about half; with a `spread` around what they take. */
function randomEstimates(random: () => number, network: Network, spread: boolean): Estimates {
  const node = [...network.parent.keys()].filter(
    (at) =>
      network.parent[at + 1] !== at &&
      network.left[at] === 0 &&
      Number.isNaN(network.actualFinish[at]) &&
      random() < 0.5,
  );
  const likely = Float64Array.from(node, (at) => network.duration[at] ?? 0);
  return {
    node: Uint32Array.from(node),
    optimistic: likely.map((days) => (spread ? days * random() : days)),
    likely,
    pessimistic: likely.map((days) => (spread ? days * (1 + 2 * random()) : days)),
  };
}

const kindOf = (several: boolean): Kind => ({
  calendars: several ? 4 : 1,
  parents: true,
  actuals: true,
  days: true,
  deadlines: true,
  onlyFinishToStart: false,
});

const cases = Array.from({ length: 250 }, (_, seed) => seed);

describe('random networks', () => {
  it.each([false, true])(
    'where nothing is spread each run is the one of the critical path method (several calendars: %s)',
    (several) => {
      let seen = 0;
      for (const seed of cases) {
        const random = randomFrom(seed);
        const network = randomNetwork(random, kindOf(several));
        seen += compareRun(network, randomEstimates(random, network, false), network.duration, seed);
      }
      expect(seen).toBeGreaterThan(2 * cases.length);
    },
  );

  it.each([false, true])(
    'any single run is the one of the critical path method with what was drawn (several calendars: %s)',
    (several) => {
      let seen = 0;
      for (const seed of cases) {
        const random = randomFrom(1000 + seed);
        const network = randomNetwork(random, kindOf(several));
        const estimates = randomEstimates(random, network, true);
        const duration = network.duration.slice();
        drawsOf(estimates, [], duration, seed).next(duration);
        seen += compareRun(network, estimates, duration, seed);
      }
      expect(seen).toBeGreaterThan(2 * cases.length);
    },
  );

  it('more of the runs take longer: P10 ≤ P50 ≤ P80 ≤ P90', () => {
    let seen = 0;
    for (const seed of cases.slice(0, 80)) {
      const random = randomFrom(2000 + seed);
      const network = randomNetwork(random, kindOf(seed % 2 === 0));
      const estimates = randomEstimates(random, network, true);
      const simulation = startSimulation(network, { estimates, risks: [] }, { seed, runs: 200 });
      expect(simulation.step(200)).toBe(true);
      for (const finishes of [...simulation.result().nodes.values(), ...simulation.result().projects.values()]) {
        const [p10 = 0, p50 = 0, p80 = 0, p90 = 0] = [0.1, 0.5, 0.8, 0.9].map(finishes.quantile);
        const { criticality, shareBy } = finishes;
        const holds = p10 <= p50 && p50 <= p80 && p80 <= p90 && shareBy(p80) >= 0.8 && shareBy(p80 - 1) < 0.8;
        if (!holds || criticality < 0 || criticality > 1) expect.fail(`seed ${seed}: ${p10}, ${p50}, ${p80}, ${p90}`);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(150);
  });
});

/** `duration` is what the only run of seed `seed` takes. Returns how many nodes and projects were compared. */
function compareRun(network: Network, estimates: Estimates, duration: Float64Array, seed: number): number {
  const grain = 64;
  const simulation = startSimulation(network, { estimates, risks: [] }, { seed, runs: 1, grain });
  simulation.step(1);
  const { nodes, projects } = simulation.result();
  const passes = passesOf({ ...network, duration });
  const shown = (position: number | undefined) => Math.ceil((position ?? 0) * grain - 1e-6) / grain;
  const expected = [
    ...Array.from(nodes.keys(), (node) => [
      node,
      shown(passes.earlyFinish[node]),
      Number((passes.totalFloat[node] ?? 0) <= 1e-6),
    ]),
    ...Array.from(projects.keys(), (project) => [project, shown(passes.projectFinish[project])]),
  ];
  const actual = [
    ...Array.from(nodes, ([node, finishes]) => [node, finishes.quantile(1), finishes.criticality]),
    ...Array.from(projects, ([project, finishes]) => [project, finishes.quantile(1)]),
  ];
  expect(actual, `seed ${seed}`).toEqual(expected);
  return actual.length;
}
