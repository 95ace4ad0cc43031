// The words beside a title, such as `5 days late · 60 %`. Takes every figure from the schedule and computes none.
import { counted, type Message, message, type Say } from '../base/message';
import type { Milestone, Status } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { dayNear, type Ground } from './ground';
import type { RowState } from './timelineRows';
import { stateOf, stateWord, statusOf } from './words';

/** What a milestone's row says beside its title; empty when there is nothing to say. */
export function milestoneDetail(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): string {
  return withPercent(standingOf(milestone, schedule, ground, say), schedule.progressPercent, say).shown;
}

/** The same for a screen reader: state, date and progress, each said once. */
export function spokenDetail(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): string {
  return withPercent(standingOf(milestone, schedule, ground, say), schedule.progressPercent, say).spoken;
}

/** Everything but the percentage: the part that many milestones share. */
export interface Standing {
  readonly shown: string;
  readonly spoken: string;
  readonly open: boolean;
  readonly settled: boolean;
}

export function standingOf(milestone: Milestone, schedule: MilestoneSchedule, ground: Ground, say: Say): Standing {
  const status = statusOf(milestone, schedule);
  const state = stateOf(milestone, schedule, ground);
  const when = timing(milestone, schedule, ground);
  const whenSaid = when ? [say(when)] : [];
  const saidByTiming = when && (state === 'late' || !isOpen(status));
  return {
    shown: [...leading(status, state).map(say), ...whenSaid].join(' · '),
    spoken: [...(saidByTiming ? [] : [say(stateWord(state))]), ...whenSaid].join(', '),
    open: isOpen(status),
    settled: status === 'done' || status === 'cancelled',
  };
}

export function withPercent(
  { shown, spoken, open, settled }: Standing,
  percent: number,
  say: Say,
): { readonly shown: string; readonly spoken: string } {
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
  const parts: Message[] = [];
  if (plan.stale) parts.push(message('out of date'));
  if (late > 0) parts.push(message('{count} late', { count: late }));
  if (dueToday > 0) parts.push(message('{count} due today', { count: dueToday }));
  parts.push(total === 0 ? message('no milestones yet') : message('{done} of {total} done', { done, total }));
  return parts.map(say).join(' · ');
}

/** The states that no date tells, said before it. */
function leading(status: Status, state: RowState): Message[] {
  if (status === 'submitted') return [message('submitted')];
  return state === 'blocked' || state === 'at-risk' ? [stateWord(state)] : [];
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
