import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldsOf } from '../../../src/language/folding';

/** Each fold as `first-last`, counted from 1 as an editor does. */
function folds(text: string): string {
  return foldsOf(text)
    .map(({ start, end, kind }) => `${start + 1}-${end + 1}${kind === undefined ? '' : ` ${kind}`}`)
    .join(', ');
}

test.each([
  ['nothing', '', ''],
  ['one line', 'project: A\n', ''],
  ['a key with its fields', 'people:\n  me:\n    name: Kim\n  ana: {}\nversion: 1\n', '1-4, 2-3'],
  ['a list below its key', 'milestones:\n  - title: A\n    due: 2026-12-04\n  - title: B\n', '1-4, 2-3'],
  [
    'dashes under the first letter of the key',
    'milestones:\n- title: A\n  due: x\n- title: B\nversion: 1\n',
    '1-4, 2-3',
  ],
  ['a dash alone', 'milestones:\n-\n    id: a\n    title: A\n', '1-4, 2-4'],
  ['empty lines at the end stay outside', 'people:\n  me: {}\n\n\nversion: 1\n', '1-2'],
  ['a block text', 'description: |\n  One\n    two\n\n  # three\nversion: 1\n', '1-5'],
  ['a block text in a list, with a comment', 'tasks:\n  - >- # why\n    One\n    two\n  - b\n', '1-5, 2-4'],
  ['a field behind a block text', '- title: |\n    One\n  due: x\n  tasks:\n    - a\n- b\n', '1-5, 4-5'],
  ['a pipe is no block text', 'title: a |\n# b\n# c\nversion: 1\n', '2-3 comment'],
  ['a text on several lines', 'title: one\n  two\n  three\nversion: 1\n', '1-3'],
  ['braces over several lines', 'people: {\n  me: {},\n  ana: {}\n}\n', '1-3'],
  ['comments', '# one\n# two\n\n# three\nversion: 1\n', '1-2 comment'],
  ['comments in a block', 'people:\n  # one\n  # two\n  me: {}\nversion: 1\n', '1-4, 2-3 comment'],
  ['a comment at the left does not end a block', 'people:\n  me: {}\n# later\n  ana: {}\n', '1-4'],
  [
    'comments behind the last line',
    'people:\n  me: {}\n  # ana: {}\n# about the version\nversion: 1\n',
    '1-3, 3-4 comment',
  ],
  ['regions', '# region one\na: 1\n#region two\nb: 2\n#endregion\n# endregion\n', '1-6 region, 3-5 region'],
  ['a region that is never closed', '#region\na: 1\n', ''],
  ['a region that was never opened', '#endregion\na: 1\n', ''],
  ['half typed', 'milestones:\n  - title: "A\n    due: [\n  - ti\n', '1-4, 2-3'],
  ['Windows line ends', 'people:\r\n  me: {}\r\nversion: 1\r\n', '1-2'],
  ['line ends of old', 'people:\r  me: {}\rversion: 1\r', '1-2'],
  ['two documents', '---\npeople:\n  me: {}\n---\nversion: 1\n', '2-3'],
])('%s', (_, text, expected) => {
  expect(folds(text)).toBe(expected);
});

const plans = 'test/fixtures/plans';

test.each(readdirSync(plans))('the folds of every beginning of %s are lines of it and nest', (name) => {
  const text = readFileSync(`${plans}/${name}`, 'utf8');
  for (let end = 0; end <= text.length; end += 151) {
    const part = text.slice(0, end);
    const lines = part.split(/\r\n|\r|\n/).length;
    const blocks = foldsOf(part).filter(({ kind }) => kind === undefined);
    const open: number[] = [];
    for (const fold of blocks) {
      expect(fold.start).toBeLessThan(fold.end);
      expect(fold.end).toBeLessThan(lines);
      for (let top = open.at(-1); top !== undefined && top < fold.start; top = open.at(-1)) open.pop();
      expect(fold.end).toBeLessThanOrEqual(open.at(-1) ?? lines);
      open.push(fold.end);
    }
  }
});
