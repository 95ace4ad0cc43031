// Problems as a person meets them: their codes, places and pages, and the settings and comments that silence them.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, place, planIn, removeAll, show, snapshotThat } from '../store/workspace';

const text = `project: Relaunch
client: Acme
people: { me: { name: Kim Lee } }
milestones:
  - id: design
    title: Design approved
    start: 2026-11-02
    due: 2026-12-05
    owner: me
    acceptanceCriteria:
      - { done: false, text: Looks good }
  - id: live
    title: Site live
    due: 2026-12-04
    owner: anna
    dependsOn: [design]
    amount: 4000
`;

const own = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'milepost');
const codes = (uri: vscode.Uri) => own(uri).map(codeOf);

/** Whether the codes are exactly these, in any order. */
function told(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  const sorted = (list: readonly string[]) => [...list].sort().join(' ');
  return eventually(`${sorted(wanted)}`, () => sorted(codes(uri)) === sorted(wanted));
}

const quality = [
  'quality.noApprover',
  'quality.noDescription',
  'quality.dayOff',
  'quality.vagueCriterion',
  'quality.noCriteria',
  'quality.noDescription',
  'quality.amountWithoutCriteria',
];
const rest = ['milestone.dueBeforePredecessor', 'owner.unknown'];

describe('Problems', () => {
  let uri: vscode.Uri;
  const settings = () => vscode.workspace.getConfiguration('milepost');
  const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);

  beforeEach(async () => {
    uri = place().write('relaunch.milestones.yaml', text);
    await snapshotThat(
      (snapshot) => planIn(snapshot, uri) !== undefined,
      () => show(uri),
    );
    await told(uri, [...quality, ...rest]);
  });

  afterEach(async () => {
    await Promise.all([set('planQuality', undefined), set('ignoredProblems', undefined)]);
    await removeAll();
  });

  it('of quality stand at their characters, as hints', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const found = own(uri).map((each) => `${codeOf(each)} ${document.getText(each.range)} ${each.severity}`);
    const { Hint, Warning } = vscode.DiagnosticSeverity;
    for (const wanted of [
      `quality.noApprover Acme ${Hint}`,
      `quality.noDescription Design approved ${Hint}`,
      `quality.dayOff 2026-12-05 ${Hint}`,
      `quality.vagueCriterion Looks good ${Hint}`,
      `quality.noCriteria Site live ${Hint}`,
      `quality.amountWithoutCriteria 4000 ${Hint}`,
      `milestone.dueBeforePredecessor 2026-12-04 ${Warning}`,
    ])
      assert.ok(found.includes(wanted), `${wanted}\nnot in\n${found.join('\n')}`);
  });

  it('of quality are shown as the setting says, at once', async () => {
    await set('planQuality', 'information');
    await eventually('all are information', () =>
      own(uri)
        .filter((each) => codeOf(each).startsWith('quality.'))
        .every(({ severity }) => severity === vscode.DiagnosticSeverity.Information),
    );
    await set('planQuality', 'off');
    await told(uri, rest);
    await set('planQuality', undefined);
    await told(uri, [...quality, ...rest]);
  });

  it('are silenced by settings: codes and beginnings of codes, but no error and no nonsense', async () => {
    await set('ignoredProblems', ['quality.no*', 'owner.unknown', 'date.invalid', '*', 7, '', 'a'.repeat(500), '(']);
    await told(uri, ['quality.dayOff', 'quality.vagueCriterion', 'quality.amountWithoutCriteria', rest[0] ?? '']);
    const wrong = place().write('wrong.milestones.yaml', 'milestones:\n  - { id: a, title: A, due: 2026-06-31 }\n');
    await eventually('the error is told', () => codes(wrong).includes('date.invalid'));
  });

  it('are silenced by a comment, and come back without it', async () => {
    const silenced = text.replace('2026-12-05', '2026-12-05 # milestones-ignore: quality.dayOff');
    const edit = new vscode.WorkspaceEdit();
    const document = await vscode.workspace.openTextDocument(uri);
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), silenced);
    await vscode.workspace.applyEdit(edit);
    await told(uri, [...quality.filter((code) => code !== 'quality.dayOff'), ...rest]);
    await vscode.commands.executeCommand('undo');
    await told(uri, [...quality, ...rest]);
  });

  it('link to a page that needs no network, each to its own', async () => {
    for (const diagnostic of own(uri)) {
      assert.ok(typeof diagnostic.code === 'object');
      const { target, value } = diagnostic.code;
      assert.equal(target.scheme, 'milepost-problem', 'the editor follows no command from a diagnostic');
      const page = await vscode.workspace.openTextDocument(target);
      assert.equal(page.languageId, 'markdown');
      assert.ok(page.getText().startsWith(`# ${value}\n`));
      assert.ok(page.getText().length > 200, page.getText());
      assert.equal(page.getText().match(/^#{1,2} /gm)?.length, 1, 'the page of one code');
    }
  });

  it('link to a page that opens as a preview where the editor is told so', async () => {
    const workbench = vscode.workspace.getConfiguration('workbench');
    const associate = (value: unknown) =>
      workbench.update('editorAssociations', value, vscode.ConfigurationTarget.Global);
    await associate({ 'milepost-problem:/**': 'vscode.markdown.preview.editor' });
    try {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse('milepost-problem:/quality.noOwner.md'));
      await eventually('a preview, no text', () => {
        const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return shown instanceof vscode.TabInputCustom && shown.uri.path === '/quality.noOwner.md';
      });
    } finally {
      await associate(undefined);
    }
  });

  it('are explained by a command, of codes only', async () => {
    await vscode.commands.executeCommand('milepost.explainProblem', 'quality.dayOff');
    const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await eventually('the page is a preview', () => {
      const shown = input();
      return shown instanceof vscode.TabInputCustom && shown.uri.path === '/quality.dayOff.md';
    });
    for (const argument of ['../../package.json', 'date.invalid/../x', { code: 'nope' }, 7])
      await assert.rejects(
        async () => vscode.commands.executeCommand('milepost.explainProblem', argument),
        /arguments/,
      );
    await assert.rejects(async () => vscode.workspace.openTextDocument(vscode.Uri.parse('milepost-problems:/x.md')));
    const other = await vscode.workspace.openTextDocument(vscode.Uri.parse('milepost-problem:/../package.json'));
    assert.equal(other.getText(), '');
  });

  it('of another file are not shown anew when one changes', async () => {
    const other = place().write('other.milestones.yaml', text);
    await told(other, [...quality, ...rest]);
    // The editor tells of changes a moment after they are there.
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300));
    await aMoment();
    const changed: string[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => changed.push(...uris.map(String)));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(7, 9, 7, 19), '2026-12-04');
    await vscode.workspace.applyEdit(edit);
    await told(uri, [...quality.filter((code) => code !== 'quality.dayOff'), 'owner.unknown']);
    await aMoment();
    listener.dispose();
    assert.deepEqual([...new Set(changed)], [uri.toString()]);
  });
});
