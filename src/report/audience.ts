// What an audience may see of a plan: the one place that decides it. A report is written from the result and never from the plan itself,
// so a field that is not named here reaches nobody.
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import type { Money } from '../base/money';
import type { Approval, Milestone, PaymentState, Risk, Status } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Health, MilestoneSchedule, PlanSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { openable } from './links';
import { nameOf } from './people';
import { plain } from './plain';
import { statusOf } from './words';

export const audiences = ['client', 'team', 'executive'] as const;
export type Audience = (typeof audiences)[number];

export interface SeenPlan {
  readonly project: string;
  readonly client?: string;
  readonly currency?: string;
  readonly deadline?: Day;
  readonly today: Day;
  readonly progressPercent: number;
  readonly health: Health;
  readonly healthReason: Message;
  readonly counts: PlanSchedule['counts'];
  /** All milestones in file order, a parent before its own. */
  readonly milestones: readonly SeenMilestone[];
  readonly risks: readonly SeenRisk[];
  /** Team only: the file cannot be read now and this is its last good state. */
  readonly stale?: boolean;
  /** Team only. */
  readonly errors?: number;
}

/** Titles and names are one clean line. */
export interface SeenMilestone {
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
  readonly due?: Day;
  readonly baseline?: Day;
  readonly completed?: Day;
  readonly forecast?: Day;
  readonly finishVarianceDays?: number;
  readonly daysToDue?: number;
  readonly lateDays?: number;
  /** Whether work on it has begun. */
  readonly begun: boolean;
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

/** The plan as the audience may see it. Only the team sees internal notes, the weight of risks and the state of the file. */
export function seenBy(plan: PlanSnapshot, audience: Audience): SeenPlan {
  const { project, client, currency, deadline } = plan.plan;
  const { today, progressPercent, health, counts } = plan.schedule;
  const team = audience === 'team';
  return {
    project,
    ...given({ client, currency, deadline }),
    today,
    progressPercent,
    health,
    healthReason: reasonFor(plan, audience),
    counts,
    milestones: seenMilestones(plan, team),
    risks: seenRisks(plan, team),
    ...(team ? { stale: plan.stale, errors: plan.problems.filter(({ severity }) => severity === 'error').length } : {}),
  };
}

/** Another project's milestone may stand in the reason. Who asks for one client must not read about the work for another. */
function reasonFor({ uri, schedule }: PlanSnapshot, audience: Audience): Message {
  const waits = [...schedule.milestones.values()].flatMap(({ waitsFor }) => waitsFor);
  const foreign = waits.some((ref) => !ref.startsWith(`${uri}#`));
  return audience !== 'team' && schedule.health === 'blocked' && foreign
    ? message('It waits for work outside this project')
    : schedule.healthReason;
}

function seenMilestones(plan: PlanSnapshot, team: boolean): SeenMilestone[] {
  const seen: SeenMilestone[] = [];
  const twins = titlesTwice(plan);
  const add = (milestones: readonly Milestone[], depth: number, parent: number | undefined) => {
    for (const milestone of milestones) {
      const schedule = plan.schedule.milestones.get(milestone.key);
      if (!schedule) continue;
      const around = twins.has(milestone.title) ? seen[parent ?? -1] : undefined;
      const title = plain(milestone.title);
      const name = around ? `${around.title} › ${title}` : title;
      const own = { depth, ...given({ parent }), ...seenMilestone(plan, milestone, schedule), title, name };
      const at = seen.push(team ? { ...own, ...teamOnly(plan, milestone, schedule) } : own) - 1;
      add(milestone.milestones, depth + 1, at);
    }
  };
  add(plan.plan.milestones, 0, undefined);
  return seen;
}

function seenMilestone(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
): Omit<SeenMilestone, 'depth' | 'parent' | 'title' | 'name'> {
  const { due, baseline, completed, clientAction, amount, notes, owner, payment } = milestone;
  const { forecast, finishVarianceDays, daysToDue, lateDays, health, progressPercent } = schedule;
  const last = milestone.approvals.at(-1);
  return {
    status: statusOf(milestone, schedule),
    health,
    progressPercent,
    begun: milestone.status !== 'planned' || progressPercent > 0,
    ...given({ due, baseline, completed, forecast, finishVarianceDays, daysToDue, lateDays }),
    ...given({ clientAction, amount, notes, submitted: payment?.submitted, paymentState: payment?.state }),
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

function waitingOf(plan: PlanSnapshot, { blockedBy }: Milestone): SeenMilestone['waiting'] {
  if (!blockedBy) return undefined;
  const { text, who, since } = blockedBy;
  return { text, ...given({ since }), ...(who === undefined ? {} : { who: seenPerson(plan, who) }) };
}

function teamOnly(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
): Pick<SeenMilestone, 'internal' | 'healthReason'> {
  const reason = inTrouble(plan, milestone, schedule) ? schedule.healthReason : undefined;
  return given({ internal: milestone.internal, healthReason: reason });
}

/** Waiting for something of the same plan that is on course itself is the plan and no trouble. */
function inTrouble({ uri, schedule }: PlanSnapshot, milestone: Milestone, own: MilestoneSchedule): boolean {
  if (own.health !== 'blocked') return own.health === 'late' || own.health === 'at-risk';
  return (
    milestone.blockedBy !== undefined ||
    own.waitsFor.some((ref) => {
      const health = ref.startsWith(`${uri}#`) ? schedule.milestones.get(ref.slice(uri.length + 1))?.health : undefined;
      return health === undefined || health === 'late' || health === 'on-hold';
    })
  );
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

type Given<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that have a value. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
