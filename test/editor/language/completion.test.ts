// Completion on real documents: what the editor is offered, and what stands in the text after a person accepted it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { place, removeAll } from '../store/workspace';

const plan = `project: Test of completion
people:
  kim: { name: Kim Lee, role: freelancer }
  ana: { name: Ana Ruiz, role: client }
milestones:
  - id: design
    title: Design approved
    due: 2026-12-04
  - id: live
    title: Site live
`;

/** Opens a plan with the cursor at `|`. */
async function open(marked: string): Promise<vscode.TextEditor> {
  const offset = marked.indexOf('|');
  const uri = place().write('a.milestones.yaml', marked.replace('|', ''));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

async function offered({ document, selection }: vscode.TextEditor, trigger?: string): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
    trigger,
  );
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

function labels(items: readonly vscode.CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Types, accepts the focused suggestion as a person does, and gives the text. */
async function accepted(marked: string, typed: string, wanted: RegExp): Promise<string> {
  const { document } = await open(marked);
  for (const character of typed) await vscode.commands.executeCommand('type', { text: character });
  // The widget needs a moment to show what it asked for; accepting does nothing before that.
  for (let attempt = 0; attempt < 40 && !wanted.test(document.getText()); attempt++) {
    if (attempt % 10 === 0) await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
  }
  assert.match(document.getText(), wanted);
  return document.getText();
}

describe('Completion', () => {
  afterEach(removeAll);

  it('offers the fields that are missing, each with its meaning', async () => {
    const items = await offered(await open(`${plan}    |\n`));
    const names = labels(items);
    assert.ok(names.includes('due') && names.includes('dependsOn'), names.join());
    assert.ok(!names.includes('title') && !names.includes('id'), 'what is written is not offered again');
    const { documentation } = items.find(({ label }) => label === 'due') ?? {};
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /planned to be reached/);
    assert.equal(Boolean(documentation.isTrusted), false);
  });

  it('offers nothing in texts and comments, and nothing for blanks of an indentation', async () => {
    const editor = await open(`${plan}|    description: Some text\n    # note\n    \n`);
    const { line } = editor.selection.active;
    const at = async (below: number, character: number, trigger?: string) => {
      const position = new vscode.Position(line + below, character);
      editor.selection = new vscode.Selection(position, position);
      return labels(await offered(editor, trigger));
    };
    assert.deepEqual(await at(0, 22), []);
    assert.deepEqual(await at(1, 8), []);
    assert.deepEqual(await at(2, 4, ' '), []);
  });

  it('offers milestones, but not the one itself', async () => {
    const names = labels(await offered(await open(`${plan}    dependsOn: [|]\n`)));
    assert.ok(names.includes('design'));
    assert.ok(!names.includes('live'));
  });

  it('works in an unnamed document', async () => {
    const uri = vscode.Uri.parse('untitled:completion-test.milestones.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const names = labels(await offered(editor));
    assert.ok(names.includes('project') && names.includes('plan'), names.join());
  });

  it('writes a key', async () => {
    await accepted(`${plan}    |\n`, 'sta', /\n {4}(?:status|start|started): /);
  });

  it('writes a status', async () => {
    await accepted(`${plan}    status: |\n`, 'in', /\n {4}status: in-progress\n/);
  });

  it('writes an id', async () => {
    await accepted(`${plan}    dependsOn: [|]\n`, 'des', /dependsOn: \[design\]\n/);
  });

  it('writes a person', async () => {
    await accepted(`${plan}    owner: |\n`, 'an', /\n {4}owner: ana\n/);
  });

  it('writes the day that is meant by +2w', async () => {
    await accepted(`${plan}    due: |\n`, '+2w', /\n {4}due: \d{4}-\d\d-\d\d\n/);
  });

  it('writes the day that is meant by words with blanks', async () => {
    await accepted(`${plan}    due: |\n`, 'next mo', /\n {4}due: \d{4}-\d\d-\d\d\n/);
  });

  it('writes a milestone', async () => {
    const wanted = /\n {2}- title: \n {4}due: \d{4}-\d\d-\d\d\n {4}acceptanceCriteria:\n {6}- \n/;
    await accepted(`${plan}  - |\n`, 'miles', wanted);
  });

  it('adds a new person to `people`', async () => {
    const text = await accepted(`${plan}    owner: |\n`, 'zoe', /\n {2}zoe: \{\}\n/);
    assert.match(text, /\n {4}owner: zoe\n/);
  });
});
