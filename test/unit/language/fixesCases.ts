// Pages and fixes for tests: a text in, the text after a fix out, checked anew for what it solves and for what it brings.
import { expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { fillIn, type Message, sayer } from '../../../src/base/message';
import { applyEdits } from '../../../src/base/text';
import { fixesFor, problemsOf } from '../../../src/language/fixes';
import type { Fix, FixOptions } from '../../../src/language/fixesKinds';
import type { Page } from '../../../src/language/page';
import type { ReadPlan } from '../../../src/model/planFile';
import type { Problem, Severity } from '../../../src/model/problem';
import { readText } from '../../../src/model/read';
import { makeSnapshot } from '../../../src/snapshot';

const today = day('2026-11-23');
export const options: FixOptions = { today, read: readText };
const say = sayer('en', fillIn);

/** A text among other plans, by their paths. */
export function pageOf(text: string, others: Readonly<Record<string, string>> = {}): Page {
  const own = readPlan('plan', text);
  const plans = [own, ...Object.entries(others).map(([path, each]) => readPlan(path, each))];
  const snapshot = makeSnapshot(plans, { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
  const { uri, baseName, file } = own;
  return { uri, baseName, text, file, snapshot };
}

function readPlan(path: string, text: string): ReadPlan {
  const baseName = path.replace(/^.*\/|\.milestones\.ya?ml$/g, '');
  const { file } = readText(text, baseName);
  return { uri: `file:///${path}`, baseName, folder: '', text, file, plan: file.plan };
}

/** Problems by kind and characters, as text to compare. */
function told(page: Page): readonly string[] {
  return problemsOf(page, options).map(({ code, span }) => `${code} ${page.text.slice(span.start, span.end)}`);
}

export function titleOf({ title }: { readonly title: Message }): string {
  return say(title);
}

export function firstProblem(page: Page, code: string): Problem {
  const found = problemsOf(page, options).find((problem) => problem.code === code);
  if (!found) throw new Error(`No ${code} among\n${told(page).join('\n')}`);
  return found;
}

export function fixesOf(page: Page, code: string): readonly Fix[] {
  return fixesFor(page, firstProblem(page, code), options);
}

/**
 * What must never come with a fix: a problem of a kind and of characters that had none, unless the edit itself changed the characters of one that
 * was there. What an error kept from being read may turn out to lack something of a good plan.
 */
export function newProblems(before: Page, after: Page, severity: Severity): readonly string[] {
  const [left, now] = [[...told(before)], [...told(after)]];
  const added = now.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return added.filter((each) => {
    const kind = each.slice(0, each.indexOf(' '));
    if (severity === 'error' && kind.startsWith('quality.')) return false;
    return count(after, kind) > count(before, kind) || !left.some((other) => other.startsWith(`${kind} `));
  });
}

export function count(page: Page, code: string): number {
  return problemsOf(page, options).filter((problem) => problem.code === code).length;
}

export interface Case {
  readonly code: string;
  readonly before: string;
  /** The fix, or a part of its title. */
  readonly title: string;
  readonly after: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** Each text after the fix, and that the fix solves its problem. */
export function table(name: string, cases: readonly Case[]): void {
  test.each(
    cases.map((each) => [`${each.code}: ${each.title}: ${JSON.stringify(each.before).slice(0, 60)}`, each] as const),
  )(`${name}: %s`, (_, { code, before, title, after, others }) => {
    const page = pageOf(before, others);
    const fixes = fixesOf(page, code);
    const chosen = fixes.find((each) => titleOf(each) === title);
    expect(fixes.map(titleOf)).toContain(title);
    const text = applyEdits(before, chosen?.edits ?? []);
    expect(text).toBe(after);
    const now = pageOf(text, others);
    expect(count(now, code)).toBeLessThan(count(page, code));
    if (page.file.plan) expect(newProblems(page, now, firstProblem(page, code).severity)).toEqual([]);
  });
}
