// The demand test: whether one person can do everything by the day it is due. Knows numbers only.

/** Work that is due by the end of a day. */
export interface Demand {
  readonly due: number;
  /** At least 0. */
  readonly hours: number;
}

/** The hours one person has, from a first day on. */
export interface Supply {
  readonly from: number;
  /** From the first day up to the end of a day; never falling, and 0 for a day before the first one. */
  until(day: number): number;
  /** The first day by whose end there are so many. */
  reaches(hours: number): number;
}

export interface Shortfall {
  readonly due: number;
  readonly needed: number;
  readonly available: number;
  /** The first day that what is due on `due` could be due instead, all else staying as it is, and the hours would do. */
  readonly holdsFrom: number;
}

/** Hours; less than this is missing only because fractions are binary. */
const epsilon = 1e-6;

/**
 * The first day from `supply.from` on by which more hours are needed than there are. Work that has begun can be put aside, so doing first what is
 * due first keeps every due date if anything does (Jackson's rule, 1955), and it does exactly when all that is due by each day fits in the hours
 * until then. What was due before the first day cannot be kept, but its work comes before all else.
 */
export function firstShortfall(demands: readonly Demand[], supply: Supply): Shortfall | undefined {
  const ordered = [...demands].sort((left, right) => left.due - right.due);
  let needed = 0;
  for (let at = 0; at < ordered.length; at++) {
    const { due, hours } = ordered[at] ?? nothing;
    needed += hours;
    if (due < supply.from || ordered[at + 1]?.due === due) continue;
    const available = supply.until(due);
    if (needed <= available + epsilon) continue;
    return { due, needed, available, holdsFrom: holdsFrom(ordered, at + 1, needed, supply) };
  }
  return undefined;
}

const nothing: Demand = { due: 0, hours: 0 };

/** What is due between the day that breaks and the one that holds has to be done by then as well. */
function holdsFrom(ordered: readonly Demand[], next: number, needed: number, supply: Supply): number {
  let all = needed;
  let day = supply.reaches(all);
  for (let at = next; at < ordered.length; at++) {
    const { due, hours } = ordered[at] ?? nothing;
    if (due > day) break;
    all += hours;
    day = supply.reaches(all);
  }
  return day;
}
