// The known word that was probably meant by a mistyped one. Knows no field names of its own.

/**
 * The candidate closest to `word`, or `undefined` when none is close: at most a third of its letters may differ
 * (at least one, at most three), capitals do not count, and a word that continues a candidate of three letters or more is close to it.
 */
function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  let continued: string | undefined;
  for (const candidate of candidates) {
    const known = fold(candidate);
    if (known === wanted) return candidate;
    if (known.length >= 3 && wanted.startsWith(known)) continued ??= candidate;
    if (candidate.length > longest || Math.abs(known.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, known);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? continued;
}

/** Longer words are not compared: nobody mistypes them, and the comparison takes the product of both lengths. */
const longest = 60;

function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (optimal string alignment). */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}

/** Finds the nearest of the words it is given, as long as its share of time lasts. */
export type Guess = (word: string, candidates: () => Iterable<string>) => string | undefined;

/** What all comparisons of one guesser may cost, in pairs of letters: some tenths of a second. */
export const guessAllowance = 20_000_000;

/** `nearest` for the words of one file, which may be hostile: with thousands of unknown words against thousands of known ones it stops guessing. */
export function guesser(): Guess {
  return countingGuesser().guess;
}

export interface CountingGuesser {
  readonly guess: Guess;
  /** How much of the allowance was used: all of it once guessing has stopped. */
  readonly spent: () => number;
}

export function countingGuesser(): CountingGuesser {
  let left = guessAllowance;
  const guess: Guess = (word, candidates) => {
    if (left <= 0 || word.length > longest) return undefined;
    const affordable: string[] = [];
    for (const candidate of candidates()) {
      left -= 10 + word.length * Math.min(candidate.length, longest);
      if (left <= 0) return undefined;
      affordable.push(candidate);
    }
    return nearest(word, affordable);
  };
  return { guess, spent: () => guessAllowance - left };
}
