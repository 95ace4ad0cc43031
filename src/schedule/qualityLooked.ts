// One plan as the hints look at it, and all that is known around it. Knows no rule.
import type { Day } from '../base/day';
import type { Span } from '../base/text';
import type { Plan } from '../model/plan';
import type { PlanFile } from '../model/planFile';
import type { Outline } from './outline';
import type { Bounds } from './qualityBounds';
import type { Facts } from './qualityFacts';
import type { Hint } from './qualityHints';
import type { Inherited } from './qualityInherited';
import type { WorkingDays } from './workingDays';

export interface Looked {
  readonly all: Outline;
  readonly plan: Plan;
  /** Which of all plans it is. */
  readonly position: number;
  /** The number of its first milestone. */
  readonly first: number;
  /** What is asked of each of its milestones, in order. */
  readonly facts: readonly Facts[];
  /** Hours of effort by number; `NaN` without. */
  readonly hours: Float64Array;
  readonly places: PlanFile['places'];
  readonly fields: PlanFile['fields'];
  /** The earliest due date of all its milestones. */
  readonly firstDue: Day | undefined;
  readonly inherited: Inherited;
  readonly bounds: Bounds;
  readonly days: WorkingDays;
  readonly hint: Hint;
}

/** The value of a field of a milestone, or its title where the field is not written. */
export function placeOf({ all, places }: Looked, number: number, field: string): Span | undefined {
  const place = places.get(all.milestones[number]?.key ?? '');
  return place?.fields.get(field) ?? place?.title;
}
