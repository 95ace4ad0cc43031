// A workspace folder that is no folder on a disk: it is listed, read, watched and edited through the editor's file system.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { day } from '../../../src/base/day';
import { planEditor } from '../../../src/shell/applyChange';
import { readSettings } from '../../../src/shell/settings';
import { MemoryFiles } from './memoryFiles';
import { api, planIn, removeAll, snapshotThat } from './workspace';

const text = 'project: Virtual\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n';

describe('A virtual workspace folder', () => {
  const files = new MemoryFiles();
  const root = vscode.Uri.parse('mileposttest:/project');
  const uri = vscode.Uri.joinPath(root, 'deep', 'a.milestones.yaml');
  let registered: vscode.Disposable | undefined;

  before(async () => {
    registered = vscode.workspace.registerFileSystemProvider(root.scheme, files, { isCaseSensitive: true });
    files.put(uri, text);
    files.put(vscode.Uri.joinPath(root, 'node_modules', 'b.milestones.yaml'), text);
    const added = new Promise((resolve) => {
      const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => resolve(listener.dispose()));
    });
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: root, name: 'virtual' }));
    await added;
  });

  after(async () => {
    await removeAll();
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri) === undefined,
      () => vscode.workspace.updateWorkspaceFolders(2, 1),
    );
    registered?.dispose();
  });

  it('is read, without what lies in node_modules', async () => {
    const { plans } = await (await api()).snapshot();
    assert.deepEqual(
      plans.map((plan) => plan.uri).filter((found) => found.startsWith(root.scheme)),
      [uri.toString()],
    );
  });

  it('is looked at again when asked', async () => {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text.replace('Virtual', 'Changed')));
    assert.equal(planIn(await (await api()).snapshot(), uri)?.project, 'Changed');
  });

  it('is edited like any other', async () => {
    files.put(uri, text);
    const log = vscode.window.createOutputChannel('Milepost test', { log: true });
    const editor = planEditor({ log, settings: readSettings, edited: () => undefined });
    const outcome = await editor.applyChanges(uri, [{ kind: 'reschedule', id: 'a', due: day('2026-12-11') }]);
    log.dispose();
    assert.deepEqual(outcome, { applied: true, saved: true });
    assert.equal(files.get(uri), text.replace('2026-12-04', '2026-12-11'));
    assert.equal(planIn(await (await api()).snapshot(), uri)?.milestones[0]?.due, '2026-12-11');
  });
});
