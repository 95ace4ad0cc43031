// The kinds of values a field can have, as data: the reader, the JSON schema and completion all go by them. Knows no field.

import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import type { Money } from '../base/money';
import type { ProblemCode } from './codes';
import type { DayRange, Milestone, Person, Risk } from './plan';

/** What a value looks like in the file. */
export type KindData =
  | { readonly is: 'text'; readonly markdown?: boolean }
  | { readonly is: 'id' }
  /** The id of another milestone: of this file, or `file-base-name/id`. */
  | { readonly is: 'reference' }
  /** A key of `people`. */
  | { readonly is: 'person' }
  | { readonly is: 'day' }
  | { readonly is: 'days' }
  | { readonly is: 'duration'; readonly mayBeNegative?: boolean }
  | { readonly is: 'percent' }
  | { readonly is: 'money' }
  | { readonly is: 'impact' }
  | NumberKind
  | { readonly is: 'boolean' }
  | { readonly is: 'choice'; readonly of: readonly string[]; readonly code: ProblemCode }
  | { readonly is: 'currency' }
  | { readonly is: 'timezone' }
  /** With `alone`, a single entry may stand without the list around it. */
  | { readonly is: 'list'; readonly of: Kind; readonly alone?: boolean; readonly filled?: boolean }
  | { readonly is: 'group'; readonly shape: Shape }
  | { readonly is: 'people'; readonly shape: Shape }
  | { readonly is: 'milestones' };

export interface NumberKind {
  readonly is: 'number';
  readonly whole?: boolean;
  readonly min: number;
  readonly max?: number;
  /** Whether `min` itself is too little. */
  readonly above?: boolean;
}

declare const readAs: unique symbol;

/** A kind, and the type of what is read from it. */
export type Kind<T = unknown> = KindData & { readonly [readAs]?: T };

export interface Field<T = unknown, Always extends boolean = boolean> {
  readonly kind: Kind<T>;
  /** One or two plain sentences. */
  readonly doc: string;
  /** Values as they are written in YAML. */
  readonly examples: readonly string[];
  /** A value without this field is dropped. */
  readonly required: boolean;
  /** The value where the field is absent. */
  readonly otherwise: T | undefined;
  /** Whether a value that was read always has this field: it is required or has a value where it is absent. Only a type. */
  readonly always?: Always;
}

export type Fields = Readonly<Record<string, Field>>;

/** A group of fields that belong together, such as those of a task. */
export interface Shape<F extends Fields = Fields> {
  readonly name: string;
  readonly doc: string;
  readonly fields: F;
  /** The field that a plain value instead of the group stands for. */
  readonly short?: string;
}

/** What is read from a group of fields: only the fields that are written, and those that are always there. */
export type Values<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? K : never]: TypeOf<F[K]>;
} & { readonly [K in keyof F as F[K] extends Field<unknown, true> ? never : K]?: TypeOf<F[K]> };

type TypeOf<F> = F extends Field<infer T, boolean> ? T : never;

export function shape<F extends Fields>(name: string, doc: string, fields: F, short?: keyof F & string): Shape<F> {
  return short === undefined ? { name, doc, fields } : { name, doc, fields, short };
}

/** A field that may be absent. */
export function field<T>(kind: Kind<T>, doc: string, ...examples: string[]): Field<T, false> {
  return { kind, doc, examples, required: false, otherwise: undefined, always: false };
}

export function required<T>(base: Field<T, false>): Field<T, true> {
  return { ...base, required: true, always: true };
}

export function otherwise<T>(value: NoInfer<T>, base: Field<T, false>): Field<T, true> {
  return { ...base, otherwise: value, always: true };
}

export const text: Kind<string> = { is: 'text' };
export const markdown: Kind<string> = { is: 'text', markdown: true };
export const id: Kind<string> = { is: 'id' };
export const reference: Kind<string> = { is: 'reference' };
export const person: Kind<string> = { is: 'person' };
export const aDay: Kind<Day> = { is: 'day' };
export const days: Kind<DayRange> = { is: 'days' };
export const duration: Kind<Duration> = { is: 'duration' };
export const lag: Kind<Duration> = { is: 'duration', mayBeNegative: true };
export const percent: Kind<number> = { is: 'percent' };
export const money: Kind<Money> = { is: 'money' };
export const impact: Kind<NonNullable<Risk['impact']>> = { is: 'impact' };
export const boolean: Kind<boolean> = { is: 'boolean' };
export const currency: Kind<string> = { is: 'currency' };
export const timezone: Kind<string> = { is: 'timezone' };
export const milestones: Kind<readonly Milestone[]> = { is: 'milestones' };

export function number(limits: Omit<NumberKind, 'is'>): Kind<number> {
  return { is: 'number', ...limits };
}

export function choice<T extends string>(of: readonly T[], code: ProblemCode = 'enum.invalid'): Kind<T> {
  return { is: 'choice', of, code };
}

export function list<T>(of: Kind<T>): Kind<readonly T[]> {
  return { is: 'list', of };
}

/** A list that may also be written as its only entry. */
export function oneOrMore<T>(of: Kind<T>): Kind<readonly T[]> {
  return { is: 'list', of, alone: true };
}

/** A list that says nothing when it is empty, which is a mistake. */
export function filled<T>(of: Kind<T>): Kind<readonly T[]> {
  return { is: 'list', of, filled: true };
}

export function group<F extends Fields>(of: Shape<F>): Kind<Values<F>> {
  return { is: 'group', shape: of };
}

export function people<F extends Fields>(of: Shape<F>): Kind<readonly Person[]> {
  return { is: 'people', shape: of };
}
