// The sentence that says when to stop and ask for money. Knows no place where it is shown.
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import { addMoney, noMoney } from '../base/money';
import type { Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import { type Exposed, exposedOn, paymentWindowOf, type WorkDone } from './payments';

type Named = Pick<Plan, 'milestones' | 'currency'>;

/** What presses most: a review that is over, then money whose hold is over, then work that is not funded, then what waits in time. Absent for a plan without amounts. */
export function askForMoney(plan: Named, schedule: WorkDone, day: Day): Message | undefined {
  const exposed = exposedOn(plan, schedule, day);
  if (exposed.length === 0) {
    for (const { amount, status } of allMilestones(plan.milestones)) {
      if (amount !== undefined && status !== 'cancelled')
        return message('No money is at risk: what is done is funded or paid.');
    }
    return undefined;
  }
  const waits = ended(exposed, 'waiting').filter(({ ends }) => ends < day);
  const unpaid = ended(exposed, 'unpaid').filter(({ ends }) => ends <= day);
  return overdue(waits[0], plan, reviewOver) ?? overdue(unpaid[0], plan, holdOver) ?? soFar(exposed, plan);
}

interface Ended {
  readonly each: Exposed;
  readonly ends: Day;
}

/** Those with an end of their window, the oldest first. */
function ended(exposed: readonly Exposed[], way: 'waiting' | 'unpaid'): readonly Ended[] {
  return exposed
    .flatMap((each) => {
      const { reviewEnds, holdEnds } = paymentWindowOf(each.milestone.payment ?? {});
      const ends = way === 'waiting' ? reviewEnds : holdEnds;
      return each.way === way && ends !== undefined ? [{ each, ends }] : [];
    })
    .sort((a, b) => a.ends - b.ends);
}

function overdue(found: Ended | undefined, { currency }: Named, say: (args: Message['args']) => Message) {
  if (!found) return undefined;
  const { each, ends } = found;
  return say({ title: each.milestone.title, day: { day: ends }, amount: { money: each.amount, currency } });
}

const reviewOver = (args: Message['args']) =>
  message('The review of “{title}” ended on {day} and {amount} waits: ask before you go on.', args);
const holdOver = (args: Message['args']) =>
  message('“{title}” is approved; {amount} has been due for payment since {day}: ask before you go on.', args);

function soFar(exposed: readonly Exposed[], { currency }: Named): Message {
  const open = exposed.filter(({ way }) => way === 'unfunded');
  const sum = (all: readonly Exposed[]) => ({
    money: all.reduce((total, { amount }) => addMoney(total, amount), noMoney),
    currency,
  });
  if (open.length > 0)
    return message('Work worth {amount} is done and not funded: ask for the funding before you go on.', {
      amount: sum(open),
    });
  const ends = ended(exposed, 'waiting')[0];
  const waiting = sum(exposed);
  if (!ends) return message('{amount} is handed in or approved and not paid yet.', { amount: waiting });
  return message('{amount} is handed in or approved and not paid yet; the review of “{title}” ends on {day}.', {
    amount: waiting,
    title: ends.each.milestone.title,
    day: { day: ends.ends },
  });
}
