// One milestone as every surface shows it: what was found out about it, put together, with positions of the network turned into days. Judges nothing.
import { addDays, type Day } from '../base/day';
import type { WorkCalendar } from '../network/calendar';
import type { Network, Passes } from '../network/network';
import { dayIn } from './columns';
import type { DateColumns } from './dates';
import type { Facts } from './facts';
import type { Limits } from './limits';
import { type Outline, refOf } from './outline';
import { type RollUp, shownPercent } from './rollUp';
import { progressReason } from './rollUpReason';
import type { Exposure, MilestoneSchedule } from './schedule';
import type { Waits } from './waiting';

/** Where everything but the verdicts is found, by number of the outline. */
export interface Found {
  readonly all: Outline;
  readonly dates: DateColumns;
  readonly progress: RollUp;
  readonly waits: Waits;
  readonly network: Network;
  readonly passes: Passes;
  readonly limits: Limits;
}

export interface Judgement extends Pick<MilestoneSchedule, 'healthReason' | 'rag'> {
  readonly exposure: Exposure | undefined;
}

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** `days` is the calendar of the plan. */
export function milestoneSchedule(
  found: Found,
  number: number,
  facts: Facts,
  { judgement, days }: { readonly judgement: Judgement; readonly days: WorkCalendar },
): MilestoneSchedule {
  const { milestone, today, dates } = facts;
  const { forecast, lateDays } = dates;
  const result = inNetwork(found, number, facts, judgement) ?? outside(found, number, facts, judgement);
  if (forecast !== undefined && milestone.baseline !== undefined) {
    result.finishVarianceDays = forecast - milestone.baseline;
    result.finishVarianceWorkingDays = days.before(addDays(forecast, 1)) - days.before(addDays(milestone.baseline, 1));
  }
  if (milestone.due !== undefined) result.daysToDue = milestone.due - today;
  if (lateDays !== undefined) result.lateDays = lateDays;
  const spanStart = dayIn(found.dates.spanStart, number);
  if (spanStart !== undefined) result.spanStart = spanStart;
  if (judgement.exposure) result.exposure = judgement.exposure;
  return result;
}

/**
 * Of what is open and dated, which nearly everything is: all in one, because an object that grows field by field is copied time and again.
 * What takes no time happens at the end of a day, never at the beginning of the next.
 */
function inNetwork(
  found: Found,
  number: number,
  { progress, health, outlook, totalFloatDays, dates: { forecast } }: Facts,
  { healthReason, rag }: Judgement,
): Mutable<MilestoneSchedule> | undefined {
  const { network, passes, dates, limits } = found;
  const calendar = network.calendars[network.calendar[number] ?? 0];
  const earlyFinish = dayIn(dates.earlyFinish, number);
  const spanEnd = dayIn(dates.spanEnd, number);
  const driver = outlook.driverOf(number);
  if (!calendar || !driver || forecast === undefined || earlyFinish === undefined) return undefined;
  if (spanEnd === undefined || totalFloatDays === undefined) return undefined;
  const lateFinish = calendar.finishDay(passes.lateFinish[number] ?? 0);
  return {
    progressPercent: shownPercent(progress),
    progressReason: progressReason(found.all, found.progress, number),
    health,
    healthReason,
    critical: totalFloatDays <= 0,
    rag,
    waitsFor: waitsFor(found, number),
    forecast,
    driver,
    earlyStart: Math.min(calendar.startDay(passes.earlyStart[number] ?? 0), earlyFinish) as Day,
    earlyFinish,
    lateStart: Math.min(calendar.startDay(passes.lateStart[number] ?? 0), lateFinish) as Day,
    lateFinish,
    totalFloatDays,
    limit: limits.limitOf(number),
    // A deadline before the last forecast leaves less than what moves nobody else.
    freeFloatDays: shownDays(Math.min(passes.freeFloat[number] ?? 0, Math.max(0, passes.totalFloat[number] ?? 0))),
    spanEnd,
  };
}

function outside(
  found: Found,
  number: number,
  { progress, health, outlook, dates: { forecast } }: Facts,
  { healthReason, rag }: Judgement,
): Mutable<MilestoneSchedule> {
  const result: Mutable<MilestoneSchedule> = {
    progressPercent: shownPercent(progress),
    progressReason: progressReason(found.all, found.progress, number),
    health,
    healthReason,
    critical: false,
    rag,
    waitsFor: waitsFor(found, number),
  };
  const spanEnd = dayIn(found.dates.spanEnd, number);
  const driver = outlook.driverOf(number);
  if (forecast !== undefined) result.forecast = forecast;
  if (driver) result.driver = driver;
  if (spanEnd !== undefined) result.spanEnd = spanEnd;
  return result;
}

const nothing: readonly never[] = Object.freeze([]);

function waitsFor({ all, waits }: Found, number: number): readonly string[] {
  const first = waits.starts[number] ?? 0;
  const end = waits.starts[number + 1] ?? 0;
  if (first === end) return nothing;
  const refs: string[] = [];
  for (let at = first; at < end; at++) refs.push(refOf(all, waits.predecessor[at] ?? 0));
  return refs;
}

/** To a hundredth of a day, so that no sum of fractions shows its binary dust. */
export function shownDays(days: number): number {
  return Math.round(days * 100) / 100 + 0;
}
