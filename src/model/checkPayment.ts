// Where the fields of a payment contradict each other, although each is right by itself. Knows no day "today".
import type { Day } from '../base/day';
import { message } from '../base/message';
import { laterSteps, paymentSteps } from './paymentStates';
import type { Milestone } from './plan';
import type { Places } from './planFile';
import { type Reading, report } from './reading';

export function checkPayment({ payment, amount }: Milestone, place: Places, reading: Reading): void {
  if (!payment || Object.keys(payment).length === 0) return;
  const at = (name: string) => place.payment?.get(name) ?? place.fields.get('payment') ?? place.title;
  const { state } = payment;
  const later = state === undefined ? undefined : laterSteps(state).find((step) => payment[step] !== undefined);
  if (later !== undefined) {
    const said = message('The payment has a day for `{later}`, so it cannot be `{state}` any more.', {
      later,
      state: state ?? '',
    });
    report(reading, { code: 'payment.transition', span: at('state'), message: said, severity: 'warning' });
  }
  let newest: Day | undefined;
  for (const step of paymentSteps) {
    const day = payment[step];
    if (day === undefined) continue;
    if (newest !== undefined && day < newest) {
      const said = message('This day is before an earlier step of the payment, which was on {day}.', {
        day: { day: newest },
      });
      report(reading, { code: 'payment.dates', span: at(step), message: said, severity: 'warning' });
    } else newest = day;
  }
  // An amount that cannot be read has its own problem.
  if (amount === undefined && !place.fields.has('amount')) {
    const said = message('The payment has no amount, so it counts nowhere. Add `amount:` to the milestone.');
    report(reading, { code: 'payment.noAmount', span: at('state'), message: said, severity: 'hint' });
  }
}
