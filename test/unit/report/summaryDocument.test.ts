import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Promised } from '../../../src/agreement/promises';
import { addDays, day, isoDay } from '../../../src/base/day';
import type { Block, Trace } from '../../../src/report/document';
import { documentHtml } from '../../../src/report/documentHtml';
import { textOf } from '../../../src/report/documentRuns';
import { type SummaryOptions, summaryDocument, summaryMarkdown } from '../../../src/report/summary';
import { placesIn, runsIn } from '../../../src/report/summaryTrace';
import { english, snapshotOf } from './snapshotOf';
import { website } from './website';

const today = day('2026-11-23');
const options: SummaryOptions = { audience: 'client', say: english, locale: 'en-GB' };

function section(markdown: string, heading: string): readonly string[] {
  const found = markdown.split(/\n## /).find((part) => part.startsWith(heading));
  return (
    found
      ?.split('\n')
      .slice(2)
      .filter((line) => line !== '') ?? []
  );
}

const words = (most: number) =>
  fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const someDay = fc.integer({ min: -120, max: 200 }).map((days) => isoDay(addDays(today, days)));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** A milestone with anything a summary tells of, as JSON, which is YAML. */
const milestone = fc.record({
  title: words(9),
  due: optional(someDay),
  baseline: optional(someDay),
  status: fc.constantFrom('planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled'),
  progress: optional(fc.nat(100)),
  clientAction: optional(words(40)),
  notes: optional(words(60)),
  owner: optional(fc.constantFrom('kim', 'ana')),
  amount: optional(fc.nat(9000)),
  deliverables: fc.array(fc.record({ title: words(12) }), { maxLength: 5 }),
  risks: fc.array(fc.record({ title: words(15), response: words(30) }), { maxLength: 2 }),
  changes: fc.array(
    fc.record({ on: someDay, field: fc.constant('due'), from: someDay, to: someDay, reason: words(30) }),
    { maxLength: 2 },
  ),
  approvals: fc.array(
    fc.record({
      by: fc.constantFrom('ana', 'kim'),
      decision: fc.constantFrom('approved', 'changes-requested'),
      on: someDay,
      digest: fc.constant(`v1:sha256:${'a'.repeat(64)}`),
    }),
    { maxLength: 2 },
  ),
});

const planText = fc
  .record({ project: words(6), client: words(4), milestones: fc.array(milestone, { minLength: 10, maxLength: 10 }) })
  .map((plan) =>
    JSON.stringify({
      ...plan,
      people: { kim: { name: 'Kim Lee', role: 'freelancer' }, ana: { name: 'Ana Ruiz', role: 'client' } },
    }),
  );

function wordsIn(markdown: string): number {
  const lines = markdown.split('\n').filter((line) => !line.startsWith('|'));
  return lines
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

test('a client reads fewer than 250 words about ten milestones, whatever they hold', () => {
  fc.assert(
    fc.property(planText, optional(fc.constant(day('2026-11-01'))), (text, since) => {
      const markdown = summaryMarkdown(snapshotOf(text), { ...options, ...(since === undefined ? {} : { since }) });
      expect(wordsIn(markdown)).toBeLessThan(250);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('long names of the project, the client and people do not make it longer', () => {
  const long = 'word '.repeat(50).trim();
  const milestones = Array.from({ length: 10 }, (_, at) => ({
    ...{ id: `m${at}`, title: `${at} ${long}`, due: `2026-1${at % 3}-1${at}`, owner: 'ana', notes: long },
    ...{ clientAction: long, approvals: [{ by: 'ana', decision: 'approved', on: '2026-10-01' }] },
  }));
  const people = { ana: { name: long, role: 'client' } };
  const text = JSON.stringify({ project: long, client: long, people, milestones });
  const [, ...lines] = summaryMarkdown(snapshotOf(text), options).split('\n');
  expect(wordsIn(lines.join('\n'))).toBeLessThan(250);
  expect(lines.join('\n')).not.toMatch(/\bw(?:o|or)?…/);
});

describe('the promises of an earlier summary', () => {
  const fates = `milestones:
  - { id: a, title: Later, due: 2026-12-11, changes: [{ on: 2026-11-10, field: due, from: 2026-12-04, to: 2026-12-11, reason: Texts came late }] }
  - { id: b, title: Kept, due: 2026-12-04 }
  - { id: c, title: Early, due: 2026-12-04, completed: 2026-11-20 }
  - { id: d, title: Kept to the day, due: 2026-11-20, completed: 2026-11-20 }
  - { id: e, title: Off, due: 2026-12-04, status: cancelled }
  - { id: f, title: Open end }
  - { id: g, title: Sooner, due: 2026-12-03 }
`;
  const promises: readonly Promised[] = [
    ...['Later', 'Kept', 'Early'].map((title, at) => ({ id: 'abc'.charAt(at), title, due: day('2026-12-04') })),
    { id: 'd', title: 'Kept to the day', due: day('2026-11-20') },
    ...['Off', 'Open end', 'Sooner'].map((title, at) => ({ id: 'efg'.charAt(at), title, due: day('2026-12-04') })),
    { id: 'z', title: 'Taken out', due: day('2026-12-04') },
  ];

  test('are told where they moved, and only there', () => {
    const told = (audience: SummaryOptions['audience']) =>
      section(
        summaryMarkdown(snapshotOf(fates), { ...options, audience, since: day('2026-11-02'), before: { promises } }),
        'Dates that moved since 2 November 2026',
      );
    expect(told('team')).toEqual([
      '- **Later** – 4 December 2026 → 11 December 2026, 7 days later. Texts came late.',
      '- **Early** – promised for 4 December 2026, finished on 20 November 2026, 14 days early',
      '- **Off** – promised for 4 December 2026, cancelled',
      '- **Open end** – promised for 4 December 2026, has no date now',
      '- **Sooner** – 4 December 2026 → 3 December 2026, 1 day earlier',
      '- **Taken out** – promised for 4 December 2026, no longer in the plan',
    ]);
    expect(told('client')).toEqual([
      '| Milestone | Before | Now | Reason |',
      '| --- | --- | --- | --- |',
      '| Later | 4 Dec 2026 | 11 Dec 2026 (+7) | Texts came late |',
      '| Early | 4 Dec 2026 | finished on 20 Nov 2026 (−14) |  |',
      '| Off | 4 Dec 2026 | cancelled |  |',
      '| Open end | 4 Dec 2026 | no date |  |',
      '| Sooner | 4 Dec 2026 | 3 Dec 2026 (−1) |  |',
      '| Taken out | 4 Dec 2026 | no longer in the plan |  |',
    ]);
  });

  test('that were delivered without a written day are told as well, as nothing else in the period tells of them', () => {
    const markdown = summaryMarkdown(snapshotOf('milestones: [{ id: a, title: Done, status: done }]'), {
      ...options,
      since: day('2026-11-01'),
      before: { promises: [{ id: 'a', title: 'Done', due: day('2026-11-20') }] },
    });
    expect(markdown).toContain('- **Done** – promised for 20 November 2026, finished\n');
  });

  test('of a place in the history are told under its name', () => {
    const markdown = summaryMarkdown(snapshotOf(fates), { ...options, before: { label: 'contract-v1', promises } });
    expect(section(markdown, 'Dates that moved since contract-v1')).not.toEqual([]);
  });

  test('none is left out and none is made up, however many there are', () => {
    const dates = fc.array(fc.tuple(someDay, optional(someDay)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom<SummaryOptions['audience']>('client', 'team', 'executive'),
        (all, audience) => {
          const milestones = all.map(([, due], at) => ({ id: `m${at}`, title: `Milestone ${at} of it`, due }));
          const given = all.map(([due], at) => ({ id: `m${at}`, title: `Milestone ${at} of it`, due: day(due) }));
          const document = summaryDocument(snapshotOf(JSON.stringify({ milestones })), {
            ...options,
            audience,
            before: { promises: given },
          });
          const at = document.blocks.findIndex(
            (block) => block.kind === 'heading' && block.runs.map(textOf).join('') === 'Dates that moved',
          );
          const block = at < 0 ? undefined : document.blocks[at + 1];
          const lines =
            block?.kind === 'list' ? block.items : block?.kind === 'table' ? (block.columns[0]?.cells ?? []) : [];
          const named = lines.map((runs) => /^Milestone \d+ of it/.exec(runs.map(textOf).join(''))?.[0]);
          const moved = all.flatMap(([was, is], index) => (was === is ? [] : [`Milestone ${index} of it`]));
          expect(named).toEqual(moved);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('dates that were moved with a reason', () => {
  const changes = `changes: [{ on: 2026-10-01, field: due, from: 2026-11-20, to: 2026-11-27, reason: Old one }, { on: 2026-11-12, field: due, from: 2026-11-27, to: 2026-12-11, reason: Test account came late }, { on: 2026-11-12, field: amount, from: "1", to: "2", reason: Secret }]`;
  const text = `milestones: [{ title: A, due: 2026-12-11, ${changes} }, { title: B, due: 2026-12-11, changes: [{ field: due, from: soon, to: 2026-12-11 }] }]`;

  test.each<[string | undefined, string, readonly string[]]>([
    [
      '2026-11-02',
      'Dates that moved since 2 November 2026',
      ['- **A** – 27 November 2026 → 11 December 2026, 14 days later. Test account came late.'],
    ],
    [
      undefined,
      'Dates that moved',
      ['- **A** – 20 November 2026 → 11 December 2026, 21 days later. Test account came late.'],
    ],
    ['2026-11-20', 'Dates that moved', []],
  ])('since %s', (since, heading, expected) => {
    const markdown = summaryMarkdown(snapshotOf(text), { ...options, ...(since ? { since: day(since) } : {}) });
    expect(section(markdown, heading)).toEqual(expected);
    expect(markdown).not.toContain('Secret');
  });
});

describe('every figure', () => {
  const figuresOf = (blocks: readonly Block[]) =>
    blocks.flatMap(runsIn).flatMap((run) => (typeof run === 'object' && run.kind === 'figure' ? [run] : []));

  test('can be traced to a line of the file', () => {
    fc.assert(
      fc.property(
        planText,
        fc.constantFrom<SummaryOptions['audience']>('client', 'team', 'executive'),
        (text, audience) => {
          const snapshot = snapshotOf(text);
          const [plan] = snapshot.plans;
          const place = plan ? placesIn(plan, 'plan.yaml') : () => undefined;
          const { blocks } = summaryDocument(snapshot, { ...options, audience });
          for (const { trace } of figuresOf(blocks)) expect(place(trace)).toMatch(/^plan\.yaml:\d+$/);
          // Nothing that looks like a date stands outside of a figure; headings name days of the report itself.
          const dates = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b/;
          for (const block of blocks)
            if (block.kind !== 'heading')
              for (const run of runsIn(block)) if (typeof run === 'string') expect(run).not.toMatch(dates);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('leads to the line where it is written', () => {
    const [plan] = snapshotOf(website).plans;
    const place = plan && placesIn(plan, 'website.yaml');
    const lineOf = (start: string) => website.split('\n').findIndex((line) => line.trim().startsWith(start)) + 1;
    const cases: readonly (readonly [Trace, number])[] = [
      [{ key: 'design', field: 'due' }, lineOf('due: 2026-12-04')],
      [{ key: 'design', field: 'baseline' }, lineOf('baseline: 2026-11-27')],
      [{ key: 'design', field: 'amount' }, lineOf('amount: 4000')],
      [{ key: '', field: 'deadline' }, lineOf('deadline:')],
    ];
    for (const [trace, line] of cases) expect(place?.(trace)).toBe(`website.yaml:${line}`);
    expect(place?.({ plan: 'file:///other', key: 'design', field: 'due' })).toBeUndefined();
  });

  test('in a sentence is that of the milestone it tells of, not of what drives it', () => {
    const chain = `milestones: [{ id: b, title: B, due: 2026-12-01, dependsOn: [{ id: c }] }, { id: c, title: C, due: 2026-12-20, duration: 40d, start: 2026-11-24 }]`;
    const { blocks } = summaryDocument(snapshotOf(chain), { ...options, audience: 'team' });
    const days = figuresOf(blocks).filter(({ text }) => text === '34');
    expect(days.map(({ trace }) => trace.key)).toEqual(['b', 'b']);
  });

  test('of several plans says which plan it is from', () => {
    const snapshot = snapshotOf([
      { name: 'one', text: 'milestones: [{ id: a, title: A, due: 2026-12-01 }]' },
      { name: 'two', text: 'milestones: [{ id: a, title: A, due: 2026-12-02 }]' },
    ]);
    const plans = figuresOf(summaryDocument(snapshot, options).blocks).map(({ trace }) => trace.plan);
    expect(new Set(plans)).toEqual(new Set(snapshot.plans.map(({ uri }) => uri)));
  });

  test('shows its place on a page', () => {
    const document = summaryDocument(snapshotOf(website), options);
    const html = documentHtml(document, { trace: ({ key, field }) => `${key}:${field}` });
    expect(html).toContain('<span class="figure" title="design:due">4 December 2026</span>');
    expect(html).toContain('<span class="figure" title="design:amount">€4,000</span>');
  });
});

test('is the same text in every time zone and locale of the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  try {
    const outfile = join(folder, 'summary.cjs');
    const from = (path: string) => JSON.stringify(new URL(`../../../${path}`, import.meta.url).pathname);
    const contents = `import { snapshotOf, english } from ${from('test/unit/report/snapshotOf.ts')};
import { website } from ${from('test/unit/report/website.ts')};
import { summaryDocument } from ${from('src/report/summary.ts')};
import { documentHtml } from ${from('src/report/documentHtml.ts')};
import { documentMarkdown } from ${from('src/report/documentMarkdown.ts')};
import { documentText } from ${from('src/report/documentText.ts')};
for (const audience of ['client', 'team', 'executive']) {
  const document = summaryDocument(snapshotOf(website), { audience, say: english, locale: 'en-GB', mermaid: true });
  for (const encode of [documentMarkdown, documentText, documentHtml]) process.stdout.write(encode(document));
}`;
    buildSync({
      stdin: { contents, resolveDir: new URL('../../..', import.meta.url).pathname, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
    });
    const told = [
      ['UTC', 'C'],
      ['Pacific/Kiritimati', 'de_DE.UTF-8'],
      ['America/Adak', 'ar_EG.UTF-8'],
    ].map(([TZ, LANG]) =>
      execFileSync(process.execPath, [outfile], { encoding: 'utf8', env: { ...process.env, TZ, LANG, LC_ALL: LANG } }),
    );
    expect(told[0]).toContain('Website relaunch: status on 23 November 2026');
    expect(new Set(told).size).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('nothing in a report asks for the locale of the process', () => {
  const folder = new URL('../../../src/report/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text, name).not.toMatch(
      /\.toLocale|localeCompare\([^,]*\)|new Date|Date\.now|Intl\.\w+\(\s*(?:\)|undefined)/,
    );
  }
});
