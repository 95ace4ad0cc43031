// The proof that a rename changed a name and nothing else: the texts after it are read and compared, value by value. Makes no edit.
import { samePlan } from '../model/editProof';
import { joinPlans, type Link } from '../model/join';
import { maxBytesCap } from '../model/load';
import type { Milestone, Plan } from '../model/plan';
import { milestoneRef } from '../model/planFile';
import { readPlanFile } from '../model/read';
import { type Named, type PlanText, resolver } from './ids';

/**
 * Whether the texts `after` say what `plans` say with `named` called `to`: the same plans but for that name, no problem that was not there before, and
 * every dependency between the same milestones.
 */
export function isRenamed(
  plans: readonly PlanText[],
  after: ReadonlyMap<string, string>,
  named: Named,
  to: string,
): boolean {
  const now = plans.map((plan) => {
    const text = after.get(plan.uri);
    return text === undefined
      ? plan
      : { ...plan, text, file: readPlanFile(text, plan.baseName, { maxBytes: maxBytesCap }) };
  });
  for (const [at, before] of plans.entries()) {
    const changed = now[at];
    if (!changed || changed === before) continue;
    const { plan } = before.file;
    if (!plan || !changed.file.plan || hasNewProblem(before, changed)) return false;
    const wanted = named.is === 'person' ? withPerson(plan, named.person, to) : withId(plans, before, plan, named, to);
    if (!samePlan(keyless(changed.file.plan), keyless(wanted))) return false;
  }
  return named.is === 'person' || sameLinks(plans, now, named, to);
}

function hasNewProblem(before: PlanText, after: PlanText): boolean {
  const left = new Map<string, number>();
  for (const { code } of before.file.problems) left.set(code, (left.get(code) ?? 0) + 1);
  for (const { code } of after.file.problems) {
    const count = left.get(code) ?? 0;
    if (count === 0) return true;
    left.set(code, count - 1);
  }
  return false;
}

/** Keys follow from ids, and those of duplicates change with them. */
function keyless(plan: Plan): Plan {
  const bare = (milestone: Milestone): Milestone => ({
    ...milestone,
    key: '',
    milestones: milestone.milestones.map(bare),
  });
  return { ...plan, milestones: plan.milestones.map(bare) };
}

type MilestoneName = Extract<Named, { is: 'milestone' }>;

function withId(plans: readonly PlanText[], own: PlanText, plan: Plan, named: MilestoneName, to: string): Plan {
  const resolving = resolver(plans);
  const isNamed = (id: string) => {
    const found = resolving(own, id);
    return found?.uri === named.uri && found.key === named.key;
  };
  const changed = (milestone: Milestone): Milestone => {
    const isTarget = own.uri === named.uri && milestone.key === named.key;
    return {
      ...milestone,
      ...(isTarget ? { id: to, idWritten: true } : {}),
      dependsOn: milestone.dependsOn.map((dependency) =>
        isNamed(dependency.id)
          ? { ...dependency, id: dependency.id.slice(0, dependency.id.indexOf('/') + 1) + to }
          : dependency,
      ),
      milestones: milestone.milestones.map(changed),
    };
  };
  return { ...plan, milestones: plan.milestones.map(changed) };
}

function withPerson(plan: Plan, from: string, to: string): Plan {
  const one = (person: string) => (person === from ? to : person);
  const owned = <T extends { readonly owner?: string }>(value: T): T =>
    value.owner === undefined ? value : { ...value, owner: one(value.owner) };
  const changed = (milestone: Milestone): Milestone => {
    const { blockedBy } = milestone;
    return {
      ...owned(milestone),
      responsible: milestone.responsible.map(one),
      accountable: milestone.accountable.map(one),
      consulted: milestone.consulted.map(one),
      informed: milestone.informed.map(one),
      tasks: milestone.tasks.map(owned),
      risks: milestone.risks.map(owned),
      approvals: milestone.approvals.map((approval) => ({ ...approval, by: one(approval.by) })),
      ...(blockedBy?.who === undefined ? {} : { blockedBy: { ...blockedBy, who: one(blockedBy.who) } }),
      milestones: milestone.milestones.map(changed),
    };
  };
  return {
    ...plan,
    people: plan.people.map((person) => ({ ...person, key: one(person.key) })),
    risks: plan.risks.map(owned),
    milestones: plan.milestones.map(changed),
  };
}

function sameLinks(before: readonly PlanText[], after: readonly PlanText[], named: MilestoneName, to: string): boolean {
  const old = milestoneRef(named.uri, named);
  const renamed = (ref: string) => (ref === old ? milestoneRef(named.uri, { key: to }) : numberless(ref));
  const wanted = linksOf(before).map((link) => told(link, renamed));
  const found = linksOf(after).map((link) => told(link, numberless));
  return wanted.length === found.length && wanted.every((link, at) => link === found[at]);
}

function linksOf(plans: readonly PlanText[]): readonly Link[] {
  return joinPlans(plans.map(({ uri, baseName, file }) => ({ uri, baseName, file, plan: file.plan }))).links;
}

function told({ predecessor, successor, type, inCycle }: Link, refOf: (ref: string) => string): string {
  return [refOf(predecessor), refOf(successor), type, inCycle].join(' ');
}

/** Without the number of a duplicate, which changes when one of the others gets a name of its own. */
function numberless(ref: string): string {
  return ref.replace(/~\d+$/, '');
}
