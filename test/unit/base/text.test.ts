import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, positionsOf, type TextEdit } from '../../../src/base/text';

const edit = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });

describe('edits', () => {
  it('replace, insert and delete by the places of the text before any of them', () => {
    expect(applyEdits('progress: 40 # keep', [edit(10, 12, '100')])).toBe('progress: 100 # keep');
    expect(applyEdits('abc', [edit(3, 3, 'd'), edit(0, 0, '_'), edit(1, 2, '')])).toBe('_acd');
    expect(applyEdits('abc', [])).toBe('abc');
    expect(applyEdits('', [edit(0, 0, 'x')])).toBe('x');
  });
  it('insert in the given order at one place, and before a replacement that begins there', () => {
    expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toBe('axyb');
    expect(applyEdits('ab', [edit(1, 2, 'B'), edit(1, 1, 'x')])).toBe('axB');
  });
  it('may touch but not overlap', () => {
    expect(applyEdits('abcd', [edit(0, 2, 'x'), edit(2, 4, 'y')])).toBe('xy');
    expect(() => applyEdits('abcd', [edit(0, 3, 'x'), edit(2, 4, 'y')])).toThrow(RangeError);
    expect(() => applyEdits('abcd', [edit(0, 3, 'x'), edit(1, 1, 'y')])).toThrow(RangeError);
  });
  it('leave everything else as it is', () => {
    const piece = fc.array(fc.constantFrom('a', ': ', '\n', '\r\n', '🙂', '\ud83d')).map((parts) => parts.join(''));
    const pieces = fc.array(fc.tuple(piece, piece, piece), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, fc.string(), (pieces, tail) => {
        let before = '';
        let after = '';
        const edits = pieces.map(([kept, old, text]) => {
          const start = before.length + kept.length;
          before += kept + old;
          after += kept + text;
          return edit(start, start + old.length, text);
        });
        expect(applyEdits(before + tail, edits)).toBe(after + tail);
        expect(edits).toHaveLength(pieces.length);
      }),
    );
  });
});

describe('positions', () => {
  it('count lines at LF, CRLF and a lone CR, and characters in UTF-16 units', () => {
    const text = 'a\nbc\r\nd\re🙂f';
    const position = positionsOf(text);
    const of = (part: string) => Object.values(position(text.indexOf(part)));
    expect(['a', '\n', 'b', '\r\n', 'd', 'e', 'f'].map(of)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 0],
      [3, 0],
      [3, 3],
    ]);
    expect(position(text.length)).toEqual({ line: 3, character: 4 });
    expect(positionsOf('')(0)).toEqual({ line: 0, character: 0 });
    expect(positionsOf('a\n')(2)).toEqual({ line: 1, character: 0 });
  });
  it('agree with splitting into lines', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '🙂')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const position = positionsOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
          const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
          expect(position(offset)).toEqual({ line: lines.length - 1, character: lines.at(-1)?.length });
        }
      }),
    );
  });
});
