// What a wrong file gets: in the Problems view and in the API, the same code, severity and exact characters for each mistake.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, place, planIn, removeAll } from '../store/workspace';
import { file, snapshot } from './outside';

type Severity = 'error' | 'warning' | 'hint';

/** The mistake stands between ⟦ and ⟧. */
const mistakes: readonly (readonly [code: string, severity: Severity, marked: string])[] = [
  ['date.invalid', 'error', 'milestones:\n  - { id: a, title: "😀 e\u0301", due: ⟦2026-06-31⟧ } # x\n'],
  ['date.invalid', 'error', 'milestones:\r\n  - id: a\r\n    title: A\r\n    due: ⟦05.01.2026⟧\r\n'],
  ['date.invalid', 'error', 'milestones:\n  - id: a\n    title: A\n    due: "⟦2026-1-5⟧"\n'],
  ['date.invalid', 'error', 'deadline: ⟦2026-02-29⟧\nmilestones: []\n'],
  ['status.invalid', 'error', 'milestones:\n  - id: a\n    title: A\n    status: ⟦finnished⟧\n'],
  ['percent.invalid', 'error', 'milestones:\n  - { id: a, title: A, progress: ⟦101⟧ }\n'],
  ['percent.invalid', 'error', 'milestones:\n  - { id: a, title: A, progress: ⟦1e400⟧ }\n'],
  ['money.invalid', 'error', 'milestones:\n  - { id: a, title: A, amount: ⟦1.23456⟧ }\n'],
  ['money.invalid', 'error', 'milestones:\n  - { id: a, title: A, amount: ⟦.inf⟧ }\n'],
  ['duration.invalid', 'error', 'milestones:\n  - { id: a, title: A, effort: ⟦3 apples⟧ }\n'],
  ['duration.invalid', 'error', 'milestones:\n  - { id: a, title: A, effort: ⟦-3d⟧ }\n'],
  ['id.invalid', 'error', 'milestones:\n  - { id: ⟦M 1⟧, title: A }\n'],
  ['id.duplicate', 'error', 'milestones:\n  - { id: a, title: A }\n  - { id: ⟦a⟧, title: B }\n'],
  ['id.missing', 'hint', 'milestones:\n  - title: ⟦Site live⟧\n'],
  ['title.missing', 'error', 'milestones:\n  - ⟦id⟧: a\n    due: 2026-12-04\n'],
  ['owner.unknown', 'warning', 'people: { ana: { name: A } }\nmilestones:\n  - { id: a, title: A, owner: ⟦anna⟧ }\n'],
  ['dependency.unknown', 'error', 'milestones:\n  - { id: a, title: A, dependsOn: [⟦nope⟧] }\n'],
  ['dependency.unknown', 'error', 'milestones:\n  - { id: a, title: A, dependsOn: [{ id: ⟦__proto__⟧, lag: 2d }] }\n'],
  ['dependency.cycle', 'error', 'milestones:\n  - { id: a, title: A, dependsOn: [⟦a⟧] }\n'],
  ['unknown.key', 'hint', 'milestones:\n  - id: a\n    title: A\n    ⟦dueDate⟧: 2026-12-04\n'],
  ['key.duplicate', 'error', 'milestones:\n  - id: a\n    title: A\n    ⟦title⟧: B\n'],
  ['progress.derived', 'hint', 'milestones:\n  - { id: a, title: A, tasks: [x], progress: ⟦40⟧ }\n'],
  ['status.contradiction', 'error', 'milestones:\n  - { id: a, title: A, completed: 2020-01-01, status: ⟦planned⟧ }\n'],
  [
    'status.contradiction',
    'warning',
    'milestones:\n  - { id: a, title: A, status: ⟦done⟧, acceptanceCriteria: [x] }\n',
  ],
  ['completed.future', 'error', 'milestones:\n  - { id: a, title: A, completed: ⟦2999-01-01⟧ }\n'],
  [
    'milestone.dueAfterParent',
    'warning',
    'milestones:\n  - { id: a, title: A, due: 2026-01-01, milestones: [{ id: b, title: B, due: ⟦2026-01-02⟧ }] }\n',
  ],
  ['currency.invalid', 'error', 'currency: ⟦Euros⟧\nmilestones: []\n'],
  ['timezone.invalid', 'error', 'timezone: ⟦Mars/Base⟧\nmilestones: []\n'],
  ['version.unsupported', 'warning', 'version: ⟦2⟧\nmilestones: []\n'],
  ['alias.unknown', 'error', 'milestones:\n  - { id: a, title: A, notes: ⟦*nope⟧ }\n'],
  ['file.conflict', 'error', 'milestones:\n⟦<<<<<<< ours⟧\n  - title: A\n=======\n>>>>>>> theirs\n'],
  ['range.invalid', 'error', 'calendar: { holidays: [⟦2027-01-01..2026-12-24⟧] }\nmilestones: []\n'],
  ['boolean.invalid', 'error', 'milestones:\n  - { id: a, title: A, tasks: [{ title: T, done: ⟦yes⟧ }] }\n'],
];

describe('A mistake is shown at its own characters', () => {
  afterEach(removeAll);

  for (const [code, severity, marked] of mistakes) {
    const first = mistakes.find((other) => other[1] === severity)?.[2] === marked;
    it(`${code}: ${marked.slice(marked.indexOf('⟦'), marked.indexOf('⟧') + 1)}${first ? '' : ' @once'}`, async () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const uri = place().write(file, text);
      const now = await snapshot();
      const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'milepost');
      const told = own.map((each) => `${codeOf(each)} ${each.severity} ${JSON.stringify(each.range)}`);
      const document = await vscode.workspace.openTextDocument(uri);
      const start = document.positionAt(marked.indexOf('⟦'));
      const end = document.positionAt(marked.indexOf('⟧') - 1);
      const wanted = `${code} ${ranks[severity]} ${JSON.stringify(new vscode.Range(start, end))}`;
      assert.ok(told.includes(wanted), `${wanted}\nnot in\n${told.join('\n')}`);
      const errors = own.filter(({ severity: rank }) => rank === vscode.DiagnosticSeverity.Error);
      assert.equal(errors.length, severity === 'error' ? 1 : 0, told.join('\n'));
      for (const { message } of own) assert.match(message, /^[^{}]*\.|\?$/, 'a sentence');
      const plan = planIn(now, uri);
      if (!plan) return;
      assert.deepEqual(
        plan.problems.map((problem) => [problem.code, problem.start, problem.end]),
        own.map((each) => [codeOf(each), point(each.range.start), point(each.range.end)]),
      );
      assert.equal(plan.problems.find((problem) => problem.code === code)?.severity, severity);
    });
  }

  it('none hides the rest of the file', async () => {
    const text = `people: [wrong]
milestones:
  - { id: a, title: A, due: 2026-02-30, status: nope, progress: x, amount: y, tasks: 7 }
  - 42
  - { id: b, title: B, due: 2026-12-04 }
`;
    const plan = planIn(await read(text), lastUri());
    assert.deepEqual(
      plan?.milestones.map(({ id, due }) => [id, due]),
      [
        ['a', undefined],
        ['b', '2026-12-04'],
      ],
    );
    assert.equal(plan?.stale, false);
    assert.ok((plan?.problems.filter(({ severity }) => severity === 'error').length ?? 0) >= 6);
  });

  it('a hundred and then how many more', async () => {
    const text = `milestones:\n${'  - { id: a, title: A, due: never, status: cancelled }\n'.repeat(300)}`;
    const plan = planIn(await read(text), lastUri());
    assert.equal(plan?.problems.length, 101);
    assert.equal(plan?.problems.at(-1)?.code, 'problems.more');
    assert.match(plan?.problems.at(-1)?.message ?? '', /499/);
  });

  it('goes when the mistake goes, and comes back with it', async () => {
    const at = place();
    const uri = at.uri(file);
    for (const [text, count] of [
      ['milestones: [', 1],
      ['milestones: []\n', 0],
      ['milestones: "', 1],
      ['milestones: []\n', 0],
    ] as const) {
      at.write(file, text);
      const plan = planIn(await snapshot(), uri);
      assert.equal(vscode.languages.getDiagnostics(uri).length, count, text);
      assert.equal(plan?.stale, plan ? count === 1 : undefined);
    }
    at.remove(file);
    await snapshot();
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });
});

const ranks = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  hint: vscode.DiagnosticSeverity.Information,
};

let last: vscode.Uri | undefined;

async function read(text: string) {
  last = place().write(file, text);
  return snapshot();
}

function lastUri(): vscode.Uri {
  assert.ok(last);
  return last;
}

function point({ line, character }: vscode.Position): object {
  return { line, character };
}
