// The outline of a text that is half typed: milestones, tasks and criteria by their dashes and indentation. Knows no YAML tree.
import type { Span } from '../base/text';
import { plain } from '../report/plain';
import type { PlanSymbol } from './symbolsKinds';

/** The milestones a text would have, each with its tasks and criteria; what stands in brackets over several lines is not looked into. */
export function scannedSymbols(text: string): readonly PlanSymbol[] {
  const root: Found = {
    kind: 'plan',
    column: -1,
    name: '',
    title: { start: 0, end: 0 },
    start: 0,
    end: 0,
    children: [],
  };
  const open: Open[] = [{ column: -1, found: root, key: undefined }];
  for (const line of linesOf(text)) take(open, line);
  return symbolsIn(root);
}

interface Found {
  readonly kind: PlanSymbol['kind'];
  readonly column: number;
  name: string;
  title: Span;
  readonly start: number;
  end: number;
  readonly children: Found[];
}

/** A key or an entry of a list that is not at its end yet. */
interface Open {
  readonly column: number;
  /** The symbol it is or lies in. */
  readonly found: Found;
  /** `undefined` for an entry. */
  readonly key: string | undefined;
}

interface Line {
  readonly start: number;
  readonly column: number;
  /** Without the indentation and blanks at the end. */
  readonly content: string;
}

function* linesOf(text: string): Generator<Line> {
  for (const { 0: written, index } of text.matchAll(/[^\r\n]+/g)) {
    const content = written.trim();
    if (content === '' || content.startsWith('#')) continue;
    const column = written.search(/[^ \t\uFEFF]/);
    yield { start: index + column, column, content: written.slice(column).trimEnd() };
  }
}

/** Nothing that can be read is nested so deep. */
const deepest = 200;

const lists = new Map<string, PlanSymbol['kind']>([
  ['milestones', 'milestone'],
  ['tasks', 'task'],
  ['acceptanceCriteria', 'criterion'],
]);

function take(open: Open[], { start, column, content }: Line): void {
  let at = 0;
  for (let dash = dashOf(content, at); dash > 0; dash = dashOf(content, at)) {
    closeTo(open, column + at, true);
    openItem(open, { start: start + at, column: column + at });
    at += dash;
  }
  const rest = content.slice(at);
  const [, , key, gap = '', value = ''] = /^(["']?)([A-Za-z][\w-]{0,40})\1[ \t]{0,9}:([ \t]+|$)(.*)$/s.exec(rest) ?? [];
  const offset = start + at;
  if (key === undefined) {
    const found = isEntry(open.at(-1)) ? open.at(-1)?.found : undefined;
    if (found && found.name === '' && found.kind !== 'plan') nameOfEntry(found, rest, offset);
  } else {
    closeTo(open, column + at, false);
    const found = open.at(-1)?.found;
    if (!found) return;
    const isTitle = key === (found.kind === 'criterion' ? 'text' : 'title') && isEntry(open.at(-1));
    if (isTitle) name(found, value, offset + rest.length - value.length);
    if (open.length < deepest)
      open.push({ column: column + at, found, key: gap === '' || value.startsWith('#') ? key : `${key}=` });
  }
  for (const { found } of open) found.end = start + content.length;
}

/** The length of a dash and the blanks behind it; 0 where none is. */
function dashOf(content: string, at: number): number {
  if (content[at] !== '-') return 0;
  return /^-(?:[ \t]+|$)/.exec(content.slice(at))?.[0].length ?? 0;
}

/** A dash may stand under the first letter of the key of its list. */
function closeTo(open: Open[], column: number, isDash: boolean): void {
  for (let last = open.at(-1); last && open.length > 1; last = open.at(-1)) {
    const stays = isDash && last.key !== undefined ? last.column <= column : last.column < column;
    if (stays) return;
    open.pop();
  }
}

function openItem(open: Open[], { start, column }: { readonly start: number; readonly column: number }): void {
  const around = open.at(-1);
  if (!around || open.length >= deepest) return;
  const kind = lists.get(around.key ?? '');
  const holds = kind !== undefined && isHolder(open, around, kind);
  if (!holds) {
    open.push({ column, found: around.found, key: undefined });
    return;
  }
  const found: Found = { kind, column, name: '', title: { start, end: start }, start, end: start, children: [] };
  around.found.children.push(found);
  open.push({ column, found, key: undefined });
}

/** The entry of a list that is a symbol itself, or the top of the text. */
function isEntry(open: Open | undefined): boolean {
  return open !== undefined && open.key === undefined && open.column === open.found.column;
}

/** `milestones` at the top or directly in a milestone, the other lists directly in one. */
function isHolder(open: readonly Open[], around: Open, kind: PlanSymbol['kind']): boolean {
  const parent = open.at(-2);
  if (!isEntry(parent) || parent?.found !== around.found) return false;
  return around.found.kind === 'milestone' || (around.found.kind === 'plan' && kind === 'milestone');
}

function nameOfEntry(found: Found, written: string, offset: number): void {
  if (!written.startsWith('{')) {
    if (found.kind !== 'milestone') name(found, written, offset);
    return;
  }
  const field = found.kind === 'criterion' ? 'text' : 'title';
  const at = written.search(new RegExp(`[{,][ \\t]{0,9}["']?${field}["']?[ \\t]{0,9}:`));
  if (at < 0) return;
  const value = written.indexOf(':', at) + 1;
  const end = written.slice(value).search(/[,}]/);
  name(found, written.slice(value, end < 0 ? undefined : value + end), offset + value);
}

function name(found: Found, written: string, offset: number): void {
  const comment = written.search(/[ \t]#/);
  const value = (comment < 0 ? written : written.slice(0, comment)).trimEnd();
  const lead = value.length - value.trimStart().length;
  found.name = plain(value.trim().replace(/^["']|["']$/g, ''));
  found.title = { start: offset + lead, end: offset + Math.max(lead, value.length) };
}

function symbolsIn({ children }: Found): readonly PlanSymbol[] {
  return children.map((found) => ({
    kind: found.kind,
    name: found.name || '…',
    detail: '',
    cancelled: false,
    span: { start: found.start, end: Math.max(found.end, found.title.end) },
    title: found.title,
    children: symbolsIn(found),
  }));
}
