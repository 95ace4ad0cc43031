import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/model/read';
import { listed, marked, said } from './marked';

/** Texts that are no YAML: the marked characters and words of the sentence. */
const rows: (readonly [what: string, text: string, words: string])[] = [
  ['a tab as indentation', 'milestones:\n⟦\t⟧- title: A\n', 'indented with a tab'],
  ['a colon in a title', 'milestones:\n  - title: ⟦Design: approved⟧\n', 'in quotation marks'],
  [
    'a double quotation mark that is not closed',
    'milestones:\n  - title: ⟦"⟧Design\n    due: 2026-12-04\n',
    'not closed',
  ],
  [
    'a single quotation mark that is not closed',
    "milestones:\n  - title: ⟦'⟧Design\n    due: 2026-12-04\n",
    'not closed',
  ],
  ['a name without a colon', 'project: A\n⟦milestones⟧\n', 'needs a colon'],
  ['a text behind a quoted text', 'milestones:\n  - title: "A" ⟦and B⟧\n', 'does not belong'],
  ['a sign no text begins with', 'milestones:\n  - owner: ⟦@⟧kim\n', 'cannot begin with @'],
  ['a grave accent', 'milestones:\n  - title: ⟦`⟧code`\n', 'cannot begin with `'],
  ['a bracket that is not closed', 'milestones:\n  - ⟦{⟧ title: A\nproject: B\n', 'This bracket is not closed'],
  ['a backslash in double quotation marks', 'milestones:\n  - title: "C:⟦\\⟧dir"\n', 'backslash'],
  ['a list entry without a dash', 'milestones:\n  - title: A\n⟦ ⟧ title: B\n', 'indented differently'],
  ['a field that is no word', 'project: A\n? ⟦[⟧a]\n: b\n', 'plain word'],
  ['a percent sign', 'milestones:\n  - progress: ⟦%⟧40\n', 'cannot begin with %'],
];

describe('a text that is no YAML', () => {
  it.each(rows)('has one problem for %s', (_, source, words) => {
    const { text, start, end } = marked(source);
    const { plan, problems, places, fields } = readPlanFile(text, 'test');
    expect(listed(problems, text)).toEqual([`error yaml.syntax ${JSON.stringify(text.slice(start, end))}`]);
    expect(problems[0]?.span).toEqual({ start, end });
    expect(problems[0] && said(problems[0])).toContain(words);
    expect([plan, places.size, fields.size]).toEqual([undefined, 0, 0]);
  });
});

describe('a text that cannot be a plan', () => {
  const conflict = 'project: A\n⟦<<<<<<< HEAD⟧\nstart: 2026-11-02\n=======\nstart: 2026-11-03\n>>>>>>> other\n';

  it.each([
    ['file.conflict', conflict, 'delete the lines'],
    ['file.conflict', conflict.replaceAll('\n', '\r\n'), 'delete the lines'],
    ['file.binary', 'project: A⟦\0⟧B\n', 'not a text'],
    ['file.tooDeep', `a: ${'['.repeat(62)}⟦${'['.repeat(40)}⟧`, '64 levels'],
  ])('has one problem %s', (code, source, words) => {
    const { text, start, end } = marked(source);
    const { plan, problems } = readPlanFile(text, 'test');
    expect(problems.map((problem) => [problem.code, problem.span])).toEqual([[code, { start, end }]]);
    expect(problems[0] && said(problems[0])).toContain(words);
    expect(plan).toBeUndefined();
  });

  it('counts the places of a conflict', () => {
    const [problem] = readPlanFile(marked(conflict).text.repeat(3), 'test').problems;
    expect(problem && said(problem)).toContain('in 3 places');
  });

  it('does not take a line of a description for a conflict', () => {
    const text = 'description: |\n  <<<<<<< HEAD\n  =======\n';
    expect(readPlanFile(text, 'test').problems).toEqual([]);
  });
});

describe('several documents', () => {
  it('are one too many: the first is read', () => {
    const { text, start, end } = marked('---\nproject: A\n⟦---⟧\nproject: B\n');
    const { plan, problems } = readPlanFile(text, 'test');
    expect(plan?.project).toBe('A');
    expect(problems.map(({ code, severity, span }) => [code, severity, span])).toEqual([
      ['file.documents', 'warning', { start, end }],
    ]);
  });

  it('are not seen in a document that ends with dots', () => {
    expect(readPlanFile('---\nproject: A\n...\n# the end\n', 'test').problems).toEqual([]);
  });

  it('make nothing of the errors in the second', () => {
    const { plan } = readPlanFile('project: A\n---\n"\n', 'test');
    expect(plan?.project).toBe('A');
  });
});

describe('an empty text', () => {
  it.each(['', '\n', '# nothing yet\n', '---\n', '\ufeff', '~'])('is a plan without milestones: %j', (text) => {
    const { plan, problems } = readPlanFile(text, 'acme');
    expect(problems).toEqual([]);
    expect(plan).toEqual({
      project: 'acme',
      calendar: { holidays: [], workdays: [] },
      people: [],
      risks: [],
      milestones: [],
    });
  });
});
