// Does every fix that needs no look, or all of one kind, as edits of one text. Knows no single fix.
import { composeEdits } from '../base/pieces';
import { applyEdits, type TextEdit } from '../base/text';
import type { ProblemCode } from '../model/codes';
import { type Fixer, fixer } from './fixes';
import type { Fix, FixOptions } from './fixesKinds';
import type { Page } from './page';

/** Solving a problem may bring the next to light, as beyond the first hundred. */
const mostRounds = 10;
/** Texts that are read to sort out the edits that do not hold. */
const mostTries = 60;

/** The edits of the page's text that make all these fixes; none when there is nothing to do. */
export function fixAll(page: Page, options: FixOptions, code?: ProblemCode): readonly TextEdit[] {
  let edits: readonly TextEdit[] = [];
  let now = page;
  const tries = { left: mostTries };
  for (let round = 0; round < mostRounds; round++) {
    const next = oneRound(fixer(now, options), code, tries);
    if (next.length === 0) break;
    edits = composeEdits(edits, next);
    const text = applyEdits(now.text, next);
    now = { ...now, text, file: options.read(text, now.baseName, options.load).file };
  }
  return edits;
}

/** How many problems of a kind have a fix that all of them could get at once. */
export function countOfKind({ problems, untried }: Fixer, code: ProblemCode): number {
  return problems.filter((problem) => problem.code === code && choose(untried(problem), code) !== undefined).length;
}

/** Without a code, what is right without looking; of one kind, what is most likely wanted. */
function choose(fixes: readonly Fix[], code: ProblemCode | undefined): Fix | undefined {
  return fixes.find(({ preferred, all }) => preferred && (all || code !== undefined));
}

function oneRound(fixer: Fixer, code: ProblemCode | undefined, tries: { left: number }): readonly TextEdit[] {
  const chosen: (readonly TextEdit[])[] = [];
  for (const problem of fixer.problems) {
    if (code !== undefined && problem.code !== code) continue;
    const fix = choose(fixer.untried(problem), code);
    if (fix && !chosen.some((other) => meet(other, fix.edits))) chosen.push(fix.edits);
  }
  return whatHolds(fixer, chosen, tries);
}

/** All of them where that holds; else what holds of the first half and what holds of the second with it. */
function whatHolds(
  fixer: Fixer,
  edits: readonly (readonly TextEdit[])[],
  tries: { left: number },
  base: readonly TextEdit[] = [],
): readonly TextEdit[] {
  if (edits.length === 0 || tries.left-- <= 0) return base;
  const together = [...base, ...edits.flat()];
  if (fixer.solves(undefined, together)) return together;
  if (edits.length === 1) return base;
  const middle = edits.length >> 1;
  return whatHolds(fixer, edits.slice(middle), tries, whatHolds(fixer, edits.slice(0, middle), tries, base));
}

/** Whether edits overlap or touch. */
function meet(left: readonly TextEdit[], right: readonly TextEdit[]): boolean {
  return left.some((a) => right.some((b) => a.span.start <= b.span.end && b.span.start <= a.span.end));
}
