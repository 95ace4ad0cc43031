// Where a chain of drivers ends: the milestone that causes a date, however far away. Knows no sentence.

/** The number of the milestone at the end of the chain that begins at `number`; its own where nothing else drives it. */
export type CauseOf = (number: number) => number;

/**
 * `next` gives the milestone that drives one of `count`, or -1: `nextOf` of the drivers.
 * Remembers what it has found, so that asking for all of a long chain is as cheap as going along it once.
 */
export function causes(count: number, next: (number: number) => number): CauseOf {
  const known = new Int32Array(count).fill(-1);
  return (number) => {
    const way: number[] = [];
    let at = number;
    let end = known[at] ?? -1;
    while (end < 0) {
      way.push(at);
      const following = next(at);
      // Drivers form no circle; should they ever, the chain ends where it would begin again.
      if (following < 0 || way.length > count) end = at;
      else {
        at = following;
        end = known[at] ?? at;
      }
    }
    for (const each of way) known[each] = end;
    return end;
  };
}
