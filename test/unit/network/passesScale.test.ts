// Networks as large and as deep as nobody draws them.
import { expect, it } from 'vitest';
import type { Network } from '../../../src/network/network';
import { passesOf } from '../../../src/network/passes';
import { everyDay } from './build';

const count = 100_000;

/** Half a day of work each; `parent` and `before` give the node around and the predecessor of each, or -1. */
function large(parent: (node: number) => number, before: (node: number) => number): Network {
  const nodes = Uint32Array.from({ length: count }, (_, node) => node);
  const column = (value: number) => new Float64Array(count).fill(value);
  const linked = nodes.filter((node) => before(node) >= 0);
  const linksFrom = new Uint32Array(count + 1);
  for (const node of linked) linksFrom[node + 1] = 1;
  for (let node = 0; node < count; node++) linksFrom[node + 1] = (linksFrom[node + 1] ?? 0) + (linksFrom[node] ?? 0);
  return {
    count,
    calendars: [everyDay],
    calendar: new Uint32Array(count),
    parent: Int32Array.from(nodes, parent),
    project: new Uint32Array(count),
    projects: [{ calendar: 0, deadline: undefined }],
    left: new Uint8Array(count),
    stated: new Uint8Array(count),
    duration: column(0.5),
    startFrom: column(0),
    finishFrom: column(Number.NEGATIVE_INFINITY),
    finishTo: column(Number.POSITIVE_INFINITY),
    actualStart: column(Number.NaN),
    actualFinish: column(Number.NaN),
    linksFrom,
    predecessor: linked.map(before),
    type: new Uint8Array(linked.length),
    lag: new Float64Array(linked.length),
  };
}

it('a chain of 100 000, backwards in the file', () => {
  const passes = passesOf(
    large(
      () => -1,
      (node) => (node + 1 < count ? node + 1 : -1),
    ),
  );
  expect([passes.earlyFinish[0], passes.projectFinish[0], passes.lateStart[count - 1]]).toEqual([
    count / 2,
    count / 2,
    0,
  ]);
  expect(passes.totalFloat.every((float) => float === 0)).toBe(true);
});

it('100 000 inside each other, and a link to the whole at every level', () => {
  const passes = passesOf(
    large(
      (node) => (node % 2 === 0 ? node - 2 : node - 1),
      (node) => (node % 2 === 0 && node > 0 ? node - 1 : -1),
    ),
  );
  expect([passes.earlyFinish[0], passes.earlyFinish[count - 1]]).toEqual([count / 4, count / 4]);
});

it('100 000 in one circle', () => {
  const passes = passesOf(
    large(
      () => -1,
      (node) => (node + 1) % count,
    ),
  );
  expect(passes.projectFinish[0]).toBe(count / 2);
});
