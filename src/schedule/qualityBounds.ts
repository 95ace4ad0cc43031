// Between which days a due date may move without contradicting another one, and which predecessor it contradicts now. Knows no calendar.
import type { Day } from '../base/day';
import { isNegative } from '../base/duration';
import { dependencyTypes } from '../model/plan';
import type { Followed } from './followed';
import { isAhead, type Outline } from './outline';

export interface Bounds {
  /** By number: the number of the latest predecessor that must be finished before, among those that are still ahead. */
  readonly predecessor: ReadonlyMap<number, number>;
  /** By number: the earliest due date among what waits for it. */
  readonly successorDue: ReadonlyMap<number, Day>;
}

const finishToStart = dependencyTypes.indexOf('FS');

/** Looks at finish-to-start dependencies without a negative lag: only those say that one due date comes after another. */
export function boundsOf(all: Outline, links: Followed): Bounds {
  const { milestones } = all;
  const predecessor = new Map<number, number>();
  const successorDue = new Map<number, Day>();
  for (let at = 0; at < links.predecessor.length; at++) {
    const from = links.predecessor[at] ?? -1;
    const to = links.successor[at] ?? -1;
    const fromDue = milestones[from]?.due;
    const toDue = milestones[to]?.due;
    if (links.type[at] !== finishToStart || fromDue === undefined || toDue === undefined) continue;
    const lag = links.lags.get(at);
    if ((lag && isNegative(lag)) || !isAhead(all, from) || !isAhead(all, to)) continue;
    const latest = milestones[predecessor.get(to) ?? -1]?.due;
    if (latest === undefined || fromDue > latest) predecessor.set(to, from);
    const earliest = successorDue.get(from);
    if (earliest === undefined || toDue < earliest) successorDue.set(from, toDue);
  }
  return { predecessor, successorDue };
}
