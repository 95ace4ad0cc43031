// Opens the panel's page as the host would show it, with a stand-in for VS Code's side: theme variables, body classes, messages, state, a strict CSP.
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromPanel } from '../../src/protocol/messages';
import themes from './fixtures/themes.json';

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

export interface PanelOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives. */
  readonly state?: unknown;
  /** What the host writes into the page. */
  readonly words?: Readonly<Record<string, string>>;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** Without the policy, so that only the page itself stands between a text and the browser. */
  readonly bypassCSP?: boolean;
}

export interface PanelPage {
  readonly page: Page;
  /** Sends a message as the host does, and waits until it is drawn. */
  readonly post: (message: unknown) => Promise<void>;
  readonly sent: () => Promise<readonly FromPanel[]>;
  readonly state: () => Promise<unknown>;
  /** Waits for the frames after something was done. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;
let bundle: Promise<{ script: string; style: string }> | undefined;

async function buildPage() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/webview/timeline.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    write: false,
    logLevel: 'error',
  });
  const text = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

export async function openPanel(browser: Browser, options: PanelOptions = {}): Promise<PanelPage> {
  bundle ??= buildPage();
  const files = await bundle;
  const theme = themes[options.theme ?? 'dark'];
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1200, height: options.height ?? 900 },
    reducedMotion: (options.reducedMotion ?? true) ? 'reduce' : 'no-preference',
    forcedColors: options.forcedColors ? 'active' : 'none',
    bypassCSP: options.bypassCSP ?? false,
  });
  const page = await context.newPage();
  await page.route('https://panel.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/timeline.js') return route.fulfill({ contentType: 'text/javascript', body: files.script });
    if (path === '/timeline.css') return route.fulfill({ contentType: 'text/css', body: files.style });
    return route.fulfill({
      contentType: 'text/html',
      body: html.replace('{}', JSON.stringify(options.words ?? {}).replaceAll('"', '&quot;')),
    });
  });
  await page.addInitScript(standIn, { theme, state: options.state });
  await page.goto('https://panel.test/');
  await page.waitForFunction(() => (globalThis as unknown as StandIn).sent.length > 0);
  const settle = () =>
    page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  return {
    page,
    settle,
    post: async (message) => {
      await page.evaluate((data) => window.postMessage(data, '*'), message);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
      await settle();
    },
    sent: () => page.evaluate(() => (globalThis as unknown as StandIn).sent),
    state: () => page.evaluate(() => (globalThis as unknown as StandIn).state),
    close: () => context.close(),
  };
}

interface StandIn {
  sent: FromPanel[];
  state: unknown;
}

/** Runs in the page before its script: what VS Code puts into a webview. */
function standIn({
  theme,
  state,
}: {
  theme: { body: string; variables: Record<string, string> };
  state: unknown;
}): void {
  const self = globalThis as unknown as StandIn & { acquireVsCodeApi: () => unknown };
  self.sent = [];
  self.state = state;
  self.acquireVsCodeApi = () => ({
    postMessage: (message: FromPanel) => self.sent.push(message),
    getState: () => self.state,
    setState: (next: unknown) => {
      self.state = next;
    },
  });
  const dress = () => {
    document.body.className = theme.body;
    for (const [name, value] of Object.entries(theme.variables))
      document.documentElement.style.setProperty(name, value);
  };
  document.addEventListener('readystatechange', dress, { once: true });
}

const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Timeline</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-n0'; style-src https://panel.test; img-src data:; base-uri 'none'; form-action 'none'; frame-src 'none'">
<link rel="stylesheet" href="/timeline.css"></head>
<body data-words="{}"><div id="app"></div><script nonce="n0" src="/timeline.js"></script></body></html>`;
