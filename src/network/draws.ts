// Work of chance: durations drawn from three-point estimates, and risks that happen or not. Knows no links and no day.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Three-point estimates as columns, one entry for each in all of them. */
export interface Estimates {
  /** Numbers of nodes without others inside, each at most once. */
  readonly node: Uint32Array;
  /** Working days of what is left to do, in rising order: optimistic ≤ likely ≤ pessimistic. */
  readonly optimistic: Float64Array;
  readonly likely: Float64Array;
  readonly pessimistic: Float64Array;
}

/** Working days that come on top of a node's own when a risk happens. */
export interface Delay {
  readonly node: number;
  /** 0 to 1. */
  readonly probability: number;
  readonly days: number;
}

export interface Draws {
  /** The nodes whose work changes from draw to draw. */
  readonly nodes: Uint32Array;
  /** Writes one draw for each of `nodes`; all other entries stay as they are. */
  next(durations: Float64Array): void;
  /** Writes the least work there can be: the optimistic estimates, and no risk happens. */
  least(durations: Float64Array): void;
  /** Writes the most: the pessimistic estimates, and every risk happens. */
  most(durations: Float64Array): void;
}

/** The same seed gives the same draws. A node with a delay and without an estimate takes as long as `durations` say, and then the delay. */
export function drawsOf(estimates: Estimates, delays: readonly Delay[], durations: Float64Array, seed: number): Draws {
  const work = triangles(withDelayed(estimates, delays, durations));
  const late = columnsOf(delays.filter(({ probability, days }) => probability > 0 && days > 0));
  const random = xoroshiro128plus(seed);
  return {
    nodes: work.node,
    next: (into) => {
      const { node, low, high, rise, fall, turn } = work;
      for (let at = 0; at < node.length; at++) {
        const chance = (random.next() >>> 0) * unit;
        into[node[at] ?? 0] =
          chance < (turn[at] ?? 0)
            ? (low[at] ?? 0) + Math.sqrt(chance * (rise[at] ?? 0))
            : (high[at] ?? 0) - Math.sqrt((1 - chance) * (fall[at] ?? 0));
      }
      for (let at = 0; at < late.node.length; at++) {
        if ((random.next() >>> 0) * unit < (late.probability[at] ?? 0))
          add(into, late.node[at] ?? 0, late.days[at] ?? 0);
      }
    },
    least: (into) => write(into, work.node, work.low),
    most: (into) => {
      write(into, work.node, work.high);
      for (let at = 0; at < late.node.length; at++) add(into, late.node[at] ?? 0, late.days[at] ?? 0);
    },
  };
}

/** Makes one of 2³² numbers from 0 up to, not including, 1. */
const unit = 2 ** -32;

function write(into: Float64Array, node: Uint32Array, column: Float64Array): void {
  node.forEach((number, at) => {
    into[number] = column[at] ?? 0;
  });
}

function add(into: Float64Array, number: number, days: number): void {
  into[number] = (into[number] ?? 0) + days;
}

/**
 * The triangular distribution turned round: o + √(u·(p − o)(m − o)) below the turn u = (m − o) ÷ (p − o), else p − √((1 − u)·(p − o)(p − m))
 * (https://en.wikipedia.org/wiki/Triangular_distribution). With o = p both are exactly that.
 */
function triangles({ node, optimistic, likely, pessimistic }: Estimates) {
  const rise = new Float64Array(node.length);
  const fall = new Float64Array(node.length);
  const turn = new Float64Array(node.length);
  for (let at = 0; at < node.length; at++) {
    const low = optimistic[at] ?? 0;
    const high = pessimistic[at] ?? 0;
    const middle = likely[at] ?? 0;
    rise[at] = (high - low) * (middle - low);
    fall[at] = (high - low) * (high - middle);
    turn[at] = high > low ? (middle - low) / (high - low) : 1;
  }
  return { node, low: optimistic, high: pessimistic, rise, fall, turn };
}

/** With an estimate that says one and the same three times for each node that has only a delay. */
function withDelayed(estimates: Estimates, delays: readonly Delay[], durations: Float64Array): Estimates {
  const estimated = new Set(estimates.node);
  const delayed = new Set(delays.map(({ node }) => node).filter((node) => !estimated.has(node)));
  const own = Float64Array.from(delayed, (node) => durations[node] ?? 0);
  return {
    node: Uint32Array.from([...estimates.node, ...delayed]),
    optimistic: Float64Array.from([...estimates.optimistic, ...own]),
    likely: Float64Array.from([...estimates.likely, ...own]),
    pessimistic: Float64Array.from([...estimates.pessimistic, ...own]),
  };
}

function columnsOf(delays: readonly Delay[]) {
  return {
    node: Uint32Array.from(delays, ({ node }) => node),
    probability: Float64Array.from(delays, ({ probability }) => probability),
    days: Float64Array.from(delays, ({ days }) => days),
  };
}
