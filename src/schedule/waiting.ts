// Which unfinished predecessors hold a milestone up. Knows no day.
import type { Joined } from '../model/join';
import { isInside, type Outline } from './outline';
import type { RollUp } from './rollUp';

/** What each milestone waits for, by its number, in the order of the links; no entry where there is nothing. */
export type Waits = ReadonlyMap<number, readonly Wait[]>;

export interface Wait {
  /** Number of the predecessor. */
  readonly predecessor: number;
  /** The predecessor has to start (SS) or to finish (FS). */
  readonly until: 'start' | 'finish';
}

/**
 * A predecessor with milestones inside is finished when everything counted in it is. Links of a cycle, and of a
 * milestone that waits for one around it, are not followed: neither could ever be met.
 */
export function waits(outline: Outline, links: Joined['links'], { milestones: progress }: RollUp): Waits {
  const waits = new Map<number, Wait[]>();
  const begun = begunOf(outline);
  const seen = new Set<number>();
  const finished = (number: number) => {
    const status = outline.statuses[number];
    if (status === 'done' || status === 'cancelled') return true;
    const holdsOthers = (outline.milestones[number]?.milestones.length ?? 0) > 0;
    return holdsOthers && progress[number]?.complete === true;
  };
  for (const { predecessor: from, successor: to, type, inCycle } of links) {
    const predecessor = outline.numbers.get(from);
    const successor = outline.numbers.get(to);
    if (inCycle || predecessor === undefined || successor === undefined) continue;
    if ((type !== 'FS' && type !== 'SS') || !canWait(outline, successor)) continue;
    if (predecessor === successor || isInside(outline, successor, predecessor)) continue;
    if (finished(predecessor) || (type === 'SS' && begun[predecessor])) continue;
    const wait: Wait = { predecessor, until: type === 'SS' ? 'start' : 'finish' };
    const known = waits.get(successor);
    if (!known) waits.set(successor, [wait]);
    const pair = successor * outline.milestones.length + predecessor;
    if (seen.has(pair)) continue;
    seen.add(pair);
    known?.push(wait);
  }
  return waits;
}

/** What is finished, given up or delivered waits for no predecessor any more. */
function canWait({ statuses }: Outline, number: number): boolean {
  const status = statuses[number];
  return status === 'planned' || status === 'in-progress' || status === 'on-hold';
}

/** Whether a milestone or anything inside it has left `planned`. */
function begunOf({ milestones, parents }: Outline): boolean[] {
  const begun = milestones.map(({ status }) => status !== 'planned' && status !== 'cancelled');
  for (let number = parents.length - 1; number >= 0; number--) {
    const parent = parents[number] ?? -1;
    if (begun[number] && parent >= 0) begun[parent] = true;
  }
  return begun;
}
