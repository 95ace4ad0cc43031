// Fields that are put into a milestone in block style: where they come.
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const due = day('2026-12-18');
const reschedule: Change = { kind: 'reschedule', id: 'a', due };
const markDone: Change = { kind: 'markDone', id: 'a', on };

table('a missing field', [
  {
    name: 'due comes behind the title',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A # c\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A # c\n    due: 2026-12-18\n    owner: me\n',
  },
  {
    name: 'due comes behind start and in front of the next comment',
    change: reschedule,
    before: yaml`
      milestones:
        - id: a
          title: A
          start: 2026-11-02
          # who answers for it
          owner: me
    `,
    after: yaml`
      milestones:
        - id: a
          title: A
          start: 2026-11-02
          due: 2026-12-18
          # who answers for it
          owner: me
    `,
  },
  {
    name: 'status and completed come behind the dates, in this order',
    change: markDone,
    before: yaml`
      milestones:
        - id: a
          title: A
          due: 2026-12-04   # agreed
          owner: me
          tasks:
            - One
    `,
    after: yaml`
      milestones:
        - id: a
          title: A
          due: 2026-12-04   # agreed
          status: done
          completed: 2026-11-23
          owner: me
          tasks:
            - One
    `,
  },
  {
    name: 'completed comes behind a status that is there',
    change: markDone,
    before:
      'milestones:\n  - id: a\n    status: in-progress # yes\n    title: A\n    due: 2026-12-04\n    status2: x\n',
    after:
      'milestones:\n  - id: a\n    status: done # yes\n    title: A\n    due: 2026-12-04\n    completed: 2026-11-23\n    status2: x\n',
  },
  {
    name: 'never inside the text of a description',
    change: markDone,
    before: yaml`
      milestones:
        - title: A
          description: |
            One.

            Two.

          owner: me
    `,
    after: yaml`
      milestones:
        - title: A
          status: done
          completed: 2026-11-23
          description: |
            One.

            Two.

          owner: me
    `,
  },
  {
    name: 'behind a title over several lines',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n      and B # c\n    owner: me\n',
    after:
      'milestones:\n  - id: a\n    title: A\n      and B # c\n    status: done\n    completed: 2026-11-23\n    owner: me\n',
  },
  {
    name: 'behind a due that comes after the milestones inside',
    change: markDone,
    before: yaml`
      milestones:
        - id: a
          title: A
          milestones:
            - title: B
              due: 2026-11-30
          due: 2026-12-04
        - title: C
    `,
    after: yaml`
      milestones:
        - id: a
          title: A
          milestones:
            - title: B
              due: 2026-11-30
          due: 2026-12-04
          status: done
          completed: 2026-11-23
        - title: C
    `,
  },
  {
    name: 'behind a title in block style, in front of its empty lines',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: >-\n      A and\n      B\n\n    owner: me\n',
    after:
      'milestones:\n  - id: a\n    title: >-\n      A and\n      B\n    status: done\n    completed: 2026-11-23\n\n    owner: me\n',
  },
  {
    name: 'behind a title in block style that keeps its empty lines',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: |+\n      A\n\n    owner: me\n',
    after:
      'milestones:\n  - id: a\n    title: |+\n      A\n\n    status: done\n    completed: 2026-11-23\n    owner: me\n',
  },
  {
    name: 'at the end of a text without a final line end',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A',
    after: 'milestones:\n  - id: a\n    title: A\n    status: done\n    completed: 2026-11-23',
  },
  {
    name: 'in front of an end of document',
    change: markDone,
    before: '---\nmilestones:\n  - id: a\n    title: A\n...\n',
    after: '---\nmilestones:\n  - id: a\n    title: A\n    status: done\n    completed: 2026-11-23\n...\n',
  },
  {
    name: 'at the column of a wide dash',
    change: markDone,
    before: 'milestones:\n\n    -   title: A\n        owner: me\n',
    after: 'milestones:\n\n    -   title: A\n        status: done\n        completed: 2026-11-23\n        owner: me\n',
  },
  {
    name: 'in a list that is not indented',
    change: markDone,
    before: 'milestones:\n- title: A\n  owner: me\n- title: B\n',
    after: 'milestones:\n- title: A\n  status: done\n  completed: 2026-11-23\n  owner: me\n- title: B\n',
  },
  {
    name: 'beside a key with an anchor',
    change: markDone,
    before: 'milestones:\n  - &x id: a\n    title: A\n  - title: B\n',
    after: 'milestones:\n  - &x id: a\n    title: A\n    status: done\n    completed: 2026-11-23\n  - title: B\n',
  },
  {
    name: 'in a milestone with an anchor of its own',
    change: markDone,
    before: 'milestones:\n  - &x\n    id: a\n    title: A\n',
    after: 'milestones:\n  - &x\n    id: a\n    title: A\n    status: done\n    completed: 2026-11-23\n',
  },
  {
    name: 'in a milestone that merges another value, which stays as it is',
    change: markDone,
    before: yaml`
      x-base: &base
        owner: me
        due: 2026-12-04
      milestones:
        - <<: *base
          title: A
        - <<: *base
          title: B
    `,
    after: yaml`
      x-base: &base
        owner: me
        due: 2026-12-04
      milestones:
        - <<: *base
          title: A
          status: done
          completed: 2026-11-23
        - <<: *base
          title: B
    `,
  },
  {
    name: 'over a merged value',
    change: reschedule,
    before: 'x-base: &base { due: 2026-12-04 }\nmilestones:\n  - <<: *base\n    title: A\n',
    after: 'x-base: &base { due: 2026-12-04 }\nmilestones:\n  - <<: *base\n    title: A\n    due: 2026-12-18\n',
  },
  {
    name: 'as the first one where the title itself is merged',
    change: reschedule,
    before: 'x-base: &base { title: A }\nmilestones:\n  - <<: *base\n    owner: me\n',
    after: 'x-base: &base { title: A }\nmilestones:\n  - due: 2026-12-18\n    <<: *base\n    owner: me\n',
  },
  {
    name: 'beside a tab after the last value',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\t\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\t\n    status: done\n    completed: 2026-11-23\n    owner: me\n',
  },
  {
    name: 'behind an empty field with a comment below it',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n    due:\n    # c\n    owner: me\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due:\n    status: done\n    completed: 2026-11-23\n    # c\n    owner: me\n',
  },
]);
