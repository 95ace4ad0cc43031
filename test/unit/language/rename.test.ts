import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/base/text';
import type { Named, PlanText } from '../../../src/language/ids';
import { type Refused, renameableAt, renameEdits } from '../../../src/language/rename';
import { allMilestones } from '../../../src/model/planFile';
import { english } from '../report/snapshotOf';
import { cursor, planText } from './plans';

type Others = Readonly<Record<string, string>>;

function plansOf(text: string, others: Others): readonly PlanText[] {
  return [planText('plan', text), ...Object.entries(others).map(([name, other]) => planText(name, other))];
}

function isRefused<T extends object>(result: T | Refused): result is Refused {
  return 'refused' in result;
}

/** The texts after renaming what stands at `|`, only those that changed; or why it was refused. */
function renamed(marked: string, to: string, others: Others = {}): Others | string {
  const { text, offset } = cursor(marked);
  const plans = plansOf(text, others);
  const [own] = plans;
  if (!own) throw new Error('No plan');
  const found = renameableAt(plans, own, offset);
  if (isRefused(found)) return english(found.refused);
  const edits = renameEdits(plans, found.named, to);
  if (isRefused(edits)) return english(edits.refused);
  return Object.fromEntries(
    plans.flatMap(({ uri, baseName, text: before }) => {
      const own = edits.get(uri);
      return own ? [[baseName, applyEdits(before, own)]] : [];
    }),
  );
}

test.each([
  [
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [a, { id: a }] }]',
    'first',
    'milestones: [{ id: first, title: A }, { title: B, dependsOn: [first, { id: first }] }]',
  ],
  [
    'milestones:\n  - id: "a"\n    title: A\n  - title: B\n    dependsOn:\n      - \'|a\' # why\n      - id: a\n        lag: 2d\n',
    'first',
    'milestones:\n  - id: "first"\n    title: A\n  - title: B\n    dependsOn:\n      - \'first\' # why\n      - id: first\n        lag: 2d\n',
  ],
  [
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [plan/a] }]',
    'b.1',
    'milestones: [{ id: b.1, title: A }, { title: B, dependsOn: [plan/b.1] }]',
  ],
  [
    'milestones:\n  - title: Site |live\n  - title: B\n    dependsOn: [site-live]\n',
    'live',
    'milestones:\n  - id: live\n    title: Site live\n  - title: B\n    dependsOn: [live]\n',
  ],
  [
    'milestones:\r\n-\r\n    title: Site |live\r\n',
    'live',
    'milestones:\r\n-\r\n    id: live\r\n    title: Site live\r\n',
  ],
  [
    'milestones: [{ title: A| }, {title: B, dependsOn: [a]}]',
    'b2',
    'milestones: [{ id: b2, title: A }, {title: B, dependsOn: [b2]}]',
  ],
  ['{"milestones": [{"title": "A|"}]}', 'x', '{"milestones": [{"id": "x", "title": "A"}]}'],
  [
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [a] }]',
    '-',
    'milestones: [{ id: "-", title: A }, { title: B, dependsOn: ["-"] }]',
  ],
  [
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [a] }]',
    '007',
    'milestones: [{ id: "007", title: A }, { title: B, dependsOn: ["007"] }]',
  ],
  [
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [a] }]',
    '東京',
    'milestones: [{ id: 東京, title: A }, { title: B, dependsOn: [東京] }]',
  ],
  [
    'milestones: [{ id: a, title: A }, { id: |a, title: B }, { title: C, dependsOn: [a] }]',
    'b',
    'milestones: [{ id: a, title: A }, { id: b, title: B }, { title: C, dependsOn: [a] }]',
  ],
  [
    'people: { ana: {}, me: {} }\nmilestones: [{ title: A, owner: a|na, informed: [me, "ana"], blockedBy: { text: ana, who: ana } }]',
    'ana-ruiz',
    'people: { ana-ruiz: {}, me: {} }\nmilestones: [{ title: A, owner: ana-ruiz, informed: [me, "ana-ruiz"], blockedBy: { text: ana, who: ana-ruiz } }]',
  ],
  [
    'people:\n  "an|a": {}\nrisks:\n  - title: R\n    owner: ana\nmilestones: []\n',
    'bo',
    'people:\n  "bo": {}\nrisks:\n  - title: R\n    owner: bo\nmilestones: []\n',
  ],
])('%s → %s', (marked, to, expected) => {
  expect(renamed(marked, to)).toEqual({ plan: expected });
});

test('other files change with it, and only where they mean this milestone', () => {
  const others = {
    brand: 'milestones: [{ id: a, title: A }, { title: B, dependsOn: [a, "plan/a", { id: plan/a }] }]',
    shop: 'milestones: [{ title: plan/a }]',
  };
  expect(renamed('milestones: [{ id: |a, title: A }]', 'z', others)).toEqual({
    plan: 'milestones: [{ id: z, title: A }]',
    brand: 'milestones: [{ id: a, title: A }, { title: B, dependsOn: [a, "plan/z", { id: plan/z }] }]',
  });
});

test('a milestone of another file is renamed from where it is referred to', () => {
  expect(
    renamed('milestones: [{ title: A, dependsOn: [brand/lo|go] }]', 'mark', {
      brand: 'milestones: [{ id: logo, title: L }]',
    }),
  ).toEqual({
    plan: 'milestones: [{ title: A, dependsOn: [brand/mark] }]',
    brand: 'milestones: [{ id: mark, title: L }]',
  });
});

test.each([
  ['a date', 'milestones: [{ id: a, title: A, due: 2026-|12-04 }]', 'b', {}, 'Nothing here has a name to change.'],
  ['a title beside an id', 'milestones: [{ id: a, title: A| }]', 'b', {}, 'Nothing here has a name to change.'],
  ['a name with a blank', 'milestones: [{ id: a|, title: A }]', 'b c', {}, 'b c cannot be a name here'],
  ['an empty name', 'milestones: [{ id: a|, title: A }]', '', {}, ' cannot be a name here'],
  ['a name of YAML', 'milestones: [{ id: a|, title: A }]', '{}', {}, '{} cannot be a name here'],
  [
    'an id that is taken',
    'milestones: [{ id: a|, title: A, milestones: [{ id: b, title: B }] }]',
    'b',
    {},
    'Another milestone of this plan has the id b already.',
  ],
  [
    'an id that follows from a title',
    'milestones: [{ id: a|, title: A }, { title: Site live }]',
    'site-live',
    {},
    'Another milestone of this plan has the id site-live already.',
  ],
  [
    'a person that is taken',
    'people: { ana: {}, bo: {} }\nmilestones: [{ title: A, owner: ana| }]',
    'bo',
    {},
    'bo is somebody else in this plan already.',
  ],
  [
    'a name that is used without being known',
    'people: { ana: {} }\nmilestones: [{ title: A, owner: ana| }, { title: B, owner: bo }]',
    'bo',
    {},
    'bo is somebody else in this plan already.',
  ],
  [
    'nobody in people',
    'people: { ana: {} }\nmilestones: [{ title: A, owner: b|o }]',
    'c',
    {},
    'This is not in a plan that can be changed.',
  ],
  [
    'an alias',
    'x: &id a\nmilestones: [{ id: *id, title: A }, { title: B, dependsOn: [a|] }]',
    'zz',
    {},
    'In at least one place, a is written by way of an alias',
  ],
  [
    'a reference by an alias',
    'x: &id a\nmilestones: [{ id: |a, title: A }, { title: B, dependsOn: [*id] }]',
    'zz',
    {},
    'In at least one place, a is written by way of an alias',
  ],
  [
    'a milestone that is shared',
    'x: &m { title: A }\nmilestones: [*m, { title: B, dependsOn: [|a] }]',
    'zz',
    {},
    'This name cannot be changed to zz without',
  ],
  [
    'two persons with one key',
    'people: { ana: {}, ana: {} }\nmilestones: [{ title: A, owner: an|a }]',
    'bo',
    {},
    'This name cannot be changed to bo without',
  ],
  [
    'an id somebody waits for in vain',
    'milestones: [{ id: a|, title: A }, { title: B, dependsOn: [b2] }]',
    'b2',
    {},
    'B refers to b2 already, which nothing is called yet.',
  ],
  [
    'a text that cannot be read',
    'milestones: [{ id: a|, title: A }',
    'b',
    {},
    'This plan cannot be read as it is now. Correct it first.',
  ],
  [
    'another text that cannot be read',
    'milestones: [{ id: a|, title: A }]',
    'b',
    { shop: 'milestones: [{ title: S, dependsOn: [plan/a] }' },
    'The plan shop refers to a too, and cannot be read as it is now.',
  ],
  [
    'mixed line ends',
    'version: 1\r\nmilestones: [{ id: a|, title: A }]\n',
    'b',
    {},
    'This file mixes two kinds of line ends',
  ],
] as const)('%s is refused', (_, marked, to, others, reason) => {
  const said = renamed(marked, to, others);
  expect(typeof said === 'string' ? said : JSON.stringify(said)).toContain(reason);
});

const folder = 'test/fixtures/plans';

test.each(readdirSync(folder))('every id and every person of %s can be renamed, and back again', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const own = planText('own', text);
  const other = planText('other', `milestones: [{ title: X, dependsOn: [${firstId(own)}] }]`);
  const people = (own.file.plan?.people ?? []).map(({ key }): Named => ({ is: 'person', uri: own.uri, person: key }));
  const ids = [...allMilestones(own.file.plan?.milestones ?? [])]
    .filter(({ idWritten }) => idWritten)
    .map(({ key }): Named => ({ is: 'milestone', uri: own.uri, key }));
  const all = [...ids, ...people];
  // Half a dozen spread over the file tell as much as all of them.
  const every = Math.max(1, Math.floor(all.length / 6));
  for (const named of all.filter((_, at) => at % every === 0)) {
    const there = renameEdits([own, other], named, 'zz-9');
    // Only what an alias or a merge key shares is refused.
    if (isRefused(there)) {
      expect(name).toBe('shared-parts.milestones.yaml');
      continue;
    }
    for (const edit of [...there.values()].flat()) expect(['zz-9', '"zz-9"']).toContain(edit.text);
    const after = [own, other].map((plan) => planText(plan.baseName, applyEdits(plan.text, there.get(plan.uri) ?? [])));
    const from = named.is === 'person' ? named.person : named.key;
    const now: Named = named.is === 'person' ? { ...named, person: 'zz-9' } : { ...named, key: 'zz-9' };
    const back = renameEdits(after, now, from);
    if (isRefused(back)) throw new Error(english(back.refused));
    expect(after.map((plan) => applyEdits(plan.text, back.get(plan.uri) ?? []))).toEqual([own.text, other.text]);
  }
});

function firstId({ file }: PlanText): string {
  return `own/${file.plan?.milestones[0]?.id ?? 'none'}`;
}
