// What an audience may see of what was agreed: recorded approvals, open requests, dates that were moved, promises that were given, the state of evidence.

import type { FieldDifference } from '../agreement/difference';
import { shortCodeOf } from '../agreement/digest';
import { type MoneyExposure, paymentStateOn, paymentWindowOf } from '../agreement/payments';
import { askForMoney } from '../agreement/paymentsAsk';
import { movedPromises, type Promised, type PromiseFate } from '../agreement/promises';
import type { ConsentState } from '../agreement/standing';
import { type Day, parseDay } from '../base/day';
import type { Message, MessageArgument } from '../base/message';
import { addMoney, type Money } from '../base/money';
import type { Approval, FieldChange, Milestone, PaymentState } from '../model/plan';
import type { PlanSnapshot } from '../snapshot';
import { given } from './given';
import { nameOf } from './people';
import { plain } from './plain';

export interface SeenAgreement {
  /** Absent where nothing was asked and nothing decided. */
  readonly consent?: SeenConsent;
  /** How its due date was moved, in the order in which it is written. */
  readonly moves: readonly SeenMove[];
  /** The last day on which the client reviews what was handed in. */
  readonly reviewEnds?: Day;
  /** Team only: ticked criteria whose evidence is missing or has changed. What is cited reaches nobody else. */
  readonly staleEvidence?: number;
}

export interface SeenConsent {
  readonly state: ConsentState;
  readonly decision?: { readonly by: string; readonly decision: Approval['decision']; readonly on?: Day };
  /** The newest request without an answer; `code` is what the client writes back. */
  readonly request?: { readonly on: Day; readonly code?: string };
  /** What has changed since it was approved, where that is known. */
  readonly changed: readonly FieldDifference['field'][];
}

export interface SeenMove {
  readonly on?: Day;
  readonly from?: Day;
  readonly to?: Day;
  readonly reason?: string;
}

export function seenAgreement(plan: PlanSnapshot, milestone: Milestone, team: boolean): SeenAgreement {
  const { reviewEnds } = milestone.payment ? paymentWindowOf(milestone.payment) : {};
  const stale = plan.agreement.evidence.get(milestone.key)?.filter(({ state }) => state === 'stale').length ?? 0;
  return {
    ...given({ consent: seenConsent(plan, milestone), reviewEnds }),
    moves: milestone.changes.flatMap(seenMove),
    ...(team && stale > 0 ? { staleEvidence: stale } : {}),
  };
}

function seenConsent(plan: PlanSnapshot, { key }: Milestone): SeenConsent | undefined {
  const consent = plan.agreement.consents.get(key);
  if (!consent || consent.state === 'not-requested') return undefined;
  const { state, decision, request, differences = [] } = consent;
  return {
    state,
    ...(decision
      ? {
          decision: {
            by: plain(nameOf(plan.plan, decision.by), 80),
            decision: decision.decision,
            ...given({ on: decision.on }),
          },
        }
      : {}),
    ...(request ? { request: { on: request.on, ...given({ code: shortCodeOf(request.digest) }) } } : {}),
    changed: differences.map(({ field }) => field),
  };
}

/** Only the due date is told of: what else moved may never have been meant for others. */
function seenMove({ on, field, from, to, reason }: FieldChange): SeenMove[] {
  if (field !== 'due') return [];
  const days = { on, from: dayIn(from), to: dayIn(to) };
  return [{ ...given({ ...days, reason: reason === undefined ? undefined : plain(reason, 300) }) }];
}

function dayIn(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text);
}

/** A promise that an earlier summary gave and that did not simply stand. */
export interface SeenPromise {
  /** `Milestone.key`, where it is still there. */
  readonly key?: string;
  readonly title: string;
  readonly due: Day;
  readonly became: PromiseFate;
}

/** Without those that were kept to the day. Titles and dates of milestones are for everybody. */
export function seenPromises(plan: PlanSnapshot, before: readonly Promised[]): readonly SeenPromise[] {
  return movedPromises(before, plan).flatMap(({ promised, milestone, became }) => {
    if (became.kind === 'delivered' && became.days === 0) return [];
    const title = plain(milestone?.title ?? promised.title);
    return [{ ...given({ key: milestone?.key }), title, due: promised.due, became }];
  });
}

/** Where the money of a milestone stands today; absent where nothing is written of it. */
export function seenPayment({ schedule }: PlanSnapshot, { payment }: Milestone): PaymentState | undefined {
  return payment && paymentStateOn(payment, schedule.today);
}

/** For those who must know when to stop. To the cent: parts of it come from a progress in percent, and nobody is owed the rest. */
export function seenMoney({ plan, schedule, agreement }: PlanSnapshot): {
  readonly exposure: MoneyExposure;
  readonly moneyAdvice?: Message;
} {
  const { unfunded, waiting, unpaid } = agreement.exposure;
  const parts = { unfunded: inCents(unfunded), waiting: inCents(waiting), unpaid: inCents(unpaid) };
  const total = addMoney(addMoney(parts.unfunded, parts.waiting), parts.unpaid);
  const advice = askForMoney(plan, schedule, schedule.today);
  return { exposure: { ...parts, total }, ...(advice ? { moneyAdvice: allInCents(advice) } : {}) };
}

function inCents(amount: Money): Money {
  return ((amount / 100n) * 100n) as Money;
}

function allInCents({ text, args }: Message): Message {
  const rounded = Object.entries(args).map(([name, value]): [string, MessageArgument] => [
    name,
    typeof value === 'object' && 'money' in value ? { ...value, money: inCents(value.money) } : value,
  ]);
  return { text, args: Object.fromEntries(rounded) };
}
