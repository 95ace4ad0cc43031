// Settings that decide what is read and how it is judged take effect at once; hostile ones have none.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addDays, isoDay } from '../../../src/base/day';
import { today } from '../../../src/shell/clock';
import { formatGlobs, readSettings } from '../../../src/shell/settings';
import { api, place, planIn, removeAll, snapshotThat } from './workspace';

const text = 'project: P\nmilestones:\n  - { id: a, title: A }\n';

describe('Settings of the store', () => {
  afterEach(async () => {
    for (const name of ['files', 'exclude', 'maxFileSize', 'dueSoonDays']) await set(name, undefined);
    await removeAll();
  });

  it('other globs find other files', async () => {
    const at = place();
    const usual = at.write('a.milestones.yaml', text);
    const other = at.write('plan.yaml', text);
    const before = await (await api()).snapshot();
    assert.ok(planIn(before, usual) && !planIn(before, other));
    await snapshotThat(
      (snapshot) => !planIn(snapshot, usual) && planIn(snapshot, other) !== undefined,
      () => set('files', ['**/plan.yaml']),
    );
  });

  it('what is excluded is not read, open or not', async () => {
    const at = place();
    const uri = at.write('drafts/a.milestones.yaml', text);
    assert.ok(planIn(await (await api()).snapshot(), uri));
    await snapshotThat(
      (snapshot) => !planIn(snapshot, uri),
      () => set('exclude', ['**/drafts/**']),
    );
    await vscode.workspace.openTextDocument(uri);
    assert.equal(planIn(await (await api()).snapshot(), uri), undefined);
  });

  it('a larger limit reads a larger file', async () => {
    const uri = place().write('a.milestones.yaml', `${text}#${'x'.repeat(1_100_000)}\n`);
    assert.equal(planIn(await (await api()).snapshot(), uri), undefined);
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.project === 'P',
      () => set('maxFileSize', 2),
    );
  });

  it('what is due soon depends on them', async () => {
    const due = isoDay(addDays(today(), 9));
    const uri = place().write('a.milestones.yaml', `milestones:\n  - { id: a, title: A, due: ${due} }\n`);
    const before = await (await api()).snapshot();
    assert.equal(planIn(before, uri)?.milestones[0]?.health, 'on-track');
    const after = await snapshotThat(
      (snapshot) => planIn(snapshot, uri)?.milestones[0]?.health === 'due-soon',
      () => set('dueSoonDays', 9),
    );
    assert.ok(after.number > before.number);
  });

  it('out of range or hostile, they are the defaults', async () => {
    await set('maxFileSize', 5000);
    await set('dueSoonDays', -3);
    await set('files', ['../**/*.yaml', '/etc/**', '{{{{a,b},c},d},e}', '**/**/**/**/**/*', 'x'.repeat(500), 7]);
    const { maxFileBytes, dueSoonDays, files } = readSettings();
    assert.deepEqual({ maxFileBytes, dueSoonDays, files }, { maxFileBytes: 1_048_576, dueSoonDays: 7, files: [] });
    await set('files', 'everything');
    assert.deepEqual(readSettings().files, formatGlobs);
  });
});

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('milepost').update(name, value, vscode.ConfigurationTarget.Workspace);
}
