// The page of the panel is not trusted: only exact messages of the protocol pass.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFromPanel } from '../../../src/shell/panelMessages';
import { forNotice, forPick } from '../../../src/shell/promptsText';

const move = { ref: 'file:///a#b', number: 3, due: 20_000, wasDue: 19_990 };
const shown = {
  arrangement: {
    groupBy: 'owner',
    sortBy: 'float',
    descending: true,
    filter: { text: 'x', lateOnly: false, owner: 'Kim' },
  },
  ...{ collapsed: ['file:///a#b'], from: 19_000.5, to: 20_000 },
};
const about = { ref: 'file:///a#b', number: 3 };

describe('messages of the page', () => {
  test.each([
    { type: 'ready' },
    { type: 'select', ref: 'file:///a#b' },
    { type: 'open', ref: 'file:///a' },
    { type: 'act', action: 'markDone', ref: 'file:///a#b', number: 3 },
    { type: 'card', ref: 'file:///a#b' },
    { type: 'set', ...about, status: 'done' },
    { type: 'set', ...about, percent: 100 },
    { type: 'set', ...about, task: 0, was: 'Draw', done: true },
    { type: 'preview', id: 1, move },
    { type: 'move', id: 1, move: { ...about, start: -719_162, wasStart: 2_932_896 } },
    { type: 'depend', id: 1, ...about, on: 'file:///a#c' },
    { type: 'audience', audience: 'client' },
    { type: 'run', command: 'createPlan' },
    { type: 'run', command: 'openPlan', ref: 'file:///a' },
    { type: 'export', format: 'png' },
    { type: 'export', format: 'html', shown },
    { type: 'raster', id: 1 },
    { type: 'raster', id: 1, png: Uint8Array.of(137, 80, 78, 71) },
  ])('$type passes', (message) => {
    expect(readFromPanel(message)).toEqual(message);
  });

  test.each([
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'ready', more: 1 },
    { type: 'select' },
    { type: 'select', ref: 7 },
    { type: 'open', ref: '' },
    { type: 'open', ref: 'x'.repeat(100_000) },
    { type: 'open', ref: 'a', command: 'workbench.action.quit' },
    { type: 'act', action: 'showLog', ref: 'a', number: 1 },
    { type: 'act', action: 'constructor', ref: 'a', number: 1 },
    { type: 'act', action: 'markDone', ref: 'a', number: '1' },
    { type: 'run', ref: 'a' },
    { type: 'run', command: 'workbench.action.quit' },
    { type: 'constructor' },
    Object.create({ type: 'ready' }),
    { type: 'set', ...about },
    { type: 'set', ...about, status: 'done', percent: 3 },
    { type: 'set', ...about, status: 'x'.repeat(101) },
    { type: 'set', ...about, percent: 101 },
    { type: 'set', ...about, percent: 5.5 },
    { type: 'set', ...about, task: -1, was: '', done: true },
    { type: 'set', ...about, task: 0, was: 'x'.repeat(2001), done: true },
    { type: 'set', ...about, number: -1, status: 'done' },
    { type: 'preview', id: 1, move: { ...move, due: 2_932_897 } },
    { type: 'preview', id: 1, move: { ...move, start: -719_163 } },
    { type: 'preview', id: 1, move: { ...move, due: 1.5 } },
    { type: 'move', id: 1, move: { ...move, uri: 'file:///etc/passwd' } },
    { type: 'move', id: '1', move },
    { type: 'depend', id: 1, ...about },
    { type: 'audience', audience: 'executive' },
    { type: 'export', format: 'exe' },
    { type: 'export', format: 'svg', path: '/tmp/x' },
    { type: 'export', format: 'svg', shown: { ...shown, collapsed: new Array(20_001).fill('a') } },
    { type: 'export', format: 'svg', shown: { ...shown, to: 1 } },
    { type: 'export', format: 'svg', shown: { ...shown, from: Number.NaN } },
    { type: 'export', format: 'svg', shown: { ...shown, arrangement: { ...shown.arrangement, groupBy: 'colour' } } },
    {
      ...{ type: 'export', format: 'svg' },
      shown: { ...shown, arrangement: { ...shown.arrangement, filter: { text: 'x'.repeat(2001), lateOnly: true } } },
    },
    { type: 'raster', id: 1, png: [137, 80] },
  ] as readonly unknown[])('%# does not pass', (message) => {
    expect(readFromPanel(message)).toBeUndefined();
  });

  test('a picture has a limit', () => {
    expect(readFromPanel({ type: 'raster', id: 1, png: new Uint8Array(64 * 1024 * 1024 + 1) })).toBeUndefined();
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.anything({ withTypedArray: true, withNullPrototype: true }),
        fc.constantFrom('set', 'move', 'depend', 'export', 'raster', 'run', 'act', '__proto__'),
        (value, type) => {
          readFromPanel(value);
          readFromPanel({ type, id: 1, ref: 'a', number: 1, move: value, shown: value, format: value, png: value });
          readFromPanel({ type, id: 1, move: value });
          readFromPanel({ type, format: 'svg', shown: value });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('text of a plan in the editor', () => {
  test('is no link in a notice', () => {
    expect(forNotice('[x](command:quit)')).not.toContain('](');
    expect(forNotice('a\nb\u202Ec')).toBe('a bc');
  });

  test('is no icon in a pick', () => {
    expect(forPick('$(loading~spin) a')).toBe('\\$(loading~spin) a');
  });
});
