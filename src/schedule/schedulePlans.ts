// What follows from all plans on their days: progress, dates, waiting, health. Knows no clock: each plan's today comes in by the door.
import type { Day } from '../base/day';
import type { Joined } from '../model/join';
import type { Plan } from '../model/plan';
import type { Problem } from '../model/problem';
import { passesOf } from '../network/passes';
import { dayIn } from './columns';
import { datesOf } from './dates';
import { dayProblems } from './dayProblems';
import { criticalPathOf, type DriverGround } from './drivers';
import { earnedValueOf } from './earnedValue';
import { exposuresOf } from './exposure';
import { feasibilityOf } from './feasibility';
import { followed } from './followed';
import { judgeAll, milestonesOf } from './judge';
import type { Known, OfPlan } from './known';
import { lateInsideOf } from './milestoneFacts';
import { networkOf } from './networkOf';
import type { Workers } from './networkOfCalendars';
import { isAhead, outline, refOf, type ScheduleInput } from './outline';
import { type Explained, outlookOf } from './outlook';
import { pertOf } from './pert';
import type { PlanGround } from './planGround';
import { planHealth } from './planHealth';
import { planRag } from './planRag';
import { planQuality } from './quality';
import { rollUp, shownPercent } from './rollUp';
import type { Feasibility, PlanSchedule } from './schedule';
import { scheduleProblems } from './scheduleProblems';
import { waits } from './waiting';
import { workingDaysOf } from './workingDays';

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
  const known = wholeOf(plans, joined, options);
  const { all, links, progress, todays } = known;
  const quality = planQuality(all, links, progress.hours);
  const schedules = new Map<string, PlanSchedule>();
  plans.forEach((input, position) => {
    const today = todays[position];
    if (today === undefined) return;
    const others = () => [
      ...(joined.problems.get(input.uri) ?? []),
      ...dayProblems(input, today),
      ...quality(position),
    ];
    schedules.set(input.uri, scheduleOne(known, position, today, input.places ? others : none));
  });
  return schedules;
}

function wholeOf(plans: readonly ScheduleInput[], joined: Joined, options: ScheduleOptions): Whole {
  const todays = plans.map(({ plan }) => options.todayFor(plan));
  const all = outline(plans);
  const links = followed(all, joined);
  const progress = rollUp(all);
  const { network, workers } = networkOf(all, links, todays, progress);
  const passes = passesOf(network);
  const dates = datesOf(all, todays, network, passes);
  const ground = { all, links, network, passes, dates, todays };
  const outlook = outlookOf(ground);
  return {
    // Named one by one: what is spread is slower to look into.
    all,
    links,
    network,
    passes,
    dates,
    todays,
    progress,
    workers,
    outlook,
    limits: outlook.limits,
    waits: waits(all, links, progress),
    lateInside: lateInsideOf(all, dates),
    dueSoonDays: options.dueSoonDays,
  };
}

/** What is computed for all plans at once. */
interface Whole extends Known, DriverGround {
  readonly workers: Workers;
  readonly outlook: Explained;
  readonly limits: Explained['limits'];
}

const none = (): readonly Problem[] => [];

/** What is to be said against the plan is looked for when somebody asks; `others` finds what the schedule itself does not. */
function scheduleOne(known: Whole, position: number, today: Day, others: () => readonly Problem[]): PlanSchedule {
  const { all, progress, workers } = known;
  const plan = all.plans[position]?.plan;
  const whole = progress.plans[position];
  if (!plan || !whole) throw new RangeError('No such plan');
  const ground: PlanGround = { all, plan, position, today, progress, workerOf: (owner) => workers.of(position, owner) };
  const overloads = new Map<number, Feasibility>();
  const feasibility = feasibilityOf(ground, overloads);
  const exposures = exposuresOf(all, position);
  const ofPlan: OfPlan = { plan, today, days: workingDaysOf(plan), overloads };
  const judged = judgeAll(known, ground, ofPlan);
  const verdict = planHealth(plan, today, judged);
  const earned = earnedValueOf(ground);
  const forecast = lastForecastOf(known, position);
  const forecastOf = (number: number) => dayIn(known.dates.forecast, number);
  const path = criticalPathOf(known, known.outlook.drivers, position);
  const pert = pertOf(known, known.outlook.drivers, path);
  const scheduled = { ...ground, feasibility, forecastOf, outlook: known.outlook };
  let problems: readonly Problem[] | undefined;
  return {
    today,
    progressPercent: shownPercent(whole),
    health: verdict.health,
    healthReason: verdict.reason,
    milestones: milestonesOf(known, ground, ofPlan, exposures),
    counts: judged.counts,
    get problems() {
      problems ??= [...others(), ...scheduleProblems(scheduled)];
      return problems;
    },
    rag: planRag({ plan, today, feasibility, verdict }, judged),
    ...(forecast === undefined ? {} : { forecast }),
    criticalPath: path.map((number) => refOf(all, number)),
    feasibility,
    exposure: exposures.whole,
    ...(earned ? { earned } : {}),
    ...(pert ? { pert } : {}),
  };
}

/** The latest of what is still ahead, else the last actual finish. */
function lastForecastOf({ all, dates }: Whole, position: number): Day | undefined {
  let ahead: Day | undefined;
  let done: Day | undefined;
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    const day = dayIn(dates.forecast, number);
    if (day === undefined) continue;
    if (!isAhead(all, number)) done = done === undefined || day > done ? day : done;
    else ahead = ahead === undefined || day > ahead ? day : ahead;
  }
  return ahead ?? done;
}
