// The text edits that make a milestone wait for another one: an entry of `dependsOn`, and the id it names where none is written. Knows no other field.
import { isScalar, isSeq, type Node } from 'yaml';
import type { TextEdit } from '../base/text';
import type { Refusal } from './change';
import { type Edited, targetOf } from './editTarget';
import type { DependencyStep } from './intendDepend';
import type { Milestone } from './plan';
import { sharedValue, unexpectedList, unexpectedValue, writtenTwice } from './refusal';
import { type Field, setFields } from './spliceField';
import { addValue } from './spliceItem';
import { fresh } from './spliceScalar';
import { insertion, type ListNode, type MapNode, rangeOf } from './spliceText';

const field = 'dependsOn';

/** The fields it conventionally comes after. */
const after = [
  'id',
  'title',
  'start',
  'due',
  'deadline',
  'baseline',
  'status',
  'started',
  'completed',
  'progress',
  'weight',
];

export function addDependency(source: Edited, step: DependencyStep): readonly TextEdit[] | Refusal {
  const { milestone, named } = step;
  const target = targetOf(source, milestone);
  if (!target) return sharedValue(milestone);
  const entry = entryEdits(source, target.map, step);
  if ('refused' in entry || !named) return entry;
  const id = idEdits(source, named);
  return 'refused' in id ? id : [...entry, ...id];
}

function entryEdits(source: Edited, map: MapNode, step: DependencyStep): readonly TextEdit[] | Refusal {
  const { milestone, on } = step;
  const [pair, second] = map.items.filter(({ key }) => isScalar(key) && key.value === field);
  if (second) return writtenTwice(milestone, field);
  // The plan has some and this map has none: they come from a merge key.
  if (!pair && milestone.dependsOn.length > 0) return sharedValue(milestone);
  const list = pair?.value;
  const value = fresh({ kind: 'text', value: on });
  if (isSeq<Node>(list)) {
    if (source.shared.has(list)) return sharedValue(milestone);
    return intoList(source.text, list, value);
  }
  if (list && !(isScalar(list) && list.value === null)) {
    return 'items' in list || isScalar(list) ? unexpectedList(milestone, field) : sharedValue(milestone);
  }
  return fieldEdits(source, milestone, map, { name: field, written: { kind: 'bare', value: `[${value}]` }, after });
}

function intoList(text: string, list: ListNode, value: string): readonly TextEdit[] {
  const last = list.items.at(-1);
  if (last) return addValue(text, list, last, value);
  const [start, end] = rangeOf(list);
  const inside = { start: start + 1, end: end - 1 };
  // `[ ]` becomes `[design]`; lines and comments between the brackets stay.
  const isBlank = /^[ \t]*$/.test(text.slice(inside.start, inside.end));
  return [isBlank ? { span: inside, text: value } : insertion(inside.start, value)];
}

/** The id of a milestone that has had that of its title until now. */
function idEdits(source: Edited, milestone: Milestone): readonly TextEdit[] | Refusal {
  const target = targetOf(source, milestone);
  if (!target) return sharedValue(milestone);
  return fieldEdits(source, milestone, target.map, {
    name: 'id',
    written: { kind: 'text', value: milestone.id },
    after: [],
  });
}

function fieldEdits(source: Edited, milestone: Milestone, map: MapNode, written: Field): readonly TextEdit[] | Refusal {
  const set = setFields(source, map, [written]);
  if (!('obstacle' in set)) return set;
  if (set.obstacle === 'shared') return sharedValue(milestone);
  return set.obstacle === 'twice' ? writtenTwice(milestone, set.name) : unexpectedValue(milestone, set.name);
}
