// Gestures on the timeline in Chromium, without an editor around it: moving dates and leading dependencies, by pointer and by keys, with the messages that are sent.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { day } from '../../src/base/day';
import type { FromPanel } from '../../src/protocol/messages';
import { noDay, type TimelineRows } from '../../src/report/timelineRows';
import { rowsMessage, rowsOf, website } from './fixtures/rows';
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

/** The website's rows with their days as written in the file: those of everything that has nothing inside. */
function stated(change: (rows: TimelineRows) => void = () => {}): TimelineRows {
  const rows = rowsOf(website);
  for (let row = 0; row < rows.count; row++) {
    if ((rows.inside[row] ?? 0) > 0) continue;
    rows.statedStart[row] = rows.start[row] ?? noDay;
    rows.statedDue[row] = rows.end[row] ?? noDay;
  }
  // A bar that has only a due date: its start is when work on it began.
  rows.statedStart[11] = noDay;
  change(rows);
  return rows;
}

const [texts, payment, search, acceptance, live, design] = [7, 12, 11, 15, 17, 4];
const ref = (row: number) => stated().refs.at(row) ?? '';

async function open(options: PanelOptions = {}, rows = stated()): Promise<PanelPage> {
  panel = await openPanel(browser, options);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  panel.page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await panel.post(rowsMessage(rows));
  await press('2');
  return panel;
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
  await panel.settle();
};
/** The bar or diamond of a row. */
async function boxOf(row: number) {
  const title = website[row]?.title ?? '';
  const tree = await panel.page.locator('.mp-row:visible', { hasText: title }).first().boundingBox();
  const shapes = panel.page.locator('.bars .track:visible, .bars .diamond:visible');
  for (const box of await Promise.all((await shapes.all()).map((shape) => shape.boundingBox())))
    if (box && tree && Math.abs(box.y + box.height / 2 - tree.y - tree.height / 2) < 3)
      return { ...box, right: box.x + box.width, middle: box.y + box.height / 2 };
  throw new Error(`no shape of ${title}`);
}
/** Pixels of a day at the level `month`. */
const perDay = 11;
const said = () => panel.page.locator('[aria-live=polite]').textContent();
const bubble = () => panel.page.locator('.mp-bubble:not(.mp-notice):visible');
const notice = () => panel.page.locator('.mp-notice:visible');
const own = async () => (await panel.page.locator('.mp-own').getAttribute('d')) ?? '';
const gestures = async () =>
  (await panel.sent()).filter(({ type }) => ['preview', 'move', 'depend'].includes(type)) as readonly FromPanel[];
const moves = async () => (await panel.sent()).filter(({ type }) => type === 'move');

async function drag(from: { x: number; y: number }, dx: number, dy = 0): Promise<void> {
  await panel.page.mouse.move(from.x, from.y);
  await panel.settle();
  await panel.page.mouse.down();
  await panel.page.mouse.move(from.x + dx, from.y + dy, { steps: 5 });
  await panel.settle();
}

const effect = (id: number | undefined, text = '3 working days later', moved: object[] = []) => ({
  type: 'effect',
  id,
  effect: { workingDays: 3, text, moved },
});
const lastId = async () => {
  const last = (await gestures()).at(-1);
  return last && 'id' in last ? last.id : undefined;
};
/** Where the edges of the ghost lie, in pixels of the drawing. */
const ghost = async () => {
  const box = await panel.page.locator('.mp-own').boundingBox();
  return box && { x: Math.round(box.x), right: Math.round(box.x + box.width) };
};
const d = (text: string) => day(text) as number;

describe('dates by the pointer', () => {
  test.each([
    ['the end', texts, 'right', 2, { due: d('2026-12-13') }, { wasStart: d('2026-11-09'), wasDue: d('2026-12-11') }],
    [
      'the end, back',
      texts,
      'right',
      -4,
      { due: d('2026-12-07') },
      { wasStart: d('2026-11-09'), wasDue: d('2026-12-11') },
    ],
    ['the start', texts, 'x', 3, { start: d('2026-11-12') }, { wasStart: d('2026-11-09'), wasDue: d('2026-12-11') }],
    [
      'the middle',
      texts,
      'centre',
      5,
      { start: d('2026-11-14'), due: d('2026-12-16') },
      { wasStart: d('2026-11-09'), wasDue: d('2026-12-11') },
    ],
    ['a diamond', acceptance, 'centre', -7, { due: d('2027-01-15') }, { wasDue: d('2027-01-22') }],
    ['the middle without a stated start', search, 'centre', 2, { due: d('2026-11-29') }, { wasDue: d('2026-11-27') }],
    ['the end without a stated start', search, 'right', 2, { due: d('2026-11-29') }, { wasDue: d('2026-11-27') }],
  ] as const)('%s moves by whole days', async (_, row, where, days, now, was) => {
    await open({ width: 1600 });
    const box = await boxOf(row);
    const x = { right: box.right - 2, x: box.x + 2, centre: (box.x + box.right) / 2 }[where];
    const before = (await panel.sent()).length;
    await drag({ x, y: box.middle }, days * perDay + 3);
    await expect.poll(async () => (await gestures()).length).toBeGreaterThan(0);
    expect(await ghost()).not.toBeNull();
    await panel.page.mouse.up();
    await panel.settle();
    expect((await moves()).map((each) => ('move' in each ? each.move : each))).toEqual([
      { ref: ref(row), number: 1, ...now, ...was },
    ]);
    // Neither selected nor opened: a drag is no click.
    const others = (await panel.sent()).slice(before).map(({ type }) => type);
    expect(others.filter((type) => type !== 'preview' && type !== 'move')).toEqual([]);
  });

  test('the ghost is snapped to days and the label tells the dates, then the effect; successors get ghosts', async () => {
    await open({ width: 1600 });
    const bar = await boxOf(texts);
    await drag({ x: bar.right - 2, y: bar.middle }, 3 * perDay + 4);
    expect(Math.abs(((await ghost())?.right ?? 0) - (bar.right + 3 * perDay))).toBeLessThanOrEqual(3);
    expect(await bubble().textContent()).toBe('Due Mon, Dec 143 days later');
    // Questions are asked one at a time: the first answer is about a day that was left behind.
    const [first] = await gestures();
    await panel.post(effect(first && 'id' in first ? first.id : 0, 'of a day that was left behind'));
    await expect.poll(async () => (await gestures()).length).toBe(2);
    expect(await bubble().textContent()).toBe('Due Mon, Dec 143 days later');
    expect((await gestures()).at(-1)).toEqual({
      type: 'preview',
      id: 2,
      move: { ref: ref(texts), number: 1, due: d('2026-12-14'), wasStart: d('2026-11-09'), wasDue: d('2026-12-11') },
    });
    const moved = [
      { ref: ref(14), forecast: d('2027-01-20') },
      { ref: ref(15), forecast: d('2027-01-27') },
      { ref: 'file:///elsewhere', forecast: d('2027-01-27') },
    ];
    await panel.post(effect(2, '1 working day later. 2 others move.', moved));
    expect(await bubble().textContent()).toBe('Due Mon, Dec 141 working day later. 2 others move.');
    expect(await panel.page.locator('.mp-moved:visible').count()).toBe(2);
    await expect.poll(said).toBe('Due Mon, Dec 14. 1 working day later. 2 others move.');
    const successor = await panel.page.locator('.mp-moved.day:visible').boundingBox();
    const diamond = await boxOf(acceptance);
    const right = (successor?.x ?? 0) + (successor?.width ?? 0);
    expect(Math.abs(right - diamond.right - 5 * perDay)).toBeLessThanOrEqual(3);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'gesture-drag.png') });
    await panel.page.mouse.up();
    await panel.settle();
    // Until it is settled the ghosts stay.
    expect(await panel.page.locator('.mp-moved:visible').count()).toBe(2);
    expect(await bubble().count()).toBe(0);
    await panel.post({ type: 'settled', id: await lastId() });
    expect(await said()).toBe('Changed: Due Mon, Dec 14');
    await panel.post(
      rowsMessage(
        stated((rows) => {
          rows.statedDue[texts] = rows.end[texts] = d('2026-12-14');
        }),
        2,
      ),
    );
    expect(await own()).toBe('');
    expect(await panel.page.locator('.mp-moved:visible').count()).toBe(0);
  });

  test('a refusal stands beside the row for a while and is told', async () => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.right - 2, y: bar.middle }, -2 * perDay);
    await panel.page.mouse.up();
    await panel.post({ type: 'settled', id: await lastId(), refused: 'The file says otherwise by now.' });
    expect(await own()).toBe('');
    expect(await notice().textContent()).toBe('The file says otherwise by now.');
    expect(await said()).toBe('Payment integration: The file says otherwise by now.');
    const at = await notice().boundingBox();
    expect(Math.abs((at?.y ?? 0) - bar.middle)).toBeLessThan(40);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'gesture-refused.png') });
    await expect.poll(() => notice().count()).toBe(0);
  });

  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['Escape', () => panel.page.keyboard.press('Escape')],
    ['the right button', () => panel.page.mouse.down({ button: 'right' })],
    ['another window', () => panel.page.evaluate(() => window.dispatchEvent(new Event('blur')))],
    [
      'pointercancel',
      () =>
        panel.page.evaluate(() => {
          const area = document.querySelector('.mp-drawing');
          area?.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
        }),
    ],
  ];
  test.each(ways)('%s ends it and leaves nothing', async (_, end) => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.x + bar.width / 2, y: bar.middle }, 2 * perDay);
    expect(await own()).not.toBe('');
    await end();
    await panel.settle();
    expect(await own()).toBe('');
    expect(await bubble().count()).toBe(0);
    expect(await notice().count()).toBe(0);
    expect(await panel.page.locator('.mp-guides').getAttribute('d')).toBe('');
    await panel.page.mouse.move(bar.x + 200, bar.middle + 60);
    await panel.page.mouse.up();
    await panel.settle();
    const sent = await panel.sent();
    expect(sent.filter(({ type }) => !['ready', 'preview'].includes(type))).toEqual([]);
    expect(await panel.page.locator('.mp-drawing').getAttribute('class')).toBe('mp-drawing');
  });

  test('less than four pixels are a click; back at its day nothing is sent', async () => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.right - 2, y: bar.middle }, 3);
    await panel.page.mouse.up();
    await panel.settle();
    expect((await panel.sent()).slice(-2)).toEqual([
      { type: 'select', ref: ref(payment) },
      { type: 'open', ref: ref(payment) },
    ]);
    const before = (await panel.sent()).length;
    await drag({ x: bar.right - 2, y: bar.middle }, 3 * perDay);
    await panel.page.mouse.move(bar.right - 2, bar.middle, { steps: 3 });
    await panel.settle();
    expect(await bubble().textContent()).toContain('As before');
    await panel.page.mouse.up();
    await panel.settle();
    expect((await panel.sent()).slice(before).filter(({ type }) => type !== 'preview')).toEqual([]);
  });

  test('the start stops at the due day', async () => {
    await open();
    const bar = await boxOf(search);
    await panel.post(
      rowsMessage(
        stated((rows) => {
          rows.statedStart[search] = rows.start[search] ?? 0;
        }),
        2,
      ),
    );
    await drag({ x: bar.x + 2, y: bar.middle }, 300);
    await panel.page.mouse.up();
    expect((await moves()).at(-1)).toMatchObject({
      move: { start: d('2026-11-27'), wasDue: d('2026-11-27'), number: 2 },
    });
  });

  test.each([
    ['done', 21, 'It is done, so its dates stay', () => {}],
    ['cancelled', 13, 'It is cancelled, so its dates stay', () => {}],
    ['with its days from inside', design, 'Its dates come from what lies inside', () => {}],
    ['stale', 22, 'The file cannot be read now; this is its last good state', () => {}],
    [
      'without a due date',
      payment,
      'No due date is written for it',
      (rows: TimelineRows) => {
        rows.statedDue[payment] = noDay;
      },
    ],
  ] as const)('what is %s is not moved, and it is said why', async (_, row, why, change) => {
    await open(
      { height: 900 },
      stated((rows) => {
        rows.stale[21] = 0;
        change(rows);
      }),
    );
    const box = await boxOf(row);
    await drag({ x: (Math.max(box.x, 365) + box.right) / 2, y: box.middle }, 40);
    expect(await bubble().textContent()).toBe(why);
    expect(await panel.page.locator('.mp-drawing').evaluate((node) => getComputedStyle(node).cursor)).toBe(
      'not-allowed',
    );
    expect(await said()).toBe(why);
    await panel.page.mouse.up();
    await panel.settle();
    expect(await notice().textContent()).toBe(why);
    await panel.page.mouse.move((Math.max(box.x, 365) + box.right) / 2 + 1, box.middle);
    await panel.settle();
    const canvas = panel.page.locator('.mp-canvas');
    expect(await canvas.getAttribute('title')).toBe(why);
    expect(await canvas.evaluate((node) => getComputedStyle(node).cursor)).toBe('not-allowed');
    expect(await gestures()).toEqual([]);
  });

  test('of a plan and beside the bars a drag pans', async () => {
    await open();
    const before = await boxOf(payment);
    const plan = await boxOf(0);
    await drag({ x: 700, y: plan.middle }, -55);
    await panel.page.mouse.up();
    await expect.poll(async () => Math.round((await boxOf(payment)).x)).toBe(Math.round(before.x - 55));
    await drag({ x: before.right + 150, y: before.middle }, 55);
    await panel.page.mouse.up();
    await expect.poll(async () => Math.round((await boxOf(payment)).x)).toBe(Math.round(before.x));
    expect(await gestures()).toEqual([]);
  });

  test('edges, middle and handle have pointers of their own', async () => {
    await open();
    const bar = await boxOf(payment);
    const cursor = async (x: number) => {
      await panel.page.mouse.move(x, bar.middle - 5);
      await panel.page.mouse.move(x, bar.middle);
      await panel.settle();
      return panel.page.locator('.mp-canvas').evaluate((node) => getComputedStyle(node).cursor);
    };
    expect(await cursor(bar.x + 40)).toBe('grab');
    expect(await cursor(bar.right - 3)).toBe('ew-resize');
    expect(await cursor(bar.x - 3)).toBe('ew-resize');
    expect(await cursor(bar.right + 9)).toBe('crosshair');
    expect(await cursor(bar.right + 120)).not.toBe('grab');
  });

  test('near the edge the window follows', async () => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.right - 2, y: bar.middle }, 1195 - bar.right);
    await expect.poll(async () => (await boxOf(payment)).x).toBeLessThan(bar.x - 80);
    await panel.page.keyboard.press('Escape');
    await panel.page.mouse.up();
    expect(await moves()).toEqual([]);
  });

  test('a finger scrolls the rows, and moves what it has selected before', async () => {
    await open({ height: 420 });
    const session = await panel.page.context().newCDPSession(panel.page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const finger = async (dx: number, dy: number, from: { x: number; y: number }) => {
      const at = (x: number, y: number) => ({ touchPoints: [{ x, y }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from.x, from.y) });
      for (let part = 1; part <= 6 && (dx !== 0 || dy !== 0); part++) {
        const point = at(from.x + (dx * part) / 6, from.y + (dy * part) / 6);
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', ...point });
        await panel.settle();
      }
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await panel.settle();
    };
    const bar = await boxOf(texts);
    const spot = { x: bar.x + 100, y: bar.middle };
    await finger(0, -80, spot);
    await expect.poll(async () => (await boxOf(texts)).middle).toBeLessThan(bar.middle - 40);
    expect(await gestures()).toEqual([]);
    const scrolled = { x: spot.x, y: (await boxOf(texts)).middle };
    await finger(0, 0, scrolled);
    await expect.poll(async () => (await panel.sent()).at(-1)?.type).toBe('open');
    await expect.poll(() => panel.page.locator('.mp-grip:visible').count()).toBe(1);
    const tapped = (await panel.sent()).length;
    const held = await boxOf(texts);
    await finger(2 * perDay, 0, { x: held.x + 100, y: held.middle });
    expect((await moves()).map((each) => ('move' in each ? each.move : each))).toEqual([
      {
        ...{ ref: ref(texts), number: 1, start: d('2026-11-11'), due: d('2026-12-13') },
        ...{ wasStart: d('2026-11-09'), wasDue: d('2026-12-11') },
      },
    ]);
    expect((await panel.sent()).slice(tapped).filter(({ type }) => !['preview', 'move'].includes(type))).toEqual([]);
  });
});

const row = (title: string) => panel.page.locator('.mp-row:visible', { hasText: title });
const focused = () => panel.page.evaluate(() => document.activeElement?.querySelector('.mp-title')?.textContent);
const choose = async (at: number) => {
  await panel.post({ type: 'select', ref: ref(at) });
  await row(website[at]?.title ?? '')
    .first()
    .focus();
};

describe('dates by the keys', () => {
  test('days and weeks, with the same ghost and label, then Enter', async () => {
    await open({ width: 1600 });
    await choose(texts);
    await press('d');
    expect(await said()).toMatch(/^Texts final: left and right move it by a day, .*\. Mon, Nov 9 to Fri, Dec 11$/);
    await press('ArrowRight', 'Shift+ArrowRight', 'ArrowLeft');
    expect(await bubble().textContent()).toBe('Mon, Nov 16 to Fri, Dec 187 days later');
    const bar = await boxOf(texts);
    expect(Math.abs(((await ghost())?.x ?? 0) - bar.x - 7 * perDay)).toBeLessThanOrEqual(3);
    await panel.post(effect(await lastId(), 'of a day before'));
    await expect.poll(async () => (await gestures()).length).toBe(2);
    await panel.post(effect(await lastId(), '5 working days later. Nothing else moves.'));
    expect(await bubble().textContent()).toBe('Mon, Nov 16 to Fri, Dec 185 working days later. Nothing else moves.');
    await expect.poll(said).toBe('Mon, Nov 16 to Fri, Dec 18. 5 working days later. Nothing else moves.');
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'gesture-keys.png') });
    expect(await focused()).toBe('Texts final');
    await press('Enter');
    expect(await moves()).toEqual([
      {
        type: 'move',
        id: 3,
        move: {
          ...{ ref: ref(texts), number: 1, start: d('2026-11-16'), due: d('2026-12-18') },
          ...{ wasStart: d('2026-11-09'), wasDue: d('2026-12-11') },
        },
      },
    ]);
    expect(await bubble().count()).toBe(0);
    expect(await focused()).toBe('Texts final');
    await panel.post({ type: 'settled', id: 3 });
    expect(await said()).toBe('Changed: Mon, Nov 16 to Fri, Dec 18');
  });

  test('up and down choose the part; what was led before stays', async () => {
    await open();
    await choose(texts);
    await press('d', 'ArrowDown');
    expect(await said()).toBe('Its start. Starts Mon, Nov 9');
    await press('ArrowRight', 'ArrowRight', 'ArrowDown');
    expect(await said()).toBe('Its end. Due Fri, Dec 11');
    await press('Shift+ArrowLeft', 'Enter');
    expect((await moves()).at(-1)).toMatchObject({ move: { start: d('2026-11-11'), due: d('2026-12-04') } });
  });

  test('the other keys of the panel wait, and Escape leaves nothing', async () => {
    await open();
    await choose(texts);
    const before = { mode: await panel.state(), sent: (await panel.sent()).length };
    await press('d', 'ArrowRight', 'm', 's', 'p', 'r', 'g', 'v', 'i', 'l', '?', '/', 'End', ' ', 'd', 'a', '1');
    expect(await panel.page.locator('dialog:visible, [role=dialog]:visible, [role=menu]:visible').count()).toBe(0);
    expect(await bubble().textContent()).toContain('1 day later');
    expect(await focused()).toBe('Texts final');
    await press('Escape');
    expect(await said()).toBe('Nothing was changed');
    expect(await own()).toBe('');
    expect(await bubble().count()).toBe(0);
    expect(await panel.page.locator('.mp-moved:visible').count()).toBe(0);
    expect((await panel.sent()).slice(before.sent).map(({ type }) => type)).toEqual(['preview']);
    await press('ArrowDown');
    expect(await focused()).toBe('Photography');
  });

  test.each([
    [0, 'Website relaunch: A plan has no dates of its own to move'],
    [2, 'Interviews with eight customers: It is done, so its dates stay'],
    [design, 'Design: Its dates come from what lies inside'],
    [19, 'Retrospective: No due date is written for it'],
  ] as const)('of row %d it is said why not', async (at, why) => {
    await open({ height: 900 });
    await choose(at);
    await press('d');
    expect(await said()).toBe(why);
    expect(await notice().count()).toBe(1);
    await press('ArrowDown');
    expect(await focused()).not.toBe(website[at]?.title);
    expect(await gestures()).toEqual([]);
  });

  test('another window, the focus elsewhere and a click end it', async () => {
    await open();
    const ends = [
      () => panel.page.evaluate(() => window.dispatchEvent(new Event('blur'))),
      () => panel.page.getByRole('button', { name: 'Today' }).focus(),
      () => panel.page.mouse.click(1100, 620),
      () => panel.page.keyboard.press('Tab'),
    ];
    for (const end of ends) {
      await choose(texts);
      await press('d', 'ArrowRight');
      expect(await own()).not.toBe('');
      await end();
      await panel.settle();
      expect(await own()).toBe('');
    }
    expect(await moves()).toEqual([]);
  });

  test('the edge that is led stays in the window', async () => {
    await open();
    await choose(live);
    await press('1', 'd', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(async () => (await ghost())?.right ?? 9999).toBeLessThan(1200);
    expect((await ghost())?.x ?? 0).toBeGreaterThan(360);
  });
});

describe('from elsewhere in the panel', () => {
  const week = { start: d('2026-11-16'), due: d('2026-12-18'), wasStart: d('2026-11-09'), wasDue: d('2026-12-11') };

  test('from the list it goes on in the drawing, with the focus on the row', async () => {
    await open();
    await choose(texts);
    await press('v');
    expect(await panel.page.locator('.mp-list').isVisible()).toBe(true);
    await press('d');
    await press('Shift+ArrowRight');
    expect(await bubble().textContent()).toContain('7 days later');
    expect(await focused()).toBe('Texts final');
    await press('Enter');
    expect((await moves()).at(-1)).toMatchObject({ move: week });
  });

  test('from the menu of the row', async () => {
    await open();
    await choose(texts);
    await press('Shift+F10');
    await panel.page.getByRole('menuitem', { name: 'Move dates with the keys' }).press('Enter');
    await panel.settle();
    await press('Shift+ArrowRight');
    expect(await bubble().textContent()).toContain('7 days later');
    expect(await focused()).toBe('Texts final');
    await press('Enter');
    expect((await moves()).at(-1)).toMatchObject({ move: week });
  });

  test('grouped by status, each row is still itself and a heading is nothing', async () => {
    await open({ height: 1000 });
    await press('g', 'g');
    await choose(texts);
    const heading = panel.page.locator('.mp-row:visible').first();
    expect(await heading.locator('.mp-title').textContent()).not.toBe('Website relaunch');
    await press('d', 'Shift+ArrowRight', 'Enter');
    expect((await moves()).at(-1)).toMatchObject({ move: { ref: ref(texts), ...week } });
    const bar = await boxOf(search);
    await drag({ x: bar.right - 2, y: bar.middle }, 2 * perDay);
    await panel.page.mouse.up();
    await expect
      .poll(async () => (await moves()).at(-1))
      .toMatchObject({ move: { ref: ref(search), due: d('2026-11-29') } });
    const before = (await gestures()).length;
    await heading.click();
    await press('d', 'a');
    expect((await gestures()).length).toBe(before);
    expect(await bubble().count()).toBe(0);
  });
});

describe('new rows under the hand', () => {
  test('that leave it alone let it go on', async () => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.right - 2, y: bar.middle }, 2 * perDay);
    await panel.post(
      rowsMessage(
        stated((rows) => {
          rows.progress[texts] = 90;
        }),
        2,
      ),
    );
    expect(await own()).not.toBe('');
    await panel.page.mouse.up();
    await panel.settle();
    expect((await moves()).at(-1)).toMatchObject({ move: { ref: ref(payment), number: 2, due: d('2026-12-20') } });
  });

  test.each([
    [
      'other days',
      'Its dates were changed meanwhile, so nothing was moved',
      (rows: TimelineRows) => {
        rows.statedDue[payment] = d('2026-12-19');
      },
    ],
    [
      'its row gone',
      'It is no longer shown, so nothing was changed',
      (rows: TimelineRows) => {
        Object.assign(rows, { refs: Array.from({ length: rows.count }, (_, at) => `other#${at}`) });
      },
    ],
  ] as const)('with %s end it with words', async (_, words, change) => {
    await open();
    const bar = await boxOf(payment);
    await drag({ x: bar.right - 2, y: bar.middle }, 2 * perDay);
    await panel.post(rowsMessage(stated(change), 2));
    expect(await own()).toBe('');
    expect(await notice().textContent()).toBe(words);
    expect(await said()).toContain(words);
    await panel.page.mouse.up();
    await panel.settle();
    expect(await moves()).toEqual([]);
  });
});

describe('dependencies', () => {
  const handle = async (at: number) => {
    const box = await boxOf(at);
    return { x: box.right + 9, y: box.middle };
  };

  test('from the handle of a bar to another row', async () => {
    await open({ width: 1600 });
    const from = await handle(texts);
    await panel.page.mouse.move(from.x - 40, from.y);
    await panel.settle();
    expect(await panel.page.locator('.mp-handle:visible').count()).toBe(1);
    const to = await boxOf(payment);
    await drag(from, to.x + 60 - from.x, to.middle - from.y);
    expect(await bubble().textContent()).toBe('Payment integration waits for Texts final');
    expect(await said()).toBe('Payment integration waits for Texts final');
    const target = await panel.page.locator('.mp-target:visible').boundingBox();
    expect(Math.abs((target?.y ?? 0) + 14 - to.middle)).toBeLessThan(2);
    expect(await panel.page.locator('.mp-rubber').getAttribute('d')).not.toBe('');
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', 'gesture-depend.png') });
    await panel.page.mouse.up();
    await panel.settle();
    expect(await gestures()).toEqual([{ type: 'depend', id: 1, ref: ref(payment), on: ref(texts), number: 1 }]);
    expect(await panel.page.locator('.mp-target:visible').count()).toBe(0);
    await panel.post({ type: 'settled', id: 1 });
    expect(await said()).toBe('Changed: Payment integration waits for Texts final');
    await panel.post(rowsMessage(stated(), 2));
    expect(await panel.page.locator('.mp-rubber').getAttribute('d')).toBe('');
  });

  test.each([
    [14, 7, 'Texts final', 'That one waits for it already'],
    [7, 14, 'Migration of 1,200 articles', 'It waits for that one already'],
    [7, 7, 'Texts final', 'A milestone cannot wait for itself'],
    [12, 9, 'Build', 'One lies inside the other'],
    [9, 11, 'Search', 'One lies inside the other'],
    [7, 0, 'Website relaunch', 'Nothing can wait for a whole plan'],
  ] as const)('from row %d not to row %d (%s): %s', async (source, _, title, why) => {
    await open({ width: 1900 });
    const from = await handle(source);
    const to = await row(title).first().boundingBox();
    await panel.page.mouse.move(from.x - 30, from.y);
    await panel.settle();
    await drag(from, 25, (to?.y ?? 0) + 14 - from.y);
    expect(await bubble().textContent()).toBe(title + why);
    expect(await panel.page.locator('.mp-drawing').evaluate((node) => getComputedStyle(node).cursor)).toBe(
      'not-allowed',
    );
    expect(await panel.page.locator('.mp-target.bad:visible').count()).toBe(1);
    await panel.page.mouse.up();
    await panel.settle();
    expect(await notice().textContent()).toBe(why);
    expect(await gestures()).toEqual([]);
  });

  test('plans, and what cannot be read, have no handle', async () => {
    await open({ height: 1000 });
    for (const at of [0, 20, 22]) {
      const box = await row(website[at]?.title ?? '')
        .first()
        .boundingBox();
      await panel.page.mouse.move(700, (box?.y ?? 0) + 14);
      await panel.settle();
      expect(await panel.page.locator('.mp-handle:visible').count()).toBe(0);
    }
  });

  test('by the keys the selected row waits for the one that is chosen', async () => {
    await open();
    await choose(payment);
    await press('a');
    expect(await said()).toBe(
      'What does Payment integration wait for? Up and down choose, Enter confirms, Escape cancels',
    );
    await press('Enter');
    expect(await gestures()).toEqual([]);
    // The one above is a predecessor already.
    await press('ArrowUp');
    expect(await said()).toBe('Search. It waits for that one already');
    await press('Enter');
    expect(await notice().textContent()).toBe('It waits for that one already');
    await press('ArrowUp');
    expect(await said()).toBe('Payment integration waits for Templates in code');
    expect(await focused()).toBe('Payment integration');
    expect(await panel.page.locator('.mp-target:visible').count()).toBe(1);
    await press('ArrowUp');
    expect(await said()).toBe('Build. One lies inside the other');
    await press('ArrowUp', 'Enter');
    expect(await gestures()).toEqual([{ type: 'depend', id: 1, ref: ref(payment), on: ref(8), number: 1 }]);
    expect(await focused()).toBe('Payment integration');
  });

  test('the row that is chosen is brought into the window; Escape sends nothing', async () => {
    await open({ height: 300 });
    await choose(1);
    await press('a', ...Array<string>(14).fill('ArrowDown'));
    const target = await panel.page.locator('.mp-target:visible').boundingBox();
    expect((target?.y ?? 0) > 80 && (target?.y ?? 999) < 280).toBe(true);
    await press('Escape');
    expect(await said()).toBe('Nothing was changed');
    expect(await panel.page.locator('.mp-target:visible').count()).toBe(0);
    expect(await gestures()).toEqual([]);
  });

  test('of a plan nothing begins', async () => {
    await open();
    await choose(0);
    await press('a');
    expect(await notice().textContent()).toBe('Only a milestone can wait for another');
    await press('ArrowDown');
    expect(await focused()).toBe('Discovery');
  });
});

describe('for everyone', () => {
  test('answers that are broken, late or not asked for change nothing', async () => {
    await open();
    await choose(texts);
    await press('d', 'ArrowRight');
    const before = await bubble().textContent();
    const good = effect(1, 'later', [{ ref: ref(14), forecast: d('2027-01-20') }]).effect;
    const hostile: unknown[] = [
      { type: 'effect' },
      { type: 'effect', id: 1 },
      { type: 'effect', id: 1, effect: null },
      { type: 'effect', id: 2, effect: good },
      { type: 'effect', id: '1', effect: good },
      { type: 'effect', id: 1, effect: { ...good, text: 7 } },
      { type: 'effect', id: 1, effect: { ...good, workingDays: 'many' } },
      { type: 'effect', id: 1, effect: { ...good, moved: {} } },
      { type: 'effect', id: 1, effect: { ...good, moved: [{ ref: ref(14), forecast: 1e300 }] } },
      { type: 'effect', id: 1, effect: { ...good, moved: [{ ref: 7, forecast: 20000 }] } },
      { type: 'effect', id: 1, effect: { ...good, moved: Array(10_000).fill(good.moved[0]) } },
      { type: 'settled' },
      { type: 'settled', id: 9, refused: 'no' },
      { type: 'settled', id: 1, refused: 7 },
    ];
    for (const message of hostile) await panel.post(message);
    expect(await bubble().textContent()).toBe(before);
    expect(await panel.page.locator('.mp-moved:visible').count()).toBe(0);
    expect(await notice().count()).toBe(0);
  });

  test('what the host says is shown as text', async () => {
    await open();
    await choose(texts);
    await press('d', 'ArrowRight');
    await panel.post(effect(1, '<img src=x onerror="fired()">\u202e{title}'));
    expect(await bubble().textContent()).toContain('<img src=x onerror="fired()"> {title}');
    await press('Enter');
    await panel.post({ type: 'settled', id: await lastId(), refused: '<b>no</b>' });
    expect(await notice().textContent()).toBe('<b>no</b>');
    expect(await panel.page.locator('.mp img, .mp-bubble b').count()).toBe(0);
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const violations = async () => {
    await panel.page.evaluate(axe);
    return panel.page.evaluate(async () => {
      type Found = { violations: { id: string; nodes: { html: string }[] }[] };
      const { axe: run } = globalThis as unknown as { axe: { run: (options: object) => Promise<Found> } };
      const { violations: found } = await run.run({ resultTypes: ['violations'] });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
  };

  test.each(themeNames)('axe finds nothing in %s while something is moved, refused and chosen', async (theme) => {
    await open({ theme });
    await choose(texts);
    await press('d', 'ArrowRight');
    await panel.post(effect(1, '1 working day later.', [{ ref: ref(payment), forecast: d('2026-12-24') }]));
    expect(await violations()).toEqual([]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `gesture-${theme}.png`) });
    await press('Enter');
    await panel.post({ type: 'settled', id: 2, refused: 'The file says otherwise by now.' });
    await choose(payment);
    await press('a', 'ArrowUp', 'ArrowUp');
    expect(await violations()).toEqual([]);
    await panel.page.screenshot({ path: join(artifactsRoot, 'screenshots', `gesture-${theme}-depend.png`) });
  });

  test('in 320 pixels and with a label at every edge it stays in the window', async () => {
    await open({ width: 320, height: 320 });
    await choose(texts);
    await press('d', 'ArrowRight');
    await panel.post(effect(1, 'A long sentence about what moves with it. '.repeat(5)));
    expect(await bubble().textContent()).toMatch(/with it\. $/);
    const box = await bubble().boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
    expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 999) <= 320).toBe(true);
  });

  test('in forced colours ghosts and label can be told from the ground', async () => {
    await open({ forcedColors: true });
    await choose(texts);
    await press('d', 'ArrowRight');
    const colours = await panel.page
      .locator('.mp-own')
      .evaluate((node) => [getComputedStyle(node).stroke, getComputedStyle(document.body).backgroundColor]);
    expect(colours[0]).not.toBe(colours[1]);
  });
});
