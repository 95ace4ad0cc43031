// The people of a file, who notice which of them are asked for. Knows no text.

export interface People {
  readonly has: (name: string) => boolean;
  /** The keys of `people` in the order of the file, in a set that notices what it is asked for. */
  readonly known: Set<string>;
  /** From now on, names that are asked for are put into the set returned. */
  readonly startAsking: () => ReadonlySet<string>;
}

export function noticingPeople(names: ReadonlySet<string>): People {
  const known = new NoticingSet(names);
  return {
    has: (name) => names.has(name),
    known,
    startAsking: () => {
      known.asked = new Set();
      return known.asked;
    },
  };
}

/** Readers of a milestone know a plain set of people; that an item was asked about one has to be noticed here. */
class NoticingSet extends Set<string> {
  asked = new Set<string>();

  override has(name: string): boolean {
    this.asked.add(name);
    return super.has(name);
  }
}
