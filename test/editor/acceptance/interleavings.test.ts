// Random things at the same time on many plans: nothing is lost or lands elsewhere, a refusal changes nothing, each conflict is told, undo brings back the bytes.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { planEditor } from '../../../src/shell/applyChange';
import { openJournal } from '../../../src/shell/journal';
import { readSettings } from '../../../src/shell/settings';
import { type Place, place, removeAll, show } from '../store/workspace';
import {
  carryOut,
  type Done,
  formatted,
  milestones,
  percentOf,
  type Scene,
  type Step,
  type StepKind,
  stepKinds,
  template,
  tracesIn,
  withoutTraces,
} from './interleavingSteps';

/** As many as are asked for; else as many as there is time for, up to a number. */
const asked = Number(process.env.MILEPOST_INTERLEAVINGS ?? 0);
const total = asked || 80;
const longestMs = asked ? Number.POSITIVE_INFINITY : 20_000;
/** Most of the time is spent on waiting. The editor keeps no more than 50 documents that nobody shows. */
const atOnce = 40;
const firstSeed = Number(process.env.MILEPOST_SEED ?? 20_261_123);

describe('Interleavings', () => {
  const log = vscode.window.createOutputChannel('Interleavings', { log: true });
  const folder = vscode.Uri.file(join(tmpdir(), `milepost-journal-${process.pid}`));
  const journal = openJournal({ folder, log, offer: async () => assert.fail('nothing was cut short') });
  const editor = planEditor({ log, journal, settings: readSettings, edited: () => undefined });
  const saves = new Map<string, { from: number; to: number }[]>();
  const parts: vscode.Disposable[] = [log];

  before(async () => {
    await formatOnSave(true);
    parts.push(
      vscode.languages.registerDocumentFormattingEditProvider(
        { pattern: '**/interleaved-*.milestones.yaml' },
        { provideDocumentFormattingEdits: (document) => [replaceAll(document, formatted(document.getText()))] },
      ),
      vscode.workspace.onWillSaveTextDocument(({ document }) => {
        const known = saves.get(document.uri.toString()) ?? [];
        saves.set(document.uri.toString(), [...known, { from: performance.now(), to: Number.NaN }]);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const last = saves.get(uri.toString())?.findLast(({ to }) => Number.isNaN(to));
        if (last) last.to = performance.now();
      }),
    );
  });
  after(async () => {
    for (const part of parts) part.dispose();
    await formatOnSave(undefined);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
  afterEach(removeAll);

  it('lose nothing @once', async function () {
    this.timeout(asked ? 900_000 : 120_000);
    const counts: Counts = { steps: 0, ours: 0, applied: 0, refused: 0, told: 0, unsaved: 0, raced: 0, undone: 0 };
    const reasons = new Map<string, number>();
    const begun = performance.now();
    let played = 0;
    for (let first = 0; first < total && performance.now() - begun < longestMs; first += atOnce) {
      const at = place();
      const seeds = Array.from({ length: Math.min(atOnce, total - first) }, (_, index) => firstSeed + first + index);
      // Quiet changes are waited for, which takes time, so they come together.
      const kinds = first === 0 ? stepKinds.quiet : stepKinds.loud;
      const batch = await Promise.all(seeds.map((seed) => play({ seed, kinds }, at)));
      played += batch.length;
      for (const one of batch) count(one, counts, reasons);
      const failed = batch.flatMap((one) => one.failed ?? []);
      if (failed.length > 0) assert.fail(`${failed.length} of ${batch.length}, the first one:\n${failed[0]}`);
      for (const { scene } of batch.slice(0, 4)) counts.undone += await undoBringsBack(scene);
      await removeAll();
    }
    console.log(`      ${played} in ${Math.round((performance.now() - begun) / 1000)} s: ${JSON.stringify(counts)}`);
    for (const [reason, times] of reasons) console.log(`      ${times} × ${reason}`);
    assert.ok(counts.applied > played, 'most of our changes are made');
    assert.ok(
      counts.raced <= Math.max(1, played / 50),
      `${counts.raced} plans were written by two programs in the very same moment`,
    );
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), [], 'the journal is empty');
  });

  interface Played {
    readonly scene: Scene;
    readonly done: readonly Done[];
    readonly raced: boolean;
    readonly failed?: string;
  }

  async function play({ seed, kinds }: Sequence, at: Place): Promise<Played> {
    const random = randomBy(seed);
    const uri = at.write(`interleaved-${seed}.milestones.yaml`, template);
    const document = await vscode.workspace.openTextDocument(uri);
    const scene = { document, editor };
    const running: Promise<Done>[] = [];
    for (const step of stepsOf(random, kinds)) {
      await pause(step.waitMs);
      const run = carryOut(step, scene);
      running.push(run);
      if (step.awaited) await run;
    }
    const done = await Promise.all(running);
    await settled(document, kinds);
    try {
      judge(document, done);
      return { scene, done, raced: false };
    } catch (error) {
      // Nobody can lock a file, so two programs that write it in the very same moment may overwrite each other whatever we do.
      if (inTheSameMoment(done, saves.get(uri.toString()) ?? [])) return { scene, done, raced: true };
      const failed = `seed ${seed}: ${error instanceof Error ? error.message : error}\n${story(document, done)}`;
      return { scene, done, raced: false, failed };
    }
  }
});

interface Sequence {
  readonly seed: number;
  readonly kinds: readonly StepKind[];
}

interface Counts {
  steps: number;
  ours: number;
  applied: number;
  refused: number;
  told: number;
  unsaved: number;
  raced: number;
  undone: number;
}

function count(
  { done, raced, scene }: { done: readonly Done[]; raced: boolean; scene: Scene },
  counts: Counts,
  reasons: Map<string, number>,
): void {
  const ours = done.filter(({ step }) => step.kind === 'ours');
  counts.steps += done.length;
  counts.ours += ours.length;
  counts.applied += ours.filter(({ outcome }) => outcome === 'done').length;
  counts.refused += ours.filter(({ outcome }) => outcome === 'refused').length;
  counts.told += ours.filter(({ note }) => note).length;
  counts.unsaved += scene.document.isDirty ? 1 : 0;
  counts.raced += raced ? 1 : 0;
  for (const { note } of ours) if (note) reasons.set(note, (reasons.get(note) ?? 0) + 1);
}

/** Four to seven things; in every sixth sequence two of the changes are for the same milestone. */
function stepsOf(random: () => number, kinds: readonly StepKind[]): readonly Step[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const length = 4 + below(4);
  const same = below(6) === 0;
  return Array.from({ length }, (_, number) => ({
    kind: kinds[below(kinds.length)] ?? 'ours',
    number,
    target: same && number < 4 ? 0 : number % milestones,
    waitMs: below(3) === 0 ? below(30) : 0,
    awaited: below(2) === 0,
  }));
}

/** The text of the document and the bytes of the file hold what they must, at its place, and nothing else. */
function judge(document: vscode.TextDocument, done: readonly Done[]): void {
  const [shown, disk] = [document.getText(), readFileSync(document.uri.fsPath, 'utf8')];
  const person = done.some(({ step }) => step.kind === 'type' || step.kind === 'save');
  // What a person types while a document is being saved stays unsaved, and extensions are told that the document is saved.
  if (!document.isDirty && !person) assert.equal(shown, disk, 'a saved document is what the disk holds');
  for (const text of [shown, disk]) assert.equal(withoutTraces(text), formatted(template), 'nothing else has changed');
  const [inEditor, onDisk] = [tracesIn(shown), tracesIn(disk)];
  for (const { step, outcome, saved } of done) {
    const { kind, number, target } = step;
    const what = `${kind} ${number}`;
    if (kind === 'type') assert.ok(inEditor.typed.has(number), `${what} is in the document`);
    if (kind === 'disk' || kind === 'diskQuietly') assert.ok(onDisk.disk.has(target), `${what} is on the disk`);
    if (kind !== 'ours' && kind !== 'window') continue;
    const rivals = done.filter((other) => other.outcome === 'done' && other.step.target === target && isChange(other));
    const allowed = rivals.map((other) => percentOf(other.step));
    if (outcome === 'refused') {
      for (const traces of [inEditor, onDisk])
        assert.notEqual(traces.progress[target], percentOf(step), `${what}: refused`);
      continue;
    }
    const where = kind === 'ours' ? inEditor : onDisk;
    assert.ok(allowed.includes(where.progress[target] ?? -1), `${what} is at its milestone`);
    if (saved) assert.ok(allowed.includes(onDisk.progress[target] ?? -1), `${what} is on the disk`);
  }
  const unsaved = done.some(({ saved }) => saved === false);
  if (!person) assert.equal(document.isDirty, unsaved, 'a document never stays unsaved without a word');
}

function isChange({ step }: Done): boolean {
  return step.kind === 'ours' || step.kind === 'window';
}

function inTheSameMoment(done: readonly Done[], saves: readonly { from: number; to: number }[]): boolean {
  const others = done.filter(({ step }) => ['disk', 'diskQuietly', 'window'].includes(step.kind));
  return others.some((other) => saves.some(({ from, to }) => other.from <= to && other.to >= from));
}

/** What a person who undoes the last change gets back is what was there, byte for byte. */
async function undoBringsBack({ document, editor }: Scene): Promise<number> {
  if (
    document.isDirty ||
    document.getText() !== readFileSync(document.uri.fsPath, 'utf8') ||
    formatted(document.getText()) !== document.getText()
  )
    return 0;
  const before = document.getText();
  const result = await editor.applyChanges(document.uri, [{ kind: 'rename', id: 'm7', title: 'Renamed' }]);
  assert.ok('applied' in result && result.saved);
  assert.notEqual(document.getText(), before);
  await show(document.uri);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before, 'one undo');
  await document.save();
  assert.equal(readFileSync(document.uri.fsPath, 'utf8'), before);
  return 1;
}

/** Until a clean document has followed the disk. */
async function settled(document: vscode.TextDocument, kinds: readonly StepKind[]): Promise<void> {
  const quiet = kinds === stepKinds.quiet;
  // What another program has written without a trace in time and size is not noticed by any editor.
  if (quiet && document.getText() !== readFileSync(document.uri.fsPath, 'utf8')) await touch(document.uri);
  for (let waited = 0; waited < (quiet ? 4_000 : 1_000) && !document.isDirty; waited += 25) {
    if (document.getText() === readFileSync(document.uri.fsPath, 'utf8')) return;
    await pause(25);
  }
}

async function touch(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, await vscode.workspace.fs.readFile(uri));
}

function story(document: vscode.TextDocument, done: readonly Done[]): string {
  const steps = done.map(
    ({ step, outcome, saved, note, from, to }) =>
      `${Math.round(from)}–${Math.round(to)} ${step.kind} ${step.number} at ${step.target}: ${outcome} ${saved ?? ''} ${note ?? ''}`,
  );
  const disk = readFileSync(document.uri.fsPath, 'utf8');
  return `${steps.join('\n')}\ndirty ${document.isDirty}\n--- document\n${document.getText()}\n--- disk\n${disk}`;
}

function replaceAll(document: vscode.TextDocument, text: string): vscode.TextEdit {
  const end = document.positionAt(document.getText().length);
  return vscode.TextEdit.replace(new vscode.Range(new vscode.Position(0, 0), end), text);
}

async function formatOnSave(on: boolean | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('formatOnSave', on, vscode.ConfigurationTarget.Workspace);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Mulberry32: the same numbers for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
