// The rows of the tree as pure data, made only when asked for. Knows no icons and no editor.
import type { Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { type Group, type GroupBy, groupsOf, keptAfterHiding } from './outlineGroups';
import {
  criterionRow,
  deliverableRow,
  groupRow,
  milestoneRow,
  named,
  type OutlineRow,
  planRow,
  taskRow,
} from './outlineRows';
import { milestoneTooltip, type Predecessor, planTooltip } from './tooltip';

export type { OutlineRow } from './outlineRows';

export interface OutlineOptions {
  readonly groupBy: GroupBy;
  readonly hideDone: boolean;
}

/** Rows are the same objects for the life of the outline. */
export interface Outline {
  readonly roots: readonly OutlineRow[];
  childrenOf(row: OutlineRow): readonly OutlineRow[];
  parentOf(row: OutlineRow): OutlineRow | undefined;
  /** The row of a milestone, of the plan itself without a key; `undefined` when it is hidden or not there. */
  rowOf(uri: string, key?: string): OutlineRow | undefined;
  /** Markdown. */
  tooltipOf(row: OutlineRow): string;
}

export function outlineOf(snapshot: Snapshot, say: Say, options: OutlineOptions): Outline {
  const names = new Map<string, number>();
  for (const { plan } of snapshot.plans) names.set(plan.project, (names.get(plan.project) ?? 0) + 1);
  const branches = new Map(
    snapshot.plans.map((plan) => [
      plan.uri,
      branchOf(plan, say, { ...options, showFolder: (names.get(plan.plan.project) ?? 0) > 1 }),
    ]),
  );
  const predecessors = predecessorsIn(snapshot);
  return {
    roots: [...branches.values()].map((branch) => branch.root),
    childrenOf: (row) => branches.get(row.uri)?.childrenOf(row) ?? [],
    parentOf: (row) => branches.get(row.uri)?.parentOf(row),
    rowOf: (uri, key) => {
      const branch = branches.get(uri);
      return key === undefined ? branch?.root : branch?.rowOf(key);
    },
    tooltipOf: (row) => branches.get(row.uri)?.tooltipOf(row, predecessors) ?? '',
  };
}

type PredecessorsOf = (ref: string) => readonly Predecessor[];

interface Branch {
  readonly root: OutlineRow;
  childrenOf(row: OutlineRow): readonly OutlineRow[];
  parentOf(row: OutlineRow): OutlineRow | undefined;
  rowOf(key: string): OutlineRow | undefined;
  tooltipOf(row: OutlineRow, predecessors: PredecessorsOf): string;
}

function branchOf(plan: PlanSnapshot, say: Say, options: OutlineOptions & { readonly showFolder: boolean }): Branch {
  const kept = keptAfterHiding(plan, options.hideDone);
  const grouped = options.groupBy !== 'none';
  const parts = { plan, say, kept, grouped };
  const root = planRow(parts, options.showFolder);
  const rows = new Map<string, OutlineRow>();
  const children = new Map<string, readonly OutlineRow[]>();
  const index = lazily(() => indexOf(plan));
  const groups = lazily(() => (grouped ? groupsOf(plan, kept, options.groupBy, say) : []));
  const groupRows = lazily(() => groups().map((group) => groupRow(parts, group)));

  const rowOf = (key: string): OutlineRow | undefined => {
    const milestone = index().milestones.get(key);
    if (!milestone || !kept(milestone)) return undefined;
    const known = rows.get(key);
    if (known) return known;
    const inside = grouped ? index().parents.get(key) : undefined;
    const row = milestoneRow(parts, milestone, inside);
    rows.set(key, row);
    return row;
  };
  const rowsOf = (milestones: readonly Milestone[]) => milestones.flatMap(({ key }) => rowOf(key) ?? []);
  const entriesOf = (milestone: Milestone): readonly OutlineRow[] => [
    ...(grouped ? [] : rowsOf(milestone.milestones)),
    ...named(milestone.tasks, (task) => task.title).map((entry) => taskRow(parts, milestone, entry)),
    ...named(milestone.acceptanceCriteria, (each) => each.text).map((entry) => criterionRow(parts, milestone, entry)),
    ...named(milestone.deliverables, (each) => each.title).map((entry) => deliverableRow(parts, milestone, entry)),
  ];
  const make = (row: OutlineRow): readonly OutlineRow[] => {
    if (row.kind === 'plan') return grouped ? groupRows() : rowsOf(plan.plan.milestones);
    if (row.kind === 'group') return rowsOf(groupOf(groups(), groupRows(), row)?.milestones ?? []);
    const milestone = row.kind === 'milestone' ? index().milestones.get(row.milestone ?? '') : undefined;
    return milestone ? entriesOf(milestone) : [];
  };
  const parentOf = (row: OutlineRow): OutlineRow | undefined => {
    if (row.kind === 'plan') return undefined;
    if (row.kind === 'group') return root;
    const key = row.milestone ?? '';
    if (row.kind !== 'milestone') return rowOf(key);
    if (grouped) return groupRows()[groups().findIndex((group) => group.milestones.some((each) => each.key === key))];
    const parent = index().parents.get(key);
    return parent ? rowOf(parent.key) : root;
  };
  return {
    root,
    rowOf,
    parentOf,
    childrenOf: (row) => {
      const known = children.get(row.id) ?? make(row);
      children.set(row.id, known);
      return known;
    },
    tooltipOf: (row, predecessors) => {
      if (row.kind === 'plan') return planTooltip(plan, say);
      const milestone = index().milestones.get(row.milestone ?? '');
      const schedule = plan.schedule.milestones.get(row.milestone ?? '');
      if (row.kind !== 'milestone' || !milestone || !schedule) return '';
      const more = { say, predecessors: predecessors(milestoneRef(plan.uri, milestone)) };
      return milestoneTooltip(plan, milestone, schedule, more);
    },
  };
}

function groupOf(groups: readonly Group[], rows: readonly OutlineRow[], row: OutlineRow): Group | undefined {
  return groups[rows.findIndex((each) => each.id === row.id)];
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

function predecessorsIn(snapshot: Snapshot): PredecessorsOf {
  const known = lazily(() => {
    const owners = new Map<string, { readonly milestone: Milestone; readonly plan: PlanSnapshot }>();
    for (const plan of snapshot.plans)
      for (const milestone of allMilestones(plan.plan.milestones))
        owners.set(milestoneRef(plan.uri, milestone), { milestone, plan });
    const bySuccessor = new Map<string, Predecessor[]>();
    for (const link of snapshot.links) {
      const owner = owners.get(link.predecessor);
      if (!owner) continue;
      const foreign = !link.successor.startsWith(`${owner.plan.uri}#`);
      const list = bySuccessor.get(link.successor) ?? [];
      list.push({ milestone: owner.milestone, link, ...(foreign ? { project: owner.plan.plan.project } : {}) });
      bySuccessor.set(link.successor, list);
    }
    return bySuccessor;
  });
  return (ref) => known().get(ref) ?? [];
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
