import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyGroups } from '../../src/webview/keys';

test('the keys of the README are those of the timeline', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const written = [...readme.matchAll(/^\| ((?:<kbd>[^<]+<\/kbd> ?)+) *\| (.+?) *\|$/gm)].map(
    ([, keys = '', what = '']) => `${[...keys.matchAll(/<kbd>([^<]+)</g)].map((key) => key[1]).join(' ')}: ${what}`,
  );
  expect(written).toEqual(
    keyGroups.flatMap(({ keys }) => keys.map(([pressed, what]) => `${pressed.join(' ')}: ${what}`)),
  );
});
