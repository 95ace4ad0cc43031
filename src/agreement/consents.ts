// The consents of a plan: which text each decision was about, and what of it has changed since. Knows no day and no words.
import type { Milestone, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import { type Contract, contractOf } from './contract';
import { differencesBetween, type FieldDifference } from './difference';
import { digestOf, isDigest } from './digest';
import { type Consent, consentOf, type IssuedRequest } from './standing';

export interface MilestoneConsent extends Consent {
  /** Of what the plan says now. */
  readonly digest: string;
  /** What was approved against what it is now, where both differ; absent where the approved text is not known. */
  readonly differences?: readonly FieldDifference[];
  readonly approvedContract?: Contract;
}

export interface ConsentGround {
  readonly plan: Plan;
  readonly requests?: readonly IssuedRequest[] | undefined;
  readonly contracts?: ReadonlyMap<string, Contract> | undefined;
}

export type Consents = (ground: ConsentGround) => ReadonlyMap<string, MilestoneConsent>;

interface Kept extends ConsentGround {
  readonly consent: MilestoneConsent;
}

/**
 * By `Milestone.key`: those with a decision or a request. A digest takes as long to compute as a milestone to read, so each is kept as long as its milestone
 * is: the same object while its text is the same.
 */
export function consentReader(): Consents {
  const kept = new WeakMap<Milestone, Kept>();
  const grouped = new WeakMap<readonly IssuedRequest[], ReadonlyMap<string, readonly IssuedRequest[]>>();
  return ({ plan, requests = none, contracts }) => {
    const asked = grouped.get(requests) ?? byMilestone(requests);
    grouped.set(requests, asked);
    const found = new Map<string, MilestoneConsent>();
    for (const milestone of allMilestones(plan.milestones)) {
      const own = asked.get(milestone.key);
      if (milestone.approvals.length === 0 && !own) continue;
      const before = kept.get(milestone);
      const isKept =
        before && before.plan.currency === plan.currency && before.requests === own && before.contracts === contracts;
      const consent = isKept ? before.consent : consentTo(plan, milestone, { requests: own ?? none, contracts });
      kept.set(milestone, { plan, requests: own, contracts, consent });
      found.set(milestone.key, consent);
    }
    return found;
  };
}

const none: readonly IssuedRequest[] = [];

function byMilestone(requests: readonly IssuedRequest[]): ReadonlyMap<string, readonly IssuedRequest[]> {
  const groups = new Map<string, IssuedRequest[]>();
  for (const request of requests) {
    const group = groups.get(request.milestone);
    if (group) group.push(request);
    else groups.set(request.milestone, [request]);
  }
  return groups;
}

function consentTo(
  plan: Plan,
  milestone: Milestone,
  { requests, contracts }: { readonly requests: readonly IssuedRequest[] } & Pick<ConsentGround, 'contracts'>,
): MilestoneConsent {
  const now = contractOf(plan, milestone);
  const digest = digestOf(now);
  const consent = consentOf(milestone, digest, requests);
  const about = consent.decision?.digest;
  const approved = about === undefined ? undefined : contractFor(about, { now, digest, requests, contracts });
  if (approved === undefined) return { ...consent, digest };
  return { ...consent, digest, approvedContract: approved, differences: differencesBetween(approved, now) };
}

interface Known {
  readonly now: Contract;
  readonly digest: string;
  readonly requests: readonly IssuedRequest[];
  readonly contracts: ReadonlyMap<string, Contract> | undefined;
}

function contractFor(about: string, { now, digest, requests, contracts }: Known): Contract | undefined {
  if (isDigest(about, digest)) return now;
  return requests.find((each) => isDigest(about, each.digest))?.contract ?? contracts?.get(about);
}
