// What is agreed about a milestone: the fields a client consents to, and nothing else. Knows no approval and no day "today".
import { isoDay } from '../base/day';
import { moneyText } from '../base/money';
import type { Milestone, Plan } from '../model/plan';

/** The fields a consent covers. All are plain texts, so that two contracts are equal exactly where their characters are. */
export interface Contract {
  readonly title: string;
  readonly description?: string;
  readonly scope?: {
    readonly in?: readonly string[];
    readonly out?: readonly string[];
    readonly assumptions?: readonly string[];
  };
  readonly deliverables?: readonly { readonly title: string; readonly url?: string }[];
  readonly acceptanceCriteria?: readonly string[];
  /** ISO 8601. */
  readonly due?: string;
  readonly deadline?: string;
  /** A decimal without trailing zeros. */
  readonly amount?: string;
  /** Only beside an amount. */
  readonly currency?: string;
}

/** The contract of one milestone. Lists are sorted: the order in which things are listed is style. What is empty is absent. */
export function contractOf({ currency }: Pick<Plan, 'currency'>, milestone: Milestone): Contract {
  const { title, description, scope, deliverables, acceptanceCriteria, due, deadline, amount } = milestone;
  return {
    title: normalised(title),
    ...given('description', text(description)),
    ...given('scope', scope && scopeOf(scope)),
    ...given(
      'deliverables',
      list(
        deliverables.map((each) => ({ title: normalised(each.title), ...given('url', text(each.url)) })),
        ({ title: name, url }) => `${name}\n${url ?? ''}`,
      ),
    ),
    ...given('acceptanceCriteria', texts(acceptanceCriteria.map((each) => each.text))),
    ...given('due', due === undefined ? undefined : isoDay(due)),
    ...given('deadline', deadline === undefined ? undefined : isoDay(deadline)),
    ...(amount === undefined ? {} : { amount: moneyText(amount), ...given('currency', text(currency)) }),
  };
}

function scopeOf(scope: NonNullable<Milestone['scope']>): Contract['scope'] {
  const found = {
    ...given('in', texts(scope.in)),
    ...given('out', texts(scope.out)),
    ...given('assumptions', texts(scope.assumptions)),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

function texts(all: readonly string[]): readonly string[] | undefined {
  return list(
    all.map(normalised).filter((each) => each !== ''),
    (each) => each,
  );
}

function list<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] | undefined {
  if (items.length === 0) return undefined;
  return [...items].sort((a, b) => compare(key(a), key(b)));
}

/** By UTF-16 code units, as RFC 8785 sorts keys: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function text(value: string | undefined): string | undefined {
  const found = value === undefined ? '' : normalised(value);
  return found === '' ? undefined : found;
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** NFC, LF as line end, no white space at the ends; half a character, which has no UTF-8, becomes U+FFFD. */
export function normalised(value: string): string {
  return value.replace(loneSurrogate, '\ufffd').normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
