import { describe, expect, it } from 'vitest';
import { type Risk, withDelays } from '../../../src/network/delays';
import type { Network } from '../../../src/network/network';
import { passesOf } from '../../../src/network/passes';
import { networkOf } from './build';
import { type Kind, randomFrom, randomNetwork } from './random';

const kindOf = (several: boolean): Kind => ({
  calendars: several ? 4 : 1,
  parents: true,
  actuals: true,
  days: true,
  deadlines: true,
  onlyFinishToStart: false,
});

/** A risk at everything that can be late: at nodes with and without others inside, and at the projects. */
function risksIn(network: Network): Risk[] {
  const nodes = [...network.parent.keys()].filter(
    (node) => network.left[node] === 0 && Number.isNaN(network.actualFinish[node]),
  );
  const projects = new Set(nodes.map((node) => network.project[node] ?? 0));
  return [
    ...nodes.map((node) => ({ node, project: network.project[node] ?? 0, probability: 0.5, days: 3 })),
    ...Array.from(projects, (project) => ({ project, probability: 0.5, days: 3 })),
  ];
}

describe('risks in a network', () => {
  it.each([false, true])('change nothing as long as none happens (several calendars: %s)', (several) => {
    let added = 0;
    for (let seed = 0; seed < 200; seed++) {
      const network = randomNetwork(randomFrom(5000 + seed), kindOf(several));
      const { network: delayed, numbers } = withDelays(network, risksIn(network));
      const [before, after] = [passesOf(network), passesOf(delayed)];
      for (const column of ['dated', 'earlyStart', 'earlyFinish', 'totalFloat'] as const) {
        const shown = Array.from(numbers, (number) => after[column][number]);
        expect(shown, `${column} of seed ${seed}`).toEqual(Array.from(before[column]));
      }
      expect(after.projectFinish, `seed ${seed}`).toEqual(before.projectFinish);
      added += delayed.count - network.count;
    }
    expect(added).toBeGreaterThan(150);
  });

  it('stand behind all that is inside, innermost first, and at the end of the project', () => {
    const { network, number } = networkOf(
      [
        { name: 'Outer' },
        { name: 'Inner', parent: 'Outer' },
        { name: 'A', work: 1, parent: 'Inner' },
        { name: 'B', work: 2, parent: 'Inner', after: ['A'] },
        { name: 'C', work: 4, project: 1 },
      ],
      { projects: [0, 1].map(() => ({ calendar: 0, deadline: undefined })) },
    );
    const risk = { project: 0, probability: 0.5 };
    const {
      network: delayed,
      numbers,
      delays,
    } = withDelays(network, [
      { ...risk, days: 1 },
      { ...risk, node: number('Outer'), days: 2 },
      { ...risk, node: number('Inner'), days: 3 },
      { ...risk, node: number('B'), days: 4 },
      { ...risk, project: 2, days: 5 },
    ]);
    expect([...numbers]).toEqual([0, 1, 2, 3, 7]);
    expect([...delayed.parent]).toEqual([-1, 0, 1, 1, 1, 0, -1, -1]);
    expect([...delayed.project]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(delays.map(({ node, days }) => [node, days])).toEqual([
      [3, 4],
      [6, 1],
      [5, 2],
      [4, 3],
    ]);
    const duration = delayed.duration.slice();
    for (const { node, days } of delays) duration[node] = (duration[node] ?? 0) + days;
    const { earlyFinish, projectFinish } = passesOf({ ...delayed, duration });
    expect(Array.from(numbers, (node) => earlyFinish[node])).toEqual([12, 10, 1, 7, 4]);
    expect([...projectFinish]).toEqual([13, 4]);
  });

  it('of single pieces of work need no more nodes', () => {
    const { network } = networkOf([{ name: 'A', work: 1 }]);
    const { network: same, delays } = withDelays(network, [{ node: 0, project: 0, probability: 0.5, days: 3 }]);
    expect(same).toBe(network);
    expect(delays).toMatchObject([{ node: 0, probability: 0.5, days: 3 }]);
  });
});
