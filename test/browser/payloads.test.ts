// The control of every test that counts fired payloads: in a page that takes text for markup they do fire.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { mostlyFire, payloads } from './fixtures/payloads';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(terminal);
});
afterAll(async () => {
  await browser?.close();
});

test('payloads fire where text is taken for markup', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(40);
  const page = await browser.newPage();
  const fired = new Set<number>();
  await page.exposeFunction('fired', (at: number) => fired.add(at));
  for (const payload of payloads) {
    await page.setContent(`<!DOCTYPE html><title>control</title><p>${payload}</p>`, { waitUntil: 'load' });
    const target = page.locator('a, button, summary, div[onclick]').first();
    if (await target.count()) await target.click({ timeout: 200, force: true }).catch(() => undefined);
    await page.waitForTimeout(20);
  }
  await page.close();
  expect(fired.size).toBeGreaterThanOrEqual(mostlyFire);
}, 60_000);
