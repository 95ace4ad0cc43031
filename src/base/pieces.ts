// Edits on top of edits, expressed against the first text. Knows only offsets.
import type { Span, TextEdit } from './text';

/** A part of a text that was edited: characters of the first text, or new ones. */
type Piece = Span | string;

/**
 * One list of edits against the first text that does what `first` and then `second` do, where the spans of `second` refer to the text after
 * `first`. Neither list may have edits that overlap.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  return editsBetween(edited(edited([{ start: 0, end: Number.MAX_SAFE_INTEGER }], first), second));
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  for (const { span, text } of ordered) {
    if (span.start < at) throw new RangeError('Edits overlap');
    result.push(...cut(pieces, at, span.start));
    if (text !== '') result.push(text);
    at = span.end;
  }
  result.push(...cut(pieces, at, Number.POSITIVE_INFINITY));
  return result;
}

/** The pieces between two offsets of the text that all pieces make together. */
function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      result.push(
        typeof piece === 'string' ? piece.slice(start, end) : { start: piece.start + start, end: piece.start + end },
      );
    }
    at += length;
  }
  return result;
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

/** What lies between the parts that stayed. */
function editsBetween(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > at || text !== '') edits.push({ span: { start: at, end: piece.start }, text });
    at = piece.end;
    text = '';
  }
  return text === '' ? edits : [...edits, { span: { start: at, end: at }, text }];
}
