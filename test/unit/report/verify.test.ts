import { describe, expect, test } from 'vitest';
import { promisesOf } from '../../../src/agreement/promises';
import { type IssuedSummary, readSummaryFile, summaryFileText } from '../../../src/agreement/summaryFile';
import { textDigest } from '../../../src/agreement/summaryFileDigest';
import { day } from '../../../src/base/day';
import { fillIn, type Message, sayer } from '../../../src/base/message';
import { summaryLocale, summarySay } from '../../../src/report/languages';
import { summaryMarkdown } from '../../../src/report/summary';
import { type Verification, type VerifyGround, verifySummary } from '../../../src/report/verify';
import { snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

const say = sayer('en-GB', fillIn);
const before = [{ id: 'live', title: 'Site live', due: day('2027-01-08') }];

function issued(text: string, change: Partial<IssuedSummary> = {}): string {
  const snapshot = snapshotOf(text);
  const [plan] = snapshot.plans;
  if (!plan) throw new Error('The plan cannot be read');
  const summary: IssuedSummary = {
    on: day('2026-11-23'),
    plan: 'plan.milestones.yaml',
    audience: 'client',
    language: 'en',
    planDigest: textDigest(text),
    commit: '0123456789abcdef0123456789abcdef01234567',
    since: day('2026-11-16'),
    options: {},
    promises: promisesOf(plan),
    before,
    ...change,
  };
  const body = summaryMarkdown(snapshot, {
    plan: uriOf('plan'),
    audience: 'client',
    say: summarySay('en'),
    locale: summaryLocale('en'),
    since: day('2026-11-16'),
    before: { promises: before },
  });
  return summaryFileText(summary, body);
}

function verified(file: string, text: string, source: VerifyGround['source'] = 'commit'): Verification {
  const read = readSummaryFile(file);
  if (!('summary' in read)) throw new Error(say(read));
  return verifySummary(read, { snapshot: snapshotOf(text), uri: uriOf('plan'), table: new Map(), source });
}

const told = ({ result, findings }: Verification) => [result, ...findings].map((each: Message) => say(each));
const moved = website.replace('due: 2027-01-15', 'due: 2027-01-22');

test('a summary of the very plan is true', () => {
  expect(told(verified(issued(website), website))).toEqual([
    'The summary is true: every figure is that of the plan of commit 0123456789.',
  ]);
  expect(verified(issued(website).replaceAll('\n', '\r\n'), website).verdict).toBe('true');
});

test('no character in a title is taken for the place of a figure', () => {
  const odd = website.replaceAll('Texts final', 'Texts \uE0000\uE001 final');
  expect(odd).not.toBe(website);
  expect(verified(issued(odd), odd).verdict).toBe('true');
});

test('each figure that differs is named, and the promise with it', () => {
  expect(moved).not.toBe(website);
  const { verdict, findings } = verified(issued(website), moved);
  const words = findings.map(say);
  expect(verdict).toBe('differs');
  expect(words).toContain('Due of “Site live”: the summary says 15 Jan 2027, the plan says 22 Jan 2027.');
  expect(words).toContain('Promise of “Site live”: noted as 15 January 2027, but the plan says 22 January 2027.');
  expect(words.filter((each) => /Texts final|Design/.test(each))).toEqual([]);
});

test('a figure somebody wrote into the file is named', () => {
  const file = issued(website);
  expect(file).toContain('| 15 Jan 2027 |');
  expect(told(verified(file.replace('| 15 Jan 2027 |', '| 8 Jan 2027 |'), website)).slice(1)).toEqual([
    'Due of “Site live”: the summary says 8 Jan 2027, the plan says 15 Jan 2027.',
  ]);
  expect(told(verified(file.replaceAll('4,000', '5,000'), website))[1]).toContain('5,000');
  expect(told(verified(file.replace('**Texts arrive late**', '**Texts arrive late (40 %)**'), website))).toHaveLength(
    2,
  );
});

test('a changed promise in the notes of the file is named', () => {
  const file = issued(website).replace(/("id":"live"[^}]*"due":")2027-01-15/, '$12027-01-29');
  expect(told(verified(file, website)).slice(1)).toEqual([
    'Promise of “Site live”: noted as 29 January 2027, but the plan says 15 January 2027.',
  ]);
});

test('other words are no other figures', () => {
  const file = issued(website);
  const edited = file
    .replace('## Next', '## What comes next')
    .replace('For Acme GmbH', 'Dear Ana,')
    .replace(/\n$/, '\nBest wishes, Kim\n');
  expect(edited).not.toBe(file);
  expect(verified(edited, website)).toMatchObject({ verdict: 'reworded', findings: [] });
});

test('a line that was taken out or put in is named where it has figures', () => {
  const file = issued(website);
  const line = /^\| Site live.*\n/m.exec(file)?.[0] ?? '';
  expect(line).not.toBe('');
  expect(told(verified(file.replace(line, ''), website))[1]).toMatch(/^The summary lacks the line “\| Site live/);
  expect(told(verified(`${file}\nPay 900 EUR by 3 December.\n`, website)).slice(1)).toEqual([
    'The plan gives no line “Pay 900 EUR by 3 December.”.',
  ]);
});

describe('what it was compared with', () => {
  test.each<[VerifyGround['source'], string]>([
    ['same-text', 'The summary is true: every figure is that of the plan, which is the same text as on that day.'],
    [
      'other-text',
      'The summary is true: every figure is that of the plan as it is now, which is not the text of that day.',
    ],
  ])('%s', (source, words) => expect(told(verified(issued(website), website, source))).toEqual([words]));

  test('nothing', () => {
    const read = readSummaryFile(issued(website));
    if (!('summary' in read)) throw new Error(say(read));
    expect(verifySummary(read, undefined)).toMatchObject({ verdict: 'unknown', findings: [] });
  });

  test('a language or audience nobody knows', () => {
    expect(verified(issued(website, { language: 'xx' }), website).verdict).toBe('unknown');
    expect(verified(issued(website, { audience: 'press' }), website).verdict).toBe('unknown');
  });
});
