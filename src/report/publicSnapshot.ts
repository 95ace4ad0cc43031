// The snapshot as plain JSON for other extensions, as docs/api.md describes it. Holds nothing but JSON values.
import { shortCodeOf } from '../agreement/digest';
import type { EvidenceState } from '../agreement/evidence';
import type { ConsentState } from '../agreement/standing';
import { type Day, isoDay } from '../base/day';
import type { Say } from '../base/message';
import { moneyText } from '../base/money';
import { type Position, positionsOf } from '../base/text';
import type { Milestone, Status } from '../model/plan';
import type { Problem, Severity } from '../model/problem';
import type { Health } from '../schedule/schedule';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import {
  type PublicForecast,
  type PublicOutlook,
  publicForecast,
  publicOutlook,
  type RefNames,
  refNames,
} from './publicSchedule';

export interface PublicSnapshot {
  /** Grows with every change. */
  readonly number: number;
  /** `YYYY-MM-DD`, like every day here. */
  readonly today: string;
  readonly plans: readonly PublicPlan[];
}

export interface PublicPlan extends PublicOutlook {
  readonly uri: string;
  readonly project: string;
  readonly client?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** The file cannot be read now and this is its last good state. */
  readonly stale: boolean;
  /** Whole percent. */
  readonly progressPercent: number;
  readonly health: Health;
  /** One sentence in the user's language. */
  readonly healthReason: string;
  readonly milestones: readonly PublicMilestone[];
  readonly problems: readonly PublicProblem[];
}

export interface PublicMilestone extends PublicForecast {
  /** Unique in its plan. */
  readonly id: string;
  readonly title: string;
  /** Id of the milestone around it. */
  readonly parent?: string;
  readonly status: Status;
  readonly health: Health;
  readonly healthReason: string;
  readonly start?: string;
  readonly due?: string;
  readonly deadline?: string;
  readonly baseline?: string;
  readonly completed?: string;
  readonly progressPercent: number;
  readonly tasks: readonly PublicEntry[];
  readonly criteria: readonly PublicCriterion[];
  /** In the plan's currency. */
  readonly amount?: number;
  /** Where the client's consent stands; absent where nothing was asked or decided. */
  readonly consent?: PublicConsent;
  /** As written: an id of this plan, or `file-base-name/id`. */
  readonly dependsOn: readonly string[];
  readonly milestones: readonly PublicMilestone[];
}

export interface PublicConsent {
  readonly state: Exclude<ConsentState, 'not-requested'>;
  /** Of what the plan says now: `v1:sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** The first ten of them. */
  readonly shortCode: string;
  /** Who decided, as written in the file, and when. */
  readonly by?: string;
  readonly on?: string;
  /** Names of the fields that have changed since the decision; empty without, and where what was decided about is not known. */
  readonly changedFields: readonly string[];
}

export interface PublicEntry {
  readonly text: string;
  readonly done: boolean;
}

export interface PublicCriterion extends PublicEntry {
  /** Of one that is ticked; looked at in the background. */
  readonly evidence?: EvidenceState;
}

export interface PublicProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

export function publicSnapshot(snapshot: Snapshot, say: Say): PublicSnapshot {
  const names = refNames(snapshot);
  return {
    number: snapshot.number,
    today: isoDay(snapshot.today),
    plans: snapshot.plans.map((plan) => publicPlan({ plan, say, names })),
  };
}

interface Parts {
  readonly plan: PlanSnapshot;
  readonly say: Say;
  readonly names: RefNames;
}

function publicPlan(parts: Parts): PublicPlan {
  const { plan, say, names } = parts;
  const { client, currency } = plan.plan;
  return {
    uri: plan.uri,
    project: plan.plan.project,
    ...(client === undefined ? {} : { client }),
    ...(currency === undefined ? {} : { currency }),
    stale: plan.stale,
    progressPercent: plan.schedule.progressPercent,
    health: plan.schedule.health,
    healthReason: say(plan.schedule.healthReason),
    ...publicOutlook(plan, names),
    milestones: plan.plan.milestones.flatMap((milestone) => publicMilestone(parts, milestone, undefined)),
    problems: publicProblems(plan, say),
  };
}

function publicMilestone(parts: Parts, milestone: Milestone, parent: string | undefined): PublicMilestone[] {
  const { plan, say } = parts;
  const schedule = plan.schedule.milestones.get(milestone.key);
  if (!schedule) return [];
  const { key, title, amount } = milestone;
  return [
    {
      id: key,
      title,
      ...(parent === undefined ? {} : { parent }),
      status: milestone.status,
      health: schedule.health,
      healthReason: say(schedule.healthReason),
      ...days(milestone),
      ...publicForecast(plan, key),
      progressPercent: schedule.progressPercent,
      tasks: milestone.tasks.map((task) => ({ text: task.title, done: task.done })),
      criteria: publicCriteria(plan, milestone),
      ...(amount === undefined ? {} : { amount: Number(moneyText(amount)) }),
      ...publicConsent(plan, key),
      dependsOn: milestone.dependsOn.map(({ id }) => id),
      milestones: milestone.milestones.flatMap((inner) => publicMilestone(parts, inner, key)),
    },
  ];
}

function publicCriteria({ agreement }: PlanSnapshot, { key, acceptanceCriteria }: Milestone): PublicCriterion[] {
  const known = new Map(agreement.evidence.get(key)?.map(({ criterion, state }) => [criterion, state]));
  return acceptanceCriteria.map(({ text, done }, at) => {
    const evidence = known.get(at);
    return { text, done, ...(evidence === undefined ? {} : { evidence }) };
  });
}

function publicConsent({ agreement }: PlanSnapshot, key: string): { readonly consent?: PublicConsent } {
  const found = agreement.consents.get(key);
  if (!found || found.state === 'not-requested') return {};
  const { state, digest, decision, differences = [] } = found;
  return {
    consent: {
      state,
      digest,
      shortCode: shortCodeOf(digest) ?? '',
      ...(decision === undefined ? {} : { by: decision.by }),
      ...(decision?.on === undefined ? {} : { on: isoDay(decision.on) }),
      changedFields: differences.map(({ field }) => field),
    },
  };
}

type PublicDays = Pick<PublicMilestone, 'start' | 'due' | 'deadline' | 'baseline' | 'completed'>;

function days(milestone: Milestone): PublicDays {
  const { start, due, deadline, baseline, completed } = milestone;
  const known = Object.entries({ start, due, deadline, baseline, completed }).filter(
    (entry): entry is [string, Day] => entry[1] !== undefined,
  );
  return Object.fromEntries(known.map(([name, day]) => [name, isoDay(day)]));
}

function publicProblems(plan: PlanSnapshot, say: Say): PublicProblem[] {
  if (plan.problems.length === 0) return [];
  const positionAt = positionsOf(plan.text);
  return plan.problems.map(({ code, severity, message, span }: Problem) => ({
    code,
    severity,
    message: say(message),
    start: positionAt(span.start),
    end: positionAt(span.end),
  }));
}
