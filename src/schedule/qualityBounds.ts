// Between which days a due date may move without contradicting another one, and which predecessor it contradicts now. Knows no calendar.
import type { Day } from '../base/day';
import { isNegative } from '../base/duration';
import type { Joined } from '../model/join';
import { isAhead, type Outline } from './outline';

export interface Bounds {
  /** By number: the number of the latest predecessor that must be finished before, among those that are still ahead. */
  readonly predecessor: ReadonlyMap<number, number>;
  /** By number: the earliest due date among what waits for it. */
  readonly successorDue: ReadonlyMap<number, Day>;
}

/** Looks at finish-to-start dependencies without a negative lag: only those say that one due date comes after another. */
export function boundsOf(all: Outline, links: Joined['links']): Bounds {
  const { milestones, numbers } = all;
  const predecessor = new Map<number, number>();
  const successorDue = new Map<number, Day>();
  for (const link of links) {
    if (link.type !== 'FS' || link.inCycle || (link.lag && isNegative(link.lag))) continue;
    const from = numbers.get(link.predecessor);
    const to = numbers.get(link.successor);
    if (from === undefined || to === undefined || !isAhead(all, from) || !isAhead(all, to)) continue;
    const fromDue = milestones[from]?.due;
    const toDue = milestones[to]?.due;
    if (fromDue === undefined || toDue === undefined) continue;
    const latest = milestones[predecessor.get(to) ?? -1]?.due;
    if (latest === undefined || fromDue > latest) predecessor.set(to, from);
    const earliest = successorDue.get(from);
    if (earliest === undefined || toDue < earliest) successorDue.set(from, toDue);
  }
  return { predecessor, successorDue };
}
