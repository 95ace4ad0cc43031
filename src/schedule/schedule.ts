// What follows from a plan on a given day, as values. Every surface shows these numbers and computes none.
import type { Day } from '../base/day';
import type { Message } from '../base/message';
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
  /** `completed` when done, else the latest of due, today if overdue, and the forecasts inside; absent without any date. */
  readonly forecast?: Day;
  /** Calendar days from baseline to forecast; positive is later. Absent without both. */
  readonly finishVarianceDays?: number;
  /** Keys of `uri#key` of unfinished predecessors that hold this one up. */
  readonly waitsFor: readonly string[];
  /** From the first to the last day on the timeline: stated start, else started, else the earliest start or due inside; absent for a single moment. */
  readonly spanStart?: Day;
  /** Last day of its bar: completed, else due, else the latest forecast inside. */
  readonly spanEnd?: Day;
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
}
