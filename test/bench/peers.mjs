// The other timelines that are measured beside ours, in a package of their own; installed when they are first needed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/embedded/paths.mjs';

const folder = join(repoRoot, 'test', 'bench', 'peers');

/** Where they are installed. */
export const peerModules = join(folder, 'node_modules');

/** @returns {Record<string, string>} their exact versions by name */
function peerVersions() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies;
}

/** Installs what its lock names, unless every package is there in its version. */
export function ensurePeers() {
  const isThere = Object.entries(peerVersions()).every(([name, version]) => {
    const file = join(peerModules, name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
  if (isThere) return;
  process.stderr.write('Installing the timelines to measure beside ours …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('The other timelines could not be installed; `npm ci` in test/bench/peers says why.');
}
