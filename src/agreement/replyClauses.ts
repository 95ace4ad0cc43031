// Orders the words of a reply into lines, sentences and clauses, because a condition or a denial counts only for the decision it stands beside. Knows no plan.
import type { Token } from './replyTokens';
import { conditions } from './replyWords';

export type WordToken = Token & { readonly kind: 'word' | 'code' };

export interface Clause {
  /** Words and codes in order. */
  readonly tokens: readonly WordToken[];
  readonly line: number;
  readonly sentence: number;
  /** Whether its sentence ends with a question mark, and whether that stands right behind it. */
  readonly asks: boolean;
  readonly asksItself: boolean;
  /** Whether it is the first of its line. */
  readonly heads: boolean;
}

export function clausesOf(tokens: readonly Token[], text: string): readonly Clause[] {
  const clauses: { tokens: WordToken[]; line: number; sentence: number; heads: boolean; itself: boolean }[] = [];
  const asking = new Set<number>();
  let line = 0;
  let sentence = 0;
  let open: WordToken[] = [];
  let heads = true;
  let lineBegan = 0;
  const end = (itself = false) => {
    if (open.length > 0) {
      clauses.push({ tokens: open, line, sentence, heads, itself });
      heads = false;
    }
    open = [];
  };
  tokens.forEach((token, at) => {
    if (token.kind === 'word' || token.kind === 'code') {
      open.push(token);
      return;
    }
    if (token.kind === 'line' && goesOn(tokens, at, lineBegan, text)) {
      end();
      return;
    }
    if (token.kind === 'question') asking.add(sentence);
    end(token.kind === 'question');
    if (token.kind !== 'clause') sentence++;
    if (token.kind !== 'line') return;
    line++;
    heads = true;
    lineBegan = at + 1;
  });
  end();
  return clauses.map(({ itself, ...each }) => ({ ...each, asks: asking.has(each.sentence), asksItself: itself }));
}

/** A mail program breaks a sentence where its line is full: that matters where a condition stands on either side. */
function goesOn(tokens: readonly Token[], at: number, lineBegan: number, text: string): boolean {
  const next = tokens[at + 1];
  const first = tokens[lineBegan];
  if (next?.kind !== 'word' || !/\p{Ll}/u.test(text[next.from] ?? '')) return false;
  return conditions.has(next.text) || (first?.kind === 'word' && conditions.has(first.text));
}
