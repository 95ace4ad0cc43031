// All milestones of all plans in one numbered row, a parent before its own, so that every rule is a loop and no depth overflows. Knows no day.
import type { Milestone, Plan, Status } from '../model/plan';
import { milestoneRef, type PlanFile } from '../model/planFile';
import { type Columns, columnsOf } from './columns';

/** One plan to schedule. */
export interface ScheduleInput {
  readonly uri: string;
  readonly plan: Plan;
  /** Where its milestones stand in the text; without them (a stale plan) no problem can be placed and none is reported. */
  readonly places?: PlanFile['places'];
  /** Where its own fields stand in that text. */
  readonly fields?: PlanFile['fields'];
}

export interface Outline {
  readonly plans: readonly ScheduleInput[];
  /** By number, in file order, plan after plan. */
  readonly milestones: readonly Milestone[];
  /** What they say, by number. */
  readonly columns: Columns;
  /** Plan `p` holds the numbers from `starts[p]` up to, not including, `starts[p + 1]`. */
  readonly starts: readonly number[];
  /** The position of the plan it belongs to. */
  readonly planOf: Uint32Array;
  /** The number of the milestone around, or -1. */
  readonly parents: Int32Array;
  /** The number behind the last one inside: milestone `i` holds `i + 1` up to, not including, `ends[i]`. */
  readonly ends: Int32Array;
  /** Whose status counts: its own number, or that of a done, cancelled or held milestone around it. */
  readonly ruledBy: Int32Array;
  /** The status that counts: what is inside a done, cancelled or held milestone is as that one, unless it is done or cancelled itself. */
  readonly statuses: readonly Status[];
  /** Who does it, a key of `people`: the owner, else that of the nearest milestone around that names one. */
  readonly owners: readonly (string | undefined)[];
  /** The place of that one among the people of the plan, or -1. */
  readonly people: Int32Array;
}

export function outline(plans: readonly ScheduleInput[]): Outline {
  const milestones: Milestone[] = [];
  const parentList: number[] = [];
  const starts: number[] = [];
  for (const { plan } of plans) {
    starts.push(milestones.length);
    const open = [{ list: plan.milestones, parent: -1, at: 0 }];
    for (let frame = open.at(-1); frame; frame = open.at(-1)) {
      const milestone = frame.list[frame.at++];
      if (!milestone) {
        open.pop();
        continue;
      }
      const number = milestones.push(milestone) - 1;
      parentList.push(frame.parent);
      if (milestone.milestones.length > 0) open.push({ list: milestone.milestones, parent: number, at: 0 });
    }
  }
  starts.push(milestones.length);
  const parents = Int32Array.from(parentList);
  const planOf = new Uint32Array(milestones.length);
  for (let plan = 1; plan < plans.length; plan++) planOf.fill(plan, starts[plan], starts[plan + 1]);
  const { ruledBy, statuses, owners } = rule(milestones, parents);
  const people = peopleOf(plans, starts, owners);
  const columns = columnsOf(milestones);
  // Named one by one, as everywhere that thousands look into: what is spread into an object is slower to read.
  return {
    plans,
    milestones,
    columns,
    starts,
    planOf,
    parents,
    ends: endsOf(parents),
    ruledBy,
    statuses,
    owners,
    people,
  };
}

/** `uri#key`. */
export function refOf({ plans, milestones, planOf }: Outline, number: number): string {
  const milestone = milestones[number];
  return milestone ? milestoneRef(plans[planOf[number] ?? 0]?.uri ?? '', milestone) : '';
}

/** The status as it is written, whatever is around. */
export function ownStatus({ milestones, ruledBy, statuses }: Outline, number: number): Status | undefined {
  return ruledBy[number] === number ? statuses[number] : milestones[number]?.status;
}

/** The milestones directly inside `number`, in file order. */
export function* inside({ ends }: Outline, number: number): Generator<number> {
  const end = ends[number] ?? 0;
  for (let at = number + 1; at < end; at = ends[at] ?? end) yield at;
}

/** The milestones at the top of plan `plan`, in file order. */
export function* top({ starts, ends }: Outline, plan: number): Generator<number> {
  const end = starts[plan + 1] ?? 0;
  for (let at = starts[plan] ?? end; at < end; at = ends[at] ?? end) yield at;
}

/** Whether a milestone is still ahead: neither done nor cancelled, by itself or by one around it. */
export function isAhead({ statuses }: Outline, number: number): boolean {
  const status = statuses[number];
  return status !== undefined && status !== 'done' && status !== 'cancelled';
}

/** The plan a milestone belongs to. */
export function planOf({ plans, planOf }: Outline, number: number): Plan | undefined {
  return plans[planOf[number] ?? -1]?.plan;
}

/** Whether `number` lies inside `around`, at any depth. */
export function isInside({ ends }: Outline, number: number, around: number): boolean {
  return number > around && number < (ends[around] ?? 0);
}

function endsOf(parents: Int32Array): Int32Array {
  const ends = new Int32Array(parents.length);
  for (let number = parents.length - 1; number >= 0; number--) {
    const end = Math.max(ends[number] ?? 0, number + 1);
    ends[number] = end;
    const parent = parents[number] ?? -1;
    if (parent >= 0 && end > (ends[parent] ?? 0)) ends[parent] = end;
  }
  return ends;
}

function rule(milestones: readonly Milestone[], parents: Int32Array): Pick<Outline, 'ruledBy' | 'statuses' | 'owners'> {
  const ruledBy = new Int32Array(milestones.length);
  const statuses = new Array<Status>(milestones.length);
  const owners = new Array<string | undefined>(milestones.length);
  for (let number = 0; number < milestones.length; number++) {
    const { status = 'planned', owner } = milestones[number] ?? {};
    const parent = parents[number] ?? -1;
    const around = parent < 0 ? undefined : statuses[parent];
    const settled = status === 'done' || status === 'cancelled';
    const ruled = !settled && (around === 'done' || around === 'cancelled' || around === 'on-hold');
    ruledBy[number] = ruled ? (ruledBy[parent] ?? number) : number;
    statuses[number] = ruled ? around : status;
    owners[number] = owner ?? (parent < 0 ? undefined : owners[parent]);
  }
  return { ruledBy, statuses, owners };
}

function peopleOf(plans: Outline['plans'], starts: Outline['starts'], owners: Outline['owners']): Int32Array {
  const people = new Int32Array(owners.length);
  plans.forEach(({ plan }, position) => {
    const places = new Map(plan.people.map(({ key }, at) => [key, at]));
    for (let number = starts[position] ?? 0; number < (starts[position + 1] ?? 0); number++) {
      const owner = owners[number];
      people[number] = owner === undefined ? -1 : (places.get(owner) ?? -1);
    }
  });
  return people;
}
