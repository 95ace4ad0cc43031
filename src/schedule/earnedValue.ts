// Earned value and earned schedule of one plan: what was to be done by now, what is done, and when it ends at this pace. Knows no actual cost.
import type { Day } from '../base/day';
import { moneyText, noMoney } from '../base/money';
import type { WorkCalendar } from '../network/calendar';
import { type PlannedCurve, performanceOf, timePerformanceOf } from '../network/earned';
import { dayIn, noDay, saying } from './columns';
import type { PlanGround } from './planGround';
import { isComplete } from './rollUp';
import type { EarnedValue } from './schedule';

/**
 * The budget is the amounts of the milestones where any has one, else the efforts of those that hold no others with one. What a milestone is
 * worth is planned evenly over the working days from its start to its baseline, else its due date, or all of it on that day without a start; where
 * neither is written, on that of the milestone around, and after that on the last day of all. Nothing is planned for today yet, as little as
 * anything due today is late. What is cancelled is left out.
 */
export function earnedValueOf(ground: PlanGround): EarnedValue | undefined {
  const priced = amountsOf(ground);
  const isMoney = priced.numbers.length > 0;
  const values = isMoney ? priced : effortsOf(ground);
  const budget = values.worth.reduce((sum, value) => sum + value, 0);
  const planned = budget > 0 ? plannedOf(ground, values) : undefined;
  if (!planned) return undefined;
  const earned = values.numbers.reduce(
    (sum, number, at) => sum + (values.worth[at] ?? 0) * shareDone(ground, number),
    0,
  );
  const plannedValue = valueAt(planned, daysOf(ground).before(ground.today));
  const { scheduleVariance, schedulePerformance } = performanceOf({ budget, planned: plannedValue, earned });
  return {
    unit: isMoney ? 'money' : 'hours',
    budget,
    plannedValue,
    earnedValue: earned,
    scheduleVariance,
    ...(schedulePerformance === undefined ? {} : { schedulePerformance }),
    ...inTime(ground, planned, earned),
  };
}

/** What milestones, by their numbers, are worth. */
interface Values {
  readonly numbers: readonly number[];
  readonly worth: readonly number[];
}

/** Each between two positions of the plan's calendar, whole ones; both are the same where it is planned all at once. */
interface Planned extends Values {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Where the first begins, and the last ends. */
  readonly from: number;
  readonly to: number;
}

function daysOf({ workerOf }: PlanGround): WorkCalendar {
  return workerOf(undefined).days;
}

function amountsOf({ all, position }: PlanGround): Values {
  const numbers: number[] = [];
  const worth: number[] = [];
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    if (((all.columns.says[number] ?? 0) & saying.amount) === 0) continue;
    const amount = all.milestones[number]?.amount;
    if (amount === undefined || amount <= noMoney || all.statuses[number] === 'cancelled') continue;
    numbers.push(number);
    worth.push(Number(moneyText(amount)));
  }
  return { numbers, worth };
}

/** The effort of a milestone with others inside is theirs, unless none of them has one. */
function effortsOf({ all, position, progress }: PlanGround): Values {
  const numbers: number[] = [];
  const worth: number[] = [];
  const first = all.starts[position] ?? 0;
  const isCovered = new Uint8Array((all.starts[position + 1] ?? 0) - first);
  for (let number = first + isCovered.length - 1; number >= first; number--) {
    if (all.statuses[number] === 'cancelled') continue;
    const covered = isCovered[number - first] === 1;
    const hours = covered ? 0 : (progress.hours[number] ?? 0);
    if (hours > 0) {
      numbers.push(number);
      worth.push(hours);
    }
    const around = (all.parents[number] ?? -1) - first;
    if (around >= 0 && (covered || hours > 0)) isCovered[around] = 1;
  }
  return { numbers, worth };
}

function shareDone({ progress }: PlanGround, number: number): number {
  return (progress.percent[number] ?? 0) / 100;
}

/** Nothing without a single date. */
function plannedOf(ground: PlanGround, values: Values): Planned | undefined {
  const { all, plan } = ground;
  const { numbers } = values;
  const days = daysOf(ground);
  const lasts = Int32Array.from(numbers, (number) => plannedEnd(ground, number));
  const last = lasts.reduce((most, day) => Math.max(day, most), noDay) as Day;
  if (last === noDay) return undefined;
  let first = plan.start ?? last;
  const starts = new Float64Array(numbers.length);
  const ends = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const end = lasts[at] === noDay ? last : (lasts[at] ?? last);
    const start = dayIn(all.columns.start, numbers[at] ?? 0);
    first = Math.min(first, start ?? end, end) as Day;
    const to = days.before((end + 1) as Day);
    ends[at] = to;
    starts[at] = start === undefined ? to : Math.min(days.before(start), to);
  }
  const { worth } = values;
  return { numbers, worth, starts, ends, from: days.before(first), to: days.before((last + 1) as Day) };
}

/** `noDay` without one. */
function plannedEnd({ all, plan }: PlanGround, number: number): number {
  const { baseline, due } = all.columns;
  for (let at = number; at >= 0; at = all.parents[at] ?? -1) {
    if (baseline[at] !== noDay) return baseline[at] ?? noDay;
    if (due[at] !== noDay) return due[at] ?? noDay;
  }
  return plan.deadline ?? noDay;
}

function valueAt({ starts, ends, worth }: Planned, position: number): number {
  let sum = 0;
  for (let at = 0; at < worth.length; at++) {
    const value = worth[at] ?? 0;
    const from = starts[at] ?? 0;
    const to = ends[at] ?? 0;
    if (position >= to) sum += value;
    else if (position > from) sum += (value * (position - from)) / (to - from);
  }
  return sum;
}

/** What is planned by the end of each working day: what begins and ends is noted on its day, and then all is added up once. */
function curveOf({ starts, ends, worth, from, to }: Planned): PlannedCurve {
  const periods = to - from;
  const rates = new Float64Array(periods + 2);
  const values = new Float64Array(periods + 1);
  const note = (column: Float64Array, at: number, more: number) => {
    column[at] = (column[at] ?? 0) + more;
  };
  worth.forEach((value, at) => {
    const [start, end] = [(starts[at] ?? 0) - from, (ends[at] ?? 0) - from];
    if (start === end) note(values, end, value);
    else {
      const rate = value / (end - start);
      note(rates, start + 1, rate);
      note(rates, end + 1, -rate);
    }
  });
  let rate = 0;
  let sum = 0;
  values.forEach((more, at) => {
    rate += rates[at] ?? 0;
    sum += rate + more;
    values[at] = sum;
  });
  return { periods, valueAt: (period) => values[period] ?? 0 };
}

/** Nothing on the first day, and nothing where all is done and nobody wrote when. */
function inTime(
  ground: PlanGround,
  planned: Planned,
  earned: number,
): Pick<EarnedValue, 'timePerformance' | 'forecastFinish'> {
  const days = daysOf(ground);
  const finished = finishedOn(ground, planned);
  if (finished === 'unknown') return {};
  const now = days.before(finished === 'open' ? ground.today : ((finished + 1) as Day));
  const { from } = planned;
  if (now <= from) return {};
  const { timePerformance, estimatedDuration } = timePerformanceOf(curveOf(planned), earned, now - from);
  if (timePerformance === undefined) return {};
  if (estimatedDuration === undefined || finished !== 'open') return { timePerformance };
  const finish = days.finishDay(from + estimatedDuration);
  return { timePerformance, forecastFinish: Math.max(finish, ground.today) as Day };
}

/** The last day on which one of them was completed, when all are. */
function finishedOn({ all, progress }: PlanGround, { numbers }: Values): Day | 'open' | 'unknown' {
  let last = noDay as Day;
  let known = true;
  for (const number of numbers) {
    if (((progress.state[number] ?? 0) & isComplete) === 0) return 'open';
    const completed = all.milestones[number]?.completed ?? all.milestones[all.ruledBy[number] ?? -1]?.completed;
    if (completed === undefined) known = false;
    else if (completed > last) last = completed;
  }
  return known ? last : 'unknown';
}
