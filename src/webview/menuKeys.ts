// Which entry of a menu a key leads to. Knows entries by their words, no elements.

export interface Choice {
  readonly label: string;
  /** Stays reachable, so that a screen reader can tell it is there. */
  readonly disabled?: boolean;
}

/** The entry that an arrow, Home or End leads to from `from` (-1: none yet); nothing for other keys. */
export function nextChoice(count: number, from: number, key: string): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return from < 0 ? count - 1 : (from + count - 1) % count;
  if (key === 'Home' || key === 'PageUp') return 0;
  if (key === 'End' || key === 'PageDown') return count - 1;
  return undefined;
}

/** The next entry that begins with what was typed; the same letter again goes on to the next one. */
export function typedChoice(choices: readonly Choice[], from: number, typed: string): number | undefined {
  const letters = [...typed.toLocaleLowerCase()];
  const isOne = letters.length > 0 && letters.every((letter) => letter === letters[0]);
  const wanted = isOne ? (letters[0] ?? '') : letters.join('');
  if (wanted === '') return undefined;
  // With one letter the search begins behind the entry it is on, with several it may stay there.
  const first = isOne ? from + 1 : Math.max(0, from);
  for (let step = 0; step < choices.length; step++) {
    const at = (first + step) % choices.length;
    if (choices[at]?.label.toLocaleLowerCase().startsWith(wanted)) return at;
  }
  return undefined;
}
