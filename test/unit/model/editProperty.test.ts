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
import { anyPlanText } from './editAnyText';
import { inverse } from './editCases';
import { type Variant, variants } from './editVariants';

const edits = 2_100;
const { whole, parts } = variants();

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
  if (!plan) throw new Error(`${variant.name} is no plan`);
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
    const known = expectedRefusals.has(planned.refused);
    count(tally.refused, known ? planned.refused : `${planned.refused}: ${JSON.stringify(changes)} in ${variant.name}`);
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

/** Makes random edits until there are enough, prints what came of them, and returns the refusals that no rule explains. */
function runEdits(
  text: fc.Arbitrary<Variant>,
  least: number,
): { readonly tally: Tally; readonly unexplained: readonly string[] } {
  const seed = Number(process.env.MILEPOST_SEED ?? Date.now() % 1_000_000_000);
  const tally: Tally = { edits: 0, refused: new Map(), kinds: new Map() };
  const chosen = fc.tuple(text, fc.array(pick, { minLength: 1, maxLength: 3 }));
  for (let run = 0; tally.edits < least; run++) {
    fc.assert(
      fc.property(chosen, ([variant, picks]) => check(variant, picks, tally)),
      { seed: seed + run, numRuns: 100 },
    );
  }
  console.log(
    `Seed ${seed}: ${tally.edits} edits,`,
    Object.fromEntries(tally.kinds),
    'refused:',
    Object.fromEntries(tally.refused),
  );
  return { tally, unexplained: [...tally.refused.keys()].filter((reason) => !expectedRefusals.has(reason)) };
}

function refusedEdits({ refused }: Tally): number {
  return [...refused.values()].reduce((sum, number) => sum + number, 0);
}

it(`${edits} random edits of the fixtures in all clothes`, { timeout: 300_000 }, () => {
  // Whole fixtures are slow to read many times over, so most edits are made in parts of them.
  const odd = parts.filter(({ name }) => name.startsWith('odd'));
  const text = fc.oneof(
    { arbitrary: fc.constantFrom(...parts), weight: 12 },
    { arbitrary: fc.constantFrom(...odd), weight: 4 },
    { arbitrary: fc.constantFrom(...whole), weight: 1 },
  );
  const { tally, unexplained } = runEdits(text, edits);
  expect(unexplained).toEqual([]);
  expect(refusedEdits(tally)).toBeLessThan(0.04 * tally.edits);
});

it('random edits of texts in any style', { timeout: 300_000 }, () => {
  const text = fc.integer().map((seed) => ({ name: `anyPlanText(${seed})`, text: anyPlanText(seed) }));
  const { tally, unexplained } = runEdits(text, 600);
  // A text that keeps its last lines and has no final line end cannot get a line behind it: that is one of a thousand texts.
  expect(unexplained.length).toBeLessThan(0.01 * tally.edits);
  expect(refusedEdits(tally)).toBeLessThan(0.12 * tally.edits);
});
