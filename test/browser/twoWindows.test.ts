// Two windows on one folder change the same plan in turn: every change is made on what the other window has saved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbenchPage } from '../../scripts/embedded/workbench.mjs';
import { milestonesIcon, openWorkbench, type Workbench } from './workbench';

const rounds = 6;
const name = 'shared.milestones.yaml';
const tasks = (of: string) => Array.from({ length: rounds }, (_, number) => `      - ${of} ${number}\n`).join('');
const plan = ['North', 'South', 'Both']
  .map((of) => `  - id: ${of.toLowerCase()}\n    title: ${of} side\n    tasks:\n${tasks(of)}`)
  .join('');

interface Window {
  readonly page: Page;
  readonly rows: (text: string) => Locator;
}

let workbench: Workbench;
let second: BrowserContext;
let north: Window;
let south: Window;

beforeAll(async () => {
  workbench = await openWorkbench({ files: { [name]: `project: Shared # kept\nmilestones:\n${plan}` } });
  north = workbench;
  const browser = workbench.page.context().browser();
  if (!browser) throw new Error('The workbench has no browser.');
  second = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await second.newPage();
  await openWorkbenchPage(page, workbench.page.url(), 'dark');
  const rows = page.locator('.part.sidebar .monaco-list-row');
  south = { page, rows: (text) => rows.and(page.locator(`[aria-label*=${JSON.stringify(text)}]`)) };
  await Promise.all([north, south].map(openTree));
});

afterAll(async () => {
  await second?.close();
  await workbench?.close();
});

async function openTree({ page, rows }: Window): Promise<void> {
  await page.locator(milestonesIcon).first().click();
  for (const title of ['Both side', 'South side', 'North side']) {
    const row = rows(title).first();
    await row.waitFor();
    await row.locator('.monaco-tl-twistie').click();
    await rows(`${title.split(' ')[0]} 0`)
      .first()
      .waitFor();
  }
}

const tick = ({ rows }: Window, task: string) =>
  rows(task).first().locator('.custom-view-tree-node-item-checkbox').click();
/** Waits until a window shows a task as done, and for the moment in which the editor draws its rows anew and takes no clicks. */
async function shown({ page, rows }: Window, task: string): Promise<void> {
  await rows(task).first().locator('.custom-view-tree-node-item-checkbox[aria-checked=true]').waitFor();
  await page.waitForTimeout(400);
}
const text = () => readFileSync(join(workbench.workspacePath, name), 'utf8');
const done = (task: string) => text().includes(`- { title: ${task}, done: true }\n`);
/** What a window tells its person. */
const told = ({ page }: Window) => page.locator('.notification-list-item-message').allTextContents();

test('in turn, each change is made on what the other window has saved', async () => {
  await tick(north, 'North 0');
  await expect.poll(() => done('North 0')).toBe(true);
  await shown(south, 'North 0');
  await tick(south, 'South 0');
  await expect.poll(() => done('South 0')).toBe(true);
  await shown(north, 'South 0');
  await tick(north, 'Both 0');
  await expect.poll(() => done('Both 0')).toBe(true);
  await shown(south, 'Both 0');
  await tick(south, 'Both 1');
  await expect.poll(() => done('Both 1')).toBe(true);
  await Promise.all([shown(north, 'Both 1'), shown(south, 'Both 1')]);
  for (const task of ['North 0', 'South 0', 'Both 0']) expect(done(task)).toBe(true);
  expect([...(await told(north)), ...(await told(south))]).toEqual([]);
});

test('at the same moment, no change is lost without a word, and each is told once', async () => {
  let conflicts = 0;
  for (let round = 2; round < rounds && conflicts === 0; round++) {
    // Different milestones and, every second time, two tasks of one milestone.
    const wanted = round % 2 ? [`Both ${round}`, `Both ${round - 1}`] : [`North ${round}`, `South ${round}`];
    await Promise.all([tick(north, wanted[0] ?? ''), tick(south, wanted[1] ?? '')]);
    const missing = () => wanted.filter((task) => !done(task));
    await expect
      .poll(() => missing().length, { timeout: 3_000 })
      .toBe(0)
      .catch(() => undefined);
    // On a busy machine the window that came second may still be saving.
    let notices: readonly string[] = [];
    await expect
      .poll(
        async () => {
          notices = [...(await noticesOf(north)), ...(await noticesOf(south))];
          return notices.length - missing().length;
        },
        { timeout: 15_000, message: `round ${round}` },
      )
      .toBe(0);
    // Whoever sees it first says it: we before the save, or the editor while it saves.
    for (const notice of notices) {
      expect(notice).toMatch(
        /Another program changed this plan at the same moment|wrote over your change|The content of the file is newer/,
      );
    }
    conflicts += missing().length;
    if (conflicts === 0)
      await Promise.all([north, south].flatMap((window) => wanted.map((task) => shown(window, task))));
  }
  await workbench.screenshot('two-windows');
});

/** Everything a window has told its person: a window in the background draws no toasts, so the list behind the bell is asked. */
async function noticesOf({ page }: Window): Promise<readonly string[]> {
  await page.bringToFront();
  const bell = page.locator('#status\\.notifications');
  await bell.click();
  await page.locator('.notifications-center.visible').waitFor();
  const messages = await page.locator('.notifications-center .notification-list-item-message').allTextContents();
  await bell.click();
  return messages;
}
