import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { marksOf, reachOf } from '../../../src/drawing/reach';
import { type Row, rows } from './rows';

/** 10 pixels a day from 1 November; today is the 23rd. */
const scale = { start: day('2026-11-01'), pxPerDay: 10 };

function marks(spec: Row, zoom = scale) {
  const plan = rows([spec]);
  return marksOf(plan, 0, zoom, reachOf(plan, 0, zoom));
}
const bar: Row = { start: '2026-11-02', end: '2026-11-11' };
const diamond: Row = { end: '2026-11-11' };

describe('the forecast', () => {
  test('makes a bar longer, to the end of its day', () => {
    expect(marks({ ...bar, forecast: '2026-11-14' })).toMatchObject({ forecast: 140, end: 140 });
  });
  test('is a second diamond in the middle of its day', () => {
    expect(marks({ ...diamond, forecast: '2026-11-14' })).toMatchObject({ forecast: 142, end: 142 });
  });
  test.each([
    ['there is none', bar],
    ['the row has no bar', { forecast: '2026-11-14' }],
    ['it is the end of the bar', { ...bar, forecast: '2026-11-11' }],
    ['it is before the end of the bar', { ...bar, forecast: '2026-11-09' }],
    ['it is where the overdue tail ends', { ...bar, state: 'late', forecast: '2026-11-23' } as const],
  ])('is not drawn where %s', (_, spec) => {
    expect(marks(spec).forecast).toBeUndefined();
  });
  test('begins behind the overdue tail', () => {
    const late = marks({ ...bar, state: 'late', forecast: '2026-11-25' });
    expect(late).toMatchObject({ tail: 115, forecast: 250, end: 250 });
  });
  test('can be seen where a day is less than a pixel', () => {
    const far = { start: scale.start, pxPerDay: 0.1 };
    expect(marks({ ...bar, forecast: '2026-11-12' }, far).forecast).toBeCloseTo(0.1 + 5 + 4, 6);
  });
  test('lies before the window as well as in it', () => {
    const later = { start: day('2027-01-01'), pxPerDay: 10 };
    expect(marks({ ...bar, forecast: '2026-11-14' }, later).forecast).toBe(140 - 610);
  });
  test('of a whole plan is one of its bar', () => {
    expect(marks({ ...bar, depth: 0, forecast: '2026-11-14' }).forecast).toBe(140);
  });
});

describe('the float', () => {
  test.each([
    ['of a bar runs from its end to the end of the day', { ...bar, lateFinish: '2026-11-20' }, { from: 110, to: 200 }],
    ['of a diamond runs from middle to middle', { ...diamond, lateFinish: '2026-11-20' }, { from: 105, to: 195 }],
    [
      'of a bar begins where its forecast ends',
      { ...bar, forecast: '2026-11-14', lateFinish: '2026-11-20' },
      { from: 140, to: 200 },
    ],
    [
      'of a diamond begins in the middle of the forecast’s',
      { ...diamond, forecast: '2026-11-14', lateFinish: '2026-11-20' },
      { from: 135, to: 195 },
    ],
    [
      'of what is overdue begins today',
      { ...bar, state: 'late', forecast: '2026-11-23', lateFinish: '2026-11-30' } as const,
      { from: 225, to: 300 },
    ],
    [
      'of a diamond that is overdue too',
      { ...diamond, state: 'late', forecast: '2026-11-23', lateFinish: '2026-11-30' } as const,
      { from: 225, to: 295 },
    ],
  ])('%s', (_, spec, float) => {
    expect(marks(spec).float).toEqual(float);
  });
  test.each([
    ['there is none', bar],
    ['it is too short to be seen', { ...bar, lateFinish: '2026-11-11' }],
    ['it would run backwards', { ...bar, lateFinish: '2026-11-05' }],
    ['the row has no bar', { forecast: '2026-11-14', lateFinish: '2026-11-20' }],
    ['the row is a whole plan', { ...bar, depth: 0, lateFinish: '2026-11-20' }],
  ])('is not drawn where %s', (_, spec) => {
    expect(marks(spec).float).toBeUndefined();
  });
  test('may reach far beyond the window', () => {
    expect(marks({ ...bar, lateFinish: '2030-11-20' }).float?.to).toBe(10 * (day('2030-11-21') - scale.start));
  });
  test('takes no room in the middle of the row', () => {
    expect(marks({ ...bar, lateFinish: '2026-11-20' }).end).toBe(110);
  });
});

describe('negative float', () => {
  test('stands beside the way arrows go out', () => {
    expect(marks({ ...bar, critical: true, short: true })).toMatchObject({ critical: true, short: 119, end: 129 });
  });
  test('stands close behind a forecast', () => {
    expect(marks({ ...bar, short: true, forecast: '2026-11-14' })).toMatchObject({ short: 143, end: 153 });
  });
  test('makes way for a pennant', () => {
    expect(marks({ ...bar, short: true, forecast: '2026-11-14', deadline: '2026-11-14' }).short).toBe(149);
    expect(marks({ ...bar, short: true, forecast: '2026-11-14', deadline: '2026-11-17' }).short).toBe(143);
  });
  test('is not drawn where nothing else is', () => {
    expect(marks({ short: true }).short).toBeUndefined();
  });
});

test('all marks on one day', () => {
  const on = '2026-11-14';
  expect(marks({ ...bar, forecast: on, baseline: on, deadline: on, lateFinish: on, critical: true })).toEqual({
    tail: 0,
    forecast: 140,
    float: undefined,
    critical: true,
    short: undefined,
    baseline: 135,
    deadline: 140,
    deadlinePassed: false,
    end: 140,
  });
});

test('a deadline is passed by what is expected too', () => {
  const deadline = '2026-11-13';
  expect(marks({ ...bar, deadline }).deadlinePassed).toBe(false);
  expect(marks({ ...bar, deadline, forecast: '2026-11-14' }).deadlinePassed).toBe(true);
});
