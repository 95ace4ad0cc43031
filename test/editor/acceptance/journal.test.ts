// The journal in a real editor: noted before every save, gone after it, and a file that a crash has left incomplete is restored as one undo.
import * as assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { planEditor } from '../../../src/shell/applyChange';
import { type Interrupted, type Journal, openJournal } from '../../../src/shell/journal';
import { entryOf, type JournalEntry, readEntry, writeEntry } from '../../../src/shell/journalEntry';
import { restoreText } from '../../../src/shell/journalOffer';
import { readSettings } from '../../../src/shell/settings';
import { append, eventually, place, removeAll, show } from '../store/workspace';
import { file, swap } from './outside';

const before = 'project: Größe\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n  - title: B\n';
const changed = swap(before, 'title: B\n', 'title: B\n    progress: 40\n');

describe('The journal', () => {
  const log = vscode.window.createOutputChannel('Journal', { log: true });
  afterEach(removeAll);
  after(() => log.dispose());

  interface Opened {
    readonly folder: string;
    readonly journal: Journal;
    readonly offered: Interrupted[];
    /** Leaves a note, as an editor does that is killed while it saves. */
    readonly leave: (uri: vscode.Uri, old: string, wanted: string, mark?: boolean) => JournalEntry;
  }

  function opened(): Opened {
    const folder = mkdtempSync(join(tmpdir(), 'milepost-journal-'));
    const offered: Interrupted[] = [];
    const offer = async (interrupted: readonly Interrupted[]) => void offered.push(...interrupted);
    const leave = (uri: vscode.Uri, old: string, wanted: string, mark = false) => {
      const entry = entryOf({ uri: uri.toString(), at: Date.now() - 10_000, mark }, old, wanted);
      writeFileSync(join(folder, `left-${readdirSync(folder).length}`), writeEntry(entry));
      return entry;
    };
    return { folder, journal: openJournal({ folder: vscode.Uri.file(folder), log, offer }), offered, leave };
  }

  it('holds the new text while a plan is being saved, and nothing afterwards', async () => {
    const { folder, journal } = opened();
    const editor = planEditor({ log, journal, settings: readSettings, edited: () => undefined });
    const uri = place().write(file, before);
    const seen: (JournalEntry | undefined)[] = [];
    const listener = vscode.workspace.onWillSaveTextDocument(() => {
      seen.push(...readdirSync(folder).map((name) => readEntry(readFileSync(join(folder, name)))));
    });
    const result = await editor.applyChanges(uri, [{ kind: 'setProgress', id: 'b', percent: 40 }]);
    listener.dispose();
    assert.deepEqual(result, { applied: true, saved: true });
    assert.deepEqual(
      seen.map((entry) => entry?.after),
      [changed],
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('keeps nothing of an edit that is refused or not saved', async () => {
    const { folder, journal } = opened();
    const editor = planEditor({ log, journal, settings: readSettings, edited: () => undefined });
    const uri = place().write(file, before);
    await editor.applyChanges(uri, [{ kind: 'setProgress', id: 'nowhere', percent: 40 }]);
    await append(await show(uri), '# mine\n');
    await editor.applyChanges(uri, [{ kind: 'setProgress', id: 'b', percent: 40 }]);
    assert.deepEqual(readdirSync(folder), []);
  });

  for (const [name, left, wanted] of [
    ['is the old one', before, 0],
    ['is the new one', changed, 0],
    ['was changed by somebody since', swap(changed, 'title: A', 'title: Alpha'), 0],
    ['is gone', undefined, 0],
    ['is empty', '', 1],
    ['ends in the middle', changed.slice(0, -15), 1],
    ['holds zeros', changed.slice(0, 20) + '\0'.repeat(40), 1],
  ] as const)
    it(`of an earlier run offers ${wanted ? 'once to restore' : 'nothing for'} a file that ${name}`, async () => {
      const { folder, journal, offered, leave } = opened();
      const at = place();
      const uri = left === undefined ? at.uri(file) : at.write(file, left);
      leave(uri, before, changed);
      await Promise.all([journal.looked(), journal.looked()]);
      await eventually('looked through', () => (wanted ? offered.length > 0 : readdirSync(folder).length === 0));
      assert.equal(offered.length, wanted);
      assert.equal(readdirSync(folder).length, wanted, 'a note stays until it was used');
    });

  it('ignores a note that was itself cut short', async () => {
    const { folder, journal, offered } = opened();
    const uri = place().write(file, '');
    const bytes = writeEntry(entryOf({ uri: uri.toString(), at: Date.now() - 10_000, mark: false }, before, changed));
    writeFileSync(join(folder, 'half'), bytes.subarray(0, bytes.length / 2));
    await journal.looked();
    assert.deepEqual([readdirSync(folder), offered], [[], []]);
  });

  it('restores as one undo', async () => {
    const at = place();
    const torn = changed.slice(0, -15);
    const uri = at.write(file, torn);
    const { leave } = opened();
    const document = await show(uri);
    assert.equal(await restoreText(leave(uri, before, changed), false), 'restored');
    assert.equal(at.read(file), changed);
    assert.equal(document.getText(), changed);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), torn);
  });

  const crlf = changed.replaceAll('\n', '\r\n');
  for (const [name, left, wanted, mark] of [
    ['to nothing', '', changed, false],
    ['to nothing, with CRLF', '', crlf, false],
    ['to nothing, with CRLF and a byte order mark', '', crlf, true],
    ['inside a letter', new TextEncoder().encode(changed).subarray(0, 12), changed, false],
    ['by a power failure, so that it is no text any more', changed.slice(0, 20) + '\0'.repeat(60), changed, false],
  ] as const)
    it(`restores every byte of a file that was cut ${name}`, async () => {
      const at = place();
      const uri = at.write(file, left);
      const { leave } = opened();
      assert.equal(await restoreText(leave(uri, before, wanted, mark), false), 'restored');
      assert.equal(at.read(file), mark ? `\ufeff${wanted}` : wanted);
    });

  it('never restores over newer work that was not shown first', async () => {
    const at = place();
    const newer = swap(changed, 'title: A', 'title: Alpha');
    const uri = at.write(file, newer);
    const { leave } = opened();
    const entry = leave(uri, before, changed);
    assert.equal(await restoreText(entry, false), 'newer');
    assert.equal(at.read(file), newer);
    const torn = at.write('torn.milestones.yaml', changed.slice(0, -15));
    const document = await show(torn);
    await append(document, 'x: 1\n');
    const typed = document.getText();
    const other = leave(torn, before, changed);
    assert.equal(await restoreText(other, false), 'newer');
    assert.equal(document.getText(), typed);
    assert.equal(await restoreText(other, true), 'restored');
    assert.equal(at.read('torn.milestones.yaml'), changed);
  });
});

describe('Line ends of two kinds', () => {
  afterEach(removeAll);

  it('are made the same by saving the plan once, as the refusal says', async () => {
    const log = vscode.window.createOutputChannel('Line ends', { log: true });
    const editor = planEditor({ log, settings: readSettings, edited: () => undefined });
    const at = place();
    const uri = at.write(file, before.replace('\n', '\r\n'));
    const change = { kind: 'setProgress', id: 'b', percent: 40 } as const;
    const refused = await editor.applyChanges(uri, [change]);
    assert.ok('refused' in refused);
    assert.match(refused.refused.text, /[Ss]ave it/);
    await show(uri);
    await vscode.commands.executeCommand('workbench.action.files.save');
    const result = await editor.applyChanges(uri, [change]);
    log.dispose();
    assert.deepEqual(result, { applied: true, saved: true });
    assert.equal(at.read(file).replaceAll('\r\n', '\n'), changed);
  });
});
