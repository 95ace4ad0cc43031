// Where the consent to a milestone stands: what was asked, what was decided, and whether that still is what the plan says. Knows no words for the reader.
import type { Day } from '../base/day';
import type { Approval } from '../model/plan';

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
}

export interface Consent {
  readonly state: ConsentState;
  /** The decision it follows from; absent where there is none. */
  readonly decision?: Approval;
  /** The newest request that has no answer yet. */
  readonly request?: IssuedRequest;
  /** Whether the decision names what it was made about. One without a digest is believed, because a person wrote it, but can never become stale. */
  readonly bound: boolean;
}

/** `digest` is that of the contract as it is now; `requests` are those of this milestone, in any order. */
export function consentOf(
  { approvals }: { readonly approvals: readonly Approval[] },
  digest: string,
  requests: readonly IssuedRequest[] = [],
): Consent {
  const decision = newestDecision(approvals);
  const request = newestRequest(requests);
  const open = request && !isAnswered(request, approvals) ? { request } : {};
  const bound = decision?.digest !== undefined;
  if (decision === undefined) return { state: request ? 'requested' : 'not-requested', ...open, bound };
  const isSame = !bound || decision.digest === digest;
  // Asked again about what it is now: the answer is awaited, whatever was decided about another version.
  if (open.request && open.request.digest === digest && !(decision.digest === digest)) {
    return { state: 'requested', decision, ...open, bound };
  }
  if (decision.decision === 'approved') return { state: isSame ? 'approved' : 'stale', decision, ...open, bound };
  return { state: decision.decision, decision, ...open, bound };
}

/** By its day; of two on one day, and where one has none, the one that is written later. */
function newestDecision(approvals: readonly Approval[]): Approval | undefined {
  return approvals.reduce<Approval | undefined>(
    (best, each) => (best?.on !== undefined && each.on !== undefined && each.on < best.on ? best : each),
    undefined,
  );
}

function newestRequest(requests: readonly IssuedRequest[]): IssuedRequest | undefined {
  return requests.reduce<IssuedRequest | undefined>(
    (best, each) => (best && best.on > each.on ? best : each),
    undefined,
  );
}

function isAnswered({ digest, on }: IssuedRequest, approvals: readonly Approval[]): boolean {
  return approvals.some((each) => each.digest === digest && (each.on === undefined || each.on >= on));
}
