// What a milestone has from those around it and from those inside it, so that nobody has to write it twice. Knows no text.
import type { Outline } from './outline';
import type { Facts } from './qualityFacts';

/** All by number, counted from the first milestone of the plan. */
export interface Inherited {
  /** The owner, else that of the nearest milestone around. */
  readonly owner: (number: number) => string | undefined;
  /** Whether someone answers for it, here or around it. */
  readonly isOwned: (number: number) => boolean;
  readonly isDescribed: (number: number) => boolean;
  /** Whether it is known when work on it begins, here or around it. */
  readonly begins: (number: number) => boolean;
  /** Whether it, or one around it, says how it is measured. */
  readonly isMeasured: (number: number) => boolean;
  /** Whether it, or one inside it, says how it is measured. */
  readonly holdsCriteria: (number: number) => boolean;
}

const owned = 1;
const described = 2;
const begins = 4;
const measured = 8;
const holding = 16;

/** `facts` are those of the plan's milestones, of which the first has the number `first`. */
export function inherited({ parents }: Outline, first: number, facts: readonly Facts[]): Inherited {
  const flags = new Uint8Array(facts.length);
  const owners: (string | undefined)[] = [];
  facts.forEach((own, at) => {
    const parent = (parents[at + first] ?? -1) - first;
    const around = parent < 0 ? 0 : (flags[parent] ?? 0) & ~holding;
    flags[at] = around | flagsOf(own);
    owners.push(own.owner ?? (parent < 0 ? undefined : owners[parent]));
  });
  for (let at = facts.length - 1; at >= 0; at--) {
    const parent = (parents[at + first] ?? -1) - first;
    if (parent >= 0) flags[parent] = (flags[parent] ?? 0) | ((flags[at] ?? 0) & holding);
  }
  const has = (flag: number) => (number: number) => ((flags[number - first] ?? 0) & flag) !== 0;
  return {
    owner: (number) => owners[number - first],
    isOwned: has(owned),
    isDescribed: has(described),
    begins: has(begins),
    isMeasured: has(measured),
    holdsCriteria: has(holding),
  };
}

function flagsOf(facts: Facts): number {
  return (
    (facts.isOwned ? owned : 0) |
    (facts.isDescribed ? described : 0) |
    (facts.begins ? begins : 0) |
    (facts.isMeasured ? measured | holding : 0)
  );
}
