// The states of a payment: which of them a payment has, which may follow, and which days belong to each. Knows no amount and no day "today".
import type { PaymentDate } from './change';
import type { Payment, PaymentState } from './plan';

/** The states that may follow each. A state may always be written again, with other days. */
export const nextStates: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  unfunded: ['funded', 'submitted'],
  funded: ['submitted', 'refunded', 'disputed'],
  submitted: ['approved', 'disputed', 'funded'],
  approved: ['released', 'disputed'],
  released: ['disputed', 'refunded'],
  disputed: ['submitted', 'approved', 'released', 'refunded'],
  refunded: [],
};

/** The days on which a payment comes further, in their order. The day of the invoice is none of them: invoices are written before or after. */
export const paymentSteps = ['funded', 'submitted', 'approved', 'released'] as const satisfies readonly PaymentDate[];

/** As written, else by the last of its dates. */
export function stateOf(payment: Payment | undefined): PaymentState {
  return payment?.state ?? paymentSteps.findLast((step) => payment?.[step] !== undefined) ?? 'unfunded';
}

/** The days that cannot have come yet in a state: those of later steps. None for what is disputed or refunded, which may come after any of them. */
export function laterSteps(state: PaymentState): readonly (typeof paymentSteps)[number][] {
  if (state === 'disputed' || state === 'refunded') return [];
  return paymentSteps.slice(state === 'unfunded' ? 0 : paymentSteps.indexOf(state) + 1);
}
