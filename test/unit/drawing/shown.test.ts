import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentOf, shownRows, siblingsOf } from '../../../src/drawing/shown';
import { rows } from './rows';

// 0 plan, 1 parent, 2 and 3 inside it, 4 beside it, 5 plan, 6 inside it.
const tree = rows([{ depth: 0 }, { depth: 1 }, { depth: 2 }, { depth: 2 }, { depth: 1 }, { depth: 0 }, { depth: 1 }]);
const shown = (collapsed: readonly number[]) => {
  const { count, rowAt, positionOf } = shownRows(tree, new Set(collapsed));
  return { rows: [...rowAt.subarray(0, count)], positions: [...positionOf] };
};

describe('rows shown', () => {
  test('all of them', () => {
    expect(shown([])).toEqual({ rows: [0, 1, 2, 3, 4, 5, 6], positions: [0, 1, 2, 3, 4, 5, 6] });
  });
  test('without what a collapsed row holds, which is found at that row', () => {
    expect(shown([1])).toEqual({ rows: [0, 1, 4, 5, 6], positions: [0, 1, 1, 1, 2, 3, 4] });
    expect(shown([0, 1])).toEqual({ rows: [0, 5, 6], positions: [0, 0, 0, 0, 0, 1, 2] });
  });
  test('collapsing a row that holds nothing changes nothing', () => {
    expect(shown([2, 4])).toEqual(shown([]));
  });
});

test('parents', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((row) => parentOf(tree, row))).toEqual([-1, 0, 1, 1, 0, -1, 5]);
});

test('places among siblings', () => {
  const { place, size } = siblingsOf(tree);
  expect([...place]).toEqual([1, 1, 1, 2, 2, 2, 1]);
  expect([...size]).toEqual([2, 2, 2, 2, 2, 2, 1]);
});

test('for any tree and any collapsed rows, a row is shown exactly when nothing above it is collapsed', () => {
  const depths = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(depths, fc.array(fc.nat(39)), (wild, chosen) => {
      // A tree goes down one step at a time.
      const specs: { depth: number }[] = [];
      for (const depth of wild) specs.push({ depth: Math.min(depth, (specs.at(-1)?.depth ?? -1) + 1) });
      const any = rows(specs);
      const collapsed = new Set(chosen);
      const { count, rowAt, positionOf } = shownRows(any, collapsed);
      const visible = specs.flatMap((_, row) => {
        for (let above = parentOf(any, row); above >= 0; above = parentOf(any, above))
          if (collapsed.has(above)) return [];
        return [row];
      });
      expect([...rowAt.subarray(0, count)]).toEqual(visible);
      visible.forEach((row, position) => {
        expect(positionOf[row]).toBe(position);
      });
    }),
  );
});
