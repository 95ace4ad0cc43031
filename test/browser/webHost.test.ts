// The bundle for the web in the editor's own web worker: the extension is given no other code, and the worker is a browser's, without Node.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { milestonesIcon, openWorkbench } from './workbench';

const plan = `project: Website relaunch
milestones:
  - id: design
    title: Design approved # with the client
    due: 2099-12-04
    tasks:
      - Wireframes
`;

const extensionPath = webExtension();
afterAll(() => rmSync(extensionPath, { recursive: true, force: true }));

/** The extension as it is, but only for web workers: without `main` and without the bundle for Node. */
function webExtension(): string {
  const copy = mkdtempSync(join(tmpdir(), 'milepost-web-'));
  const { main: _, ...manifest } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }));
  for (const part of ['package.nls.json', 'l10n', 'media', 'dist/extension.js', 'dist/webview'])
    cpSync(join(repoRoot, part), join(copy, part), { recursive: true });
  return copy;
}

test('the extension completes, explains and mends what is typed in a web worker', async () => {
  const workbench = await openWorkbench({ files: { 'website.milestones.yaml': plan }, extensionPath });
  const { page } = workbench;
  const file = () => readFileSync(join(workbench.workspacePath, 'website.milestones.yaml'), 'utf8');
  try {
    await page.keyboard.press('Control+P');
    await page.keyboard.type('website');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'website' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .view-line').filter({ hasText: 'Wireframes' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  - title: Site live');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  status: on-hol');
    await page.keyboard.press('Escape');
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+.');
    await page.getByText('Write on-hold').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('due: ');
    await page.keyboard.type('+2w', { delay: 80 });
    await page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: '+2w' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+S');
    await expect.poll(file).toMatch(/ {2}- title: Site live\n {4}status: on-hold\n {4}due: \d{4}-\d\d-\d\d/);
    await workbench.screenshot('web-host-writing');
  } finally {
    await workbench.close();
  }
});

test('the extension lists, draws and marks a plan in a web worker', async () => {
  const workbench = await openWorkbench({ files: { 'website.milestones.yaml': plan }, extensionPath });
  const { page } = workbench;
  try {
    await page.locator(milestonesIcon).first().click();
    const design = workbench.rows('Design approved').first();
    await design.waitFor();
    await design.locator('.monaco-tl-twistie').click();
    await workbench.rows('Wireframes').first().locator('.custom-view-tree-node-item-checkbox').click();
    const file = () => readFileSync(join(workbench.workspacePath, 'website.milestones.yaml'), 'utf8');
    await expect.poll(file).toBe(plan.replace('- Wireframes', '- { title: Wireframes, done: true }'));
    await workbench.runCommand('Milestones: Show Timeline');
    const panel = await workbench.panelFrame();
    await panel.getByText('Design approved').first().waitFor();
    await page.keyboard.press('Escape');
    await workbench.screenshot('web-host');
    await workbench.runCommand('Developer: Show Running Extensions');
    // The list draws only the rows in the window, in an order that depends on how long each extension took.
    await page.setViewportSize({ width: 1280, height: 5000 });
    const running = page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'Milepost' });
    await running.waitFor();
    expect(await running.textContent()).toContain('web worker');
  } finally {
    await workbench.close();
  }
});
