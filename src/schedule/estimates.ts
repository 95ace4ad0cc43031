// The three-point estimates and the risks of plans, as the network of their milestones takes them. Knows no chance.
import type { Duration } from '../base/duration';
import type { Milestone, Plan, Risk } from '../model/plan';
import type { Risk as Delay } from '../network/delays';
import type { Estimates } from '../network/draws';
import type { ThreePoint } from '../network/pert';
import type { Mapped } from './networkOf';
import { daysOfWork, type Worker } from './networkOfCalendars';
import { isAhead, type Outline } from './outline';

/** Whether a plan says of anything that it is uncertain; most plans do not. */
export function isUncertain({ risks, milestones }: Plan): boolean {
  if (risks.some(mayDelay)) return true;
  const waiting = [...milestones];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.risks.some(mayDelay) || isSpread(next)) return true;
    for (const inside of next.milestones) waiting.push(inside);
  }
  return false;
}

/**
 * What is left to do of a milestone between its outer estimates: the likely one stands for the working days that the network has for it, so that an estimate
 * shrinks with what is done, and spreads a duration that is stated beside it. A likely one of nothing has no share, and the outer ones shrink by themselves.
 * `undefined` where nothing is estimated or left.
 */
export function estimateOf(
  all: Outline,
  { network, workers, progress }: Mapped,
  number: number,
): ThreePoint | undefined {
  const milestone = all.milestones[number];
  const left = network.duration[number] ?? 0;
  if (!milestone || !isSpread(milestone) || !isOpenLeaf(all, number)) return undefined;
  const { likely, optimistic = likely, pessimistic = likely } = milestone.effort ?? { likely: none };
  const worker = workers.of(all.planOf[number] ?? 0, all.owners[number]);
  const whole = daysOfWork(likely, worker);
  if (left <= 0 && (whole > 0 || all.statuses[number] === 'submitted' || isLeftStated(milestone))) return undefined;
  const share = whole > 0 ? left / whole : 1 - (progress.percent[number] ?? 0) / 100;
  const outer = [optimistic, pessimistic].map((duration) => daysOfWork(duration, worker) * share);
  // Whatever the order they are written in, the likely one lies between the others.
  const estimate = {
    optimistic: Math.max(0, Math.min(left, ...outer)),
    likely: left,
    pessimistic: Math.max(left, ...outer),
  };
  return estimate.pessimistic > 0 ? estimate : undefined;
}

/** Whether something else than its effort says how much is left of it. */
function isLeftStated({ remaining, duration }: Milestone): boolean {
  return remaining !== undefined || duration !== undefined;
}

/** Of all milestones that have one. */
export function estimatesOf(all: Outline, mapped: Mapped): Estimates {
  const found: (ThreePoint & { readonly node: number })[] = [];
  for (let node = 0; node < all.milestones.length; node++) {
    const estimate = estimateOf(all, mapped, node);
    if (estimate) found.push({ ...estimate, node });
  }
  return {
    node: Uint32Array.from(found, ({ node }) => node),
    optimistic: Float64Array.from(found, ({ optimistic }) => optimistic),
    likely: Float64Array.from(found, ({ likely }) => likely),
    pessimistic: Float64Array.from(found, ({ pessimistic }) => pessimistic),
  };
}

/** The open risks with a probability and an impact in time: of milestones that are ahead, and of plans that hold one. */
export function risksOf(all: Outline, { workers }: Mapped): readonly Delay[] {
  const found: Delay[] = [];
  all.plans.forEach(({ plan }, project) => {
    const end = all.starts[project + 1] ?? 0;
    let ahead = false;
    for (let node = all.starts[project] ?? 0; node < end; node++) {
      if (!isAhead(all, node)) continue;
      ahead = true;
      const worker = workers.of(project, all.owners[node]);
      for (const risk of all.milestones[node]?.risks ?? []) found.push(...delayOf(risk, worker, { project, node }));
    }
    for (const risk of ahead ? plan.risks : [])
      found.push(...delayOf(risk, workers.of(project, undefined), { project }));
  });
  return found;
}

/** Whether a milestone does work of its own that can still move. */
export function isOpenLeaf(all: Outline, number: number): boolean {
  return isAhead(all, number) && all.ends[number] === number + 1;
}

const none: Duration = { weeks: 0, days: 0, hours: 0 };

function isSpread({ effort }: Milestone): boolean {
  return effort?.optimistic !== undefined && effort.pessimistic !== undefined;
}

function mayDelay({ status, probability, impact }: Risk): boolean {
  return status === 'open' && (probability ?? 0) > 0 && impact !== undefined && 'time' in impact;
}

/** In working days of the one who does the work that is late then. */
function delayOf(risk: Risk, worker: Worker, at: Pick<Delay, 'project' | 'node'>): readonly Delay[] {
  const { probability = 0, impact } = risk;
  if (!mayDelay(risk) || !impact || !('time' in impact)) return [];
  const days = daysOfWork(impact.time, worker);
  return days > 0 ? [{ ...at, probability: Math.min(1, probability), days }] : [];
}
