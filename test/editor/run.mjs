// Runs the editor suites in a VS Code: the embedded one of the version given, or with `desktop` a downloaded one.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureChromium } from '../../scripts/embedded/chromium.mjs';
import { currentVersion, ensureHost, floorVersion, hostVersion } from '../../scripts/embedded/install.mjs';
import { artifactsRoot, cacheRoot, repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { quietSettings } from '../../scripts/embedded/workbench.mjs';

/** @typedef {{ name: string, workspace: string, settings: Record<string, unknown>, extensions: readonly string[] }} Suite */
/** @typedef {{ title: string, message: string }} Told */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: Told[], retried: Told[], elsewhere: string[], times: Record<string, number> }} Result */

const testRoot = join(repoRoot, 'test', 'editor');
const args = process.argv.slice(2);
const desktop = args.includes('desktop');
const given = args.filter((arg) => arg !== 'desktop');
const version = given.find((arg) => /^\d/.test(arg)) ?? currentVersion;
const only = given.filter((arg) => arg !== version);

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<number>} */
async function main() {
  const executable = desktop ? await desktopExecutable() : await embeddedExecutable();
  const total = noResult();
  for (const suites of alike(readSuites())) add(await runSuites(suites, executable), total);
  const file = join(artifactsRoot, 'results', `${desktop ? 'desktop' : 'editor'}-${version}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(total, undefined, 2));
  if (total.elsewhere.length > 0) {
    console.log(`${total.elsewhere.length} tests marked @once are run on VS Code ${currentVersion} only:`);
    for (const title of total.elsewhere) console.log(`  ${title}`);
  }
  for (const { title } of total.retried) console.log(`Passed only on the second attempt: ${title}`);
  console.log(`VS Code ${version}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** @returns {Result} */
function noResult() {
  return { passed: 0, failed: 0, skipped: 0, failures: [], retried: [], elsewhere: [], times: {} };
}

/**
 * @param {Result} result
 * @param {Result} total which grows by it
 */
function add(result, total) {
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  total.failures.push(...result.failures);
  total.retried.push(...result.retried);
  total.elsewhere.push(...result.elsewhere);
  Object.assign(total.times, result.times);
}

/** The stand-in for VS Code's program. What it needs is installed first, so that the tests' time limit does not count it. */
async function embeddedExecutable() {
  await ensureHost(hostVersion(version), terminal);
  await ensureChromium(terminal);
  return fileURLToPath(new URL('../../scripts/embedded/executable.mjs', import.meta.url));
}

async function desktopExecutable() {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cacheRoot });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The desktop VS Code ${version} could not be downloaded: ${reason}\nThe embedded one needs no such download: npm run test:editor`,
    );
  }
}

/** @returns {Suite[]} every folder that names the workspace it runs in, or those asked for */
function readSuites() {
  const names = readdirSync(testRoot).filter((name) => existsSync(join(testRoot, name, 'suite.json')));
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  return names
    .filter((name) => only.length === 0 || only.includes(name))
    .map((name) => ({
      name,
      settings: {},
      extensions: [],
      ...JSON.parse(readFileSync(join(testRoot, name, 'suite.json'), 'utf8')),
    }));
}

/**
 * Those that need the same workspace, settings and extensions are run in one editor, because starting it is much of the work.
 * @param {readonly Suite[]} suites
 * @returns {Suite[][]}
 */
function alike(suites) {
  /** @type {Map<string, Suite[]>} */
  const groups = new Map();
  for (const suite of suites) {
    const needs = JSON.stringify({ ...suite, name: undefined });
    groups.set(needs, [...(groups.get(needs) ?? []), suite]);
  }
  return [...groups.values()];
}

/**
 * @param {readonly Suite[]} suites which need the same
 * @param {string} vscodeExecutablePath
 * @returns {Promise<Result>}
 */
async function runSuites(suites, vscodeExecutablePath) {
  const names = suites.map(({ name }) => name);
  const [suite] = suites;
  if (suite === undefined) throw new Error('There is no suite.');
  console.log(`\n${names.join(', ')} on VS Code ${version}`);
  const extensionTestsPath = await bundle(names);
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-editor-')));
  const resultFile = join(temporary, 'result.json');
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [repoRoot, ...suite.extensions.map((path) => join(repoRoot, path))],
      extensionTestsPath,
      launchArgs: launchArguments(suite, temporary),
      extensionTestsEnv: {
        MILEPOST_HOST_VERSION: version,
        MILEPOST_HOST_SETTINGS: JSON.stringify(suite.settings),
        MILEPOST_RESULT_FILE: resultFile,
        // What needs one version only is run on the newest one, and here when it is asked for.
        MILEPOST_LEAVE_ONCE: version === floorVersion && process.env.MILEPOST_ONCE !== 'all' ? '1' : '0',
        MILEPOST_COLOR: process.stdout.isTTY ? '1' : '0',
      },
    });
  } catch {
    // Whatever went wrong is on the terminal; what it means is read from the result.
  }
  const result = readResult(resultFile);
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  return result;
}

/**
 * A copy of the suite's workspace and a profile of its own, so that a run changes nothing and sees nothing of another one.
 * @param {Suite} suite
 * @param {string} temporary
 */
function launchArguments({ workspace, settings }, temporary) {
  const isFile = workspace.endsWith('.code-workspace');
  const copy = join(temporary, 'workspace');
  cpSync(join(repoRoot, isFile ? dirname(workspace) : workspace), copy, { recursive: true });
  const profile = join(temporary, 'profile');
  mkdirSync(join(profile, 'User'), { recursive: true });
  writeFileSync(join(profile, 'User', 'settings.json'), JSON.stringify({ ...quietSettings(), ...settings }));
  const opened = isFile ? join(copy, basename(workspace)) : copy;
  return [opened, `--user-data-dir=${profile}`, `--extensions-dir=${join(temporary, 'extensions')}`];
}

/**
 * @param {string} file
 * @returns {Result} a run that left no result has failed, and so has one without a test
 */
function readResult(file) {
  if (!existsSync(file)) return failedRun('It ended before its tests did.');
  /** @type {Result} */
  const result = JSON.parse(readFileSync(file, 'utf8'));
  return result.passed + result.failed + result.skipped === 0 ? failedRun('It had no test.') : result;
}

/**
 * @param {string} message
 * @returns {Result}
 */
function failedRun(message) {
  return { ...noResult(), failed: 1, failures: [{ title: 'the run', message }] };
}

/**
 * One module with mocha's start and every test file of the suites, whose `run` VS Code calls.
 * @param {readonly string[]} suites
 * @returns {Promise<string>} its path
 */
async function bundle(suites) {
  const tests = suites.flatMap((suite) =>
    readdirSync(join(testRoot, suite), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `${suite}/${file}`),
  );
  const loading = tests.map((file) => `[${JSON.stringify(file)}, () => require(${JSON.stringify(`./${file}`)})]`);
  // Of each version by itself, because several may be tested at once.
  const outfile = join(repoRoot, 'dist', 'test', 'editor', version, `${suites.join('-')}.js`);
  await build({
    stdin: {
      contents: `import { runSuite } from './index';\nexport const run = () => runSuite([${loading}]);`,
      resolveDir: testRoot,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
