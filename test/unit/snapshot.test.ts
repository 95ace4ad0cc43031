import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/base/day';
import { sayer } from '../../src/base/message';
import type { ReadPlan } from '../../src/model/planFile';
import { readPlanFile } from '../../src/model/read';
import { makeSnapshot, type Snapshot } from '../../src/snapshot';

const today = day('2026-11-23');
const say = sayer('en-GB');

/** A file as the store holds it; `last` is the text of its last good version. */
function read(baseName: string, text: string, last = text): ReadPlan {
  const file = readPlanFile(text, baseName);
  const plan = file.plan ?? readPlanFile(last, baseName).plan;
  return { uri: `file:///${baseName}.milestones.yaml`, baseName, folder: '', text, file, plan };
}

function snapshot(plans: readonly ReadPlan[], days: Readonly<Record<string, Day>> = {}): Snapshot {
  return makeSnapshot(plans, { number: 7, today, todayIn: (timezone) => days[timezone] ?? today, dueSoonDays: 7 });
}

function problems(of: Snapshot, at = 0): string[] {
  const plan = of.plans[at];
  return (plan?.problems ?? []).map(({ code, span }) => `${code} ${plan?.text.slice(span.start, span.end)}`);
}

function health(of: Snapshot, at: number, key: string): string {
  const milestone = of.plans[at]?.schedule.milestones.get(key);
  return milestone ? `${milestone.health}: ${say(milestone.healthReason)}` : 'no such milestone';
}

const shop = `
project: Shop
deadline: 2027-01-29
milestones:
  - id: design
    title: Design approved
    due: 2026-11-20
    effort: 10d
    tasks:
      - { title: Wireframes, done: true }
      - Visual design
  - title: Site live
    due: 2027-01-15
    effort: 5d
    dependsOn: [design, { id: texts/final }]
    milestones:
      - { title: Handover, due: 2027-01-10 }
`;
const texts = `
project: Texts
timezone: Pacific/Auckland
milestones:
  - { id: final, title: Texts final, due: 2026-11-23 }
`;

describe('a snapshot', () => {
  it('joins and schedules every plan, in the given order', () => {
    const found = snapshot([read('texts', texts), read('shop', shop)]);
    expect([found.number, found.today, found.broken]).toEqual([7, today, []]);
    expect(found.plans.map(({ plan, stale }) => [plan.project, stale])).toEqual([
      ['Texts', false],
      ['Shop', false],
    ]);
    expect(health(found, 0, 'final')).toBe('due-soon: Due today');
    expect(health(found, 1, 'design')).toBe('late: 3 days late: was due 20 November 2026');
    expect(health(found, 1, 'site-live')).toBe(
      'blocked: Waits for Design approved, which is 3 days late, and for 1 more',
    );
    expect(found.plans[1]?.schedule.progressPercent).toBe(33);
    expect(say(found.plans[1]?.schedule.healthReason ?? { text: '', args: {} })).toBe(
      '1 of 3 milestones is late: Design approved, by 3 days',
    );
  });

  it('asks each plan for the day where it is kept', () => {
    const found = snapshot([read('texts', texts), read('shop', shop)], { 'Pacific/Auckland': day('2026-11-24') });
    expect(found.plans.map(({ schedule }) => schedule.today)).toEqual([day('2026-11-24'), today]);
    expect(health(found, 0, 'final')).toBe('late: 1 day late: was due 23 November 2026');
    expect(found.today).toBe(today);
  });

  it('merges the problems of text, joining and day in the order of the text', () => {
    const text = `
milestones:
  - id: a
    title: A
    completed: 2026-11-24
    dependsOn: [b, none]
  - id: b
    title: B
    due: 2026-06-31
    completed: 2026-11-23
`;
    expect(problems(snapshot([read('a', text)]))).toEqual([
      'completed.future 2026-11-24',
      'dependency.unknown none',
      'date.invalid 2026-06-31',
    ]);
  });

  it('keeps the last good plan of a broken file, without problems that no longer fit its text', () => {
    const good = 'milestones:\n  - { title: A, completed: 2027-01-01, dependsOn: [none] }\n';
    const found = snapshot([read('a', 'milestones: [', good)]);
    expect(found.plans.map(({ stale, schedule }) => [stale, schedule.counts.total])).toEqual([[true, 1]]);
    expect(found.plans[0]?.schedule.problems).toEqual([]);
    expect(found.plans[0]?.problems).toEqual(found.plans[0]?.file.problems);
    expect(found.plans[0]?.problems).toHaveLength(1);
  });

  it('lists what never was a plan as broken', () => {
    const found = snapshot([read('a', 'milestones: ['), read('shop', shop)]);
    expect(found.plans.map(({ baseName }) => baseName)).toEqual(['shop']);
    expect(found.broken.map(({ baseName }) => baseName)).toEqual(['a']);
  });

  it('shows at most 100 problems, the gravest, and says how many more there are', () => {
    const wrong = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `  - { id: w${at}, title: W, due: 2026-06-31, status: cancelled }\n`,
      ).join('');
    const future = '  - { id: f, title: F, completed: 2027-01-01 }\n  - { id: g, title: G, completed: 2027-01-01 }\n';
    const found = snapshot([read('a', `milestones:\n${wrong(150)}${future}`)]);
    const shown = found.plans[0]?.problems ?? [];
    expect(shown).toHaveLength(101);
    const more = shown.filter(({ code }) => code === 'problems.more').map(({ message }) => say(message));
    expect(more).toEqual(['There are 52 more problems in this file.']);
    const exact = snapshot([read('a', `milestones:\n${wrong(98)}${future}`)]).plans[0]?.problems;
    expect(exact).toHaveLength(100);
    const one = snapshot([read('a', `milestones:\n${wrong(99)}${future}`)]).plans[0]?.problems;
    expect(one?.filter(({ code }) => code === 'problems.more').map(({ message }) => say(message))).toEqual([
      'There is 1 more problem in this file.',
    ]);
  });

  it('is frozen at the top, and empty without plans', () => {
    const found = snapshot([read('shop', shop)]);
    expect([found, found.plans, found.broken, found.plans[0]].every((part) => Object.isFrozen(part))).toBe(true);
    expect(snapshot([])).toEqual({ number: 7, today, plans: [], links: [], broken: [] });
  });
});
