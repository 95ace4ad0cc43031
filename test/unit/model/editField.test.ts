// Single fields of a milestone in block style: replaced, filled, put in and taken away.
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const due = day('2026-12-18');
const reschedule: Change = { kind: 'reschedule', id: 'a', due };
const markDone: Change = { kind: 'markDone', id: 'a', on };
const reopen: Change = { kind: 'reopen', id: 'a' };

table('a value that is there', [
  {
    name: 'only the characters of the value change, not the comment and its column',
    change: reschedule,
    before: yaml`
      milestones:
        - id: a
          title: A
          due: 2026-12-04        # the client knows
          owner: me
    `,
    after: yaml`
      milestones:
        - id: a
          title: A
          due: 2026-12-18        # the client knows
          owner: me
    `,
  },
  {
    name: 'double quotes stay',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: "2026-12-04"\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: "2026-12-18"\n',
  },
  {
    name: 'single quotes stay',
    change: reschedule,
    before: "milestones:\n  - id: a\n    title: A\n    due: '2026-12-04' # c\n",
    after: "milestones:\n  - id: a\n    title: A\n    due: '2026-12-18' # c\n",
  },
  {
    name: 'blanks around the value and tabs behind it stay',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due  :   2026-12-04 \t \n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due  :   2026-12-18 \t \n    owner: me\n',
  },
  {
    name: 'a tab before a comment stays',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\t# c\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\t# c\n',
  },
  {
    name: 'no final line end stays none',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18',
  },
  {
    name: 'a value on the line below its key',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:\n      2026-12-04 # c\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due:\n      2026-12-18 # c\n    owner: me\n',
  },
  {
    name: 'a key with a question mark',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    ? due\n    : 2026-12-04\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    ? due\n    : 2026-12-18\n    owner: me\n',
  },
  {
    name: 'a quoted key',
    change: reschedule,
    before: 'milestones:\n  - "id": a\n    "title": A\n    "due": 2026-12-04\n',
    after: 'milestones:\n  - "id": a\n    "title": A\n    "due": 2026-12-18\n',
  },
  {
    name: 'a tag in front of the value stays',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: !!str 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: !!str 2026-12-18\n',
  },
  {
    name: 'an anchor nobody uses stays',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: &d 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: &d 2026-12-18\n',
  },
  {
    name: 'a value that could not be read is replaced',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-06-31 # oops\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18 # oops\n',
  },
  {
    name: 'an explicit null is replaced',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: ~\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n',
  },
  {
    name: 'the same value again is no edit',
    change: { kind: 'reschedule', id: 'a', due: day('2026-12-04') },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
  },
  {
    name: 'wrong fields elsewhere do not matter',
    change: reschedule,
    before:
      'currency: euros\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    statsu: x\n  - due: 1\n  - 7\n',
    after:
      'currency: euros\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n    statsu: x\n  - due: 1\n  - 7\n',
  },
]);

table('an empty value', [
  {
    name: 'gets a space in front',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n    owner: me\n',
  },
  {
    name: 'uses the space that is there',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: \n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n    owner: me\n',
  },
  {
    name: 'keeps its comment apart',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: # not agreed\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18 # not agreed\n    owner: me\n',
  },
  {
    name: 'keeps a comment far behind',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:        # not agreed\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18       # not agreed\n',
  },
  {
    name: 'keeps a comment behind a tab',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:\t# not agreed\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due:\t2026-12-18 # not agreed\n',
  },
  {
    name: 'comes behind an anchor',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: &d # c\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: &d 2026-12-18 # c\n    owner: me\n',
  },
  {
    name: 'stays above comments and empty lines',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:\n\n    # who\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18\n\n    # who\n    owner: me\n',
  },
  {
    name: 'at the end of a text without a final line end',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due:',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18',
  },
  {
    name: 'a question mark key without a colon gets one',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    ? due\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    ? due\n    : 2026-12-18\n    owner: me\n',
  },
]);

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

table('marking done and reopening', [
  {
    name: 'a status and a day that are there change in place',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n    status: submitted\n    completed: 2026-11-20 # handed in\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: done\n    completed: 2026-11-23 # handed in\n',
  },
  {
    name: 'a status in block style changes and the day comes behind it',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n    status: >- # s\n      submitted\n\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: done # s\n    completed: 2026-11-23\n\n    owner: me\n',
  },
  {
    name: 'done without a day gets the day only',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n    status: done\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: done\n    completed: 2026-11-23\n',
  },
  {
    name: 'done with a day is no edit',
    change: markDone,
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20\n',
    after: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20\n',
  },
  {
    name: 'reopening takes the line of the day away and nothing else',
    change: reopen,
    before: yaml`
      milestones:
        - id: a
          title: A
          # when it was accepted
          completed: 2026-11-20   # by mail
          owner: me
    `,
    after: yaml`
      milestones:
        - id: a
          title: A
          # when it was accepted
          owner: me
    `,
  },
  {
    name: 'a written status becomes planned',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    status: done\n    completed: 2026-11-20\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: planned\n',
  },
  {
    name: 'a written status becomes in-progress when a task is done',
    change: reopen,
    before:
      'milestones:\n  - id: a\n    title: A\n    status: done # !\n    tasks:\n      - { title: T, done: true }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    status: in-progress # !\n    tasks:\n      - { title: T, done: true }\n',
  },
  {
    name: 'a cancelled one can be reopened',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    status: cancelled\n    started: 2026-11-02\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: in-progress\n    started: 2026-11-02\n',
  },
  {
    name: 'what is open stays as it is',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    status: in-progress\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: in-progress\n',
  },
  {
    name: 'the last line of a text without a final line end goes with the line end before it',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20',
    after: 'milestones:\n  - id: a\n    title: A',
  },
  {
    name: 'the first key goes and the next one moves up to the dash',
    change: reopen,
    before: 'milestones:\n  - completed: 2026-11-20 # c\n    id: a\n    title: A\n',
    after: 'milestones:\n  - id: a\n    title: A\n',
  },
  {
    name: 'the first key goes and a comment below it stays where it is',
    change: reopen,
    before: 'milestones:\n  -   completed: 2026-11-20 # c\n      # the title\n      id: a\n      title: A\n',
    after: 'milestones:\n  -\n      # the title\n      id: a\n      title: A\n',
  },
  {
    name: 'an empty line behind the day stays',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20\n\n  - title: B\n',
    after: 'milestones:\n  - id: a\n    title: A\n\n  - title: B\n',
  },
  {
    name: 'a question mark key goes with both its lines',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    ? completed\n    : 2026-11-20\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    owner: me\n',
  },
  {
    name: 'a day on the line below its key goes with both lines',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    completed:\n      2026-11-20\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    owner: me\n',
  },
]);

table('status and progress', [
  {
    name: 'a status is put in',
    change: { kind: 'setStatus', id: 'a', status: 'on-hold', on },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    status: on-hold\n',
  },
  {
    name: 'done also writes the day',
    change: { kind: 'setStatus', id: 'a', status: 'done', on },
    before: 'milestones:\n  - id: a\n    title: A\n    status: "planned"\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: "done"\n    completed: 2026-11-23\n',
  },
  {
    name: 'any other status takes the day away',
    change: { kind: 'setStatus', id: 'a', status: 'submitted', on },
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20\n    owner: me\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: submitted\n    owner: me\n',
  },
  {
    name: 'a status that follows anyway is not written',
    change: { kind: 'setStatus', id: 'a', status: 'planned', on },
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20\n',
    after: 'milestones:\n  - id: a\n    title: A\n',
  },
  {
    name: 'a wrong status is replaced',
    change: { kind: 'setStatus', id: 'a', status: 'in-progress', on },
    before: 'milestones:\n  - id: a\n    title: A\n    status: in-progres # typo\n',
    after: 'milestones:\n  - id: a\n    title: A\n    status: in-progress # typo\n',
  },
  {
    name: 'progress as a number',
    change: { kind: 'setProgress', id: 'a', percent: 60 },
    before: 'milestones:\n  - id: a\n    title: A\n    progress: 40 # keep\n',
    after: 'milestones:\n  - id: a\n    title: A\n    progress: 60 # keep\n',
  },
  {
    name: 'progress with its sign',
    change: { kind: 'setProgress', id: 'a', percent: 60 },
    before: 'milestones:\n  - id: a\n    title: A\n    progress: 40%\n',
    after: 'milestones:\n  - id: a\n    title: A\n    progress: 60%\n',
  },
  {
    name: 'progress as the file writes it elsewhere',
    change: { kind: 'setProgress', id: 'a', percent: 60 },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n  - title: B\n    progress: 10%\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    progress: 60%\n  - title: B\n    progress: 10%\n',
  },
  {
    name: 'progress is put in',
    change: { kind: 'setProgress', id: 'a', percent: 0 },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    progress: 0\n',
  },
  {
    name: 'progress that follows from tasks',
    change: { kind: 'setProgress', id: 'a', percent: 60 },
    before: 'milestones:\n  - id: a\n    title: A\n    tasks: [One]\n',
    after: 'refused: progress.derived',
  },
  {
    name: 'progress out of range',
    change: { kind: 'setProgress', id: 'a', percent: 101 },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'refused: progress.range',
  },
]);
