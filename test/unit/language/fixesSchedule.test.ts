// Fixes of plans that do not hold: a due date goes to the day that would, where that brings no other problem. Today is Monday, 23 November 2026.
import { describe, expect, test } from 'vitest';
import { fixesOf, pageOf, table, titleOf } from './fixesCases';

const rows = (...all: string[]) => `milestones:\n${all.map((row) => `  - { ${row} }\n`).join('')}`;

table('hours that are missing', [
  {
    code: 'date.infeasible',
    title: 'Move it to Dec 4, 2026',
    before: 'milestones:\n  - title: a\n    effort: 10d\n    due: "2026-11-27" # agreed\n',
    after: 'milestones:\n  - title: a\n    effort: 10d\n    due: "2026-12-04" # agreed\n',
  },
  {
    code: 'date.infeasible',
    title: 'Move it to Nov 26, 2026',
    before: 'milestones:\n  - title: a\n    due: 2026-11-24\n    milestones: [{ title: b, effort: 4d }]\n',
    after: 'milestones:\n  - title: a\n    due: 2026-11-26\n    milestones: [{ title: b, effort: 4d }]\n',
  },
  {
    code: 'date.infeasible',
    title: 'Move it to Nov 26, 2026',
    before: rows('title: a, effort: 3d, due: 2026-11-24', 'title: b, effort: 1d, due: 2026-11-25'),
    after: rows('title: a, effort: 3d, due: 2026-11-26', 'title: b, effort: 1d, due: 2026-11-25'),
  },
]);

table('deadlines', [
  {
    code: 'deadline.missed',
    title: 'Move it to Dec 4, 2026',
    before: rows('title: a, due: 2026-12-11, deadline: 2026-12-04'),
    after: rows('title: a, due: 2026-12-04, deadline: 2026-12-04'),
  },
  {
    code: 'deadline.missed',
    title: 'Move it to Dec 4, 2026',
    before: rows('title: a, due: 2026-12-11, deadline: 2026-12-06'),
    after: rows('title: a, due: 2026-12-04, deadline: 2026-12-06'),
  },
  {
    code: 'float.negative',
    title: 'Move it to Nov 30, 2026',
    before: rows('id: a, title: A, due: 2026-12-04', 'title: b, duration: 4d, dependsOn: [a], deadline: 2026-12-04'),
    after: rows('id: a, title: A, due: 2026-11-30', 'title: b, duration: 4d, dependsOn: [a], deadline: 2026-12-04'),
  },
  {
    code: 'float.negative',
    title: 'Move it to Dec 3, 2026',
    before: rows('id: a, title: A, due: 2026-12-04', 'title: b, duration: 4h, dependsOn: [a], deadline: 2026-12-04'),
    after: rows('id: a, title: A, due: 2026-12-03', 'title: b, duration: 4h, dependsOn: [a], deadline: 2026-12-04'),
  },
]);

describe('no date is moved', () => {
  test.each([
    ['that is the deadline of the plan', 'date.infeasible', `deadline: 2026-11-24\n${rows('title: a, effort: 9d')}`],
    ['that is a deadline', 'date.infeasible', rows('title: a, effort: 9d, deadline: 2026-11-24')],
    [
      'that is a task’s',
      'date.infeasible',
      rows('title: a, due: 2026-12-31, tasks: [{ title: T, effort: 9d, due: 2026-11-24 }]'),
    ],
    [
      'where that does not help: another one of that day is too much alone',
      'date.infeasible',
      rows('title: a, effort: 3d, due: 2026-11-24', 'title: b, effort: 3d, due: 2026-11-24'),
    ],
    [
      'past the milestone around',
      'date.infeasible',
      'milestones:\n  - title: a\n    due: 2026-11-25\n    milestones: [{ title: b, effort: 4d, due: 2026-11-24 }]\n',
    ],
    ['where its work takes as long', 'deadline.missed', rows('title: a, duration: 9d, deadline: 2026-11-27')],
    [
      'where its work takes as long in front of a deadline',
      'float.negative',
      rows('id: a, title: A, duration: 9d', 'title: b, dependsOn: [a], deadline: 2026-11-27'),
    ],
    [
      'into the past',
      'float.negative',
      rows('id: a, title: A, due: 2026-11-24', 'title: b, duration: 9d, dependsOn: [a], deadline: 2026-11-27'),
    ],
  ])('%s', (_, code, text) => {
    expect(fixesOf(pageOf(text), code).map(titleOf)).toEqual([`Ignore ${code} here`]);
  });
});
