// The store in a real editor: what the API says of files on the disk and in open documents.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { api, append, codeOf, eventually, place, planIn, removeAll, show, snapshotThat } from './workspace';

const two =
  'project: Relaunch\nmilestones:\n  - id: design\n    title: Design\n    due: 2026-12-04\n  - title: Site live\n';

describe('Reading plans', () => {
  before(async () => {
    await (await api()).snapshot();
  });
  afterEach(removeAll);

  it('the API has version 1 and gives plain values', async () => {
    const milepost = await api();
    assert.equal(milepost.version, 1);
    const uri = place().write('a.milestones.yaml', two);
    const snapshot = await milepost.snapshot();
    const plan = planIn(snapshot, uri);
    assert.equal(plan?.project, 'Relaunch');
    assert.equal(plan?.stale, false);
    assert.deepEqual(
      plan?.milestones.map(({ id, title, due }) => ({ id, title, due })),
      [
        { id: 'design', title: 'Design', due: '2026-12-04' },
        { id: 'site-live', title: 'Site live', due: undefined },
      ],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(snapshot)), JSON.parse(JSON.stringify(structuredClone(snapshot))));
  });

  it('a problem stands at its own characters, zero-based', async () => {
    const uri = place().write(
      'a.milestones.yaml',
      '# ünïcode 😀\nproject: P\nmilestones:\n  - title: A\n    due: 2026-06-31\n',
    );
    const plan = planIn(await (await api()).snapshot(), uri);
    const problem = plan?.problems.find(({ code }) => code.startsWith('date.'));
    assert.equal(problem?.severity, 'error');
    assert.deepEqual(problem?.start, { line: 4, character: 9 });
    assert.deepEqual(problem?.end, { line: 4, character: 19 });
    const diagnostic = vscode.languages.getDiagnostics(uri).find((each) => codeOf(each) === problem?.code);
    assert.deepEqual(diagnostic?.range, new vscode.Range(4, 9, 4, 19));
    assert.equal(diagnostic?.source, 'milepost');
    assert.equal(diagnostic?.message, problem?.message);
  });

  it('a byte order mark is not part of the text', async () => {
    const uri = place().write(
      'a.milestones.yaml',
      '\uFEFFproject: P\nmilestones:\n  - { title: A, due: 2026-06-31 }\n',
    );
    const plan = planIn(await (await api()).snapshot(), uri);
    assert.equal(plan?.project, 'P');
    assert.deepEqual(plan?.problems.find(({ code }) => code.startsWith('date.'))?.start, { line: 2, character: 21 });
  });

  it('only files with the names of the format are read, and none in node_modules', async () => {
    const at = place();
    const wanted = ['a.milestones.yaml', 'deep/b.milestones.yml', '.milestones/c.yaml'].map((name) =>
      at.write(name, two),
    );
    const others = ['plain.yaml', 'milestones.yaml', 'node_modules/x/d.milestones.yaml', '.milestones/deep/e.yaml'];
    for (const name of others) at.write(name, two);
    const { plans } = await (await api()).snapshot();
    const found = plans.map(({ uri }) => uri).filter((uri) => uri.startsWith(at.uri('').toString()));
    assert.deepEqual(found.sort(), wanted.map(String).sort());
  });

  it('plans come by workspace folder, then by path', async () => {
    const first = place(0);
    const second = place(1);
    const uris = [first.write('a10.milestones.yaml', two), second.write('a.milestones.yaml', two)];
    uris.unshift(first.write('a9.milestones.yaml', two));
    const { plans } = await (await api()).snapshot();
    const ours = plans.map(({ uri }) => uri).filter((uri) => uris.some((one) => one.toString() === uri));
    assert.deepEqual(ours, uris.map(String));
  });

  it('unsaved edits are seen, and forgotten when they are thrown away', async () => {
    const uri = place().write('a.milestones.yaml', two);
    await (await api()).snapshot();
    const document = await show(uri);
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.milestones.length === 3,
      () => append(document, '  - title: More\n'),
    );
    assert.ok(document.isDirty);
    assert.equal(planIn(await (await api()).snapshot(), uri)?.milestones.length, 3);
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.milestones.length === 2,
      () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
    );
  });

  it('an unsaved new file with a plan name is a plan while it is open', async () => {
    const uri = place().uri('new.milestones.yaml').with({ scheme: 'untitled' });
    const document = await show(uri);
    await append(document, two);
    assert.equal(planIn(await (await api()).snapshot(), uri)?.milestones.length, 2);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.equal(planIn(await (await api()).snapshot(), uri), undefined);
  });

  it('a plan outside the workspace counts while it is open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-outside-'));
    const uri = vscode.Uri.file(join(folder, 'a.milestones.yaml'));
    writeFileSync(uri.fsPath, two);
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri) !== undefined,
      () => vscode.commands.executeCommand('vscode.open', uri),
    );
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri) === undefined,
      () => vscode.commands.executeCommand('workbench.action.closeActiveEditor'),
    );
    rmSync(folder, { recursive: true });
  });

  it('created, changed and deleted files are noticed by themselves', async () => {
    const at = place();
    const uri = at.uri('a.milestones.yaml');
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.milestones.length === 2,
      () => at.write('a.milestones.yaml', two),
    );
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.project === 'Other',
      () => at.write('a.milestones.yaml', two.replace('Relaunch', 'Other')),
    );
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri) === undefined,
      () => at.remove('a.milestones.yaml'),
    );
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });

  it('a moved folder is noticed by itself', async () => {
    const at = place();
    const before = at.write('old/deep/a.milestones.yaml', two);
    await (await api()).snapshot();
    const after = at.uri('new/deep/a.milestones.yaml');
    const snapshot = await snapshotThat(
      (now) => planIn(now, after) !== undefined && !planIn(now, before),
      () => renameSync(join(at.path, 'old'), join(at.path, 'new')),
    );
    assert.equal(planIn(snapshot, after)?.milestones.length, 2);
    await snapshotThat(
      (now) => planIn(now, after) === undefined,
      () => at.remove('new'),
    );
  });

  it('whoever has written a file sees it in the next snapshot', async () => {
    const milepost = await api();
    const uri = place().write('a.milestones.yaml', two);
    assert.equal(planIn(await milepost.snapshot(), uri)?.project, 'Relaunch');
    for (const name of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC']) {
      const text = new TextEncoder().encode(two.replace('Relaunch', name));
      await vscode.workspace.fs.writeFile(uri, text);
      assert.equal(planIn(await milepost.snapshot(), uri)?.project, name);
    }
    await vscode.workspace.fs.delete(uri);
    assert.equal(planIn(await milepost.snapshot(), uri), undefined);
  });

  it('the same holds for a file that is open without unsaved edits', async () => {
    const milepost = await api();
    const uri = place().write('a.milestones.yaml', two);
    const document = await show(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(two.replace('Relaunch', 'Other one')));
    assert.equal(planIn(await milepost.snapshot(), uri)?.project, 'Other one');
    assert.ok(document.getText().includes('Other one'));
  });

  it('a file that stops being YAML keeps its last good plan, marked stale', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', two);
    await (await api()).snapshot();
    at.write('a.milestones.yaml', `${two}  - title: "never closed\n`);
    const broken = planIn(await (await api()).snapshot(), uri);
    assert.equal(broken?.stale, true);
    assert.equal(broken?.milestones.length, 2);
    assert.equal(broken?.problems.filter(({ severity }) => severity === 'error').length, 1);
    assert.ok(
      vscode.languages.getDiagnostics(uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    at.write('a.milestones.yaml', two);
    assert.equal(planIn(await (await api()).snapshot(), uri)?.stale, false);
  });

  it('a file that was never a plan has only its problem', async () => {
    const at = place();
    const tooLarge = at.write('large.milestones.yaml', `project: P\n#${'x'.repeat(1_100_000)}\n`);
    const encoded = at.write(
      'latin.milestones.yaml',
      new Uint8Array([...new TextEncoder().encode('project: P'), 0xfc, 10]),
    );
    const broken = at.write('broken.milestones.yaml', 'milestones: [');
    const snapshot = await (await api()).snapshot();
    for (const uri of [tooLarge, encoded, broken]) {
      assert.equal(vscode.languages.getDiagnostics(uri).length, 1, uri.path);
      assert.deepEqual(planIn(snapshot, uri)?.milestones ?? [], []);
    }
    assert.deepEqual(vscode.languages.getDiagnostics(tooLarge).map(codeOf), ['file.tooLarge']);
    assert.deepEqual(vscode.languages.getDiagnostics(encoded).map(codeOf), ['file.encoding']);
    at.remove('broken.milestones.yaml');
    await eventually('its problem is gone', () => vscode.languages.getDiagnostics(broken).length === 0);
  });

  it('names of every kind are read, and what is no file is left alone', async function () {
    if (process.platform === 'win32') this.skip();
    const at = place();
    const names = [
      '-p',
      `a'b"c$(id)`,
      '#?%41',
      '<img src=x onerror=P>',
      '[x](command:y)',
      'ünïcode 😀',
      'x'.repeat(230),
    ];
    const uris = names.map((name) => at.write(`${name}.milestones.yaml`, two));
    // The editor's own search cannot tell such a name from two; it must not cost the others.
    at.write('two\nlines.milestones.yaml', two);
    symlinkSync(at.path, join(at.path, 'loop'));
    symlinkSync(join(at.path, 'nowhere'), join(at.path, 'dangling.milestones.yaml'));
    execFileSync('mkfifo', [join(at.path, 'pipe.milestones.yaml')]);
    mkdirSync(join(at.path, 'folder.milestones.yaml'));
    const snapshot = await (await api()).snapshot();
    for (const uri of uris) assert.equal(planIn(snapshot, uri)?.project, 'Relaunch', uri.toString());
    const ours = snapshot.plans.filter(({ uri }) => uri.startsWith(at.uri('').toString()));
    assert.equal(ours.length, names.length);
  });

  it('nothing is told when nothing has changed', async () => {
    const milepost = await api();
    const at = place();
    const uri = at.write('a.milestones.yaml', two);
    const before = await milepost.snapshot();
    let told = 0;
    const listener = milepost.onDidChangeSnapshot(() => {
      told += 1;
    });
    at.write('a.milestones.yaml', two);
    await vscode.workspace.openTextDocument(uri);
    const after = await milepost.snapshot();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    listener.dispose();
    assert.equal(told, 0);
    assert.equal(after, before);
  });
});

describe('A summary through the API', () => {
  afterEach(removeAll);

  it('is that of the day it is asked for', async () => {
    const milepost = await api();
    const plan = place().write('a.milestones.yaml', two).toString();
    const before = await milepost.summary({ plan, audience: 'client', format: 'markdown', today: '2026-11-23' });
    const after = await milepost.summary({ plan, audience: 'client', format: 'markdown', today: '2026-12-09' });
    assert.match(before, /Relaunch/);
    assert.match(after, /5 days/);
    assert.doesNotMatch(before, /5 days late/);
    assert.equal(await milepost.summary({ plan, audience: 'client', format: 'markdown', today: '2026-12-09' }), after);
  });

  it('refuses what it cannot understand', async () => {
    const { summary } = await api();
    const call = summary as (request: unknown) => Promise<string>;
    const good = { audience: 'client', format: 'markdown' };
    await assert.rejects(call(undefined), TypeError);
    await assert.rejects(call({ ...good, audience: 'boss' }), /audience/);
    await assert.rejects(call({ ...good, format: 'html' }), /format/);
    await assert.rejects(call({ ...good, today: '2026-02-30' }), /today/);
    await assert.rejects(call({ ...good, plan: 'file:///nowhere.milestones.yaml' }), /No such plan/);
  });
});
