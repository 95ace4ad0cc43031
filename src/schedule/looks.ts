// Everything that speaks against one milestone, dimension by dimension, with its figures and what drives it. Knows the facts and no other way to look at the plan.
import { counted, type Message, message } from '../base/message';
import type { Approval, Milestone, Plan } from '../model/plan';
import { limitOf } from './dates';
import type { Facts, Neighbour } from './facts';
import { dateLook, type Look, same } from './looksDates';
import { nameIn, titled } from './naming';
import { type Feasibility, type RagDimension, ragColors, ragDimensions } from './schedule';

const none: readonly never[] = Object.freeze([]);

/** The worst first; of equals, those that come first in `ragDimensions`. Nothing for what is green, and for what is not open. */
export function looksOf(facts: Facts): readonly Look[] {
  const { status } = facts;
  if (status === 'done' || status === 'cancelled' || status === 'on-hold') return none;
  const dates = dateLook(facts);
  const float = floatLook(facts, dates);
  const overload = overloadLook(facts);
  const blocked = outsideLook(facts) ?? predecessorLook(facts);
  const approval = approvalLook(facts);
  if (!dates && !float && !overload && !blocked && !approval) return none;
  const looks: Look[] = [];
  if (dates) looks.push(dates);
  if (float) looks.push(float);
  if (overload) looks.push(overload);
  if (blocked) looks.push(blocked);
  if (approval) looks.push(approval);
  return looks.length === 1 ? looks : looks.sort(worstFirst);
}

export function worstFirst(left: Coloured, right: Coloured): number {
  return (
    ragColors.indexOf(right.color) - ragColors.indexOf(left.color) ||
    ragDimensions.indexOf(left.dimension) - ragDimensions.indexOf(right.dimension)
  );
}

type Coloured = Pick<RagDimension, 'dimension' | 'color'>;

/** Less than this is the noise of sums. */
const noise = 1e-6;

/** A finish that misses a deadline has no float for that very reason, which is said once. */
function floatLook(facts: Facts, dates: Look | undefined): Look | undefined {
  const { totalFloatDays: float } = facts;
  if (float === undefined || float > -noise) return undefined;
  if (dates?.color === 'red' && facts.dates.lateDays === undefined) return undefined;
  return { dimension: 'float', color: 'red', say: () => same(floatReason(facts, tenths(-float))) };
}

function floatReason(facts: Facts, missing: number): Message {
  const bound = facts.outlook.boundOf(facts.number);
  const day = bound?.milestone ? bound.milestone.deadline : bound?.plan.deadline;
  if (!bound || day === undefined)
    return counted(
      missing,
      '{count} working day too late for a deadline further on',
      '{count} working days too late for a deadline further on',
    );
  const deadline = { day };
  if (!bound.milestone)
    return counted(
      missing,
      '{count} working day too late for the deadline of the project, {deadline}',
      '{count} working days too late for the deadline of the project, {deadline}',
      { deadline },
    );
  if (bound.milestone === facts.milestone)
    return counted(
      missing,
      '{count} working day too late for its deadline of {deadline}',
      '{count} working days too late for its deadline of {deadline}',
      { deadline },
    );
  const title = titled({ milestone: bound.milestone, plan: bound.plan }, facts);
  return counted(
    missing,
    '{count} working day too late for {title}, whose deadline is {deadline}',
    '{count} working days too late for {title}, whose deadline is {deadline}',
    { title, deadline },
  );
}

function overloadLook({ overload, plan }: Facts): Look | undefined {
  const { breaks } = overload ?? {};
  return (
    overload &&
    breaks && { dimension: 'feasibility', color: 'amber', say: () => same(breakReason(overload, breaks, plan)) }
  );
}

/** Whose hours do not suffice, for what is due by when, and what would hold. */
export function overloadReason(each: Feasibility, plan: Plan): Message | undefined {
  return each.breaks && breakReason(each, each.breaks, plan);
}

function breakReason({ owner }: Feasibility, breaks: NonNullable<Feasibility['breaks']>, plan: Plan): Message {
  const args = {
    due: { day: breaks.due },
    available: tenths(breaks.availableHours),
    over: tenths(breaks.overHours),
    from: { day: breaks.holdsFrom },
  };
  const needed = tenths(breaks.neededHours);
  return owner === undefined
    ? counted(
        needed,
        '{count} hour is needed for what is due by {due} and there are {available}, {over} too few; {from} would hold',
        '{count} hours are needed for what is due by {due} and there are {available}, {over} too few; {from} would hold',
        args,
      )
    : counted(
        needed,
        '{owner} needs {count} hour for what is due by {due} and has {available}, {over} too few; {from} would hold',
        '{owner} needs {count} hours for what is due by {due} and has {available}, {over} too few; {from} would hold',
        { ...args, owner: nameIn(plan, owner) },
      );
}

function outsideLook({ milestone, plan, today, dueSoonDays }: Facts): Look | undefined {
  const { blockedBy } = milestone;
  if (!blockedBy) return undefined;
  const limit = limitOf(milestone);
  const soon = limit !== undefined && limit - today <= dueSoonDays;
  return { dimension: 'blocked', color: soon ? 'red' : 'amber', say: () => same(outsideReason(blockedBy, plan)) };
}

function outsideReason(blockedBy: NonNullable<Milestone['blockedBy']>, plan: Plan): Message {
  const { text } = blockedBy;
  const who = nameIn(plan, blockedBy.who);
  const since = blockedBy.since === undefined ? undefined : { day: blockedBy.since };
  if (who !== undefined && since) return message('blocked by {who} since {since}: {text}', { who, since, text });
  if (who !== undefined) return message('blocked by {who}: {text}', { who, text });
  if (since) return message('blocked since {since}: {text}', { since, text });
  return message('blocked: {text}', { text });
}

/** Waiting for what is on course itself is the plan, and no trouble. */
export function holdsUp({ status, lateDays, milestone }: Neighbour): boolean {
  return lateDays !== undefined || status === 'on-hold' || milestone.blockedBy !== undefined;
}

function predecessorLook(facts: Facts): Look | undefined {
  const { worst } = facts.waits;
  if (!worst || !holdsUp(worst)) return undefined;
  return { dimension: 'blocked', color: 'amber', say: () => same(predecessorReason(worst, facts)) };
}

function predecessorReason(worst: Neighbour, facts: Facts): Message {
  const title = titled(worst, facts);
  const { lateDays, status } = worst;
  if (lateDays !== undefined && status === 'submitted')
    return counted(
      lateDays,
      'waits for {title}, which is delivered and waiting for the client, {count} day late',
      'waits for {title}, which is delivered and waiting for the client, {count} days late',
      { title },
    );
  if (lateDays !== undefined)
    return counted(
      lateDays,
      'waits for {title}, which is {count} day late',
      'waits for {title}, which is {count} days late',
      { title },
    );
  if (status === 'on-hold') return message('waits for {title}, which is on hold', { title });
  return message('waits for {title}, which is blocked', { title });
}

function approvalLook({ milestone, plan, status, today }: Facts): Look | undefined {
  const newest = newestOf(milestone.approvals);
  if (newest?.decision === 'rejected' || newest?.decision === 'changes-requested') {
    const color = newest.decision === 'rejected' ? 'red' : 'amber';
    return { dimension: 'approval', color, say: () => same(decisionReason(newest, nameIn(plan, newest.by))) };
  }
  const limit = limitOf(milestone);
  if (status !== 'submitted' || limit === undefined || limit >= today) return undefined;
  const say = () => same(message('delivered and waiting for the client, was due {due}', { due: { day: limit } }));
  return { dimension: 'approval', color: 'amber', say };
}

function decisionReason({ decision, on }: Approval, name: string): Message {
  if (on === undefined)
    return decision === 'rejected'
      ? message('{name} rejected it', { name })
      : message('{name} asked for changes', { name });
  const day = { day: on };
  return decision === 'rejected'
    ? message('{name} rejected it on {day}', { name, day })
    : message('{name} asked for changes on {day}', { name, day });
}

/** By its day; where one of two has none, the one that is written later. */
function newestOf(approvals: readonly Approval[]): Approval | undefined {
  return approvals.reduce<Approval | undefined>(
    (best, each) => (best?.on !== undefined && each.on !== undefined && each.on < best.on ? best : each),
    undefined,
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
