// The money of a summary: by the state it is in, and for ourselves what is at risk and when to stop and ask. Sees only what the audience may see.
import { counted, message } from '../base/message';
import { addMoney, formatMoney, type Money, noMoney } from '../base/money';
import { type PaymentState, paymentStates } from '../model/plan';
import type { SeenMilestone } from './audience';
import type { Block, Run, Runs } from './document';
import { plain } from './plain';
import { figure, ofMilestone, ofPlan, told } from './summaryFigures';
import type { Section, Telling } from './telling';
import { paymentWord } from './words';

interface Group {
  readonly state: PaymentState | undefined;
  readonly milestones: readonly SeenMilestone[];
}

/** Amounts added up exactly, one row a payment state. What is cancelled counts only where money has moved. */
export function money(telling: Telling): Section | undefined {
  const priced = telling.seen.milestones.filter(
    ({ amount, status, paymentState }) =>
      amount !== undefined && (status !== 'cancelled' || (paymentState !== undefined && paymentState !== 'unfunded')),
  );
  if (priced.length === 0) return undefined;
  const states: readonly (PaymentState | undefined)[] = [...paymentStates, undefined];
  const groups = states
    .map((state) => ({ state, milestones: priced.filter(({ paymentState }) => paymentState === state) }))
    .filter(({ milestones }) => milestones.length > 0);
  return { heading: message('Money'), blocks: [tableOf(telling, groups, priced), ...exposed(telling)] };
}

/** One row is its own total. */
function tableOf(telling: Telling, groups: readonly Group[], priced: readonly SeenMilestone[]): Block {
  const { say } = telling;
  const total: Run = { kind: 'strong', text: say(message('Total')) };
  const isSum = groups.length > 1;
  return {
    kind: 'table',
    columns: [
      {
        head: say(message('Payment')),
        align: 'left',
        cells: [...groups.map(({ state }) => told(telling, paymentWord(state))), ...(isSum ? [[total]] : [])],
      },
      {
        head: say(message('Amount')),
        align: 'right',
        cells: [
          ...groups.map(({ milestones }) => [amountOf(telling, milestones)]),
          ...(isSum ? [[{ ...amountOf(telling, priced), strong: true }]] : []),
        ],
      },
      {
        head: say(message('Milestones')),
        align: 'left',
        cells: [...groups.map(({ milestones }) => names(telling, milestones)), ...(isSum ? [[]] : [])],
      },
    ],
  };
}

function amountOf(telling: Telling, milestones: readonly SeenMilestone[]) {
  const sum = milestones.reduce((all, { amount }): Money => addMoney(all, amount ?? noMoney), noMoney);
  const [only, ...others] = milestones;
  const trace = only && others.length === 0 ? ofMilestone(only, 'amount') : ofPlan('milestones');
  return figure(telling, formatMoney(sum, telling.locale, telling.seen.currency), trace) as Extract<
    Run,
    { readonly kind: 'figure' }
  >;
}

function names(telling: Telling, milestones: readonly SeenMilestone[]): Runs {
  return milestones.length > 3
    ? told(telling, counted(milestones.length, '{count} milestone', '{count} milestones'))
    : [milestones.map(({ title }) => plain(title, 60)).join(', ')];
}

/** What would be lost if everything stopped today, and the sentence that says what to do about it. */
function exposed(telling: Telling): readonly Block[] {
  const { exposure, moneyAdvice, currency } = telling.seen;
  if (!exposure || exposure.total === 0n) return [];
  const amount = (money: Money) => ({ amount: { money, currency } });
  const parts = [
    ...(exposure.unfunded > 0n
      ? [message('{amount} for work that is done and not funded', amount(exposure.unfunded))]
      : []),
    ...(exposure.waiting > 0n ? [message('{amount} handed in and waiting', amount(exposure.waiting))] : []),
    ...(exposure.unpaid > 0n ? [message('{amount} approved and not paid', amount(exposure.unpaid))] : []),
  ];
  const [only, ...others] = parts;
  const what = others.reduce(
    (all, each) => message('{all}, {each}', { all, each }),
    only ?? message('{amount}', amount(exposure.total)),
  );
  const sentence =
    others.length === 0
      ? message('Exposed today: {what}.', { what })
      : message('Exposed today: {amount} ({what}).', { ...amount(exposure.total), what });
  return [
    {
      kind: 'paragraph',
      runs: [
        ...told(telling, sentence, ofPlan('milestones')),
        ...(moneyAdvice ? [' ', ...told(telling, moneyAdvice, ofPlan('milestones'))] : []),
      ],
    },
  ];
}
