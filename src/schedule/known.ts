// What is known of milestones when they are judged: of those of all plans at once, and of those of one plan together. Computes nothing.
import type { Day } from '../base/day';
import type { Plan } from '../model/plan';
import type { DateColumns } from './dates';
import type { Outlook } from './facts';
import type { Outline } from './outline';
import type { RollUp } from './rollUp';
import type { Feasibility } from './schedule';
import type { Waits } from './waiting';
import type { WorkingDays } from './workingDays';

/** What is computed for all plans at once. */
export interface Known {
  readonly all: Outline;
  readonly progress: RollUp;
  readonly dates: DateColumns;
  readonly waits: Waits;
  readonly lateInside: LateInside;
  readonly dueSoonDays: number;
  readonly outlook: Outlook;
}

/** What the milestones of one plan share. */
export interface OfPlan {
  readonly plan: Plan;
  readonly today: Day;
  readonly days: WorkingDays;
  /** By the number of the milestones that are due when somebody's hours do not suffice. */
  readonly overloads: ReadonlyMap<number, Feasibility>;
}

/** The late milestones inside each, at any depth, by its number. */
export interface LateInside {
  readonly count: Uint32Array;
  /** Number of the first of the latest, or -1. */
  readonly worst: Int32Array;
}
