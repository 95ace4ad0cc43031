// The text edits that put entries behind those of a list of a milestone, in the way its neighbours are written. Knows approvals and reasons of moves.
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { isoDay } from '../base/day';
import type { TextEdit } from '../base/text';
import type { Refusal } from './change';
import { type Edited, targetOf } from './editTarget';
import type { ApprovalStep } from './intendEntry';
import type { Approval, FieldChange, Milestone } from './plan';
import { sharedValue, unexpectedList, writtenTwice } from './refusal';
import { type Field, setFields } from './spliceField';
import { addMaps, addValues, blockItem, flowMap } from './spliceItem';
import { fresh } from './spliceScalar';
import {
  column,
  insertion,
  type ListNode,
  lineBehind,
  lineEnding,
  type MapNode,
  type MapPair,
  pairStart,
  rangeOf,
} from './spliceText';

type ListName = 'approvals' | 'changes';

/** Each entry as the pairs it is written with. */
type Entries = readonly (readonly string[])[];

/** The fields that such a list conventionally comes after: all but the milestones inside, which may be long. */
const beforeApprovals = [
  ...['id', 'title', 'description', 'start', 'due', 'deadline', 'baseline', 'started', 'completed', 'status'],
  ...['progress', 'weight', 'tasks', 'acceptanceCriteria', 'deliverables', 'scope', 'dependsOn', 'duration', 'effort'],
  ...[
    'remaining',
    'owner',
    'responsible',
    'accountable',
    'consulted',
    'informed',
    'risks',
    'blockedBy',
    'clientAction',
  ],
];

export const beforePayment = [...beforeApprovals, 'approvals', 'amount'];

const places: Readonly<Record<ListName, readonly string[]>> = {
  approvals: beforeApprovals,
  changes: [...beforePayment, 'payment'],
};

export function addApproval(source: Edited, { milestone, approval }: ApprovalStep): readonly TextEdit[] | Refusal {
  const target = targetOf(source, milestone);
  if (!target) return sharedValue(milestone);
  const { map } = target;
  const entry = entriesIn(source, { milestone, map, name: 'approvals', entries: [approvalPairs(approval)] });
  if ('refused' in entry || !('field' in entry)) return entry;
  const set = setFields(source, map, [entry.field]);
  return 'obstacle' in set ? unexpectedList(milestone, 'approvals') : set;
}

/** Edits of the list, or the field to write where there is no list yet, so that it can be written together with others. */
export function changesIn(
  source: Edited,
  { milestone, map, changes }: { milestone: Milestone; map: MapNode; changes: readonly FieldChange[] },
): readonly TextEdit[] | { readonly field: Field } | Refusal {
  return entriesIn(source, { milestone, map, name: 'changes', entries: changes.map(changePairs) });
}

function approvalPairs({ by, decision, on, digest, note }: Approval): readonly string[] {
  return [
    `by: ${text(by)}`,
    `decision: ${decision}`,
    ...(on === undefined ? [] : [`on: ${isoDay(on)}`]),
    // As the format shows it; what is no such fingerprint is written like any other text.
    ...(digest === undefined ? [] : [`digest: ${/^v\d+:\w+:\w+$/.test(digest) ? `'${digest}'` : text(digest)}`]),
    ...(note === undefined ? [] : [`note: ${text(note)}`]),
  ];
}

function changePairs({ on, field, from, to, reason }: FieldChange): readonly string[] {
  return [
    ...(on === undefined ? [] : [`on: ${isoDay(on)}`]),
    `field: ${field}`,
    ...(from === undefined ? [] : [`from: ${from}`]),
    ...(to === undefined ? [] : [`to: ${to}`]),
    ...(reason === undefined ? [] : [`reason: ${text(reason)}`]),
  ];
}

function text(value: string): string {
  return fresh({ kind: 'text', value });
}

interface Wanted {
  readonly milestone: Milestone;
  readonly map: MapNode;
  readonly name: ListName;
  readonly entries: Entries;
}

function entriesIn(source: Edited, wanted: Wanted): readonly TextEdit[] | { readonly field: Field } | Refusal {
  const { milestone, map, name } = wanted;
  const [pair, second] = map.items.filter(({ key }) => isScalar(key) && key.value === name);
  if (second) return writtenTwice(milestone, name);
  // The plan has some and this map has none: they come from a merge key.
  if (!pair && milestone[name].length > 0) return sharedValue(milestone);
  const list = pair?.value;
  if (list && source.shared.has(list)) return sharedValue(milestone);
  if (isSeq<Node>(list)) return intoList(source, list, wanted);
  if (list && !(isScalar(list) && list.value === null)) {
    return 'items' in list || isScalar(list) ? unexpectedList(milestone, name) : sharedValue(milestone);
  }
  const { text: whole } = source;
  if (pair && list && !map.flow && isNothing(whole, list)) {
    return [lineBehind(whole, rangeOf(list)[1], lines(source, wanted, pair))];
  }
  const [first] = map.items;
  const isNew = !pair && !map.flow && first;
  const value = isNew ? lineEnding(whole) + lines(source, wanted, first) : `[${inBraces(source, wanted).join(', ')}]`;
  return { field: { name, written: { kind: 'bare', value }, after: places[name] } };
}

/** Not even `null` stands behind the key. */
function isNothing(whole: string, node: Node): boolean {
  const [start, end] = rangeOf(node);
  return start === end && whole[start - 1] === ':';
}

function inBraces(source: Edited, { entries }: Wanted, list?: ListNode): readonly string[] {
  return entries.map((pairs) => flowMap(source, pairs, list));
}

/** Each entry on a line of its own, as far to the right as the other lists of the milestone. */
function lines(source: Edited, wanted: Wanted, pair: MapPair): string {
  const { text: whole } = source;
  const own = wanted.map.items.find(({ value }) => isSeq(value) && !value.flow);
  const indent = own?.value ? column(whole, rangeOf(own.value)[0]) - column(whole, pairStart(own)) : 2;
  const dash = column(whole, pairStart(pair)) + indent;
  return inBraces(source, wanted)
    .map((entry) => blockItem(whole, [entry], dash))
    .join(lineEnding(whole));
}

function intoList(source: Edited, list: ListNode, wanted: Wanted): readonly TextEdit[] {
  const { text: whole } = source;
  const last = list.items.at(-1);
  if (isMap(last)) return addMaps(source, list, last, wanted.entries);
  const entries = inBraces(source, wanted, list);
  if (last) return addValues(whole, list, last, entries);
  const [start, end] = rangeOf(list);
  const inside = { start: start + 1, end: end - 1 };
  // `[ ]` becomes `[{ … }]`; lines and comments between the brackets stay.
  const isBlank = /^[ \t]*$/.test(whole.slice(inside.start, inside.end));
  return [isBlank ? { span: inside, text: entries.join(', ') } : insertion(inside.start, entries.join(', '))];
}
