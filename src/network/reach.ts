// Which nodes of a network can move when the work of some others changes. Knows the links and no numbers of days.
import type { Network } from './network';

/** 1 for each of `from` and for whatever their finish can move, directly or through others. What is done or `left` out moves for nothing. */
export function reachedFrom(network: Network, left: Uint8Array, from: Iterable<number>): Uint8Array {
  const { count, parent, actualFinish } = network;
  const { first, successor } = successorsOf(network);
  const ends = endsOf(parent);
  const reached = new Uint8Array(count);
  const waiting: number[] = [];
  const reach = (number: number) => {
    if (reached[number] === 1 || left[number] === 1 || !Number.isNaN(actualFinish[number])) return;
    reached[number] = 1;
    waiting.push(number);
  };
  for (const number of from) reach(number);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const around = parent[number] ?? -1;
    if (around >= 0) reach(around);
    for (let at = first[number] ?? 0; at < (first[number + 1] ?? 0); at++) {
      const next = successor[at] ?? 0;
      // A dependency of a node holds for all that lies inside it.
      for (let inside = next; inside < (ends[next] ?? 0); inside++) reach(inside);
    }
  }
  return reached;
}

/** The number behind the last node inside, by node. */
export function endsOf(parent: Int32Array): Uint32Array {
  const ends = new Uint32Array(parent.length);
  for (let number = 0; number < ends.length; number++) ends[number] = number + 1;
  for (let number = parent.length - 1; number >= 0; number--) {
    const around = parent[number] ?? -1;
    if (around >= 0) ends[around] = Math.max(ends[around] ?? 0, ends[number] ?? 0);
  }
  return ends;
}

/** Links by predecessor: those of node `i` are `first[i]` up to, not including, `first[i + 1]`. */
function successorsOf({ count, linksFrom, predecessor }: Network) {
  const first = new Uint32Array(count + 1);
  for (const number of predecessor) first[number + 1] = (first[number + 1] ?? 0) + 1;
  for (let number = 0; number < count; number++) first[number + 1] = (first[number + 1] ?? 0) + (first[number] ?? 0);
  const successor = new Uint32Array(predecessor.length);
  const next = first.slice();
  for (let number = 0; number < count; number++) {
    for (let link = linksFrom[number] ?? 0; link < (linksFrom[number + 1] ?? 0); link++) {
      const before = predecessor[link] ?? 0;
      successor[next[before] ?? 0] = number;
      next[before] = (next[before] ?? 0) + 1;
    }
  }
  return { first, successor };
}
