// The health of one milestone with the sentence that explains it. Knows the facts about it and what speaks against it, and no other way to look at the plan.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Milestone, Plan } from '../model/plan';
import { limitOf } from './dates';
import type { Facts, Neighbour } from './facts';
import type { Look } from './looksDates';
import { nameIn } from './naming';
import type { Health } from './schedule';

export interface Verdict {
  readonly health: Health;
  readonly reason: Message;
}

/** `looks` is what speaks against it. */
export function healthReason(facts: Facts, looks: readonly Look[]): Message {
  return reasonFor(facts, facts.health, looks);
}

/** The same as it counts for the whole plan. */
export function healthReasonForPlan(facts: Facts, looks: readonly Look[]): Message {
  return reasonFor(facts, facts.healthForPlan, looks);
}

function reasonFor(facts: Facts, health: Health, [worst]: readonly Look[]): Message {
  switch (health) {
    case 'late':
      return lateReason(facts);
    case 'blocked':
      return facts.milestone.blockedBy ? blockedReason(facts.milestone.blockedBy, facts.plan) : waitsReason(facts);
    case 'at-risk':
      return worst?.say().alone ?? trackReason(facts);
    case 'due-soon':
      return soonReason(facts);
    case 'on-track':
      return trackReason(facts);
    default:
      return settledReason(facts, health);
  }
}

function settledReason(facts: Facts, health: 'done' | 'cancelled' | 'on-hold'): Message {
  const title = facts.ruledBy?.title;
  if (health === 'done')
    return title === undefined ? doneReason(facts) : message('Inside {title}, which is done', { title });
  if (health === 'cancelled')
    return title === undefined ? message('Cancelled') : message('Inside {title}, which is cancelled', { title });
  return title === undefined ? holdReason(facts) : message('Inside {title}, which is on hold', { title });
}

function doneReason({ milestone, dates }: Facts): Message {
  if (milestone.completed === undefined) return message('Done');
  const completed = { day: milestone.completed };
  if (dates.lateDays === undefined) return message('Done on {completed}', { completed });
  return counted(dates.lateDays, 'Done {count} day late, on {completed}', 'Done {count} days late, on {completed}', {
    completed,
  });
}

function holdReason({ milestone: { due }, today }: Facts): Message {
  if (due === undefined) return message('On hold');
  if (due < today) return message('On hold; was due {due}', { due: { day: due } });
  return message('On hold; due {due}', { due: { day: due } });
}

function lateReason({ milestone, status, dates: { lateDays = 0 } }: Facts): Message {
  const limit = limitOf(milestone) ?? (0 as Day);
  if (status === 'submitted')
    return counted(
      lateDays,
      'Delivered and waiting for the client, {count} day late: was due {due}',
      'Delivered and waiting for the client, {count} days late: was due {due}',
      { due: { day: limit } },
    );
  return milestone.due === undefined
    ? counted(lateDays, '{count} day past its deadline of {deadline}', '{count} days past its deadline of {deadline}', {
        deadline: { day: limit },
      })
    : counted(lateDays, '{count} day late: was due {due}', '{count} days late: was due {due}', {
        due: { day: limit },
      });
}

function blockedReason(blockedBy: NonNullable<Milestone['blockedBy']>, plan: Plan): Message {
  const { text, since: day } = blockedBy;
  const who = nameIn(plan, blockedBy.who);
  const since = day === undefined ? undefined : { day };
  if (who !== undefined && since) return message('Blocked by {who} since {since}: {text}', { who, since, text });
  if (who !== undefined) return message('Blocked by {who}: {text}', { who, text });
  if (since) return message('Blocked since {since}: {text}', { since, text });
  return message('Blocked: {text}', { text });
}

function waitsReason({ waits: { count, worst, until } }: Facts): Message {
  if (!worst) throw new RangeError('Waits for nothing');
  const first = waitReason(worst, until);
  if (count === 1) return first;
  return counted(count - 1, '{first}, and for {count} more', '{first}, and for {count} more', { first });
}

function waitReason({ milestone, status, lateDays }: Neighbour, until: 'start' | 'finish'): Message {
  const { title, due, blockedBy } = milestone;
  if (lateDays !== undefined && status === 'submitted') {
    return counted(
      lateDays,
      'Waits for {title}, which is delivered and waiting for the client, {count} day late',
      'Waits for {title}, which is delivered and waiting for the client, {count} days late',
      { title },
    );
  }
  if (lateDays !== undefined) {
    return counted(
      lateDays,
      'Waits for {title}, which is {count} day late',
      'Waits for {title}, which is {count} days late',
      { title },
    );
  }
  if (status === 'on-hold') return message('Waits for {title}, which is on hold', { title });
  if (blockedBy) return message('Waits for {title}, which is blocked', { title });
  if (status === 'submitted') {
    return message('Waits for {title}, which is delivered and waiting for the client', { title });
  }
  if (until === 'start') return message('Waits for {title} to start', { title });
  if (due === undefined) return message('Waits for {title}', { title });
  return message('Waits for {title}, due {due}', { title, due: { day: due } });
}

function soonReason({ milestone, status, today }: Facts): Message {
  const days = (limitOf(milestone) ?? today) - today;
  if (status === 'submitted') {
    if (days === 0) return message('Delivered and waiting for the client; due today');
    return counted(
      days,
      'Delivered and waiting for the client; due tomorrow',
      'Delivered and waiting for the client; due in {count} days',
    );
  }
  if (milestone.due === undefined) {
    if (days === 0) return message('Its deadline is today');
    return counted(days, 'Its deadline is tomorrow', 'Its deadline is in {count} days');
  }
  if (days === 0) return message('Due today');
  return counted(days, 'Due tomorrow', 'Due in {count} days');
}

function trackReason({ milestone, status, progress, today }: Facts): Message {
  const { due, deadline, milestones, tasks, acceptanceCriteria } = milestone;
  if (status === 'submitted') {
    if (due === undefined) return message('Delivered and waiting for the client');
    return message('Delivered and waiting for the client; due {due}', { due: { day: due } });
  }
  if (progress.complete && milestones.length + tasks.length + acceptanceCriteria.length > 0) {
    if (due === undefined) return message('Everything inside is done; not yet marked done');
    return message('Everything inside is done; not yet marked done, due {due}', { due: { day: due } });
  }
  if (due !== undefined)
    return counted(due - today, 'Due {due}, in {count} day', 'Due {due}, in {count} days', { due: { day: due } });
  if (deadline !== undefined) return message('Its deadline is {deadline}', { deadline: { day: deadline } });
  return message('No due date yet');
}
