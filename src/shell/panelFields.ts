// Small questions about the fields of a message from the panel's page, which may be anything.

/** The value's fields, when it has all of `names`, perhaps some of `more`, and no other. */
export function exact<Name extends string, More extends string = never>(
  value: unknown,
  names: readonly Name[],
  more: readonly More[] = [],
): Readonly<Record<Name, unknown> & Partial<Record<More, unknown>>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const known: ReadonlySet<string> = new Set<string>([...names, ...more]);
  const fields = Object.entries(value);
  if (!fields.every(([name]) => known.has(name)) || !names.every((name) => Object.hasOwn(value, name)))
    return undefined;
  return Object.fromEntries(fields) as Record<Name, unknown> & Partial<Record<More, unknown>>;
}

/** `exact` for the fields of one message beside its type. */
export type Exact = <Name extends string, More extends string = never>(
  names: readonly Name[],
  more?: readonly More[],
) => Readonly<Record<Name, unknown> & Partial<Record<More, unknown>>> | undefined;

const longestRef = 4_096;

export function isRef(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestRef;
}

export function isText(value: unknown, longest = 2_000): value is string {
  return typeof value === 'string' && value.length <= longest;
}

/** A whole number from 0. */
export function isCounter(value: unknown, most: number = Number.MAX_SAFE_INTEGER): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

/** Days from 1970 to the first and the last one that a plan can name, 0001-01-01 and 9999-12-31. */
const [firstDay, lastDay] = [-719_162, 2_932_896];

export function isDay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= firstDay && value <= lastDay;
}

/** A place on the axis, which may lie between days and somewhat beyond the first and the last. */
export function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 4_000_000;
}

export function nameIn<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}
