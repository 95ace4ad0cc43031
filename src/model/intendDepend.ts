// Whether a milestone may wait for another one, and what is written then. Knows no text and no other file.
import { message } from '../base/message';
import type { Refusal } from './change';
import { findMilestone } from './intendFind';
import type { Milestone, Plan } from './plan';
import { allMilestones } from './planFile';
import { ambiguousMilestone, isRefusal, refusal } from './refusal';

/** An entry at the end of `dependsOn`. */
export interface DependencyStep {
  readonly kind: 'dependency';
  readonly milestone: Milestone;
  /** As it is written. */
  readonly on: string;
  /** A milestone of this file whose id is written down with it. */
  readonly named: Milestone | undefined;
}

/** `on` as an id of this file, or as `file-base-name/id` of another one, which is for the caller to know. */
export function dependOn(
  plan: Plan,
  milestone: Milestone,
  on: string,
  baseName: string | undefined,
): DependencyStep | Refusal {
  if (isElsewhere(on, baseName)) {
    if (milestone.dependsOn.some(({ id }) => id === on)) return already(milestone, on);
    return { kind: 'dependency', milestone, on, named: undefined };
  }
  const predecessor = findMilestone(plan, on, baseName);
  if (isRefusal(predecessor)) return predecessor;
  // By its id, another milestone would be found.
  if (predecessor.key !== predecessor.id) return ambiguousMilestone(predecessor.id, 2);
  if (predecessor === milestone) {
    return refusal('dependency.self', message('“{title}” cannot wait for itself.', { title: milestone.title }));
  }
  const resolve = resolver(plan, baseName);
  if (milestone.dependsOn.some(({ id }) => resolve(id) === predecessor)) return already(milestone, predecessor.title);
  if (isWithin(predecessor, milestone)) return partOf(milestone, predecessor);
  if (isWithin(milestone, predecessor)) return partOf(predecessor, milestone);
  if (waitsFor(predecessor, milestone, resolve)) return inCircle(milestone, predecessor);
  const named = predecessor.idWritten ? undefined : predecessor;
  return { kind: 'dependency', milestone, on: predecessor.id, named };
}

function isElsewhere(on: string, baseName: string | undefined): boolean {
  return on.includes('/') && !(baseName !== undefined && on.startsWith(`${baseName}/`));
}

type Resolve = (id: string) => Milestone | undefined;

/** Of several milestones with one id, the first: as when plans are joined. */
function resolver(plan: Plan, baseName: string | undefined): Resolve {
  const byId = new Map<string, Milestone>();
  for (const milestone of allMilestones(plan.milestones))
    if (!byId.has(milestone.id)) byId.set(milestone.id, milestone);
  const prefix = `${baseName}/`;
  return (id) => byId.get(baseName !== undefined && id.startsWith(prefix) ? id.slice(prefix.length) : id);
}

/** Whether `inner` lies in `outer`, at any depth. */
function isWithin(outer: Milestone, inner: Milestone): boolean {
  for (const each of allMilestones(outer.milestones)) if (each === inner) return true;
  return false;
}

/** Whether `from` is not done before `to` is: by its dependencies, by what lies inside it, and so on. No length of a chain overflows it. */
function waitsFor(from: Milestone, to: Milestone, resolve: Resolve): boolean {
  const seen = new Set<Milestone>([from]);
  for (const each of seen) {
    if (each === to) return true;
    for (const inner of each.milestones) seen.add(inner);
    for (const { id } of each.dependsOn) {
      const next = resolve(id);
      // A milestone that names one around it is reported, and waits for nothing.
      if (next && !isWithin(next, each)) seen.add(next);
    }
  }
  return false;
}

function already({ title }: Milestone, on: string): Refusal {
  return refusal('dependency.already', message('“{title}” waits for “{on}” already.', { title, on }));
}

function partOf(inner: Milestone, outer: Milestone): Refusal {
  const said = message('“{inner}” is part of “{outer}”, so neither can wait for the other.', {
    inner: inner.title,
    outer: outer.title,
  });
  return refusal('dependency.family', said);
}

function inCircle({ title }: Milestone, on: Milestone): Refusal {
  const said = message('“{on}” waits for “{title}” already, so “{title}” cannot wait for it.', { title, on: on.title });
  return refusal('dependency.circle', said);
}
