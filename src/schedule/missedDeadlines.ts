// Says which deadlines cannot be held, and which dates have to move so that they can. Knows the forecasts and computes none.
import { addDays, type Day, isoDay } from '../base/day';
import { counted, type Message, type MessageArgument, message } from '../base/message';
import { isOpen } from './dates';
import type { Bound } from './facts';
import { titled } from './naming';
import { isInside } from './outline';
import type { Told } from './qualityHints';
import type { Reporting } from './reporting';

/**
 * `deadline.missed` at each deadline that the forecast is after, and `float.negative` at the date that has to move for it: that of the milestone at
 * which a chain of drivers ends. What lies between the two follows from it and is not said again.
 */
export function reportMissed(reporting: Reporting): void {
  const { all, position, outlook, forecastOf } = reporting;
  let last = { number: -1, forecast: Number.NEGATIVE_INFINITY as Day };
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    const milestone = all.milestones[number];
    if (!milestone || !isOpen(all.statuses[number])) continue;
    const forecast = forecastOf(number);
    const totalFloatDays = outlook.totalFloatOf(number);
    if (forecast !== undefined && (forecast > last.forecast || isCloser(reporting, number, last, forecast)))
      last = { number, forecast };
    if (forecast !== undefined && milestone.deadline !== undefined && forecast > milestone.deadline)
      reportDeadline(reporting, number, milestone.deadline, forecast);
    else if (totalFloatDays !== undefined && totalFloatDays < -noise) reportFloat(reporting, number, -totalFloatDays);
  }
  reportProject(reporting, last.number, last.forecast);
}

/** Of a milestone and those around it that all come last, the innermost says most. */
function isCloser({ all }: Reporting, number: number, last: { number: number; forecast: Day }, forecast: Day): boolean {
  return forecast === last.forecast && isInside(all, number, last.number);
}

/** Less than this is what sums of fractions leave over. */
const noise = 1e-6;

function reportDeadline(reporting: Reporting, number: number, deadline: Day, forecast: Day): void {
  const { all, today, report, places } = reporting;
  report('deadline.missed', () => {
    const driver = driverOf(reporting, number);
    const days = distance(reporting, deadline, forecast);
    const args = { days, finish: { day: forecast }, driver: driver ?? '' };
    let said: Message;
    if (deadline < today) said = message('The deadline has passed, and this is still open.');
    else if (driver === undefined)
      said = message('The deadline cannot be held: this is forecast for {finish}, {days} later.', args);
    else
      said = message(
        'The deadline cannot be held: this is forecast for {finish}, {days} later, driven by {driver}.',
        args,
      );
    return { message: said, span: places.get(all.milestones[number]?.key ?? '')?.fields.get('deadline') };
  });
}

/** `last` is the number of the open milestone that is forecast last. */
function reportProject(reporting: Reporting, last: number, forecast: Day): void {
  const { all, plan, today, report, fields } = reporting;
  const { deadline } = plan;
  if (last < 0 || deadline === undefined || forecast <= deadline) return;
  report('deadline.missed', () => {
    const title = all.milestones[last]?.title ?? '';
    const driver = driverOf(reporting, last);
    const args = {
      title,
      driver: driver ?? '',
      days: distance(reporting, deadline, forecast),
      finish: { day: forecast },
    };
    let said: Message;
    if (deadline < today) said = message('The deadline has passed, and “{title}” is still open.', args);
    else if (driver === undefined)
      said = message('The deadline cannot be held: “{title}” is forecast for {finish}, {days} later.', args);
    else
      said = message(
        'The deadline cannot be held: “{title}” is forecast for {finish}, {days} later, driven by {driver}.',
        args,
      );
    return { message: said, span: fields.get('deadline') };
  });
}

/** The milestone at the end of the chain of drivers, where that is another one. */
function driverOf({ all, plan, outlook }: Reporting, number: number): MessageArgument | undefined {
  const cause = outlook.causeOf(number);
  const milestone = all.milestones[number];
  return cause && milestone && titled(cause, { milestone, plan });
}

/** In working days of the plan; in days where nobody works in between. */
function distance({ workerOf }: Reporting, from: Day, to: Day): Message {
  const { days } = workerOf(undefined);
  const working = days.before(addDays(to, 1)) - days.before(addDays(from, 1));
  if (working > 0) return counted(working, '{count} working day', '{count} working days');
  return counted(to - from, '{count} day', '{count} days');
}

function reportFloat(reporting: Reporting, number: number, missing: number): void {
  const { all, today, report, outlook } = reporting;
  const milestone = all.milestones[number];
  if (!milestone || !decidesItself(reporting, number)) return;
  const bound = outlook.boundOf(number);
  const day = bound?.milestone ? bound.milestone.deadline : bound?.plan.deadline;
  // At the deadline itself it is said already, and one that has passed is held by moving nothing.
  if (!bound || day === undefined || bound.milestone === milestone || day < today) return;
  report('float.negative', () => tooLate(reporting, number, { bound, day, missing }));
}

/** Whether a date of its own is what it follows from, or the work that begins now. */
function decidesItself({ outlook }: Reporting, number: number): boolean {
  const driver = outlook.driverOf(number);
  if (driver?.kind === 'due' || driver?.kind === 'start' || driver?.kind === 'today') return true;
  return driver?.kind === 'predecessor' && outlook.causeOf(number)?.milestone.status === 'done';
}

interface Missing {
  readonly bound: Bound;
  readonly day: Day;
  /** Working days. */
  readonly missing: number;
}

function tooLate(reporting: Reporting, number: number, late: Missing): Told {
  const { all, places, outlook } = reporting;
  const milestone = all.milestones[number];
  const place = places.get(milestone?.key ?? '');
  const field = milestone?.due === undefined ? 'deadline' : 'due';
  const span = place?.fields.get(field) ?? place?.fields.get('start') ?? place?.title;
  const earlier = outlook.driverOf(number)?.kind === 'due' ? earlierDue(reporting, number, late.missing) : undefined;
  return {
    span,
    message: tooLateFor(reporting, number, late),
    ...(earlier === undefined ? {} : { instead: isoDay(earlier) }),
  };
}

/** The due date that would do; none where it has passed. */
function earlierDue({ all, today, workerOf }: Reporting, number: number, missing: number): Day | undefined {
  const due = all.milestones[number]?.due;
  if (due === undefined) return undefined;
  const { days } = workerOf(all.owners[number]);
  const earlier = days.finishDay(days.before(addDays(due, 1)) - Math.ceil(missing - noise));
  return earlier >= today ? earlier : undefined;
}

function tooLateFor({ all, plan }: Reporting, number: number, { bound, day, missing }: Missing): Message {
  const days = counted(Math.round(missing * 10) / 10, '{count} working day', '{count} working days');
  const args = { days, deadline: { day } };
  const milestone = all.milestones[number];
  if (!bound.milestone || !milestone) {
    const { project } = bound.plan;
    return bound.plan === plan
      ? message('This is {days} too late for the deadline of the project, {deadline}.', args)
      : message('This is {days} too late for the deadline of {project}, {deadline}.', { ...args, project });
  }
  const title = titled({ milestone: bound.milestone, plan: bound.plan }, { milestone, plan });
  return message('This is {days} too late for {title}, whose deadline is {deadline}.', { ...args, title });
}
