// Money by its states: windows, the state on a day, totals, what is exposed and what is said of it; and a walk through all states beside a model.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exposedOn,
  moneyExposureOn,
  paymentStateOn,
  paymentTotalsOn,
  paymentWindowOf,
} from '../../../src/agreement/payments';
import { askForMoney } from '../../../src/agreement/paymentsAsk';
import { addDays, type Day, day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import { moneyText } from '../../../src/base/money';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { nextStates } from '../../../src/model/paymentStates';
import { type PaymentState, paymentStates } from '../../../src/model/plan';
import { readPlanFile } from '../../../src/model/read';

const today = day('2026-11-23');

function planOf(text: string) {
  const { plan } = readPlanFile(text, 'acme');
  if (!plan) throw new Error('No plan');
  return plan;
}

/** A plan in euros with these milestones, and a schedule in which each is as far as it says. */
function world(...lines: readonly string[]) {
  const plan = planOf(`currency: EUR\nmilestones:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`);
  const milestones = new Map(plan.milestones.map(({ key, progress }) => [key, { progressPercent: progress ?? 0 }]));
  return { plan, schedule: { milestones } };
}

describe('windows', () => {
  it.each([
    [{}, undefined, undefined],
    [{ submitted: today }, '2026-12-07', undefined],
    [{ submitted: today, reviewDays: 7, approved: today }, '2026-11-30', '2026-11-28'],
    [{ approved: today, holdDays: 0 }, undefined, '2026-11-23'],
  ])('%o', (payment, review, hold) => {
    const found = paymentWindowOf(payment);
    expect(found.reviewEnds).toBe(review && day(review));
    expect(found.holdEnds).toBe(hold && day(hold));
  });
});

describe('the state on a day', () => {
  const dated = { funded: day('2026-11-03'), submitted: day('2026-11-10'), approved: day('2026-11-20') };
  it.each([
    [undefined, '2026-11-23', 'unfunded'],
    [{ state: 'funded' }, '2020-01-01', 'funded'],
    [dated, '2026-11-02', 'unfunded'],
    [dated, '2026-11-03', 'funded'],
    [dated, '2026-11-19', 'submitted'],
    [dated, '2026-11-20', 'approved'],
    [{ ...dated, state: 'disputed' }, '2026-11-19', 'submitted'],
    [{ ...dated, state: 'disputed' }, '2026-11-20', 'disputed'],
    [{ state: 'released', funded: day('2026-11-03') }, '2026-11-23', 'released'],
    [{ state: 'released', funded: day('2026-11-03') }, '2026-11-02', 'unfunded'],
  ] as const)('%o on %s is %s', (payment, on, state) => expect(paymentStateOn(payment, day(on))).toBe(state));
});

describe('exposure', () => {
  it.each([
    ['id: a, title: A, amount: 4000, progress: 25', 'unfunded', '1000'],
    ['id: a, title: A, amount: "0.0003", progress: 50', 'unfunded', '0.0001'],
    ['id: a, title: A, amount: "1250.50", progress: 33', 'unfunded', '412.665'],
    ['id: a, title: A, amount: 4000, status: done', 'unfunded', '4000'],
    ['id: a, title: A, amount: 4000, status: submitted', 'unfunded', '4000'],
    ['id: a, title: A, amount: 4000, status: on-hold, progress: 10', 'unfunded', '400'],
    ['id: a, title: A, amount: 4000, payment: { state: submitted }', 'waiting', '4000'],
    ['id: a, title: A, amount: 4000, payment: { state: disputed }', 'waiting', '4000'],
    ['id: a, title: A, amount: 4000, payment: { state: approved }', 'unpaid', '4000'],
  ])('%s', (line, way, amount) => {
    const { plan, schedule } = world(line);
    expect(exposedOn(plan, schedule, today).map((each) => [each.way, moneyText(each.amount)])).toEqual([[way, amount]]);
    expect(moneyText(moneyExposureOn(plan, schedule, today).total)).toBe(amount);
  });

  it.each([
    'id: a, title: A, amount: 4000',
    'id: a, title: A, status: done',
    'id: a, title: A, amount: 4000, status: cancelled, payment: { state: submitted }',
    'id: a, title: A, amount: 4000, status: done, payment: { state: funded }',
    'id: a, title: A, amount: 4000, status: done, payment: { state: released }',
    'id: a, title: A, amount: 4000, status: done, payment: { state: refunded }',
  ])('none: %s', (line) => {
    const { plan, schedule } = world(line);
    expect(moneyExposureOn(plan, schedule, today).total).toBe(0n);
  });

  it('counts a milestone and one inside it as each is written', () => {
    const { plan, schedule } = world(
      'id: a, title: A, amount: 4000, status: done, milestones: [{ id: b, title: B, amount: 1000, status: done }]',
    );
    expect(moneyText(moneyExposureOn(plan, schedule, today).unfunded)).toBe('5000');
    expect([...paymentTotalsOn(plan, today)].map(([state, sum]) => [state, moneyText(sum)])).toEqual([
      ['unfunded', '5000'],
    ]);
  });
});

describe('when to ask', () => {
  it.each([
    [['id: a, title: A'], undefined],
    [['id: a, title: A, amount: 4000'], 'No money is at risk: what is done is funded or paid.'],
    [
      ['id: a, title: Design, amount: 4000, payment: { state: submitted, submitted: 2026-11-02 }'],
      'The review of “Design” ended on November 16, 2026 and €4,000 waits: ask before you go on.',
    ],
    [
      ['id: a, title: Design, amount: 4000, payment: { state: submitted, submitted: 2026-11-09 }'],
      '€4,000 is handed in or approved and not paid yet; the review of “Design” ends on November 23, 2026.',
    ],
    [
      ['id: a, title: Design, amount: 4000, payment: { state: approved, approved: 2026-11-18 }'],
      '“Design” is approved; €4,000 has been due for payment since November 23, 2026: ask before you go on.',
    ],
    [
      ['id: a, title: Design, amount: 4000, payment: { state: approved, approved: 2026-11-19 }'],
      '€4,000 is handed in or approved and not paid yet.',
    ],
    [
      ['id: a, title: A, amount: 4000, progress: 50', 'id: b, title: B, amount: 100, payment: { state: approved }'],
      'Work worth €2,000 is done and not funded: ask for the funding before you go on.',
    ],
  ])('%o', (lines, sentence) => {
    const { plan, schedule } = world(...lines);
    const said = askForMoney(plan, schedule, today);
    expect(said && sayer('en-US')(said)).toBe(sentence);
  });
});

/** What the model knows of one payment: its state, and since when each step stands. */
interface Model {
  state: PaymentState;
  days: Partial<Record<'funded' | 'submitted' | 'approved' | 'released', Day>>;
}

const steps = ['funded', 'submitted', 'approved', 'released'] as const;

function move(model: Model, state: PaymentState, on: Day): void {
  model.state = state;
  const at = (steps as readonly string[]).indexOf(state);
  const step = steps[at];
  if (step) model.days[step] = on;
  if (step) for (const later of steps.slice(at + 1)) delete model.days[later];
}

it('a payment walked through its states is what a model says, and a step that may not be leaves the text alone', () => {
  const choices = fc.array(fc.record({ state: fc.constantFrom(...paymentStates), days: fc.nat(9) }), { maxLength: 12 });
  const starts = fc.constantFrom(
    'milestones:\n  - id: a\n    title: A\n    amount: "12.5"\n',
    'milestones: [{id: a, title: A, amount: "12.5", payment: {}}]\n',
    'milestones:\n  - id: a\n    title: A\n    amount: "12.5"\n    payment:\n      holdDays: 3 # agreed\n',
  );
  let made = 0;
  let refused = 0;
  const walk = (start: string, actions: readonly { state: PaymentState; days: number }[]) => {
    const model: Model = { state: 'unfunded', days: {} };
    let text = start;
    let on = day('2026-01-01');
    for (const { state, days } of actions) {
      on = addDays(on, days);
      const dates = steps.some((step) => step === state) ? { dates: { [state]: on } } : {};
      const change: Change = { kind: 'setPayment', id: 'a', state, was: model.state, ...dates };
      const planned = planEdit(text, 'acme', [change]);
      const may = state === model.state || nextStates[model.state].includes(state);
      expect('refused' in planned ? planned.refused : 'made').toBe(may ? 'made' : 'payment.transition');
      if ('refused' in planned) {
        refused++;
        continue;
      }
      made++;
      text = planned.text;
      move(model, state, on);
      const plan = planOf(text);
      const { payment } = plan.milestones[0] ?? {};
      const { funded, submitted, approved, released } = payment ?? {};
      expect(Object.entries({ funded, submitted, approved, released }).filter(([, at]) => at !== undefined)).toEqual(
        steps.flatMap((step) => (model.days[step] === undefined ? [] : [[step, model.days[step]]])),
      );
      expect(paymentStateOn(payment, on)).toBe(model.state);
      expect([...paymentTotalsOn(plan, on)].map(([at, sum]) => [at, moneyText(sum)])).toEqual([[model.state, '12.5']]);
      const { reviewEnds } = paymentWindowOf(payment ?? {});
      expect(reviewEnds).toBe(model.days.submitted && addDays(model.days.submitted, 14));
      const exposed = moneyExposureOn(plan, { milestones: new Map() }, on).total !== 0n;
      expect(exposed).toBe(['submitted', 'disputed', 'approved'].includes(model.state));
    }
  };
  fc.assert(fc.property(starts, choices, walk), { numRuns: 60 });
  expect(made).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});
