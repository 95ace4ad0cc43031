// Everything the panel can do, done in Chromium with the keys alone: after each key the focus is on something, and can be seen.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import type { FromPanel } from '../../src/protocol/messages';
import { card, rich } from './fixtures/rich';
import { rowsMessage } from './fixtures/rows';
import { openPanel, type PanelPage } from './panelPage';

let browser: Browser;
let panel: PanelPage;
const errors: string[] = [];
const rows = rich();
const ref = (row: number) => rows.refs.at(row) ?? '';

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

async function open(): Promise<void> {
  panel = await openPanel(browser, { height: 1000 });
  panel.page.setDefaultTimeout(5_000);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  await panel.post(rowsMessage(rows));
}

/** Each key, and after it the focus: what has it, and whether it can be seen there. */
async function keys(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await panel.page.keyboard.press(name);
    await panel.settle();
    expect({ key: name, lost: await lostFocus() }).toEqual({ key: name, lost: undefined });
  }
}

/** What is wrong with the focus: it is nowhere, hidden, out of the window, or nothing marks it. */
const lostFocus = () =>
  panel.page.evaluate(() => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement) || node === document.body) return 'nowhere';
    const box = node.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `hidden: ${node.className}`;
    if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight)
      return `outside: ${node.className}`;
    const isSeen = (style: CSSStyleDeclaration) => {
      const isClear = (colour: string) => colour === 'transparent' || /, 0\)$|\/ 0\)$/.test(colour);
      const outline =
        style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1 && !isClear(style.outlineColor);
      return outline || style.boxShadow !== 'none';
    };
    const marks = [node, node.parentElement].flatMap((each) =>
      each ? [getComputedStyle(each), getComputedStyle(each, '::before'), getComputedStyle(each, '::after')] : [],
    );
    if (marks.some(isSeen)) return undefined;
    // An entry of a menu and a dialog show it by their ground, or by being all there is.
    const ground = getComputedStyle(node).backgroundColor;
    const around = node.parentElement ? getComputedStyle(node.parentElement).backgroundColor : ground;
    if (node.matches('[role^=menuitem]') && ground !== around && !ground.endsWith(', 0)')) return undefined;
    return `unmarked: ${node.tagName} ${node.className}`;
  });

const sent = () => panel.sent();
const last = async () => (await sent()).at(-1);
const ofType = async (type: FromPanel['type']) => (await sent()).filter((each) => each.type === type);
const focused = () =>
  panel.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );
const role = () =>
  panel.page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
const titles = async () =>
  panel.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.mp-tree .mp-row, .mp-list-rows .mp-list-row')]
      .filter((row) => row.offsetParent !== null)
      .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
      .map((row) => row.querySelector('.mp-title, .c-title .mp-cell-text')?.textContent ?? ''),
  );
const selected = () =>
  panel.page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[aria-selected=true]')]
        .find((row) => row.offsetParent !== null)
        ?.querySelector('.mp-title, .c-title .mp-cell-text')?.textContent,
  );
const visible = (selector: string) => panel.page.locator(selector).first().isVisible();
const pressed = (name: string) => panel.page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
const axis = () => panel.page.locator('.mp-axis text:visible').allTextContents();
/** Into the rows, as a person gets there. */
async function toRows(): Promise<void> {
  for (let stop = 0; stop < 12 && (await role()) !== 'treeitem'; stop++) await panel.page.keyboard.press('Tab');
  expect(await role()).toBe('treeitem');
}
async function type(text: string): Promise<void> {
  await panel.page.keyboard.type(text);
  await panel.settle();
}
async function answer(make: (id: number) => object): Promise<void> {
  const asked = (await sent()).findLast(
    (each) => each.type === 'preview' || each.type === 'move' || each.type === 'depend',
  );
  if (asked && 'id' in asked) await panel.post(make(asked.id));
}

test('moving, folding, looking', async () => {
  await open();
  await toRows();
  await keys('ArrowDown', 'ArrowDown');
  expect(await selected()).toBe('Discovery');
  await keys('ArrowLeft');
  expect(await titles()).not.toContain('Content inventory');
  await keys('ArrowRight', 'ArrowRight');
  expect(await selected()).toBe('Interviews with eight customers');
  await keys('ArrowLeft', 'End', 'Home', 'PageDown', 'PageUp');
  expect(await selected()).toBe('Website relaunch');
  await keys('c');
  expect(await titles()).toEqual(['Website relaunch', 'Brand guide']);
  await keys('c', 'ArrowDown');
  expect(await selected()).toBe('Discovery');
  const places = new Set<string>();
  for (const key of ['1', '2', '3', '4', 'f', '+', '-', '0', '1', '[', ']', 't', 'f']) {
    await keys(key);
    places.add((await axis()).join());
  }
  expect(places.size).toBeGreaterThanOrEqual(6);
  expect(await pressed('Fit')).toBe('true');
  await keys('l');
  expect(await visible('.mp-legend')).toBe(true);
  await keys('l', 'w');
  expect(await visible('.mp-minimap')).toBe(false);
  await keys('w', '?');
  expect(await visible('dialog[open]')).toBe(true);
  await keys('Escape');
  expect(await visible('dialog[open]')).toBe(false);
  expect(await role()).toBe('treeitem');
  await keys('Enter');
  expect(await last()).toEqual({ type: 'open', ref: ref(1) });
}, 30_000);

test('filter, groups, order, client view', async () => {
  await open();
  await toRows();
  const all = await titles();
  await keys('/');
  await type('texts');
  expect((await titles()).length).toBeLessThan(all.length);
  await keys('Escape');
  expect(await titles()).toEqual(all);
  await keys('Tab', 'Enter');
  expect(await visible('.mp-choices')).toBe(true);
  await type('Grace');
  await panel.settle();
  const byOwner = (await titles()).length;
  expect(byOwner).toBeLessThan(all.length);
  await keys('Home', 'Tab');
  await type('Late');
  await panel.settle();
  const byState = (await titles()).length;
  expect(byState).toBeLessThan(all.length);
  await keys('Home', 'Tab');
  await type('design');
  await panel.settle();
  expect((await titles()).length).toBeLessThan(all.length);
  await keys('Home', 'Tab', 'Space');
  expect((await titles()).length).toBeLessThan(all.length);
  await keys('Tab', 'Enter');
  expect(await titles()).toEqual(all);
  await keys('/', 'Escape');
  expect(await role()).toBe('treeitem');
  for (const name of ['Owner', 'Status', 'Month', 'Plan']) {
    await keys('g');
    expect(await panel.page.getByRole('button', { name: `Group by: ${name}` }).count()).toBe(1);
  }
  await keys('o', 'ArrowDown', 'Enter');
  expect(await titles()).not.toEqual(all);
  await keys('o', 'Home', 'Enter');
  expect(await titles()).toEqual(all);
  await keys('i');
  expect(await last()).toEqual({ type: 'audience', audience: 'client' });
  await panel.post(rowsMessage(rows, 2, { audience: 'client' }));
  expect(await lostFocus()).toBeUndefined();
  expect(await visible('.mp-badge')).toBe(true);
  await keys('i');
  expect(await last()).toEqual({ type: 'audience', audience: 'team' });
}, 30_000);

test('the list: there, its cells, its heads that sort, and back', async () => {
  await open();
  await toRows();
  await keys('ArrowDown', 'ArrowDown', 'v');
  expect(await visible('.mp-grid')).toBe(true);
  expect(await selected()).toBe('Discovery');
  const all = await titles();
  await keys('ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(await role()).toBe('gridcell');
  await keys('ArrowDown', 'Home', 'ArrowLeft', 'End', 'Home', 'ArrowDown');
  await keys('Shift+Tab');
  expect(await panel.page.evaluate(() => document.activeElement?.className)).toContain('mp-list-sort');
  await keys('Enter');
  expect(await panel.page.locator('[role=columnheader][aria-sort=ascending]').count()).toBe(1);
  await keys('Enter');
  expect(await panel.page.locator('[role=columnheader][aria-sort=descending]').count()).toBe(1);
  expect(await titles()).not.toEqual(all);
  await keys('ArrowRight', 'End', 'Home', 'Enter', 'Enter', 'Enter', 'Tab');
  expect(await role()).toBe('row');
  await keys('ArrowLeft', 'ArrowRight', 'm', 'Enter', 'Shift+F10', 'Escape', 'h');
  const asked = (await ofType('card')).at(-1);
  await panel.post({ type: 'card', ref: asked && 'ref' in asked ? asked.ref : '', card });
  expect(await visible('.mp-card')).toBe(true);
  await keys('Escape', 'g', 'g', 'g', 'g', 'c', 'c', 'v');
  expect(await role()).toBe('treeitem');
}, 30_000);

test('menus, status, progress, tasks, the card, export', async () => {
  await open();
  await toRows();
  await panel.post({ type: 'select', ref: ref(7) });
  expect(await lostFocus()).toBeUndefined();
  await toRows();
  await keys('m');
  expect(await last()).toMatchObject({ type: 'act', action: 'markDone', ref: ref(7) });
  await keys('s');
  expect(await last()).toMatchObject({ action: 'setStatus' });
  await keys('p');
  expect(await last()).toMatchObject({ action: 'setProgress' });
  await keys('r');
  expect(await last()).toMatchObject({ action: 'reschedule' });
  await keys('Shift+F10');
  await panel.post({ type: 'card', ref: ref(7), card });
  // Each entry that opens a menu of its own: in, to its end, and out again.
  const inner: string[] = [];
  const entries = await panel.page.getByRole('menuitem').count();
  for (let at = 0; at < entries; at++) {
    if ((await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))) === 'menu') {
      inner.push(await focused());
      await keys('ArrowRight', 'End', 'ArrowLeft');
    }
    await keys('ArrowDown');
  }
  expect(inner.length).toBeGreaterThanOrEqual(3);
  /** Down to the entry that begins so. */
  const go = async (entry: string) => {
    for (let at = 0; at < 20 && !(await focused()).startsWith(entry); at++)
      await panel.page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(new RegExp(`^${entry}`));
  };
  const choose = async (entry: string, inside: string) => {
    if ((await panel.page.getByRole('menu').count()) === 0) await keys('Shift+F10');
    await go(entry);
    await keys('ArrowRight');
    await go(inside);
    await keys('Enter');
  };
  await choose('Set status', 'On hold');
  expect(await last()).toMatchObject({ type: 'set', ref: ref(7), status: 'on-hold' });
  await choose('Set progress', '75');
  expect(await last()).toMatchObject({ type: 'set', percent: 75 });
  await choose('Tasks', 'Have');
  expect(await last()).toMatchObject({ type: 'set', task: 1, done: true });
  expect(await role()).toBe('treeitem');
  await keys('h');
  expect(await visible('.mp-card')).toBe(true);
  await keys('Tab', 'Space');
  expect(await last()).toMatchObject({ type: 'set', ref: ref(7) });
  await keys('Escape');
  expect(await visible('.mp-card')).toBe(false);
  expect(await role()).toBe('treeitem');
  await keys('x');
  const formats = await panel.page.getByRole('menuitem').count();
  expect(formats).toBe(6);
  await keys('Enter');
  expect(await last()).toMatchObject({ type: 'export', format: 'svg' });
  await keys('x', 'End', 'Enter');
  expect(await last()).toEqual({ type: 'export', format: 'html' });
}, 30_000);

test('dates are moved and a dependency is added', async () => {
  await open();
  await toRows();
  await panel.post({ type: 'select', ref: ref(7) });
  await toRows();
  await keys('d', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp');
  await expect.poll(async () => (await ofType('preview')).length).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      await answer((id) => ({
        type: 'effect',
        id,
        effect: { workingDays: 5, text: '5 working days later', moved: [] },
      }));
      return panel.page.locator('[aria-live=polite]').textContent();
    })
    .toContain('5 working days later');
  await keys('Enter');
  const due = rows.end[7] ?? 0;
  expect((await ofType('move')).at(-1)).toMatchObject({
    type: 'move',
    move: { ref: ref(7), due: due + 7, wasDue: due },
  });
  await answer((id) => ({ type: 'settled', id, refused: 'The file says otherwise by now' }));
  expect(await lostFocus()).toBeUndefined();
  expect(await panel.page.locator('[aria-live=polite]').textContent()).toContain('The file says otherwise');
  await keys('d', 'ArrowRight', 'Escape');
  expect((await ofType('move')).length).toBe(1);
  await keys('a', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
  expect((await ofType('depend')).at(-1)).toMatchObject({ type: 'depend', ref: ref(7) });
  await answer((id) => ({ type: 'settled', id }));
  await keys('a', 'ArrowDown', 'Escape');
  expect((await ofType('depend')).length).toBe(1);
  expect(await role()).toBe('treeitem');
}, 30_000);

test('what helps where nothing is shown, and the whole way round with Tab', async () => {
  await open();
  const stops = new Set<string>();
  for (let stop = 0; stop < 14; stop++) {
    await panel.page.keyboard.press('Tab');
    const where = await panel.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? '');
    if (where.startsWith('<body')) break;
    expect(await lostFocus()).toBeUndefined();
    stops.add(where);
  }
  // The box, the choices, the toolbar, what helps with the stale plan, the rows.
  expect(stops.size).toBeGreaterThanOrEqual(5);
  await keys('/');
  await type('no such thing');
  await keys('Tab');
  for (let stop = 0; stop < 8 && (await focused()) !== 'Clear filter'; stop++) await keys('Tab');
  await keys('Enter');
  expect((await titles()).length).toBeGreaterThan(10);
}, 30_000);
