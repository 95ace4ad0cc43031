// How the panel looks, in Chromium: densities, closed days, the overview strip, small words and marks, empty and stale states.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { approvalMarks, noDay, paymentMarks, type TimelineRows } from '../../src/report/timelineRows';
import { generated, rowsMessage, rowsOf, website } from './fixtures/rows';
import { openPanel, type PanelOptions, type PanelPage, type ThemeName, themeNames } from './panelPage';

let browser: Browser;
let panel: PanelPage;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium(terminal);
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await panel?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(message: unknown, options: PanelOptions = {}): Promise<void> {
  panel = await openPanel(browser, options);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  await panel.post(message);
}

const plan = (change: Partial<TimelineRows> = {}) => ({ ...rowsOf(website), ...change });
const boxOf = async (selector: string) => {
  const box = await panel.page.locator(`${selector}:visible`).first().boundingBox();
  return box ?? { x: -1, y: -1, width: -1, height: -1 };
};

/** The website's rows with a difference from each agreed date, and something agreed about work and money. */
function told(): TimelineRows {
  const rows = rowsOf(website);
  const variance = rows.end.map((end, row) => {
    const baseline = rows.baseline[row] ?? noDay;
    return end === noDay || baseline === noDay ? noDay : end - baseline;
  });
  const payment = rows.payment.slice();
  const approval = rows.approval.slice();
  payment[1] = paymentMarks.indexOf('released');
  payment[4] = paymentMarks.indexOf('disputed');
  approval[4] = approvalMarks.indexOf('changes-requested');
  approval[9] = approvalMarks.indexOf('approved');
  return { ...rows, variance, payment, approval };
}

describe('density', () => {
  test.each([
    ['comfortable', 28, 14],
    ['compact', 22, 12],
  ] as const)('%s rows are %i pixels high, title and bar on one line', async (density, row, bar) => {
    await open(rowsMessage(plan(), 1, { density }));
    const rows = await panel.page
      .locator('.mp-row:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).map(({ y, height }) => ({ y, height })),
      );
    expect(rows.map(({ height }) => height)).toEqual(rows.map(() => row));
    expect((rows[2]?.y ?? 0) - (rows[1]?.y ?? 0)).toBe(row);
    const done = await boxOf('.bar.k-bar .done');
    expect(done.height).toBe(bar);
    expect(done.y + done.height / 2).toBe((rows[1]?.y ?? 0) + row / 2);
  });
  test('changes while the panel is open, and the row at the top stays', async () => {
    await open(rowsMessage(generated(500)), { height: 600 });
    await panel.page
      .locator('.mp-scroll')
      .first()
      .evaluate((node) => node.scrollBy(0, 2800));
    await panel.settle();
    const first = () => panel.page.locator('.mp-row:visible .mp-title').allTextContents();
    const before = await first();
    await panel.post(rowsMessage(generated(500), 2, { density: 'compact' }));
    expect((await first())[0]).toBe(before[0]);
    expect((await first()).length).toBeGreaterThan(before.length);
  });
});

describe('closed days', () => {
  const shading = () =>
    panel.page.evaluate(() =>
      [...document.querySelectorAll('.mp-canvas .closed')].map((node) => (node.getAttribute('d') ?? '').length > 0),
    );
  test('are shaded when zoomed in, holidays joined to their weekend', async () => {
    const christmas = Int32Array.of(20_812, 20_813);
    const calendars = [{ workweek: 31, holidays: christmas, workdays: new Int32Array() }];
    await open(rowsMessage(plan({ calendars })));
    expect(await shading()).toEqual([false, false]);
    await panel.page.keyboard.press('1');
    await panel.settle();
    expect(await shading()).toEqual([true, false]);
    const widths = await panel.page.evaluate(() => {
      const d = document.querySelector('.mp-canvas .closed')?.getAttribute('d') ?? '';
      return [...d.matchAll(/h(\d+)/g)].map((found) => Number(found[1]));
    });
    // Week level: 32 pixels a day. 25 and 26 December 2026 are a Friday and a Saturday.
    expect(new Set(widths)).toEqual(new Set([64, 96]));
  });
  test('of plans that close on different days are shaded in their own rows', async () => {
    const none = new Int32Array();
    const calendars = [
      { workweek: 31, holidays: none, workdays: none },
      { workweek: 0b1001111, holidays: none, workdays: none },
    ];
    const calendar = Int32Array.from(website, (_, row) => (row < 20 ? 0 : 1));
    await open(rowsMessage(plan({ calendars, calendar })));
    await panel.page.keyboard.press('2');
    await panel.settle();
    expect(await shading()).toEqual([false, true]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'panel-calendars.png') });
  });
});

describe('the overview strip', () => {
  test('shows the whole plan and where the window is; a press moves it there, a drag with it', async () => {
    await open(rowsMessage(generated(300)));
    await panel.page.keyboard.press('1');
    await panel.settle();
    const strip = await boxOf('.mp-minimap');
    expect(await panel.page.locator('.mp-minimap').getAttribute('aria-hidden')).toBe('true');
    const before = await boxOf('.mp-minimap-window');
    expect(before.width).toBeLessThan(strip.width / 10);
    await panel.page.mouse.click(strip.x + strip.width * 0.75, strip.y + strip.height - 6);
    await panel.settle();
    const there = await boxOf('.mp-minimap-window');
    expect(Math.abs(there.x + there.width / 2 - (strip.x + strip.width * 0.75))).toBeLessThan(4);
    expect(there.y).toBeGreaterThan(before.y + 15);
    await panel.page.mouse.move(there.x + there.width / 2, there.y + there.height / 2);
    await panel.page.mouse.down();
    await panel.page.mouse.move(there.x + there.width / 2 - 200, there.y + there.height / 2, { steps: 4 });
    await panel.page.mouse.up();
    await panel.settle();
    const dragged = await boxOf('.mp-minimap-window');
    expect(Math.abs(there.x - 200 - dragged.x)).toBeLessThan(4);
    expect(dragged.y).toBe(there.y);
  });
  test('goes and comes with W, and is remembered', async () => {
    await open(rowsMessage(plan()));
    const strip = panel.page.locator('.mp-minimap');
    expect(await strip.isVisible()).toBe(true);
    await panel.page.keyboard.press('w');
    await panel.settle();
    expect(await strip.isVisible()).toBe(false);
    await expect.poll(() => panel.state()).toMatchObject({ overview: false });
    await panel.page.keyboard.press('w');
    await panel.settle();
    expect(await strip.isVisible()).toBe(true);
  });
  test('gives way in a low window', async () => {
    await open(rowsMessage(plan()), { height: 400 });
    expect(await panel.page.locator('.mp-minimap').isVisible()).toBe(false);
  });
  test('costs nothing for each row: the page stays small with any number of them', async () => {
    await open(rowsMessage(generated(20_000)));
    expect(await panel.page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2000);
    const measure = () =>
      panel.page.evaluate(() =>
        [...document.querySelectorAll('.minimap-mark')].reduce(
          (sum, node) => sum + (node.getAttribute('d') ?? '').length,
          0,
        ),
      );
    await expect.poll(measure).toBeGreaterThan(1000);
    expect(await measure()).toBeLessThan(300_000);
  });
});

describe('marks', () => {
  test('days from the agreed date and what is agreed stand where they cover nothing', async () => {
    await open(rowsMessage(told()));
    const variances = await panel.page.locator('.variance:visible').allTextContents();
    expect(variances).toEqual(expect.arrayContaining(['+2 d', '+5 d', '+7 d']));
    const marks = await panel.page
      .locator('.bar .mark:visible')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')));
    expect(marks.sort()).toEqual(['#mp-approved', '#mp-changes-requested', '#mp-pay-disputed', '#mp-pay-released']);
    expect(await overlaps()).toEqual([]);
  });

  /** Words that lie on other words, on an icon or on the shape of a row. */
  const overlaps = () =>
    panel.page.evaluate(() => {
      const seen = [
        ...document.querySelectorAll('.mp-canvas .label, .mp-canvas .variance, .mp-canvas .glyph, .mp-canvas .mark'),
      ].filter((node) => node.closest('[hidden]') === null);
      const boxes = seen.map((node) => node.getBoundingClientRect());
      const met: string[] = [];
      boxes.forEach((a, at) => {
        boxes.slice(at + 1).forEach((b, next) => {
          const isApart =
            a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 5 || b.bottom <= a.top + 5;
          if (!isApart) met.push(`${seen[at]?.outerHTML} ${seen[at + 1 + next]?.outerHTML}`);
        });
      });
      return met;
    });

  test.each(['comfortable', 'compact'] as const)('no words meet at any zoom, %s', async (density) => {
    await open(rowsMessage(told(), 1, { density }));
    for (const key of ['1', '2', '3', '4', 'f']) {
      await panel.page.keyboard.press(key);
      await panel.settle();
      expect(await overlaps()).toEqual([]);
    }
  });
});

describe('where there is nothing to draw', () => {
  test('the panel says what to do and does it', async () => {
    const empty = { text: 'No plan in this folder yet.', command: 'createPlan', label: 'Create a plan' } as const;
    await open(rowsMessage(rowsOf([]), 1, { empty }));
    expect(await panel.page.locator('.mp-empty p').textContent()).toBe('No plan in this folder yet.');
    expect(await panel.page.locator('.mp-minimap').isVisible()).toBe(false);
    expect(await violations()).toEqual([]);
    await panel.page.getByRole('button', { name: 'Create a plan' }).click();
    expect((await panel.sent()).at(-1)).toEqual({ type: 'run', command: 'createPlan' });
  });
  test('a plan that cannot be read is named, with a way to its problems', async () => {
    await open(rowsMessage(plan()));
    expect(await panel.page.getByRole('status').textContent()).toContain('Brand guide cannot be read now');
    await panel.page.getByRole('button', { name: 'Show problems' }).click();
    expect((await panel.sent()).at(-1)).toEqual({ type: 'run', command: 'showProblems' });
    await panel.post(rowsMessage(plan({ stale: new Uint8Array(website.length) }), 2));
    expect(await panel.page.locator('.mp-stale').isVisible()).toBe(false);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(): Promise<readonly string[]> {
  await panel.page.evaluate(axe);
  return panel.page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

describe('in every theme', () => {
  test.each(themeNames)('%s: axe finds nothing with all marks and the legend shown', async (theme: ThemeName) => {
    await open(rowsMessage(told()), { theme });
    await panel.page.keyboard.press('2');
    await panel.settle();
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-look-${theme}.png`) });
    await panel.page.keyboard.press('l');
    await panel.settle();
    expect(await violations()).toEqual([]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-legend-${theme}.png`) });
  });
});
