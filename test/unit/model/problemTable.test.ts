// Every problem has an entry with an example that has it and a solved one that has not; the page of problems is made of them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemsPage, problemsText } from '../../../scripts/problems.mjs';
import { day } from '../../../src/base/day';
import { problemCodes } from '../../../src/model/codes';
import type { Problem } from '../../../src/model/problem';
import type { Example } from '../../../src/model/problemEntry';
import { problemTable } from '../../../src/model/problemTable';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot } from '../../../src/snapshot';
import { marked } from './marked';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const today = day('2026-11-23');

/** The problems of a text as the Problems view has them, on the day of the examples. */
function problemsOf(text: string, beside: Readonly<Record<string, string>> = {}): readonly Problem[] {
  const others = Object.entries(beside).map(([path, other]) => planOf(path, other));
  const own = planOf('acme.milestones.yaml', text);
  const { plans } = makeSnapshot([own, ...others], { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
  return plans.find(({ uri }) => uri === own.uri)?.problems ?? own.file.problems;
}

function planOf(path: string, text: string) {
  const baseName = path.replace(/^.*\//, '').replace('.milestones.yaml', '');
  const file = readPlanFile(text, baseName);
  return { uri: `file:///${path}`, baseName, folder: '', text, file, plan: file.plan };
}

function textOf(example: Example): string | undefined {
  return typeof example === 'string' ? example : example.make?.();
}

const examples = problemCodes.flatMap((code) => {
  const { example, fixed, severities, beside } = problemTable[code];
  const text = textOf(example);
  return text === undefined ? [] : [{ code, text, fixed: textOf(fixed) ?? '', severities, beside }];
});

describe('the example of', () => {
  it.each(examples)('$code has it at the marked characters, and the solved one has not', (row) => {
    const { text, start, end } = marked(row.text);
    const found = problemsOf(text, row.beside).filter(({ code }) => code === row.code);
    expect(found.map(({ span }) => span)).toEqual([{ start, end }]);
    expect(row.severities).toContain(found[0]?.severity);
    const left = problemsOf(row.fixed, row.beside);
    expect(left.filter(({ code, severity }) => code === row.code || severity === 'error')).toEqual([]);
  });

  it('is a text for every code but that of a file that cannot be opened', () => {
    const described = problemCodes.filter((code) => textOf(problemTable[code].example) === undefined);
    expect(described).toEqual(['file.unreadable']);
  });

  it('solves itself where it says what was meant', () => {
    for (const { code, text, beside } of examples) {
      const { text: wrong } = marked(text);
      // The bombs take long, and nothing is meant by them.
      if (wrong.length > 10_000) continue;
      for (const problem of problemsOf(wrong, beside)) {
        if (problem.code !== code || problem.instead === undefined) continue;
        const solved = wrong.slice(0, problem.span.start) + problem.instead + wrong.slice(problem.span.end);
        expect(codesOf(solved, beside), code).not.toContain(code);
      }
    }
  });
});

function codesOf(text: string, beside?: Readonly<Record<string, string>>): readonly string[] {
  return problemsOf(text, beside).map(({ code }) => code);
}

describe('the list of codes', () => {
  it('has every code once', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
    expect(Object.keys(problemTable).sort()).toEqual([...problemCodes].sort());
  });

  it('has no code that nothing reports', () => {
    const sources = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          /^(?:model|schedule|agreement|shell\/sources).*\.ts$/.test(name) && !/(?:codes|tableOf\w+)\.ts$/.test(name),
      )
      .map((name) => readFileSync(`${root}/src/${name}`, 'utf8'))
      .join('\n');
    const silent = problemCodes.filter((code) => !sources.includes(`'${code}'`));
    // Written as `${shape.name}.type`.
    expect(silent).toEqual(['plan.type', 'milestone.type']);
  });
});

it('has a page that is written anew when the table changes: node scripts/problems.mjs', async () => {
  expect(readFileSync(problemsPage, 'utf8')).toBe(await problemsText());
});
