// What the hints ask of one milestone; an edit looks closely only at words that have changed. Knows no other milestone.
import type { Day } from '../base/day';
import { noMoney } from '../base/money';
import type { Milestone } from '../model/plan';
import { isCheckable } from './qualityWords';

export interface Facts {
  readonly owner: string | undefined;
  /** An owner, or one of the roles that do the work. */
  readonly isOwned: boolean;
  readonly isDescribed: boolean;
  /** It has a start or a predecessor. */
  readonly begins: boolean;
  readonly isMeasured: boolean;
  readonly isPaid: boolean;
  /** It has milestones inside that count. */
  readonly isSplit: boolean;
  /** Its share in the milestone around may differ from that of others. */
  readonly isWeighed: boolean;
  /** Which of its criteria are open and cannot be checked. */
  readonly vague: readonly number[];
  readonly start: Day | undefined;
  readonly due: Day | undefined;
  readonly completed: Day | undefined;
}

export function factsOf(milestone: Milestone): Facts {
  const { owner, responsible, accountable, description, start, started, due, completed, amount } = milestone;
  return {
    owner,
    isOwned: owner !== undefined || responsible.length > 0 || accountable.length > 0,
    isDescribed: description !== undefined && /\S/.test(description),
    begins: start !== undefined || started !== undefined || milestone.dependsOn.length > 0,
    isMeasured: milestone.acceptanceCriteria.length > 0,
    isPaid: amount !== undefined && amount > noMoney,
    isSplit: milestone.milestones.some(({ status }) => status !== 'cancelled'),
    isWeighed: milestone.weight !== undefined || milestone.effort !== undefined || milestone.tasks.length > 0,
    vague: vagueIn(milestone),
    start: started ?? start,
    due,
    completed,
  };
}

const none: readonly number[] = [];
/** Words are looked at once for as long as the milestone stays as it is. */
const known = new WeakMap<Milestone, readonly number[]>();

function vagueIn(milestone: Milestone): readonly number[] {
  const { acceptanceCriteria } = milestone;
  // Most criteria name a number, which is seen faster than anything can be looked up.
  if (acceptanceCriteria.every(({ text, done }) => done || /[0-9]/.test(text))) return none;
  const kept = known.get(milestone);
  if (kept) return kept;
  const vague = acceptanceCriteria.flatMap(({ text, done }, at) => (done || isCheckable(text) ? [] : [at]));
  const found = vague.length > 0 ? vague : none;
  known.set(milestone, found);
  return found;
}
