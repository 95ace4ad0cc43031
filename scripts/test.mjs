// `npm test`: every check and every test suite in order, each with its time and result, and one closing line with the sums.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureChromium } from './embedded/chromium.mjs';
import { currentVersion, ensureHost, floorVersion } from './embedded/install.mjs';
import { atEnd, endOnSignals } from './embedded/lifetime.mjs';
import { artifactsRoot, repoRoot } from './embedded/paths.mjs';
import { terminal } from './embedded/report.mjs';
import { failedWith, nothing, outcomeOfCheck, outcomeOfSuite, readable, shortReason } from './results.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a script of this repository, or a program of the packages with its arguments
 * @property {string} [results] the file in which a test suite leaves its numbers; a step without one is one check
 * @property {() => Promise<unknown>} [needs] rejects with the reason why the step cannot run here
 */
/** @typedef {import('./results.mjs').Outcome} Outcome */
/** @typedef {{ step: Step, outcome: Outcome }} Done */

const resultsRoot = join(artifactsRoot, 'results');
const inCI = process.env.CI !== undefined && process.env.CI !== 'false';
/** What is being installed, by version. @type {Map<string, Promise<void>>} */
const installing = new Map();

endOnSignals();
process.exitCode = await main(process.argv.slice(2));

/** @typedef {{ lanes: number, steps: readonly Step[] }} Stage */

/**
 * One stage is run after the other. The steps of a stage are taken in order by as many lanes as it has, side by side: at most two, because machines
 * that test have two processors. What takes longest comes first.
 * @returns {readonly Stage[]}
 */
function stages() {
  const types = (/** @type {string} */ wall) => check(`types: ${wall}`, 'tsc', '-p', `tsconfig.${wall}.json`);
  const browser = (/** @type {string} */ project) => ({
    ...vitest(`browser tests, ${project}`, project, 'vitest.browser.config.mts', `--project=${project}`),
    needs: () => editorNeeds(currentVersion),
  });
  return [
    {
      lanes: 2,
      steps: [
        ...[types('core'), check('types: tests and scripts', 'tsc', '-p', 'tsconfig.json')],
        ...[types('shell'), types('webview'), check('imports between rooms', 'depcruise', 'src')],
        ...[check('nothing unused', 'knip'), check('format and lint', 'biome', 'ci')],
      ],
    },
    {
      lanes: 1,
      steps: [
        check('build', 'esbuild.js', '--production'),
        check('package', 'scripts/package.mjs'),
        check('notices of bundled libraries', 'scripts/notices.mjs', '--check'),
      ],
    },
    { lanes: 1, steps: [vitest('unit tests', 'unit', 'vitest.config.mts')] },
    // The oldest version leaves to the newest one what needs to be tested once only.
    {
      lanes: 2,
      steps: [
        editor(`editor tests, VS Code ${currentVersion}`, currentVersion),
        editor(`editor tests, VS Code ${floorVersion}`, floorVersion),
        ...[browser('page'), browser('workbench')],
      ],
    },
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
 * @param {readonly string[]} more
 * @returns {Step}
 */
function vitest(name, file, config, ...more) {
  const results = join(resultsRoot, `${file}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return { name, command: ['vitest', 'run', '--config', config, ...more, ...reporters], results };
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

/** Installs once; what has failed is tried again by the next one who needs it. @param {import('./embedded/install.mjs').HostVersion} version */
function editorNeeds(version) {
  const known = installing.get(version);
  if (known !== undefined) return known;
  const installed = install(version).catch((error) => {
    installing.delete(version);
    throw error;
  });
  installing.set(version, installed);
  return installed;
}

/** @param {import('./embedded/install.mjs').HostVersion} version */
async function install(version) {
  await ensureHost(version, terminal);
  await ensureChromium(terminal);
}

/**
 * @param {readonly string[]} only parts of the names of the steps to run; without any, all run
 * @returns {Promise<number>} the exit code
 */
async function main(only) {
  mkdirSync(resultsRoot, { recursive: true });
  /** @type {Done[]} */
  const done = [];
  const isAsked = (/** @type {Step} */ { name }) => only.length === 0 || only.some((part) => name.includes(part));
  const all = stages();
  for (const [at, stage] of all.entries()) {
    // Downloading what the next stage needs takes a while and little else; whether it worked is asked there.
    for (const { needs } of (all[at + 1]?.steps ?? []).filter(isAsked)) needs?.().catch(() => undefined);
    const left = stage.steps.filter(isAsked);
    await Promise.all(
      Array.from({ length: stage.lanes }, async () => {
        for (let step = left.shift(); step; step = left.shift()) done.push({ step, outcome: await runStep(step) });
      }),
    );
  }
  const sum = (/** @type {'passed' | 'failed'} */ of) => done.reduce((total, { outcome }) => total + outcome[of], 0);
  sayAgain(done);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** What must not be overlooked, and not be lost where only the end of the output is kept. @param {readonly Done[]} done */
function sayAgain(done) {
  for (const { step, outcome } of done) {
    for (const { title, message } of outcome.retried)
      console.log(
        `RETRIED ${step.name}: ${title}\n        passed on the second attempt; the first: ${shortReason(message)}`,
      );
  }
  for (const { step, outcome } of done) {
    for (const { title, message } of outcome.failures)
      console.log(`FAILED  ${step.name}${title && `: ${title}`}\n        ${shortReason(message)}`);
  }
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function runStep(step) {
  const begun = Date.now();
  const say = (/** @type {string} */ state, /** @type {string} */ result) =>
    console.log(`${state.padEnd(8)}${step.name}: ${result} (${((Date.now() - begun) / 1_000).toFixed(1)} s)`);
  try {
    await step.needs?.();
  } catch (error) {
    const message = `cannot run here. ${error instanceof Error ? error.message : error}`;
    say(inCI ? 'FAILED' : 'NOT RUN', message);
    return inCI ? failedWith(message) : nothing;
  }
  if (step.results !== undefined) rmSync(step.results, { force: true });
  const { code, output } = await run(step.command);
  const outcome = step.results === undefined ? outcomeOfCheck(code, output) : outcomeOfSuite(step.results, code, inCI);
  if (outcome.failed > 0) {
    const whole = join(resultsRoot, `${step.name.replace(/\W+/g, '-')}.log`);
    writeFileSync(whole, output);
    console.log(readable(output, relative(repoRoot, whole)));
  }
  say(outcome.failed === 0 ? 'ok' : 'FAILED', step.results === undefined ? `code ${code}` : inWords(outcome));
  return outcome;
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
    // It is printed later and perhaps into a file, where marks of colour take the place of words.
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }) },
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

/** @param {Outcome} outcome */
function inWords({ passed, failed, skipped, retried, elsewhere }) {
  const more = [
    skipped > 0 ? `, ${skipped} skipped` : '',
    retried.length > 0 ? `, ${retried.length} retried` : '',
    elsewhere.length > 0 ? `; ${elsewhere.length} marked @once are run on VS Code ${currentVersion} only` : '',
  ];
  return `${passed} passed, ${failed} failed${more.join('')}`;
}
