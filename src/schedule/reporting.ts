// What the problems of a plan that does not hold are found in, and where they are said. Knows no rule.
import type { Day } from '../base/day';
import type { PlanFile } from '../model/planFile';
import type { Outlook } from './facts';
import type { PlanGround } from './planGround';
import type { Hint } from './qualityHints';
import type { Feasibility } from './schedule';

export interface Scheduled extends PlanGround {
  readonly feasibility: readonly Feasibility[];
  readonly forecastOf: (number: number) => Day | undefined;
  readonly outlook: Outlook;
}

export interface Reporting extends Scheduled {
  readonly places: PlanFile['places'];
  readonly fields: PlanFile['fields'];
  readonly report: Hint;
}
