// What an edit did to a text, seen without any of our own code: plain YAML documents, comments and characters are compared. Knows the names of fields.
import { Composer, type CST, isAlias, isMap, isPair, isScalar, isSeq, Parser } from 'yaml';
import type { TextEdit } from '../../../src/base/text';
import type { Change } from '../../../src/model/change';

/** One place at which two documents differ: field names and numbers of entries lead to it. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly was: unknown;
  readonly is: unknown;
}

/** Throws with what is wrong, when the texts differ in anything that the change does not name, or in more characters than it needs. */
export function expectOnly(before: string, after: string, edits: readonly TextEdit[], change: Change): void {
  expectUnchangedOutside(before, after, edits);
  const old = composed(before);
  const made = composed(after);
  const found = differences(old.contents, made.contents, []);
  for (const one of found) {
    if (!isOf(one, change)) throw new Error(`Changed elsewhere: ${JSON.stringify(one)} by ${JSON.stringify(change)}`);
  }
  expectComments(old.comments, made.comments);
  expectSmall(before, edits, change);
}

/** Throws when two texts say different things; a list or map may stand on lines in one and in brackets in the other. */
export function expectSame(left: string, right: string): void {
  const one = composed(left);
  const other = composed(right);
  const [different] = differences(one.contents, other.contents, []);
  if (different) throw new Error(`Not the same: ${JSON.stringify(different)}`);
  expectComments(one.comments, other.comments);
}

/** Every character outside the edits is the old one. */
function expectUnchangedOutside(before: string, after: string, edits: readonly TextEdit[]): void {
  let at = 0;
  let now = 0;
  for (const { span, text } of [...edits, { span: { start: before.length, end: before.length }, text: '' }]) {
    const kept = before.slice(at, span.start);
    if (after.slice(now, now + kept.length) !== kept) throw new Error(`Characters changed before offset ${span.start}`);
    if (!after.startsWith(text, now + kept.length)) throw new Error(`The edit at ${span.start} is not in the text`);
    at = span.end;
    now += kept.length + text.length;
  }
  if (now !== after.length) throw new Error('The text has another length than its edits say');
}

const options = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

interface Comment {
  readonly comment: string;
  /** What stands before it on its line. */
  readonly beside: string;
}

interface Composed {
  readonly text: string;
  readonly contents: unknown;
  readonly comments: readonly Comment[];
}

/** The text after one edit is the text before the next one. */
let last: Composed | undefined;

function composed(text: string): Composed {
  if (last?.text === text) return last;
  const tokens = [...new Parser().parse(text)];
  const [document] = new Composer(options).compose(tokens, true, text.length);
  const [error] = document?.errors ?? [];
  if (error || !document) throw new Error(`No YAML any more: ${error?.message}`);
  last = { text, contents: document.contents, comments: commentsOf(text, tokens) };
  return last;
}

/** A value with everything that is written about it; a list or map as its kind only. */
function sayOf(node: unknown): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return [node.type, node.source, node.tag, node.anchor];
  if (isMap(node) || isSeq(node)) return [isMap(node) ? 'map' : 'list', node.tag, node.anchor];
  return null;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(sayOf(left)) === JSON.stringify(sayOf(right));
}

type Path = readonly (string | number)[];

/** The outermost places at which two nodes differ. */
function differences(left: unknown, right: unknown, path: Path): Difference[] {
  if (!same(left, right)) return [{ path, was: plain(left), is: plain(right) }];
  if (isMap(left) && isMap(right)) return pairDifferences(left.items, right.items, path);
  if (isSeq(left) && isSeq(right)) return itemDifferences(left.items, right.items, path);
  return [];
}

interface PairNode {
  readonly key: unknown;
  readonly value: unknown;
}

/** Pairs that are in both keep their order; the others came or went. */
function pairDifferences(left: readonly PairNode[], right: readonly PairNode[], path: Path): Difference[] {
  const found: Difference[] = [];
  let at = 0;
  for (const pair of left) {
    const ahead = right.slice(at).findIndex((other) => deepSame(other.key, pair.key));
    if (ahead < 0) {
      found.push({ path: [...path, nameOf(pair)], was: plain(pair.value), is: undefined });
      continue;
    }
    for (const added of right.slice(at, at + ahead)) found.push(came(added, path));
    const other = right[at + ahead];
    found.push(...differences(pair.value, other?.value, [...path, nameOf(pair)]));
    at += ahead + 1;
  }
  for (const added of right.slice(at)) found.push(came(added, path));
  return found;
}

function came(pair: PairNode, path: Path): Difference {
  return { path: [...path, nameOf(pair)], was: undefined, is: plain(pair.value) };
}

function deepSame(left: unknown, right: unknown): boolean {
  return differences(left, right, []).length === 0;
}

function nameOf({ key }: PairNode): string {
  return isScalar(key) ? String(key.value) : JSON.stringify(sayOf(key));
}

function itemDifferences(left: readonly unknown[], right: readonly unknown[], path: Path): Difference[] {
  if (left.length === right.length) return left.flatMap((item, at) => differences(item, right[at], [...path, at]));
  let start = 0;
  while (start < left.length && deepSame(left[start], right[start])) start++;
  let behind = 0;
  while (behind < left.length - start && deepSame(left.at(-1 - behind), right.at(-1 - behind))) behind++;
  const rest = left.length - behind - start;
  const added = right
    .slice(start + rest, right.length - behind)
    .map((item, at) => ({ path: [...path, start + rest + at], was: undefined, is: plain(item) }));
  const changed = left
    .slice(start, start + rest)
    .flatMap((item, at) => differences(item, right[start + at], [...path, start + at]));
  return [...changed, ...added];
}

/** What a reader of the text sees: texts, numbers, lists, and maps as lists of pairs. */
function plain(node: unknown): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [nameOf(pair), plain(pair.value)]));
  return isPair(node) ? [plain(node.key), plain(node.value)] : null;
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Whether a change explains a difference. An id is written where there is none, or none that is one. */
function isOf({ path, was, is }: Difference, change: Change): boolean {
  const field = path.at(-1);
  const own = path.slice(0, -1).every((part, at) => (at % 2 === 0 ? part === 'milestones' : typeof part === 'number'));
  const inField = own && path.length % 2 === 1 && path.length > 1;
  const right = (value: unknown) => JSON.stringify(is) === JSON.stringify(value);
  switch (change.kind) {
    case 'markDone':
      return inField && ((field === 'status' && right('done')) || (field === 'completed' && right(isoDay(change.on))));
    case 'reopen':
      return inField && ((field === 'status' && typeof is === 'string') || (field === 'completed' && is === undefined));
    case 'setStatus':
      if (inField && field === 'completed')
        return change.status === 'done' ? right(isoDay(change.on)) : is === undefined;
      return inField && field === 'status' && right(change.status);
    case 'setProgress':
      // Behind a tag such as `!!str` the number is a text.
      return (
        inField &&
        field === 'progress' &&
        [change.percent, `${change.percent}`, `${change.percent}%`].some((value) => right(value))
      );
    case 'reschedule':
      if (change.reason && (path.at(-2) === 'changes' || (inField && field === 'changes'))) {
        return isAppended({ path, was, is }, 'changes', ['on', 'field', 'from', 'to', 'reason']);
      }
      return (
        inField &&
        (['start', 'due'] as const).some((name) => {
          const day = change[name];
          return field === name && day !== undefined && right(isoDay(day));
        })
      );
    case 'rename':
      return (
        inField && (field === 'title' ? typeof is === 'string' : field === 'id' && !/^[\w.-]+$/.test(String(was ?? '')))
      );
    case 'addDependency':
      if (path.at(-2) === 'dependsOn') return was === undefined && isNamed(is, change.on);
      if (field === 'dependsOn') return inField && Array.isArray(is) && is.length === 1 && isNamed(is[0], change.on);
      return inField && field === 'id' && isNamed(is, change.on) && !/^[\w.-]+$/.test(String(was ?? ''));
    case 'toggleTask':
    case 'toggleCriterion':
      return isEntry(path, change.kind === 'toggleTask' ? 'tasks' : 'acceptanceCriteria', was, is);
    case 'recordApproval':
      return isAppended({ path, was, is }, 'approvals', ['by', 'decision', 'on', 'digest', 'note']);
    case 'writeId':
      return inField && field === 'id' && is === change.id && !/^[\w.-]+$/.test(String(was ?? ''));
    case 'setPayment':
      return isOfPayment({ path, was, is }, change);
    case 'addMilestone':
      return isNew({ path, was, is }, change.title);
  }
}

function isNamed(is: unknown, on: string): boolean {
  return is === on || on.endsWith(`/${is}`);
}

/** Entries with these fields only, behind those that were there. */
function isAppended({ path, was, is }: Difference, list: string, fields: readonly string[]): boolean {
  const one = (item: unknown) => Object.keys(item ?? {}).every((name) => fields.includes(name));
  if (path.at(-2) === list) return was === undefined && one(is);
  const empty = was === undefined || was === null || (Array.isArray(was) && was.length === 0);
  return path.at(-1) === list && empty && Array.isArray(is) && is.length > 0 && is.every(one);
}

/** The state, the days that are given and no other ones, and days that are taken away. */
function isOfPayment({ path, was, is }: Difference, change: Change & { kind: 'setPayment' }): boolean {
  const { state, dates = {}, invoice } = change;
  const one = (name: unknown, value: unknown, before: unknown) =>
    name === 'state'
      ? value === state
      : name === 'invoice'
        ? String(value).trim() === invoice?.trim()
        : value === undefined
          ? before !== undefined && ['funded', 'submitted', 'approved', 'released'].includes(String(name))
          : Object.entries(dates).some(([key, day]) => key === name && value === isoDay(day));
  if (path.at(-2) === 'payment') return one(path.at(-1), is, was);
  const whole = path.at(-1) === 'payment' && (was === undefined || was === null);
  return whole && Object.entries(is ?? {}).every(([name, value]) => one(name, value, undefined));
}

/** A text became a map with that text, blanks and lines around it aside, or a field of the map changed. */
function isEntry(path: Path, list: string, was: unknown, is: unknown): boolean {
  if (path.at(-2) === list) {
    const text = list === 'tasks' ? 'title' : 'text';
    const now = is as Readonly<Record<string, unknown>>;
    return typeof now === 'object' && String(now[text]).trim() === String(was).trim() && typeof now.done === 'boolean';
  }
  if (path.at(-3) !== list) return false;
  const field = path.at(-1);
  // Behind a tag such as `!!str` it is a text.
  return field === 'done' ? /^(?:true|false)$/.test(String(is)) : list === 'tasks' && field === 'completed';
}

function isNew({ path, was, is }: Difference, title: string): boolean {
  const one = (item: unknown) => {
    const made = item as Readonly<Record<string, unknown>>;
    const known = Object.keys(made).every((name) => ['id', 'title', 'due'].includes(name));
    return known && typeof made.title === 'string' && words(made.title) === words(title);
  };
  const empty = was === undefined || was === null || (Array.isArray(was) && was.length === 0);
  if (path.length === 1 && path[0] === 'milestones') return empty && Array.isArray(is) && is.every(one);
  if (path.length === 0) return was === null && JSON.stringify(Object.keys(is ?? {})) === '["milestones"]';
  return path.at(-2) === 'milestones' && was === undefined && one(is);
}

/** A title is one line. */
function words(title: string): string {
  return title
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** No comment is lost but one beside a date of completion that is taken away, and none is new. */
function expectComments(before: readonly Comment[], after: readonly Comment[]): void {
  const left = after.map(({ comment }) => comment);
  for (const { comment } of before.filter(({ comment }) => !takeOut(left, comment))) {
    const may = before.some((one) => one.comment === comment && /completed|\d{4}-\d\d/.test(one.beside));
    if (!may) throw new Error(`The comment ${comment} is lost`);
  }
  if (left.length > 0) throw new Error(`The comment ${left[0]} is new`);
}

function takeOut(list: string[], one: string): boolean {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function commentsOf(text: string, tokens: readonly CST.Token[]): readonly Comment[] {
  const found: Comment[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) {
      for (const inner of part) look(inner);
    } else if ('type' in part && part.type === 'comment') {
      const { source, offset } = part as CST.SourceToken;
      found.push({ comment: source, beside: text.slice(text.lastIndexOf('\n', offset) + 1, offset) });
    } else {
      const { start, key, sep, value, items, props, end } = part as Readonly<Record<string, unknown>>;
      for (const inner of [start, key, sep, value, items, props, end]) look(inner);
    }
  };
  look(tokens);
  return found;
}

/** An edit takes away and writes no more than the values that change, with their names, signs and lines. */
function expectSmall(before: string, edits: readonly TextEdit[], change: Change): void {
  const written = edits.reduce((sum, { text }) => sum + text.length, 0);
  const typed = [
    'title' in change ? change.title : '',
    change.kind === 'recordApproval' ? `${change.approval.note ?? ''}${change.approval.digest ?? ''}` : '',
    change.kind === 'setPayment' ? (change.invoice ?? '') : '',
    change.kind === 'reschedule' ? (change.reason?.text ?? '').repeat(2) : '',
  ].join('');
  const most = (change.kind === 'reschedule' && change.reason ? 400 : 180) + 6 * typed.length;
  if (written >= most) throw new Error(`${written} characters are written, at most ${most} are needed`);
  for (const { span, text } of edits) {
    const gone = before.slice(span.start, span.end);
    // A replacement that begins or ends like what it replaces could be smaller, unless the value is replaced as a whole.
    if (gone !== '' && gone === text) throw new Error(`Nothing changes at ${span.start}`);
  }
}
