// Two thousand plan files: all are read, and the extension host goes on working meanwhile.
import * as assert from 'node:assert/strict';
import { api, longestBlock, type Place, place, planIn, removeAll, snapshotThat } from './workspace';

const files = 1_900;

describe('Many plans', () => {
  afterEach(async () => {
    await removeAll();
    await (await api()).snapshot();
  });

  it(`${files} files do not block @once`, async function () {
    this.timeout(120_000);
    const milepost = await api();
    const at = place();
    const uris = Array.from({ length: files }, (_, number) => at.write(name(number), text(number)));
    const blocks = longestBlock();
    const snapshot = await milepost.snapshot();
    const longest = blocks.stop();
    console.log(`      ${files} plans: the longest the extension host was busy was ${Math.round(longest)} ms`);
    assert.equal(uris.filter((uri) => planIn(snapshot, uri)).length, files);
    assert.ok(longest < 3_000, `busy for ${longest} ms`);
    await changesOneOf(at);
    await changesMany(at);
  });
});

async function changesOneOf(at: Place): Promise<void> {
  const uri = at.write(name(7), text(7).replace('Project 7', 'Another one'));
  assert.equal(planIn(await (await api()).snapshot(), uri)?.project, 'Another one');
}

/** As a checkout of another branch does; nobody asks the store to look. */
async function changesMany(at: Place): Promise<void> {
  const changed = Array.from({ length: 300 }, (_, number) => number + 100);
  const first = at.uri(name(100));
  const last = at.uri(name(399));
  await snapshotThat(
    (snapshot) => [first, last].every((uri) => planIn(snapshot, uri)?.project.startsWith('Branch')),
    () => {
      for (const number of changed) at.write(name(number), text(number).replace('Project', 'Branch'));
    },
  );
  const snapshot = await (await api()).snapshot();
  assert.equal(snapshot.plans.filter(({ project }) => project.startsWith('Branch')).length, changed.length);
}

function name(number: number): string {
  return `folder-${number % 40}/plan-${number}.milestones.yaml`;
}

function text(number: number): string {
  const milestones = Array.from({ length: 5 }, (_, at) => `  - title: Step ${at}\n    due: 2026-12-${10 + at}\n`);
  return `project: Project ${number}\nmilestones:\n${milestones.join('')}`;
}
