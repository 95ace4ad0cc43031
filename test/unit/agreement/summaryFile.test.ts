import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IssuedSummary, readSummaryFile, summaryFileText } from '../../../src/agreement/summaryFile';
import { textDigest } from '../../../src/agreement/summaryFileDigest';
import { lastSummary, summaryFileName } from '../../../src/agreement/summaryFileName';
import { type Day, day } from '../../../src/base/day';

const summary: IssuedSummary = {
  on: day('2026-11-23'),
  plan: 'website.milestones.yaml',
  audience: 'client',
  language: 'en',
  planDigest: textDigest('project: P\n'),
  commit: '0123456789abcdef0123456789abcdef01234567',
  since: day('2026-11-16'),
  options: { mermaid: true, dueSoonDays: 7 },
  promises: [{ id: 'live', title: 'Site “live” → <b>', due: day('2027-01-15') }],
};

test('a summary is written as lines of JSON above its text', () => {
  const text = summaryFileText(summary, '# Status\n\nAll well.\n');
  expect(text).toMatch(/^---\nmilepost: "summary"\nversion: 1\non: "2026-11-23"\nplan: "website.milestones.yaml"\n/);
  expect(text).toMatch(/\n---\n\n# Status\n\nAll well.\n$/);
  expect(readSummaryFile(text)).toEqual({ summary, body: '# Status\n\nAll well.\n', edited: false });
});

test('line ends do not matter, another word does', () => {
  const text = summaryFileText(summary, '# Status\n\nAll well.\n');
  expect(readSummaryFile(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual({
    summary,
    body: '# Status\n\nAll well.\n',
    edited: false,
  });
  expect(readSummaryFile(text.replace('well', 'late'))).toMatchObject({ edited: true });
});

test('the digest of a text is SHA-256 with LF line ends', () => {
  expect(textDigest('abc')).toBe('v1:sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(textDigest('a\r\nb\rc')).toBe(textDigest('\uFEFFa\nb\nc'));
});

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((value) => value as Day);
const anyPromise = fc.record({ id: fc.string({ unit: 'binary' }), title: fc.string({ unit: 'binary' }), due: anyDay });
const anySummary: fc.Arbitrary<IssuedSummary> = fc.record(
  {
    on: anyDay,
    plan: fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => /^[^/\\]+$/.test(name) && !/^\.{1,2}$/.test(name)),
    audience: fc.constantFrom('client', 'team', 'executive'),
    language: fc.constantFrom('en', 'de', 'pt-BR'),
    planDigest: fc.string().map(textDigest),
    options: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(fc.boolean(), fc.string(), fc.integer()),
      { maxKeys: 5, noNullPrototype: true },
    ),
    promises: fc.array(anyPromise, { maxLength: 5 }),
    commit: fc.constant('0123456789abcdef0123456789abcdef01234567'),
    since: anyDay,
    before: fc.array(anyPromise, { maxLength: 3 }),
  },
  { requiredKeys: ['on', 'plan', 'audience', 'language', 'planDigest', 'options', 'promises'] },
);

test('what is written is read again', () => {
  fc.assert(
    fc.property(anySummary, fc.string({ unit: 'binary' }), (written, body) => {
      const read = readSummaryFile(summaryFileText(written, body));
      expect(read).toMatchObject({ summary: written, edited: false });
    }),
    { numRuns: 300 },
  );
});

describe('hostile files', () => {
  const good = summaryFileText(summary, 'Text\n');
  test.each<[string, string]>([
    ['nothing', ''],
    ['another Markdown file', '# Hello\n'],
    ['the front matter of another program', '---\ntitle: Hello\n---\n'],
    ['a request', good.replace('"summary"', '"request"')],
    ['a newer version', good.replace('version: 1', 'version: 2')],
    ['a path for a plan', good.replace('"website.', '"../website.')],
    ['a ref for a commit', good.replace(/"0123456789abcdef\w+"/, '"--output=x"')],
    ['no such day', good.replace('"2026-11-23"', '"2026-02-30"')],
    ['promises that are no list', good.replace(/promises: .*/, 'promises: {"length":1}')],
    ['a promise without a day', good.replace('"2027-01-15"', 'null')],
    ['options inside options', good.replace(/options: .*/, 'options: {"a":{}}')],
    ['the prototype among the options', good.replace(/options: .*/, 'options: {"__proto__":1}')],
    ['no end of the front matter', good.replaceAll('\n---\n', '\n')],
    ['endless lines', `---\n${'a: 1\n'.repeat(100_000)}`],
    ['deep JSON', `---\npromises: ${'['.repeat(100_000)}\n---\n`],
  ])('%s is none of ours, with a reason', (_, text) => {
    expect(readSummaryFile(text)).toHaveProperty('args');
  });

  test('no text makes it throw', () => {
    const lines = good.split('\n');
    const cut = fc.record({ line: fc.nat(lines.length - 1), at: fc.nat(120), text: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), cut), (change) => {
        const text =
          typeof change === 'string'
            ? `---\n${change}`
            : lines
                .map((line, at) =>
                  at === change.line ? line.slice(0, change.at) + change.text + line.slice(change.at + 1) : line,
                )
                .join('\n');
        expect(() => readSummaryFile(text)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('a title ends no line and shows nothing that acts', () => {
    const title = '---\n# x\u2028<img src=x>\u202e';
    const text = summaryFileText({ ...summary, promises: [{ id: 'a', title, due: day('2027-01-15') }] }, 'Text');
    expect(text.split('\n').filter((line) => line === '---')).toHaveLength(2);
    expect(text).not.toMatch(/[\u2028\u202e]/);
    expect(readSummaryFile(text)).toMatchObject({ summary: { promises: [{ title }] } });
  });
});

describe('names', () => {
  test.each<[string, readonly string[], string]>([
    ['client', [], '2026-11-23-client.md'],
    ['client', ['2026-11-23-CLIENT.md'], '2026-11-23-client-2.md'],
    ['client', ['2026-11-23-client.md', '2026-11-23-client-2.md'], '2026-11-23-client-3.md'],
    ['../../etc', [], '2026-11-23-etc.md'],
    ['', [], '2026-11-23-summary.md'],
  ])('for %j beside %j', (audience, taken, name) => {
    expect(summaryFileName(day('2026-11-23'), audience, taken)).toBe(name);
  });

  test('the last one is that of the last day and the greatest number, for the same plan and audience', () => {
    const named = (name: string, change: Partial<IssuedSummary> = {}) => ({ name, summary: { ...summary, ...change } });
    const all = [
      named('2026-11-23-client-10.md'),
      named('2026-11-23-client-9.md'),
      named('2026-11-23-client.md'),
      named('2026-11-24-client.md', { on: day('2026-11-24') }),
      named('2026-11-23-client-11.md', { plan: 'other.milestones.yaml' }),
      named('2026-11-23-team.md', { audience: 'team' }),
    ];
    expect(lastSummary(all, summary)?.name).toBe('2026-11-23-client-10.md');
    expect(lastSummary(all, { ...summary, on: day('2026-11-30') })?.name).toBe('2026-11-24-client.md');
    expect(lastSummary(all, { ...summary, audience: 'executive' })).toBeUndefined();
  });
});
