// Where the consent to a milestone stands: what was asked, what was decided, and whether that still is what the plan says. Knows no words for the reader.
import type { Day } from '../base/day';
import type { Approval } from '../model/plan';
import type { Contract } from './contract';
import { isDigest } from './digest';

export const consentStates = [
  'not-requested',
  'requested',
  'approved',
  'changes-requested',
  'rejected',
  'stale',
] as const;
export type ConsentState = (typeof consentStates)[number];

/** A request that was given out: what the client was asked to agree to. */
export interface IssuedRequest {
  readonly on: Day;
  /** `Milestone.key`. */
  readonly milestone: string;
  readonly digest: string;
  readonly contract: Contract;
}

/** What of it matters for where a consent stands. */
export type Asked = Pick<IssuedRequest, 'on' | 'digest'>;

export interface Consent<Request extends Asked = IssuedRequest> {
  readonly state: ConsentState;
  /** The decision it follows from; absent where there is none. */
  readonly decision?: Approval;
  /** The newest request that has no answer yet, perhaps about an older version. */
  readonly request?: Request;
  /** Whether the decision names what it was made about. One without a digest is believed, because a person wrote it, but can never become stale. */
  readonly bound: boolean;
}

/**
 * `digest` is that of the contract as it is now; `requests` are those of this milestone, in any order.
 *
 * What counts are decisions about the text as it is now: the newest, but an objection of one person stands, whatever others say, until that person
 * decides again. Where there is none, the newest decision about an older text counts; an approval of it is stale.
 */
export function consentOf<Request extends Asked>(
  { approvals }: { readonly approvals: readonly Approval[] },
  digest: string,
  requests: readonly Request[] = [],
): Consent<Request> {
  const inOrder = byDay(approvals);
  const newest = newestRequest(requests, digest);
  const request = newest && !isAnswered(newest, inOrder) ? newest : undefined;
  const open = request ? { request } : {};
  const about = aboutIt(inOrder, digest);
  const decision = objection(about, digest) ?? about.at(-1) ?? inOrder.at(-1);
  if (!decision) return { state: request ? 'requested' : 'not-requested', ...open, bound: false };
  const found = { decision, ...open, bound: decision.digest !== undefined };
  const isApproved = decision.decision === 'approved';
  const isCurrent = about.includes(decision);
  // Asked (again) about the text as it is now: the answer is awaited, unless that very text is approved already.
  if (request?.digest === digest && !(isApproved && isCurrent && found.bound)) return { state: 'requested', ...found };
  return { state: isApproved && !isCurrent ? 'stale' : decision.decision, ...found };
}

/** Oldest first; of those of one day, and where one has none, the one that is written later is the newer one. */
function byDay(approvals: readonly Approval[]): readonly Approval[] {
  let latest = Number.NEGATIVE_INFINITY;
  // One without a day takes the place it was written in: after all that stand before it.
  const days = approvals.map(({ on }) => {
    latest = on === undefined ? latest : Math.max(latest, on);
    return on ?? latest;
  });
  return approvals
    .map((each, at) => ({ each, day: days[at] ?? 0, at }))
    .sort((a, b) => (a.day === b.day ? a.at - b.at : a.day - b.day))
    .map(({ each }) => each);
}

/** A decision that names no text counts until somebody decides about another text than the one that stands there now. */
function aboutIt(inOrder: readonly Approval[], digest: string): readonly Approval[] {
  const isOther = (each: Approval) => each.digest !== undefined && !isDigest(each.digest, digest);
  const lastOther = inOrder.findLastIndex(isOther);
  return inOrder.filter((each, at) => (each.digest === undefined ? at > lastOther : !isOther(each)));
}

/** The newest objection to this very text whose author has not decided about it again; a rejection weighs more than a wish. */
function objection(about: readonly Approval[], digest: string): Approval | undefined {
  const last = new Map(about.map((each) => [each.by, each]));
  const against = [...about].filter(
    (each) =>
      each.decision !== 'approved' &&
      each.digest !== undefined &&
      isDigest(each.digest, digest) &&
      last.get(each.by) === each,
  );
  return against.findLast(({ decision }) => decision === 'rejected') ?? against.at(-1);
}

/** Of those of one day, the one about the text as it is now: nothing tells which of them was written first. */
export function newestRequest<Request extends Asked>(
  requests: readonly Request[],
  digest: string | undefined,
): Request | undefined {
  return requests.reduce<Request | undefined>((best, each) => {
    if (!best || best.on < each.on) return each;
    return best.on > each.on || best.digest === digest ? best : each;
  }, undefined);
}

/** By a decision about the same text since; one that names no text answers only where its day tells that it came after. */
export function isAnswered({ digest, on }: Asked, approvals: readonly Approval[]): boolean {
  return approvals.some((each) => {
    if (each.digest === undefined) return each.on !== undefined && each.on >= on;
    return isDigest(each.digest, digest) && (each.on === undefined || each.on >= on);
  });
}
