// The reading part of the benchmark: plan files of any size through our reader, beside plain `parseDocument`, and on to snapshot and rows. Node only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled.mjs';
import { median } from './statistics.mjs';
import { benchCommands, benchOpening, benchTyping } from './typing.mjs';

/** Our limit for one file; larger plans are several. */
const mostInFile = 5000;

/** @param {readonly number[]} sizes @param {number} repetitions */
export async function benchReading(sizes, repetitions) {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const core = await loadCore(folder);
    return {
      sizes: sizes.map((size) => benchSize(core, size, repetitions)),
      typing: benchTyping(core, planText, repetitions),
      commands: benchCommands(core, planText, repetitions),
      opening: await benchOpening(core, planText, repetitions),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchSize(core, size, repetitions) {
  const texts = [];
  for (let left = size; left > 0; left -= mostInFile) texts.push(planText(Math.min(left, mostInFile), texts.length));
  const timings = { yamlMs: [], readMs: [], snapshotMs: [], rowsMs: [] };
  let problems = 0;
  for (let round = -1; round < repetitions; round++) {
    const yamlMs = timed(() => texts.map((text) => core.parseDocument(text)));
    // A comment at the end makes each round's text a new one, so that nothing is remembered from the round before.
    const fresh = texts.map((text) => `${text}# round ${round}\n`);
    let plans = [];
    const readMs = timed(() => {
      plans = fresh.map((text, at) => plan(core, text, at));
    });
    let snapshot;
    const snapshotMs = timed(() => {
      snapshot = core.makeSnapshot(plans, core.options(round + 1));
    });
    const rowsMs = timed(() => core.timelineRows(snapshot, core.say));
    problems = plans.reduce((sum, each) => sum + each.file.problems.length, 0);
    if (round < 0) continue;
    for (const [name, value] of Object.entries({ yamlMs, readMs, snapshotMs, rowsMs })) timings[name].push(value);
  }
  const kilobytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1000);
  return {
    size,
    kilobytes,
    problems,
    ...Object.fromEntries(Object.entries(timings).map(([name, all]) => [name, median(all)])),
  };
}

function plan(core, text, at) {
  const baseName = `generated${at}`;
  const file = core.readPlanFile(text, baseName);
  return { uri: `file:///${baseName}.milestones.yaml`, baseName, folder: '', text, file, plan: file.plan };
}

/** A plan as people write it: tasks, owners, comments and dependencies; ten milestones a year. */
export function planText(count, part) {
  const lines = [
    'version: 1',
    `project: Generated ${part}`,
    'currency: EUR',
    'people:',
    '  kim: { name: Kim Lee, role: developer }',
    'milestones:',
  ];
  for (let at = 0; at < count; at++) {
    const month = String(1 + (at % 12)).padStart(2, '0');
    lines.push(
      `  - id: m${at}`,
      `    title: Milestone ${at} of the generated plan`,
      `    start: 2026-${month}-02`,
      `    due: 2026-${month}-24      # agreed by phone`,
    );
    if (at % 3 === 0) lines.push(`    baseline: 2026-${month}-20`, '    owner: kim', '    effort: 5d');
    if (at % 4 === 1) lines.push('    tasks:', '      - Write it', '      - { title: Try it, done: true }');
    if (at % 5 === 2) lines.push('    acceptanceCriteria:', '      - { text: The client has seen it, done: false }');
    if (at > 0 && at % 2 === 0) lines.push(`    dependsOn: [m${at - 1}]`);
  }
  return `${lines.join('\n')}\n`;
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

async function loadCore(folder) {
  const outfile = join(folder, 'core.cjs');
  const contents = `
    export { parseDocument } from 'yaml';
    export { readPlanFile } from './src/model/read';
    export { keepingReader } from './src/model/chunkReader';
    export { planEdit } from './src/model/edit';
    export { keepingSchedule } from './src/schedule/keepingSchedule';
    export { makeSnapshot } from './src/snapshot';
    export { timelineRows } from './src/report/timeline';
    import { day } from './src/base/day';
    import { sayer } from './src/base/message';
    export const say = sayer('en');
    export const options = (number) => ({ number, today: day('2026-11-23'), todayIn: () => day('2026-11-23'), dueSoonDays: 7 });`;
  return bundled(contents, outfile);
}
