// What holds for every network, on 10 000 random ones.
import { expect, it } from 'vitest';
import type { Network, Passes } from '../../../src/network/network';
import { passesOf } from '../../../src/network/passes';
import { prepare } from '../../../src/network/passesPrepare';
import { forward, newRun } from '../../../src/network/passesRun';
import { earlyOf, positionOf } from './oracle';
import { type Kind, lines, randomFrom, randomNetwork } from './random';

const everything: Kind = {
  calendars: 4,
  parents: true,
  actuals: true,
  days: true,
  deadlines: false,
  onlyFinishToStart: false,
};

type Check = (network: Network, passes: Passes, random: () => number) => void;

/** On the networks from one seed to another. */
function each([first, last]: readonly [number, number], kind: Kind, check: Check): void {
  for (let seed = first; seed <= last; seed++) {
    const random = randomFrom(seed);
    const network = randomNetwork(random, kind);
    try {
      check(network, passesOf(network), random);
    } catch (error) {
      throw new Error(`Network ${seed}: ${error instanceof Error ? error.message : error}\n${told(network)}`);
    }
  }
}

function told(network: Network): string {
  return JSON.stringify(
    network,
    (_, value) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)].map(String).join(' ') : value),
    1,
  );
}

it('the early dates are those of the rules', () => {
  const lists = lines.map(({ days }) => days);
  each([1, 2500], { ...everything, deadlines: true }, (network, passes) => {
    const early = earlyOf(network, lists);
    for (let node = 0; node < network.count; node++) {
      const list = lists[network.calendar[node] ?? 0];
      if (!list || Number.isNaN(passes.earlyFinish[node])) continue;
      const finish = positionOf(list, early.finish[node] ?? 0);
      const start = Math.min(finish, positionOf(list, early.start[node] ?? 0));
      same(passes.dated[node], Number(early.dated[node]), `dated of ${node}`);
      same(passes.earlyStart[node], start, `early start of ${node}`);
      same(passes.earlyFinish[node], finish, `early finish of ${node}`);
    }
  });
});

it('without a deadline no float is negative, and the free one is not more than the total one', () => {
  let seen = 0;
  each([2501, 4500], everything, (network, passes) => {
    for (let node = 0; node < network.count; node++) {
      const [total = 0, free = 0] = [passes.totalFloat[node], passes.freeFloat[node]];
      if (Number.isNaN(total)) continue;
      holds(total >= -little && free >= 0 && free <= total + little, `floats of ${node}: ${total}, ${free}`);
      seen++;
    }
  });
  expect(seen).toBeGreaterThan(5000);
});

/** A network in which the work of one node finishes later by some days. */
function slipped(network: Network, passes: Passes, node: number, days: number): Network {
  const finishFrom = network.finishFrom.slice();
  finishFrom[node] = (passes.earlyFinish[node] ?? 0) + days;
  return { ...network, finishFrom };
}

const isLeaf = ({ parent }: Network, node: number) => parent[node + 1] !== node;

/** Work that can slip: open, dated and without others inside. */
function candidate(network: Network, passes: Passes, random: () => number): number | undefined {
  const node = Math.floor(random() * network.count);
  const is = isLeaf(network, node) && Number.isNaN(network.actualStart[node]) && !Number.isNaN(passes.totalFloat[node]);
  return is ? node : undefined;
}

it('work that slips by less than its total float moves no project, by more it does', () => {
  let tried = 0;
  each([4501, 6500], everything, (network, passes, random) => {
    const node = candidate(network, passes, random);
    if (node === undefined) return;
    const float = passes.totalFloat[node] ?? 0;
    const ends = (days: number) => endsOf(slipped(network, passes, node, days));
    const before = endsOf(network);
    const less = ends(float - 0.001);
    holds(
      less.every((end, at) => end <= (before[at] ?? 0) + little),
      `slip of ${node} by ${float} moves ${before} to ${less}`,
    );
    // Where only the start of several is waited for, each is held alone; another may begin then as well.
    const shared = network.predecessor.some(
      (from, link) => (network.type[link] ?? 0) % 2 === 1 && !isLeaf(network, from),
    );
    const more = ends(float + 1.5);
    holds(
      shared || more.some((end, at) => end > (before[at] ?? 0) + little),
      `slip of ${node} by more than ${float} moves nothing`,
    );
    tried++;
  });
  expect(tried).toBeGreaterThan(500);
});

it('work that slips by less than its free float moves no other work', () => {
  let tried = 0;
  each([6501, 8000], everything, (network, passes, random) => {
    const node = candidate(network, passes, random);
    if (node === undefined) return;
    const float = passes.freeFloat[node] ?? 0;
    const after = passesOf(slipped(network, passes, node, float - 0.001));
    for (let other = 0; other < network.count; other++) {
      if (other === node || !isLeaf(network, other) || Number.isNaN(passes.earlyFinish[other])) continue;
      const moved = (after.earlyFinish[other] ?? 0) - (passes.earlyFinish[other] ?? 0);
      holds(moved < 0.002, `slip of ${node} by ${float} moves ${other}`);
    }
    tried++;
  });
  expect(tried).toBeGreaterThan(500);
});

it('the chain of drivers of what finishes last is as long as the project', () => {
  const plain = { ...everything, calendars: 1, parents: false, actuals: false, days: false, onlyFinishToStart: true };
  each([8001, 9000], plain, (network, passes) => {
    for (const [project, finish] of passes.projectFinish.entries()) {
      const last = passes.earlyFinish.findIndex(
        (end, node) => network.project[node] === project && end === finish && passes.dated[node] === 1,
      );
      let length = 0;
      for (let node = last; node >= 0; ) {
        length += network.duration[node] ?? 0;
        holds((passes.totalFloat[node] ?? 1) <= little, `float of ${node} on the critical path`);
        const driver = passes.driver[node] ?? -1;
        node = driver >= 0 ? (network.predecessor[driver] ?? -1) : -1;
      }
      if (last >= 0) same(length, finish - (network.startFrom[0] ?? 0), `length of project ${project}`);
    }
  });
});

it('without one of its links nothing is later, and without one of what has float no project is earlier', () => {
  let tried = 0;
  // On several calendars a finish on Friday can drive a start on Monday and still have the weekend as float.
  each([9001, 10_000], { ...everything, calendars: 1 }, (network, _, random) => {
    if (network.predecessor.length === 0) return;
    const link = Math.floor(random() * network.predecessor.length);
    const before = network.predecessor[link] ?? 0;
    // Stated, so that what follows is as much part of the project without the link.
    const all = { ...network, stated: new Uint8Array(network.count).fill(1) };
    const full = passesOf(all);
    const [ends, less] = [endsOf(all), endsOf(withoutLink(all, link))];
    holds(
      less.every((end, at) => end <= (ends[at] ?? 0) + little),
      `without link ${link} the projects end ${less}, not ${ends}`,
    );
    const byFinish = isLeaf(all, before) || (network.type[link] ?? 0) % 2 === 0;
    if (!((full.totalFloat[before] ?? 0) > little && byFinish && Number.isNaN(all.actualStart[before]))) return;
    same(less.join(), ends.join(), `ends without link ${link} of ${before}`);
    tried++;
  });
  expect(tried).toBeGreaterThan(100);
});

/** When each project finishes, exactly: on the line of all days where its nodes have several calendars. */
function endsOf(network: Network): Float64Array {
  const prepared = prepare(network);
  const run = newRun(prepared);
  forward(prepared, network.duration, run);
  return run.lastFinish;
}

function withoutLink(network: Network, link: number): Network {
  return {
    ...network,
    linksFrom: network.linksFrom.map((from) => (from > link ? from - 1 : from)),
    predecessor: network.predecessor.filter((_, at) => at !== link),
    type: network.type.filter((_, at) => at !== link),
    lag: network.lag.filter((_, at) => at !== link),
  };
}

const little = 1e-6;

function same(found: unknown, expected: unknown, what: string): void {
  const close = typeof found === 'number' && typeof expected === 'number' && Math.abs(found - expected) < 1e-5;
  holds(close || found === expected, `${what} is ${found}, not ${expected}`);
}

function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}
