// Plans as a network of work: each milestone a node of the same number, in working days of the one who does it. Knows no sentence and computes no date.
import { addDays, type Day } from '../base/day';
import type { Network } from '../network/network';
import { dayIn, noDay, saying } from './columns';
import type { Followed } from './followed';
import { daysOfWork, type Worker, type Workers, workersOf } from './networkOfCalendars';
import { linkTypesOf } from './networkOfLinks';
import { type Parts, partsOf } from './networkOfParts';
import { shareOf, workLeft } from './networkOfWork';
import type { Outline } from './outline';
import type { RollUp } from './rollUp';

/** A network and the way back from its positions to days. */
export interface Mapped {
  readonly network: Network;
  readonly workers: Workers;
  readonly progress: RollUp;
}

/** `todays` holds today for each plan by position. Linear in the milestones and links of all plans together. */
export function networkOf(all: Outline, links: Followed, todays: readonly Day[], progress: RollUp): Mapped {
  const { milestones, statuses, starts, owners, people } = all;
  const { says, effort } = all.columns;
  const workers = workersOf(all.plans.map(({ plan }) => plan));
  const columns = columnsOf(milestones.length, partsOf(all));
  const inside = statedInside(all);
  all.plans.forEach(({ plan: { start } }, plan) => {
    const today = todays[plan];
    if (today === undefined) return;
    const when: When = { all, columns, inside, today, from: start ?? today };
    const workerOf = workers.team(plan);
    const itself = workerOf(undefined);
    const team = all.plans[plan]?.plan.people.map(({ key }) => workerOf(key)) ?? [];
    for (let number = starts[plan] ?? 0; number < (starts[plan + 1] ?? 0); number++) {
      const worker = team[people[number] ?? -1] ?? itself;
      columns.calendar[number] = worker.calendar;
      if (columns.left[number] === 1) continue;
      const status = statuses[number];
      if (status === 'done') {
        placeDone(when, number, worker);
        continue;
      }
      placeOpen(when, number, worker);
      if (columns.holds[number] === 1 || status === 'submitted' || ((says[number] ?? 0) & works) === 0) continue;
      const milestone = milestones[number];
      const openShare = 1 - (progress.percent[number] ?? 0) / 100;
      const whole = ((says[number] ?? 0) & otherwise) === 0 ? effort[number] : undefined;
      if (whole) columns.duration[number] = shareOf(whole, openShare, worker);
      else if (milestone)
        columns.duration[number] = workLeft(milestone, openShare, worker, (other) => workerOf(other ?? owners[number]));
    }
  });
  return { network: networkFrom(all, links, columns, workers), workers, progress };
}

const otherwise = saying.remaining | saying.duration;
const works = saying.remaining | saying.duration | saying.effort | saying.tasks;

/** By number, the first start or due date that is stated inside. */
function statedInside({ columns: { start, due }, parents }: Outline): Float64Array {
  const first = new Float64Array(parents.length).fill(Number.POSITIVE_INFINITY);
  for (let number = parents.length - 1; number >= 0; number--) {
    const parent = parents[number] ?? -1;
    if (parent < 0) continue;
    let day = first[number] ?? 0;
    if (start[number] !== noDay) day = Math.min(day, start[number] ?? day);
    if (due[number] !== noDay) day = Math.min(day, due[number] ?? day);
    if (day < (first[parent] ?? 0)) first[parent] = day;
  }
  return first;
}

type Columns = ReturnType<typeof columnsOf>;

function columnsOf(count: number, { left, parent, holds }: Parts) {
  return {
    left,
    parent,
    holds,
    calendar: new Uint32Array(count),
    stated: new Uint8Array(count),
    duration: new Float64Array(count),
    startFrom: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    finishFrom: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    actualStart: new Float64Array(count).fill(Number.NaN),
    actualFinish: new Float64Array(count).fill(Number.NaN),
    finishTo: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
  };
}

/** The plan that milestones are placed in. */
interface When {
  readonly all: Outline;
  readonly columns: Columns;
  /** As `statedInside` gives it. */
  readonly inside: Float64Array;
  readonly today: Day;
  /** The start of the whole plan. */
  readonly from: Day;
}

/** Of what holds others and was done without a day, those inside say when it was. */
function placeDone({ all, columns }: When, number: number, { days }: Worker): void {
  const completed = dayIn(all.columns.completed, number);
  const began = dayIn(all.columns.started, number) ?? dayIn(all.columns.start, number);
  if (completed === undefined) return;
  const finish = days.before(addDays(completed, 1));
  columns.stated[number] = 1;
  columns.actualFinish[number] = finish;
  if (began === undefined || began > completed) return;
  columns.actualStart[number] = days.before(began);
  columns.duration[number] = finish - days.before(began);
}

function placeOpen({ all, columns, inside, today, from }: When, number: number, { days }: Worker): void {
  const { due, deadline, limit, started } = all.columns;
  const isDue = due[number] !== noDay;
  const overdue = limit[number] !== noDay && (limit[number] ?? 0) < today;
  if (overdue) columns.finishFrom[number] = days.before(addDays(today, 1));
  else if (isDue) columns.finishFrom[number] = days.before(((due[number] ?? 0) + 1) as Day);
  if (deadline[number] !== noDay) columns.finishTo[number] = days.before(((deadline[number] ?? 0) + 1) as Day);
  const start = startOf(all.columns.start[number] ?? noDay, inside[number] ?? 0);
  const status = all.statuses[number];
  const working = status === 'in-progress' || status === 'submitted';
  const began = started[number] === noDay && working ? start : (started[number] ?? noDay);
  const hasBegun = began !== noDay && began <= today && columns.holds[number] === 0;
  if (hasBegun) columns.actualStart[number] = days.before(began as Day);
  // What has begun goes on today, whenever it was to begin.
  const first = hasBegun ? today : (Math.max(start, from, today) as Day);
  columns.startFrom[number] = days.before(first);
  columns.stated[number] = start !== noDay || isDue || overdue || hasBegun ? 1 : 0;
}

/** What is stated inside is known better than the start of the milestone around, which does not hold it back then. */
function startOf(start: number, inside: number): number {
  return start !== noDay && inside < start ? inside : start;
}

function networkFrom(all: Outline, links: Followed, columns: Columns, workers: Workers): Network {
  const { predecessor, successor } = links;
  const lag = new Float64Array(predecessor.length);
  for (const [link, written] of links.lags) {
    const number = successor[link] ?? 0;
    lag[link] = daysOfWork(written, workers.of(all.planOf[number] ?? 0, all.owners[number]));
  }
  return {
    count: all.milestones.length,
    calendar: columns.calendar,
    parent: columns.parent,
    left: columns.left,
    stated: columns.stated,
    duration: columns.duration,
    startFrom: columns.startFrom,
    finishFrom: columns.finishFrom,
    actualStart: columns.actualStart,
    actualFinish: columns.actualFinish,
    finishTo: columns.finishTo,
    project: all.planOf,
    projects: all.plans.map(({ plan }, at) => ({
      calendar: workers.of(at, undefined).calendar,
      deadline: plan.deadline,
    })),
    calendars: workers.calendars,
    linksFrom: links.starts,
    predecessor,
    type: linkTypesOf(all, links, columns),
    lag,
  };
}
