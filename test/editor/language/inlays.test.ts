// Inlay hints and CodeLens in real documents.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, removeAll } from '../store/workspace';
import { ask, open } from './marked';

const text = `project: P
milestones:
  - id: a
    title: Texts final
    due: 2020-01-04
  - { id: b, title: B, status: done, dependsOn: [a] }
`;

describe('Words beside the text', () => {
  afterEach(removeAll);

  it('tell how late, which day off and which title, only in the lines asked for', async () => {
    const { uri } = await open(text);
    const hints = async (from: number, to: number) =>
      (await ask<vscode.InlayHint>('executeInlayHintProvider', uri, new vscode.Range(from, 0, to, 0))).map(
        ({ position, label }) => `${position.line}:${position.character} ${String(label).replace(/\d+/, 'N')}`,
      );
    assert.deepEqual(await hints(0, 6), ['4:19 N days late · Sat!', '5:50 Texts final']);
    assert.deepEqual(await hints(5, 6), ['5:50 Texts final']);
  });

  it('offer commands only once they are switched on', async () => {
    const { uri, at } = await open(text);
    const lenses = async () =>
      (await ask<vscode.CodeLens>('executeCodeLensProvider', uri, 20)).map(
        ({ range, command }) => `${range.start.line} ${command?.command}`,
      );
    assert.deepEqual(await lenses(), []);
    const settings = vscode.workspace.getConfiguration('milepost');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await lenses(), [
        '0 milepost.showTimeline',
        '0 milepost.generateSummary',
        '2 milepost.markDone',
        '2 milepost.showTimeline',
        '5 milepost.reopen',
        '5 milepost.showTimeline',
      ]);
      const [, , done] = await ask<vscode.CodeLens>('executeCodeLensProvider', uri, 20);
      await vscode.commands.executeCommand(done?.command?.command ?? '', ...(done?.command?.arguments ?? []));
      await eventually('the milestone is done', () => at.read('plan.milestones.yaml').includes('completed: '));
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(await lenses(), []);
  });
});
