// Approvals, payments, reasons of moves and ids in every way of writing: the exact text after each change, and what is refused.
import { expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { planEdit } from '../../../src/model/edit';
import { readPlanFile } from '../../../src/model/read';
import { on, table } from './editCases';

table('a recorded approval', [
  {
    name: 'no list yet',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n",
  },
  {
    name: 'no list yet, last line without an end',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }",
  },
  {
    name: 'no list yet, before payment and notes',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    amount: 4000\n    notes: |\n      Two\n      lines\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n    amount: 4000\n    notes: |\n      Two\n      lines\n",
  },
  {
    name: 'no list yet, as far right as other lists',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    tasks:\n    - One\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    tasks:\n    - One\n    approvals:\n    - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n",
  },
  {
    name: 'no list yet, behind a comment',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04 # agreed\n    # of the client\n    notes: N\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    due: 2026-12-04 # agreed\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n    # of the client\n    notes: N\n",
  },
  {
    name: 'no list yet, a milestone in braces',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - { id: a, title: A }\n',
    after:
      "milestones:\n  - { id: a, title: A, approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }] }\n",
  },
  {
    name: 'no list yet, braces without blanks',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones: [{id: a, title: A}]\n',
    after:
      "milestones: [{id: a, title: A, approvals: [{by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d'}]}]\n",
  },
  {
    name: 'nothing behind the key',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals:\n    notes: N\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n    notes: N\n",
  },
  {
    name: 'nothing behind the key but a comment',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: # newest last\n    notes: N\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }] # newest last\n    notes: N\n",
  },
  {
    name: 'nothing behind the key in braces',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - { id: a, title: A, approvals: , notes: N }\n',
    after:
      "milestones:\n  - { id: a, title: A, approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }], notes: N }\n",
  },
  {
    name: 'null',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: null # none\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }] # none\n",
  },
  {
    name: 'an empty list',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: []\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }]\n",
  },
  {
    name: 'an empty list with a blank',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: [ ]\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }]\n",
  },
  {
    name: 'an empty list over two lines',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, digest: 'v1:sha256:3f9a1b2c4d' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: [\n      # none\n    ]\n',
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved, on: 2026-11-23, digest: 'v1:sha256:3f9a1b2c4d' }\n      # none\n    ]\n",
  },
  {
    name: 'behind one in braces',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      "milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-20, digest: 'v1:sha256:3f9a1b2c4d' }\n    notes: N\n",
    after:
      "milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-20, digest: 'v1:sha256:3f9a1b2c4d' }\n      - { by: ana, decision: rejected, on: 2026-11-23 }\n    notes: N\n",
  },
  {
    name: 'behind one in tight braces',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals:\n      - {by: ana, decision: approved}\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - {by: ana, decision: approved}\n      - {by: ana, decision: rejected, on: 2026-11-23}\n',
  },
  {
    name: 'behind one on lines',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by: ana\n        decision: approved\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by: ana\n        decision: approved\n      - by: ana\n        decision: rejected\n        on: 2026-11-23\n',
  },
  {
    name: 'behind one on lines with a wide dash and a comment',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      -   by: ana\n          decision: approved # by phone\n          # at noon\n    # about the notes\n    notes: N\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      -   by: ana\n          decision: approved # by phone\n          # at noon\n      -   by: ana\n          decision: rejected\n          on: 2026-11-23\n    # about the notes\n    notes: N\n',
  },
  {
    name: 'behind two with an empty line between them',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by: ana\n        decision: approved\n\n      - by: ana\n        decision: approved\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by: ana\n        decision: approved\n\n      - by: ana\n        decision: approved\n\n      - by: ana\n        decision: rejected\n        on: 2026-11-23\n',
  },
  {
    name: 'dashes at the column of the key',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n    - { by: ana, decision: approved }\n    notes: N\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n    - { by: ana, decision: approved }\n    - { by: ana, decision: rejected, on: 2026-11-23 }\n    notes: N\n',
  },
  {
    name: 'in brackets',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved }]\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals: [{ by: ana, decision: approved }, { by: ana, decision: rejected, on: 2026-11-23 }]\n',
  },
  {
    name: 'in brackets over lines',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    approvals: [\n      { by: ana, decision: approved }, # first\n    ]\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals: [\n      { by: ana, decision: approved }, # first\n      { by: ana, decision: rejected, on: 2026-11-23 },\n    ]\n',
  },
  {
    name: 'behind an entry that is none',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by mail\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - by mail\n      - { by: ana, decision: rejected, on: 2026-11-23 }\n',
  },
  {
    name: 'all in braces',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones: [{ id: a, title: A, approvals: [{ by: ana, decision: approved }] }]\n',
    after:
      'milestones: [{ id: a, title: A, approvals: [{ by: ana, decision: approved }, { by: ana, decision: rejected, on: 2026-11-23 }] }]\n',
  },
  {
    name: 'a note in plain words',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: 'Looks good' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, note: Looks good }\n',
  },
  {
    name: 'a note with signs of YAML',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: 'Yes: #1, {a} "b" it\'s' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, note: "Yes: #1, {a} \\"b\\" it\'s" }\n',
  },
  {
    name: 'a note over lines',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: 'One\n# two\r\n- three\n---\n' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, note: "One\\n# two\\r\\n- three\\n---" }\n',
  },
  {
    name: 'a note with signs that turn the text around',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: 'a\u202eb\u2028c' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, note: "a\\u202eb\\u2028c" }\n',
  },
  {
    name: 'a note with half a character',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: 'a\ud800b' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23, note: "a\\ufffdb" }\n',
  },
  {
    name: 'a note of blanks is none',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'approved' as const, on: on, note: ' \n ' },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    approvals:\n      - { by: ana, decision: approved, on: 2026-11-23 }\n',
  },
  {
    name: 'by nobody',
    change: { kind: 'recordApproval' as const, id: 'a', approval: { by: ' ', decision: 'approved' as const, on: on } },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'refused: approval.by',
  },
  {
    name: 'a list that is shared',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    approvals: &all\n      - { by: ana, decision: approved }\n  - { id: b, title: B, approvals: *all }\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a list that is an alias',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'x-all: &all [{ by: ana, decision: approved }]\nmilestones:\n  - id: a\n    title: A\n    approvals: *all\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'a list of a merge key',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before:
      'x-all: &all { approvals: [{ by: ana, decision: approved }] }\nmilestones:\n  - id: a\n    title: A\n    <<: *all\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'no list',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: yes\n',
    after: 'refused: edit.unexpected',
  },
  {
    name: 'written twice',
    change: {
      kind: 'recordApproval' as const,
      id: 'a',
      approval: { by: 'ana', decision: 'rejected' as const, on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    approvals: []\n    approvals: []\n',
    after: 'refused: edit.twice',
  },
]);

table('a payment', [
  {
    name: 'none yet',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    amount: 4000\n    notes: N\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    amount: 4000\n    payment: { state: funded, funded: 2026-11-23 }\n    notes: N\n',
  },
  {
    name: 'none yet, in braces',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - { id: a, title: A, amount: 4000, notes: N }\n',
    after:
      'milestones:\n  - { id: a, title: A, amount: 4000, payment: { state: funded, funded: 2026-11-23 }, notes: N }\n',
  },
  {
    name: 'nothing behind the key',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: # of the first part\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-23 } # of the first part\n',
  },
  {
    name: 'null',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: ~\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-23 }\n',
  },
  {
    name: 'an empty group',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: {}\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-23 }\n',
  },
  {
    name: 'in braces',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, dates: { submitted: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-03 } # by card\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment: { state: submitted, funded: 2026-11-03, submitted: 2026-11-23 } # by card\n',
  },
  {
    name: 'in tight braces',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, dates: { submitted: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: {state: funded, holdDays: 7,}\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment: {state: submitted, submitted: 2026-11-23, holdDays: 7,}\n',
  },
  {
    name: 'in braces over lines',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, dates: { submitted: on } },
    before:
      'milestones:\n  - id: a\n    title: A\n    payment: {\n      state: funded, # by card\n      funded: 2026-11-03 # late\n    }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment: {\n      state: submitted, # by card\n      funded: 2026-11-03, # late\n      submitted: 2026-11-23\n    }\n',
  },
  {
    name: 'on lines',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, dates: { submitted: on } },
    before:
      'milestones:\n  - id: a\n    title: A\n    payment:\n      state: "funded" # by card\n      funded: 2026-11-03\n    notes: N\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment:\n      state: "submitted" # by card\n      funded: 2026-11-03\n      submitted: 2026-11-23\n    notes: N\n',
  },
  {
    name: 'on lines, without a state',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, dates: { submitted: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment:\n      funded: 2026-11-03\n      invoice: R-1\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment:\n      state: submitted\n      funded: 2026-11-03\n      submitted: 2026-11-23\n      invoice: R-1\n',
  },
  {
    name: 'a day that is there',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-03 }\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-23 }\n',
  },
  {
    name: 'an invoice',
    change: {
      kind: 'setPayment' as const,
      id: 'a',
      state: 'approved' as const,
      dates: { invoiced: on },
      invoice: 'RE 2026: #14',
    },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: approved, approved: 2026-11-20 }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    payment: { state: approved, approved: 2026-11-20, invoiced: 2026-11-23, invoice: "RE 2026: #14" }\n',
  },
  {
    name: 'goes back, on lines',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const },
    before:
      'milestones:\n  - id: a\n    title: A\n    payment:\n      state: submitted\n      funded: 2026-11-03\n      submitted: 2026-11-20 # by mail\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment:\n      state: funded\n      funded: 2026-11-03\n',
  },
  {
    name: 'goes back, in braces',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: submitted, submitted: 2026-11-20 }\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded, funded: 2026-11-23 }\n',
  },
  {
    name: 'the same again',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded }\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded }\n',
  },
  {
    name: 'what may not follow',
    change: { kind: 'setPayment' as const, id: 'a', state: 'released' as const },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded }\n',
    after: 'refused: payment.transition',
  },
  {
    name: 'what may not follow on money given back',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: refunded }\n',
    after: 'refused: payment.transition',
  },
  {
    name: 'what may not be first',
    change: { kind: 'setPayment' as const, id: 'a', state: 'released' as const },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'refused: payment.transition',
  },
  {
    name: 'a day of a later state',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { released: on } },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'refused: payment.transition',
  },
  {
    name: 'what has changed meanwhile',
    change: { kind: 'setPayment' as const, id: 'a', state: 'submitted' as const, was: 'unfunded' as const },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded }\n',
    after: 'refused: payment.overtaken',
  },
  {
    name: 'what was none',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, was: 'none' as const },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after: 'milestones:\n  - id: a\n    title: A\n    payment: { state: funded }\n',
  },
  {
    name: 'a text',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: soon\n',
    after: 'refused: edit.unexpected',
  },
  {
    name: 'a list',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: [soon]\n',
    after: 'refused: edit.unexpected',
  },
  {
    name: 'a shared group',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before:
      'milestones:\n  - id: a\n    title: A\n    payment: &p { state: unfunded }\n  - { id: b, title: B, payment: *p }\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'an alias',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'x-p: &p { state: unfunded }\nmilestones:\n  - id: a\n    title: A\n    payment: *p\n',
    after: 'refused: edit.shared',
  },
  {
    name: 'written twice',
    change: { kind: 'setPayment' as const, id: 'a', state: 'funded' as const, dates: { funded: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    payment: {}\n    payment: {}\n',
    after: 'refused: edit.twice',
  },
]);

table('a move with its reason', [
  {
    name: 'the first one',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      due: day('2026-12-11'),
      reason: { text: 'Texts came late', on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    payment: { state: funded }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n    payment: { state: funded }\n    changes:\n      - { on: 2026-11-23, field: due, from: 2026-12-04, to: 2026-12-11, reason: Texts came late }\n',
  },
  {
    name: 'no day before',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      due: day('2026-12-11'),
      reason: { text: 'Texts came late', on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n    changes:\n      - { on: 2026-11-23, field: due, to: 2026-12-11, reason: Texts came late }\n',
  },
  {
    name: 'both days',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      start: day('2026-11-30'),
      due: day('2026-12-11'),
      reason: { text: 'Texts: late', on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    start: 2026-11-23\n    due: 2026-12-04\n    changes:\n      - { on: 2026-11-02, field: due, to: 2026-12-04 }\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    start: 2026-11-30\n    due: 2026-12-11\n    changes:\n      - { on: 2026-11-02, field: due, to: 2026-12-04 }\n      - { on: 2026-11-23, field: start, from: 2026-11-23, to: 2026-11-30, reason: "Texts: late" }\n      - { on: 2026-11-23, field: due, from: 2026-12-04, to: 2026-12-11, reason: "Texts: late" }\n',
  },
  {
    name: 'both days, in brackets over lines',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      start: day('2026-11-30'),
      due: day('2026-12-11'),
      reason: { text: 'Texts', on: on },
    },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    changes: [\n      { field: due }\n    ]\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    start: 2026-11-30\n    due: 2026-12-11\n    changes: [\n      { field: due },\n      { on: 2026-11-23, field: start, to: 2026-11-30, reason: Texts },\n      { on: 2026-11-23, field: due, from: 2026-12-04, to: 2026-12-11, reason: Texts }\n    ]\n',
  },
  {
    name: 'in braces',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      due: day('2026-12-11'),
      reason: { text: 'Texts came late', on: on },
    },
    before: 'milestones: [{ id: a, title: A, due: 2026-12-04 }]\n',
    after:
      'milestones: [{ id: a, title: A, due: 2026-12-11, changes: [{ on: 2026-11-23, field: due, from: 2026-12-04, to: 2026-12-11, reason: Texts came late }] }]\n',
  },
  {
    name: 'on lines',
    change: {
      kind: 'reschedule' as const,
      id: 'a',
      due: day('2026-12-11'),
      reason: { text: 'Texts came late', on: on },
    },
    before:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    changes:\n      - field: due\n        to: 2026-12-04\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n    changes:\n      - field: due\n        to: 2026-12-04\n      - on: 2026-11-23\n        field: due\n        from: 2026-12-04\n        to: 2026-12-11\n        reason: Texts came late\n',
  },
  {
    name: 'a reason over lines',
    change: { kind: 'reschedule' as const, id: 'a', due: day('2026-12-11'), reason: { text: ' One\n two ', on: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after:
      'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n    changes:\n      - { on: 2026-11-23, field: due, from: 2026-12-04, to: 2026-12-11, reason: One two }\n',
  },
  {
    name: 'an empty reason',
    change: { kind: 'reschedule' as const, id: 'a', due: day('2026-12-11'), reason: { text: ' ', on: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-11\n',
  },
  {
    name: 'a day that stays',
    change: { kind: 'reschedule' as const, id: 'a', due: day('2026-12-04'), reason: { text: 'No move', on: on } },
    before: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n',
  },
  {
    name: 'a list that is an alias',
    change: { kind: 'reschedule' as const, id: 'a', due: day('2026-12-11'), reason: { text: 'Late', on: on } },
    before:
      'x-all: &all [{ field: due }]\nmilestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n    changes: *all\n',
    after: 'refused: edit.shared',
  },
]);

table('an id written down', [
  {
    name: 'on lines',
    change: { kind: 'writeId' as const, id: 'site-live' },
    before: 'milestones:\n  - title: Site live\n    due: 2026-12-04\n',
    after: 'milestones:\n  - id: site-live\n    title: Site live\n    due: 2026-12-04\n',
  },
  {
    name: 'in braces',
    change: { kind: 'writeId' as const, id: 'site-live' },
    before: 'milestones: [{title: Site live}]\n',
    after: 'milestones: [{id: site-live, title: Site live}]\n',
  },
  {
    name: 'where it is written',
    change: { kind: 'writeId' as const, id: 'site-live' },
    before: 'milestones:\n  - { id: site-live, title: Site live }\n',
    after: 'milestones:\n  - { id: site-live, title: Site live }\n',
  },
  {
    name: 'an id that is none',
    change: { kind: 'writeId' as const, id: 'site-live' },
    before: 'milestones:\n  - id: no id\n    title: Site live\n',
    after: 'milestones:\n  - id: site-live\n    title: Site live\n',
  },
  {
    name: 'of two with one title',
    change: { kind: 'writeId' as const, id: 'site-live~2' },
    before: 'milestones:\n  - title: Site live\n  - title: Site live\n',
    after: 'refused: milestone.ambiguous',
  },
]);

it('a note of 10 000 characters is read as it was given', () => {
  const note = `x: #'"\n{[`.repeat(1_250);
  const approval = { by: 'ana', decision: 'approved', on, note } as const;
  const planned = planEdit('milestones: [{ id: a, title: A }]', 'acme', [
    { kind: 'recordApproval', id: 'a', approval },
  ]);
  if ('refused' in planned) throw new Error(planned.refused);
  expect(readPlanFile(planned.text, 'acme').plan?.milestones[0]?.approvals).toEqual([approval]);
});
