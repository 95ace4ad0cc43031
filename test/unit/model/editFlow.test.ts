// Fields of milestones in flow style (`{ … }`): on one line and over several.
import { day } from '../../../src/base/day';
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const reschedule: Change = { kind: 'reschedule', id: 'a', due: day('2026-12-18') };
const markDone: Change = { kind: 'markDone', id: 'a', on };
const reopen: Change = { kind: 'reopen', id: 'a' };

table('a field in flow style', [
  {
    name: 'is replaced',
    change: reschedule,
    before: 'milestones:\n  - { id: a,   title: A,   due: 2026-12-04,   owner: me }   # c\n',
    after: 'milestones:\n  - { id: a,   title: A,   due: 2026-12-18,   owner: me }   # c\n',
  },
  {
    name: 'is put in behind the title',
    change: reschedule,
    before: 'milestones:\n  - {title: A}\n',
    after: 'milestones:\n  - {title: A, due: 2026-12-18}\n',
  },
  {
    name: 'status and completed come behind the dates',
    change: markDone,
    before: 'milestones:\n  - { id: a, title: A, due: 2026-12-04, owner: me }\n',
    after: 'milestones:\n  - { id: a, title: A, due: 2026-12-04, status: done, completed: 2026-11-23, owner: me }\n',
  },
  {
    name: 'a comma at the end stays',
    change: markDone,
    before: 'milestones:\n  - { id: a, title: A, }\n',
    after: 'milestones:\n  - { id: a, title: A, status: done, completed: 2026-11-23, }\n',
  },
  {
    name: 'an empty value before a comma',
    change: reschedule,
    before: 'milestones:\n  - {id: a, title: A, due:, owner: me}\n',
    after: 'milestones:\n  - {id: a, title: A, due: 2026-12-18, owner: me}\n',
  },
  {
    name: 'an empty value before a space and a comma',
    change: reschedule,
    before: 'milestones:\n  - {id: a, title: A, due: , owner: me}\n',
    after: 'milestones:\n  - {id: a, title: A, due: 2026-12-18, owner: me}\n',
  },
  {
    name: 'an empty value before the closing brace',
    change: reschedule,
    before: 'milestones:\n  - { id: a, title: A, due: }\n',
    after: 'milestones:\n  - { id: a, title: A, due: 2026-12-18 }\n',
  },
  {
    name: 'an empty value right before the closing brace',
    change: reschedule,
    before: 'milestones:\n  - {id: a, title: A, due:}\n',
    after: 'milestones:\n  - {id: a, title: A, due: 2026-12-18}\n',
  },
  {
    name: 'a key without a colon',
    change: reschedule,
    before: 'milestones:\n  - {id: a, title: A, due, owner: me}\n',
    after: 'milestones:\n  - {id: a, title: A, due: 2026-12-18, owner: me}\n',
  },
  {
    name: 'JSON stays JSON as far as its values go',
    change: reschedule,
    before: '{"milestones": [{"id": "a", "title": "A", "due": "2026-12-04"}]}\n',
    after: '{"milestones": [{"id": "a", "title": "A", "due": "2026-12-18"}]}\n',
  },
  {
    name: 'one pair a line stays so, with the comma behind',
    change: markDone,
    before: yaml`
      milestones:
        - {
            id: a,
            title: A, # the name
            owner: me,
          }
    `,
    after: yaml`
      milestones:
        - {
            id: a,
            title: A, # the name
            status: done,
            completed: 2026-11-23,
            owner: me,
          }
    `,
  },
  {
    name: 'one pair a line stays so behind the last one, whose comment stays beside it',
    change: markDone,
    before: yaml`
      milestones:
        - {
            id: a,
            title: A # the name
          }
    `,
    after: yaml`
      milestones:
        - {
            id: a,
            title: A, # the name
            status: done,
            completed: 2026-11-23
          }
    `,
  },
  {
    name: 'one pair a line stays so behind the last one without a comment',
    change: reschedule,
    before: 'milestones:\n  - {\n      id: a,\n      title: A\n    }\n',
    after: 'milestones:\n  - {\n      id: a,\n      title: A,\n      due: 2026-12-18\n    }\n',
  },
  {
    name: 'several pairs on a line of several',
    change: markDone,
    before: 'milestones:\n  - { id: a, title: A,\n      owner: me }\n',
    after: 'milestones:\n  - { id: a, title: A, status: done, completed: 2026-11-23,\n      owner: me }\n',
  },
  {
    name: 'a closing brace behind the last pair of several lines',
    change: markDone,
    before: 'milestones:\n  - { id: a,\n      title: A }\n',
    after: 'milestones:\n  - { id: a,\n      title: A, status: done, completed: 2026-11-23 }\n',
  },
]);

table('taking a field away in flow style', [
  {
    name: 'with the comma before it',
    change: reopen,
    before: 'milestones:\n  - { id: a, title: A, completed: 2026-11-20, owner: me }\n',
    after: 'milestones:\n  - { id: a, title: A, owner: me }\n',
  },
  {
    name: 'the last one',
    change: reopen,
    before: 'milestones:\n  - { id: a, title: A,   completed: 2026-11-20 } # c\n',
    after: 'milestones:\n  - { id: a, title: A } # c\n',
  },
  {
    name: 'the last one before a comma',
    change: reopen,
    before: 'milestones:\n  - {id: a, title: A, completed: 2026-11-20,}\n',
    after: 'milestones:\n  - {id: a, title: A,}\n',
  },
  {
    name: 'the first one with the comma behind it',
    change: reopen,
    before: 'milestones:\n  - { completed: 2026-11-20, id: a, title: A }\n',
    after: 'milestones:\n  - { id: a, title: A }\n',
  },
  {
    name: 'with its line',
    change: reopen,
    before: yaml`
      milestones:
        - {
            id: a,
            completed: 2026-11-20, # by mail
            title: A, # the name
          }
    `,
    after: yaml`
      milestones:
        - {
            id: a,
            title: A, # the name
          }
    `,
  },
  {
    name: 'with its line and the comma before, when it is the last',
    change: reopen,
    before: 'milestones:\n  - {\n      id: a,\n      title: A, # the name\n      completed: 2026-11-20\n    }\n',
    after: 'milestones:\n  - {\n      id: a,\n      title: A # the name\n    }\n',
  },
  {
    name: 'but not a comment between the comma and it',
    change: reopen,
    before: 'milestones:\n  - { id: a, title: A, # the name\n      completed: 2026-11-20, owner: me }\n',
    after: 'milestones:\n  - { id: a, title: A # the name\n      , owner: me }\n',
  },
  {
    name: 'a status that is put in where a line goes',
    change: { kind: 'setStatus', id: 'a', status: 'submitted', on },
    before: 'milestones:\n  - {\n      id: a,\n      title: A,\n      completed: 2026-11-20\n    }\n',
    after: 'milestones:\n  - {\n      id: a,\n      title: A,\n      status: submitted\n    }\n',
  },
  {
    name: 'a status that is put in at the same place',
    change: { kind: 'setStatus', id: 'a', status: 'submitted', on },
    before: 'milestones:\n  - { id: a, title: A, completed: 2026-11-20 }\n',
    after: 'milestones:\n  - { id: a, title: A, status: submitted }\n',
  },
]);
