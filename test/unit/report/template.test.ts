import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayer } from '../../../src/base/message';
import { summarySay } from '../../../src/report/languages';
import { summaryMarkdown } from '../../../src/report/summary';
import { fillTemplate, type TemplateFormat, type TemplateValues } from '../../../src/report/template';
import { templateView } from '../../../src/report/templateView';
import { anySecret, anySecretive, readSecretive } from './secrets';
import { snapshotOf, snapshotOfPlans } from './snapshotOf';
import { website } from './website';

function filled(template: string, values: TemplateValues = {}, format?: TemplateFormat): string {
  const result = fillTemplate(template, values, format);
  return 'text' in result ? result.text : `! ${sayer('en-GB')(result.wrong)}`;
}

const values = {
  name: 'Ana',
  list: [{ a: 1 }, { a: 2 }],
  none: [],
  yes: true,
  no: false,
  inner: { name: 'Kim', x: 'y' },
  zero: 0,
};

test.each([
  ['Hello {{name}}', 'Hello Ana'],
  ['{{#list}}<{{a}} {{name}}>{{/list}}', '<1 Ana><2 Ana>'],
  ['{{^none}}none{{/none}}{{#none}}some{{/none}}', 'none'],
  ['{{#yes}}yes{{/yes}}{{#no}}no{{/no}}{{^no}}not{{/no}}', 'yesnot'],
  ['{{inner.name}} {{#inner}}{{name}}{{/inner}} {{inner.inner}}', 'Kim Kim '],
  ['{{zero}}{{^zero}}nothing{{/zero}}', '0nothing'],
  ['{{! a note }}text', 'text'],
  ['{{=<% %>=}}<%name%>', 'Ana'],
  ['{{#list}}\n- {{a}}\n{{/list}}\nend', '- 1\n- 2\nend'],
  ['{{unknown}}{{constructor}}{{__proto__}}{{toString}}{{list.length}}{{name.length}}{{.}}', ''],
  ['{{#constructor}}x{{/constructor}}', ''],
])('%s', (template, text) => expect(filled(template, values)).toBe(text));

test.each([
  ['a\n{{#list}}\nx', '! Line 3: the section “list” that encloses this is not closed here.'],
  ['a\nb\n{{/list}}', '! Line 3: the section “list” is closed and was not opened.'],
  ['a\n{{name', '! Line 2: a tag is not closed.'],
  ['{{> other}}', '! Line 1: a template cannot include another file.'],
  ['x'.repeat(256 * 1024 + 1), '! The template is larger than 256 kB.'],
  [`${'{{#yes}}'.repeat(21)}${'{{/yes}}'.repeat(21)}`, '! Line 1: sections are nested more than 20 deep.'],
])('a template that is wrong: %#', (template, text) => expect(filled(template, values)).toBe(text));

test('sections in sections end before they take long', () => {
  const many = { list: Array.from({ length: 1000 }, () => ({ a: 'x' })) };
  const nested = `${'{{#list}}'.repeat(4)}text${'{{/list}}'.repeat(4)}`;
  expect(filled(nested, many)).toBe('! Line 1: the text becomes longer than 1 MB.');
  expect(filled(nested.replace('text', ''), many)).toBe('! Line 1: the text becomes longer than 1 MB.');
});

describe('a value stays text', () => {
  const hostile = '# <img src=x> [a](https://evil.example) ![b](x) **c** `d` | e';
  test.each(['{{v}}', '{{{v}}}', '{{&v}}'])('%s', (tag) => {
    expect(filled(tag, { v: hostile })).toBe(
      '\\# &lt;img src=x> \\[a\\](https:/\\/evil.example) !\\[b\\](x) \\*\\*c\\*\\* \\`d\\` \\| e',
    );
    expect(filled(tag, { v: '<b>&"\'' }, 'html')).not.toMatch(/<b>|"/);
    expect(filled(tag, { v: 'a\n\u202eb' }, 'text')).toBe('a b');
  });

  test('at the start of a line and inside one', () => {
    expect(filled('{{v}}\n {{v}}\nx {{v}}', { v: '- a' })).toBe('\\- a\n \\- a\nx - a');
    expect(filled('{{a}}{{v}}', { a: '', v: '1. x' })).toBe('1\\. x');
  });

  test.each<TemplateFormat>(['markdown', 'html'])('inside a tag that the template begins, as %s', (format) => {
    const v = '" onload=x';
    expect(filled('<b title="{{v}}" {{v}}>{{n}}</b>', { v, n: 'a-b' }, format)).toBe(
      '<b title="&#34;&#32;onload&#61;x" &#34;&#32;onload&#61;x>a-b</b>',
    );
    expect(filled('1 < 2 <br/>{{n}}, <https://example.com/{{n}}>', { n: 'a-b' }, format)).toContain('/a-b>');
  });
});

test('no template makes it throw', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '#',
    '/',
    '^',
    '&',
    '>',
    '=',
    '{',
    '}',
    'list',
    'name',
    '.',
    ' ',
    '\n',
    '!',
    '{{#list}}',
    '{{/list}}',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (parts) => {
      expect(() => fillTemplate(parts.join(''), values)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

const options = { audience: 'client', say: summarySay('en'), locale: 'en-GB' } as const;
const example =
  /```mustache\n([\s\S]*?)```/.exec(
    readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8'),
  )?.[1] ?? '';

test('the example of the docs says what the standard summary says', () => {
  const text = filled(example, templateView(snapshotOf(website), options));
  const summary = summaryMarkdown(snapshotOf(website), options);
  const words = (markdown: string) => markdown.replace(/[*#|]|^- /gm, '').replace(/\s+/g, ' ');
  const parts = summary.split('\n').filter((line) => /^- |^[A-Z]/.test(line));
  expect(parts.length).toBeGreaterThan(5);
  for (const line of parts) expect(words(text)).toContain(words(line).trim());
  for (const heading of ['Next', 'Risks', 'Milestones', 'Money', 'What we need from you'])
    expect(text).toContain(`\n## ${heading}\n`);
  expect(text).toContain('| Site live |  | 15 January 2027 | 15 January 2027 |');
});

test('the example says nothing of parts that are empty, in every language', () => {
  const view = templateView(snapshotOf('project: P\nmilestones: []\n'), {
    ...options,
    say: summarySay('de'),
    locale: 'de-DE',
  });
  expect(filled(example, view)).not.toMatch(/Next|Risks|Money/);
  expect(filled('{{dayIso}}, {{day}}', view)).toBe('2026-11-23, 23. November 2026');
});

test('a template can name nothing the client may not see', () => {
  fc.assert(
    fc.property(
      fc.array(anySecretive, { maxLength: 4 }),
      fc.constantFrom('client' as const, 'executive' as const),
      (milestones, audience) => {
        const view = templateView(snapshotOfPlans([readSecretive(milestones)]), { ...options, audience });
        expect(JSON.stringify(view)).not.toMatch(anySecret);
      },
    ),
    { numRuns: 40 },
  );
});

test('a view has texts, numbers, yes or no and lists of such, and nothing to call', () => {
  const kinds = new Set<string>();
  const visit = (value: unknown): void => {
    kinds.add(typeof value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(templateView(snapshotOf(website), options));
  expect([...kinds].sort()).toEqual(['boolean', 'number', 'object', 'string', 'undefined']);
});
