// Plans as a network: what each field becomes, on a Monday on which nothing of the day is over.
import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../src/base/day';
import { linkTypes } from '../../../src/network/network';
import { network } from './texts';

const plan = (milestones: string, more = '') => `${more}\nmilestones: [${milestones}]\n`;
const one = (fields: string, more = '') => {
  const found = network(plan(`{ id: m, title: M, ${fields} }`, more));
  const at = found.number('m');
  const days = found.network.calendars[found.network.calendar[at] ?? 0];
  if (!days) throw new RangeError(fields);
  return { ...found.network, at, days };
};

describe('the work that is left', () => {
  test.each<[string, number]>([
    ['duration: 3d', 3],
    ['duration: 12h', 1.5],
    ['duration: 1w 1d 4h', 6.5],
    ['duration: 10d, progress: 40', 6],
    ['effort: 10d, progress: 40', 6],
    ['effort: { optimistic: 6d, likely: 9d, pessimistic: 15d }', 9],
    ['effort: 10d, duration: 2d', 2],
    ['effort: 10d, duration: 2d, remaining: 1d 2h, progress: 40', 1.25],
    ['effort: 10d, tasks: [A, { title: B, done: true }, { title: C, done: true }, { title: D, done: true }]', 2.5],
    ['tasks: [{ title: A, effort: 2d }, { title: B, effort: 3d, done: true }, { title: C, effort: 4h }, D]', 2.5],
    ['tasks: [{ title: A, effort: 2d, done: true }]', 0],
    ['effort: 3d, acceptanceCriteria: [{ text: A, done: true }]', 0],
    ['effort: 10d, status: submitted', 0],
    ['effort: 10d, status: on-hold', 10],
    ['due: 2026-12-04', 0],
    ['remaining: 0d, effort: 10d', 0],
    // By the hours of the owner.
    ['owner: me, duration: 1d 2h', 1.5],
    ['owner: me, effort: 12h', 3],
    ['owner: ana, effort: 12h', 2],
    ['owner: leo, effort: 1w', 2],
    ['owner: nobody, effort: 12h', 1.5],
    ['owner: me, tasks: [{ title: A, effort: 1d, owner: ana }, { title: B, effort: 1d }]', 2.5],
  ])('%s: %d days', (fields, expected) => {
    const people =
      'people: { me: { hoursPerDay: 4 }, ana: { calendar: { hoursPerDay: 6 } }, leo: { calendar: { workweek: [mon, sat] } } }';
    const { at, duration } = one(fields, people);
    expect(duration[at]).toBeCloseTo(expected, 9);
  });

  it('is by the hours of the one who answers for the milestone around it', () => {
    const found = network(
      'people: { me: { hoursPerDay: 4 } }\nmilestones: [{ id: p, title: P, owner: me, milestones: [{ id: m, title: M, effort: 8h }] }]',
    );
    expect(found.network.duration[found.number('m')]).toBe(2);
  });

  it('of what holds others is theirs', () => {
    const found = network(plan('{ id: p, title: P, effort: 9d, milestones: [{ id: m, title: M, effort: 2d }] }'));
    expect([...found.network.duration]).toEqual([0, 2]);
  });

  it('of what holds only cancelled ones is its own', () => {
    const found = network(
      plan(
        '{ id: p, title: P, effort: 9d, milestones: [{ id: m, title: M, status: cancelled, milestones: [{ id: n, title: N }] }] }',
      ),
    );
    expect([...found.network.duration]).toEqual([9, 0, 0]);
    expect([...found.network.parent]).toEqual([-1, -1, -1]);
    expect([...found.network.left]).toEqual([0, 1, 1]);
  });
});

describe('days as positions', () => {
  const from = (fields: string, column: 'startFrom' | 'actualStart') => {
    const { at, days, [column]: values } = one(fields, 'start: 2026-11-02');
    const value = values[at] ?? 0;
    return Number.isNaN(value) ? 'none' : value - days.before(day('2026-11-23'));
  };
  test.each<[string, number | 'none', number | 'none']>([
    ['due: 2026-12-04', 0, 'none'],
    ['start: 2026-11-25', 2, 'none'],
    ['start: 2026-11-16', 0, 'none'],
    ['start: 2026-11-16, status: in-progress', 0, -5],
    ['start: 2026-11-16, status: submitted', 0, -5],
    ['start: 2026-11-25, status: in-progress', 2, 'none'],
    ['start: 2026-11-25, started: 2026-11-20', 0, -1],
    ['started: 2026-11-20', 0, -1],
    ['started: 2026-11-24', 0, 'none'],
  ])('%s: starts from %s, began %s', (fields, start, began) => {
    expect([from(fields, 'startFrom'), from(fields, 'actualStart')]).toEqual([start, began]);
  });

  const to = (fields: string, column: 'finishFrom' | 'finishTo' | 'actualFinish') => {
    const { at, days, [column]: values } = one(fields);
    const value = values[at] ?? 0;
    return Number.isFinite(value) ? value - days.before(day('2026-11-23')) : 'none';
  };
  test.each<[string, (number | 'none')[]]>([
    ['effort: 1d', ['none', 'none', 'none']],
    ['due: 2026-11-23', [1, 'none', 'none']],
    ['due: 2026-11-28', [5, 'none', 'none']],
    ['due: 2026-11-20', [1, 'none', 'none']],
    ['deadline: 2026-11-27', ['none', 5, 'none']],
    ['deadline: 2026-11-20', [1, 0, 'none']],
    ['due: 2026-11-27, deadline: 2026-11-20', [5, 0, 'none']],
    ['completed: 2026-11-20', ['none', 'none', 0]],
    ['completed: 2026-11-19, due: 2026-11-27, deadline: 2026-11-27', ['none', 'none', -1]],
  ])('%s: finishes from, to and at %j', (fields, expected) => {
    expect([to(fields, 'finishFrom'), to(fields, 'finishTo'), to(fields, 'actualFinish')]).toEqual(expected);
  });

  it('of what is done, from its start to its finish', () => {
    const { at, duration, actualStart, actualFinish } = one('started: 2026-11-16, completed: 2026-11-20');
    expect(duration[at]).toBe(5);
    expect((actualFinish[at] ?? 0) - (actualStart[at] ?? 0)).toBe(5);
    expect(one('completed: 2026-11-20').actualStart[0]).toBeNaN();
    expect(one('start: 2026-11-25, completed: 2026-11-20').actualStart[0]).toBeNaN();
  });

  it('of a plan: nothing begins before it, and its deadline is a day', () => {
    const { startFrom, days, projects } = one('effort: 1d', 'start: 2026-11-30\ndeadline: 2026-12-31');
    expect(startFrom[0]).toBe(days.before(day('2026-11-30')));
    expect(projects).toEqual([{ calendar: 0, deadline: day('2026-12-31') }]);
  });

  test.each([
    ['due: 2026-12-04', 1],
    ['start: 2026-11-02', 1],
    ['deadline: 2026-12-04', 0],
    ['deadline: 2026-11-20', 1],
    ['completed: 2026-11-20', 1],
    ['started: 2026-11-20', 1],
    ['effort: 3d', 0],
    ['status: in-progress', 0],
  ])('%s says when it is: %d', (fields, expected) => expect(one(fields).stated[0]).toBe(expected));
});

describe('who takes part', () => {
  it('not what is cancelled, by itself or around, and not what was done on no day', () => {
    const found = network(
      plan(`{ id: a, title: A, status: cancelled, milestones: [{ id: b, title: B, completed: 2026-11-20 }] },
        { id: c, title: C, status: done }, { id: d, title: D, status: done, milestones: [{ id: e, title: E, completed: 2026-11-20 }] },
        { id: f, title: F, completed: 2026-11-20, milestones: [{ id: g, title: G }] }`),
    );
    expect([...found.network.left]).toEqual([1, 1, 1, 0, 0, 0, 1]);
    expect([...found.network.parent]).toEqual([-1, -1, -1, -1, 3, -1, -1]);
  });
});

describe('calendars', () => {
  const people = `people:
  me: { hoursPerDay: 4 }
  ana: { calendar: { workweek: [mon, sat], holidays: [2026-12-12], workdays: [2026-12-08] } }
  bo: { calendar: { workweek: [mon, sat], holidays: [2026-12-12], workdays: [2026-12-08] } }
calendar: { holidays: [2026-12-07..2026-12-08, 2026-12-14], workdays: [2026-12-12, 2026-12-13] }`;
  const { network: found, number } = network(
    plan(
      '{ id: a, title: A }, { id: b, title: B, owner: me }, { id: c, title: C, owner: ana }, { id: d, title: D, owner: bo }',
      people,
    ),
  );
  it('are made once for all that are the same', () => {
    expect(found.calendars).toHaveLength(2);
    expect([...found.calendar]).toEqual([0, 0, 1, 1]);
  });
  // Saturday 5 December to Wednesday 16 December.
  test.each([
    ['a', '....#####.##'],
    ['c', '#..#....#...'],
  ])('what a person says goes before what the plan says: %s', (key, expected) => {
    const days = found.calendars[found.calendar[number(key)] ?? 0];
    const worked = Array.from({ length: 12 }, (_, at) =>
      days?.works(addDays(day('2026-12-05'), at)) ? '#' : '.',
    ).join('');
    expect(worked).toBe(expected);
  });
});

describe('links', () => {
  const types = (text: string) => {
    const { network: found } = network(text);
    return Array.from(found.predecessor, (from, at) => {
      const to = found.linksFrom.findIndex((first, node) => first <= at && (found.linksFrom[node + 1] ?? 0) > at);
      return `${from}-${linkTypes[found.type[at] ?? 0]}${found.lag[at] || ''}-${to}`;
    });
  };
  it('have the lag in days of the one who follows', () => {
    const text = plan(
      '{ id: a, title: A }, { id: b, title: B, owner: me, dependsOn: [{ id: a, type: SS, lag: 6h }, { id: a, lag: -1w }] }',
      'people: { me: { hoursPerDay: 4 } }',
    );
    expect(types(text)).toEqual(['0-SS1.5-1', '0-FS-5-1']);
  });
  it('go across files', () => {
    expect(
      types({ a: plan('{ id: a, title: A, dependsOn: [b/b] }'), b: plan('{ id: b, title: B }') } as never),
    ).toEqual(['1-FS-0']);
  });
  it('of a cycle, to nowhere and of a milestone to one around it are left out', () => {
    expect(
      types(
        plan(`{ id: a, title: A, dependsOn: [b, nowhere] }, { id: b, title: B, dependsOn: [a] },
          { id: p, title: P, milestones: [{ id: c, title: C, dependsOn: [p, a] }] }`),
      ),
    ).toEqual(['0-FS-3']);
  });
  it('to a milestone from one inside it only hold up its finish', () => {
    const inner = '[{ id: c, title: C }, { id: d, title: D }]';
    expect(
      types(
        plan(`{ id: p, title: P, dependsOn: [c, { id: d, type: SS }, x], milestones: ${inner} }, { id: x, title: X }`),
      ),
    ).toEqual(['1-FF-0', '2-SF-0', '3-FS-0']);
  });
  it('to a milestone from one that waits for one inside it only hold up its finish', () => {
    const text = plan(`{ id: p, title: P, dependsOn: [y, z], milestones: [{ id: c, title: C }] },
      { id: x, title: X, dependsOn: [c] }, { id: y, title: Y, dependsOn: [x] }, { id: z, title: Z }`);
    expect(types(text)).toEqual(['3-FF-0', '4-FS-0', '1-FS-2', '2-FS-3']);
  });
});
