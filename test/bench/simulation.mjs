// The simulation part of the benchmark: 10 000 runs of a plan of 1 000 milestones, beside a bare loop over typed arrays in the same run. Node only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled.mjs';
import { median } from './statistics.mjs';

const milestones = 1000;
const runs = 10_000;
/** About as many as the simulation makes in one part. */
const runsAtOnce = 25;
/** As in the shell: others get their turn when more than this has passed. */
const sliceMs = 15;

/** @param {number} repetitions */
export async function benchSimulation(repetitions) {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    const core = await loadCore(folder);
    const plan = core.planOf(planText());
    const rounds = [];
    for (let round = -1; round < repetitions; round++) {
      const found = simulate(core, plan, bareLoop());
      if (round >= 0) rounds.push(found);
    }
    const medianOf = (of) => median(rounds.map(of));
    return {
      milestones,
      runs,
      bareMs: medianOf(({ bareMs }) => bareMs),
      oursMs: medianOf(({ oursMs }) => oursMs),
      setUpMs: medianOf(({ setUpMs }) => setUpMs),
      ratio: medianOf(({ bareMs, oursMs }) => oursMs / bareMs),
      sliceMs: medianOf(({ sliceMs }) => sliceMs),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the plan to days and percents, cut as the shell cuts it. The bare loop makes its runs in between, so that both have the same machine. */
function simulate(core, plan, loop) {
  const run = core.simulatedChances([plan], plan.links);
  const found = { oursMs: 0, bareMs: 0, setUpMs: 0, sliceMs: 0 };
  let slice = 0;
  let bareRuns = 0;
  for (let parts = 1; ; parts++) {
    const began = performance.now();
    const part = run.next();
    const ms = performance.now() - began;
    found.oursMs += ms;
    if (parts <= 5) found.setUpMs += ms;
    slice += ms;
    found.sliceMs = Math.max(found.sliceMs, slice);
    if (slice >= sliceMs) slice = 0;
    const more = Math.min(runs - bareRuns, part.done ? runs : runsAtOnce);
    bareRuns += more;
    found.bareMs += loop(more);
    if (!part.done) continue;
    const chances = part.value.get(plan.uri);
    if (chances?.runs !== runs || chances.milestones.size !== milestones)
      throw new Error('The plan was not simulated.');
    return found;
  }
}

/** What there is to do at the very least: draw every duration, add it to the finish of one predecessor, and keep the last finish of each run. */
function bareLoop() {
  const before = Int32Array.from({ length: milestones }, (_, at) => predecessorOf(at));
  const [low, top, high] = [3, 5, 10].map((days) => new Float64Array(milestones).fill(days));
  const finish = new Float64Array(milestones);
  let state = 20_261_123;
  let sum = 0;
  return (count) => {
    const began = performance.now();
    for (let run = 0; run < count; run++) {
      let last = 0;
      for (let at = 0; at < milestones; at++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        const chance = (state >>> 0) * 2 ** -32;
        const width = high[at] - low[at];
        const work =
          chance * width < top[at] - low[at]
            ? low[at] + Math.sqrt(chance * width * (top[at] - low[at]))
            : high[at] - Math.sqrt((1 - chance) * width * (high[at] - top[at]));
        const from = before[at];
        const end = (from < 0 ? 0 : finish[from]) + work;
        finish[at] = end;
        if (end > last) last = end;
      }
      sum += last;
    }
    const ms = performance.now() - began;
    if (sum < 0) throw new Error('Nothing finishes before it begins.');
    return ms;
  };
}

/** Each waits for one of the twenty before it. */
function predecessorOf(at) {
  return at === 0 ? -1 : Math.max(0, at - 1 - ((at * 7) % 20));
}

function planText() {
  const lines = ['version: 1', 'project: Uncertain', 'milestones:'];
  for (let at = 0; at < milestones; at++) {
    const before = predecessorOf(at);
    lines.push(
      `  - id: m${at}`,
      `    title: Milestone ${at}`,
      '    effort: { optimistic: 3d, likely: 5d, pessimistic: 10d }',
    );
    if (before >= 0) lines.push(`    dependsOn: [m${before}]`);
  }
  return `${lines.join('\n')}\n`;
}

async function loadCore(folder) {
  const outfile = join(folder, 'simulation.cjs');
  const contents = `
    import { day } from './src/base/day';
    import { joinPlans } from './src/model/join';
    import { readPlanFile } from './src/model/read';
    export { simulatedChances } from './src/schedule/chances';
    export const planOf = (text) => {
      const file = readPlanFile(text, 'uncertain');
      const read = { uri: 'uncertain', baseName: 'uncertain', folder: '', text, file, plan: file.plan };
      return { ...read, schedule: { today: day('2026-11-23') }, links: joinPlans([read]).links };
    };`;
  return bundled(contents, outfile);
}
