// The command that sets where the payment of milestones stands. Says what is to change; which state may follow which is the plan's to know.
import * as vscode from 'vscode';
import type { Day } from '../base/day';
import { parseDayInput } from '../base/dayInput';
import { type Message, message } from '../base/message';
import type { Change } from '../model/change';
import { nextStates, stateOf } from '../model/paymentStates';
import type { Milestone, PaymentState } from '../model/plan';
import { paymentWord } from '../report/words';
import type { Call } from './commandsArguments';
import { applyToTargets, type CommandParts, find, type Outcome, targetsOf } from './commandsCore';
import { notADay } from './commandsMark';
import type { Found, Target } from './commandsTargets';
import { forNotice } from './promptsText';

type PaymentChange = Extract<Change, { kind: 'setPayment' }>;

/** States whose day is kept under their own name. */
const dated = ['funded', 'submitted', 'approved', 'released'] as const;

export async function setPayment(parts: CommandParts, call: Call): Promise<Outcome> {
  const title = vscode.l10n.t('Set Payment State');
  const where = ({ amount, payment }: Milestone) => amount !== undefined || payment !== undefined;
  const targets = await targetsOf(parts, call, { title, where });
  if (!targets || 'text' in targets) return targets;
  const milestones = targets.filter(({ item }) => item === undefined);
  const states = milestones.map(({ ref }) => stateOf(find(parts, ref)?.milestone.payment));
  const [first] = states;
  if (first === undefined) return message('This milestone is no longer there.');
  const state = call.args.state ?? (await askState(parts, milestones, states));
  if (state === undefined) return undefined;
  return applyToTargets(parts, milestones, (found, target) => {
    const on = dayFor(call.args.on, found);
    return typeof on === 'number' ? changeFor(found, state, on, states[milestones.indexOf(target)]) : on;
  });
}

function changeFor(
  { milestone }: Found,
  state: PaymentState,
  on: Day,
  seen: PaymentState | undefined,
): PaymentChange | Message {
  const now = stateOf(milestone.payment);
  if (seen !== undefined && seen !== now)
    return message('The payment of {title} was changed meanwhile.', { title: milestone.title });
  const event = dated.find((each) => each === state);
  return {
    kind: 'setPayment',
    id: milestone.key,
    state,
    ...(event === undefined ? {} : { dates: { [event]: on } }),
    was: milestone.payment?.state ?? 'none',
  };
}

function dayFor(text: string | undefined, { plan }: Found): Day | Message {
  const { today } = plan.schedule;
  return text === undefined ? today : (parseDayInput(text, today) ?? notADay(text));
}

/** Only what may follow the present state of all that are meant. */
async function askState(
  parts: CommandParts,
  targets: readonly Target[],
  states: readonly PaymentState[],
): Promise<PaymentState | undefined> {
  const [first, ...others] = states;
  if (first === undefined) return undefined;
  const items = nextStates[first]
    .filter((next) => others.every((other) => nextStates[other].includes(next)))
    .map((state) => ({ label: parts.say(paymentWord(state)), state }));
  const [target] = targets;
  const found = target && find(parts, target.ref);
  const title = targets.length === 1 && found ? forNotice(found.milestone.title) : vscode.l10n.t('Set Payment State');
  const now = others.every((other) => other === first) ? parts.say(paymentWord(first)) : '';
  const placeHolder =
    items.length === 0
      ? vscode.l10n.t('No payment state can follow this one')
      : now === ''
        ? vscode.l10n.t('Choose a payment state')
        : vscode.l10n.t('Now: {0}. Choose what it becomes', now);
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.state;
}
