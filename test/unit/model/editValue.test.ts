// Single values of a milestone in block style: replaced where they are, filled where nothing is.
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { table, yaml } from './editCases';

const due = day('2026-12-18');
const reschedule: Change = { kind: 'reschedule', id: 'a', due };

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
    name: 'a start and a due date together, each in its place',
    change: { kind: 'reschedule', id: 'a', start: day('2026-12-07'), due },
    before: yaml`
      milestones:
        - id: a
          due: 2026-12-04   # the client knows
          title: A
          start:   '2026-12-01'
    `,
    after: yaml`
      milestones:
        - id: a
          due: 2026-12-18   # the client knows
          title: A
          start:   '2026-12-07'
    `,
  },
  {
    name: 'a start alone',
    change: { kind: 'reschedule', id: 'a', start: day('2026-12-07') },
    before: 'milestones:\n  - { id: a, title: A, start: 2026-12-01, due: 2026-12-04 }\n',
    after: 'milestones:\n  - { id: a, title: A, start: 2026-12-07, due: 2026-12-04 }\n',
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
    name: 'an id that is the name of something in every object',
    change: { kind: 'reschedule', id: '__proto__', due },
    before: 'milestones:\n  - id: __proto__\n    title: A\n    due: 2026-12-04\n  - id: constructor\n    title: B\n',
    after: 'milestones:\n  - id: __proto__\n    title: A\n    due: 2026-12-18\n  - id: constructor\n    title: B\n',
  },
  {
    name: 'an id that looks like a number',
    change: { kind: 'reschedule', id: '007', due },
    before: 'milestones:\n  - id: 007\n    title: A\n    due: 2026-12-04\n  - id: 7\n    title: B\n',
    after: 'milestones:\n  - id: 007\n    title: A\n    due: 2026-12-18\n  - id: 7\n    title: B\n',
  },
  {
    name: 'an id with the name of its file',
    change: { kind: 'reschedule', id: 'acme/a', due },
    before: 'milestones:\n  - title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - title: A\n    due: 2026-12-18\n',
  },
  {
    name: 'the second of two with one id, by its key',
    change: { kind: 'reschedule', id: 'a~2', due },
    before: 'milestones:\n  - title: A\n  - title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - title: A\n  - title: A\n    due: 2026-12-18\n',
  },
  {
    name: 'in the first of two documents',
    change: reschedule,
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04 # c\n---\n# second\nmilestones:\n  - title: B\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-18 # c\n---\n# second\nmilestones:\n  - title: B\n',
  },
  {
    name: 'beside an item that is a list by mistake',
    change: reschedule,
    before: 'milestones:\n  - - x\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - - x\n  - id: a\n    title: A\n    due: 2026-12-18\n',
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
