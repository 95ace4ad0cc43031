// Payments, invoices, reasons and evidence: the exact bytes of the plan, what is refused, and what is found without opening anything.
import * as assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import type { PublicSnapshot } from '../../../src/report/publicSnapshot';
import { api, place, planIn, removeAll, show, snapshotThat } from '../store/workspace';

const plan = `project: Money and proof
client: Acme
currency: EUR
milestones:
  - id: design   # first
    title: Design
    due: 2031-12-04
    amount: 4000.05
    payment: { state: funded, funded: 2026-11-03 }
    acceptanceCriteria:
      - { text: Contrast, done: true, evidence: reports/contrast.html }
      - { text: Speed, done: true, evidence: reports/gone.html }
      - { text: Link, done: true, evidence: linked/secret.txt }
      - { text: Said, done: true }
      - Open
`;

function run(command: string, args: object): Thenable<unknown> {
  return vscode.commands.executeCommand(`milepost.${command}`, args);
}

describe('Money and proof', () => {
  afterEach(removeAll);

  it('sets a payment with its day in place, refuses what cannot follow, and takes it back in one undo', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await show(uri);
    const about = { plan: uri.toString(), id: 'design' };
    await run('setPayment', { ...about, state: 'submitted', on: '2026-11-20' });
    const wanted = plan.replace(
      '{ state: funded, funded: 2026-11-03 }',
      '{ state: submitted, funded: 2026-11-03, submitted: 2026-11-20 }',
    );
    assert.equal(at.read('a.milestones.yaml'), wanted);
    await assert.rejects(async () => run('setPayment', { ...about, state: 'released' }));
    assert.equal(at.read('a.milestones.yaml'), wanted);
    await vscode.commands.executeCommand('undo');
    assert.equal((await show(uri)).getText(), plan);
  });

  it('makes the data of an invoice, and notes number and day only where that is wanted @once', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await show(uri);
    const about = { plan: uri.toString(), id: 'design', invoice: '2026-017' };
    await run('createInvoice', { ...about, invoiceFormat: 'csv' });
    const table = await vscode.env.clipboard.readText();
    assert.match(
      table,
      /"2026-017","\d{4}-\d\d-\d\d","\d{4}-\d\d-\d\d","Acme","Money and proof","1","design","Design","","4000.05","EUR"/,
    );
    assert.equal(at.read('a.milestones.yaml'), plan);
    await run('createInvoice', { ...about, record: true });
    assert.match(await vscode.env.clipboard.readText(), /^# Invoice 2026-017/);
    const today = (await (await api()).snapshot()).today;
    assert.equal(
      at.read('a.milestones.yaml'),
      plan.replace('funded: 2026-11-03 }', `funded: 2026-11-03, invoiced: ${today}, invoice: "2026-017" }`),
    );
  });

  it('keeps why a date moved @once', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await show(uri);
    await run('reschedule', { plan: uri.toString(), id: 'design', due: '2031-12-09', reason: 'texts came late' });
    const written = at.read('a.milestones.yaml');
    assert.ok(written.includes('due: 2031-12-09'), written);
    const today = (await (await api()).snapshot()).today;
    for (const part of [
      'changes:',
      `on: ${today}`,
      'field: due',
      'from: 2031-12-04',
      'to: 2031-12-09',
      'reason: texts came late',
    ])
      assert.ok(written.includes(part), written);
    await vscode.commands.executeCommand('undo');
    assert.equal((await show(uri)).getText(), plan);
  });

  it('looks whether evidence is there, in the history too, and follows no link out of the workspace', async () => {
    const at = place();
    at.write('reports/contrast.html', 'fine');
    symlinkSync('/etc', `${at.path}/linked`);
    const uri = at.uri('a.milestones.yaml');
    const criteriaOf = (snapshot: PublicSnapshot) => planIn(snapshot, uri)?.milestones[0]?.criteria ?? [];
    const snapshot = await snapshotThat(
      (each) => criteriaOf(each)[1]?.evidence === 'stale',
      () => at.write('a.milestones.yaml', plan),
    );
    const found = criteriaOf(snapshot).map(({ evidence }) => evidence);
    assert.deepEqual(found, ['evidenced', 'stale', 'stale', 'asserted', undefined]);
  });
});
