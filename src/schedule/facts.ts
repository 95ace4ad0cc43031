// What the health and the colour of one milestone follow from. Knows no way to look at the plan but these facts.
import type { Day } from '../base/day';
import type { Milestone, Plan, Status } from '../model/plan';
import type { Dates } from './dates';
import type { Progress } from './rollUp';
import type { Driver, Feasibility, Health } from './schedule';
import type { WorkingDays } from './workingDays';

/** A milestone of any plan, as a sentence about another one names it. */
export interface Named {
  readonly milestone: Milestone;
  readonly plan: Plan;
}

/** A milestone that another one waits for, or holds. */
export interface Neighbour extends Named {
  readonly status: Status;
  readonly lateDays: number | undefined;
}

/** A deadline: that of the milestone, else that of the plan. */
export interface Bound {
  readonly milestone: Milestone | undefined;
  readonly plan: Plan;
}

/** Everything the health of a milestone follows from. */
export interface Facts {
  /** Of the milestone in the outline. */
  readonly number: number;
  readonly milestone: Milestone;
  readonly plan: Plan;
  readonly today: Day;
  readonly dueSoonDays: number;
  readonly status: Status;
  /** The milestone around it whose status counts for it, when it is not its own. */
  readonly ruledBy: Milestone | undefined;
  readonly dates: Dates;
  readonly progress: Progress;
  /** The late milestones inside, at any depth, and the first of the latest. */
  readonly lateInside: { readonly count: number; readonly worst: Neighbour | undefined };
  /** The unfinished predecessors, and of them the one that matters most. */
  readonly waits: { readonly count: number; readonly worst: Neighbour | undefined; readonly until: 'start' | 'finish' };
  readonly days: WorkingDays;
  readonly totalFloatDays: number | undefined;
  /** Where sentences find what decides the forecast and the float. */
  readonly outlook: Outlook;
  /** What speaks against it: bits of `against`. */
  readonly against: number;
  /** The word for its health, and the same as it counts for the whole plan. */
  readonly health: Health;
  readonly healthForPlan: Health;
  /** The demand of its owner that breaks on this milestone's due date. */
  readonly overload: Feasibility | undefined;
}

/** What the network says about each milestone, by its number in the outline. */
export interface Outlook {
  driverOf(number: number): Driver | undefined;
  /** The milestone at the end of its chain of drivers, where that is another one. */
  causeOf(number: number): Named | undefined;
  /** In hundredths; of what is open and dated. */
  totalFloatOf(number: number): number | undefined;
  /** Whose deadline sets its float. */
  boundOf(number: number): Bound | undefined;
}
