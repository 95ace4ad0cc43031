import { expect, test } from 'vitest';
import { openable } from '../../../src/report/links';
import { plain } from '../../../src/report/plain';

test.each([
  ['two\nlines\r\nand\u2028more', 'two lines and more'],
  ['\u202Egpj.exe', 'gpj.exe'],
  ['a\u0000b\u001B[31mc\u0085d', 'ab[31mc d'],
  ['zero\u200Bwidth\uFEFF\u2060', 'zerowidth'],
  ['a\u200Db', 'ab'],
  ['  many   blanks ', 'many blanks'],
  ['lone \uD800!', 'lone \uFFFD!'],
  ['tag\u{E0041}s', 'tags'],
  ['Größe 3 – „fein“', 'Größe 3 – „fein“'],
  ['👩‍💻 an der 👩🏽‍💻', '👩‍💻 an der 👩🏽‍💻'],
  ['می‌خواهم', 'می‌خواهم'],
  ['', ''],
])('%j becomes %j', (text, line) => {
  expect(plain(text)).toBe(line);
});

test('a long text is cut, never inside a character', () => {
  expect(plain('x'.repeat(100_000))).toBe(`${'x'.repeat(199)}…`);
  expect(plain('x'.repeat(200))).toHaveLength(200);
  expect(plain('😀'.repeat(10), 4)).toBe('😀…');
  expect(plain(`${' '.repeat(5000)}end`)).toBe('');
});

test.each([
  'https://example.com/figma',
  'https://example.com:8080/a?b=c#d',
  'HTTPS://EXAMPLE.COM',
  'mailto:ana@acme.example',
])('%s may be opened', (url) => {
  expect(openable(url)).toBe(url);
});

test.each([
  'http://example.com',
  'javascript:P',
  'java\tscript:P',
  'data:text/html,x',
  'command:workbench.action.terminal.new',
  'vscode://x/y',
  'file:///etc/passwd',
  '\\\\evil\\share',
  '../../.ssh/id_rsa',
  'https://good@evil.example/',
  'https://user:word@evil.example/',
  'https://evil.example/\u202Egpj',
  'https://evil.example/a b',
  'https://evil.example/>)',
  'https://',
  'reports/contrast.html',
  `https://evil.example/${'x'.repeat(3000)}`,
  '',
])('%j may not be opened', (url) => {
  expect(openable(url)).toBeUndefined();
});
