// Renders media/icon.png, the picture of the extension in the Marketplace, from media/icon.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from './embedded/chromium.mjs';
import { terminal } from './embedded/report.mjs';

const size = 256;
const svg = readFileSync(new URL('../media/icon.svg', import.meta.url), 'utf8');
const browser = await launchChromium(terminal);
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
const png = await page.screenshot({ omitBackground: true });
writeFileSync(new URL('../media/icon.png', import.meta.url), png);
await browser.close();
