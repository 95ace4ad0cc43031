// Completion of people: those of the plan, and a new one who is added to `people` at the same time. Knows no other file.
import { message } from '../base/message';
import type { TextEdit } from '../base/text';
import type { Person } from '../model/plan';
import { plain } from '../report/plain';
import { isNamed, pad } from './completionFields';
import { captures, slotOf } from './completionInsert';
import type { Asked, Completion } from './completionKinds';
import { asValue, literal, spaces } from './completionStyle';
import { type Offer, placed } from './completionValues';
import { isBoundary, type Line, lineAt, lineEnd, lineStart } from './whereLine';

export function personCompletions(asked: Asked): Completion[] {
  const { plan, where } = asked;
  const taken = new Set(where.entries.map((entry) => entry.replace(/^(["'])(.*)\1$/, '$2').trim()));
  const known = plan?.people ?? [];
  const offers: Offer[] = known.filter(({ key }) => !taken.has(key)).map(offerOf);
  return placed(asked, [...offers, ...newPerson(asked, known)]);
}

function offerOf({ key, name, role }: Person): Offer {
  const args = { name: plain(name ?? '', 80), role: plain(role ?? '', 80) };
  const said = name === undefined ? '{role}' : role === undefined ? '{name}' : undefined;
  const detail =
    said === undefined
      ? message('{name}, {role}', args)
      : said === '{name}'
        ? message('{name}', args)
        : message('{role}', args);
  return {
    kind: 'person',
    label: plain(key),
    value: asValue(key),
    filter: [key, name, role].filter(Boolean).join(' '),
    detail,
  };
}

/** In `people`: those who are named in the plan and do not stand there yet. */
export function personKeys(asked: Asked): Completion[] {
  const { page, where, text } = asked;
  const slot = slotOf(asked);
  if (captures(asked)) return [];
  const unknown = page.file.problems.filter(({ code }) => code === 'owner.unknown');
  const names = new Set(unknown.map(({ span }) => text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2')));
  for (const name of where.siblings) names.delete(name);
  return [...names].map((name, index): Completion => {
    const body = isNamed(asked, slot) ? '' : ': { name: $1 }';
    const insert = slot.before + (body === '' ? asValue(name) : literal(asValue(name)) + body);
    const detail = message('named in this plan');
    return {
      kind: 'person',
      label: plain(name),
      insert,
      isSnippet: body !== '',
      replace: slot.replace,
      filter: name,
      sort: `1${pad(index)}`,
      detail,
    };
  });
}

/** Words that can be a key in any style. */
const newKey = /^[\p{L}_][\p{L}\p{Nd}\p{M}._-]{1,59}$/u;

function newPerson(asked: Asked, known: readonly Person[]): readonly Offer[] {
  const key = slotOf(asked).written.trim();
  // A word that may become the name of somebody known is not a new one.
  const isBegun = ({ key: own, name = '' }: Person) =>
    [own, ...name.split(' ')].some((word) => word.toLowerCase().startsWith(key.toLowerCase()));
  if (!newKey.test(key) || known.some(isBegun)) return [];
  const edit = withPerson(asked, asValue(key));
  if (!edit) return [];
  return [
    { kind: 'person', label: key, value: asValue(key), detail: message('new: also added to `people`'), beside: [edit] },
  ];
}

/** A line for a person in `people`, which comes before the milestones where there is none; not where it is written in brackets. */
function withPerson({ text, at, style }: Asked, key: string): TextEdit | undefined {
  const { lineEnd: eol, group } = style;
  const people = topLine(text, 'people');
  if (!people) {
    const milestones = topLine(text, 'milestones');
    if (!milestones || milestones.start > at) return undefined;
    return insertion(milestones.start, `people:${eol}${spaces(group)}${key}: {}${eol}`);
  }
  if (people.rest < people.end) return undefined;
  let last: Line | undefined;
  let column = group;
  for (
    let start = text.indexOf('\n', people.end) + 1;
    start > 0;
    start = text.indexOf('\n', lineEnd(text, start)) + 1
  ) {
    const line = lineAt(text, start);
    if (isBoundary(text, start) || (line.content < line.end && line.content === start)) break;
    if (line.content === line.end || text[line.content] === '#') continue;
    if (!last) column = line.content - start;
    last = line;
  }
  const end = (last ?? people).end;
  return at >= people.start && at <= end ? undefined : insertion(end, `${eol}${spaces(column)}${key}: {}`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** The line of a field at the margin; files are searched no farther than the first document. */
function topLine(text: string, name: string): Line | undefined {
  for (let start = lineStart(text, 0); ; ) {
    if (text.startsWith(name, start)) {
      const line = lineAt(text, start);
      const mark = line.marks[0];
      if (mark?.type === 'key' && mark.column === 0 && text.slice(mark.name.start, mark.name.end) === name) return line;
    }
    const next = text.indexOf('\n', start) + 1;
    if (next === 0) return undefined;
    start = next;
  }
}
