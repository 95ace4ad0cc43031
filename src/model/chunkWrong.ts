// An item of the list of milestones that is no YAML, as most are while somebody types in them. Knows neither its file nor where it stands there.
import { isMap, isScalar, isSeq } from 'yaml';
import { beforeItems } from './chunkItem';
import { shiftProblem } from './chunkShift';
import { loadWrong } from './load';
import type { Problem } from './problem';

/** What stands behind an item: another one, a field of the plan, or nothing. */
export type Follower = 'item' | 'field' | 'end';

export interface WrongChunk {
  readonly text: string;
  readonly follower: Follower;
  /** The place counts from the beginning of the text. */
  readonly wrong: Problem;
}

/**
 * What makes one item no YAML; `undefined` when it is not certain that its whole file would say the same. It is when what follows is seen as what it
 * is, so that no bracket or quotation mark is open at the end of the item.
 */
export function readWrong(text: string, follower: Follower): WrongChunk | undefined {
  const end = beforeItems.length + text.length;
  const column = text.indexOf('-');
  const next = { item: `${' '.repeat(column)}- x\n`, field: 'x:\n', end: '' }[follower];
  if (next !== '' && !text.endsWith('\n')) return undefined;
  const found = loadWrong(beforeItems + text + next);
  if (!found) return undefined;
  const { start } = found.problem.span;
  if (start < beforeItems.length || (start >= end && next !== '')) return undefined;
  const map = found.document.contents;
  // A key that is seen beside the list ends it; where that is said depends on the items before this one.
  if (!isMap(map) || map.items.length !== (follower === 'field' ? 2 : 1)) return undefined;
  const list = map.items[0]?.value;
  const seen = {
    item: isSeq(list) ? list.items.at(-1) : undefined,
    field: map.items[1]?.key,
    end: undefined,
  }[follower];
  const at = end + (follower === 'item' ? column + 2 : 0);
  if (follower !== 'end' && !(isScalar(seen) && seen.source === 'x' && seen.range?.[0] === at)) return undefined;
  return { text, follower, wrong: shiftProblem(found.problem, -beforeItems.length) };
}
