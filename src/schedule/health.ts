// The health of one milestone with the sentence that explains it. Knows the facts about it and what speaks against it, and no other way to look at the plan.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Milestone, Plan, Status } from '../model/plan';
import { isOpen, limitOf } from './dates';
import type { Facts, Neighbour } from './facts';
import { holdsUp } from './looks';
import type { Look } from './looksDates';
import { nameIn } from './naming';
import type { Health } from './schedule';

export interface Verdict {
  readonly health: Health;
  readonly reason: Message;
}

/** The same with the sentence still to be made: most milestones are only counted. */
export interface Found {
  readonly health: Health;
  readonly say: () => Message;
}

/**
 * The first of late, held up, at risk, waiting, due soon and on track that holds; what is done, cancelled or on hold is just that.
 * `looks` is what speaks against it: only what nothing speaks against is waiting for its turn, due soon or on track.
 */
export function healthOf(facts: Facts, looks: readonly Look[]): Found {
  const { worst } = facts.waits;
  return (
    settled(facts) ??
    late(facts) ??
    blockedOutside(facts) ??
    (worst && holdsUp(worst) ? waiting(facts, worst) : undefined) ??
    atRisk(looks) ??
    (worst ? waiting(facts, worst) : onCourse(facts))
  );
}

/** The verdict as it counts for the whole plan, where waiting for a predecessor that is on course itself is the plan and no trouble. */
export function healthForPlan(facts: Facts, own: Found): Found {
  const { worst } = facts.waits;
  const waitsOnly = own.health === 'blocked' && worst !== undefined && !facts.milestone.blockedBy;
  return waitsOnly && !holdsUp(worst) ? onCourse(facts) : own;
}

/** As if nothing spoke against it. */
function onCourse(facts: Facts): Found {
  return dueSoon(facts) ?? { health: 'on-track', say: () => trackReason(facts) };
}

function atRisk([worst]: readonly Look[]): Found | undefined {
  return worst && { health: 'at-risk', say: () => worst.say().alone };
}

function settled(facts: Facts): Found | undefined {
  const { status } = facts;
  if (isOpen(status)) return undefined;
  const health = status === 'done' || status === 'cancelled' ? status : 'on-hold';
  return { health, say: () => settledReason(facts, health) };
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

function late(facts: Facts): Found | undefined {
  const limit = limitOf(facts.milestone);
  const { lateDays } = facts.dates;
  if (lateDays === undefined || limit === undefined) return undefined;
  return { health: 'late', say: () => lateReason(facts, lateDays, limit) };
}

function lateReason({ milestone, status }: Facts, lateDays: number, limit: Day): Message {
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

function blockedOutside({ milestone: { blockedBy }, plan }: Facts): Found | undefined {
  return blockedBy && { health: 'blocked', say: () => blockedReason(blockedBy, plan) };
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

function waiting(facts: Facts, worst: Neighbour): Found {
  return { health: 'blocked', say: () => waitsReason(facts, worst) };
}

function waitsReason({ waits: { count, until } }: Facts, worst: Neighbour): Message {
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

function dueSoon({ milestone, status, today, dueSoonDays }: Facts): Found | undefined {
  const limit = limitOf(milestone);
  if (limit === undefined || limit - today > dueSoonDays) return undefined;
  const days = limit - today;
  return { health: 'due-soon', say: () => soonReason(days, status, milestone.due === undefined) };
}

function soonReason(days: number, status: Status, deadlineOnly: boolean): Message {
  if (status === 'submitted') {
    if (days === 0) return message('Delivered and waiting for the client; due today');
    return counted(
      days,
      'Delivered and waiting for the client; due tomorrow',
      'Delivered and waiting for the client; due in {count} days',
    );
  }
  if (deadlineOnly) {
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
