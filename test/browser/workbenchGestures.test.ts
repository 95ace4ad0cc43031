// Gestures on the timeline in the real workbench: what becomes of the bytes of the file, and that one undo takes each of them back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench';

const plan = `# Kept as it is, with its odd spaces.
project: Site
milestones:
  - id: texts
    title: Texts final
    start:  2099-01-05
    due:  2099-01-15   # a Thursday
  - { id: build, title: Build, start: "2099-01-16", due: "2099-02-06", dependsOn: [texts] }
  - id: live
    title: Site live
    due: 2099-02-20
  - { id: check, title: Texts checked, effort: 3d, dependsOn: [texts] }
`;

let workbench: Workbench;
let frame: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'site.milestones.yaml': plan },
    settings: { 'workbench.editor.enablePreview': false },
    viewport: { width: 1800, height: 900 },
  });
  await workbench.rows('site.milestones.yaml').first().dblclick();
  await workbench.page.locator('.monaco-editor .view-line').first().waitFor();
  await workbench.runCommand('Milestones: Show Timeline');
  frame = await workbench.panelFrame();
  await frame.getByText('Site live').first().waitFor();
  await frame.locator('.mp-row', { hasText: 'Texts final' }).click();
  await frame.locator('.mp-row[aria-selected=true]', { hasText: 'Texts final' }).waitFor();
  const { width } = await track(0);
  await workbench.page.keyboard.press('2');
  while ((await track(0)).width === width);
}, 180_000);
afterAll(async () => {
  await workbench?.screenshot('gestures-workbench').catch(() => undefined);
  await workbench?.close();
});

// A test that fails in the middle of a gesture holds the button down; the next one begins with a free hand.
afterEach(() => workbench.page.mouse.up());

const text = () => readFileSync(join(workbench.workspacePath, 'site.milestones.yaml'), 'utf8');
/** Where a bar lies once it lies still: a window that glides on would be pressed beside its bars. */
const track = async (at: number) => {
  const bar = frame.locator('.bars .k-bar .track').nth(at);
  let before = '';
  let box = await bar.boundingBox();
  while (!box || JSON.stringify(box) !== before) {
    before = JSON.stringify(box);
    await workbench.page.waitForTimeout(250);
    box = await bar.boundingBox();
  }
  return { ...box, right: box.x + box.width, middle: box.y + box.height / 2 };
};
const lines = (a: string, b: string) => {
  const [before, after] = [a.split('\n'), b.split('\n')];
  return after.flatMap((line, at) => (line === before[at] ? [] : [[before[at], line]]));
};

/** One Ctrl+Z in the editor, and its text saved. */
async function undone(): Promise<string> {
  const { page } = workbench;
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+S');
  await expect.poll(text).toBe(plan);
  return text();
}

/** Selects by hand, once the selection that follows the cursor of the editor has come. */
async function choose(title: string): Promise<void> {
  await workbench.page.waitForTimeout(800);
  await frame.locator('.mp-row', { hasText: title }).click();
  await frame.locator('.mp-row[aria-selected=true]', { hasText: title }).waitFor();
  await workbench.page.waitForTimeout(800);
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = workbench.page;
  await mouse.move(from.x - 30, from.y);
  await mouse.move(from.x, from.y, { steps: 3 });
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 6 });
}

test('the end of a bar, two days: only the due day of the file is another, and one undo takes it back', async () => {
  const bar = await track(0);
  const perDay = bar.width / 11;
  await drag({ x: bar.right - 2, y: bar.middle }, { x: bar.right - 2 + 2 * perDay, y: bar.middle });
  // The engine's own words, on the plan as it would be.
  await expect
    .poll(() => frame.locator('.mp-bubble:not(.mp-notice)').textContent())
    .toMatch(/^Due Sat, Jan 17, 2099.*working day/);
  await expect.poll(() => frame.locator('.mp-moved:visible').count()).toBe(1);
  await workbench.screenshot('gesture-workbench-drag');
  await workbench.screenshot('gesture-workbench-drag');
  await workbench.page.mouse.up();
  await expect.poll(text).not.toBe(plan);
  expect(lines(plan, text())).toEqual([['    due:  2099-01-15   # a Thursday', '    due:  2099-01-17   # a Thursday']]);
  await expect.poll(async () => Math.round(((await track(0)).width - bar.width) / perDay)).toBe(2);
  expect(await frame.locator('.mp-own').getAttribute('d')).toBe('');
  expect(await undone()).toBe(plan);
  await expect.poll(async () => Math.round((await track(0)).width)).toBe(Math.round(bar.width));
});

test('by the keys, a week for the whole of it: two days of the file are others, in one undo', async () => {
  await choose('Build');
  for (const key of ['d', 'Shift+ArrowRight', 'Enter']) await workbench.page.keyboard.press(key);
  await expect.poll(text).not.toBe(plan);
  expect(lines(plan, text())).toEqual([
    [
      '  - { id: build, title: Build, start: "2099-01-16", due: "2099-02-06", dependsOn: [texts] }',
      '  - { id: build, title: Build, start: "2099-01-23", due: "2099-02-13", dependsOn: [texts] }',
    ],
  ]);
  expect(await undone()).toBe(plan);
});

test('an arrow from a bar to another row: it waits for it in the file; what would be a circle is refused in words', async () => {
  await expect.poll(async () => (await track(1)).width).toBeGreaterThan(10);
  const from = await track(1);
  const to = await frame.locator('.mp-row', { hasText: 'Site live' }).boundingBox();
  await drag({ x: from.right + 9, y: from.middle }, { x: from.right + 60, y: (to?.y ?? 0) + (to?.height ?? 0) / 2 });
  await expect.poll(() => frame.locator('.mp-bubble:not(.mp-notice)').textContent()).toBe('Site live waits for Build');
  await workbench.page.mouse.up();
  await expect.poll(text).not.toBe(plan);
  const linked = text();
  expect(linked).toBe(plan.replace('    due: 2099-02-20\n', '    due: 2099-02-20\n    dependsOn: [build]\n'));
  // Its successor's successor cannot be waited for.
  await expect.poll(() => frame.locator('path.arrow').count()).toBe(3);
  await choose('Texts final');
  for (const key of ['a', 'ArrowDown', 'ArrowDown', 'Enter']) await workbench.page.keyboard.press(key);
  const refused = frame.locator('.mp-notice:visible');
  await refused.waitFor();
  expect(await refused.textContent()).not.toBe('');
  await workbench.screenshot('gesture-workbench-refused');
  expect(text()).toBe(linked);
  expect(await undone()).toBe(plan);
});
