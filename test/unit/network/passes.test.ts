// The passes beside published worked examples; every day is worked and time begins at 0, as in the sources.
import { describe, expect, it, test } from 'vitest';
import { passesOf } from '../../../src/network/passes';
import { type Node, networkOf } from './build';

const columns = ['earlyStart', 'earlyFinish', 'lateStart', 'lateFinish', 'totalFloat', 'freeFloat'] as const;

function rows(nodes: readonly Node[], of: readonly (typeof columns)[number][] = columns) {
  const { network } = networkOf(nodes);
  const passes = passesOf(network);
  return Object.fromEntries(nodes.map(({ name }, node) => [name, of.map((column) => passes[column][node])]));
}

/** `Name work after, after` a line. */
function nodes(text: string): Node[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', work = '0', after = ''] = line.split('|').map((cell) => cell.trim());
      return { name, work: Number(work), after: after ? after.split(', ') : [] };
    });
}

it('a widget project: every early and late date and both floats (SAS/OR)', () => {
  const widget = nodes(`
    Approve Plan | 5
    Drawings     | 10 | Approve Plan
    Study Market | 5  | Approve Plan
    Write Specs  | 5  | Approve Plan
    Prototype    | 15 | Drawings, Write Specs
    Mkt. Strat.  | 10 | Study Market
    Materials    | 10 | Prototype
    Facility     | 10 | Prototype
    Init. Prod.  | 10 | Materials, Facility
    Evaluate     | 10 | Init. Prod.
    Test Market  | 15 | Mkt. Strat., Init. Prod.
    Changes      | 5  | Evaluate, Test Market
    Production   | 0  | Changes
    Marketing    | 0  | Mkt. Strat., Init. Prod.`);
  expect(rows(widget)).toEqual({
    'Approve Plan': [0, 5, 0, 5, 0, 0],
    Drawings: [5, 15, 5, 15, 0, 0],
    'Study Market': [5, 10, 35, 40, 30, 0],
    'Write Specs': [5, 10, 10, 15, 5, 5],
    Prototype: [15, 30, 15, 30, 0, 0],
    'Mkt. Strat.': [10, 20, 40, 50, 30, 30],
    Materials: [30, 40, 30, 40, 0, 0],
    Facility: [30, 40, 30, 40, 0, 0],
    'Init. Prod.': [40, 50, 40, 50, 0, 0],
    Evaluate: [50, 60, 55, 65, 5, 5],
    'Test Market': [50, 65, 50, 65, 0, 0],
    Changes: [65, 70, 65, 70, 0, 0],
    Production: [70, 70, 70, 70, 0, 0],
    Marketing: [50, 50, 70, 70, 20, 20],
  });
  expect([...passesOf(networkOf(widget).network).projectFinish]).toEqual([70]);
});

it('an information system: starts, finish and the critical activities (Vanhoucke 2014)', () => {
  const work = [1, 2, 2, 4, 3, 3, 3, 2, 1, 1, 2, 1, 1, 1, 1, 2, 1];
  const after = [
    ...[[], [1], [1], [2], [2], [2], [3], [3], [3], [3], [4, 5, 6], [7], [8], [9], [10]],
    ...[
      [11, 12, 13, 14, 15],
      [11, 12, 13, 14, 15],
    ],
  ];
  const system = work.map((days, at) => ({ name: `${at + 1}`, work: days, after: (after[at] ?? []).map(String) }));
  const passes = passesOf(networkOf(system).network);
  expect([...passes.earlyStart]).toEqual([0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 7, 6, 5, 4, 4, 9, 9]);
  expect([...passes.lateStart]).toEqual([0, 1, 3, 3, 4, 4, 5, 6, 7, 7, 7, 8, 8, 8, 8, 9, 10]);
  expect([...passes.projectFinish]).toEqual([11]);
  const critical = system.filter((_, at) => passes.totalFloat[at] === 0).map(({ name }) => name);
  expect(critical).toEqual(['1', '2', '4', '11', '16']);
});

/** Work on arrows, such as `1-2:4`: what begins at an event follows what ends there. */
function arrows(text: string) {
  const all = text.split(' ').map((each) => {
    const [from = '', to = '', work = ''] = each.split(/[-:]/);
    return { name: `${from}-${to}`, from, to, work: Number(work) };
  });
  const after = ({ from }: { from: string }) => all.filter(({ to }) => to === from).map(({ name }) => name);
  return all.map((arrow) => ({ ...arrow, after: after(arrow) }));
}

it('work on arrows with a dummy: earliest and latest times of the events (Pitt)', () => {
  const network = arrows('1-2:4 2-3:8 2-4:7 2-5:6 3-4:0 3-5:9 4-6:15 5-6:12 6-7:20');
  const earliest = [0, 0, 4, 12, 12, 21, 33, 53];
  const latest = [0, 0, 4, 12, 18, 21, 33, 53];
  const found = rows(network, ['earlyStart', 'lateFinish']);
  expect(found).toEqual(
    Object.fromEntries(network.map(({ name, from, to }) => [name, [earliest[Number(from)], latest[Number(to)]]])),
  );
  const critical = Object.entries(rows(network, ['totalFloat'])).filter(([, [float]]) => float === 0);
  expect(critical.map(([name]) => name)).toEqual(['1-2', '2-3', '3-5', '5-6', '6-7']);
});

it('work on arrows: slack of each (Taylor)', () => {
  const found = passesOf(networkOf(arrows('1-2:7 1-3:10 2-4:6 3-4:5 3-5:4 4-5:3 5-6:2')).network);
  expect([...found.totalFloat]).toEqual([2, 0, 2, 0, 4, 0, 0]);
  expect([...found.projectFinish]).toEqual([20]);
});

describe('a link of each type with a lag (CRAN criticalpath)', () => {
  test.each([
    ['FS+2', 3, 3, 10, [1, 4, 1, 4], [6, 9, 6, 9]],
    ['FS+2', 5, 3, 12, [1, 6, 1, 6], [8, 11, 8, 11]],
    ['FF+0', 3, 3, 5, [1, 4, 1, 4], [1, 4, 1, 4]],
    ['FF+2', 3, 5, 7, [1, 4, 1, 4], [1, 6, 1, 6]],
    ['FF+2', 5, 3, 9, [1, 6, 1, 6], [5, 8, 5, 8]],
    ['SS+0', 3, 3, 5, [1, 4, 1, 4], [1, 4, 1, 4]],
    ['SS+0', 3, 5, 7, [1, 4, 1, 4], [1, 6, 1, 6]],
    // In the source the first gets a late finish behind the end of the project, which we never give.
    ['SS+0', 5, 3, 6, [1, 6, 1, 6], [1, 4, 2, 5]],
    ['SF+2', 3, 3, 4, [1, 4, 1, 4], [0, 3, 0, 3]],
  ])('%s from %i to %i days takes %i', (link, first, second, finish, a, b) => {
    const all = [
      { name: 'Begin', work: 1 },
      { name: 'A', work: first, after: ['Begin'] },
      { name: 'B', work: second, after: [`A ${link}`] },
      { name: 'End', work: 1, after: ['B'] },
    ];
    const found = rows(all, ['earlyStart', 'earlyFinish', 'lateStart', 'lateFinish']);
    expect([found.A, found.B]).toEqual([a, b]);
    expect([...passesOf(networkOf(all).network).projectFinish]).toEqual([finish]);
  });
});

describe('free float', () => {
  // Between two of 3 days each, the second held until day 10; so many days can the first slip, by the type and lag of the link.
  test.each([
    ['FS', 7],
    ['FS+2', 5],
    ['FS-2', 9],
    ['SS', 10],
    ['SS+4', 6],
    ['FF', 10],
    ['FF+1', 9],
    // Its own finish then is that of the project.
    ['SF', 10],
    ['SF+13', 0],
  ])('%s: %i', (link, expected) => {
    const all = [
      { name: 'A', work: 3 },
      { name: 'B', work: 3, startFrom: 10, after: [`A ${link}`] },
    ];
    expect(rows(all, ['freeFloat']).A).toEqual([expected]);
  });

  it('without a successor reaches to the finish of the project, and what is done limits nothing', () => {
    const all = [
      { name: 'A', work: 2 },
      { name: 'Long', work: 9 },
      { name: 'Done', actualFinish: 0, after: ['A'] },
    ];
    expect(rows(all, ['freeFloat'])).toEqual({ A: [7], Long: [0], Done: [Number.NaN] });
  });
});
