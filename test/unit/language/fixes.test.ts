// Every kind of problem has fixes that solve its example and bring no other problem, or is named here because only a person can solve it.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/base/text';
import { fixer } from '../../../src/language/fixes';
import { keepingReader } from '../../../src/model/chunkReader';
import { type ProblemCode, problemCodes } from '../../../src/model/codes';
import type { Example } from '../../../src/model/problemEntry';
import { problemTable } from '../../../src/model/problemTable';
import { isIgnored } from '../../../src/model/silence';
import { count, firstProblem, fixesOf, newProblems, options, pageOf, titleOf } from './fixesCases';

/** What only a person can decide, or what is no matter of the text. */
const forPeople: readonly ProblemCode[] = [
  'approval.stale',
  ...(['payment.transition', 'payment.dates', 'payment.future', 'payment.noAmount'] as const),
  ...([
    'file.tooLarge',
    'file.tooDeep',
    'file.tooManyTokens',
    'file.tooManyAliases',
    'file.tooManyMilestones',
  ] as const),
  ...(['file.conflict', 'file.documents', 'file.binary', 'file.encoding', 'file.unreadable'] as const),
  ...([
    'plan.type',
    'field.missing',
    'percent.invalid',
    'dependency.ambiguous',
    'quality.longGap',
    'quality.weightLast',
    'problems.more',
  ] as const),
];

/** Those that take long to read say nothing of fixes. */
const long: readonly ProblemCode[] = ['file.tooManyTokens', 'file.tooManyMilestones', 'file.tooLarge'];

function textOf(example: Example): string | undefined {
  const marked = typeof example === 'string' ? example : example.make?.();
  return marked?.replace(/[⟦⟧]/g, '');
}

describe('the example of each problem', () => {
  test.each(problemCodes.filter((code) => !long.includes(code)))('%s', (code) => {
    const { example, beside } = problemTable[code];
    const text = textOf(example);
    if (text === undefined) return expect(forPeople).toContain(code);
    const page = pageOf(text, beside);
    const { severity } = firstProblem(page, code);
    const fixes = fixesOf(page, code);
    const ignore = fixes.filter((fix) => titleOf(fix) === `Ignore ${code} here`);
    const maySilence = severity !== 'error' && code !== 'ignore.unknown' && isIgnored(code, [code]);
    expect(ignore).toHaveLength(maySilence && code !== 'file.lineEnds' && code !== 'file.encoding' ? 1 : ignore.length);
    expect(fixes.length > ignore.length).toBe(!forPeople.includes(code));
    expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    expect(ignore.filter(({ preferred, all }) => preferred || all)).toEqual([]);
    for (const { edits } of fixes) {
      const after = pageOf(applyEdits(text, edits), beside);
      expect(count(after, code)).toBeLessThan(count(page, code));
      if (page.file.plan) expect(newProblems(page, after, severity)).toEqual([]);
    }
  });
});

describe('nothing is offered', () => {
  test.each([
    [
      'where an alias shows the value elsewhere too',
      'x: &m { id: a, title: A, dependsOn: [b] }\nmilestones: [*m]\n',
      'dependency.unknown',
    ],
    [
      'where a merge key brings it',
      'x: &d { owner: bo }\npeople: *d\nmilestones:\n  - { id: a, title: A, <<: *d }\n',
      'owner.unknown',
    ],
  ] as const)('%s', (_, text, code) => {
    const titles = fixesOf(pageOf(text), code).map(titleOf);
    expect(titles.filter((title) => !title.startsWith('Ignore'))).toEqual([]);
  });

  test('that would bring another problem', () => {
    const page = pageOf(
      'milestones:\n  - id: a\n    title: A\n    status: planned\n    completed: 2026-11-20\n    acceptanceCriteria: [1]\n',
    );
    expect(fixesOf(page, 'status.contradiction').map(titleOf)).toEqual(['Delete the day of completion']);
  });

  test('that would break a plan of another file', () => {
    const text = 'milestones:\n  - { id: "!", title: Logo }\n';
    const others = { 'shop.milestones.yaml': 'milestones: [{ id: a, title: A, dependsOn: [plan/logo] }]\n' };
    expect(fixesOf(pageOf(text), 'id.invalid').map(titleOf)).toContain('Write the id milestone');
    expect(fixesOf(pageOf(text, others), 'id.invalid').map(titleOf)).not.toContain('Write the id milestone');
  });
});

test('in a long text fixes are tried out only once they are chosen', () => {
  const many = Array.from(
    { length: 1_180 },
    (_, at) => `  - { id: m${at}, title: Milestone ${at}, due: 2026-12-04 }\n`,
  );
  const text = `people: { ana: { role: client } }\nmilestones:\n  - { id: a, title: A, owner: anna, status: planed }\n${many.join('')}`;
  const { read } = keepingReader();
  const page = { uri: 'untitled:plan', baseName: 'plan', text, file: read(text, 'plan').file, snapshot: undefined };
  const found = fixer(page, { ...options, read });
  const offers = (code: string) => {
    const problem = found.problems.find((each) => each.code === code);
    return problem ? found.offersFor(problem) : [];
  };
  expect(text.length).toBeGreaterThan(60_000);
  expect(offers('status.invalid').map(titleOf)).toEqual(['Write planned']);
  expect(offers('owner.unknown').map(titleOf)).toEqual([
    'Write ana',
    'Add anna to the people',
    'Ignore owner.unknown here',
  ]);
  const [write] = offers('owner.unknown');
  expect(applyEdits(text, write?.edits() ?? [])).toBe(text.replace('anna', 'ana'));
});
