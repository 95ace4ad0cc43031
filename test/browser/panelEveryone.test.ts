// The panel's page in Chromium for everyone: axe, contrast, zoom, narrow windows, motion, forced colours, right to left, what assistive technology is told; and pictures for a person to look at.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import type { TimelineRows } from '../../src/report/timelineRows';
import { measureContrast } from './fixtures/contrast';
import { card, rich } from './fixtures/rich';
import { generated, rowsMessage, rowsOf } from './fixtures/rows';
import { openPanel, type PanelOptions, type PanelPage, themeNames } from './panelPage';

let browser: Browser;
let panel: PanelPage;
const errors: string[] = [];
const rows = rich();
/** Enough to be worth an overview. */
const many: TimelineRows = (() => {
  const made = generated(300);
  const text = (row: number) => [made.titles, made.details, made.notes].map((each) => each.at(row)).join(', ');
  return { ...made, labels: Array.from({ length: made.count }, (_, row) => text(row)) };
})();
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

async function open(options: PanelOptions = {}, message: unknown = rowsMessage(rows)): Promise<void> {
  panel = await openPanel(browser, options);
  panel.page.setDefaultTimeout(8_000);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  await panel.post(message);
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) {
    await panel.page.keyboard.press(key);
    await panel.settle();
  }
};
const select = async (row: number) => {
  await panel.post({ type: 'select', ref: rows.refs.at(row) });
  await panel.page.locator('[aria-selected=true]:visible').first().focus();
};
const showCard = async () => {
  await press('h');
  await panel.post({ type: 'card', ref: rows.refs.at(7), card });
};

/** Only the colours are different in another theme. @param colours looks at nothing but them */
async function violations(colours: boolean): Promise<readonly string[]> {
  if (!(await panel.page.evaluate(() => 'axe' in globalThis))) await panel.page.evaluate(axe);
  return panel.page.evaluate(async (only) => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: all } = await run.run({
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
    });
    return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, colours);
}

/** Each state of the page, one after the other, by its name. */
const states: readonly (readonly [name: string, go: () => Promise<void>])[] = [
  ['timeline', async () => press('f')],
  ['month', async () => press('2')],
  [
    'card',
    async () => {
      await select(7);
      await showCard();
    },
  ],
  ['menu', async () => press('Escape', 'Shift+F10', 's', 's', 'ArrowRight')],
  ['filter', async () => press('Escape', 'Escape', '/', 'Tab', 'Enter')],
  ['keys', async () => press('Escape', '?')],
  [
    'grabbed',
    async () => {
      await press('Escape');
      await select(7);
      await press('d', 'ArrowRight', 'ArrowRight');
    },
  ],
  ['list', async () => press('Escape', 'v')],
  ['legend', async () => press('v', 'l')],
  ['grouped', async () => press('l', 'g', 'f')],
  [
    'compact',
    async () => {
      await press('g', 'g', 'g');
      await panel.post(rowsMessage(rows, 2, { density: 'compact', audience: 'client' }));
    },
  ],
  ['minimap', async () => panel.post(rowsMessage(many, 3))],
  [
    'empty',
    async () => {
      const empty = { text: 'No plan in this folder yet.', command: 'createPlan', label: 'Create a plan' } as const;
      await panel.post(rowsMessage(rowsOf([]), 4, { empty }));
    },
  ],
];

test.each(themeNames)(
  'in %s axe finds nothing, words have 4.5 to 1 and shapes 3 to 1, in each state',
  async (theme) => {
    await open({ theme });
    const low: string[] = [];
    const wrong: string[] = [];
    for (const [name, go] of states) {
      await go();
      await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-${name}-${theme}.png`) });
      for (const found of await violations(theme !== 'dark')) wrong.push(`${name}: ${found}`);
      const { words, shapes, tooLow } = await panel.page.evaluate(measureContrast);
      expect({ name, words: words >= 3, shapes: shapes >= 1 }).toEqual({ name, words: true, shapes: true });
      low.push(...tooLow);
    }
    expect({ wrong: [...new Set(wrong)], low: [...new Set(low)] }).toEqual({ wrong: [], low: [] });
  },
);

/** What can neither be seen nor be scrolled to, and what makes the page itself scroll sideways. */
const lost = () =>
  panel.page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page is ${document.documentElement.scrollWidth} wide`);
    const nodes = document.querySelectorAll<HTMLElement>(
      'button, input, select, [role=menuitem], [role=menuitemradio], .mp-title, .mp-empty p, .mp-card dd, .mp-card h2, kbd, dd, .mp-stale span',
    );
    for (const node of nodes) {
      if (node.offsetParent === null || node.closest('.mp-tree, .mp-list-rows')) continue;
      const scrolls = (each: Element, way: 'X' | 'Y') => /auto|scroll/.test(getComputedStyle(each)[`overflow${way}`]);
      const ways = [...parents(node)];
      const box = node.getBoundingClientRect();
      const isX = (box.left >= -1 && box.right <= innerWidth + 1) || ways.some((each) => scrolls(each, 'X'));
      const isY = (box.top >= -1 && box.bottom <= innerHeight + 1) || ways.some((each) => scrolls(each, 'Y'));
      const name = `${node.className || node.tagName} ${(node.getAttribute('aria-label') ?? node.textContent ?? '').slice(0, 30)}`;
      if (!isX || !isY) found.push(`out of the window: ${name} ${Math.round(box.x)} ${Math.round(box.y)}`);
      for (const each of ways) {
        const style = getComputedStyle(each);
        const around = each.getBoundingClientRect();
        const isCut =
          (style.overflowX === 'hidden' && (box.right > around.right + 1 || box.left < around.left - 1)) ||
          (style.overflowY === 'hidden' && (box.bottom > around.bottom + 1 || box.top < around.top - 1));
        if (isCut && !node.matches('.mp-title')) found.push(`cut by ${each.className}: ${name}`);
      }
    }
    return [...new Set(found)];

    function* parents(node: Element): Generator<Element> {
      for (let each = node.parentElement; each && each !== document.body; each = each.parentElement) yield each;
    }
  });

test.each([
  ['320 pixels wide', 320, 640],
  ['at 200 %', 600, 450],
  ['at 200 % in a low window', 640, 330],
])('%s nothing is lost in any state', async (_, width, height) => {
  await open({ width, height });
  const found: string[] = [];
  for (const [name, go] of states) {
    await go();
    found.push(...(await lost()).map((text) => `${name}: ${text}`));
    if (name !== 'empty' && name !== 'list') {
      const title = await panel.page.locator('.mp-tree .mp-title:visible').first().boundingBox();
      if ((title?.width ?? 0) < 60) found.push(`${name}: title is ${title?.width} wide`);
    }
    if (width === 320 || height === 450)
      await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `panel-${name}-${width}.png`) });
  }
  expect(found).toEqual([]);
});

test.each([1200, 320])(
  'at %i pixels the cells of the list stand below their heads, and long titles are shortened',
  async (width) => {
    await open({ width });
    await press('v');
    const places = await panel.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.mp-list-row')]
        .filter((row) => row.offsetParent !== null)
        .map((row) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().right)).join(' ')),
    );
    expect(places.length).toBeGreaterThan(15);
    expect(new Set(places).size).toBe(1);
  },
);

test('with less motion nothing is animated or in transition', async () => {
  await open({ reducedMotion: true });
  for (const [name, go] of states.slice(0, 9)) {
    await go();
    const running = await panel.page.evaluate(() =>
      document.getAnimations().map((each) => each.effect?.getComputedTiming().duration),
    );
    expect({ name, running: running.filter((duration) => Number(duration) > 1) }).toEqual({ name, running: [] });
  }
});

test('forced colours: shapes, words and the focus differ from the ground', async () => {
  await open({ forcedColors: true });
  for (const [, go] of states.slice(0, 8)) {
    await go();
    const { tooLow, words, shapes } = await panel.page.evaluate(measureContrast);
    expect(tooLow).toEqual([]);
    expect(words * shapes).toBeGreaterThan(0);
  }
  await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'panel-forced.png') });
});

test('right to left nothing leaves the window and nothing lies on another', async () => {
  await open();
  await panel.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await press('f');
  const boxes = async (selector: string) =>
    panel.page.evaluate(
      (each) =>
        [...document.querySelectorAll<HTMLElement>(each)]
          .filter((node) => node.offsetParent !== null)
          .map((node) => node.getBoundingClientRect())
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      selector,
    );
  for (const [name, go] of states.slice(0, 9)) {
    await go();
    expect({ name, lost: await lost() }).toEqual({ name, lost: [] });
    if (name === 'list') continue;
    const [side] = await boxes('.mp-side');
    const [canvas] = await boxes('.mp-stage');
    const drawing = await panel.page.locator('.mp-canvas').boundingBox();
    expect(side && canvas && drawing && side.right - side.left > 100).toBe(true);
    if (!side || !drawing) continue;
    const isApart = side.right <= drawing.x + 1 || drawing.x + drawing.width <= side.left + 1;
    expect({ name, isApart }).toEqual({ name, isApart: true });
  }
  await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'panel-rtl.png') });
});

test('assistive technology is told each row: short, with title, state and dates', async () => {
  await open({ height: 1000 });
  const tree = async () => {
    const session = await panel.page.context().newCDPSession(panel.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
  };
  const nodes = await tree();
  const items = nodes.filter(({ role }) => role === 'treeitem');
  expect(items.length).toBe(rows.count);
  items.forEach(({ name }, row) => {
    expect(name.length).toBeLessThanOrEqual(300);
    expect(name).toContain(rows.titles.at(row));
    expect(name.length).toBeGreaterThan((rows.titles.at(row) ?? '').length + 3);
  });
  const nameless = nodes.filter(
    ({ role, name }) =>
      /button|textbox|combobox|checkbox|menuitem|dialog|tree|toolbar|columnheader/.test(role) && name === '',
  );
  expect(nameless).toEqual([]);
  expect(nodes.filter(({ name }) => name.length > 300)).toEqual([]);
  await press('v');
  const list = await tree();
  expect(list.filter(({ role }) => role === 'columnheader').map(({ name }) => name)).toContain('Milestone');
  const cells = list.filter(({ role }) => role === 'rowheader' || role === 'gridcell').map(({ name }) => name);
  for (const text of ['Texts final', 'At risk', 'Dec 11, 2026']) expect(cells).toContain(text);
  await select(7);
  await showCard();
  const shown = await tree();
  expect(shown.filter(({ role }) => role === 'dialog').map(({ name }) => name)).toEqual(['Texts final']);
  expect(shown.filter(({ role }) => role === 'checkbox').map(({ name }) => name)).toEqual(
    card.tasks.map(({ title }) => title),
  );
});
