// What is kept is exactly what would be computed anew, whatever changes in between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { keepingSchedule, type SchedulePlans } from '../../../src/schedule/keepingSchedule';
import { schedulePlans } from '../../../src/schedule/schedulePlans';

type Texts = Readonly<Record<string, string>>;

/** As in the store: a text that stays the same stays the same plan. */
function reader() {
  const known = new Map<string, ReturnType<typeof readPlanFile>>();
  return (texts: Texts) =>
    Object.entries(texts).map(([name, text]) => {
      const key = `${name} ${text}`;
      const file = known.get(key) ?? readPlanFile(text, name);
      known.set(key, file);
      return { uri: `file:///${name}`, baseName: name, file, plan: file.plan };
    });
}

function scheduled(plans: ReturnType<ReturnType<typeof reader>>, schedule: SchedulePlans, today = '2026-11-23') {
  const inputs = plans.flatMap(({ uri, plan, file }) =>
    plan ? [{ uri, plan, places: file.places, fields: file.fields }] : [],
  );
  return schedule(inputs, joinPlans(plans), { todayFor: () => day(today), dueSoonDays: 7 });
}

const texts = {
  a: 'milestones: [{ id: m, title: A, due: 2026-11-20 }]',
  b: 'milestones: [{ id: m, title: B, due: 2026-12-04, dependsOn: [a/m] }]',
  c: 'milestones: [{ id: m, title: C, due: 2026-12-11 }]',
};
const done = { ...texts, a: texts.a.replace('}', ', status: done }') };

describe('an edit', () => {
  it('schedules the plan anew and those that wait for it, and no other', () => {
    const read = reader();
    const schedule = keepingSchedule();
    const before = scheduled(read(texts), schedule);
    const after = scheduled(read(done), schedule);
    expect(before.get('file:///b')?.health).toBe('blocked');
    expect(after.get('file:///b')?.health).not.toBe('blocked');
    expect(after.get('file:///c')).toBe(before.get('file:///c'));
    expect(scheduled(read(done), schedule).get('file:///a')).toBe(after.get('file:///a'));
  });

  it('of the day or of nothing at all is noticed', () => {
    const plans = reader()(texts);
    const schedule = keepingSchedule();
    const before = scheduled(plans, schedule);
    expect(scheduled(plans, schedule).get('file:///c')).toBe(before.get('file:///c'));
    const later = scheduled(plans, schedule, '2026-12-12').get('file:///c');
    expect(later?.health).toBe('late');
    expect(scheduled([], schedule).size).toBe(0);
  });
});

const names = ['a', 'b', 'c', 'd'];
const text = fc
  .record({
    due: fc.integer({ min: 10, max: 28 }),
    status: fc.constantFrom('planned', 'done', 'on-hold', 'cancelled'),
    waitsFor: fc.subarray([...names.map((name) => `${name}/m`), 'nowhere/m', 'n'], { maxLength: 2 }),
  })
  .map(
    ({ due, status, waitsFor }) =>
      `milestones: [{ id: m, title: M, due: 2026-11-${due}, status: ${status}, dependsOn: [${waitsFor}] }, { id: n, title: N }]`,
  );
const someTexts = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: names.length });

it('whatever changes, the same follows as without anything kept', () => {
  fc.assert(
    fc.property(fc.array(someTexts, { minLength: 2, maxLength: 5 }), fc.boolean(), (steps, steady) => {
      const read = reader();
      const schedule = keepingSchedule();
      let texts: Texts = {};
      for (const [at, step] of steps.entries()) {
        texts = { ...texts, ...step };
        const plans = read(texts);
        const today = steady ? '2026-11-23' : `2026-11-${20 + at}`;
        expect(scheduled(plans, schedule, today)).toEqual(scheduled(plans, schedulePlans, today));
      }
    }),
    { numRuns: 150 },
  );
});
