import { expect, test } from 'vitest';
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
    progressPercent: 50,
    tasks: [
      { text: 'Wireframes', done: false },
      { text: 'Visual design', done: true },
    ],
    criteria: [
      { text: 'Five templates approved by the client', done: false },
      { text: 'Contrast at least 4.5 to 1 everywhere', done: true },
    ],
    amount: 4000,
    dependsOn: [],
    milestones: [],
  });
  expect(live?.dependsOn).toEqual(['design', 'texts']);
  expect(live?.milestones).toMatchObject([{ id: 'texts', parent: 'live', due: '2026-12-11' }]);
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
