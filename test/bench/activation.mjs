// How long our own activation takes in a real VS Code: from asking for it to its end, loading the bundle included.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { ensureChromium } from '../../scripts/embedded/chromium.mjs';
import { currentVersion, ensureHost } from '../../scripts/embedded/install.mjs';
import { repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { median } from './statistics.mjs';

// The folder has no plan, so that nothing but this asks for the activation. The bundle is loaded here as VS Code would, which then finds it
// loaded, and its `activate` is timed from within; what VS Code adds around them (messages between its processes) is in `wholeMs`.
const probe = `
const vscode = require('vscode');
const path = require('path');
exports.run = async () => {
  const extension = vscode.extensions.getExtension('milepost.milepost');
  if (extension.isActive) throw new Error('Active before it was asked for');
  const file = path.join(extension.extensionPath, 'dist', 'extension.js');
  const begun = performance.now();
  const loaded = require(file);
  const loadMs = performance.now() - begun;
  let activateMs = NaN;
  require.cache[require.resolve(file)].exports = {
    ...loaded,
    activate(context) {
      const called = performance.now();
      const api = loaded.activate(context);
      activateMs = performance.now() - called;
      return api;
    },
  };
  await extension.activate();
  const wholeMs = performance.now() - begun;
  require('fs').writeFileSync(process.env.MILEPOST_RESULT_FILE, JSON.stringify({ loadMs, activateMs, wholeMs }));
};`;

/** @typedef {{ loadMs: number, activateMs: number, wholeMs: number }} Times */

/**
 * @param {number} rounds
 * @returns {Promise<Times & { ownMs: number, rounds: number }>} medians
 */
export async function benchActivation(rounds) {
  await ensureHost(currentVersion, terminal);
  await ensureChromium(terminal);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await once());
  const middle = (/** @type {(time: Times) => number} */ of) => median(times.map(of));
  return {
    loadMs: middle((time) => time.loadMs),
    activateMs: middle((time) => time.activateMs),
    ownMs: middle((time) => time.loadMs + time.activateMs),
    wholeMs: middle((time) => time.wholeMs),
    rounds,
  };
}

/** @returns {Promise<Times>} */
async function once() {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-bench-')));
  const workspace = join(temporary, 'workspace');
  const result = join(temporary, 'result.json');
  const module = join(temporary, 'probe.js');
  mkdirSync(workspace);
  writeFileSync(module, probe);
  try {
    await runTests({
      vscodeExecutablePath: fileURLToPath(new URL('../../scripts/embedded/executable.mjs', import.meta.url)),
      extensionDevelopmentPath: repoRoot,
      extensionTestsPath: module,
      launchArgs: [workspace, `--user-data-dir=${join(temporary, 'profile')}`],
      extensionTestsEnv: { MILEPOST_HOST_VERSION: currentVersion, MILEPOST_RESULT_FILE: result },
    });
    return JSON.parse(readFileSync(result, 'utf8'));
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}
