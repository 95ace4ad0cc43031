// `npm test`: every check and every test suite in order, each with its time and result, and one closing line with the sums.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './embedded/chromium.mjs';
import { currentVersion, ensureHost, floorVersion } from './embedded/install.mjs';
import { atEnd, endOnSignals } from './embedded/lifetime.mjs';
import { artifactsRoot, repoRoot } from './embedded/paths.mjs';
import { terminal } from './embedded/report.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a script of this repository, or a program of the packages with its arguments
 * @property {string} [results] the file in which a test suite leaves its numbers; a step without one is one check
 * @property {() => Promise<unknown>} [needs] rejects with the reason why the step cannot run here
 */
/** @typedef {{ passed: number, failed: number, skipped: number }} Numbers */

const resultsRoot = join(artifactsRoot, 'results');
const inCI = process.env.CI !== undefined && process.env.CI !== 'false';

endOnSignals();
process.exitCode = await main(process.argv.slice(2));

/** @returns {readonly (readonly Step[])[]} the steps of one row run side by side */
function stages() {
  return [
    ...steps().map((step) => [step]),
    // These wait more than they compute, so that two of them take hardly longer than one.
    [currentVersion, floorVersion].map((version) => editor(`editor tests, VS Code ${version}`, version)),
    [{ ...vitest('browser tests', 'browser', 'vitest.browser.config.mts'), needs: () => editorNeeds(currentVersion) }],
  ];
}

/** @returns {readonly Step[]} the steps that take all the machine has */
function steps() {
  return [
    ...['core', 'shell', 'webview'].map((wall) => check(`types: ${wall}`, 'tsc', '-p', `tsconfig.${wall}.json`)),
    check('types: tests and scripts', 'tsc', '-p', 'tsconfig.json'),
    check('format and lint', 'biome', 'ci'),
    check('imports between rooms', 'depcruise', 'src'),
    check('nothing unused', 'knip'),
    check('build', 'esbuild.js', '--production'),
    vitest('unit tests', 'unit', 'vitest.config.mts'),
    check('package', 'scripts/package.mjs'),
    check('notices of bundled libraries', 'scripts/notices.mjs', '--check'),
  ];
}

/**
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Step}
 */
function check(name, ...command) {
  return { name, command };
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string} config
 * @returns {Step}
 */
function vitest(name, file, config) {
  const results = join(resultsRoot, `${file}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return { name, command: ['vitest', 'run', '--config', config, ...reporters], results };
}

/**
 * @param {string} name
 * @param {import('./embedded/install.mjs').HostVersion} version
 * @returns {Step}
 */
function editor(name, version) {
  const results = join(resultsRoot, `editor-${version}.json`);
  return { name, command: ['test/editor/run.mjs', version], results, needs: () => editorNeeds(version) };
}

/** @param {import('./embedded/install.mjs').HostVersion} version */
async function editorNeeds(version) {
  await ensureHost(version, terminal);
  await ensureChromium(terminal);
}

/**
 * @param {readonly string[]} only parts of the names of the steps to run; without any, all run
 * @returns {Promise<number>} the exit code
 */
async function main(only) {
  mkdirSync(resultsRoot, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const stage of stages()) {
    const asked = stage.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
    for (const numbers of await Promise.all(asked.map(runStep))) {
      passed += numbers.passed;
      failed += numbers.failed;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * @param {Step} step
 * @returns {Promise<Numbers>}
 */
async function runStep(step) {
  const begun = Date.now();
  const say = (/** @type {string} */ state, /** @type {string} */ result) =>
    console.log(`${state.padEnd(8)}${step.name}: ${result} (${((Date.now() - begun) / 1_000).toFixed(1)} s)`);
  try {
    await step.needs?.();
  } catch (error) {
    say(inCI ? 'FAILED' : 'NOT RUN', `cannot run here. ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: inCI ? 1 : 0, skipped: 0 };
  }
  if (step.results !== undefined) rmSync(step.results, { force: true });
  const { code, output } = await run(step.command);
  const numbers = step.results === undefined ? asCheck(code) : readNumbers(step.results, code);
  if (numbers.failed > 0) console.log(output.trimEnd());
  say(numbers.failed === 0 ? 'ok' : 'FAILED', step.results === undefined ? `code ${code}` : inWords(numbers));
  return numbers;
}

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
async function run([program = '', ...args]) {
  const isOurs = /\.m?js$/.test(program);
  const executable = isOurs ? process.execPath : join(repoRoot, 'node_modules', '.bin', program);
  const child = spawn(executable, isOurs ? [program, ...args] : args, {
    cwd: repoRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const forget = atEnd(() => child.kill('SIGTERM'));
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    const end = (/** @type {number | null} */ code) => resolve({ code, output });
    child.once('error', (error) => (output += `${error.message}\n`));
    child.once('close', end);
  }).finally(forget);
}

/**
 * @param {number | null} code
 * @returns {Numbers}
 */
function asCheck(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * The numbers that a suite left, by our runner or by vitest. One that left none, or that ended with an error beside its tests, has failed.
 * In CI a skipped test is a failed one.
 * @param {string} file
 * @param {number | null} code
 * @returns {Numbers}
 */
function readNumbers(file, code) {
  /** @type {Partial<Record<string, number>>} */
  const read = readJson(file);
  const passed = read.passed ?? read.numPassedTests ?? 0;
  const skipped = read.skipped ?? (read.numPendingTests ?? 0) + (read.numTodoTests ?? 0);
  const failed = (read.failed ?? read.numFailedTests ?? 0) + (inCI ? skipped : 0);
  return { passed, skipped, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {Numbers} numbers */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
