// Beside the YAML extension of Red Hat: what it says of a plan is not said twice, and comes back when it is said no more.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { redHatHelps } from '../../../src/shell/redHat';
import { api, eventually, place, removeAll, show, snapshotThat } from '../store/workspace';

interface RedHat {
  readonly collection: vscode.DiagnosticCollection;
}

const text = `milestones:
  - id: a
    title: A
    due: 05.01.2026
    start: 2026-06-31
    dependsOn: [nope]
  - { id: b, titel: B }
`;

async function redHat(): Promise<vscode.DiagnosticCollection> {
  const extension = vscode.extensions.getExtension<RedHat>('redhat.vscode-yaml');
  assert.ok(extension, 'the stand-in is there');
  return (await extension.activate()).collection;
}

const schema = 'yaml-schema: Milestone plan';

function theirs(line: number, from: number, to: number, source = schema): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, from, line, to), 'Not as the schema says.');
  diagnostic.source = source;
  return diagnostic;
}

/** Our codes with their lines. */
function ours(uri: vscode.Uri): readonly string[] {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'milepost');
  return own
    .map(({ code, range }) => `${range.start.line} ${typeof code === 'object' ? code.value : code}`)
    .filter((each) => !each.includes('quality.'));
}

const all = ['3 date.invalid', '4 date.invalid', '5 dependency.unknown', '6 unknown.key', '6 title.missing'];

describe('Beside the YAML extension of Red Hat', () => {
  let uri: vscode.Uri;
  let collection: vscode.DiagnosticCollection;
  const shows = (what: string, codes: readonly string[]) =>
    eventually(what, () => JSON.stringify([...ours(uri)].sort()) === JSON.stringify([...codes].sort()));

  beforeEach(async () => {
    await api();
    collection = await redHat();
    uri = place().write('odd.milestones.yaml', text);
    await snapshotThat(
      ({ plans }) => plans.some((plan) => plan.uri === uri.toString()),
      () => show(uri),
    );
    await shows('all at first', all);
  });

  afterEach(async () => {
    collection.clear();
    await removeAll();
  });

  it('what its schema finds is left to it, at the same place only', async () => {
    collection.set(uri, [theirs(3, 9, 19), theirs(6, 4, 5)]);
    await shows('two of ours are gone', ['4 date.invalid', '5 dependency.unknown', '6 unknown.key']);
    collection.set(uri, [theirs(4, 11, 21)]);
    await shows(
      'another one is',
      all.filter((each) => each !== '4 date.invalid'),
    );
    collection.delete(uri);
    await shows('all are back', all);
  });

  it('what no schema can find stays, wherever theirs stand', async () => {
    collection.set(uri, [theirs(5, 0, 30), theirs(6, 0, 2)]);
    await shows(
      'the dependency is told',
      all.filter((each) => each !== '6 title.missing'),
    );
  });

  it('other extensions do not count', async () => {
    collection.set(uri, [theirs(3, 9, 19, 'yamllint'), theirs(4, 11, 21, 'cSpell')]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual([...ours(uri)].sort(), [...all].sort());
  });

  it('a mistake in the YAML itself is told once', async () => {
    const broken = place().write('broken.milestones.yaml', 'milestones:\n  - title: a: b\n');
    await snapshotThat(
      () => vscode.languages.getDiagnostics(broken).length > 0,
      () => show(broken),
    );
    const [own] = ours(broken);
    assert.equal(own, '1 yaml.syntax');
    collection.set(broken, [theirs(1, 11, 12, 'YAML')]);
    await eventually('ours is gone', () => ours(broken).length === 0);
    collection.delete(broken);
    await eventually('ours is back', () => ours(broken).length === 1);
  });

  it('its help is counted on for plans by name, while it is on', async () => {
    assert.equal(redHatHelps('completion', uri), true);
    assert.equal(redHatHelps('hover', uri.with({ path: '/a/b.yaml' })), false);
  });
});
