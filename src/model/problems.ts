// The problems of one file, sorted and cut to a number a person can read. Knows no field.
import { counted } from '../base/message';
import type { Problem, Severity } from './problem';

/** Of more problems than this, the gravest are kept and one more says how many there are. */
const maxProblems = 100;

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** At most 100 problems by place, and one hint `problems.more` at the first one left out. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  return firstOf(inOrder(problems), ({ severity }) => severity, itself);
}

function itself(problem: Problem): Problem {
  return problem;
}

/** Problems by place; those of one place stay in the order given. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(byPlace);
}

/** `firstProblems` of problems that are in order and still have to be made: only those that are shown are. */
export function firstOf<T>(
  sorted: readonly T[],
  severityOf: (item: T) => Severity,
  make: (item: T) => Problem,
): readonly Problem[] {
  if (sorted.length <= maxProblems) return sorted.map(make);
  // Within one gravity the problems stay in the order of the text.
  const byGravity: T[][] = [[], [], []];
  for (const item of sorted) byGravity[gravity[severityOf(item)]]?.push(item);
  const gravest = byGravity.flat();
  const left = gravest.length - maxProblems;
  const kept = new Set(gravest.slice(0, maxProblems));
  const span = gravest.slice(maxProblems, maxProblems + 1).map(make)[0]?.span ?? { start: 0, end: 0 };
  const said = counted(
    left,
    'There is {count} more problem in this file.',
    'There are {count} more problems in this file.',
  );
  const shown = sorted.filter((item) => kept.has(item)).map(make);
  return [...shown, { code: 'problems.more', severity: 'hint', message: said, span }];
}

function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
