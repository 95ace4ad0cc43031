// The panel's page in Chromium, without an editor around it: drawing, keys, pointer, updates, hostile input, accessibility.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { noDay, type Overload } from '../../src/report/timelineRows';
import { textsOf } from '../unit/drawing/plainColumns';
import { rowsOfPlan } from './fixtures/plans';
import { generated, type RowSpec, rowsMessage, rowsOf, website } from './fixtures/rows';
import { trouble } from './fixtures/trouble';
import { openPanel, type PanelOptions, type PanelPage, themeNames } from './panelPage';

let browser: Browser;
let panel: PanelPage;
const errors: string[] = [];

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

async function open(specs: readonly RowSpec[] | undefined, options: PanelOptions = {}): Promise<PanelPage> {
  panel = await openPanel(browser, options);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  panel.page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  if (specs) await panel.post(rowsMessage(rowsOf(specs)));
  return panel;
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
  await panel.settle();
};
const row = (title: string) => panel.page.locator('.mp-row:visible', { hasText: title });
const selected = () => panel.page.locator('.mp-row[aria-selected="true"] .mp-title').textContent();
const titles = () => panel.page.locator('.mp-row:visible .mp-title').allTextContents();
/** The texts of the axis in the window with their places: enough to tell zoom and place. */
const axis = () =>
  panel.page.locator('.mp-axis text:visible').evaluateAll((nodes) => {
    const box = nodes[0]?.closest('.mp-axis')?.getBoundingClientRect();
    const seen = nodes.map((node) => ({ x: node.getBoundingClientRect().x, text: node.textContent }));
    return seen
      .filter(({ x }) => box && x > box.left + 2 && x < box.right - 2)
      .map(({ x, text }) => `${Math.round(x)} ${text}`)
      .sort();
  });
const lastSent = async () => (await panel.sent()).at(-1);
const ref = (at: number) => rowsOf(website).refs.at(at);

describe('before the rows come', () => {
  const german = {
    Fit: 'Einpassen',
    Today: 'Heute',
    'Group by': 'Gruppieren nach',
    Plan: 'Vorhaben',
    Legend: 'Legende',
  };

  test('the tools are there in the words of the host, and the rows come into them', async () => {
    await open(undefined, { words: german });
    await panel.page.getByRole('button', { name: 'Heute' }).waitFor();
    const tools = () => panel.page.locator('.mp-toolbar').textContent();
    const before = await tools();
    expect(before).toContain('Einpassen');
    expect(before).toContain('Vorhaben');
    expect(await panel.page.locator('.mp-empty').isVisible()).toBe(false);
    const room = () => panel.page.locator('.mp-body').boundingBox();
    const roomBefore = await room();
    const fresh = website.map((spec) => ({ ...spec, stale: false }));
    await panel.post({ ...rowsMessage(rowsOf(fresh)), words: german });
    expect(await tools()).toBe(before);
    // Nothing around the rows moves when they come.
    expect(await room()).toEqual(roomBefore);
    expect(await titles()).toContain('Design');
  });

  test('the host is asked for them again and again', async () => {
    await open(undefined);
    const asked = async () => (await panel.sent()).filter(({ type }) => type === 'ready').length;
    await expect.poll(asked, { timeout: 5000 }).toBeGreaterThan(1);
    await panel.post(rowsMessage(rowsOf(website)));
    const once = await asked();
    await panel.page.waitForTimeout(2500);
    expect(await asked()).toBe(once);
  });

  test.each(['timeline', 'list'] as const)('keys and clicks do no harm, as a %s', async (mode) => {
    await open(undefined, { state: { mode } });
    await press(
      ...'0123456789+-tlgscfx?'.split(''),
      'Escape',
      'ArrowDown',
      'ArrowRight',
      'Home',
      'End',
      'PageDown',
      'Enter',
      ' ',
    );
    await press('Escape', 'Escape');
    const buttons = await panel.page.locator('.mp-toolbar button').count();
    for (let at = 0; at < buttons; at++) {
      const button = panel.page.locator('.mp-toolbar button').nth(at);
      if (await button.isVisible()) await button.click();
      await press('Escape', 'Escape');
    }
    await panel.post(rowsMessage(rowsOf(website)));
    expect(await panel.page.getByText('Texts final').first().isVisible()).toBe(true);
  });
});

describe('drawing', () => {
  test('opens fitted: every day of the plan is in the window, with today', async () => {
    await open(website, { height: 900 });
    const canvas = await panel.page.locator('.mp-canvas').boundingBox();
    const boxes = await panel.page
      .locator('.mp-canvas .track:visible, .mp-canvas .diamond:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).map(({ x, right }) => [x, right] as const),
      );
    expect(boxes.length).toBe(website.length - 1);
    for (const [x, right] of boxes) {
      expect(x).toBeGreaterThanOrEqual(canvas?.x ?? 0);
      expect(right).toBeLessThanOrEqual((canvas?.x ?? 0) + (canvas?.width ?? 0));
    }
    expect(await panel.page.locator('.today-pill').textContent()).toBe('Today, Nov 23');
    expect(await panel.page.getByRole('button', { name: 'Fit' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('of several plans the first one is fitted, and Fit shows all', async () => {
    await open([
      { title: 'Short', depth: 0, start: '2026-11-02', end: '2026-12-04' },
      { title: 'Design', depth: 1, start: '2026-11-02', end: '2026-12-04' },
      { title: 'Long', depth: 0, start: '2008-01-01', end: '2029-01-01' },
    ]);
    const bar = () => panel.page.locator('.mp-canvas .track:visible').first().boundingBox();
    expect((await bar())?.width).toBeGreaterThan(300);
    const fit = panel.page.getByRole('button', { name: 'Fit' });
    expect(await fit.getAttribute('aria-pressed')).toBe('false');
    await fit.click();
    await expect.poll(async () => (await bar())?.width ?? 999).toBeLessThan(20);
    expect(await fit.getAttribute('aria-pressed')).toBe('true');
  });

  test('words stand beside the bars, wholly in the window', async () => {
    await open(website);
    const canvas = await panel.page.locator('.mp-canvas').boundingBox();
    const labels = await panel.page
      .locator('.mp-canvas .label:visible')
      .evaluateAll((nodes) =>
        nodes.map(
          (node) => [node.textContent, node.getBoundingClientRect().x, node.getBoundingClientRect().right] as const,
        ),
      );
    expect(labels.map(([text]) => text)).toContain('5 days late · 80 %');
    for (const [, x, right] of labels) {
      expect(x).toBeGreaterThanOrEqual(canvas?.x ?? 0);
      expect(right).toBeLessThanOrEqual((canvas?.x ?? 0) + (canvas?.width ?? 0) + 1);
    }
  });

  test('a plan whose file cannot be read now says so by icon and word', async () => {
    await open(website);
    await expect.poll(() => row('Brand guide').textContent()).toContain('Out of date');
    expect(await row('Brand guide').locator('use').last().getAttribute('href')).toBe('#mp-warning');
    expect(await row('Brand guide').getAttribute('aria-label')).toContain('cannot be read');
  });

  test('says what the host has to say when there are no rows', async () => {
    await open(undefined);
    await panel.post(rowsMessage(rowsOf([]), 1, { empty: { text: 'No plan in this folder yet.' } }));
    expect(await panel.page.locator('.mp-empty').textContent()).toBe('No plan in this folder yet.');
    expect(await panel.page.locator('.mp-scroll:visible').count()).toBe(0);
    await panel.post(rowsMessage(rowsOf(website), 2));
    expect(await panel.page.locator('.mp-empty').isVisible()).toBe(false);
    expect(await titles()).toContain('Website relaunch');
  });

  test('a plan over eighteen years, from its file', async () => {
    await open(undefined);
    const rows = rowsOfPlan('test/fixtures/sample-workspace/open-source/nodejs-release.milestones.yaml', '2026-07-02');
    await panel.post(rowsMessage(rows));
    expect(await row('Node.js 0.8').getAttribute('aria-label')).toContain('done Jul 31, 2014');
    const years = (await panel.page.locator('.mp-axis .minor text:visible').allTextContents()).map(Number);
    expect(Math.min(...years)).toBeLessThanOrEqual(2012);
    expect(Math.max(...years)).toBeGreaterThanOrEqual(2030);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'panel-nodejs.png') });
  });

  test('a plan in trouble: forecast, float, critical path, negative float and owners with too much work', async () => {
    await open(undefined);
    await panel.post(rowsMessage(trouble));
    const count = (selector: string) => panel.page.locator(`${selector}:visible`).count();
    const of = (marked: (row: number) => boolean) => textsOf(trouble.titles).filter((_, row) => marked(row)).length;
    const at = (column: Int32Array, row: number) => column[row] !== noDay;
    expect(await count('.bars .forecast')).toBe(of((row) => at(trouble.forecast, row)));
    expect(await count('.bars .float')).toBe(of((row) => at(trouble.lateFinish, row)));
    expect(await count('.bars .critical')).toBe(of((row) => trouble.flags[row] !== 0));
    expect(await count('.bars .short')).toBe(of((row) => trouble.flags[row] === 3));
    expect(await count('path.arrow.critical')).toBe(5);
    expect(await panel.page.locator('.bars .label:visible').allTextContents()).toContain(
      '5 days late · 40 % · forecast 15 days late · critical · −5 d float',
    );
    expect(await row('Texts final').getAttribute('aria-label')).toMatch(/critical, 5 working days too few$/);
    // The strip tells a screen reader all of it, and makes room for itself.
    const over = panel.page.getByRole('list', { name: 'More work than hours' }).getByRole('listitem');
    expect(await over.allTextContents()).toEqual(trouble.overloads.map(({ who, label }) => who + label));
    expect(await over.first().getAttribute('title')).toBe(trouble.overloads[0]?.label);
    expect(await panel.page.locator('.over title').allTextContents()).toEqual(
      trouble.overloads.map((one) => one.label),
    );
    const middle = async (selector: string) => {
      const box = await panel.page.locator(selector).first().boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2);
    };
    expect(await middle('.mp-over > li')).toBe(await middle('.over-band'));
    expect(await middle('.mp-row')).toBe(await middle('.bars .track'));
    const before = await middle('.mp-row');
    await panel.post(rowsMessage({ ...trouble, overloads: [] }, 2));
    expect(await middle('.mp-row')).toBe(before - 40);
    expect(await over.count()).toBe(0);
  });

  test.each(themeNames)('in %s', async (theme) => {
    await open(website, { theme });
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-${theme}.png`) });
    await press('2', 'l');
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-${theme}-month.png`) });
    expect(await panel.page.locator('.mp-legend').isVisible()).toBe(true);
    await press('l', 'f');
    await panel.post(rowsMessage(trouble, 2));
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-${theme}-trouble.png`) });
  });
});

describe('with the keyboard alone', () => {
  test('rows: select, collapse, expand, ends, open, act', async () => {
    await open(website);
    await panel.page.keyboard.press('Tab');
    while (!(await panel.page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem')))
      await panel.page.keyboard.press('Tab');
    await press('ArrowDown', 'ArrowDown');
    expect(await selected()).toBe('Discovery');
    expect(await lastSent()).toEqual({ type: 'select', ref: ref(1) });
    await press('ArrowLeft');
    expect(await row('Discovery').getAttribute('aria-expanded')).toBe('false');
    expect(await titles()).not.toContain('Content inventory');
    await press('ArrowRight');
    expect(await titles()).toContain('Content inventory');
    await press('ArrowRight');
    expect(await selected()).toBe('Interviews with eight customers');
    await press('ArrowLeft');
    expect(await selected()).toBe('Discovery');
    await press('Enter');
    expect(await lastSent()).toEqual({ type: 'open', ref: ref(1) });
    await press('End');
    expect(await selected()).toBe('Guide printed');
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toContain('Guide printed');
    await press('m');
    expect(await lastSent()).toEqual({ type: 'act', action: 'markDone', ref: ref(23), number: 1 });
    await press('ArrowUp', 'ArrowUp', 'm');
    expect(await lastSent()).toMatchObject({ action: 'reopen', ref: ref(21) });
    await press('r');
    expect(await lastSent()).toMatchObject({ action: 'reschedule', ref: ref(21) });
    await press('s');
    expect(await lastSent()).toMatchObject({ action: 'setStatus', ref: ref(21) });
    await press('Home');
    expect(await selected()).toBe('Website relaunch');
    const before = (await panel.sent()).length;
    await press('m', 's', 'r');
    expect((await panel.sent()).length).toBe(before);
  });

  test('window: levels, zoom, fit, today, earlier and later', async () => {
    await open(website);
    const fitted = await axis();
    for (const [key, name] of [
      ['1', 'Week'],
      ['2', 'Month'],
      ['3', 'Quarter'],
      ['4', 'Year'],
    ] as const) {
      await press(key);
      expect(await panel.page.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
    }
    await press('f');
    expect(await axis()).toEqual(fitted);
    await press('+');
    expect(await axis()).not.toEqual(fitted);
    await press('-', '0');
    expect(await axis()).toEqual(fitted);
    await press('1', ']', ']', ']', ']', ']', ']');
    expect(await panel.page.locator('.today-pill').isVisible()).toBe(false);
    await press('t');
    expect(await panel.page.locator('.today-pill').isVisible()).toBe(true);
    const today = await axis();
    await press('[', ']');
    expect(await axis()).toEqual(today);
  });

  test('help opens with ?, holds the focus, closes with Escape and gives the focus back', async () => {
    await open(website);
    await row('Discovery').focus();
    await press('?');
    expect(await panel.page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    expect(await panel.page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await press('Escape');
    expect(await panel.page.getByRole('dialog').isVisible()).toBe(false);
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toContain('Discovery');
  });

  test('the toolbar is one tab stop with arrows inside', async () => {
    await open(website);
    const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    // The box and the choices of the filter come before it.
    await press('Tab', 'Tab', 'Tab');
    expect(await focused()).toBe('Group by: Plan');
    await press('ArrowRight');
    expect(await focused()).toBe('Sort by: Order in the file');
    await press('End', 'Home', 'ArrowLeft');
    expect(await focused()).toBe('Keys');
    const month = panel.page.getByRole('button', { name: 'Month' });
    await month.focus();
    await press('Enter');
    expect(await month.getAttribute('aria-pressed')).toBe('true');
    // One plan cannot be read, and what helps comes before the rows.
    await panel.page.keyboard.press('Tab');
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toBe('Show problems');
    await panel.page.keyboard.press('Tab');
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
  });

  test('keys with Ctrl, Alt or Cmd are left to the editor', async () => {
    await open(website);
    const before = await axis();
    await press('Control+1', 'Alt+2', 'Control+f', 'Meta+0');
    expect(await axis()).toEqual(before);
  });
});

describe('with the pointer', () => {
  test('a click selects and opens, on the row and on the bar', async () => {
    await open(website);
    await row('Texts final').click();
    expect((await panel.sent()).slice(-2)).toEqual([
      { type: 'select', ref: ref(7) },
      { type: 'open', ref: ref(7) },
    ]);
    await panel.page.locator('.bar.s-blocked .track').click();
    await panel.settle();
    expect((await panel.sent()).slice(-2)).toEqual([
      { type: 'select', ref: ref(12) },
      { type: 'open', ref: ref(12) },
    ]);
    expect(await selected()).toBe('Payment integration');
  });

  test('a click on the twisty only collapses', async () => {
    await open(website);
    const before = (await panel.sent()).length;
    await row('Build').locator('.mp-twisty').click();
    await panel.settle();
    expect(await titles()).not.toContain('Search');
    expect((await panel.sent()).length).toBe(before);
  });

  test('dragging pans and is no click; Ctrl and the wheel zoom around the pointer', async () => {
    await open(website);
    await press('1');
    const before = (await panel.sent()).length;
    const start = await axis();
    await panel.page.mouse.move(900, 500);
    await panel.page.mouse.down();
    await panel.page.mouse.move(800, 500, { steps: 4 });
    await panel.page.mouse.up();
    await panel.settle();
    expect(await axis()).not.toEqual(start);
    expect((await panel.sent()).length).toBe(before);
    await press('f');
    const fitted = await axis();
    await panel.page.keyboard.down('Control');
    await panel.page.mouse.wheel(0, -120);
    await panel.page.keyboard.up('Control');
    await panel.settle();
    expect(await axis()).not.toEqual(fitted);
  });

  test('the wheel scrolls rows, with Shift it scrolls days', async () => {
    await open(website, { height: 400 });
    await press('1');
    const days = await axis();
    await panel.page.mouse.move(800, 300);
    await panel.page.mouse.wheel(0, 280);
    await expect.poll(titles).not.toContain('Discovery');
    expect(await axis()).toEqual(days);
    await panel.page.keyboard.down('Shift');
    await panel.page.mouse.wheel(0, 200);
    await panel.page.keyboard.up('Shift');
    await expect.poll(axis).not.toEqual(days);
  });
});

describe('live', () => {
  test('new rows keep zoom, scroll, selection and what is collapsed, by ref', async () => {
    await open(website, { height: 420 });
    await row('Discovery').locator('.mp-twisty').click();
    await row('Texts final').click();
    await press('2');
    await panel.page.mouse.move(800, 300);
    await panel.page.mouse.wheel(0, 84);
    await expect.poll(titles).not.toContain('Website relaunch');
    const before = { axis: await axis(), y: (await row('Texts final').boundingBox())?.y };
    const inserted: RowSpec[] = [
      { title: 'Before all', depth: 0, ref: 'file:///before', end: '2026-01-01' },
      ...website.map((spec, at) => ({ ...spec, after: [], ref: ref(at) ?? '' })),
    ];
    await panel.post(rowsMessage(rowsOf(inserted), 2));
    expect(await axis()).toEqual(before.axis);
    expect((await row('Texts final').boundingBox())?.y).toBe(before.y);
    expect(await selected()).toBe('Texts final');
    expect(await titles()).not.toContain('Content inventory');
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toContain('Texts final');
  });

  test('says that it is ready until rows come', async () => {
    await open(undefined);
    await expect.poll(async () => (await panel.sent()).length).toBeGreaterThanOrEqual(2);
    expect(await lastSent()).toEqual({ type: 'ready' });
    await panel.post(rowsMessage(rowsOf(website)));
    const before = (await panel.sent()).length;
    await panel.page.waitForTimeout(2500);
    expect((await panel.sent()).length).toBe(before);
  });

  test('a message older than what is shown is dropped', async () => {
    await open(website);
    await panel.post(rowsMessage(rowsOf([{ title: 'Newer', depth: 0 }]), 9));
    await panel.post(rowsMessage(rowsOf([{ title: 'Older', depth: 0 }]), 8));
    expect(await titles()).toEqual(['Newer']);
  });

  test('select from the host opens what hides the row, scrolls to it, tells it politely and takes no focus', async () => {
    await open(website, { height: 300 });
    await row('Website relaunch').locator('.mp-twisty').click();
    await panel.page.getByRole('button', { name: 'Today' }).focus();
    const before = (await panel.sent()).length;
    await panel.post({ type: 'select', ref: ref(16) });
    expect(await selected()).toBe('Training of the editors');
    expect(await row('Training of the editors').isVisible()).toBe(true);
    expect(await panel.page.locator('[aria-live=polite]').textContent()).toContain('Training of the editors');
    expect(await panel.page.evaluate(() => document.activeElement?.textContent)).toBe('Today');
    expect((await panel.sent()).length).toBe(before);
  });

  test('select from the host brings the bar in from the side', async () => {
    await open(website);
    await press('1', '[', '[', '[', '[', '[', '[', '[', '[');
    expect(await panel.page.locator('.bar.on').count()).toBe(0);
    await panel.post({ type: 'select', ref: ref(17) });
    const bar = await panel.page.locator('.bar.on .diamond').boundingBox();
    expect((bar?.x ?? 0) > 360 && (bar?.x ?? 9999) < 1200).toBe(true);
  });

  test('comes back as it was left', async () => {
    await open(website, { height: 420 });
    await row('Discovery').locator('.mp-twisty').click();
    await row('Texts final').click();
    await press('3', ']');
    await panel.page.mouse.move(800, 300);
    await panel.page.mouse.wheel(0, 112);
    await expect.poll(titles).not.toContain('Website relaunch');
    await expect.poll(async () => JSON.stringify(await panel.state())).toContain('"top"');
    await panel.page.waitForTimeout(300);
    const before = { axis: await axis(), titles: await titles(), state: await panel.state() };
    await panel.close();
    await open(website, { height: 420, state: before.state });
    const texts = (places: readonly string[]) => places.map((place) => place.replace(/^\d+ /, '')).sort();
    expect(texts(await axis())).toEqual(texts(before.axis));
    await expect.poll(panel.state).toEqual(before.state);
    expect((await titles()).sort()).toEqual(before.titles.sort());
    expect(await selected()).toBe('Texts final');
  });
});

describe('size', () => {
  test('ten thousand rows take no more elements than a screen of them, wherever they are scrolled to', async () => {
    await open(undefined, { height: 1400 });
    await panel.post(rowsMessage(generated(10_000)));
    const count = () => panel.page.evaluate(() => document.querySelectorAll('*').length);
    expect(await count()).toBeLessThan(1500);
    for (const key of ['End', 'PageUp', '1', ']', '4', 'Home', 'PageDown', 'PageDown', 'f']) {
      await press(key);
      expect(await count()).toBeLessThan(1500);
    }
    await press('End');
    expect(await selected()).toBe('Milestone 9999 of the generated plan');
    expect(await row('Milestone 9999 of').isVisible()).toBe(true);
  });
});

describe('hostile input', () => {
  const payloads = [
    '<img src=x onerror="fired()">',
    '"><svg onload=fired()>',
    '</script><script>fired()</script>',
    'javascript:fired()',
    '<style>*{display:none}</style>',
    '{{constructor.constructor("fired()")()}}',
    '\u202egpj.exe',
    `\u0000\u001b[31m ${'x'.repeat(100_000)}`,
    '\ud800',
    '',
  ];

  test('texts are shown as text and nothing runs', async () => {
    await open(undefined);
    await panel.page.evaluate(() => {
      Object.assign(globalThis, { firings: 0, fired: () => Object.assign(globalThis, { firings: 1 }) });
    });
    const specs = payloads.map((text, at) => ({
      title: text,
      details: text,
      label: text,
      depth: at === 0 ? 0 : 1,
      start: '2026-11-01',
      end: '2026-12-01',
      ref: `${text || 'empty'}#${at}`,
    }));
    await panel.post({
      ...rowsMessage(
        rowsOf(
          specs,
          undefined,
          payloads.slice(0, 4).map((text) => ({ ...trouble.overloads[0], who: text, text, label: text }) as Overload),
        ),
      ),
      words: Object.fromEntries(
        ['Week', 'Today, {date}', 'Keys', 'Legend'].map((word) => [word, '<img src=x onerror="fired()">']),
      ),
    });
    await press('ArrowDown', 'ArrowDown', 'l', '?');
    await panel.page.waitForTimeout(100);
    expect(await panel.page.evaluate(() => (globalThis as unknown as { firings: number }).firings)).toBe(0);
    expect(await panel.page.locator('img, script:not([nonce]), style').count()).toBe(0);
    const shown = await panel.page.locator('.mp-row:visible .mp-title').allTextContents();
    expect(shown[0]).toBe(payloads[0]);
    expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(Math.max(...shown.map((text) => text.length))).toBeLessThanOrEqual(200);
    expect(
      await panel.page
        .locator('.mp-row')
        .first()
        .evaluate((node) => getComputedStyle(node).display),
    ).toBe('flex');
  });

  test('messages that are not ours, or broken, change nothing', async () => {
    await open(website);
    const before = { titles: await titles(), axis: await axis() };
    const good = rowsMessage(rowsOf(website), 5);
    const rows = (change: object) => ({ ...good, rows: { ...good.rows, ...change } });
    const numbers = (change: object) => rows({ numbers: { ...good.rows.numbers, ...change } });
    const hostile: unknown[] = [
      ...[null, 7, 'rows', [], {}, { type: '__proto__' }, { type: 'open', ref: ref(3) }],
      ...[{ type: 'select' }, { type: 'select', ref: 7 }, { type: 'select', ref: '__proto__' }],
      { type: 'select', ref: 'x'.repeat(100_000) },
      { type: 'rows', number: 5, rows: rowsOf(website) },
      ...[{ type: 'whole' }, { type: 'whole', number: 5, turn: 5, rows: {} }, { ...good, number: '5' }],
      ...[
        { ...good, frame: undefined },
        { ...good, frame: { ...good.frame, firstWeekday: 9 } },
      ],
      ...[rows({ count: 1e9 }), rows({ count: 3 }), rows({ today: Number.NaN }), rows({ titles: undefined })],
      rows({ titles: { ...good.rows.titles, cuts: good.rows.titles.cuts.toReversed() } }),
      ...[rows({ links: Int32Array.of(0, 99) }), rows({ links: Int32Array.of(0) })],
      ...[numbers({ inside: 99 }), numbers({ inside: -1 }), numbers({ end: 2_000_000_000 }), numbers({ owner: 7 })],
      rows({ overloads: [{ ...trouble.overloads[0], label: 7 }] }),
      { type: 'change', turn: 6, base: 1, number: 6, change: {} },
      { type: 'change', turn: 6, base: 1, number: 6, change: { count: 1e6, hunks: Int32Array.of(0, 0, 999_976) } },
    ];
    for (const message of hostile) await panel.page.evaluate((data) => window.postMessage(data, '*'), message);
    await panel.settle();
    expect({ titles: await titles(), axis: await axis() }).toEqual(before);
    expect((await panel.sent()).every(({ type }) => type === 'ready')).toBe(true);
  });

  test.each([
    [7],
    ['x'],
    [[]],
    [{ scale: { start: 'a', pxPerDay: 1 } }],
    [{ scale: { start: 0, pxPerDay: -1 } }],
    [{ scale: { start: 1e300, pxPerDay: 1e300 } }],
    [{ top: { ref: 3, pixels: {} }, selected: {}, collapsed: 'all' }],
    [{ collapsed: [7, null, '__proto__'], selected: '__proto__', legend: 'yes' }],
  ])('a saved state of %j is ignored', async (state) => {
    await open(website);
    const before = await axis();
    await panel.close();
    await open(website, { state });
    expect(await axis()).toEqual(before);
    expect((await titles()).length).toBeGreaterThan(20);
  });
});

describe('for everyone', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const violations = async () => {
    await panel.page.evaluate(axe);
    return panel.page.evaluate(async () => {
      const run = (
        globalThis as unknown as {
          axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      const { violations: found } = await run.run({ resultTypes: ['violations'] });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
  };

  test.each(themeNames)('axe finds nothing in %s, with legend and selection, and with the keys open', async (theme) => {
    await open(website, { theme });
    await press('ArrowDown', 'ArrowDown', 'l');
    expect(await violations()).toEqual([]);
    await panel.post(rowsMessage(trouble, 2));
    await press('?');
    expect(await violations()).toEqual([]);
    await press('Escape');
    expect(await violations()).toEqual([]);
  });

  test.each(themeNames)('in %s shapes have a contrast of 3 to 1 and words of 4.5 to 1', async (theme) => {
    await open(website, { theme });
    await press('2', 'l');
    const measured = [await contrasts()];
    await panel.post(rowsMessage(trouble, 2));
    measured.push(await contrasts());
    for (const { shapes, words, counted } of measured) {
      expect(Math.min(...counted)).toBeGreaterThan(30);
      expect(shapes).toBeGreaterThanOrEqual(3);
      expect(words).toBeGreaterThanOrEqual(4.5);
    }
  });

  const contrasts = () =>
    panel.page.evaluate(() => {
      const channels = (colour: string) => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return colour.startsWith('color(') ? [r, g, b] : [r / 255, g / 255, b / 255];
      };
      const light = (colour: string) => {
        const [r = 0, g = 0, b = 0] = channels(colour).map((value) =>
          value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = getComputedStyle(document.body).backgroundColor;
      const contrast = (a: string, b = ground) =>
        (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
      const all = (selector: string, property: 'color' | 'fill' | 'stroke') =>
        [...document.querySelectorAll(selector)].map((node) => getComputedStyle(node)[property]);
      const inside = [...document.querySelectorAll('.l-inside')].flatMap((node) => {
        const [label, track] = [node.querySelector('.label'), node.querySelector('.track')];
        return label && track ? contrast(getComputedStyle(label).fill, getComputedStyle(track).fill) : [];
      });
      const shapes = [
        ...all('.mp-legend .mp-icon', 'color'),
        ...all('.track', 'stroke').filter((colour) => colour !== 'none'),
        ...all('.diamond, .arrow, .ghost, .flag, .today-line', 'stroke'),
        ...all('.forecast, .float, .critical, .short, .over-band, .hatch-over', 'stroke'),
        ...all('.done', 'fill'),
      ];
      const words = [
        ...all('.label, .mp-axis .minor text, .mp-axis .major text, .mp-axis .over text', 'fill'),
        ...all('.mp-date, .mp-over .mp-title', 'color'),
      ];
      return {
        shapes: Math.min(...shapes.map((colour) => contrast(colour))),
        words: Math.min(...words.map((colour) => contrast(colour)), ...inside),
        counted: [shapes.length, words.length],
      };
    });

  test('axe finds nothing in the empty panel', async () => {
    await open([]);
    expect(await violations()).toEqual([]);
  });

  test('the tree tells level, place, state and whole label of each row', async () => {
    await open(website);
    const item = row('Payment integration');
    expect(await item.getAttribute('aria-level')).toBe('3');
    expect(await item.getAttribute('aria-posinset')).toBe('3');
    expect(await item.getAttribute('aria-setsize')).toBe('5');
    expect(await item.getAttribute('aria-label')).toBe('Payment integration, blocked · due in 25 days · 15 %');
    expect(await panel.page.locator('[role=treeitem][tabindex="0"]:visible').count()).toBe(1);
  });

  test('with reduced motion, by the system or by the editor, a zoom is there at once; else it glides', async () => {
    // The page itself looks at every frame it draws, since a busy machine may be late to ask.
    const placesOfZoom = async () => {
      const sampled = panel.page.evaluate(async () => {
        const places = new Set<string>();
        const end = performance.now() + 700;
        while (performance.now() < end) {
          await new Promise(requestAnimationFrame);
          const bar = document.querySelector('.mp-canvas .track')?.getBoundingClientRect();
          places.add(`${bar?.x} ${bar?.width}`);
        }
        return [...places];
      });
      await panel.page.keyboard.press('1');
      return sampled;
    };
    await open(website, { reducedMotion: true });
    expect((await placesOfZoom()).length).toBeLessThanOrEqual(2);
    const last = await axis();
    await panel.close();
    await open(website, { reducedMotion: false });
    expect((await placesOfZoom()).length).toBeGreaterThan(2);
    expect(await axis()).toEqual(last);
    await press('f');
    await panel.page.waitForTimeout(400);
    await panel.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    expect((await placesOfZoom()).length).toBeLessThanOrEqual(2);
  });

  test.each([
    [320, 600],
    [600, 350],
  ])('at %i × %i nothing is lost: every button and title can be reached', async (width, height) => {
    await open(website, { width, height });
    expect(await panel.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const button of await panel.page.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    }
    const title = await row('Website relaunch').locator('.mp-title').boundingBox();
    expect(title?.width).toBeGreaterThan(60);
  });

  test('forced colours keep bars and icons visible', async () => {
    await open(undefined, { forcedColors: true });
    await panel.post(rowsMessage(trouble));
    const colours = await panel.page.evaluate(() => {
      const marks = ['.bar.s-on-track .track', '.forecast', '.float', '.critical', '.short', '.over-band'];
      const nodes = marks.map((selector) => document.querySelector(`.mp-drawing ${selector}`));
      return {
        strokes: nodes.map((node) => (node ? getComputedStyle(node).stroke : '')),
        page: getComputedStyle(document.body).backgroundColor,
      };
    });
    for (const stroke of colours.strokes) expect(['', 'none', colours.page]).not.toContain(stroke);
  });
});
