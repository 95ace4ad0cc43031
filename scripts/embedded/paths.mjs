// Where the repository and the cache of the embedded editor are; knows no version and starts nothing.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const repoRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that is installed or unpacked on first use; ignored by git and safe to delete. */
export const cacheRoot = join(repoRoot, '.vscode-test');

/** What a run leaves behind for a person or a build server to look at: results and screenshots. */
export const artifactsRoot = join(repoRoot, 'artifacts');
