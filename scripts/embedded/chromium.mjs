// A headless Chromium for the embedded editor: the one of the packages, an installed one, or the one a person names; knows nothing of VS Code.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureCached } from './cache.mjs';
import { step } from './report.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chrome and Edge are on systems that the package has no Chromium for. */
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/**
 * Starts Chromium without a window. It ends with this process.
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium(report) {
  const executablePath = await ensureChromium(report);
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/**
 * The path of a Chromium that can be started.
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<string>} rejects with what a person can do when there is none
 */
export async function ensureChromium(report) {
  const named = process.env.MILEPOST_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`MILEPOST_CHROMIUM names ${named}, which cannot be started.`);
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium(report);
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)));
  const found = [...installed, ...onPath].find(isExecutable);
  if (found !== undefined) return found;
  throw new Error('No Chrome, Chromium or Edge was found. Install one, or set MILEPOST_CHROMIUM to the path of one.');
}

/** @param {import('./report.mjs').Report} report */
async function unpackChromium(report) {
  const { version, bin } = chromiumPackage();
  const folder = await ensureCached(
    {
      name: `chromium-${version}`,
      title: `Chromium ${version}`,
      stamp: `2 @sparticuz/chromium@${version}`,
      fill: (empty) => step(report, 'Unpacking Chromium', () => unpackInto(empty, bin)),
    },
    report,
  );
  return join(folder, 'chromium');
}

/**
 * The package unpacks into the folder for temporary files, where two runs would meet; so that folder is ours for the moment.
 * @param {string} folder
 * @param {string} bin
 */
async function unpackInto(folder, bin) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const unpacker = await import('@sparticuz/chromium');
    await unpacker.default.executablePath(bin);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's version and the folder of its compressed files; its package.json is not among its exports. */
function chromiumPackage() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'bin'))) folder = dirname(folder);
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { version, bin: join(folder, 'bin') };
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
