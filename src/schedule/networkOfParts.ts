// Which milestones take part in a network, and inside which. Knows no day.
import type { Outline } from './outline';

export interface Parts {
  /** 1 for what is given up or inside something given up, and for what is done without a day: it holds nobody up. */
  readonly left: Uint8Array;
  /** The number around, or -1; also -1 for what is left out of a milestone that has nothing else inside, which then has work of its own. */
  readonly parent: Int32Array;
  /** 1 where others that take part lie inside. */
  readonly holds: Uint8Array;
}

export function partsOf({ milestones, statuses, parents }: Outline): Parts {
  const left = new Uint8Array(parents.length);
  const holds = new Uint8Array(parents.length);
  parents.forEach((parent, number) => {
    const cancelledAround = parent >= 0 && left[parent] === 1;
    if (cancelledAround || statuses[number] === 'cancelled') left[number] = 1;
  });
  for (let number = parents.length - 1; number >= 0; number--) {
    const undated = statuses[number] === 'done' && milestones[number]?.completed === undefined;
    if (undated && holds[number] === 0) left[number] = 1;
    const parent = parents[number] ?? -1;
    if (parent >= 0 && left[number] === 0) holds[parent] = 1;
  }
  const parent = parents.map((around) => (around >= 0 && holds[around] === 1 ? around : -1));
  return { left, parent, holds };
}
