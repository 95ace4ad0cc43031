// The host that the suite runs on: two folders open, in the order of the workspace file.
import * as assert from 'node:assert';
import * as vscode from 'vscode';

describe('a workspace of two folders', () => {
  it('has both open', () => {
    assert.deepStrictEqual(
      vscode.workspace.workspaceFolders?.map((folder) => folder.name),
      ['shop', 'app'],
    );
  });
});
