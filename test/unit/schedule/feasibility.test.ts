// Whether there are the hours for what is due: a plan as text in, for each person what is missing by when out. Today is Monday, 23 November 2026.
import { describe, expect, it, test } from 'vitest';
import { day, isoDay } from '../../../src/base/day';
import { feasibilityOf } from '../../../src/schedule/feasibility';
import type { Feasibility } from '../../../src/schedule/schedule';
import { groundOf } from './grounds';

const round = (hours: number) => Number(hours.toFixed(6));

/** `me: 36 h; by 2026-11-11 4 h over (36 of 32), 2026-11-12 holds, for b, a`. */
function told({ owner, demandHours, breaks }: Feasibility): string {
  const demand = `${owner ?? 'all'}: ${round(demandHours)} h`;
  if (!breaks) return demand;
  const { due, overHours, neededHours, availableHours, holdsFrom, milestones } = breaks;
  const hours = `${round(overHours)} h over (${round(neededHours)} of ${round(availableHours)})`;
  return `${demand}; by ${isoDay(due)} ${hours}, ${isoDay(holdsFrom)} holds, for ${milestones.join(', ')}`;
}

const of = (text: string, today = '2026-11-23') => feasibilityOf(groundOf(text, day(today))).map(told);
/** Milestones of a plan that names nobody. */
const all = (...rows: string[]) => of(`milestones:\n${rows.map((row) => `  - { ${row} }\n`).join('')}`);

it('T-FEAS: four hours a day, 16 h by Friday and 20 h by Wednesday', () => {
  const text = `
people: { me: { hoursPerDay: 4 } }
milestones:
  - { title: M1, effort: 16h, due: 2026-11-06, owner: me }
  - { title: M2, effort: 20h, due: 2026-11-11, owner: me }
`;
  const expected = ['me: 36 h; by 2026-11-11 4 h over (36 of 32), 2026-11-12 holds, for m2'];
  expect(of(text, '2026-11-02')).toEqual(expected);
  expect(of(text.replace('effort: 16h', 'effort: 4d'), '2026-11-02')).toEqual(expected);
  expect(of(text.replace('2026-11-11', '2026-11-12'), '2026-11-02')).toEqual(['me: 36 h']);
});

describe('the hours left of a milestone', () => {
  const due = 'due: 2026-12-04';
  test.each([
    [`title: a, effort: 2d, ${due}`, 'all: 16 h'],
    [`title: a, effort: 2d, progress: 75, ${due}`, 'all: 4 h'],
    [`title: a, effort: 2d, remaining: 3h, ${due}`, 'all: 3 h'],
    [`title: a, effort: { optimistic: 1d, likely: 2d, pessimistic: 9d }, ${due}`, 'all: 16 h'],
    [`title: a, effort: 2d, ${due}, tasks: [{ title: T, done: true }, U]`, 'all: 8 h'],
    [`title: a, ${due}, tasks: [{ title: T, effort: 3h, done: true }, { title: U, effort: 5h }, V]`, 'all: 5 h'],
    [`title: a, status: in-progress, effort: 2d, ${due}`, 'all: 16 h'],
    [`title: a, effort: 2d, ${due}, milestones: [{ title: b, status: cancelled }]`, 'all: 16 h'],
    [`title: a, effort: 2d, ${due}, milestones: [{ title: b, effort: 5h }, { title: c, effort: 1h }]`, 'all: 6 h'],
  ])('%s: %s', (row, expected) => expect(all(row)).toEqual([expected]));

  test.each([
    `title: a, duration: 2d, ${due}`,
    `title: a, status: submitted, effort: 2d, ${due}`,
    `title: a, status: on-hold, effort: 2d, ${due}`,
    `title: a, status: cancelled, effort: 2d, ${due}`,
    `title: a, completed: 2026-11-20, effort: 2d, ${due}`,
    `title: a, status: on-hold, ${due}, milestones: [{ title: b, effort: 2d }]`,
    `title: a, effort: 2d, progress: 100, ${due}`,
    'title: a, effort: 2d',
  ])('none: %s', (row) => expect(all(row)).toEqual([]));
});

describe('the day it is due', () => {
  test.each([
    ['its own', 'title: a, effort: 2d, due: 2026-11-23', 'by 2026-11-23 8 h over (16 of 8), 2026-11-24 holds, for a'],
    [
      'its deadline',
      'title: a, effort: 2d, deadline: 2026-11-23',
      'by 2026-11-23 8 h over (16 of 8), 2026-11-24 holds, for a',
    ],
    [
      'that of the nearest one around',
      'title: a, due: 2026-11-23, milestones: [{ title: b, milestones: [{ title: c, effort: 2d }] }]',
      'by 2026-11-23 8 h over (16 of 8), 2026-11-24 holds, for c',
    ],
    [
      'that of a task',
      'title: a, due: 2026-12-04, tasks: [{ title: T, effort: 1d }, { title: U, effort: 12h, due: 2026-11-23 }]',
      'by 2026-11-23 4 h over (12 of 8), 2026-11-24 holds, for a',
    ],
    ['a Sunday', 'title: a, effort: 6d, due: 2026-11-29', 'by 2026-11-29 8 h over (48 of 40), 2026-11-30 holds, for a'],
  ])('%s', (_, row, expected) => expect(all(row)[0]?.replace(/^.*; /, '')).toBe(expected));

  it('is the deadline of the plan where nothing else says when', () => {
    const text = 'deadline: 2026-11-23\nmilestones: [{ title: a, effort: 9h }]\n';
    expect(of(text)).toEqual(['all: 9 h; by 2026-11-23 1 h over (9 of 8), 2026-11-24 holds, for a']);
  });

  it('of several on that day the one with most to do comes first', () => {
    const rows = ['title: a, effort: 1h', 'title: b, effort: 9h', 'title: c, effort: 2h'];
    const [found] = all(...rows.map((row) => `${row}, due: 2026-11-23`));
    expect(found).toBe('all: 12 h; by 2026-11-23 4 h over (12 of 8), 2026-11-24 holds, for b, c, a');
  });

  it('that has passed is not tried again, but its work comes first', () => {
    const late = 'title: a, effort: 3d, due: 2026-11-20';
    expect(all(late)).toEqual(['all: 24 h']);
    expect(all(late, 'title: b, effort: 1d, due: 2026-11-25')).toEqual([
      'all: 32 h; by 2026-11-25 8 h over (32 of 24), 2026-11-26 holds, for b',
    ]);
  });
});

describe('each person', () => {
  const people = 'people: { me: { hoursPerDay: 4 }, ana: { calendar: { workweek: [tue] } }, leo: {} }\nmilestones:\n';
  it('has own hours and days, in the order of people', () => {
    const text = `${people}
  - { title: a, owner: ana, effort: 2d, due: 2026-11-27 }
  - { title: b, owner: me, effort: 2d, due: 2026-11-24 }
`;
    expect(of(text)).toEqual(['me: 8 h', 'ana: 16 h; by 2026-11-27 8 h over (16 of 8), 2026-12-01 holds, for a']);
  });

  it('has what lies in a milestone of theirs, and the tasks that name them', () => {
    const text = `${people}
  - title: a
    owner: me
    due: 2026-11-24
    milestones:
      - { title: b, effort: 1d }
      - { title: c, owner: leo, tasks: [{ title: T, effort: 1d }, { title: U, effort: 1d, owner: me }] }
`;
    expect(of(text)).toEqual(['me: 8 h', 'leo: 8 h']);
  });

  it('has nothing to do with what belongs to nobody, or to nobody that is known', () => {
    const rows =
      '  - { title: a, effort: 9d, due: 2026-11-24 }\n  - { title: b, owner: eve, effort: 9d, due: 2026-11-24 }\n';
    expect(of(people + rows)).toEqual([]);
    expect(of(`milestones:\n${rows}`)).toEqual([
      'all: 144 h; by 2026-11-24 128 h over (144 of 16), 2026-12-16 holds, for a, b',
    ]);
  });
});

it('days off do not count', () => {
  const text =
    'calendar: { holidays: [2026-11-24..2026-11-26] }\nmilestones: [{ title: a, effort: 3d, due: 2026-11-27 }]\n';
  expect(of(text)).toEqual(['all: 24 h; by 2026-11-27 8 h over (24 of 16), 2026-11-30 holds, for a']);
});

it('more than anyone can ever work has an end', () => {
  const text = 'calendar: { hoursPerDay: 0.01 }\nmilestones: [{ title: a, effort: 36500h, due: 2026-11-27 }]\n';
  expect(of(text)[0]).toContain('9999-12-31 holds');
});
