// What milestones say of their days and which fields they have at all, each field read once: milestones are objects of many shapes, and columns are not. Knows no rule.
import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import type { Milestone } from '../model/plan';

/** By number of the outline; `noDay` where there is none. */
export interface Columns {
  readonly start: Int32Array;
  readonly started: Int32Array;
  readonly due: Int32Array;
  readonly deadline: Int32Array;
  readonly completed: Int32Array;
  readonly baseline: Int32Array;
  /** The day a milestone is measured against: `due`, else `deadline`. */
  readonly limit: Int32Array;
  /** Bits of `saying`. */
  readonly says: Uint16Array;
  /** The effort, the likely one of three. */
  readonly effort: readonly (Duration | undefined)[];
}

/** Bits of `Columns.says`: what a milestone has, so that nobody looks for what most have not. */
export const saying = {
  effort: 1,
  duration: 2,
  remaining: 4,
  tasks: 8,
  criteria: 16,
  inside: 32,
  blocked: 64,
  approvals: 128,
  risks: 256,
  amount: 512,
  progress: 1024,
  weight: 2048,
  owner: 4096,
} as const;

/** Stands for no day in a column. */
export const noDay = -0x80000000;

export function dayIn(column: Int32Array, number: number): Day | undefined {
  const day = column[number] ?? noDay;
  return day === noDay ? undefined : (day as Day);
}

export function columnsOf(milestones: readonly Milestone[]): Columns {
  const days = () => new Int32Array(milestones.length);
  const [start, started, due, deadline] = [days(), days(), days(), days()];
  const [completed, baseline, limit] = [days(), days(), days()];
  const says = new Uint16Array(milestones.length);
  const effort = new Array<Duration | undefined>(milestones.length);
  for (let number = 0; number < milestones.length; number++) {
    const milestone = milestones[number];
    if (!milestone) continue;
    start[number] = milestone.start ?? noDay;
    started[number] = milestone.started ?? noDay;
    const own = milestone.due ?? noDay;
    due[number] = own;
    const end = milestone.deadline ?? noDay;
    deadline[number] = end;
    completed[number] = milestone.completed ?? noDay;
    limit[number] = own === noDay ? end : own;
    baseline[number] = milestone.baseline ?? noDay;
    const whole = milestone.effort?.likely;
    effort[number] = whole;
    says[number] = saysOf(milestone) | (whole ? saying.effort : 0);
  }
  return { start, started, due, deadline, completed, baseline, limit, says, effort };
}

function saysOf(milestone: Milestone): number {
  return (
    (milestone.duration === undefined ? 0 : saying.duration) |
    (milestone.remaining === undefined ? 0 : saying.remaining) |
    (milestone.tasks.length === 0 ? 0 : saying.tasks) |
    (milestone.acceptanceCriteria.length === 0 ? 0 : saying.criteria) |
    (milestone.milestones.length === 0 ? 0 : saying.inside) |
    (milestone.blockedBy === undefined ? 0 : saying.blocked) |
    (milestone.approvals.length === 0 ? 0 : saying.approvals) |
    (milestone.risks.length === 0 ? 0 : saying.risks) |
    (milestone.amount === undefined ? 0 : saying.amount) |
    (milestone.progress === undefined ? 0 : saying.progress) |
    (milestone.weight === undefined ? 0 : saying.weight) |
    (milestone.owner === undefined ? 0 : saying.owner)
  );
}
