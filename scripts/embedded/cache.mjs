// Folders of the cache that are filled once, checked file by file before each use and refilled when anything is off; knows not what is in them.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheRoot } from './paths.mjs';

/**
 * @typedef {object} Entry
 * @property {string} name the folder's name in the cache
 * @property {string} title what a person calls it
 * @property {string} stamp what it must be made of; another stamp means another filling
 * @property {(folder: string) => Promise<void>} fill puts the files into an empty folder; throws when it cannot
 */

const inventoryName = 'milepost-inventory.json';

/**
 * The folder of `entry`, whole. It is filled beside its place and moved there when it is complete, so that an interrupted
 * run leaves nothing that looks finished.
 * @param {Entry} entry
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<string>} the folder's absolute path
 */
export async function ensureCached(entry, report) {
  const folder = join(cacheRoot, entry.name);
  if (flaw(folder, entry.stamp) === undefined) return folder;
  mkdirSync(cacheRoot, { recursive: true });
  const onWait = () => report(`Another run is installing ${entry.title}; waiting for it.`);
  return withLock(`${folder}.lock`, onWait, async () => {
    const reason = flaw(folder, entry.stamp);
    if (reason === undefined) return folder;
    report(existsSync(folder) ? `Repairing ${entry.title}: ${reason}.` : `Installing ${entry.title}, this once.`);
    removeLeftovers(entry.name);
    const partial = mkdtempSync(`${folder}.partial-`);
    try {
      await entry.fill(partial);
      writeFileSync(join(partial, inventoryName), JSON.stringify({ stamp: entry.stamp, files: sizes(partial) }));
      rmSync(folder, { recursive: true, force: true });
      renameSync(partial, folder);
    } catch (error) {
      removeLeftovers(entry.name);
      throw error;
    }
    return folder;
  });
}

/** What interrupted runs have left; something of them may still be writing, so what cannot be removed is left to the next time. @param {string} name */
function removeLeftovers(name) {
  for (const leftover of readdirSync(cacheRoot).filter((found) => found.startsWith(`${name}.partial-`))) {
    try {
      rmSync(join(cacheRoot, leftover), { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
    } catch {
      // It does not stand in the way.
    }
  }
}

/**
 * Why the folder cannot be used, or undefined when every file is there in its size.
 * @param {string} folder
 * @param {string} stamp
 */
function flaw(folder, stamp) {
  const inventory = readInventory(join(folder, inventoryName));
  if (inventory === undefined) return 'its inventory is missing or broken';
  if (inventory.stamp !== stamp) return 'it was made of other parts';
  for (const [path, size] of Object.entries(inventory.files)) {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (found === undefined) return `${path} is missing`;
    if (size !== -1 && found.size !== size) return `${path} has changed`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {{ stamp: string, files: Record<string, number> } | undefined}
 */
function readInventory(file) {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'));
    return typeof read?.stamp === 'string' && typeof read.files === 'object' && read.files !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The size in bytes of every file under `root` by its relative path; -1 for a link.
 * @param {string} root
 */
function sizes(root) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[relative(root, path)] = lstatSync(path).size;
    else if (entry.isSymbolicLink()) found[relative(root, path)] = -1;
  }
  return found;
}
