// When everything will be done and why then: plans as texts, forecasts and their chains of drivers as days. Today is a Monday.
import { describe, expect, it, test } from 'vitest';
import { addDays, isoDay } from '../../../src/base/day';
import { schedulePlans } from '../../../src/schedule/schedulePlans';
import { milestone, plan as planOf, today } from './build';
import { follow, iso } from './texts';

const plan = (milestones: string, more = '') => `${more}\nmilestones: [${milestones}]\n`;

/** The forecast of the milestone `m` and the chain down to a day. */
const table = (rows: readonly (readonly [string, string, string | undefined, string])[]) =>
  test.each(rows)('%s: %s', (_, milestones, forecast, chain) => {
    const found = follow(plan(milestones));
    expect([found.forecast('m'), found.chain('m')]).toEqual([forecast, chain]);
  });

describe('of one milestone', () => {
  table([
    ['no date', '{ id: m, title: M }', undefined, 'm'],
    ['only begun', '{ id: m, title: M, status: in-progress }', undefined, 'm'],
    ['a deadline is checked against only', '{ id: m, title: M, deadline: 2027-01-29 }', undefined, 'm'],
    ['due', '{ id: m, title: M, due: 2026-12-04 }', '2026-12-04', 'm < due 2026-12-04'],
    ['due on a day off', '{ id: m, title: M, due: 2026-12-05 }', '2026-12-05', 'm < due 2026-12-05'],
    ['overdue', '{ id: m, title: M, due: 2026-11-04 }', '2026-11-23', 'm < today 2026-11-23'],
    ['past its deadline', '{ id: m, title: M, deadline: 2026-11-04 }', '2026-11-23', 'm < today 2026-11-23'],
    [
      'overdue with work left',
      '{ id: m, title: M, due: 2026-11-04, remaining: 3d }',
      '2026-11-25',
      'm < today 2026-11-23',
    ],
    ['work from today on', '{ id: m, title: M, effort: 5d }', '2026-11-27', 'm < today 2026-11-23'],
    ['over a weekend', '{ id: m, title: M, effort: 6d }', '2026-11-30', 'm < today 2026-11-23'],
    ['half days', '{ id: m, title: M, effort: 1.5d }', '2026-11-24', 'm < today 2026-11-23'],
    ['work before it is due', '{ id: m, title: M, effort: 5d, due: 2026-12-04 }', '2026-12-04', 'm < due 2026-12-04'],
    ['more work than time', '{ id: m, title: M, effort: 15d, due: 2026-12-04 }', '2026-12-11', 'm < today 2026-11-23'],
    ['a start', '{ id: m, title: M, start: 2026-11-30, effort: 5d }', '2026-12-04', 'm < start 2026-11-30'],
    [
      'a start on a day off',
      '{ id: m, title: M, start: 2026-11-28, effort: 1d }',
      '2026-11-30',
      'm < start 2026-11-28',
    ],
    ['a start and nothing to do', '{ id: m, title: M, start: 2026-12-02 }', '2026-12-02', 'm < start 2026-12-02'],
    [
      'a start that has passed',
      '{ id: m, title: M, start: 2026-11-02, effort: 5d }',
      '2026-11-27',
      'm < today 2026-11-23',
    ],
    ['progress', '{ id: m, title: M, effort: 10d, progress: 80 }', '2026-11-24', 'm < today 2026-11-23'],
    [
      'what remains',
      '{ id: m, title: M, effort: 10d, progress: 80, remaining: 4d }',
      '2026-11-26',
      'm < today 2026-11-23',
    ],
    ['duration before effort', '{ id: m, title: M, effort: 10d, duration: 2d }', '2026-11-24', 'm < today 2026-11-23'],
    [
      'delivered',
      '{ id: m, title: M, effort: 10d, due: 2026-11-27, status: submitted }',
      '2026-11-27',
      'm < due 2026-11-27',
    ],
    ['done', '{ id: m, title: M, due: 2026-11-27, completed: 2026-11-20 }', '2026-11-20', 'm < completed 2026-11-20'],
    [
      'done late',
      '{ id: m, title: M, due: 2026-11-13, completed: 2026-11-20 }',
      '2026-11-20',
      'm < completed 2026-11-20',
    ],
    ['done on no day', '{ id: m, title: M, due: 2026-11-13, status: done }', undefined, 'm'],
    ['cancelled', '{ id: m, title: M, due: 2026-12-04, effort: 5d, status: cancelled }', undefined, 'm'],
    ['on hold', '{ id: m, title: M, due: 2026-12-04, status: on-hold }', '2026-12-04', 'm < due 2026-12-04'],
    [
      'on hold and overdue',
      '{ id: m, title: M, due: 2026-11-04, status: on-hold }',
      '2026-11-23',
      'm < today 2026-11-23',
    ],
    ['on hold with work', '{ id: m, title: M, effort: 5d, status: on-hold }', '2026-11-27', 'm < today 2026-11-23'],
  ]);
});

describe('behind another', () => {
  const a = '{ id: a, title: A, effort: 5d }';
  table([
    ['nothing to do', `${a}, { id: m, title: M, dependsOn: [a] }`, '2026-11-27', 'm < a < today 2026-11-23'],
    ['work', `${a}, { id: m, title: M, effort: 3d, dependsOn: [a] }`, '2026-12-02', 'm < a < today 2026-11-23'],
    [
      'a lag',
      `${a}, { id: m, title: M, effort: 3d, dependsOn: [{ id: a, lag: 2d }] }`,
      '2026-12-04',
      'm < a < today 2026-11-23',
    ],
    [
      'a lead',
      `${a}, { id: m, title: M, effort: 3d, dependsOn: [{ id: a, lag: -2d }] }`,
      '2026-11-30',
      'm < a < today 2026-11-23',
    ],
    [
      'its start',
      `${a}, { id: m, title: M, effort: 8d, dependsOn: [{ id: a, type: SS, lag: 2d }] }`,
      '2026-12-04',
      'm < SS a < today 2026-11-23',
    ],
    [
      'its finish together',
      `${a}, { id: m, title: M, effort: 1d, dependsOn: [{ id: a, type: FF, lag: 1d }] }`,
      '2026-11-30',
      'm < FF a < today 2026-11-23',
    ],
    [
      'its start before the own finish',
      `{ id: a, title: A, start: 2026-11-30, effort: 1d }, { id: m, title: M, effort: 1d, dependsOn: [{ id: a, type: SF, lag: 1d }] }`,
      '2026-11-30',
      'm < SF a < start 2026-11-30',
    ],
    [
      'its due date',
      '{ id: a, title: A, due: 2026-12-04 }, { id: m, title: M, effort: 3d, dependsOn: [a] }',
      '2026-12-09',
      'm < a < due 2026-12-04',
    ],
    [
      'far before the own due date',
      `${a}, { id: m, title: M, effort: 3d, due: 2026-12-11, dependsOn: [a] }`,
      '2026-12-11',
      'm < due 2026-12-11',
    ],
    [
      'behind the own due date',
      `${a}, { id: m, title: M, effort: 3d, due: 2026-11-30, dependsOn: [a] }`,
      '2026-12-02',
      'm < a < today 2026-11-23',
    ],
    [
      'one that is done',
      '{ id: a, title: A, completed: 2026-11-20 }, { id: m, title: M, effort: 3d, dependsOn: [a] }',
      '2026-11-25',
      'm < today 2026-11-23',
    ],
    [
      'one that is done, with a lag',
      '{ id: a, title: A, completed: 2026-11-20 }, { id: m, title: M, effort: 3d, dependsOn: [{ id: a, lag: 3d }] }',
      '2026-11-30',
      'm < a < completed 2026-11-20',
    ],
    [
      'one that was done on no day',
      '{ id: a, title: A, status: done }, { id: m, title: M, dependsOn: [a] }',
      undefined,
      'm',
    ],
    [
      'one that is cancelled',
      '{ id: a, title: A, effort: 5d, status: cancelled }, { id: m, title: M, effort: 1d, dependsOn: [a] }',
      '2026-11-23',
      'm < today 2026-11-23',
    ],
    [
      'one that is on hold',
      '{ id: a, title: A, effort: 5d, status: on-hold }, { id: m, title: M, dependsOn: [a] }',
      '2026-11-27',
      'm < a < today 2026-11-23',
    ],
    ['one without a date', '{ id: a, title: A }, { id: m, title: M, dependsOn: [a] }', undefined, 'm'],
    [
      'one without a date, with work',
      '{ id: a, title: A }, { id: m, title: M, effort: 1d, dependsOn: [a] }',
      '2026-11-23',
      'm < today 2026-11-23',
    ],
    [
      'the later of two',
      `${a}, { id: b, title: B, effort: 7d }, { id: m, title: M, dependsOn: [a, b] }`,
      '2026-12-01',
      'm < b < today 2026-11-23',
    ],
    [
      'two in a row',
      `${a}, { id: b, title: B, effort: 2d, dependsOn: [a] }, { id: m, title: M, dependsOn: [b] }`,
      '2026-12-01',
      'm < b < a < today 2026-11-23',
    ],
    [
      'begun out of order',
      `${a}, { id: m, title: M, effort: 4d, progress: 50, started: 2026-11-20, dependsOn: [a] }`,
      '2026-12-01',
      'm < a < today 2026-11-23',
    ],
    [
      'a cycle, which does not count',
      `{ id: b, title: B, effort: 1d, dependsOn: [m] }, ${a}, { id: m, title: M, effort: 2d, dependsOn: [b, a] }`,
      '2026-12-01',
      'm < a < today 2026-11-23',
    ],
    [
      'itself, which does not count',
      '{ id: m, title: M, effort: 2d, dependsOn: [m] }',
      '2026-11-24',
      'm < today 2026-11-23',
    ],
  ]);
});

describe('inside others', () => {
  table([
    [
      'the latest inside',
      '{ id: m, title: M, milestones: [{ id: a, title: A, effort: 5d }, { id: b, title: B, due: 2026-12-04 }] }',
      '2026-12-04',
      'm < inside b < due 2026-12-04',
    ],
    [
      'a due date of its own',
      '{ id: m, title: M, due: 2026-12-04, milestones: [{ id: a, title: A, effort: 5d }] }',
      '2026-12-04',
      'm < due 2026-12-04',
    ],
    [
      'deeper inside',
      '{ id: m, title: M, milestones: [{ id: a, title: A, milestones: [{ id: b, title: B, effort: 1d }] }] }',
      '2026-11-23',
      'm < inside a < inside b < today 2026-11-23',
    ],
    [
      'all inside done',
      '{ id: m, title: M, milestones: [{ id: a, title: A, completed: 2026-11-20 }] }',
      '2026-11-23',
      'm < today 2026-11-23',
    ],
    [
      'all inside cancelled',
      '{ id: m, title: M, effort: 2d, milestones: [{ id: a, title: A, due: 2027-01-15, status: cancelled }] }',
      '2026-11-24',
      'm < today 2026-11-23',
    ],
    [
      'its effort is that inside',
      '{ id: m, title: M, effort: 20d, milestones: [{ id: a, title: A, effort: 1d }] }',
      '2026-11-23',
      'm < inside a < today 2026-11-23',
    ],
    [
      'nothing inside begins before it',
      '{ id: p, title: P, start: 2026-12-07, milestones: [{ id: m, title: M, effort: 2d }] }',
      '2026-12-08',
      'm < around p 2026-12-07',
    ],
    [
      'nor before what it waits for',
      '{ id: a, title: A, effort: 5d }, { id: p, title: P, dependsOn: [a], milestones: [{ id: m, title: M, effort: 2d }] }',
      '2026-12-01',
      'm < a < today 2026-11-23',
    ],
    [
      'at any depth',
      '{ id: a, title: A, effort: 5d }, { id: p, title: P, dependsOn: [a], milestones: [{ id: q, title: Q, milestones: [{ id: m, title: M, effort: 2d }] }] }',
      '2026-12-01',
      'm < a < today 2026-11-23',
    ],
    [
      'what has begun has begun',
      '{ id: p, title: P, start: 2026-12-07, milestones: [{ id: m, title: M, effort: 2d, started: 2026-11-20 }] }',
      '2026-11-24',
      'm < today 2026-11-23',
    ],
    [
      'behind all of one',
      '{ id: p, title: P, milestones: [{ id: a, title: A, effort: 1d }, { id: b, title: B, effort: 5d }] }, { id: m, title: M, effort: 1d, dependsOn: [p] }',
      '2026-11-30',
      'm < p < inside b < today 2026-11-23',
    ],
    [
      'behind the first of one',
      '{ id: p, title: P, milestones: [{ id: a, title: A, effort: 1d, start: 2026-11-25 }, { id: b, title: B, effort: 5d, start: 2026-11-30 }] }, { id: m, title: M, effort: 1d, dependsOn: [{ id: p, type: SS }] }',
      '2026-11-25',
      'm < SS p < inside b < start 2026-11-30',
    ],
    [
      'its finish behind one inside it',
      '{ id: m, title: M, dependsOn: [{ id: a, lag: 2d }], milestones: [{ id: a, title: A, effort: 1d }, { id: b, title: B, effort: 2d }] }',
      '2026-11-25',
      'm < a < today 2026-11-23',
    ],
    [
      'its finish together with another',
      '{ id: x, title: X, effort: 5d }, { id: m, title: M, dependsOn: [{ id: x, type: FF }], milestones: [{ id: a, title: A, effort: 1d }] }',
      '2026-11-27',
      'm < FF x < today 2026-11-23',
    ],
  ]);
});

describe('by whom', () => {
  const people = `people:
  me: { hoursPerDay: 4 }
  ana: { calendar: { workweek: [mon, wed] } }
calendar: { holidays: [2026-11-24], workdays: [2026-11-28] }`;
  test.each([
    ['{ id: m, title: M, effort: 4d }', '2026-11-27'],
    ['{ id: m, title: M, effort: 5d }', '2026-11-28'],
    ['{ id: m, title: M, owner: me, effort: 16h }', '2026-11-27'],
    ['{ id: m, title: M, owner: me, effort: 4d }', '2026-11-27'],
    ['{ id: m, title: M, owner: ana, effort: 3d }', '2026-11-28'],
    ['{ id: m, title: M, owner: ana, effort: 4d }', '2026-11-30'],
    ['{ id: m, title: M, owner: ana, duration: 1w }', '2026-11-25'],
    ['{ id: p, title: P, owner: ana, milestones: [{ id: m, title: M, effort: 2d }] }', '2026-11-25'],
    // From one calendar to another: by the day.
    ['{ id: a, title: A, effort: 2d }, { id: m, title: M, owner: ana, effort: 1d, dependsOn: [a] }', '2026-11-28'],
    ['{ id: a, title: A, effort: 1.5d }, { id: m, title: M, owner: ana, effort: 0.5d, dependsOn: [a] }', '2026-11-25'],
    ['{ id: a, title: A, owner: ana, effort: 2d }, { id: m, title: M, effort: 1d, dependsOn: [a] }', '2026-11-26'],
    [
      '{ id: a, title: A, owner: me, effort: 6h }, { id: m, title: M, owner: me, effort: 2h, dependsOn: [a] }',
      '2026-11-25',
    ],
  ])('%s: %s', (milestones, expected) => expect(follow(plan(milestones, people)).forecast('m')).toBe(expected));
});

describe('across files', () => {
  const texts = {
    a: plan('{ id: m, title: M, effort: 2d, dependsOn: [shop/x] }', 'calendar: { hoursPerDay: 6 }'),
    shop: plan('{ id: x, title: X, effort: 4d, dependsOn: [base/y] }'),
    base: plan('{ id: y, title: Y, due: 2026-11-27 }'),
  };
  it('a forecast follows from a plan further on', () => {
    const found = follow(texts);
    expect([found.forecast('m'), found.chain('m')]).toEqual(['2026-12-07', 'm < shop/x < base/y < due 2026-11-27']);
    expect(found.plan.criticalPath).toEqual(['base#y', 'shop#x', 'a#m']);
  });
  it('and follows its edits', () => {
    const later = { ...texts, base: plan('{ id: y, title: Y, due: 2026-11-30 }') };
    expect(follow(later).forecast('m')).toBe('2026-12-08');
  });
});

const relaunch = `
start: 2026-11-02
deadline: 2027-01-29
calendar: { workweek: [mon, tue, wed, thu, fri], hoursPerDay: 6, holidays: [2026-12-24..2027-01-01], workdays: [2026-12-12] }
people: { me: { hoursPerDay: 4 }, ana: { role: client } }
milestones:
  - id: design
    title: Design approved
    start: 2026-11-02
    due: 2026-12-04
    baseline: 2026-11-27
    status: in-progress
    owner: me
    effort: 10d
    acceptanceCriteria: [Five templates approved by the client, { text: Contrast, done: true }]
    tasks: [Wireframes, { title: Visual design, effort: 5d, done: true, completed: 2026-11-18 }]
  - id: live
    title: Site live
    dependsOn: [design, { id: texts, type: FS, lag: 2d }]
    effort: { optimistic: 6d, likely: 9d, pessimistic: 15d }
    due: 2027-01-15
    milestones:
      - { id: texts, title: Texts final, due: 2026-12-11, owner: ana, clientAction: Send the final texts }
`;

describe('the full example of the format', () => {
  it('holds: each is forecast for its due date', () => {
    const found = follow(relaunch);
    expect(['design', 'texts', 'live'].map(found.forecast)).toEqual(['2026-12-04', '2026-12-11', '2027-01-15']);
    expect(found.chain('design')).toBe('design < due 2026-12-04');
    expect(found.chain('texts')).toBe('texts < due 2026-12-11');
    expect(found.chain('live')).toBe('live < due 2027-01-15');
    expect(found.of('design').finishVarianceDays).toBe(7);
    expect(found.of('design').finishVarianceWorkingDays).toBe(5);
    expect(iso(found.plan.forecast)).toBe('2027-01-15');
    expect(found.plan.criticalPath).toEqual(['a#live']);
  });

  it('half of the design done is worth five days at four hours a day', () => {
    const found = follow(relaunch, '2026-12-07');
    expect(found.forecast('design')).toBe('2026-12-11');
    expect(found.chain('design')).toBe('design < today 2026-12-07');
    // Nothing inside what waits for the design begins before it is done.
    expect(found.forecast('texts')).toBe('2026-12-11');
  });

  it('late texts move the site, two worked days later', () => {
    const found = follow(relaunch, '2027-01-18');
    expect(found.chain('live')).toBe('live < texts < design < today 2027-01-18');
    expect(found.forecast('texts')).toBe('2027-01-22');
    expect(found.forecast('live')).toBe('2027-01-26');
  });
});

describe('the days of the network', () => {
  const found = follow(
    plan(
      `{ id: a, title: A, effort: 2d }, { id: b, title: B, effort: 5d, dependsOn: [a] },
      { id: c, title: C, effort: 1.5d, dependsOn: [a] }, { id: d, title: D, dependsOn: [b, c] }, { id: e, title: E }`,
    ),
  );
  const days = (key: string) => {
    const { earlyStart, earlyFinish, lateStart, lateFinish } = found.of(key);
    return [earlyStart, earlyFinish, lateStart, lateFinish].map(iso).join(' ');
  };
  test.each([
    ['a', '2026-11-23 2026-11-24 2026-11-23 2026-11-24', 0, 0, true],
    ['b', '2026-11-25 2026-12-01 2026-11-25 2026-12-01', 0, 0, true],
    ['c', '2026-11-25 2026-11-26 2026-11-30 2026-12-01', 3.5, 3.5, false],
    ['d', '2026-12-01 2026-12-01 2026-12-01 2026-12-01', 0, 0, true],
    ['e', '   ', undefined, undefined, false],
  ])('%s', (key, expected, total, free, critical) => {
    expect(days(key)).toBe(expected);
    const { totalFloatDays, freeFloatDays, critical: isCritical } = found.of(key);
    expect([totalFloatDays, freeFloatDays, isCritical]).toEqual([total, free, critical]);
  });
  it('make the critical path', () => {
    expect(found.plan.criticalPath).toEqual(['a#a', 'a#b', 'a#d']);
    expect(iso(found.plan.forecast)).toBe('2026-12-01');
  });

  it('say what sets the late finish', () => {
    const limits = (text: string, keys: string) => {
      const plan = follow(text);
      return keys.split(' ').map((key) => {
        const { limit } = plan.of(key);
        if (!limit) return 'none';
        return `${limit.kind} ${'ref' in limit ? limit.ref : 'day' in limit ? iso(limit.day) : ''}`.trim();
      });
    };
    const text = `{ id: a, title: A, effort: 2d }, { id: b, title: B, effort: 1d, deadline: 2026-11-25, dependsOn: [a] },
      { id: p, title: P, milestones: [{ id: c, title: C, effort: 1d }, { id: e, title: E }] }, { id: d, title: D, effort: 2d, dependsOn: [p] }`;
    expect(limits(plan(text), 'a b c p d e')).toEqual([
      'successor a#b',
      'deadline 2026-11-25',
      'around a#p',
      'successor a#d',
      'finish',
      'none',
    ]);
    expect(limits(plan(text, 'deadline: 2026-11-24'), 'b d')).toEqual(['project 2026-11-24', 'project 2026-11-24']);
  });

  it('have a float below zero where a deadline cannot be held', () => {
    const late = follow(
      plan('{ id: a, title: A, effort: 5d }, { id: b, title: B, effort: 1d, deadline: 2026-11-25, dependsOn: [a] }'),
    );
    expect([late.of('a').totalFloatDays, late.of('b').totalFloatDays]).toEqual([-3, -3]);
    expect(iso(late.of('a').lateFinish)).toBe('2026-11-24');
  });

  it('show no binary dust', () => {
    const thirds = follow(plan('{ id: a, title: A, effort: 1d, progress: 33 }, { id: b, title: B, effort: 2.1d }'));
    expect(thirds.of('a').totalFloatDays).toBe(1.43);
  });
});

it('today is a day of work, and a Saturday is none', () => {
  const text = plan('{ id: m, title: M, effort: 1d }');
  expect(follow(text, '2026-11-27').forecast('m')).toBe('2026-11-27');
  expect(follow(text, '2026-11-28').forecast('m')).toBe('2026-11-30');
});

it('a plan that is done was finished with the last of its milestones', () => {
  const done = follow(plan('{ id: a, title: A, completed: 2026-11-20 }, { id: b, title: B, completed: 2026-11-06 }'));
  expect(iso(done.plan.forecast)).toBe('2026-11-20');
  expect(done.plan.criticalPath).toEqual([]);
});

describe('a bar', () => {
  const bar = (fields: string) => {
    const { spanStart, spanEnd } = follow(plan(`{ id: a, title: A, effort: 2d }, { id: m, title: M, ${fields} }`)).of(
      'm',
    );
    return [iso(spanStart), iso(spanEnd)];
  };
  test.each([
    ['is as stated', 'due: 2026-12-04, effort: 5d', [undefined, '2026-12-04']],
    ['without days, is that of its work', 'effort: 3d, dependsOn: [a]', ['2026-11-25', '2026-11-27']],
    ['without an end, goes on as long as its work', 'start: 2026-12-01, effort: 3d', ['2026-12-01', '2026-12-03']],
    ['without work, is a moment', 'dependsOn: [a]', [undefined, '2026-11-24']],
    ['with nothing, is not there', 'deadline: 2026-12-04', [undefined, undefined]],
  ])('%s', (_, fields, expected) => expect(bar(fields)).toEqual(expected));
});

describe('far more milestones than a file may hold', () => {
  const count = 100_000;
  const uri = 'file:///plans/long.milestones.yaml';
  const milestones = Array.from({ length: count }, (_, at) => milestone(`m${at}`, { effort: '1d' }));
  const links = Array.from({ length: count - 1 }, (_, at) => ({
    predecessor: `${uri}#m${at}`,
    successor: `${uri}#m${at + 1}`,
    type: 'FS' as const,
    inCycle: false,
  }));
  it('in one chain', () => {
    const inputs = [{ uri, plan: planOf(milestones) }];
    const found = schedulePlans(inputs, { links, problems: new Map() }, { todayFor: () => today, dueSoonDays: 7 }).get(
      uri,
    );
    // Five days a week.
    expect(iso(found?.milestones.get('m99999')?.forecast)).toBe(isoDay(addDays(today, (count / 5 - 1) * 7 + 4)));
    expect(found?.criticalPath).toHaveLength(count);
    expect(found?.milestones.get('m0')?.totalFloatDays).toBe(0);
  });
});

test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'])('everything is the same in %s', (zone) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    const found = follow(relaunch, '2027-01-18');
    expect(['design', 'texts', 'live'].map(found.forecast)).toEqual(['2027-01-22', '2027-01-22', '2027-01-26']);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
