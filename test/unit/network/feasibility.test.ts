// The demand test, beside someone who works hour by hour on whatever is due first.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Demand, firstShortfall, type Supply } from '../../../src/network/feasibility';

/** So many hours on each day from day 0 on, and then `after` on every other one. */
function supply(hours: readonly number[], after = 1): Supply {
  const until = (day: number) => {
    let sum = 0;
    for (let at = 0; at <= day; at++) sum += hours[at] ?? after;
    return sum;
  };
  const reaches = (wanted: number) => {
    let day = 0;
    while (until(day) < wanted) day++;
    return day;
  };
  return { from: 0, until, reaches };
}

/** Monday to Friday four hours each, and none on the weekend; day 0 is a Monday. */
const week = [4, 4, 4, 4, 4, 0, 0];
const weeks = supply([...week, ...week, ...week, ...week]);

describe('what is due first comes first', () => {
  test.each<[string, readonly Demand[], object | undefined]>([
    ['nothing to do', [], undefined],
    ['T-FEAS: 16 h by Friday and 20 h by Wednesday', [due(4, 16), due(9, 20)], broken(9, 36, 32, 10)],
    ['in any order', [due(9, 20), due(4, 16)], broken(9, 36, 32, 10)],
    ['exactly as much as there is', [due(4, 16), due(9, 16)], undefined],
    ['too much on the first of two days', [due(0, 5), due(4, 1)], broken(0, 5, 4, 1)],
    ['several on one day', [due(1, 3), due(1, 3), due(1, 3)], broken(1, 9, 8, 2)],
    ['no more by Sunday than by Friday', [due(6, 21)], broken(6, 21, 20, 7)],
    ['what was due before today comes before all else', [due(-3, 10), due(2, 4)], broken(2, 14, 12, 3)],
    ['what was due before today is not tried itself', [due(-3, 100)], undefined],
    ['what is due on the way to the day that would hold', [due(0, 6), due(1, 3), due(2, 2)], broken(0, 6, 4, 2)],
    ['hours that fit but for a binary fraction', [due(0, 3.9), due(0, 0.1 + 1e-12)], undefined],
  ])('%s', (_, demands, expected) => expect(firstShortfall(demands, weeks)).toEqual(expected));
});

function due(day: number, hours: number): Demand {
  return { due: day, hours };
}

function broken(due: number, needed: number, available: number, holdsFrom: number) {
  return { due, needed, available, holdsFrom };
}

/** Works an hour at a time on the job that is due first; the jobs that are not finished by the end of their day. */
function late(demands: readonly Demand[], hours: readonly number[]): readonly Demand[] {
  const left = demands.map(({ hours }) => hours);
  const missed = new Set<Demand>();
  for (let day = 0; day < 60; day++) {
    for (let hour = 0; hour < (hours[day] ?? 1); hour++) {
      let next = -1;
      demands.forEach((job, at) => {
        if ((left[at] ?? 0) > 0 && (next < 0 || job.due < (demands[next]?.due ?? 0))) next = at;
      });
      if (next >= 0) left[next] = (left[next] ?? 0) - 1;
    }
    demands.forEach((job, at) => {
      if (job.due === day && (left[at] ?? 0) > 0) missed.add(job);
    });
  }
  return [...missed];
}

const days = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 });
const jobs = fc.array(fc.record({ due: fc.integer({ min: 0, max: 11 }), hours: fc.integer({ min: 0, max: 9 }) }), {
  maxLength: 6,
});

it('is what comes of working hour by hour, a thousand times', () => {
  let broke = 0;
  fc.assert(
    fc.property(days, jobs, (hours, demands) => {
      const found = firstShortfall(demands, supply(hours));
      const missed = Math.min(...late(demands, hours).map(({ due }) => due));
      expect(found?.due ?? Number.POSITIVE_INFINITY).toBe(missed);
      if (!found) return;
      broke++;
      expect(found.available).toBe(supply(hours).until(found.due));
      // Moved to that day, everything due by then is done; moved to any day before, it is not.
      const moved = (day: number) => demands.map((job) => (job.due === missed ? { ...job, due: day } : job));
      const fails = (day: number) => late(moved(day), hours).some((job) => job.due === day);
      expect(fails(found.holdsFrom)).toBe(false);
      for (let day = missed; day < found.holdsFrom; day++) expect(fails(day)).toBe(true);
    }),
    { numRuns: 1_000, seed: 4 },
  );
  expect(broke).toBeGreaterThan(200);
});
