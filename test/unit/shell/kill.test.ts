// Kills a process in the middle of saving, again and again: the file is old, new, or restored with one click.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planEdit } from '../../../src/model/edit';

const kills = Number(process.env.MILEPOST_KILLS ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'milepost-kill-'));
const program = join(folder, 'child.cjs');

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('./killChild.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    alias: { vscode: fileURLToPath(new URL('./killEditor.ts', import.meta.url)) },
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counts {
  before: number;
  inside: number;
  after: number;
  torn: number;
}

test(`a save that is killed ${kills} times loses nothing`, { timeout: 60_000 + kills * 1_000 }, async () => {
  const counts: Counts = { before: 0, inside: 0, after: 0, torn: 0 };
  await Promise.all(['north', 'south'].map((name) => killAgainAndAgain(name, kills / 2, counts)));
  console.log(
    `killed before the save ${counts.before}, inside ${counts.inside}, after ${counts.after}; files cut short ${counts.torn}`,
  );
  expect(counts.before + counts.inside + counts.after).toBe(kills);
  expect(counts.inside).toBeGreaterThan(kills / 5);
  expect(counts.torn).toBeGreaterThan(kills / 10);
});

/** One plan whose every save is killed; the process that is started anew for the next one restores it first. */
async function killAgainAndAgain(name: string, times: number, counts: Counts): Promise<void> {
  const at = mkdtempSync(join(folder, name));
  const file = join(at, 'plan.milestones.yaml');
  const text = () => readFileSync(file, 'utf8');
  writeFileSync(file, planText());
  const took = await timesOf(at);
  let last: { readonly before: string; readonly after: string; readonly left: string } | undefined;
  for (let time = 0; time <= times; time++) {
    const percent = 1 + (time % 99);
    const child = start(at, percent);
    const { shown } = JSON.parse(await child.line());
    const before = text();
    if (last) judge(last, before, shown);
    const after = changed(before, percent);
    if (time === times) {
      child.kill();
      break;
    }
    child.go();
    await momentToKill(child, took);
    await child.kill();
    const left = text();
    const phases = readFileSync(join(at, 'phases'), 'utf8');
    counts[phases.includes('ended') ? 'after' : phases.includes('begun') ? 'inside' : 'before'] += 1;
    if (left !== before && left !== after) counts.torn += 1;
    last = { before, after, left };
  }
}

/** What stands in the file once the editor was started anew. */
function judge({ before, after, left }: { before: string; after: string; left: string }, now: string, shown: string[]) {
  const torn = left !== before && left !== after;
  expect(shown, `the file ended ${JSON.stringify(left.slice(-40))}`).toHaveLength(torn ? 1 : 0);
  expect(now).toBe(torn ? after : left);
}

function changed(text: string, percent: number): string {
  const planned = planEdit(text, 'plan', [{ kind: 'setProgress', id: 'last', percent }]);
  if ('refused' in planned) throw new Error(planned.refused);
  return planned.text;
}

function planText(): string {
  const milestones = Array.from(
    { length: 40 },
    (_, number) => `  - id: m${number}\n    title: Übergabe ${number} # kept\n    due: 2026-12-${10 + (number % 20)}\n`,
  );
  return `project: Kept\nmilestones:\n${milestones.join('')}  - { id: last, title: Last, progress: 0 }\n`;
}

interface Times {
  readonly wholeMs: number;
  readonly saveMs: number;
}

/** How long a change takes that nobody kills, from being told to it to being saved, and the save in it. */
async function timesOf(at: string): Promise<Times> {
  const child = start(at, 99);
  await child.line();
  const told = performance.now();
  child.go();
  await child.line();
  const begun = performance.now();
  await child.line();
  const ended = performance.now();
  await child.kill();
  return { wholeMs: ended - told, saveMs: ended - begun };
}

/** Any moment of the change; in three of four cases one of the save, which is the shorter part. */
async function momentToKill(child: Child, { wholeMs, saveMs }: Times): Promise<void> {
  const whole = Math.random() < 0.25;
  if (!whole) await child.line();
  await sleep(Math.random() * (whole ? wholeMs : saveMs) * 1.1);
}

type Child = ReturnType<typeof start>;

function start(at: string, percent: number) {
  const child = spawn(process.execPath, [program, at, String(percent)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => (await lines.next()).value as string,
    go: () => child.stdin.write('go\n'),
    kill: () => killed(child),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await ended;
}
