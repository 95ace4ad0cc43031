// Completion of keys: the fields that are still missing in a group, each with what a person writes next. Knows no file but the own.
import { message } from '../base/message';
import type { Field, KindData, Shape } from '../model/kinds';
import { captures, type Slot, slotOf } from './completionInsert';
import type { Asked, Completion } from './completionKinds';
import { spaces } from './completionStyle';
import { plainKind } from './whereKinds';
import { lineStart } from './whereLine';

/** What most people write, in the order in which they do. */
const usual: Readonly<Record<string, readonly string[]>> = {
  plan: ['project', 'client', 'currency', 'start', 'deadline', 'people', 'calendar', 'milestones'],
  milestone: [
    'title',
    'id',
    'due',
    'owner',
    'status',
    'dependsOn',
    'acceptanceCriteria',
    'tasks',
    'description',
    'effort',
  ],
};

/** The fields of `shape` that are not written yet. */
export function fieldCompletions(asked: Asked, shape: Shape): Completion[] {
  const { where } = asked;
  const slot = slotOf(asked);
  const taken = new Set(where.siblings);
  const named = isNamed(asked, slot);
  const above = !named && captures(asked);
  // A key before deeper lines would take them for its value.
  if (above && slot.written === '') return [];
  const known = Object.entries(shape.fields).filter(([name]) => !taken.has(name));
  const column = columnOf(asked);
  return known.map(([name, field], index): Completion => {
    const body = named ? '' : above ? ':' : bodyOf(field.kind, asked, column);
    return {
      kind: 'field',
      label: name,
      insert: slot.before + name + body + slot.after,
      isSnippet: body.includes('$'),
      replace: slot.replace,
      filter: name,
      sort: sortOf(shape, name, field, index),
      detail: field.required ? message('needed here') : undefined,
      documentation: documentationOf(field),
      again: !named && !above && hasMore(field.kind),
      inSchema: true,
    };
  });
}

/** The colon stands there already, or a `?` takes its place. */
export function isNamed({ text, where }: Asked, { replace }: Slot): boolean {
  if (/\?[ \t]+$/.test(text.slice(Math.max(0, where.word.start - 40), where.word.start))) return true;
  return (where.flow ? /^["']?[ \t]*:/ : /^["']?[ \t]*:(?:\s|$)/).test(text.slice(replace.end, replace.end + 40));
}

/** The column of the new key: behind a dash, that of the word. */
export function columnOf({ text, where }: Asked): number {
  if (where.part === 'key') return where.indent;
  return where.needsDash ? where.indent + 2 : where.word.start - lineStart(text, where.word.start);
}

function sortOf(shape: Shape, name: string, field: Field, index: number): string {
  const place = usual[shape.name]?.indexOf(name) ?? -1;
  return field.required ? `1${pad(index)}` : place >= 0 ? `2${pad(place)}` : `3${pad(index)}`;
}

export function pad(value: number): string {
  return String(value).padStart(5, '0');
}

/** What a field means and how it is written, as Markdown. */
function documentationOf({ doc, examples }: Field): string {
  const shown = examples.map((example) => `\`${example}\``).join(', ');
  return shown === '' ? doc : `${doc}\n\n${shown}`;
}

/** What stands behind the name: a colon, and the beginning of a list or a group on the lines below. */
function bodyOf(kind: KindData, { where, style }: Asked, column: number): string {
  if (where.flow) return inFlow(kind);
  const line = (width: number) => style.lineEnd + spaces(width);
  if (kind.is === 'milestones') return `:${line(column + style.list)}- title: $1`;
  if (kind.is === 'people') return `:${line(column + style.group)}$1: { name: $2 }`;
  if (kind.is === 'list') {
    const { of } = kind;
    if (of.is !== 'group' || of.shape.name === 'dependency') return kind.alone ? ': ' : ': [$1]';
    return `:${line(column + style.list)}- ${entryOf(of.shape, line(column + style.list + 2))}`;
  }
  if (kind.is === 'group' && kind.shape.short === undefined) return `:${line(column + style.group)}$1`;
  return ': ';
}

function inFlow(kind: KindData): string {
  if (kind.is === 'milestones') return ': [{ title: $1 }]';
  if (kind.is === 'list') return kind.alone ? ': ' : ': [$1]';
  if (kind.is === 'people' || (kind.is === 'group' && kind.shape.short === undefined)) return ': { $1 }';
  return ': ';
}

/** A first entry: a text where that is enough, else the fields it needs. */
function entryOf(shape: Shape, line: string): string {
  if (shape.short !== undefined) return '$1';
  const needed = Object.keys(shape.fields).filter((name) => shape.fields[name]?.required);
  return needed.map((name, index) => `${name}: $${index + 1}`).join(line);
}

const written: ReadonlySet<KindData['is']> = new Set(['text', 'money', 'impact', 'number', 'percent']);

/** Whether there is something to offer for a value of this kind. */
function hasMore(kind: KindData): boolean {
  if (kind.is === 'people' || kind.is === 'milestones') return false;
  if (kind.is === 'group' && kind.shape.short === undefined) return true;
  const plain = plainKind(kind.is === 'list' ? kind.of : kind);
  return plain !== undefined && !written.has(plain.is);
}
