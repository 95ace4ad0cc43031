// Builds the bundles: the extension, the same for Node and for the web host, and the pages of the timeline and of the summary.
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'info',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    format: 'cjs',
    external: ['vscode'],
    // What runs in a browser's worker runs in Node too.
    platform: 'browser',
  },
  {
    ...shared,
    entryPoints: { timeline: 'src/webview/timeline.ts', summary: 'src/webview/summary.ts' },
    outdir: 'dist/webview',
    // All of it runs with the first rows: the browser compiles it while they are on their way, not one function after the other once they came.
    banner: { js: '//# allFunctionsCalledOnLoad' },
    format: 'iife',
    platform: 'browser',
  },
];

async function main() {
  if (!watch) {
    await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
    return;
  }
  for (const bundle of bundles) {
    const context = await esbuild.context(bundle);
    await context.watch();
  }
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
