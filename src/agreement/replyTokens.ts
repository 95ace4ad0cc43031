// Cuts what somebody wrote into words, codes and marks, in one pass. Knows no word's meaning.

export type Token = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'word' | 'code'; readonly text: string }
  /** The end of a clause, of a sentence, or of a line. */
  | { readonly kind: 'clause' | 'sentence' | 'question' | 'line' }
);

/** Ten hexadecimal digits with at least one digit among them, so that no word is taken for one; people write them with a blank or a dash in the middle. */
const code = /(?<![\p{L}\p{N}])(?=[a-f -]{0,10}[0-9])[0-9a-f]{5}[ -]?[0-9a-f]{5}(?![\p{L}\p{N}])/giu;

/** The digest that belongs to a request may be pasted as a whole; its short code is what counts. */
const digest = /v1:sha256:([0-9a-f]{10})[0-9a-f]{54}/gi;

const piece = /[\p{L}\p{N}]+|[?？¿]+|[.!…。！]+(?=\s|$)|[,;:(){}[\]–—|]|[^\S\n]-+(?=\s)|\n+/gu;

/** Words in lower case without accents, so that capitals that lost theirs are found: `APPROUVE`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const each of codesIn(text)) {
    cut(text.slice(at, each.from), at, tokens);
    tokens.push({ kind: 'code', text: each.code, from: each.from, to: each.to });
    at = each.to;
  }
  cut(text.slice(at), at, tokens);
  return tokens;
}

interface FoundCode {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

export function codesIn(text: string): readonly FoundCode[] {
  const whole = [...text.matchAll(digest)].map(found);
  // Where a whole digest stands no short code is looked for: it is made of ten digits several times.
  const rest = text.replace(digest, (digits) => '·'.repeat(digits.length));
  const short = [...rest.matchAll(code)].map(found);
  return [...whole, ...short].sort((a, b) => a.from - b.from);
}

function found(match: RegExpMatchArray): FoundCode {
  const from = match.index ?? 0;
  const digits = match[1] ?? match[0];
  return { code: digits.replace(/[ -]/g, '').toLowerCase(), from, to: from + match[0].length };
}

function cut(text: string, offset: number, tokens: Token[]): void {
  for (const match of text.matchAll(piece)) {
    const from = offset + (match.index ?? 0);
    const place = { from, to: from + match[0].length };
    const sign = match[0].trim()[0] ?? '\n';
    if (/[\p{L}\p{N}]/u.test(sign)) tokens.push({ kind: 'word', text: folded(match[0]), ...place });
    else if (sign === '¿') continue;
    else tokens.push({ kind: kindOf(sign), ...place });
  }
}

function kindOf(sign: string): 'clause' | 'sentence' | 'question' | 'line' {
  if (sign === '\n') return 'line';
  if (/[?？]/.test(sign)) return 'question';
  return /[.!…。！]/.test(sign) ? 'sentence' : 'clause';
}

export function folded(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

export function hasCode(text: string): boolean {
  return codesIn(text).length > 0;
}
