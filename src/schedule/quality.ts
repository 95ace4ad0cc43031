// What makes a plan realistic and measurable, as hints where it is missing. Knows the calendar and the other plans, no day "today".
import type { Day } from '../base/day';
import type { Problem } from '../model/problem';
import type { Followed } from './followed';
import { isAhead, type Outline } from './outline';
import { type Bounds, boundsOf } from './qualityBounds';
import { hintDays } from './qualityDays';
import { type Facts, factsOf } from './qualityFacts';
import { hintGaps } from './qualityGaps';
import { collectHints } from './qualityHints';
import { inherited } from './qualityInherited';
import type { Looked } from './qualityLooked';
import { hintMilestone } from './qualityMilestone';
import { hintApprover, hintWeights } from './qualityPlan';
import { workingDaysOf } from './workingDays';

/**
 * The hints on each plan by its position. Nothing is said about what is done or cancelled, and nothing about a plan whose text cannot be read now.
 * Linear in the milestones and links of all plans together.
 */
export function planQuality(
  all: Outline,
  links: Followed,
  hours: Float64Array,
): (position: number) => readonly Problem[] {
  let bounds: Bounds | undefined;
  return (position) => {
    const { plan, places, fields } = all.plans[position] ?? {};
    if (!plan || !places) return [];
    bounds ??= boundsOf(all, links);
    const { hint, all: hints } = collectHints();
    const first = all.starts[position] ?? 0;
    const facts = all.milestones.slice(first, all.starts[position + 1]).map(factsOf);
    lookAt({
      all,
      plan,
      position,
      first,
      facts,
      hours,
      places,
      fields: fields ?? new Map(),
      firstDue: firstDueOf(all, first, facts),
      inherited: inherited(all, first, facts),
      bounds,
      days: workingDaysOf(plan),
      hint,
    });
    return hints();
  };
}

function lookAt(looked: Looked): void {
  const { first, facts, all } = looked;
  facts.forEach((own, at) => {
    const number = first + at;
    if (!isAhead(all, number)) return;
    hintMilestone(looked, number, own);
    if (own.due !== undefined) hintDays(looked, number, own.due);
  });
  hintGaps(looked);
  hintWeights(looked);
  hintApprover(looked);
}

function firstDueOf({ statuses }: Outline, first: number, facts: readonly Facts[]): Day | undefined {
  let earliest: Day | undefined;
  facts.forEach(({ due }, at) => {
    if (due === undefined || statuses[first + at] === 'cancelled') return;
    if (earliest === undefined || due < earliest) earliest = due;
  });
  return earliest;
}
