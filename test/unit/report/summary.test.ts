import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { sayer } from '../../../src/base/message';
import { type SummaryOptions, summaryMarkdown } from '../../../src/report/summary';
import { english, type Source, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

type Options = Partial<SummaryOptions> & { readonly today?: string };

function summary(sources: string | readonly Source[], { today, ...options }: Options = {}): string {
  return summaryMarkdown(snapshotOf(sources, today), { audience: 'client', say: english, locale: 'en-GB', ...options });
}

/** The Markdown under a heading, without the heading. */
function section(markdown: string, heading: string): string | undefined {
  return markdown
    .split(/\n## /)
    .find((part) => part.startsWith(`${heading}\n`))
    ?.slice(heading.length)
    .trim();
}

test('the same snapshot gives the same text, which ends with one line break', () => {
  expect(summary(website)).toBe(summary(website));
  expect(summary(website)).toMatch(/[^\n]\n$/);
  expect(summary(website)).not.toMatch(/\n{3}/);
});

test('a client plan of ten milestones with four things to ask for fits on a page', () => {
  const milestones = Array.from({ length: 10 }, (_, at) => {
    const month = String((at % 9) + 1).padStart(2, '0');
    const done = at < 4 ? `, completed: 2026-${month}-05` : '';
    return `  - { id: m${at}, title: Milestone number ${at}, due: ${at < 4 ? 2026 : 2027}-${month}-10${done}, owner: kim, amount: 1000,
      baseline: 2027-01-01, notes: Logo variants come next week.${at > 5 ? ', clientAction: Send the texts and pictures' : ''},
      risks: [{ title: Texts arrive late, response: Placeholder texts }] }`;
  });
  const text = `project: Shop\nclient: Acme\ncurrency: EUR\npeople: { kim: { name: Kim Lee } }\nmilestones:\n${milestones.join('\n')}\n`;
  const markdown = summary(text);
  const words = markdown
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  expect(markdown.split('\n| Milestone number')).toHaveLength(11);
  expect(words.length).toBeLessThan(250);
});

describe('the opening', () => {
  const opening = (text: string, options: Options = {}) => summary(text, options).split('\n\n').slice(1, 3);

  test.each([
    ['project: P', ['No milestones are planned yet.\n']],
    [
      'project: P\ndeadline: 2026-12-02\nmilestones: [{ title: A, due: 2026-12-01, duration: 10d }]',
      [
        'Work has not started yet and is expected to finish on 4 December 2026, after the deadline of 2 December 2026.',
        '**Health: at risk (red).** A: Forecast for 4 December 2026, 2 working days after the deadline of the project, 2 December 2026, by its own work from today.',
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A, due: 2026-12-01 }, { title: B, status: on-hold }]',
      [
        'Work has not started yet.',
        '**Health: on track (green).** 0 of 2 milestones done; next is A, due 1 December 2026.',
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A, due: 2026-12-01 }]',
      [
        'Work has not started yet; the last milestone is planned for 1 December 2026.',
        '**Health: on track (green).** 0 of 1 milestone done; next is A, due 1 December 2026.',
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A }, { title: B }]',
      [
        'Work has not started yet.',
        '**Health: on track (green).** 0 of 2 milestones done; no open one has a due date.',
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A, due: 2026-11-18, progress: 40 }]',
      ['P is 40 % complete; what is left is past its date.', '**Health: late (red).** A is 5 days late.'],
    ],
    [
      'project: P\ndeadline: 2026-12-01\nmilestones: [{ title: A, due: 2026-12-20, progress: 40 }]',
      [
        'P is 40 % complete and is expected to finish on 20 December 2026, after the deadline of 1 December 2026.',
        expect.stringMatching(/^\*\*Health: at risk \(red\)\.\*\* /),
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A, completed: 2026-11-18 }, { title: B, completed: 2026-11-01 }]',
      [
        'All the work is done; the last of it was finished on 18 November 2026.',
        expect.stringMatching(/^\*\*Health: done\./),
      ],
    ],
    [
      'project: P\nmilestones: [{ title: A, completed: 2026-11-18 }, { title: B, status: submitted, due: 2026-12-01 }]',
      ['All the work that is left is handed in and waits for approval.', expect.stringMatching(/^\*\*Health: /)],
    ],
    [
      'project: P\nmilestones: [{ title: A, status: in-progress, due: 2026-12-20 }, { title: B, status: on-hold }]',
      ['Work has begun.', expect.stringMatching(/^\*\*Health: /)],
    ],
  ])('%s', (text, expected) => {
    expect(opening(text).slice(0, expected.length)).toEqual(expected);
  });

  test('names the client only to the client', () => {
    expect(summary(website)).toContain('\n\nFor Acme GmbH\n\n');
    expect(summary(website, { audience: 'team' })).not.toContain('For Acme GmbH');
  });

  test('tells the team, and only the team, that the file cannot be read or has errors', () => {
    const stale: Source[] = [{ name: 'plan', text: 'milestones: [', before: website }];
    expect(summary(stale, { audience: 'team' })).toContain(
      '**The plan file cannot be read now. This is its last good state.**',
    );
    expect(summary(stale)).not.toContain('cannot be read');
    const wrong = 'milestones: [{ title: A, due: 2026-06-31 }]';
    expect(summary(wrong, { audience: 'team' })).toContain('The plan file has 1 error, so a figure here may be wrong.');
    expect(summary(wrong)).not.toContain('error');
  });
});

describe('the table of milestones', () => {
  const phases = (inside: number) =>
    `milestones:\n${[1, 2].map((at) => `  - title: Phase ${at}\n    milestones: [${Array.from({ length: inside }, (_, each) => `{ title: Step ${at}.${each}, due: 2026-12-18 }`).join(', ')}]\n`).join('')}`;

  test('shows what is inside while it fits, else counts it', () => {
    const short = section(summary(phases(5)), 'Milestones') ?? '';
    expect(short).toContain('– Step 2.4');
    expect(short).not.toContain('counted');
    const long = section(summary(phases(6)), 'Milestones') ?? '';
    expect(long).not.toContain('Step');
    expect(long).toContain('\n\n12 milestones inside these are counted in them.');
  });
});

describe('what was delivered', () => {
  const text = `milestones:
  - { title: A, due: 2026-09-01, completed: 2026-09-03 }
  - title: B
    completed: 2026-10-01
    deliverables: [{ title: Report, url: 'https://example.com/r' }, Slides]
    milestones: [{ title: B1, completed: 2026-09-20 }]
  - { title: C, milestones: [{ title: C1, completed: 2026-10-20 }] }
  - { title: D, status: done }
`;

  test('is everything, the latest first, without what is inside something done', () => {
    expect(section(summary(text), 'Delivered so far')?.split('\n')).toEqual([
      '- **C1** – finished on 20 October 2026',
      '- **B** – finished on 1 October 2026',
      '- **A** – finished on 3 September 2026, 2 days late',
      '- **D** – finished',
    ]);
  });

  test('since a day is what was completed on it or later, with what was handed over', () => {
    const since = summary(text, { since: day('2026-09-03') });
    expect(section(since, 'Delivered since 3 September 2026')?.split('\n')).toEqual([
      '- **C1** – finished on 20 October 2026',
      '- **B** – finished on 1 October 2026: [Report](<https://example.com/r>), Slides',
      '- **A** – finished on 3 September 2026, 2 days late',
    ]);
    expect(summary(text, { since: day('2026-11-01') })).not.toContain('Delivered');
  });

  test('is cut where it is long', () => {
    const many = Array.from({ length: 8 }, (_, at) => `{ title: M${at}, completed: 2026-10-0${at + 1} }`).join(', ');
    const lines = section(summary(`milestones: [${many}]`), 'Delivered so far')?.split('\n') ?? [];
    expect(lines[0]).toBe('- **M7** – finished on 8 October 2026');
    expect(lines.slice(5)).toEqual(['- and 3 more before that']);
  });
});

test('what comes next is by date, what is late at the front, and a date is said once', () => {
  const text = `people: { kim: { name: Kim Lee } }
milestones:
  - { title: Later, due: 2027-03-01 }
  - title: Parent
    due: 2026-12-10
    milestones: [{ title: Child, due: 2026-12-10 }, { title: Early child, due: 2026-11-23, owner: kim }]
  - { title: Overdue, due: 2026-11-20, status: in-progress, notes: "First line.\\n\\nSecond." }
  - { title: Handed in, due: 2026-11-30, status: submitted }
  - { title: Waiting, due: 2026-12-01, status: on-hold }
  - { title: Undated }
`;
  expect(section(summary(text), 'Next')?.split('\n')).toEqual([
    '- **Overdue** – was due on 20 November 2026 (3 days ago). First line. Second.',
    '- **Early child** – due today, 23 November 2026, Kim Lee',
    '- **Parent** – due on 10 December 2026 (in 17 days)',
    '- **Later** – due on 1 March 2027 (in 98 days)',
  ]);
});

describe('the table', () => {
  test('has a column only where there is a value, and a word where there is no percentage', () => {
    const text = `milestones:
  - { title: A | B, due: 2026-12-10, baseline: 2026-12-12, status: in-progress, milestones: [{ title: Inner, progress: 30 }] }
  - { title: Cancelled one, status: cancelled }
  - { title: 1. On hold, status: on-hold }
`;
    expect(section(summary(text), 'Milestones')?.split('\n')).toEqual([
      '| Milestone | Baseline | Due | Forecast | Variance in days | Progress |',
      '| --- | --- | --- | --- | --: | --: |',
      '| A \\| B | 12 Dec 2026 | 10 Dec 2026 | 10 Dec 2026 | −2 | 30 % |',
      '| – Inner | – | – | – | – | 30 % |',
      '| Cancelled one | – | – | – | – | cancelled |',
      '| 1. On hold | – | – | – | – | on hold |',
    ]);
    expect(section(summary('milestones: [{ title: A }]'), 'Milestones')).toContain('| Milestone | Progress |');
  });

  test('of a long plan shows its top, what is open and what was done last', () => {
    const inner = '[{ title: x, completed: 2026-01-01 }, { title: y, completed: 2026-01-02 }]';
    const done = Array.from(
      { length: 20 },
      (_, at) => `  - { title: D${at}, completed: 2026-10-${at + 10}, milestones: ${inner} }`,
    );
    const table =
      section(summary(`milestones:\n${done.join('\n')}\n  - { title: Open }\n`), 'Milestones')?.split('\n') ?? [];
    expect(table.slice(2, 8).map((line) => line.split(' | ')[0])).toEqual([
      '| D15',
      '| D16',
      '| D17',
      '| D18',
      '| D19',
      '| Open',
    ]);
    expect(table.at(-1)).toBe('15 milestones that were done earlier are left out.');
  });

  test('names in lists are told apart where titles are the same', () => {
    const text = `milestones:
  - { title: One, milestones: [{ title: Release, due: 2026-12-01 }] }
  - { title: Two, milestones: [{ title: Release, due: 2026-12-02 }] }
`;
    expect(section(summary(text), 'Next')).toMatch(/One › Release.*\n.*Two › Release/);
  });
});

describe('what is later than planned', () => {
  const text = `people: { ana: { name: Ana Ruiz } }
milestones:
  - { id: a, title: A, start: 2026-11-23, duration: 10d, due: 2026-11-27 }
  - { id: b, title: B, duration: 3d, due: 2026-12-01, dependsOn: [a] }
  - { id: c, title: C, due: 2026-12-04, milestones: [{ id: c1, title: C1, duration: 2d, dependsOn: [b] }] }
  - { id: d, title: D, due: 2026-12-02, milestones: [{ id: d1, title: D1, due: 2026-12-03, duration: 1d, dependsOn: [a] }] }
  - { id: e, title: E, due: 2026-11-20 }
  - { id: f, title: F, start: 2026-12-14, duration: 5d, due: 2026-12-16 }
`;

  test('is told with what holds it up, the first due date first, and once', () => {
    expect(section(summary(text), 'Later than planned')?.split('\n')).toEqual([
      '- **A** – expected on 4 December 2026 instead of 27 November 2026: the work that is left takes until then',
      '- **B** – expected on 9 December 2026 instead of 1 December 2026: it waits for A',
      '- **D1** – expected on 7 December 2026 instead of 3 December 2026: it waits for A',
      '- and 2 more',
    ]);
  });

  test.each([
    [
      'C, due: 2026-11-25, milestones: [{ title: D, milestones: [{ title: E, duration: 5d }] }]',
      'instead of 25 November 2026: it is done when E is',
    ],
    [
      'C, start: 2026-12-14, duration: 5d, due: 2026-12-16',
      'instead of 16 December 2026: the work that begins on 14 December 2026 takes until then',
    ],
    [
      'C, start: 2026-12-14, milestones: [{ title: D, due: 2026-12-15, duration: 5d }]',
      'instead of 15 December 2026: C, which it is part of, begins on 14 December 2026',
    ],
  ])('and why: %s', (fields, expected) => {
    expect(section(summary(`milestones: [{ title: ${fields} }]`), 'Later than planned')).toContain(expected);
  });

  test('is not told twice to the team, which reads it as the reason of a risk', () => {
    const team = summary(text, { audience: 'team' });
    expect(section(team, 'Needs attention')).toMatch(/\*\*B\*\* – Forecast for 9 December 2026/);
    expect(team).not.toContain('Later than planned');
    const tight = summary(`deadline: 2026-12-07\n${text}`, { audience: 'team' });
    expect(section(tight, 'Needs attention')).toMatch(/\*\*A\*\* – \d+ working days too late/);
    expect(section(tight, 'Later than planned')).toContain('**A** – expected on 4 December 2026');
  });

  test('names another project to the team alone', () => {
    const sources = [
      { name: 'acme', text: 'milestones: [{ id: a, title: A, due: 2026-12-01, dependsOn: [beta/b] }]' },
      { name: 'beta', text: 'project: Rival\nmilestones: [{ id: b, title: Secret launch, due: 2026-12-10 }]' },
    ];
    const told = (audience: 'client' | 'team' | 'executive') => summary(sources, { audience, plan: uriOf('acme') });
    expect(section(told('team'), 'Needs attention')).toMatch(/Secret launch/);
    for (const audience of ['client', 'executive'] as const) {
      expect(section(told(audience), 'Later than planned')).toMatch(/it waits for work outside this project$/);
      expect(told(audience)).not.toMatch(/Secret|Rival/);
    }
  });
});

describe('what a simulation found', () => {
  const text = 'project: P\ndeadline: 2027-01-29\nmilestones: [{ id: a, title: A, due: 2026-12-01, progress: 40 }]';
  const chance = (p80: string) => ({
    p50: day('2026-12-01'),
    p80: day(p80),
    p90: day('2026-12-30'),
    criticalityPercent: 100,
    onTimePercent: 97.4,
  });
  const told = (audience: 'client' | 'team' | 'executive') => {
    const snapshot = snapshotOf(text);
    const milestones = new Map([['a', chance('2026-12-09')]]);
    const chances = { runs: 1000, uncertain: 1, certain: 0, risks: 0, finish: chance('2026-12-10'), milestones };
    const plans = snapshot.plans.map((plan) => ({ ...plan, chances }));
    return summaryMarkdown({ ...snapshot, plans }, { audience, say: english, locale: 'en-GB' });
  };

  test('is a date to the client, and the odds of the deadline to others', () => {
    expect(told('client')).toContain(' It is 80 % likely to be finished by 10 December 2026.\n');
    for (const audience of ['team', 'executive'] as const)
      expect(told(audience)).toContain(
        ' It is 80 % likely to be finished by 10 December 2026; the deadline is kept in 97 of 100 cases.\n',
      );
  });

  test('has a column for the team', () => {
    expect(section(told('team'), 'Milestones')).toContain(
      '| Milestone | Due | Forecast | 80 % likely by | Progress |\n| --- | --- | --- | --- | --: |\n| A | 1 Dec 2026 | 1 Dec 2026 | 9 Dec 2026 | 40 % |',
    );
    expect(section(told('client'), 'Milestones')).not.toContain('likely');
  });
});

describe('what is needed from the client', () => {
  const text = `people: { ana: { name: Ana Ruiz, role: client }, kim: { name: Kim, role: freelancer } }
milestones:
  - { title: Texts, due: 2026-12-11, owner: ana, clientAction: Send the final texts. }
  - { title: Photos, due: 2026-11-20, owner: kim, clientAction: Choose ten photos }
  - { title: Design, status: submitted, payment: { submitted: 2026-11-16 }, owner: ana }
  - { title: Logo, status: submitted, approvals: [{ by: ana, decision: changes-requested, on: 2026-11-10 }] }
  - { title: Agreed, status: submitted, approvals: [{ by: ana, decision: changes-requested }, { by: ana, decision: approved }] }
  - { title: Hosting, blockedBy: { text: Access to the server., who: ana, since: 2026-11-09 } }
  - { title: Ours, blockedBy: { text: A library, who: kim } }
  - { title: Past, status: done, clientAction: Nothing any more }
`;

  test('is what only they can do, by date', () => {
    expect(section(summary(text), 'What we need from you')?.split('\n')).toEqual([
      '- **Photos** – Choose ten photos (was due on 20 November 2026, 3 days ago)',
      '- **Texts** – Send the final texts (by 11 December 2026, Ana Ruiz)',
      '- **Design** – please review and approve the delivery (handed in on 16 November 2026, answer by 30 November 2026, Ana Ruiz)',
      '- **Logo** – please review the new version (changes asked for on 10 November 2026, Ana Ruiz)',
      '- **Hosting** – we wait for: Access to the server (since 9 November 2026, Ana Ruiz)',
    ]);
  });

  test('is told to others as a fact', () => {
    expect(section(summary(text, { audience: 'team' }), 'What we need from the client')).toContain(
      '- **Design** – the delivery waits for approval (handed in on 16 November 2026, answer by 30 November 2026, Ana Ruiz)',
    );
    expect(section(summary(text, { audience: 'executive' }), 'What we need from the client')).toContain(
      'the new version waits for approval',
    );
  });
});

describe('risks', () => {
  const text = `currency: EUR
people: { ana: { name: Ana Ruiz } }
risks:
  - { title: Whole project, probability: 0.1, impact: 1000, owner: ana }
milestones:
  - title: A
    risks:
      - { title: Likely, probability: 0.35, impact: 1w 2d, response: Start early. }
      - { title: Over, status: closed }
      - { title: Unweighted }
  - { title: B, status: done, risks: [{ title: Past }] }
`;

  test('are told to the client with the response alone', () => {
    expect(section(summary(text), 'Risks')).toBe(
      '- **Likely** – our response: Start early\n- **Whole project**\n- **Unweighted**',
    );
  });

  test('are weighed for the team', () => {
    expect(section(summary(text, { audience: 'team' }), 'Risks')?.split('\n')).toEqual([
      '- **Likely** – our response: Start early, probability 35 %, impact 1 week 2 days, exposure 0.35 weeks 0.7 days',
      '- **Whole project** – probability 10 %, impact €1,000, exposure €100, owner Ana Ruiz',
      '- **Unweighted**',
    ]);
  });

  test('are the top three for an executive', () => {
    const many = Array.from({ length: 5 }, (_, at) => `{ title: R${at}, probability: 0.${at + 1} }`).join(', ');
    const markdown = summary(`risks: [${many}]\nmilestones: [{ title: A }]`, { audience: 'executive' });
    expect(section(markdown, 'Risks')).toBe('- **R4**\n- **R3**\n- **R2**\n- and 2 more');
  });
});

describe('money', () => {
  test('is added up exactly, by the state it is in', () => {
    const text = `currency: EUR
milestones:
  - { title: A, amount: "0.10", payment: { state: released } }
  - { title: B, amount: "0.20", payment: { state: released } }
  - { title: C, amount: 4000, milestones: [{ title: C1, amount: "1250.50", payment: { state: funded } }] }
  - { title: Gone, amount: 999, status: cancelled, payment: { state: unfunded } }
  - { title: Kept, amount: 1, status: cancelled, payment: { state: refunded } }
`;
    expect(section(summary(text), 'Money')?.split('\n').slice(2)).toEqual([
      '| Funded | €1,250.50 | C1 |',
      '| Paid | €0.30 | A, B |',
      '| Refunded | €1 | Kept |',
      '| Open | €4,000 | C |',
      '| **Total** | **€5,251.80** |  |',
    ]);
  });

  test('without a currency is a plain number, and one row needs no total', () => {
    expect(section(summary('milestones: [{ title: A, amount: 12.5 }]'), 'Money')?.split('\n').slice(2)).toEqual([
      '| Open | 12.5 | A |',
    ]);
  });
});

test('the team reads what is in trouble, and waiting for something on course is none', () => {
  const text = `milestones:
  - { id: a, title: A, due: 2026-11-18, status: in-progress }
  - { id: b, title: B, due: 2026-12-10, dependsOn: [a] }
  - { id: c, title: C, due: 2026-12-20 }
  - { id: d, title: D, due: 2026-12-30, dependsOn: [c] }
  - { id: e, title: E, blockedBy: Permit }
`;
  const lines = section(summary(text, { audience: 'team' }), 'Needs attention')?.split('\n') ?? [];
  expect(lines.map((line) => /\*\*(.*)\*\*/.exec(line)?.[1])).toEqual(['A', 'B', 'E']);
});

test('parts without content are left out', () => {
  const headings = summary('milestones: [{ title: A }]').match(/^## .*$/gm);
  expect(headings).toEqual(['## Next', '## Milestones']);
});

test('an executive gets the money, the risks and the decisions alone', () => {
  expect(summary(website, { audience: 'executive' }).match(/^## .*$/gm)).toEqual([
    '## What we need from the client',
    '## Risks',
    '## Money',
  ]);
});

test('several plans get a section each, one plan alone is asked for by its URI', () => {
  const sources = [
    { name: 'one', text: 'project: First\nmilestones: [{ title: A }]' },
    { name: 'two', text: 'project: Second' },
  ];
  const all = summary(sources);
  expect(all.match(/^#+ .*$/gm)).toEqual([
    '# Status on 23 November 2026',
    '## First',
    '### Next',
    '### Milestones',
    '## Second',
  ]);
  expect(summary(sources, { plan: uriOf('two') })).toBe(
    '# Second: status on 23 November 2026\n\nNo milestones are planned yet.\n',
  );
  expect(() => summary(sources, { plan: 'file:///none' })).toThrow(RangeError);
  expect(summary([])).toBe('# Status on 23 November 2026\n\nThere is no plan yet.\n');
});

test('dates and amounts are written in the reader’s language', () => {
  const german = summary(website, { say: sayer('de'), locale: 'de' });
  expect(german).toContain('4. Dezember 2026');
  expect(german).toMatch(/4\.000\s€/);
  expect(german).not.toContain('\\.');
});

test('texts of the plan cannot act as Markdown', () => {
  const text = `project: "# <b>P</b>"
client: "![](https://evil.example/p.png)"
milestones:
  - { id: a, title: "[x](command:y) | $(z)", due: 2026-12-01, notes: "<script>\\n# H", clientAction: "**now**", amount: 1, risks: [{ title: "a\\n- b" }] }
`;
  const markdown = summary(text);
  expect(markdown).not.toMatch(/<b>|<script>|!\[\]|(?<!\\)\]\(command|(?<!\\)\$\(|^# H|^- b/m);
  expect(markdown).toContain('**\\[x\\](command:y) \\| \\$(z)**');
});
