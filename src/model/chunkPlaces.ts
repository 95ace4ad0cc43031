// The places of all milestones of a file by key, each computed when it is asked for: after an edit nearly all of them have moved, and few are looked at.
import { shiftPlaces } from './chunkShift';
import type { Places } from './planFile';

/** Places in a chunk, and how far they have to be moved. */
export interface ChunkPlaces {
  readonly places: ReadonlyMap<string, Places>;
  readonly by: number;
}

/** `owners` has all keys in the order of the text, each with the index of its chunk. */
export function placesIn(
  chunkAt: (index: number) => ChunkPlaces | undefined,
  owners: ReadonlyMap<string, number>,
): ReadonlyMap<string, Places> {
  const known = new Map<string, Places>();
  const get = (key: string): Places | undefined => {
    const before = known.get(key);
    const owner = owners.get(key);
    if (before || owner === undefined) return before;
    const chunk = chunkAt(owner);
    const places = chunk?.places.get(key);
    if (!chunk || !places) return undefined;
    const moved = shiftPlaces(places, chunk.by);
    known.set(key, moved);
    return moved;
  };
  function* entries(): Generator<[string, Places], undefined> {
    for (const key of owners.keys()) {
      const places = get(key);
      if (places) yield [key, places];
    }
  }
  function* values(): Generator<Places, undefined> {
    for (const [, places] of entries()) yield places;
  }
  const all: ReadonlyMap<string, Places> = {
    get,
    has: (key) => owners.has(key),
    get size() {
      return owners.size;
    },
    keys: () => owners.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (callback) => {
      for (const [key, places] of entries()) callback(places, key, all);
    },
  };
  return all;
}
