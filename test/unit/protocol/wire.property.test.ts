// Any rows cross to the page unharmed, whole or as any change of what crossed before.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '../../../src/protocol/change';
import { packRows } from '../../../src/protocol/pack';
import { applyChange } from '../../../src/protocol/patch';
import { unpackRows } from '../../../src/protocol/unpack';
import { readChanged, readRows } from '../../../src/webview/incomingRows';
import { type Line, rowsFrom, seen } from './rowsFrom';

const word = fc.constantFrom('', 'due in 3 days', 'a, b', 'é – 数', '🏁', ', ', 'late');
const line: fc.Arbitrary<Omit<Line, 'ref'>> = fc.record({
  title: fc.oneof(word, fc.string({ maxLength: 12 })),
  label: fc.oneof(word, fc.string({ maxLength: 12 })),
  words: fc.tuple(word, word, word, fc.string({ maxLength: 3 })),
  depth: fc.integer({ min: 0, max: 4 }),
  state: fc.integer({ min: 0, max: 10 }),
  day: fc.option(fc.integer({ min: 19_000, max: 22_000 }), { nil: undefined }),
  owner: fc.option(fc.constantFrom('Kim', 'Bo', '<b>'), { nil: undefined }),
  after: fc.array(fc.integer({ min: 0, max: 30 }).map(refOf), { maxLength: 3 }),
});

function refOf(number: number): string {
  return number % 7 === 0 ? `file:///plan${number}` : `file:///plan${number % 3}#m${number}`;
}

/** Lines with refs of their own, some of which begin with their title as real labels do. */
const lines: fc.Arbitrary<readonly Line[]> = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.shuffledSubarray(Array.from({ length: 31 }, (_, at) => at)))
  .map(([all, numbers]) =>
    all.slice(0, numbers.length).map((one, at) => ({
      ...one,
      ref: refOf(numbers[at] ?? 0),
      label: one.state % 2 === 0 ? `${one.title}, ${one.label}` : one.label,
    })),
  );

/** What a person does to a plan: takes away, puts in, moves, writes anew. */
const edit = fc.tuple(fc.constantFrom('remove', 'insert', 'move', 'write'), fc.nat(), fc.nat(), line, fc.nat(30));
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(all: readonly Line[], [kind, one, other, written, number]: Edit): readonly Line[] {
  const next = [...all];
  const at = one % (all.length + 1);
  if (kind === 'insert' && all.every(({ ref }) => ref !== refOf(number)))
    next.splice(at, 0, { ...written, ref: refOf(number) });
  const [taken] = kind === 'insert' ? [] : next.splice(at, 1);
  if (taken && kind === 'move') next.splice(other % (next.length + 1), 0, taken);
  if (taken && kind === 'write') next.splice(at, 0, { ...written, ref: taken.ref });
  return next;
}

test('whole', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const rows = rowsFrom(all);
      const unpacked = unpackRows(packRows(rows));
      expect(seen(unpacked)).toEqual(seen(rows));
      expect(readRows(packRows(rows))).toBeDefined();
      for (let row = 0; row < rows.count; row++) expect(unpacked.refs.rowOf?.(all[row]?.ref ?? '')).toBe(row);
      expect(unpacked.refs.rowOf?.('file:///nowhere#m1')).toBe(-1);
    }),
    { numRuns: 150 },
  );
});

test('as changes, one after the other, and checked as the page does', () => {
  let [told, changes] = [0, 0];
  fc.assert(
    fc.property(lines, fc.array(edit, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (all, edits, atOnce) => {
      let before = rowsFrom(all);
      let page = unpackRows(packRows(before));
      let now = all;
      for (let at = 0; at < edits.length; at += atOnce) {
        now = edits.slice(at, at + atOnce).reduce(edited, now);
        const after = rowsFrom(now, 20_000 + (at % 3));
        const change = changeBetween(before, after);
        changes++;
        if (change) told++;
        const next = change ? applyChange(page, change) : unpackRows(packRows(after));
        expect(seen(next)).toEqual(seen(after));
        if (change) expect(seen(readChanged(change, page) ?? page)).toEqual(seen(after));
        for (const { ref } of now) expect(next.refs.rowOf?.(ref)).toBe(now.findIndex((one) => one.ref === ref));
        [before, page] = [after, next];
      }
    }),
    { numRuns: 200 },
  );
  // Nearly all of it was told as a change, so that the test is about changes.
  expect(told / changes).toBeGreaterThan(0.9);
});

test('any two sets of rows', () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const [before, after] = [rowsFrom(a), rowsFrom(b)];
      const change = changeBetween(before, after);
      if (change) expect(seen(applyChange(unpackRows(packRows(before)), change))).toEqual(seen(after));
    }),
    { numRuns: 150 },
  );
});
