// How long a summary may be for whom. A client reads one page: whatever the plan holds, the words outside of tables stay under 250.
import type { Day } from '../base/day';
import type { Audience } from './audience';
import type { Block } from './document';
import { textOf } from './documentRuns';
import type { Brevity, Telling } from './telling';

/** The title above is not among them. */
const mostWords = 220;

const usual: Brevity = {
  delivered: 5,
  next: 5,
  later: 3,
  needs: 7,
  approvals: 3,
  risks: 3,
  moved: 5,
  text: 300,
  title: 200,
};
const forTeam: Brevity = { ...usual, later: 7, needs: 100, approvals: 100, moved: 10 };

/** From the fullest to the shortest. What a client must do and what moved give way last. */
const shorter: readonly Brevity[] = [
  { delivered: 4, next: 4, later: 3, needs: 6, approvals: 2, risks: 2, moved: 3, text: 160, title: 120 },
  { delivered: 3, next: 3, later: 2, needs: 5, approvals: 1, risks: 2, moved: 1, text: 100, title: 80 },
  { delivered: 2, next: 3, later: 1, needs: 4, approvals: 1, risks: 1, moved: 0, text: 70, title: 60 },
  { delivered: 1, next: 2, later: 1, needs: 3, approvals: 1, risks: 1, moved: 0, text: 50, title: 40 },
  { delivered: 1, next: 1, later: 1, needs: 2, approvals: 1, risks: 1, moved: 0, text: 30, title: 30 },
];

/** What happened in a period is told whole to those who work on it. */
export function brevityFor(audience: Audience, since: Day | undefined): Brevity {
  const own = audience === 'team' ? forTeam : usual;
  return audience === 'client' || since === undefined ? own : { ...own, delivered: 100 };
}

/** The fullest version that a client still reads. */
export function shortened(telling: Telling, make: (brief: Telling) => readonly Block[]): readonly Block[] {
  let blocks = make(telling);
  if (telling.audience !== 'client') return blocks;
  for (const brevity of shorter) {
    if (wordsIn(blocks) < mostWords) return blocks;
    blocks = make({ ...telling, brevity });
  }
  return blocks;
}

function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + linesOf(block).reduce((all, line) => all + wordsOf(line), 0), 0);
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.runs.map(textOf).join('')];
    case 'list':
      return block.items.map((runs) => runs.map(textOf).join(''));
    case 'prose':
      return [block.text];
    default:
      return [];
  }
}

function wordsOf(line: string): number {
  return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
