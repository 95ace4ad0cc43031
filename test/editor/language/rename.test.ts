// Rename in real documents: over files, saved or not, as one undo for each; and why it is refused.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeAll, show } from '../store/workspace';
import { type Opened, open, type } from './marked';

const plan =
  'milestones:\r\n  - { id: |a, title: A } # first\r\n  - { title: B, dependsOn: ["a", { id: a, lag: 1d }] }\r\n';
const brand = "milestones:\n  - title: Logo\n    dependsOn:\n      - 'plan/a' # why\n";

async function rename({ uri }: Opened, at: vscode.Position, to: string): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, at, to);
}

describe('Rename', () => {
  afterEach(removeAll);

  it('changes exactly the characters of an id in every file, and one undo restores each', async () => {
    const opened = await open(plan, { 'brand.milestones.yaml': brand });
    const other = await show(opened.at.uri('brand.milestones.yaml'));
    const before = opened.document.getText();
    const edit = await rename(opened, opened.cursor, 'first.1');
    assert.equal(edit.size, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(
      opened.document.getText(),
      'milestones:\r\n  - { id: first.1, title: A } # first\r\n  - { title: B, dependsOn: ["first.1", { id: first.1, lag: 1d }] }\r\n',
    );
    assert.equal(other.getText(), brand.replace('plan/a', 'plan/first.1'));
    assert.equal(opened.at.read('brand.milestones.yaml'), brand, 'saving is left to the person');
    for (const document of [opened.document, other]) {
      await vscode.window.showTextDocument(document);
      if (document.isDirty) await vscode.commands.executeCommand('undo');
    }
    assert.equal(opened.document.getText(), before);
    assert.equal(other.getText(), brand);
  });

  it('works with text that is not saved, and with files that are not open', async () => {
    const opened = await open(plan, { 'brand.milestones.yaml': brand });
    const typed = new vscode.WorkspaceEdit();
    typed.insert(opened.uri, new vscode.Position(0, 0), '# mine\r\n');
    assert.ok(await vscode.workspace.applyEdit(typed));
    const edit = await rename(opened, opened.cursor.translate(1), 'z');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(opened.document.getText(), /^# mine\r\nmilestones:\r\n {2}- \{ id: z, .*\["z", \{ id: z, /s);
    const other = await vscode.workspace.openTextDocument(opened.at.uri('brand.milestones.yaml'));
    assert.equal(other.getText(), brand.replace('plan/a', 'plan/z'));
    assert.ok(await other.save());
  });

  it('works from what another program has written a moment ago', async () => {
    const opened = await open(plan, { 'brand.milestones.yaml': brand });
    const newer = brand.replace('title: Logo', 'title: Logo, a new one');
    opened.at.write('brand.milestones.yaml', newer);
    assert.ok(await vscode.workspace.applyEdit(await rename(opened, opened.cursor, 'z')));
    const other = await vscode.workspace.openTextDocument(opened.at.uri('brand.milestones.yaml'));
    assert.equal(other.getText(), newer.replace('plan/a', 'plan/z'));
    assert.ok(await other.save());
  });

  it('writes an id down that followed from a title', async () => {
    const opened = await open('milestones:\n  - title: Site |live\n  - { title: B, dependsOn: [site-live] }\n');
    assert.ok(await vscode.workspace.applyEdit(await rename(opened, opened.cursor, 'live')));
    assert.equal(
      opened.document.getText(),
      'milestones:\n  - id: live\n    title: Site live\n  - { title: B, dependsOn: [live] }\n',
    );
  });

  it('begins with the name as it is, and tells where there is none', async () => {
    const opened = await open('milestones:\n  - title: Site |live\n    due: 2026-12-04\n');
    const found = await vscode.commands.executeCommand<{ readonly range: vscode.Range; readonly placeholder: string }>(
      'vscode.prepareRename',
      opened.uri,
      opened.cursor,
    );
    assert.equal(found.placeholder, 'site-live');
    assert.equal(opened.document.getText(found.range), 'Site live');
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.prepareRename', opened.uri, new vscode.Position(2, 12)),
      /Nothing here has a name to change/,
    );
  });

  it('is refused with the reason', async () => {
    const text =
      'x: &i c\nmilestones:\n  - { id: a, title: A, dependsOn: [c] }\n  - { id: b, title: B }\n  - { id: *i, title: C }\n';
    const opened = await open(text);
    for (const [place, to, reason] of [
      ['id: a', 'b c', /cannot be a name here/],
      ['id: a', 'b', /has the id b already/],
      ['[c', 'z', /by way of an alias/],
    ] as const) {
      const at = opened.document.positionAt(text.indexOf(place) + place.length);
      await assert.rejects(() => rename(opened, at, to), reason);
    }
    await type(opened.document, new vscode.Range(5, 0, 5, 0), '  - [\n');
    await assert.rejects(() => rename(opened, new vscode.Position(2, 11), 'z'), /cannot be read as it is now/);
    assert.equal(opened.document.getText(), `${text}  - [\n`);
  });
});
