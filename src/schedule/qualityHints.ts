// Collects the hints on one plan, so that a plan with thousands of the same costs no more than one with a hundred. Knows no rule.
import { counted } from '../base/message';
import type { ProblemCode } from '../model/codes';
import type { Problem } from '../model/problem';

/** What one hint says, where, and what to write in place of exactly the characters there. */
export type Told = Pick<Problem, 'message' | 'instead'> & { readonly span: Problem['span'] | undefined };

/** `tell` is asked only where the hint is shown. A hint without a place is none. */
export type Hint = (code: ProblemCode, tell: () => Told) => void;

export interface Hints {
  readonly hint: Hint;
  /** The first hundred of each code, and how many more there are of it: `problems.more` with the code among its arguments. */
  readonly all: () => readonly Problem[];
}

const mostOfACode = 100;
const warnings: ReadonlySet<ProblemCode> = new Set([
  'milestone.dueBeforePredecessor',
  'date.infeasible',
  'deadline.missed',
  'float.negative',
]);

export function collectHints(): Hints {
  const kept: Problem[] = [];
  const counts = new Map<ProblemCode, Count>();
  const hint: Hint = (code, tell) => {
    const count = counts.get(code) ?? { all: 0 };
    if (++count.all === 1) counts.set(code, count);
    if (count.all > mostOfACode) return;
    const { span, message, instead } = tell();
    const severity = warnings.has(code) ? 'warning' : 'hint';
    if (span) kept.push({ code, severity, message, span, ...(instead === undefined ? {} : { instead }) });
  };
  return { hint, all: () => [...kept, ...leftOut(kept, counts)] };
}

interface Count {
  all: number;
}

function* leftOut(kept: readonly Problem[], counts: ReadonlyMap<ProblemCode, Count>): Generator<Problem> {
  for (const [code, { all: count }] of counts) {
    const last = kept.findLast((problem) => problem.code === code);
    if (count <= mostOfACode || !last) continue;
    const message = counted(
      count - mostOfACode,
      'There is {count} more problem in this file.',
      'There are {count} more problems in this file.',
      { code },
    );
    yield { code: 'problems.more', severity: 'hint', message, span: last.span };
  }
}
