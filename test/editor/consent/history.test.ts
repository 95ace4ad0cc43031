// What only Git knows: the text that was approved where no request of it is kept, and whether the evidence that is cited is as it was.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PublicSnapshot } from '../../../src/report/publicSnapshot';
import { committed, opened, repositoryIn } from '../store/repository';
import { api, codeOf, place, planIn, removeAll, snapshotThat } from '../store/workspace';

const name = 'a.milestones.yaml';

describe('The history of a plan', () => {
  afterEach(removeAll);

  it('has the text that was approved, once its repository is opened, where no request of it is kept @once', async function () {
    const at = place();
    const git = repositoryIn(at);
    if (!git) return this.skip();
    const plan = (due: string, digest = '') => `milestones:
  - { id: live, title: Live, due: ${due}, approvals: [{ by: kim, decision: approved, on: 2026-11-02${digest} }] }
`;
    const uri = at.write(name, plan('2031-12-04'));
    const consentIn = (snapshot: PublicSnapshot) => planIn(snapshot, uri)?.milestones[0]?.consent;
    const approved = plan('2031-12-04', `, digest: "${consentIn(await (await api()).snapshot())?.digest}"`);
    at.write(name, approved);
    committed(git, 'Approved');
    at.write(name, approved.replace('2031-12-04', '2031-12-18'));
    committed(git, 'Moved');
    const lost = consentIn(await (await api()).snapshot());
    assert.deepEqual([lost?.state, lost?.changedFields], ['stale', []]);
    const known = (snapshot: PublicSnapshot) => consentIn(snapshot)?.changedFields.join() === 'due';
    await snapshotThat(known, () => opened(at));
    const problem = vscode.languages.getDiagnostics(uri).find((each) => codeOf(each) === 'approval.stale');
    assert.match(problem?.message ?? '', /kim approved another text .*due date \(.*2031 → .*2031\)/);
  });

  it('tells whether evidence is as it was when the criterion was ticked, and which commit is reachable @once', async function () {
    const at = place();
    const git = repositoryIn(at);
    if (!git) return this.skip();
    at.write('same.txt', 'one');
    at.write('other.txt', 'one');
    const first = committed(git, 'First');
    git('tag', 'v1');
    const lost = git('commit-tree', '-m', 'Never merged', `${first}^{tree}`);
    const uri = at.write(
      name,
      `milestones:
  - id: live
    title: Live
    due: 2031-12-04
    acceptanceCriteria:
${['same.txt', 'other.txt', `commit:${first}`, `commit:${lost}`, 'tag:v1', 'tag:v2']
  .map((cited) => `      - { text: "${cited}", done: true, evidence: ["${cited}"] }\n`)
  .join('')}`,
    );
    committed(git, 'Ticked');
    at.write('other.txt', 'two');
    committed(git, 'Changed since');
    const found = (snapshot: PublicSnapshot) =>
      planIn(snapshot, uri)
        ?.milestones[0]?.criteria?.map(({ evidence }) => evidence)
        .join(' ');
    await snapshotThat(
      (snapshot) => found(snapshot) === 'verified stale verified stale verified stale',
      () => opened(at),
    );
  });
});
