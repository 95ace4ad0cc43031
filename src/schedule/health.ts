// The health of one milestone with the sentence that explains it. Knows the facts about it, and no other way to look at the plan.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Milestone, Plan, Status } from '../model/plan';
import { type Dates, isOpen, limitOf } from './dates';
import type { Progress } from './rollUp';
import type { Health } from './schedule';

/** A milestone as another one's reason speaks of it. */
export interface Neighbour {
  readonly milestone: Milestone;
  readonly status: Status;
  readonly lateDays: number | undefined;
}

/** Everything the health of a milestone follows from. */
export interface Facts {
  readonly milestone: Milestone;
  readonly plan: Plan;
  readonly today: Day;
  readonly dueSoonDays: number;
  readonly status: Status;
  /** The milestone around it whose status counts for it, when it is not its own. */
  readonly ruledBy: Milestone | undefined;
  readonly dates: Dates;
  readonly progress: Progress;
  /** The late milestones inside, at any depth, and the first of the latest. */
  readonly lateInside: { readonly count: number; readonly worst: Neighbour | undefined };
  /** The unfinished predecessors, and of them the one that matters most. */
  readonly waits: { readonly count: number; readonly worst: Neighbour | undefined; readonly until: 'start' | 'finish' };
}

export interface Verdict {
  readonly health: Health;
  readonly reason: Message;
}

/** The first of late, blocked, at risk, due soon and on track that holds; what is done, cancelled or on hold is just that. */
export function healthOf(facts: Facts): Verdict {
  return settled(facts) ?? late(facts) ?? blockedOutside(facts) ?? waiting(facts) ?? onCourse(facts);
}

/** The verdict as it counts for the whole plan, where waiting for a predecessor that is on course itself is the plan and no trouble. */
export function healthForPlan(facts: Facts, own: Verdict): Verdict {
  const { worst } = facts.waits;
  const waitsOnly = own.health === 'blocked' && worst !== undefined && !facts.milestone.blockedBy;
  if (!waitsOnly || worst.lateDays !== undefined || worst.status === 'on-hold') return own;
  return onCourse(facts);
}

function onCourse(facts: Facts): Verdict {
  return riskInside(facts) ?? riskOfDates(facts) ?? dueSoon(facts) ?? onTrack(facts);
}

function settled(facts: Facts): Verdict | undefined {
  const { status, ruledBy } = facts;
  if (isOpen(status)) return undefined;
  const title = ruledBy?.title;
  if (status === 'done') {
    const reason = title === undefined ? doneReason(facts) : message('Inside {title}, which is done', { title });
    return { health: 'done', reason };
  }
  if (status === 'cancelled') {
    const reason =
      title === undefined ? message('Cancelled') : message('Inside {title}, which is cancelled', { title });
    return { health: 'cancelled', reason };
  }
  const reason = title === undefined ? holdReason(facts) : message('Inside {title}, which is on hold', { title });
  return { health: 'on-hold', reason };
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

function late({ milestone, status, dates: { lateDays } }: Facts): Verdict | undefined {
  const limit = limitOf(milestone);
  if (lateDays === undefined || limit === undefined) return undefined;
  if (status === 'submitted') {
    const reason = counted(
      lateDays,
      'Delivered and waiting for the client, {count} day late: was due {due}',
      'Delivered and waiting for the client, {count} days late: was due {due}',
      { due: { day: limit } },
    );
    return { health: 'late', reason };
  }
  const reason =
    milestone.due === undefined
      ? counted(
          lateDays,
          '{count} day past its deadline of {deadline}',
          '{count} days past its deadline of {deadline}',
          { deadline: { day: limit } },
        )
      : counted(lateDays, '{count} day late: was due {due}', '{count} days late: was due {due}', {
          due: { day: limit },
        });
  return { health: 'late', reason };
}

function blockedOutside({ milestone: { blockedBy }, plan }: Facts): Verdict | undefined {
  if (!blockedBy) return undefined;
  const { text, since: day } = blockedBy;
  const who = plan.people.find((person) => person.key === blockedBy.who)?.name ?? blockedBy.who;
  const since = day === undefined ? undefined : { day };
  let reason: Message;
  if (who !== undefined && since) reason = message('Blocked by {who} since {since}: {text}', { who, since, text });
  else if (who !== undefined) reason = message('Blocked by {who}: {text}', { who, text });
  else if (since) reason = message('Blocked since {since}: {text}', { since, text });
  else reason = message('Blocked: {text}', { text });
  return { health: 'blocked', reason };
}

function waiting({ waits: { count, worst, until } }: Facts): Verdict | undefined {
  if (!worst) return undefined;
  const first = waitReason(worst, until);
  if (count === 1) return { health: 'blocked', reason: first };
  const reason = counted(count - 1, '{first}, and for {count} more', '{first}, and for {count} more', { first });
  return { health: 'blocked', reason };
}

function waitReason({ milestone: { title, due }, status, lateDays }: Neighbour, until: 'start' | 'finish'): Message {
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
  if (status === 'submitted') {
    return message('Waits for {title}, which is delivered and waiting for the client', { title });
  }
  if (until === 'start') return message('Waits for {title} to start', { title });
  if (due === undefined) return message('Waits for {title}', { title });
  return message('Waits for {title}, due {due}', { title, due: { day: due } });
}

function riskInside({ lateInside: { count, worst } }: Facts): Verdict | undefined {
  if (!worst || worst.lateDays === undefined) return undefined;
  const { title } = worst.milestone;
  const days = counted(worst.lateDays, '{count} day', '{count} days');
  const reason =
    count === 1
      ? message('{title}, inside it, is late by {days}', { title, days })
      : message('{count} milestones inside are late; {title} most, by {days}', { count, title, days });
  return { health: 'at-risk', reason };
}

function riskOfDates({ milestone, plan, dates: { forecast } }: Facts): Verdict | undefined {
  if (forecast === undefined) return undefined;
  const reason =
    pastDeadline(milestone, forecast) ?? pastProject(plan.deadline, forecast) ?? pastDue(milestone.due, forecast);
  return reason && { health: 'at-risk', reason };
}

function pastDeadline({ due, deadline }: Milestone, forecast: Day): Message | undefined {
  if (deadline === undefined || forecast <= deadline) return undefined;
  const args = { finish: { day: forecast }, deadline: { day: deadline } };
  return forecast === due
    ? counted(
        forecast - deadline,
        'Due {finish}, {count} day after its deadline of {deadline}',
        'Due {finish}, {count} days after its deadline of {deadline}',
        args,
      )
    : counted(
        forecast - deadline,
        'Forecast for {finish}, {count} day after its deadline of {deadline}',
        'Forecast for {finish}, {count} days after its deadline of {deadline}',
        args,
      );
}

function pastProject(deadline: Day | undefined, forecast: Day): Message | undefined {
  if (deadline === undefined || forecast <= deadline) return undefined;
  return counted(
    forecast - deadline,
    'Forecast for {finish}, {count} day after the deadline of the project, {deadline}',
    'Forecast for {finish}, {count} days after the deadline of the project, {deadline}',
    { finish: { day: forecast }, deadline: { day: deadline } },
  );
}

function pastDue(due: Day | undefined, forecast: Day): Message | undefined {
  if (due === undefined || forecast <= due) return undefined;
  return counted(
    forecast - due,
    'Forecast for {finish}, {count} day after it is due',
    'Forecast for {finish}, {count} days after it is due',
    { finish: { day: forecast } },
  );
}

function dueSoon({ milestone, status, today, dueSoonDays }: Facts): Verdict | undefined {
  const limit = limitOf(milestone);
  if (limit === undefined || limit - today > dueSoonDays) return undefined;
  const days = limit - today;
  return { health: 'due-soon', reason: soonReason(days, status, milestone.due === undefined) };
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

function onTrack({ milestone, status, progress, today }: Facts): Verdict {
  const { due, deadline, milestones, tasks, acceptanceCriteria } = milestone;
  const verdict = (reason: Message): Verdict => ({ health: 'on-track', reason });
  if (status === 'submitted') {
    if (due === undefined) return verdict(message('Delivered and waiting for the client'));
    return verdict(message('Delivered and waiting for the client; due {due}', { due: { day: due } }));
  }
  if (progress.complete && milestones.length + tasks.length + acceptanceCriteria.length > 0) {
    if (due === undefined) return verdict(message('Everything inside is done; not yet marked done'));
    return verdict(message('Everything inside is done; not yet marked done, due {due}', { due: { day: due } }));
  }
  if (due !== undefined) {
    return verdict(
      counted(due - today, 'Due {due}, in {count} day', 'Due {due}, in {count} days', { due: { day: due } }),
    );
  }
  if (deadline !== undefined) return verdict(message('Its deadline is {deadline}', { deadline: { day: deadline } }));
  return verdict(message('No due date yet'));
}
