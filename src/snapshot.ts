// Everything the views show, in one frozen and numbered value: plans joined with what follows from them today.
import type { Day } from './base/day';
import type { Milestone, Plan } from './model/plan';
import type { PlanFile } from './model/planFile';
import type { Problem } from './model/problem';
import type { PlanSchedule } from './schedule/schedule';

/** A file as the shell knows it, before any day is known. */
export interface ReadPlan {
  /** The file's URI as text: the plan's identity everywhere. */
  readonly uri: string;
  /** `acme` for `acme.milestones.yaml`: the file's part of `acme/id`. */
  readonly baseName: string;
  /** Where it lies, for a reader, such as `clients/acme`; shown only when names clash. */
  readonly folder: string;
  readonly file: PlanFile;
  /** The last plan that could be read; `file.plan` unless the file is broken now. */
  readonly plan: Plan | undefined;
}

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

/** A milestone among all plans: `uri#key`. */
export function milestoneRef(uri: string, milestone: Pick<Milestone, 'key'>): string {
  return `${uri}#${milestone.key}`;
}
