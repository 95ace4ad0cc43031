import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { minimapDepth, minimapOf, type Strip } from '../../../src/drawing/minimap';
import { shownRows } from '../../../src/drawing/shown';
import { rowStates, type TimelineRows } from '../../../src/report/timelineRows';
import { generated } from '../../browser/fixtures/rows';
import { type Row, rows } from './rows';

const range = { from: day('2026-11-01'), to: day('2026-12-01') };
const strip = { width: 300, height: 34, range };

function runs(plan: TimelineRows, collapsed: readonly number[] = [], where: Strip = strip) {
  const found = minimapOf(plan, shownRows(plan, new Set(collapsed)), where);
  return Object.fromEntries(found.flatMap((list, state) => (list.length > 0 ? [[rowStates[state], list]] : [])));
}
const of = (specs: readonly Row[], collapsed: readonly number[] = []) => runs(rows(specs), collapsed);

describe('the whole plan in a strip', () => {
  test('a bar covers its days, each row in its own lane', () => {
    const marks = of([
      { start: '2026-11-01', end: '2026-11-10', state: 'done' },
      { start: '2026-11-11', end: '2026-11-30', state: 'late' },
    ]);
    expect(marks).toEqual({ done: [0, 0, 100, 4], late: [100, 5, 200, 4] });
  });
  test('a day is wide enough to be seen, also at the end', () => {
    expect(of([{ end: '2026-11-30', state: 'on-track' }])).toEqual({ 'on-track': [290, 0, 10, 4] });
    const long = { width: 300, height: 34, range: { from: range.from, to: range.from + 36_500 } };
    expect(runs(rows([{ end: '2026-11-02' }]), [], long)).toEqual({ planned: [0, 0, 4, 4] });
  });
  test('days outside stay at its ends; rows without a day leave nothing', () => {
    expect(of([{ start: '2020-01-01', end: '2030-01-01' }, {}])).toEqual({ planned: [0, 0, 300, 4] });
    expect(of([{ end: '2020-01-01' }])).toEqual({ planned: [0, 0, 4, 4] });
  });
  test('a plan is drawn only while it hides what it holds', () => {
    const plan: readonly Row[] = [
      { depth: 0, start: '2026-11-01', end: '2026-11-30', state: 'late' },
      { depth: 1, end: '2026-11-10', state: 'done' },
    ];
    expect(Object.keys(of(plan))).toEqual(['done']);
    expect(Object.keys(of(plan, [0]))).toEqual(['late']);
  });
  test('where many rows share a lane, the state of most of them is shown', () => {
    const many = Array.from({ length: 1700 }, (_, at): Row => {
      return { start: '2026-11-01', end: '2026-11-30', state: at % 3 === 0 ? 'late' : 'done' };
    });
    const marks = of(many);
    expect(Object.keys(marks)).toEqual(['done']);
    expect(marks.done?.length).toBe(17 * 4);
  });
  test('is of bounded size for any plan', () => {
    const plan = generated(100_000);
    const shown = shownRows(plan, new Set());
    const found = minimapOf(plan, shown, { ...strip, width: 1264 });
    const count = found.reduce((sum, list) => sum + list.length / 4, 0);
    expect(count).toBeLessThanOrEqual(17 * 632);
    for (const list of found)
      for (let at = 0; at < list.length; at += 4) {
        expect((list[at] ?? 0) + (list[at + 2] ?? 0)).toBeLessThanOrEqual(1264);
        expect((list[at + 1] ?? 0) + (list[at + 3] ?? 0)).toBeLessThanOrEqual(34);
      }
  });
  test('nothing leaves nothing', () => {
    expect(of([])).toEqual({});
    expect(minimapDepth(0, 34)).toBe(5);
    expect(minimapDepth(3, 34)).toBe(15);
    expect(minimapDepth(5000, 34)).toBe(34);
  });
});
