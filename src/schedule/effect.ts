// What a change of dates would do: the intended plan computed beside the present one, and the differences. Changes nothing and knows no text.
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import type { Change, Refusal } from '../model/change';
import { intend } from '../model/intend';
import type { Link } from '../model/join';
import type { Milestone, Plan } from '../model/plan';
import { isRefusal, unknownMilestone } from '../model/refusal';
import { passesOf } from '../network/passes';
import { dayIn } from './columns';
import { datesOf } from './dates';
import { effectSentence, type Missed } from './effectWords';
import { followed } from './followed';
import { connectedPlans } from './keepingSchedule';
import { networkOf } from './networkOf';
import { isAhead, type Outline, outline, refOf } from './outline';
import { rollUp } from './rollUp';
import type { PlanSchedule } from './schedule';
import { workingDaysOf } from './workingDays';

/** A plan as it stands. */
export interface EffectPlan {
  readonly uri: string;
  readonly baseName: string;
  readonly plan: Plan;
  readonly schedule: Pick<PlanSchedule, 'today'>;
}

export interface DateEffect {
  /** Working days of the plan by which the end of the milestone moves; positive is later. */
  readonly workingDays: number;
  readonly says: Message;
  /** Other milestones whose forecast moves, in file order; at most 200. */
  readonly moved: readonly { readonly ref: string; readonly forecast: Day }[];
}

export type Rescheduling = Change & { readonly kind: 'reschedule' };

/** What follows when a milestone of one plan gets other dates. */
export type EffectsOf = (milestone: Milestone, change: Rescheduling) => DateEffect | Refusal;

const mostMoved = 200;

/** Only plans that wait for each other across files are computed, the present ones once. Linear in their milestones and links. */
export function effectsOf(plans: readonly EffectPlan[], links: readonly Link[], uri: string): EffectsOf {
  const group = connectedPlans(plans, links).find((each) => each.some((plan) => plan.uri === uri)) ?? [];
  const uris = new Set(group.map((plan) => plan.uri));
  const own = links.filter(({ successor }) => uris.has(successor.slice(0, successor.lastIndexOf('#'))));
  let before: Forecasts | undefined;
  return (milestone, change) => {
    const at = group.findIndex((plan) => plan.uri === uri);
    const plan = group[at];
    if (!plan) return unknownMilestone(change.id);
    const intended = intend(plan.plan, change, plan.baseName);
    if (isRefusal(intended)) return intended;
    before ??= forecastsOf(group, own);
    const after = forecastsOf(group.with(at, { ...plan, plan: intended }), own);
    const number = before.all.milestones.indexOf(milestone);
    return number < 0 ? unknownMilestone(change.id) : compare({ before, after, number, at });
  };
}

interface Forecasts {
  readonly all: Outline;
  /** By number of the outline. */
  readonly forecast: Int32Array;
}

/** The forecasts alone, as `schedulePlans` computes them. */
function forecastsOf(plans: readonly EffectPlan[], links: readonly Link[]): Forecasts {
  const todays = plans.map(({ schedule }) => schedule.today);
  const all = outline(plans.map(({ uri, plan }) => ({ uri, plan })));
  const { network } = networkOf(all, followed(all, { links }), todays, rollUp(all));
  return { all, forecast: datesOf(all, todays, network, passesOf(network)).forecast };
}

interface Compared {
  readonly before: Forecasts;
  readonly after: Forecasts;
  /** Of the milestone that is changed; both outlines number alike, because no milestone comes or goes. */
  readonly number: number;
  /** The position of its plan. */
  readonly at: number;
}

function compare({ before, after, number, at }: Compared): DateEffect {
  const old = before.all.milestones[number];
  const now = after.all.milestones[number];
  const plan = after.all.plans[at]?.plan;
  if (!old || !now || !plan) return { workingDays: 0, says: message('nothing else moves'), moved: [] };
  const { between } = workingDaysOf(plan);
  const working = (from: Day | undefined, to: Day | undefined) =>
    from === undefined || to === undefined ? 0 : to >= from ? between(from, to) : -between(to, from);
  const [first, last] = [dayIn(before.forecast, number), dayIn(after.forecast, number)];
  // What has no due date ends when it is expected to.
  const [was, is] = old.due === now.due ? [first, last] : [old.due ?? first, now.due ?? last];
  const workingDays = working(was, is);
  const moved = movedIn(before, after, number);
  const latest = moved.reduce<Moved | undefined>(
    (known, each) => (known && known.forecast >= each.forecast ? known : each),
    undefined,
  );
  const says = effectSentence({
    workingDays,
    calendarDays: was === undefined || is === undefined ? 0 : is - was,
    isDated: was === undefined && is !== undefined,
    startDays: old.start === now.start ? 0 : working(old.start, now.start),
    expected: last !== undefined && now.due !== undefined && last > now.due ? last : undefined,
    moved: moved.length,
    last: latest && { title: after.all.milestones[latest.number]?.title ?? '', day: latest.forecast },
    missed: missedBy({ before, after, number, at }),
  });
  return {
    workingDays,
    says,
    moved: moved.slice(0, mostMoved).map((each) => ({ ref: refOf(after.all, each.number), forecast: each.forecast })),
  };
}

interface Moved {
  readonly number: number;
  readonly forecast: Day;
}

/** All but the milestone itself whose forecast is another day. */
function movedIn(before: Forecasts, after: Forecasts, number: number): readonly Moved[] {
  const moved: Moved[] = [];
  for (let other = 0; other < after.forecast.length; other++) {
    const forecast = dayIn(after.forecast, other);
    if (other === number || forecast === undefined || forecast === dayIn(before.forecast, other)) continue;
    moved.push({ number: other, forecast });
  }
  return moved;
}

/** The deadline that is missed from now and was kept before: the milestone's own, else its project's, else that of another milestone. */
function missedBy({ before, after, number, at }: Compared): Missed | undefined {
  const { all } = after;
  const missOf = (other: number): number => {
    const deadline = all.milestones[other]?.deadline;
    const [was, is] = [dayIn(before.forecast, other), dayIn(after.forecast, other)];
    if (deadline === undefined || is === undefined || is <= deadline || !isAhead(all, other)) return 0;
    return was !== undefined && was > deadline ? 0 : is - deadline;
  };
  const own = missOf(number);
  if (own > 0) return { kind: 'own', days: own };
  const deadline = all.plans[at]?.plan.deadline;
  const [was, is] = [finishOf(before, at), finishOf(after, at)];
  if (deadline !== undefined && is !== undefined && is > deadline && !(was !== undefined && was > deadline)) {
    return { kind: 'project', days: is - deadline };
  }
  let worst: Missed | undefined;
  for (let other = 0; other < all.milestones.length; other++) {
    const days = missOf(other);
    if (days > (worst?.days ?? 0)) worst = { kind: 'other', days, title: all.milestones[other]?.title ?? '' };
  }
  return worst;
}

/** The latest forecast of what is ahead in one plan. */
function finishOf({ all, forecast }: Forecasts, plan: number): Day | undefined {
  let last: Day | undefined;
  for (let number = all.starts[plan] ?? 0; number < (all.starts[plan + 1] ?? 0); number++) {
    const day = dayIn(forecast, number);
    if (day !== undefined && isAhead(all, number) && (last === undefined || day > last)) last = day;
  }
  return last;
}
