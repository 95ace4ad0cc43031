// The panel's page in Chromium with hostile texts, messages and saved state: nothing runs, nothing breaks, nothing is lost.
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { day } from '../../src/base/day';
import { changeBetween } from '../../src/protocol/change';
import { panelWords } from '../../src/protocol/words';
import { groupings, sortings } from '../../src/report/arrangement';
import { approvalMarks, noDay, paymentMarks, rowStates, type TimelineRows } from '../../src/report/timelineRows';
import { readState } from '../../src/webview/savedState';
import { hostileStates, mutant } from './fixtures/hostile';
import { payloads } from './fixtures/payloads';
import { card, rich } from './fixtures/rich';
import { rowsMessage, rowsOf, website } from './fixtures/rows';
import { openPanel, type PanelOptions, type PanelPage } from './panelPage';

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

async function open(options: PanelOptions = {}): Promise<void> {
  panel = await openPanel(browser, options);
  panel.page.setDefaultTimeout(8_000);
  panel.page.on('pageerror', (error) => errors.push(String(error.stack)));
  panel.page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await panel.page.evaluate(() => {
    const self = globalThis as unknown as { fires: number; violations: string[] };
    Object.assign(self, { fires: 0, violations: [], fired: () => self.fires++ });
    document.addEventListener('securitypolicyviolation', (event) => self.violations.push(event.blockedURI));
  });
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) {
    await panel.page.keyboard.press(key);
    await panel.settle();
  }
};
const count = (selector: string) => panel.page.locator(selector).count();

/** What ran, and what stands in the page that could run or load something, or is none of its own elements. */
const found = () =>
  panel.page.evaluate(() => {
    const self = globalThis as unknown as { fires: number; violations: string[] };
    const own =
      /^(HTML|HEAD|META|TITLE|LINK|BODY|DIV|MAIN|SPAN|P|B|STRONG|KBD|BUTTON|INPUT|SELECT|OPTION|LABEL|UL|LI)$/;
    const more =
      /^(DL|DT|DD|H1|H2|H3|DIALOG|HEADER|SECTION|SVG|G|DEFS|SYMBOL|PATH|RECT|CIRCLE|LINE|TEXT|TITLE|USE|PATTERN)$/;
    const marks = /^(MARKER|CLIPPATH|POLYGON|POLYLINE|TSPAN|ELLIPSE|MASK)$/;
    const isOwn = (name: string) => own.test(name) || more.test(name) || marks.test(name);
    const wrong = new Set<string>();
    for (const node of document.querySelectorAll('*')) {
      const name = node.tagName.toUpperCase();
      const isPage = name === 'LINK' || (name === 'SCRIPT' && node.getAttribute('src') === '/timeline.js');
      if (!isOwn(name) && !isPage) wrong.add(`<${name}>`);
      for (const { name: attribute, value } of node.attributes) {
        if (/^(on|srcdoc|action|formaction|ping|background|poster|data$|autofocus|contenteditable)/i.test(attribute))
          wrong.add(`${name} ${attribute}`);
        if (/(^|:)(href|src)$/i.test(attribute) && !isPage && !/^#mp-[\w-]+$/.test(value))
          wrong.add(`${attribute}=${value}`);
        if (attribute === 'style' && /url|expression|@|<|javascript/i.test(value)) wrong.add(`style=${value}`);
      }
    }
    return { fired: self.fires, violations: self.violations, wrong: [...wrong] };
  });
const nothing = { fired: 0, violations: [], wrong: [] };

/** As many rows as payloads, with its payload in each of a row's texts. */
function hostileRows(told = payloads.slice(0, 4)): TimelineRows {
  const days = (day: number) => Int32Array.from(payloads, (_, row) => (row % 25 === 0 ? noDay : day + row));
  const rows = rowsOf(
    payloads.map((text, at) => ({
      ...{ title: text, details: text, notes: text, label: text, ref: `${text}#${at}` },
      ...{ depth: at % 25 === 0 ? 0 : 1 + (at % 2), state: rowStates[at % rowStates.length] ?? 'late' },
      ...{ start: '2026-11-01', end: `2026-12-${String(1 + (at % 28)).padStart(2, '0')}`, baseline: '2026-11-20' },
      ...{ stale: at === 0, after: at > 1 ? [at - 1] : [] },
    })),
    undefined,
    told.map((text) => ({ who: text, text, label: text, from: day('2026-11-23'), to: day('2026-12-13') })),
  );
  return {
    ...{ ...rows, tags: payloads, amounts: payloads, owners: payloads },
    owner: Int32Array.from(payloads, (_, row) => row),
    payment: Uint8Array.from(payloads, (_, row) => row % paymentMarks.length),
    approval: Uint8Array.from(payloads, (_, row) => row % approvalMarks.length),
    statedStart: days(20_758),
    statedDue: days(20_800),
    variance: days(-3),
  };
}

const hostileCard = {
  ...{ title: payloads.join(' ').slice(0, 1990), detail: payloads.slice(10).join(' ').slice(0, 1990) },
  lines: payloads.map((text, at) => (at % 3 === 0 ? { text } : { label: text, text })),
  tasks: payloads.map((text, task) => ({ task, was: text, title: text, done: task % 2 === 0 })),
};

/** Clicks, points at and focuses everything, as a script can. */
const touchAll = (within = '#app') =>
  panel.page.evaluate((selector) => {
    for (const node of document.querySelectorAll<HTMLElement | SVGElement>(`${selector} *`)) {
      for (const type of [
        'pointerover',
        'mouseover',
        'mouseenter',
        'click',
        'auxclick',
        'dblclick',
        'animationstart',
        'toggle',
        'load',
        'error',
      ])
        node.dispatchEvent(
          type.startsWith('pointer')
            ? new PointerEvent(type, { bubbles: true })
            : new MouseEvent(type, { bubbles: true }),
        );
      node.focus?.();
    }
  }, within);

/** Answers the last question of the page about a gesture. */
async function answerGesture(make: (id: number) => readonly object[]): Promise<void> {
  const asked = (await panel.sent()).findLast(({ type }) => type === 'preview' || type === 'move' || type === 'depend');
  if (asked && 'id' in asked) for (const message of make(asked.id)) await panel.post(message);
}

describe('texts of a plan', () => {
  test.each([false, true])(
    'are text wherever the page shows them, without its policy: %s',
    async (bypassCSP) => {
      await open({ bypassCSP, width: 1500, height: 1700 });
      const rows = hostileRows();
      const words = Object.fromEntries(panelWords.map((word, at) => [word, payloads[at % payloads.length] ?? '']));
      const message = { ...rowsMessage(rows, 1), words };
      await panel.post({ ...message, frame: { ...message.frame, locale: payloads[3] } });
      const step = async (name: string, selector: string, of = 1) => {
        expect({ name, seen: (await count(`${selector}:visible`)) >= of, ...(await found()) }).toEqual({
          ...{ name, seen: true },
          ...nothing,
        });
      };
      await step('timeline', '.mp-row', 45);
      expect(await panel.page.locator('.mp-tree .mp-row:visible .mp-title').allTextContents()).toEqual(
        expect.arrayContaining(payloads.filter((text) => !text.includes('\n'))),
      );
      await step('words on the drawing', '.mp-canvas .label', 20);
      await step('overloads', '.mp-over > li', 4);
      for (let at = 4; at < payloads.length; at += 4)
        await panel.post({ ...rowsMessage(hostileRows(payloads.slice(at, at + 4)), 1), words });
      await step('all overloads', '.mp-over > li', 2);
      await step('overview', '.mp-minimap');
      await step('stale', '.mp-stale');
      await press('l', '2');
      await step('legend', '.mp-legend');
      await press('?');
      await step('keys', '.mp-keys');
      await press('Escape', 'ArrowDown', 'ArrowDown', 'h');
      const selected = rows.refs.at(
        Number(await panel.page.locator('.mp-tree [aria-selected=true]').getAttribute('data-row')),
      );
      await panel.post({ type: 'card', ref: selected, card: hostileCard });
      await step('card', '.mp-card dd', 20);
      await touchAll('.mp-card');
      await press('Escape', 'Escape');
      await panel.post({ type: 'select', ref: selected });
      await panel.page.locator('.mp-tree [aria-selected=true]').click({ button: 'right' });
      await panel.settle();
      await step('menu', '.mp-menu-item', 5);
      // The entries after the first: status, progress and tasks, each a menu of its own.
      for (let entry = 0; entry < 4; entry++) {
        await press('ArrowDown', 'ArrowRight');
        await step('menu inside', '.mp-menu');
        if ((await count('.mp-menu')) > 1) await press('ArrowLeft');
      }
      await press('Escape', 'Escape', '/', 'Tab', 'Enter');
      await step('choices', '.mp-choices');
      expect(await count('.mp-choices option')).toBeGreaterThan(2 * payloads.length);
      await press('Escape', 'o');
      await step('order', '.mp-menu');
      await press('Escape', 'x');
      await step('export', '.mp-menu');
      await press('Escape');
      await panel.post({ type: 'select', ref: selected });
      await panel.page.locator('.mp-tree [aria-selected=true]').focus();
      await press('d', 'ArrowRight', 'ArrowRight');
      await expect.poll(async () => (await panel.sent()).some(({ type }) => type === 'preview')).toBe(true);
      const moved = rows.refs.at(4) ?? '';
      const told = async (text: string) => {
        await answerGesture((id) => [
          { type: 'effect', id, effect: { workingDays: 2, text, moved: [{ ref: moved, forecast: 20_830 }] } },
        ]);
        return (await panel.page.locator('.mp-bubble:visible').allTextContents()).join().includes(text);
      };
      for (const text of payloads.slice(0, 4)) {
        await expect.poll(() => told(text)).toBe(true);
        await press('ArrowRight');
      }
      await step('gesture', '.mp-bubble');
      await press('Enter');
      await answerGesture((id) => [{ type: 'settled', id, refused: payloads.join(' ').slice(0, 1900) }]);
      await step('refused', '.mp-notice');
      await press('Escape', 'a', 'ArrowDown', 'ArrowDown');
      await step('dependency', '.mp-bubble');
      await press('Escape', 'g', 'g', 'g', 'g');
      await press('v');
      await step('list', '.mp-list-row', 40);
      await touchAll();
      await panel.page.waitForTimeout(100);
      expect(await found()).toEqual(nothing);
      for (const text of payloads.slice(0, 10))
        await panel.post({
          ...{ ...rowsMessage(rowsOf([]), 2), words },
          frame: { ...message.frame, empty: { text, command: 'createPlan', label: text } },
        });
      await step('empty', '.mp-empty p');
      await touchAll();
      expect(await found()).toEqual(nothing);
    },
    30_000,
  );

  test('the control: the same search finds what markup would have left', async () => {
    await open({ bypassCSP: true });
    await panel.page.evaluate((texts) => {
      const node = document.createElement('div');
      node.innerHTML = texts.join('');
      document.getElementById('app')?.append(node);
    }, payloads);
    await touchAll();
    await panel.page.waitForTimeout(50);
    const seen = await found();
    expect(seen.fired).toBeGreaterThan(5);
    expect(seen.wrong.length).toBeGreaterThan(10);
    errors.splice(0);
  });
});

describe('messages that are changed on their way', () => {
  /** What is seen: pooled elements that wait out of sight are not. */
  const drawn = async () =>
    panel.page.evaluate(() => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility() && !node.closest('[hidden]'));
      const shapes = seen('.mp-canvas .bars .bar > *').flatMap((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        const box = [x, y, width, height].map(Math.round).join(' ');
        return width + height === 0 ? [] : `${node.getAttribute('class')} ${box} ${node.textContent}`;
      });
      return {
        rows: seen('.mp-tree .mp-row')
          .map((node) => node.getAttribute('aria-label'))
          .sort(),
        titles: seen('.mp-tree .mp-title')
          .map((node) => node.textContent)
          .sort(),
        axis: seen('.mp-axis text')
          .map((node) => node.textContent)
          .sort(),
        shapes: shapes.sort(),
      };
    });
  /** What must be so whatever is shown. */
  const isSound = () =>
    panel.page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('.mp-tree .mp-row')].filter((row) => row.offsetParent);
      const isEmpty = document.querySelector<HTMLElement>('.mp-empty')?.offsetParent != null;
      const stops = document.querySelectorAll('.mp-tree .mp-row[tabindex="0"]').length;
      const isDrawn = ![...document.querySelectorAll('.mp-canvas *')].some((node) =>
        [...node.attributes].some(({ value }) => /NaN|undefined|Infinity/.test(value)),
      );
      return (isEmpty || (rows.length > 0 && stops === 1)) && isDrawn && document.querySelectorAll('*').length < 2000;
    });

  test('change nothing, or are shown as a plan like any other; the next good one is drawn whole', async () => {
    await open({ height: 900 });
    const rows = rich();
    const good = (number: number) => rowsMessage(rows, number);
    const changed = { ...rows, progress: rows.progress.map((each) => (each === 30 ? 60 : each)) };
    const change = changeBetween(rows, changed);
    expect(change).toBeDefined();
    await panel.post(good(1));
    const before = await drawn();
    const ref = rows.refs.at(6);
    const valid = (number: number) => [
      good(number),
      { type: 'change', turn: number, base: number - 1, number, change, frame: good(1).frame },
      { type: 'change', turn: number, base: number - 1, number, change },
      { type: 'select', ref },
      { type: 'card', ref, card },
      { type: 'effect', id: 3, effect: { workingDays: 3, text: 'later', moved: [{ ref, forecast: 20_800 }] } },
      { type: 'settled', id: 3, refused: 'The file says otherwise.' },
      { type: 'exportShown', format: 'svg' },
    ];
    // Batches, each followed by a good message: what was drawn before must be drawn again.
    const batches = fc.sample(fc.array(mutant, { minLength: 25, maxLength: 25 }), { numRuns: 24, seed: 5 });
    let number = 1;
    let told = 0;
    for (const batch of batches) {
      const messages = batch.map((mutate, at) => mutate(valid(++number)[at % 8]));
      told += messages.length;
      const failed = await panel.page.evaluate((all) => {
        try {
          for (const message of all) window.postMessage(message, '*');
        } catch (error) {
          return String(error);
        }
        return '';
      }, messages);
      expect(failed).toBe('');
      await panel.settle();
      expect(errors).toEqual([]);
      expect({ number, isSound: await isSound() }).toEqual({ number, isSound: true });
      await panel.page.keyboard.press('Escape');
      number += 10;
      await panel.post(good(number));
      expect(await drawn()).toEqual(before);
    }
    expect(told).toBe(600);
    expect(await found()).toEqual(nothing);
    const kinds = new Set((await panel.sent()).map(({ type }) => type));
    // It asks for all rows again and answers the host's question, and tells or changes nothing by itself.
    expect([...kinds].filter((kind) => !['ready', 'export', 'raster'].includes(kind))).toEqual([]);
  }, 60_000);
});

describe('a saved state that is not ours', () => {
  test('leaves the page as it opens: usable, and with all rows to be had', async () => {
    for (const state of hostileStates) {
      await open({ state });
      await panel.post(rowsMessage(rowsOf(website)));
      expect(await count('.mp-row:visible, .mp-list-row:visible, .mp-empty:visible')).toBeGreaterThan(0);
      expect(await found()).toEqual(nothing);
      expect(errors).toEqual([]);
      await panel.close();
    }
  });

  test('is read as one of ours, whatever it is', () => {
    const any = fc.anything({ maxDepth: 2 });
    const state = fc.record({
      arrangement: fc.record({ groupBy: any, sortBy: any, filter: any }),
      top: any,
      scale: any,
    });
    fc.assert(
      fc.property(fc.oneof(any, state), (value) => {
        const read = readState(value);
        expect(readState(JSON.parse(JSON.stringify(read)))).toEqual(read);
        expect(groupings).toContain(read.arrangement.groupBy);
        expect(sortings).toContain(read.arrangement.sortBy);
        expect([typeof read.arrangement.filter.text, typeof read.legend, Array.isArray(read.collapsed)]).toEqual([
          ...['string', 'boolean', true],
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
