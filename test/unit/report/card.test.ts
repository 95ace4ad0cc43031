// The hover card: the lines of the tooltip with their labels, as plain text.
import { expect, test } from 'vitest';
import { sayer } from '../../../src/base/message';
import { cardOf } from '../../../src/report/card';
import { outlineOf } from '../../../src/report/outline';
import { english, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

const team = { say: english, audience: 'team' } as const;

test('a milestone tells what its tooltip tells, each fact with its label', () => {
  expect(cardOf(snapshotOf(website), `${uriOf('plan')}#design`, team)).toEqual({
    title: 'Design approved',
    detail: 'due in 11 days · 50 %',
    lines: [
      { text: 'On track: Due 4 December 2026, in 11 days' },
      { label: 'Start', text: '2 November 2026' },
      { label: 'Due', text: '4 December 2026' },
      { label: 'Baseline', text: '27 November 2026, now 5 working days (7 days) later' },
      { label: 'Float', text: '32 working days, 5 before anything else moves' },
      { label: 'Exposure by its risks', text: '2 working days' },
      { label: 'Owner', text: 'Kim Lee' },
      { label: 'Progress', text: '50 %. 2 of 4 tasks and criteria done' },
      { label: 'Approval', text: 'approved, Ana Ruiz, 20 November 2026' },
      { label: 'Evidence', text: '1 evidenced' },
      { label: 'Amount', text: '€4,000, payment: Funded' },
      { text: 'All page templates, signed off on desktop and phone.' },
      { text: 'Logo variants come next week.' },
    ],
    tasks: [
      { task: 0, was: 'Wireframes', title: 'Wireframes', done: false },
      { task: 1, was: 'Visual design', title: 'Visual design', done: true },
    ],
  });
});

test('a client reads what was written for them, and nothing of the team', () => {
  expect(cardOf(snapshotOf(website), `${uriOf('plan')}#design`, { ...team, audience: 'client' })).toEqual({
    title: 'Design approved',
    detail: 'due in 11 days · 50 %',
    lines: [
      { text: 'On track' },
      { label: 'Start', text: '2 November 2026' },
      { label: 'Due', text: '4 December 2026' },
      { label: 'Baseline', text: '27 November 2026, now 7 days later' },
      { label: 'Owner', text: 'Kim Lee' },
      { label: 'Progress', text: '50 %' },
      { label: 'Approval', text: 'approved, Ana Ruiz, 20 November 2026' },
      { label: 'Amount', text: '€4,000, payment: Funded' },
      { text: 'Logo variants come next week.' },
    ],
    tasks: [],
  });
});

test('every line of the tooltip is in the card, of milestones and of the plan', () => {
  const snapshot = snapshotOf(website);
  const tree = outlineOf(snapshot, english, { groupBy: 'none', hideDone: false });
  for (const key of [undefined, 'design', 'live', 'texts']) {
    const row = tree.rowOf(uriOf('plan'), key);
    const lines = row ? tree.tooltipOf(row).split('\n').slice(1) : [];
    const card = cardOf(snapshot, key === undefined ? uriOf('plan') : `${uriOf('plan')}#${key}`, team);
    const told = card?.lines.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`)) ?? [];
    for (const line of lines.filter((each) => each !== '')) expect(told).toContain(line.replace(/^- |\\/g, ''));
  }
});

test('labels are found in any language, and never in a text of the plan', () => {
  const french = sayer('fr', (text, args) =>
    text === 'Due: {day}' ? `Échéance : ${args.day}` : text.replace(/\{(\w+)\}/g, (_, name) => String(args[name])),
  );
  const text =
    'milestones: [{ id: a, title: "A: b", due: 2026-12-04, owner: "x: y" }, { id: b, title: B, dependsOn: [a] }]';
  const card = cardOf(snapshotOf(text), `${uriOf('plan')}#a`, { ...team, say: french });
  expect(card?.lines).toContainEqual({ label: 'Échéance', text: '4 décembre 2026' });
  expect(card?.lines).toContainEqual({ label: 'Owner', text: 'x: y' });
  const after = cardOf(snapshotOf(text), `${uriOf('plan')}#b`, team);
  expect(after?.lines).toContainEqual({ text: 'After A: b (planned)' });
});

test('a text of the plan is one plain line, without what misleads', () => {
  const text =
    'milestones: [{ id: a, title: "A\\u202Eb\\n<b>c</b>", notes: "One\\n\\n# Two\\u200b", tasks: ["T\\u202E\\nu"] }]';
  const card = cardOf(snapshotOf(text), `${uriOf('plan')}#a`, team);
  expect(card?.title).toBe('Ab <b>c</b>');
  expect(card?.lines.at(-1)).toEqual({ text: 'One # Two' });
  expect(card?.tasks[0]).toMatchObject({ title: 'T u', was: 'T\u202e\nu' });
});

test('why it has its date is told where that is more than one step, and a stale plan says so', () => {
  const snapshot = snapshotOf([
    {
      name: 'plan',
      text: 'milestones: [',
      before: 'milestones: [{ id: a, title: A, due: 2026-12-04 }, { id: b, title: B, effort: 2d, dependsOn: [a] }]',
    },
  ]);
  const lines = cardOf(snapshot, `${uriOf('plan')}#b`, team)?.lines.map(({ text }) => text) ?? [];
  expect(lines[0]).toBe('The file cannot be read now; this is its last good state');
  expect(lines.length).toBeGreaterThan(4);
});

test('there is no card of what is not there', () => {
  const snapshot = snapshotOf(website);
  for (const ref of [`${uriOf('plan')}#nobody`, 'file:///none', '', '#design'])
    for (const audience of ['team', 'client'] as const)
      expect(cardOf(snapshot, ref, { ...team, audience })).toBeUndefined();
});
