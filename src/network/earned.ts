// Earned value and earned schedule as arithmetic: whatever would divide by nothing is undefined. Knows numbers only.

export interface Values {
  /** BAC, budget at completion. */
  readonly budget: number;
  /** PV at the status date. */
  readonly planned: number;
  /** EV */
  readonly earned: number;
  /** AC, where it is known. */
  readonly cost?: number | undefined;
}

/** The names are those of the PMI's Practice Standard for Earned Value Management. */
export interface Performance {
  /** SV = EV − PV */
  readonly scheduleVariance: number;
  /** SPI = EV ÷ PV */
  readonly schedulePerformance: number | undefined;
  /** CV = EV − AC */
  readonly costVariance: number | undefined;
  /** CPI = EV ÷ AC */
  readonly costPerformance: number | undefined;
  /** EAC = BAC ÷ CPI, as if the rest went as all so far */
  readonly estimateAtCompletion: number | undefined;
  /** ETC = EAC − AC */
  readonly estimateToComplete: number | undefined;
  /** VAC = BAC − EAC */
  readonly varianceAtCompletion: number | undefined;
  /** TCPI = (BAC − EV) ÷ (BAC − AC) */
  readonly toCompletePerformance: number | undefined;
}

export function performanceOf({ budget, planned, earned, cost }: Values): Performance {
  const costPerformance = quotient(earned, cost);
  const estimate = quotient(budget, costPerformance);
  return {
    scheduleVariance: earned - planned,
    schedulePerformance: quotient(earned, planned),
    costVariance: difference(earned, cost),
    costPerformance,
    estimateAtCompletion: estimate,
    estimateToComplete: difference(estimate, cost),
    varianceAtCompletion: difference(budget, estimate),
    toCompletePerformance: quotient(budget - earned, difference(budget, cost)),
  };
}

/** The plan as a curve: what is to be earned by the end of each period. */
export interface PlannedCurve {
  /** PD, planned duration, in whole periods. */
  readonly periods: number;
  /** PV by the end of a period, from 0 for the beginning up to `periods`; never falling. */
  valueAt(period: number): number;
}

/** The names are those of Lipke, "Schedule is Different" (2003). All in periods. */
export interface TimePerformance {
  /** ES: when so much was to be earned. */
  readonly earnedSchedule: number;
  /** SV(t) = ES − AT */
  readonly timeVariance: number;
  /** SPI(t) = ES ÷ AT */
  readonly timePerformance: number | undefined;
  /** IEAC(t) = PD ÷ SPI(t): how long it takes in all, as if the rest went as all so far */
  readonly estimatedDuration: number | undefined;
}

/** `time` is AT, how many periods have passed. */
export function timePerformanceOf(curve: PlannedCurve, earned: number, time: number): TimePerformance {
  const earnedSchedule = earnedScheduleOf(curve, earned, time);
  const timePerformance = quotient(earnedSchedule, time);
  return {
    earnedSchedule,
    timeVariance: earnedSchedule - time,
    timePerformance,
    estimatedDuration: quotient(curve.periods, timePerformance),
  };
}

/**
 * ES = C + (EV − PV of C) ÷ (PV of C + 1 − PV of C), where C is the number of periods whose PV is not above EV. Where the plan lets nothing be
 * earned for some periods, each of them is when as much was to be earned: of these the one nearest to now is taken, so that nobody seems ahead
 * for having waited as planned.
 */
function earnedScheduleOf(curve: PlannedCurve, earned: number, time: number): number {
  const near = 1e-9 * Math.abs(curve.valueAt(curve.periods));
  const last = lastPeriod(curve, (value) => value <= earned + near);
  // More is planned for the very beginning than has been earned.
  if (last < 0) return 0;
  const missing = earned - curve.valueAt(last);
  if (missing <= near && time < last) return Math.max(time, lastPeriod(curve, (value) => value < earned - near) + 1);
  if (last === curve.periods) return last;
  return last + Math.max(0, missing) / (curve.valueAt(last + 1) - curve.valueAt(last));
}

/** The last period of which it holds, or -1; what holds of one holds of all before it. */
function lastPeriod({ periods, valueAt }: PlannedCurve, holds: (value: number) => boolean): number {
  let low = -1;
  let high = periods;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(valueAt(middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function quotient(over: number | undefined, under: number | undefined): number | undefined {
  if (over === undefined || under === undefined || under === 0) return undefined;
  const found = over / under;
  return Number.isFinite(found) ? found : undefined;
}

function difference(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left - right;
}
