// What the extension's code asks of the program it runs in: only the editor's API, so that a browser's web worker can run it.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the bundle of the extension imports nothing but the editor', async () => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: ['src/extension.ts'],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode', ...builtinModules, 'node:*'],
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  expect(new Set(imports)).toEqual(new Set(['vscode']));
  const asked = outputFiles.flatMap(({ text }) => [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what));
  expect(new Set(asked)).toEqual(new Set(['"vscode"']));
});
