// What a timeline row knows of its milestone beside the dates of its bar: stated days, owner, tags, money, approval, calendar. Computes no figure of its own.
import type { MilestoneConsent } from '../agreement/consents';
import { message, type Say } from '../base/message';
import type { Money } from '../base/money';
import type { Calendar, DayRange, Milestone, Plan } from '../model/plan';
import { weekdays } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import { nameOf } from './people';
import { plain } from './plain';
import {
  approvalMarks,
  type ClosedDays,
  noDay,
  paymentMarks,
  rowFlags,
  type Texts,
  type TimelineRows,
} from './timelineRows';

type Name = Exclude<
  keyof TimelineRows,
  ('count' | 'today' | 'links' | 'criticalLinks' | 'overloads') | ('owners' | 'calendars' | 'calendar')
>;

/** The columns of one plan, to be filled. */
export type PlanColumns = {
  readonly [Column in Name]: TimelineRows[Column] extends Texts ? string[] : TimelineRows[Column];
};

/** Columns in which nothing is told yet. */
export function planColumns(count: number): PlanColumns {
  const texts = () => new Array<string>(count).fill('');
  const days = () => new Int32Array(count).fill(noDay);
  const bytes = () => new Uint8Array(count);
  return {
    ...{ refs: texts(), titles: texts(), details: texts(), notes: texts(), labels: texts() },
    ...{ tags: texts(), amounts: texts() },
    ...{ depth: bytes(), state: bytes(), progress: bytes(), flags: bytes(), stale: bytes() },
    ...{ payment: bytes(), approval: bytes() },
    ...{ start: days(), end: days(), baseline: days(), deadline: days(), forecast: days(), lateFinish: days() },
    ...{ statedStart: days(), statedDue: days(), variance: days(), float: days() },
    ...{ inside: new Int32Array(count), owner: new Int32Array(count).fill(-1) },
  };
}

interface Told {
  readonly plan: Plan;
  readonly milestone: Milestone;
  readonly schedule: MilestoneSchedule;
  readonly consent: MilestoneConsent | undefined;
}

export interface ColumnWords {
  readonly owners: readonly string[];
  /** Writes what a row knows beside its bar. */
  readonly write: (columns: PlanColumns, row: number, told: Told) => void;
}

/** Collects the names of owners as it goes; each amount is put into words once. */
export function columnWords(say: Say): ColumnWords {
  const owners: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, owners.length);
    return owners.push(name) - 1;
  };
  const amountOf = amountWords(say);
  return {
    owners,
    write: (columns, row, { plan, milestone, schedule, consent }) => {
      columns.statedStart[row] = milestone.start ?? noDay;
      columns.statedDue[row] = milestone.due ?? noDay;
      columns.variance[row] = schedule.finishVarianceDays ?? noDay;
      if (schedule.totalFloatDays !== undefined) columns.float[row] = Math.round(schedule.totalFloatDays * 100);
      if (milestone.owner !== undefined) columns.owner[row] = placeOf(plain(nameOf(plan, milestone.owner)));
      if (milestone.tags.length > 0) columns.tags[row] = milestone.tags.map((tag) => plain(tag)).join('\n');
      if (milestone.amount !== undefined) columns.amounts[row] = amountOf(plan, milestone.amount);
      const state = milestone.payment?.state;
      columns.payment[row] = state === undefined ? 0 : paymentMarks.indexOf(state);
      columns.approval[row] = approvalOf(consent);
      if (milestone.internal !== undefined) columns.flags[row] = (columns.flags[row] ?? 0) | rowFlags.internal;
    },
  };
}

function amountWords(say: Say): (plan: Plan, amount: Money) => string {
  const amounts = new Map<string, string>();
  return (plan, amount) => {
    const key = `${plan.currency} ${amount}`;
    const known = amounts.get(key);
    if (known !== undefined) return known;
    const said = say(message('{amount}', { amount: { money: amount, currency: plan.currency } }));
    amounts.set(key, said);
    return said;
  };
}

function approvalOf(consent: MilestoneConsent | undefined): number {
  const state = consent?.state ?? 'not-requested';
  return state === 'not-requested' ? 0 : approvalMarks.indexOf(state);
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
