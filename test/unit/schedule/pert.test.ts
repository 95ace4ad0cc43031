import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day';
import { duration, milestone, schedule, today } from './build';

/** Optimistic, likely and pessimistic days, and what it waits for. */
type Row = readonly [id: string, optimistic: number, likely: number, pessimistic: number, after?: string];

function effort(optimistic: number, likely: number, pessimistic: number) {
  return {
    optimistic: duration(`${optimistic}d`),
    likely: duration(`${likely}d`),
    pessimistic: duration(`${pessimistic}d`),
  };
}

function milestones(rows: readonly Row[]) {
  return rows.map(([id, optimistic, likely, pessimistic, after]) => ({
    ...milestone(id, after ? { dependsOn: after.split(' ') } : {}),
    effort: effort(optimistic, likely, pessimistic),
  }));
}

/** T-PERT-1 (wizedu 717873). */
const published: readonly Row[] = [
  ['A', 5, 5, 7],
  ['B', 1, 2, 5],
  ['C', 5, 5, 5, 'A'],
  ['D', 4, 8, 13, 'A'],
  ['E', 1, 10, 17, 'B C'],
  ['F', 1, 5, 7, 'D'],
  ['G', 2, 6, 9, 'D'],
  ['H', 4, 4, 6, 'E F'],
  ['I', 2, 7, 10, 'G H'],
  ['J', 2, 4, 7, 'I'],
  ['K', 6, 10, 13, 'I'],
  ['L', 2, 6, 6, 'J'],
  ['M', 2, 2, 3, 'K'],
  ['N', 7, 7, 12, 'L M'],
];

describe('PERT along the critical path', () => {
  it('is that of the published example', () => {
    const { pert, criticalPath } = schedule(milestones(published));
    expect(criticalPath.map((ref) => ref.slice(-1)).join('-')).toBe('A-C-E-H-I-K-M-N');
    expect(pert?.meanDays).toBeCloseTo(50.833, 3);
    expect((pert?.standardDeviationDays ?? 0) ** 2).toBeCloseTo(11.1944, 4);
    // 50 working days are ten weeks; what is left of the 51st is done on the Monday behind them.
    expect(isoDay(pert?.meanFinish ?? today)).toBe('2027-02-01');
    // F and L can slip by 2 days before they are critical, B by 8 and G by 5; a standard deviation is 3.3 days.
    expect(pert?.mergingPaths).toBe(2);
  });

  it('is absent where nothing on the path is estimated with three points', () => {
    const certain = [milestone('a', { effort: '10d' }), milestone('b', { effort: '2d', dependsOn: ['a'] })];
    expect(schedule(certain)).not.toHaveProperty('pert');
    const beside = { ...milestone('c'), effort: effort(1, 2, 3) };
    expect(schedule([...certain, beside])).not.toHaveProperty('pert');
  });

  it('certain work counts with its days and what is done no more', () => {
    const rows = [
      milestone('a', { effort: '10d', completed: '2026-11-20', started: '2026-11-02' }),
      milestone('b', { effort: '10d', dependsOn: ['a'] }),
      { ...milestone('c', { dependsOn: ['b'], progress: 50 }), effort: effort(4, 8, 24) },
    ];
    const { pert } = schedule(rows);
    // Half of c is left: 2, 4 and 12 days, with a mean of 5.
    expect(pert).toMatchObject({ meanDays: 15, mergingPaths: 0 });
    expect(pert?.standardDeviationDays).toBeCloseTo(10 / 6, 9);
    expect(isoDay(pert?.meanFinish ?? today)).toBe('2026-12-11');
  });

  it('counts what takes no time most likely, but may take some', () => {
    const likelyNothing = (fields: object) => ({ ...milestone('a', fields), effort: effort(0, 0, 12) });
    const days = (fields: object) => {
      const { pert } = schedule([milestone('z', { effort: '4d' }), likelyNothing({ dependsOn: ['z'], ...fields })]);
      return pert?.standardDeviationDays;
    };
    expect(days({})).toBeCloseTo(2, 9);
    expect(days({ progress: 75 })).toBeCloseTo(0.5, 9);
    expect(days({ progress: 100 })).toBeUndefined();
    expect(days({ remaining: duration('0d') })).toBeUndefined();
    expect(days({ duration: duration('0d') })).toBeUndefined();
    expect(days({ status: 'submitted' })).toBeUndefined();
  });

  it('leaves out the spread of what its due date decides, and of what hands on only its start', () => {
    const due = { ...milestone('a', { due: '2026-12-18' }), effort: effort(1, 2, 3) };
    expect(schedule([due])).not.toHaveProperty('pert');
    const started = milestones([['a', 1, 2, 9]]);
    const follower = { ...milestone('b', { dependsOn: [{ id: 'a', type: 'SS' }] }), effort: effort(10, 10, 16) };
    const { pert, criticalPath } = schedule([...started, follower]);
    expect(criticalPath).toEqual(['a#a', 'a#b']);
    expect(pert?.standardDeviationDays).toBeCloseTo(1, 9);
  });
});
