// Which unfinished predecessors hold a milestone up. Knows no day.
import { dependencyTypes } from '../model/plan';
import { saying } from './columns';
import type { Followed } from './followed';
import { type Outline, ownStatus } from './outline';
import { isComplete, type RollUp } from './rollUp';

/** What each milestone waits for: milestone `i` for those from `starts[i]` up to, not including, `starts[i + 1]`, in the order of its links. */
export interface Waits {
  readonly starts: Uint32Array;
  /** Number of the predecessor. */
  readonly predecessor: Uint32Array;
  /** 1 where the predecessor has to start only (SS), 0 where it has to finish (FS). */
  readonly toStart: Uint8Array;
}

const finishToStart = dependencyTypes.indexOf('FS');
const startToStart = dependencyTypes.indexOf('SS');

/** A predecessor with milestones inside is finished when everything counted in it is. */
export function waits(outline: Outline, links: Followed, { state: progress }: RollUp): Waits {
  const { statuses, milestones, columns } = outline;
  const begun = begunOf(outline);
  const starts = new Uint32Array(milestones.length + 1);
  const predecessors = new Uint32Array(links.predecessor.length);
  const toStart = new Uint8Array(links.predecessor.length);
  // Which milestone has last been found to wait for each: a second link between the same two says nothing new.
  const seenBy = new Int32Array(milestones.length).fill(-1);
  const finished = (number: number) => {
    const status = statuses[number];
    if (status === 'done' || status === 'cancelled') return true;
    const holdsOthers = ((columns.says[number] ?? 0) & saying.inside) !== 0;
    return holdsOthers && ((progress[number] ?? 0) & isComplete) !== 0;
  };
  let count = 0;
  for (let number = 0; number < milestones.length; number++) {
    const end = canWait(outline, number) ? (links.starts[number + 1] ?? 0) : 0;
    for (let at = links.starts[number] ?? 0; at < end; at++) {
      const type = links.type[at];
      const predecessor = links.predecessor[at] ?? 0;
      if ((type !== finishToStart && type !== startToStart) || seenBy[predecessor] === number) continue;
      if (finished(predecessor) || (type === startToStart && begun[predecessor] === 1)) continue;
      seenBy[predecessor] = number;
      predecessors[count] = predecessor;
      toStart[count] = type === startToStart ? 1 : 0;
      count++;
    }
    starts[number + 1] = count;
  }
  return { starts, predecessor: predecessors, toStart };
}

/** What is finished, given up or delivered waits for no predecessor any more. */
function canWait({ statuses }: Outline, number: number): boolean {
  const status = statuses[number];
  return status === 'planned' || status === 'in-progress' || status === 'on-hold';
}

/** Whether a milestone or anything inside it has left `planned`. */
function begunOf(outline: Outline): Uint8Array {
  const { parents } = outline;
  const begun = new Uint8Array(parents.length);
  for (let number = parents.length - 1; number >= 0; number--) {
    const status = ownStatus(outline, number);
    if (status !== 'planned' && status !== 'cancelled') begun[number] = 1;
    const parent = parents[number] ?? -1;
    if (begun[number] === 1 && parent >= 0) begun[parent] = 1;
  }
  return begun;
}
