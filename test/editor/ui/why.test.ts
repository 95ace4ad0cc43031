// The commands that explain: the chain is shown, and a step of it leads to its milestone, in its own file.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, place, planIn, removeAll, show } from '../store/workspace';

const site = `project: Test of why
milestones:
  - id: live
    title: Site live
    due: 2099-01-05
    dependsOn: [{ id: why-brand/logo, lag: 2d }]
`;
const brand = `project: Brand
milestones:
  - id: logo
    title: Logo drawn
    due: 2099-03-06
  - { id: last, title: Last, due: 2099-04-01 }
`;

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`milepost.${command}`, ...args);

function selected(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Goes so many steps down the list the command opens some time after it was called, and takes that one. */
async function answered(command: Thenable<unknown>, steps: number): Promise<void> {
  let over = false;
  const ended = Promise.resolve(command).finally(() => {
    over = true;
  });
  while (!over) {
    await moment(300);
    for (let at = 0; at < steps; at++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await moment(50);
  }
  await ended;
}

/** Asks again when the list opened between the keys, so that another step was taken. */
async function leadsTo(title: string, steps: number, command: () => Thenable<unknown>): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    await answered(command(), steps);
    if (selected() === title) return;
  }
  assert.equal(selected(), title);
}

describe('Why this date', () => {
  afterEach(removeAll);

  it('leads to the milestone of another file that decides it', async () => {
    const at = place();
    const uri = at.write('why-site.milestones.yaml', site);
    const other = at.write('why-brand.milestones.yaml', brand);
    await leadsTo('Logo drawn', 1, () => run('whyThisDate', { id: 'live', plan: uri.toString() }));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), other.toString());
  });

  it('is asked of the milestone under the cursor from the menu of the editor', async () => {
    const document = await show(place().write('why-alone.milestones.yaml', brand));
    assert.ok(planIn(await (await api()).snapshot(), document.uri));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = document.positionAt(document.getText().indexOf('Last'));
    editor.selection = new vscode.Selection(at, at);
    await answered(run('whyThisDate', document.uri), 0);
    assert.equal(selected(), 'Last');
  });

  it('says so when there is no such milestone', () =>
    assert.rejects(async () => run('whyThisDate', { id: 'nowhere' }), /nowhere/));
});

describe('Why critical', () => {
  afterEach(removeAll);

  it('leads along what follows', async () => {
    const at = place();
    const uri = at.write('why-site.milestones.yaml', site);
    const other = at.write('why-brand.milestones.yaml', brand);
    await leadsTo('Site live', 1, () => run('whyCritical', { id: 'logo', plan: other.toString() }));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });
});
