// The host that the suite runs on: the version asked for, and one folder open.
import * as assert from 'node:assert';
import * as vscode from 'vscode';

describe('the editor', () => {
  it('is the version that was asked for', () => {
    const asked = process.env.MILEPOST_HOST_VERSION;
    if (asked !== undefined) assert.strictEqual(vscode.version, asked);
  });

  it('has a copy of the workspace open', async () => {
    assert.strictEqual(vscode.workspace.workspaceFolders?.length, 1);
    const plans = await vscode.workspace.findFiles('**/*.milestones.yaml');
    assert.ok(plans.length > 0);
  });
});
