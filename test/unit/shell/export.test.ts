import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { asInFiles } from '../../../src/report/arrangement';
import { exportName } from '../../../src/report/exportName';
import { pageOf, svgOf } from '../../../src/shell/exportMake';
import { exportRows } from '../../../src/shell/exportRows';
import { payloads } from '../../browser/fixtures/payloads';
import { fixture, namesIn, samples } from '../drawing/pictures';
import { readXml, textOf } from '../drawing/xml';
import { english, snapshotOf, uriOf } from '../report/snapshotOf';

const reader = { say: english, locale: 'en-GB', firstWeekday: 1 };
const website = fixture('sample-workspace/acme/website-relaunch.milestones.yaml');

function exported(text: string, asked = {}) {
  return exportRows(snapshotOf(text), asked, reader);
}

/** Tags of a page around its pictures as a browser would see them, in order; how many words stand on an axis depends on how long titles are. */
function tagsOf(html: string): readonly string[] {
  const around = html.replace(/<figure>.*?<\/figure>/g, '');
  return [...around.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, name = '']) => name);
}

describe('the page', () => {
  const page = pageOf(exported(website), reader);

  test('has a policy, a language and no script', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|<link|<iframe|<img|javascript:|\son[a-z]+=|\shref=|\ssrc=|@import|url\(/i);
  });

  test('has a table with a caption, heads and a row for each row of the picture', () => {
    expect(page).toContain('<caption>Milestones</caption>');
    const heads = [...page.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, text]) => text);
    expect(heads).toEqual([
      'Milestone',
      'State',
      'Owner',
      'Start',
      'Due',
      'Against the baseline',
      'Forecast',
      'Progress',
      'Amount',
    ]);
    expect([...page.matchAll(/<th scope="row">/g)]).toHaveLength(16);
    expect(page).toMatch(/<tr class="d1 late"><th scope="row">Texts and photos final<\/th><td>late<\/td>/);
  });

  test('leaves out columns in which nothing stands', () => {
    const small = pageOf(exported('milestones: [{ title: A, due: 2026-12-01 }]'), reader);
    const heads = [...small.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, text]) => text);
    expect(heads).toEqual(['Milestone', 'State', 'Due', 'Forecast', 'Progress']);
  });

  test('is never empty', () => {
    const empty = pageOf(exportRows({ ...snapshotOf('project: A'), plans: [] }, {}, reader), reader);
    expect(empty).toContain('<p>No milestones yet</p>');
    expect(empty).toContain('<svg');
  });

  test('of a long plan has sheets that fit on paper', () => {
    const long = pageOf(exported(samples[1]?.[1] ?? ''), reader);
    const heights = [...long.matchAll(/viewBox="0 0 1200 (\d+)"/g)].map(([, height]) => Number(height));
    expect(heights.length).toBeGreaterThan(4);
    // 273 × 186 mm are left of a landscape A4 page.
    expect(Math.max(...heights)).toBeLessThan((1200 * 186) / 273);
  });
});

describe('what is shown', () => {
  test('is arranged, collapsed and cut as in the panel', () => {
    const arrangement = { ...asInFiles, groupBy: 'status' as const };
    const shown = { arrangement, collapsed: [], from: day('2026-11-01'), to: day('2026-12-15') };
    const own = exported(website, { shown });
    expect(own.range).toEqual({ from: shown.from, to: shown.to });
    const titles = own.listed.map((row) => own.rows.titles.at(row) ?? '');
    expect(titles).toContain('Done (3)');
    expect(pageOf(own, reader)).toContain('<th scope="row">Done (3)</th>');
  });

  test('leaves out what lies in collapsed rows', () => {
    const shown = { arrangement: asInFiles, collapsed: [uriOf('plan')], from: 0, to: 0 };
    expect(exported(website, { shown }).listed).toEqual([0]);
  });

  test('of several plans is all of them, or the one that is named', () => {
    const two = snapshotOf([
      { name: 'one', text: 'project: One\nmilestones: [{ title: A, due: 2026-12-01 }]' },
      { name: 'two', text: 'project: Two\nmilestones: [{ title: B, due: 2026-12-01 }]' },
    ]);
    expect(exportRows(two, {}, reader).title).toBe('Milestones');
    const one = exportRows(two, { plan: uriOf('two') }, reader);
    expect([one.title, one.baseName, one.listed.length]).toEqual(['Two', 'two', 2]);
  });
});

/** A plan whose every text is `text`. */
function hostile(text: string): string {
  const value = JSON.stringify(text.replace(/[\uD800-\uDFFF]/g, ''));
  return `project: ${value}
client: ${value}
summary: ${value}
people: [{ id: anna, name: ${value}, role: ${value} }]
risks: [{ title: ${value} }]
milestones:
  - id: a
    title: ${value}
    summary: ${value}
    owner: anna
    tags: [${value}]
    due: 2026-12-01
    amount: 100
    blockedBy: { text: ${value}, who: anna }
    deliverables: [{ title: ${value} }]
    tasks: [{ title: ${value} }]
    acceptanceCriteria: [${value}]
  - { id: b, title: ${value}, owner: ${value}, due: 2026-12-20, dependsOn: [a] }
`;
}

describe('hostile texts', () => {
  const tame = exported(hostile('word'));
  const tags = tagsOf(pageOf(tame, reader));
  const known = namesIn(readXml(svgOf(tame, reader).svg));

  test.each(payloads)('stay texts: %s', (text) => {
    const own = exported(hostile(text));
    expect(own.rows.count).toBe(tame.rows.count);
    expect(tagsOf(pageOf(own, reader))).toEqual(tags);
    const { svg } = svgOf(own, reader);
    expect([...namesIn(readXml(svg))].filter((name) => !known.has(name))).toEqual([]);
    expect(textOf(readXml(svg))).toContain('As of 23 November 2026');
  });
});

test('nothing that is meant for the team leaves', () => {
  const text = `project: Client work
people: [{ id: anna, name: Anna, rate: 90 }]
risks: [{ title: CANARY-risk, internal: CANARY-risk-note, probability: 0.4 }]
milestones:
  - id: a
    title: Open for all
    due: 2026-12-01
    internal: CANARY-internal
    owner: anna
    tasks: [{ title: CANARY-task }]
    estimate: 5d
  - id: b
    title: Late one
    due: 2026-11-10
    internal: CANARY-late
    blockedBy: { text: waits for texts, who: anna }
`;
  const own = exported(text);
  const all = pageOf(own, reader) + svgOf(own, reader).svg + exportName(own.baseName, own.day, 'svg');
  expect(own.rows.count).toBe(3);
  expect(all).not.toContain('CANARY');
});

describe('the name of the file', () => {
  const on = day('2026-11-23');
  test.each([
    ['website-relaunch', 'website-relaunch-2026-11-23.svg'],
    ['Büro München', 'Büro-München-2026-11-23.svg'],
    ['計画', '計画-2026-11-23.svg'],
    ['../../etc/passwd', 'etc-passwd-2026-11-23.svg'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j-2026-11-23.svg'],
    ['\u202egnp.exe', 'gnp-exe-2026-11-23.svg'],
    ['$(rm -rf ~)', 'rm--rf-2026-11-23.svg'],
    ['CON', 'milestones-2026-11-23.svg'],
    ['...', 'milestones-2026-11-23.svg'],
    ['', 'milestones-2026-11-23.svg'],
    ['x'.repeat(500), `${'x'.repeat(60)}-2026-11-23.svg`],
  ])('%s', (base, name) => {
    expect(exportName(base, on, 'svg')).toBe(name);
  });
});
