import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { message } from '../../../src/base/message';
import { timelineRows } from '../../../src/report/timeline';
import { markWords, milestoneMarks, planMarks } from '../../../src/report/timelineMarks';
import { overloadsOf } from '../../../src/report/timelineOverloads';
import { noDay, rowFlags, textAt } from '../../../src/report/timelineRows';
import type { Feasibility, MilestoneSchedule } from '../../../src/schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../../../src/snapshot';
import { textsOf } from '../drawing/plainColumns';
import { english, snapshotOf, uriOf } from './snapshotOf';

const today = day('2026-11-23');
const words = markWords(english, (on) => english(message('{day}', { day: { day: on } })));
const nothing: MilestoneSchedule = {
  progressPercent: 0,
  progressReason: message(''),
  health: 'on-track',
  healthReason: message(''),
  critical: false,
  rag: { color: undefined, reason: message(''), dimensions: [] },
  waitsFor: [],
};
const end = day('2026-12-04');
const ground = { today, tellsCritical: () => true };
const marks = (schedule: Partial<MilestoneSchedule>, last: typeof end | undefined = end) =>
  milestoneMarks(words, { ...nothing, ...schedule }, last, ground);

describe('the marks of a milestone', () => {
  test('a forecast after the end of its bar is told by how much it is late', () => {
    expect(marks({ forecast: day('2026-12-10') })).toEqual({
      forecast: day('2026-12-10'),
      flags: 0,
      note: 'forecast 6 days late',
      spoken: ', forecast 6 days late (10 December 2026)',
    });
    expect(marks({ forecast: day('2026-12-05') }).note).toBe('forecast 1 day late');
  });
  test('a forecast on the end of its bar says nothing', () => {
    expect(marks({ forecast: end })).toEqual({ flags: 0, note: '', spoken: '' });
  });
  test('what is overdue and expected today is marked and told no second time', () => {
    const overdue = marks({ forecast: today, lateDays: 5 }, day('2026-11-18'));
    expect(overdue).toEqual({ forecast: today, flags: 0, note: '', spoken: '' });
    expect(marks({ forecast: day('2026-11-24'), lateDays: 5 }, day('2026-11-18')).note).toBe('forecast 6 days late');
  });
  test('float is a day to slip to and words, but no note', () => {
    expect(marks({ lateFinish: day('2026-12-11'), totalFloatDays: 5 })).toEqual({
      lateFinish: day('2026-12-11'),
      flags: 0,
      note: '',
      spoken: ', 5 working days of float',
    });
    expect(marks({ lateFinish: day('2026-12-07'), totalFloatDays: 1 }).spoken).toBe(', 1 working day of float');
    expect(marks({ lateFinish: day('2026-12-07'), totalFloatDays: 1.5 }).spoken).toBe(', 1.5 working days of float');
  });
  test('without float it is critical, and with less than none it is short of days', () => {
    expect(marks({ lateFinish: end, totalFloatDays: 0, critical: true })).toEqual({
      flags: rowFlags.critical,
      note: 'critical',
      spoken: ', critical',
    });
    expect(marks({ forecast: day('2026-12-10'), lateFinish: end, totalFloatDays: -4, critical: true })).toMatchObject({
      flags: rowFlags.critical | rowFlags.negativeFloat,
      note: 'forecast 6 days late · critical · −4 d float',
      spoken: ', forecast 6 days late (10 December 2026), critical, 4 working days too few',
    });
  });
  test('is not critical in words or shape where that would tell nothing apart', () => {
    const all = { today, tellsCritical: () => false };
    const schedule = { ...nothing, lateFinish: end, totalFloatDays: -0.5, critical: true };
    expect(milestoneMarks(words, schedule, end, all)).toEqual({
      flags: rowFlags.negativeFloat,
      note: '−1 d float',
      spoken: ', 1 working day too few',
    });
  });
  test.each(['done', 'cancelled', 'on-hold'] as const)('what is %s has none', (health) => {
    const schedule = { health, forecast: day('2026-12-10'), totalFloatDays: -4, critical: true };
    expect(marks(schedule)).toEqual({ flags: 0, note: '', spoken: '' });
  });
  test('what only rounding leaves of a float is none', () => {
    expect(marks({ lateFinish: end, totalFloatDays: 1e-9, critical: true }).lateFinish).toBeUndefined();
  });
});

/** The snapshot of a text with other values in its schedules, by id. */
function withSchedules(
  text: string,
  values: Readonly<Record<string, Partial<MilestoneSchedule>>>,
  plan: Partial<PlanSnapshot['schedule']> = {},
): Snapshot {
  const snapshot = snapshotOf(text);
  const plans = snapshot.plans.map((one): PlanSnapshot => {
    const milestones = new Map(
      [...one.schedule.milestones].map(([key, { spanStart, spanEnd, ...rest }]) => [
        key,
        {
          ...nothing,
          totalFloatDays: 3,
          progressPercent: rest.progressPercent,
          ...(spanStart === undefined ? {} : { spanStart }),
          ...(spanEnd === undefined ? {} : { spanEnd }),
          ...values[key],
        },
      ]),
    );
    const { forecast: _forecast, ...schedule } = one.schedule;
    return { ...one, schedule: { ...schedule, feasibility: [], criticalPath: ['a', 'c'], milestones, ...plan } };
  });
  return { ...snapshot, plans };
}

const chain = `milestones:
  - { id: a, title: A, due: 2026-12-04 }
  - id: b
    title: B
    dependsOn: [a]
    milestones:
      - { id: b1, title: B1, due: 2026-12-11 }
      - { id: b2, title: B2, due: 2026-12-11, dependsOn: [b1] }
  - { id: c, title: C, due: 2026-12-11, dependsOn: [a, b] }
`;
const ref = (id: string) => `${uriOf('plan')}#${id}`;
const critical = (predecessor?: string): Partial<MilestoneSchedule> => ({
  critical: true,
  totalFloatDays: 0,
  ...(predecessor === undefined ? {} : { driver: { kind: 'predecessor', ref: ref(predecessor), type: 'FS' } }),
});

describe('rows', () => {
  test('have the days, flags and words of their schedules', () => {
    const rows = timelineRows(
      withSchedules(
        chain,
        {
          a: { forecast: day('2026-12-08'), critical: true, totalFloatDays: -2, lateFinish: day('2026-12-02') },
          b1: { lateFinish: day('2026-12-18'), totalFloatDays: 5 },
        },
        { forecast: day('2026-12-14') },
      ),
      english,
    );
    const [late, free] = [day('2026-12-08'), day('2026-12-18')];
    expect([...rows.forecast]).toEqual([day('2026-12-14'), late, noDay, noDay, noDay, noDay]);
    expect([...rows.lateFinish]).toEqual([noDay, noDay, noDay, free, noDay, noDay]);
    expect([...rows.flags]).toEqual([0, 3, 0, 0, 0, 0]);
    expect(textsOf(rows.notes).slice(0, 3)).toEqual([
      'forecast 3 days late',
      'forecast 4 days late · critical · −2 d float',
      '',
    ]);
    expect(rows.labels.at(0)).toMatch(/, forecast 3 days late \(14 December 2026\)$/);
    expect(rows.labels.at(1)).toMatch(/, critical, 2 working days too few$/);
    expect(rows.labels.at(3)).toMatch(/, 5 working days of float$/);
  });

  test.each([
    ['the critical path runs along what drives critical milestones', { a: critical(), c: critical('a') }, ['a c']],
    ['also where a milestone around has the dependency', { a: critical(), b1: critical('a') }, ['a b']],
    ['also from a milestone with others inside', { b: critical(), c: critical('b') }, ['b c']],
    ['not where the driver is not critical', { c: critical('b') }, []],
    ['not where the driven one is not critical', { a: critical(), c: { ...critical('a'), critical: false } }, []],
    ['not where something else drives', { a: critical(), c: critical() }, []],
  ] as const)('%s', (_, values, expected) => {
    const { links, criticalLinks, ...rows } = timelineRows(withSchedules(chain, values), english);
    expect(criticalLinks).toHaveLength(links.length / 2);
    const found = [...criticalLinks].flatMap((is, link) =>
      is === 1
        ? [[links[2 * link], links[2 * link + 1]].map((row) => textAt(rows.titles, row ?? -1).toLowerCase()).join(' ')]
        : [],
    );
    expect(found).toEqual(expected);
  });
});

test('the row of a plan tells a forecast after its last milestone only', () => {
  const [plan] = snapshotOf(chain).plans;
  if (!plan) throw new Error('no plan');
  const schedule = { ...plan.schedule, forecast: day('2026-12-11') };
  expect(planMarks(words, schedule, day('2026-12-11'), false).note).toBe('');
  expect(planMarks(words, schedule, day('2026-12-10'), false)).toMatchObject({
    forecast: day('2026-12-11'),
    note: 'forecast 1 day late',
  });
});

describe('over-committed owners', () => {
  const breaks = (due: string, overHours: number): NonNullable<Feasibility['breaks']> => ({
    due: day(due),
    overHours,
    neededHours: 32 + overHours,
    availableHours: 32,
    holdsFrom: day('2026-12-14'),
    milestones: [],
  });
  const people = 'people: { kim: { name: Kim Novak }, bo: {} }\nmilestones: [{ title: A }]';
  const overloads = (text: string, feasibility: readonly Feasibility[]) =>
    overloadsOf(withSchedules(text, {}, { feasibility }).plans, english);
  const kim: Feasibility = { owner: 'kim', demandHours: 36, breaks: breaks('2026-12-11', 4) };

  test('have a band from today to the due date that breaks', () => {
    expect(overloads(people, [kim, { owner: 'bo', demandHours: 3 }])).toEqual([
      {
        who: 'Kim Novak',
        text: '4 h too much until 11 Dec',
        label: 'Kim Novak: 4 h too much until 11 Dec, 36 h needed of 32 h; holds from 14 Dec',
        from: today,
        to: day('2026-12-11'),
      },
    ]);
    expect(overloads(people, [{ owner: 'bo', demandHours: 3 }])).toEqual([]);
  });
  test('are told by key without a name, and by project where the plan names nobody', () => {
    const [first, second] = overloads(people, [
      { ...kim, breaks: breaks('2026-12-18', 1.25) },
      { owner: 'bo', demandHours: 36, breaks: breaks('2026-12-11', 4) },
    ]);
    expect([first?.who, second?.who]).toEqual(['bo', 'Kim Novak']);
    expect(second?.text).toBe('1.3 h too much until 18 Dec');
    expect(
      overloads('project: Shop\nmilestones: [{ title: A }]', [{ demandHours: 36, breaks: breaks('2026-12-11', 4) }])[0]
        ?.who,
    ).toBe('Shop');
  });
  test('whose due date has passed have one up to today', () => {
    const [one] = overloads(people, [{ ...kim, breaks: breaks('2026-11-18', 4) }]);
    expect([one?.from, one?.to]).toEqual([day('2026-11-18'), today]);
  });
  test('of several plans are told with their project, and those beyond four together', () => {
    const many = [12, 11, 10, 14, 13].map((date) => ({
      name: `p${date}`,
      text: `project: P${date}\n${people}`,
    }));
    const plans = snapshotOf(many).plans.map((plan, at): PlanSnapshot => {
      const feasibility = [{ ...kim, breaks: breaks(`2026-12-${[12, 11, 10, 14, 13][at]}`, at + 1) }];
      return { ...plan, schedule: { ...plan.schedule, feasibility } };
    });
    const found = overloadsOf(plans, english);
    expect(found.map(({ who }) => who)).toEqual([
      'Kim Novak · P10',
      'Kim Novak · P11',
      'Kim Novak · P12',
      'and 2 more',
    ]);
    expect(found[3]).toMatchObject({ text: 'Kim Novak · P13, Kim Novak · P14', from: today, to: day('2026-12-14') });
  });
  test('are words from a file, in one safe line', () => {
    const hostile = 'people: { kim: { name: "Kim\\u202e\\nNovak" } }\nmilestones: [{ title: A }]';
    expect(overloads(hostile, [kim])[0]?.who).toBe('Kim Novak');
  });
});
