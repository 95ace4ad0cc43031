import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whereAt } from '../../../src/language/where';

/** Where the `|` stands in a text: `part path shape field kind "word"`, and what is beside it. */
function at(source: string) {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const where = whereAt(text, offset);
  return { ...where, text: text.slice(where.word.start, where.word.end) };
}

function short(source: string): string {
  const { part, path, shape, kind, text, begins, needsDash } = at(source);
  const kinds = [kind?.is ?? '-', ...(begins ? [`or ${begins.name}`] : []), ...(needsDash ? ['dash'] : [])].join(' ');
  return `${part} ${path.join('/')} in ${shape?.name ?? '-'}: ${kinds} "${text}"`;
}

const item = 'milestones:\n  - title: A\n';

describe('whereAt in text that is being typed', () => {
  const table: [string, string, string][] = [
    ['an empty file', '|', 'key  in plan: - ""'],
    ['a first word', 'pro|', 'key pro in plan: - "pro"'],
    ['a first word before others', 'ti|\nproject: A\n', 'key ti in plan: - "ti"'],
    ['a key', 'pro|ject: A', 'key project in plan: text "project"'],
    ['behind a key', 'project:|', 'value project in plan: text ""'],
    ['behind a blank', 'project: |', 'value project in plan: text ""'],
    ['a comment', 'project: A # no|', 'none project in plan: text ""'],
    ['a comment of its own', '# no|\nproject: A', 'none  in plan: group ""'],
    ['a value with a comment', 'project: A| # no', 'value project in plan: text "A"'],
    ['an empty value with a comment', 'start: | # no', 'value start in plan: day ""'],
    ['words and a blank', 'start: next |', 'value start in plan: day "next "'],
    ['a key in a milestone', `${item}    du|`, 'key milestones/0/du in milestone: - "du"'],
    ['no key yet', `${item}    |`, 'key milestones/0 in milestone: - ""'],
    ['no key yet, one blank too few', `${item}   |`, 'key milestones/0 in milestone: - ""'],
    ['no key yet, indented too much', `${item}      |`, 'key milestones/0 in milestone: - ""'],
    ['before the next milestone', `${item}    |\n  - title: B\n`, 'key milestones/0 in milestone: - ""'],
    ['under the dash', `${item}  |`, 'value milestones/1 in plan: group dash ""'],
    ['at the margin', `${item}|`, 'key  in plan: - ""'],
    ['a value in a milestone', `${item}    due: 2026|`, 'value milestones/0/due in milestone: day "2026"'],
    ['behind a dash', 'milestones:\n  - |', 'key milestones/0 in milestone: - ""'],
    ['the first word behind a dash', 'milestones:\n  - ti|\n    due: x', 'key milestones/0/ti in milestone: - "ti"'],
    ['behind a dash alone', 'milestones:\n  -|', 'none milestones/0 in plan: group ""'],
    ['a list under its key', 'milestones:\n- title: A\n  |', 'key milestones/0 in milestone: - ""'],
    ['the margin under such a list', 'milestones:\n- title: A\n|', 'key  in plan: - ""'],
    ['under an empty key', 'milestones:\n  |', 'value milestones/0 in plan: group dash ""'],
    ['a task', `${item}    tasks:\n      - W|`, 'value milestones/0/tasks/0 in milestone: group or task "W"'],
    [
      'a field of a task',
      `${item}    tasks:\n      - title: W\n        d|`,
      'key milestones/0/tasks/0/d in task: - "d"',
    ],
    [
      'under a task',
      `${item}    tasks:\n      - title: W\n      |`,
      'value milestones/0/tasks/1 in milestone: group dash ""',
    ],
    ['an id in brackets', `${item}    dependsOn: [a, |`, 'value milestones/0/dependsOn/1 in milestone: group ""'],
    [
      'an id in closed brackets',
      `${item}    dependsOn: [|]\n    due: x`,
      'value milestones/0/dependsOn/0 in milestone: group ""',
    ],
    ['behind brackets', `${item}    dependsOn: [a]|`, 'none milestones/0/dependsOn in milestone: list ""'],
    ['a key in braces', `${item}    dependsOn: [{ id: a, |`, 'key milestones/0/dependsOn/0 in dependency: - ""'],
    [
      'a value in braces',
      `${item}    dependsOn: [{ type: |}]`,
      'value milestones/0/dependsOn/0/type in dependency: choice ""',
    ],
    [
      'braces over lines',
      `${item}    payment: {\n      state: funded,\n      |\n    }`,
      'key milestones/0/payment in payment: - ""',
    ],
    ['braces never closed', `${item}    payment: { state: funded\n    du|`, 'key milestones/0/du in milestone: - "du"'],
    [
      'a quotation mark never closed',
      `project: "A\nmilestones:\n  - title: B\n    |`,
      'key milestones/0 in milestone: - ""',
    ],
    ['quoted', `${item}    owner: "a|na"`, 'value milestones/0/owner in milestone: person ""ana""'],
    ['a person', 'people:\n  ana: { na| }', 'key people/ana/na in person: - "na"'],
    ['a name of a person', 'people:\n  an|', 'key people/an in -: group "an"'],
    ['a field of a person', 'people:\n  ana:\n    |', 'key people/ana in person: - ""'],
    ['a group', `${item}    payment:\n      |`, 'key milestones/0/payment in payment: - ""'],
    [
      'a group or a word',
      `${item}    effort:\n      l|`,
      'value milestones/0/effort in milestone: group or effort "l"',
    ],
    ['a block text', `${item}    description: |-`, 'value milestones/0/description in milestone: text "-"'],
    [
      'a line of a block text',
      `${item}    description: >\n      due: |`,
      'none milestones/0/description in milestone: text ""',
    ],
    [
      'an empty line in it',
      `${item}    description: >\n      A\n|\n      B`,
      'none milestones/0/description in milestone: text ""',
    ],
    ['below it', `${item}    description: >\n      A\n    |`, 'key milestones/0 in milestone: - ""'],
    ['the next line of a text', 'project: A\n  pro|', 'value project in plan: text "pro"'],
    ['an unknown key', 'x-own:\n  due: |', 'value x-own/due in -: - ""'],
    ['behind a document', 'project: A\n---\npro|', 'key pro in plan: - "pro"'],
    ['JSON', '{"milestones": [{"title": "A", |}]}', 'key milestones/0 in milestone: - ""'],
  ];
  it.each(table)('%s', (_, source, wanted) => {
    expect(short(source)).toBe(wanted);
    expect(short(source.replaceAll('\n', '\r\n'))).toBe(wanted);
  });

  it('knows the keys and entries beside it', () => {
    expect(at(`${item}    |\n    due: x\n  - title: B`).siblings).toEqual(['title', 'due']);
    expect(at('project: A\n|\nmilestones:\n- id: b\nclient: C').siblings).toEqual(['project', 'milestones', 'client']);
    expect(at(`${item}    dependsOn: [a, |, { id: c }]`).entries).toEqual(['a', '{ id: c }']);
    expect(at(`${item}    dependsOn:\n    - a\n    - |\n    - id: c\n    due: x`).entries).toEqual(['a', 'id: c']);
    expect(at(`${item}    payment: { state: funded, |, funded: x }`).siblings).toEqual(['state', 'funded']);
  });

  it('knows the column of the keys or dashes', () => {
    expect(at(`${item}      |`).indent).toBe(4);
    expect(at(`${item}    tasks:\n      - W\n      |`).indent).toBe(6);
    expect(at('milestones:\n-   ti|').indent).toBe(4);
  });
});

const folder = new URL('../../fixtures/plans/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const pieces = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  '  ',
  '- ',
  ': ',
  ',',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ' # ',
  '&a ',
  '*a',
  '|\n',
  '? ',
  '---\n',
  '\ufeff',
  '\0',
];

describe('whereAt', () => {
  it('finds some place at any offset of any text, with its word inside the text', () => {
    const mutation = fc.record({ at: fc.nat(20_000), cut: fc.nat(30), put: fc.constantFrom('', ...pieces) });
    const property = fc.property(
      fc.constantFrom('', ...texts),
      fc.array(mutation, { maxLength: 4 }),
      fc.array(fc.integer({ min: -1, max: 20_000 }), { minLength: 10, maxLength: 10 }),
      (text, mutations, offsets) => {
        const mutated = mutations.reduce(
          (before, { at, cut, put }) =>
            before.slice(0, at % (before.length + 1)) + put + before.slice((at % (before.length + 1)) + cut),
          text,
        );
        for (const offset of offsets) {
          const { word } = whereAt(mutated, offset % (mutated.length + 2));
          expect(word.start).toBeGreaterThanOrEqual(0);
          expect(word.end).toBeLessThanOrEqual(mutated.length);
          expect(word.start).toBeLessThanOrEqual(word.end);
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
