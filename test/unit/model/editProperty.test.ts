// Random changes of all fixtures: the edited text reads as the intended plan, and every character outside the edits is unchanged.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../../src/base/day';
import type { TextEdit } from '../../../src/base/text';
import { applyEdits } from '../../../src/base/text';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { intend } from '../../../src/model/intend';
import type { Milestone, Plan } from '../../../src/model/plan';
import { statuses } from '../../../src/model/plan';
import { allMilestones } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { inverse } from './editCases';
import { type Variant, variants } from './editVariants';

const edits = 2_100;
const all = variants();

/** Numbers that choose a kind of change, its milestone and its values. */
interface Pick {
  readonly kind: number;
  readonly target: number;
  readonly item: number;
  readonly days: number;
  readonly title: string;
}

const pick = fc.record<Pick>({
  kind: fc.nat(99),
  target: fc.nat(9_999),
  item: fc.nat(99),
  days: fc.integer({ min: -400, max: 400 }),
  title: fc.oneof(
    fc.constantFrom(
      'Site live',
      'Phase 2: build',
      'Größe – "fertig"',
      "It's #1",
      '007',
      'yes',
      '{a, b}',
      '- x',
      '*a',
      'a\\b',
      '| x',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `T${text}`),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => `${text}.T`),
  ),
});

type Maker = (milestones: readonly Milestone[], pick: Pick) => Change | undefined;

function one<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(1, items.length)];
}

const makers: readonly Maker[] = [
  (list, { target, days }) => on(one(list, target), ({ key }) => ({ kind: 'markDone', id: key, on: from(days) })),
  (list, { target }) =>
    on(
      one(
        list.filter(({ status }) => status === 'done'),
        target,
      ),
      ({ key }) => ({ kind: 'reopen', id: key }),
    ),
  (list, { target, days, item }) =>
    on(one(list, target), ({ key }) => ({
      kind: 'setStatus',
      id: key,
      status: one(statuses, item) ?? 'done',
      on: from(days),
    })),
  (list, { target, item }) =>
    on(one(list.filter(isLeaf), target), ({ key }) => ({ kind: 'setProgress', id: key, percent: item })),
  (list, { target, days }) => on(one(list, target), ({ key }) => ({ kind: 'reschedule', id: key, due: from(days) })),
  (list, { target, title }) => on(one(list, target), ({ key }) => ({ kind: 'rename', id: key, title })),
  (list, { target, item, days }) =>
    on(
      one(
        list.filter(({ tasks }) => tasks.length > 0),
        target,
      ),
      ({ key, tasks }) => ({
        kind: 'toggleTask',
        id: key,
        task: item % tasks.length,
        ...(days > 0 ? { on: from(days) } : {}),
      }),
    ),
  (list, { target, item }) =>
    on(
      one(
        list.filter(({ acceptanceCriteria }) => acceptanceCriteria.length > 0),
        target,
      ),
      ({ key, acceptanceCriteria }) => ({
        kind: 'toggleCriterion',
        id: key,
        criterion: item % acceptanceCriteria.length,
      }),
    ),
  (list, { target, days, title }) =>
    on(one(list, target), ({ key }) => ({
      kind: 'addMilestone',
      title,
      ...(days % 2 === 0 ? { due: from(days) } : {}),
      ...(days % 3 === 0 ? {} : { after: key }),
    })),
];

function on(milestone: Milestone | undefined, make: (milestone: Milestone) => Change): Change | undefined {
  return milestone && make(milestone);
}

function from(days: number) {
  return addDays(day('2026-11-23'), days);
}

function isLeaf({ tasks, milestones, acceptanceCriteria }: Milestone): boolean {
  return tasks.length + milestones.length + acceptanceCriteria.length === 0;
}

function changeOf(plan: Plan, picked: Pick): Change {
  const milestones = [...allMilestones(plan.milestones)];
  return one(makers, picked.kind)?.(milestones, picked) ?? { kind: 'addMilestone', title: picked.title };
}

/** What is said on refusals that are right: the value is shared, or two milestones have the id. */
const expectedRefusals = new Set(['edit.shared', 'milestone.ambiguous', 'progress.derived']);

interface Tally {
  edits: number;
  readonly refused: Map<string, number>;
  readonly kinds: Map<string, number>;
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function check(variant: Variant, picks: readonly Pick[], tally: Tally): void {
  const plan = readPlanFile(variant.text, 'fixture').plan;
  if (!plan) throw new Error('No plan');
  let intended: Plan = plan;
  const changes: Change[] = [];
  for (const picked of picks) {
    const change = changeOf(intended, picked);
    changes.push(change);
    count(tally.kinds, change.kind);
    tally.edits++;
    const next = intend(intended, change);
    if ('refused' in next) break;
    intended = next;
  }
  const planned = planEdit(variant.text, 'fixture', changes);
  if ('refused' in planned) {
    count(tally.refused, `${planned.refused} (${changes.map(({ kind }) => kind).join(', ')}) in ${variant.name}`);
    return;
  }
  const read = readPlanFile(planned.text, 'fixture').plan;
  if (!isDeepStrictEqual(read, intended)) expect(read).toEqual(intended);
  expectUnchangedOutside(variant.text, planned.text, planned.edits);
  if (applyEdits(planned.text, inverse(variant.text, planned.edits)) !== variant.text)
    throw new Error('Undo does not restore the text');
  const written = planned.edits.reduce((sum, { text }) => sum + text.length, 0);
  const most = changes.reduce((sum, change) => sum + 150 + ('title' in change ? 6 * change.title.length : 0), 0);
  expect(written).toBeLessThan(most);
}

function expectUnchangedOutside(before: string, after: string, made: readonly TextEdit[]): void {
  let at = 0;
  let now = 0;
  for (const { span, text } of [...made, { span: { start: before.length, end: before.length }, text: '' }]) {
    const kept = before.slice(at, span.start);
    if (after.slice(now, now + kept.length) !== kept) throw new Error(`Characters changed before offset ${span.start}`);
    if (!after.startsWith(text, now + kept.length)) throw new Error(`The edit at ${span.start} is not in the text`);
    at = span.end;
    now += kept.length + text.length;
  }
  if (now !== after.length) throw new Error('The text has another length than its edits say');
}

it(`${edits} random edits`, { timeout: 120_000 }, () => {
  const seed = Number(process.env.MILEPOST_SEED ?? Date.now() % 1_000_000_000);
  const tally: Tally = { edits: 0, refused: new Map(), kinds: new Map() };
  const chosen = fc.tuple(fc.nat(all.length - 1), fc.array(pick, { minLength: 1, maxLength: 3 }));
  let runs = 0;
  while (tally.edits < edits) {
    fc.assert(
      fc.property(chosen, ([number, picks]) => {
        const variant = all[number];
        if (variant) check(variant, picks, tally);
      }),
      { seed: seed + runs++, numRuns: 100 },
    );
  }
  const refusals = [...tally.refused].sort(([, a], [, b]) => b - a);
  const refused = refusals.reduce((sum, [, number]) => sum + number, 0);
  console.log(`Seed ${seed}: ${tally.edits} edits of ${all.length} texts,`, Object.fromEntries(tally.kinds));
  console.log(`${refused} refused:`, Object.fromEntries(refusals));
  expect(refused).toBeLessThan(0.06 * tally.edits);
  expect(refusals.filter(([reason]) => !expectedRefusals.has(reason.split(' ')[0] ?? ''))).toEqual([]);
});
