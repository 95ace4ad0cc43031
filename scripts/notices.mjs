// Writes NOTICE.md: the licence of every library that ends up in a bundle. With --check it only says whether the file is current.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

const result = await build({
  absWorkingDir: root,
  entryPoints: ['src/extension.ts', 'src/webview/timeline.ts'],
  bundle: true,
  write: false,
  metafile: true,
  outdir: 'unused',
  external: ['vscode'],
  logLevel: 'error',
});

/** @type {Set<string>} */
const packages = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
  const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match?.[1]) packages.add(match[1]);
}

const parts = [...packages].sort().map((name) => {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!allowed.includes(license)) throw new Error(`${name} is licensed ${license}, which may not be bundled.`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file.`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  return `## ${name} ${version} (${license})\n\n\`\`\`\n${text}\n\`\`\`\n`;
});
const notice = `# Notices\n\nMilepost bundles these libraries. Written by \`npm run notices\`.\n\n${parts.join('\n')}`;

const target = join(root, 'NOTICE.md');
const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (current !== notice) {
    console.error('NOTICE.md is not current; run `npm run notices`.');
    process.exitCode = 1;
  } else console.log(`NOTICE.md names all ${packages.size} bundled libraries.`);
} else writeFileSync(target, notice);
