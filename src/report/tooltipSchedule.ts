// What a tooltip tells of a schedule: its colour, forecast, variance, float, chances, exposure and earned value. Takes every figure from the schedule.
import type { Day } from '../base/day';
import { counted, type Message, type MessageArgument, message } from '../base/message';
import { noMoney } from '../base/money';
import type { Milestone } from '../model/plan';
import type {
  Chance,
  EarnedValue,
  Exposure,
  MilestoneSchedule,
  Pert,
  PlanChances,
  PlanSchedule,
  Rag,
} from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { dayNear } from './ground';
import { healthWord } from './words';

/** The sentence right below the title: amber and red with what speaks against it, else the health. */
export function standingLine({ rag, health, healthReason }: MilestoneSchedule | PlanSchedule): Message {
  return rag.color === 'amber' || rag.color === 'red'
    ? rag.reason
    : message('{health}: {reason}', { health: healthWord(health), reason: healthReason });
}

/** What else speaks against it, when that is more than one thing. */
export function otherLooks({ dimensions }: Rag): Message[] {
  return dimensions.slice(1).map(({ reason }) => message('Also: {reason}', { reason }));
}

/** The forecast where it is another day than the due date. `driver` is the milestone it follows from. */
export function forecastLine(
  { due, completed }: Milestone,
  { forecast, rag }: MilestoneSchedule,
  driver: MessageArgument | undefined,
): Message[] {
  if (completed !== undefined || forecast === undefined || forecast === due) return [];
  const day = { day: forecast };
  // The sentence of the colour names it already.
  const isSaid = rag.dimensions[0]?.dimension === 'dates';
  return driver === undefined || isSaid
    ? [message('Forecast: {day}', { day })]
    : [message('Forecast: {day}, driven by {driver}', { day, driver })];
}

export function baselineLine({ baseline }: Milestone, schedule: MilestoneSchedule): Message[] {
  if (baseline === undefined) return [];
  const args = { day: { day: baseline } };
  const { finishVarianceDays: calendar, finishVarianceWorkingDays: working } = schedule;
  if (calendar === undefined) return [message('Baseline: {day}', args)];
  if (calendar === 0) return [message('Baseline: {day}, kept', args)];
  const days = counted(Math.abs(calendar), '{count} day', '{count} days');
  const time = workingTime(Math.abs(working ?? 0), Math.abs(calendar), days);
  return calendar > 0
    ? [message('Baseline: {day}, now {time} later', { ...args, time })]
    : [message('Baseline: {day}, now {time} earlier', { ...args, time })];
}

/** In working days where there are any, and in days where those are more. */
function workingTime(working: number, calendar: number, days: Message): Message {
  if (working === 0) return days;
  return working === calendar
    ? counted(working, '{count} working day', '{count} working days')
    : counted(working, '{count} working day ({days})', '{count} working days ({days})', { days });
}

/** Only of what is open and dated: what is done has no float. */
export function floatLine({ totalFloatDays: total, freeFloatDays: free, critical }: MilestoneSchedule): Message[] {
  if (total === undefined) return [];
  const shown = tenths(total);
  if (shown < 0)
    return [counted(-shown, 'Critical: {count} working day too few', 'Critical: {count} working days too few')];
  if (critical || shown === 0) return [message('Critical: no float')];
  const args = { total: counted(shown, '{count} working day', '{count} working days') };
  // A deadline before the last forecast leaves less total float than there is before a successor moves.
  return free === undefined || tenths(free) >= shown
    ? [message('Float: {total}', args)]
    : [message('Float: {total}, {free} before anything else moves', { ...args, free: tenths(free) })];
}

/** `today` decides how the days are written. */
export function chanceLine(chance: Chance | undefined, today: Day): Message[] {
  if (!chance) return [];
  const near = (day: Day) => dayNear(day, { today });
  const args = { p50: near(chance.p50), p80: near(chance.p80), p90: near(chance.p90) };
  if (chance.onTimePercent === undefined)
    return [message('Chances: 50 % by {p50}, 80 % by {p80}, 90 % by {p90}', args)];
  const percent = Math.round(chance.onTimePercent);
  return [message('Chances: 50 % by {p50}, 80 % by {p80}, 90 % by {p90}; on time {percent} %', { ...args, percent })];
}

/** How much of a plan its chances do not know about. */
export function simulatedLine(chances: PlanChances | undefined): Message[] {
  if (!chances || chances.certain === 0) return [];
  const { runs, certain } = chances;
  return [
    counted(
      certain,
      'Chances from {runs} simulated runs; {count} milestone without three estimates counts as certain',
      'Chances from {runs} simulated runs; {count} milestones without three estimates count as certain',
      { runs },
    ),
  ];
}

export function exposureLine(exposure: Exposure | undefined, { plan }: PlanSnapshot): Message[] {
  const days = tenths(exposure?.days ?? 0);
  const money = exposure?.money ?? noMoney;
  const time = counted(days, '{count} working day', '{count} working days');
  const amount = { money, currency: plan.currency };
  if (days > 0 && money > noMoney) return [message('Exposure by its risks: {time} and {amount}', { time, amount })];
  if (days > 0) return [message('Exposure by its risks: {time}', { time })];
  return money > noMoney ? [message('Exposure by its risks: {amount}', { amount })] : [];
}

/** The finish by PERT, and a warning where merge bias makes it too hopeful. */
export function pertLines(pert: Pert | undefined): Message[] {
  if (!pert) return [];
  const { meanFinish, standardDeviationDays, mergingPaths } = pert;
  const mean = counted(
    tenths(standardDeviationDays),
    'PERT: {day} on average, with a standard deviation of {count} working day',
    'PERT: {day} on average, with a standard deviation of {count} working days',
    { day: { day: meanFinish } },
  );
  if (mergingPaths === 0) return [mean];
  const bias = counted(
    mergingPaths,
    'PERT is too hopeful here: {count} other chain joins with little float',
    'PERT is too hopeful here: {count} other chains join with little float',
  );
  return [mean, bias];
}

export function earnedLines(earned: EarnedValue | undefined): Message[] {
  const { schedulePerformance: value, timePerformance: time, forecastFinish: finish } = earned ?? {};
  const lines: Message[] = [];
  if (value !== undefined) lines.push(message('Earned value: SPI {value}', { value: hundredths(value) }));
  if (time === undefined) return lines;
  const args = { value: hundredths(time) };
  lines.push(
    finish === undefined
      ? message('Earned schedule: SPI(t) {value}', args)
      : message('Earned schedule: SPI(t) {value}; at this pace all that has a value is finished on {day}', {
          ...args,
          day: { day: finish },
        }),
  );
  return lines;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
