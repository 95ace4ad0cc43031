// The panel's list in Chromium: a table that can be sorted, read out and used with the keys alone, and never more of it in the page than is seen.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { arrangeable } from './fixtures/arranged';
import { generated, rowsMessage } from './fixtures/rows';
import { openPanel, type PanelOptions, type PanelPage, themeNames } from './panelPage';

let browser: Browser;
let panel: PanelPage;
const errors: string[] = [];
const rows = arrangeable();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  mkdirSync(join(artifactsRoot, 'screenshots'), { recursive: true });
  browser = await launchChromium(terminal);
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await panel?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(options: PanelOptions = {}): Promise<void> {
  panel = await openPanel(browser, { state: { mode: 'list' }, ...options });
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  panel.page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await panel.post(rowsMessage(rows));
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) {
    await panel.page.keyboard.press(key);
    await panel.settle();
  }
};
const grid = () => panel.page.getByRole('treegrid', { name: 'Milestones' });
const row = (title: string) => grid().locator('.mp-list-rows [role="row"]:visible', { hasText: title });
const cells = (title: string) => row(title).locator('[role="rowheader"], [role="gridcell"]').allTextContents();
const titles = () => grid().locator('.mp-list-rows [role="row"]:visible .c-title .mp-cell-text').allTextContents();
const focused = () =>
  panel.page.evaluate(() => [document.activeElement?.getAttribute('role'), document.activeElement?.textContent]);
const ref = (at: number) => rows.refs.at(at);
const lastSent = async () => (await panel.sent()).at(-1);
async function violations(): Promise<string[]> {
  await panel.page.evaluate(axe);
  return panel.page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await run.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  });
}

test('the key for it shows the same rows as a table, with what is selected, and leads back', async () => {
  await open({ state: undefined });
  await panel.page.locator('.mp-tree .mp-row', { hasText: 'Texts final' }).click();
  await press('v');
  expect(await grid().isVisible()).toBe(true);
  expect(await row('Texts final').getAttribute('aria-selected')).toBe('true');
  expect((await focused())[0]).toBe('row');
  expect(await panel.page.locator('.mp-stage:visible').count()).toBe(0);
  await press('v');
  expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
});

test('each row says everything in its cells', async () => {
  await open();
  const heads = await grid().getByRole('columnheader').allTextContents();
  expect(heads).toEqual(['Milestone', 'State', 'Owner', 'Start', 'End', 'Variance', 'Float', 'Progress', 'Amount']);
  const [days, late] = ['Nov 9, 2026', 'Dec 11, 2026'];
  expect(await cells('Texts final')).toEqual(['Texts final', 'At risk', 'Zoë Ångström', days, late, '', '', '25%', '']);
  expect(await cells('Photography')).toEqual([
    ...['Photography', 'On hold', '', 'Nov 16, 2026', 'Dec 1, 2026', '-3d', '', '10%', ''],
  ]);
  expect(await grid().getAttribute('aria-rowcount')).toBe(String(rows.count + 1));
  expect(await row('Website relaunch').getAttribute('aria-rowindex')).toBe('2');
  expect(await row('Interviews').getAttribute('aria-level')).toBe('3');
  expect(await row('Brand guide').textContent()).toContain('Out of date');
});

test('columns in which nothing is said are left out', async () => {
  await open();
  await panel.post(rowsMessage(generated(50), 2));
  const heads = await grid().getByRole('columnheader').allTextContents();
  expect(heads).not.toContain('Owner');
  expect(heads).not.toContain('Amount');
  expect(heads).toContain('End');
});

test('a head sorts up, then down, then as in the files, and says so', async () => {
  await open();
  const head = grid().getByRole('columnheader', { name: 'End' });
  const sort = () => head.getAttribute('aria-sort');
  const press1 = async () => {
    await head.getByRole('button').click();
    await panel.settle();
  };
  const before = (await panel.sent()).length;
  expect(await sort()).toBe('none');
  await press1();
  expect([await sort(), (await titles()).slice(0, 2)]).toEqual(['ascending', ['Website relaunch', 'Discovery']]);
  await press1();
  expect([await sort(), (await titles()).includes('Warranty review')]).toEqual(['descending', true]);
  await press1();
  expect(await sort()).toBe('none');
  expect((await panel.sent()).length).toBe(before);
});

test('with the keys alone: rows, cells, heads, expand and collapse, open and act', async () => {
  await open();
  while ((await focused())[0] !== 'row') await panel.page.keyboard.press('Tab');
  await press('ArrowDown', 'ArrowDown');
  expect((await focused())[1]).toContain('Discovery');
  await press('ArrowLeft');
  expect(await row('Discovery').getAttribute('aria-expanded')).toBe('false');
  expect(await titles()).not.toContain('Content inventory');
  await press('ArrowRight');
  expect(await row('Discovery').getAttribute('aria-expanded')).toBe('true');
  await press('ArrowRight');
  expect(await focused()).toEqual(['rowheader', 'Discovery']);
  await press('ArrowRight');
  expect(await focused()).toEqual(['gridcell', 'Done']);
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  expect(await focused()).toEqual(['gridcell', 'Late']);
  await press('End');
  expect((await focused())[0]).toBe('gridcell');
  await press('ArrowRight', 'Home');
  expect(await focused()).toEqual(['rowheader', 'Design']);
  await press('Enter');
  expect(await lastSent()).toEqual({ type: 'open', ref: ref(4) });
  await press('s');
  expect(await lastSent()).toEqual({ type: 'act', action: 'setStatus', ref: ref(4), number: 1 });
  await press('p');
  expect(await lastSent()).toMatchObject({ action: 'setProgress' });
  await press('ArrowLeft', 'End');
  expect((await focused())[1]).toContain('Guide printed');
  await press('Home');
  expect((await focused())[1]).toContain('Website relaunch');
  await press('PageDown');
  expect((await focused())[1]).not.toContain('Website relaunch');
  await press('Shift+Tab');
  expect(await panel.page.evaluate(() => document.activeElement?.className)).toBe('mp-list-sort');
  await press('ArrowRight', 'Enter');
  expect(await grid().getByRole('columnheader', { name: 'State' }).getAttribute('aria-sort')).toBe('ascending');
});

test('the menu of a row and the keys that move the drawing', async () => {
  await open();
  await row('Design system').click({ button: 'right' });
  await panel.page.getByRole('menuitem', { name: 'Copy link' }).click();
  expect(await lastSent()).toEqual({ type: 'act', action: 'copyLink', ref: ref(6), number: 1 });
  await press('Shift+F10');
  expect(await panel.page.getByRole('menu', { name: 'Design system handed over' }).isVisible()).toBe(true);
  await press('Escape', '1', '+', 't');
  expect(await grid().isVisible()).toBe(true);
  // What is moved must be seen: the hand goes to the drawing.
  await press('d');
  expect(await panel.page.locator('.mp-stage').isVisible()).toBe(true);
});

test('a selection from the host comes into view without taking the focus', async () => {
  await open({ height: 300 });
  await panel.page.getByRole('button', { name: 'List' }).focus();
  await panel.post({ type: 'select', ref: ref(20) });
  expect(await row('Brand guide').getAttribute('aria-selected')).toBe('true');
  expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toBe('List');
});

test('a hundred thousand rows take no more elements than a screen of them', async () => {
  await open({ height: 1100 });
  await panel.post(rowsMessage(generated(100_000), 2));
  const count = () => panel.page.evaluate(() => document.querySelectorAll('*').length);
  expect(await count()).toBeLessThan(2000);
  await row('Milestone 1 of').click();
  await press('End');
  expect(await row('Milestone 99999 of').isVisible()).toBe(true);
  expect(await count()).toBeLessThan(2000);
  await panel.page.mouse.move(600, 600);
  await panel.page.mouse.wheel(0, -3000);
  await expect.poll(() => row('Milestone 99999 of').count()).toBeLessThanOrEqual(1);
  expect(await count()).toBeLessThan(2000);
});

test('in a narrow panel the table goes sideways by itself, the title stays, and the cell in focus is seen', async () => {
  await open({ width: 320, height: 600 });
  const page = await panel.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(page[0]).toBe(page[1]);
  await row('Discovery').click();
  for (let at = 0; at < 9; at++) await press('ArrowRight');
  const cell = await panel.page.evaluate(() => document.activeElement?.getBoundingClientRect().toJSON() as DOMRect);
  const title = await row('Discovery').locator('.c-title').boundingBox();
  expect(cell.right).toBeLessThanOrEqual(321);
  expect(cell.left).toBeGreaterThanOrEqual((title?.x ?? 0) + (title?.width ?? 0) - 1);
  expect(title?.x).toBe(0);
});

test.each(themeNames)('axe finds nothing in %s', async (theme) => {
  await open({ theme });
  await press('g');
  await row('Discovery').click();
  expect(await violations()).toEqual([]);
  await press('ArrowRight', 'ArrowRight');
  expect(await violations()).toEqual([]);
  await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-list-${theme}.png`) });
});

test('forced colours keep the selection and the progress visible', async () => {
  await open({ forcedColors: true });
  await row('Discovery').click();
  const outline = await row('Discovery').evaluate((node) => getComputedStyle(node).outlineStyle);
  const meter = await row('Discovery')
    .locator('.mp-meter')
    .evaluate((node) => getComputedStyle(node).outlineStyle);
  expect([outline, meter]).toEqual(['solid', 'solid']);
});
