// The text edits that put a new milestone into a plan file, in the style its list has. Knows where lists of milestones lie.
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { isoDay } from '../base/day';
import { message } from '../base/message';
import type { TextEdit } from '../base/text';
import type { Refusal } from './change';
import { type Edited, targetOf } from './editTarget';
import type { Step } from './intendStep';
import { refusal, sharedValue, unsafeEdit } from './refusal';
import { flowPairs } from './spliceFlow';
import { addItem, blockItem, flowMap } from './spliceItem';
import { fresh } from './spliceScalar';
import {
  column,
  deletion,
  insertion,
  lineBehind,
  lineEnding,
  type MapNode,
  type MapPair,
  pairEnd,
  pairStart,
  rangeOf,
} from './spliceText';

/** Behind the milestone `after` in its list; else at the end of the plan's list, which is written where there is none. */
export function addMilestone(source: Edited, step: Step & { kind: 'add' }): readonly TextEdit[] | Refusal {
  const pairs = [
    ...(step.id === undefined ? [] : [`id: ${fresh({ kind: 'text', value: step.id })}`]),
    `title: ${fresh({ kind: 'text', value: step.title })}`,
    ...(step.due === undefined ? [] : [`due: ${isoDay(step.due)}`]),
  ];
  if (step.after === undefined) return addLast(source, pairs);
  const target = targetOf(source, step.after);
  if (!target) return sharedValue(step.after);
  return addItem(source, target.list, target.map, pairs);
}

function addLast(source: Edited, pairs: readonly string[]): readonly TextEdit[] | Refusal {
  const top = source.document.contents;
  if (isNothing(top)) return addToEmptyFile(source.text, pairs);
  if (!isMap<Node, Node | null>(top)) return unsafeEdit();
  const [pair, second] = top.items.filter(({ key }) => isScalar(key) && key.value === 'milestones');
  if (pair === undefined) return addList(source, top, pairs);
  const list = pair.value;
  if (second !== undefined || list === null) return unsafeEdit();
  if (isAlias(list) || source.shared.has(list) || source.shared.has(top)) return sharedList();
  const last = isSeq<Node>(list) ? list.items.at(-1) : undefined;
  if (isSeq<Node>(list) && last !== undefined) return addItem(source, list, last, pairs);
  return isSeq(list) || isNothing(list) ? addToEmpty(source, top, pair, pairs) : unsafeEdit();
}

function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function sharedList(): Refusal {
  const said = message(
    'The list of milestones is shared with another place of the file by an anchor or an alias. Add the milestone by hand.',
  );
  return refusal('edit.shared', said);
}

/** A file with nothing in it, or with comments only. */
function addToEmptyFile(text: string, pairs: readonly string[]): readonly TextEdit[] {
  const eol = lineEnding(text);
  const open = text !== '' && !text.endsWith('\n') && text !== '\ufeff';
  return [insertion(text.length, `${open ? eol : ''}milestones:${eol}${blockItem(text, pairs, 2)}${eol}`)];
}

/** The whole list, behind the last field of the file. */
function addList(source: Edited, top: MapNode, pairs: readonly string[]): readonly TextEdit[] {
  const { text } = source;
  const last = top.items.at(-1);
  if (top.flow || last === undefined) return flowPairs(text, top, last, [`milestones: [${flowMap(source, pairs)}]`]);
  const indent = column(text, pairStart(last));
  const list = blockItem(text, pairs, indent + listIndent(text, top));
  return [lineBehind(text, pairEnd(text, last), `${' '.repeat(indent)}milestones:${lineEnding(text)}${list}`)];
}

/** `milestones: []`, or with nothing behind it, becomes a list of lines unless it stands in flow style or over several lines itself. */
function addToEmpty(source: Edited, top: MapNode, pair: MapPair, pairs: readonly string[]): readonly TextEdit[] {
  const { text } = source;
  const [start, end] = rangeOf(pair.value ?? pair.key);
  const item = flowMap(source, pairs);
  if (isSeq(pair.value) && (top.flow || text.slice(start, end).includes('\n'))) return [insertion(start + 1, item)];
  if (top.flow) return [{ span: { start, end }, text: `${text[start - 1] === ':' ? ' ' : ''}[${item}]` }];
  const indent = column(text, pairStart(pair)) + listIndent(text, top);
  const line = lineBehind(text, end, blockItem(text, pairs, indent));
  return start === end ? [line] : [withoutValue(text, start, end), line];
}

/** Takes a value away, with the blanks that would be left over before the line's end or before its comment. */
function withoutValue(text: string, start: number, end: number): TextEdit {
  const behind = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  if (text[end + behind] === '#') return deletion(start, end + behind);
  const before = /[ \t]*$/.exec(text.slice(0, start).slice(-80))?.[0].length ?? 0;
  return deletion(start - before, end);
}

/** How far the lists of this file are indented, 2 where it has none. */
function listIndent(text: string, top: MapNode): number {
  for (const { key, value } of top.items) {
    if (isSeq(value) && !value.flow) return column(text, rangeOf(value)[0]) - column(text, rangeOf(key)[0]);
  }
  return 2;
}
