// The public API as another extension sees it: every key of every value, what is pending is read, and what is wrong is rejected.
import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { PublicMilestone, PublicSnapshot } from '../../../src/report/publicSnapshot';
import { api, append, place, planIn, removeAll, show, snapshotThat } from '../store/workspace';
import { file, run, snapshot } from './outside';

const full = `version: 1
project: Relaunch
client: Acme GmbH
currency: EUR
milestones:
  - id: design
    title: Design 😀
    description: secret of nobody
    start: 2020-01-02
    due: 2999-12-04
    deadline: 2999-12-31
    baseline: 2999-11-27
    owner: me
    tasks:
      - One
      - { title: Two, done: true }
    acceptanceCriteria:
      - { text: Three, done: true }
      - Four
    amount: "1250.50"
    dependsOn: [{ id: texts, type: SS }, odd/offer]
    internal: Margin is thin
    milestones:
      - id: texts
        title: Texts
        started: 2020-02-03
        milestones:
          - title: Most inner
            progress: 33.4%
  - title: Offer
    completed: 2020-01-31
    amount: 4000
  - { id: offer, title: Written twice, status: on-hold, due: 2020-01-01 }
  - { id: gone, title: Gone, status: cancelled }
  - { id: late, title: Late, due: 2020-01-01, status: submitted }
people:
  me: { name: Kim, rate: 90 }
`;

const none = { critical: false, tasks: [], criteria: [], dependsOn: [], milestones: [] };
/** Open, and expected today: what all wait for is a thousand years away. */
const overdue = {
  forecast: 'today',
  driver: { kind: 'today', day: 'today' },
  totalFloatDays: 'much',
  freeFloatDays: 'much',
};

/** What depends on the day of the test: reasons are checked to be sentences and left out, that day and the days from it have a word. */
function steady(list: readonly PublicMilestone[], today: string): object[] {
  return list.map(({ healthReason, milestones, ...rest }) => {
    assert.match(healthReason, /\w/);
    const own = JSON.parse(JSON.stringify(rest), (_key, value) => {
      if (typeof value === 'number' && value > 100_000) return 'much';
      return value === today ? 'today' : value;
    });
    return { ...own, milestones: steady(milestones, today) };
  });
}

describe('The shape of a snapshot', () => {
  afterEach(removeAll);

  it('has exactly the documented keys', async () => {
    const uri = place().write(file, full);
    const now = await snapshot();
    assert.deepEqual(Object.keys(now).sort(), ['number', 'plans', 'today']);
    assert.match(now.today, /^\d{4}-\d\d-\d\d$/);
    assert.ok(Number.isSafeInteger(now.number));
    const plan = planIn(now, uri);
    assert.ok(plan);
    const { milestones, problems, healthReason, ...rest } = plan;
    assert.deepEqual(rest, {
      uri: uri.toString(),
      project: 'Relaunch',
      client: 'Acme GmbH',
      currency: 'EUR',
      stale: false,
      progressPercent: 35,
      health: 'late',
      rag: 'red',
      forecast: '2999-12-04',
      criticalPath: ['design'],
      feasibility: [],
    });
    assert.match(healthReason, /Late/);
    assert.deepEqual(steady(milestones, now.today), [
      {
        id: 'design',
        title: 'Design 😀',
        status: 'in-progress',
        health: 'on-track',
        start: '2020-01-02',
        due: '2999-12-04',
        deadline: '2999-12-31',
        baseline: '2999-11-27',
        forecast: '2999-12-04',
        driver: { kind: 'due', day: '2999-12-04' },
        finishVarianceDays: 7,
        totalFloatDays: 0,
        freeFloatDays: 0,
        critical: true,
        rag: 'green',
        progressPercent: 42,
        tasks: [
          { text: 'One', done: false },
          { text: 'Two', done: true },
        ],
        criteria: [
          { text: 'Three', done: true, evidence: 'asserted' },
          { text: 'Four', done: false },
        ],
        amount: 1250.5,
        dependsOn: ['texts', 'odd/offer'],
        milestones: [
          {
            ...none,
            ...overdue,
            driver: { kind: 'inside', id: 'most-inner' },
            id: 'texts',
            title: 'Texts',
            parent: 'design',
            status: 'in-progress',
            health: 'on-track',
            rag: 'green',
            progressPercent: 33,
            milestones: [
              {
                ...none,
                ...overdue,
                id: 'most-inner',
                title: 'Most inner',
                parent: 'texts',
                status: 'planned',
                health: 'on-track',
                rag: 'green',
                progressPercent: 33,
              },
            ],
          },
        ],
      },
      {
        ...none,
        id: 'offer',
        title: 'Offer',
        status: 'done',
        health: 'done',
        completed: '2020-01-31',
        forecast: '2020-01-31',
        driver: { kind: 'completed', day: '2020-01-31' },
        progressPercent: 100,
        amount: 4000,
      },
      {
        ...none,
        ...overdue,
        id: 'offer~2',
        title: 'Written twice',
        status: 'on-hold',
        health: 'on-hold',
        due: '2020-01-01',
        progressPercent: 0,
      },
      { ...none, id: 'gone', title: 'Gone', status: 'cancelled', health: 'cancelled', progressPercent: 0 },
      {
        ...none,
        ...overdue,
        rag: 'red',
        id: 'late',
        title: 'Late',
        status: 'submitted',
        health: 'late',
        due: '2020-01-01',
        progressPercent: 0,
      },
    ]);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem).sort(), ['code', 'end', 'message', 'severity', 'start']);
      assert.deepEqual(
        [Object.keys(problem.start), Object.keys(problem.end)],
        [
          ['line', 'character'],
          ['line', 'character'],
        ],
      );
    }
    assert.deepEqual(
      problems
        .filter(({ code }) => code === 'id.duplicate')
        .map(({ severity, start, end }) => ({ severity, start, end })),
      [{ severity: 'error', start: { line: 32, character: 10 }, end: { line: 32, character: 15 } }],
    );
  });

  it('holds JSON values only and leaves out what is not known', async () => {
    const at = place();
    at.write(file, 'milestones:\n  - title: A\n    amount: 999999999999999.9999\n');
    const now = await snapshot();
    assert.deepEqual(JSON.parse(JSON.stringify(now)), now);
    const plan = planIn(now, at.uri(file));
    assert.deepEqual(Object.keys(plan ?? {}).sort(), [
      'criticalPath',
      'feasibility',
      'health',
      'healthReason',
      'milestones',
      'problems',
      'progressPercent',
      'project',
      'rag',
      'stale',
      'uri',
    ]);
    assert.deepEqual(Object.keys(plan?.milestones[0] ?? {}).sort(), [
      'amount',
      'criteria',
      'critical',
      'dependsOn',
      'health',
      'healthReason',
      'id',
      'milestones',
      'progressPercent',
      'rag',
      'status',
      'tasks',
      'title',
    ]);
    assert.equal(plan?.project, 'odd');
    assert.ok(Number.isFinite(plan?.milestones[0]?.amount));
  });

  it('cannot be changed by one listener for the next', async () => {
    const uri = place().write(file, full);
    const plan = planIn(await snapshot(), uri) as { project: string; milestones: { title: string }[] } | undefined;
    assert.ok(plan);
    try {
      plan.project = 'Mine';
      plan.milestones.length = 0;
    } catch {
      // Frozen.
    }
    assert.equal(planIn(await snapshot(), uri)?.project, 'Relaunch');
    assert.equal(planIn(await snapshot(), uri)?.milestones.length, 5);
  });

  it('names of the object prototype are ids like others', async () => {
    const at = place();
    const uri = at.write(
      file,
      '__proto__: { polluted: yes }\nmilestones:\n' +
        ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '007', '1.10', 'null', 'yes']
          .map((id) => `  - { id: ${id}, title: T, dependsOn: [], __proto__: x }\n`)
          .join(''),
    );
    const ids = planIn(await snapshot(), uri)?.milestones.map(({ id }) => id);
    assert.deepEqual(ids, ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '007', '1.10', 'null', 'yes']);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    for (const id of ['__proto__', 'constructor', '007', 'null']) {
      await run('setProgress', { id, plan: uri.toString(), percent: 40 });
    }
    assert.equal(at.read(file).match(/progress: 40/g)?.length, 4);
    const done = planIn(await snapshot(), uri)?.milestones.filter(({ progressPercent }) => progressPercent === 40);
    assert.deepEqual(
      done?.map(({ id }) => id),
      ['__proto__', 'constructor', '007', 'null'],
    );
  });
});

describe('Values at their ends', () => {
  afterEach(removeAll);

  it('are read or told, and everything that is made of them is still made', async () => {
    const long = 'x'.repeat(50_000);
    const uri = place().write(
      file,
      `version: 99999999999999999999
currency: XXX
start: 0001-01-01
deadline: 9999-12-31
calendar: { hoursPerDay: 1e-300, workweek: [mon], holidays: [0001-01-01..9999-12-31] }
people: { __proto__: { name: P }, me: { hoursPerDay: 1e308, rate: 999999999999999 } }
milestones:
  - { id: a, title: ${long}, due: 9999-12-31, start: 0001-01-01, effort: 999999999w, weight: 1e308, amount: 999999999999999.9999 }
  - { id: b, title: B, due: 0001-01-01, dependsOn: [{ id: a, lag: -99999999d }, __proto__], weight: 5e-324, amount: -0.0001, effort: 0.00001h }
  - { id: c, title: C, progress: 99.9999999, completed: 0001-01-01, risks: [{ title: R, probability: 1, impact: 999999999999999 }] }
  - { id: d, title: "\\ud800 \\0 \\u202e", due: 9999-12-31, dependsOn: [{ id: c, lag: 99999999999w }], owner: __proto__, duration: 1e400d }
`,
    );
    const now = await snapshot();
    const plan = planIn(now, uri);
    assert.deepEqual(
      plan?.milestones.map(({ id }) => id),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(now)), now);
    for (const { progressPercent } of plan?.milestones ?? []) assert.ok(progressPercent >= 0 && progressPercent <= 100);
    for (const audience of ['client', 'team', 'executive'] as const) {
      for (const today of ['0001-01-01', '2026-11-23', '9999-12-31']) {
        const text = await (await api()).summary({ plan: uri.toString(), audience, format: 'markdown', today });
        assert.doesNotMatch(text, /NaN|Infinity|undefined|Invalid/);
        assert.ok(text.length < 20_000, `${text.length}`);
      }
    }
    assert.doesNotMatch(JSON.stringify(now), /NaN|Infinity|Invalid/);
  });
});

describe('A snapshot is never behind', () => {
  afterEach(removeAll);
  const text = (project: string) => `project: ${project}\nmilestones: []\n`;

  it('behind what Node has written, changed and deleted', async () => {
    const uri = place().uri(file);
    for (const name of ['One', 'Two', 'Six']) {
      writeFileSync(uri.fsPath, text(name));
      assert.equal(planIn(await snapshot(), uri)?.project, name);
    }
    rmSync(uri.fsPath);
    assert.equal(planIn(await snapshot(), uri), undefined);
    writeFileSync(uri.fsPath, text('Two'));
    assert.equal(planIn(await snapshot(), uri)?.project, 'Two');
  });

  it('behind what was typed and behind a command', async () => {
    const uri = place().write(file, 'milestones:\n  - title: A\n');
    const document = await show(uri);
    await append(document, '    progress: 30\n');
    assert.equal(planIn(await snapshot(), uri)?.milestones[0]?.progressPercent, 30);
    const changed = run('setProgress', { id: 'a', plan: uri.toString(), percent: 60 });
    await changed;
    assert.equal(planIn(await snapshot(), uri)?.milestones[0]?.progressPercent, 60);
  });

  it('behind a file that was renamed while it is open, with unsaved words or without', async () => {
    const at = place();
    const [from, to, third] = [at.write(file, text('One')), at.uri('to.milestones.yaml'), at.uri('third.yaml')];
    await show(from);
    const rename = async (before: vscode.Uri, after: vscode.Uri) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(before, after);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename(from, to);
    let now = await snapshot();
    assert.deepEqual([planIn(now, from), planIn(now, to)?.project], [undefined, 'One']);
    await append(await show(to), 'client: C\n');
    await rename(to, from);
    now = await snapshot();
    assert.deepEqual([planIn(now, to), planIn(now, from)?.project, planIn(now, from)?.client], [undefined, 'One', 'C']);
    await rename(from, third);
    now = await snapshot();
    assert.deepEqual([planIn(now, from), planIn(now, third)], [undefined, undefined]);
    assert.deepEqual(vscode.languages.getDiagnostics(from), []);
  });

  it('tells every change with a number that grows, and takes the context and the list of disposables', async () => {
    const milepost = await api();
    const uri = place().uri(file);
    const seen: PublicSnapshot[] = [];
    const kept: vscode.Disposable[] = [];
    const context = { name: 'context' };
    milepost.onDidChangeSnapshot(
      function (this: unknown, told) {
        assert.equal(this, context);
        seen.push(told);
      },
      context,
      kept,
    );
    assert.equal(kept.length, 1);
    const thrower = milepost.onDidChangeSnapshot(() => {
      throw new Error('a listener of another extension');
    });
    for (const name of ['One', 'Two']) {
      await snapshotThat(
        (now) => planIn(now, uri)?.project === name,
        () => writeFileSync(uri.fsPath, text(name)),
      );
    }
    thrower.dispose();
    for (const disposable of kept) disposable.dispose();
    const count = seen.length;
    assert.ok(count >= 2);
    assert.ok(seen.every(({ number }, at) => at === 0 || number > (seen[at - 1]?.number ?? number)));
    writeFileSync(uri.fsPath, text('Three'));
    const last = await milepost.snapshot();
    assert.equal(planIn(last, uri)?.project, 'Three');
    assert.equal(seen.length, count);
  });
});

describe('The summary for each audience', () => {
  afterEach(removeAll);
  const ask = async (request: unknown) => (await api()).summary(request as never);

  it('never shows a client what is internal, and gives the same text for the same day', async () => {
    const uri = place().write(file, full).toString();
    const texts: string[] = [];
    for (const audience of ['client', 'team', 'executive']) {
      const request = { plan: uri, audience, format: 'markdown', today: '2026-11-23' };
      const text = await ask(request);
      assert.equal(await ask(request), text);
      assert.match(text, /^# .*Relaunch/);
      assert.match(text, /Late/);
      texts.push(text);
    }
    const [client, team] = texts;
    assert.doesNotMatch(client ?? '', /thin|\b90\b/);
    assert.match(team ?? '', /thin/);
  });

  it('is about the day that is asked for', async () => {
    const uri = place().write(file, 'milestones:\n  - { title: Live, due: 2030-06-15 }\n').toString();
    const on = (today: string) => ask({ plan: uri, audience: 'client', format: 'markdown', today });
    assert.match(await on('2030-06-20'), /5 days late/);
    assert.doesNotMatch(await on('2030-06-10'), /\blate\b/i);
    assert.match(await on('0001-01-01'), /Live/);
    assert.match(await on('9999-12-31'), /Live/);
  });

  it('finds a plan by a URI that is written a little differently', async () => {
    const uri = place().write('a b.milestones.yaml', full);
    const text = await ask({ plan: uri.toString(), audience: 'client', format: 'markdown' });
    assert.equal(await ask({ plan: uri.toString(true), audience: 'client', format: 'markdown' }), text);
  });

  it('rejects what it does not understand', async () => {
    const good = { audience: 'client', format: 'markdown' };
    const bad: readonly unknown[] = [
      undefined,
      null,
      'client',
      {},
      { ...good, audience: 'Client' },
      { ...good, audience: '__proto__' },
      { ...good, format: 'html' },
      { ...good, format: undefined },
      { ...good, today: '2026-02-30' },
      { ...good, today: 20260105 },
      { ...good, today: '' },
      { ...good, plan: 7 },
    ];
    for (const request of bad) await assert.rejects(() => ask(request), TypeError, JSON.stringify(request));
    await assert.rejects(() => ask({ ...good, plan: 'file:///nowhere.milestones.yaml' }), /nowhere/);
    await assert.rejects(() => ask({ ...good, plan: '' }), Error);
  });
});
