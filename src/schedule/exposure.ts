// What the open risks of a plan weigh, in time and in money. Knows no day.
import { type Money, sumOfShares } from '../base/money';
import type { Risk } from '../model/plan';
import { saying } from './columns';
import { isAhead, type Outline } from './outline';
import type { Exposure } from './schedule';
import { type HoursOf, hoursIn } from './workingTime';

export interface Exposures {
  /** Of the plan's own risks and those of all its milestones. */
  readonly whole: Exposure;
  /** By number of the outline, of the milestone's own risks; absent where none is open and weighed. */
  readonly milestones: ReadonlyMap<number, Exposure>;
}

/** Σ probability × impact. What is done or cancelled is not at risk any more, and a risk without a probability or an impact weighs nothing yet. */
export function exposuresOf(all: Outline, position: number): Exposures {
  const plan = all.plans[position]?.plan;
  if (!plan) throw new RangeError('No such plan');
  const hoursOf = hoursIn(plan);
  const milestones = new Map<number, Exposure>();
  const everything = [...weighed(plan.risks)];
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    if (((all.columns.says[number] ?? 0) & saying.risks) === 0 || !isAhead(all, number)) continue;
    const risks = all.milestones[number]?.risks ?? [];
    const found = weighed(risks);
    if (found.length === 0) continue;
    milestones.set(number, exposureOf(found, hoursOf));
    everything.push(...found);
  }
  return { whole: exposureOf(everything, hoursOf), milestones };
}

interface Weighed {
  readonly probability: number;
  readonly impact: NonNullable<Risk['impact']>;
}

function weighed(risks: readonly Risk[]): readonly Weighed[] {
  return risks.flatMap(({ status, probability, impact }) =>
    status === 'open' && probability !== undefined && impact ? [{ probability, impact }] : [],
  );
}

function exposureOf(risks: readonly Weighed[], hoursOf: HoursOf): Exposure {
  const perDay = hoursOf({ weeks: 0, days: 1, hours: 0 }, undefined);
  let hours = 0;
  const amounts: { share: number; amount: Money }[] = [];
  for (const { probability, impact } of risks) {
    if ('time' in impact) hours += probability * hoursOf(impact.time, undefined);
    else amounts.push({ share: probability, amount: impact.money });
  }
  return { days: hours / perDay, money: sumOfShares(amounts) };
}
