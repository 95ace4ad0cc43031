// What follows from a plan on a given day, as values. Every surface shows these numbers and computes none.
import type { Day } from '../base/day';
import type { Message } from '../base/message';
import type { Money } from '../base/money';
import type { DependencyType } from '../model/plan';
import type { Problem } from '../model/problem';

/** Worst first. `late`: due before today and not done. `blocked`: waits for a predecessor or something outside.
 * `at-risk`: holds something late, or is due past a deadline. `due-soon`: due within the given days. */
export const healths = ['late', 'blocked', 'at-risk', 'due-soon', 'on-track', 'on-hold', 'done', 'cancelled'] as const;
export type Health = (typeof healths)[number];

export interface MilestoneSchedule {
  /** Whole percent, 0 to 100; 100 only when everything counted is done. */
  readonly progressPercent: number;
  /** How the progress came about, for a person, such as "3 of 5 tasks done". */
  readonly progressReason: Message;
  readonly health: Health;
  /** One sentence with its figures. */
  readonly healthReason: Message;
  /** Calendar days from today to `due`; negative when it has passed. Absent without a due date. */
  readonly daysToDue?: number;
  /** Calendar days late: today − due while open, completed − due when done late; absent when not late. */
  readonly lateDays?: number;
  /** `completed` when done, else the latest of due, today if overdue, early finish, and the forecasts inside; absent without any date. */
  readonly forecast?: Day;
  /** What decides the forecast; absent without one. */
  readonly driver?: Driver;
  /** Calendar days from baseline to forecast; positive is later. Absent without both. */
  readonly finishVarianceDays?: number;
  /** The same in working days of the plan. */
  readonly finishVarianceWorkingDays?: number;
  /** The days of the network; of what is open and dated. `late…` is the last day that delays neither the project's finish nor a deadline. */
  readonly earlyStart?: Day;
  readonly earlyFinish?: Day;
  readonly lateStart?: Day;
  readonly lateFinish?: Day;
  /** Working days of its owner by which it can slip without delaying the project's finish or passing a deadline; negative when one is passed already. */
  readonly totalFloatDays?: number;
  /** What sets its late finish, and with it the total float; absent without one. */
  readonly limit?: Limit;
  /** Working days by which it can slip without delaying any successor. */
  readonly freeFloatDays?: number;
  /** Open, and without float. */
  readonly critical: boolean;
  /** Red, amber or green, with the reason. */
  readonly rag: Rag;
  /** Of its own open risks; absent where none has a probability and an impact. */
  readonly exposure?: Exposure;
  /** Keys of `uri#key` of unfinished predecessors that hold this one up. */
  readonly waitsFor: readonly string[];
  /** From the first to the last day on the timeline: stated start, else started, else the earliest start or due inside; absent for a single moment. */
  readonly spanStart?: Day;
  /** Last day of its bar: completed, else due, else the latest forecast inside. */
  readonly spanEnd?: Day;
}

/** What a forecast follows from, one step at a time; `ref` is the `uri#key` of another milestone, whose own driver is the next step. */
export type Driver =
  /** A stated day of the milestone itself: its actual finish, its due date or its start with the work from there. */
  | { readonly kind: 'completed' | 'due' | 'start'; readonly day: Day }
  /** The status date: it is overdue, or its work can begin today at the earliest. */
  | { readonly kind: 'today'; readonly day: Day }
  /** A predecessor, one of the milestone's own or of one around it. */
  | { readonly kind: 'predecessor'; readonly ref: string; readonly type: DependencyType }
  /** A milestone inside it. */
  | { readonly kind: 'inside'; readonly ref: string }
  /** The stated start of a milestone around it. */
  | { readonly kind: 'around'; readonly ref: string; readonly day: Day };

/** What a late finish follows from, one step at a time; `ref` is the `uri#key` of another milestone, whose own limit is the next step. */
export type Limit =
  /** Its own deadline, or that of its project. */
  | { readonly kind: 'deadline' | 'project'; readonly day: Day }
  /** The finish of its project, which has no deadline. */
  | { readonly kind: 'finish' }
  /** What a successor needs. */
  | { readonly kind: 'successor'; readonly ref: string; readonly type: DependencyType }
  /** The late finish of the milestone around it. */
  | { readonly kind: 'around'; readonly ref: string };

export const ragColors = ['green', 'amber', 'red'] as const;
export const ragDimensions = ['dates', 'float', 'feasibility', 'blocked', 'approval'] as const;

/** One look at a milestone or plan. */
export interface RagDimension {
  readonly dimension: (typeof ragDimensions)[number];
  readonly color: (typeof ragColors)[number];
  /** One sentence with its figures and its driver, without the colour's name. */
  readonly reason: Message;
}

/** Overall as the worst dimension. What is done, cancelled or on hold has no colour. */
export interface Rag {
  readonly color: (typeof ragColors)[number] | undefined;
  /** The sentence of the worst dimension, with the colour's name before it, such as "Amber: forecast 3 working days after due, driven by Texts final". */
  readonly reason: Message;
  /** The worst first; those that say nothing are left out. */
  readonly dimensions: readonly RagDimension[];
}

/** Whether one owner has the hours for what is due, by the earliest-due-date demand test. */
export interface Feasibility {
  /** Key of `people`; absent for a plan that names nobody. */
  readonly owner?: string;
  readonly demandHours: number;
  /** The first due date by which more hours are needed than there are; absent when all holds. */
  readonly breaks?: {
    readonly due: Day;
    /** Hours missing on that day, above 0. */
    readonly overHours: number;
    readonly neededHours: number;
    readonly availableHours: number;
    /** The first day on which what is due by then can be finished. */
    readonly holdsFrom: Day;
    /** Keys of the milestones that are due on that day and count for this owner. */
    readonly milestones: readonly string[];
  };
}

/** Σ probability × impact of the open risks. */
export interface Exposure {
  /** Working days of the plan. */
  readonly days: number;
  readonly money: Money;
}

/** What a simulation of many runs says about one finish. */
export interface Chance {
  /** Half of the runs are finished by then. */
  readonly p50: Day;
  readonly p80: Day;
  readonly p90: Day;
  /** In how many of the runs it was critical, 0 to 100. */
  readonly criticalityPercent: number;
  /** In how many of the runs it was finished by its due date (of a plan: by its deadline), 0 to 100; absent without one. */
  readonly onTimePercent?: number;
}

/** A simulation of a plan; comes some time after its schedule. */
export interface PlanChances {
  readonly runs: number;
  /** Open milestones with a three-point estimate, and those that count as certain. */
  readonly uncertain: number;
  readonly certain: number;
  /** Open risks with a probability and an impact in time that took part. */
  readonly risks: number;
  readonly finish: Chance;
  /** By `Milestone.key`; only those whose finish depends on something uncertain. */
  readonly milestones: ReadonlyMap<string, Chance>;
}

/** Mean and variance along the milestones that decide the finish, te = (o + 4m + p) ÷ 6 and σ² = ((p − o) ÷ 6)² each (PERT). */
export interface Pert {
  readonly meanFinish: Day;
  /** Working days of the plan. */
  readonly meanDays: number;
  readonly standardDeviationDays: number;
  /** Other chains that join this one with less float than one standard deviation: each makes the mean too hopeful (merge bias). */
  readonly mergingPaths: number;
}

/** Earned value at the status date, in money or in hours of effort. Whatever would divide by nothing is absent. */
export interface EarnedValue {
  readonly unit: 'money' | 'hours';
  /** Budget at completion. */
  readonly budget: number;
  readonly plannedValue: number;
  readonly earnedValue: number;
  readonly scheduleVariance: number;
  /** SPI = EV ÷ PV. */
  readonly schedulePerformance?: number;
  /** SPI(t) = earned schedule ÷ actual time (Lipke). */
  readonly timePerformance?: number;
  /** Start + planned duration ÷ SPI(t). */
  readonly forecastFinish?: Day;
}

export interface PlanSchedule {
  readonly today: Day;
  readonly progressPercent: number;
  readonly health: Health;
  readonly healthReason: Message;
  /** By `Milestone.key`. */
  readonly milestones: ReadonlyMap<string, MilestoneSchedule>;
  /** How many milestones, at any depth, are late, due today, done, and count in all (without cancelled ones). */
  readonly counts: { readonly late: number; readonly dueToday: number; readonly done: number; readonly total: number };
  /** What is wrong on this day or across files; spans are in the plan's own file. */
  readonly problems: readonly Problem[];
  readonly rag: Rag;
  /** The latest forecast of what is neither done nor cancelled, else the last actual finish. */
  readonly forecast?: Day;
  /** `uri#key` of the milestones that decide the forecast, first to last. */
  readonly criticalPath: readonly string[];
  /** One for each owner with work to do, in the order of `people`. */
  readonly feasibility: readonly Feasibility[];
  /** Of the plan's own risks and those of its milestones together. */
  readonly exposure: Exposure;
  readonly earned?: EarnedValue;
  /** Absent where no milestone on the critical path has a three-point estimate. */
  readonly pert?: Pert;
}
