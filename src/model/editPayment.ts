// The text edits of a payment: fields of its group, or the whole group where there is none. Knows the fields of a payment and their order.
import { isMap, isScalar, type Node } from 'yaml';
import { isoDay } from '../base/day';
import type { TextEdit } from '../base/text';
import type { Refusal } from './change';
import { beforePayment } from './editEntry';
import { type Edited, targetOf } from './editTarget';
import type { PaymentStep } from './intendPayment';
import type { Milestone } from './plan';
import { sharedValue, unexpectedGroup, unexpectedValue, writtenTwice } from './refusal';
import { type Field, type Refused, removeField, setFields } from './spliceField';
import { flowMap } from './spliceItem';
import { fresh } from './spliceScalar';
import type { MapNode } from './spliceText';

const order = ['state', 'funded', 'submitted', 'approved', 'invoiced', 'released', 'invoice'] as const;

export function writePayment(source: Edited, step: PaymentStep): readonly TextEdit[] | Refusal {
  const { milestone } = step;
  const target = targetOf(source, milestone);
  if (!target) return sharedValue(milestone);
  const { map } = target;
  const [pair, second] = map.items.filter(({ key }) => isScalar(key) && key.value === 'payment');
  if (second) return writtenTwice(milestone, 'payment');
  // The plan has one and this map has none: it comes from a merge key.
  if (!pair && milestone.payment) return sharedValue(milestone);
  const value = pair?.value;
  if (value && source.shared.has(value)) return sharedValue(milestone);
  const fields = fieldsOf(step);
  if (isMap<Node, Node | null>(value)) return inside(source, step, value, fields);
  if (value && !(isScalar(value) && value.value === null)) {
    return 'items' in value || isScalar(value) ? unexpectedGroup(milestone, 'payment') : sharedValue(milestone);
  }
  const pairs = fields.map(({ name, written }) => `${name}: ${fresh(written)}`);
  const written = { kind: 'bare', value: flowMap(source, pairs) } as const;
  const set = setFields(source, map, [{ name: 'payment', written, after: beforePayment }]);
  return 'obstacle' in set ? unexpectedGroup(milestone, 'payment') : set;
}

function fieldsOf({ set }: PaymentStep): readonly Field[] {
  return order.flatMap((name, at): readonly Field[] => {
    const value = set[name];
    if (value === undefined) return [];
    const kind = name === 'invoice' ? 'text' : 'word';
    const text = typeof value === 'number' ? isoDay(value) : value;
    return [{ name, written: { kind, value: text }, after: order.slice(0, at) }];
  });
}

function inside(
  source: Edited,
  { milestone, remove }: PaymentStep,
  map: MapNode,
  fields: readonly Field[],
): readonly TextEdit[] | Refusal {
  const set = setFields(source, map, fields);
  if ('obstacle' in set) return refused(set, milestone);
  const edits = [...set];
  for (const name of remove) {
    const removed = removeField(source, map, name);
    if ('obstacle' in removed) return refused(removed, milestone);
    // The plan has it and this map has not: it comes from a merge key.
    if (removed.length === 0) return sharedValue(milestone);
    edits.push(...removed);
  }
  return edits;
}

function refused({ obstacle, name }: Refused, milestone: Milestone): Refusal {
  if (obstacle === 'shared') return sharedValue(milestone);
  return obstacle === 'twice' ? writtenTwice(milestone, name) : unexpectedValue(milestone, name);
}
