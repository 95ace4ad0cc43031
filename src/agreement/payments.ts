// Where the money of a milestone stands on a day and what follows from its dates: review window, hold end, totals, what is exposed. Knows no words for the reader.
import { addDays, type Day } from '../base/day';
import { addMoney, type Money, noMoney } from '../base/money';
import { paymentSteps, stateOf } from '../model/paymentStates';
import type { Milestone, Payment, PaymentState, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';

/** Calendar days where a plan says nothing else. */
const defaultReviewDays = 14;
const defaultHoldDays = 5;

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

/**
 * The state on a day. From the last day that is written on it is the written state, which may say more than the days do; before that, the last step
 * whose day has come. What has no days has always been as it is written, because nothing says since when.
 */
export function paymentStateOn(payment: Payment | undefined, day: Day): PaymentState {
  const isToCome = paymentSteps.some((step) => (payment?.[step] ?? day) > day);
  if (!isToCome) return stateOf(payment);
  return paymentSteps.findLast((step) => (payment?.[step] ?? day + 1) <= day) ?? 'unfunded';
}

/** What is at risk on a day: work that is done and not funded, handed in and waiting, approved and unpaid. */
export interface MoneyExposure {
  readonly unfunded: Money;
  readonly waiting: Money;
  readonly unpaid: Money;
  readonly total: Money;
}

/** The part of a schedule that says how far the work of each milestone is, by `Milestone.key`. */
export interface WorkDone {
  readonly milestones: ReadonlyMap<string, { readonly progressPercent: number }>;
}

/** What one milestone has at risk, and by which of the three ways. */
export interface Exposed {
  readonly milestone: Milestone;
  readonly way: Exclude<keyof MoneyExposure, 'total'>;
  readonly amount: Money;
}

/**
 * Work done is the amount × the progress the schedule shows; all of it where the milestone is `done` or `submitted`. Only what is unfunded counts in
 * part: what was handed in (or is disputed) and what was approved count in full. The amount of a milestone and those of milestones inside it count
 * each as they are written; what is cancelled counts nothing. Parts of the smallest unit (a ten-thousandth) are dropped.
 */
export function exposedOn(plan: Pick<Plan, 'milestones'>, schedule: WorkDone, day: Day): readonly Exposed[] {
  const found: Exposed[] = [];
  for (const milestone of allMilestones(plan.milestones)) {
    const { amount, payment, status, key } = milestone;
    if (amount === undefined || status === 'cancelled') continue;
    const state = paymentStateOn(payment, day);
    if (state === 'submitted' || state === 'disputed') found.push({ milestone, way: 'waiting', amount });
    else if (state === 'approved') found.push({ milestone, way: 'unpaid', amount });
    else if (state === 'unfunded') {
      const isAll = status === 'done' || status === 'submitted';
      const percent = isAll ? 100 : (schedule.milestones.get(key)?.progressPercent ?? 0);
      const part = partOf(amount, percent);
      if (part !== noMoney) found.push({ milestone, way: 'unfunded', amount: part });
    }
  }
  return found;
}

export function moneyExposureOn(plan: Pick<Plan, 'milestones'>, schedule: WorkDone, day: Day): MoneyExposure {
  const sums = { unfunded: noMoney, waiting: noMoney, unpaid: noMoney, total: noMoney };
  for (const { way, amount } of exposedOn(plan, schedule, day)) {
    sums[way] = addMoney(sums[way], amount);
    sums.total = addMoney(sums.total, amount);
  }
  return sums;
}

/** Percents have at most four fraction digits here, so that no binary float takes part in the product. */
function partOf(amount: Money, percent: number): Money {
  const units = BigInt(Math.round(Math.max(0, Math.min(100, percent)) * 10_000));
  return ((amount * units) / 1_000_000n) as Money;
}

/** The amounts of a plan by the state of their payment on a day, those that are cancelled left out; states without any are not in it. */
export function paymentTotalsOn(plan: Pick<Plan, 'milestones'>, day: Day): ReadonlyMap<PaymentState, Money> {
  const totals = new Map<PaymentState, Money>();
  for (const { amount, payment, status } of allMilestones(plan.milestones)) {
    if (amount === undefined || status === 'cancelled') continue;
    const state = paymentStateOn(payment, day);
    totals.set(state, addMoney(totals.get(state) ?? noMoney, amount));
  }
  return totals;
}
