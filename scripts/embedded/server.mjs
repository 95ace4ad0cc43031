// Starts an installed VS Code as a server on this machine only, with folders of its own, and ends it with all its children; knows no browser.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atEnd } from './lifetime.mjs';

/**
 * @typedef {object} HostOptions
 * @property {import('./install.mjs').Host} host what `ensureHost` returned
 * @property {string} workspace absolute path of a folder or of a `.code-workspace` file
 * @property {string} [extensionPath] an unpacked extension to load as the one in development
 * @property {readonly string[]} [otherExtensions] unpacked extensions that are installed beside it, because only one can be in development
 * @property {string} [testsPath] a module whose `run()` is called in the extension host
 * @property {string} [installedExtension] an unpacked extension of which a copy is installed
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string} [token] asked of everyone who connects; without it anyone on this machine may
 * @property {boolean} [trust] false lets VS Code ask whether it trusts the workspace; true by default
 * @property {string} [userDataFolder] kept afterwards; by default a new folder that is deleted at the end
 */

/**
 * @typedef {object} RunningHost
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {(workspace?: string) => string} url the address that opens the workspace, by default the one of the options
 * @property {() => string} log what the server has written so far
 * @property {Promise<number | null>} ended resolves when the server's process has ended, with its code
 * @property {() => Promise<void>} stop ends the server and deletes its folders
 */

const startLimitMs = 60_000;

/**
 * Starts the server and waits until it answers.
 * @param {HostOptions} options
 * @returns {Promise<RunningHost>}
 */
export async function startHost(options) {
  const root = mkdtempSync(join(tmpdir(), 'milepost-host-'));
  const removeRoot = () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const folders = prepareFolders(root, options);
  const server = launch(options, folders);
  const forget = atEnd(() => {
    server.kill('SIGKILL');
    removeRoot();
  });
  const stop = async () => {
    forget();
    server.kill('SIGTERM');
    await Promise.race([server.ended, sleep(2_000, undefined, { ref: false })]);
    server.kill('SIGKILL');
    await server.ended;
    removeRoot();
  };
  try {
    const port = await server.port;
    const origin = `http://127.0.0.1:${port}`;
    await untilAnswers(origin);
    const extensionPath = options.extensionPath === undefined ? {} : { extensionPath: folders.development };
    const url = (workspace = options.workspace) => address(origin, { ...options, ...extensionPath, workspace });
    return { origin, url, log: server.log, ended: server.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} root
 * @param {HostOptions} options
 */
function prepareFolders(
  root,
  { settings = {}, extensionPath, otherExtensions = [], installedExtension, userDataFolder },
) {
  const folders = {
    data: userDataFolder ?? join(root, 'data'),
    extensions: join(root, 'extensions'),
    server: join(root, 'server'),
    development: join(root, 'development'),
  };
  mkdirSync(join(folders.data, 'User'), { recursive: true });
  mkdirSync(folders.extensions);
  mkdirSync(folders.server);
  writeFileSync(join(folders.data, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  if (extensionPath !== undefined) copyExtension(extensionPath, folders.development);
  for (const other of otherExtensions) cpSync(other, join(folders.extensions, basename(other)), { recursive: true });
  if (installedExtension !== undefined) copyExtension(installedExtension, join(folders.extensions, 'milepost'));
  return folders;
}

/**
 * Copies what a packed extension holds. The repository itself cannot be the folder: the cache is in it, and VS Code takes its own themes for
 * those of an extension they are inside of. Links cannot be either: Node follows them, and VS Code then no longer knows whose code calls it.
 * @param {string} from
 * @param {string} to
 */
function copyExtension(from, to) {
  mkdirSync(to);
  const packed = /^(package(\.nls.*)?\.json|dist|media|l10n|docs|.*\.md|LICENSE)$/;
  for (const part of readdirSync(from).filter((name) => packed.test(name))) {
    cpSync(join(from, part), join(to, part), {
      recursive: true,
      filter: (path) => path !== join(from, 'dist', 'test'),
    });
  }
}

/**
 * @param {HostOptions} options
 * @param {{ data: string, extensions: string, server: string }} folders
 */
function launch({ host, extensionPath, testsPath, token, trust = true }, folders) {
  const args = ['--import', fileURLToPath(new URL('orphan.mjs', import.meta.url)), host.serverMain];
  args.push('--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--telemetry-level', 'off');
  args.push(
    '--user-data-dir',
    folders.data,
    '--extensions-dir',
    folders.extensions,
    '--server-data-dir',
    folders.server,
  );
  args.push(...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]));
  if (extensionPath !== undefined || testsPath !== undefined) args.push('--enable-smoke-test-driver');
  if (trust) args.push('--disable-workspace-trust');
  // A group of its own, so that the extension host and every other child can be ended with it.
  const child = spawn(host.node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() });
  let output = '';
  const read = (/** @type {Buffer} */ data) => (output = (output + data.toString()).slice(-200_000));
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(null)));
  return {
    port: portOf(child, () => output),
    ended,
    log: () => output,
    kill: (/** @type {NodeJS.Signals} */ signal) => killGroup(child, signal),
  };
}

/** What an editor or a test runner around us has set must not reach the extension host. */
function serverEnvironment() {
  const inherited = Object.entries(process.env);
  return Object.fromEntries(inherited.filter(([key]) => !/^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS|npm_)/.test(key)));
}

/**
 * The port that the server says it listens on.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {() => string} output
 * @returns {Promise<number>}
 */
function portOf(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ reason) =>
      reject(new Error(`VS Code did not start: ${reason}\n${output().slice(-2_000)}`));
    const limit = setTimeout(() => fail(`no answer within ${startLimitMs / 1_000} s`), startLimitMs);
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => fail(`it ended with code ${code}`));
    child.stdout.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    });
  });
}

/** @param {string} origin */
async function untilAnswers(origin) {
  const limit = Date.now() + startLimitMs;
  for (;;) {
    const answer = await fetch(`${origin}/version`).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) return;
    if (Date.now() > limit) throw new Error(`VS Code listens on ${origin} but does not answer.`);
    await sleep(100);
  }
}

/**
 * @param {string} origin
 * @param {HostOptions} options
 */
function address(origin, { workspace, extensionPath, testsPath, token }) {
  const url = new URL(origin);
  const remote = (/** @type {string} */ path) => `vscode-remote://${url.host}${path}`;
  if (token !== undefined) url.searchParams.set('tkn', token);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  const payload = [];
  if (extensionPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
  if (testsPath !== undefined) payload.push(['extensionTestsPath', remote(testsPath)]);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
