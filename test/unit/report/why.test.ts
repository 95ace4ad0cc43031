// Why a date, why critical: the chain as sentences. Today is Monday, 23 November 2026.
import { describe, expect, it, test } from 'vitest';
import { type Why, whyCritical, whyThisDate } from '../../../src/report/why';
import { english, largeSnapshot, type Source, snapshotOf, uriOf } from './snapshotOf';

const told = (why: Why | undefined) => (why ? [why.answer, ...why.steps.map(({ says }) => says)].map(english) : []);
const whyDate = (sources: string | readonly Source[], key = 'm', name = 'plan') =>
  told(whyThisDate(snapshotOf(sources), `${uriOf(name)}#${key}`));
const whyFloat = (text: string, key = 'm') => told(whyCritical(snapshotOf(text), `${uriOf('plan')}#${key}`));

describe('why this date', () => {
  test.each([
    [
      '- { id: m, title: M, due: 2026-12-04 }',
      ['M is forecast for 4 December 2026', 'M: its due date, 4 December 2026'],
    ],
    [
      '- { id: m, title: M, due: 2026-11-20 }',
      [
        'M is forecast for 23 November 2026',
        'M: 23 November 2026, which is today, because it was due 20 November 2026',
      ],
    ],
    [
      '- { id: m, title: M, deadline: 2026-11-20 }',
      [
        'M is forecast for 23 November 2026',
        'M: 23 November 2026, which is today, because its deadline was 20 November 2026',
      ],
    ],
    [
      '- { id: m, title: M, completed: 2026-11-20 }',
      ['M was finished on 20 November 2026', 'M: finished on 20 November 2026'],
    ],
    [
      '- { id: m, title: M, status: done }',
      ['M: done, and nobody wrote down when', 'M: done, and nobody wrote down when'],
    ],
    [
      '- { id: m, title: M, status: cancelled, due: 2026-12-04 }',
      ['M: cancelled, so it has no date', 'M: cancelled, so it has no date'],
    ],
    [
      '- { id: m, title: M }',
      ['M: no due date, no work, and nothing dated before it', 'M: no due date, no work, and nothing dated before it'],
    ],
    [
      '- { id: m, title: M, effort: 3d }',
      ['M is forecast for 25 November 2026', 'M: 25 November 2026, because its own work takes from today until then'],
    ],
    [
      '- { id: m, title: M, start: 2026-11-30, effort: 3d }',
      [
        'M is forecast for 2 December 2026',
        'M: 2 December 2026, because its own work takes from 30 November 2026 until then',
      ],
    ],
    [
      '- { id: texts, title: Texts final, due: 2026-12-11 }\n- { id: m, title: Site live, dependsOn: [{ id: texts, lag: 2d }] }',
      [
        'Site live is forecast for 15 December 2026, driven by Texts final',
        'Site live: 15 December 2026, because it follows Texts final plus 2 working days',
        'Texts final: its due date, 11 December 2026',
      ],
    ],
    [
      '- { id: a, title: A, due: 2026-12-11 }\n- { id: m, title: M, effort: 3d, dependsOn: [a] }',
      [
        'M is forecast for 16 December 2026, driven by A',
        'M: 16 December 2026, because it follows A; its work begins on 14 Dec 2026',
        'A: its due date, 11 December 2026',
      ],
    ],
    [
      '- { id: a, title: A, due: 2026-12-11 }\n- { id: m, title: M, effort: 3d, dependsOn: [{ id: a, lag: -1d }] }',
      [
        'M is forecast for 15 December 2026, driven by A',
        'M: 15 December 2026, because it follows A less 1 working day; its work begins on 11 Dec 2026',
        'A: its due date, 11 December 2026',
      ],
    ],
    [
      '- { id: a, title: A, start: 2026-12-07, effort: 5d }\n- { id: m, title: M, effort: 2d, dependsOn: [{ id: a, type: SS, lag: 1d 4h }] }',
      [
        'M is forecast for 10 December 2026, driven by A',
        'M: 10 December 2026, because it begins with A plus 1 working day and 4 hours; its work begins on 8 Dec 2026',
        'A: 11 December 2026, because its own work takes from 7 December 2026 until then',
      ],
    ],
    [
      '- { id: a, title: A, due: 2026-12-11 }\n- { id: m, title: M, effort: 2d, dependsOn: [{ id: a, type: FF }] }',
      [
        'M is forecast for 11 December 2026, driven by A',
        'M: 11 December 2026, because it finishes with A',
        'A: its due date, 11 December 2026',
      ],
    ],
    [
      '- { id: m, title: M, milestones: [{ title: A, due: 2026-12-01 }, { title: B, due: 2026-12-08 }] }',
      [
        'M is forecast for 8 December 2026, driven by B',
        'M: 8 December 2026, because B, inside it, finishes then',
        'B: its due date, 8 December 2026',
      ],
    ],
    [
      '- { title: P, start: 2026-12-07, milestones: [{ id: m, title: M, effort: 2d }] }',
      [
        'M is forecast for 8 December 2026, driven by P',
        'M: 8 December 2026, because P, around it, begins on 7 December 2026',
        'P: its start, 7 December 2026',
      ],
    ],
    [
      '- { id: a, title: A, due: 2026-12-11 }\n- { title: P, dependsOn: [{ id: a, lag: 1w }], milestones: [{ id: m, title: M }] }',
      [
        'M is forecast for 18 December 2026, driven by A',
        'M: 18 December 2026, because it follows A plus 1 week',
        'A: its due date, 11 December 2026',
      ],
    ],
    [
      '- { id: m, title: M, due: 2026-11-18, duration: 5d }',
      ['M is forecast for 27 November 2026', 'M: 27 November 2026, because its own work takes from today until then'],
    ],
    [
      '- { id: m, title: M, start: 2026-11-30, milestones: [{ id: a, title: A, duration: 2d }] }',
      [
        'M is forecast for 1 December 2026, driven by A',
        'M: 1 December 2026, because A, inside it, finishes then',
        'A: 1 December 2026, because M, around it, begins on 30 November 2026',
      ],
    ],
    [
      '- { id: a, title: A, due: 2026-11-24 }\n- { id: m, title: M, started: 2026-11-16, remaining: 1d, dependsOn: [a] }',
      [
        'M is forecast for 25 November 2026, driven by A',
        'M: 25 November 2026, because it follows A',
        'A: its due date, 24 November 2026',
      ],
    ],
    [
      '- { id: m, title: M, dependsOn: [{ id: a, lag: 2d }], milestones: [{ id: a, title: A, due: 2026-11-24 }, { title: B, duration: 1d }] }',
      [
        'M is forecast for 26 November 2026, driven by A',
        'M: 26 November 2026, because it follows A plus 2 working days',
        'A: its due date, 24 November 2026',
      ],
    ],
  ])('%s', (milestones, expected) => {
    expect(whyDate(`milestones:\n${milestones.replace(/^/gm, '  ')}\n`)).toEqual(expected);
  });

  it('goes into other files, and names their projects', () => {
    const sources = [
      { name: 'plan', text: 'project: Site\nmilestones: [{ id: m, title: M, dependsOn: [brand/logo] }]' },
      {
        name: 'brand',
        text: 'project: Brand\nmilestones: [{ id: logo, title: Logo, dependsOn: [idea] }, { id: idea, title: Idea, due: 2026-12-11 }]',
      },
    ];
    expect(whyDate(sources)).toEqual([
      'M is forecast for 11 December 2026, driven by Idea of Brand',
      'M: 11 December 2026, because it follows Logo of Brand',
      'Logo of Brand: 11 December 2026, because it follows Idea of Brand',
      'Idea of Brand: its due date, 11 December 2026',
    ]);
  });

  it('ends where a circle begins again', () => {
    const text =
      'milestones: [{ id: m, title: M, due: 2026-12-04, dependsOn: [b] }, { id: b, title: B, dependsOn: [m] }]';
    expect(whyDate(text).slice(1)).toEqual(['M: its due date, 4 December 2026']);
  });

  it('leaves out the middle of a long chain, and says how much', () => {
    const links = Array.from(
      { length: 40 },
      (_, at) => `  - { id: m${at + 1}, title: M${at + 1}, dependsOn: [m${at}] }`,
    );
    const text = `milestones:\n  - { id: m0, title: M0, due: 2026-12-04 }\n${links.join('\n')}\n`;
    const why = whyThisDate(snapshotOf(text), `${uriOf('plan')}#m40`, 5);
    expect(told(why)).toEqual([
      'M40 is forecast for 4 December 2026, driven by M0',
      'M40: 4 December 2026, because it follows M39',
      'M39: 4 December 2026, because it follows M38',
      'M38: 4 December 2026, because it follows M37',
      'and 37 more',
      'M0: its due date, 4 December 2026',
    ]);
    expect(why?.steps.map(({ milestone }) => milestone?.ref.split('#')[1])).toEqual([
      'm40',
      'm39',
      'm38',
      undefined,
      'm0',
    ]);
  });

  it('is quick in a chain of thousands', () => {
    const why = whyThisDate(largeSnapshot(1, 2000), `${uriOf('p0')}#m1999`);
    expect(why?.steps.length).toBeLessThanOrEqual(12);
  });

  it('knows nothing of what is not there', () => {
    expect(whyDate('milestones: []')).toEqual([]);
    expect(whyDate('milestones: []', 'm', 'other')).toEqual([]);
  });
});

describe('why critical', () => {
  test.each([
    [
      'project: Site\nmilestones:\n  - { id: m, title: M, due: 2026-12-04 }',
      [
        'M is critical: there is no time to spare before the finish of Site, 4 December 2026',
        'M: has to finish by 4 December 2026, when the project finishes',
      ],
    ],
    [
      'project: Site\nmilestones:\n  - { id: m, title: M, due: 2026-12-04 }\n  - { title: N, due: 2026-12-08 }',
      [
        'M is not critical: it has 2 working days to spare before the finish of Site, 8 December 2026',
        'M: has to finish by 8 December 2026, when the project finishes',
      ],
    ],
    [
      'project: Site\ndeadline: 2026-12-07\nmilestones:\n  - { id: m, title: M, due: 2026-12-04 }',
      [
        'M is not critical: it has 1 working day to spare before the deadline of Site, 7 December 2026',
        'M: has to finish by 7 December 2026, the deadline of the project',
      ],
    ],
    [
      'milestones:\n  - { id: m, title: M, due: 2026-12-04, deadline: 2026-12-02 }',
      [
        'M is critical: it is 2 working days too late for its deadline, 2 December 2026',
        'M: has to finish by 2 December 2026, its deadline',
      ],
    ],
    [
      'milestones:\n  - { id: m, title: M, due: 2026-12-04 }\n  - { id: b, title: B, effort: 2d, dependsOn: [m] }\n  - { id: c, title: C, dependsOn: [b], deadline: 2026-12-10 }\n  - { title: N, due: 2026-12-18 }',
      [
        'M is not critical: it has 2 working days to spare before the deadline of C, 10 December 2026',
        'M: has to finish by 8 December 2026, because B follows it',
        'B: has to finish by 10 December 2026, because C follows it',
        'C: has to finish by 10 December 2026, its deadline',
      ],
    ],
    [
      'project: Site\nmilestones:\n  - { title: P, deadline: 2026-12-08, milestones: [{ id: m, title: M, due: 2026-12-04 }] }\n  - { title: N, due: 2026-12-18 }',
      [
        'M is not critical: it has 2 working days to spare before the deadline of P, 8 December 2026',
        'M: has to finish by 8 December 2026, because it is part of P',
        'P: has to finish by 8 December 2026, its deadline',
      ],
    ],
    [
      'milestones:\n  - { id: m, title: M, due: 2026-12-04, deadline: 2026-12-06 }',
      [
        'M is critical: there is no time to spare before its deadline, 6 December 2026',
        'M: has to finish by 6 December 2026, its deadline',
      ],
    ],
    [
      'milestones:\n  - { id: m, title: M, completed: 2026-11-20 }',
      ['M: done, so nothing waits for it any more', 'M: done, so nothing waits for it any more'],
    ],
    [
      'milestones:\n  - { id: m, title: M, status: cancelled }',
      ['M: cancelled, so nothing waits for it', 'M: cancelled, so nothing waits for it'],
    ],
    [
      'milestones:\n  - { id: m, title: M }',
      ['M: no date, so nothing says whether it is critical', 'M: no date, so nothing says whether it is critical'],
    ],
  ])('%s', (text, expected) => expect(whyFloat(text)).toEqual(expected));

  it('names the project of a deadline in another file', () => {
    const sources = [
      { name: 'plan', text: 'project: Site\nmilestones: [{ id: m, title: M, due: 2026-12-04 }]' },
      {
        name: 'brand',
        text: 'project: Brand\nmilestones: [{ id: b, title: B, deadline: 2026-12-02, dependsOn: [plan/m] }]',
      },
    ];
    expect(told(whyCritical(snapshotOf(sources), `${uriOf('plan')}#m`))).toEqual([
      'M is critical: it is 2 working days too late for the deadline of B of Brand, 2 December 2026',
      'M: has to finish by 2 December 2026, because B of Brand follows it',
      'B of Brand: has to finish by 2 December 2026, its deadline',
    ]);
  });
});
