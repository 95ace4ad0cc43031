// A folder full of hostile files beside one good plan, in a real workspace: each shows what is wrong with it, and nothing happens to the good one.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { bombs, oddTexts } from '../../unit/model/hostileBombs';
import { type Expected, expectedIn } from '../../unit/model/hostileTable';
import { api, type Place, place, planIn, removeAll } from '../store/workspace';

/** The tests are bundled four folders below the root of the repository. */
const folder = join(__dirname, '..', '..', '..', '..', 'test', 'fixtures', 'hostile');
const good =
  'project: Good\nmilestones:\n  - { id: a, title: A, due: 2026-02-30 }\n  - { id: b, title: B, dependsOn: [a] }\n';

const bytes: readonly (readonly [name: string, bytes: readonly number[], code: string | undefined])[] = [
  ['latin-1', [...letters('project: Gr'), 0xfc, ...letters('n\n')], 'file.encoding'],
  ['cut-off', [...letters('project: Gr'), 0xc3], 'file.encoding'],
  ['overlong', [...letters('project: '), 0xc0, 0xaf, 0x0a], 'file.encoding'],
  ['surrogates', [...letters('project: '), 0xed, 0xa0, 0x80, 0x0a], 'file.encoding'],
  ['utf-16-le', [0xff, 0xfe, ...letters('project: P\n').flatMap((code) => [code, 0])], 'file.encoding'],
  ['utf-16-be', [0xfe, 0xff, ...letters('project: P\n').flatMap((code) => [0, code])], 'file.encoding'],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 'file.encoding'],
  ['zeros', [0, 0, 0, 0], 'file.binary'],
  ['byte-order-mark', [0xef, 0xbb, 0xbf, ...letters('project: P\n')], undefined],
];

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function shownFor(uri: vscode.Uri): readonly string[] {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'milepost');
  return own.map(({ code, range }) => `${typeof code === 'object' ? code.value : code}@${range.start.line + 1}`);
}

/** Every file of the corpus, the odd texts and a few bombs, in folders of one workspace folder. */
function writeAll(at: Place): readonly (readonly [vscode.Uri, Expected])[] {
  const files = expectedIn(readFileSync(join(folder, 'expected.txt'), 'utf8')).map(
    (row) =>
      [
        at.write(`${row.name}.milestones.yaml`, readFileSync(join(folder, `${row.name}.milestones.yaml`))),
        row,
      ] as const,
  );
  // A character that no byte stands for is lost when it is written.
  const odd = oddTexts.filter(({ text }) => !/[\ud800-\udfff]/.test(text()));
  const some = bombs.filter((_, number) => number % 4 === 0);
  const made = [...odd, ...some].map(
    (one, number) => [at.write(`made/${number}.milestones.yaml`, one.text()), one] as const,
  );
  return [...files, ...made];
}

describe('A folder of hostile files', () => {
  afterEach(removeAll);

  it('shows the problems of each, and the good plan among them as it is alone', async function () {
    this.timeout(60_000);
    const thrown: unknown[] = [];
    const note = (error: unknown) => thrown.push(error);
    process.on('uncaughtExceptionMonitor', note);
    const at = place();
    const uri = at.write('good.milestones.yaml', good);
    const milepost = await api();
    const before = planIn(await milepost.snapshot(), uri);
    const shown = shownFor(uri);
    const files = writeAll(at);
    const raw = bytes.map(
      ([name, content, code]) => [at.write(`bytes/${name}.milestones.yaml`, Uint8Array.from(content)), code] as const,
    );
    const after = planIn(await milepost.snapshot(), uri);
    assert.deepEqual(after, before);
    assert.deepEqual(shownFor(uri), shown);
    assert.ok(shown.includes('date.invalid@3'), shown.join());
    const wrong = files.flatMap(([file, { name, problems }]) => {
      const found = shownFor(file);
      return problems
        .filter((problem) => !found.includes(problem) && !problem.startsWith('problems.more'))
        .map((problem) => `${name}: ${problem} not in ${found.slice(0, 9)}`);
    });
    assert.deepEqual(wrong, []);
    for (const [file, code] of raw) {
      const found = shownFor(file).map((problem) => problem.replace(/@.*/, ''));
      assert.ok(code === undefined ? !found.includes('file.encoding') : found.includes(code), `${file.path}: ${found}`);
    }
    process.off('uncaughtExceptionMonitor', note);
    assert.deepEqual(thrown, []);
  });
});
