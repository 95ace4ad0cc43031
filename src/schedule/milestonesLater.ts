// The schedules of a plan's milestones by their keys, each put together when somebody asks for it and then kept. Knows no rule.
import type { Outline } from './outline';
import type { MilestoneSchedule } from './schedule';

type Make = (number: number) => MilestoneSchedule | undefined;

/** A class, and nothing of it in the open, so that two are equal where what they hold is. */
export class MilestonesLater implements ReadonlyMap<string, MilestoneSchedule> {
  readonly #make: Make;
  readonly #numbers: () => ReadonlyMap<string, number>;
  readonly #made = new Map<number, MilestoneSchedule>();
  #known: ReadonlyMap<string, number> | undefined;

  /** `make` gives that of each milestone of the plan at `position`, by its number in the outline. */
  constructor(all: Outline, position: number, make: Make) {
    this.#make = make;
    this.#numbers = () => numbersOf(all, position);
  }

  get size(): number {
    return this.#all().size;
  }

  has(key: string): boolean {
    return this.#all().has(key);
  }

  get(key: string): MilestoneSchedule | undefined {
    const number = this.#all().get(key);
    return number === undefined ? undefined : this.#at(number);
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  *values(): MapIterator<MilestoneSchedule> {
    for (const [, each] of this) yield each;
  }

  entries(): MapIterator<[string, MilestoneSchedule]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[string, MilestoneSchedule]> {
    for (const [key, number] of this.#all()) {
      const each = this.#at(number);
      if (each) yield [key, each];
    }
  }

  forEach(tell: (each: MilestoneSchedule, key: string, all: ReadonlyMap<string, MilestoneSchedule>) => void): void {
    for (const [key, each] of this) tell(each, key, this);
  }

  #all(): ReadonlyMap<string, number> {
    this.#known ??= this.#numbers();
    return this.#known;
  }

  #at(number: number): MilestoneSchedule | undefined {
    const known = this.#made.get(number);
    if (known) return known;
    const made = this.#make(number);
    if (made) this.#made.set(number, made);
    return made;
  }
}

function numbersOf({ milestones, starts }: Outline, position: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let number = starts[position] ?? 0; number < (starts[position + 1] ?? 0); number++) {
    const key = milestones[number]?.key;
    if (key !== undefined) numbers.set(key, number);
  }
  return numbers;
}
