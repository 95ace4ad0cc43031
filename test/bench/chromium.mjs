// The drawing part of the benchmark: every contender in a page of its own, all sizes, repetitions interleaved, in one Chromium.
import { build } from 'esbuild';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { median, quantile } from './statistics.mjs';

const contenders = ['panel', 'floor', 'vis'];

/**
 * @param {readonly number[]} sizes
 * @param {(size: number, contender: string) => number} repetitions
 */
export async function benchDrawing(sizes, repetitions) {
  const files = new Map();
  for (const name of contenders) files.set(name, await bundle(name));
  const browser = await launchChromium(terminal);
  try {
    const results = [];
    for (const size of sizes) results.push(await benchSize(browser, files, { size, repetitions }));
    return { chromium: browser.version(), results };
  } finally {
    await browser.close();
  }
}

async function benchSize(browser, files, { size, repetitions }) {
  /** @type {Map<string, object[]>} */
  const runs = new Map(contenders.map((name) => [name, []]));
  const most = Math.max(...contenders.map((name) => repetitions(size, name)));
  // The first round warms the browser up and is thrown away.
  for (let round = -1; round < most; round++) {
    for (const name of contenders) {
      if (round >= repetitions(size, name) || (round < 0 && name === 'vis')) continue;
      const run = await timeOne(browser, files.get(name), size);
      if (round >= 0) runs.get(name)?.push(run);
    }
    process.stderr.write('.');
  }
  process.stderr.write(` ${size}\n`);
  return { size, ...Object.fromEntries([...runs].map(([name, all]) => [name, summary(all)])) };
}

async function timeOne(browser, { script, style }, size) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 700 } });
  const page = await context.newPage();
  try {
    await page.route('https://bench.test/**', (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (path === '/page.css') return route.fulfill({ contentType: 'text/css', body: style });
      return route.fulfill({
        contentType: 'text/html',
        body: '<!DOCTYPE html><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>',
      });
    });
    await page.goto('https://bench.test/');
    await page.waitForFunction(() => 'time' in globalThis);
    return await page.evaluate((count) => globalThis.time(count), size);
  } finally {
    await context.close();
  }
}

function summary(runs) {
  const pan = runs.flatMap((run) => run.panMs);
  const frames = runs.flatMap((run) => run.frameMs);
  return {
    repetitions: runs.length,
    mountMs: median(runs.map((run) => run.mountMs)),
    mountsMs: runs.map((run) => run.mountMs),
    panP50Ms: quantile(pan, 0.5),
    panP95Ms: quantile(pan, 0.95),
    frameP95Ms: quantile(frames, 0.95),
    elements: Math.max(...runs.map((run) => run.elements)),
  };
}

async function bundle(name) {
  const result = await build({
    absWorkingDir: repoRoot,
    entryPoints: [`test/bench/page/${name}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
