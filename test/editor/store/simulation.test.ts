// The simulation of plans in a real editor: comes by itself after the snapshot, is renewed after an edit, and stays for plans that nobody has touched.
import * as assert from 'node:assert/strict';
import type { PublicSnapshot } from '../../../src/report/publicSnapshot';
import { api, append, place, planIn, removeAll, show, snapshotThat } from './workspace';

const uncertain =
  'project: P\nmilestones:\n  - { id: a, title: A, effort: { optimistic: 4d, likely: 5d, pessimistic: 12d } }\n';

describe('Simulating plans', () => {
  afterEach(removeAll);

  it('comes one snapshot after the plan, and an edit drops it until it has come again', async () => {
    const at = place();
    const { snapshot, onDidChangeSnapshot } = await api();
    const uri = at.uri('a.milestones.yaml');
    const other = at.write('b.milestones.yaml', uncertain);
    const ofOther = (given: PublicSnapshot) => planIn(given, other)?.p80;
    const first = await snapshotThat(
      (given) => ofOther(given) !== undefined,
      () => undefined,
    );
    const seen: PublicSnapshot[] = [];
    const listener = onDidChangeSnapshot((given) => seen.push(given));
    try {
      const ofA = (given: PublicSnapshot | undefined) => given && planIn(given, uri)?.milestones[0]?.p80;
      const found = await snapshotThat(
        (given) => ofA(given) !== undefined,
        () => at.write('a.milestones.yaml', uncertain),
      );
      const before = seen.find((given) => planIn(given, uri));
      assert.equal(ofA(before), undefined, 'the plan is there before it is simulated');
      assert.equal(found.number, (before?.number ?? 0) + 1);
      const document = await show(uri);
      seen.length = 0;
      const again = await snapshotThat(
        (given) => planIn(given, uri)?.milestones.length === 2 && ofA(given) !== undefined,
        () => append(document, '  - { id: b, title: B, effort: 20d, dependsOn: [a] }\n'),
      );
      const edited = seen.find((given) => planIn(given, uri)?.milestones.length === 2);
      assert.equal(ofA(edited), undefined, 'the old result is not shown for the new text');
      assert.equal(ofA(again), ofA(found), 'what was not touched has the same chances again');
      assert.ok((planIn(again, uri)?.p80 ?? '') > (planIn(found, uri)?.p80 ?? ''), 'the plan finishes later now');
      assert.ok(
        seen.every((given) => ofOther(given) === ofOther(first)),
        'the other plan keeps what was found for it',
      );
    } finally {
      listener.dispose();
    }
    assert.equal(ofOther(await snapshot()), ofOther(first));
  });
});
