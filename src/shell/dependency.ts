// The change that makes a milestone wait for another one of the same plan or of another. Knows no editor and no text.
import { type Message, message } from '../base/message';
import type { Change } from '../model/change';
import { intend } from '../model/intend';
import { joinPlans } from '../model/join';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import { isRefusal } from '../model/refusal';
import type { Snapshot } from '../snapshot';
import { findMilestone } from './commandsTargets';

export type AddDependency = Change & { readonly kind: 'addDependency' };

/** `ref` shall wait for `on`; or the sentence that says why it cannot. */
export function dependencyOf(snapshot: Snapshot, ref: string, on: string): AddDependency | Message {
  const found = findMilestone(snapshot, ref);
  const before = findMilestone(snapshot, on);
  if (!found || !before) return message('This milestone is no longer there.');
  const { plan, milestone } = found;
  const isNear = before.plan.uri === plan.uri;
  const name = isNear ? before.milestone.key : `${before.plan.baseName}/${before.milestone.id}`;
  const change: AddDependency = { kind: 'addDependency', id: milestone.key, on: name };
  const intended = intend(plan.plan, change, plan.baseName);
  if (isRefusal(intended)) return intended.message;
  if (isNear && snapshot.plans.length === 1) return change;
  // Which milestone a name leads to, and whether it waits for this one by way of other plans, is known only among all.
  const plans = snapshot.plans.map((each) => (each.uri === plan.uri ? { ...each, plan: intended } : each));
  const link = joinPlans(plans).links.findLast(({ successor }) => successor === ref);
  const titles = { title: milestone.title, on: before.milestone.title };
  if (link?.predecessor !== on) {
    return message('The name {name} leads to another milestone than “{on}”. Give the plans different file names.', {
      ...titles,
      name,
    });
  }
  return link.inCycle
    ? message('“{on}” waits for “{title}” already, so “{title}” cannot wait for it.', titles)
    : change;
}

/** What a milestone may wait for: neither what it is part of or holds, nor what it waits for or what waits for it. */
export function predecessorsFor({ plans, links }: Snapshot, ref: string): ReadonlySet<Milestone> {
  const members = new Map<string, Member>();
  for (const { uri, plan } of plans) addMembers(uri, plan.milestones, undefined, members);
  const after = new Map<string, string[]>();
  for (const { predecessor, successor } of links) {
    // It is reported, and nothing waits for it.
    if (isInside(members, successor, predecessor)) continue;
    const list = after.get(predecessor) ?? [];
    after.set(predecessor, list);
    list.push(successor);
  }
  const barred = new Set<string>([ref]);
  // What is around a milestone waits for it, like its successors.
  for (const each of barred) {
    const around = members.get(each)?.around;
    if (around !== undefined) barred.add(around);
    for (const next of after.get(each) ?? []) barred.add(next);
  }
  for (const { predecessor, successor } of links) if (successor === ref) barred.add(predecessor);
  const inside = new Set(allMilestones(members.get(ref)?.milestone.milestones ?? []));
  return new Set(
    [...members].flatMap(([name, { milestone }]) => (barred.has(name) || inside.has(milestone) ? [] : [milestone])),
  );
}

function isInside(members: ReadonlyMap<string, Member>, inner: string, outer: string): boolean {
  for (let at = members.get(inner)?.around; at !== undefined; at = members.get(at)?.around)
    if (at === outer) return true;
  return false;
}

interface Member {
  readonly milestone: Milestone;
  readonly around: string | undefined;
}

/** Plans are nested at most 64 deep. */
function addMembers(
  uri: string,
  milestones: readonly Milestone[],
  around: string | undefined,
  members: Map<string, Member>,
): void {
  for (const milestone of milestones) {
    const name = milestoneRef(uri, milestone);
    members.set(name, { milestone, around });
    addMembers(uri, milestone.milestones, name, members);
  }
}
