import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Block, Document, Run, Runs } from '../../../src/report/document';
import { documentHtml } from '../../../src/report/documentHtml';
import { documentMarkdown } from '../../../src/report/documentMarkdown';
import { documentText } from '../../../src/report/documentText';
import { widthOf, wrapped } from '../../../src/report/documentWidth';
import { readXml } from '../drawing/xml';
import { hostileText, hostileTexts, shownOf } from './hostileTexts';

const trace = { key: 'a', field: 'due' };
const href = 'https://example.com/a(b)?c=d_e_&f=1';

function documentOf(blocks: readonly Block[], title = 'Title'): Document {
  return { title, locale: 'en-GB', blocks };
}

/** Every place of a document in which a text may stand, alone and beside others. */
function everywhere(text: string): Document {
  const strong: Run = { kind: 'strong', text };
  const code: Run = { kind: 'code', text };
  const link: Run = { kind: 'link', text, href };
  const figure: Run = { kind: 'figure', text, trace };
  const lines: readonly Runs[] = [
    [text],
    [strong],
    [code],
    [link],
    [figure],
    ['Due: ', text, ', as agreed'],
    [strong, ' – ', text],
    [text, strong, text],
    [text, code, text],
    [text, link, text],
    ['word', strong, 'word'],
    ['word', code, 'word'],
    [text, figure, text],
  ];
  return documentOf(
    [
      ...([1, 2, 3] as const).map((level): Block => ({ kind: 'heading', level, runs: ['Part: ', text] })),
      { kind: 'heading', level: 2, runs: [text, 'x'] },
      ...lines.map((runs): Block => ({ kind: 'paragraph', runs: [...runs, 'x'] })),
      { kind: 'list', items: lines.map((runs) => [...runs, 'x']) },
      { kind: 'list', items: [['Another list ', text]] },
      {
        kind: 'table',
        columns: [
          { head: `h ${text}`, align: 'left', cells: lines.map((runs) => [...runs, 'x']) },
          { head: `h ${text}`, align: 'right', cells: lines.map((runs) => ['x', ...runs]) },
        ],
      },
      { kind: 'mermaid', source: `gantt\n  title ${text.replaceAll('\n', ' ')}\n` },
      { kind: 'paragraph', runs: ['End'] },
    ],
    `T ${text}`,
  );
}

const markdownIt = new MarkdownIt({ html: true, linkify: true });
markdownIt.linkify.set({ fuzzyLink: true, fuzzyEmail: true });
const engines: Record<string, (markdown: string) => string> = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  marked: (markdown) => new Marked({ gfm: true }).parse(markdown, { async: false }),
};

/** Elements with what they link to, in order. */
function structure(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)([^>]*)>/g)].map(
    ([, name = '', rest = '']) => name + (/ href="([^"]*)"/.exec(rest)?.[1] ?? ''),
  );
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_all, code, name) =>
      name === undefined ? String.fromCodePoint(Number(code)) : (named[name] ?? ''),
    )
    .replace(/\s+/g, ' ');
}

describe.each(Object.entries(engines))('Markdown in %s', (_name, render) => {
  const plain = structure(render(documentMarkdown(everywhere('word'))));

  const keeps = (text: string) => {
    const html = render(documentMarkdown(everywhere(text)));
    expect(structure(html)).toEqual(plain);
    expect(textIn(html)).toContain(shownOf(`Due: ${text}, as agreed`));
  };
  test.each(hostileTexts)('%j stays text wherever it stands', keeps);

  test('so does any other text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(shownOf(text) !== '');
        keeps(text);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a page', () => {
  /** A page is also XML but for its first line and the elements that have no end. */
  const tree = (html: string) =>
    readXml(
      html
        .trim()
        .replace('<!DOCTYPE html>\n', '')
        .replace(/<meta [^>]*>/g, '')
        .replace(/<style>[\s\S]*?<\/style>/, ''),
    );
  const plain = structure(documentHtml(everywhere('word'), { trace: () => 'word' }));

  const keeps = (text: string) => {
    const html = documentHtml(everywhere(text), { trace: () => text });
    expect(structure(html)).toEqual(plain);
    expect(() => tree(html)).not.toThrow();
    expect(html).not.toMatch(/<script|<link|<iframe|<img|<svg|@import|url\(/i);
    for (const [, attributes = ''] of html.matchAll(/<[a-z0-9]+((?: [^>]*)?)>/g))
      expect(attributes).toMatch(/^(?: [a-z-]+="[^"<>]*")*$/);
    expect(textIn(html)).toContain(shownOf(`Due: ${text}, as agreed`));
  };
  test.each(hostileTexts)('%j stays text wherever it stands', keeps);

  test('so does any other text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(shownOf(text) !== '');
        keeps(text);
      }),
      { numRuns: 80 },
    );
  });

  test('says what it may load, in which language it is, and where a figure comes from', () => {
    const html = documentHtml(
      documentOf([{ kind: 'paragraph', runs: ['Due on ', { kind: 'figure', text: '4 December', trace }] }]),
      { trace: ({ key, field }) => `plan.yaml:${key}.${field}` },
    );
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline';`);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain('<p>Due on <span class="figure" title="plan.yaml:a.due">4 December</span></p>');
  });

  test('opens no address that was not checked', () => {
    const blocks: Block[] = [{ kind: 'paragraph', runs: [{ kind: 'link', text: 'x', href: 'javascript:P' }] }];
    expect(documentHtml(documentOf(blocks))).toContain('<p>x</p>');
    expect(documentMarkdown(documentOf(blocks))).toBe('x\n');
    expect(documentText(documentOf(blocks))).toBe('x\n');
  });
});

describe('plain text', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  const hidden = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;

  /** What a line is to the eye: the start of an item or not, indented or not. */
  const starts = (text: string) =>
    text.split('\n').filter((line) => /^(?:- |[>#*+=_|~]|\d+[.)] |From )/.test(line)).length;

  const keeps = (text: string) => {
    const told = documentText(everywhere(text));
    expect(told).not.toMatch(hidden);
    expect(told.match(/\S+/g)?.join('') ?? '').toContain(shownOf(text).replace(/\s/g, ''));
    const paragraph = documentOf([
      { kind: 'paragraph', runs: [text, ' and more '.repeat(30), text] },
      { kind: 'list', items: [[text], ['x ', text, ' and more '.repeat(30), text]] },
    ]);
    expect(starts(documentText(paragraph))).toBe(2);
  };
  test.each(hostileTexts)('%j hides nothing and starts no line of its own kind', keeps);

  test('so does no other text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(shownOf(text) !== '');
        keeps(text);
      }),
      { numRuns: 80 },
    );
  });

  test('fits into any window, and addresses stay whole', () => {
    const link = { kind: 'link', text: 'Report', href: `https://example.com/${'a'.repeat(90)}` } as const;
    const text = documentText(
      documentOf([
        { kind: 'heading', level: 1, runs: ['Shop'] },
        {
          kind: 'paragraph',
          runs: ['One two three four five six seven eight nine ten eleven twelve thirteen fourteen'],
        },
        { kind: 'heading', level: 2, runs: ['Next'] },
        {
          kind: 'list',
          items: [
            ['A ', { kind: 'strong', text: 'bold' }, ' word'],
            ['B ', link],
          ],
        },
        { kind: 'prose', text: 'Text:\n- one\n- two\n\nEnd' },
      ]),
    );
    expect(text).toBe(`Shop

One two three four five six seven eight nine ten eleven twelve thirteen
fourteen

Next:
- A bold word
- B Report
  <https://example.com/${'a'.repeat(90)}>

Text:

- one
- two

End
`);
  });

  test('a table is aligned by what is seen, else told row by row', () => {
    const table = (name: string): Block => ({
      kind: 'table',
      columns: [
        { head: 'Name', align: 'left', cells: [[name], ['B']] },
        { head: 'N', align: 'right', cells: [['1'], ['20']] },
        { head: 'Due', align: 'left', cells: [['–'], ['4 Dec']] },
      ],
    });
    expect(documentText(documentOf([table('設計 é')]))).toBe(
      'Name     N  Due\n------  --  -----\n設計 é   1  –\nB       20  4 Dec\n',
    );
    expect(documentText(documentOf([table(`${'Long '.repeat(20)}`)]))).toBe(
      `${'Name'.padEnd(65)}   N  Due\n${'-'.repeat(65)}  --  -----\n${'Long '.repeat(13)}   1  –\n${'Long '.repeat(7).trim()}\n${'B'.padEnd(65)}  20  4 Dec\n`,
    );
  });

  test('a table that is too wide even so is told row by row', () => {
    const columns = ['Name', 'Before', 'Reason'].map((head) => ({
      head,
      align: 'left' as const,
      cells: [[`${head} ${'long '.repeat(8).trim()}`], [head === 'Name' ? 'B' : '–']],
    }));
    const long = 'long '.repeat(8).trim();
    expect(documentText(documentOf([{ kind: 'table', columns }]))).toBe(
      `- Name ${long}\n  Before: Before ${long}\n  Reason: Reason ${long}\n- B\n`,
    );
  });

  test('an empty part is not there', () => {
    expect(
      documentText(
        documentOf([
          { kind: 'list', items: [] },
          { kind: 'paragraph', runs: [' '] },
        ]),
      ),
    ).toBe('\n');
    expect(
      documentText(
        documentOf([
          { kind: 'mermaid', source: 'gantt' },
          { kind: 'paragraph', runs: ['a'] },
        ]),
      ),
    ).toBe('a\n');
  });
});

test('colons that plain text puts are those of the language', () => {
  const cells = [['a'], ['b']];
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, runs: ['Jalons'] },
    { kind: 'table', columns: ['Jalon', 'x'.repeat(80)].map((head) => ({ head, align: 'left', cells })) },
  ];
  expect(documentText({ title: '', locale: 'fr-FR', blocks })).toContain(`${'x'.repeat(80)}\u00a0:\n`);
  expect(documentText({ title: '', locale: 'fr-FR', blocks })).toContain('Jalons\u00a0:\n');
  expect(documentText({ title: '', locale: 'de-DE', blocks })).toContain('Jalons:\n');
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['設計', 4],
    ['e\u0301', 1],
    ['👩‍💻', 4],
    ['Ａ', 2],
    ['ü–…', 3],
  ])('of %s is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('writing without blanks is broken too, and never before a closing sign', () => {
    expect(wrapped('設計設計。設計', 8)).toEqual(['設計設', '計。設計']);
  });

  test('no line is wider than it may be, unless it is one word', () => {
    const word = fc.stringMatching(/^[a-zé設]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 20, max: 78 }), (words, width) => {
        const lines = wrapped(words.join(' '), width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/ /g, '')).toBe(words.join(''));
      }),
    );
  });
});

test('runs that touch are escaped as one text', () => {
  const markdown = (runs: Runs) => documentMarkdown(documentOf([{ kind: 'paragraph', runs }]));
  expect(markdown(['www', { kind: 'figure', text: '.evil.com', trace }])).toBe('www\\.evil\\.com\n');
  expect(markdown(['see!', { kind: 'link', text: 'x', href: 'https://a.example/' }])).toBe(
    'see\\![x](<https://a.example/>)\n',
  );
  expect(markdown(['Code ', { kind: 'code', text: '3f9a`b' }, '.'])).toBe('Code ``3f9a`b``.\n');
});
