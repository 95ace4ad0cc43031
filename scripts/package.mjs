// Packs the extension as the marketplace would get it and holds its size and its exact list of files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const limitBytes = 550_000;
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');

/** @param {string[]} args */
function run(...args) {
  return execFileSync(process.execPath, [vsce, ...args], { cwd: root, encoding: 'utf8' });
}

mkdirSync(join(root, 'artifacts'), { recursive: true });
const out = join(root, 'artifacts', 'milepost.vsix');
run(
  'package',
  '--no-dependencies',
  '--skip-license',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  out,
);

const listed = run('ls', '--no-dependencies')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => /^[\w.][\w./@-]*$/.test(line) && !line.includes(' '))
  .sort();
const expected = readFileSync(join(root, 'scripts', 'package-files.txt'), 'utf8')
  .trim()
  .split('\n')
  .sort();
const unexpected = listed.filter((file) => !expected.includes(file));
const missing = expected.filter((file) => !listed.includes(file));
const bytes = statSync(out).size;

for (const file of unexpected) console.error(`Packed but not on the list: ${file}`);
for (const file of missing) console.error(`On the list but not packed: ${file}`);
if (bytes > limitBytes) console.error(`The package has ${bytes} bytes; the limit is ${limitBytes}.`);
console.log(`artifacts/milepost.vsix: ${listed.length} files, ${bytes} bytes of at most ${limitBytes}.`);
process.exitCode = unexpected.length || missing.length || bytes > limitBytes ? 1 : 0;
