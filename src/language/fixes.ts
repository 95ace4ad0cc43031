// What can be done about a problem at once: titles and the smallest edits, offered only when they solve it and bring no other. Knows no editor.
import type { TextEdit } from '../base/text';
import type { Problem } from '../model/problem';
import { checker, isLong } from './fixesCheck';
import { type Ground, groundOf } from './fixesGround';
import type { Fix, FixOptions } from './fixesKinds';
import { ideasFor } from './fixesTable';
import type { Page } from './page';

/** The page's own problems as they are now: of its text, and of its plan on this day among all others. */
export function problemsOf(page: Page, options: FixOptions): readonly Problem[] {
  return checker(page, options).before;
}

/** Finds fixes for several problems of one page, reading its text only once. */
export interface Fixer {
  /** Those that are shown, and those of the text that others have crowded out. */
  readonly problems: readonly Problem[];
  /** In the order in which they are to be shown. Each solves this problem and brings no other. */
  fixesFor(problem: Problem): readonly Fix[];
  /** The same for a menu: where trying out takes long, it waits until one of them is chosen. */
  offersFor(problem: Problem): readonly Offer[];
  /** All ideas there are, without trying them out. */
  untried(problem: Problem): readonly Fix[];
  /** Whether the edits solve the problem, or any without one, and bring no other, `except` hints on quality where that is said. */
  solves(problem: Problem | undefined, edits: readonly TextEdit[], except?: 'quality'): boolean;
}

/** A fix that may be chosen. */
export interface Offer extends Pick<Fix, 'title' | 'preferred'> {
  /** None when it turns out not to hold. */
  readonly edits: () => readonly TextEdit[];
}

export function fixer(page: Page, options: FixOptions): Fixer {
  const check = checker(page, options);
  let ground: Ground | undefined;
  const untried = (problem: Problem) => {
    ground ??= groundOf(page, check.before, options);
    return distinct(ideasFor(ground, problem));
  };
  const known = new Map<Problem, readonly Fix[]>();
  const find = (problem: Problem) => {
    const strict = tried(untried(problem), (edits) => check.solves(problem, edits));
    if (problem.severity !== 'error' || strict.length > 0) return strict;
    // What could not be read was not judged either: a day that is one at last may turn out to be a Sunday.
    return tried(untried(problem), (edits) => check.solves(problem, edits, 'quality'));
  };
  const fixesFor = (problem: Problem) => {
    const fixes = known.get(problem) ?? find(problem);
    known.set(problem, fixes);
    return fixes;
  };
  const later = (problem: Problem): readonly Offer[] =>
    named(untried(problem)).map(({ title, preferred }) => ({
      title,
      preferred,
      edits: () => fixesFor(problem).find((fix) => nameOf(fix) === nameOf({ title }))?.edits ?? [],
    }));
  const now = (problem: Problem): readonly Offer[] =>
    fixesFor(problem).map(({ title, preferred, edits }) => ({ title, preferred, edits: () => edits }));
  return {
    offersFor: isLong(page) ? later : now,
    problems: [...check.before, ...crowdedOut(page, check.before, options)],
    untried,
    fixesFor,
    solves: check.solves,
  };
}

export function fixesFor(page: Page, problem: Problem, options: FixOptions): readonly Fix[] {
  return fixer(page, options).fixesFor(problem);
}

function crowdedOut(
  { file }: Page,
  shown: readonly Problem[],
  { counts = () => true }: FixOptions,
): readonly Problem[] {
  const key = ({ code, span }: Problem) => `${code} ${span.start} ${span.end}`;
  const known = new Set(shown.map(key));
  return file.problems.filter(
    (problem) => problem.code !== 'problems.more' && counts(problem) && !known.has(key(problem)),
  );
}

function tried(fixes: readonly Fix[], holds: (edits: readonly TextEdit[]) => boolean): readonly Fix[] {
  const found = new Map<string, Fix>();
  // Of several ways to do the same, the first that holds is taken.
  for (const fix of fixes) if (!found.has(nameOf(fix)) && holds(fix.edits)) found.set(nameOf(fix), fix);
  return onePreferred([...found.values()]);
}

/** One for each title. */
function named(fixes: readonly Fix[]): readonly Fix[] {
  const found = new Map<string, Fix>();
  for (const fix of fixes) if (!found.has(nameOf(fix))) found.set(nameOf(fix), fix);
  return onePreferred([...found.values()]);
}

function nameOf({ title }: Pick<Fix, 'title'>): string {
  return JSON.stringify(title, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

/** Two ideas may come to the same. */
function distinct(fixes: readonly Fix[]): readonly Fix[] {
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
}

function onePreferred(fixes: readonly Fix[]): readonly Fix[] {
  const first = fixes.find(({ preferred }) => preferred);
  return fixes.map((fix) => (fix.preferred && fix !== first ? { ...fix, preferred: false } : fix));
}
