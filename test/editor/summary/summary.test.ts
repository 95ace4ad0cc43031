// Summaries in the editor: each command as a program calls it, what is issued and what becomes of its promises, and the history of git as a period.
import * as assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { committed, opened, repositoryIn } from '../store/repository';
import { api, type Place, place, removeAll } from '../store/workspace';

const plan = (due: string, more = '') => `project: Website
client: Acme
milestones:
  - { id: design, title: Design approved, due: ${due}, internal: Margin is thin }
  - { id: live, title: Site live, due: 2027-01-15${more} }
`;

const run = (command: string, args: object) => vscode.commands.executeCommand(`milepost.${command}`, args);
/** The preview beside it has the focus. */
const made = () => vscode.window.visibleTextEditors.find(({ document }) => document.isUntitled)?.document;
const shown = () => made()?.getText() ?? '';

async function issued(at: Place): Promise<readonly string[]> {
  const found = await vscode.workspace.fs.readDirectory(at.uri('.milestones/summaries'));
  return found.map(([name]) => name).sort();
}

/** Written by another program; the next command reads it. */
function write(at: Place, text: string): vscode.Uri {
  return at.write('web.milestones.yaml', text);
}

describe('A summary', () => {
  afterEach(removeAll);

  it('is Markdown in the language that is asked for, without anything internal @once', async () => {
    const uri = write(place(), plan('2026-12-04'));
    await run('generateSummary', { plan: uri.toString(), audience: 'client', language: 'de' });
    assert.match(shown(), /^# Website/);
    assert.match(shown(), /4\. Dezember/);
    assert.doesNotMatch(shown(), /Margin/);
    assert.equal(made()?.languageId, 'markdown');
  });

  it('is plain text for an e-mail @once', async () => {
    const uri = write(place(), plan('2026-12-04'));
    await run('generateSummaryText', { plan: uri.toString(), audience: 'client', language: 'en' });
    assert.match(shown(), /^Website: status on/);
    assert.doesNotMatch(shown(), /^#|\*\*|Margin/m);
  });

  it('is one page without a script @once', async () => {
    const uri = write(place(), plan('2026-12-04'));
    const target = vscode.Uri.joinPath(uri, '..', 'out.html');
    await run('generateSummaryHtml', {
      plan: uri.toString(),
      audience: 'client',
      language: 'fr',
      uri: target.toString(),
    });
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^<!DOCTYPE html>\n<html lang="fr-FR">/);
    assert.doesNotMatch(page, /<script|Margin/);
  });

  it('is on the clipboard as Markdown, with a diagram and the places of its figures where that is asked for @once', async () => {
    const uri = write(place(), plan('2026-12-04'));
    const args = { plan: uri.toString(), audience: 'client', language: 'es', mermaid: true, trace: true };
    await run('copySummary', args);
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /```mermaid\ngantt/);
    assert.match(text, /web\W*milestones\W*yaml:4/);
    assert.doesNotMatch(text, /Margin/);
  });

  it('is written in the form of a template beside the plan, which says where it is wrong @once', async () => {
    const at = place();
    const uri = write(at, plan('2026-12-04'));
    const file = at.write(
      'letter.milestones.mustache',
      'Dear {{client}},\n{{#milestones}}\n* {{title}}\n{{/milestones}}\n',
    );
    const args = { plan: uri.toString(), audience: 'client', language: 'en', template: file.toString() };
    await run('generateSummary', args);
    assert.equal(shown(), 'Dear Acme,\n* Design approved\n* Site live\n');
    at.write('letter.milestones.mustache', 'Dear\n{{#milestones}}');
    await assert.rejects(async () => run('copySummary', args), /letter: Line 2/);
    // A link may lead anywhere, so it is as if no template had been chosen.
    at.remove('letter.milestones.mustache');
    symlinkSync(at.uri('web.milestones.yaml').fsPath, file.fsPath);
    await run('copySummary', args);
    assert.match(await vscode.env.clipboard.readText(), /^# Website/);
  });

  it('says what of its arguments is wrong @once', async () => {
    const uri = write(place(), plan('2026-12-04'));
    const bad = async (args: object) => run('generateSummary', { plan: uri.toString(), ...args });
    await assert.rejects(bad({ language: 'xx' }), /language/);
    await assert.rejects(bad({ since: 'some day' }), /some day is no day/);
    await assert.rejects(bad({ since: 'git:--output=pwn' }), /--output=pwn/);
  });

  it('is shown in a preview, which stays one', async () => {
    const uri = write(place(), plan('2026-12-04'));
    await run('previewSummary', { plan: uri.toString() });
    await run('previewSummary', { plan: uri.toString(), audience: 'team' });
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    const previews = tabs.filter(({ input }) => input instanceof vscode.TabInputWebview);
    assert.equal(previews.length, 1);
  });
});

describe('An issued summary', () => {
  afterEach(removeAll);
  const args = (uri: vscode.Uri) => ({ plan: uri.toString(), audience: 'client', language: 'en' });

  it('is a new file each time, with what it promises in front', async () => {
    const at = place();
    const uri = write(at, plan('2026-12-04'));
    await run('issueSummary', args(uri));
    await run('issueSummary', args(uri));
    const { today } = await (await api()).snapshot();
    assert.deepEqual(await issued(at), [`${today}-client-2.md`, `${today}-client.md`]);
    const text = at.read(`.milestones/summaries/${today}-client.md`);
    assert.match(text, /^---\nmilepost: "summary"\nversion: 1\n/);
    assert.match(text, /\nplan: "web\.milestones\.yaml"\n/);
    assert.match(text, /\nplanDigest: "v1:sha256:[0-9a-f]{64}"\n/);
    assert.match(text, /promises: \[\{"id":"design","title":"Design approved","due":"2026-12-04"\}/);
    assert.match(text, /\n---\n\n# Website/);
    assert.doesNotMatch(text, /Margin|\r/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('-client-2.md'), true);
  });

  it('makes the next one tell which date moved', async () => {
    const at = place();
    const uri = write(at, plan('2026-12-04'));
    await run('issueSummary', args(uri));
    write(at, plan('2026-12-11'));
    await run('generateSummary', args(uri));
    assert.match(shown(), /## Dates that moved/);
    assert.match(shown(), /4 December 2026 → 11 December 2026, 7 days later/);
    assert.doesNotMatch(shown(), /15 January 2027 →/);
  });

  it('is verified as true, and every figure that was changed is named @once', async () => {
    const at = place();
    const uri = write(at, plan('2026-12-04'));
    await run('issueSummary', args(uri));
    const [name = ''] = await issued(at);
    const file = at.uri(`.milestones/summaries/${name}`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('verifySummary', { uri: file.toString() });
    assert.equal(made(), undefined);
    const text = at.read(`.milestones/summaries/${name}`);
    at.write(`.milestones/summaries/${name}`, text.replaceAll('4 December 2026', '2 December 2026'));
    await run('verifySummary', { uri: file.toString() });
    assert.match(shown(), /differ/);
    assert.match(shown(), /2 December 2026/);
  });

  it('says so where the file is none @once', async () => {
    const at = place();
    const uri = at.write('.milestones/summaries/2026-11-23-client.md', '# Something else\n');
    await assert.rejects(async () => run('verifySummary', { uri: uri.toString() }), /cannot be verified/);
  });
});

describe('A commit as the period', () => {
  afterEach(removeAll);

  it('tells what moved since, and is what a summary is verified against', async function () {
    const at = place();
    const git = repositoryIn(at);
    if (!git) return this.skip();
    const uri = write(at, plan('2026-12-04'));
    const head = committed(git, 'First');
    git('tag', 'contract-v1');
    await opened(at);
    await run('issueSummary', { plan: uri.toString(), audience: 'client', language: 'en' });
    const [name = ''] = await issued(at);
    assert.match(at.read(`.milestones/summaries/${name}`), new RegExp(`\\ncommit: "${head}"\\n`));
    write(at, plan('2026-12-11'));
    const since = 'git:contract-v1';
    await run('generateSummary', { plan: uri.toString(), audience: 'client', language: 'en', since });
    assert.match(shown(), /since contract/);
    assert.match(shown(), /4 December 2026 → 11 December 2026/);
    const unknown = async () => run('generateSummary', { plan: uri.toString(), since: 'git:nowhere' });
    await assert.rejects(unknown(), /nowhere/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('verifySummary', { uri: at.uri(`.milestones/summaries/${name}`).toString() });
    assert.equal(made(), undefined);
  });
});
