import { describe, expect, test } from 'vitest';
import { statuses } from '../../../src/model/plan';
import { keyGroups } from '../../../src/webview/keys';
import { nextSort } from '../../../src/webview/listHead';
import { nextChoice, typedChoice } from '../../../src/webview/menuKeys';
import { placed, pointAnchor } from '../../../src/webview/popup';
import { statusWords } from '../../../src/webview/rowMenu';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 4, 0],
  ['ArrowUp', -1, 4],
  ['ArrowUp', 0, 4],
  ['ArrowUp', 3, 2],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['x', 0, undefined],
])('%s from entry %i goes to %s', (key, from, to) => {
  expect(nextChoice(5, from, key)).toBe(to);
  expect(nextChoice(0, -1, key)).toBe(undefined);
});

const choices = ['Open', 'Set status', 'Set progress', 'Über', 'Select'].map((label) => ({ label }));
test.each([
  ['s', -1, 1],
  ['s', 1, 2],
  ['ss', 2, 4],
  ['s', 4, 1],
  ['set p', 1, 2],
  ['SE', 1, 1],
  ['sel', 1, 4],
  ['ü', 0, 3],
  ['z', 0, undefined],
  ['', 0, undefined],
])('typing %j on entry %i goes to %s', (typed, from, to) => {
  expect(typedChoice(choices, from, typed)).toBe(to);
});

describe('a popup stays in the window', () => {
  const window = { width: 600, height: 400 };
  const size = { width: 200, height: 150 };
  test.each([
    ['below its anchor', { left: 50, right: 90, top: 20, bottom: 44 }, 'below', { left: 50, top: 46 }],
    [
      'above where there is no room below',
      { left: 50, right: 90, top: 350, bottom: 374 },
      'below',
      { left: 50, top: 198 },
    ],
    ['not beyond the right edge', pointAnchor(590, 10), 'below', { left: 394, top: 12 }],
    ['beside', { left: 50, right: 250, top: 20, bottom: 44 }, 'beside', { left: 250, top: 20 }],
    ['on the other side', { left: 380, right: 580, top: 20, bottom: 44 }, 'beside', { left: 180, top: 20 }],
    ['not below the bottom', { left: 50, right: 250, top: 380, bottom: 400 }, 'beside', { left: 250, top: 244 }],
  ] as const)('%s', (_, anchor, side, at) => {
    expect(placed(anchor, size, { side, window })).toEqual(at);
  });

  test('one that is larger than the window begins at its edge', () => {
    expect(placed(pointAnchor(300, 300), { width: 900, height: 900 }, { side: 'below', window })).toEqual({
      left: 6,
      top: 6,
    });
  });
});

test('a head of the list sorts up, then down, then as in the files', () => {
  const first = nextSort({ sortBy: 'file', descending: true }, 'end');
  const second = nextSort(first, 'end');
  expect([first, second, nextSort(second, 'end'), nextSort(second, 'title')]).toEqual([
    { sortBy: 'end', descending: false },
    { sortBy: 'end', descending: true },
    { sortBy: 'file', descending: false },
    { sortBy: 'title', descending: false },
  ]);
});

test('the menu offers every status a file can have', () => {
  expect(Object.keys(statusWords)).toEqual([...statuses]);
});

test('no key is listed twice', () => {
  const keys = keyGroups.flatMap((group) => group.keys.flatMap(([each]) => each));
  expect(new Set(keys).size).toBe(keys.length);
});
