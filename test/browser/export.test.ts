import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { pageOf, svgOf } from '../../src/shell/exportMake';
import { exportRows } from '../../src/shell/exportRows';
import { fixture } from '../unit/drawing/pictures';
import { english, snapshotOf } from '../unit/report/snapshotOf';
import { payloads } from './fixtures/payloads';
import { rowsMessage } from './fixtures/rows';
import { openPanel } from './panelPage';

const reader = { say: english, locale: 'en-GB', firstWeekday: 1 };
const website = fixture('sample-workspace/acme/website-relaunch.milestones.yaml');
const nodejs = fixture('sample-workspace/open-source/nodejs-release.milestones.yaml');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium(terminal);
});
afterAll(async () => {
  await browser?.close();
});

const exported = (text: string) => exportRows(snapshotOf(text), {}, reader);

/** The page as a client opens it. */
async function opened(html: string, { width = 1200, bypassCSP = false } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(globalThis, { count: 0, fired: () => Object.assign(globalThis, { count: 1 }) });
  });
  await page.route('https://client.test/**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('https://client.test/');
  return page;
}

describe('the page', () => {
  test.each([
    ['the sample', website],
    ['118 milestones', nodejs],
  ])('of %s has no violation, is light and is as wide as its window', async (_, text) => {
    const page = await opened(pageOf(exported(text), reader), { bypassCSP: true });
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    for (const width of [1200, 400]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  test.each(['A4', 'Letter'] as const)('prints on %s without words cut off', async (format) => {
    const page = await opened(pageOf(exported(nodejs), reader));
    await page.emulateMedia({ media: 'print' });
    // Landscape, less 12 mm on each side, at 96 pixels an inch.
    const [width, height] = format === 'A4' ? [1032, 703] : [965, 725];
    await page.setViewportSize({ width, height });
    const found = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      sheets: [...document.querySelectorAll('figure')].map((figure) => figure.getBoundingClientRect().height),
      table: document.querySelector('table')?.scrollWidth ?? 0,
    }));
    expect(found.wide).toBeLessThanOrEqual(width);
    expect(found.table).toBeLessThanOrEqual(width);
    expect(Math.max(...found.sheets)).toBeLessThanOrEqual(height);
    const pdf = (await page.pdf({ format, landscape: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => [
      Math.round(Number(wide)),
      Math.round(Number(high)),
    ]);
    expect(boxes.length).toBeGreaterThanOrEqual(found.sheets.length);
    expect(boxes.length).toBeLessThanOrEqual(found.sheets.length + 6);
    for (const [wide = 0, high = 0] of boxes) {
      expect(Math.abs(wide - (format === 'A4' ? 842 : 792))).toBeLessThanOrEqual(1);
      expect(Math.abs(high - (format === 'A4' ? 595 : 612))).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });

  test('of a small plan prints on one page', async () => {
    const page = await opened(pageOf(exported('milestones: [{ title: A, due: 2026-12-01 }]'), reader));
    const pdf = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });
});

/** A plan whose every text is `text`. */
function hostile(text: string): string {
  const value = JSON.stringify(text);
  return `project: ${value}
people: [{ id: anna, name: ${value} }]
milestones:
  - { id: a, title: ${value}, owner: anna, tags: [${value}], due: 2026-12-01, blockedBy: { text: ${value} } }
  - { id: b, title: ${value}, owner: ${value}, start: 2026-12-01, due: 2026-12-20, dependsOn: [a] }
`;
}

test('no text of a plan runs anything, in the page or in its picture', async () => {
  // Without the policy, so that only the encoding stands between the texts and the browser.
  const html = payloads.map((text) => pageOf(exported(hostile(text)), reader)).join('');
  const unsafe = html.replace(/<meta http-equiv[^>]*>/g, '');
  const page = await opened(unsafe);
  await page.evaluate(() => {
    for (const node of document.querySelectorAll<HTMLElement>('main *')) {
      node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      node.dispatchEvent(new FocusEvent('focus'));
    }
  });
  const found = await page.evaluate(() => ({
    fired: (globalThis as unknown as { count: number }).count,
    scripts: document.querySelectorAll('script, img, iframe, [onclick], [onerror], [onload], [href], [src]').length,
  }));
  expect(found).toEqual({ fired: 0, scripts: 0 });
  await page.context().close();
});

test('the same texts run where they are not encoded', async () => {
  const page = await opened(`<!DOCTYPE html><body>${payloads.slice(0, 20).join('\n')}`);
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { count: number }).count)).toBe(1);
  await page.context().close();
});

interface Answer {
  readonly type: string;
  readonly id: number;
  readonly png?: Uint8Array;
}

/** What the panel's page makes of a picture: its size, and how many of the pixels of a coarse grid are not white. */
async function rasterOf(svg: string, width: number, height: number) {
  const panel = await openPanel(browser);
  await panel.post({ type: 'rasterise', id: 7, svg, width, height });
  await panel.page.waitForFunction(() =>
    (globalThis as unknown as { sent: Answer[] }).sent.some(({ type }) => type === 'raster'),
  );
  const found = await panel.page.evaluate(async () => {
    const answers = (globalThis as unknown as { sent: Answer[] }).sent.filter(({ type }) => type === 'raster');
    const png = answers[0]?.png;
    if (!png) return { answers: answers.length, width: 0, height: 0, drawn: 0 };
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(200, 200);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0, 200, 200);
    const { data } = context.getImageData(0, 0, 200, 200);
    let drawn = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 720) drawn++;
    return { answers: answers.length, width: bitmap.width, height: bitmap.height, drawn };
  });
  await panel.close();
  return found;
}

describe('the pixels', () => {
  test('are twice as many on each side, and not blank', async () => {
    const { svg, width, height } = svgOf(exported(website), reader);
    const found = await rasterOf(svg, width, height);
    expect([found.answers, found.width, found.height]).toEqual([1, width * 2, height * 2]);
    expect(found.drawn).toBeGreaterThan(1_000);
  });

  test('are fewer where a canvas cannot hold them', async () => {
    const { svg, width } = svgOf(exported(website), reader);
    const found = await rasterOf(svg, width, 20_000);
    expect(found.height).toBeLessThanOrEqual(16_384);
    expect(found.width * found.height).toBeLessThanOrEqual(120_000_000);
    expect(found.drawn).toBeGreaterThan(0);
  });

  test('are missing where there is no picture, and the page says so', async () => {
    expect(await rasterOf('no picture', 100, 100)).toMatchObject({ answers: 1, width: 0 });
  });
});

test('the page tells what it shows when the host asks for an export of that', async () => {
  const panel = await openPanel(browser);
  await panel.post({ type: 'exportShown', format: 'svg' });
  expect((await panel.sent()).filter(({ type }) => type === 'export')).toEqual([]);
  await panel.post(rowsMessage(exported(website).rows));
  await panel.post({ type: 'exportShown', format: 'svg' });
  await panel.post({ type: 'exportShown', format: 'exe' });
  const asked = (await panel.sent()).filter(({ type }) => type === 'export');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ format: 'svg', shown: { arrangement: { groupBy: 'plan' }, collapsed: [] } });
  await panel.close();
});
