// Random changes of any plan text, each proved by the intended plan, by the characters around it and by plain YAML. Knows no particular text.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, day } from '../../../src/base/day';
import { applyEdits } from '../../../src/base/text';
import type { Change, PlannedEdit } from '../../../src/model/change';
import { keepingReader } from '../../../src/model/chunkReader';
import { planEdit } from '../../../src/model/edit';
import { intend } from '../../../src/model/intend';
import { nextStates, stateOf } from '../../../src/model/paymentStates';
import type { Milestone, Plan } from '../../../src/model/plan';
import { decisions, statuses } from '../../../src/model/plan';
import { allMilestones } from '../../../src/model/planFile';
import { seed } from '../seed';
import { inverse } from './editCases';
import { expectOnly, expectSame } from './editOracle';
import type { Variant } from './editVariants';

/** As in the editor: the text after one edit is not read again as the text before the next one. */
const { read } = keepingReader();

/** Numbers that choose a kind of change, its milestone and its values. */
export interface Pick {
  readonly kind: number;
  readonly target: number;
  readonly item: number;
  readonly days: number;
  readonly title: string;
}

export const pick = fc.record<Pick>({
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
  (list, { target, days, item, title }) =>
    on(one(list, target), ({ key, start }) => ({
      kind: 'reschedule',
      id: key,
      due: from(days),
      // Both days together, as when what depends on a milestone moves with it.
      ...(start === undefined && item % 4 > 0 ? {} : { start: from(days - 7) }),
      ...(item % 3 === 0 ? { reason: { text: title, on: from(0) } } : {}),
    })),
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
  (list, { target, item }) => {
    const before = one(list, target + 1 + item);
    const change = before && on(one(list, target), ({ key }) => ({ kind: 'addDependency', id: key, on: before.key }));
    return change && isPossible(list, change) ? change : undefined;
  },
  (list, { target, item, days, title }) =>
    on(one(list, target), ({ key }) => ({
      kind: 'recordApproval',
      id: key,
      approval: {
        by: 'ana',
        decision: one(decisions, item) ?? 'approved',
        on: from(days),
        ...(item % 2 === 0 ? { digest: `v1:sha256:${'3f9a1b2c4d'.repeat(6)}` } : {}),
        ...(item % 3 === 0 ? { note: `${title}\n${title}` } : {}),
      },
    })),
  (list, { target, item, days, title }) =>
    on(one(list, target), ({ key, payment }) => {
      const state = one(nextStates[stateOf(payment)], item) ?? stateOf(payment);
      const step = state === 'unfunded' || state === 'disputed' || state === 'refunded' ? 'funded' : state;
      return {
        kind: 'setPayment',
        id: key,
        state,
        ...(item % 4 > 0 ? { dates: { [step]: from(days) } } : {}),
        ...(item % 5 === 0 ? { invoice: title } : {}),
      };
    }),
  (list, { target }) =>
    on(
      one(
        list.filter(({ idWritten, key, id }) => !idWritten && key === id),
        target,
      ),
      ({ key }) => ({ kind: 'writeId', id: key }),
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

/** Most pairs of a plan with dependencies would close a circle. */
function isPossible(list: readonly Milestone[], change: Change): boolean {
  const inner = new Set(list.flatMap(({ milestones }) => milestones));
  const plan = { project: '', calendar: { holidays: [], workdays: [] }, people: [], risks: [] };
  return !('refused' in intend({ ...plan, milestones: list.filter((each) => !inner.has(each)) }, change, 'fixture'));
}

function from(days: number) {
  return addDays(day('2026-11-23'), days);
}

function isLeaf({ tasks, milestones, acceptanceCriteria }: Milestone): boolean {
  return tasks.length + milestones.length + acceptanceCriteria.length === 0;
}

/** Changes that write a field into a milestone that lacks it. */
const inserts: readonly Maker[] = [
  ...[0, 1, 2].map(
    (): Maker =>
      (list, { target, days }) =>
        on(
          one(
            list.filter(
              ({ status, completed, statusWritten }) =>
                status !== 'done' && completed === undefined && statusWritten === undefined,
            ),
            target,
          ),
          ({ key }) => ({
            kind: 'markDone',
            id: key,
            on: from(days),
          }),
        ),
  ),
  (list, { target, item }) =>
    on(
      one(
        list.filter((one) => isLeaf(one) && one.progress === undefined),
        target,
      ),
      ({ key }) => ({
        kind: 'setProgress',
        id: key,
        percent: item,
      }),
    ),
  (list, { target, days }) =>
    on(
      one(
        list.filter(({ due }) => due === undefined),
        target,
      ),
      ({ key }) => ({ kind: 'reschedule', id: key, due: from(days) }),
    ),
  (list, { target, title }) =>
    on(
      one(
        list.filter(({ idWritten }) => !idWritten),
        target,
      ),
      ({ key }) => ({ kind: 'rename', id: key, title }),
    ),
];

/** The kind that was chosen, or the next one for which the plan has a milestone. */
export function changeOf(plan: Plan, picked: Pick, from: readonly Maker[] = makers): Change {
  const milestones = [...allMilestones(plan.milestones)];
  for (let next = 0; next < from.length; next++) {
    const change = one(from, picked.kind + next)?.(milestones, picked);
    if (change) return change;
  }
  return { kind: 'addMilestone', title: picked.title };
}

export interface Tally {
  texts: number;
  edits: number;
  /** The edits that are not made, by reason. */
  readonly refused: Map<string, number>;
  /** For each reason, the first cases. */
  readonly examples: Map<string, string[]>;
  readonly kinds: Map<string, number>;
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** Each change by itself, one after the other, and then all of them as one edit. */
function check(variant: Variant, picks: readonly Pick[], choice: readonly Maker[], tally: Tally): void {
  let { text } = variant;
  let plan = planOf(text, variant);
  tally.texts++;
  const made: Change[] = [];
  for (const picked of picks) {
    const change = changeOf(plan, picked, choice);
    count(tally.kinds, change.kind);
    tally.edits++;
    const planned = planEdit(text, 'fixture', [change], { read });
    if ('refused' in planned) {
      refuse(planned.refused, change, { ...variant, text }, tally);
      continue;
    }
    const intended = intend(plan, change);
    if ('refused' in intended) throw new Error(`${intended.refused}, but there is an edit`);
    expectEdit(text, planned, intended);
    expectOnly(text, planned.text, planned.edits, change);
    made.push(change);
    text = planned.text;
    plan = intended;
  }
  // For some of them only: it takes as long as all before.
  if (made.length < 2 || (picks[0]?.target ?? 0) % 4 > 0) return;
  const together = planEdit(variant.text, 'fixture', made, { read });
  if ('refused' in together) throw new Error(`${together.refused} for all at once: ${JSON.stringify(made)}`);
  expectEdit(variant.text, together, plan);
  if (together.text !== text) expectSame(together.text, text);
}

function planOf(text: string, { name }: Variant): Plan {
  const { plan } = read(text, 'fixture').file;
  if (!plan) throw new Error(`${name} is no plan`);
  return plan;
}

/** The text reads as the plan that is intended, and the inverse edits restore what was there. */
function expectEdit(before: string, { text, edits }: PlannedEdit, intended: Plan): void {
  const { plan } = read(text, 'fixture').file;
  if (!isDeepStrictEqual(plan, intended)) expect(plan).toEqual(intended);
  if (applyEdits(before, edits) !== text) throw new Error('The edits make another text');
  if (applyEdits(text, inverse(before, edits)) !== before) throw new Error('Undo does not restore the text');
}

function refuse(reason: string, change: Change, { name, text }: Variant, tally: Tally): void {
  count(tally.refused, reason);
  const examples = tally.examples.get(reason) ?? [];
  tally.examples.set(reason, examples);
  if (examples.length < 5) examples.push(`${JSON.stringify(change)} in ${name}: ${JSON.stringify(text.slice(0, 600))}`);
}

export interface Run {
  /** One that gives `undefined` is drawn again. */
  readonly text: fc.Arbitrary<Variant | undefined>;
  /** How many, unless `MILEPOST_EDITS` says another number. */
  readonly edits: number;
  readonly changes?: 'all' | 'inserts';
}

/** Makes random edits until there are enough, and prints what came of them. The same `MILEPOST_SEED` makes the same edits. */
export function runEdits({ text, edits, changes = 'all' }: Run): Tally {
  const tally: Tally = { texts: 0, edits: 0, refused: new Map(), examples: new Map(), kinds: new Map() };
  const chosen = fc.tuple(text, fc.array(pick, { minLength: 1, maxLength: 3 }));
  const choice = changes === 'all' ? makers : inserts;
  const wanted = Number(process.env.MILEPOST_EDITS ?? edits);
  for (let run = 0; tally.edits < wanted; run++) {
    if (run > wanted) throw new Error('Nearly no text is a plan');
    fc.assert(
      fc.property(chosen, ([variant, picks]) => variant && check(variant, picks, choice, tally)),
      { seed: seed + run, numRuns: 100 },
    );
  }
  const { refused, kinds } = tally;
  console.log(
    `Seed ${seed}: ${tally.edits} edits of ${tally.texts} texts,`,
    Object.fromEntries(kinds),
    'refused:',
    Object.fromEntries(refused),
  );
  return tally;
}

/** How many of all edits are refused for a reason, or for any. */
export function refusedPart({ edits, refused }: Tally, reasons: readonly string[] = [...refused.keys()]): number {
  return reasons.reduce((sum, reason) => sum + (refused.get(reason) ?? 0), 0) / edits;
}
