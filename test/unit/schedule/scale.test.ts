import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/model/join';
import { milestone, plan, scheduleAll, today } from './build';

// Far more than a file may hold: what is not linear, or recurses along a chain, takes minutes or overflows here, and the limit below ends it.
const count = 50_000;

function scheduled(milestones: Parameters<typeof plan>[0], links: readonly Link[] = []) {
  return scheduleAll(new Map([['a', plan(milestones)]]), 'a', today, { links, problems: new Map() });
}

const link = (predecessor: string, successor: string, type: Link['type'] = 'FS'): Link => ({
  predecessor: `a#${predecessor}`,
  successor: `a#${successor}`,
  type,
  inCycle: false,
});

describe('large plans', { timeout: 80_000 }, () => {
  const row = Array.from({ length: count }, (_, at) => milestone(`m${at}`, { due: '2026-11-20', effort: '1d' }));

  it('a chain of dependencies, forwards and backwards', () => {
    const forwards = row.slice(1).map((_, at) => link(`m${at}`, `m${at + 1}`));
    expect(scheduled(row, forwards).counts.late).toBe(count);
    const backwards = row.slice(1).map((_, at) => link(`m${at + 1}`, `m${at}`));
    expect(scheduled(row, backwards).of(`m${count - 2}`).waitsFor).toEqual([`a#m${count - 1}`]);
  });

  it('siblings inside one, that one waiting for all of another and holding up all of a third', () => {
    const parent = milestone('parent', { milestones: row });
    const first = Array.from({ length: count }, (_, at) => milestone(`n${at}`));
    const links = first.flatMap(({ key }) => [link(key, 'parent'), link(key, 'parent', 'SS'), link('parent', key)]);
    const found = scheduled([...first, parent], links);
    expect(found.of('parent').waitsFor).toHaveLength(count);
    expect(found.health('n7')).toBe('blocked: Waits for Parent');
    expect(found.counts).toEqual({ late: count, dueToday: 0, done: 0, total: 2 * count + 1 });
  });

  it('milestones inside milestones, far deeper than a file may nest', () => {
    let deep = milestone('m0', { due: '2026-11-20', tasks: ['x a', 'b'] });
    for (let at = 1; at < count; at++) deep = milestone(`m${at}`, { milestones: [deep] });
    const found = scheduled([deep]);
    expect(found.of(`m${count - 1}`).progressPercent).toBe(50);
    expect(found.health(`m${count - 1}`)).toBe('at-risk: M0, inside it, is late by 3 days');
  });

  it('many plans', () => {
    const plans = new Map(Array.from({ length: 2_000 }, (_, at) => [`p${at}`, plan(row.slice(0, 25))]));
    expect(scheduleAll(plans, 'p1999').counts.total).toBe(25);
  });
});
