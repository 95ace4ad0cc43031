// Rows and cards made for a client: what the team alone may know is in no text of them, and what a client may see is as it is for the team.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMilestones, milestoneRef } from '../../../src/model/planFile';
import { cardOf } from '../../../src/report/card';
import { timelineRows } from '../../../src/report/timeline';
import { noDay, rowFlags, rowStates, type Texts, type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { anySecret, anySecretive, readSecretive } from './secrets';
import { english, snapshotOf, snapshotOfPlans, uriOf } from './snapshotOf';
import { website } from './website';

function textsOf(texts: Texts): string[] {
  return Array.from({ length: texts.length }, (_, row) => textAt(texts, row));
}

/** Every text of the rows but the references, which lead back to the file and are shown nowhere. */
function wordsOf({ titles, details, notes, labels, tags, amounts, owners, overloads }: TimelineRows): string {
  return JSON.stringify([...[titles, details, notes, labels, tags, amounts].map(textsOf), owners, overloads]);
}

test('nothing internal, no rate, no hours and no weight of a risk stands in the rows and cards for a client', () => {
  fc.assert(
    fc.property(fc.array(anySecretive, { maxLength: 4 }), (milestones) => {
      const snapshot = snapshotOfPlans([readSecretive(milestones)]);
      const rows = timelineRows(snapshot, english, { audience: 'client' });
      expect(wordsOf(rows)).not.toMatch(anySecret);
      expect(rows.flags.some((flags) => (flags & rowFlags.internal) !== 0)).toBe(false);
      for (const { uri, plan } of snapshot.plans)
        for (const ref of [uri, ...[...allMilestones(plan.milestones)].map((each) => milestoneRef(uri, each))])
          expect(JSON.stringify(cardOf(snapshot, ref, { say: english, audience: 'client' }))).not.toMatch(anySecret);
    }),
    { numRuns: 150 },
  );
});

test('the canary is seen by the team, so that it would be found', () => {
  fc.assert(
    fc.property(anySecretive, (milestone) => {
      const snapshot = snapshotOfPlans([readSecretive([milestone])]);
      expect(wordsOf(timelineRows(snapshot, english, { audience: 'team' }))).toMatch(anySecret);
    }),
    { numRuns: 20 },
  );
});

test('a client sees the same bars, states, dates and money, without float, critical path, tags and hours', () => {
  const snapshot = snapshotOf(website);
  const team = timelineRows(snapshot, english);
  const client = timelineRows(snapshot, english, { audience: 'client' });
  const same = [
    ...(['count', 'today', 'depth', 'inside', 'state', 'progress', 'start', 'end', 'baseline', 'deadline'] as const),
    ...(['forecast', 'links', 'statedStart', 'statedDue', 'variance', 'payment', 'approval', 'calendars'] as const),
  ];
  for (const name of same) expect(client[name], name).toEqual(team[name]);
  for (const name of ['refs', 'titles', 'amounts'] as const) expect(textsOf(client[name])).toEqual(textsOf(team[name]));
  const ownersOf = (rows: TimelineRows) => Array.from(rows.owner, (at) => rows.owners[at] ?? '');
  expect(ownersOf(client)).toEqual(ownersOf(team));
  expect(new Set(client.float)).toEqual(new Set([noDay]));
  expect(new Set(client.lateFinish)).toEqual(new Set([noDay]));
  expect(new Set(client.flags)).toEqual(new Set([0]));
  expect(client.overloads).toEqual([]);
});

test('work for another client is neither named nor linked, and what it holds up is blocked all the same', () => {
  const snapshot = snapshotOf([
    { name: 'acme', text: 'milestones: [{ id: a, title: A, due: 2026-12-20, effort: 2d, dependsOn: [beta/b] }]' },
    {
      name: 'beta',
      text: 'project: Rival\nmilestones: [{ id: b, title: Secret launch, due: 2026-11-01, status: in-progress }]',
    },
  ]);
  const rows = timelineRows(snapshot, english, { plan: uriOf('acme'), audience: 'client' });
  expect(wordsOf(rows)).not.toMatch(/Secret launch|Rival/);
  expect(rows.links).toHaveLength(0);
  expect(rowStates[rows.state[1] ?? 0]).toBe('blocked');
  for (const ref of [uriOf('acme'), `${uriOf('acme')}#a`])
    expect(JSON.stringify(cardOf(snapshot, ref, { say: english, audience: 'client' }))).not.toMatch(/Secret|Rival/);
});

test('a plan that cannot be read now says so to the team only', () => {
  const snapshot = snapshotOf([{ name: 'plan', text: 'milestones: [', before: 'milestones: [{ title: A }]' }]);
  expect(timelineRows(snapshot, english).stale[0]).toBe(1);
  const client = timelineRows(snapshot, english, { audience: 'client' });
  expect([client.count, client.stale[0]]).toEqual([2, 0]);
  expect(wordsOf(client)).not.toMatch(/out of date/);
});
