// The snapshot as a client may see it, for rows and cards: made of what `audience` lets a client see, so that nothing else can reach them. Decides nothing.
import type { PlanAgreement } from '../agreement/agreement';
import type { Message } from '../base/message';
import { noMoney } from '../base/money';
import type { Milestone, Plan } from '../model/plan';
import type { MilestoneSchedule, PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { type SeenMilestone, type SeenPlan, seenBy } from './audience';
import { findIn } from './audienceReasons';
import { given } from './given';

/** All plans, or the one with the URI `plan`. Dependencies between projects are no client's business. */
export function forClient(snapshot: Snapshot, only?: string): Snapshot {
  const find = findIn(snapshot.plans);
  const shown = snapshot.plans.filter(({ uri }) => only === undefined || uri === only);
  return {
    number: snapshot.number,
    today: snapshot.today,
    plans: shown.map((plan) => planFor(plan, seenBy(plan, 'client', find))),
    links: snapshot.links.filter(({ predecessor, successor }) => fileOf(predecessor) === fileOf(successor)),
    broken: [],
  };
}

function fileOf(ref: string): string {
  return ref.slice(0, ref.indexOf('#'));
}

function planFor(known: PlanSnapshot, seen: SeenPlan): PlanSnapshot {
  const milestones = nested(seen.milestones);
  const { project, client, currency, start, deadline } = seen;
  const plan: Plan = {
    project,
    ...given({ client, currency, start, deadline }),
    calendar: known.plan.calendar,
    people: [],
    risks: [],
    milestones,
  };
  const byKey = new Map(seen.milestones.map((each) => [each.key, scheduleOf(each)]));
  return {
    uri: known.uri,
    baseName: known.baseName,
    folder: '',
    text: '',
    file: { plan, problems: [], places: new Map(), fields: new Map() },
    plan,
    stale: false,
    problems: [],
    schedule: planScheduleOf(seen, byKey),
    agreement: agreementFor(known),
  };
}

/** Where each consent stands, as a mark; who wrote what with it is not part of it. */
function agreementFor({ agreement }: PlanSnapshot): PlanAgreement {
  const consents = [...agreement.consents].map(
    ([key, { state, digest, bound }]) => [key, { state, digest, bound }] as const,
  );
  const exposure = { unfunded: noMoney, waiting: noMoney, unpaid: noMoney, total: noMoney };
  return { consents: new Map(consents), exposure, evidence: new Map(), problems: [] };
}

/** People are named as they are seen, so that no key leads to more. */
function milestoneOf(seen: SeenMilestone, milestones: readonly Milestone[]): Milestone {
  const { key, title, status, start, due, deadline, baseline, completed, clientAction, amount, notes } = seen;
  const { owner, waiting, lastApproval, paymentState } = seen;
  return {
    id: key,
    idWritten: true,
    key,
    title,
    status,
    ...given({ start, due, deadline, baseline, completed, clientAction, amount, notes, owner: owner?.name }),
    ...(paymentState === undefined ? {} : { payment: { state: paymentState } }),
    ...(waiting
      ? { blockedBy: { text: waiting.text, ...given({ who: waiting.who?.name, since: waiting.since }) } }
      : {}),
    approvals: lastApproval ? [lastApproval] : [],
    milestones,
    ...{ tasks: [], acceptanceCriteria: [], deliverables: [], dependsOn: [], risks: [], changes: [], tags: [] },
    ...{ responsible: [], accountable: [], consulted: [], informed: [] },
  };
}

/** In file order, a parent before its own, as they were. */
function nested(seen: readonly SeenMilestone[]): readonly Milestone[] {
  const inside = new Map<number | undefined, Milestone[]>();
  for (let at = seen.length - 1; at >= 0; at--) {
    const own = seen[at];
    if (!own) continue;
    const around = inside.get(own.parent) ?? [];
    inside.set(own.parent, around);
    around.push(milestoneOf(own, (inside.get(at) ?? []).reverse()));
  }
  return (inside.get(undefined) ?? []).reverse();
}

/** No sentence at all, so nothing to translate. */
const unsaid: Message = { text: '', args: {} };

/** What holds a milestone up tells its state; the reason is the team's. */
function scheduleOf(seen: SeenMilestone): MilestoneSchedule {
  const { progressPercent, health, forecast, finishVarianceDays, daysToDue, lateDays, spanStart, spanEnd } = seen;
  const heldUp = { dimension: 'blocked', color: 'amber', reason: unsaid } as const;
  return {
    progressPercent,
    progressReason: unsaid,
    health,
    healthReason: seen.laterReason ?? unsaid,
    critical: false,
    rag: { color: undefined, reason: unsaid, dimensions: seen.heldUp ? [heldUp] : [] },
    waitsFor: [],
    ...given({ forecast, finishVarianceDays, daysToDue, lateDays, spanStart, spanEnd }),
  };
}

function planScheduleOf(seen: SeenPlan, milestones: PlanSchedule['milestones']): PlanSchedule {
  const { today, progressPercent, health, healthReason, counts, forecast } = seen;
  return {
    today,
    progressPercent,
    health,
    healthReason,
    counts,
    milestones,
    problems: [],
    rag: { color: undefined, reason: healthReason, dimensions: [] },
    criticalPath: [],
    feasibility: [],
    exposure: { days: 0, money: noMoney },
    ...given({ forecast }),
  };
}
