// The problems of one file, sorted and cut to a number a person can read. Knows no field.
import { counted } from '../base/message';
import type { Problem, Severity } from './problem';

/** Of more problems than this, the gravest are kept and one more says how many there are. */
const maxProblems = 100;

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** At most 100 problems by place, and one hint `problems.more` at the first one left out. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort(byPlace);
  if (sorted.length <= maxProblems) return sorted;
  // The sort is stable: within one gravity the problems stay in the order of the text.
  const gravest = [...sorted].sort((a, b) => gravity[a.severity] - gravity[b.severity]);
  const left = gravest.slice(maxProblems);
  const span = left[0]?.span ?? { start: 0, end: 0 };
  const said = counted(
    left.length,
    'There is {count} more problem in this file.',
    'There are {count} more problems in this file.',
  );
  return [
    ...gravest.slice(0, maxProblems).sort(byPlace),
    { code: 'problems.more', severity: 'hint', message: said, span },
  ];
}

function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
