// What to write in place of exactly the characters of a wrong value. Knows characters and quotation marks, no field.
import type { Span } from '../base/text';
import { fresh } from './spliceScalar';

/** Letters and digits of any script with single signs between them, as ids, names and keys have; the rest is left to quotation marks. */
const bare = /^[\p{L}][\p{L}\p{Nd}\p{M}]*(?:[ ./_-][\p{L}\p{Nd}\p{M}]+)*$/u;
const otherMeaning = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * `meant` written where `written` stands: in the same quotation marks, or without any. `undefined` where the characters of the span are not that
 * value as such, as with an alias, a folded text or an escape: nothing can be put there without changing something else. For values that never
 * need quotation marks, such as days.
 */
export function wordInstead(text: string, { start, end }: Span, written: string, meant: string): string | undefined {
  const found = text.slice(start, end);
  if (found === written) return meant;
  const quote = found[0];
  return (quote === '"' || quote === "'") && found === quote + written + quote ? quote + meant + quote : undefined;
}

/** The same for a text, which gets quotation marks where it needs them. */
export function textInstead(text: string, span: Span, written: string, meant: string): string | undefined {
  const word = wordInstead(text, span, written, meant);
  const safe = word === meant || /["'\\\p{Cc}]/u.test(meant) ? asWritten(meant) : word;
  return word === undefined ? undefined : safe;
}

/** A value as it is written where nothing is around it. */
function asWritten(value: string): string {
  return bare.test(value) && !otherMeaning.test(value) ? value : fresh({ kind: 'text', value });
}
