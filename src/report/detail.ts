// The words beside a title, such as `5 days late · 60 %`. Takes every figure from the schedule and computes none.
import type { Day } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import type { Milestone, Status } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { dayNear, type Ground } from './ground';
import type { RowState } from './timelineRows';
import { stateOf, stateWord, statusOf } from './words';

/** What a milestone's row says beside its title, empty when there is nothing to say; and the same for a screen reader, each fact said once. */
export interface Detail {
  readonly shown: string;
  readonly spoken: string;
}

export function detailOf(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): Detail {
  return withPercent(standingOf(milestone, schedule, ground, say), schedule.progressPercent, say);
}

/** What is shown of it. */
export function milestoneDetail(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): string {
  return detailOf(milestone, schedule, ground, say).shown;
}

/** Everything but the percentage: the part that many milestones share. */
export interface Standing extends Detail {
  readonly open: boolean;
  readonly settled: boolean;
}

export function standingOf(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): Standing {
  const status = statusOf(milestone, schedule);
  const state = stateOf(milestone, schedule);
  const when = timing(milestone, schedule, ground);
  const whenSaid = when ? [say(when)] : [];
  const saidByTiming = when && (state === 'late' || !isOpen(status));
  const ahead = isOpen(status) ? outlook(milestone, schedule, ground) : nothing;
  return {
    shown: [...leading(status, state, ahead), ...order(when, state, ahead)].map(say).join(' · '),
    spoken: [
      ...(saidByTiming ? [] : [say(stateWord(state))]),
      ...whenSaid,
      ...[ahead.forecast, ahead.float].flatMap((part) => (part ? [say(part.spoken)] : [])),
    ].join(', '),
    open: isOpen(status),
    settled: status === 'done' || status === 'cancelled',
  };
}

/** The same text for two milestones of one plan whose standing reads the same, so that it need be put into words only once. */
export function standingKey(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground): string {
  const { health, lateDays, daysToDue, forecast } = schedule;
  const state = stateOf(milestone, schedule);
  const later = isLater(milestone, schedule, ground) ? forecast : '';
  const dates = `${lateDays} ${daysToDue} ${milestone.completed} ${ground.today}`;
  return `${milestone.status} ${health} ${state} ${dates} ${later} ${missingFloat(schedule) || isTold(schedule, ground)}`;
}

interface Mark {
  readonly shown: Message;
  readonly spoken: Message;
}

interface Outlook {
  readonly forecast?: Mark;
  readonly float?: Mark;
  /** A deadline cannot be held. */
  readonly isShort: boolean;
}

const nothing: Outlook = { isShort: false };

/** What the schedule adds to the stated dates: a forecast that is another day, and how tight it is. */
function outlook(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground): Outlook {
  const { forecast } = schedule;
  const missing = missingFloat(schedule);
  const float: Mark | undefined =
    missing > 0
      ? {
          shown: message('−{days} d float', { days: missing }),
          spoken: counted(missing, '{count} working day too few', '{count} working days too few'),
        }
      : isTold(schedule, ground)
        ? { shown: message('critical'), spoken: message('critical') }
        : undefined;
  return {
    ...(forecast !== undefined && isLater(milestone, schedule, ground)
      ? { forecast: forecastMark(milestone, schedule, forecast, ground) }
      : {}),
    ...(float ? { float } : {}),
    isShort: missing > 0,
  };
}

/** An arrow to the day; behind how late it is, and as a word where no date is stated. */
function forecastMark({ due }: Milestone, { lateDays }: MilestoneSchedule, forecast: Day, ground: Ground): Mark {
  const args = { forecast: dayNear(forecast, ground) };
  const spoken = message('forecast {forecast}', args);
  if (lateDays !== undefined) {
    const late = counted(lateDays, '{count} day late → {forecast}', '{count} days late → {forecast}', args);
    return { shown: late, spoken };
  }
  return { shown: due === undefined ? spoken : message('→ {forecast}', args), spoken };
}

/** What is urgent first, because a narrow view cuts the end: lateness, a later forecast, float that is missing, the stated date. */
function order(when: Message | undefined, state: RowState, { forecast, float, isShort }: Outlook): readonly Message[] {
  const due = when ? [when] : [];
  const tight = float ? [float.shown] : [];
  if (forecast) return [forecast.shown, ...tight, ...(state === 'late' ? [] : due)];
  return isShort && state !== 'late' ? [...tight, ...due] : [...due, ...tight];
}

/** Whether the forecast tells another day than the row does: what is overdue is finished today at the earliest, which goes without saying. */
function isLater({ due }: Milestone, { forecast, lateDays }: MilestoneSchedule, { today }: Ground): boolean {
  if (forecast === undefined) return false;
  if (lateDays !== undefined) return forecast > today;
  return due === undefined || forecast > due;
}

/** Working days by which a deadline is missed, counted up: less than a day is missed too. */
export function missingFloat({ totalFloatDays }: MilestoneSchedule): number {
  return totalFloatDays !== undefined && totalFloatDays < 0 ? Math.ceil(-totalFloatDays) : 0;
}

function isTold({ critical }: MilestoneSchedule, { tellsCritical }: Ground): boolean {
  return critical && tellsCritical();
}

export function withPercent({ shown, spoken, open, settled }: Standing, percent: number, say: Say): Detail {
  // Nothing begun is what everybody takes for granted, and a row has little room.
  const figure = open && percent > 0 ? say(message('{percent} %', { percent })) : '';
  return {
    shown: shown === '' || figure === '' ? shown + figure : `${shown} · ${figure}`,
    spoken: settled ? spoken : `${spoken}, ${say(message('{percent} percent', { percent }))}`,
  };
}

/** What a project's row says beside its name, such as `2 late · 7 of 12 done`: what is urgent first, because a narrow view cuts the end. */
export function planDetail(plan: PlanSnapshot, say: Say): string {
  const { done, total, late, dueToday } = plan.schedule.counts;
  const { forecast, today } = plan.schedule;
  const { deadline } = plan.plan;
  const parts: Message[] = [];
  if (plan.stale) parts.push(message('out of date'));
  if (late > 0) parts.push(message('{count} late', { count: late }));
  if (dueToday > 0) parts.push(message('{count} due today', { count: dueToday }));
  if (deadline !== undefined && forecast !== undefined && forecast > deadline && done < total)
    parts.push(message('forecast {forecast}', { forecast: dayNear(forecast, { today }) }));
  parts.push(total === 0 ? message('no milestones yet') : message('{done} of {total} done', { done, total }));
  return parts.map(say).join(' · ');
}

/** The states that no date tells, said before it. A row has little room: what makes it a risk is said in place of the word. */
function leading(status: Status, state: RowState, { forecast, isShort }: Outlook): Message[] {
  if (status === 'submitted') return [message('submitted')];
  const isSaid = state === 'at-risk' && (forecast !== undefined || isShort);
  return state === 'blocked' || (state === 'at-risk' && !isSaid) ? [stateWord(state)] : [];
}

/** When it is due, how late it is or when it was finished; `undefined` for an open milestone without a date. */
function timing(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground): Message | undefined {
  const status = statusOf(milestone, schedule);
  if (status === 'cancelled') return message('cancelled');
  if (status === 'on-hold') return message('on hold');
  const late = schedule.lateDays ?? 0;
  if (status === 'done') {
    if (late > 0) return counted(late, 'done {count} day late', 'done {count} days late');
    if (milestone.completed === undefined) return message('done');
    return message('done {day}', { day: dayNear(milestone.completed, ground) });
  }
  if (late > 0) return counted(late, '{count} day late', '{count} days late');
  if (schedule.daysToDue === undefined) return undefined;
  if (schedule.daysToDue === 0) return message('due today');
  if (schedule.daysToDue === 1) return message('due tomorrow');
  // So many days are more than anybody counts.
  if (schedule.daysToDue > 90 && milestone.due !== undefined)
    return message('due {day}', { day: dayNear(milestone.due, ground) });
  return message('due in {count} days', { count: schedule.daysToDue });
}

/** Neither done nor put aside. */
function isOpen(status: Status): boolean {
  return status !== 'done' && status !== 'cancelled' && status !== 'on-hold';
}
