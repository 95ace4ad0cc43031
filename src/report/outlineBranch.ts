// The rows of one plan in the tree: which are inside which, each made once and only when asked for.
import type { Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { PlanSnapshot } from '../snapshot';
import type { Ground } from './ground';
import { lazily } from './lazily';
import { type Group, type GroupBy, groupsOf, keptAfterHiding } from './outlineGroups';
import { entryRows, groupRow, milestoneRow, type OutlineRow, type Parts, planRow } from './outlineRows';

export interface BranchOptions {
  readonly groupBy: GroupBy;
  readonly hideDone: boolean;
  /** Another plan has the same project name. */
  readonly showFolder: boolean;
  readonly ground: Ground;
}

export interface Branch {
  readonly plan: PlanSnapshot;
  readonly ground: Ground;
  readonly root: OutlineRow;
  childrenOf(row: OutlineRow): readonly OutlineRow[];
  parentOf(row: OutlineRow): OutlineRow | undefined;
  rowOf(key: string): OutlineRow | undefined;
  milestoneOf(row: OutlineRow): Milestone | undefined;
}

export function branchOf(plan: PlanSnapshot, say: Say, options: BranchOptions): Branch {
  const kept = keptAfterHiding(plan, options.hideDone);
  const { ground } = options;
  const parts: Parts = { plan, ground, say, kept, grouped: options.groupBy !== 'none' };
  const root = planRow(parts, options.showFolder);
  const index = lazily(() => indexOf(plan));
  const groups = lazily(() => groupsIn(parts, options.groupBy));
  const rowOf = rowsByKey(parts, index);
  const rowsOf = (milestones: readonly Milestone[]) => milestones.flatMap(({ key }) => rowOf(key) ?? []);
  const milestoneOf = (row: OutlineRow) =>
    row.kind === 'milestone' ? index().milestones.get(row.milestone ?? '') : undefined;
  const make = (row: OutlineRow): readonly OutlineRow[] => {
    if (row.kind === 'plan') return parts.grouped ? groups().rows : rowsOf(plan.plan.milestones);
    if (row.kind === 'group') return rowsOf(groups().byId.get(row.id)?.milestones ?? []);
    const milestone = milestoneOf(row);
    if (!milestone) return [];
    return [...(parts.grouped ? [] : rowsOf(milestone.milestones)), ...entryRows(parts, milestone)];
  };
  const children = new Map<string, readonly OutlineRow[]>();
  const childrenOf = (row: OutlineRow) => {
    const known = children.get(row.id) ?? make(row);
    children.set(row.id, known);
    return known;
  };
  const parentOf = (row: OutlineRow): OutlineRow | undefined => {
    if (row.kind === 'plan') return undefined;
    if (row.kind === 'group') return root;
    const key = row.milestone ?? '';
    if (row.kind !== 'milestone') return rowOf(key);
    if (parts.grouped) return groups().byKey.get(key);
    const around = index().parents.get(key);
    return around ? rowOf(around.key) : root;
  };
  return { plan, ground, root, childrenOf, parentOf, rowOf, milestoneOf };
}

interface Index {
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly parents: ReadonlyMap<string, Milestone>;
}

function indexOf(plan: PlanSnapshot): Index {
  const milestones = new Map<string, Milestone>();
  const parents = new Map<string, Milestone>();
  for (const milestone of allMilestones(plan.plan.milestones)) {
    milestones.set(milestone.key, milestone);
    for (const inner of milestone.milestones) parents.set(inner.key, milestone);
  }
  return { milestones, parents };
}

function rowsByKey(parts: Parts, index: () => Index): (key: string) => OutlineRow | undefined {
  const rows = new Map<string, OutlineRow>();
  return (key) => {
    const milestone = index().milestones.get(key);
    if (!milestone || !parts.kept(milestone)) return undefined;
    const row = rows.get(key) ?? milestoneRow(parts, milestone, index().parents.get(key));
    rows.set(key, row);
    return row;
  };
}

interface Groups {
  readonly rows: readonly OutlineRow[];
  readonly byId: ReadonlyMap<string, Group>;
  /** The row of the group a milestone is in, by the milestone's key. */
  readonly byKey: ReadonlyMap<string, OutlineRow>;
}

function groupsIn(parts: Parts, groupBy: GroupBy): Groups {
  const made = groupsOf(parts.plan, parts.kept, groupBy, parts.say).map((group) => ({
    group,
    row: groupRow(parts, group),
  }));
  return {
    rows: made.map(({ row }) => row),
    byId: new Map(made.map(({ group, row }) => [row.id, group])),
    byKey: new Map(made.flatMap(({ group, row }) => group.milestones.map(({ key }) => [key, row]))),
  };
}
