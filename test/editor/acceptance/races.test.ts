// What happens while something else happens: stale numbers, two commands at once, a plan that breaks, files without a name, several plans.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { append, place, planIn, removeAll, show } from '../store/workspace';
import { file, insertBehind, refuses, run, snapshot, swap } from './outside';

const plan = `project: P
milestones:
  - title: Titled only
  - id: a
    title: A
    due: 2026-12-04
    tasks:
      - One
      - Two
      - { title: Three, done: true, completed: 2026-11-01 }
    acceptanceCriteria: [C, D]
  - { id: b, title: B }
`;
const list = '    tasks:\n';

describe('The text changes between the call and the edit', () => {
  afterEach(removeAll);

  const byText = (uri: vscode.Uri) => run('toggleTask', { id: 'a', plan: uri.toString(), task: 'Two' });
  const byRow = (uri: vscode.Uri) => run('toggleTask', { ref: `${uri}#a`, item: { field: 'tasks', index: 1 } });
  for (const [name, toggle, dirty] of [
    ['named by its text in a saved plan', byText, false],
    ['named by its text in an unsaved plan', byText, true],
    ['chosen in a row of a saved plan', byRow, false],
    ['chosen in a row of an unsaved plan', byRow, true],
  ] as const) {
    it(`a task is never another one: ${name}${dirty ? ' @once' : ''}`, async () => {
      for (const wait of [0, 1, 3, 10]) {
        const at = place();
        const uri = at.write(file, plan);
        const document = await show(uri);
        if (dirty) await append(document, '# mine\n');
        await snapshot();
        const call = toggle(uri).catch(() => undefined);
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await insertBehind(document, list, '      - Zero\n');
        await call;
        const text = document.getText();
        const tasks = planIn(await snapshot(), uri)?.milestones.find(({ id }) => id === 'a')?.tasks;
        const done = tasks?.flatMap((task) => (task.done ? [task.text] : [])).join();
        assert.ok(done === 'Two,Three' || done === 'Three', `${done}\n${text}`);
        assert.ok(text.includes('      - Zero\n'));
      }
    });
  }

  it('a number counts in the text a program has written just before', async () => {
    const at = place();
    const uri = at.write(file, plan);
    await snapshot();
    const text = swap(plan, list, `${list}      - Zero\n`);
    at.write(file, text);
    await run('toggleTask', { id: 'a', plan: uri.toString(), task: 0 });
    assert.match(at.read(file), /- \{ title: Zero, done: true/);
    await assert.rejects(() => run('toggleTask', { id: 'a', plan: uri.toString(), task: 4 }), /4/);
  });

  it('a milestone that is deleted or renamed meanwhile is refused or changed, and nothing else is', async () => {
    for (const [now, id] of [
      ['Other', 'titled-only'],
      ['A', 'titled-only'],
    ] as const) {
      const at = place();
      const uri = at.write(file, plan);
      await snapshot();
      const document = await show(uri);
      const call = run('setProgress', { id, plan: uri.toString(), percent: 10 }).catch((error: Error) => error);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, document.lineAt(2).range, `  - title: ${now}`);
      assert.ok(await vscode.workspace.applyEdit(edit));
      const refused = await call;
      const text = document.getText();
      const renamed = swap(plan, 'title: Titled only', `title: ${now}`);
      if (refused) assert.equal(text, renamed);
      else assert.equal(text, swap(renamed, `title: ${now}\n`.repeat(1), `title: ${now}\n    progress: 10\n`));
    }
  });

  it('commands at once on one file are all made, one after the other', async () => {
    const at = place();
    const uri = at.write(file, plan);
    const to = { plan: uri.toString() };
    await Promise.all([
      run('markDone', { ...to, id: 'b', on: '2026-11-20' }),
      run('rename', { ...to, id: 'titled-only', title: 'Renamed' }),
      run('reschedule', { ...to, id: 'a', due: '2027-01-08' }),
      run('toggleTask', { ...to, id: 'a', task: 'One' }),
      run('toggleTask', { ...to, id: 'a', task: 'Two' }),
      run('toggleCriterion', { ...to, id: 'a', criterion: 'D' }),
      run('addMilestone', { ...to, title: 'New' }),
      run('addMilestone', { ...to, title: 'New' }),
    ]);
    const now = planIn(await snapshot(), uri)?.milestones ?? [];
    assert.deepEqual(
      now.map(({ id, title, status, due }) => [id, title, status, due]),
      [
        ['titled-only', 'Renamed', 'planned', undefined],
        ['a', 'A', 'in-progress', '2027-01-08'],
        ['b', 'B', 'done', undefined],
        ['new', 'New', 'planned', undefined],
        ['new-2', 'New', 'planned', undefined],
      ],
    );
    assert.deepEqual(
      [...(now[1]?.tasks ?? []), ...(now[1]?.criteria ?? [])].map(({ done }) => done),
      [true, true, true, false, true],
    );
    assert.equal((await vscode.workspace.openTextDocument(uri)).isDirty, false);
  });
});

describe('Days that are written', () => {
  afterEach(removeAll);

  it('are today unless another day is given', async () => {
    const at = place();
    const uri = at.write(file, plan);
    await run('markDone', { id: 'b', plan: uri.toString() });
    const { today } = await snapshot();
    assert.equal(at.read(file), swap(plan, 'title: B }', `title: B, status: done, completed: ${today} }`));
  });

  it('replace the day of what is done already when they are given, and leave it alone when not', async () => {
    const at = place();
    const done = 'milestones:\n  - title: A\n    completed: 2026-11-01 # x\n';
    const uri = at.write(file, done);
    await run('markDone', { id: 'a', plan: uri.toString() });
    assert.equal(at.read(file), done);
    await run('markDone', { id: 'a', plan: uri.toString(), on: '2026-11-02' });
    assert.equal(at.read(file), swap(done, '2026-11-01', '2026-11-02'));
  });

  it('are those of the time zone of the plan', async () => {
    const at = place();
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const uri = at.write(file, `timezone: ${timeZone}\nmilestones:\n  - title: A\n`);
      const today = () => Intl.DateTimeFormat('en-CA', { timeZone }).format();
      const before = today();
      await run('markDone', { id: 'a', plan: uri.toString() });
      const written = /completed: (\S+)/.exec(at.read(file))?.[1] ?? '';
      assert.ok([before, today()].includes(written), `${timeZone}: ${written}`);
    }
  });

  it('are written for a task where its list has them', async () => {
    const at = place();
    const uri = at.write(file, plan);
    await run('toggleTask', { id: 'a', plan: uri.toString(), task: 'One' });
    const { today } = await snapshot();
    assert.equal(at.read(file), swap(plan, '- One', `- { title: One, done: true, completed: ${today} }`));
    await run('toggleTask', { id: 'a', plan: uri.toString(), task: 'Three' });
    assert.match(at.read(file), /\{ title: Three, done: false \}/);
  });
});

describe('A plan that breaks', () => {
  afterEach(removeAll);

  it('is not edited while it is broken, and is again when it is whole', async () => {
    const at = place();
    const uri = at.write(file, plan);
    await snapshot();
    at.write(file, `${plan}  - title: "open\n`);
    assert.equal(planIn(await snapshot(), uri)?.stale, true);
    await refuses(at, 'markDone', { id: 'b' }, /\w/);
    at.write(file, plan);
    await run('setProgress', { id: 'b', plan: uri.toString(), percent: 20 });
    assert.equal(at.read(file), swap(plan, 'title: B }', 'title: B, progress: 20 }'));
  });

  it('is not edited by its old state when it becomes broken in the editor just before', async () => {
    const at = place();
    const uri = at.write(file, plan);
    const document = await show(uri);
    await snapshot();
    await append(document, '  - title: "open\n');
    await assert.rejects(() => run('markDone', { id: 'b', plan: uri.toString() }));
    assert.equal(document.getText(), `${plan}  - title: "open\n`);
    await vscode.commands.executeCommand('undo');
    await run('setProgress', { id: 'b', plan: uri.toString(), percent: 20 });
    assert.match(document.getText(), /progress: 20/);
  });

  it('has a sentence of its own when it is gone', async () => {
    const at = place();
    const uri = at.write(file, plan);
    await snapshot();
    at.remove(file);
    await assert.rejects(() => run('markDone', { id: 'b', plan: uri.toString() }), /plan/);
    assert.throws(() => at.read(file));
  });
});

describe('Which plan is meant', () => {
  afterEach(removeAll);

  it('a plan that was never saved is changed and stays unsaved', async () => {
    const uri = place().uri('new.milestones.yaml').with({ scheme: 'untitled' });
    const document = await show(uri);
    await append(document, plan);
    await run('setProgress', { id: 'b', plan: uri.toString(), percent: 20 });
    assert.equal(document.getText(), swap(plan, 'title: B }', 'title: B, progress: 20 }'));
    assert.equal(document.isUntitled, true);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), plan);
  });

  it('two files with the same id are told apart by the plan or by the name of the file', async () => {
    const [north, south] = [place(0), place(1)];
    north.write('north.milestones.yaml', plan);
    const uri = south.write('south.milestones.yaml', plan);
    await assert.rejects(() => run('setProgress', { id: 'b', percent: 20 }), /[Ss]everal/);
    await run('setProgress', { id: 'north/b', percent: 20 });
    await run('setProgress', { id: 'b', percent: 30, plan: uri.toString() });
    assert.match(north.read('north.milestones.yaml'), /progress: 20/);
    assert.match(south.read('south.milestones.yaml'), /progress: 30/);
  });

  it('its URI may be written a little differently, and a path is no URI', async () => {
    const at = place();
    const uri = at.write('a b ü.milestones.yaml', plan);
    await run('setProgress', { id: 'b', percent: 20, plan: uri.toString(true) });
    assert.match(at.read('a b ü.milestones.yaml'), /progress: 20/);
    await assert.rejects(() => run('setProgress', { id: 'b', percent: 30, plan: uri.fsPath }), /plan/);
    assert.match(at.read('a b ü.milestones.yaml'), /progress: 20/);
  });

  it('rows of several plans: the one that cannot be changed is named, the others stay changed', async () => {
    const at = place();
    const uris = ['1', '2', '3'].map((name) =>
      at.write(
        `${name}.milestones.yaml`,
        name === '2' ? swap(plan, '{ id: b, title: B }', '&x { id: b, title: B }\nx-b: *x') : plan,
      ),
    );
    await snapshot();
    const rows = uris.map((uri) => ({ ref: `${uri.toString()}#b` }));
    await vscode.commands.executeCommand('milepost.setStatus.onHold', rows[0], rows);
    assert.match(at.read('1.milestones.yaml'), /on-hold/);
    assert.doesNotMatch(at.read('2.milestones.yaml'), /on-hold/);
  });
});

describe('Creating a plan', () => {
  afterEach(removeAll);

  it('takes any name without a problem, and refuses none @once', async () => {
    const at = place();
    const folder = vscode.Uri.file(at.path).toString();
    for (const project of [
      '日本語',
      '../../x',
      '# no: "comment"',
      '-',
      'a'.repeat(300),
      '__proto__',
      '{{x}}',
      '\u202egpj',
    ]) {
      await run('createPlan', { project, target: '+6w', folder });
      const uri = vscode.window.activeTextEditor?.document.uri;
      assert.ok(uri, project);
      assert.ok(uri.path.startsWith(vscode.Uri.file(at.path).path), project);
      assert.equal(planIn(await snapshot(), uri)?.project, project);
      // A name with an invisible character is written as it is, and the reader says so.
      const problems = planIn(await snapshot(), uri)?.problems.filter(({ code }) => code !== 'text.invisible');
      assert.deepEqual(problems, []);
    }
    await assert.rejects(() => run('createPlan', { project: '  ', target: '+6w', folder }));
    await assert.rejects(() => run('createPlan', { project: 'X', target: 'someday', folder }), /someday/);
    await assert.rejects(() => run('createPlan', { project: 'X', target: '2020-01-01', folder }), /passed/);
  });
});
