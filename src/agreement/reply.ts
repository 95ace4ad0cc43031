// Reads what a client wrote back: the decision, the codes of what it is about, and what else was said. Knows no plan; nothing is recorded from here.
import type { Approval } from '../model/plan';
import { decisionIn } from './replyDecision';
import { partsOf } from './replyParts';

export interface Reply {
  /** `undefined` where the text says none, or says it in a way that could mean two. */
  readonly decision: Approval['decision'] | undefined;
  /** Short codes, each once, in the order in which they stand there; those of quoted text only where the answer itself has none. */
  readonly codes: readonly string[];
  /** What was written besides decision and codes; empty without. */
  readonly note: string;
}

/** Characters that are read. */
const longest = 20_000;

/** Linear in the text, of which no more than the first 20 000 characters are read. */
export function readReply(text: string): Reply {
  const { own, quoted } = partsOf(text.slice(0, longest));
  const codes = codesIn(own);
  const found = decisionIn(own.replace(code, (digits) => ' '.repeat(digits.length)));
  return {
    decision: found?.decision,
    codes: codes.length > 0 ? codes : codesIn(quoted),
    note: noteOf(own, found?.first),
  };
}

/** Ten hexadecimal digits with at least one digit among them, so that no word is taken for one; people write them with spaces or dashes in the middle. */
const code = /(?<![0-9a-z])(?=[a-f -]*[0-9])[0-9a-f]{5}[ -]?[0-9a-f]{5}(?![0-9a-z])/gi;

function codesIn(text: string): readonly string[] {
  const found = [...text.matchAll(code)].map(([digits]) => digits.replace(/[ -]/g, '').toLowerCase());
  return [...new Set(found)];
}

/** Without a decision at its very beginning and without codes. */
function noteOf(own: string, first: { readonly from: number; readonly to: number } | undefined): string {
  const lines = own.replace(code, (digits) => '\ufffc'.repeat(digits.length));
  const isHead =
    first !== undefined &&
    lines
      .slice(0, first.from)
      .replace(/\ufffc/g, '')
      .trim() === '';
  const rest = isHead ? lines.slice(first.to) : lines;
  return rest
    .replace(/\ufffc+/g, '')
    .replace(/^[\s,.;:!)–—-]+/, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ ([,.;:])/g, '$1')
    .trim();
}
