// One plan among all that are scheduled, with what is known of it before its dates are asked for. Computes nothing.
import type { Day } from '../base/day';
import type { Plan } from '../model/plan';
import type { Worker } from './networkOfCalendars';
import type { Outline } from './outline';
import type { RollUp } from './rollUp';

export interface PlanGround {
  readonly all: Outline;
  readonly plan: Plan;
  /** Its number among all plans. */
  readonly position: number;
  readonly today: Day;
  readonly progress: RollUp;
  /** By key of `people`; the plan itself without one. */
  workerOf(owner: string | undefined): Worker;
}
