// A document that is not saved yet is a plan as soon as it has milestones, by its text alone.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { append, eventually, planIn, removeAll, snapshotThat } from '../store/workspace';

const open = async (content: string, language = 'yaml') => {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
};
const codes = ({ uri }: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'milepost')
    .map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('A document without a name', () => {
  afterEach(removeAll);

  it('is a plan once it has milestones: in the snapshot, and with its problems', async () => {
    const document = await open('project: Relaunch\n');
    const now = await snapshotThat(
      (snapshot) => planIn(snapshot, document.uri) !== undefined,
      () => append(document, 'milestones:\n  - { id: a, title: Design, due: 2026-06-31 }\n'),
    );
    assert.equal(planIn(now, document.uri)?.project, 'Relaunch');
    await eventually('its problems are told', () => codes(document).includes('date.invalid'));
    await snapshotThat(
      (snapshot) => planIn(snapshot, document.uri) === undefined,
      () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
    );
    await eventually('and gone with it', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it('is none while it is something else', async () => {
    const others = [
      await open('services:\n  milestones: 5\n'),
      await open('milestones: [wrong', 'plaintext'),
      await open('# milestones: later\nname: x\n'),
    ];
    const plan = await open('milestones: []\n');
    const now = await snapshotThat(
      (snapshot) => planIn(snapshot, plan.uri) !== undefined,
      () => append(plan, '# now\n'),
    );
    for (const other of others) {
      assert.equal(planIn(now, other.uri), undefined, other.getText());
      assert.deepEqual(codes(other), []);
    }
  });
});
