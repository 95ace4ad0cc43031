// Finds a milestone of a snapshot by its reference, with its plan and what follows from it. Knows no words.
import type { Milestone, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';

/** A milestone with its plan and what follows from it today. */
export interface Known {
  readonly plan: PlanSnapshot;
  readonly milestone: Milestone;
  readonly schedule: MilestoneSchedule;
}

/** The milestone of a plan as last computed; `undefined` when it is not known there yet. */
export function knownMilestone(
  snapshot: Pick<Snapshot, 'plans'> | undefined,
  uri: string,
  key: string,
): Known | undefined {
  const plan = snapshot?.plans.find((candidate) => candidate.uri === uri);
  const schedule = plan?.schedule.milestones.get(key);
  const milestone = plan && schedule && milestonesOf(plan.plan).get(key);
  return milestone && { plan, milestone, schedule };
}

/** The same for a `uri#key`. An address holds no bare `#`, so the first one is where the key begins. */
export function knownRef(snapshot: Pick<Snapshot, 'plans'>, ref: string): Known | undefined {
  const at = ref.indexOf('#');
  return at < 0 ? undefined : knownMilestone(snapshot, ref.slice(0, at), ref.slice(at + 1));
}

const indexes = new WeakMap<Plan, ReadonlyMap<string, Milestone>>();

/** By key. A plan is never changed, so looking through it once is enough. */
function milestonesOf(plan: Plan): ReadonlyMap<string, Milestone> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map([...allMilestones(plan.milestones)].map((milestone) => [milestone.key, milestone]));
  indexes.set(plan, index);
  return index;
}
