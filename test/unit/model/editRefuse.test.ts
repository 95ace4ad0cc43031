// What is not edited, each with its reason.
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { on, table } from './editCases';

const reschedule: Change = { kind: 'reschedule', id: 'a', due: day('2026-12-18') };
const markDone: Change = { kind: 'markDone', id: 'a', on };
const reopen: Change = { kind: 'reopen', id: 'a' };

table('what an alias shows in another place', [
  {
    name: 'a value that is an alias',
    change: reschedule,
    before: 'x-d: &d 2026-12-04\nmilestones:\n  - id: a\n    title: A\n    due: *d\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a value that aliases stand for',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: &d 2026-12-04\n  - title: B\n    due: *d\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a milestone that another one merges',
    change: markDone,
    before: 'milestones:\n  - &a\n    id: a\n    title: A\n  - <<: *a\n    id: b\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a field that is merged cannot be taken away',
    change: reopen,
    before: 'x-c: &c { completed: 2026-11-20 }\nmilestones:\n  - <<: *c\n    id: a\n    title: A\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a task that is an alias',
    change: { kind: 'toggleTask', id: 'a', task: 0 },
    before: 'x-t: &t One\nmilestones:\n  - title: A\n    tasks: [*t]\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a criterion that aliases stand for',
    change: { kind: 'toggleCriterion', id: 'a', criterion: 0 },
    before:
      'milestones:\n  - title: A\n    acceptanceCriteria:\n      - &c { text: C }\n  - title: B\n    acceptanceCriteria:\n      - *c\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'tasks that are merged',
    change: { kind: 'toggleTask', id: 'a', task: 0 },
    before: 'x-t: &t { tasks: [One] }\nmilestones:\n  - title: A\n    <<: *t\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a milestone that is an alias',
    change: markDone,
    before: 'x-a: &a { id: a, title: A }\nmilestones:\n  - *a\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a list of milestones that is an alias',
    change: { kind: 'addMilestone', title: 'B' },
    before: 'x-m: &m [{ title: A }]\nmilestones: *m\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a milestone in a list that is an alias',
    change: markDone,
    before: 'x-m: &m [{ title: A }]\nmilestones: *m\n',
    after: 'refused: edit.shared',
  },
]);

table('what is not clear', [
  {
    name: 'an id that is not there',
    change: { kind: 'reopen', id: 'b' },
    before: 'milestones:\n  - title: A\n',
    after: 'refused: milestone.unknown',
  },
  {
    name: 'an id of another file',
    change: { kind: 'reopen', id: 'other/a' },
    before: 'milestones:\n  - title: A\n',
    after: 'refused: milestone.unknown',
  },
  {
    name: 'an id that two have',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: One\n  - id: a\n    title: Two\n',
    after: 'refused: milestone.ambiguous',
  },
  {
    name: 'a field that is there twice',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    due: 2026-12-05\n',
    after: 'refused: edit.twice',
  },
  {
    name: 'a field with a list in it',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: [2026-12-04]\n',
    after: 'refused: edit.unexpected',
  },
  {
    name: 'a list of milestones that is none',
    change: { kind: 'addMilestone', title: 'B' },
    before: 'milestones: soon\n',
    after: 'refused: edit.unsafe',
  },
]);

describe('a text that is not edited', () => {
  const code = (text: string) => {
    const planned = planEdit(text, 'acme', [reschedule]);
    return 'refused' in planned ? planned.refused : 'edited';
  };
  const good = 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n';

  it.each([
    ['that is fine is', good, 'edited'],
    ['with lost characters', good.replace('A', 'A\ufffd'), 'text.encoding'],
    ['with a NUL', good.replace('A', 'A\0'), 'file.binary'],
    ['with lone CR', good.replaceAll('\n', '\r'), 'text.lineEnds'],
    ['with mixed line ends', good.replace('\n', '\r\n'), 'text.mixedLineEnds'],
    ['with merge conflicts', `<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> x\n`, 'file.conflict'],
    ['that is no plan', '- a\n- b\n', 'plan.type'],
    ['nested too deep', `${good}x-deep: ${'['.repeat(100)}${']'.repeat(100)}\n`, 'file.tooDeep'],
    ['that is too large', `${good}#${' '.repeat(1_100_000)}\n`, 'file.tooLarge'],
  ])('%s', (_name, text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('that is no YAML is refused with what is wrong', () => {
    const planned = planEdit(`${good}  x: [1,\n`, 'acme', [reschedule]);
    expect(planned).toMatchObject({ refused: expect.stringMatching(/^yaml\./), message: { text: expect.any(String) } });
  });

  it('of a larger size can be allowed', () => {
    const text = `${good}#${' '.repeat(1_100_000)}\n`;
    expect(planEdit(text, 'acme', [reschedule], { maxBytes: 2_000_000 })).toMatchObject({
      edits: [{ text: '2026-12-18' }],
    });
  });
});

const dated = 'milestones:\n  - id: a\n    title: A\n    start: 2026-11-30\n    due: 2026-12-04\n';

table('dates that were chosen for others', [
  {
    name: 'are written while those still stand there',
    change: { ...reschedule, was: { start: day('2026-11-30'), due: day('2026-12-04') } },
    before: dated,
    after: dated.replace('2026-12-04', '2026-12-18'),
  },
  {
    name: 'are written where none stood and none stands',
    change: { ...reschedule, was: { start: 'none', due: 'none' } },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n',
  },
  {
    name: 'are not written over another due date',
    change: { ...reschedule, was: { due: day('2026-12-03') } },
    before: dated,
    after: 'refused: dates.overtaken',
  },
  {
    name: 'are not written beside another start',
    change: { ...reschedule, was: { start: day('2026-11-27'), due: day('2026-12-04') } },
    before: dated,
    after: 'refused: dates.overtaken',
  },
  {
    name: 'are not written where one stands by now',
    change: { ...reschedule, was: { due: 'none' } },
    before: dated,
    after: 'refused: dates.overtaken',
  },
  {
    name: 'are not written where none stands any more',
    change: { ...reschedule, was: { due: day('2026-12-04') } },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'refused: dates.overtaken',
  },
]);
