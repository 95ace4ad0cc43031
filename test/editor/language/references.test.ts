// Definition, references and highlights of ids and people in real documents.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeAll } from '../store/workspace';
import { ask, open, withMarks } from './marked';

const brand = 'milestones:\n  - id: logo\n    title: Logo\n  - { title: Fonts, dependsOn: [logo, plan/a] }\n';

describe('Ids and people', () => {
  afterEach(removeAll);

  it('lead to where they are declared, in other files too', async () => {
    const { document, cursor, at } = await open('milestones: [{ title: A, dependsOn: [brand/lo|go] }]\n', {
      'brand.milestones.yaml': brand,
    });
    const [found, ...more] = await ask<vscode.LocationLink>('executeDefinitionProvider', document.uri, cursor);
    assert.equal(found?.targetUri.toString(), at.uri('brand.milestones.yaml').toString());
    assert.deepEqual(found?.targetSelectionRange, new vscode.Range(1, 8, 1, 12));
    assert.deepEqual(found?.targetRange.start, new vscode.Position(1, 4));
    assert.equal(document.getText(found?.originSelectionRange), 'logo');
    assert.deepEqual(more, []);
  });

  it('are found in every file, with unsaved text', async () => {
    const { document, at } = await open('milestones:\n  - { id: a, title: A }\n  - { title: B, dependsOn: ["a"] }\n', {
      'brand.milestones.yaml': brand,
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Typed just now\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const cursor = new vscode.Position(2, 10);
    const found = await ask<vscode.Location>('executeReferenceProvider', document.uri, cursor);
    const own = found.filter(({ uri }) => uri.toString() === document.uri.toString()).map(({ range }) => range);
    assert.equal(
      withMarks(document.getText(), document, own),
      '# Typed just now\nmilestones:\n  - { id: ⟦a⟧, title: A }\n  - { title: B, dependsOn: ["⟦a⟧"] }\n',
    );
    const others = found.filter(({ uri }) => uri.toString() === at.uri('brand.milestones.yaml').toString());
    assert.deepEqual(
      others.map(({ range }) => range),
      [new vscode.Range(3, 43, 3, 44)],
    );
    assert.equal(found.length, 3);
  });

  it('are highlighted where they stand, and nowhere else', async () => {
    const text =
      'people: { ana: {} }\nmilestones:\n  - { title: ana, owner: a|na, tasks: [{ title: T, owner: ana }] }\n';
    const { document, cursor } = await open(text);
    const found = await ask<vscode.DocumentHighlight>('executeDocumentHighlights', document.uri, cursor);
    assert.equal(
      withMarks(
        document.getText(),
        document,
        found.map(({ range }) => range),
      ),
      'people: { ⟦ana⟧: {} }\nmilestones:\n  - { title: ana, owner: ⟦ana⟧, tasks: [{ title: T, owner: ⟦ana⟧ }] }\n',
    );
  });
});
