import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { milestone, schedule } from './build';

const late = (id: string, due = '2026-11-11') => milestone(id, { due });
const done = (id: string) => milestone(id, { completed: '2026-11-02' });
const far = (id: string, due = '2027-02-01') => milestone(id, { due });

describe('the health of a plan', () => {
  it('reads well without open milestones', () => {
    expect(schedule([]).whole).toBe('on-track: There are no milestones yet');
    expect(schedule([done('a')]).whole).toBe('done: Its milestone is done');
    expect(schedule([done('a'), done('b')], { deadline: day('2026-11-01') }).whole).toBe(
      'done: All 2 milestones are done',
    );
    expect(schedule([done('a'), milestone('b', { status: 'cancelled' })]).whole).toBe(
      'done: Everything is done; 1 milestone is cancelled',
    );
    expect(schedule([milestone('b', { status: 'cancelled' })]).whole).toBe('cancelled: Its milestone is cancelled');
    expect(schedule([milestone('b', { status: 'on-hold' }), done('a')]).whole).toBe(
      'on-hold: The open milestone is on hold',
    );
  });
  it('names the latest of the late', () => {
    expect(schedule([late('a')]).whole).toBe('late: A is 12 days late');
    expect(schedule([late('a'), far('b')]).whole).toBe('late: 1 of 2 milestones is late: A, by 12 days');
    expect(schedule([late('a', '2026-11-22'), late('b'), far('c')]).whole).toBe(
      'late: 2 of 3 milestones are late; B most, by 12 days',
    );
    expect(schedule([milestone('a', { milestones: [late('b')] })]).whole).toBe(
      'late: 1 of 2 milestones is late: B, by 12 days',
    );
  });
  it('says when the latest is with the client', () => {
    const handedIn = { ...late('a'), status: 'submitted' as const };
    expect(schedule([handedIn]).whole).toBe('late: A is delivered and waits for the client, 12 days late');
    expect(schedule([handedIn, far('b')]).whole).toBe(
      'late: 1 of 2 milestones is late: A, delivered and waiting for the client, by 12 days',
    );
    expect(schedule([handedIn, late('b', '2026-11-22')]).whole).toBe(
      'late: 2 of 2 milestones are late; A, delivered and waiting for the client, most, by 12 days',
    );
  });
  it('names the milestone around where titles alone do not tell', () => {
    const again = { ...late('b'), title: 'A' };
    expect(
      schedule([milestone('outer', { milestones: [late('a')] }), { ...again, due: day('2026-11-12') }]).whole,
    ).toBe('late: 2 of 3 milestones are late; A (Outer) most, by 12 days');
    expect(schedule([late('a', '2026-11-12'), again]).whole).toBe(
      'late: 2 of 2 milestones are late; A most, by 12 days',
    );
  });
  it('is late once its deadline has passed', () => {
    const deadline = day('2026-11-20');
    expect(schedule([far('a'), done('b')], { deadline }).whole).toBe(
      'late: The deadline of 20 November 2026 passed 3 days ago with 1 of 2 milestones open',
    );
    expect(schedule([late('a')], { deadline }).whole).toBe(
      'late: The deadline of 20 November 2026 passed 3 days ago and the milestone is still open',
    );
    expect(schedule([milestone('a')], { deadline: day('2026-11-23') }).whole).toMatch(/^on-track/);
  });
  it('is blocked by what is outside, not by the order of its own milestones', () => {
    const blocked = milestone('a', { blockedBy: { text: 'No hosting' } });
    expect(schedule([blocked, far('b')]).whole).toBe('blocked: A: Blocked: No hosting');
    const another = milestone('c', { blockedBy: { text: 'No texts' } });
    expect(schedule([blocked, far('b'), another]).whole).toBe(
      'blocked: 2 of 3 milestones are blocked; A: Blocked: No hosting',
    );
    const inOrder = [far('a', '2027-01-05'), milestone('b', { due: '2027-02-01', dependsOn: ['a'] })];
    expect(schedule(inOrder).health('b')).toMatch(/^blocked/);
    expect(schedule(inOrder).whole).toBe('on-track: 0 of 2 milestones done; next is A, due 5 January 2027');
    const held = [milestone('a', { status: 'on-hold' }), milestone('b', { dependsOn: ['a'] })];
    expect(schedule(held).whole).toBe('blocked: B: Waits for A, which is on hold');
  });
  it('is at risk with its milestones', () => {
    const risky = milestone('a', { due: '2027-01-03', deadline: '2027-01-01' });
    const reason = 'Due 3 January 2027, 2 days after its deadline of 1 January 2027';
    expect(schedule([risky]).whole).toBe(`at-risk: A: ${reason}`);
    expect(schedule([risky, { ...risky, id: 'b', key: 'b' }]).whole).toBe(
      `at-risk: 2 of 2 milestones are at risk; A: ${reason}`,
    );
  });
  it('says what is next', () => {
    expect(schedule([far('a', '2026-11-30'), far('b', '2026-11-25'), done('c')]).whole).toBe(
      'due-soon: Next is B, due in 2 days',
    );
    expect(schedule([far('a', '2026-11-24')]).whole).toBe('due-soon: Next is A, due tomorrow');
    expect(schedule([far('a', '2026-11-23')]).whole).toBe('due-soon: Next is A, due today');
    expect(schedule([far('a'), done('c')]).whole).toBe(
      'on-track: 1 of 2 milestones done; next is A, due 1 February 2027',
    );
    expect(schedule([milestone('a'), done('c')]).whole).toBe(
      'on-track: 1 of 2 milestones done; no open one has a due date',
    );
  });
});

describe('counts', () => {
  it('count at any depth, without what is cancelled', () => {
    const found = schedule([
      milestone('a', { milestones: [late('b'), milestone('c', { due: '2026-11-23' }), done('d')] }),
      milestone('e', { status: 'cancelled', milestones: [late('f')] }),
      milestone('g', { status: 'on-hold', due: '2026-11-23' }),
      milestone('h', { deadline: '2026-11-23' }),
      milestone('i', { status: 'submitted', due: '2026-11-23' }),
    ]);
    expect(found.counts).toEqual({ late: 1, dueToday: 3, done: 1, total: 7 });
  });
});
