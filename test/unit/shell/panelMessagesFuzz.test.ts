// Messages of the page that were tampered with: either nothing, or exactly what a message of the protocol may hold.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panelActions } from '../../../src/protocol/messages';
import { readFromPanel } from '../../../src/shell/panelMessages';
import { mutant } from '../../browser/fixtures/hostile';

const about = { ref: 'file:///a.milestones.yaml#b', number: 3 };
const arrangement = { groupBy: 'owner', sortBy: 'float', descending: true, filter: { text: 'x', lateOnly: false } };
const valid: readonly object[] = [
  { type: 'ready' },
  { type: 'select', ref: about.ref },
  { type: 'act', action: 'markDone', ...about },
  { type: 'set', ...about, status: 'done' },
  { type: 'set', ...about, percent: 50 },
  { type: 'set', ...about, task: 0, was: 'Draw', done: true },
  { type: 'move', id: 1, move: { ...about, due: 20_000, wasDue: 19_990 } },
  { type: 'depend', id: 1, ...about, on: 'file:///a.milestones.yaml#c' },
  { type: 'run', command: 'openPlan', ref: 'file:///a' },
  { type: 'export', format: 'svg', shown: { arrangement, collapsed: [about.ref], from: 1, to: 2 } },
  { type: 'raster', id: 1, png: Uint8Array.of(137, 80) },
];

/** What each field may be wherever it stands; a field that is not here must not come through. */
const allowed: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => typeof value === 'string',
  ref: isRef,
  on: isRef,
  number: isCount,
  id: isCount,
  task: isCount,
  percent: (value) => isCount(value) && Number(value) <= 100,
  action: (value) => panelActions.some((action) => action === value),
  status: (value) => typeof value === 'string' && value.length <= 100,
  was: (value) => typeof value === 'string' && value.length <= 2_000,
  text: (value) => typeof value === 'string' && value.length <= 2_000,
  command: (value) => ['createPlan', 'showProblems', 'openPlan'].includes(String(value)),
  format: (value) => ['svg', 'png', 'html'].includes(String(value)),
  groupBy: (value) => ['plan', 'owner', 'status', 'month'].includes(String(value)),
  sortBy: (value) => typeof value === 'string' && value.length < 20,
  png: (value) => value instanceof Uint8Array,
  collapsed: (value) => Array.isArray(value) && value.every(isRef),
  ...Object.fromEntries(['done', 'descending', 'lateOnly'].map((name) => [name, isFlag])),
  ...Object.fromEntries(['start', 'due', 'wasStart', 'wasDue', 'from', 'to'].map((name) => [name, isNear])),
};

function isRef(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 4_096;
}
function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}
function isNear(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= 4_000_000;
}

function wrongIn(value: object): string[] {
  return Object.entries(value).flatMap(([name, each]) => {
    if (['move', 'shown', 'arrangement', 'filter'].includes(name)) return wrongIn(each as object);
    return allowed[name]?.(each) ? [] : [name];
  });
}

test('is nothing, or holds only what it may', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.array(mutant, { minLength: 1, maxLength: 3 }), (message, mutants) => {
      const told = mutants.reduce<unknown>((each, mutate) => mutate(each), message);
      const read = readFromPanel(told);
      if (!read) return;
      passed++;
      expect(wrongIn(read)).toEqual([]);
      expect(told).toMatchObject(read);
    }),
    { numRuns: 2_000 },
  );
  // Some are still valid: not all of it is turned away for the first thing that is odd.
  expect(passed).toBeGreaterThan(20);
});
