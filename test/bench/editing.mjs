// The whole way through a real VS Code: letters typed into the file of a large plan, until the open timeline shows them.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { currentVersion, ensureHost } from '../../scripts/embedded/install.mjs';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { startHost } from '../../scripts/embedded/server.mjs';
import { openWorkbenchPage, quietSettings, runCommand, webviewFrame } from '../../scripts/embedded/workbench.mjs';
import { planText } from './reading.mjs';
import { quantile } from './statistics.mjs';

/** How long the store waits for the next letter; what comes after it is ours. */
const quietMs = 100;

/** @param {number} milestones @param {number} edits */
export async function benchEditing(milestones, edits) {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-bench-')));
  const text = planText(milestones, 0);
  writeFileSync(join(workspace, 'large.milestones.yaml'), text);
  const at = text.split('\n').indexOf('    title: Milestone 1 of the generated plan') + 1;
  const server = await startHost({
    host: await ensureHost(currentVersion, terminal),
    workspace,
    extensionPath: process.env.MILEPOST_EXTENSION ?? repoRoot,
    settings: quietSettings('dark', currentVersion),
  });
  const browser = await launchChromium(terminal);
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
    await openWorkbenchPage(page, server.url(), 'dark');
    const frame = await openBoth(page, at);
    const times = [];
    for (let edit = -5; edit < edits; edit++) {
      const ms = await typeOne(page, frame, 'abcdefghijklmnopqrstuvwxyz'[(edit + 26) % 26]);
      if (edit >= 0) times.push(ms);
      // Nobody types in step with a clock, and what the editor does meanwhile is done before the next letter.
      await sleep(400 + 200 * Math.random());
    }
    const whole = (part) => quantile(times, part);
    return {
      ...{ milestones, kilobytes: Math.round(text.length / 1000), edits, quietMs, times },
      ...{ p50Ms: whole(0.5), p95Ms: whole(0.95) },
      ...{ afterQuietP50Ms: whole(0.5) - quietMs, afterQuietP95Ms: whole(0.95) - quietMs },
    };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The file in an editor with the cursor behind the title, and the timeline beside it. */
async function openBoth(page, at) {
  await page.keyboard.press('Control+P');
  await page.keyboard.type('large.milestones.yaml', { delay: 10 });
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .view-line').first().waitFor();
  await runCommand(page, 'Milestones: Show Timeline');
  const frame = await webviewFrame(page);
  await frame.locator('.mp-row').first().waitFor();
  await page.locator('.editor-instance .view-line').first().click();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget').waitFor();
  await page.keyboard.type(`${at}:200`, { delay: 10 });
  await page.keyboard.press('Enter');
  await frame.evaluate(watch);
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      () => Object.assign(globalThis, { pressed: performance.timeOrigin + performance.now() }),
      true,
    );
  });
  return frame;
}

/** In the panel: notes when a title changed, at the end of the frame that painted it. */
function watch() {
  const state = Object.assign(globalThis, { painted: 0, shownTitle: '' });
  new MutationObserver((changes) => {
    const title = document.querySelector('.mp-row[data-row="2"] .mp-title')?.textContent ?? '';
    if (changes.length === 0 || title === state.shownTitle) return;
    state.shownTitle = title;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      state.painted = performance.timeOrigin + performance.now();
    };
    // The panel draws in a frame callback, after which this frame is laid out and painted.
    port2.postMessage(0);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Milliseconds from the key to the painted title. */
async function typeOne(page, frame, letter) {
  await frame.evaluate(() => Object.assign(globalThis, { painted: 0 }));
  await page.keyboard.press(letter);
  const limit = Date.now() + 20_000;
  for (;;) {
    const painted = await frame.evaluate(() => globalThis.painted);
    if (painted > 0) return painted - (await page.evaluate(() => globalThis.pressed));
    if (Date.now() > limit) throw new Error('The timeline never showed the letter.');
    await sleep(30);
  }
}
