// The plan a person starts from: valid whatever the project is called and whenever it is to be done.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, weekday } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import { readPlanFile } from '../../../src/model/read';
import { newPlanText } from '../../../src/shell/createPlanText';
import { makeSnapshot } from '../../../src/snapshot';

const say = sayer('en');
const today = day('2026-11-23');

function duesOf(text: string): readonly Day[] {
  return readPlanFile(text, 'x').plan?.milestones.map(({ due }) => due ?? (0 as Day)) ?? [];
}

describe('a new plan', () => {
  test('leads in even steps of working days to the target', () => {
    const { text } = newPlanText({ project: 'Acme website', today, target: day('2027-01-04') }, say);
    expect(text.match(/due: \S+/g)).toEqual([
      'due: 2026-12-04',
      'due: 2026-12-14',
      'due: 2026-12-25',
      'due: 2027-01-04',
    ]);
  });

  test('ends on the Friday before when the target is a Sunday', () => {
    const { text } = newPlanText({ project: 'Acme website', today, target: day('2027-01-31') }, say);
    expect(text).toContain('due: 2027-01-29\n');
  });

  test('has more checkpoints when it takes long', () => {
    const { text } = newPlanText({ project: 'Acme website', today, target: day('2028-01-04') }, say);
    const plan = readPlanFile(text, 'x').plan;
    expect(plan?.milestones.map(({ id }) => id)).toEqual([
      'scope',
      'first-version',
      'version-2',
      'version-3',
      'version-4',
      'version-5',
      'feedback',
      'handover',
    ]);
    expect(plan?.milestones[6]?.dependsOn.map(({ id }) => id)).toEqual(['version-5']);
  });

  test('of a weekend says that it is worked', () => {
    const { text } = newPlanText({ project: 'Move', today: day('2026-11-28'), target: day('2026-11-29') }, say);
    expect(text).toContain('calendar: { workdays: [2026-11-28, 2026-11-29] }');
  });

  test('points to its first title', () => {
    const { text, title } = newPlanText({ project: 'Acme', today, target: day('2027-01-04') }, say);
    expect(text.slice(title.start, title.end)).toBe('Scope agreed');
  });

  test.each([
    'true',
    'null',
    '007',
    '1e3',
    '2026-12-04',
    '- a',
    'a: b',
    'a # b',
    '[x]',
    '"',
    "it's",
    '*x',
    '&x',
    '!x',
    '%',
    '@x',
    'yes',
    'Null',
    '~',
  ])('is called %s as written', (project) => {
    const { text } = newPlanText({ project, today, target: addDays(today, 42) }, say);
    expect(readPlanFile(text, 'x').plan?.project).toBe(project);
  });

  test('has no problem and no hint, whatever the name, the day and the target', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(name, fc.nat(4000), fc.nat(1000), (project, later, length) => {
        const from = addDays(today, later);
        const { text } = newPlanText({ project, today: from, target: addDays(from, length) }, say);
        const file = readPlanFile(text, 'x');
        const plans = [{ uri: 'file:///x.milestones.yaml', baseName: 'x', folder: '', text, file, plan: file.plan }];
        const snapshot = makeSnapshot(plans, { number: 1, today: from, todayIn: () => from, dueSoonDays: 7 });
        // A name may hold a character nobody sees, and that is said.
        expect(snapshot.plans[0]?.problems.filter(({ code }) => code !== 'text.invisible')).toEqual([]);
        expect(snapshot.plans[0]?.plan.project).toBe(project.trim());
        const dues = duesOf(text);
        expect(dues.length).toBeGreaterThanOrEqual(4);
        for (const [at, due] of dues.entries()) expect(due - (dues[at - 1] ?? from)).toBeLessThan(62);
        expect(dues).toEqual([...dues].sort((left, right) => left - right));
        for (const due of dues) expect(due).toBeGreaterThanOrEqual(from);
        if (length > 3) for (const due of dues) if (due !== from) expect(weekday(due)).toBeLessThan(6);
      }),
      { numRuns: 300 },
    );
  });
});
