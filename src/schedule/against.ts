// What speaks against one milestone, as bits, and the word for its health that follows: the rules, each in one place, read from columns. Knows no sentence.
import type { Approval, Status } from '../model/plan';
import { noDay, saying } from './columns';
import type { Known, OfPlan } from './known';
import type { Health, RagDimension } from './schedule';

/** Of those of one dimension at most one is set. */
export const against = {
  // dates
  overdue: 1,
  pastDeadline: 2,
  pastProject: 4,
  pastDue: 8,
  lateInside: 16,
  // float
  negativeFloat: 32,
  // feasibility
  overload: 64,
  // blocked
  outside: 128,
  outsideSoon: 256,
  predecessor: 512,
  // approval
  rejected: 1024,
  changesRequested: 2048,
  deliveredLate: 4096,
} as const;

const blocked = against.outside | against.outsideSoon | against.predecessor;
const missesDeadline = against.pastDeadline | against.pastProject;
const dates = against.overdue | missesDeadline | against.pastDue | against.lateInside;
const approval = against.rejected | against.changesRequested | against.deliveredLate;
/** In the order of `ragDimensions`. */
const masks = [dates, against.negativeFloat, against.overload, blocked, approval] as const;
const red = against.overdue | missesDeadline | against.negativeFloat | against.outsideSoon | against.rejected;

/** The colour of one dimension, by its place in `ragDimensions`; `undefined` where nothing is said in it. */
export function colorIn(bits: number, dimension: number): RagDimension['color'] | undefined {
  const own = bits & (masks[dimension] ?? 0);
  if (own === 0) return undefined;
  return (own & red) !== 0 ? 'red' : 'amber';
}

function isSettled(status: Status | undefined): status is 'done' | 'cancelled' | 'on-hold' {
  return status === 'done' || status === 'cancelled' || status === 'on-hold';
}

/** Nothing for what is not open. */
export function againstOf(known: Known, ofPlan: OfPlan, number: number): number {
  const { all, waits } = known;
  if (isSettled(all.statuses[number])) return 0;
  const says = all.columns.says[number] ?? 0;
  let bits = datesAgainst(known, ofPlan, number) | floatAgainst(known, number);
  // A finish that misses a deadline has no float for that very reason, which is said once.
  if ((bits & missesDeadline) !== 0) bits &= ~against.negativeFloat;
  const { overloads } = ofPlan;
  if (overloads.has(number)) bits |= against.overload;
  if ((says & saying.blocked) !== 0) bits |= isSoon(known, ofPlan, number) ? against.outsideSoon : against.outside;
  else {
    for (let at = waits.starts[number] ?? 0; at < (waits.starts[number + 1] ?? 0); at++)
      if (holdsUp(known, waits.predecessor[at] ?? 0)) bits |= against.predecessor;
  }
  if ((says & saying.approvals) !== 0 || all.statuses[number] === 'submitted')
    bits |= approvalAgainst(known, ofPlan, number);
  return bits;
}

/** The first of these that holds: overdue, past its deadline, past that of the project, past its due date, late inside. */
function datesAgainst({ all, dates, lateInside }: Known, { plan }: OfPlan, number: number): number {
  const { deadline, due } = all.columns;
  if (dates.lateDays[number] !== 0) return against.overdue;
  const forecast = dates.forecast[number] ?? noDay;
  // What is not there is before all days, and so is a forecast that is not.
  if (isAfter(forecast, deadline[number] ?? noDay)) return against.pastDeadline;
  if (plan.deadline !== undefined && isAfter(forecast, plan.deadline)) return against.pastProject;
  if (isAfter(forecast, due[number] ?? noDay)) return against.pastDue;
  return lateInside.count[number] === 0 ? 0 : against.lateInside;
}

function isAfter(forecast: number, limit: number): boolean {
  return limit !== noDay && forecast > limit;
}

/** Less than this is the noise of sums. */
const noise = 1e-6;

function floatAgainst({ outlook }: Known, number: number): number {
  const float = outlook.totalFloatOf(number);
  return float === undefined || float > -noise ? 0 : against.negativeFloat;
}

/** Waiting for what is on course itself is the plan, and no trouble. */
function holdsUp({ all, dates }: Known, number: number): boolean {
  if (dates.lateDays[number] !== 0 || all.statuses[number] === 'on-hold') return true;
  return ((all.columns.says[number] ?? 0) & saying.blocked) !== 0;
}

function approvalAgainst({ all }: Known, { today }: OfPlan, number: number): number {
  const decision = standingDecision(all.milestones[number]?.approvals ?? [])?.decision;
  if (decision === 'rejected') return against.rejected;
  if (decision === 'changes-requested') return against.changesRequested;
  const limit = all.columns.limit[number] ?? noDay;
  const isLate = all.statuses[number] === 'submitted' && limit !== noDay && limit < today;
  return isLate ? against.deliveredLate : 0;
}

/** The newest; but an objection of one person to the same text stands, whatever others say, until that person decides about it again. */
export function standingDecision(approvals: readonly Approval[]): Approval | undefined {
  const newest = newestOf(approvals);
  if (newest?.digest === undefined || approvals.length === 1) return newest;
  const about = approvals.filter(({ digest }) => digest === newest.digest);
  const against = about.filter(
    (each) => each.decision !== 'approved' && newestOf(about.filter(({ by }) => by === each.by)) === each,
  );
  return against.findLast(({ decision }) => decision === 'rejected') ?? newestOf(against) ?? newest;
}

/** By its day; where one of two has none, the one that is written later. */
function newestOf(approvals: readonly Approval[]): Approval | undefined {
  return approvals.reduce<Approval | undefined>(
    (best, each) => (best?.on !== undefined && each.on !== undefined && each.on < best.on ? best : each),
    undefined,
  );
}

/** Whether its due date, or else its deadline, is that near. */
function isSoon({ all, dueSoonDays }: Known, { today }: OfPlan, number: number): boolean {
  const limit = all.columns.limit[number] ?? noDay;
  return limit !== noDay && limit - today <= dueSoonDays;
}

/**
 * The first of late, held up, at risk, waiting, due soon and on track that holds; what is done, cancelled or on hold is just that.
 * Only what nothing speaks against is waiting for its turn, due soon or on track.
 */
export function healthWord(known: Known, ofPlan: OfPlan, number: number, bits: number): Health {
  const { starts } = known.waits;
  if (bits === 0 && starts[number] !== starts[number + 1] && !isSettled(known.all.statuses[number])) return 'blocked';
  return healthWordForPlan(known, ofPlan, number, bits);
}

/** The same as it counts for the whole plan, where waiting for a predecessor that is on course itself is the plan and no trouble. */
export function healthWordForPlan(known: Known, ofPlan: OfPlan, number: number, bits: number): Health {
  const status = known.all.statuses[number];
  if (isSettled(status)) return status;
  if ((bits & against.overdue) !== 0) return 'late';
  if ((bits & blocked) !== 0) return 'blocked';
  if (bits !== 0) return 'at-risk';
  return isSoon(known, ofPlan, number) ? 'due-soon' : 'on-track';
}
