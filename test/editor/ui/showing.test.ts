// What the commands show: the place in the file, the timeline beside it, a summary, a new plan; and where focus is afterwards.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, eventually, place, planIn, removeAll, show } from '../store/workspace';

const plan = `project: Test of showing
client: Acme
milestones:
  - id: shown
    title: Design approved
    due: 2026-12-04
    internal: Margin is thin
    tasks:
      - Wireframes
      - Visual design
`;

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`milepost.${command}`, ...args);

function selected(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

describe('Going to a milestone', () => {
  afterEach(removeAll);

  it('selects its title', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await run('openMilestone', { id: 'shown', plan: uri.toString() });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.equal(selected(), 'Design approved');
  });

  it('finds it in what was typed a moment ago', async () => {
    const document = await show(place().write('a.milestones.yaml', plan));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# one\n# two\n');
    await vscode.workspace.applyEdit(edit);
    await run('openMilestone', { id: 'shown', plan: document.uri.toString(), task: 'Visual design' });
    assert.match(selected() ?? '', /^Visual design/);
  });

  it('opens the plan itself when only the plan is named', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await run('openMilestone', { plan: uri.toString() });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });
});

describe('The timeline', () => {
  afterEach(removeAll);
  const panels = () =>
    vscode.window.tabGroups.all.flatMap((group) =>
      group.tabs.filter(
        (tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('milepost.timeline'),
      ),
    );

  it('opens once, beside the editor, which keeps the focus', async () => {
    const document = await show(place().write('a.milestones.yaml', plan));
    await run('showTimeline', { plan: document.uri.toString() });
    await eventually('one panel', () => panels().length === 1);
    await run('showTimeline');
    assert.equal(panels().length, 1);
    assert.notEqual(panels()[0]?.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('is not covered by the file a milestone is opened from', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await run('showTimeline');
    await eventually('one panel', () => panels().length === 1);
    await run('openMilestone', { ref: `${uri.toString()}#shown` });
    await eventually('the file', () => selected() === 'Design approved');
    assert.equal(panels()[0]?.isActive, true);
  });
});

describe('A status summary', () => {
  afterEach(removeAll);

  it('opens as a document with its preview, without what is internal', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await run('generateSummary', { plan: uri.toString() });
    const document = vscode.workspace.textDocuments.find((open) => open.languageId === 'markdown' && open.isUntitled);
    assert.match(document?.getText() ?? '', /Test of showing/);
    assert.match(document?.getText() ?? '', /Design approved/);
    assert.doesNotMatch(document?.getText() ?? '', /thin/);
    await eventually('a preview', () =>
      vscode.window.tabGroups.all.some((group) =>
        group.tabs.some((tab) => tab.input instanceof vscode.TabInputWebview),
      ),
    );
  });

  it('is copied for the audience that was named', async () => {
    const uri = place().write('a.milestones.yaml', plan);
    await run('copySummary', { plan: uri.toString(), audience: 'team' });
    const { summary } = await api();
    const wanted = await summary({ plan: uri.toString(), audience: 'team', format: 'markdown' });
    assert.equal(await vscode.env.clipboard.readText(), wanted);
    assert.match(wanted, /thin/);
  });

  it('says so when there is no such plan', () =>
    assert.rejects(async () => run('copySummary', { plan: 'file:///nowhere.milestones.yaml' }), /nowhere/));
});

describe('A new plan', () => {
  afterEach(removeAll);

  it('is small, without any problem, and opens at its first title', async () => {
    const at = place();
    const folder = vscode.Uri.file(at.path).toString();
    await run('createPlan', { project: 'Müller: shop & "more"', target: '+6w', folder });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(selected(), 'Scope agreed');
    const read = planIn(await (await api()).snapshot(), editor.document.uri);
    assert.equal(read?.project, 'Müller: shop & "more"');
    assert.equal(read?.milestones.length, 4);
    assert.deepEqual(read?.problems, []);
    const days = read?.milestones.map(({ due }) => due ?? '') ?? [];
    assert.deepEqual(days, [...days].sort());
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });

  it('never takes the place of another one', async () => {
    const at = place();
    at.write('acme.milestones.yaml', plan);
    await run('createPlan', { project: 'Acme', target: '+6w', folder: vscode.Uri.file(at.path).toString() });
    assert.equal(at.read('acme.milestones.yaml'), plan);
    assert.match(at.read('acme-2.milestones.yaml'), /^project: Acme$/m);
  });

  it('is not written outside the workspace', () =>
    assert.rejects(async () => run('createPlan', { project: 'X', target: '+6w', folder: 'file:///tmp' }), /folder/));
});
