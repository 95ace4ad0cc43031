// What follows from all plans on their days: progress, dates, waiting, health. Knows no clock: each plan's today comes in by the door.
import type { Day } from '../base/day';
import type { Joined } from '../model/join';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { type Dates, datesOf, isOpen, limitOf } from './dates';
import { dayProblems } from './dayProblems';
import { type Facts, healthForPlan, healthOf, type Neighbour, type Verdict } from './health';
import { type Outline, outline, type ScheduleInput } from './outline';
import { type Judged, planHealth } from './planHealth';
import { planQuality } from './quality';
import { type RollUp, rollUp, shownPercent } from './rollUp';
import type { MilestoneSchedule, PlanSchedule } from './schedule';
import { type Wait, type Waits, waits } from './waiting';

export interface ScheduleOptions {
  /** Today where the plan is kept. */
  todayFor(plan: Plan): Day;
  /** Calendar days; what is due today is 0 days away. */
  readonly dueSoonDays: number;
}

/** By URI. Linear in the milestones and links of all plans together. */
export function schedulePlans(
  plans: readonly ScheduleInput[],
  joined: Joined,
  options: ScheduleOptions,
): ReadonlyMap<string, PlanSchedule> {
  const all = outline(plans);
  const todays = plans.map(({ plan }) => options.todayFor(plan));
  const progress = rollUp(all);
  const dates = datesOf(all, todays);
  const known: Known = {
    all,
    progress,
    dates,
    waits: waits(all, joined.links, progress),
    lateInside: lateInsideOf(all, dates),
    dueSoonDays: options.dueSoonDays,
  };
  const quality = planQuality(all, joined.links);
  const schedules = new Map<string, PlanSchedule>();
  plans.forEach((input, position) => {
    const today = todays[position];
    if (today === undefined) return;
    const problems = [...(joined.problems.get(input.uri) ?? []), ...dayProblems(input, today), ...quality(position)];
    schedules.set(input.uri, scheduleOne(known, position, today, input.places ? problems : []));
  });
  return schedules;
}

/** What is computed for all plans at once. */
interface Known {
  readonly all: Outline;
  readonly progress: RollUp;
  readonly dates: readonly Dates[];
  readonly waits: Waits;
  readonly lateInside: readonly LateInside[];
  readonly dueSoonDays: number;
}

interface LateInside {
  readonly count: number;
  /** Number of the first of the latest, or -1. */
  readonly worst: number;
}

function scheduleOne(known: Known, position: number, today: Day, problems: readonly Problem[]): PlanSchedule {
  const { all, progress } = known;
  const milestones = new Map<string, MilestoneSchedule>();
  const judged: Judged[] = [];
  const counts = { late: 0, dueToday: 0, done: 0, total: 0 };
  const plan = all.plans[position]?.plan;
  const whole = progress.plans[position];
  if (!plan || !whole) throw new RangeError('No such plan');
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    const facts = factsOf(known, number, plan, today);
    if (!facts) continue;
    const { milestone, status, dates } = facts;
    const own = healthOf(facts);
    const { health, reason } = healthForPlan(facts, own);
    if (own.health === 'late') counts.late++;
    if (isOpen(status) && limitOf(milestone) === today) counts.dueToday++;
    if (status === 'done') counts.done++;
    if (status !== 'cancelled') counts.total++;
    const around = all.milestones[all.parents[number] ?? -1];
    judged.push({ milestone, around, status, lateDays: dates.lateDays, health, reason });
    milestones.set(milestone.key, milestoneSchedule(known, number, facts, own));
  }
  const { health, reason } = planHealth(plan, today, judged, counts);
  return { today, progressPercent: shownPercent(whole), health, healthReason: reason, milestones, counts, problems };
}

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

function milestoneSchedule(known: Known, number: number, { progress, dates }: Facts, own: Verdict): MilestoneSchedule {
  const { forecast, finishVarianceDays, daysToDue, lateDays, spanStart, spanEnd } = dates;
  const result: Mutable<MilestoneSchedule> = {
    progressPercent: shownPercent(progress),
    progressReason: progress.reason,
    health: own.health,
    healthReason: own.reason,
    waitsFor: known.waits.get(number)?.flatMap(({ predecessor }) => known.all.refs[predecessor] ?? []) ?? nothing,
  };
  if (forecast !== undefined) result.forecast = forecast;
  if (finishVarianceDays !== undefined) result.finishVarianceDays = finishVarianceDays;
  if (daysToDue !== undefined) result.daysToDue = daysToDue;
  if (lateDays !== undefined) result.lateDays = lateDays;
  if (spanStart !== undefined) result.spanStart = spanStart;
  if (spanEnd !== undefined) result.spanEnd = spanEnd;
  return result;
}

const nothing: readonly never[] = Object.freeze([]);

function factsOf(known: Known, number: number, plan: Plan, today: Day): Facts | undefined {
  const { all, dates, progress, dueSoonDays } = known;
  const milestone = all.milestones[number];
  const status = all.statuses[number];
  const own = dates[number];
  const done = progress.milestones[number];
  if (!milestone || !status || !own || !done) return undefined;
  const by = all.ruledBy[number] ?? number;
  const within = known.lateInside[number];
  return {
    milestone,
    plan,
    today,
    dueSoonDays,
    status,
    ruledBy: by === number ? undefined : all.milestones[by],
    dates: own,
    progress: done,
    lateInside: { count: within?.count ?? 0, worst: neighbour(known, within?.worst ?? -1) },
    waits: worstWait(known, known.waits.get(number) ?? nothing),
  };
}

function neighbour({ all, dates }: Known, number: number): Neighbour | undefined {
  const milestone = all.milestones[number];
  const status = all.statuses[number];
  return milestone && status && { milestone, status, lateDays: dates[number]?.lateDays };
}

/** Of several predecessors the most late one matters, then one on hold, then the one that is due last. */
function worstWait(known: Known, waits: readonly Wait[]): Facts['waits'] {
  let worst: Neighbour | undefined;
  let until: Wait['until'] = 'finish';
  for (const wait of waits) {
    const next = neighbour(known, wait.predecessor);
    if (!next || (worst && !worse(next, worst))) continue;
    worst = next;
    until = wait.until;
  }
  return { count: waits.length, worst, until };
}

function worse(left: Neighbour, right: Neighbour): boolean {
  const late = (left.lateDays ?? 0) - (right.lateDays ?? 0);
  if (late !== 0) return late > 0;
  const held = Number(left.status === 'on-hold') - Number(right.status === 'on-hold');
  if (held !== 0) return held > 0;
  return (left.milestone.due ?? Number.NEGATIVE_INFINITY) > (right.milestone.due ?? Number.NEGATIVE_INFINITY);
}

function lateInsideOf({ parents, statuses }: Outline, dates: readonly Dates[]): LateInside[] {
  const found = parents.map((): LateInside => ({ count: 0, worst: -1 }));
  const lateDays = (number: number) => (isOpen(statuses[number]) ? (dates[number]?.lateDays ?? 0) : 0);
  for (let number = parents.length - 1; number >= 0; number--) {
    const parent = found[parents[number] ?? -1];
    const own = found[number];
    if (!parent || !own) continue;
    const late = lateDays(number) > 0;
    // What comes first in the file is looked at last here, so it wins among equals.
    const worst = late && lateDays(number) >= lateDays(own.worst) ? number : own.worst;
    found[parents[number] ?? -1] = {
      count: parent.count + own.count + Number(late),
      worst: worst >= 0 && lateDays(worst) >= lateDays(parent.worst) ? worst : parent.worst,
    };
  }
  return found;
}
