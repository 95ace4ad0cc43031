// Everything the health of one milestone follows from, gathered from what is known of all. Judges nothing.
import { againstOf, healthWord, healthWordForPlan } from './against';
import { dayIn } from './columns';
import { type DateColumns, isOpen } from './dates';
import type { Facts, Named, Neighbour } from './facts';
import type { Known, LateInside, OfPlan } from './known';
import { type Outline, planOf } from './outline';
import { progressAt } from './rollUp';

export function factsOf(known: Known, number: number, ofPlan: OfPlan): Facts | undefined {
  const { plan, today, days, overloads } = ofPlan;
  const { all, dates, progress, dueSoonDays, lateInside, outlook } = known;
  const milestone = all.milestones[number];
  const status = all.statuses[number];
  if (!milestone || !status) return undefined;
  const by = all.ruledBy[number] ?? number;
  const against = againstOf(known, ofPlan, number);
  return {
    number,
    milestone,
    plan,
    today,
    dueSoonDays,
    status,
    ruledBy: by === number ? undefined : all.milestones[by],
    dates: { forecast: dayIn(dates.forecast, number), lateDays: dates.lateDays[number] || undefined },
    progress: progressAt(progress, number),
    lateInside: lateInsideAt(known, lateInside, number),
    waits: worstWait(known, number),
    days,
    totalFloatDays: outlook.totalFloatOf(number),
    outlook,
    against,
    health: healthWord(known, ofPlan, number, against),
    healthForPlan: healthWordForPlan(known, ofPlan, number, against),
    overload: overloads.get(number),
  };
}

/** A milestone of any plan, by its number. */
export function namedIn(all: Outline, number: number): Named | undefined {
  const milestone = all.milestones[number];
  const plan = milestone && planOf(all, number);
  return plan && { milestone, plan };
}

function neighbour({ all, dates }: Known, number: number): Neighbour | undefined {
  const milestone = all.milestones[number];
  const status = all.statuses[number];
  const plan = milestone && planOf(all, number);
  return plan && status && { milestone, plan, status, lateDays: dates.lateDays[number] || undefined };
}

const noneLate: Facts['lateInside'] = { count: 0, worst: undefined };

function lateInsideAt(known: Known, { count, worst }: LateInside, number: number): Facts['lateInside'] {
  const late = count[number] ?? 0;
  return late === 0 ? noneLate : { count: late, worst: neighbour(known, worst[number] ?? -1) };
}

const nothing: Facts['waits'] = { count: 0, worst: undefined, until: 'finish' };

/** Of several predecessors the most late one matters, then one on hold, then a blocked one, then the one that is due last. */
function worstWait(known: Known, number: number): Facts['waits'] {
  const { starts, predecessor, toStart } = known.waits;
  const first = starts[number] ?? 0;
  const count = (starts[number + 1] ?? 0) - first;
  if (count === 0) return nothing;
  let worst: Neighbour | undefined;
  let until: Facts['waits']['until'] = 'finish';
  for (let at = first; at < first + count; at++) {
    const next = neighbour(known, predecessor[at] ?? -1);
    if (!next || (worst && !worse(next, worst))) continue;
    worst = next;
    until = toStart[at] === 1 ? 'start' : 'finish';
  }
  return { count, worst, until };
}

function worse(left: Neighbour, right: Neighbour): boolean {
  const late = (left.lateDays ?? 0) - (right.lateDays ?? 0);
  if (late !== 0) return late > 0;
  const held = Number(left.status === 'on-hold') - Number(right.status === 'on-hold');
  if (held !== 0) return held > 0;
  const blocked = Number(left.milestone.blockedBy !== undefined) - Number(right.milestone.blockedBy !== undefined);
  if (blocked !== 0) return blocked > 0;
  return (left.milestone.due ?? Number.NEGATIVE_INFINITY) > (right.milestone.due ?? Number.NEGATIVE_INFINITY);
}

export function lateInsideOf({ parents, statuses }: Outline, { lateDays }: DateColumns): LateInside {
  const count = new Uint32Array(parents.length);
  const worst = new Int32Array(parents.length).fill(-1);
  const late = (number: number) => (number >= 0 && isOpen(statuses[number]) ? (lateDays[number] ?? 0) : 0);
  for (let number = parents.length - 1; number >= 0; number--) {
    const parent = parents[number] ?? -1;
    if (parent < 0) continue;
    const own = late(number);
    // What comes first in the file is looked at last here, so it wins among equals.
    const latest = own > 0 && own >= late(worst[number] ?? -1) ? number : (worst[number] ?? -1);
    count[parent] = (count[parent] ?? 0) + (count[number] ?? 0) + (own > 0 ? 1 : 0);
    if (latest >= 0 && late(latest) >= late(worst[parent] ?? -1)) worst[parent] = latest;
  }
  return { count, worst };
}
