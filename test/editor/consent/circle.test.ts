// The whole circle of a consent: asked, answered, changed, asked again and answered, with the exact bytes of the plan at each step.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { PublicMilestone, PublicSnapshot } from '../../../src/report/publicSnapshot';
import { api, append, codeOf, type Place, place, planIn, removeAll, show, snapshotThat } from '../store/workspace';

const plan = `project: Circle of consent
client: Acme
people:
  kim: { name: Kim Lee, role: client }
milestones:
  - title: Site live   # the launch
    due: 2031-12-04
    amount: 4000
    acceptanceCriteria: [Contrast is high enough]
`;
const withId = plan.replace('  - title: Site live', '  - id: site-live\n    title: Site live');

function run(command: string, args: object): Thenable<unknown> {
  return vscode.commands.executeCommand(`milepost.${command}`, args);
}

async function settled() {
  return (await api()).snapshot();
}

async function milestone(uri: vscode.Uri): Promise<PublicMilestone> {
  const found = planIn(await settled(), uri)?.milestones[0];
  assert.ok(found, 'the milestone is there');
  return found;
}

async function consent(uri: vscode.Uri): Promise<NonNullable<PublicMilestone['consent']>> {
  const found = (await milestone(uri)).consent;
  assert.ok(found, 'something was asked');
  return found;
}

function requests(at: Place): readonly string[] {
  return readdirSync(join(at.path, '.milestones', 'requests')).sort();
}

async function asked(
  text = plan,
): Promise<{ at: Place; uri: vscode.Uri; document: vscode.TextDocument; code: string }> {
  const at = place();
  const uri = at.write('a.milestones.yaml', text);
  const document = await show(uri);
  await run('requestApproval', { plan: uri.toString(), id: 'site-live', language: 'en' });
  await show(uri);
  return { at, uri, document, code: (await consent(uri)).shortCode };
}

describe('The circle of a consent', () => {
  afterEach(removeAll);

  it('goes from the request to the approval, to what has changed and to the approval of the change', async () => {
    const { at, uri, document, code } = await asked();
    assert.equal(at.read('a.milestones.yaml'), withId, 'only the id is written down');
    assert.equal((await consent(uri)).state, 'requested');
    const [name = ''] = requests(at);
    assert.match(name, new RegExp(`^\\d{4}-\\d\\d-\\d\\d-${code}\\.md$`));
    assert.match(await vscode.env.clipboard.readText(), new RegExp(code));

    await run('recordApproval', {
      plan: uri.toString(),
      person: 'kim',
      on: '2026-11-23',
      reply: `APPROVED ${code}, please move the logo\n\n> Code: ${code}\n`,
    });
    const approved = at.read('a.milestones.yaml');
    const { digest, ...first } = await consent(uri);
    assert.deepEqual(first, { state: 'approved', shortCode: code, by: 'kim', on: '2026-11-23', changedFields: [] });
    const entry = approved.slice(withId.length);
    assert.equal(approved.slice(0, withId.length), withId, 'nothing else is touched');
    for (const part of ['kim', 'approved', '2026-11-23', digest, 'please move the logo'])
      assert.ok(entry.includes(part), entry);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), withId, 'one undo takes the approval back');
    await vscode.commands.executeCommand('redo');
    await document.save();
    assert.equal(document.getText(), approved);

    await run('reschedule', { plan: uri.toString(), id: 'site-live', due: '2031-12-18' });
    const moved = approved.replace('2031-12-04', '2031-12-18');
    assert.equal(at.read('a.milestones.yaml'), moved);
    const stale = await consent(uri);
    assert.deepEqual([stale.state, stale.changedFields, stale.by], ['stale', ['due'], 'kim']);
    const problems = vscode.languages.getDiagnostics(uri).filter((each) => codeOf(each) === 'approval.stale');
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /Kim Lee approved another text .*due date \(.*2031 → .*2031\)/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problems[0]?.range,
    );
    const commands = actions.flatMap(({ command }) => command?.command ?? []);
    assert.ok(commands.includes('milepost.showApprovalChanges'), commands.join());
    assert.ok(commands.includes('milepost.draftChangeRequest'), commands.join());
    await run('showApprovalChanges', { plan: uri.toString(), id: 'site-live' });

    await run('draftChangeRequest', { plan: uri.toString(), id: 'site-live', language: 'en' });
    const again = await consent(uri);
    assert.equal(again.state, 'requested');
    assert.notEqual(again.shortCode, code);
    assert.equal(requests(at).length, 2);
    assert.match(await vscode.env.clipboard.readText(), /4 December 2031.*18 December 2031/);
    assert.equal(at.read('a.milestones.yaml'), moved, 'a request changes nothing in the plan');

    await run('recordApproval', {
      plan: uri.toString(),
      person: 'kim',
      reply: `Approved ${again.shortCode}`,
    });
    const last = await consent(uri);
    assert.deepEqual([last.state, last.changedFields, last.digest], ['approved', [], again.digest]);
    assert.ok(at.read('a.milestones.yaml').startsWith(moved.trimEnd()));
    assert.deepEqual(
      vscode.languages.getDiagnostics(uri).filter((each) => codeOf(each) === 'approval.stale'),
      [],
    );
  });

  it('writes the same request once a day @once', async () => {
    const { at, uri } = await asked();
    await run('requestApproval', { plan: uri.toString(), id: 'site-live' });
    assert.equal(requests(at).length, 1);
  });

  it('keeps no request through a link to another place, and replaces no file @once', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', withId);
    at.write('elsewhere/note.txt', 'mine');
    symlinkSync(join(at.path, 'elsewhere'), join(at.path, '.milestones'));
    const args = { plan: uri.toString(), id: 'site-live', language: 'en' };
    await assert.rejects(Promise.resolve(run('requestApproval', args)), /could not be saved/);
    assert.deepEqual(readdirSync(join(at.path, 'elsewhere')), ['note.txt']);
    at.remove('.milestones');
    await run('requestApproval', args);
    const [name = ''] = requests(at);
    at.write(`.milestones/requests/${name}`, 'something else');
    await run('requestApproval', args);
    assert.equal(requests(at).length, 2);
    assert.equal(at.read(`.milestones/requests/${name}`), 'something else');
  });

  it('refuses a code that was never issued, and one that is one character off names the right one @once', async () => {
    const { at, uri, code } = await asked();
    const reply = (text: string) => run('recordApproval', { plan: uri.toString(), person: 'kim', reply: text });
    await assert.rejects(Promise.resolve(reply('APPROVED 0123456789')), /No request with the code 0123456789/);
    const off = (code.startsWith('0') ? '1' : '0') + code.slice(1);
    await assert.rejects(Promise.resolve(reply(`APPROVED ${off}`)), new RegExp(`Site live.*${code}|${off}`));
    assert.equal(at.read('a.milestones.yaml'), withId);
  });

  it('refuses a decision about a digest that was not issued, and about what nobody asked for @once', async () => {
    const { at, uri } = await asked();
    const request = `v1:sha256:${'0'.repeat(64)}`;
    const args = { plan: uri.toString(), id: 'site-live', person: 'kim', decision: 'approved' };
    await assert.rejects(Promise.resolve(run('recordApproval', { ...args, request })), /No request with the code/);
    const other = at.write('b.milestones.yaml', withId);
    await assert.rejects(
      Promise.resolve(run('recordApproval', { ...args, plan: other.toString() })),
      /Request the approval first/,
    );
    assert.equal(at.read('a.milestones.yaml'), withId);
  });

  it('a request whose text was changed afterwards does not count @once', async () => {
    const { at, uri } = await asked();
    const [name = ''] = requests(at);
    const path = `.milestones/requests/${name}`;
    at.write(path, readFileSync(join(at.path, path), 'utf8').replace('"4000"', '"9000"'));
    assert.equal((await milestone(uri)).consent, undefined);
  });

  it('a request that is gone with its folder does not count, without anybody asking @once', async () => {
    const { at, uri } = await asked();
    const gone = (snapshot: PublicSnapshot) => planIn(snapshot, uri)?.milestones[0]?.consent === undefined;
    await snapshotThat(gone, () => at.remove('.milestones'));
  });

  it('leaves a document dirty that was @once', async () => {
    const { at, uri, document, code } = await asked();
    await append(document, '# typed\n');
    await run('recordApproval', { plan: uri.toString(), person: 'kim', reply: `rejected ${code}` });
    assert.equal(document.isDirty, true);
    assert.equal(at.read('a.milestones.yaml'), withId, 'the disk is as it was');
    assert.match(document.getText(), /decision: rejected/);
    assert.equal((await consent(uri)).state, 'rejected');
  });
});
