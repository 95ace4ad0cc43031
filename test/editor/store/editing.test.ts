// The edit protocol in a real editor: exact bytes, one undo, what was clean is saved, what was dirty stays dirty, refused rather than misplaced.
import * as assert from 'node:assert/strict';
import { chmodSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { day } from '../../../src/base/day';
import { fillIn, sayer } from '../../../src/base/message';
import type { Change } from '../../../src/model/change';
import { planEditor } from '../../../src/shell/applyChange';
import type { Declined } from '../../../src/shell/applyDocument';
import type { Applied } from '../../../src/shell/journalSave';
import { readSettings } from '../../../src/shell/settings';
import { append, place, removeAll, show } from './workspace';

const plan =
  'project: P # kept\nmilestones:\n  - id: a\n    title: A\n    due:   2026-12-04   # as agreed\n  - title: B\n';
const moved = plan.replace('2026-12-04', '2026-12-11');
const reschedule: Change = { kind: 'reschedule', id: 'a', due: day('2026-12-11') };
const back: Change = { kind: 'reschedule', id: 'a', due: day('2026-12-04') };

describe('Editing plans', () => {
  const log = vscode.window.createOutputChannel('Milepost test', { log: true });
  const editor = planEditor({ log, settings: readSettings, edited: () => undefined });
  afterEach(removeAll);
  after(() => log.dispose());

  it('a plan that is not open is changed on the disk, byte for byte', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    assert.deepEqual(await editor.applyChanges(uri, [reschedule]), { applied: true, saved: true });
    assert.equal(at.read('a.milestones.yaml'), moved);
  });

  it('a byte order mark and CRLF stay', async () => {
    const at = place();
    const text = `\uFEFF${plan.replaceAll('\n', '\r\n')}`;
    const uri = at.write('a.milestones.yaml', text);
    saved(await editor.applyChanges(uri, [reschedule]));
    assert.equal(at.read('a.milestones.yaml'), text.replace('2026-12-04', '2026-12-11'));
    saved(await editor.applyChanges(uri, [{ kind: 'setProgress', id: 'b', percent: 40 }]));
    const after = at.read('a.milestones.yaml');
    assert.match(after, /progress: 40\r\n/);
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('an open clean document is saved, and one undo brings every byte back', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    saved(await editor.applyChanges(uri, [{ kind: 'markDone', id: 'a', on: day('2026-11-23') }]));
    assert.equal(document.isDirty, false);
    assert.match(at.read('a.milestones.yaml'), /completed: 2026-11-23/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
    await document.save();
    assert.equal(at.read('a.milestones.yaml'), plan);
  });

  it('a document with unsaved edits stays unsaved', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    await append(document, '  - title: C\n');
    assert.deepEqual(await editor.applyChanges(uri, [reschedule]), { applied: true, saved: false });
    assert.ok(document.isDirty);
    assert.equal(document.getText(), `${moved}  - title: C\n`);
    assert.equal(at.read('a.milestones.yaml'), plan);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), `${plan}  - title: C\n`);
  });

  it('several changes are one edit and one undo', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    saved(await editor.applyChanges(uri, [reschedule, { kind: 'setProgress', id: 'b', percent: 10 }]));
    assert.match(at.read('a.milestones.yaml'), /2026-12-11[\s\S]*progress: 10/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
  });

  it('changes asked for at the same time are made one after the other', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const all = [10, 20, 30, 40].map((percent) =>
      editor.applyChanges(uri, [{ kind: 'setProgress', id: 'b', percent }]),
    );
    for (const outcome of await Promise.all([...all, editor.applyChanges(uri, [reschedule])])) saved(outcome);
    const after = at.read('a.milestones.yaml');
    assert.match(after, /progress: 40/);
    assert.equal(after.match(/progress:/g)?.length, 1);
    assert.match(after, /2026-12-11/);
  });

  it('a person who types meanwhile loses nothing', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    const typing = (async () => {
      for (let line = 0; line < 20; line++) await append(document, `  # line ${line}\n`);
    })();
    const outcomes: (Applied | Declined)[] = [];
    for (let round = 0; round < 4; round++)
      outcomes.push(await editor.applyChanges(uri, [round % 2 ? back : reschedule]));
    await typing;
    const wanted = outcomes.filter((outcome) => 'applied' in outcome);
    assert.ok(wanted.length > 0);
    const text = document.getText();
    for (let line = 0; line < 20; line++) assert.ok(text.includes(`# line ${line}\n`));
    const rest = text.replace(/ {2}# line \d+\n/g, '');
    assert.ok(rest === plan || rest === moved, rest);
  });

  it('a broken text is refused and left alone', async () => {
    const at = place();
    const broken = `${plan}  - title: "never closed\n`;
    const uri = at.write('a.milestones.yaml', broken);
    refused(await editor.applyChanges(uri, [reschedule]));
    assert.equal(at.read('a.milestones.yaml'), broken);
    assert.equal((await vscode.workspace.openTextDocument(uri)).isDirty, false);
  });

  it('an unknown milestone is refused and left alone', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    refused(await editor.applyChanges(uri, [reschedule, { kind: 'setProgress', id: 'nowhere', percent: 1 }]));
    assert.equal(at.read('a.milestones.yaml'), plan);
  });

  it('mixed line ends, foreign encodings and files that are gone are refused', async () => {
    const at = place();
    const mixed = plan.replace('\n', '\r\n');
    const uri = at.write('mixed.milestones.yaml', mixed);
    assert.match(refused(await editor.applyChanges(uri, [reschedule])), /line ends/);
    assert.equal(at.read('mixed.milestones.yaml'), mixed);
    const latin = new Uint8Array([...new TextEncoder().encode(plan), 0x23, 0xfc, 10]);
    assert.match(refused(await editor.applyChanges(at.write('latin.milestones.yaml', latin), [reschedule])), /UTF-8/);
    refused(await editor.applyChanges(at.uri('gone.milestones.yaml'), [reschedule]));
  });

  it('a file that cannot be written keeps its bytes, and the change stays in the editor', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    chmodSync(uri.fsPath, 0o444);
    const document = await show(uri);
    const outcome = await editor.applyChanges(uri, [reschedule]);
    assert.ok('applied' in outcome);
    assert.equal(document.getText(), moved);
    // Root may write everywhere.
    assert.equal(at.read('a.milestones.yaml'), outcome.saved ? moved : plan);
    assert.equal(document.isDirty, !outcome.saved);
    assert.equal(outcome.note, undefined, 'the editor itself says why it could not save');
  });

  it('what another program has written is not overwritten', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await show(uri);
    const theirs = plan.replace('title: B', 'title: Bravo');
    writeFileSync(uri.fsPath, theirs);
    saved(await editor.applyChanges(uri, [reschedule]));
    assert.equal(at.read('a.milestones.yaml'), theirs.replace('2026-12-04', '2026-12-11'));
  });

  it('not even when the editor cannot notice it: same size, same time', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await show(uri);
    const { atime, mtime } = statSync(uri.fsPath);
    const theirs = plan.replace('title: B', 'title: Z');
    writeFileSync(uri.fsPath, theirs);
    utimesSync(uri.fsPath, atime, mtime);
    const outcome = await editor.applyChanges(uri, [reschedule]);
    const after = at.read('a.milestones.yaml');
    // Either the editor did notice and the change was made to their text, or it was refused and their text stands.
    assert.equal(after, 'applied' in outcome ? theirs.replace('2026-12-04', '2026-12-11') : theirs);
  });

  it('a conflict with unsaved edits keeps both texts', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    await append(document, '  - title: C\n');
    const theirs = plan.replace('title: B', 'title: Bravo');
    writeFileSync(uri.fsPath, theirs);
    assert.deepEqual(await editor.applyChanges(uri, [reschedule]), { applied: true, saved: false });
    assert.equal(document.getText(), `${moved}  - title: C\n`);
    assert.equal(at.read('a.milestones.yaml'), theirs);
  });

  it('a conflict between the edit and its saving keeps both texts and says so', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    const theirs = plan.replace('title: B', 'title: Bravo');
    const overtaken = planEditor({ log, settings: readSettings, edited: () => writeFileSync(uri.fsPath, theirs) });
    const outcome = await overtaken.applyChanges(uri, [reschedule]);
    assert.ok('applied' in outcome && !outcome.saved && outcome.note);
    assert.ok(document.isDirty);
    assert.equal(document.getText(), moved);
    assert.equal(at.read('a.milestones.yaml'), theirs);
  });

  it('with milepost.saveAfterEdit off, nothing is saved', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    const unsaving = planEditor({
      log,
      settings: () => ({ ...readSettings(), saveAfterEdit: false }),
      edited: () => undefined,
    });
    assert.deepEqual(await unsaving.applyChanges(uri, [reschedule]), { applied: true, saved: false });
    assert.ok(document.isDirty);
    assert.equal(at.read('a.milestones.yaml'), plan);
  });

  it('an unsaved new plan is changed and not saved', async () => {
    const uri = place().uri('new.milestones.yaml').with({ scheme: 'untitled' });
    const document = await show(uri);
    await append(document, plan);
    assert.deepEqual(await editor.applyChanges(uri, [reschedule]), { applied: true, saved: false });
    assert.equal(document.getText(), moved);
  });
});

function saved(outcome: Applied | Declined): void {
  assert.deepEqual(outcome, { applied: true, saved: true }, 'refused' in outcome ? outcome.refused.text : undefined);
}

function refused(outcome: Applied | Declined): string {
  assert.ok('refused' in outcome, 'it is refused');
  return sayer('en', fillIn)(outcome.refused);
}
