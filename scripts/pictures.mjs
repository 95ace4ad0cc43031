// `npm run pictures`: the pictures of the README, taken in the real workbench: the tree and the timeline of the sample plan, and a summary of it, in light and dark.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './embedded/chromium.mjs';
import { currentVersion, ensureHost } from './embedded/install.mjs';
import { repoRoot } from './embedded/paths.mjs';
import { terminal } from './embedded/report.mjs';
import { startHost } from './embedded/server.mjs';
import { openWorkbenchPage, quietSettings, runCommand, webviewFrame } from './embedded/workbench.mjs';
import { freshSample } from './sample.mjs';

const folder = join(repoRoot, 'docs', 'pictures');

const build = spawnSync(process.execPath, ['esbuild.js', '--production'], { cwd: repoRoot, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
mkdirSync(folder, { recursive: true });
const userData = mkdtempSync(join(tmpdir(), 'milepost-pictures-'));
const workspace = freshSample(new Date());
const host = await startHost({
  host: await ensureHost(currentVersion, terminal),
  workspace: userData,
  extensionPath: repoRoot,
  userDataFolder: userData,
});
const browser = await launchChromium(terminal);
try {
  for (const theme of /** @type {const} */ (['light', 'dark'])) await take(theme);
} finally {
  await browser.close();
  await host.stop();
  rmSync(userData, { recursive: true, force: true });
}

/** @param {'light' | 'dark'} theme */
async function take(theme) {
  const settings = { ...quietSettings(theme), 'explorer.openEditors.visible': 0 };
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  const context = await browser.newContext({ viewport: { width: 1440, height: 810 }, deviceScaleFactor: 1.25 });
  const page = await context.newPage();
  await openWorkbenchPage(page, host.url(workspace), theme);
  await page.locator('.activitybar .action-item:has([aria-label^="Milestones"])').click();
  await page.locator('.part.sidebar .monaco-list-row').first().waitFor();
  await runCommand(page, 'Milestones: Show Timeline');
  await (await webviewFrame(page)).locator('.mp-row').first().waitFor();
  await shoot(page, `timeline-${theme}`);
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'Milestones: Preview Summary');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Website relaunch' }).first().click();
  await (await webviewFrame(page)).locator('h1').first().waitFor();
  await shoot(page, `summary-${theme}`);
  await context.close();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function shoot(page, name) {
  // The picture is of rest: nothing hovered, nothing still coming in.
  await page.mouse.move(720, 805);
  await page.waitForTimeout(1500);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
