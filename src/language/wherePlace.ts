// A place in a text as it is put together, and the path to it. Knows no text.
import type { Span } from '../base/text';
import type { Shape } from '../model/kinds';
import type { Level } from './whereClimb';

export type Path = readonly (string | number)[];

/** A place as it is found in the text: what is not there is empty or false. */
export interface Place {
  readonly part: 'key' | 'value' | 'none';
  readonly path: Path;
  /** The innermost group or list around it; one step less than `path` where it is absent. */
  readonly group?: Path;
  readonly word?: Span;
  readonly siblings?: readonly string[];
  readonly entries?: readonly Span[];
  readonly isList?: boolean;
  readonly begins?: Shape | undefined;
  readonly needsDash?: boolean;
  readonly flow?: boolean;
  readonly indent?: number;
}

/** The path to the innermost of these levels, which stand in this order. */
export function pathOf(levels: readonly Level[]): Path {
  const path: (string | number)[] = [];
  for (let at = levels.length - 1; at >= 0; at--) {
    const { type, name, index } = levels[at] as Level;
    if (type === 'item') path.push(index);
    else if (type !== 'free') path.push(name);
  }
  return path;
}

/** A place where a key is expected in the group at `group`, and the one that is written there so far. */
export function keyPlace(group: Path, name: string, rest: Omit<Place, 'part' | 'path' | 'group'>): Place {
  return { part: 'key', path: name === '' ? group : [...group, name], group, ...rest };
}
