// Where two contracts of a milestone differ, field by field. Knows no words for the reader.
import { type Contract, type ContractDeliverable, keyOf } from './contract';

export interface FieldDifference {
  readonly field: Exclude<keyof Contract, 'scope'> | `scope.${'in' | 'out' | 'assumptions'}`;
  /** Absent where the field was not there. */
  readonly was?: string;
  readonly is?: string;
  /** Of lists: the entries that are gone and those that are new. */
  readonly gone?: readonly string[];
  readonly added?: readonly string[];
}

/** In the order of the fields; empty exactly where both are the same. */
export function differencesBetween(before: Contract, now: Contract): readonly FieldDifference[] {
  return [
    ...plainField('title', before.title, now.title),
    ...plainField('description', before.description, now.description),
    ...listField('scope.in', before.scope?.in, now.scope?.in),
    ...listField('scope.out', before.scope?.out, now.scope?.out),
    ...listField('scope.assumptions', before.scope?.assumptions, now.scope?.assumptions),
    ...deliverables(before.deliverables, now.deliverables),
    ...listField('acceptanceCriteria', before.acceptanceCriteria, now.acceptanceCriteria),
    ...plainField('due', before.due, now.due),
    ...plainField('deadline', before.deadline, now.deadline),
    ...plainField('amount', before.amount, now.amount),
    ...plainField('currency', before.currency, now.currency),
  ];
}

function plainField(
  field: FieldDifference['field'],
  was: string | undefined,
  is: string | undefined,
): FieldDifference[] {
  if (was === is) return [];
  return [{ field, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }];
}

function listField(
  field: FieldDifference['field'],
  was: readonly string[] = [],
  is: readonly string[] = [],
): FieldDifference[] {
  const gone = without(was, is);
  const added = without(is, was);
  return gone.length === 0 && added.length === 0 ? [] : [{ field, gone, added }];
}

/** Told apart by both parts: a title may end with what looks like an address in brackets. */
function deliverables(
  was: readonly ContractDeliverable[] = [],
  is: readonly ContractDeliverable[] = [],
): FieldDifference[] {
  const texts = new Map<string, string>();
  const taken = new Set<string>();
  for (const each of [...was, ...is]) {
    const key = keyOf(each);
    if (texts.has(key)) continue;
    const shown = each.url === undefined ? each.title : `${each.title} (${each.url})`;
    texts.set(key, taken.has(shown) ? key : shown);
    taken.add(shown);
  }
  return listField('deliverables', was.map(keyOf), is.map(keyOf)).map(({ field, gone = [], added = [] }) => ({
    field,
    gone: gone.map((key) => texts.get(key) ?? key),
    added: added.map((key) => texts.get(key) ?? key),
  }));
}

/** Counts how often an entry stands there: one of two equal ones that is gone is a difference. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const each of others) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
