// Everything that needs no look, and all of one kind, as edits of one text.
import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/base/text';
import { fixer } from '../../../src/language/fixes';
import { countOfKind, fixAll } from '../../../src/language/fixesAll';
import { count, options, pageOf } from './fixesCases';

test('what is right without looking is done, a guess is not', () => {
  const before = `currency: eur
milestones:
  - title: Design   # d
    due: 2026-1-5
    progress: 40
    tasks: [{ title: T, done: yes }]
  - title: Design
    due: 2026-06-31
    statsu: done
`;
  expect(applyEdits(before, fixAll(pageOf(before), options))).toBe(`currency: EUR
milestones:
  - id: design
    title: Design   # d
    due: 2026-01-05
    tasks: [{ title: T, done: true }]
  - id: design-2
    title: Design
    due: 2026-06-31
    statsu: done
`);
});

test('all of one kind are done, and nothing else', () => {
  const before =
    'milestones:\n  - { id: a, title: A, deu: 2026-12-04 }\n  - { id: b, title: B, statsu: done, nope: 1 }\n  - title: C\n';
  const page = pageOf(before);
  expect(countOfKind(fixer(page, options), 'unknown.key')).toBe(2);
  expect(applyEdits(before, fixAll(page, options, 'unknown.key'))).toBe(
    before.replace('deu', 'due').replace('statsu', 'status'),
  );
});

test('beyond the first hundred', () => {
  const before = `milestones:\n${Array.from({ length: 130 }, (_, at) => `  - { title: M ${at} }\n`).join('')}`;
  const after = pageOf(applyEdits(before, fixAll(pageOf(before), options, 'id.missing')));
  expect(count(after, 'id.missing')).toBe(0);
  expect(after.text).toContain('  - { id: m-129, title: M 129 }\n');
});

test('what does not hold is left out, the rest is done', () => {
  const before =
    'milestones:\n  - { title: A }\n  - { title: B, id: } # b\n  - &c { title: C }\n  - *c\n  - { title: D }\n';
  expect(applyEdits(before, fixAll(pageOf(before), options))).toBe(
    'milestones:\n  - { id: a, title: A }\n  - { title: B, id: b } # b\n  - &c { title: C }\n  - *c\n  - { id: d, title: D }\n',
  );
});

test('a good plan and a plan that is no YAML stay', () => {
  for (const text of ['milestones: []\n', '', 'milestones: [\n', 'a: b: c: d\n'])
    expect(fixAll(pageOf(text), options)).toEqual([]);
});

test('twice is the same as once', () => {
  const before = 'currency: eur\r\nmilestones:\r\n- title: A\r\n  progress: 1\r\n  tasks: [x]\r\n- title: A\r\n';
  const once = applyEdits(before, fixAll(pageOf(before), options));
  expect(once).not.toBe(before);
  expect(fixAll(pageOf(once), options)).toEqual([]);
});
