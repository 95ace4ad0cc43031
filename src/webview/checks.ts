// Small questions about unknown values, for whatever comes into the page.

/** Days of the years 1 to 9999, with room to spare. */
export const farthestDay = 4_000_000;
const longestRef = 20_000;

export type Unknown = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRef(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestRef;
}

export function isText(value: unknown, longest = 2000): value is string {
  return typeof value === 'string' && value.length <= longest;
}

export function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}

export function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

export function isDay(value: unknown): value is number {
  return isWhole(value, -farthestDay, farthestDay);
}

/** A list of at most so many, each of which is read; `undefined` where one cannot be. */
export function readList<Value>(
  value: unknown,
  most: number,
  read: (one: unknown) => Value | undefined,
): readonly Value[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const list: Value[] = [];
  for (const one of value as readonly unknown[]) {
    const known = read(one);
    if (known === undefined) return undefined;
    list.push(known);
  }
  return list;
}

/** One of the names. */
export function readName<Name extends string>(value: unknown, names: readonly Name[]): Name | undefined {
  return names.find((name) => name === value);
}
