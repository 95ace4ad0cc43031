// Several changes at once: one list of edits of the first text, as if made one after the other.
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { composeEdits } from '../../../src/base/pieces';
import { applyEdits } from '../../../src/base/text';
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const done = (id: string): Change => ({ kind: 'markDone', id, on });

table('several changes', [
  {
    name: 'none at all',
    change: [],
    before: 'milestones:\n  - title: A\n',
    after: 'milestones:\n  - title: A\n',
  },
  {
    name: 'of several milestones, inside each other too',
    change: [done('a'), done('b'), done('c')],
    before: yaml`
      milestones:
        - title: A
          milestones:
            - { title: B }
        - title: C
          status: planned # c
    `,
    after: yaml`
      milestones:
        - title: A
          status: done
          completed: 2026-11-23
          milestones:
            - { title: B, status: done, completed: 2026-11-23 }
        - title: C
          status: done # c
          completed: 2026-11-23
    `,
  },
  {
    name: 'of one milestone',
    change: [
      { kind: 'reschedule', id: 'a', due: day('2026-12-18') },
      { kind: 'setStatus', id: 'a', status: 'in-progress', on },
      { kind: 'setProgress', id: 'a', percent: 40 },
      { kind: 'rename', id: 'a', title: 'B' },
    ],
    before: 'milestones:\n  - title: A # c\n    owner: me\n',
    after:
      'milestones:\n  - id: a\n    title: B # c\n    due: 2026-12-18\n    status: in-progress\n    progress: 40\n    owner: me\n',
  },
  {
    name: 'that take each other back',
    change: [done('a'), { kind: 'reopen', id: 'a' }, { kind: 'setStatus', id: 'a', status: 'on-hold', on }],
    before: 'milestones:\n  - title: A\n    status: planned\n    owner: me\n',
    after: 'milestones:\n  - title: A\n    status: on-hold\n    owner: me\n',
  },
  {
    name: 'of several tasks of one milestone',
    change: [
      { kind: 'toggleTask', id: 'a', task: 0 },
      { kind: 'toggleTask', id: 'a', task: 'Two' },
      { kind: 'toggleCriterion', id: 'a', criterion: 0 },
    ],
    before: 'milestones:\n  - title: A\n    tasks: [One, Two]\n    acceptanceCriteria:\n      - C\n',
    after:
      'milestones:\n  - title: A\n    tasks: [{ title: One, done: true }, { title: Two, done: true }]\n    acceptanceCriteria:\n      - { text: C, done: true }\n',
  },
  {
    name: 'of one task twice',
    change: [
      { kind: 'toggleTask', id: 'a', task: 0 },
      { kind: 'toggleTask', id: 'a', task: 0 },
    ],
    before: 'milestones:\n  - title: A\n    tasks: [One]\n',
    after: 'milestones:\n  - title: A\n    tasks: [{ title: One, done: false }]\n',
  },
  {
    name: 'of a milestone that the first one added',
    change: [{ kind: 'addMilestone', title: 'B' }, done('b'), { kind: 'addMilestone', title: 'C', after: 'b' }],
    before: 'milestones:\n  - title: A\n',
    after: 'milestones:\n  - title: A\n  - title: B\n    status: done\n    completed: 2026-11-23\n  - title: C\n',
  },
  {
    name: 'a status that follows from what an earlier one did',
    change: [
      { kind: 'toggleTask', id: 'b', task: 0 },
      { kind: 'reopen', id: 'a' },
    ],
    before: 'milestones:\n  - title: A\n    status: done\n    milestones:\n      - title: B\n        tasks: [One]\n',
    after:
      'milestones:\n  - title: A\n    status: in-progress\n    milestones:\n      - title: B\n        tasks: [{ title: One, done: true }]\n',
  },
  {
    name: 'are all refused when one is',
    change: [done('a'), done('b')],
    before: 'milestones:\n  - title: A\n',
    after: 'refused: milestone.unknown',
  },
]);

describe('edits on top of edits', () => {
  const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });
  const text = '0123456789';

  it.each([
    ['apart', [edit(1, 2, 'a')], [edit(5, 6, 'b')]],
    ['inside what the first wrote', [edit(2, 4, 'abc')], [edit(3, 4, 'x')]],
    ['over both ends of what the first wrote', [edit(2, 4, 'abc')], [edit(1, 6, 'x')]],
    ['taking away what the first wrote', [edit(3, 3, 'abc')], [edit(3, 6, '')]],
    ['at the ends of the text', [edit(0, 0, 'a'), edit(10, 10, 'z')], [edit(0, 1, ''), edit(12, 12, 'end')]],
    ['several at one place', [edit(4, 4, 'a'), edit(4, 4, 'b')], [edit(5, 5, '|')]],
  ])('%s', (_name, first, second) => {
    const joined = composeEdits(first, second);
    expect(applyEdits(text, joined)).toBe(applyEdits(applyEdits(text, first), second));
    expect(joined.every(({ span }, at) => at === 0 || span.start > (joined[at - 1]?.span.end ?? 0))).toBe(true);
  });

  it('leave nothing where they take each other back', () => {
    expect(composeEdits([edit(3, 3, 'abc')], [edit(3, 6, '')])).toEqual([]);
  });

  it('must not overlap', () => {
    expect(() => composeEdits([edit(1, 3, ''), edit(2, 4, '')], [])).toThrow(RangeError);
  });
});
