import { describe, expect, it } from 'vitest';
import { type Day, day, isoDay } from '../../../src/base/day';
import { joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { simulatedChances } from '../../../src/schedule/chances';
import { isUncertain } from '../../../src/schedule/estimates';
import type { Chance } from '../../../src/schedule/schedule';
import { schedulePlans } from '../../../src/schedule/schedulePlans';

/** A Monday. */
const today = day('2026-11-23');

function planOf(baseName: string, milestones: string, fields = '') {
  const text = `project: P\n${fields}milestones:\n${milestones}`;
  const file = readPlanFile(text, baseName);
  expect(file.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!file.plan) throw new RangeError(text);
  return { uri: baseName, baseName, folder: '', text, file, plan: file.plan };
}

function simulate(plans: readonly ReturnType<typeof planOf>[], on: Day = today) {
  const { links, problems } = joinPlans(plans);
  const schedules = schedulePlans(plans, { links, problems }, { todayFor: () => on, dueSoonDays: 7 });
  const scheduled = plans.map((plan) => ({ ...plan, schedule: schedules.get(plan.uri) ?? { today: on } }));
  return { ...run(scheduled, links), schedules };
}

/** `parts` counts how often others could do something in between. */
function run(...given: Parameters<typeof simulatedChances>) {
  const running = simulatedChances(...given);
  let parts = 1;
  let part = running.next();
  for (; !part.done; part = running.next()) parts++;
  return { found: part.value, parts };
}

function simulateOne(milestones: string, fields = '', on: Day = today) {
  const { found, parts, schedules } = simulate([planOf('a', milestones, fields)], on);
  const chances = found.get('a');
  if (!chances) throw new RangeError('certain');
  const of = (key: string): Chance => chances.milestones.get(key) ?? chances.finish;
  const days = ({ p50, p80, p90 }: Chance) => [p50, p80, p90].map(isoDay);
  return { chances, parts, of, days, schedule: schedules.get('a') };
}

describe('the chances of a plan', () => {
  it('are days of its calendar, with the runs and what was uncertain', () => {
    const { chances, of, days } = simulateOne(`
  - { id: a, title: A, effort: { optimistic: 4d, likely: 5d, pessimistic: 12d } }
  - { id: b, title: B, effort: 2d, dependsOn: [a] }
  - { id: c, title: C, effort: 1d }
  - { id: d, title: D, status: done, completed: 2026-11-20 }
  - { id: e, title: E, status: cancelled, effort: { optimistic: 4d, likely: 5d, pessimistic: 12d } }
`);
    expect(chances).toMatchObject({ runs: 10_000, uncertain: 1, certain: 2, risks: 0 });
    expect([...chances.milestones.keys()]).toEqual(['a', 'b']);
    // Tri(4, 5, 12): P50 6.708, P80 8.653, P90 9.634 days of work, so the 7th, 9th and 10th working day from Monday 23 November on.
    expect(days(of('a'))).toEqual(['2026-12-01', '2026-12-03', '2026-12-04']);
    expect(days(of('b'))).toEqual(['2026-12-03', '2026-12-07', '2026-12-08']);
    expect(days(chances.finish)).toEqual(days(of('b')));
    expect(of('a').criticalityPercent).toBe(100);
    expect(of('a')).not.toHaveProperty('onTimePercent');
  });

  it('say how often what is due or has a deadline is in time', () => {
    const { chances, of } = simulateOne(
      `
  - { id: a, title: A, due: 2026-12-01, effort: { optimistic: 4d, likely: 5d, pessimistic: 12d } }
  - { id: b, title: B, due: 2027-01-29, effort: { optimistic: 1d, likely: 2d, pessimistic: 3d }, dependsOn: [a] }
`,
      'deadline: 2027-02-26\n',
    );
    // Seven working days up to and with 1 December: 1 − (12 − 7)² ÷ (8 · 7).
    expect(Math.abs((of('a').onTimePercent ?? 0) - 100 * (1 - 25 / 56))).toBeLessThan(2);
    expect(of('b')).toEqual({
      p50: day('2027-01-29'),
      p80: day('2027-01-29'),
      p90: day('2027-01-29'),
      criticalityPercent: 0,
      onTimePercent: 100,
    });
    expect(chances.finish.onTimePercent).toBe(100);
    expect(chances.finish.criticalityPercent).toBe(0);
  });

  it('scale an estimate to what is left of the work', () => {
    const half = 'effort: { optimistic: 8d, likely: 10d, pessimistic: 24d }';
    const left = [`${half}, progress: 50`, `${half}, remaining: 1w`, `${half}, duration: 5d`];
    const figures = left.map((fields) => {
      const { of, days } = simulateOne(`  - { id: a, title: A, ${fields} }\n`);
      return days(of('a'));
    });
    expect(figures).toEqual(left.map(() => ['2026-12-01', '2026-12-03', '2026-12-04']));
  });

  it('take in open risks of milestones, of those around them and of the plan', () => {
    const { chances, of, days } = simulateOne(
      `
  - id: phase
    title: Phase
    risks:
      - { title: Rework, probability: 0.15, impact: 1w }
      - { title: Gone, probability: 0.9, impact: 30d, status: closed }
      - { title: Money, probability: 0.9, impact: 500 }
    milestones:
      - { id: a, title: A, effort: 5d, risks: [{ title: Ill, probability: 0.3, impact: 4h }] }
  - { id: b, title: B, effort: 1d, dependsOn: [phase] }
`,
      'risks: [{ title: Strike, probability: 0.95, impact: 10d }]\n',
    );
    expect(chances).toMatchObject({ uncertain: 0, certain: 2, risks: 3 });
    expect(days(of('a'))).toEqual(['2026-11-27', '2026-11-30', '2026-11-30']);
    expect(days(of('phase'))).toEqual(['2026-11-27', '2026-11-30', '2026-12-04']);
    expect(days(of('b'))).toEqual(['2026-11-30', '2026-12-01', '2026-12-07']);
    expect(days(chances.finish)).toEqual(['2026-12-14', '2026-12-15', '2026-12-21']);
  });

  it('agree with the schedule where an estimate has no spread', () => {
    const { of, days, schedule } = simulateOne(`
  - { id: a, title: A, effort: { optimistic: 5d, likely: 5d, pessimistic: 5d } }
  - { id: b, title: B, effort: { optimistic: 3d, likely: 3d, pessimistic: 3d }, owner: ana }
  - { id: c, title: C, effort: { optimistic: 1d, likely: 1d, pessimistic: 1d }, dependsOn: [a, b], due: 2026-12-01 }
`);
    for (const [key, { earlyFinish, critical }] of schedule?.milestones ?? []) {
      const day = isoDay(earlyFinish ?? today);
      expect(days(of(key))).toEqual([day, day, day]);
      expect(of(key).criticalityPercent, key).toBe(critical ? 100 : 0);
    }
  });

  it("are in each owner's own working time and never in the past", () => {
    const people = 'people:\n  ana: { name: Ana, hoursPerDay: 4, calendar: { workweek: [mon, wed] } }\n';
    const { of, days } = simulateOne(
      '  - { id: a, title: A, owner: ana, effort: { optimistic: 16h, likely: 20h, pessimistic: 48h } }\n',
      people,
    );
    // The 7th, 9th and 10th of her working days, Mondays and Wednesdays.
    expect(days(of('a'))).toEqual(['2026-12-14', '2026-12-21', '2026-12-23']);
    const late = '  - { id: a, title: A, due: 2026-11-02, effort: { optimistic: 1h, likely: 2h, pessimistic: 3h } }\n';
    const { of: ofLate } = simulateOne(late, '', day('2026-11-28'));
    expect(ofLate('a')).toMatchObject({ p50: day('2026-11-30'), onTimePercent: 0 });
  });
});

describe('plans together', () => {
  const uncertain = '  - { id: a, title: A, effort: { optimistic: 4d, likely: 5d, pessimistic: 12d } }\n';

  it('are not before a due date on a day off, nor in time for a deadline before it', () => {
    const { chances, of, days } = simulateOne(
      `
  - { id: a, title: A, due: 2026-12-06, effort: { optimistic: 1d, likely: 2d, pessimistic: 3d } }
  - title: P
    id: p
    milestones:
      - { id: b, title: B, due: 2026-12-05, effort: { optimistic: 1d, likely: 2d, pessimistic: 3d } }`,
      'deadline: 2026-12-05\n',
    );
    expect(days(of('a'))).toEqual(['2026-12-06', '2026-12-06', '2026-12-06']);
    expect(of('a').onTimePercent).toBe(100);
    expect(days(of('p'))).toEqual(['2026-12-05', '2026-12-05', '2026-12-05']);
    expect(isoDay(chances.finish.p50)).toBe('2026-12-06');
    expect(chances.finish.onTimePercent).toBe(0);
  });

  it('what waits for another file moves with it', () => {
    const { found } = simulate([
      planOf('first', uncertain),
      planOf(
        'second',
        '  - { id: b, title: B, effort: 2d, dependsOn: [first/a] }\n  - { id: c, title: C, effort: 1d }\n',
      ),
      planOf('third', '  - { id: d, title: D, effort: 2d }\n'),
    ]);
    expect([...found.keys()]).toEqual(['first', 'second']);
    expect(found.get('second')).toMatchObject({ uncertain: 0, certain: 2, risks: 0 });
    expect([...(found.get('second')?.milestones.keys() ?? [])]).toEqual(['b']);
    expect(isoDay(found.get('second')?.finish.p80 ?? today)).toBe('2026-12-07');
  });

  it('nothing uncertain is not simulated', () => {
    const certain = planOf('a', '  - { id: a, title: A, effort: 4d }\n');
    expect(isUncertain(certain.plan)).toBe(false);
    expect(isUncertain(planOf('a', uncertain).plan)).toBe(true);
    const { found, parts } = simulate([certain]);
    expect([found.size, parts]).toEqual([0, 4]);
    const over = uncertain.replace('title: A', 'title: A, status: done, completed: 2026-11-20');
    expect(simulate([planOf('a', over)])).toMatchObject({ parts: 4 });
  });

  it('is cut into parts, with fewer runs of very many milestones', () => {
    const many = Array.from({ length: 4999 }, (_, at) => `  - { id: m${at}, title: M${at}, due: 2027-01-04 }\n`).join(
      '',
    );
    const plan = { ...planOf('a', `${uncertain.replace('id: a', 'id: z')}${many}`), schedule: { today } };
    const { found, parts } = run([plan], []);
    expect(found.get('a')?.runs).toBe(Math.floor(40_000_000 / 5000));
    expect(parts).toBeGreaterThan(1000);
  });
});
