import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contractOf } from '../../../src/agreement/contract';
import { digestOf } from '../../../src/agreement/digest';
import type { IssuedRequest } from '../../../src/agreement/standing';
import { day } from '../../../src/base/day';
import { allMilestones } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { audiences } from '../../../src/report/audience';
import type { Document } from '../../../src/report/document';
import { documentHtml } from '../../../src/report/documentHtml';
import { documentMarkdown } from '../../../src/report/documentMarkdown';
import { documentText } from '../../../src/report/documentText';
import { summaryLanguages, summaryLocale, summarySay, summaryTable } from '../../../src/report/languages';
import { type SummaryOptions, summaryDocument } from '../../../src/report/summary';
import { placesIn } from '../../../src/report/summaryTrace';
import { makeSnapshot, type Snapshot } from '../../../src/snapshot';
import { english, snapshotOf } from './snapshotOf';
import { website } from './website';

function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/${path}.milestones.yaml`, import.meta.url), 'utf8');
}

function golden(name: string): string {
  return new URL(`../../fixtures/summaries/${name}`, import.meta.url).pathname;
}

const reader = { say: english, locale: 'en-GB' };
const formats: Record<string, (document: Document) => string> = {
  md: documentMarkdown,
  txt: documentText,
  html: documentHtml,
};

/** The plan in the middle of its life: something delivered, something asked for, something approved and then changed. */
const lived = fixture('plans/lived');

function livedSnapshot(): Snapshot {
  const file = readPlanFile(lived, 'lived');
  const requests: IssuedRequest[] = [...allMilestones(file.plan?.milestones ?? [])]
    .filter(({ key }) => key === 'shop')
    .map((milestone) => {
      const contract = contractOf({ currency: 'EUR' }, milestone);
      return { on: day('2026-11-19'), milestone: milestone.key, digest: digestOf(contract), contract };
    });
  const plan = { uri: 'file:///plans/lived.milestones.yaml', baseName: 'lived', folder: '', text: lived, file };
  return makeSnapshot([{ ...plan, plan: file.plan }], {
    number: 1,
    today: day('2026-11-23'),
    todayIn: () => day('2026-11-23'),
    dueSoonDays: 7,
    requestsOf: () => requests,
  });
}

/** What the summary of 2 November promised. */
const before = {
  promises: [
    { id: 'design', title: 'Design of all pages', due: day('2026-11-13') },
    { id: 'shop', title: 'Shop with payment', due: day('2026-12-04') },
    { id: 'photos', title: 'Photos and texts', due: day('2026-11-27') },
    { id: 'newsletter', title: 'Newsletter', due: day('2026-12-18') },
    { id: 'launch', title: 'Launch', due: day('2027-01-15') },
  ],
};

describe('whole summaries, as a person would send them', () => {
  describe.each(audiences)('for %s', (audience) => {
    test.each(Object.entries(formats))('as %s', async (ending, encode) => {
      const options: SummaryOptions = { ...reader, audience, since: day('2026-11-02'), before };
      await expect(encode(summaryDocument(livedSnapshot(), options))).toMatchFileSnapshot(
        golden(`lived-${audience}.${ending}`),
      );
    });
  });

  test.each<[string, string, string, Partial<SummaryOptions>]>([
    ['website-client', website, '2026-11-23', {}],
    ['website-team', website, '2026-11-23', { audience: 'team' }],
    ['website-executive', website, '2026-11-23', { audience: 'executive' }],
    ['relaunch-client', fixture('sample-workspace/acme/website-relaunch'), '2026-11-23', {}],
    ['relaunch-team', fixture('sample-workspace/acme/website-relaunch'), '2026-11-23', { audience: 'team' }],
    ['aisland-docsig-client', fixture('plans/aisland-docsig'), '2023-10-20', {}],
    ['privadex-client-since', fixture('plans/privadex'), '2023-02-28', { since: day('2023-02-22') }],
    ['nodejs-release-client', fixture('plans/nodejs-release'), '2026-11-23', {}],
    ['admeta-client', fixture('plans/admeta'), '2023-01-16', {}],
  ])('%s', async (name, text, today, options) => {
    const document = summaryDocument(snapshotOf(text, today), { audience: 'client', ...reader, ...options });
    await expect(documentMarkdown(document)).toMatchFileSnapshot(golden(`${name}.md`));
    await expect(documentText(document)).toMatchFileSnapshot(golden(`${name}.txt`));
  });

  test.each(summaryLanguages.filter((language) => language !== 'en'))('in %s', async (language) => {
    const table = summaryTable(
      readFileSync(new URL(`../../../l10n/summary.${language}.json`, import.meta.url), 'utf8'),
    );
    const own = { say: summarySay(language, table), locale: summaryLocale(language), since: day('2026-11-02'), before };
    for (const audience of ['client', 'team'] as const)
      await expect(documentMarkdown(summaryDocument(livedSnapshot(), { ...own, audience }))).toMatchFileSnapshot(
        golden(`lived-${audience}.${language}.md`),
      );
    const relaunch = snapshotOf(fixture('sample-workspace/acme/website-relaunch'), '2026-11-23');
    await expect(
      documentText(summaryDocument(relaunch, { say: own.say, locale: own.locale, audience: 'client' })),
    ).toMatchFileSnapshot(golden(`relaunch-client.${language}.txt`));
  });

  test('with a chart and the places of all figures', async () => {
    const snapshot = snapshotOf(website);
    const [plan] = snapshot.plans;
    const trace = plan && placesIn(plan, 'website.milestones.yaml');
    const document = summaryDocument(snapshot, {
      audience: 'client',
      ...reader,
      mermaid: true,
      ...(trace ? { trace } : {}),
    });
    await expect(documentMarkdown(document)).toMatchFileSnapshot(golden('website-client-trace.md'));
  });
});
