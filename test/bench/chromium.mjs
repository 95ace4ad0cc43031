// The drawing part of the benchmark: every contender in a page of its own, all sizes, repetitions interleaved, in one Chromium.
import { build } from 'esbuild';
import { launchChromium } from '../../scripts/embedded/chromium.mjs';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { ensurePeers, peerModules } from './peers.mjs';
import { median, quantile } from './statistics.mjs';

export const peers = ['svar', 'dhtmlx', 'vis', 'frappe', 'mermaid'];
const ours = ['panel', 'floor'];

/** No timeline gets longer than this for one size. */
export const limitMs = 60_000;
/** A contender that needed more for a tenth of the rows is over the limit without being tried, as none grows slower than its rows. */
const triedUnderMs = limitMs / 10;

/** @typedef {{ script: string, style: string }} Files */
/** @typedef {{ sizes: readonly number[], rounds: number, only?: readonly string[] }} Plan */

/** @param {Plan} plan */
export async function benchDrawing({ sizes, rounds, only }) {
  ensurePeers();
  const contenders = [...ours, ...peers].filter((name) => !only || only.includes(name));
  const files = new Map();
  for (const name of contenders) files.set(name, await bundle(name));
  const browser = await launchChromium(terminal);
  try {
    const results = [];
    for (const size of sizes) {
      const before = results.at(-1);
      const isSlow = (name) => before?.[name] && !(before[name].mountMs <= (triedUnderMs * size) / (10 * before.size));
      const tried = contenders.filter((name) => !isSlow(name));
      results.push(await benchSize(browser, { files, size, rounds, tried, contenders }));
    }
    return { chromium: browser.version(), results };
  } finally {
    await browser.close();
  }
}

async function benchSize(browser, { files, size, rounds, tried, contenders }) {
  const runs = new Map(contenders.map((name) => [name, []]));
  const spent = new Map();
  // The first round warms the browser up and is thrown away, but for those that are slow.
  for (let round = -1; round < rounds; round++) {
    for (const name of tried) {
      if (peers.includes(name) && (spent.get(name) ?? 0) > 5000) continue;
      const began = Date.now();
      const run = await timeOne(browser, files.get(name), { size, isPeer: peers.includes(name) });
      const took = Date.now() - began;
      spent.set(name, (spent.get(name) ?? 0) + took);
      if (round >= 0 || took > 5000) runs.get(name)?.push(run);
      process.stderr.write('.');
    }
  }
  process.stderr.write(` ${size}\n`);
  return { size, ...Object.fromEntries([...runs].map(([name, all]) => [name, summary(all)])) };
}

/** @param {Files} files */
async function timeOne(browser, files, { size, isPeer }) {
  const page = await openPage(browser, files);
  try {
    const limit = AbortSignal.timeout(limitMs);
    const over = new Promise((_, fail) => {
      limit.onabort = () => fail(new Error('over the limit'));
    });
    over.catch(() => {});
    const mount = await Promise.race([page.evaluate((count) => globalThis.timer.mount(count), size), over]);
    const frames = {};
    for (const kind of ['pan', 'zoom']) {
      const ask = [kind, isPeer ? 3000 : 20_000];
      frames[kind] = await page.evaluate(([what, ms]) => globalThis.timer.frames(what, ms), ask);
    }
    return { ...mount, ...frames };
  } catch (error) {
    return { failed: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  } finally {
    await page.context().close();
  }
}

/** @param {import('playwright-core').Browser} browser @param {Files} files @param {string} offered what the script sets once it is ready */
export async function openPage(browser, { script, style }, offered = 'timer') {
  const context = await browser.newContext({ viewport: { width: 1200, height: 700 } });
  const page = await context.newPage();
  // What a contender asks of the network, such as fonts of icons, it does not get.
  await page.route('**/*', (route) => route.abort());
  await page.route('https://bench.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (path === '/page.css') return route.fulfill({ contentType: 'text/css', body: style });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!DOCTYPE html><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>',
    });
  });
  const broken = new Promise((_, fail) => page.on('pageerror', fail));
  broken.catch(() => {});
  await page.goto('https://bench.test/');
  await Promise.race([page.waitForFunction((name) => name in globalThis, offered, { timeout: 20_000 }), broken]);
  return page;
}

/** What a contender could not do is `undefined`, what it could not do in time is infinite. */
function summary(runs) {
  const good = runs.filter((run) => run.mountMs !== undefined);
  const failed = runs.find((run) => run.failed !== undefined)?.failed;
  const frames = (kind) => {
    const all = good.flatMap((run) => run[kind] ?? []).filter((each) => each.workMs.length > 0);
    if (all.length === 0) return undefined;
    const work = all.flatMap((each) => each.workMs);
    return {
      p50Ms: quantile(work, 0.5),
      // Of each run its own, and of those the middle: what else the machine does for a moment is not in it.
      p95Ms: median(all.map((each) => quantile(each.workMs, 0.95))),
      intervalP95Ms: median(all.map((each) => quantile(each.intervalMs, 0.95))),
    };
  };
  return {
    repetitions: good.length,
    ...(failed === undefined ? {} : { failed }),
    mountMs: good.length > 0 ? median(good.map((run) => run.mountMs)) : Number.POSITIVE_INFINITY,
    drawnMs: median(good.map((run) => run.drawnMs)),
    pan: frames('pan'),
    zoom: frames('zoom'),
    elements: good.length > 0 ? Math.max(...good.map((run) => run.elements)) : undefined,
  };
}

/** As the panel's page is shipped. */
export const pageBanner = { js: '//# allFunctionsCalledOnLoad' };

/** @returns {Promise<Files>} */
export async function bundle(name) {
  const result = await build({
    absWorkingDir: repoRoot,
    entryPoints: [`test/bench/page/${name}.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    ...(name === 'panel' ? { banner: pageBanner } : {}),
    write: false,
    logLevel: 'error',
    nodePaths: [peerModules],
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty', '.png': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = (ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
