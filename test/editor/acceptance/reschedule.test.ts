// Rescheduling a milestone with all that depends on it: exact bytes in two files, one undo, the preview taken, left and overtaken.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, append, type Place, place, removeAll, show } from '../store/workspace';
import { run, swap } from './outside';

const site = `# the site
project: Site
people:
  ana: { name: Ana, calendar: { workweek: [mon, tue, wed, thu] } }
milestones:
  - id: design
    title: Design
    due: 2026-12-04   # a Friday
  - { id: texts, title: Texts, start: 2026-12-07, due: "2026-12-10", owner: ana, deadline: 2026-12-18, dependsOn: [design] }
  - { id: other, title: Other, due: 2026-12-10 }
  - { id: old, title: Old, due: 2026-12-10, completed: 2026-11-20, dependsOn: [design] }
`;
const ads = 'project: Ads\r\nmilestones:\r\n  - title: Ads\r\n    due: 2026-12-14\r\n    dependsOn: [SITE/texts]\r\n';

const siteAfter = swap(
  swap(site, 'due: 2026-12-04 ', 'due: 2026-12-08 '),
  'start: 2026-12-07, due: "2026-12-10"',
  'start: 2026-12-09, due: "2026-12-15"',
);
const siteAlone = swap(site, 'due: 2026-12-04 ', 'due: 2026-12-08 ');
const later = (text: string) => swap(text, '2026-12-14', '2026-12-16');

/** Two plans, the second of which depends on the first. */
interface Written {
  readonly at: Place;
  readonly files: readonly [string, string];
  /** What the second one holds. */
  readonly ads: string;
}

let count = 0;

/** A link to another file goes by its name, which a document of another test may have for a while after its file is gone. */
async function written(other = ads): Promise<Written> {
  const at = place();
  count += 1;
  const files = [`site${count}.milestones.yaml`, `ads${count}.milestones.yaml`] as const;
  const text = other.replace('SITE', `site${count}`);
  at.write(files[0], site);
  at.write(files[1], text);
  await (await api()).snapshot();
  return { at, files, ads: text };
}

function bytes({ at, files }: Written): readonly string[] {
  return files.map((name) => at.read(name));
}

/** Called with an argument, as another extension would. */
async function reschedule({ at, files }: Written, more: object): Promise<void> {
  await run('reschedule', { id: 'design', plan: at.uri(files[0]).toString(), due: '2026-12-08', ...more });
}

const soon = (ms = 100) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs the commands again and again, as what they act on opens only after a while, until the other one is over. */
async function until(over: Promise<void>, ...commands: readonly string[]): Promise<void> {
  let settled = false;
  const noted = () => {
    settled = true;
  };
  over.then(noted, noted);
  for (let tries = 0; tries < 100 && !settled; tries++) {
    for (const command of commands) await vscode.commands.executeCommand(command).then(undefined, () => undefined);
    await soon();
  }
  await over;
}

/** Chooses to take the dependents along, and waits for the preview. */
async function choose(): Promise<void> {
  await soon(1_500);
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await soon(1_500);
}

describe('Rescheduling with what depends on it', () => {
  afterEach(removeAll);

  it('does not happen unless a caller asks for it', async () => {
    const plans = await written();
    await reschedule(plans, {});
    assert.deepEqual(bytes(plans), [siteAlone, plans.ads]);
    await reschedule(plans, { due: '2026-12-04', shiftDependents: false });
    assert.deepEqual(bytes(plans), [site, plans.ads]);
  });

  it('changes the days of all of them on the disk, and nothing else', async () => {
    const plans = await written();
    await reschedule(plans, { shiftDependents: true });
    assert.deepEqual(bytes(plans), [siteAfter, later(plans.ads)]);
    await reschedule(plans, { due: '2026-12-04', shiftDependents: true });
    assert.deepEqual(bytes(plans), [site, plans.ads], 'and back');
  });

  it('is one undo over both files', async () => {
    const plans = await written();
    const other = await show(plans.at.uri(plans.files[1]));
    const document = await show(plans.at.uri(plans.files[0]));
    await reschedule(plans, { shiftDependents: true });
    assert.deepEqual([document.getText(), other.getText()], [siteAfter, later(plans.ads)]);
    assert.deepEqual([document.isDirty, other.isDirty], [false, false]);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual([document.getText(), other.getText()], [site, plans.ads]);
  });

  it('leaves unsaved what was not saved before, with the words of a person in it', async () => {
    const plans = await written();
    const other = await show(plans.at.uri(plans.files[1]));
    await append(other, '# mine\r\n');
    await reschedule(plans, { shiftDependents: true });
    assert.deepEqual(bytes(plans), [siteAfter, plans.ads]);
    assert.equal(other.getText(), `${later(plans.ads)}# mine\r\n`);
    assert.equal(other.isDirty, true);
    await vscode.commands.executeCommand('undo');
    assert.equal(other.getText(), `${plans.ads}# mine\r\n`);
  });

  it('is refused as a whole when one part cannot be written', async () => {
    const shared = 'x: &day 2026-12-14\nmilestones:\n  - title: Ads\n    due: *day\n    dependsOn: [SITE/texts]\n';
    const plans = await written(shared);
    await assert.rejects(() => reschedule(plans, { shiftDependents: true }), /^Error: ads\d+: /);
    assert.deepEqual(bytes(plans), [site, plans.ads]);
  });

  it('shows a preview to a person, and is done when they take it', async () => {
    const plans = await written();
    const over = reschedule(plans, { shiftDependents: 'ask' });
    await choose();
    assert.deepEqual(bytes(plans), [site, plans.ads], 'nothing is changed before');
    await until(over, 'refactorPreview.apply');
    assert.deepEqual(bytes(plans), [siteAfter, later(plans.ads)]);
  });

  it('changes nothing when the person leaves the question', async () => {
    const plans = await written();
    const over = reschedule(plans, { shiftDependents: 'ask' });
    await soon(1_500);
    await until(over, 'workbench.action.closeQuickOpen');
    assert.deepEqual(bytes(plans), [site, plans.ads]);
  });

  it('changes nothing when the person discards the preview', async () => {
    const plans = await written();
    const over = reschedule(plans, { shiftDependents: 'ask' });
    await choose();
    await until(over, 'refactorPreview.discard');
    assert.deepEqual(bytes(plans), [site, plans.ads]);
    for (const name of plans.files)
      assert.equal((await vscode.workspace.openTextDocument(plans.at.uri(name))).isDirty, false);
  });

  it('changes nothing when a text has become another while the preview was open', async () => {
    const plans = await written();
    const document = await show(plans.at.uri(plans.files[0]));
    const over = reschedule(plans, { shiftDependents: 'ask' });
    await choose();
    await append(document, '# mine\n');
    await until(over, 'refactorPreview.apply');
    assert.equal(document.getText(), `${site}# mine\n`);
    assert.deepEqual(bytes(plans), [site, plans.ads]);
  });

  it('moves only the one where nothing depends on it, without a question', async () => {
    const plans = await written();
    await reschedule(plans, { id: 'other', shiftDependents: 'ask' });
    assert.deepEqual(bytes(plans), [
      swap(site, 'title: Other, due: 2026-12-10', 'title: Other, due: 2026-12-08'),
      plans.ads,
    ]);
  });
});
