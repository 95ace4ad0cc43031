import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { symbolsOf } from '../../../src/language/symbols';
import { scannedSymbols } from '../../../src/language/symbolsByLine';
import type { PlanSymbol } from '../../../src/language/symbolsKinds';
import { english } from '../report/snapshotOf';
import { website } from '../report/website';
import { pageOf } from './plans';

/** One line for each symbol, those inside it indented. */
function drawn(symbols: readonly PlanSymbol[], indent = ''): string {
  return symbols
    .map(({ kind, name, detail, cancelled, children }) =>
      [
        `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}${cancelled ? ' struck' : ''}`,
        drawn(children, `${indent}  `),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    )
    .join('\n');
}

test('a plan has its milestones with their states, and they their tasks and criteria', () => {
  expect(drawn(symbolsOf(pageOf(website), english))).toBe(`plan Website relaunch
  milestone Design approved (on track · 4 Dec)
    criterion Five templates approved by the client
    criterion Contrast at least 4.5 to 1 everywhere (met)
    task Wireframes
    task Visual design (done)
  milestone Site live (blocked · 15 Jan)
    milestone Texts final (planned · 11 Dec)`);
});

test.each([
  ['done', 'completed: 2026-11-20', 'done · 20 Nov'],
  ['done without a day', 'status: done', 'done'],
  ['late', 'due: 2026-11-20', 'late · 20 Nov'],
  ['cancelled', 'status: cancelled', 'cancelled'],
  ['no date', 'status: on-hold', 'on hold'],
  ['another year', 'due: 2028-11-20', 'planned · 20 Nov 2028'],
])('%s', (_, field, expected) => {
  const [plan] = symbolsOf(pageOf(`milestones:\n  - title: A\n    ${field}\n`), english);
  expect(plan?.children[0]?.detail).toBe(expected);
  expect(plan?.children[0]?.cancelled).toBe(expected === 'cancelled');
});

test('a text the snapshot does not know yet has no states', () => {
  const page = pageOf('milestones: [{ title: A, due: 2026-12-04 }]', {}, { text: 'milestones: [{ title: A }]' });
  expect(drawn(symbolsOf(page, english))).toBe('plan plan\n  milestone A');
});

test.each([
  [
    'a half typed title',
    'project: P\nmilestones:\n  - title: "A\n    due: 2026-12-04\n  - title: B\n    tasks:\n      - One\n      - { title: Two, done: tr\n',
    'milestone A\nmilestone B\n  task One\n  task Two',
  ],
  [
    'dashes at the left',
    'milestones:\n- title: A\n  milestones:\n  - title: B\n    acceptanceCriteria:\n    - text: C\n      done: [\n- id: d\n  title: D # last\n',
    'milestone A\n  milestone B\n    criterion C\nmilestone D',
  ],
  [
    'other lists',
    'risks:\n  - title: R\nmilestones:\n  - title: A\n    risks:\n      - title: S\n    tags: [a, {\n    deliverables:\n      - title: T\n',
    'milestone A',
  ],
  [
    'a title that comes last',
    'milestones:\n  -\n    id: a\n    tasks:\n      - "x\n    title: A\n',
    'milestone A\n  task x',
  ],
  ['nothing yet', 'milestones:\n  - \n  - ti\n  - [\n', 'milestone …\nmilestone …\nmilestone …'],
])('without a plan: %s', (_, text, expected) => {
  const page = pageOf(text);
  expect(page.file.plan).toBe(undefined);
  expect(drawn(symbolsOf(page, english))).toBe(expected);
});

test('a text of dashes, brackets and long lines comes to an end', () => {
  const texts = [
    '- '.repeat(100_000),
    `milestones:\n${'  - milestones:\n'.repeat(2_000)}`,
    `- "${'x: '.repeat(100_000)}`,
  ];
  for (const text of texts) check(scannedSymbols(text), { start: 0, end: text.length });
});

const folder = 'test/fixtures/plans';

test.each(readdirSync(folder))('the outline of every beginning of %s lies inside the text and itself', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  for (let end = 0; end <= text.length; end += 211) check(scannedSymbols(text.slice(0, end)), { start: 0, end });
  check(symbolsOf(pageOf(text), english), { start: 0, end: text.length });
});

test('line by line, a plan in blocks has the same outline as when it is read', () => {
  const text = readFileSync(`${folder}/aisland-docsig.milestones.yaml`, 'utf8');
  const [plan] = symbolsOf({ ...pageOf(text), snapshot: undefined }, english);
  const titles = (symbols: readonly PlanSymbol[]): unknown =>
    symbols.map(({ kind, name, children }) => [kind, name, titles(children)]);
  expect(titles(scannedSymbols(text))).toEqual(titles(plan?.children ?? []));
});

function check(symbols: readonly PlanSymbol[], outer: { readonly start: number; readonly end: number }): void {
  for (const { name, span, title, children } of symbols) {
    const ordered = [outer.start, span.start, title.start, title.end, span.end, outer.end];
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    expect(name).not.toBe('');
    check(children, span);
  }
}
