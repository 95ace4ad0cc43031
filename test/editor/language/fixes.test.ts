// Quick fixes in real documents: offered at the cursor, applied as one edit, taken back by one undo, made on saving.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeAll } from '../store/workspace';
import { ask, open, type } from './marked';

const all = 1000;

async function actions(
  document: vscode.TextDocument,
  at: vscode.Range | vscode.Position,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const range = at instanceof vscode.Range ? at : new vscode.Range(at, at);
  const found = await ask<vscode.CodeAction>('executeCodeActionProvider', document.uri, range, kind?.value, all);
  return found.filter(
    (action) => action.kind && (action.kind.value === 'quickfix' || action.kind.value.endsWith('milepost')),
  );
}

async function offered(document: vscode.TextDocument, at: vscode.Position): Promise<readonly string[]> {
  return (await actions(document, at)).map(({ title }) => title);
}

async function apply(document: vscode.TextDocument, at: vscode.Position, title: string): Promise<void> {
  const action = (await actions(document, at)).find((each) => each.title === title);
  assert.ok(action?.edit, `${title} among ${(await offered(document, at)).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

const fixAll = vscode.CodeActionKind.SourceFixAll;

describe('Quick fixes', () => {
  afterEach(removeAll);

  for (const [what, marked, title, after] of [
    [
      'a day no month has',
      'milestones:\n  - id: a\n    title: A\n    due: 2026-06-|31 # d\n',
      'Write 2026-06-30',
      'milestones:\n  - id: a\n    title: A\n    due: 2026-06-30 # d\n',
    ],
    [
      'CRLF',
      'milestones:\r\n  - title: Site| live\r\n',
      'Write the id site-live',
      'milestones:\r\n  - id: site-live\r\n    title: Site live\r\n',
    ],
    [
      'a misspelt field',
      'milestones:\n  - { id: a, title: A, d|eu: 2026-12-04 }\n',
      'Write due',
      'milestones:\n  - { id: a, title: A, due: 2026-12-04 }\n',
    ],
    [
      'a cycle',
      'milestones:\n  - { id: a, title: A, dependsOn: [|a] }\n',
      'Do not wait for a',
      'milestones:\n  - { id: a, title: A }\n',
    ],
    [
      'what is no YAML',
      'milestones:\n  - id: a\n    title: A|: b\n',
      'Put it in quotation marks',
      'milestones:\n  - id: a\n    title: "A: b"\n',
    ],
    [
      'silencing',
      'milestones:\n  - title: A|\n',
      'Ignore id.missing here',
      'milestones:\n  # milestones-ignore: id.missing\n  - title: A\n',
    ],
  ] as const) {
    it(`${what}: solves it, and one undo brings every character back`, async () => {
      const { document, cursor } = await open(marked);
      const before = document.getText();
      await apply(document, cursor, title);
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  it('come with the most likely one marked, and without an edit once the text is another one', async () => {
    const { document, cursor } = await open('milestones:\n  - id: a\n    title: A\n    due: 2026-06-|31\n');
    const [first] = await actions(document, cursor);
    assert.equal(first?.title, 'Write 2026-06-30');
    assert.equal(first.isPreferred, true);
    const [unresolved] = await ask<vscode.CodeAction>(
      'executeCodeActionProvider',
      document.uri,
      new vscode.Range(cursor, cursor),
      'quickfix',
    );
    assert.equal(unresolved?.edit, undefined, 'an edit is made at the last moment');
  });

  it('follow the text that is typed and not yet saved', async () => {
    const { document } = await open('milestones:\n  - id: a\n    title: A\n');
    await type(document, new vscode.Range(3, 0, 3, 0), '    stauts: done\n');
    assert.ok((await offered(document, new vscode.Position(3, 6))).includes('Write status'));
  });

  it('are there in an unnamed plan, and not in another YAML file', async () => {
    const plan = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'milestones:\n  - title: A\n' });
    await vscode.window.showTextDocument(plan);
    const titles = await offered(plan, new vscode.Position(1, 12));
    const { at } = await open('milestones: []\n');
    const other = await vscode.workspace.openTextDocument(at.write('other.yaml', 'milestones:\n  - title: A\n'));
    assert.deepEqual(await offered(other, new vscode.Position(1, 12)), []);
    assert.ok(titles.includes('Write the id a'), titles.join());
  });

  it('look at the other plans too', async () => {
    const { document, cursor } = await open('milestones:\n  - { id: a, title: A, dependsOn: [shop/log|] }\n', {
      'shop.milestones.yaml': 'milestones: [{ id: logo, title: Logo }]\n',
    });
    await apply(document, cursor, 'Write shop/logo');
    assert.match(document.getText(), /\[shop\/logo\]/);
  });

  it('all of a kind in one edit', async () => {
    const { document, cursor } = await open('milestones:\n  - title: A|\n  - title: B\n  - title: B\n');
    const before = document.getText();
    await apply(document, cursor, 'Fix all 3 problems of this kind (id.missing)');
    assert.equal(
      document.getText(),
      'milestones:\n  - id: a\n    title: A\n  - id: b\n    title: B\n  - id: b-2\n    title: B\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('everything at once: only what is right without looking', async () => {
    const { document } = await open('currency: eur\nmilestones:\n  - title: A\n    due: 2026-06-31\n');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [action, second] = await actions(document, whole, fixAll);
    assert.ok(action?.edit && !second);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), 'currency: EUR\nmilestones:\n  - id: a\n    title: A\n    due: 2026-06-31\n');
  });

  it('on saving, where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const { document, at } = await open('currency: eur\nmilestones: []\n');
    try {
      await settings.update(
        'codeActionsOnSave',
        { 'source.fixAll.milepost': 'explicit' },
        vscode.ConfigurationTarget.Global,
      );
      await type(document, new vscode.Range(1, 0, 1, 0), 'client: C\n');
      // A save waits only so long for fixes: the plan has been read by then, as it has for a person.
      assert.notEqual((await actions(document, new vscode.Position(0, 0), fixAll)).length, 0);
      await document.save();
      assert.equal(at.read('plan.milestones.yaml'), 'currency: EUR\nclient: C\nmilestones: []\n');
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('of hints that are turned off are not offered', async () => {
    const settings = vscode.workspace.getConfiguration('milepost');
    const { document, cursor } = await open('milestones:\n  - id: a\n    title: A|\n');
    assert.ok((await offered(document, cursor)).includes('Add acceptance criteria'));
    try {
      await settings.update('planQuality', 'off', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await offered(document, cursor), []);
    } finally {
      await settings.update('planQuality', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
