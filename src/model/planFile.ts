// One plan file as it was read: the plan, where each part stands in the text, and what is wrong with it.
import type { Span } from '../base/text';
import type { Milestone, Plan } from './plan';
import type { Problem } from './problem';
import type { Silence } from './silence';

/** Where one milestone stands in the text it was read from. */
export interface Places {
  /** The whole item. */
  readonly span: Span;
  /** The value of `title`. */
  readonly title: Span;
  /** The value of each field that is written, by its name. */
  readonly fields: ReadonlyMap<string, Span>;
  /** One span for each entry of the list fields that have entries of their own in the tree, by field name. */
  readonly items: ReadonlyMap<string, readonly Span[]>;
  /** The id in each entry of `dependsOn`: the whole entry where it is a plain id. */
  readonly predecessors?: readonly Span[];
  /** The text of each acceptance criterion: the whole entry where it is a plain text. */
  readonly criteria?: readonly Span[];
  /** The value of `completed` of each task that has one, by its position among the tasks. */
  readonly completions?: ReadonlyMap<number, Span>;
  /** The value of each field of `payment` that is written, by its name. */
  readonly payment?: ReadonlyMap<string, Span>;
  /** The digest of each entry of `approvals`, or its decision where it has none. */
  readonly approvals?: readonly Span[];
}

export interface PlanFile {
  /** The text is not YAML, or no plan at all: `plan` is `undefined` and the last good one stays on screen. */
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
  /** By `Milestone.key`. */
  readonly places: ReadonlyMap<string, Places>;
  /** The values of top-level fields, by their name. */
  readonly fields: ReadonlyMap<string, Span>;
  /** What its comments silence, also of what follows from other files and the day; none where absent. */
  readonly silences?: readonly Silence[];
}

/** Every milestone of a plan, a parent before its own, in file order. Iterative: no depth overflows it. */
export function* allMilestones(milestones: readonly Milestone[]): Generator<Milestone> {
  const open = [...milestones].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let at = next.milestones.length - 1; at >= 0; at--) open.push(next.milestones[at] as Milestone);
  }
}

/** A plan file among others: what joining, scheduling and the views work on. */
export interface ReadPlan {
  /** The file's URI as text: the plan's identity everywhere. */
  readonly uri: string;
  /** `acme` for `acme.milestones.yaml`: the file's part of `acme/id`. */
  readonly baseName: string;
  /** Where it lies, for a reader, such as `clients/acme`; shown only when names clash. */
  readonly folder: string;
  /** The text `file` was read from; spans are offsets into it. */
  readonly text: string;
  readonly file: PlanFile;
  /** The last plan that could be read: `file.plan` unless the file is broken now; `undefined` when there never was one. */
  readonly plan: Plan | undefined;
}

/** A milestone among all plans: `uri#key`. */
export function milestoneRef(uri: string, milestone: Pick<Milestone, 'key'>): string {
  return `${uri}#${milestone.key}`;
}
