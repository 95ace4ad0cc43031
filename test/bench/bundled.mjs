// Our own code as one module that Node runs, as it is shipped: bundled from a few lines of TypeScript that say what is measured.
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { repoRoot } from '../../scripts/embedded/paths.mjs';

/** @param {string} contents TypeScript, with imports from the root of the repository @param {string} outfile */
export async function bundled(contents, outfile) {
  await build({
    stdin: { contents, resolveDir: repoRoot, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)).default;
}
