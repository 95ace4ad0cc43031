// The events in an order in which each comes behind all it waits for (Kahn 1962). Knows no durations.
import type { Events } from './passesEvents';

/** Where events wait for each other in a circle, one of them is taken as it is, so that all the rest still comes in order. */
export function orderOf(events: Events, skipped: (event: number) => boolean): Uint32Array {
  const { size, first } = events;
  const order = new Uint32Array(size);
  const waits = new Uint32Array(size);
  const placed = new Uint8Array(size);
  const { from, follower } = followersOf(events);
  let count = 0;
  const place = (event: number) => {
    placed[event] = 1;
    order[count++] = event;
  };
  for (let event = 0; event < size; event++) {
    waits[event] = (first[event + 1] ?? 0) - (first[event] ?? 0);
    if (skipped(event)) placed[event] = 1;
    else if (waits[event] === 0) place(event);
  }
  const circle = circlesOf(events, placed);
  for (let done = 0; ; done++) {
    if (done === count) {
      const stuck = circle();
      if (stuck < 0) return order.subarray(0, count);
      place(stuck);
    }
    const event = order[done] ?? 0;
    for (let at = from[event] ?? 0; at < (from[event + 1] ?? 0); at++) {
      const next = follower[at] ?? 0;
      waits[next] = (waits[next] ?? 0) - 1;
      if (waits[next] === 0 && placed[next] !== 1) place(next);
    }
  }
}

/** The events that wait for event `i`: entries `from[i]` up to, not including, `from[i + 1]` of `follower`. */
function followersOf({ size, first, before }: Events) {
  const from = new Uint32Array(size + 2);
  // Counted two places on, so that filling moves each begin to where it belongs.
  for (const event of before) from[event + 2] = (from[event + 2] ?? 0) + 1;
  for (let event = 2; event <= size; event++) from[event] = (from[event] ?? 0) + (from[event - 1] ?? 0);
  const follower = new Uint32Array(before.length);
  for (let event = 0; event < size; event++) {
    for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
      const own = (before[at] ?? 0) + 1;
      const next = from[own] ?? 0;
      follower[next] = event;
      from[own] = next + 1;
    }
  }
  return { from, follower };
}

/** Each call gives an event on a circle of what is not placed yet, or -1; found by walking back along what holds up. */
function circlesOf({ size, first, before }: Events, placed: Uint8Array): () => number {
  const path: number[] = [];
  const onPath = new Uint8Array(size);
  let lowest = 0;
  const enter = (event: number) => {
    onPath[event] = 1;
    path.push(event);
  };
  const holds = (event: number) => {
    for (let at = first[event] ?? 0; at < (first[event + 1] ?? 0); at++) {
      if (placed[before[at] ?? 0] !== 1) return before[at] ?? 0;
    }
    return event;
  };
  return () => {
    for (;;) {
      while (path.length > 0 && placed[path.at(-1) ?? 0] === 1) path.pop();
      while (lowest < size && placed[lowest] === 1) lowest++;
      if (lowest === size) return -1;
      if (path.length === 0) enter(lowest);
      const next = holds(path.at(-1) ?? lowest);
      if (onPath[next] === 1) return next;
      enter(next);
    }
  };
}
