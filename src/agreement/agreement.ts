// What is agreed in a plan: consents, money at risk, evidence, and what is wrong with them. Computed from a plan and its schedule; reads no file.
import { noMoney } from '../base/money';
import type { Plan } from '../model/plan';
import { allMilestones, type PlanFile } from '../model/planFile';
import type { Problem } from '../model/problem';
import type { PlanSchedule } from '../schedule/schedule';
import { type Consents, consentReader, type MilestoneConsent } from './consents';
import type { Contract } from './contract';
import { type CriterionEvidence, type EvidenceFacts, evidenceOf } from './evidence';
import { type MoneyExposure, moneyExposureOn } from './payments';
import { staleProblem } from './staleProblem';
import type { IssuedRequest } from './standing';

export interface PlanAgreement {
  /** By `Milestone.key`: those with a decision or a request; all others are `not-requested`. */
  readonly consents: ReadonlyMap<string, MilestoneConsent>;
  readonly exposure: MoneyExposure;
  /** By `Milestone.key`: one a criterion that is ticked, in order. */
  readonly evidence: ReadonlyMap<string, readonly CriterionEvidence[]>;
  /** What no text alone can tell, such as `approval.stale`. */
  readonly problems: readonly Problem[];
}

/** What an agreement follows from. */
export interface AgreementGround {
  readonly uri: string;
  readonly plan: Plan;
  readonly file: PlanFile;
  readonly schedule: PlanSchedule;
  readonly requests?: readonly IssuedRequest[] | undefined;
  /** Approved texts of which no request is kept, by their digest. */
  readonly contracts?: ReadonlyMap<string, Contract> | undefined;
  readonly evidence?: EvidenceFacts | undefined;
}

export type AgreementOf = (ground: AgreementGround) => PlanAgreement;

/** What is agreed, made anew. */
export const agreementOf: AgreementOf = (ground) => make(ground, consentReader());

/** Keeps the agreement of each plan while all that it follows from is the same, and each consent while its milestone and its requests are. */
export function keepingAgreement(): AgreementOf {
  const kept = new Map<string, { readonly ground: AgreementGround; readonly agreement: PlanAgreement }>();
  const read = consentReader();
  return (ground) => {
    const before = kept.get(ground.uri);
    if (before && isSame(before.ground, ground)) return before.agreement;
    const agreement = make(ground, read);
    kept.set(ground.uri, { ground, agreement });
    return agreement;
  };
}

function isSame(before: AgreementGround, now: AgreementGround): boolean {
  const fields = ['plan', 'file', 'schedule', 'requests', 'contracts', 'evidence'] as const;
  return fields.every((field) => before[field] === now[field]);
}

/** A plan in which nothing is asked, decided or paid is walked over once. */
function make(ground: AgreementGround, read: Consents): PlanAgreement {
  const { plan, schedule, requests = [], evidence = unknown } = ground;
  const found = new Map<string, readonly CriterionEvidence[]>();
  let isPaid = false;
  let isDecided = requests.length > 0;
  for (const milestone of allMilestones(plan.milestones)) {
    if (milestone.amount !== undefined) isPaid = true;
    if (milestone.approvals.length > 0) isDecided = true;
    if (milestone.acceptanceCriteria.length === 0) continue;
    const cited = evidenceOf(milestone, evidence);
    if (cited.length > 0) found.set(milestone.key, cited);
  }
  const consents = isDecided ? read(ground) : nothing;
  const exposure = isPaid ? moneyExposureOn(plan, schedule, schedule.today) : noExposure;
  return { consents, exposure, evidence: found, problems: problemsOf(ground, consents) };
}

const nothing: ReadonlyMap<string, MilestoneConsent> = new Map();
const noExposure: MoneyExposure = { unfunded: noMoney, waiting: noMoney, unpaid: noMoney, total: noMoney };
const unknown: EvidenceFacts = () => undefined;

/** A file that is broken now has no places to point at. */
function problemsOf(
  { plan, file }: AgreementGround,
  consents: ReadonlyMap<string, MilestoneConsent>,
): readonly Problem[] {
  if (!file.plan) return [];
  return [...consents].flatMap(([key, consent]) => {
    const places = consent.state === 'stale' ? file.places.get(key) : undefined;
    return places ? staleProblem(plan, consent, places) : [];
  });
}
