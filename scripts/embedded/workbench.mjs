// What a person does in the workbench, done in a page by code: opening it, running a command, finding a row; knows no test.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentVersion, floorVersion } from './install.mjs';
import { ignoreNetwork } from './network.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */
/** @typedef {import('./install.mjs').HostVersion} HostVersion */
/** @typedef {'dark' | 'light' | 'high-contrast' | 'high-contrast-light'} Theme */

/** The default of every kind; the names of two have changed over the years. @type {Record<Theme, (version: HostVersion) => string>} */
const themes = {
  dark: (version) => (version === floorVersion ? 'Default Dark Modern' : 'Dark 2026'),
  light: (version) => (version === floorVersion ? 'Default Light Modern' : 'Light 2026'),
  'high-contrast': () => 'Default High Contrast',
  'high-contrast-light': () => 'Default High Contrast Light',
};

/**
 * The settings of a quiet workbench that shows nothing but the workspace.
 * @param {Theme} [theme] without it the workbench's own default
 * @param {HostVersion} [version]
 * @returns {Record<string, unknown>}
 */
export function quietSettings(theme, version = currentVersion) {
  return {
    ...(theme === undefined ? {} : { 'workbench.colorTheme': themes[theme](version) }),
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'workbench.startupEditor': 'none',
    'workbench.reduceMotion': 'on',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'chat.disableAIFeatures': true,
    'extensions.ignoreRecommendations': true,
    'git.openRepositoryInParentFolders': 'never',
    'git.autofetch': false,
    'files.autoSave': 'off',
  };
}

/** The class of the workbench in each kind of theme, once the theme has been read. @type {Record<Theme, string>} */
const themeClasses = { dark: 'vs-dark', light: 'vs', 'high-contrast': 'hc-black', 'high-contrast-light': 'hc-light' };

/**
 * Opens the workbench and waits until it is drawn, in its theme.
 * @param {Page} page
 * @param {string} url
 * @param {Theme} [theme] the one of the settings
 */
export async function openWorkbenchPage(page, url, theme) {
  await page.goto(url);
  await ignoreNetwork(page);
  await page.locator('.monaco-workbench .part.statusbar [id="status.problems"]').waitFor({ timeout: 60_000 });
  if (theme !== undefined) await untilTheme(page, theme);
  await page.locator('.monaco-workbench .part.sidebar').waitFor({ state: 'attached' });
}

/**
 * Waits until the workbench shows a theme of the settings.
 * @param {Page} page
 * @param {Theme} theme
 */
export async function untilTheme(page, theme) {
  await page.locator(`.monaco-workbench.${themeClasses[theme]}[class*="theme-defaults"]`).waitFor({ timeout: 60_000 });
}

/**
 * Runs a command from the palette by its full title, such as `Milestones: Show Timeline`. A command that is not there yet, because
 * extensions are still being read, is waited for.
 * @param {Page} page
 * @param {string} title
 * @param {number} [limitMs]
 */
export async function runCommand(page, title, limitMs = 30_000) {
  const limit = Date.now() + limitMs;
  const input = page.locator('.quick-input-widget input.input, .quick-input-widget .quick-input-box input').first();
  while (Date.now() < limit) {
    await page.keyboard.press('F1');
    if (await isShown(input, 3_000)) {
      await input.fill(`>${title}`);
      const row = page
        .locator('.quick-input-widget .monaco-list-row')
        .filter({ has: page.getByText(title, { exact: true }) });
      if (await isShown(row.first(), 1_500)) {
        await row.first().click();
        return;
      }
      await page.keyboard.press('Escape');
    }
    await sleep(300);
  }
  throw new Error(`The palette has no command "${title}".`);
}

/**
 * The frame with the content of our panel, once it has been drawn.
 * @param {Page} page
 * @param {string} [extension] whose webview; several may be open
 * @param {number} [limitMs]
 * @returns {Promise<Frame>}
 */
export async function webviewFrame(page, extension = 'milepost.milepost', limitMs = 30_000) {
  const limit = Date.now() + limitMs;
  while (Date.now() < limit) {
    for (const frame of page.frames()) {
      const outer = frame.parentFrame()?.url() ?? '';
      if (!frame.url().includes('fake.html') || !outer.includes(`extensionId=${extension}`)) continue;
      if (await hasContent(frame)) return frame;
    }
    await sleep(100);
  }
  throw new Error(
    `No webview of ${extension} was drawn; there are the frames ${page
      .frames()
      .map((frame) => frame.url())
      .join(' ')}`,
  );
}

/** @param {Frame} frame */
async function hasContent(frame) {
  try {
    return await frame.evaluate(() => document.body !== null && document.body.childElementCount > 0);
  } catch {
    return false; // The frame is being replaced.
  }
}

/**
 * @param {import('playwright-core').Locator} locator
 * @param {number} timeout in milliseconds
 */
async function isShown(locator, timeout) {
  try {
    await locator.waitFor({ timeout });
    return true;
  } catch {
    return false;
  }
}
