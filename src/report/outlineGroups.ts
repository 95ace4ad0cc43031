// Which milestones the tree shows, and the groups it puts them in. Knows no rows.
import { type Day, isoDay } from '../base/day';
import { message, type Say } from '../base/message';
import { type Milestone, statuses } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { PlanSnapshot } from '../snapshot';
import { nameOf } from './people';
import { statusOf, statusWord } from './words';

export type GroupBy = 'none' | 'status' | 'owner' | 'month';

export interface Group {
  /** What its milestones share, such as `done`, `ana` or `2026-12`; empty for those without. */
  readonly value: string;
  readonly label: string;
  /** In file order, from any depth: each milestone of the plan is in exactly one group. */
  readonly milestones: readonly Milestone[];
}

/** Whether a milestone has a row: with `hideDone`, a done one has one only while something inside it is not done. */
export function keptAfterHiding(plan: PlanSnapshot, hideDone: boolean): (milestone: Milestone) => boolean {
  if (!hideDone) return () => true;
  const kept = new Set<string>();
  const all = [...allMilestones(plan.plan.milestones)].reverse();
  for (const milestone of all) {
    const done = plan.schedule.milestones.get(milestone.key)?.health === 'done';
    if (!done || milestone.milestones.some((inner) => kept.has(inner.key))) kept.add(milestone.key);
  }
  return (milestone) => kept.has(milestone.key);
}

export function groupsOf(
  plan: PlanSnapshot,
  kept: (milestone: Milestone) => boolean,
  groupBy: GroupBy,
  say: Say,
): readonly Group[] {
  const found = new Map<string, Milestone[]>();
  for (const milestone of allMilestones(plan.plan.milestones)) {
    if (!kept(milestone)) continue;
    const value = sharedValue(plan, milestone, groupBy);
    const list = found.get(value) ?? [];
    list.push(milestone);
    found.set(value, list);
  }
  const order = orderOf(plan, groupBy);
  return [...found]
    .map(([value, milestones]) => ({ value, milestones, label: labelOf(plan, { value, milestones }, groupBy, say) }))
    .sort((left, right) => order(left.value, right.value));
}

function sharedValue(plan: PlanSnapshot, milestone: Milestone, groupBy: GroupBy): string {
  const schedule = plan.schedule.milestones.get(milestone.key);
  if (groupBy === 'owner') return milestone.owner ?? '';
  if (groupBy === 'status') return schedule ? statusOf(milestone, schedule) : milestone.status;
  const day = monthDay(plan, milestone);
  return day === undefined ? '' : isoDay(day).slice(0, 7);
}

function monthDay(plan: PlanSnapshot, milestone: Milestone): Day | undefined {
  return milestone.due ?? plan.schedule.milestones.get(milestone.key)?.spanEnd;
}

function labelOf(plan: PlanSnapshot, group: Omit<Group, 'label'>, groupBy: GroupBy, say: Say): string {
  const first = group.milestones[0];
  if (groupBy === 'owner') return group.value === '' ? say(message('No owner')) : nameOf(plan.plan, group.value);
  if (groupBy === 'status') return say(statusWord(statuses.find((status) => status === group.value) ?? 'planned'));
  const day = first && monthDay(plan, first);
  return say(day === undefined ? message('No date') : message('{month}', { month: { day, style: 'month' } }));
}

/** Statuses in the order of work, owners in the order of `people`, months by time; those without a value last. */
function orderOf(plan: PlanSnapshot, groupBy: GroupBy): (left: string, right: string) => number {
  if (groupBy === 'month')
    return (left, right) => (left === '' ? 1 : right === '' ? -1 : left < right ? -1 : Number(left > right));
  const order: readonly string[] = groupBy === 'status' ? statuses : plan.plan.people.map((person) => person.key);
  const rank = (value: string) => {
    const at = order.indexOf(value);
    if (value === '') return order.length + 1;
    return at < 0 ? order.length : at;
  };
  return (left, right) => rank(left) - rank(right);
}
