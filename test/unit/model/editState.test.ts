// Marking done, reopening, status and progress in block style.
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const markDone: Change = { kind: 'markDone', id: 'a', on };
const reopen: Change = { kind: 'reopen', id: 'a' };

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
    name: 'done with a day takes another day where that day is meant',
    change: { kind: 'markDone', id: 'a', on, redate: true },
    before: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-20 # x\n',
    after: 'milestones:\n  - id: a\n    title: A\n    completed: 2026-11-23 # x\n',
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
    name: 'a comment between the day and its key stays',
    change: reopen,
    before: 'milestones:\n  - id: a\n    title: A\n    completed:\n      # by mail\n      2026-11-20\n',
    after: 'milestones:\n  - id: a\n    title: A\n      # by mail\n',
  },
  {
    name: 'comments between the day and its key stay, without a final line end too',
    change: reopen,
    before:
      'milestones:\n  - id: a\n    title: A\n    completed: # c\n\n      # by mail\n\n      # on paper\n      2026-11-20',
    after: 'milestones:\n  - id: a\n    title: A\n      # by mail\n\n      # on paper',
  },
  {
    name: 'a comment between the first key and its day stays',
    change: reopen,
    before: 'milestones:\n  - completed: # c\n      # by mail\n      2026-11-20\n    id: a\n    title: A\n',
    after: 'milestones:\n  -\n      # by mail\n    id: a\n    title: A\n',
  },
  {
    name: 'a comment that would become a line of the text above it is not left there',
    change: reopen,
    before:
      'milestones:\n  - id: a\n    title: A\n    notes: |\n     N\n    completed:\n      # by mail\n      2026-11-20\n',
    after: 'refused: edit.unsafe',
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
