import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import type { Problem } from '../../../src/model/problem';
import { readPlanFile } from '../../../src/model/read';
import { isIgnored, silencesOf } from '../../../src/model/silence';
import { makeSnapshot } from '../../../src/snapshot';
import { marked, said } from './marked';

const today = day('2026-11-23');

/** The codes of a plan among nothing else, as the Problems view has them. */
function problemsOf(text: string): readonly Problem[] {
  const file = readPlanFile(text, 'a');
  const plan = { uri: 'a', baseName: 'a', folder: '', text, file, plan: file.plan };
  const { plans } = makeSnapshot([plan], { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
  return plans[0]?.problems ?? file.problems;
}

const codes = (text: string) =>
  problemsOf(text)
    .map(({ code }) => code)
    .filter((code) => !/^(?:id\.missing|quality\..*|problems\.more)$/.test(code));

describe('a comment silences', () => {
  it.each([
    ['its own line', 'currency: euro # milestones-ignore: currency.invalid\n'],
    ['the next line', '# milestones-ignore: currency.invalid\ncurrency: euro\n'],
    [
      'the next line behind blank lines and comments',
      '# milestones-ignore: currency.invalid\n\n  # why\n\ncurrency: euro\n',
    ],
    ['several codes', 'currency: euro # milestones-ignore: date.invalid, currency.invalid\n'],
    ['codes that begin alike', 'currency: euro # milestones-ignore: currency.*\n'],
    ['everything', 'currency: euro # milestones-ignore: *\n'],
    ['with a remark', 'currency: euro # milestones-ignore: currency.invalid -- old money\n'],
    ['with a remark in brackets', 'currency: euro # milestones-ignore: currency.invalid (old money)\n'],
    ['without a space', 'currency: euro #milestones-ignore:currency.invalid\n'],
    ['with other comments before it', 'currency: euro ## MILESTONES-IGNORE: currency.invalid\n'],
    ['the last line', 'project: A\ncurrency: euro # milestones-ignore: currency.invalid'],
    ['the first line, behind a byte order mark', '\ufeff# milestones-ignore: currency.invalid\ncurrency: euro\n'],
    [
      'by several comments above each other',
      '# milestones-ignore: unknown.key\n# milestones-ignore: key.duplicate\n\ncurency: a\ncurrency: EUR\n',
    ],
    [
      'what follows from other milestones',
      'milestones:\n  - { id: a, title: A, dependsOn: [b] } # milestones-ignore: dependency.unknown\n',
    ],
    [
      'what follows from the day',
      'milestones:\n  - id: a\n    title: A\n    # milestones-ignore: completed.future\n    completed: 2027-01-01\n',
    ],
    ['characters', '# milestones-ignore: text.invisible\nproject: a\u200bb\n'],
    ['itself', 'project: A # milestones-ignore: ignore.unknown, nothing\n'],
  ])('%s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  it('a hint of plan quality', () => {
    const text = 'milestones:\n  - id: a\n    title: A # milestones-ignore: quality.*\n    due: 2026-12-04\n';
    expect(problemsOf(text).map(({ code }) => code)).toEqual([]);
    expect(problemsOf(text.replace(/#.*/, '')).length).toBeGreaterThan(2);
  });

  it('before the limit of 100', () => {
    const one = '  # milestones-ignore: date.invalid\n  - { id: mN, title: M, due: 2026-06-31 }\n';
    const silent = Array.from({ length: 150 }, (_, at) => one.replace('N', String(at))).join('');
    expect(codes(`milestones:\n${silent}  - { id: z, title: Z, due: 2026-06-31 }\n`)).toEqual(['date.invalid']);
  });

  it('dependencies before the limit of 100', () => {
    const one = '  - { id: mN, title: M, dependsOn: [x] } # milestones-ignore: dependency.unknown\n';
    const silent = Array.from({ length: 150 }, (_, at) => one.replace('N', String(at))).join('');
    const found = codes(`milestones:\n${silent}  - { id: z, title: Z, dependsOn: [x] }\n`);
    expect(found).toEqual(['dependency.unknown']);
  });
});

describe('a comment does not silence', () => {
  it.each([
    ['another code', 'currency: euro # milestones-ignore: date.invalid\n', ['currency.invalid']],
    ['another line', 'project: A # milestones-ignore: currency.invalid\ncurrency: euro\n', ['currency.invalid']],
    [
      'the line after the next one',
      '# milestones-ignore: currency.invalid\nproject: A\ncurrency: euro\n',
      ['currency.invalid'],
    ],
    ['from within a text', 'currency: "euro # milestones-ignore: currency.invalid"\n', ['currency.invalid']],
    [
      'from within a text of several lines',
      'description: |\n  # milestones-ignore: currency.invalid\ncurrency: euro\n',
      ['currency.invalid'],
    ],
    ['what makes a file unreadable', '# milestones-ignore: *\nproject: "A\n', ['yaml.syntax']],
    ['a merge conflict', '# milestones-ignore: *\n<<<<<<< HEAD\n', ['file.conflict']],
    ['a file that is no plan', '# milestones-ignore: *\n- a\n', ['plan.type']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('a comment that silences nothing', () => {
  it.each([
    ['project: A # milestones-ignore: ⟦date.invalit⟧\n', 'Is it date.invalid?', 'date.invalid'],
    ['project: A # milestones-ignore: date.invalid,   ⟦unkown.key⟧  \n', 'Is it unknown.key?', 'unknown.key'],
    ['project: A # milestones-ignore: ⟦something⟧\n', 'The Problems view shows', undefined],
    ['project: A # milestones-ignore: ⟦qualty.*⟧\n', 'no problem qualty.*', undefined],
    ['project: A # milestones-ignore: ⟦yaml.syntax⟧\n', 'cannot be silenced', undefined],
    ['project: A # milestones-ignore: ⟦file.too*⟧\n', 'cannot be silenced', undefined],
  ])('is hinted at: %s', (source, words, instead) => {
    const { text, start, end } = marked(source);
    const [hint, ...others] = problemsOf(text);
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ code: 'ignore.unknown', severity: 'hint', span: { start, end } });
    expect(hint && said(hint)).toContain(words);
    expect(hint?.instead).toBe(instead);
  });
});

describe('silencing', () => {
  it('ignores codes and what begins like them, but nothing that makes a file unreadable', () => {
    expect(isIgnored('quality.noOwner', ['quality.*'])).toBe(true);
    expect(isIgnored('quality.noOwner', ['quality.no'])).toBe(false);
    expect(isIgnored('file.lineEnds', ['file.*'])).toBe(true);
    for (const code of ['yaml.syntax', 'file.tooLarge', 'file.conflict', 'plan.type', 'problems.more']) {
      expect(isIgnored(code, ['*', code])).toBe(false);
    }
  });

  it('takes time that grows with the text only', () => {
    const comments = '# milestones-ignore: id.missing\n'.repeat(20_000);
    const text = `${comments}project: A\n`;
    const spans = [...text.matchAll(/#.*/g)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
    const before = performance.now();
    expect(silencesOf(text, spans).silences).toHaveLength(1);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
