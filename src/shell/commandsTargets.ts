// What a command acts on: a milestone or an entry of its lists, found by id in the snapshot of the moment. Knows no editor.
import { type Message, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import type { OutlineRow } from '../report/outline';
import type { GroupBy } from '../report/outlineGroups';
import type { PlanSnapshot, Snapshot } from '../snapshot';

/** A plan, a milestone of it, or an entry of one of the milestone's lists. */
export interface Target {
  /** `uri#key` of a milestone, the bare URI of a plan. */
  readonly ref: string;
  readonly item?: Item;
}

export interface Item {
  readonly field: ItemField;
  readonly index: number;
  /** The entry's text when it was chosen. */
  readonly was?: string;
}

export const itemFields = ['tasks', 'acceptanceCriteria', 'deliverables'] as const;
export type ItemField = (typeof itemFields)[number];

/** What the tree can put its milestones together by. */
export const groupings = ['none', 'status', 'owner', 'month'] as const satisfies readonly GroupBy[];

/** A milestone with the plan it stands in. */
export interface Found {
  readonly plan: PlanSnapshot;
  readonly milestone: Milestone;
}

/** A reference in its parts. The URI's own `#` is always written `%23`, so the first `#` parts them. */
export function splitRef(ref: string): { readonly uri: string; readonly key?: string } {
  const at = ref.indexOf('#');
  return at < 0 ? { uri: ref } : { uri: ref.slice(0, at), key: ref.slice(at + 1) };
}

/** Whether a reference names a plan or a milestone that exists. */
export function hasRef(snapshot: Snapshot, ref: string): boolean {
  const { uri, key } = splitRef(ref);
  const plan = snapshot.plans.find((known) => known.uri === uri);
  return plan !== undefined && (key === undefined || plan.schedule.milestones.has(key));
}

/** The milestone a reference names. */
export function findMilestone(snapshot: Snapshot, ref: string): Found | undefined {
  const plan = snapshot.plans.find((known) => known.uri === splitRef(ref).uri);
  const milestone = milestoneOf(snapshot, ref);
  return plan && milestone && { plan, milestone };
}

const indexes = new WeakMap<Snapshot, ReadonlyMap<string, Milestone>>();

export function milestoneOf(snapshot: Snapshot, ref: string): Milestone | undefined {
  let index = indexes.get(snapshot);
  if (!index) {
    const all = snapshot.plans.flatMap((plan) =>
      [...allMilestones(plan.plan.milestones)].map(
        (milestone) => [milestoneRef(plan.uri, milestone), milestone] as const,
      ),
    );
    index = new Map(all);
    indexes.set(snapshot, index);
  }
  return index.get(ref);
}

/** What a row of the tree stands for. */
export function rowTarget(row: Pick<OutlineRow, 'kind' | 'uri' | 'milestone' | 'index'>): Target {
  const ref = row.milestone === undefined ? row.uri : `${row.uri}#${row.milestone}`;
  const field =
    row.kind === 'task' || row.kind === 'criterion' || row.kind === 'deliverable' ? fieldOf[row.kind] : undefined;
  return field && row.index !== undefined ? { ref, item: { field, index: row.index } } : { ref };
}

const fieldOf = { task: 'tasks', criterion: 'acceptanceCriteria', deliverable: 'deliverables' } as const;

/** Progress is written only where there is nothing to derive it from. */
export function hasOwnProgress({ tasks, acceptanceCriteria, milestones }: Milestone): boolean {
  return tasks.length + acceptanceCriteria.length + milestones.length === 0;
}

/** The milestone with an id, among all plans or in one; or the sentence that says why there is not exactly one. */
export function findById(snapshot: Snapshot, id: string, planUri: string | undefined): Target | Message {
  const found: Target[] = [];
  const [file, inFile] = id.includes('/')
    ? [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]
    : [undefined, id];
  for (const plan of snapshot.plans) {
    if (planUri !== undefined && plan.uri !== planUri) continue;
    if (file !== undefined && plan.baseName !== file) continue;
    if (plan.schedule.milestones.has(inFile)) found.push({ ref: milestoneRef(plan.uri, { key: inFile }) });
  }
  const [only] = found;
  if (!only) return message('No milestone has the id {id}.', { id });
  if (found.length > 1) return message('Several plans have a milestone with the id {id}: say which plan.', { id });
  return only;
}

/** The entry of a list a caller named by its number or by its text; several with the same text are nobody's guess. */
export function findItem(milestone: Milestone, field: ItemField, name: number | string): number | undefined {
  const texts = itemTexts(milestone, field);
  if (typeof name === 'number') return name < texts.length ? name : undefined;
  const first = texts.indexOf(name);
  return first >= 0 && texts.lastIndexOf(name) === first ? first : undefined;
}

/** The texts of a list's entries, in file order. */
export function itemTexts(milestone: Milestone, field: ItemField): readonly string[] {
  if (field === 'acceptanceCriteria') return milestone.acceptanceCriteria.map((criterion) => criterion.text);
  return milestone[field].map((entry) => entry.title);
}
