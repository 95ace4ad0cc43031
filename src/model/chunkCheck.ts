// The checks of a plan for some milestones of it. Knows nothing of the plan around them.
import { checkPlan } from './check';
import type { Milestone, Plan } from './plan';
import type { Places } from './planFile';
import type { Reading } from './reading';

/** Checks milestones from the top of a file, and what lies in them, as a plan of nothing else. */
export function checkMilestones(
  milestones: readonly Milestone[],
  places: ReadonlyMap<string, Places>,
  reading: Reading,
): void {
  checkPlan({ ...empty, milestones }, new Map(), places, reading);
}

const empty: Plan = {
  project: '',
  calendar: { holidays: [], workdays: [] },
  people: [],
  risks: [],
  milestones: [],
};
