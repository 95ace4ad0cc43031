// Random mistakes in the fixtures in all their clothes: whatever is offered for them solves its problem, brings no other and keeps every comment.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/base/text';
import { fixer } from '../../../src/language/fixes';
import { count, newProblems, options, pageOf, titleOf } from './fixesCases';

const folder = new URL('../../fixtures/plans/', import.meta.url);

/** The shorter fixtures as they are, and in other clothes. */
const texts = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => text.length < 3_500)
  .flatMap((text) => [
    text,
    text.replaceAll('\n', '\r\n'),
    `\ufeff${text.trimEnd()}`,
    // A comment in front of every line that begins a field or an entry.
    text.replace(/^( *)(?=(?:- )?[a-z][A-Za-z]+: )/gm, '$1# about it\n$1'),
  ]);

/** What a hand may do wrong, at the place of the first pattern that is found behind a random one. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/\b(due|start|completed)(["']?: ?["']?)\d{4}-\d\d-\d\d/g, '$1$22026-06-31'],
  [/\b(due|start)(["']?: ?["']?)(\d{4})-(\d\d)-(\d\d)/g, '$1$2$5.$4.$3'],
  [/\b(due|completed)(["']?: ?["']?)\d{4}-\d\d-\d\d/g, '$1$22027-05-01'],
  [/\b(due)(["']?: ?["']?)\d{4}-\d\d-\d\d/g, '$1$22020-01-04'],
  [/\b(status)(["']?: ?["']?)[a-z-]+/g, '$1$2finnished'],
  [/\b(status)(["']?: ?["']?)[a-z-]+/g, '$1$2done'],
  [/\b(done)(["']?: ?)(?:true|false)/g, '$1$2yes'],
  [/\btitle(?=["']?:)/g, 'titel'],
  [/\bdue(?=["']?:)/g, 'x due'],
  [/\bowner(?=["']?:)/g, 'ownr'],
  [/\b(owner["']?: ?["']?)\w+/g, '$1nobody'],
  [/\bid(["']?: ?["']?)[\w.-]+/g, 'id$1a b'],
  [/\bid(["']?: ?["']?)[\w.-]+/g, 'id$1same'],
  [/^ *id: .*\r?\n/gm, ''],
  [/^ *(?:owner|description|start|dependsOn): .*\r?\n/gm, ''],
  [/\b(dependsOn["']?: ?\[)[^\]\n]*/g, '$1same, nope'],
  [/\bdependsOn(["']?: ?)\[/g, 'dependsOn$1[design, '],
  [/(title["']?: ?["']?\p{L}+)/gu, '$1\u200b'],
  [/(title: )(\p{L}+)/gu, '$1$2: more'],
  [/(title: )(\p{L}+)/gu, '$1"$2'],
  [/^( +)(?=[a-z]+:)/gm, '\t'],
  [/(\w+): (?=\w)/g, '$1:'],
  [/\bprogress(["']?: ?["']?)\d+/g, 'progress$1140'],
  [/^( *)(title: .*)$/gm, '$1$2\n$1due: 2026-12-06'],
];

function mistaken(text: string, [at, mistake]: readonly [number, number]): string {
  const [pattern, wrong] = mistakes[mistake % mistakes.length] ?? [/$/, ''];
  const matches = [...text.matchAll(pattern)];
  const match = matches[at % Math.max(1, matches.length)];
  if (!match) return text;
  const single = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  return text.slice(0, match.index) + text.slice(match.index).replace(single, wrong);
}

it('holds for mistakes in any style', { timeout: 120_000 }, () => {
  const tried = new Map<string, number>();
  const text = fc.constantFrom(...texts);
  const where = fc.array(fc.tuple(fc.nat(999), fc.nat(mistakes.length - 1)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, where, fc.nat(), (fixture, places, which) => {
      const page = pageOf(places.reduce(mistaken, fixture));
      const { problems, fixesFor } = fixer(page, options);
      // Hints on quality are everywhere; the mistakes that were made are not.
      const made = problems.filter(({ code }) => !code.startsWith('quality.'));
      const chosen = made.length > 0 ? made : problems;
      const problem = chosen[which % Math.max(1, chosen.length)];
      if (!problem) return;
      for (const fix of fixesFor(problem)) {
        const after = pageOf(applyEdits(page.text, fix.edits));
        const what = `${problem.code} ${titleOf(fix)}\n${page.text}\n->\n${after.text}`;
        tried.set(problem.code, (tried.get(problem.code) ?? 0) + 1);
        if (page.file.problems.some(({ code }) => code === 'problems.more')) continue;
        expect(count(after, problem.code), what).toBeLessThan(count(page, problem.code) + (page.file.plan ? 0 : 1));
        if (page.file.plan) expect(newProblems(page, after, problem.severity), what).toEqual([]);
        if (problem.code !== 'ignore.unknown')
          expect(comments(after.text), what).toBeGreaterThanOrEqual(comments(page.text));
      }
    }),
    { numRuns: 80, seed: 20261123 },
  );
  expect(tried.size).toBeGreaterThan(9);
});

/** Lines that hold a comment alone. */
function comments(text: string): number {
  return text.match(/^[ \t]*#.*$/gm)?.length ?? 0;
}
