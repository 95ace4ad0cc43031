// The passes where work has others inside, has begun or is done, has days of its own, or follows other calendars.
import { describe, expect, it, test } from 'vitest';
import { addDays, day, isoDay } from '../../../src/base/day';
import { drivenBy, type Passes } from '../../../src/network/network';
import { passesOf } from '../../../src/network/passes';
import { type Around, calendarOf, type Node, networkOf } from './build';

function found(nodes: readonly Node[], around?: Around) {
  const { network, number } = networkOf(nodes, around);
  const passes = passesOf(network);
  const early = (name: string) => [passes.earlyStart[number(name)], passes.earlyFinish[number(name)]];
  const late = (name: string) => [passes.lateStart[number(name)], passes.lateFinish[number(name)]];
  const float = (name: string) => passes.totalFloat[number(name)];
  const free = (name: string) => passes.freeFloat[number(name)];
  const driver = (name: string, of: 'driver' | 'startDriver' = 'driver') =>
    wordFor(passes[of][number(name)], network.predecessor, nodes);
  return { passes, early, late, float, free, driver };
}

function wordFor(driver: number | undefined, predecessor: Uint32Array, nodes: readonly Node[]) {
  if (driver !== undefined && driver >= 0) return nodes[predecessor[driver] ?? -1]?.name;
  return Object.entries(drivenBy).find(([, value]) => value === driver)?.[0];
}

describe('a deadline', () => {
  const nodes = [
    { name: 'A', work: 3 },
    { name: 'B', work: 2, after: ['A'] },
    { name: 'C', work: 1 },
  ];
  const until = (deadline: number) =>
    found(nodes, { projects: [{ calendar: 0, deadline: addDays(day('1970-01-01'), deadline - 1) }] });

  it('behind the finish gives every node more float', () => {
    const { float, free } = until(8);
    expect(['A', 'B', 'C'].map(float)).toEqual([3, 3, 7]);
    expect(['A', 'B', 'C'].map(free)).toEqual([0, 0, 4]);
  });

  it('before the finish gives negative float, and moves nothing', () => {
    const { float, early, late } = until(4);
    expect(['A', 'B', 'C'].map(float)).toEqual([-1, -1, 3]);
    expect([early('B'), late('A'), late('B')]).toEqual([
      [3, 5],
      [-1, 2],
      [2, 4],
    ]);
  });

  it('of one node holds for what it waits for, not for what follows', () => {
    const { float } = found([
      { name: 'A', work: 3 },
      { name: 'B', work: 2, after: ['A'], finishTo: 4 },
      { name: 'C', work: 4, after: ['B'] },
    ]);
    expect(['A', 'B', 'C'].map(float)).toEqual([-1, -1, 0]);
  });
});

describe('stated days', () => {
  it('a start holds the work, a finish does it just in time; both hold what follows', () => {
    const { early, driver, late } = found([
      { name: 'A', work: 2, startFrom: 4 },
      { name: 'B', work: 2, finishFrom: 10, after: ['A'] },
      { name: 'C', work: 1, after: ['B'] },
      { name: 'D', work: 5, finishFrom: 3 },
    ]);
    expect(['A', 'B', 'C', 'D'].map(early)).toEqual([
      [4, 6],
      [8, 10],
      [10, 11],
      [0, 5],
    ]);
    expect(['A', 'B', 'C', 'D'].map((name) => driver(name))).toEqual(['startFrom', 'finishFrom', 'B', 'startFrom']);
    expect(late('A')).toEqual([6, 8]);
  });

  it('a link goes before a day that says the same', () => {
    const { driver } = found([
      { name: 'A', work: 3 },
      { name: 'B', work: 2, finishFrom: 5, after: ['A'] },
      { name: 'C', startFrom: 5, after: ['B'] },
    ]);
    expect([driver('B'), driver('C')]).toEqual(['A', 'B']);
  });

  it('where nothing says when, nothing is told but where it could be', () => {
    const { passes, driver, early } = found([
      { name: 'A' },
      { name: 'B', after: ['A'] },
      { name: 'C', work: 2, after: ['B'] },
      { name: 'D', after: ['C'] },
      { name: 'Box' },
      { name: 'Inside', parent: 'Box' },
    ]);
    expect([...passes.dated]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...passes.totalFloat]).toEqual([Number.NaN, Number.NaN, 0, 0, Number.NaN, Number.NaN]);
    expect(['A', 'B', 'C', 'D', 'Box', 'Inside'].map((name) => driver(name))).toEqual([
      'nothing',
      'nothing',
      'startFrom',
      'C',
      'nothing',
      'nothing',
    ]);
    expect(early('D')).toEqual([2, 2]);
    expect(found([{ name: 'A' }]).passes.projectFinish[0]).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('what is done or has begun', () => {
  it('what is done keeps its days and lets others go on from them', () => {
    const { early, driver, float } = found([
      { name: 'Late', work: 9 },
      { name: 'Done', actualStart: -5, actualFinish: -2, after: ['Late'] },
      { name: 'Undated start', work: 3, actualFinish: -1 },
      { name: 'Next', work: 2, startFrom: 0, after: ['Done', 'Undated start FS+4'] },
    ]);
    expect(['Done', 'Undated start', 'Next'].map(early)).toEqual([
      [-5, -2],
      [-4, -1],
      [3, 5],
    ]);
    expect(['Done', 'Next'].map((name) => driver(name))).toEqual(['actual', 'Undated start']);
    expect([float('Done'), float('Late')]).toEqual([Number.NaN, 0]);
  });

  it('what has begun keeps its start; what is left waits for unfinished predecessors alone (retained logic)', () => {
    const nodes = [
      { name: 'Open', work: 4 },
      { name: 'Done', actualFinish: -1 },
      { name: 'Begun', work: 2, actualStart: -3, startFrom: 0, after: ['Open', 'Done FS+9'] },
      { name: 'Free', work: 2, actualStart: -3, startFrom: 0, after: ['Open SS+7', 'Done FS+9'] },
      { name: 'Held', work: 2, actualStart: -3, startFrom: 0, after: ['Open FF+3'] },
      { name: 'After', work: 1, after: ['Begun', 'Begun SS+1'] },
    ];
    const { early, driver, late } = found(nodes);
    expect(['Begun', 'Free', 'Held', 'After'].map(early)).toEqual([
      [-3, 6],
      [-3, 2],
      [-3, 7],
      [6, 7],
    ]);
    expect(['Begun', 'Free', 'Held'].map((name) => driver(name))).toEqual(['Open', 'startFrom', 'Open']);
    expect([late('Begun'), late('Open')]).toEqual([
      [4, 6],
      [0, 4],
    ]);
  });

  it('what is left out takes no part, with all that is inside it', () => {
    const { passes, early } = found([
      { name: 'Out', work: 9, left: true },
      { name: 'Inside', work: 9, parent: 'Out' },
      { name: 'A', work: 2, after: ['Out', 'Inside'] },
      { name: 'Box', after: ['Out'] },
      { name: 'In box', work: 7, parent: 'Box', left: true },
      { name: 'Also', work: 1, parent: 'Box' },
    ]);
    expect([early('Out'), early('Inside')]).toEqual([
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
    expect([early('A'), early('Box')]).toEqual([
      [0, 2],
      [0, 1],
    ]);
    expect([...passes.projectFinish]).toEqual([2]);
  });
});

describe('work with others inside', () => {
  const box = (name: string, after: readonly string[] = [], own: Partial<Node> = {}): Node[] => [
    { name, after, ...own },
    { name: `${name}1`, work: 2, parent: name, startFrom: 1 },
    { name: `${name}2`, work: 3, parent: name, after: [`${name}1`] },
  ];

  test.each([
    ['Box FS', [6, 7], 0],
    ['Box FS+2', [8, 9], 0],
    ['Box SS', [1, 2], 4],
    ['Box SS+3', [4, 5], 1],
    ['Box FF', [5, 6], 0],
    ['Box FF+1', [6, 7], 0],
    ['Box SF', [0, 1], 5],
    ['Box SF+8', [8, 9], 0],
  ])('%s from it means all of it', (link, expected, float) => {
    const result = found([...box('Box'), { name: 'Next', work: 1, after: [link] }]);
    expect(result.early('Next')).toEqual(expected);
    expect(result.float('Next')).toBe(float);
    expect(result.early('Box')).toEqual([1, 6]);
    expect(result.driver('Box')).toBe('inside');
  });

  test.each([
    ['FS', [4, 9], 'Box2', 'Box1'],
    ['FS+1', [5, 10], 'Box2', 'Box1'],
    ['SS+2', [2, 7], 'Box2', 'Box1'],
    ['FF+1', [1, 6], 'Box2', 'Box1'],
    ['FF+6', [1, 10], 'Box2', 'Box1'],
    ['SF+8', [1, 8], 'Box2', 'Box1'],
  ])('A %s to it: nothing inside begins before, or itself is not finished before', (link, expected) => {
    const result = found([{ name: 'A', work: 4 }, ...box('Box', [`A ${link}`])]);
    expect(result.early('Box')).toEqual(expected);
    const toStart = link.startsWith('FS') || link.startsWith('SS');
    expect(result.driver('Box', 'startDriver')).toBe(toStart ? 'A' : 'startFrom');
    expect(result.driver('Box1')).toBe(toStart ? 'around' : 'startFrom');
    expect(result.driver('Box')).toBe(
      expected[1] === 10 && link.startsWith('FF') ? 'A' : link.startsWith('SF') ? 'A' : 'inside',
    );
    expect(result.float('A')).toBe(link === 'FF+1' ? 1 : link === 'SF+8' || link === 'FF+6' || toStart ? 0 : undefined);
  });

  it('its own start holds what has not begun, its own due date only itself', () => {
    const result = found([
      { name: 'Box', startFrom: 4, finishFrom: 12 },
      { name: 'Begun', work: 1, parent: 'Box', actualStart: -2, startFrom: 0 },
      { name: 'Done', parent: 'Box', actualFinish: -1 },
      { name: 'Ahead', work: 1, parent: 'Box' },
      { name: 'Next', work: 1, after: ['Box'] },
    ]);
    expect(['Begun', 'Ahead', 'Box', 'Next'].map(result.early)).toEqual([
      [-2, 1],
      [4, 5],
      [-2, 12],
      [12, 13],
    ]);
    expect(['Begun', 'Ahead', 'Box', 'Next'].map((name) => result.driver(name))).toEqual([
      'startFrom',
      'around',
      'finishFrom',
      'Box',
    ]);
    expect(result.driver('Box', 'startDriver')).toBe('startFrom');
    expect(['Begun', 'Ahead', 'Box'].map(result.float)).toEqual([11, 7, 0]);
    expect(['Begun', 'Ahead', 'Box'].map(result.free)).toEqual([11, 7, 0]);
  });

  it('a predecessor of it also holds what has begun inside, while unfinished', () => {
    const result = found([
      { name: 'A', work: 4 },
      { name: 'Old', actualFinish: -1 },
      { name: 'Outer', after: ['A', 'Old FS+20'] },
      { name: 'Box', parent: 'Outer' },
      { name: 'Begun', work: 1, parent: 'Box', actualStart: -2, startFrom: 0 },
    ]);
    expect(result.early('Begun')).toEqual([-2, 5]);
    expect(result.driver('Begun')).toBe('around');
    expect(result.float('A')).toBe(0);
  });

  it('inside a box nothing may finish behind what the box may', () => {
    const { float, late } = found([...box('Box', [], { finishTo: 7 }), { name: 'Long', work: 20 }]);
    expect(['Box', 'Box1', 'Box2'].map(float)).toEqual([1, 1, 1]);
    expect(late('Box')).toEqual([2, 7]);
  });

  it('when only its start is waited for, only the first inside is held', () => {
    const { float } = found([
      { name: 'Box' },
      { name: 'First', work: 1, parent: 'Box' },
      { name: 'Second', work: 1, parent: 'Box', startFrom: 2 },
      { name: 'Next', work: 9, after: ['Box SS'] },
    ]);
    expect(['First', 'Second', 'Next'].map(float)).toEqual([0, 6, 0]);
  });

  it('is finished with what is inside it, whatever was before', () => {
    const { early, driver } = found([
      { name: 'A', work: 4 },
      { name: 'Box', after: ['A'] },
      { name: 'Done', parent: 'Box', actualStart: -3, actualFinish: -1 },
      { name: 'Whole', actualFinish: -1, after: ['A'] },
      { name: 'In whole', parent: 'Whole', actualStart: -6, actualFinish: -2 },
      { name: 'Empty', after: ['A'] },
      { name: 'Given up', work: 9, parent: 'Empty', left: true },
    ]);
    expect(['Box', 'Whole', 'Empty'].map(early)).toEqual([
      [-3, -1],
      [-6, -1],
      [4, 4],
    ]);
    expect(['Box', 'Whole', 'Empty'].map((name) => driver(name))).toEqual(['inside', 'actual', 'A']);
  });

  it('an undated node inside does not say when it begins', () => {
    const { early } = found([
      { name: 'Box' },
      { name: 'Sometime', parent: 'Box' },
      { name: 'Dated', work: 2, parent: 'Box', startFrom: 6 },
      { name: 'Next', work: 1, after: ['Box SS'] },
    ]);
    expect([early('Box'), early('Next')]).toEqual([
      [6, 8],
      [6, 7],
    ]);
  });
});

describe('calendars', () => {
  const weekdays = calendarOf('xxxxx..');
  const allWeek = calendarOf('xxxxxxx');
  const days = (passes: Passes, at: number, { calendars = [] }: Around, nodes: readonly Node[]) => {
    const line = calendars[nodes[at]?.calendar ?? 0];
    return [line?.startDay(passes.earlyStart[at] ?? 0), line?.finishDay(passes.earlyFinish[at] ?? 0)].map((each) =>
      isoDay(each ?? day('1970-01-01')),
    );
  };
  const around = { calendars: [weekdays, allWeek] };
  const monday = day('2026-11-23');

  it('what follows on another calendar goes on the next day that is worked there', () => {
    const nodes = [
      { name: 'A', work: 5, startFrom: weekdays.before(monday) },
      { name: 'B', work: 2, calendar: 1, startFrom: allWeek.before(monday), after: ['A'] },
      { name: 'C', work: 0.5, startFrom: weekdays.before(monday), after: ['B'] },
      { name: 'D', work: 1, calendar: 1, startFrom: allWeek.before(monday), after: ['C'] },
    ];
    const { passes, float } = found(nodes, around);
    expect(nodes.map((_, at) => days(passes, at, around, nodes))).toEqual([
      ['2026-11-23', '2026-11-27'],
      ['2026-11-28', '2026-11-29'],
      ['2026-11-30', '2026-11-30'],
      ['2026-11-30', '2026-12-01'],
    ]);
    expect(passes.earlyStart[3]).toBe(allWeek.before(day('2026-11-30')) + 0.5);
    // Tuesday noon is the finish; on the calendar of the project that is half of Tuesday.
    expect(passes.projectFinish[0]).toBe(weekdays.before(day('2026-12-01')) + 0.5);
    expect(nodes.map(({ name }) => float(name))).toEqual([0, 0, 0, 0]);
  });

  it('days on which only the owner works are float', () => {
    const nodes = [
      { name: 'A', work: 4, calendar: 1, startFrom: allWeek.before(monday) },
      { name: 'B', work: 1, startFrom: weekdays.before(addDays(monday, 7)), after: ['A'] },
    ];
    const { float, free } = found(nodes, around);
    expect([float('A'), free('A')]).toEqual([3, 3]);
  });

  it('a deadline is the same day for all', () => {
    const nodes = [
      { name: 'A', work: 5, startFrom: weekdays.before(monday) },
      { name: 'B', work: 5, calendar: 1, startFrom: allWeek.before(monday) },
    ];
    const by = (deadline: string) => found(nodes, { ...around, projects: [{ calendar: 0, deadline: day(deadline) }] });
    expect(['A', 'B'].map(by('2026-11-27').float)).toEqual([0, 0]);
    expect(['A', 'B'].map(by('2026-11-29').float)).toEqual([0, 2]);
  });

  it('what lies inside another calendar begins no earlier than the stated start, and right behind a predecessor', () => {
    const box = (own: Partial<Node>) => [
      { name: 'A', work: 5, startFrom: weekdays.before(monday) },
      { name: 'Box', startFrom: weekdays.before(monday), ...own },
      { name: 'In', work: 1, calendar: 1, parent: 'Box', startFrom: allWeek.before(monday) },
    ];
    const stated = box({ startFrom: weekdays.before(day('2026-11-30')) });
    expect(days(found(stated, around).passes, 2, around, stated)).toEqual(['2026-11-30', '2026-11-30']);
    const behind = box({ after: ['A'] });
    expect(days(found(behind, around).passes, 2, around, behind)).toEqual(['2026-11-28', '2026-11-28']);
    expect(found(behind, around).driver('In')).toBe('around');
  });

  it('70 working days over Christmas, with the deadline of the published example', () => {
    const christmas = ['2003-12-24', '2003-12-25', '2003-12-26', '2004-01-01'].map((text) => ({
      from: day(text),
      to: day(text),
    }));
    const line = calendarOf('xxxxx..', { holidays: christmas });
    const nodes = [{ name: 'All', work: 70, startFrom: line.before(day('2003-12-01')) }];
    const { passes } = found(nodes, { calendars: [line], projects: [{ calendar: 0, deadline: day('2004-03-15') }] });
    expect(isoDay(line.finishDay(passes.earlyFinish[0] ?? 0))).toBe('2004-03-11');
    expect(passes.totalFloat[0]).toBe(2);
  });
});

describe('whatever is given', () => {
  it('two in a circle: all the rest is as it would be, and what stands behind the circle still follows it', () => {
    const { early } = found([
      { name: 'After', work: 1, after: ['A'] },
      { name: 'A', work: 2, after: ['B', 'Before'] },
      { name: 'B', work: 3, after: ['A'] },
      { name: 'Before', work: 4 },
      { name: 'Self', work: 1, after: ['Self'] },
      { name: 'Box', after: ['In'] },
      { name: 'In', work: 1, parent: 'Box' },
      { name: 'Last', work: 1, after: ['Before'] },
    ]);
    expect(['Before', 'Last', 'Self'].map(early)).toEqual([
      [0, 4],
      [4, 5],
      [0, 1],
    ]);
    expect(early('After')[0]).toBe(early('A')[1]);
    expect(['A', 'B', 'Box', 'In'].flatMap(early).every(Number.isFinite)).toBe(true);
  });

  it('two projects: each by its own finish, and by what the other needs of it', () => {
    const { float, passes } = found(
      [
        { name: 'A', work: 2 },
        { name: 'A2', work: 5 },
        { name: 'B', work: 8, project: 1, after: ['A'] },
      ],
      {
        projects: [
          { calendar: 0, deadline: undefined },
          { calendar: 0, deadline: undefined },
        ],
      },
    );
    expect([...passes.projectFinish]).toEqual([5, 10]);
    expect(['A', 'A2', 'B'].map(float)).toEqual([0, 0, 0]);
  });
});
