// What a person does on the timeline's page, from the message on: exact bytes, one undo, and a sentence where it cannot be done.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import type { PanelAudience, ToPanel } from '../../../src/protocol/messages';
import { planEditor } from '../../../src/shell/applyChange';
import { hasRef } from '../../../src/shell/commandsTargets';
import { carryOut } from '../../../src/shell/panelActs';
import { readFromPanel } from '../../../src/shell/panelMessages';
import { previews } from '../../../src/shell/panelPreview';
import { readSettings } from '../../../src/shell/settings';
import { PlanStore } from '../../../src/shell/store';
import { append, place, removeAll, show } from '../store/workspace';

const plan = `project: Test of the timeline
milestones:
  - id: tl-design
    title: Design approved   # by the client
    start: 2026-11-30
    due: 2026-12-04
    tasks:
      - Wireframes
      - { title: Visual design, done: true }
  - { id: tl-live, title: Site live, dependsOn: [tl-design], effort: 3d }
  - title: Looked after   # for a month
    due: 2027-02-12
  - id: tl-alone
    title: Alone
`;

const said = sayer('en');

/** The host behind a page: what the page sends goes in, what it would get comes out. */
class Host {
  readonly posted: ToPanel[] = [];
  audience: PanelAudience = 'team';
  private readonly log = vscode.window.createOutputChannel('Test of the timeline', { log: true });
  private readonly store = new PlanStore(this.log);
  private readonly editor = planEditor({
    log: this.log,
    settings: readSettings,
    read: this.store.read,
    edited: () => void this.store.flush(),
  });
  private readonly previews = previews({
    store: this.store,
    say: said,
    audience: () => this.audience,
    post: (message) => this.post(message),
  });
  private waiting: ((message: ToPanel) => void)[] = [];

  async begin(): Promise<void> {
    this.store.start();
    await this.store.settled();
  }

  settled() {
    return this.store.settled();
  }

  /** As the panel does it: whatever is not known is nothing. */
  send(value: unknown): boolean {
    const message = readFromPanel(value);
    const { snapshot } = this.store;
    if (!message || !snapshot) return false;
    const refs = [
      ...('ref' in message && message.ref !== undefined ? [message.ref] : []),
      ...('move' in message ? [message.move.ref] : []),
      ...('on' in message ? [message.on] : []),
    ];
    if (!refs.every((ref) => hasRef(snapshot, ref))) return false;
    const { store, editor, log, audience } = this;
    carryOut(message, {
      ...{ store, editor, log, audience, say: said, previews: this.previews },
      post: (answer) => this.post(answer),
      setAudience: (wanted) => {
        this.audience = wanted;
      },
    });
    return true;
  }

  /** The next message to the page after this one. */
  async asked(value: unknown): Promise<ToPanel> {
    const next = new Promise<ToPanel>((resolve) => this.waiting.push(resolve));
    assert.ok(this.send(value), `the message is known: ${JSON.stringify(value)}`);
    return next;
  }

  dispose(): void {
    this.previews.stop();
    this.store.dispose();
    this.log.dispose();
  }

  private post(message: ToPanel): void {
    this.posted.push(message);
    for (const tell of this.waiting.splice(0)) tell(message);
  }
}

let host: Host;

async function opened(text = plan) {
  const at = place();
  const uri = at.write('tl.milestones.yaml', text);
  const document = await show(uri);
  await host.settled();
  const ref = (key: string) => `${uri.toString()}#${key}`;
  return { at, uri, document, ref, read: () => at.read('tl.milestones.yaml') };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Sends a message that changes the plan, compares every byte, and takes it back with one undo. */
async function changes(
  messageFor: (open: Opened) => object,
  edits: readonly (readonly [string, string])[],
): Promise<void> {
  const open = await opened();
  const message = messageFor(open);
  const wanted = edits.reduce((text, [before, after]) => {
    assert.ok(text.includes(before), before);
    return text.replace(before, after);
  }, plan);
  if ('id' in message) assert.deepEqual(await host.asked(message), { type: 'settled', id: message.id });
  else assert.ok(host.send(message));
  await until(() => open.read() === wanted);
  assert.equal(open.read(), wanted);
  await until(() => !open.document.isDirty);
  await vscode.commands.executeCommand('undo');
  assert.equal(open.document.getText(), plan, 'one undo brings every byte back');
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 5_000; waited += 20) await new Promise((done) => setTimeout(done, 20));
}

const design = { wasStart: day('2026-11-30'), wasDue: day('2026-12-04') };

describe('Acting on the timeline', () => {
  before(async () => {
    host = new Host();
    await host.begin();
  });
  after(() => host.dispose());
  afterEach(removeAll);

  it('a bar is moved as a whole', () =>
    changes(
      ({ ref }) => ({
        type: 'move',
        id: 1,
        move: { ref: ref('tl-design'), number: 1, ...design, start: day('2026-12-01'), due: day('2026-12-07') },
      }),
      [
        ['start: 2026-11-30', 'start: 2026-12-01'],
        ['due: 2026-12-04', 'due: 2026-12-07'],
      ],
    ));

  it('its end is moved alone', () =>
    changes(
      ({ ref }) => ({
        type: 'move',
        id: 2,
        move: { ref: ref('tl-design'), number: 1, ...design, due: day('2026-12-11') },
      }),
      [['due: 2026-12-04', 'due: 2026-12-11']],
    ));

  it('its start is moved alone', () =>
    changes(
      ({ ref }) => ({
        type: 'move',
        id: 3,
        move: { ref: ref('tl-design'), number: 1, ...design, start: day('2026-11-27') },
      }),
      [['start: 2026-11-30', 'start: 2026-11-27']],
    ));

  it('a milestone without dates gets one', () =>
    changes(
      ({ ref }) => ({ type: 'move', id: 4, move: { ref: ref('tl-alone'), number: 1, due: day('2026-12-11') } }),
      [['    title: Alone\n', '    title: Alone\n    due: 2026-12-11\n']],
    ));

  it('a dependency is added', () =>
    changes(
      ({ ref }) => ({ type: 'depend', id: 5, ref: ref('tl-alone'), on: ref('tl-live'), number: 1 }),
      [['    title: Alone\n', '    title: Alone\n    dependsOn: [tl-live]\n']],
    ));

  it('a dependency on what has no id writes the id down, with the same undo', () =>
    changes(
      ({ ref }) => ({ type: 'depend', id: 6, ref: ref('tl-live'), on: ref('looked-after'), number: 1 }),
      [
        ['[tl-design]', '[tl-design, looked-after]'],
        ['  - title: Looked after', '  - id: looked-after\n    title: Looked after'],
      ],
    ));

  it('a status is set', () =>
    changes(
      ({ ref }) => ({ type: 'set', ref: ref('tl-alone'), number: 1, status: 'on-hold' }),
      [['    title: Alone\n', '    title: Alone\n    status: on-hold\n']],
    ));

  it('a progress is set', () =>
    changes(
      ({ ref }) => ({ type: 'set', ref: ref('tl-live'), number: 1, percent: 40 }),
      [['title: Site live,', 'title: Site live, progress: 40,']],
    ));

  it('a task is ticked', () =>
    changes(
      ({ ref }) => ({ type: 'set', ref: ref('tl-design'), number: 1, task: 0, was: 'Wireframes', done: true }),
      [['- Wireframes', '- { title: Wireframes, done: true }']],
    ));

  it('a file with unsaved changes stays unsaved', async () => {
    const { document, ref, read } = await opened();
    await append(document, '# more\n');
    await host.settled();
    const move = { ref: ref('tl-design'), number: 1, ...design, due: day('2026-12-11') };
    assert.deepEqual(await host.asked({ type: 'move', id: 7, move }), { type: 'settled', id: 7 });
    assert.equal(document.getText(), `${plan.replace('2026-12-04', '2026-12-11')}# more\n`);
    assert.equal(document.isDirty, true);
    assert.equal(read(), plan);
  });

  it('dates that are others by now are left alone', async () => {
    const { ref, read } = await opened();
    const move = {
      ref: ref('tl-design'),
      number: 1,
      wasStart: design.wasStart,
      wasDue: day('2026-12-03'),
      due: 20_800,
    };
    const answer = await host.asked({ type: 'move', id: 8, move });
    assert.deepEqual(answer, {
      type: 'settled',
      id: 8,
      refused: 'The dates of “Design approved” have changed meanwhile, so nothing was moved.',
    });
    assert.equal(read(), plan);
  });

  it('an end before the start, a circle and what is inside are refused with a sentence', async () => {
    const { ref, read } = await opened();
    const refused = async (value: unknown) => {
      const answer = await host.asked(value);
      assert.equal(answer.type, 'settled');
      return 'refused' in answer ? answer.refused : undefined;
    };
    const move = { ref: ref('tl-design'), number: 1, ...design, due: day('2026-11-27') };
    assert.equal(await refused({ type: 'move', id: 9, move }), '“Design approved” cannot start after it is due.');
    assert.equal(
      await refused({ type: 'depend', id: 10, ref: ref('tl-design'), on: ref('tl-live'), number: 1 }),
      '“Site live” waits for “Design approved” already, so “Design approved” cannot wait for it.',
    );
    assert.equal(
      await refused({ type: 'depend', id: 11, ref: ref('tl-design'), on: ref('tl-design'), number: 1 }),
      '“Design approved” cannot wait for itself.',
    );
    assert.equal(read(), plan);
  });

  it('a dependency on another plan is written with its name, and a circle over plans is seen', async () => {
    const { at, ref, read } = await opened();
    const other = at.write(
      'tl-other.milestones.yaml',
      'milestones:\n  - { id: logo, title: Logo, dependsOn: [tl/tl-live] }\n  - { id: face, title: Face }\n',
    );
    await host.settled();
    const on = (key: string) => `${other.toString()}#${key}`;
    const answer = await host.asked({ type: 'depend', id: 12, ref: ref('tl-design'), on: on('logo'), number: 1 });
    assert.equal(
      'refused' in answer ? answer.refused : '',
      '“Logo” waits for “Design approved” already, so “Design approved” cannot wait for it.',
    );
    await host.asked({ type: 'depend', id: 13, ref: ref('tl-alone'), on: on('face'), number: 1 });
    assert.equal(read(), plan.replace('title: Alone\n', 'title: Alone\n    dependsOn: [tl-other/face]\n'));
  });

  it('a question is answered by what would follow, and only the newest one', async () => {
    const { ref, read } = await opened();
    const ask = (id: number, due: string) => ({
      type: 'preview',
      id,
      move: { ref: ref('tl-design'), number: 1, ...design, due: day(due) },
    });
    host.posted.length = 0;
    assert.ok(host.send(ask(20, '2026-12-07')));
    assert.ok(host.send(ask(21, '2026-12-08')));
    const answer = await host.asked(ask(22, '2026-12-09'));
    assert.equal(answer.type, 'effect');
    if (answer.type !== 'effect') return;
    assert.equal(answer.id, 22);
    assert.equal(answer.effect.text, '3 working days later; Site live moves to Dec 14');
    assert.deepEqual(answer.effect.moved, [{ ref: ref('tl-live'), forecast: day('2026-12-14') }]);
    assert.deepEqual(
      host.posted.map((message) => message.type),
      ['effect'],
    );
    assert.equal(read(), plan);
  });

  it('a card tells what the tooltip tells, with the tasks, and to a client nothing internal', async () => {
    const { ref } = await opened(
      plan.replace('    tasks:', '    internal: SECRET\n    notes: For the client\n    tasks:'),
    );
    const card = await host.asked({ type: 'card', ref: ref('tl-design') });
    assert.equal(card.type, 'card');
    if (card.type !== 'card') return;
    assert.equal(card.card.title, 'Design approved');
    assert.deepEqual(
      card.card.tasks.map(({ task, title, done }) => [task, title, done]),
      [
        [0, 'Wireframes', false],
        [1, 'Visual design', true],
      ],
    );
    assert.ok(card.card.lines.some(({ label, text }) => label === 'Due' && text === 'December 4, 2026'));
    assert.ok(host.send({ type: 'audience', audience: 'client' }));
    const forClient = await host.asked({ type: 'card', ref: ref('tl-design') });
    host.audience = 'team';
    assert.ok(forClient.type === 'card' && forClient.card.tasks.length === 0);
    assert.doesNotMatch(JSON.stringify(forClient), /SECRET/);
    assert.match(JSON.stringify(forClient), /For the client/);
  });

  it('messages that are not exactly known ones change nothing', async () => {
    const { ref, read } = await opened();
    const move = { ref: ref('tl-design'), number: 1, ...design, due: day('2026-12-11') };
    for (const value of [
      { type: 'move', id: 1, move: { ...move, ref: `${move.ref}x` } },
      { type: 'move', id: 1, move: { ...move, due: '2026-12-11' } },
      { type: 'move', id: 1, move: { ...move, due: 1.5 } },
      { type: 'move', id: 1, move: { ...move, due: 2_147_483_000 } },
      { type: 'move', id: 1, move: { ...move, command: 'x' } },
      { type: 'depend', id: 1, ref: ref('tl-live'), on: 'file:///etc/passwd', number: 1 },
      { type: 'set', ref: ref('tl-design'), number: 1, status: 'on-hold', percent: 3 },
      { type: 'run', command: 'workbench.action.closeWindow' },
      { type: 'act', action: 'explainProblem', ref: ref('tl-design'), number: 1 },
    ])
      assert.equal(host.send(value), false, JSON.stringify(value));
    assert.equal(read(), plan);
  });
});
