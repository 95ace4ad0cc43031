// The problems of payments and of recorded approvals. Part of the table of problems.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';

type Codes = Extract<ProblemCode, `payment.${string}`>;

const paid = (fields: string, amount = '    amount: 4000\n') =>
  `milestones:\n  - title: Design approved\n${amount}    payment: { ${fields} }\n`;

export const tableOfMoney: Readonly<Record<Codes, ProblemEntry>> = {
  'payment.transition': {
    severities: ['warning'],
    meaning: 'The state of a payment is behind one of its days.',
    why: 'What was paid out is no longer only funded; totals and exposure follow the state that is written.',
    example: paid('state: ⟦funded⟧, funded: 2026-11-03, released: 2026-11-20'),
    fix: 'Write the state the payment has reached, or take the day away.',
    fixed: paid('state: released, funded: 2026-11-03, released: 2026-11-20'),
  },
  'payment.dates': {
    severities: ['warning'],
    meaning: 'The days of a payment are not in their order: funded, submitted, approved, released.',
    why: 'Review window and hold end are counted from these days, so one of them is wrong.',
    example: paid('state: approved, submitted: 2026-11-12, approved: ⟦2026-11-02⟧'),
    fix: 'Correct one of the two days.',
    fixed: paid('state: approved, submitted: 2026-11-02, approved: 2026-11-12'),
  },
  'payment.future': {
    severities: ['warning'],
    meaning: 'A payment is said to have come further on a day that is still to come.',
    why: 'It is recorded what has happened, not what is planned: until that day the payment is not so far.',
    example: paid('state: funded, funded: ⟦2099-01-01⟧'),
    fix: 'Write the day on which it happened, or leave the field out until it does.',
    fixed: paid('state: unfunded'),
  },
  'payment.noAmount': {
    severities: ['hint'],
    meaning: 'A payment is recorded for a milestone without an amount.',
    why: 'It counts in no total, and nobody sees what is at risk.',
    example: paid('state: ⟦funded⟧, funded: 2026-11-03', ''),
    fix: 'Add `amount:` to the milestone.',
    fixed: paid('state: funded, funded: 2026-11-03'),
  },
};
