// The colour of milestones and plans, from the text of a plan to the one sentence. Today is Monday, 23 November 2026.
import { describe, expect, it, test } from 'vitest';
import type { Rag } from '../../../src/schedule/schedule';
import { english, type Source, snapshotOf, uriOf } from '../report/snapshotOf';

const planOf = (sources: string | readonly Source[], name = 'plan') => {
  const found = snapshotOf(sources).plans.find(({ uri }) => uri === uriOf(name));
  if (!found) throw new RangeError(name);
  return found.schedule;
};
const milestoneOf = (sources: string | readonly Source[], key: string, name = 'plan') => {
  const found = planOf(sources, name).milestones.get(key);
  if (!found) throw new RangeError(key);
  return found;
};
const said = ({ color, reason }: Pick<Rag, 'color' | 'reason'>) => `${color ?? 'none'} | ${english(reason)}`;

const people = 'people: { me: { name: Kim Lee, hoursPerDay: 8 }, ana: { role: the client } }\n';

/** Lines under `milestones:`; the milestone asked for has the id `m`. */
const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
  // Green
  ['on course', '- { id: m, title: M, due: 2026-12-04 }', 'green | Green: due 4 December 2026, in 11 days'],
  ['due tomorrow', '- { id: m, title: M, due: 2026-11-24 }', 'green | Green: due 24 November 2026, in 1 day'],
  ['due today', '- { id: m, title: M, due: 2026-11-23 }', 'green | Green: due today'],
  ['without dates', '- { id: m, title: M }', 'green | Green: no due date yet'],
  [
    'a deadline that holds',
    '- { id: m, title: M, effort: 3d, deadline: 2026-12-04 }',
    'green | Green: forecast for 25 November 2026, in time for its deadline of 4 December 2026',
  ],
  ['work alone', '- { id: m, title: M, effort: 3d }', 'green | Green: forecast for 25 November 2026'],
  [
    'delivered',
    '- { id: m, title: M, status: submitted, due: 2026-12-04 }',
    'green | Green: delivered and waiting for the client',
  ],
  [
    'waiting for what is on course',
    '- { id: a, title: A, due: 2026-12-01 }\n- { id: m, title: M, due: 2026-12-04, dependsOn: [a] }',
    'green | Green: due 4 December 2026, in 11 days',
  ],
  // No colour
  [
    'done',
    '- { id: m, title: M, completed: 2026-11-20, due: 2026-11-17 }',
    'none | Done 3 days late, on 20 November 2026',
  ],
  ['cancelled', '- { id: m, title: M, status: cancelled, due: 2026-11-17 }', 'none | Cancelled'],
  ['on hold', '- { id: m, title: M, status: on-hold, due: 2026-11-17 }', 'none | On hold; was due 17 November 2026'],
  [
    'inside what is on hold',
    '- { title: P, status: on-hold, milestones: [{ id: m, title: M, due: 2026-11-17 }] }',
    'none | Inside P, which is on hold',
  ],
  // Dates
  ['overdue', '- { id: m, title: M, due: 2026-11-18 }', 'red | Red: 3 working days late, was due 18 November 2026'],
  [
    'overdue by one',
    '- { id: m, title: M, due: 2026-11-20 }',
    'red | Red: 1 working day late, was due 20 November 2026',
  ],
  [
    'overdue on a deadline',
    '- { id: m, title: M, deadline: 2026-11-18 }',
    'red | Red: 3 working days late for its deadline, which was 18 November 2026',
  ],
  [
    'delivered and overdue',
    '- { id: m, title: M, status: submitted, due: 2026-11-18 }',
    'red | Red: delivered and waiting for the client, 3 working days late, was due 18 November 2026',
  ],
  [
    'overdue behind something late',
    '- { id: a, title: Texts final, due: 2026-11-13, owner: ana }\n- { id: m, title: M, owner: me, due: 2026-11-16, dependsOn: [a] }',
    'red | Red: 5 working days late, was due 16 November 2026, driven by Texts final (owner: the client)',
  ],
  [
    'forecast after due',
    '- { id: a, title: Texts final, due: 2026-12-11, owner: ana }\n- { id: m, title: M, due: 2026-12-10, dependsOn: [{ id: a, lag: 2d }], owner: me }',
    'amber | Amber: forecast 3 working days after due, driven by Texts final (owner: the client)',
  ],
  [
    'its own owner is not named again',
    '- { id: a, title: Texts final, due: 2026-12-11, owner: ana }\n- { id: m, title: M, due: 2026-12-10, dependsOn: [a], owner: ana }',
    'amber | Amber: forecast 1 working day after due, driven by Texts final',
  ],
  [
    'driven through others, to the milestone that causes it',
    '- { id: a, title: Texts final, due: 2026-12-11, owner: ana }\n- { id: b, title: B, effort: 2d, dependsOn: [a] }\n- { id: m, title: M, due: 2026-12-10, dependsOn: [b] }',
    'amber | Amber: forecast 3 working days after due, driven by Texts final (owner: the client)',
  ],
  [
    'its own work from today',
    '- { id: m, title: M, effort: 4d, due: 2026-11-24 }',
    'amber | Amber: forecast 2 working days after due, by its own work from today',
  ],
  [
    'its own work from its start',
    '- { id: m, title: M, start: 2026-11-30, effort: 4d, due: 2026-12-01 }',
    'amber | Amber: forecast 2 working days after due, by its own work from 30 November 2026',
  ],
  [
    'what is inside',
    '- { id: m, title: M, due: 2026-12-01, milestones: [{ title: Inner, due: 2026-12-03, owner: me }] }',
    'amber | Amber: forecast 2 working days after due, driven by Inner (owner: Kim Lee)',
  ],
  [
    'the start of what is around it',
    '- { title: P, start: 2026-12-07, milestones: [{ id: m, title: M, effort: 2d, due: 2026-12-07 }] }',
    'amber | Amber: forecast 1 working day after due, driven by P',
  ],
  [
    'something late inside',
    '- { id: m, title: M, due: 2026-12-01, milestones: [{ title: Inner, due: 2026-11-20 }] }',
    'amber | Amber: Inner, inside it, is late by 3 days',
  ],
  [
    'over a weekend nobody works',
    '- { id: m, title: M, due: 2027-01-09, milestones: [{ title: Inner, due: 2027-01-10 }] }',
    'amber | Amber: forecast 1 day after due, driven by Inner',
  ],
  [
    'after its deadline',
    '- { id: m, title: M, effort: 4d, deadline: 2026-11-24 }',
    'red | Red: forecast 2 working days after its deadline of 24 November 2026, by its own work from today',
  ],
  [
    'due after its deadline',
    '- { id: m, title: M, due: 2026-12-04, deadline: 2026-12-02 }',
    'red | Red: due 4 December 2026, 2 working days after its deadline of 2 December 2026',
  ],
  // Blocked
  [
    'blocked from outside',
    '- { id: m, title: M, due: 2026-12-04, blockedBy: { text: Hosting, who: ana, since: 2026-11-16 } }',
    'amber | Amber: blocked by the client since 16 November 2026: Hosting',
  ],
  ['blocked, nothing more said', '- { id: m, title: M, blockedBy: Hosting }', 'amber | Amber: blocked: Hosting'],
  ['blocked and due soon', '- { id: m, title: M, due: 2026-11-30, blockedBy: Hosting }', 'red | Red: blocked: Hosting'],
  [
    'waiting for something late',
    '- { id: a, title: A, due: 2026-11-18, owner: ana }\n- { id: m, title: M, due: 2026-12-04, dependsOn: [a] }',
    'amber | Amber: waits for A (owner: the client), which is 5 days late',
  ],
  [
    'waiting for something on hold',
    '- { id: a, title: A, status: on-hold }\n- { id: m, title: M, due: 2026-12-04, dependsOn: [a] }',
    'amber | Amber: waits for A, which is on hold',
  ],
  [
    'waiting for something blocked',
    '- { id: a, title: A, due: 2026-12-01, blockedBy: Hosting }\n- { id: m, title: M, due: 2026-12-04, dependsOn: [a] }',
    'amber | Amber: waits for A, which is blocked',
  ],
  [
    'waiting for something delivered late',
    '- { id: a, title: A, due: 2026-11-18, status: submitted }\n- { id: m, title: M, due: 2026-12-04, dependsOn: [a] }',
    'amber | Amber: waits for A, which is delivered and waiting for the client, 5 days late',
  ],
  // Approval
  [
    'changes requested',
    '- { id: m, title: M, due: 2026-12-04, approvals: [{ by: ana, decision: changes-requested, on: 2026-11-18 }] }',
    'amber | Amber: the client asked for changes on 18 November 2026',
  ],
  [
    'rejected',
    '- { id: m, title: M, due: 2026-12-04, approvals: [{ by: ana, decision: rejected }] }',
    'red | Red: the client rejected it',
  ],
  [
    'approved since',
    '- { id: m, title: M, due: 2026-12-04, approvals: [{ by: ana, decision: approved, on: 2026-11-20 }, { by: me, decision: rejected, on: 2026-11-18 }] }',
    'green | Green: due 4 December 2026, in 11 days',
  ],
  [
    'rejected by one, approved by another',
    '- { id: m, title: M, due: 2026-12-04, approvals: [{ by: ana, decision: rejected, on: 2026-11-18, digest: 3f9a1b2c4d }, { by: me, decision: approved, on: 2026-11-20, digest: 3f9a1b2c4d }] }',
    'red | Red: the client rejected it on 18 November 2026',
  ],
  [
    'another text approved since',
    '- { id: m, title: M, due: 2026-12-04, approvals: [{ by: ana, decision: rejected, on: 2026-11-18, digest: 3f9a1b2c4d }, { by: me, decision: approved, on: 2026-11-20, digest: 0a1b2c3d4e }] }',
    'green | Green: due 4 December 2026, in 11 days',
  ],
  // Feasibility
  [
    'more work than hours',
    '- { id: m, title: M, due: 2026-11-25, owner: me, effort: 3d }\n- { id: b, title: B, due: 2026-11-25, owner: me, effort: 1d }',
    'amber | Amber: Kim Lee needs 32 hours for what is due by 25 November 2026 and has 24, 8 too few; 26 November 2026 would hold',
  ],
  // Float
  [
    'a deadline further on',
    '- { id: m, title: M, due: 2026-12-04 }\n- { id: b, title: Site live, effort: 3d, deadline: 2026-12-08, dependsOn: [m], owner: me }',
    'red | Red: 1 working day too late for Site live (owner: Kim Lee), whose deadline is 8 December 2026',
  ],
];

describe('a milestone', () => {
  test.each(cases)('%s', (_, milestones, expected) => {
    const text = `${people}milestones:\n${milestones.replace(/^/gm, '  ')}\n`;
    expect(said(milestoneOf(text, 'm').rag)).toBe(expected);
  });

  test.each(cases)('%s: its health agrees with its colour', (_, milestones) => {
    const { health, rag } = milestoneOf(`${people}milestones:\n${milestones.replace(/^/gm, '  ')}\n`, 'm');
    const allowed = {
      red: ['late', 'blocked', 'at-risk'],
      amber: ['blocked', 'at-risk'],
      green: ['blocked', 'due-soon', 'on-track'],
      none: ['done', 'cancelled', 'on-hold'],
    };
    expect(allowed[rag.color ?? 'none']).toContain(health);
  });

  it('is after the deadline of the project', () => {
    const text =
      'deadline: 2026-12-02\nmilestones: [{ id: a, title: A, due: 2026-11-27 }, { id: m, title: M, effort: 4d, dependsOn: [a] }]';
    expect(said(milestoneOf(text, 'm').rag)).toBe(
      'red | Red: forecast 1 working day after the deadline of the project, 2 December 2026, driven by A',
    );
    expect(said(milestoneOf(text, 'a').rag)).toBe(
      'red | Red: 1 working day too late for the deadline of the project, 2 December 2026',
    );
  });

  it('says all that speaks against it, the worst first', () => {
    const text = `${people}milestones:
  - { id: a, title: A, due: 2026-11-18 }
  - { id: m, title: M, due: 2026-11-20, dependsOn: [a], blockedBy: Hosting, approvals: [{ by: ana, decision: changes-requested }] }
`;
    expect(milestoneOf(text, 'm').rag.dimensions.map((each) => `${each.dimension} ${said(each)}`)).toEqual([
      'dates red | 1 working day late, was due 20 November 2026, driven by A',
      'blocked red | blocked: Hosting',
      'approval amber | the client asked for changes',
    ]);
  });

  it('is driven by a milestone of another project, which is named', () => {
    const sources = [
      {
        name: 'plan',
        text: 'project: Site\nmilestones: [{ id: m, title: M, due: 2026-12-10, dependsOn: [brand/logo] }]',
      },
      {
        name: 'brand',
        text: 'project: Brand\npeople: { bo: { name: Bo } }\nmilestones: [{ id: logo, title: Logo, due: 2026-12-11, owner: bo }]',
      },
    ];
    expect(said(milestoneOf(sources, 'm').rag)).toBe(
      'amber | Amber: forecast 1 working day after due, driven by Logo of Brand (owner: Bo)',
    );
  });
});

describe('a plan', () => {
  test.each([
    ['milestones: []', 'green | Green: there are no milestones yet'],
    ['milestones: [{ title: A, completed: 2026-11-20 }]', 'none | Its milestone is done'],
    ['milestones: [{ title: A, status: on-hold }]', 'none | The open milestone is on hold'],
    [
      'milestones: [{ title: A, due: 2026-12-04 }, { title: B, completed: 2026-11-20 }]',
      'green | Green: 1 of 2 milestones done; next is A, due 4 December 2026',
    ],
    [
      'milestones: [{ title: A, due: 2026-12-04 }, { title: B, due: 2026-11-26 }]',
      'green | Green: 0 of 2 milestones done; next is B, due 26 November 2026',
    ],
    [
      'milestones: [{ title: A, due: 2026-12-04, blockedBy: Hosting }, { title: B, due: 2026-11-18 }, { title: C, due: 2026-11-11 }]',
      'red | Red: C: 8 working days late, was due 11 November 2026',
    ],
    ['milestones: [{ title: A, due: 2026-12-04, blockedBy: Hosting }]', 'amber | Amber: A: blocked: Hosting'],
    [
      'deadline: 2026-11-20\nmilestones: [{ title: A, due: 2026-12-04 }, { title: B, completed: 2026-11-10 }]',
      'red | Red: its deadline of 20 November 2026 passed 3 days ago with 1 of 2 milestones open',
    ],
    [
      'people: { me: { hoursPerDay: 8 } }\nmilestones: [{ title: A, due: 2026-11-24, owner: me, effort: 2d }, { title: B, due: 2026-11-24, owner: me, effort: 1d }]',
      'amber | Amber: me needs 24 hours for what is due by 24 November 2026 and has 16, 8 too few; 25 November 2026 would hold',
    ],
  ])('%s', (text, expected) => expect(said(planOf(text).rag)).toBe(expected));

  it('has one look for each dimension, the worst', () => {
    const { rag } = planOf(`milestones:
  - { id: a, title: A, due: 2026-11-18 }
  - { id: b, title: B, due: 2026-12-04, dependsOn: [a] }
  - { id: c, title: C, due: 2026-11-30, blockedBy: Hosting }
`);
    expect(rag.dimensions.map((each) => said(each))).toEqual([
      'red | A: 3 working days late, was due 18 November 2026',
      'red | C: blocked: Hosting',
    ]);
  });
});
