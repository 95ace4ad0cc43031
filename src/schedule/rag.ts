// The colour of a milestone and of a plan, in one sentence that says what speaks against it. Knows only what was found to speak against them.

import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Facts } from './facts';
import type { Look } from './looksDates';
import type { Rag, RagDimension } from './schedule';

/** `healthReason` explains what has no colour. */
export function ragOf(facts: Facts, looks: readonly Look[], healthReason: Message): Rag {
  const { status } = facts;
  if (status === 'done' || status === 'cancelled' || status === 'on-hold')
    return { color: undefined, reason: healthReason, dimensions: none };
  const dimensions =
    looks.length === 0 ? none : looks.map(({ dimension, color, say }) => ({ dimension, color, reason: say().reason }));
  return colored(dimensions, () => greenReason(facts));
}

const none: readonly never[] = Object.freeze([]);

/** The worst of the dimensions, which come first; green with a reason of its own where there is none. */
export function colored(dimensions: readonly RagDimension[], green: () => Message): Rag {
  const [worst] = dimensions;
  if (!worst) return { color: 'green', reason: green(), dimensions };
  const { color, reason } = worst;
  return { color, reason: withColor(color, reason), dimensions };
}

function withColor(color: RagDimension['color'], reason: Message): Message {
  if (color === 'red') return message('Red: {reason}', { reason });
  return color === 'amber' ? message('Amber: {reason}', { reason }) : message('Green: {reason}', { reason });
}

function greenReason({ milestone, status, dates: { forecast }, today }: Facts): Message {
  const { due, deadline } = milestone;
  if (status === 'submitted') return message('Green: delivered and waiting for the client');
  if (due !== undefined) return dueReason(due, today);
  if (deadline !== undefined && forecast !== undefined)
    return message('Green: forecast for {finish}, in time for its deadline of {deadline}', {
      finish: { day: forecast },
      deadline: { day: deadline },
    });
  if (deadline !== undefined) return message('Green: its deadline is {deadline}', { deadline: { day: deadline } });
  if (forecast !== undefined) return message('Green: forecast for {finish}', { finish: { day: forecast } });
  return message('Green: no due date yet');
}

function dueReason(due: Day, today: Day): Message {
  if (due === today) return message('Green: due today');
  return counted(due - today, 'Green: due {due}, in {count} day', 'Green: due {due}, in {count} days', {
    due: { day: due },
  });
}
