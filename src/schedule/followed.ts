// The dependencies that computations follow, as columns of numbers. Knows no day.
import type { Duration } from '../base/duration';
import type { Joined, LinkNumbers } from '../model/join';
import { dependencyTypes } from '../model/plan';
import { isInside, type Outline } from './outline';

/** Without those of a cycle, those of a milestone that waits for one around it, and those of milestones that are not there: none of them could be met. */
export interface Followed {
  /** Those of milestone `i` are `starts[i]` up to, not including, `starts[i + 1]`, in the order of its plan. */
  readonly starts: Uint32Array;
  readonly predecessor: Uint32Array;
  readonly successor: Uint32Array;
  /** Index into `dependencyTypes`. */
  readonly type: Uint8Array;
  /** Those that are written, by the number of the link. */
  readonly lags: ReadonlyMap<number, Duration>;
}

export function followed(all: Outline, { links, numbers }: Pick<Joined, 'links' | 'numbers'>): Followed {
  const ends = numbers && isCountedAlike(all, numbers) ? numbers : namedEnds(all, links);
  const from = new Int32Array(links.length).fill(-1);
  const to = new Int32Array(links.length);
  const starts = new Uint32Array(all.milestones.length + 1);
  let count = 0;
  for (let at = 0; at < links.length; at++) {
    const link = links[at];
    if (!link || link.inCycle) continue;
    const successor = ends.successor[at] ?? -1;
    const predecessor = ends.predecessor[at] ?? -1;
    if (predecessor < 0 || successor < 0) continue;
    if (predecessor === successor || isInside(all, successor, predecessor)) continue;
    from[at] = predecessor;
    to[at] = successor;
    starts[successor + 1] = (starts[successor + 1] ?? 0) + 1;
    count++;
  }
  return sorted(links, { from, to, starts, count });
}

interface Unsorted {
  /** By position of the link; -1 where it is not followed. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How many links the milestone before has. */
  readonly starts: Uint32Array;
  readonly count: number;
}

/** Keeps the order of the links of one milestone. */
function sorted(links: Joined['links'], { from, to, starts, count }: Unsorted): Followed {
  for (let number = 1; number < starts.length; number++)
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  const next = starts.slice();
  const predecessor = new Uint32Array(count);
  const successor = new Uint32Array(count);
  const type = new Uint8Array(count);
  const lags = new Map<number, Duration>();
  for (let at = 0; at < from.length; at++) {
    const found = from[at] ?? -1;
    const link = links[at];
    if (found < 0 || !link) continue;
    const number = to[at] ?? 0;
    const place = next[number] ?? 0;
    next[number] = place + 1;
    predecessor[place] = found;
    successor[place] = number;
    type[place] = dependencyTypes.indexOf(link.type);
    if (link.lag) lags.set(place, link.lag);
  }
  return { starts, predecessor, successor, type, lags };
}

/** Whether the plans that were joined are those of the outline, so that a milestone has the same number in both. */
function isCountedAlike({ plans }: Outline, { plans: joined }: LinkNumbers): boolean {
  const readable = joined.filter((plan) => plan !== undefined);
  return readable.length === plans.length && plans.every(({ plan }, at) => plan === readable[at]);
}

function namedEnds(all: Outline, links: Joined['links']): Pick<LinkNumbers, 'predecessor' | 'successor'> {
  const numberOf = numbersOf(all);
  return {
    predecessor: Int32Array.from(links, ({ predecessor }) => numberOf(predecessor)),
    successor: Int32Array.from(links, ({ successor }) => numberOf(successor)),
  };
}

/** The number behind `uri#key`, or -1. Most links stay in one plan, and its keys are found without taking all of a long name into account. */
function numbersOf({ plans, milestones, starts }: Outline): (ref: string) => number {
  const byUri = new Map<string, Map<string, number>>();
  plans.forEach(({ uri }, plan) => {
    const keys = byUri.get(uri) ?? new Map<string, number>();
    for (let number = starts[plan] ?? 0; number < (starts[plan + 1] ?? 0); number++)
      keys.set(milestones[number]?.key ?? '', number);
    byUri.set(uri, keys);
  });
  let uri = plans[0]?.uri ?? '';
  let keys = byUri.get(uri);
  return (ref) => {
    if (ref.charCodeAt(uri.length) !== hash || !ref.startsWith(uri)) {
      uri = ref.slice(0, ref.lastIndexOf('#'));
      keys = byUri.get(uri);
    }
    return keys?.get(ref.slice(uri.length + 1)) ?? -1;
  };
}

const hash = '#'.charCodeAt(0);
