import { test } from 'vitest';
import { chromium } from 'playwright-core';
import { openPanel, themeNames } from './panelPage';
import { rowsMessage, rowsOf, website, generated } from './fixtures/rows';
import { rowsOfPlan } from './fixtures/plans';
test('shots', async () => {
  const browser = await chromium.launch({ executablePath: '/tmp/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const only = (process.env.ONLY ?? 'dark,light,high-contrast,high-contrast-light').split(',');
  for (const theme of only as typeof themeNames) {
    const panel = await openPanel(browser, { theme });
    panel.page.on('console', m => console.log(theme, m.text())); panel.page.on('pageerror', e => console.log(theme, e.stack));
    await panel.post(rowsMessage(rowsOf(website)));
    await panel.page.waitForTimeout(100);
    await panel.page.screenshot({ path: `/tmp/dump/${theme}.png` });
    if (process.env.KEYS) {
      for (const key of process.env.KEYS.split('')) { await panel.page.keyboard.press(key); await panel.settle(); await panel.page.screenshot({ path: `/tmp/dump/${theme}-${key}.png` }); }
    }
    if (process.env.SEL) {
      for (let i=0;i<10;i++) await panel.page.keyboard.press('ArrowDown');
      await panel.page.keyboard.press('l'); await panel.settle(); await panel.page.screenshot({ path: `/tmp/dump/${theme}-sel.png` });
      await panel.page.keyboard.press('?'); await panel.settle(); await panel.page.screenshot({ path: `/tmp/dump/${theme}-keys.png` });
    }
    await panel.close();
  }
  if (process.env.PLANS) for (const [name, rows, size] of [['node', rowsOfPlan('/work/shared/examples/nodejs-release.milestones.yaml', '2026-07-02'), [1200,700]], ['privadex', rowsOfPlan('/work/shared/examples/privadex.milestones.yaml'), [1200,700]], ['10k', generated(10000), [1200,700]], ['narrow', rowsOf(website), [320,600]], ['zoom', rowsOf(website), [600,350]]] as const) {
    const panel = await openPanel(browser, { theme: name === '10k' ? 'light' : 'dark', width: size[0], height: size[1] });
    panel.page.on('pageerror', e => console.log(name, e.stack));
    await panel.post(rowsMessage(rows)); await panel.settle();
    await panel.page.screenshot({ path: `/tmp/dump/p-${name}.png` });
    await panel.page.keyboard.press('2'); await panel.settle();
    await panel.page.screenshot({ path: `/tmp/dump/p-${name}-2.png` });
    await panel.close();
  }
  await browser.close();
}, 60000);
