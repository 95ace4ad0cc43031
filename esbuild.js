// Builds the three bundles: the extension for Node, the same for the web host, and the panel's page.
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

/** @type {import('esbuild').BuildOptions} */
const host = { ...shared, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...host, outfile: 'dist/extension.js', platform: 'node', target: 'node20', mainFields: ['module', 'main'] },
  { ...host, outfile: 'dist/web/extension.js', platform: 'browser' },
  {
    ...shared,
    entryPoints: { timeline: 'src/webview/timeline.ts' },
    outdir: 'dist/webview',
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
