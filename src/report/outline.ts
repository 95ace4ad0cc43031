// The rows of the tree as pure data, made only when asked for. Knows no icons and no editor.
import type { MessageArgument, Say } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { groundOf } from './ground';
import { lazily } from './lazily';
import { type Branch, branchOf } from './outlineBranch';
import type { GroupBy } from './outlineGroups';
import type { OutlineRow } from './outlineRows';
import type { Predecessor } from './told';
import { milestoneTooltip, planTooltip } from './tooltip';
import { driverOf } from './why';

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
    snapshot.plans.map((plan) => {
      const showFolder = (names.get(plan.plan.project) ?? 0) > 1;
      return [plan.uri, branchOf(plan, say, { ...options, showFolder, ground: groundOf(plan) })];
    }),
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
    tooltipOf: (row) => {
      const branch = branches.get(row.uri);
      if (!branch) return '';
      return tooltipIn(branch, row, { say, predecessors, driver: (ref) => driverOf(snapshot, ref) });
    },
  };
}

type PredecessorsOf = (ref: string) => readonly Predecessor[];

interface Telling {
  readonly say: Say;
  readonly predecessors: PredecessorsOf;
  readonly driver: (ref: string) => MessageArgument | undefined;
}

function tooltipIn(branch: Branch, row: OutlineRow, { say, predecessors, driver }: Telling): string {
  const { plan, ground } = branch;
  if (row.kind === 'plan') return planTooltip(plan, say);
  const milestone = branch.milestoneOf(row);
  const schedule = plan.schedule.milestones.get(row.milestone ?? '');
  if (!milestone || !schedule) return '';
  const ref = milestoneRef(plan.uri, milestone);
  return milestoneTooltip(plan, milestone, schedule, {
    say,
    ground,
    predecessors: predecessors(ref),
    driver: driver(ref),
  });
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
