// Hover in real documents: fields, days and the state of milestones, in files, unnamed and half-typed ones.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removeAll } from '../store/workspace';
import { ask, open, type } from './marked';

async function hover(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await ask<vscode.Hover>('executeHoverProvider', document.uri, at);
  const texts = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
  for (const { isTrusted, supportHtml } of texts) assert.ok(!isTrusted && !supportHtml, 'nothing in it may act');
  return texts.map(({ value }) => value).join('\n---\n');
}

describe('Hover', () => {
  afterEach(removeAll);

  it('tells of fields, days, milestones and people, and nothing of comments', async () => {
    const text = `people: { ana: { name: Ana Ruiz } }
start: 2020-01-01 # due
milestones:
  - id: texts
    title: Texts *final*
    weight: 2
    due: 2020-01-01
    owner: ana
  - { title: B, dependsOn: [texts] }
`;
    const { document } = await open(text);
    for (const [place, says] of [
      ['weight', /^Its share in the progress/],
      ['2020-01-01', /^Wednesday, 1 January 2020|^Wednesday, January 1, 2020/],
      ['texts', /^\*\*Texts \\\*final\\\*\*\* · \d+ days late/],
      ['[texts', /^\*\*Texts \\\*final/],
      [': ana', /^\*\*Ana Ruiz\*\*\n\n1 open milestone/],
      ['# due', /^$/],
    ] as const) {
      assert.match(await hover(document, document.positionAt(text.indexOf(place) + place.length - 1)), says);
    }
  });

  it('explains fields of a text that is half typed', async () => {
    const { document, cursor } = await open('milestones:\n  - title: "A\n    ow|ner:\n');
    assert.match(await hover(document, cursor), /^Who answers for the milestone/);
  });

  it('tells of the text as it is typed, before it is saved', async () => {
    const { document, cursor } = await open('milestones:\n  - title: |A\n    due: 2020-01-01\n');
    assert.match(await hover(document, cursor), /days late/);
    await type(document, document.lineAt(2).range, '    completed: 2020-01-01');
    assert.match(await hover(document, cursor), /Done on 1 January 2020|Done on January 1, 2020/);
  });

  it('works in an unnamed document, and says nothing in other YAML', async () => {
    const unnamed = vscode.Uri.parse('untitled:new.milestones.yaml');
    const document = await vscode.workspace.openTextDocument(unnamed);
    await vscode.window.showTextDocument(document);
    await type(document, new vscode.Range(0, 0, 0, 0), 'milestones:\n  - title: A\n');
    assert.match(await hover(document, new vscode.Position(0, 3)), /in the order in which they are shown/);
    const other = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'services:\n  web: {}\n' });
    assert.equal(await hover(other, new vscode.Position(0, 3)), '');
    assert.deepEqual(await ask('executeDocumentSymbolProvider', other.uri), []);
  });
});
