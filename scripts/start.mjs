// `npm start`: builds the extension and opens it in an editor on the sample workspace, or on a folder of yours.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { currentVersion, ensureHost, hostVersion } from './embedded/install.mjs';
import { endOnSignals } from './embedded/lifetime.mjs';
import { repoRoot } from './embedded/paths.mjs';
import { terminal } from './embedded/report.mjs';
import { startHost } from './embedded/server.mjs';
import { quietSettings } from './embedded/workbench.mjs';
import { freshSample } from './sample.mjs';
import './embedded/orphan.mjs';

const usage = `npm start                       the sample workspace in the embedded VS Code
npm start -- <folder>           a folder of yours, in place
npm start -- --desktop [folder] the same in the VS Code installed here (the command "code")`;

endOnSignals(0);
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {readonly string[]} args */
async function main(args) {
  const folders = args.filter((arg) => !arg.startsWith('-'));
  const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--desktop');
  if (unknown.length > 0 || folders.length > 1)
    throw new Error(`${unknown.join(' ') || 'Only one folder can be opened.'}\n\n${usage}`);
  const given = folders[0] === undefined ? undefined : existingFolder(folders[0]);
  build();
  const workspace = given ?? freshSample(new Date());
  if (args.includes('--desktop')) startDesktop(workspace);
  else await startEmbedded(workspace, given !== undefined);
}

/** @param {string} folder relative to where the command was typed, which npm leaves behind */
function existingFolder(folder) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new Error(`There is no folder ${path}.`);
  return path;
}

function build() {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.js'], { cwd: repoRoot, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The extension could not be built.\n${stderr}`);
}

/**
 * @param {string} workspace
 * @param {boolean} isForeign whether VS Code asks if the folder is trusted
 */
async function startEmbedded(workspace, isForeign) {
  const host = await ensureHost(hostVersion(process.env.MILEPOST_HOST_VERSION ?? currentVersion), terminal);
  const settings = { ...quietSettings(undefined, host.version), 'window.autoDetectColorScheme': true };
  const token = randomBytes(16).toString('hex');
  const server = await startHost({ host, workspace, installedExtension: repoRoot, settings, token, trust: !isForeign });
  console.log(`\nMilepost in VS Code ${host.version}, on ${workspace}\n\n  ${server.url()}\n\nCtrl+C stops it.`);
  openBrowser(server.url());
  stopOnKey();
  const code = await server.ended;
  throw new Error(`VS Code ended with code ${code}.\n${server.log().slice(-2_000)}`);
}

/**
 * Takes Ctrl+C as a key instead of a signal: the signal would also reach the shell that npm runs us in, which dies of it, and npm would
 * then report a failure.
 */
function stopOnKey() {
  if (!process.stdin.isTTY) return;
  process.stdin.setRawMode(true);
  process.stdin.on('data', (keys) => {
    if (keys.includes(3)) process.exit(0);
  });
}

/** @param {string} workspace */
function startDesktop(workspace) {
  const args = ['--new-window', `--extensionDevelopmentPath=${repoRoot}`, workspace];
  const { error, status } = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined || status !== 0) {
    throw new Error(
      'The command "code" could not be started. VS Code installs it with "Shell Command: Install \'code\' command in PATH".',
    );
  }
}

/** Opens the address where that is possible; the address is printed anyway. @param {string} url */
function openBrowser(url) {
  const commands = /** @type {Record<string, string>} */ ({ darwin: 'open', linux: 'xdg-open' });
  const command = commands[process.platform];
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (command === undefined || !hasScreen || process.env.CI !== undefined) return;
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
