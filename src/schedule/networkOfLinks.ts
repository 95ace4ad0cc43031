// Dependencies as links of a network. Knows no day.
import { findCycles } from '../model/cycles';
import { dependencyTypes } from '../model/plan';
import type { Followed } from './followed';
import type { Parts } from './networkOfParts';
import { isInside, type Outline } from './outline';

const startTo = (type: number) => type === finishToStart || type === startToStart;
const finishToStart = dependencyTypes.indexOf('FS');
const startToStart = dependencyTypes.indexOf('SS');
const finishToFinish = dependencyTypes.indexOf('FF');
const startToFinish = dependencyTypes.indexOf('SF');

/**
 * The type of each link. A dependency of a milestone that holds others is one of all inside it: none of them begins before. Where the predecessor is
 * one of those, or waits for one of them, that cannot be; the dependency then only says that the milestone as a whole is not finished before.
 */
export function linkTypesOf(all: Outline, links: Followed, parts: Parts): Uint8Array {
  const types = links.type.slice();
  const toWhole: number[] = [];
  for (let link = 0; link < types.length; link++) {
    const successor = links.successor[link] ?? 0;
    if (parts.holds[successor] !== 1 || !startTo(types[link] ?? 0)) continue;
    if (isInside(all, links.predecessor[link] ?? 0, successor)) types[link] = asFinish(types[link]);
    else toWhole.push(link);
  }
  if (toWhole.length === 0) return types;
  const graph = graphOf(links, types, parts);
  const stuck = stuckIn(graph);
  if (!stuck) return types;
  const { component } = findCycles(
    Array.from(stuck, (is, from) => {
      const edges: { readonly on: number }[] = [];
      if (is === 1)
        for (let at = graph.first[from] ?? 0; at < (graph.first[from + 1] ?? 0); at++)
          edges.push({ on: graph.to[at] ?? 0 });
      return edges;
    }),
  );
  for (const link of toWhole) {
    const from = component[links.predecessor[link] ?? 0];
    const to = component[parts.holds.length + (links.successor[link] ?? 0)];
    if (from !== undefined && from === to) types[link] = asFinish(types[link]);
  }
  return types;
}

function asFinish(type: number | undefined): number {
  return type === startToStart ? startToFinish : finishToFinish;
}

/** What has to be known before what: node `i`, and at `count + i` when the milestones inside node `i` can begin. Edges by where they come from. */
interface Graph {
  readonly first: Uint32Array;
  readonly to: Uint32Array;
}

function graphOf(links: Followed, types: Uint8Array, { parent, holds }: Parts): Graph {
  const count = parent.length;
  const begin = (node: number) => (holds[node] === 1 ? count + node : node);
  const eachEdge = (tell: (from: number, to: number) => void) => {
    for (let node = 0; node < count; node++) {
      const around = parent[node] ?? -1;
      if (around < 0) continue;
      tell(count + around, begin(node));
      tell(node, around);
    }
    for (let link = 0; link < types.length; link++) {
      const successor = links.successor[link] ?? 0;
      tell(links.predecessor[link] ?? 0, startTo(types[link] ?? 0) ? begin(successor) : successor);
    }
  };
  const first = new Uint32Array(2 * count + 1);
  eachEdge((from) => {
    first[from + 1] = (first[from + 1] ?? 0) + 1;
  });
  for (let node = 0; node < 2 * count; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const to = new Uint32Array(first[2 * count] ?? 0);
  eachEdge((from, on) => {
    to[next[from] ?? 0] = on;
    next[from] = (next[from] ?? 0) + 1;
  });
  return { first, to };
}

/** 1 for each node on a cycle or behind one; `undefined` when there is none (Kahn 1962). */
function stuckIn({ first, to }: Graph): Uint8Array | undefined {
  const count = first.length - 1;
  const waiting = new Uint32Array(count);
  for (const node of to) waiting[node] = (waiting[node] ?? 0) + 1;
  const order = new Uint32Array(count);
  let found = 0;
  for (let node = 0; node < count; node++) if (waiting[node] === 0) order[found++] = node;
  for (let at = 0; at < found; at++) {
    const node = order[at] ?? 0;
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge++) {
      const on = to[edge] ?? 0;
      const left = (waiting[on] ?? 0) - 1;
      waiting[on] = left;
      if (left === 0) order[found++] = on;
    }
  }
  return found === count ? undefined : Uint8Array.from(waiting, (left) => (left > 0 ? 1 : 0));
}
