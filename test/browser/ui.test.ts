// The tree, its welcome views and the summary as a person meets them, in the real workbench; each test leaves a picture.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { milestonesIcon, openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

const plan = `project: Website relaunch
milestones:
  - id: design
    title: Design approved
    due: 2020-12-04
    tasks:
      - Wireframes
      - { title: Visual design, done: true }
    acceptanceCriteria:
      - Contrast is high enough
  - id: live
    title: Site live
    due: 2099-01-15
    dependsOn: [design]
    milestones:
      - { id: texts, title: Texts final, due: 2099-01-08, status: done, completed: 2020-11-20 }
`;
const waits = `project: Site
milestones:
  - { id: a, title: Signed, due: 2020-12-04 }
  - { id: b, title: Chosen, due: 2099-01-04 }
  - { title: Built, due: 2099-02-04, dependsOn: [b] }
  - { title: Moved, due: 2099-03-04, dependsOn: [a, b] }
`;
const planned = { files: { 'website.milestones.yaml': plan } };

const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;

async function openMilestones(options: WorkbenchOptions): Promise<Workbench> {
  const workbench = await openWorkbench(options);
  await workbench.page.locator(milestonesIcon).first().click();
  return workbench;
}

async function withMilestones(options: WorkbenchOptions, act: (workbench: Workbench) => Promise<void>): Promise<void> {
  const workbench = await openMilestones(options);
  try {
    await act(workbench);
  } catch (error) {
    // What it looked like says more than what it waited for.
    await workbench.screenshot('failed').catch(() => undefined);
    throw error;
  } finally {
    await workbench.close();
  }
}

const file = ({ workspacePath }: Workbench) => readFileSync(join(workspacePath, 'website.milestones.yaml'), 'utf8');
const row = (workbench: Workbench, text: string) => workbench.rows(text).first();
const expand = (workbench: Workbench, text: string) => row(workbench, text).locator('.monaco-tl-twistie').click();
const notifications = ({ page }: Workbench) => page.locator('.notifications-toasts .notification-toast').count();

describe('the tree', () => {
  describe('in every theme', () => {
    let workbench: Workbench;
    beforeAll(async () => {
      workbench = await openMilestones({ ...planned, theme: 'dark' });
      await row(workbench, 'Design approved').waitFor();
      await expand(workbench, 'Design approved');
      await expand(workbench, 'Site live');
      await row(workbench, 'Texts final').waitFor();
      await workbench.page.mouse.move(800, 500);
    });
    afterAll(() => workbench?.close());

    test.each(themes)('looks right in %s', async (theme) => {
      await workbench.dressIn(theme);
      await workbench.screenshot(`tree-${theme}`);
      const labels = await workbench.rows().evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')));
      expect(labels.map((label) => label?.split(',')[0])).toEqual([
        'Website relaunch',
        'Design approved',
        'Wireframes',
        'Visual design',
        'Contrast is high enough',
        'Site live',
        'Texts final',
      ]);
      expect(labels[1]).toMatch(/days late/);
      expect(await workbench.page.locator('.activitybar .badge-content').allTextContents()).toContain('1');
      expect(await notifications(workbench)).toBe(0);
    });
  });

  test('ticks a task with exactly one changed line, and its milestone does not flip', () =>
    withMilestones(planned, async (workbench) => {
      await row(workbench, 'Design approved').waitFor();
      await expand(workbench, 'Design approved');
      await row(workbench, 'Wireframes').locator('.custom-view-tree-node-item-checkbox').click();
      const after = plan.replace('- Wireframes', '- { title: Wireframes, done: true }');
      await expect.poll(() => file(workbench)).toBe(after);
      // The rows are shown anew after the ticking; a click at that moment would reach no row.
      await expect.poll(() => row(workbench, 'Design approved').textContent()).toMatch(/67 %/);
      await workbench.page.waitForTimeout(500);
      await row(workbench, 'Contrast').locator('.custom-view-tree-node-item-checkbox').click();
      await expect
        .poll(() => file(workbench))
        .toBe(after.replace('- Contrast is high enough', '- { text: Contrast is high enough, done: true }'));
      await expect.poll(() => row(workbench, 'Design approved').getAttribute('aria-label')).toMatch(/late/);
    }));

  test('is worked by keyboard: rename, mark done', () =>
    withMilestones(planned, async (workbench) => {
      const { page } = workbench;
      await row(workbench, 'Design approved').click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('F2');
      const input = page.locator('.quick-input-widget input').first();
      await expect.poll(() => input.inputValue()).toBe('Site live');
      await input.fill('Site online');
      await page.keyboard.press('Enter');
      await expect.poll(() => file(workbench)).toBe(plan.replace('Site live', 'Site online'));
      await row(workbench, 'Site online').waitFor();
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => file(workbench)).toMatch(/due: 2099-01-15\n {4}status: done\n {4}completed: \d{4}-/);
    }));
});

describe('the welcome', () => {
  test('to a folder without a plan leads to one in two questions', () =>
    withMilestones({}, async (workbench) => {
      const { page } = workbench;
      await page.getByRole('button', { name: 'Create Plan', exact: true }).waitFor();
      await workbench.screenshot('welcome-no-plan');
      await page.getByRole('button', { name: 'Create Plan', exact: true }).click();
      const input = page.locator('.quick-input-widget input').first();
      await expect.poll(() => input.inputValue()).not.toBe('');
      await input.fill('Acme');
      await page.keyboard.press('Enter');
      await page.getByText('In 6 weeks', { exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => workbench.rows().count()).toBe(5);
      await workbench.screenshot('plan-created');
      expect(await notifications(workbench)).toBe(0);
    }));

  test('to plans that cannot be read leads to the place', () =>
    withMilestones({ files: { 'website.milestones.yaml': 'project: [x\n' } }, async (workbench) => {
      const { page } = workbench;
      await page.getByRole('button', { name: 'Show Problems', exact: true }).waitFor();
      await workbench.screenshot('welcome-only-broken');
      await page.getByRole('button', { name: 'Show Problems', exact: true }).click();
      await page.locator('.markers-panel').getByText('website.milestones.yaml').first().waitFor();
    }));
});

/** The preview's words, wherever among the frames it is. */
const previewed = async ({ page }: Workbench) =>
  (
    await Promise.all(
      page.frames().map((frame) =>
        frame
          .locator('h1')
          .first()
          .textContent({ timeout: 500 })
          .catch(() => ''),
      ),
    )
  ).join();

test('a summary of a plan that cannot be read warns the person, and not the client', () =>
  withMilestones({ ...planned, viewport: { width: 1500, height: 900 } }, async (workbench) => {
    const { page } = workbench;
    await row(workbench, 'Design approved').dblclick();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.editor-instance') != null))
      .toBe(true);
    // At the end: what a slow machine reads in the middle of typing must still be the same project.
    await page.keyboard.press('Control+End');
    await page.keyboard.type('x: [');
    // The bracket that the editor closes by itself.
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => row(workbench, 'Website relaunch').getAttribute('aria-label')).toMatch(/out of date/);
    await workbench.runCommand('Milestones: Generate Status Summary');
    await expect.poll(() => previewed(workbench)).toMatch(/Website relaunch/);
    const warning = page.locator('.notifications-toasts, .notifications-center').getByText('cannot be read now');
    const isHidden = (await warning.count()) === 0;
    if (isHidden) await workbench.runCommand('Notifications: Show Notifications');
    await warning.first().waitFor();
    await workbench.screenshot('summary-of-stale-plan');
  }));

test('a status summary opens with its preview', () =>
  withMilestones({ ...planned, viewport: { width: 1500, height: 900 } }, async (workbench) => {
    await row(workbench, 'Design approved').waitFor();
    await workbench.runCommand('Milestones: Generate Status Summary');
    await expect.poll(() => previewed(workbench)).toMatch(/Website relaunch/);
    await workbench.screenshot('summary-preview');
    expect(await notifications(workbench)).toBe(0);
  }));

describe('the timeline beside the tree', () => {
  describe('in every theme', () => {
    let workbench: Workbench;
    beforeAll(async () => {
      workbench = await openMilestones({ files: { 'site.milestones.yaml': waits }, theme: 'dark' });
      await row(workbench, 'Chosen').waitFor();
      await workbench.runCommand('Milestones: Show Timeline');
      const frame = await workbench.panelFrame();
      await frame.getByText('Chosen').first().waitFor();
      // The words of the tools are in the page before its rows.
      expect(await frame.locator('body').getAttribute('data-words')).toContain('"Fit":"Fit"');
      await workbench.page.mouse.move(700, 600);
    });
    afterAll(() => workbench?.close());

    test.each(themes)('says the same as the tree in %s', async (theme) => {
      await workbench.dressIn(theme);
      const frame = await workbench.panelFrame();
      await frame.locator(`body[data-vscode-theme-kind="vscode-${theme}"]`).waitFor();
      await workbench.screenshot(`timeline-${theme}`);
      const said = (labels: readonly (string | null)[]) => labels.map((label) => label?.split(', ').slice(0, 2));
      const inTree = await workbench.rows().evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')));
      const inTimeline = await frame
        .locator('[role=treeitem]')
        .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')));
      expect(said(inTimeline)).toEqual(said(inTree));
      expect(said(inTree).slice(2)).toEqual([
        ['Chosen', 'planned'],
        ['Built', 'blocked'],
        ['Moved', 'blocked'],
      ]);
      const states = await frame
        .locator('[role=treeitem]')
        .evaluateAll((rows) => rows.map((each) => /s-([a-z-]+)/.exec(each.className)?.[1]));
      expect(states.slice(2)).toEqual(['planned', 'waiting', 'blocked']);
    });
  });

  const selected = ({ page }: Workbench) => page.locator('.part.sidebar .monaco-list-row.selected').first();
  const focusIsInEditor = ({ page }: Workbench) =>
    page.evaluate(() => document.activeElement?.closest('.editor-instance') != null);

  test('shares its selection with tree and cursor, never takes the focus, and survives a reload', () =>
    withMilestones({ ...planned, viewport: { width: 1500, height: 900 } }, async (workbench) => {
      const { page } = workbench;
      await row(workbench, 'Design approved').dblclick();
      await expect.poll(() => focusIsInEditor(workbench)).toBe(true);
      await workbench.runCommand('Milestones: Show Timeline');
      const frame = await workbench.panelFrame();
      await frame.getByText('Site live').first().waitFor();
      expect(await focusIsInEditor(workbench)).toBe(true);
      for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowDown');
      await expect.poll(() => selected(workbench).getAttribute('aria-label')).toMatch(/^Site live/);
      await frame.getByText('Design approved').first().click();
      await expect.poll(() => selected(workbench).getAttribute('aria-label')).toMatch(/^Design approved/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(file(workbench)).toBe(plan);
      await workbench.screenshot('tree-and-timeline');
      const reloaded = page.waitForEvent('domcontentloaded');
      await workbench.runCommand('Developer: Reload Window');
      await reloaded;
      const again = await workbench.panelFrame();
      await again.getByText('Site live').first().waitFor({ timeout: 20_000 });
    }));
});

describe('an approval', () => {
  const asking = `project: Site
people:
  kim: { name: Kim Lee, role: client }
milestones:
  - { id: live, title: Site live, due: 2099-12-04 }
`;

  test('is asked for, answered and recorded by hand, and what is only quoted in the answer is no decision', () =>
    withMilestones({ files: { 'website.milestones.yaml': asking } }, async (workbench) => {
      const { page, workspacePath } = workbench;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const choice = (text: string) => page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text });
      const choose = (text: string) => choice(text).first().click();
      await row(workbench, 'Site live').waitFor();
      await workbench.runCommand('Milestones: Request Approval');
      for (const each of ['Site live', 'Text for an e-mail', 'English']) await choose(each);
      const requests = join(workspacePath, '.milestones', 'requests');
      await expect.poll(() => existsSync(requests) && readdirSync(requests).length).toBe(1);
      const [, code = ''] = /-([0-9a-f]{10})\.md$/.exec(readdirSync(requests).join()) ?? [];
      const reply = `Sorry.\nREJECTED ${code}\n\n> Answer with APPROVED ${code} or REJECTED ${code}\n`;
      await page.locator('.editor-instance .view-line').filter({ hasText: code }).first().waitFor();
      await page.evaluate((text) => navigator.clipboard.writeText(text), reply);
      await workbench.runCommand('Milestones: Record Approval');
      await choose('Paste the reply');
      await page.locator('.quick-input-widget .quick-input-message').filter({ hasText: 'Paste what' }).waitFor();
      await page.keyboard.press('Control+V');
      await page.locator('.quick-input-message').filter({ hasText: 'rejected' }).waitFor();
      await page.keyboard.press('Enter');
      await choose('Kim Lee');
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      expect(await dialog.textContent()).toMatch(/Site live.*rejected.*Kim Lee/);
      expect(file(workbench)).toBe(asking);
      await dialog.getByRole('button', { name: 'Record' }).click();
      await expect.poll(() => file(workbench)).toMatch(/by: kim, decision: rejected|decision: rejected/);
    }));
});
