// Values of a plan file by the table of fields: single values, lists and groups. Knows kinds, no field.
import { isScalar } from 'yaml';
import { message } from '../base/message';
import type { Span } from '../base/text';
import { type Cell, type Entry, entriesOf, isEmpty, listOf, word } from './cells';
import { noGroup, noList } from './expected';
import { wordInstead } from './instead';
import type { Field, Fields, Kind, KindData, Shape, Values } from './kinds';
import { looks } from './lookalike';
import type { Person } from './plan';
import { type Reading, report } from './reading';
import { readWord, type WordKind } from './readWord';

/** What was read from a group of fields, and the fields as they are written. */
export interface Group<F extends Fields> {
  readonly values: Values<F>;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The fields of a group; `undefined` when it is none or lacks a required field, and then a problem was reported. */
export function readGroup<F extends Fields>(shape: Shape<F>, cell: Cell, reading: Reading): Group<F> | undefined {
  const entries = entriesOf(reading.loaded, cell, reading.problems) ?? shortEntry(shape, cell);
  if (!entries) return noGroup(shape, cell, reading);
  hintUnknown(shape, entries, reading);
  const values: Record<string, unknown> = {};
  const table = tableOf(shape);
  for (const [name, field] of table.fields) {
    const entry = entries.get(name);
    const value = entry === undefined ? field.otherwise : readField(field, entry, reading);
    if (value !== undefined) values[name] = value;
    else if (field.required) return lacking(name, cell, entries, reading);
  }
  const place = table.reference === undefined ? undefined : entries.get(table.reference)?.value.span;
  if (place) reading.references.set(values, place);
  if (shape.name !== 'milestone') reading.entries.set(values, entries);
  // The table gives both the names and kinds read here and the type of the result.
  return { values: values as Values<F>, entries };
}

interface Table {
  readonly fields: readonly (readonly [string, Field])[];
  readonly names: ReadonlySet<string>;
  /** The field whose place stands for the group. */
  readonly reference: string | undefined;
}

const tables = new WeakMap<Shape, Table>();

/** The fields of a shape as they are gone through for each of the thousands of groups of a file. */
function tableOf(shape: Shape): Table {
  const before = tables.get(shape);
  if (before) return before;
  const fields = Object.entries(shape.fields);
  const reference = fields.find(([, { kind }]) => kind.is === 'reference')?.[0] ?? shape.short;
  const table = { fields, names: new Set(Object.keys(shape.fields)), reference };
  tables.set(shape, table);
  return table;
}

/** A plain value in place of a group, such as a text in place of a task, stands for one of its fields. */
function shortEntry(shape: Shape, cell: Cell): ReadonlyMap<string, Entry> | undefined {
  if (shape.short === undefined || !isScalar(cell.node)) return undefined;
  return new Map([[shape.short, { name: shape.short, key: cell.span, value: cell }]]);
}

function readField(field: Field, entry: Entry, reading: Reading): unknown {
  if (emptyAs(field.kind, entry.value)) {
    if (entry.value.node?.tag) warnOfTag(entry, reading);
    return field.otherwise;
  }
  return readValue(field.kind, entry.value, reading) ?? field.otherwise;
}

/** `notes: !important` is empty for YAML, which takes the word for a tag. */
function warnOfTag({ key }: Entry, reading: Reading): void {
  const said = message(
    'A word that begins with ! is an instruction to YAML, so nothing is read here. Put it in quotation marks.',
  );
  report(reading, { code: 'yaml.tag', span: key, message: said, severity: 'warning' });
}

function lacking(name: string, cell: Cell, entries: ReadonlyMap<string, Entry>, reading: Reading): undefined {
  const entry = entries.get(name);
  // A value that is there but wrong has its own problem already.
  if (entry && !isBlank(entry.value)) return undefined;
  const [first] = entries.values();
  const span = entry?.key ?? first?.key ?? cell.span;
  if (name === 'title')
    return report(reading, {
      code: 'title.missing',
      span,
      message: message('A title is missing here. Add `title:` with a text.'),
    });
  return report(reading, { code: 'field.missing', span, message: message('`{name}` is missing here.', { name }) });
}

function hintUnknown(shape: Shape, entries: ReadonlyMap<string, Entry>, reading: Reading): void {
  const { names } = tableOf(shape);
  for (const { name, key } of entries.values()) {
    if (names.has(name) || name.startsWith('x-')) continue;
    const meant = reading.guess(name, () => Object.keys(shape.fields));
    const args = { name: name.length > 60 ? `${name.slice(0, 60)}…` : name, meant: meant ?? '' };
    const said = meant
      ? message('`{name}` is no field here, so it is not read. Is it `{meant}`?', args)
      : message('`{name}` is no field here, so it is not read. Begin a field of your own with `x-`.', args);
    // A field that is there already must not be written a second time.
    const instead =
      meant === undefined || entries.has(meant) ? undefined : wordInstead(reading.loaded.text, key, name, meant);
    report(reading, { code: 'unknown.key', span: key, message: said, severity: 'hint', instead });
  }
}

function readValue(kind: KindData, cell: Cell, reading: Reading): unknown {
  switch (kind.is) {
    case 'list':
      return readList(kind, cell, reading);
    case 'group':
      return readGroup(kind.shape, cell, reading)?.values;
    case 'people':
      return readPeople(kind.shape, cell, reading);
    case 'milestones':
      return reading.milestones(cell, reading);
    default:
      return readSingle(kind, cell, reading);
  }
}

function readSingle(kind: WordKind, cell: Cell, reading: Reading): unknown {
  const written = word(cell);
  if (!written) {
    const code = kind.is === 'text' ? 'text.invalid' : 'type.invalid';
    const said = message('One value is expected here, not a list or a group of fields.');
    return report(reading, { code, span: cell.span, message: said });
  }
  if (written.text.trim() === '') return undefined;
  return readWord({ word: written, cell, reading }, kind);
}

function readList(
  kind: Extract<KindData, { is: 'list' }>,
  cell: Cell,
  reading: Reading,
): readonly unknown[] | undefined {
  const items = listOf(reading.loaded, cell) ?? (kind.alone ? [cell] : undefined);
  if (!items) {
    const said = message('A list is expected here: entries in brackets, or each on a line of its own behind a dash.');
    return noList(cell, reading, said);
  }
  const values: unknown[] = [];
  const places: Span[] = [];
  for (const item of items) {
    const value = emptyAs(kind.of, item) ? undefined : readValue(kind.of, item, reading);
    if (value === undefined) continue;
    values.push(value);
    places.push(item.span);
  }
  if (kind.filled && items.length === 0)
    return report(reading, {
      code: 'type.invalid',
      span: cell.span,
      message: message('This list must not be empty.'),
    });
  if (kind.filled && values.length === 0) return undefined;
  reading.places.set(values, places);
  return values;
}

function readPeople(shape: Shape, cell: Cell, reading: Reading): readonly Person[] | undefined {
  const entries = entriesOf(reading.loaded, cell, reading.problems);
  if (!entries)
    return report(reading, {
      code: 'type.invalid',
      span: cell.span,
      message: message('Each person has a key here, such as `{example}`.', { example: 'ana: { name: Ana Ruiz }' }),
    });
  const people: Person[] = [];
  const seen = new Map<string, string>();
  for (const { name, key, value } of entries.values()) {
    reading.people.add(name);
    hintLookalike(name, key, seen, reading);
    const read = emptyAs({ is: 'group', shape }, value) ? undefined : readGroup(shape, value, reading);
    people.push({ ...read?.values, key: name });
  }
  return people;
}

function hintLookalike(name: string, span: Span, seen: Map<string, string>, reading: Reading): void {
  const look = looks(name);
  const other = seen.get(look);
  if (other === undefined) seen.set(look, name);
  else if (other !== name) {
    const said = message('Another person above has a key that looks like {name}, but is written with other letters.', {
      name,
    });
    report(reading, { code: 'id.lookalike', span, message: said, severity: 'warning' });
  }
}

/** Nothing is written for a value of this kind. `null` is a possible id. */
function emptyAs(kind: Kind, cell: Cell): boolean {
  const single =
    kind.is === 'group' && kind.shape.short !== undefined ? kind.shape.fields[kind.shape.short]?.kind : kind;
  return isEmpty(cell, single?.is === 'id' || single?.is === 'reference');
}

function isBlank(cell: Cell): boolean {
  return isEmpty(cell, false) || word(cell)?.text.trim() === '';
}
