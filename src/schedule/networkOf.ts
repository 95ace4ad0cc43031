// Plans as a network of work: each milestone a node of the same number, in working days of the one who does it. Knows no sentence and computes no date.
import { addDays, type Day } from '../base/day';
import type { Milestone, Status } from '../model/plan';
import type { Network } from '../network/network';
import { limitOf } from './dates';
import type { Followed } from './followed';
import { daysOfWork, type Worker, type Workers, workersOf } from './networkOfCalendars';
import { linkTypesOf } from './networkOfLinks';
import { partsOf } from './networkOfParts';
import { workLeft } from './networkOfWork';
import type { Outline } from './outline';
import type { RollUp } from './rollUp';

/** A network and the way back from its positions to days. */
export interface Mapped {
  readonly network: Network;
  readonly workers: Workers;
}

/** `todays` holds today for each plan by position. Linear in the milestones and links of all plans together. */
export function networkOf(all: Outline, links: Followed, todays: readonly Day[], progress: RollUp): Mapped {
  const { milestones, statuses, planOf, owners } = all;
  const workers = workersOf(all.plans.map(({ plan }) => plan));
  const columns = { ...columnsOf(milestones.length), ...partsOf(all) };
  const inside = statedInside(all);
  for (let number = 0; number < milestones.length; number++) {
    const milestone = milestones[number];
    const status = statuses[number];
    const plan = planOf[number] ?? 0;
    const today = todays[plan];
    if (!milestone || !status || today === undefined) continue;
    const owner = owners[number];
    const worker = workers.of(plan, owner);
    columns.calendar[number] = worker.calendar;
    if (columns.left[number] === 1) continue;
    if (status === 'done') {
      placeDone(columns, number, milestone, worker);
      continue;
    }
    const start = startOf(milestone, inside[number] ?? 0);
    placeOpen(columns, number, { milestone, start, status, worker, today, from: all.plans[plan]?.plan.start ?? today });
    if (columns.holds[number] === 1 || status === 'submitted') continue;
    const openShare = 1 - (progress.milestones[number]?.exactPercent ?? 0) / 100;
    columns.duration[number] = workLeft(milestone, openShare, worker, (other) => workers.of(plan, other ?? owner));
  }
  return { network: networkFrom(all, links, columns, workers), workers };
}

/** By number, the first start or due date that is stated inside. */
function statedInside({ milestones, parents }: Outline): Float64Array {
  const first = new Float64Array(milestones.length).fill(Number.POSITIVE_INFINITY);
  for (let number = milestones.length - 1; number >= 0; number--) {
    const parent = parents[number] ?? -1;
    if (parent < 0) continue;
    const { start, due } = milestones[number] ?? {};
    first[parent] = Math.min(first[parent] ?? 0, first[number] ?? 0, start ?? Infinity, due ?? Infinity);
  }
  return first;
}

/** What is stated inside is known better than the start of the milestone around, which does not hold it back then. */
function startOf({ start }: Milestone, inside: number): Day | undefined {
  return start !== undefined && inside < start ? (inside as Day) : start;
}

type Columns = ReturnType<typeof columnsOf> & ReturnType<typeof partsOf>;

function columnsOf(count: number) {
  return {
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

/** Of what holds others and was done without a day, those inside say when it was. */
function placeDone(columns: Columns, number: number, milestone: Milestone, { days }: Worker): void {
  const { completed, started, start } = milestone;
  if (completed === undefined) return;
  const finish = days.before(addDays(completed, 1));
  const began = started ?? start;
  columns.stated[number] = 1;
  columns.actualFinish[number] = finish;
  if (began === undefined || began > completed) return;
  columns.actualStart[number] = days.before(began);
  columns.duration[number] = finish - days.before(began);
}

interface Open {
  readonly milestone: Milestone;
  readonly start: Day | undefined;
  readonly status: Status;
  readonly worker: Worker;
  readonly today: Day;
  /** The start of the whole plan. */
  readonly from: Day;
}

function placeOpen(columns: Columns, number: number, open: Open): void {
  const { milestone, start, status, today, from } = open;
  const { days } = open.worker;
  const { due, deadline, started } = milestone;
  const limit = limitOf(milestone);
  const overdue = limit !== undefined && limit < today;
  if (overdue) columns.finishFrom[number] = days.before(addDays(today, 1));
  else if (due !== undefined) columns.finishFrom[number] = days.before(addDays(due, 1));
  if (deadline !== undefined) columns.finishTo[number] = days.before(addDays(deadline, 1));
  const began = started ?? (status === 'in-progress' || status === 'submitted' ? start : undefined);
  const hasBegun = began !== undefined && began <= today && columns.holds[number] === 0;
  if (hasBegun) columns.actualStart[number] = days.before(began);
  // What has begun goes on today, whenever it was to begin.
  const first = hasBegun ? today : (Math.max(start ?? today, from, today) as Day);
  columns.startFrom[number] = days.before(first);
  columns.stated[number] = start !== undefined || due !== undefined || overdue || hasBegun ? 1 : 0;
}

function networkFrom(all: Outline, links: Followed, columns: Columns, workers: Workers): Network {
  const { predecessor, successor } = links;
  const lag = new Float64Array(predecessor.length);
  for (let link = 0; link < lag.length; link++) {
    const written = links.lagOf(link);
    const number = successor[link] ?? 0;
    if (written) lag[link] = daysOfWork(written, workers.of(all.planOf[number] ?? 0, all.owners[number]));
  }
  return {
    count: all.milestones.length,
    ...columns,
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
