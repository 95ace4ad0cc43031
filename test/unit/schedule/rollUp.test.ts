import { describe, expect, it } from 'vitest';
import { duration, milestone, say, schedule } from './build';

function progress(...args: Parameters<typeof milestone>) {
  const { progressPercent, progressReason } = schedule([milestone(...args)]).of(args[0]);
  return `${progressPercent} ${say(progressReason)}`;
}

const done = (count: number) => Array.from({ length: count }, (_, at) => `x done ${at}`);
const open = (count: number) => Array.from({ length: count }, (_, at) => `open ${at}`);

describe('progress of a milestone without milestones inside', () => {
  it('is 0 without anything to measure, and as written when something is written', () => {
    expect(progress('m')).toBe('0 Not done yet');
    expect(progress('m', { progress: 40 })).toBe('40 As written in the plan');
    expect(progress('m', { progress: 100 })).toBe('100 As written in the plan');
    expect(progress('m', { progress: 0 })).toBe('0 As written in the plan');
  });
  it('is 100 when done, whatever is inside', () => {
    expect(progress('m', { status: 'done' })).toBe('100 Marked done');
    expect(progress('m', { status: 'done', progress: 20, tasks: ['open'] })).toBe('100 Marked done');
  });
  it('is the share of tasks and criteria, each counting 1', () => {
    expect(progress('m', { tasks: ['x a', 'b'] })).toBe('50 1 of 2 tasks done');
    expect(progress('m', { tasks: ['x a'] })).toBe('100 1 of 1 task done');
    expect(progress('m', { criteria: ['a', 'b', 'x c'] })).toBe('33 1 of 3 acceptance criteria met');
    expect(progress('m', { tasks: ['x a', 'x b', 'c'], criteria: ['x d', 'e'] })).toBe(
      '60 3 of 5 tasks and criteria done',
    );
    expect(progress('m', { tasks: ['a'], progress: 90 })).toBe('0 0 of 1 task done');
  });
  it('counts tasks by effort when there are only tasks and every one has an effort', () => {
    expect(progress('m', { tasks: ['x a (3d)', 'b (8h)'] })).toBe('75 1 of 2 tasks done, weighted by effort');
    expect(progress('m', { tasks: ['x a (3d)', 'b'] })).toBe('50 1 of 2 tasks done');
    expect(progress('m', { tasks: ['x a (3d)', 'b (1d)'], criteria: ['c'] })).toBe('33 1 of 3 tasks and criteria done');
    expect(progress('m', { tasks: ['x a (0d)', 'b (0d)'] })).toBe('50 1 of 2 tasks done');
  });
  it('takes hours and weeks from the owner, then the plan, then 8 hours and 5 days', () => {
    const tasks = ['x a (1d)', 'b (4h)'];
    const week = ['x a (1w)', 'b (2d)'];
    const percent = (inside: readonly string[], owner: string | undefined, fields: object) =>
      schedule([milestone('m', { tasks: inside, ...(owner === undefined ? {} : { owner }) })], fields).of('m')
        .progressPercent;
    const calendar = { holidays: [], workdays: [], hoursPerDay: 6, workweek: ['mon', 'tue', 'wed'] as const };
    const people = [{ key: 'me', hoursPerDay: 4 }, { key: 'ana' }];
    expect(percent(tasks, undefined, {})).toBe(67);
    expect(percent(tasks, undefined, { calendar })).toBe(60);
    expect(percent(tasks, 'me', { calendar, people })).toBe(50);
    expect(percent(tasks, 'ana', { calendar, people })).toBe(60);
    expect(percent(tasks, 'nobody', {})).toBe(67);
    expect(percent(week, undefined, {})).toBe(71);
    expect(percent(week, undefined, { calendar })).toBe(60);
  });
});

describe('what is shown', () => {
  it('is 100 only when all is done and 0 only when nothing is', () => {
    expect(progress('m', { tasks: [...done(299), ...open(1)] })).toBe('99 299 of 300 tasks done');
    expect(progress('m', { tasks: [...done(1), ...open(299)] })).toBe('1 1 of 300 tasks done');
    expect(progress('m', { progress: 99.6 })).toBe('99 As written in the plan');
    expect(progress('m', { progress: 0.3 })).toBe('1 As written in the plan');
  });
  it('is rounded half up, exactly', () => {
    expect(progress('m', { tasks: [...done(1), ...open(7)] })).toMatch(/^13 /);
    expect(progress('m', { tasks: [...done(29), ...open(171)] })).toMatch(/^15 /);
    expect(progress('m', { tasks: [...done(1), ...open(2)] })).toMatch(/^33 /);
    // A mean of means that is 14.5 exactly, whatever binary fractions make of thirds and sevenths.
    const parts = [3, 7, 9].map((count, at) => milestone(`p${at}`, { progress: 43.5 / 3, weight: 1 / count }));
    expect(progress('m', { milestones: parts })).toMatch(/^15 /);
  });
});

describe('progress with milestones inside', () => {
  const half = (id: string, fields = {}) => milestone(id, { tasks: ['x a', 'b'], ...fields });
  it('is their mean', () => {
    expect(progress('m', { milestones: [half('a'), milestone('b', { status: 'done' })] })).toBe(
      '75 Average of 2 milestones',
    );
    expect(progress('m', { milestones: [half('a')] })).toBe('50 Taken from the milestone inside');
    expect(progress('m', { progress: 90, milestones: [half('a')] })).toMatch(/^50 /);
  });
  it('leaves cancelled ones out, of the weights too', () => {
    const cancelled = milestone('c', { status: 'cancelled' });
    expect(progress('m', { milestones: [half('a'), cancelled] })).toBe('50 Taken from the milestone inside');
    expect(progress('m', { milestones: [cancelled], progress: 30 })).toBe('30 As written in the plan');
    expect(progress('m', { milestones: [cancelled], tasks: ['x a'] })).toBe('100 1 of 1 task done');
    const weighed = [half('a', { effort: '1d' }), milestone('b', { status: 'done', effort: '3d' }), cancelled];
    expect(progress('m', { milestones: weighed })).toBe('88 Weighted by effort over 2 milestones');
  });
  it('goes by effort only if every sibling has one; the sum of the tasks is one too', () => {
    const b = milestone('b', { status: 'done', effort: '3d' });
    expect(progress('m', { milestones: [half('a'), b] })).toBe('75 Average of 2 milestones');
    const sum = milestone('a', { tasks: ['x a (4h)', 'b (4h)'] });
    expect(progress('m', { milestones: [sum, b] })).toBe('88 Weighted by effort over 2 milestones');
    const none = [half('a', { effort: '0h' }), milestone('b', { effort: '0d' })];
    expect(progress('m', { milestones: none })).toBe('25 Average of 2 milestones');
  });
  it('goes by weight where one is written', () => {
    const parts = [half('a', { weight: 3 }), milestone('b')];
    expect(progress('m', { milestones: parts })).toBe('38 Weighted as written over 2 milestones');
    const withEfforts = [half('a', { weight: 24, effort: '1h' }), milestone('b', { effort: '1d' })];
    expect(progress('m', { milestones: withEfforts })).toBe('38 Weighted as written over 2 milestones');
  });
  it('counts its own tasks and criteria as one more part of their mean weight', () => {
    const inside = [milestone('a', { status: 'done' }), milestone('b')];
    expect(progress('m', { milestones: inside, tasks: ['x t', 'u'], criteria: ['x v', 'x w'] })).toBe(
      '58 Average of 2 milestones and its own tasks and criteria',
    );
    const weighed = [milestone('a', { status: 'done', weight: 3 }), milestone('b', { weight: 1 })];
    expect(progress('m', { milestones: weighed, tasks: ['t'] })).toBe(
      '50 Weighted as written over 2 milestones and its own tasks and criteria',
    );
  });
  it('is not 100 while anything inside is open, even what weighs nothing', () => {
    const inside = [milestone('a', { status: 'done', effort: '1d' }), milestone('gate', { effort: '0h' })];
    expect(progress('m', { milestones: inside })).toMatch(/^99 /);
    expect(progress('m', { milestones: [milestone('a', { status: 'done' })] })).toMatch(/^100 /);
  });
  it('is 100 for everything inside a done one', () => {
    const found = schedule([milestone('m', { status: 'done', milestones: [half('a')] })]);
    expect(found.of('a').progressPercent).toBe(100);
    expect(say(found.of('a').progressReason)).toBe('Inside M, which is done');
  });
});

describe('progress of a plan', () => {
  it('is the mean of its top milestones by the same rule', () => {
    expect(schedule([]).progressPercent).toBe(0);
    expect(schedule([milestone('a', { status: 'cancelled' })]).progressPercent).toBe(0);
    expect(schedule([milestone('a', { status: 'done' }), milestone('b')]).progressPercent).toBe(50);
    const efforts = [milestone('a', { status: 'done', effort: '3d' }), milestone('b', { effort: '1d' })];
    expect(schedule(efforts).progressPercent).toBe(75);
    const nested = milestone('b', { milestones: [milestone('c', { status: 'done' }), milestone('d')] });
    expect(schedule([milestone('a', { status: 'done' }), nested]).progressPercent).toBe(75);
  });
  it('survives absurd efforts', () => {
    const absurd = { likely: duration(`${'9'.repeat(400)}w`) };
    const inside = [
      { ...milestone('a', { status: 'done' }), effort: absurd },
      { ...milestone('b'), effort: absurd },
    ];
    expect(schedule(inside).progressPercent).toBe(50);
  });
});
