// What an audience may see of a plan: the one place that decides it. A report is written from the result and never from the plan itself,
// so a field that is not named here reaches nobody.
import type { MoneyExposure } from '../agreement/payments';
import type { Day } from '../base/day';
import type { Message } from '../base/message';
import type { Money } from '../base/money';
import type { Approval, Milestone, PaymentState, Risk, Status } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Health, MilestoneSchedule, PlanSchedule, Rag } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { type SeenAgreement, seenAgreement, seenMoney, seenPayment } from './audienceAgreement';
import { type Find, findIn, laterReason, planReason, type Reader } from './audienceReasons';
import { given } from './given';
import { openable } from './links';
import { nameOf } from './people';
import { plain } from './plain';
import { stateOf, statusOf } from './words';

export const audiences = ['client', 'team', 'executive'] as const;
export type Audience = (typeof audiences)[number];

export interface SeenPlan {
  readonly project: string;
  readonly client?: string;
  readonly currency?: string;
  readonly start?: Day;
  readonly deadline?: Day;
  readonly today: Day;
  /** When all of it is expected to be finished. */
  readonly forecast?: Day;
  readonly progressPercent: number;
  readonly health: Health;
  readonly healthReason: Message;
  /** Red, amber or green; absent where nothing is open. */
  readonly color?: NonNullable<Rag['color']>;
  /** The day by which 80 % of the simulated runs are finished. */
  readonly p80?: Day;
  /** Not for the client: in how many of the simulated runs the deadline is kept. */
  readonly onTimePercent?: number;
  readonly counts: PlanSchedule['counts'];
  /** All milestones in file order, a parent before its own. */
  readonly milestones: readonly SeenMilestone[];
  readonly risks: readonly SeenRisk[];
  /** Not for the client, who sees only where their own money stands. */
  readonly exposure?: MoneyExposure;
  /** Not for the client: when to stop and ask for money. */
  readonly moneyAdvice?: Message;
  /** Team only: the file cannot be read now and this is its last good state. */
  readonly stale?: boolean;
  /** Team only. */
  readonly errors?: number;
}

/** Titles and names are one clean line. */
export interface SeenMilestone extends SeenAgreement {
  /** `Milestone.key`. */
  readonly key: string;
  readonly title: string;
  /** The title; where another milestone has the same, after that of the milestone around it. */
  readonly name: string;
  /** 0 at the top. */
  readonly depth: number;
  /** Position of the milestone around it. */
  readonly parent?: number;
  readonly status: Status;
  readonly health: Health;
  readonly progressPercent: number;
  readonly start?: Day;
  readonly due?: Day;
  readonly deadline?: Day;
  readonly baseline?: Day;
  readonly completed?: Day;
  readonly forecast?: Day;
  /** Why it is expected later than it is due, unless its health says it. Names no other project but to the team. */
  readonly laterReason?: Message;
  readonly finishVarianceDays?: number;
  readonly daysToDue?: number;
  readonly lateDays?: number;
  /** Whether work on it has begun. */
  readonly begun: boolean;
  /** By something late, blocked, on hold or outside the plan. */
  readonly heldUp: boolean;
  /** First and last day of its bar; without the first, a single moment. */
  readonly spanStart?: Day;
  readonly spanEnd?: Day;
  readonly owner?: SeenPerson;
  readonly deliverables: readonly { readonly title: string; readonly url?: string }[];
  readonly clientAction?: string;
  readonly waiting?: { readonly text: string; readonly who?: SeenPerson; readonly since?: Day };
  /** The day it was handed in for approval. */
  readonly submitted?: Day;
  readonly lastApproval?: { readonly by: string; readonly decision: Approval['decision']; readonly on?: Day };
  readonly amount?: Money;
  readonly paymentState?: PaymentState;
  /** Written for the client. */
  readonly notes?: string;
  /** Team only. */
  readonly internal?: string;
  /** Team only: why it is late, at risk or held up by something that is not on course. */
  readonly healthReason?: Message;
  /** Team only: the day by which 80 % of the simulated runs have finished it. */
  readonly p80?: Day;
}

export interface SeenPerson {
  readonly name: string;
  /** Whether the person is on the client's side. */
  readonly client: boolean;
}

export interface SeenRisk {
  readonly title: string;
  readonly response?: string;
  /** Team only, like the two below. */
  readonly probability?: number;
  readonly impact?: NonNullable<Risk['impact']>;
  readonly owner?: string;
}

/**
 * The plan as the audience may see it. Only the team sees internal notes, the weight of risks, the state of the file and what comes from other
 * projects, which `find` knows.
 */
export function seenBy(plan: PlanSnapshot, audience: Audience, find: Find = findIn([plan])): SeenPlan {
  const { project, client, currency, start, deadline } = plan.plan;
  const { today, forecast, progressPercent, health, counts, rag } = plan.schedule;
  const finish = plan.chances?.finish;
  const reader: Reader = { team: audience === 'team', find };
  return {
    project,
    ...given({ client, currency, start, deadline, forecast }),
    today,
    progressPercent,
    health,
    healthReason: planReason(plan, reader),
    ...given({ color: rag.color, p80: finish?.p80 }),
    ...(audience === 'client' ? {} : given({ onTimePercent: finish?.onTimePercent })),
    counts,
    milestones: seenMilestones(plan, reader),
    risks: seenRisks(plan, reader.team),
    ...(audience === 'client' ? {} : seenMoney(plan)),
    ...(reader.team ? stateOfFile(plan) : {}),
  };
}

function stateOfFile({ stale, problems }: PlanSnapshot): Pick<SeenPlan, 'stale' | 'errors'> {
  return { stale, errors: problems.filter(({ severity }) => severity === 'error').length };
}

function seenMilestones(plan: PlanSnapshot, reader: Reader): SeenMilestone[] {
  const seen: SeenMilestone[] = [];
  const twins = titlesTwice(plan);
  const add = (milestones: readonly Milestone[], depth: number, parent: number | undefined) => {
    for (const milestone of milestones) {
      const schedule = plan.schedule.milestones.get(milestone.key);
      if (!schedule) continue;
      const around = twins.has(milestone.title) ? seen[parent ?? -1] : undefined;
      const title = plain(milestone.title);
      const name = around ? `${around.title} › ${title}` : title;
      const later = saysForecast(schedule, reader)
        ? {}
        : given({ laterReason: laterReason(plan, milestone, schedule, reader) });
      const agreed = seenAgreement(plan, milestone, reader.team);
      const seenOne = { ...seenMilestone(plan, milestone, schedule), ...agreed };
      const own = { depth, ...given({ parent }), ...seenOne, ...later, title, name };
      const at = seen.push(reader.team ? { ...own, ...teamOnly(plan, milestone, schedule) } : own) - 1;
      add(milestone.milestones, depth + 1, at);
    }
  };
  add(plan.plan.milestones, 0, undefined);
  return seen;
}

/** The team reads the same in the reason of its health. */
function saysForecast({ health, rag }: MilestoneSchedule, { team }: Reader): boolean {
  return team && health === 'at-risk' && rag.dimensions[0]?.dimension === 'dates';
}

function seenMilestone(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
): Omit<SeenMilestone, 'depth' | 'parent' | 'title' | 'name' | keyof SeenAgreement> {
  const { start, due, deadline, baseline, completed, clientAction, amount, notes, owner, payment } = milestone;
  const { spanStart, spanEnd, forecast, finishVarianceDays, daysToDue, lateDays, health, progressPercent } = schedule;
  const last = milestone.approvals.at(-1);
  return {
    key: milestone.key,
    status: statusOf(milestone, schedule),
    health,
    progressPercent,
    begun: hasBegun(milestone, progressPercent),
    heldUp: stateOf(milestone, schedule) === 'blocked',
    ...given({
      start,
      due,
      deadline,
      spanStart,
      spanEnd,
      baseline,
      completed,
      forecast,
      finishVarianceDays,
      daysToDue,
      lateDays,
    }),
    ...given({
      clientAction,
      amount,
      notes,
      submitted: payment?.submitted,
      paymentState: seenPayment(plan, milestone),
    }),
    ...(owner === undefined ? {} : { owner: seenPerson(plan, owner) }),
    deliverables: milestone.deliverables.map((each) => ({ title: each.title, ...given({ url: openable(each.url) }) })),
    ...given({ waiting: waitingOf(plan, milestone) }),
    ...(last
      ? {
          lastApproval: {
            by: plain(nameOf(plan.plan, last.by), 80),
            decision: last.decision,
            ...given({ on: last.on }),
          },
        }
      : {}),
  };
}

/** What was put on hold or cancelled need not have been begun. */
function hasBegun({ status, started }: Milestone, progressPercent: number): boolean {
  return (
    started !== undefined ||
    progressPercent > 0 ||
    !(['planned', 'on-hold', 'cancelled'] as const).some((each) => each === status)
  );
}

function waitingOf(plan: PlanSnapshot, { blockedBy }: Milestone): SeenMilestone['waiting'] {
  if (!blockedBy) return undefined;
  const { text, who, since } = blockedBy;
  return { text, ...given({ since }), ...(who === undefined ? {} : { who: seenPerson(plan, who) }) };
}

function teamOnly(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
): Pick<SeenMilestone, 'internal' | 'healthReason' | 'p80'> {
  const reason = inTrouble(schedule) ? schedule.healthReason : undefined;
  const p80 = plan.chances?.milestones.get(milestone.key)?.p80;
  return given({ internal: milestone.internal, healthReason: reason, p80 });
}

/** What waits for something that is on course itself is green: that is the plan and no trouble. */
function inTrouble({ rag: { color } }: MilestoneSchedule): boolean {
  return color === 'amber' || color === 'red';
}

function titlesTwice({ plan }: PlanSnapshot): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { title } of allMilestones(plan.milestones)) (seen.has(title) ? twice : seen).add(title);
  return twice;
}

/** The open risks of the project and of what is not finished in it. */
function seenRisks(plan: PlanSnapshot, team: boolean): SeenRisk[] {
  const finished = ({ key }: Milestone) => {
    const health = plan.schedule.milestones.get(key)?.health;
    return health === 'done' || health === 'cancelled';
  };
  const within = (milestones: readonly Milestone[]): Risk[] =>
    milestones.flatMap((each) => [...(finished(each) ? [] : each.risks), ...within(each.milestones)]);
  return [...plan.plan.risks, ...within(plan.plan.milestones)]
    .filter(({ status }) => status === 'open')
    .sort((left, right) => (right.probability ?? -1) - (left.probability ?? -1))
    .map(({ title, response, probability, impact, owner }) => ({
      title,
      ...given({ response }),
      ...(team
        ? given({ probability, impact, owner: owner === undefined ? undefined : nameOf(plan.plan, owner) })
        : {}),
    }));
}

function seenPerson({ plan }: PlanSnapshot, key: string): SeenPerson {
  const role = plan.people.find((person) => person.key === key)?.role ?? '';
  return { name: plain(nameOf(plan, key), 80), client: /\b(?:client|customer)\b/i.test(role) };
}
