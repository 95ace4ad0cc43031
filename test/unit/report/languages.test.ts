import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarySentences } from '../../../scripts/summary-l10n.mjs';
import { day } from '../../../src/base/day';
import { type Message, type MessageArgument, message } from '../../../src/base/message';
import { parseMoney } from '../../../src/base/money';
import { audiences } from '../../../src/report/audience';
import {
  languageName,
  type SummaryLanguage,
  type SummaryTable,
  summaryLanguageFor,
  summaryLanguages,
  summaryLocale,
  summarySay,
  summaryTable,
} from '../../../src/report/languages';
import { summaryMarkdown } from '../../../src/report/summary';
import { snapshotOf } from './snapshotOf';
import { website } from './website';

function tableOf(language: SummaryLanguage): SummaryTable {
  if (language === 'en') return new Map();
  return summaryTable(readFileSync(new URL(`../../../l10n/summary.${language}.json`, import.meta.url), 'utf8'));
}

const translated = summaryLanguages.filter((language) => language !== 'en');
const sentences = summarySentences();
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(translated)('the table of %s', (language) => {
  const table = tableOf(language);

  test('has every sentence that can occur in a summary, a request or an invoice, and no other', () => {
    expect([...table.keys()].sort()).toEqual(sentences);
  });

  test('keeps the places of each', () => {
    const wrong = [...table].filter(([english, text]) => places(english).join() !== places(text).join());
    expect(wrong).toEqual([]);
  });

  test('has no translation that is empty, ends in another sign, or begins or ends in another blank', () => {
    const blanks = (text: string) => [/^ */.exec(text)?.[0].length, / *$/.exec(text)?.[0].length];
    const sign = (text: string) => /[.:]$/.exec(text)?.[0] ?? '';
    const wrong = [...table].filter(
      ([english, text]) =>
        text.trim() === '' || sign(english) !== sign(text) || blanks(english).join() !== blanks(text).join(),
    );
    expect(wrong).toEqual([]);
  });
});

test('French has its own blanks before double signs, and no straight quotation marks', () => {
  const texts = [...tableOf('fr').values()];
  expect(texts.filter((text) => /(?<=[^\u202f]) ?[;!?]/.test(text) && !/\u202f[;!?]/.test(text))).toEqual([]);
  expect(texts.filter((text) => /(?<!\u00a0):/.test(text) || /["']/.test(text))).toEqual([]);
});

test.each(translated)('what is the same in %s and in English is known to be', (language) => {
  const same = [...tableOf(language)].filter(
    ([english, text]) => english === text && /[a-z]{3}(?![^{]*\})/.test(english),
  );
  expect(same.map(([english]) => english).sort()).toEqual(sameWords[language]);
});

const sameWords: Readonly<Record<string, readonly string[]>> = {
  de: ['Code'],
  fr: ['Code', 'Description', 'Total', 'code', 'impact {impact}'],
  es: ['Total'],
};

test('dates, amounts and numbers are those of the language', () => {
  const sentence = message('{day} {money} {number}', {
    day: { day: day('2026-12-04') },
    money: { money: parseMoney('4000.5') ?? (0n as never), currency: 'EUR' },
    number: 1.5,
  });
  expect(summaryLanguages.map((language) => summarySay(language)(sentence).replace(/\s/g, ' '))).toEqual([
    '4 December 2026 €4,000.50 1.5',
    '4. Dezember 2026 4.000,50 € 1,5',
    '4 décembre 2026 4 000,50 € 1,5',
    '4 de diciembre de 2026 4000,50 € 1,5',
  ]);
});

test('numbers in a summary have the signs of its language', () => {
  const risky = `risks: [{ title: Bank, probability: 0.864, impact: 2.5d }]\nmilestones: [{ title: A }]`;
  const shown = summaryLanguages.map((language) => {
    const options = { say: summarySay(language, tableOf(language)), locale: summaryLocale(language) };
    return /86.4\s%.*2.5/.exec(summaryMarkdown(snapshotOf(risky), { audience: 'team', ...options }))?.[0];
  });
  expect(shown.map((each) => each?.replace(/[^\d.,]+/g, ' '))).toEqual(['86.4 , 2.5', ...Array(3).fill('86,4 , 2,5')]);
});

test('the first of a month is an ordinal in French', () => {
  const first = message('{long} {medium} {other}', {
    long: { day: day('2027-01-01') },
    medium: { day: day('2027-02-01'), style: 'medium' },
    other: { day: day('2027-01-11') },
  });
  expect(summarySay('fr')(first).replace(/\s/g, ' ')).toBe('1er janvier 2027 1er févr. 2027 11 janvier 2027');
});

test.each([
  ['de', 'de'],
  ['de-CH', 'de'],
  ['fr_CA', 'fr'],
  ['pt-BR', 'en'],
  ['', 'en'],
])('a reader of %s gets %s', (locale, language) => expect(summaryLanguageFor(locale)).toBe(language));

test('names are those of the language', () => {
  expect(summaryLanguages.map(languageName)).toEqual(['English', 'Deutsch', 'Français', 'Español']);
});

/** The patterns of all sentences that were said, those inside others too. */
function saying(language: SummaryLanguage): { say: (sentence: Message) => string; said: Set<string> } {
  const said = new Set<string>();
  const note = ({ text, args }: Message): void => {
    said.add(text);
    for (const value of Object.values<MessageArgument>(args))
      if (typeof value === 'object' && 'text' in value) note(value);
  };
  const say = summarySay(language, tableOf(language));
  return {
    said,
    say: (sentence) => {
      note(sentence);
      return say(sentence);
    },
  };
}

const title = fc.constantFrom('Zq1', 'Zq2', 'Zq3', 'Zq4', 'Zq5', 'Zq6');
const date = fc
  .integer({ min: 0, max: 120 })
  .map((days) => new Date(Date.UTC(2026, 9, 1) + days * 864e5).toISOString().slice(0, 10));
const milestone = fc
  .record(
    {
      title,
      due: date,
      deadline: date,
      baseline: date,
      start: date,
      completed: date,
      status: fc.constantFrom('planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled'),
      amount: fc.constantFrom(1000, 250.5),
      duration: fc.constantFrom('3d', '20d'),
      effort: fc.constantFrom('5d', '60h'),
      progress: fc.constantFrom(0, 30, 100),
      owner: fc.constantFrom('me', 'ana'),
      clientAction: fc.constant('Zq7'),
      blockedBy: fc.constantFrom({ text: 'Zq8' }, { text: 'Zq8', who: 'ana', since: '2026-11-01' }),
      dependsOn: fc.constantFrom(['zq1'], ['zq2']),
      payment: fc.constantFrom(
        { state: 'funded' },
        { state: 'submitted', submitted: '2026-11-01' },
        { state: 'approved' },
      ),
      risks: fc.constant([{ title: 'Zq9', probability: 0.4, impact: '5d', response: 'Zq10', owner: 'ana' }]),
      approvals: fc.constantFrom(
        [{ by: 'ana', decision: 'approved', on: '2026-11-10' }],
        [{ by: 'ana', decision: 'changes-requested', on: '2026-11-10' }],
      ),
      changes: fc.constant([{ on: '2026-11-20', field: 'due', from: '2026-11-01', to: '2026-11-30', reason: 'Zq11' }]),
    },
    { requiredKeys: ['title'] },
  )
  .chain((own) =>
    fc
      .array(title, { maxLength: 2 })
      .map((inner) => ({ ...own, milestones: inner.map((each) => ({ title: `${each}i` })) })),
  );

test('no sentence of a summary of any plan falls back to English', () => {
  const plan = fc.record(
    {
      project: fc.constant('Zq'),
      client: fc.constant('Zqc'),
      deadline: date,
      milestones: fc.array(milestone, { maxLength: 6 }),
    },
    { requiredKeys: ['project', 'milestones'] },
  );
  const tables = translated.map((language) => ({ language, table: tableOf(language) }));
  const before = {
    promises: [
      { id: 'zq1', title: 'Zq1', due: day('2026-11-25') },
      { id: 'x', title: 'Zqx', due: day('2026-11-25') },
    ],
  };
  let most = 0;
  fc.assert(
    fc.property(
      plan,
      fc.constantFrom(...audiences),
      fc.constantFrom(...tables),
      fc.boolean(),
      (written, audience, { language, table }, period) => {
        const people = { me: { name: 'Zqm', hoursPerDay: 4 }, ana: { name: 'Zqa', role: 'client' } };
        const snapshot = snapshotOf(JSON.stringify({ ...written, people, currency: 'EUR' }));
        const { say, said } = saying(language);
        const options = { audience, say, locale: summaryLocale(language) };
        summaryMarkdown(snapshot, period ? { ...options, since: day('2026-11-10'), before } : options);
        const missing = [...said].filter((text) => !table.has(text.replace(/[\uFDD0\uFDD1]\d*/g, '')));
        expect(missing).toEqual([]);
        most = Math.max(most, said.size);
      },
    ),
    { numRuns: 60 },
  );
  expect(most).toBeGreaterThan(20);
});

test.each([
  ['de', ['Was wir von Ihnen brauchen', 'Status:', '4. Dezember 2026', 'Meilenstein']],
  ['fr', ['Ce que nous attendons de vous', 'Situation\u00a0:', '4 décembre 2026', 'Jalon']],
  ['es', ['Situación:', '4 de diciembre de 2026', 'Hito']],
] as const)('a summary in %s reads so', (language, words) => {
  const markdown = summaryMarkdown(snapshotOf(website), {
    audience: 'client',
    say: summarySay(language, tableOf(language)),
    locale: summaryLocale(language),
  });
  for (const word of words) expect(markdown).toContain(word);
  expect(markdown).not.toMatch(/\b(?:milestones?|due|finished|expected|and)\b/i);
});
