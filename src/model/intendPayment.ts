// What a change of a payment comes down to: which of its values are written and which are taken away. Knows no text.
import { type Message, message } from '../base/message';
import type { Change, PaymentDate, Refusal } from './change';
import { written } from './intendEntry';
import { laterSteps, nextStates, stateOf } from './paymentStates';
import type { Milestone, Payment, PaymentState } from './plan';
import { refusal } from './refusal';

type PaymentValues = Pick<Payment, 'state' | 'invoice' | PaymentDate>;

export interface PaymentStep {
  readonly kind: 'payment';
  readonly milestone: Milestone;
  readonly set: PaymentValues;
  readonly remove: readonly PaymentDate[];
}

/** A payment that goes back loses the days of the steps that are open again. */
export function setPayment(
  milestone: Milestone,
  { state, dates = {}, invoice, was }: Change & { kind: 'setPayment' },
): PaymentStep | { readonly kind: 'none' } | Refusal {
  const payment = milestone.payment;
  const now = stateOf(payment);
  if (was !== undefined && was !== now && !(was === 'none' && payment?.state === undefined && now === 'unfunded')) {
    return refusal('payment.overtaken', overtaken(milestone, now));
  }
  if (state !== now && !nextStates[now].includes(state)) return refusal('payment.transition', forbidden(now, state));
  const set: Record<string, unknown> = {};
  // What says nothing yet of the state is not the same as what says it.
  if (payment?.state !== state) set.state = state;
  const later: readonly PaymentDate[] = laterSteps(state);
  for (const name of ['funded', 'submitted', 'approved', 'invoiced', 'released'] as const) {
    const on = dates[name];
    if (on === undefined || on === payment?.[name]) continue;
    if (later.includes(name)) return refusal('payment.transition', tooEarly(state, name));
    set[name] = on;
  }
  const number = written(invoice);
  if (number && number !== payment?.invoice) set.invoice = number;
  const remove = later.filter((name) => payment?.[name] !== undefined);
  if (Object.keys(set).length + remove.length === 0) return { kind: 'none' };
  return { kind: 'payment', milestone, set, remove };
}

/** The payment after a step. */
export function changedPayment(payment: Payment | undefined, { set, remove }: PaymentStep): Payment {
  const kept = Object.entries(payment ?? {}).filter(([name]) => !remove.some((gone) => gone === name));
  return { ...Object.fromEntries(kept), ...set };
}

function overtaken({ title }: Milestone, now: PaymentState): Message {
  return message('The payment of “{title}” is {state} by now, so nothing was changed.', {
    title,
    state: stateWord(now),
  });
}

function forbidden(now: PaymentState, state: PaymentState): Message {
  const args = { now: stateWord(now), state: stateWord(state) };
  if (nextStates[now].length === 0) {
    return message('What is {now} stays so: no other state follows.', args);
  }
  return message('What is {now} cannot become {state} at once. What may follow: {next}.', {
    ...args,
    next: nextWords(nextStates[now]),
  });
}

function tooEarly(state: PaymentState, name: PaymentDate): Message {
  return message('What is {state} has no day for {later} yet.', {
    state: stateWord(state),
    later: stateWord(name === 'invoiced' ? 'submitted' : name),
  });
}

function nextWords(states: readonly PaymentState[]): Message {
  return states.map(stateWord).reduce((all, next) => message('{all}, {next}', { all, next }));
}

/** A state in a sentence. */
function stateWord(state: PaymentState): Message {
  switch (state) {
    case 'unfunded':
      return message('not funded');
    case 'funded':
      return message('funded');
    case 'submitted':
      return message('submitted');
    case 'approved':
      return message('approved');
    case 'released':
      return message('released');
    case 'disputed':
      return message('disputed');
    case 'refunded':
      return message('refunded');
  }
}
