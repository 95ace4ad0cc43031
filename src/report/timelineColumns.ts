// What a timeline row knows of its milestone beside the dates of its bar: stated days, owner, tags, money, approval, calendar. Computes no figure of its own.
import { type Message, message, type Say } from '../base/message';
import type { Calendar, DayRange, Milestone, Plan } from '../model/plan';
import { weekdays } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import { nameOf } from './people';
import { plain } from './plain';
import { approvalMarks, type ClosedDays, noDay, paymentMarks, rowFlags } from './timelineRows';

/** One milestone's entries in the columns. */
export interface Columns {
  readonly statedStart: number;
  readonly statedDue: number;
  readonly variance: number;
  readonly float: number;
  readonly owner: number;
  readonly tags: string;
  readonly amount: string;
  readonly payment: number;
  readonly approval: number;
  /** Bits of `rowFlags`. */
  readonly flags: number;
}

/** Of a plan's own row. */
export const noColumns: Columns = {
  ...{ statedStart: noDay, statedDue: noDay, variance: noDay, float: noDay },
  ...{ owner: -1, tags: '', amount: '', payment: 0, approval: 0, flags: 0 },
};

export interface ColumnWords {
  readonly owners: readonly string[];
  of(plan: Plan, milestone: Milestone, schedule: MilestoneSchedule): Columns;
}

/** Collects the names of owners as it goes; each amount is put into words once. */
export function columnWords(say: Say): ColumnWords {
  const owners: string[] = [];
  const places = new Map<string, number>();
  const amounts = new Map<string, string>();
  const placeOf = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, owners.length);
    return owners.push(name) - 1;
  };
  const amountOf = (plan: Plan, amount: Milestone['amount']) => {
    if (amount === undefined) return '';
    const key = `${plan.currency} ${amount}`;
    const known = amounts.get(key);
    if (known !== undefined) return known;
    const text: Message = message('{amount}', { amount: { money: amount, currency: plan.currency } });
    const said = say(text);
    amounts.set(key, said);
    return said;
  };
  return {
    owners,
    of: (plan, milestone, schedule) => ({
      statedStart: milestone.start ?? noDay,
      statedDue: milestone.due ?? noDay,
      variance: schedule.finishVarianceDays ?? noDay,
      float: schedule.totalFloatDays === undefined ? noDay : Math.round(schedule.totalFloatDays * 100),
      owner: milestone.owner === undefined ? -1 : placeOf(plain(nameOf(plan, milestone.owner))),
      tags: milestone.tags.length === 0 ? '' : milestone.tags.map((tag) => plain(tag)).join('\n'),
      amount: amountOf(plan, milestone.amount),
      payment: milestone.payment?.state === undefined ? 0 : paymentMarks.indexOf(milestone.payment.state),
      approval: approvalOf(milestone),
      flags: milestone.internal === undefined ? 0 : rowFlags.internal,
    }),
  };
}

function approvalOf({ approvals }: Milestone): number {
  const newest = approvals.at(-1);
  return newest === undefined ? 0 : approvalMarks.indexOf(newest.decision);
}

/** The days a plan does not work, as it writes them; without a workweek, Monday to Friday. */
export function closedDaysOf({ workweek, holidays, workdays }: Calendar): ClosedDays {
  const week = workweek ?? weekdays.slice(0, 5);
  return {
    workweek: week.reduce((bits, day) => bits | (1 << weekdays.indexOf(day)), 0),
    holidays: pairs(holidays),
    workdays: pairs(workdays),
  };
}

function pairs(ranges: readonly DayRange[]): Int32Array {
  return Int32Array.from(ranges.flatMap(({ from, to }) => [from, to]));
}
