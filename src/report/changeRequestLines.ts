// Which lines of a text are gone and which are new. Knows no plan.

export interface LineDifference {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** In their order, without empty lines. Lines at both ends that are the same are not compared, and of a very long text all between them differ. */
export function lineDifference(was: string, is: string): LineDifference {
  const before = linesOf(was);
  const now = linesOf(is);
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(before.length, now.length) - start;
  while (end < most && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  const gone = before.slice(start, before.length - end);
  const added = now.slice(start, now.length - end);
  if (gone.length * added.length > mostCells) return { gone, added };
  const kept = keptLines(gone, added);
  return { gone: gone.filter((_, at) => !kept.before.has(at)), added: added.filter((_, at) => !kept.now.has(at)) };
}

const mostCells = 1_000_000;

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface Kept {
  readonly before: ReadonlySet<number>;
  readonly now: ReadonlySet<number>;
}

/** The longest common subsequence (Wagner and Fischer 1974). */
function keptLines(before: readonly string[], now: readonly string[]): Kept {
  const width = now.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const isSame = before[row] === now[column];
      const longest = Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row * width + column] = isSame ? at(row + 1, column + 1) + 1 : longest;
    }
  }
  const kept = { before: new Set<number>(), now: new Set<number>() };
  for (let row = 0, column = 0; row < before.length && column < now.length; ) {
    if (before[row] === now[column]) {
      kept.before.add(row++);
      kept.now.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}
