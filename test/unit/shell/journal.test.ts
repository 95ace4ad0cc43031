// What a file says about a noted save: every place at which writing can be cut short, and what must never be taken for it.
import { describe, expect, test } from 'vitest';
import {
  bytesAfter,
  entryOf,
  type JournalEntry,
  readEntry,
  type SaveState,
  stateOfSave,
  textBefore,
  writeEntry,
} from '../../../src/shell/journalEntry';

const before =
  'project: Größe 😀\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-04 # as agreed\n  - title: B\n';
const after = before.replace('2026-12-04 #', '2026-12-11 #').replace('title: B', 'title: B\n    progress: 40');
const at = 1_700_000_000_000;
const dayMs = 24 * 60 * 60 * 1000;

const utf8 = (text: string) => new TextEncoder().encode(text);
const entry = (mark = false): JournalEntry => entryOf({ uri: 'file:///p.milestones.yaml', at, mark }, before, after);
const state = (file: string | Uint8Array | undefined, laterMs = 40, mark = false): SaveState =>
  stateOfSave(
    entry(mark),
    file === undefined ? undefined : { bytes: typeof file === 'string' ? utf8(file) : file, mtime: at + laterMs },
  );

describe('A save that was cut short', () => {
  test('at any byte is found, and never taken for another text', () => {
    const whole = utf8(after);
    for (let length = 0; length < whole.length; length++)
      expect(state(whole.slice(0, length)), `${length}`).toBe('torn');
  });

  test('at any byte is found when the file begins with a mark', () => {
    const whole = bytesAfter(entry(true));
    for (let length = 0; length < whole.length; length++)
      expect(state(whole.slice(0, length), 40, true), `${length}`).toBe('torn');
    expect(state(whole, 40, true)).toBe('after');
  });

  test('is found days later, unless it ends with a line as a person could have left it', () => {
    const whole = utf8(after);
    for (let length = 0; length < whole.length; length++) {
      const left = whole.slice(0, length);
      expect(state(left, dayMs), `${length}`).toBe(length > 0 && left[length - 1] === 10 ? 'changed' : 'torn');
    }
  });

  test('by a power failure leaves zeros where the rest belongs', () => {
    for (const length of [0, 1, 40, after.length - 1])
      expect(state(`${after.slice(0, length)}${'\0'.repeat(after.length - length)}`, dayMs)).toBe('torn');
  });

  test('by a program that writes in place leaves the rest of the old text', () => {
    const [old, now] = [utf8(before), utf8(after)];
    const first = now.findIndex((byte, index) => byte !== old[index]);
    for (let cut = first + 1; cut < old.length; cut++)
      expect(state(new Uint8Array([...now.slice(0, cut), ...old.slice(cut)])), `${cut}`).toBe('torn');
  });

  test('with a formatter in between ends in the middle of a line at the time of the save', () => {
    const formatted = after.replaceAll('    ', '  ');
    expect(state(formatted.slice(0, -20))).toBe('torn');
    expect(state(formatted.slice(0, -20), dayMs)).toBe('changed');
    expect(state(formatted)).toBe('changed');
  });
});

describe('Everything else is left alone', () => {
  test.each<[string, string | undefined, number, SaveState]>([
    ['the text before', before, 40, 'before'],
    ['the text before, years later', before, 900 * dayMs, 'before'],
    ['the text after', after, 40, 'after'],
    ['a file that is gone', undefined, 40, 'gone'],
    ['another program has added a line', `${after}  - title: C\n`, 40, 'changed'],
    ['another program has added a line to the old text', `${before}  - title: C\n`, 40, 'changed'],
    ['somebody has deleted the last milestone since', after.slice(0, after.indexOf('  - title: B')), dayMs, 'changed'],
    ['somebody has written another plan', 'project: Other\nmilestones: []\n', 40, 'changed'],
    ['somebody has moved the day on', after.replace('2026-12-11', '2026-12-24'), dayMs, 'changed'],
    ['version control has put line ends of another kind', after.replaceAll('\n', '\r\n'), 40, 'changed'],
  ])('%s', (_, file, laterMs, wanted) => {
    expect(state(file, laterMs)).toBe(wanted);
  });

  test('an empty plan that was empty before', () => {
    const first = entryOf({ uri: 'file:///p', at, mark: false }, '', after);
    expect(stateOfSave(first, { bytes: new Uint8Array(), mtime: at })).toBe('before');
  });
});

describe('A note', () => {
  const texts = ['', 'a', 'aa', 'aba', 'ab\nab', before, after, `${after}${after}`, '😀', '😁x', '\r\n', 'x\ud83d'];

  test('holds both texts, whatever they are', () => {
    for (const one of texts)
      for (const other of texts) {
        const made = entryOf({ uri: 'file:///p', at, mark: false }, one, other);
        expect([textBefore(made), made.after]).toEqual([one, other]);
        expect(readEntry(writeEntry(made))).toEqual(made);
      }
  });

  test('that was itself cut short, or is something else, is no note', () => {
    const bytes = writeEntry(entry());
    expect(readEntry(bytes)).toEqual(entry());
    for (let length = 0; length < bytes.length; length++) expect(readEntry(bytes.slice(0, length))).toBeUndefined();
    for (let index = 0; index < bytes.length; index += 7) {
      const other = bytes.slice();
      other[index] = (other[index] ?? 0) ^ 1;
      expect(readEntry(other)).toBeUndefined();
    }
    expect(readEntry(new Uint8Array([0xff, 0xfe]))).toBeUndefined();
  });
});
