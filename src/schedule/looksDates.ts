// What the days of one milestone say against it: it is overdue, or forecast after a deadline or its due date. Knows no float and nobody's hours.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { against } from './against';
import { limitOf } from './dates';
import type { Facts } from './facts';
import { titled } from './naming';
import type { RagDimension } from './schedule';

/** One dimension that is not green. Most are only counted, so that the sentences are made where somebody asks for them. */
export interface Look extends Pick<RagDimension, 'dimension' | 'color'> {
  readonly say: () => Sentences;
}

export interface Sentences {
  readonly reason: Message;
  /** The same where it stands alone, without a colour before it. */
  readonly alone: Message;
}

/** Where nothing but the colour would stand before it. */
export function same(reason: Message): Sentences {
  return { reason, alone: reason };
}

export function dateSentences(facts: Facts): Sentences {
  const { milestone, plan, against: bits, lateInside } = facts;
  const { forecast } = facts.dates;
  const limit = limitOf(milestone);
  if (limit !== undefined && (bits & against.overdue) !== 0) return same(overdueReason(facts, limit));
  const { deadline, due } = milestone;
  if (forecast !== undefined) {
    if (deadline !== undefined && (bits & against.pastDeadline) !== 0)
      return missed(facts, forecast, pastDeadline(facts, forecast, deadline));
    if (plan.deadline !== undefined && (bits & against.pastProject) !== 0)
      return missed(facts, forecast, pastProject(facts, forecast, plan.deadline));
    if (due !== undefined && (bits & against.pastDue) !== 0)
      return forecastSentences(pastDue(facts, forecast, due), facts, forecast);
  }
  const { worst, count } = lateInside;
  if (!worst) throw new RangeError('Nothing is late inside');
  return same(insideReason(worst.milestone, count, worst.lateDays ?? 0));
}

function overdueReason(facts: Facts, limit: Day): Message {
  const { milestone, status, today } = facts;
  const due = { day: limit };
  const late = distance(facts, limit, today, {
    days: (count) => counted(count, '{count} day late', '{count} days late'),
    workingDays: (count) => counted(count, '{count} working day late', '{count} working days late'),
  });
  let reason: Message;
  if (status === 'submitted')
    reason = message('delivered and waiting for the client, {late}, was due {due}', { late, due });
  else if (milestone.due === undefined) reason = message('{late} for its deadline, which was {due}', { late, due });
  else reason = message('{late}, was due {due}', { late, due });
  const named = cause(facts) ?? (facts.waits.worst?.lateDays === undefined ? undefined : facts.waits.worst);
  const driver = named && titled(named, facts);
  return driver === undefined ? reason : message('{what}, driven by {driver}', { what: reason, driver });
}

function cause({ outlook, number }: Facts) {
  const kind = outlook.driverOf(number)?.kind;
  return kind === 'predecessor' || kind === 'inside' || kind === 'around' ? outlook.causeOf(number) : undefined;
}

function pastDeadline(facts: Facts, forecast: Day, limit: Day): Message {
  const deadline = { day: limit };
  return distance(facts, limit, forecast, {
    days: (count) =>
      counted(count, '{count} day after its deadline of {deadline}', '{count} days after its deadline of {deadline}', {
        deadline,
      }),
    workingDays: (count) =>
      counted(
        count,
        '{count} working day after its deadline of {deadline}',
        '{count} working days after its deadline of {deadline}',
        { deadline },
      ),
  });
}

function pastProject(facts: Facts, forecast: Day, limit: Day): Message {
  const deadline = { day: limit };
  return distance(facts, limit, forecast, {
    days: (count) =>
      counted(
        count,
        '{count} day after the deadline of the project, {deadline}',
        '{count} days after the deadline of the project, {deadline}',
        { deadline },
      ),
    workingDays: (count) =>
      counted(
        count,
        '{count} working day after the deadline of the project, {deadline}',
        '{count} working days after the deadline of the project, {deadline}',
        { deadline },
      ),
  });
}

function pastDue(facts: Facts, forecast: Day, due: Day): Message {
  return distance(facts, due, forecast, {
    days: (count) => counted(count, '{count} day after due', '{count} days after due'),
    workingDays: (count) => counted(count, '{count} working day after due', '{count} working days after due'),
  });
}

interface Distance {
  readonly days: (count: number) => Message;
  readonly workingDays: (count: number) => Message;
}

/** In working days of the plan; in days where nobody works in between, because none at all would read as if it held. */
function distance({ days }: Facts, from: Day, to: Day, say: Distance): Message {
  const working = days.between(from, to);
  return working > 0 ? say.workingDays(working) : say.days(to - from);
}

function missed(facts: Facts, forecast: Day, after: Message): Sentences {
  const finish = { day: forecast };
  if (forecast !== facts.milestone.due) return forecastSentences(after, facts, forecast);
  return {
    reason: message('due {finish}, {after}', { finish, after }),
    alone: message('Due {finish}, {after}', { finish, after }),
  };
}

function forecastSentences(after: Message, facts: Facts, forecast: Day): Sentences {
  const reason = message('forecast {after}', { after });
  const alone = message('Forecast for {finish}, {after}', { finish: { day: forecast }, after });
  const named = cause(facts);
  if (named) {
    const driver = titled(named, facts);
    return {
      reason: message('{what}, driven by {driver}', { what: reason, driver }),
      alone: message('{what}, driven by {driver}', { what: alone, driver }),
    };
  }
  const driver = facts.outlook.driverOf(facts.number);
  if (driver?.kind === 'start') {
    const start = { day: driver.day };
    return {
      reason: message('{what}, by its own work from {start}', { what: reason, start }),
      alone: message('{what}, by its own work from {start}', { what: alone, start }),
    };
  }
  return driver?.kind === 'today'
    ? {
        reason: message('{what}, by its own work from today', { what: reason }),
        alone: message('{what}, by its own work from today', { what: alone }),
      }
    : { reason, alone };
}

function insideReason({ title }: Milestone, count: number, lateDays: number): Message {
  const days = counted(lateDays, '{count} day', '{count} days');
  return count === 1
    ? message('{title}, inside it, is late by {days}', { title, days })
    : message('{count} milestones inside are late; {title} most, by {days}', { count, title, days });
}
