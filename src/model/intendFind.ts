// Finds a milestone of a plan by its id. Knows no text.
import type { Refusal } from './change';
import type { Milestone, Plan } from './plan';
import { allMilestones } from './planFile';
import { ambiguousMilestone, unknownMilestone } from './refusal';

/** The one milestone with this id; a duplicate can be named by its key (`review~2`), any by `file-base-name/id`. */
export function findMilestone(plan: Plan, id: string, baseName?: string): Milestone | Refusal {
  const found = find(plan, id);
  const prefix = `${baseName}/`;
  if (found.length === 0 && baseName !== undefined && id.startsWith(prefix))
    found.push(...find(plan, id.slice(prefix.length)));
  const [milestone] = found;
  if (milestone === undefined) return unknownMilestone(id);
  return found.length > 1 ? ambiguousMilestone(id, found.length) : milestone;
}

function find(plan: Plan, id: string): Milestone[] {
  const all = [...allMilestones(plan.milestones)];
  const byId = all.filter((milestone) => milestone.id === id);
  return byId.length > 0 ? byId : all.filter((milestone) => milestone.key === id);
}
