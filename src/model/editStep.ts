// The text edits that carry out one step: which fields are written where and how. Knows the fields of a plan and the order they conventionally have.
import { isMap, isScalar } from 'yaml';
import { isoDay } from '../base/day';
import type { TextEdit } from '../base/text';
import type { Refusal } from './change';
import { addMilestone } from './editAdd';
import { addDependency } from './editDepend';
import { addApproval, changesIn } from './editEntry';
import { writePayment } from './editPayment';
import { isSigned } from './editStyle';
import { type Edited, entryOf, targetOf } from './editTarget';
import type { FieldValues, Step } from './intendStep';
import type { Milestone } from './plan';
import { sharedValue, unexpectedValue, unsafeEdit, writtenTwice } from './refusal';
import { type Field, type Refused, removeField, setFields } from './spliceField';
import { itemToMap } from './spliceItem';
import type { Written } from './spliceScalar';
import type { MapNode } from './spliceText';

/** The edits of a step, expressed against the text of `source`; none when the plan says it already. */
export function editsOf(source: Edited, step: Step): readonly TextEdit[] | Refusal {
  switch (step.kind) {
    case 'none':
      return [];
    case 'fields':
      return fieldEdits(source, step);
    case 'task':
      return taskEdits(source, step);
    case 'criterion':
      return criterionEdits(source, step);
    case 'add':
      return addMilestone(source, step);
    case 'dependency':
      return addDependency(source, step);
    case 'approval':
      return addApproval(source, step);
    case 'payment':
      return writePayment(source, step);
  }
}

const dates = ['id', 'title', 'start', 'due', 'deadline', 'baseline'];

/** The fields each one comes after, where it is not written yet. */
const order: { readonly [K in keyof FieldValues]-?: readonly string[] } = {
  id: [],
  title: ['id'],
  start: ['id', 'title'],
  due: ['id', 'title', 'start'],
  status: dates,
  completed: [...dates, 'status', 'started'],
  progress: [...dates, 'status', 'started', 'completed'],
};

function fieldEdits(source: Edited, step: Step & { kind: 'fields' }): readonly TextEdit[] | Refusal {
  const { milestone, set } = step;
  const target = targetOf(source, milestone);
  if (!target) return sharedValue(milestone);
  const fields: Field[] = [];
  const add = (name: keyof FieldValues, written: Written) => fields.push({ name, written, after: order[name] });
  if (set.id !== undefined) add('id', { kind: 'text', value: set.id });
  if (set.title !== undefined) add('title', { kind: 'text', value: set.title });
  if (set.start !== undefined) add('start', { kind: 'word', value: isoDay(set.start) });
  if (set.due !== undefined) add('due', { kind: 'word', value: isoDay(set.due) });
  if (set.status !== undefined) add('status', { kind: 'word', value: set.status });
  if (set.completed !== undefined) add('completed', { kind: 'word', value: isoDay(set.completed) });
  if (set.progress !== undefined) add('progress', percent(source, milestone, set.progress));
  const { map } = target;
  if (!step.changes) return writeFields(source, { milestone, map, fields, remove: step.remove });
  const changes = changesIn(source, { milestone, map, changes: step.changes });
  if ('refused' in changes) return changes;
  const [own, more] = 'field' in changes ? [[...fields, changes.field], []] : [fields, changes];
  const edits = writeFields(source, { milestone, map, fields: own, remove: step.remove });
  return 'refused' in edits ? edits : [...edits, ...more];
}

/** `40` or `40%`, as this milestone or else the file has it; a quoted number is no percent to every reader, so quotes go. */
function percent(source: Edited, milestone: Milestone, value: number): Written {
  const own = source.file.places.get(milestone.key)?.fields.get('progress');
  const signed = own ? isSigned(source.text.slice(own.start, own.end)) : source.signed;
  return { kind: signed ? 'word' : 'bare', value: signed ? `${value}%` : `${value}` };
}

interface Fields {
  readonly milestone: Milestone;
  readonly map: MapNode;
  readonly fields: readonly Field[];
  readonly remove: readonly string[];
}

/** Writes and takes away fields of one map. */
function writeFields(source: Edited, { milestone, map, fields, remove }: Fields): readonly TextEdit[] | Refusal {
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

const afterDone = ['title', 'done', 'owner', 'effort', 'due'];

function taskEdits(source: Edited, step: Step & { kind: 'task' }): readonly TextEdit[] | Refusal {
  const { milestone, completed } = step;
  const fields: Field[] = [{ name: 'done', written: bare(step.done), after: ['title', 'owner', 'effort', 'due'] }];
  if (typeof completed === 'number') {
    fields.push({ name: 'completed', written: { kind: 'word', value: isoDay(completed) }, after: afterDone });
  }
  const remove = completed === 'none' ? ['completed'] : [];
  const text = { key: 'title', value: milestone.tasks[step.index]?.title ?? '' };
  return entryEdits(source, { milestone, list: 'tasks', index: step.index, text, fields, remove });
}

function criterionEdits(source: Edited, step: Step & { kind: 'criterion' }): readonly TextEdit[] | Refusal {
  const { milestone, index } = step;
  const fields: Field[] = [{ name: 'done', written: bare(step.done), after: ['text'] }];
  const text = { key: 'text', value: milestone.acceptanceCriteria[index]?.text ?? '' };
  return entryEdits(source, { milestone, list: 'acceptanceCriteria', index, text, fields, remove: [] });
}

function bare(value: boolean): Written {
  return { kind: 'bare', value: String(value) };
}

interface EntryFields extends Omit<Fields, 'map'> {
  readonly list: 'tasks' | 'acceptanceCriteria';
  readonly index: number;
  /** The field a plain text stands for, and that text. */
  readonly text: { readonly key: string; readonly value: string };
}

/** Writes fields of one task or criterion, which becomes a map when it is a plain text. */
function entryEdits(source: Edited, wanted: EntryFields): readonly TextEdit[] | Refusal {
  const entry = entryOf(source, wanted.milestone, wanted.list, wanted.index);
  if (!entry) return sharedValue(wanted.milestone);
  const { item, list, index } = entry;
  if (isMap<never, never>(item)) return writeFields(source, { ...wanted, map: item });
  if (!isScalar(item)) return unsafeEdit();
  const pairs = wanted.fields.map(({ name, written }) => `${name}: ${written.value}`);
  return itemToMap(source, list, index, { ...wanted.text, pairs });
}
