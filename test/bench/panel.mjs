// What only our panel is measured by: a change of one milestone, memory, the size of what is loaded, and what the data costs on its way to the page.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { bundle, openPage, pageBanner } from './chromium.mjs';
import { median, quantile } from './statistics.mjs';

/** @param {readonly number[]} sizes @param {number} rounds */
export async function benchPanel(sizes, rounds) {
  const panel = await bundle('panel');
  const crossing = await bundle('crossing');
  const browser = await launchChromium(terminal);
  try {
    const results = [];
    for (const size of sizes) {
      const changes = [];
      const heaps = [];
      const crossings = [];
      for (let round = 0; round < rounds; round++) {
        changes.push(await changeOf(browser, panel, size));
        heaps.push(await heapOf(browser, panel, size));
        crossings.push(await crossingOf(browser, crossing, size));
        process.stderr.write('.');
      }
      results.push({ size, ...changeSummary(changes), heapMb: median(heaps), ...crossingSummary(crossings) });
    }
    process.stderr.write(' panel\n');
    return { results, gzipKb: await gzippedKilobytes() };
  } finally {
    await browser.close();
  }
}

async function changeOf(browser, files, size) {
  const page = await openPage(browser, files);
  try {
    await page.evaluate((count) => globalThis.timer.mount(count), size);
    return await page.evaluate(() => globalThis.timer.frames('change', 20_000));
  } finally {
    await page.context().close();
  }
}

function changeSummary(runs) {
  const of = (list, part) => median(runs.map((run) => quantile(run[list], part)));
  return {
    changeP50Ms: of('workMs', 0.5),
    changeP95Ms: of('workMs', 0.95),
    changeWallP50Ms: of('wallMs', 0.5),
    changeWallP95Ms: of('wallMs', 0.95),
  };
}

/** What lives on once everything that can be freed is: objects and strings of the script, the browser's own for it, and the bytes of columns. */
async function heapOf(browser, files, size) {
  const page = await openPage(browser, files);
  try {
    await page.evaluate((count) => globalThis.timer.mount(count), size);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  } finally {
    await page.context().close();
  }
}

async function crossingOf(browser, files, size) {
  const page = await openPage(browser, files, 'crossing');
  try {
    return await page.evaluate((count) => globalThis.crossing(count), size);
  } finally {
    await page.context().close();
  }
}

function crossingSummary(runs) {
  return {
    columnsMs: median(runs.map((run) => run.columnsMs)),
    objectsMs: median(runs.map((run) => run.objectsMs)),
  };
}

/** Script and style of the panel as they are shipped. */
async function gzippedKilobytes() {
  const result = await build({
    absWorkingDir: repoRoot,
    entryPoints: { timeline: 'src/webview/timeline.ts' },
    bundle: true,
    minify: true,
    legalComments: 'none',
    target: 'es2022',
    format: 'iife',
    platform: 'browser',
    outdir: 'out',
    banner: pageBanner,
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return result.outputFiles.reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0) / 1000;
}
