// The commands for dependencies and links: exact bytes, one undo, and a link that leads back.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { refOfLink } from '../../../src/shell/deepLink';
import { PlanStore } from '../../../src/shell/store';
import { place, removeAll, show } from '../store/workspace';

const plan = `project: Test of linking
milestones:
  - title: Texts final
  - id: li-live
    title: Site live
    due: 2027-01-15
`;

const log = vscode.window.createOutputChannel('Test of linking', { log: true });

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`milepost.${command}`, ...args);
}

async function opened() {
  const at = place();
  const uri = at.write('li nk.milestones.yaml', plan);
  const document = await show(uri);
  return { at, uri, document };
}

describe('Dependencies and links by command', () => {
  afterEach(removeAll);

  it('addDependency takes an id, and a reference', async () => {
    const { at, uri, document } = await opened();
    const wanted = plan
      .replace('  - title: Texts', '  - id: texts-final\n    title: Texts')
      .replace('    due: 2027-01-15\n', '    due: 2027-01-15\n    dependsOn: [texts-final]\n');
    await run('addDependency', { id: 'li-live', plan: uri.toString(), on: 'texts-final' });
    assert.equal(at.read('li nk.milestones.yaml'), wanted);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan, 'one undo brings every byte back');
    await document.save();
    await run('addDependency', { ref: `${uri.toString()}#li-live`, on: `${uri.toString()}#texts-final` });
    assert.equal(at.read('li nk.milestones.yaml'), wanted);
  });

  it('addDependency says why it cannot be', async () => {
    const { uri } = await opened();
    const add = (on: string) => run('addDependency', { id: 'li-live', plan: uri.toString(), on });
    await assert.rejects(async () => add('li-live'), /cannot wait for itself/);
    await assert.rejects(async () => add('nobody'), /No milestone has the id nobody/);
  });

  it('copyLink copies a link that leads to the milestone and to nothing else', async () => {
    const { uri } = await opened();
    const store = new PlanStore(log);
    store.start();
    const snapshot = await store.settled();
    store.dispose();
    await run('copyLink', { id: 'li-live', plan: uri.toString() });
    const link = await vscode.env.clipboard.readText();
    assert.match(link, /^[\w-]+:\/\/milepost\.milepost\/open\?file=store-\d+\/li%2520nk\.milestones\.yaml&id=li-live$/);
    const ref = `${uri.toString()}#li-live`;
    assert.equal(refOfLink(snapshot, vscode.Uri.parse(link)), ref);
    const [head = ''] = link.split('?');
    const [, file = ''] = /file=([^&]*)/.exec(link) ?? [];
    for (const hostile of [
      `${head}?file=${file}&id=nobody`,
      `${head}?file=..%2F..%2Fetc%2Fpasswd`,
      `${head}?file=${encodeURIComponent(uri.fsPath)}`,
      `${head}?file=${file}%00`,
      `${head}?id=li-live`,
      `${head}?file=${'a'.repeat(5_000)}`,
      head,
      link.replace('/open', '/run'),
      link.replace('/open', '/open/../open'),
    ])
      assert.equal(refOfLink(snapshot, vscode.Uri.parse(hostile)), undefined, hostile);
  });
});
