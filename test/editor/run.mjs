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
import { currentVersion, ensureHost, hostVersion } from '../../scripts/embedded/install.mjs';
import { artifactsRoot, cacheRoot, repoRoot } from '../../scripts/embedded/paths.mjs';
import { terminal } from '../../scripts/embedded/report.mjs';
import { quietSettings } from '../../scripts/embedded/workbench.mjs';

/** @typedef {{ name: string, workspace: string, settings: Record<string, unknown>, extensions: readonly string[] }} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: { title: string, message: string }[] }} Result */

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
  /** @type {Result} */
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const suite of readSuites()) {
    const result = await runSuite(suite, executable);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    total.failures.push(
      ...result.failures.map((failure) => ({ ...failure, title: `${suite.name}: ${failure.title}` })),
    );
  }
  const file = join(artifactsRoot, 'results', `${desktop ? 'desktop' : 'editor'}-${version}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(total, undefined, 2));
  console.log(`VS Code ${version}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
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
 * @param {Suite} suite
 * @param {string} vscodeExecutablePath
 * @returns {Promise<Result>}
 */
async function runSuite(suite, vscodeExecutablePath) {
  console.log(`\n${suite.name} on VS Code ${version}`);
  const extensionTestsPath = await bundle(suite.name);
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
  return { passed: 0, failed: 1, skipped: 0, failures: [{ title: 'the run', message }] };
}

/**
 * One module with mocha's start and every test file of the suite, whose `run` VS Code calls.
 * @param {string} suite
 * @returns {Promise<string>} its path
 */
async function bundle(suite) {
  const files = readdirSync(join(testRoot, suite), { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => file.endsWith('.test.ts')).sort();
  const loading = tests.map((file) => `require(${JSON.stringify(`./${suite}/${file}`)});`).join(' ');
  // Of each version by itself, because several may be tested at once.
  const outfile = join(repoRoot, 'dist', 'test', 'editor', version, `${suite}.js`);
  await build({
    stdin: {
      contents: `import { runSuite } from './index';\nexport const run = () => runSuite(() => { ${loading} });`,
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
