import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { type Audience, seenBy } from '../../../src/report/audience';
import { summaryMarkdown } from '../../../src/report/summary';
import { anySecret, anySecretive, readSecretive, secretive } from './secrets';
import { english, snapshotOf, snapshotOfPlans, uriOf } from './snapshotOf';

test('nothing internal and no weight of a risk reaches a client or an executive', () => {
  fc.assert(
    fc.property(
      fc.array(anySecretive, { maxLength: 4 }),
      fc.constantFrom<Audience>('client', 'executive'),
      (milestones, audience) => {
        const snapshot = snapshotOfPlans([readSecretive(milestones)]);
        const [plan] = snapshot.plans;
        const seen = JSON.stringify(plan && seenBy(plan, audience), (_key, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        const told = ['', '2026-11-01']
          .map((since) => ({ say: english, locale: 'en-GB', audience, ...(since === '' ? {} : { since: day(since) }) }))
          .map((options) => summaryMarkdown(snapshot, options));
        for (const text of [seen, ...told]) expect(text).not.toMatch(anySecret);
      },
    ),
    { numRuns: 200 },
  );
});

test('the team sees what is written for it', () => {
  const secret = secretive({
    number: 1,
    status: 'in-progress',
    due: undefined,
    late: undefined,
    completed: undefined,
    amount: undefined,
    action: undefined,
    notes: undefined,
    blocked: undefined,
    submitted: undefined,
    inner: [],
  });
  const snapshot = snapshotOfPlans([readSecretive([secret])]);
  const told = summaryMarkdown(snapshot, { audience: 'team', say: english, locale: 'en-GB' });
  expect(told).toContain('- **Milestone 1** – CANARY');
  expect(told).toContain('probability 86.4 %');
});

test('a client does not read about the work for another one', () => {
  const snapshot = snapshotOf([
    { name: 'acme', text: 'milestones: [{ id: a, title: A, due: 2026-12-20, dependsOn: [beta/b] }]' },
    {
      name: 'beta',
      text: 'project: Rival\nmilestones: [{ id: b, title: Secret launch, due: 2026-11-01, status: in-progress }]',
    },
  ]);
  const options = { plan: uriOf('acme'), say: english, locale: 'en-GB' };
  const client = summaryMarkdown(snapshot, { ...options, audience: 'client' });
  expect(client).not.toMatch(/Secret launch|Rival/);
  expect(client).toContain('**Health: blocked (amber).** It waits for work outside this project.');
  expect(summaryMarkdown(snapshot, { ...options, audience: 'team' })).toContain('Secret launch');
});

test('a client does not read how many hours anybody has', () => {
  const text = `people: { kim: { name: Kim } }
milestones: [{ title: A, owner: kim, effort: 40h, due: 2026-12-01 }, { title: B, owner: kim, effort: 37h, due: 2026-12-01 }]
`;
  const told = (audience: Audience) =>
    summaryMarkdown(snapshotOf(text), { audience, say: english, locale: 'en-GB' }).split('\n\n')[2]?.trim();
  expect(told('team')).toMatch(/^\*\*Health: at risk \(amber\)\.\*\* .*\b77\b/);
  for (const audience of ['client', 'executive'] as const)
    expect(told(audience)).toBe('**Health: at risk (amber).** There is little time for what is due.');
});
