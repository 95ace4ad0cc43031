// What a milestone may wait for, as a list to choose from and as a check of one choice: both must agree, in one plan and over several.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMilestones, milestoneRef } from '../../../src/model/planFile';
import { dependencyOf, predecessorsFor } from '../../../src/shell/dependency';
import type { Snapshot } from '../../../src/snapshot';
import { english, snapshotOf, uriOf } from '../report/snapshotOf';

const refs = (snapshot: Snapshot) =>
  snapshot.plans.flatMap(({ uri, plan }) =>
    [...allMilestones(plan.milestones)].map((milestone) => ({ ref: milestoneRef(uri, milestone), milestone })),
  );

/** Two plans whose milestones wait for any others, circles included. */
const anyPlans = fc
  .array(fc.record({ on: fc.array(fc.nat(11), { maxLength: 2 }), depth: fc.nat(2) }), { minLength: 2, maxLength: 12 })
  .map((items) =>
    ['one', 'two'].map((name, file) => {
      const own = items.flatMap((item, at) => (at % 2 === file ? [{ ...item, at }] : []));
      const idOf = (at: number) => (at % 2 === file ? `m${at}` : `${file === 0 ? 'two' : 'one'}/m${at}`);
      let last = 0;
      const lines = own.map(({ on, depth, at }, place) => {
        last = place === 0 ? 0 : Math.min(depth, last + 1);
        const wait = on.map((other) => idOf(other % items.length)).join(', ');
        return { depth: last, fields: [`id: m${at}`, `title: M${at}`, `dependsOn: [${wait}]`] };
      });
      return { name, text: `milestones:\n${nested(lines, 0, 0).text}` };
    }),
  );

interface Line {
  readonly depth: number;
  readonly fields: readonly string[];
}

/** The milestones from one on that lie as deep as `depth`, each with those inside it. */
function nested(lines: readonly Line[], from: number, depth: number): { readonly text: string; readonly next: number } {
  let text = '';
  let at = from;
  for (let line = lines[at]; line && line.depth >= depth; line = lines[at]) {
    const inner = nested(lines, at + 1, depth + 1);
    const indent = '  '.repeat(depth * 2 + 1);
    text += `${indent}- ${line.fields.join(`\n${indent}  `)}\n`;
    if (inner.text !== '') text += `${indent}  milestones:\n${inner.text}`;
    at = inner.next;
  }
  return { text, next: at };
}

test('the list holds exactly what the check lets through', () => {
  let possible = 0;
  fc.assert(
    fc.property(anyPlans, fc.nat(11), (sources, which) => {
      const snapshot = snapshotOf(sources);
      const all = refs(snapshot);
      const target = all[which % all.length];
      if (!target) return;
      const offered = predecessorsFor(snapshot, target.ref);
      for (const { ref, milestone } of all) {
        const isOffered = offered.has(milestone);
        if (isOffered) possible++;
        expect([ref, isOffered]).toEqual([ref, !('text' in dependencyOf(snapshot, target.ref, ref))]);
      }
    }),
    { numRuns: 150 },
  );
  expect(possible).toBeGreaterThan(100);
});

test('an id that is found in another file of the same name is not taken for it', () => {
  const text = (title: string) => `milestones: [{ id: logo, title: ${title} }]`;
  const [own, first, second] = [
    { name: 'own', text: 'milestones: [{ id: live, title: Live }]' },
    { name: 'brand', text: text('Old logo') },
    { name: 'brand', text: text('New logo') },
  ];
  const snapshot = snapshotOf([own, first]);
  const twice = {
    ...snapshot,
    plans: [
      ...snapshot.plans,
      ...snapshotOf([second]).plans.map((plan) => ({ ...plan, uri: 'file:///plans/old/brand.milestones.yaml' })),
    ],
  };
  const live = `${uriOf('own')}#live`;
  expect(dependencyOf(twice, live, `${uriOf('brand')}#logo`)).toMatchObject({ on: 'brand/logo' });
  const refused = dependencyOf(twice, live, 'file:///plans/old/brand.milestones.yaml#logo');
  expect('text' in refused ? english(refused) : '').toBe(
    'The name brand/logo leads to another milestone than “New logo”. Give the plans different file names.',
  );
});
