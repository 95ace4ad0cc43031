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
  readonly deliverables?: readonly ContractDeliverable[];
  readonly acceptanceCriteria?: readonly string[];
  /** ISO 8601. */
  readonly due?: string;
  readonly deadline?: string;
  /** A decimal without trailing zeros. */
  readonly amount?: string;
  /** Only beside an amount. */
  readonly currency?: string;
}

export interface ContractDeliverable {
  readonly title: string;
  readonly url?: string;
}

/** The contract of one milestone. Lists are sorted: the order in which things are listed is style. What is empty is absent. */
export function contractOf({ currency }: Pick<Plan, 'currency'>, milestone: Milestone): Contract {
  const { title, description, scope, deliverables, acceptanceCriteria, due, deadline, amount } = milestone;
  return normalContract({
    title,
    ...given('description', description),
    ...given('scope', scope),
    deliverables,
    acceptanceCriteria: acceptanceCriteria.map((each) => each.text),
    ...given('due', due === undefined ? undefined : isoDay(due)),
    ...given('deadline', deadline === undefined ? undefined : isoDay(deadline)),
    ...given('amount', amount === undefined ? undefined : moneyText(amount)),
    ...given('currency', currency),
  });
}

/** The one way to write this contract: clean texts, sorted lists, nothing empty, no currency without an amount. */
export function normalContract(parts: Contract): Contract {
  const amount = text(parts.amount);
  return {
    title: normalised(parts.title),
    ...given('description', text(parts.description)),
    ...given('scope', parts.scope && scopeOf(parts.scope)),
    ...given('deliverables', deliverablesOf(parts.deliverables)),
    ...given('acceptanceCriteria', texts(parts.acceptanceCriteria)),
    ...given('due', text(parts.due)),
    ...given('deadline', text(parts.deadline)),
    ...(amount === undefined ? {} : { amount, ...given('currency', text(parts.currency)) }),
  };
}

function scopeOf(scope: NonNullable<Contract['scope']>): Contract['scope'] {
  const found = {
    ...given('in', texts(scope.in)),
    ...given('out', texts(scope.out)),
    ...given('assumptions', texts(scope.assumptions)),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}

function deliverablesOf(all: Contract['deliverables']): Contract['deliverables'] {
  const clean = all
    ?.map(({ title, url }) => ({ title: normalised(title), ...given('url', text(url)) }))
    .filter((each) => each.title !== '' || 'url' in each);
  return sorted(clean, keyOf);
}

/** A deliverable as one text. As JSON, because its title may itself hold whatever would stand between the two parts. */
export function keyOf({ title, url }: ContractDeliverable): string {
  return JSON.stringify([title, url ?? '']);
}

function texts(all: readonly string[] | undefined): readonly string[] | undefined {
  return sorted(
    all?.map(normalised).filter((each) => each !== ''),
    (each) => each,
  );
}

function sorted<Item>(items: readonly Item[] = [], key: (item: Item) => string): readonly Item[] | undefined {
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
function normalised(value: string): string {
  return value.replace(loneSurrogate, '\ufffd').normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
