// What the hints ask of one milestone, kept for as long as the milestone itself: an edit looks closely at what has changed only. Knows no other milestone.
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

const known = new WeakMap<Milestone, Facts>();

export function factsOf(milestone: Milestone): Facts {
  const kept = known.get(milestone);
  if (kept) return kept;
  const facts = look(milestone);
  known.set(milestone, facts);
  return facts;
}

function look(milestone: Milestone): Facts {
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

function vagueIn({ acceptanceCriteria }: Milestone): readonly number[] {
  const vague = acceptanceCriteria.flatMap(({ text, done }, at) => (done || isCheckable(text) ? [] : [at]));
  return vague.length > 0 ? vague : none;
}
