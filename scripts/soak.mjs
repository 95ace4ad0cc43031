// Runs the unit tests with one new seed after the other, until one fails or the time is up: node scripts/soak.mjs [minutes] [part of file name…]
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const minutes = Number(process.argv[2] ?? 10);
const tests = process.argv.slice(3);
const until = Date.now() + minutes * 60_000;
for (let run = 1; Date.now() < until; run++) {
  const seed = String(randomInt(2 ** 31));
  const { status, stdout, stderr } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...tests], {
    env: { ...process.env, MILEPOST_SEED: seed, NO_COLOR: '1' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  console.log(`${run}: seed ${seed} ${status === 0 ? 'passed' : 'FAILED'}`);
  if (status !== 0) {
    console.log(stdout + stderr);
    process.exit(1);
  }
}
