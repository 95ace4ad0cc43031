// Everything the views show, in one frozen and numbered value: plans joined with what follows from them today.
import type { Day } from './base/day';
import type { Plan } from './model/plan';
import type { ReadPlan } from './model/planFile';
import type { Problem } from './model/problem';
import type { PlanSchedule } from './schedule/schedule';

export interface PlanSnapshot extends ReadPlan {
  readonly plan: Plan;
  /** The file cannot be read now and `plan` is the last good one. */
  readonly stale: boolean;
  readonly schedule: PlanSchedule;
  /** Of the text and of the schedule, in text order, limited to 100 and then "and N more". */
  readonly problems: readonly Problem[];
}

export interface Snapshot {
  readonly number: number;
  /** Today in the editor's time zone; a plan with its own `timezone` has its own `schedule.today`. */
  readonly today: Day;
  readonly plans: readonly PlanSnapshot[];
  /** Files that never had a readable plan; they have problems and nothing else. */
  readonly broken: readonly ReadPlan[];
}
