// Filter, groups, order, menus and the hover card of the panel's page in Chromium: with the pointer, with the keys alone, with hostile input.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import type { Card } from '../../src/protocol/messages';
import { arrangeable } from './fixtures/arranged';
import { generated, rowsMessage, rowsOf } from './fixtures/rows';
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
  panel = await openPanel(browser, options);
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
const type = async (text: string) => {
  await panel.page.keyboard.type(text);
  await panel.settle();
};
const row = (title: string) => panel.page.locator('.mp-tree .mp-row:visible', { hasText: title });
const titles = () => panel.page.locator('.mp-tree .mp-row:visible .mp-title').allTextContents();
const box = () => panel.page.getByRole('textbox', { name: 'Filter milestones' });
const button = (name: string) => panel.page.getByRole('button', { name });
const focused = () =>
  panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
const live = () => panel.page.locator('.mp-live').textContent();
const item = (name: string) => panel.page.getByRole('menuitem', { name, exact: true });
const ref = (at: number) => rows.refs.at(at);
const lastSent = async () => (await panel.sent()).at(-1);
const inOrder = async () => {
  const found = await panel.page
    .locator('.mp-tree .mp-row:visible')
    .evaluateAll((nodes) =>
      nodes.map((node) => [node.getBoundingClientRect().y, node.querySelector('.mp-title')?.textContent] as const),
    );
  return found.sort(([a], [b]) => a - b).map(([, title]) => title);
};
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

describe('filter', () => {
  test('typing filters at once, keeps what hits lie in, tells the count and forgets with Escape', async () => {
    await open();
    const all = await inOrder();
    await press('/');
    expect(await focused()).toBe('Filter milestones');
    await type('zoe');
    expect((await inOrder()).length).toBeLessThan(all.length);
    expect(await titles()).toContain('Website relaunch');
    expect(await titles()).not.toContain('Photography');
    await expect.poll(live).toBe('Milestones shown: 6 of 22');
    await press('Escape');
    expect(await inOrder()).toEqual(all);
    expect(await focused()).toBe('Filter milestones');
    await press('Escape');
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
  });

  test('keys of the panel are letters in the box', async () => {
    await open();
    await press('/');
    await type('gvc1');
    expect(await box().inputValue()).toBe('gvc1');
    expect(await button('Group by: Plan').count()).toBe(1);
    expect(await panel.page.getByRole('button', { name: 'List' }).getAttribute('aria-pressed')).toBe('false');
  });

  test('a filter that leaves nothing says so and can be cleared', async () => {
    await open();
    await press('/');
    await type('no such thing');
    expect(await panel.page.locator('.mp-empty').textContent()).toContain('No milestone fits the filter');
    expect(await violations()).toEqual([]);
    await panel.page.locator('.mp-empty').getByRole('button', { name: 'Clear filter' }).click();
    await panel.settle();
    expect(await titles()).toContain('Discovery');
    expect(await box().inputValue()).toBe('');
  });

  test('what is selected stays selected, also while the filter hides it', async () => {
    await open();
    await row('Texts final').click();
    await press('/');
    await type('texts');
    const chosen = panel.page.locator('.mp-tree .mp-row[aria-selected="true"]:visible .mp-title');
    expect(await chosen.textContent()).toBe('Texts final');
    await type(' nothing');
    await press('Escape');
    expect(await chosen.textContent()).toBe('Texts final');
    await button('Group by: Plan').focus();
    await press('g', 'g');
    expect(await chosen.textContent()).toBe('Texts final');
  });

  test('by owner, state and tag, late only, with the keys alone', async () => {
    await open();
    await press('/', 'Tab', 'Enter');
    expect(await panel.page.getByRole('dialog', { name: 'Filter by owner, state or tag' }).isVisible()).toBe(true);
    await type('Grace');
    await expect.poll(titles).not.toContain('Photography');
    await press('Tab', 'Tab');
    await type('content');
    await press('Tab', 'Space');
    await press('Tab', 'Shift+Tab', 'Space');
    expect(await panel.page.locator('.mp-filter > .mp-button').textContent()).toBe('Filter (2)');
    const wanted = rows.owners.indexOf('Grace Hopper');
    const fitting = Array.from({ length: rows.count }, (_, at) => at).filter(
      (at) => rows.owner[at] === wanted && rows.tags.at(at) === 'content',
    );
    expect(fitting.length).toBeGreaterThan(0);
    for (const at of fitting) expect(await titles()).toContain(rows.titles.at(at));
    await press('Escape');
    expect(await focused()).toBe('Filter (2)');
    await button('Clear filter').click();
    await panel.settle();
    expect(await titles()).toContain('Discovery');
  });

  test('survives a reload with groups, order, list and client view; sends the audience before it says that it is ready', async () => {
    await open();
    await press('/');
    await type('client');
    await press('Enter', 'g', 'i', 'v');
    await expect.poll(async () => JSON.stringify(await panel.state())).toContain('"mode":"list"');
    const state = await panel.state();
    expect(state).toMatchObject({ arrangement: { groupBy: 'owner', filter: { text: 'client' } }, audience: 'client' });
    await panel.close();
    await open({ state });
    expect((await panel.sent()).slice(0, 2)).toEqual([{ type: 'audience', audience: 'client' }, { type: 'ready' }]);
    expect(await box().inputValue()).toBe('client');
    expect(await panel.page.getByRole('treegrid').isVisible()).toBe(true);
    expect(await button('Group by: Owner').count()).toBe(1);
  });

  test('typing over 100 000 rows stays quick', async () => {
    await open({ height: 700 });
    await panel.post(rowsMessage(generated(100_000), 2));
    await press('/');
    await type('m');
    const started = await panel.page.evaluate(() => performance.now());
    await type('ilestone 77');
    const took = (await panel.page.evaluate(() => performance.now())) - started;
    // Eleven letters, each filtered and drawn; generous, since machines differ.
    expect(took).toBeLessThan(4000);
    expect(await panel.page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2000);
  });
});

describe('groups and order', () => {
  test('the group key goes through owner, status and month, and its heads collapse', async () => {
    await open();
    await press('ArrowDown', 'g');
    expect(await live()).toBe('Group by: Owner');
    expect((await inOrder())[0]).toBe('Ada Lovelace (6)');
    await press('Home');
    expect(
      await panel.page.locator('.mp-tree .mp-row[aria-selected="true"]:visible').getAttribute('aria-expanded'),
    ).toBe('true');
    const before = (await panel.sent()).length;
    await press('ArrowLeft');
    expect((await inOrder())[1]).toBe('Grace Hopper (6)');
    await press('Enter', 'm', 's', 'd', 'a', 'h');
    expect((await panel.sent()).length).toBe(before);
    await press('g');
    expect((await inOrder())[0]).toMatch(/^Late \(/);
    await press('g');
    expect((await inOrder())[0]).toBe('October 2026 (3)');
    await press('g');
    expect((await inOrder())[0]).toBe('Website relaunch');
  });

  test('a collapsed group stays so when new rows come and when another grouping was looked at', async () => {
    await open();
    await press('g');
    await row('Ada Lovelace').locator('.mp-twisty').click();
    await panel.settle();
    await panel.post(rowsMessage(rows, 2));
    expect((await inOrder())[1]).toBe('Grace Hopper (6)');
    await press('g', 'g', 'g', 'g');
    expect((await inOrder())[1]).toBe('Grace Hopper (6)');
  });

  test('the order is chosen from a menu by keys, type-ahead included', async () => {
    await open();
    await row('Discovery').focus();
    await press('o');
    expect(await panel.page.getByRole('menu', { name: 'Sort by' }).isVisible()).toBe(true);
    expect(await focused()).toBe('Order in the file');
    await press('t');
    expect(await focused()).toBe('Title');
    await press('Enter');
    expect(await panel.page.getByRole('menu').count()).toBe(0);
    expect((await inOrder()).slice(0, 3)).toEqual(['Website relaunch', 'Acceptance', 'Build']);
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
    await press('o', 'ArrowUp', 'Enter');
    expect((await inOrder())[1]).toBe('Warranty review');
    expect(await button('Sort by: Title ↓').count()).toBe(1);
  });

  test('collapse all and expand all, with one key', async () => {
    await open();
    await row('Interviews').click();
    await press('c');
    expect(await titles()).toEqual(['Website relaunch', 'Brand guide']);
    expect(await panel.page.locator('.mp-tree .mp-row[aria-selected="true"]:visible .mp-title').textContent()).toBe(
      'Website relaunch',
    );
    await press('c');
    expect((await titles()).length).toBeGreaterThan(10);
  });

  test('client view is asked of the host, and is seen only once the host has answered', async () => {
    await open();
    await press('i');
    expect(await lastSent()).toEqual({ type: 'audience', audience: 'client' });
    expect(await panel.page.locator('.mp-badge').isVisible()).toBe(false);
    await panel.post(rowsMessage(rows, 2, { audience: 'client' }));
    expect(await panel.page.locator('.mp-badge').textContent()).toBe('Client view');
    expect(await panel.page.locator('.mp-badge').isVisible()).toBe(true);
  });
});

describe('menu of a row', () => {
  test('by the pointer: sets a status by id, and gives the focus back', async () => {
    await open();
    await row('Design system').click({ button: 'right' });
    await item('Set status').click();
    await item('On hold').click();
    expect(await lastSent()).toEqual({ type: 'set', ref: ref(6), number: 1, status: 'on-hold' });
    await panel.settle();
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toContain('Design system');
  });

  test('on the drawing, where the bar is', async () => {
    await open();
    await panel.page.locator('.bar.s-blocked .track').click({ button: 'right' });
    expect(await panel.page.getByRole('menu', { name: 'Payment integration' }).isVisible()).toBe(true);
    await panel.page.mouse.click(1100, 850);
    expect(await panel.page.getByRole('menu').count()).toBe(0);
  });

  test('by the keys: opens, goes in and out, Escape closes one menu at a time', async () => {
    await open();
    await row('Texts final').click();
    await press('ArrowDown', 'ArrowUp', 'Shift+F10');
    expect(await focused()).toBe('Open in the fileEnter');
    await press('s', 's', 'ArrowRight');
    expect(await focused()).toBe('0%');
    await press('ArrowLeft');
    expect(await panel.page.getByRole('menu').count()).toBe(1);
    await press('Enter', 'End');
    expect(await focused()).toBe('Other…P');
    await press('Escape', 'Escape');
    expect(await panel.page.getByRole('menu').count()).toBe(0);
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
    await press('ContextMenu', 's', 's', 'ArrowRight', '7', 'Enter');
    expect(await lastSent()).toMatchObject({ type: 'set', percent: 75 });
  });

  test('tasks come from the host and are ticked by number and old text', async () => {
    await open();
    await row('Texts final').click({ button: 'right' });
    expect(await lastSent()).toEqual({ type: 'card', ref: ref(7) });
    await item('Tasks').click();
    expect(await item('Tasks are being read…').getAttribute('aria-disabled')).toBe('true');
    await press('Escape');
    await panel.post({ type: 'card', ref: ref(7), card: cardOf({ title: 'Texts final' }) });
    await item('Tasks').click();
    await panel.page.getByRole('menuitemcheckbox', { name: 'Second' }).click();
    expect(await lastSent()).toEqual({ type: 'set', ref: ref(7), number: 1, task: 1, was: 'b', done: true });
  });

  test('of what is shown or of the whole, an export is asked for by name only', async () => {
    await open();
    await press('x', 'Enter');
    expect(await lastSent()).toMatchObject({
      type: 'export',
      format: 'svg',
      shown: { arrangement: { groupBy: 'plan' } },
    });
    await press('x', 'End', 'Enter');
    expect(await lastSent()).toEqual({ type: 'export', format: 'html' });
  });

  test('a plan and a head of a group offer nothing that changes a milestone', async () => {
    await open();
    const entries = () => panel.page.getByRole('menuitem').allTextContents();
    await row('Website relaunch').click({ button: 'right' });
    expect(await entries()).toEqual(['Open in the fileEnter', 'Collapse', 'Collapse allC', 'Export']);
    await press('Escape', 'g');
    await row('Ada Lovelace').click({ button: 'right' });
    expect(await entries()).toEqual(['Collapse', 'Collapse allC', 'Export']);
  });
});

function cardOf(change: Partial<Card>): Card {
  return {
    title: 'Title',
    detail: 'at risk · 25 %',
    lines: [{ label: 'Owner', text: 'Zoë' }, { text: 'Waits for Design.' }],
    tasks: [
      { task: 0, was: 'a', title: 'First', done: true },
      { task: 1, was: 'b', title: 'Second', done: false },
    ],
    ...change,
  };
}

describe('hover card', () => {
  const card = () => panel.page.locator('.mp-card');

  test('after a rest on a bar it asks once, shows all of it beside the pointer, and goes', async () => {
    await open();
    await panel.page.locator('.bar.s-at-risk .track').hover();
    expect(await card().isVisible()).toBe(false);
    await expect.poll(lastSent).toEqual({ type: 'card', ref: ref(7) });
    await panel.post({ type: 'card', ref: ref(7), card: cardOf({ title: 'Texts final' }) });
    expect(await card().textContent()).toBe('Texts finalat risk · 25 %OwnerZoëWaits for Design.FirstSecond');
    const at = await card().boundingBox();
    const bar = await panel.page.locator('.bar.s-at-risk .track').boundingBox();
    expect(
      (at?.y ?? 0) >= (bar?.y ?? 0) + (bar?.height ?? 0) || (at?.y ?? 0) + (at?.height ?? 0) <= (bar?.y ?? 0),
    ).toBe(true);
    await card().hover();
    await panel.page.waitForTimeout(400);
    expect(await card().isVisible()).toBe(true);
    await panel.page.mouse.move(1150, 880);
    await expect.poll(() => card().isVisible()).toBe(false);
    const asked = (await panel.sent()).filter(({ type: kind }) => kind === 'card').length;
    await panel.page.locator('.bar.s-at-risk .track').hover();
    await expect.poll(() => card().isVisible()).toBe(true);
    expect((await panel.sent()).filter(({ type: kind }) => kind === 'card').length).toBe(asked);
    await press('Escape');
    expect(await card().isVisible()).toBe(false);
  });

  test('uses up no key before it is shown', async () => {
    await open();
    await panel.page.locator('.bar.s-at-risk .track').hover();
    await expect.poll(lastSent).toEqual({ type: 'card', ref: ref(7) });
    await press('/', 'Tab', 'Enter');
    expect(await panel.page.locator('.mp-choices').isVisible()).toBe(true);
    await panel.page.locator('.bars .track:visible').last().hover();
    await expect.poll(lastSent).not.toEqual({ type: 'card', ref: ref(7) });
    await press('Escape');
    expect(await panel.page.locator('.mp-choices').isVisible()).toBe(false);
  });

  test.each(themeNames)('by key it takes the focus, ticks a task, and axe finds nothing in %s', async (theme) => {
    await open({ theme });
    await row('Texts final').click();
    await press('ArrowDown', 'ArrowUp', 'h');
    const at = rows.refs.at(
      Number(await panel.page.locator('.mp-tree .mp-row[aria-selected="true"]:visible').getAttribute('data-row')),
    );
    await panel.post({ type: 'card', ref: at, card: cardOf({}) });
    expect(await panel.page.getByRole('dialog', { name: 'Title' }).isVisible()).toBe(true);
    expect(await violations()).toEqual([]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-card-${theme}.png`) });
    await press('Tab', 'Tab', 'Space');
    expect(await lastSent()).toMatchObject({ type: 'set', task: 1, was: 'b', done: true });
    await press('Escape');
    expect(await card().isVisible()).toBe(false);
    await press('Shift+F10');
    expect(await violations()).toEqual([]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-menu-${theme}.png`) });
    await press('Escape', '/', 'Tab', 'Enter');
    expect(await violations()).toEqual([]);
  });
});

describe('hostile input', () => {
  const payload = '<img src=x onerror="fired()">';

  test('texts of owners, tags and cards are shown as text and nothing runs', async () => {
    await open();
    await panel.page.evaluate(() => {
      Object.assign(globalThis, { firings: 0, fired: () => Object.assign(globalThis, { firings: 1 }) });
    });
    const tags = Array.from({ length: rows.count }, () => `${payload}\n\u202egpj`);
    await panel.post(rowsMessage({ ...rows, tags, owners: [payload, '__proto__', 'x'.repeat(300)] }, 2));
    await press('g');
    expect(await titles()).toContain(`${payload} (6)`);
    await press('/', 'Tab', 'Enter', 'Escape');
    await row('Discovery').click({ button: 'right' });
    const lines = [{ label: payload, text: payload }, { text: payload }];
    const tasks = [{ task: 0, was: payload, title: payload, done: false }];
    await panel.post({ type: 'card', ref: ref(1), card: { title: payload, detail: payload, lines, tasks } });
    await item('Tasks').click();
    expect(await panel.page.getByRole('menuitemcheckbox', { name: payload }).count()).toBe(1);
    await press('Escape', 'Escape', 'h');
    expect(await panel.page.locator('.mp-card').textContent()).toContain(payload);
    await panel.page.waitForTimeout(100);
    expect(await panel.page.evaluate(() => (globalThis as unknown as { firings: number }).firings)).toBe(0);
    expect(await panel.page.locator('img, script:not([nonce]), style').count()).toBe(0);
  });

  test.each([
    { arrangement: 7, mode: 'grid', audience: 'everyone' },
    { arrangement: { groupBy: '__proto__', sortBy: 'constructor', descending: 1, filter: [] } },
    { arrangement: { filter: { text: 'x'.repeat(5000), owner: 7, state: 'no', tag: {}, lateOnly: 'yes' } } },
  ])('a saved state of %j is ignored', async (state) => {
    await open({ state });
    expect(await titles()).toContain('Discovery');
    expect(await button('Group by: Plan').count()).toBe(1);
    expect(await panel.page.getByRole('button', { name: 'Timeline' }).getAttribute('aria-pressed')).toBe('true');
    expect((await panel.sent())[0]).toEqual({ type: 'ready' });
  });

  test('a saved owner and tag that are gone can be seen and cleared', async () => {
    await open({ state: { arrangement: { filter: { text: '', owner: 'Gone', tag: payload } } } });
    expect(await panel.page.locator('.mp-empty').isVisible()).toBe(true);
    // Behind the button that clears the filter.
    await press('/', 'Tab', 'Tab', 'Enter');
    expect(await panel.page.getByRole('combobox', { name: 'Owner' }).inputValue()).toBe('Gone');
    expect(await panel.page.getByRole('combobox', { name: 'Tag' }).inputValue()).toBe(payload);
  });
});

test('with no rows at all the tools say nothing wrong', async () => {
  await open();
  await panel.post(rowsMessage(rowsOf([]), 2));
  await press('g', 'o', 'Escape', 'c', 'v', '/', 'Escape');
  expect(await panel.page.locator('.mp-empty').isVisible()).toBe(true);
  await panel.post(rowsMessage(rows, 3));
  expect(await panel.page.getByRole('treegrid').isVisible()).toBe(true);
});
