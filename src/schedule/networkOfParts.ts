// Which milestones take part in a network, and inside which. Knows no day.
import { noDay } from './columns';
import type { Outline } from './outline';

export interface Parts {
  /** 1 for what is given up or inside something given up, and for what is done without a day: it holds nobody up. */
  readonly left: Uint8Array;
  /** The number around, or -1; also -1 for what is left out of a milestone that has nothing else inside, which then has work of its own. */
  readonly parent: Int32Array;
  /** 1 where others that take part lie inside. */
  readonly holds: Uint8Array;
}

export function partsOf({ columns, statuses, parents }: Outline): Parts {
  const left = new Uint8Array(parents.length);
  const holds = new Uint8Array(parents.length);
  for (let number = 0; number < parents.length; number++) {
    const around = parents[number] ?? -1;
    if (statuses[number] === 'cancelled' || (around >= 0 && left[around] === 1)) left[number] = 1;
  }
  const parent = parents.slice();
  for (let number = parents.length - 1; number >= 0; number--) {
    if (statuses[number] === 'done' && columns.completed[number] === noDay && holds[number] === 0) left[number] = 1;
    const around = parents[number] ?? -1;
    if (around >= 0 && left[number] === 0) holds[around] = 1;
  }
  for (let number = 0; number < parents.length; number++) {
    const around = parents[number] ?? -1;
    if (around >= 0 && holds[around] !== 1) parent[number] = -1;
  }
  return { left, parent, holds };
}
