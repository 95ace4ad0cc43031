// Everything that speaks against one milestone, dimension by dimension, with its figures and what drives it. Knows the facts and no other way to look at the plan.
import { counted, type Message, message } from '../base/message';
import type { Approval, Milestone, Plan } from '../model/plan';
import { against, colorIn, standingDecision } from './against';
import { limitOf } from './dates';
import type { Facts, Neighbour } from './facts';
import { dateSentences, type Look, type Sentences, same } from './looksDates';
import { nameIn, titled } from './naming';
import { type Feasibility, type RagDimension, ragColors, ragDimensions } from './schedule';

const none: readonly never[] = Object.freeze([]);

/** The worst first; of equals, those that come first in `ragDimensions`. Nothing for what is green, and for what is not open. */
export function looksOf(facts: Facts): readonly Look[] {
  const { against: bits } = facts;
  if (bits === 0) return none;
  const looks: Look[] = [];
  ragDimensions.forEach((dimension, at) => {
    const color = colorIn(bits, at);
    if (color) looks.push({ dimension, color, say: () => sentencesOf[dimension](facts) });
  });
  return looks.sort(worstFirst);
}

/** What each says about facts that speak against a milestone in it. */
const sentencesOf: Readonly<Record<RagDimension['dimension'], (facts: Facts) => Sentences>> = {
  dates: dateSentences,
  float: (facts) => same(floatReason(facts, tenths(-(facts.totalFloatDays ?? 0)))),
  feasibility: (facts) => same(ownOverloadReason(facts)),
  blocked: (facts) => same(blockedReason(facts)),
  approval: (facts) => same(approvalReason(facts)),
};

export function worstFirst(left: Coloured, right: Coloured): number {
  return (
    ragColors.indexOf(right.color) - ragColors.indexOf(left.color) ||
    ragDimensions.indexOf(left.dimension) - ragDimensions.indexOf(right.dimension)
  );
}

type Coloured = Pick<RagDimension, 'dimension' | 'color'>;

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

function ownOverloadReason({ overload, plan }: Facts): Message {
  const reason = overload && overloadReason(overload, plan);
  if (!reason) throw new RangeError('Nobody has too much to do');
  return reason;
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

function blockedReason(facts: Facts): Message {
  const { blockedBy } = facts.milestone;
  if (blockedBy) return outsideReason(blockedBy, facts.plan);
  const { worst } = facts.waits;
  if (!worst) throw new RangeError('Waits for nothing');
  return predecessorReason(worst, facts);
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

function approvalReason({ milestone, plan, against: bits }: Facts): Message {
  const decided = standingDecision(milestone.approvals);
  if (decided && (bits & against.deliveredLate) === 0) return decisionReason(decided, nameIn(plan, decided.by));
  const limit = limitOf(milestone);
  return message('delivered and waiting for the client, was due {due}', {
    due: limit === undefined ? '' : { day: limit },
  });
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

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
