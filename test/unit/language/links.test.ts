import { expect, test } from 'vitest';
import { linksOf, pathOf } from '../../../src/language/links';
import { readPlanFile } from '../../../src/model/read';

/** Each link as its characters in the text and where it leads. */
function links(text: string): readonly string[] {
  return linksOf({ text, file: readPlanFile(text, 'plan') }).map(({ span, target }) => {
    const shown = text.slice(span.start, span.end);
    return `${shown} → ${'address' in target ? target.address : `./${target.path}`}`;
  });
}

const inTask = (url: string) => `milestones: [{ title: A, tasks: [{ title: T, url: ${url} }] }]`;
const asEvidence = (evidence: string) =>
  `milestones:\n  - title: A\n    acceptanceCriteria:\n      - text: C\n        evidence: ${evidence}\n`;

test.each([
  [inTask('https://example.com/a?b=1#c'), 'https://example.com/a?b=1#c → https://example.com/a?b=1#c'],
  [inTask('http://example.com/a'), 'http://example.com/a → http://example.com/a'],
  [inTask('"mailto:ana@acme.example"'), 'mailto:ana@acme.example → mailto:ana@acme.example'],
  [
    'milestones:\n  - title: A\n    deliverables:\n      - title: D\n        url: https://example.com/d # here\n',
    'https://example.com/d → https://example.com/d',
  ],
  [
    'milestones: [{ title: A, payment: { invoice: https://example.com/i } }]',
    'https://example.com/i → https://example.com/i',
  ],
  [
    'milestones: [{ title: A, milestones: [{ title: B, tasks: [{ title: https://a.example, url: https://b.example }] }] }]',
    'https://b.example → https://b.example',
  ],
  [asEvidence('docs/report.pdf'), 'docs/report.pdf → ./docs/report.pdf'],
  [asEvidence('./docs//report.pdf#page=2'), './docs//report.pdf#page=2 → ./docs/report.pdf'],
  [asEvidence("'Größe & Gewicht.md'"), 'Größe & Gewicht.md → ./Größe & Gewicht.md'],
  [asEvidence('"docs/r\\u0065port.pdf"'), '"docs/r\\u0065port.pdf" → ./docs/report.pdf'],
])('%s', (text, expected) => {
  expect(links(text)).toEqual([expected]);
});

test.each([
  '[docs/a.md, 3f9a2bc, "https://example.com/x", Seen by Ana]',
  '\n          - docs/a.md\n          - 3f9a2bc # the commit\n          - "https://example.com/x"\n          - Seen by Ana',
  '[docs/a.md, 3f9a2bc, docs/a.md, https://example.com/x]',
])('a list of evidence has a link for each that leads somewhere: %s', (evidence) => {
  const found = links(asEvidence(evidence));
  expect(new Set(found)).toEqual(new Set(['docs/a.md → ./docs/a.md', 'https://example.com/x → https://example.com/x']));
});

test.each([
  'javascript:alert(1)',
  'command:workbench.action.quit',
  'file:///etc/passwd.txt',
  'data:text/html,x.html',
  'vscode://a.b/c.d',
  'https://user:secret@example.com/a.md',
  'https://exa\u202Emple.com',
  '//example.com/a.md',
  '../secret.md',
  'docs/../../secret.md',
  'docs\\..\\secret.md',
  '/etc/passwd.txt',
  '\\\\server\\share\\a.md',
  'C:\\a.md',
  'c:a.md',
  '~/a.md',
  '$HOME/a.md',
  '$\u007benv:HOME}/a.md',
  '%USERPROFILE%/a.md',
  '3f9a2bc',
  '3f9a2bc0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6',
  'v1.4.0',
  'Seen by Ana.',
  'README',
  '.gitignore',
  'a\u0000.md',
  'a\u202Edm.exe',
  `${'a'.repeat(600)}.md`,
])('%s is no link', (written) => {
  expect(pathOf(written)).toBe(undefined);
  expect(links(asEvidence(JSON.stringify(written)))).toEqual([]);
  expect(links(inTask(JSON.stringify(written)))).toEqual([]);
});

test.each([
  'milestones: [{ title: A, tasks: [{ title: T, url: docs/a.md }] }]',
  'milestones: [{ title: A, description: https://example.com }]',
  'milestones: [{ title: A, tasks: [{ title: T, url: "https://example.com" }',
  '',
])('no link in %s', (text) => {
  expect(links(text)).toEqual([]);
});

test('what an alias brings along is a link where it is written only', () => {
  const text = 'x: &t { title: T, url: https://example.com }\nmilestones: [{ title: A, tasks: [*t] }]';
  expect(links(text)).toEqual([]);
});
