import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { bold, escapeInline, escapeMarkdown, escapeParagraphs, link } from '../../../src/report/markdown';

const markdownIt = new MarkdownIt({ html: true, linkify: true, typographer: false });
markdownIt.linkify.set({ fuzzyLink: true, fuzzyEmail: true });
const engines: Record<string, (markdown: string) => string> = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  marked: (markdown) => new Marked({ gfm: true }).parse(markdown, { async: false }),
};

/** The element names in order, and the text as a reader sees it. */
function seen(html: string): { readonly tags: readonly string[]; readonly text: string } {
  const tags = [...html.matchAll(/<(\/?[a-z][a-z0-9]*)[^>]*>/g)].map((match) => match[1] ?? '');
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return { tags, text: text.replace(/\s+/g, ' ').trim() };
}

interface Context {
  readonly place: string;
  readonly make: (text: string) => string;
  put(text: string): string;
}

/** Every place of a document a user's text may stand in. */
const contexts: readonly Context[] = [
  { place: 'a paragraph', make: escapeMarkdown, put: (text) => text },
  { place: 'the start of a list item', make: escapeMarkdown, put: (text) => `- ${text}` },
  { place: 'a table', make: escapeMarkdown, put: (text) => `| A | B |\n| --- | --: |\n| ${text} | ${text} |` },
  { place: 'a heading', make: escapeInline, put: (text) => `## ${text}` },
  { place: 'the middle of a sentence', make: escapeInline, put: (text) => `Due: ${text}, as agreed` },
  { place: 'after a full stop', make: escapeInline, put: (text) => `**Title** – on time. ${text}` },
  { place: 'bold', make: escapeInline, put: (text) => `- **${text}** – on time` },
  { place: 'a cell', make: escapeInline, put: (text) => `| A | B |\n| --- | --: |\n| ${text} | ${text} |` },
];

const payloads = [
  '<img src=x onerror=P>',
  '</script><script>P</script>',
  '"><svg onload=P>',
  '<!-- comment -->',
  '<b>',
  '<https://evil.example>',
  '[x](command:workbench.action.terminal.new)',
  '[x](javascript:P)',
  '[x]: https://evil.example',
  '[^1]',
  '![](https://evil.example/p.png)',
  '$(loading~spin)',
  '$x^2$ and $$y$$',
  '=HYPERLINK("https://evil.example")',
  'x\r\nATTENDEE:mailto:e@x.example',
  'mailto:someone@evil.example',
  'a | b',
  '\\| a \\',
  '| --- |',
  '# APPROVED',
  'not a heading #',
  '## ##',
  '---',
  '===',
  '- - -',
  '* * *',
  '_ _ _',
  ':-:',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '12) item',
  '> quote',
  '- [x] done',
  '[x] done',
  '    code',
  '```\ncode\n```',
  '~~~',
  '`code`',
  '**bold** and __bold__ and *x* and _x_',
  '~~gone~~ ~gone~',
  'snake_case_name stays',
  'a_b_ c',
  'https://evil.example/x?a=b&c=d',
  'HTTP://EVIL.EXAMPLE',
  '//evil.example/x',
  'www.evil.example',
  'WWW.evil.example',
  'evil.com/path and sub.evil.co.uk',
  'main.rs, README.md and index.js',
  'someone@evil.com',
  '&lt;b&gt; &amp; &copy; &#60; &#x3c;',
  'R&D, AT&T & co; a &lt',
  '\u202Egpj.exe',
  'a\u0000b\u001B[31mc',
  'zero\u200Bwidth\u2060\uFEFF',
  'lone \uD800 surrogate',
  'line\nbreak\rone\u2028two\u0085three',
  'two  spaces  ',
  'hard break  \nhere',
  'back\\\nslash',
  '$\u007Bprocess.env}',
  '{{x}}',
  '<b\n>\n\n<script>',
  'a\n\n# b\n\n- c',
  'a\n---',
  'a\n===',
  '| a |\n| - |\n| b |',
  '!',
  '\\',
  '',
];

describe.each(Object.entries(engines))('escaped text in %s', (_name, render) => {
  describe.each(contexts)('in $place', ({ make, put }) => {
    const harmless = seen(render(put('word'))).tags;
    test.each(payloads)('%j stays text', (payload) => {
      const { tags, text } = seen(render(put(make(payload))));
      if (make(payload) === '') return;
      expect(tags).toEqual(harmless);
      expect(text).toContain(clean(payload));
    });

    test('so does any other text', () => {
      fc.assert(
        fc.property(hostile, (payload) => {
          fc.pre(make(payload) !== '');
          const { tags, text } = seen(render(put(make(payload))));
          expect(tags).toEqual(harmless);
          expect(text).toContain(clean(payload));
        }),
        { numRuns: 400 },
      );
    });
  });
});

const pieces = [
  ...'\\`*_[]()<>#+-.!|~$&;:/@="\'{}^%, \n\t01ax',
  'www.',
  'http://',
  '.com',
  '&amp',
  '](',
  '**',
  '--',
  '| -',
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

/** What a reader should see of a payload: one line without what is invisible. */
function clean(text: string): string {
  return (
    text
      .replace(/[\t\n\r\u0085\u2028]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
      .replace(/[\u0000-\u001F\u202E\u200B\u2060\uFEFF]/g, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

describe('ordinary text', () => {
  test.each([
    'Design approved (desktop and phone), 60 % done',
    'Kim Lee: "Texts final" – 4 December 2026; R&D first',
    'snake_case, Node.js 10, 3.5 days, 50-60 people, a -> b, C#',
    "It's due on 1/2/2026, isn't it? Costs $4,000",
  ])('%s needs no escape', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  test('only what could act is escaped', () => {
    expect(escapeMarkdown('See https://example.org or mail a@b.example *now*')).toBe(
      'See https:/\\/example\\.org or mail a\\@b.example \\*now\\*',
    );
  });
});

test('paragraphs stay paragraphs, lines inside one are joined', () => {
  expect(escapeParagraphs('One\ntwo.\n\n# Three\r\n \r\n\r\nfour')).toBe('One two.\n\n\\# Three\n\nfour');
});

test('prose is cut at its limit', () => {
  expect(escapeParagraphs('abcdef', 3)).toBe('abc…');
});

test('bold of an empty text is nothing', () => {
  expect(bold(' \u200B ')).toBe('');
  expect(bold('a*')).toBe('**a\\***');
});

test.each(Object.entries(engines))('nothing in the label of a link acts in %s', (_name, render) => {
  const tags = ['p', 'a', '/a', '/p'];
  const check = (payload: string) => {
    const html = render(link(payload, 'https://example.com/'));
    expect(seen(html).tags).toEqual(tags);
    expect(html).toContain('href="https://example.com/"');
    expect(seen(html).text.replaceAll('&#91;', '[').replaceAll('&#93;', ']')).toContain(clean(payload));
  };
  payloads.forEach(check);
  fc.assert(fc.property(hostile, check), { numRuns: 400 });
});

test('a link keeps its address whatever is in the label', () => {
  const html = markdownIt.render(link('a](x) [b', 'https://example.com/a(b)?c=d_e_'));
  expect(html).toBe('<p><a href="https://example.com/a(b)?c=d_e_">a](x) [b</a></p>\n');
});

test('a list written in a description stays a list, of texts that cannot act', () => {
  expect(escapeParagraphs('Templates:\n- Home\n- # Product\n\nLast *one*')).toBe(
    'Templates:\n\n- Home\n- \\# Product\n\nLast \\*one\\*',
  );
  expect(escapeParagraphs('1 - 2\nis - 1')).toBe('1 - 2 is - 1');
});
