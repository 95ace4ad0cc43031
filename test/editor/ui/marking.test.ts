// Marking progress by command, as another extension or a task would: exact bytes, one undo, and a reason where it cannot be done.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { append, place, removeAll, show } from '../store/workspace';

const plan = `project: Test of marking
milestones:
  - id: ui-design
    title: Design approved   # by the client
    due: 2026-12-04
    tasks:
      - Wireframes
      - { title: Visual design, done: true }
      - Wireframes
    acceptanceCriteria:
      - Contrast is high enough
  - id: ui-live
    title: Site live
    due: 2027-01-15
  - title: Looked after for a month
`;

/** Runs a command on the plan and compares every byte with the plan after `edits`. */
async function changes(command: string, args: object, edits: readonly (readonly [string, string])[]): Promise<void> {
  const at = place();
  const uri = at.write('a.milestones.yaml', plan);
  const document = await show(uri);
  await run(command, { plan: uri.toString(), ...args });
  const wanted = edits.reduce((text, [before, after]) => {
    assert.ok(text.includes(before), before);
    return text.replace(before, after);
  }, plan);
  assert.equal(at.read('a.milestones.yaml'), wanted);
  assert.equal(document.isDirty, false);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), plan, 'one undo brings every byte back');
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`milepost.${command}`, ...args);
}

const due = '    due: 2027-01-15\n';
const live = '  - id: ui-live\n    title: Site live\n';

describe('Marking by command', () => {
  afterEach(removeAll);

  it('markDone writes status and day', () =>
    changes('markDone', { id: 'ui-live', on: '2026-11-20' }, [
      [due, `${due}    status: done\n    completed: 2026-11-20\n`],
    ]));

  it('setStatus writes the status', () =>
    changes('setStatus', { id: 'ui-live', status: 'on-hold' }, [[due, `${due}    status: on-hold\n`]]));

  it('setProgress writes the percentage', () =>
    changes('setProgress', { id: 'ui-live', percent: 40 }, [[due, `${due}    progress: 40\n`]]));

  it('reschedule takes a date', () =>
    changes('reschedule', { id: 'ui-live', due: '2027-01-29' }, [['2027-01-15', '2027-01-29']]));

  it('reschedule takes words that count from the present date', () =>
    changes('reschedule', { id: 'ui-live', due: '+2w' }, [['2027-01-15', '2027-01-29']]));

  it('toggleTask takes a position', () =>
    changes('toggleTask', { id: 'ui-design', task: 0 }, [['- Wireframes', '- { title: Wireframes, done: true }']]));

  it('toggleTask takes a text', () =>
    changes('toggleTask', { id: 'ui-design', task: 'Visual design' }, [['done: true', 'done: false']]));

  it('toggleCriterion takes a text', () =>
    changes('toggleCriterion', { id: 'ui-design', criterion: 'Contrast is high enough' }, [
      ['- Contrast is high enough', '- { text: Contrast is high enough, done: true }'],
    ]));

  it('rename changes the title and nothing beside it', () =>
    changes('rename', { id: 'ui-design', title: 'Design signed' }, [['Design approved', 'Design signed']]));

  it('rename writes down an id that came from the title', () =>
    changes('rename', { id: 'looked-after-for-a-month', title: 'Care' }, [
      ['  - title: Looked after for a month\n', '  - id: looked-after-for-a-month\n    title: Care\n'],
    ]));

  it('addMilestone adds behind another one', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await run('addMilestone', { plan: uri.toString(), title: 'Texts final', due: '2026-12-11', after: 'ui-design' });
    const added = '  - title: Texts final\n    due: 2026-12-11\n';
    assert.equal(at.read('a.milestones.yaml'), plan.replace(live, added + live));
  });

  it('reopen takes back what markDone wrote', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await run('markDone', { id: 'ui-live', plan: uri.toString() });
    assert.notEqual(at.read('a.milestones.yaml'), plan);
    await run('reopen', { id: 'ui-live', plan: uri.toString() });
    assert.doesNotMatch(at.read('a.milestones.yaml'), /completed|status: done/);
  });

  it('finds the plan by itself when only one has the id', async () => {
    const at = place();
    at.write('a.milestones.yaml', plan.replaceAll('ui-live', 'ui-only-here'));
    await untilKnown('ui-only-here');
    await run('markDone', { id: 'ui-only-here', on: '2026-11-20' });
    assert.match(at.read('a.milestones.yaml'), /completed: 2026-11-20/);
  });

  it('several rows of the tree are one edit and one undo', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    const document = await show(uri);
    const [first, second] = ['ui-design', 'ui-live'].map((key) => ({ ref: `${uri.toString()}#${key}` }));
    await run('markDone', first, [first, second]);
    assert.equal(document.getText().match(/completed: /g)?.length, 2);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
  });

  it('rows of several plans are one edit in each', async () => {
    const at = place();
    const uris = ['a', 'b'].map((name) => at.write(`${name}.milestones.yaml`, plan));
    await untilKnown('ui-live', 2);
    const rows = uris.map((uri) => ({ ref: `${uri.toString()}#ui-live` }));
    await run('setStatus.onHold', rows[0], rows);
    for (const name of ['a', 'b'])
      assert.match(at.read(`${name}.milestones.yaml`), /2027-01-15\n {4}status: on-hold\n/);
  });

  it('marking rows done also ticks the tasks among them, and unticking means unticked', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan);
    await untilKnown('ui-live');
    const task = { ref: `${uri.toString()}#ui-design`, item: { field: 'tasks', index: 0 } };
    await run('markDone', task, [task, { ref: `${uri.toString()}#ui-live` }]);
    assert.match(at.read('a.milestones.yaml'), /\{ title: Wireframes, done: true \}/);
    assert.match(at.read('a.milestones.yaml'), /completed: \d/);
    await run('toggleTask', { ...task, done: false }, [task]);
    assert.doesNotMatch(at.read('a.milestones.yaml'), /Wireframes, done: true/);
    await run('toggleTask', { ...task, done: false }, [task]);
    assert.doesNotMatch(at.read('a.milestones.yaml'), /Wireframes, done: true/);
  });

  it('a document with unsaved edits keeps them and stays unsaved', async () => {
    const at = place();
    const document = await show(at.write('a.milestones.yaml', plan));
    await append(document, '# a thought\n');
    await run('reschedule', { id: 'ui-live', plan: document.uri.toString(), due: '2027-02-01' });
    assert.equal(document.getText(), `${plan.replace('2027-01-15', '2027-02-01')}# a thought\n`);
    assert.equal(document.isDirty, true);
    assert.equal(at.read('a.milestones.yaml'), plan);
  });
});

describe('Arranging the tree', () => {
  it('takes what to group by', async () => {
    await run('groupBy', { by: 'month' });
    await run('hideDone');
    await run('showDone');
    await run('groupBy', { by: 'none' });
    await assert.rejects(async () => run('groupBy', { by: 'weather' }), /by/);
  });
});

describe('A caller who is wrong', () => {
  afterEach(removeAll);
  const rejected = async (command: string, args: unknown, reason: RegExp) =>
    assert.rejects(async () => run(command, args), reason);

  it('learns that an id does not exist', () => rejected('markDone', { id: 'no-such-milestone' }, /no-such-milestone/));
  it('learns that a plan does not exist', () =>
    rejected('markDone', { id: 'x', plan: 'file:///nowhere.milestones.yaml' }, /nowhere/));
  it('learns which argument is wrong', () => rejected('setStatus', { id: 'x', status: 'finished' }, /status/));
  it('learns which argument is unknown', () => rejected('markDone', { idz: ['x'] }, /idz/));
  it('learns that a text is no argument', () => rejected('markDone', 'x', /string/));

  it('learns that an id stands in several plans', async () => {
    const at = place();
    at.write('a.milestones.yaml', plan);
    at.write('b.milestones.yaml', plan);
    await untilKnown('ui-live', 2);
    await rejected('markDone', { id: 'ui-live' }, /[Ss]everal plans/);
  });

  it('learns why a change is refused, and nothing is touched', async () => {
    const at = place();
    const uri = at.write('a.milestones.yaml', plan).toString();
    await rejected('setProgress', { id: 'ui-design', plan: uri, percent: 10 }, /\w+/);
    await rejected('reschedule', { id: 'ui-live', plan: uri, due: 'someday' }, /someday/);
    await rejected('toggleTask', { id: 'ui-design', plan: uri, task: 'Wireframes' }, /Wireframes/);
    await rejected('toggleTask', { id: 'ui-design', plan: uri, task: 7 }, /7/);
    assert.equal(at.read('a.milestones.yaml'), plan);
  });
});

/** Waits until the extension has read plans with this id. */
async function untilKnown(id: string, count = 1): Promise<void> {
  const extension = vscode.extensions.getExtension('milepost.milepost');
  const snapshot = await (await extension?.activate())?.snapshot();
  const found = snapshot.plans.filter((known: { milestones: { id: string }[] }) =>
    known.milestones.some((milestone) => milestone.id === id),
  );
  assert.equal(found.length, count);
}
