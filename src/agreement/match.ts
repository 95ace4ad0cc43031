// Finds what a reply is about among the requests that were issued: what could be recorded, and why something cannot. Records nothing itself.
import { type Message, message } from '../base/message';
import type { Approval, Milestone, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import { contractOf } from './contract';
import { digestOf, isDigest, shortCodeOf } from './digest';
import type { Reply, Statement } from './reply';
import type { Decision } from './replyDecision';
import { personOf } from './replyWriter';
import { type IssuedRequest, isAnswered, newestRequest } from './standing';

export interface MatchContext {
  readonly plan: Plan;
  /** Those of this plan. */
  readonly issued: readonly IssuedRequest[];
  /** Those of other plans, to tell of a reply that belongs there. */
  readonly elsewhere?: readonly { readonly project: string; readonly digest: string }[];
  /** The person it is recorded for, where it is known better than from the reply. */
  readonly by?: string;
}

/** What would be recorded about one milestone. */
export interface ReplyRecord {
  /** `Milestone.key`. */
  readonly milestone: string;
  readonly title: string;
  /** What it is about: the decision is bound to its digest. */
  readonly request: IssuedRequest;
  /** Absent where the reply does not say it clearly. */
  readonly decision?: Decision;
  /** `Person.key`; a suggestion. */
  readonly by?: string;
  readonly note: string;
  /** Whether the plan still says what was asked. */
  readonly current: boolean;
  /** The same person has the same decision about the same text already. */
  readonly already: boolean;
  /** What to look at before it is recorded. */
  readonly remarks: readonly Message[];
}

export interface ReplyMatch {
  readonly records: readonly ReplyRecord[];
  /** What of the reply cannot be recorded, and why. */
  readonly problems: readonly Message[];
  /** The newest unanswered request of each milestone, to choose from where the reply names none. */
  readonly open: readonly IssuedRequest[];
  /** `Person.key`; a suggestion. */
  readonly by?: string;
}

/** A decision is only ever matched to a digest that was issued. */
export function matchReply(reply: Reply, context: MatchContext): ReplyMatch {
  const by = context.by ?? (reply.writer && personOf(context.plan.people, reply.writer));
  const milestones = new Map([...allMilestones(context.plan.milestones)].map((each) => [each.key, each] as const));
  const open = openRequests(context, milestones);
  const matching: Matching = { context, milestones, open, ...(by === undefined ? {} : { by }) };
  const found = reply.statements.map((statement) => matched(statement, matching));
  return {
    records: found.flatMap(({ records }) => records),
    problems: found.flatMap(({ problems }) => problems),
    open,
    ...(by === undefined ? {} : { by }),
  };
}

interface Matching {
  readonly context: MatchContext;
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly open: readonly IssuedRequest[];
  readonly by?: string;
}

type Matched = Pick<ReplyMatch, 'records' | 'problems'>;

function matched(statement: Statement, matching: Matching): Matched {
  if (statement.codes.length === 0) return withoutCode(statement, matching);
  const all = statement.codes.map((code) => ofCode(code, statement, matching));
  return { records: all.flatMap(({ records }) => records), problems: all.flatMap(({ problems }) => problems) };
}

function withoutCode(statement: Statement, matching: Matching): Matched {
  const [only, ...others] = matching.open;
  if (only === undefined) {
    return { records: [], problems: [message('The reply names no code, and no request is waiting for an answer.')] };
  }
  if (others.length > 0) {
    const several = message(
      'The reply names no code, and several requests are waiting for an answer. Choose what it is about.',
    );
    return { records: [], problems: [several] };
  }
  const remark = message('The reply names no code. This is the only request that is waiting for an answer.');
  return { records: [recordOf(only, statement, matching, [remark])], problems: [] };
}

function ofCode(code: string, statement: Statement, matching: Matching): Matched {
  const { issued } = matching.context;
  const asked = issued.filter(({ digest }) => shortCodeOf(digest) === code);
  const newest = newestByMilestone(asked);
  if (newest.length === 0) return { records: [], problems: [unknownCode(code, matching)] };
  if (new Set(asked.map(({ digest }) => digest)).size > 1) {
    return {
      records: [],
      problems: [message('The code {code} stands for several requests. Choose what it is about.', { code })],
    };
  }
  const gone = newest.filter(({ milestone }) => !matching.milestones.has(milestone));
  const remarks = statement.quoted ? [message('The code stands only in the text that the reply quotes.')] : [];
  return {
    records: newest.filter((each) => !gone.includes(each)).map((each) => recordOf(each, statement, matching, remarks)),
    problems: gone.map(({ contract, on }) =>
      message('The code {code} was issued on {day} for “{title}”, which is no longer in the plan.', {
        code,
        day: { day: on },
        title: contract.title,
      }),
    ),
  };
}

/** Says what the code could be instead; nothing is matched by likeness. */
function unknownCode(code: string, { context, milestones }: Matching): Message {
  const project = context.elsewhere?.find(({ digest }) => shortCodeOf(digest) === code)?.project;
  if (project !== undefined) return message('The code {code} belongs to the project “{project}”.', { code, project });
  for (const each of milestones.values()) {
    if (shortCodeOf(digestOf(contractOf(context.plan, each))) !== code) continue;
    const title = each.title;
    return message('The code {code} is that of “{title}”, but no request with it was issued. Ask for approval first.', {
      code,
      title,
    });
  }
  const like = context.issued.find(({ digest }) => differsInOne(shortCodeOf(digest) ?? '', code));
  const known = like && shortCodeOf(like.digest);
  if (like && known !== undefined) {
    const args = { code, known, title: like.contract.title };
    return message(
      'No request with the code {code} was issued. “{title}” has {known}, which differs in one character.',
      args,
    );
  }
  return message('No request with the code {code} was issued for this plan.', { code });
}

function differsInOne(left: string, right: string): boolean {
  return left.length === right.length && [...left].filter((digit, at) => digit !== right[at]).length === 1;
}

function recordOf(
  request: IssuedRequest,
  statement: Statement,
  { context, milestones, by }: Matching,
  given: readonly Message[],
): ReplyRecord {
  const milestone = milestones.get(request.milestone);
  const now = milestone ? digestOf(contractOf(context.plan, milestone)) : undefined;
  const current = now === request.digest;
  const already = milestone?.approvals.some((each) => isSame(each, request, statement, by)) ?? false;
  const remarks = [
    ...given,
    ...(current ? [] : [olderVersion(request)]),
    ...(statement.decision === undefined ? [undecided(statement)] : []),
    ...(already ? [message('This decision is recorded already.')] : []),
  ];
  const { decision, note } = statement;
  return {
    milestone: request.milestone,
    title: milestone?.title ?? request.contract.title,
    request,
    ...(decision === undefined ? {} : { decision }),
    ...(by === undefined ? {} : { by }),
    note,
    current,
    already,
    remarks,
  };
}

function isSame(
  approval: Approval,
  { digest }: IssuedRequest,
  { decision }: Statement,
  by: string | undefined,
): boolean {
  const isBound = approval.digest !== undefined && isDigest(approval.digest, digest);
  return isBound && approval.decision === decision && (by === undefined || approval.by === by);
}

function olderVersion({ on, digest }: IssuedRequest): Message {
  return message(
    'The code {code} is that of the version that was sent on {day}. The plan has changed since, so the decision is about that version and not about the one that is in the plan now.',
    { code: shortCodeOf(digest) ?? digest, day: { day: on } },
  );
}

function undecided({ why }: Statement): Message {
  switch (why) {
    case 'condition':
      return message('The reply depends on a condition, so it is no approval yet. Read it and choose.');
    case 'question':
      return message('The reply asks a question and decides nothing. Read it and choose.');
    case 'contradiction':
      return message('The reply says two different things. Read it and choose.');
    default:
      return message('The reply says no clear decision. Read it and choose.');
  }
}

/** The newest of each milestone that no decision about the same text has answered since. */
function openRequests(
  { issued, plan }: MatchContext,
  milestones: ReadonlyMap<string, Milestone>,
): readonly IssuedRequest[] {
  const open: IssuedRequest[] = [];
  for (const [key, all] of byMilestone(issued)) {
    const milestone = milestones.get(key);
    const newest = milestone && newestRequest(all, digestOf(contractOf(plan, milestone)));
    if (newest && !isAnswered(newest, milestone.approvals)) open.push(newest);
  }
  return open;
}

/** About one text. */
function newestByMilestone(issued: readonly IssuedRequest[]): readonly IssuedRequest[] {
  return [...byMilestone(issued).values()].flatMap((all) => newestRequest(all, undefined) ?? []);
}

function byMilestone(issued: readonly IssuedRequest[]): ReadonlyMap<string, readonly IssuedRequest[]> {
  const groups = new Map<string, IssuedRequest[]>();
  for (const each of issued) {
    const group = groups.get(each.milestone);
    if (group) group.push(each);
    else groups.set(each.milestone, [each]);
  }
  return groups;
}
