// Which files are plans, in any number and size, and what the settings change about it.
import * as assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { codeOf, longestBlock, place, planIn, removeAll, snapshotThat } from '../store/workspace';
import { file, run, snapshot } from './outside';

const text = 'project: P\nmilestones:\n  - { id: a, title: A }\n';

describe('Files that are plans', () => {
  afterEach(removeAll);

  it('are known by their names in every folder, the hidden ones too', async () => {
    const names = [
      'x.milestones.yml',
      '.milestones.yaml',
      '.hidden/x.milestones.yaml',
      'd/.milestones/q.yml',
      'x.y.milestones.yaml',
    ];
    const others = ['x.milestones.json', 'x.milestones.yaml.bak', 'xmilestones.yaml', '.milestones/d/q.yaml', 'X.txt'];
    for (const at of [place(0), place(1)]) {
      const wanted = names.map((name) => at.write(name, text).toString());
      for (const name of others) at.write(name, text);
      const { plans } = await snapshot();
      assert.deepEqual(
        plans
          .map(({ uri }) => uri)
          .filter((uri) => uri.startsWith(at.uri('').toString()))
          .sort(),
        wanted.sort(),
      );
    }
  });

  it('are named by the file, or by the folder when the file has no name of its own', async () => {
    const at = place();
    const named = async (name: string) => {
      const uri = at.write(name, 'milestones: []\n');
      return planIn(await snapshot(), uri)?.project;
    };
    assert.deepEqual(
      [await named('x.y.milestones.yaml'), await named('.milestones/shop.yml'), await named('acme/.milestones.yaml')],
      ['x.y', 'shop', 'acme'],
    );
  });

  it('an empty file and one with comments only are plans without milestones', async () => {
    const at = place();
    for (const [name, content] of [
      ['empty', ''],
      ['comments', '# nothing\n\n# yet'],
      ['marker', '---\n'],
    ] as const) {
      const uri = at.write(`${name}.milestones.yaml`, content);
      const plan = planIn(await snapshot(), uri);
      assert.deepEqual([plan?.project, plan?.milestones, plan?.stale], [name, [], false]);
    }
  });

  it('are two thousand without blocking the editor, and all are there @once', async function () {
    this.timeout(120_000);
    const at = place();
    for (let folder = 0; folder < 20; folder++) {
      mkdirSync(join(at.path, `d${folder}`));
      for (let number = 0; number < 99; number++)
        writeFileSync(join(at.path, `d${folder}`, `${number}.milestones.yaml`), text);
    }
    const blocks = longestBlock();
    const began = performance.now();
    const { plans } = await snapshot();
    const took = performance.now() - began;
    const longest = blocks.stop();
    assert.equal(plans.filter(({ uri }) => uri.startsWith(at.uri('').toString())).length, 1980);
    console.log(`      1 980 files: ${Math.round(took)} ms, longest block ${Math.round(longest)} ms`);
    assert.ok(longest < 1000, `${longest} ms`);
    const changed = performance.now();
    at.write('d7/7.milestones.yaml', text.replace('P', 'Changed'));
    assert.equal(planIn(await snapshot(), at.uri('d7/7.milestones.yaml'))?.project, 'Changed');
    console.log(`      and after one change: ${Math.round(performance.now() - changed)} ms`);
    at.remove('.');
    assert.equal((await snapshot()).plans.filter(({ uri }) => uri.startsWith(at.uri('').toString())).length, 0);
  });

  it('may hold five thousand milestones; the next one is told and not read @once', async function () {
    this.timeout(60_000);
    const at = place();
    // Advice on the quality of five thousand bare milestones there is, and no more than a person can read.
    const isMistake = ({ code }: { readonly code: string }) => !/^(?:quality\.|problems\.more)/.test(code);
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => `  - { id: m${index}, title: Milestone ${index} }\n`).join('');
    const uri = at.write(file, `milestones:\n${items(5000)}`);
    const plan = planIn(await snapshot(), uri);
    assert.equal(plan?.milestones.length, 5000);
    assert.deepEqual(plan?.problems.filter(isMistake), []);
    const began = performance.now();
    await run('setProgress', { id: 'm4321', plan: uri.toString(), percent: 50 });
    console.log(`      one command among 5 000 milestones: ${Math.round(performance.now() - began)} ms`);
    assert.equal(
      at.read(file),
      `milestones:\n${items(5000)}`.replace('Milestone 4321 }', 'Milestone 4321, progress: 50 }'),
    );
    at.write(file, `milestones:\n${items(5001)}`);
    const more = planIn(await snapshot(), uri);
    assert.equal(more?.milestones.length, 5000);
    assert.deepEqual(
      more?.problems.filter(isMistake).map(({ code, start }) => [code, start.line]),
      [['file.tooManyMilestones', 5001]],
    );
  });
});

describe('Switching milepost.files', () => {
  afterEach(async () => {
    await set(undefined);
    await removeAll();
  });

  it('forgets what is no plan any more with its problems, and finds it again', async () => {
    const at = place();
    const uri = at.write(file, 'milestones:\n  - { id: a, title: A, due: never }\n');
    const other = at.write('plans/x.yaml', text);
    await snapshot();
    assert.ok(vscode.languages.getDiagnostics(uri).map(codeOf).includes('date.invalid'));
    await snapshotThat(
      (now) => !planIn(now, uri) && planIn(now, other) !== undefined,
      () => set(['**/plans/*.yaml']),
    );
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await assert.rejects(() => run('markDone', { id: 'a', plan: uri.toString() }), /plan/);
    await run('setProgress', { id: 'a', plan: other.toString(), percent: 20 });
    assert.match(at.read('plans/x.yaml'), /progress: 20/);
    await snapshotThat(
      (now) => planIn(now, uri) !== undefined && !planIn(now, other),
      () => set(undefined),
    );
    assert.ok(vscode.languages.getDiagnostics(uri).map(codeOf).includes('date.invalid'));
  });
});

async function set(files: readonly string[] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('milepost').update('files', files, vscode.ConfigurationTarget.Workspace);
}
