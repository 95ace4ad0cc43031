// Which kind of value the format expects at a path. Knows the table of fields and no text.
import { milestoneShape, planShape } from '../model/fields';
import type { KindData, Shape } from '../model/kinds';

/** The kind of a whole file. */
const planKind: KindData = { is: 'group', shape: planShape };

const milestoneKind: KindData = { is: 'group', shape: milestoneShape };

/** The kind of what lies in a value of `kind` under a key or at a position; `undefined` where the format knows nothing of it. */
function kindInside(kind: KindData | undefined, step: string | number): KindData | undefined {
  if (kind?.is === 'milestones') return typeof step === 'number' ? milestoneKind : undefined;
  if (kind?.is === 'list') return typeof step === 'number' ? kind.of : kindInside(kind.of, step);
  if (typeof step === 'number') return undefined;
  if (kind?.is === 'people') return { is: 'group', shape: kind.shape };
  if (kind?.is === 'group') return fieldOf(kind.shape, step)?.kind;
  return undefined;
}

/** The kind of what stands at a path of keys and positions. */
export function kindAt(path: readonly (string | number)[]): KindData | undefined {
  return path.reduce(kindInside, planKind as KindData | undefined);
}

/** The group of fields a value of this kind is, in full or in place of its short form. */
export function shapeOf(kind: KindData | undefined): Shape | undefined {
  return kind?.is === 'group' ? kind.shape : undefined;
}

/** The kind of a plain value that may stand for a value of `kind`, such as an id for a dependency. */
export function plainKind(kind: KindData | undefined): KindData | undefined {
  if (kind?.is === 'list') return kind.alone ? plainKind(kind.of) : undefined;
  if (kind?.is === 'milestones' || kind?.is === 'people') return undefined;
  if (kind?.is !== 'group') return kind;
  return kind.shape.short === undefined ? undefined : plainKind(fieldOf(kind.shape, kind.shape.short)?.kind);
}

/** A field of a shape by its name, which may be any word of a file. */
export function fieldOf(shape: Shape | undefined, name: string): Shape['fields'][string] | undefined {
  return shape && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
}
