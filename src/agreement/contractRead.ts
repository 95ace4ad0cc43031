// Reads a contract back from a file that anybody may have changed. Knows no plan and believes nothing but the types it has checked.
import { parseDay } from '../base/day';
import { moneyText, parseMoney } from '../base/money';
import { type Contract, type ContractDeliverable, normalContract } from './contract';

/** The contract in its normal form; `undefined` where a part is none. What is no part of a contract is left out. Throws for no value. */
export function readContract(value: unknown): Contract | undefined {
  const all = fieldsOf(value);
  const scope = all?.scope === undefined ? {} : fieldsOf(all.scope);
  if (!all || !scope || typeof all.title !== 'string') return undefined;
  const plain = ['description', 'due', 'deadline', 'amount', 'currency'] as const;
  if (plain.some((name) => all[name] !== undefined && typeof all[name] !== 'string')) return undefined;
  if (!isDay(all.due) || !isDay(all.deadline) || !isAmount(all.amount)) return undefined;
  const lists = [all.acceptanceCriteria, scope.in, scope.out, scope.assumptions];
  if (!lists.every((list) => list === undefined || isListOf(list, isText))) return undefined;
  const deliverables = all.deliverables;
  if (deliverables !== undefined && !isListOf(deliverables, isDeliverable)) return undefined;
  const { title, description, acceptanceCriteria, due, deadline, amount, currency } = all as unknown as Contract;
  return normalContract({
    title,
    ...(description === undefined ? {} : { description }),
    scope: scope as NonNullable<Contract['scope']>,
    ...(deliverables === undefined ? {} : { deliverables }),
    ...(acceptanceCriteria === undefined ? {} : { acceptanceCriteria }),
    ...(due === undefined ? {} : { due }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
  });
}

/** The fields of an object; `undefined` for a list, `null` and every plain value. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // Only its own: a name such as `constructor` is nothing somebody wrote.
  return Object.assign(Object.create(null) as object, value) as Readonly<Record<string, unknown>>;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDeliverable(value: unknown): value is ContractDeliverable {
  const all = fieldsOf(value);
  return isText(all?.title) && (all.url === undefined || isText(all.url));
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isDay(value: unknown): boolean {
  return value === undefined || (isText(value) && parseDay(value) !== undefined);
}

/** Written as the contract writes it: `4000.50` never came from us. */
function isAmount(value: unknown): boolean {
  const amount = isText(value) ? parseMoney(value) : undefined;
  return value === undefined || (amount !== undefined && moneyText(amount) === value);
}
