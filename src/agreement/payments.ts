// Where the money of a milestone stands and what follows from its dates: review window, hold end, what is exposed. Knows no words for the reader.
import { addDays, type Day } from '../base/day';
import { addMoney, type Money, noMoney } from '../base/money';
import type { Milestone, Payment, PaymentState } from '../model/plan';

/** Calendar days where a plan says nothing else. */
export const defaultReviewDays = 14;
export const defaultHoldDays = 5;

export interface PaymentWindow {
  /** The last day on which the client reviews what was submitted. */
  readonly reviewEnds?: Day;
  /** The day from which approved money is free. */
  readonly holdEnds?: Day;
}

export function paymentWindowOf({ submitted, approved, reviewDays, holdDays }: Payment): PaymentWindow {
  return {
    ...(submitted === undefined ? {} : { reviewEnds: addDays(submitted, reviewDays ?? defaultReviewDays) }),
    ...(approved === undefined ? {} : { holdEnds: addDays(approved, holdDays ?? defaultHoldDays) }),
  };
}

/** What is at risk on a day: work that is done and not funded, handed in and waiting, approved and unpaid. */
export interface MoneyExposure {
  readonly unfunded: Money;
  readonly waiting: Money;
  readonly unpaid: Money;
  readonly total: Money;
}

export type Earning = Pick<Milestone, 'amount' | 'payment' | 'status'>;

/** `percent` is the progress of a milestone, 0 to 100: of what is not funded only the part that is done is exposed. Exact; parts of the smallest unit are dropped. */
export function moneyExposureOf(milestones: readonly (Earning & { readonly percent: number })[]): MoneyExposure {
  let unfunded = noMoney;
  let waiting = noMoney;
  let unpaid = noMoney;
  for (const { amount, payment, status, percent } of milestones) {
    if (amount === undefined || status === 'cancelled') continue;
    const state = stateOf(payment);
    if (state === 'unfunded') unfunded = addMoney(unfunded, partOf(amount, status === 'done' ? 100 : percent));
    else if (state === 'submitted' || state === 'disputed') waiting = addMoney(waiting, amount);
    else if (state === 'approved') unpaid = addMoney(unpaid, amount);
  }
  return { unfunded, waiting, unpaid, total: addMoney(addMoney(unfunded, waiting), unpaid) };
}

function partOf(amount: Money, percent: number): Money {
  return ((amount * BigInt(Math.round(Math.max(0, Math.min(100, percent))))) / 100n) as Money;
}

/** As written, else by the last of its dates. */
export function stateOf(payment: Payment | undefined): PaymentState {
  if (payment?.state !== undefined) return payment.state;
  if (payment?.released !== undefined) return 'released';
  if (payment?.approved !== undefined) return 'approved';
  if (payment?.submitted !== undefined) return 'submitted';
  return payment?.funded === undefined ? 'unfunded' : 'funded';
}

/** The states that may follow each. */
export const nextStates: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  unfunded: ['funded', 'submitted'],
  funded: ['submitted', 'refunded', 'disputed'],
  submitted: ['approved', 'disputed', 'funded'],
  approved: ['released', 'disputed'],
  released: ['disputed', 'refunded'],
  disputed: ['submitted', 'approved', 'released', 'refunded'],
  refunded: [],
};
