import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { join, milestone, plan, schedule, scheduleAll, today } from './build';

type Fields = Parameters<typeof milestone>[1];

// Today is Monday, 23 November 2026.
const health = (fields: Fields, ofPlan = {}) => schedule([milestone('m', fields)], ofPlan).health('m');

describe('late', () => {
  it.each<[Fields, string]>([
    [{ due: '2026-11-22' }, 'late: 1 day late: was due 22 November 2026'],
    [{ due: '2026-11-18', status: 'in-progress' }, 'late: 5 days late: was due 18 November 2026'],
    [{ deadline: '2026-11-20' }, 'late: 3 days past its deadline of 20 November 2026'],
    [
      { due: '2026-11-20', status: 'submitted' },
      'late: Delivered and waiting for the client, 3 days late: was due 20 November 2026',
    ],
    [{ due: '2026-11-22', blockedBy: { text: 'Hosting' } }, 'late: 1 day late: was due 22 November 2026'],
  ])('%o', (fields, expected) => expect(health(fields)).toBe(expected));

  it('begins on the day after the due date', () => {
    expect(health({ due: '2026-11-23' })).toBe('due-soon: Due today');
    expect(schedule([milestone('m', { due: '2026-11-23' })], {}, day('2026-11-24')).health('m')).toBe(
      'late: 1 day late: was due 23 November 2026',
    );
  });
  it('goes by the due date before the deadline', () => {
    expect(health({ due: '2027-02-01', deadline: '2026-11-20' })).toBe(
      'at-risk: Due 1 February 2027, 51 working days after its deadline of 20 November 2026',
    );
  });
});

describe('done, cancelled and on hold are just that', () => {
  it.each<[Fields, string]>([
    [{ completed: '2026-11-20', due: '2026-11-20' }, 'done: Done on 20 November 2026'],
    [{ completed: '2026-11-20', due: '2026-11-17' }, 'done: Done 3 days late, on 20 November 2026'],
    [{ completed: '2026-11-20', due: '2026-11-19' }, 'done: Done 1 day late, on 20 November 2026'],
    [{ completed: '2026-11-20', deadline: '2026-11-18' }, 'done: Done 2 days late, on 20 November 2026'],
    [{ status: 'done', due: '2026-11-02' }, 'done: Done'],
    [{ status: 'cancelled', due: '2026-11-02' }, 'cancelled: Cancelled'],
    [{ status: 'on-hold', due: '2026-11-02' }, 'on-hold: On hold; was due 2 November 2026'],
    [{ status: 'on-hold', due: '2026-11-24' }, 'on-hold: On hold; due 24 November 2026'],
    [{ status: 'on-hold', blockedBy: { text: 'Hosting' } }, 'on-hold: On hold'],
  ])('%o', (fields, expected) => expect(health(fields)).toBe(expected));

  it('and so is what they hold, unless it is done or cancelled itself', () => {
    const inside = [
      milestone('late', { due: '2026-11-01' }),
      milestone('finished', { completed: '2026-11-02' }),
      milestone('given', { status: 'cancelled' }),
    ];
    const under = (status: 'done' | 'cancelled' | 'on-hold') => {
      const found = schedule([milestone('first'), milestone('m', { status, milestones: inside })]);
      return ['late', 'finished', 'given'].map((key) => found.health(key));
    };
    const finished = 'done: Done on 2 November 2026';
    expect(under('done')).toEqual(['done: Inside M, which is done', finished, 'cancelled: Cancelled']);
    expect(under('cancelled')).toEqual(['cancelled: Inside M, which is cancelled', finished, 'cancelled: Cancelled']);
    expect(under('on-hold')).toEqual(['on-hold: Inside M, which is on hold', finished, 'cancelled: Cancelled']);
  });
});

describe('blocked from outside', () => {
  const people = [{ key: 'ana', name: 'Ana Ruiz' }, { key: 'bo' }];
  const since = day('2026-11-02');
  it.each([
    [{ text: 'No hosting' }, 'blocked: Blocked: No hosting'],
    [{ text: 'No hosting', since }, 'blocked: Blocked since 2 November 2026: No hosting'],
    [{ text: 'No hosting', who: 'ana' }, 'blocked: Blocked by Ana Ruiz: No hosting'],
    [{ text: 'No hosting', who: 'bo', since }, 'blocked: Blocked by bo since 2 November 2026: No hosting'],
    [{ text: 'No hosting', who: 'nobody' }, 'blocked: Blocked by nobody: No hosting'],
  ])('%o', (blockedBy, expected) => expect(health({ blockedBy, due: '2026-11-24' }, { people })).toBe(expected));
});

describe('waiting for predecessors', () => {
  const behind = (first: Fields, type: 'FS' | 'SS' | 'FF' | 'SF' = 'FS', second: Fields = {}) =>
    schedule([milestone('first', first), milestone('m', { dependsOn: [{ id: 'first', type }], ...second })]);

  it.each<[Fields, string]>([
    [{}, 'blocked: Waits for First'],
    [{ due: '2026-12-04' }, 'blocked: Waits for First, due 4 December 2026'],
    [{ due: '2026-11-18' }, 'blocked: Waits for First, which is 5 days late'],
    [{ due: '2026-11-22' }, 'blocked: Waits for First, which is 1 day late'],
    [{ status: 'on-hold', due: '2026-11-18' }, 'blocked: Waits for First, which is on hold'],
    [
      { status: 'submitted', due: '2026-12-04' },
      'blocked: Waits for First, which is delivered and waiting for the client',
    ],
    [
      { status: 'submitted', due: '2026-11-18' },
      'blocked: Waits for First, which is delivered and waiting for the client, 5 days late',
    ],
    [{ completed: '2026-11-18' }, 'on-track: No due date yet'],
    [{ status: 'cancelled' }, 'on-track: No due date yet'],
  ])('%o', (first, expected) => expect(behind(first).health('m')).toBe(expected));

  it('names the predecessor in waitsFor', () => {
    expect(behind({}).of('m').waitsFor).toEqual(['a#first']);
    expect(behind({ status: 'done' }).of('m').waitsFor).toEqual([]);
  });
  it('start to start waits for the start only; the finish types hold nothing up', () => {
    expect(behind({}, 'SS').health('m')).toBe('blocked: Waits for First to start');
    expect(behind({ status: 'in-progress' }, 'SS').of('m').waitsFor).toEqual([]);
    expect(behind({ status: 'cancelled' }, 'SS').of('m').waitsFor).toEqual([]);
    expect(behind({}, 'FF').of('m').waitsFor).toEqual([]);
    expect(behind({}, 'SF').of('m').waitsFor).toEqual([]);
  });
  it('start to start counts a start inside the predecessor', () => {
    const inside = [milestone('part', { status: 'in-progress' })];
    expect(behind({ milestones: inside }, 'SS').of('m').waitsFor).toEqual([]);
    expect(behind({ milestones: [milestone('part')] }, 'SS').of('m').waitsFor).toEqual(['a#first']);
  });
  it('what is delivered or finished waits no more', () => {
    expect(behind({}, 'FS', { status: 'submitted' }).health('m')).toBe(
      'on-track: Delivered and waiting for the client',
    );
    expect(behind({}, 'FS', { status: 'done' }).of('m').waitsFor).toEqual([]);
    expect(behind({}, 'FS', { status: 'in-progress' }).of('m').waitsFor).toEqual(['a#first']);
    expect(behind({}, 'FS', { status: 'on-hold' }).of('m').waitsFor).toEqual(['a#first']);
  });
  it('a dependency on a parent means all of it', () => {
    const parts = (second: Fields) => ({ milestones: [milestone('x', { status: 'done' }), milestone('y', second)] });
    expect(behind(parts({})).of('m').waitsFor).toEqual(['a#first']);
    expect(behind(parts({ status: 'done' })).of('m').waitsFor).toEqual([]);
    expect(behind({ ...parts({ status: 'done' }), criteria: ['open'] }).of('m').waitsFor).toEqual(['a#first']);
    // Without milestones inside, all boxes ticked is still not done: someone has to say so.
    expect(behind({ tasks: ['x a'] }).of('m').waitsFor).toEqual(['a#first']);
  });
  it('names the worst of several, and each once', () => {
    const found = schedule([
      milestone('soon', { due: '2026-11-30' }),
      milestone('far', { due: '2027-01-30' }),
      milestone('late', { due: '2026-11-20' }),
      milestone('later', { due: '2026-11-10' }),
      milestone('equal', { due: '2026-11-10' }),
      milestone('m', { dependsOn: ['soon', 'far', 'soon', 'later', 'equal', 'late', { id: 'soon', type: 'SS' }] }),
      milestone('n', { dependsOn: ['far', 'soon'] }),
    ]);
    expect(found.health('m')).toBe('blocked: Waits for Later, which is 13 days late, and for 4 more');
    expect(found.of('m').waitsFor).toEqual(['a#soon', 'a#far', 'a#later', 'a#equal', 'a#late']);
    expect(found.health('n')).toBe('blocked: Waits for Far, due 30 January 2027, and for 1 more');
  });
  it('does not follow cycles, nor a link to what is around it', () => {
    const plans = new Map([['a', plan([milestone('x', { dependsOn: ['y'] }), milestone('y', { dependsOn: ['x'] })])]]);
    const found = scheduleAll(plans, 'a', today, join(plans, ['x', 'y']));
    expect([found.of('x').waitsFor, found.of('y').waitsFor]).toEqual([[], []]);
    const child = milestone('child', { dependsOn: ['outer', 'child'] });
    const nested = schedule([milestone('outer', { milestones: [child], dependsOn: ['child'] })]);
    expect(nested.of('child').waitsFor).toEqual([]);
    expect(nested.of('outer').waitsFor).toEqual(['a#child']);
  });
  it('works across files and skips what no file has', () => {
    const plans = new Map([
      ['a', plan([milestone('m', { dependsOn: ['b/texts', 'b/none', 'none'] })])],
      ['b', plan([milestone('texts', { due: '2026-11-20' })])],
    ]);
    const found = scheduleAll(plans, 'a');
    expect(found.health('m')).toBe('blocked: Waits for Texts, which is 3 days late');
    expect(found.of('m').waitsFor).toEqual(['b#texts']);
    expect(found.whole).toBe('blocked: M: Waits for Texts, which is 3 days late');
  });
});

describe('at risk', () => {
  it('holds something late, at any depth', () => {
    const deep = milestone('deep', { due: '2026-11-20' });
    const found = schedule([milestone('m', { milestones: [milestone('n', { milestones: [deep] })] })]);
    expect(found.health('m')).toBe('at-risk: Deep, inside it, is late by 3 days');
    expect(found.health('n')).toBe('at-risk: Deep, inside it, is late by 3 days');
  });
  it('names the most late, the first of equals', () => {
    const inside = ['2026-11-22', '2026-11-10', '2026-11-10'].map((due, at) => milestone(`p${at}`, { due }));
    expect(health({ milestones: inside })).toBe('at-risk: 3 milestones inside are late; P1 most, by 13 days');
  });
  it('ignores what is done late, on hold or cancelled inside', () => {
    const inside = [
      milestone('a', { completed: '2026-11-20', due: '2026-11-02' }),
      milestone('b', { status: 'on-hold', due: '2026-11-02' }),
      milestone('c', { status: 'cancelled', due: '2026-11-02' }),
    ];
    expect(health({ milestones: inside })).toBe('on-track: No due date yet');
  });
  it('is forecast past its due date, its deadline or that of the project', () => {
    const later = [milestone('inner', { due: '2027-01-11' })];
    expect(health({ due: '2027-01-06', milestones: later })).toBe(
      'at-risk: Forecast for 11 January 2027, 3 working days after due, driven by Inner',
    );
    expect(health({ deadline: '2027-01-08', milestones: later })).toBe(
      'at-risk: Forecast for 11 January 2027, 1 working day after its deadline of 8 January 2027, driven by Inner',
    );
    expect(health({ due: '2027-01-11', deadline: '2027-01-09' })).toBe(
      'at-risk: Due 11 January 2027, 1 working day after its deadline of 9 January 2027',
    );
    expect(health({ due: '2027-02-01' }, { deadline: day('2027-01-29') })).toBe(
      'at-risk: Due 1 February 2027, 1 working day after the deadline of the project, 29 January 2027',
    );
    expect(health({ due: '2027-01-29' }, { deadline: day('2027-01-29') })).toMatch(/^on-track/);
  });
  it('names days where nobody works in between', () => {
    expect(health({ due: '2027-01-09', milestones: [milestone('inner', { due: '2027-01-10' })] })).toBe(
      'at-risk: Forecast for 10 January 2027, 1 day after due, driven by Inner',
    );
  });
  it('names the milestone at the end of the chain of drivers, and goes before waiting for what is on course', () => {
    const found = schedule([
      milestone('texts', { due: '2027-01-11' }),
      milestone('pages', { effort: '2d', dependsOn: ['texts'] }),
      milestone('m', { due: '2027-01-11', dependsOn: ['pages'] }),
    ]);
    expect(found.health('pages')).toBe('blocked: Waits for Texts, due 11 January 2027');
    expect(found.health('m')).toBe('at-risk: Forecast for 13 January 2027, 2 working days after due, driven by Texts');
  });
});

describe('due soon and on track', () => {
  it.each<[Fields, string]>([
    [{ due: '2026-11-23' }, 'due-soon: Due today'],
    [{ due: '2026-11-24' }, 'due-soon: Due tomorrow'],
    [{ due: '2026-11-26' }, 'due-soon: Due in 3 days'],
    [{ due: '2026-11-30' }, 'due-soon: Due in 7 days'],
    [{ due: '2026-12-01' }, 'on-track: Due 1 December 2026, in 8 days'],
    [{ deadline: '2026-11-23' }, 'due-soon: Its deadline is today'],
    [{ deadline: '2026-11-24' }, 'due-soon: Its deadline is tomorrow'],
    [{ deadline: '2027-01-01' }, 'on-track: Its deadline is 1 January 2027'],
    [{ due: '2026-11-23', status: 'submitted' }, 'due-soon: Delivered and waiting for the client; due today'],
    [{ due: '2026-11-25', status: 'submitted' }, 'due-soon: Delivered and waiting for the client; due in 2 days'],
    [{ due: '2027-01-25', status: 'submitted' }, 'on-track: Delivered and waiting for the client; due 25 January 2027'],
    [{}, 'on-track: No due date yet'],
    [{ milestones: [milestone('n', { status: 'done' })] }, 'on-track: Everything inside is done; not yet marked done'],
    [
      { tasks: ['x a'], due: '2027-01-25' },
      'on-track: Everything inside is done; not yet marked done, due 25 January 2027',
    ],
    [{ progress: 100, due: '2026-12-01' }, 'on-track: Due 1 December 2026, in 8 days'],
  ])('%o', (fields, expected) => expect(health(fields)).toBe(expected));
});
