// `npm run bench`: reading, schedule and drawing at several sizes, beside others in the same run. Prints Markdown tables and writes artifacts/bench/bench.json.
// Options: --sizes=100,1000 (of reading) and --quick (fewer repetitions).
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { artifactsRoot, repoRoot } from '../../scripts/embedded/paths.mjs';
import { benchActivation } from './activation.mjs';
import { benchDrawing } from './chromium.mjs';
import { benchEditing } from './editing.mjs';
import { benchPanel } from './panel.mjs';
import { benchReading } from './reading.mjs';
import { benchSchedule } from './schedule.mjs';
import { benchSimulation } from './simulation.mjs';
import { ms, ratio, table } from './tables.mjs';
import { timelineTables } from './timelineTables.mjs';

const quick = process.argv.includes('--quick');
const sizes = (process.argv.find((argument) => argument.startsWith('--sizes=')) ?? '--sizes=100,1000,10000')
  .slice('--sizes='.length)
  .split(',')
  .map(Number);

const drawnSizes = quick ? [100, 10_000] : [100, 1000, 10_000, 100_000];

// What is measured is what is shipped.
const built = spawnSync(process.execPath, ['esbuild.js', '--production'], {
  cwd: repoRoot,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) throw new Error('The extension could not be built.');

// First, while nothing else lives in memory: what is measured takes less time than collecting the garbage of the others.
const schedule = await benchSchedule(quick ? [10_000] : [10_000, 100_000], quick ? 3 : 15);
const simulation = await benchSimulation(quick ? 3 : 7);
const reading = await benchReading(sizes, quick ? 3 : 7);
const drawing = await benchDrawing({ sizes: drawnSizes, rounds: quick ? 1 : 3 });
const panel = await benchPanel([drawnSizes[0], drawnSizes.at(-1)], quick ? 1 : 3);
const editing = await benchEditing(2000, quick ? 10 : 40);
const activation = await benchActivation(quick ? 3 : 7);

const machine = {
  node: process.version,
  chromium: drawing.chromium,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
};
const folder = join(artifactsRoot, 'bench');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'bench.json'),
  `${JSON.stringify({ machine, activation, reading, schedule, simulation, drawing: drawing.results, panel, editing }, undefined, 2)}\n`,
);

console.log(
  `Node ${machine.node}, Chromium ${machine.chromium}, ${machine.cores} × ${machine.cpu}. Milliseconds, medians.\n`,
);
table(
  ['Activation: loading the bundle', '`activate`', 'own time in all', 'limit', 'with what VS Code adds'],
  [[ms(activation.loadMs), ms(activation.activateMs), ms(activation.ownMs), 50, ms(activation.wholeMs)]],
);
table(
  ['Milestones', 'File kB', 'yaml `parseDocument`', 'our `readPlanFile`', 'ratio', 'snapshot', 'rows'],
  reading.sizes.map((r) => [
    r.size,
    r.kilobytes,
    ms(r.yamlMs),
    ms(r.readMs),
    ratio(r.readMs / r.yamlMs),
    ms(r.snapshotMs),
    ms(r.rowsMs),
  ]),
);
const { typing, commands, opening } = reading;
console.log(
  `A plan of ${typing.milestones} milestones (${typing.kilobytes} kB): yaml ${ms(typing.yamlMs)}, read whole ${ms(typing.wholeMs)}, read in parts for the first time ${ms(typing.coldMs)}.\n`,
);
table(
  ['Typed', 'to problems p50', 'p95', 'whole ÷ p50', 'whole ÷ p95', 'and on to the snapshot'],
  typing.places.map((r) => [
    r.name,
    r.p50.toFixed(2),
    r.p95.toFixed(2),
    ratio(typing.wholeMs / r.p50),
    ratio(typing.wholeMs / r.p95),
    ms(r.snapshotMs),
  ]),
);
table(
  ['Command in that plan', 'planned and proved p50', 'p95', 'one whole reading', 'whole ÷ p50'],
  commands.map((r) => [r.name, r.planMs.toFixed(2), r.p95.toFixed(2), ms(r.wholeMs), ratio(r.wholeMs / r.planMs)]),
);
table(
  [
    '1 000 files of 10 milestones: yaml',
    'ours',
    'ratio',
    'longest block',
    `longest block for one file of ${opening.largeKilobytes} kB`,
  ],
  [
    [
      ms(opening.yamlMs),
      ms(opening.readMs),
      `${(opening.readMs / opening.yamlMs).toFixed(2)} ×`,
      ms(opening.blockMs),
      ms(opening.largeBlockMs),
    ],
  ],
);
table(
  [
    ...[
      'Milestones',
      'bare passes',
      'with names (the floor)',
      'graphlib forward pass',
      'joining',
      'full schedule',
      'every value read',
      'problems and advice',
    ],
    ...['to the floor', 'limit', 'faster than graphlib', 'limit'],
  ],
  schedule.map((r) => [
    r.size,
    ...[r.bareMs, r.floorMs, r.graphlibMs, r.joinMs, r.scheduleMs, r.readMs, r.problemsMs].map(ms),
    ...[ratio(r.toFloor), '10 ×', ratio(r.fromGraphlib), '3 ×'],
  ]),
);
table(
  ['Runs × milestones', 'bare loop', 'simulation', 'ratio', 'limit', 'of it to set up', 'longest slice', 'limit'],
  [
    [
      `${simulation.runs.toLocaleString('en')} × ${simulation.milestones.toLocaleString('en')}`,
      ms(simulation.bareMs),
      ms(simulation.oursMs),
      ratio(simulation.ratio),
      '6 ×',
      ms(simulation.setUpMs),
      ms(simulation.sliceMs),
      50,
    ],
  ],
);
timelineTables({ drawing: drawing.results, panel, editing });
