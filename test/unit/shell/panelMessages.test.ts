// The page of the panel is not trusted: only exact messages of the protocol pass.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFromPanel } from '../../../src/shell/panelMessages';
import { forNotice, forPick } from '../../../src/shell/promptsText';

describe('messages of the page', () => {
  test.each([
    { type: 'ready' },
    { type: 'select', ref: 'file:///a#b' },
    { type: 'open', ref: 'file:///a' },
    { type: 'act', action: 'markDone', ref: 'file:///a#b', number: 3 },
  ])('%j passes', (message) => {
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
  ])('%j does not', (message) => {
    expect(readFromPanel(message)).toBeUndefined();
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => void readFromPanel(value)),
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
