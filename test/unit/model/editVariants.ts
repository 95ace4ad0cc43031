// The fixture plans in other clothes: other line ends, no last line end, flow style, other quotes and indents, comments wherever they may stand.
import { readdirSync, readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { readPlanFile } from '../../../src/model/read';

export interface Variant {
  readonly name: string;
  readonly text: string;
}

const folder = new URL('../../fixtures/plans/', import.meta.url);

/** Every way of writing that is hard to edit, in one plan. */
const odd = `%YAML 1.2
---
# odd
project:   Odd   # spaced
x-base: &base { owner: me, tags: [x] }
x-day: &day 2026-12-04
people: { me: {name: Me}, you: { name: You } }
milestones:
- &first title: Not indented
  due:
  tasks:
  - One
  - 'Two: it''s "two"'
  - "Three\\ttabs"
  - {title: Four, done: true,}
  # a comment in between

  - title: Five
    done:   # not yet
- title: >-

    Folded
    title

  description: |+
    Keeps its

    last lines


  status: !!str planned
  ? due
  : 2026-12-11
- {title: Flow, due: , acceptanceCriteria: [A, {text: B, done: true}, 'C, c'], x-mine: {a: [1, 2]}}
- {
    title: Lines, # of
    due: 2027-01-01, completed: 2027-01-02, # both
    tasks: [
      a, # first
      b
    ],
  }
-   id: wide
    title: 'Wide'
    due: "2026-12-24"	# tab

    milestones:
        -   title: Inner one   # c


        -   title: Inner two
            # about it
            completed: 2026-11-01
            # after it
        # end of inner
    # end of wide
- completed: 2026-11-02 # first key
  title: Starts with completed
- completed: 2026-11-02
  # a comment below
  title: Starts with completed too
- <<: *base
  title: Merges
  due: 2026-12-31
- title: Uses an alias
  start: *day
  progress: 40 %
- title: Progress
  progress: 10%     # of all
- "title": "Quoted keys"
  'status': 'on-hold'
- ? title
  : Question
  ? status
- title: Multi
    line title
  completed: 2026-11-03
...
`;

/** All variants of all fixtures. Each says the same as its fixture, or as the part of it that it is. */
export function variants(): { readonly whole: readonly Variant[]; readonly parts: readonly Variant[] } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = names.map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n'),
  }));
  const fixtures = [...read, { name: 'odd', text: odd }].filter(({ text }) => readPlanFile(text, 'fixture').plan);
  return { whole: fixtures.flatMap(clothes), parts: fixtures.flatMap(parts).flatMap(clothes) };
}

/** A large fixture with one or two of its milestones, as far as these can stand alone; a small one as it is. */
function parts({ name, text }: Variant): readonly Variant[] {
  if (text.length < 2_500) return [{ name, text }];
  const list = parseDocument(text).get('milestones');
  const starts = isSeq(list) ? list.items.map((item) => text.lastIndexOf('\n', rangeStart(item)) + 1) : [];
  const head = text.slice(0, starts[0]);
  const made = starts.map((start, at) => ({
    name: `${name}, part ${at}`,
    text: head + text.slice(start, starts[at + 1 + (at % 2)]),
  }));
  return made
    .filter((part) => !readPlanFile(part.text, 'fixture').problems.some(({ code }) => code === 'alias.unknown'))
    .slice(0, 8);
}

function rangeStart(item: unknown): number {
  return (isNode(item) && item.range?.[0]) || 0;
}

function clothes({ name, text }: Variant): readonly Variant[] {
  const made: Variant[] = [
    { name, text },
    { name: `${name}, CRLF`, text: text.replaceAll('\n', '\r\n') },
    { name: `${name}, BOM`, text: `\ufeff${text}` },
    { name: `${name}, no final line end`, text: text.replace(/(?:\n\.\.\.)?\n+$/, '') },
    { name: `${name}, comments`, text: commented(text) },
    { name: `${name}, comments and CRLF`, text: commented(text).replaceAll('\n', '\r\n') },
    { name: `${name}, milestones in flow style`, text: printed(text, flowMilestones, 0) },
    { name: `${name}, milestones in flow style over lines`, text: printed(text, flowMilestones, 60) },
    { name: `${name}, entries in flow style`, text: printed(text, flowEntries, 0) },
    { name: `${name}, all in flow style`, text: printed(text, flowAll, 0) },
    { name: `${name}, indented by 4`, text: parseDocument(text).toString({ indent: 4, lineWidth: 0 }) },
    { name: `${name}, lists not indented`, text: parseDocument(text).toString({ indentSeq: false, lineWidth: 0 }) },
    { name: `${name}, double quotes`, text: printed(text, quotes('QUOTE_DOUBLE'), 0) },
    { name: `${name}, single quotes`, text: printed(text, quotes('QUOTE_SINGLE'), 0) },
  ];
  const plan = said(text);
  if (plan === undefined)
    throw new Error(`${name} is no plan: ${JSON.stringify(readPlanFile(text, 'fixture').problems, plain)}`);
  // The printer of the library changes some texts a little; what does not say the same is no variant.
  return made.filter((variant) => said(variant.text) === plan);
}

/** The plan as a text to compare. */
function said(text: string): string | undefined {
  return JSON.stringify(readPlanFile(text, 'fixture').plan, plain);
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function printed(text: string, change: (document: Document) => void, lineWidth: number): string {
  const document = parseDocument(text);
  change(document);
  return document.toString({ lineWidth });
}

function flowMilestones(document: Document): void {
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (!isScalar(key) || key.value !== 'milestones' || !isSeq(value)) return;
      for (const item of value.items) if (isMap(item)) item.flow = true;
    },
  });
}

function flowEntries(document: Document): void {
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isScalar(key) && (key.value === 'tasks' || key.value === 'acceptanceCriteria') && isSeq(value))
        value.flow = true;
    },
  });
}

function flowAll(document: Document): void {
  visit(document, {
    Collection: (_key, node) => {
      node.flow = true;
    },
  });
}

function quotes(type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE') {
  return (document: Document) =>
    visit(document, {
      Scalar: (key, node) => {
        if (key !== 'key' && typeof node.value === 'string') node.type = type;
      },
    });
}

/** Puts a comment behind every third line and above every fourth, where a comment may stand. */
function commented(text: string): string {
  const taken = new Set<number>();
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  visit(parseDocument(text), {
    Scalar: (_key, { range }) => {
      if (!range || !text.slice(range[0], range[1]).includes('\n')) return;
      for (let line = lineOf(range[0]); line <= lineOf(range[1]); line++) taken.add(line);
    },
  });
  const lines = text.split('\n');
  return lines
    .flatMap((line, at) => {
      if (
        taken.has(at) ||
        taken.has(at - 1) ||
        line.trim() === '' ||
        /^(?:%|---|\.\.\.)/.test(line) ||
        line.includes('#')
      )
        return [line];
      const indent = /^ */.exec(line)?.[0] ?? '';
      const own = at % 3 === 0 ? `${line}  # beside ${at}` : line;
      return at % 4 === 0 ? [`${indent}# above ${at}`, own] : [own];
    })
    .join('\n');
}
