// Values of a YAML document as a reader sees them: aliases replaced, merge keys (`<<`) merged, each with its place in the text.

import type { Node, Scalar } from 'yaml';
import * as yaml from 'yaml';
import { message } from '../base/message';
import type { Span } from '../base/text';
import type { Loaded } from './load';
import type { Problem } from './problem';

// Asked of every value: by way of the imported module each question costs as much again as its answer.
const isAlias: typeof yaml.isAlias = yaml.isAlias;
const isMap: typeof yaml.isMap = yaml.isMap;
const isScalar: typeof yaml.isScalar = yaml.isScalar;
const isSeq: typeof yaml.isSeq = yaml.isSeq;

/** One value and where it stands. */
export interface Cell {
  /** Never an alias; `undefined` where nothing stands or an alias names nothing. */
  readonly node: Node | undefined;
  /** Where the value comes from an alias, or lies in one that does: the place of the alias. */
  readonly span: Span;
  /** The value stands elsewhere in the text, by an alias or a merge key: it must not be edited through this place. */
  readonly aliased: boolean;
}

/** One field of a map, own or merged. */
export interface Entry {
  readonly name: string;
  /** The key itself; for a merged field, the alias it comes from. */
  readonly key: Span;
  readonly value: Cell;
}

/** A scalar as it is written: `text` without quotation marks and escapes, never a number or a boolean. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** The value of a node. Below an aliased value every place is that of the alias. */
export function cellOf(loaded: Loaded, node: unknown, around: Cell | undefined): Cell {
  const found = asNode(node);
  const span = around?.aliased ? around.span : spanOf(loaded.text, found, around);
  if (!isAlias(found)) return { node: found, span, aliased: around?.aliased ?? false };
  return { node: loaded.aliases.get(found), span, aliased: true };
}

/** The entries of a list; `undefined` when the value is none. */
export function listOf(loaded: Loaded, cell: Cell): readonly Cell[] | undefined {
  const { node } = cell;
  return isSeq(node) ? node.items.map((item) => cellOf(loaded, item, cell)) : undefined;
}

/**
 * The fields of a map by name; `undefined` when the value is none. Of a field that is written twice the last one counts, own fields count before
 * merged ones, and merged ones in the order of the merge.
 */
export function entriesOf(loaded: Loaded, cell: Cell, problems: Problem[]): ReadonlyMap<string, Entry> | undefined {
  const { node } = cell;
  if (!isMap(node)) return undefined;
  const entries = new Map<string, Entry>();
  const merged: Entry[] = [];
  for (const pair of node.items) {
    const { key } = pair;
    if (!isScalar(key)) continue;
    const name = wordOf(key).text;
    const value = cellOf(loaded, pair.value, cell);
    if (name === '<<' && key.type === 'PLAIN') {
      merged.push(...mergedEntries(loaded, value, problems));
      continue;
    }
    const at = cell.aliased ? cell.span : spanOf(loaded.text, key, cell);
    if (entries.has(name) && !cell.aliased) problems.push(duplicate(name, at));
    entries.set(name, { name, key: at, value });
  }
  for (const entry of merged) if (!entries.has(entry.name)) entries.set(entry.name, entry);
  return entries;
}

function mergedEntries(loaded: Loaded, cell: Cell, problems: Problem[]): readonly Entry[] {
  // An alias that names nothing has a problem of its own.
  if (!cell.node) return [];
  const entries = entriesOf(loaded, { ...cell, aliased: true }, problems);
  if (entries) return [...entries.values()];
  const parts = listOf(loaded, cell);
  if (parts?.every((part) => isMap(part.node))) return parts.flatMap((part) => mergedEntries(loaded, part, problems));
  const said = message('`<<` takes over the fields of another value: write an alias such as `*name` here.');
  problems.push({ code: 'type.invalid', severity: 'error', message: said, span: cell.span });
  return [];
}

function duplicate(name: string, span: Span): Problem {
  const said = message('`{name}` stands here a second time. Only this last one counts: delete one of them.', { name });
  return { code: 'key.duplicate', severity: 'error', message: said, span };
}

/** The scalar of a cell as it is written; `undefined` for a list and a map. */
export function word(cell: Cell): Word | undefined {
  return isScalar(cell.node) ? wordOf(cell.node) : undefined;
}

function wordOf(scalar: Scalar): Word {
  const written = scalar.source ?? (typeof scalar.value === 'string' ? scalar.value : '');
  return { text: written, quoted: scalar.type !== 'PLAIN' };
}

/** Nothing is written there, as behind `due:` while someone is typing; where `null` is a name like any other, only `~` says the same. */
export function isEmpty(cell: Cell, nullIsName: boolean): boolean {
  const { node } = cell;
  if (node === undefined) return true;
  if (!isScalar(node) || node.type !== 'PLAIN') return false;
  const { source = '' } = node;
  return source === '' || source === '~' || (!nullIsName && source.length === 4 && /^(?:null|Null|NULL)$/.test(source));
}

/** Characters `from` to `to` of a word in the text; the whole value where they do not stand there as such. */
export function part(loaded: Loaded, cell: Cell, from: number, to: number): Span {
  const { text } = word(cell) ?? { text: '' };
  const { start, end } = cell.span;
  if (cell.aliased) return cell.span;
  if (loaded.text.slice(start, end) === text) return { start: start + from, end: start + to };
  if (loaded.text.slice(start + 1, end - 1) === text) return { start: start + 1 + from, end: start + 1 + to };
  return cell.span;
}

/** The characters of a node, without the line ends and comments behind it. A missing node has the place of what is around it. */
function spanOf(text: string, node: Node | undefined, around?: Cell): Span {
  if (!node?.range) return around?.span ?? { start: 0, end: 0 };
  const start = node.range[0];
  return { start, end: Math.max(start, endOf(text, node)) };
}

function endOf(text: string, node: Node): number {
  // Nearly all values are these.
  if (isScalar(node) && (node.type === 'PLAIN' || node.type?.startsWith('QUOTE'))) return node.range?.[1] ?? 0;
  let last: Node | undefined = node;
  for (let inner = lastOf(last); inner?.range; inner = lastOf(last)) last = inner;
  let end = last.range?.[1] ?? 0;
  if (isScalar(last) && last.type?.startsWith('BLOCK')) {
    while (end > 0 && /[\r\n\t ]/.test(text[end - 1] ?? '')) end--;
  }
  return end;
}

/** The last node inside a collection without brackets, which has no end of its own. */
function lastOf(node: Node): Node | undefined {
  if (isSeq(node) && !node.flow) return asNode(node.items.at(-1));
  if (!isMap(node) || node.flow) return undefined;
  const pair = node.items.at(-1);
  return asNode(pair?.value) ?? asNode(pair?.key);
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}
