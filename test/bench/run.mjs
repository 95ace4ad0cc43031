// `npm run bench`: reading and drawing at three sizes, beside others in the same run. Prints Markdown tables and writes artifacts/bench/bench.json.
// Options: --sizes=100,1000 and --quick (fewer repetitions).
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { artifactsRoot } from '../../scripts/embedded/paths.mjs';
import { benchActivation } from './activation.mjs';
import { benchDrawing } from './chromium.mjs';
import { benchReading } from './reading.mjs';
import { benchSchedule } from './schedule.mjs';
import { benchSimulation } from './simulation.mjs';

const quick = process.argv.includes('--quick');
const sizes = (process.argv.find((argument) => argument.startsWith('--sizes=')) ?? '--sizes=100,1000,10000')
  .slice('--sizes='.length)
  .split(',')
  .map(Number);

const reading = await benchReading(sizes, quick ? 3 : 7);
// vis-timeline needs most of a minute for ten thousand rows, so it gets fewer rounds there.
const drawing = await benchDrawing(sizes, (size, name) => (name === 'vis' && size >= 10_000 ? 2 : quick ? 3 : 7));

const activation = await benchActivation(quick ? 3 : 7);
const schedule = await benchSchedule(quick ? [10_000] : [10_000, 100_000], quick ? 3 : 5);
const simulation = await benchSimulation(quick ? 3 : 7);

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
  `${JSON.stringify({ machine, activation, reading, schedule, simulation, drawing: drawing.results }, undefined, 2)}\n`,
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
    ],
    ...['to the floor', 'limit', 'faster than graphlib', 'limit'],
  ],
  schedule.map((r) => [
    r.size,
    ...[r.bareMs, r.floorMs, r.graphlibMs, r.joinMs, r.scheduleMs, r.readMs].map(ms),
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
table(
  [
    'Milestones',
    'Mount floor',
    'Mount ours',
    'ours ÷ floor',
    'Mount vis-timeline',
    'vis ÷ ours',
    'Elements ours',
    'Elements vis',
  ],
  drawing.results.map((r) => [
    r.size,
    ms(r.floor.mountMs),
    ms(r.panel.mountMs),
    ratio(r.panel.mountMs / r.floor.mountMs),
    ms(r.vis.mountMs),
    ratio(r.vis.mountMs / r.panel.mountMs),
    r.panel.elements,
    r.vis.elements,
  ]),
);
table(
  [
    'Milestones',
    'Pan floor p50 / p95',
    'Pan ours p50 / p95',
    'Pan vis-timeline p50 / p95',
    'Frame interval p95 floor / ours / vis',
  ],
  drawing.results.map((r) => [
    r.size,
    ...['floor', 'panel', 'vis'].map((name) => `${ms(r[name].panP50Ms)} / ${ms(r[name].panP95Ms)}`),
    ['floor', 'panel', 'vis'].map((name) => ms(r[name].frameP95Ms)).join(' / '),
  ]),
);

function table(head, lines) {
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---:').join('|')}|`);
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
  console.log('');
}

function ms(value) {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function ratio(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ×`;
}
