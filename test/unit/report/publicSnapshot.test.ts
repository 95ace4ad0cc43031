import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { publicSnapshot } from '../../../src/report/publicSnapshot';
import { english, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

test('a snapshot is plain JSON', () => {
  const told = publicSnapshot(snapshotOf(website), english);
  expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told);
});

test('fields have the documented names and forms, and absent ones are absent', () => {
  const told = publicSnapshot(snapshotOf(website), english);
  expect(told).toMatchObject({ number: 7, today: '2026-11-23' });
  const [plan] = told.plans;
  expect(plan).toMatchObject({
    uri: uriOf('plan'),
    project: 'Website relaunch',
    client: 'Acme GmbH',
    currency: 'EUR',
    stale: false,
    progressPercent: 21,
    health: 'on-track',
    healthReason: '0 of 3 milestones done; next is Design approved, due 4 December 2026',
    problems: [
      { code: 'quality.noOwner', severity: 'hint' },
      { code: 'quality.noDescription' },
      { code: 'quality.noCriteria' },
      { code: 'quality.noDescription' },
    ],
  });
  const [design, live] = plan?.milestones ?? [];
  expect(design).toStrictEqual({
    id: 'design',
    title: 'Design approved',
    status: 'in-progress',
    health: 'on-track',
    healthReason: 'Due 4 December 2026, in 11 days',
    start: '2026-11-02',
    due: '2026-12-04',
    baseline: '2026-11-27',
    forecast: '2026-12-04',
    driver: { kind: 'due', day: '2026-12-04' },
    finishVarianceDays: 7,
    totalFloatDays: 32,
    freeFloatDays: 5,
    critical: false,
    rag: 'green',
    progressPercent: 50,
    tasks: [
      { text: 'Wireframes', done: false },
      { text: 'Visual design', done: true },
    ],
    criteria: [
      { text: 'Five templates approved by the client', done: false },
      { text: 'Contrast at least 4.5 to 1 everywhere', done: true, evidence: 'evidenced' },
    ],
    amount: 4000,
    consent: {
      state: 'approved',
      digest: 'v1:sha256:f802ca26b6d618837239cab6135ce2cca9339f7985784b4627a7bd1a5c58fea9',
      shortCode: 'f802ca26b6',
      by: 'ana',
      on: '2026-11-20',
      changedFields: [],
    },
    dependsOn: [],
    milestones: [],
  });
  expect(live?.dependsOn).toEqual(['design', 'texts']);
  expect(live?.milestones).toMatchObject([{ id: 'texts', parent: 'live', due: '2026-12-11' }]);
});

describe('the schedule', () => {
  const sources = [
    {
      name: 'one',
      text: `people: { kim: { name: Kim, hoursPerDay: 6 } }
deadline: 2026-12-08
milestones:
  - { id: a, title: A, start: 2026-11-23, duration: 10d, due: 2026-11-27, baseline: 2026-11-27 }
  - { id: b, title: B, effort: 18h, owner: kim, due: 2026-12-01, dependsOn: [{ id: a, type: FS }] }
  - { id: c, title: C, milestones: [{ id: d, title: D, due: 2026-12-02 }] }
  - { id: e, title: E, completed: 2026-11-20 }
`,
    },
    { name: 'two', text: 'milestones: [{ id: z, title: Z, due: 2026-12-10, effort: 2d, dependsOn: [one/b] }]' },
  ];
  const told = publicSnapshot(snapshotOf(sources), english);
  const [one, two] = told.plans;

  test('of a milestone is its forecast, what that follows from, and its float', () => {
    const found = one?.milestones.map(
      ({ id, forecast, driver, finishVarianceDays, totalFloatDays, freeFloatDays, critical, rag }) => ({
        ...{ id, forecast, driver, finishVarianceDays, totalFloatDays, freeFloatDays, critical, rag },
      }),
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual([
      {
        id: 'a',
        forecast: '2026-12-04',
        driver: { kind: 'today', day: '2026-11-23' },
        finishVarianceDays: 7,
        totalFloatDays: -1,
        freeFloatDays: 0,
        critical: true,
        rag: 'red',
      },
      {
        id: 'b',
        forecast: '2026-12-09',
        driver: { kind: 'predecessor', id: 'a', type: 'FS' },
        totalFloatDays: -1,
        freeFloatDays: 0,
        critical: true,
        rag: 'red',
      },
      {
        id: 'c',
        forecast: '2026-12-02',
        driver: { kind: 'inside', id: 'd' },
        totalFloatDays: 4,
        freeFloatDays: 4,
        critical: false,
        rag: 'green',
      },
      { id: 'e', forecast: '2026-11-20', driver: { kind: 'completed', day: '2026-11-20' }, critical: false },
    ]);
  });

  test('of a plan is its forecast, the critical path and whether the hours are there', () => {
    expect(one).toMatchObject({
      forecast: '2026-12-09',
      rag: 'red',
      criticalPath: ['a', 'b'],
      feasibility: [{ owner: 'kim', demandHours: 18 }],
    });
    expect(two).toMatchObject({
      forecast: '2026-12-11',
      criticalPath: ['one/a', 'one/b', 'z'],
      milestones: [{ id: 'z', driver: { kind: 'predecessor', id: 'b', uri: uriOf('one'), type: 'FS' } }],
    });
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told);
  });

  test('of hours that are not there names the date and what would hold', () => {
    const text = `people: { kim: { name: Kim } }
milestones: [{ id: a, title: A, owner: kim, effort: 30h, due: 2026-11-24 }]
`;
    expect(publicSnapshot(snapshotOf(text), english).plans[0]?.feasibility).toEqual([
      {
        owner: 'kim',
        demandHours: 30,
        breaks: {
          due: '2026-11-24',
          overHours: 14,
          neededHours: 30,
          availableHours: 16,
          holdsFrom: '2026-11-26',
          milestones: ['a'],
        },
      },
    ]);
  });

  test('has the days of a simulation once there is one', () => {
    const snapshot = snapshotOf('milestones: [{ id: a, title: A, due: 2026-12-01 }, { id: b, title: B }]');
    const chance = { p50: day('2026-12-01'), p80: day('2026-12-09'), p90: day('2026-12-30'), criticalityPercent: 100 };
    const milestones = new Map([['a', chance]]);
    const chances = { runs: 1000, uncertain: 1, certain: 1, risks: 0, finish: chance, milestones };
    const plans = snapshot.plans.map((plan) => ({ ...plan, chances }));
    const [plan] = publicSnapshot({ ...snapshot, plans }, english).plans;
    const days = { p50: '2026-12-01', p80: '2026-12-09' };
    expect(plan).toMatchObject(days);
    expect(plan?.milestones[0]).toMatchObject(days);
    expect(plan?.milestones[1]).not.toHaveProperty('p80');
  });

  test('names a plan by its address where two files have the same name', () => {
    const snapshot = snapshotOf(sources);
    const plans = snapshot.plans.map((plan) => ({ ...plan, baseName: 'same' }));
    expect(publicSnapshot({ ...snapshot, plans }, english).plans[1]?.criticalPath).toEqual([
      `${uriOf('one')}#a`,
      `${uriOf('one')}#b`,
      'z',
    ]);
  });
});

test('amounts are exact decimals, days are days, a link to another file stays as written', () => {
  const told = publicSnapshot(
    snapshotOf([
      {
        name: 'one',
        text: 'milestones: [{ id: a, title: A, amount: "1250.50", completed: 2026-11-20, deadline: 2026-12-31 }]',
      },
      { name: 'two', text: 'milestones: [{ id: b, title: B, dependsOn: [one/a] }]' },
    ]),
    english,
  );
  expect(told.plans[0]?.milestones[0]).toMatchObject({
    amount: 1250.5,
    completed: '2026-11-20',
    deadline: '2026-12-31',
  });
  expect(told.plans[1]?.milestones[0]?.dependsOn).toEqual(['one/a']);
});

test('problems stand at zero-based lines and characters, also after CRLF', () => {
  const text = 'project: P\r\nmilestones:\r\n  - title: A\r\n    due: 2026-06-31\r\n';
  const [problem] =
    publicSnapshot(snapshotOf(text), english).plans[0]?.problems.filter(({ severity }) => severity === 'error') ?? [];
  expect(problem).toMatchObject({
    code: 'date.invalid',
    severity: 'error',
    start: { line: 3, character: 9 },
    end: { line: 3, character: 19 },
  });
  expect(problem?.message).toContain('2026-06-31');
});

test('a file that cannot be read now keeps its last good plan and says so', () => {
  const told = publicSnapshot(snapshotOf([{ name: 'plan', text: 'milestones: [', before: website }]), english);
  expect(told.plans[0]).toMatchObject({ stale: true, project: 'Website relaunch' });
  expect(told.plans[0]?.problems.length).toBeGreaterThan(0);
});

test('ids are unique in a plan, even where the file repeats one', () => {
  const told = publicSnapshot(snapshotOf('milestones: [{ id: a, title: A }, { id: a, title: B }]'), english);
  expect(told.plans[0]?.milestones.map(({ id }) => id)).toEqual(['a', 'a~2']);
});

test('nothing internal is in it', () => {
  const text = `people: { me: { name: Kim, rate: "98.7654", email: kim@x.example } }
milestones: [{ title: A, internal: Thin margin, owner: me }]
`;
  expect(JSON.stringify(publicSnapshot(snapshotOf(text), english))).not.toMatch(/Thin margin|98\.7654|kim@x/);
});
