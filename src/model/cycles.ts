// Cycles of a directed graph. Knows nothing of milestones.

export interface Edge {
  /** The index of the node it leads to. */
  readonly on: number;
}

/** A node of a cycle and the edge by which the cycle leaves it. */
interface Step<E> {
  readonly node: number;
  readonly edge: E;
}

export interface Cycles<E> {
  /** For each node on a cycle, a number that is the same for all nodes it is on a cycle with; else `undefined`. */
  readonly component: readonly (number | undefined)[];
  /** One cycle for each edge that closes one in a walk in the order of the nodes, in its order; at most 100. */
  readonly cycles: readonly (readonly Step<E>[])[];
}

const mostCycles = 100;

/** Strongly connected components (Tarjan 1972) with a stack of its own, so that a chain of any length can be walked. */
export function findCycles<E extends Edge>(edges: readonly (readonly E[])[]): Cycles<E> {
  const state: Walk<E> = {
    order: new Array<number | undefined>(edges.length).fill(undefined),
    low: new Array<number>(edges.length).fill(0),
    onPath: new Array<number | undefined>(edges.length).fill(undefined),
    waiting: [],
    isWaiting: new Array<boolean>(edges.length).fill(false),
    component: new Array<number | undefined>(edges.length).fill(undefined),
    cycles: [],
    next: 0,
  };
  for (const start of edges.keys()) if (state.order[start] === undefined) walk(edges, start, state);
  return { component: state.component, cycles: state.cycles };
}

interface Walk<E> {
  /** When each node was first reached. */
  readonly order: (number | undefined)[];
  /** The earliest node that can be reached from each. */
  readonly low: number[];
  /** Where on the current path each node stands. */
  readonly onPath: (number | undefined)[];
  /** Nodes whose component is not known yet. */
  readonly waiting: number[];
  readonly isWaiting: boolean[];
  readonly component: (number | undefined)[];
  readonly cycles: Step<E>[][];
  next: number;
}

interface Frame {
  readonly node: number;
  /** How many edges of the node were followed. */
  at: number;
}

function walk<E extends Edge>(edges: readonly (readonly E[])[], start: number, state: Walk<E>): void {
  const path: Frame[] = [];
  enter(start, path, state);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const edge = edges[top.node]?.[top.at++];
    if (!edge) leave(edges, path, state);
    else if (state.order[edge.on] === undefined) enter(edge.on, path, state);
    else if (state.isWaiting[edge.on]) {
      state.low[top.node] = Math.min(state.low[top.node] ?? 0, state.order[edge.on] ?? 0);
      const from = state.onPath[edge.on];
      if (from !== undefined && state.cycles.length < mostCycles) state.cycles.push(stepsOf(edges, path, from));
    }
  }
}

function enter<E>(node: number, path: Frame[], state: Walk<E>): void {
  state.order[node] = state.next;
  state.low[node] = state.next++;
  state.onPath[node] = path.length;
  state.waiting.push(node);
  state.isWaiting[node] = true;
  path.push({ node, at: 0 });
}

function leave<E extends Edge>(edges: readonly (readonly E[])[], path: Frame[], state: Walk<E>): void {
  const done = path.pop();
  if (!done) return;
  const { node } = done;
  state.onPath[node] = undefined;
  const low = state.low[node] ?? 0;
  const above = path.at(-1);
  if (above) state.low[above.node] = Math.min(state.low[above.node] ?? 0, low);
  if (low !== state.order[node]) return;
  const members = state.waiting.splice(state.waiting.lastIndexOf(node));
  const cyclic = members.length > 1 || (edges[node]?.some(({ on }) => on === node) ?? false);
  for (const member of members) {
    state.isWaiting[member] = false;
    if (cyclic) state.component[member] = low;
  }
}

/** The cycle that the last edge of the path closes: every node from `from` on, each with the edge the path left it by. */
function stepsOf<E extends Edge>(edges: readonly (readonly E[])[], path: readonly Frame[], from: number): Step<E>[] {
  return path.slice(from).flatMap(({ node, at }) => {
    const edge = edges[node]?.[at - 1];
    return edge ? [{ node, edge }] : [];
  });
}
