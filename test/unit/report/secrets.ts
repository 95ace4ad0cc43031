// Plans with a canary in every field that neither a client nor an executive may read.
import fc from 'fast-check';
import { day } from '../../../src/base/day';
import { parseMoney } from '../../../src/base/money';
import type { Milestone, Plan } from '../../../src/model/plan';
import { statuses } from '../../../src/model/plan';
import type { ReadPlan } from '../../../src/model/planFile';

/** Stands in every field that no client and no executive may read. */
const canary = 'CANARY';
const secretMoney = parseMoney('98765.4321') ?? (0n as never);
const secretDuration = { weeks: 0, days: 0, hours: 8642 };

const maybe = <Value>(value: Value) => fc.option(fc.constant(value), { nil: undefined });
const milestoneWith = (inner: fc.Arbitrary<readonly Milestone[]>): fc.Arbitrary<Milestone> =>
  fc
    .record({
      number: fc.nat(999),
      status: fc.constantFrom(...statuses),
      due: maybe(day('2026-12-04')),
      late: maybe(day('2026-11-04')),
      completed: maybe(day('2026-11-20')),
      amount: maybe(parseMoney('4000')),
      action: maybe('Send the texts'),
      notes: maybe('Logo comes next week'),
      blocked: maybe({ text: 'Hosting', who: 'ana' }),
      submitted: maybe(day('2026-11-10')),
      inner,
    })
    .map(secretive);
/** With two levels of milestones. */
export const anySecretive = milestoneWith(fc.array(milestoneWith(fc.constant([])), { maxLength: 2 }));

export function secretive(open: {
  readonly number: number;
  readonly status: Milestone['status'];
  readonly due: Milestone['due'];
  readonly late: Milestone['due'];
  readonly completed: Milestone['completed'];
  readonly amount: Milestone['amount'];
  readonly action: string | undefined;
  readonly notes: string | undefined;
  readonly blocked: Milestone['blockedBy'];
  readonly submitted: Milestone['due'];
  readonly inner: readonly Milestone[];
}): Milestone {
  const id = `m${open.number}`;
  const due = open.late ?? open.due;
  return {
    id,
    key: id,
    idWritten: true,
    title: `Milestone ${open.number}`,
    status: open.status,
    ...(due === undefined ? {} : { due }),
    ...(open.completed === undefined || open.status !== 'done' ? {} : { completed: open.completed }),
    ...(open.amount === undefined ? {} : { amount: open.amount }),
    ...(open.action === undefined ? {} : { clientAction: open.action }),
    ...(open.notes === undefined ? {} : { notes: open.notes }),
    ...(open.blocked === undefined ? {} : { blockedBy: open.blocked }),
    description: canary,
    internal: canary,
    milestones: open.inner,
    tasks: [{ title: canary, done: false, owner: canary, effort: secretDuration }],
    acceptanceCriteria: [{ text: canary, done: true, evidence: [canary] }],
    deliverables: [{ title: 'Figma file', url: `file:///${canary}` }],
    scope: { in: [canary], out: [canary], assumptions: [canary] },
    dependsOn: [],
    effort: { likely: secretDuration },
    remaining: secretDuration,
    owner: 'me',
    responsible: [canary],
    accountable: [canary],
    consulted: [canary],
    informed: [canary],
    risks: [
      { title: 'Texts late', probability: 0.8642, impact: { time: secretDuration }, owner: 'secret', status: 'open' },
      { title: canary, status: 'closed' },
      { title: canary, status: 'happened' },
    ],
    approvals: [{ by: 'ana', decision: 'changes-requested', digest: canary, note: canary }],
    payment: {
      state: 'funded',
      invoice: canary,
      ...(open.submitted === undefined ? {} : { submitted: open.submitted }),
    },
    changes: [
      { field: 'amount', from: canary, to: canary, reason: canary },
      { field: 'due', from: canary, to: canary, reason: 'Texts came late' },
    ],
    tags: [canary],
  };
}

export function readSecretive(milestones: readonly Milestone[]): ReadPlan {
  const plan: Plan = {
    project: 'Shop',
    client: 'Acme',
    description: canary,
    currency: 'EUR',
    baseline: canary,
    calendar: { hoursPerDay: 8642, holidays: [], workdays: [] },
    people: [
      { key: 'me', name: 'Kim Lee', role: canary, email: canary, rate: secretMoney, hoursPerDay: 8642 },
      { key: 'ana', name: 'Ana Ruiz', role: `client ${canary}`, email: canary },
      { key: 'secret', name: canary },
    ],
    risks: [{ title: 'Budget', impact: { money: secretMoney }, probability: 0.8642, owner: 'secret', status: 'open' }],
    milestones,
  };
  const problems = [
    {
      code: 'yaml.syntax' as const,
      severity: 'error' as const,
      message: { text: canary, args: {} },
      span: { start: 0, end: 0 },
    },
  ];
  const file = { plan: undefined, problems, places: new Map(), fields: new Map() };
  return { uri: `file:///${canary}`, baseName: canary, folder: canary, text: canary, file, plan };
}

/** What must not be found in a text that was made for them. */
export const anySecret = /CANARY|8642|98[,.]?765|0\.8642|86\.42/;
