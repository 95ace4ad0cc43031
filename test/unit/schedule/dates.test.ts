import { describe, expect, it } from 'vitest';
import { type Day, isoDay } from '../../../src/base/day';
import { milestone, schedule } from './build';

type Fields = Parameters<typeof milestone>[1];
const iso = (value: Day | undefined) => (value === undefined ? undefined : isoDay(value));
const of = (fields: Fields) => schedule([milestone('m', fields)]).of('m');
const span = (fields: Fields) => [iso(of(fields).spanStart), iso(of(fields).spanEnd)];

describe('forecast', () => {
  it.each<[Fields, string | undefined]>([
    [{}, undefined],
    [{ deadline: '2027-01-01' }, undefined],
    [{ due: '2026-12-04' }, '2026-12-04'],
    [{ due: '2026-11-23' }, '2026-11-23'],
    [{ due: '2026-11-04' }, '2026-11-23'],
    [{ deadline: '2026-11-04' }, '2026-11-23'],
    [{ due: '2026-11-04', completed: '2026-11-06' }, '2026-11-06'],
    [{ due: '2026-11-04', status: 'done' }, undefined],
    [{ due: '2026-11-04', status: 'cancelled' }, undefined],
    [{ due: '2026-11-04', status: 'on-hold' }, '2026-11-23'],
    [{ due: '2026-12-04', milestones: [milestone('n', { due: '2026-12-06' })] }, '2026-12-06'],
    [{ milestones: [milestone('n', { due: '2026-11-06' })] }, '2026-11-23'],
    [{ milestones: [milestone('n', { due: '2026-11-06', status: 'cancelled' })] }, undefined],
    // All of it is done and it is not: that can only be still to come.
    [{ milestones: [milestone('n', { completed: '2026-11-06' })] }, '2026-11-23'],
    [{ status: 'done', milestones: [milestone('n', { completed: '2026-11-06' })] }, undefined],
    [{ milestones: [milestone('n', { milestones: [milestone('o', { due: '2027-01-01' })] })] }, '2027-01-01'],
  ])('%o', (fields, expected) => expect(iso(of(fields).forecast)).toBe(expected));
});

describe('figures in calendar days', () => {
  it('finish variance is forecast less baseline', () => {
    expect(of({ due: '2026-12-04', baseline: '2026-11-27' }).finishVarianceDays).toBe(7);
    expect(of({ completed: '2026-11-20', baseline: '2026-11-27' }).finishVarianceDays).toBe(-7);
    expect(of({ due: '2026-11-20', baseline: '2026-11-20' }).finishVarianceDays).toBe(3);
    expect('finishVarianceDays' in of({ due: '2026-11-20' })).toBe(false);
    expect('finishVarianceDays' in of({ baseline: '2026-11-20' })).toBe(false);
  });
  it('days to due count down to 0 and below', () => {
    expect(of({ due: '2026-12-04' }).daysToDue).toBe(11);
    expect(of({ due: '2026-11-23' }).daysToDue).toBe(0);
    expect(of({ due: '2026-11-20' }).daysToDue).toBe(-3);
    expect('daysToDue' in of({ deadline: '2026-11-20' })).toBe(false);
  });
  it('late days are there only when late', () => {
    expect(of({ due: '2026-11-20' }).lateDays).toBe(3);
    expect(of({ deadline: '2026-11-20' }).lateDays).toBe(3);
    expect(of({ due: '2026-11-20', completed: '2026-11-22' }).lateDays).toBe(2);
    for (const fields of [
      { due: '2026-11-23' },
      { due: '2026-11-20', completed: '2026-11-20' },
      { due: '2026-11-20', status: 'done' },
      { due: '2026-11-20', status: 'on-hold' },
      { due: '2026-11-20', status: 'cancelled' },
    ] as const) {
      expect('lateDays' in of(fields)).toBe(false);
    }
  });
});

describe('the span of the bar', () => {
  const inside = [
    milestone('x', { start: '2026-11-05', due: '2026-11-10' }),
    milestone('y', { due: '2026-12-10' }),
    milestone('z', { start: '2026-01-01', due: '2027-12-10', status: 'cancelled' }),
  ];
  it.each<[string, Fields, (string | undefined)[]]>([
    ['nothing', {}, [undefined, undefined]],
    ['a single moment', { due: '2026-12-04' }, [undefined, '2026-12-04']],
    ['start and due', { start: '2026-11-02', due: '2026-12-04' }, ['2026-11-02', '2026-12-04']],
    ['one day of work', { start: '2026-12-04', due: '2026-12-04' }, ['2026-12-04', '2026-12-04']],
    ['started', { started: '2026-11-03', due: '2026-12-04' }, ['2026-11-03', '2026-12-04']],
    [
      'the plan before the fact',
      { start: '2026-11-02', started: '2026-11-03', due: '2026-12-04' },
      ['2026-11-02', '2026-12-04'],
    ],
    ['completed', { start: '2026-11-02', due: '2026-12-04', completed: '2026-11-20' }, ['2026-11-02', '2026-11-20']],
    ['finished before it was to start', { start: '2026-12-02', completed: '2026-11-20' }, [undefined, '2026-11-20']],
    ['from inside', { milestones: inside }, ['2026-11-05', '2026-12-10']],
    ['from inside to due', { due: '2026-12-24', milestones: inside }, ['2026-11-05', '2026-12-24']],
    ['one moment inside', { milestones: [milestone('y', { due: '2026-12-10' })] }, [undefined, '2026-12-10']],
    ['a start ahead without an end', { start: '2026-12-02' }, ['2026-12-02', '2026-12-02']],
    [
      'a start in the past without an end',
      { start: '2026-11-02', status: 'in-progress' },
      ['2026-11-02', '2026-11-23'],
    ],
    ['only a deadline', { deadline: '2026-12-02' }, [undefined, undefined]],
  ])('%s', (_, fields, expected) => expect(span(fields)).toEqual(expected));
});
