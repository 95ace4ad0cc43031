// Texts that act where they are not encoded: for Markdown, HTML, links, formulas, terminals and readers' eyes.
import fc from 'fast-check';

export const hostileTexts: readonly string[] = [
  '<img src=x onerror=P>',
  '</script><script>P</script>',
  '"><svg onload=P>',
  '" onmouseover="P',
  "' onfocus='P",
  '</title></style></textarea><b>',
  '<!-- comment -->',
  '--> <b>',
  '<![CDATA[x]]>',
  '<?php x ?>',
  '<https://evil.example>',
  '[x](command:workbench.action.terminal.new)',
  '[x](javascript:P)',
  '[x]: https://evil.example',
  '[^1]',
  '![](https://evil.example/p.png)',
  'wow!',
  '$(loading~spin)',
  '=HYPERLINK("https://evil.example")',
  'x\r\nATTENDEE:mailto:e@x.example',
  'mailto:someone@evil.example',
  'a | b',
  '\\| a \\',
  '| --- |',
  '# APPROVED',
  '---',
  '-- ',
  '===',
  '* * *',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '12) item',
  '> quote',
  '>From me',
  'From the client',
  '- [x] done',
  '```\ncode\n```',
  '~~~',
  '`code`',
  '`',
  '``',
  '**bold** and __bold__ and *x* and _x_',
  '*',
  '**',
  '_a_',
  '(x)',
  '"x"',
  '~~gone~~',
  'https://evil.example/x?a=b&c=d',
  '//evil.example/x',
  'www.evil.example',
  'evil.com/path',
  'someone@evil.com',
  '&lt;b&gt; &amp; &copy; &#60; &#x3c;',
  '\u202Egpj.exe',
  'a\u0000b\u001B[31mc',
  'zero\u200Bwidth\u2060\uFEFF',
  'lone \uD800 surrogate',
  'line\nbreak\rone\u2028two\u0085three',
  'a\n\n# b\n\n- c',
  'a\n---',
  '    code',
  '{{x}} {{{x}}} {{#x}}',
  '$\u007Bprocess.env}',
  '%%{init: {}}%%',
  'click x href "javascript:P"',
  'section x : done, 2026-01-01, 1d; y #35;',
  'x'.repeat(3000),
];

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
  '\u202E',
  '```',
];

export const hostileText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

/** What a reader should see of a hostile text: one line without what is invisible. */
export function shownOf(text: string): string {
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
