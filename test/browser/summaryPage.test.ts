// The page that previews a summary in Chromium: what it shows of a figure's place, what it sends, that everybody can use it, and that hostile texts stay texts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import type { PageBlock, PageSummary, SummaryWord } from '../../src/protocol/summaryPage';
import { summaryWordNames } from '../../src/protocol/summaryPage';
import { payloads } from './fixtures/payloads';
import themes from './fixtures/themes.json';
import { type ThemeName, themeNames } from './panelPage';

interface StandIn {
  sent: { type: string }[];
  fires: number;
  violations: string[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Summary</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n0'; style-src https://panel.test; img-src data:; base-uri 'none'; form-action 'none'; frame-src 'none'">
<link rel="stylesheet" href="/summary.css"></head><body><script nonce="n0" src="/summary.js"></script></body></html>`;

let browser: Browser;
let files: { script: string; style: string };
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchChromium(terminal);
  const { outputFiles } = await build({
    absWorkingDir: new URL('../..', import.meta.url).pathname,
    ...{ entryPoints: ['src/webview/summary.ts'], bundle: true, format: 'iife', platform: 'browser', target: 'es2022' },
    ...{ outdir: 'out', write: false, logLevel: 'error' },
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  files = { script: text('.js'), style: text('.css') };
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await context?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(theme: ThemeName = 'dark', bypassCSP = false, width = 1000): Promise<void> {
  context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', bypassCSP });
  page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => errors.push(String(error.stack)));
  await page.route('https://panel.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/summary.js') return route.fulfill({ contentType: 'text/javascript', body: files.script });
    if (path === '/summary.css') return route.fulfill({ contentType: 'text/css', body: files.style });
    return route.fulfill({ contentType: 'text/html', body: html });
  });
  await page.addInitScript((dress) => {
    const self = globalThis as unknown as StandIn & { acquireVsCodeApi: () => unknown; fired: () => void };
    Object.assign(self, { sent: [], fires: 0, violations: [], fired: () => self.fires++ });
    self.acquireVsCodeApi = () => ({ postMessage: (message: { type: string }) => self.sent.push(message) });
    document.addEventListener('securitypolicyviolation', (event) => self.violations.push(event.blockedURI));
    document.addEventListener(
      'readystatechange',
      () => {
        document.body.className = dress.body;
        for (const [name, value] of Object.entries(dress.variables))
          document.documentElement.style.setProperty(name, value);
      },
      { once: true },
    );
  }, themes[theme]);
  await page.goto('https://panel.test/');
  await page.waitForFunction(() => (globalThis as unknown as StandIn).sent.length > 0);
}

async function post(message: unknown): Promise<void> {
  await page.evaluate((data) => window.postMessage(data, '*'), message);
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0))));
}

const sent = async (type: string) =>
  (await page.evaluate(() => (globalThis as unknown as StandIn).sent)).filter((message) => message.type === type);

const words = Object.fromEntries(
  summaryWordNames.map((name) => [name, name === 'opens' ? 'From {place}' : name]),
) as Record<SummaryWord, string>;

function summary(blocks: readonly PageBlock[], more: Partial<PageSummary> = {}): PageSummary {
  const list = (...values: readonly string[]) => ({
    value: values[0] ?? '',
    offers: values.map((value) => ({ value, label: value })),
  });
  return {
    ...{
      type: 'summary',
      number: 1,
      title: 'Website',
      locale: 'en-GB',
      blocks,
      markdown: '# Website\n',
      color: 'amber',
    },
    places: ['website.milestones.yaml:12', 'website.milestones.yaml:31'],
    lists: {
      plan: list('one'),
      audience: list('client', 'team', 'executive'),
      language: list('en', 'de'),
      period: list('last', 'ask:day'),
      template: list(''),
    },
    ...{ mermaid: false, notices: ['Out of date'], mayIssue: true, words },
    ...more,
  };
}

const usual: readonly PageBlock[] = [
  { kind: 'heading', level: 1, runs: ['Website: status'] },
  { kind: 'paragraph', runs: ['Finished by ', { kind: 'figure', text: '15 January', place: 0 }, '.'] },
  { kind: 'heading', level: 2, runs: ['Milestones'] },
  { kind: 'list', items: [[{ kind: 'strong', text: 'Design' }, ' and ', { kind: 'code', text: 'x' }]] },
  {
    kind: 'table',
    columns: [
      { head: 'Milestone', align: 'left', cells: [['Design']] },
      { head: 'Due', align: 'right', cells: [[{ kind: 'figure', text: '4 Dec', place: 1, strong: true }]] },
    ],
  },
  { kind: 'paragraph', runs: [{ kind: 'link', text: 'Figma', href: 'https://example.com/figma' }] },
  { kind: 'source', text: 'gantt\n  Design :d, 2026-12-04, 1d' },
];

test.each(themeNames)('in %s axe finds nothing', async (theme) => {
  await open(theme);
  await post(summary(usual));
  await page.locator('.figure').first().focus();
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await run.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
  expect(found).toEqual([]);
});

test('a figure says where it comes from, to the pointer and to the keyboard, and opens it', async () => {
  await open();
  await post(summary(usual));
  const tip = page.locator('.tip');
  await page.locator('.figure').first().hover();
  expect(await tip.textContent()).toBe('website.milestones.yaml:12');
  await page.mouse.move(2, 2);
  await page.locator('.figure').nth(1).focus();
  expect(await tip.textContent()).toBe('website.milestones.yaml:31');
  expect(await tip.isVisible()).toBe(true);
  expect(await page.locator('.figure').nth(1).getAttribute('aria-description')).toBe('From website.milestones.yaml:31');
  await page.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  expect(await sent('open')).toEqual([{ type: 'open', number: 1, place: 1 }]);
});

test('what is chosen is asked of the host and stays until it answers; a figure keeps the focus when the plan is typed', async () => {
  await open();
  await post(summary(usual));
  expect(await page.locator('#choose-plan').isVisible()).toBe(false);
  await page.locator('#choose-audience').selectOption('team');
  expect(await sent('choose')).toEqual([{ type: 'choose', list: 'audience', value: 'team' }]);
  expect(await page.locator('#choose-audience').inputValue()).toBe('client');
  await page.getByLabel('mermaid').check();
  expect(await sent('mermaid')).toEqual([{ type: 'mermaid', on: true }]);
  await page.locator('.figure').nth(1).focus();
  await post(summary(usual, { number: 2 }));
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('4 Dec');
  await post(summary([], { number: 1 }));
  expect(await page.locator('.figure').count()).toBe(2);
});

test('copies rich text with its Markdown, and leaves it to the host where the platform does not let it', async () => {
  await open();
  await post(summary(usual));
  await page.evaluate(() => {
    const self = globalThis as unknown as { copied: Record<string, string> };
    const write = async ([item]: ClipboardItem[]) => {
      const types = item?.types ?? [];
      const texts = await Promise.all(types.map(async (type) => [type, await (await item?.getType(type))?.text()]));
      self.copied = Object.fromEntries(texts);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
  });
  await page.getByRole('button', { name: 'copy', exact: true }).click();
  await page.waitForFunction(() => (globalThis as unknown as StandIn).sent.some(({ type }) => type === 'copied'));
  const copied = await page.evaluate(() => (globalThis as unknown as { copied: Record<string, string> }).copied);
  expect(copied['text/plain']).toBe('# Website\n');
  expect(copied['text/html']).toContain('<h1>Website: status</h1>');
  expect(copied['text/html']).toContain('text-align: right');
  expect(copied['text/html']).not.toMatch(/<button|class=|tabindex|gantt|yaml/);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await page.getByRole('button', { name: 'copy', exact: true }).click();
  await page.waitForFunction(() => (globalThis as unknown as StandIn).sent.filter(({ type }) => type === 'copied')[1]);
  expect(await sent('copied')).toEqual([
    { type: 'copied', number: 1, rich: true },
    { type: 'copied', number: 1, rich: false },
  ]);
});

test.each([false, true])('hostile texts stay texts, without its policy: %s', async (bypassCSP) => {
  await open('dark', bypassCSP);
  const figure = (text: string) => ({ kind: 'figure', text, place: 0 }) as const;
  const blocks = payloads.flatMap((text): readonly PageBlock[] => [
    { kind: 'heading', level: 2, runs: [text] },
    { kind: 'paragraph', runs: [text, figure(text), { kind: 'link', text, href: text }, { kind: 'strong', text }] },
    { kind: 'list', items: [[{ kind: 'code', text }]] },
    { kind: 'table', columns: [{ head: text, align: 'left', cells: [[text, figure(text)]] }] },
    { kind: 'source', text },
    { kind: 'markdown', text },
  ]);
  await post(summary(blocks, { title: payloads[0] ?? '', places: [payloads[1] ?? '', ''], notices: payloads }));
  await page.locator('.figure').first().hover();
  const found = await page.evaluate(() => {
    const self = globalThis as unknown as StandIn;
    const wrong = new Set<string>();
    for (const node of document.querySelectorAll('body *')) {
      const own =
        /^(DIV|MAIN|ARTICLE|HEADER|P|H1|H2|H3|UL|LI|STRONG|CODE|PRE|FIGURE|FIGCAPTION|TABLE|THEAD|TBODY|TR|TH|TD|BUTTON|A|LABEL|SELECT|OPTION|INPUT|SPAN|SCRIPT)$/;
      if (!own.test(node.tagName)) wrong.add(node.tagName);
      for (const { name, value } of node.attributes)
        if (/^on|srcdoc|action/i.test(name) || (name === 'href' && !/^(https:|mailto:)/i.test(value)))
          wrong.add(`${name}=${value}`);
    }
    return { fires: self.fires, violations: self.violations, wrong: [...wrong] };
  });
  expect(found).toEqual({ fires: 0, violations: [], wrong: [] });
});

test('messages that are none are nothing', async () => {
  await open();
  await post(summary(usual));
  const broken = [
    { ...summary(usual), number: 3, blocks: [{ kind: 'html', text: 'x' }] },
    { ...summary(usual), number: 3, blocks: [{ kind: 'paragraph', runs: [{ kind: 'figure', text: 'x', place: 9 }] }] },
    { ...summary(usual), number: 3, words: {} },
    { ...summary(usual), number: 3, lists: null },
    { type: 'summary' },
    null,
    'summary',
  ];
  for (const message of broken) await post(message);
  expect(await page.locator('h1').textContent()).toBe('Website: status');
});

test('320 pixels wide nothing makes the page scroll sideways', async () => {
  await open('light', false, 320);
  await post(summary(usual));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
