import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { groundOf } from '../../../src/report/ground';
import { outlineOf } from '../../../src/report/outline';
import { milestoneTooltip, planTooltip } from '../../../src/report/tooltip';
import { english, type Source, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

function tooltip(sources: string | readonly Source[], key?: string, name = 'plan'): string {
  const tree = outlineOf(snapshotOf(sources), english, { groupBy: 'none', hideDone: false });
  const row = tree.rowOf(uriOf(name), key);
  return row ? tree.tooltipOf(row) : 'no such row';
}

test('a milestone tells its dates, how they moved, its progress, people and money', () => {
  expect(tooltip(website, 'design')).toBe(`**Design approved** · due in 11 days · 50 %

On track: Due 4 December 2026, in 11 days

- Start: 2 November 2026
- Due: 4 December 2026
- Baseline: 27 November 2026, now 5 working days (7 days) later
- Float: 32 working days, 5 before anything else moves
- Exposure by its risks: 2 working days
- Owner: Kim Lee
- Progress: 50 %. 2 of 4 tasks and criteria done
- Approval: approved, Ana Ruiz, 20 November 2026
- Evidence: 1 evidenced
- Amount: €4,000, payment: Funded

All page templates, signed off on desktop and phone.

Logo variants come next week.`);
});

test('it names its predecessors with their state, and what the client does next', () => {
  expect(tooltip(website, 'live')).toContain('\n- After Design approved (in progress)\n- After Texts final (planned)');
  expect(tooltip(website, 'texts')).toContain('\n- Next from the client: Send the final texts');
});

test('a predecessor of another project is named with it, one in a circle says so', () => {
  const sources = [
    {
      name: 'one',
      text: 'milestones: [{ id: a, title: A, dependsOn: [two/x] }, { id: b, title: B, dependsOn: [c] }, { id: c, title: C, dependsOn: [b] }]',
    },
    { name: 'two', text: 'project: Other\nmilestones: [{ id: x, title: X, status: done }]' },
  ];
  expect(tooltip(sources, 'a', 'one')).toContain('- After X of Other (done)');
  expect(tooltip(sources, 'b', 'one')).toContain('- After C (planned), in a circle');
});

test.each([
  ['baseline: 2026-12-04, due: 2026-12-04', '- Baseline: 4 December 2026, kept'],
  ['baseline: 2026-12-05, due: 2026-12-04', '- Baseline: 5 December 2026, now 1 day earlier'],
  ['baseline: 2026-12-03, due: 2026-12-04', '- Baseline: 3 December 2026, now 1 working day later'],
  ['baseline: 2026-12-03', '- Baseline: 3 December 2026'],
  ['baseline: 2026-12-04, due: 2026-12-07', '- Baseline: 4 December 2026, now 1 working day (3 days) later'],
  ['due: 2026-11-20, started: 2026-11-02', '- Started: 2 November 2026'],
  ['due: 2026-11-20', '- Forecast: 23 November 2026'],
  ['completed: 2026-11-20, due: 2026-12-01', '- Completed: 20 November 2026'],
  ['deadline: 2026-12-20', '- Deadline: 20 December 2026'],
  ['payment: { state: released }', '- Payment: Paid'],
  ['amount: 12.5', '- Amount: 12.5'],
  ['blockedBy: Hosting', '- Waiting for: Hosting'],
  ['blockedBy: { text: Hosting, who: ana }', '- Waiting for: Hosting (ana)'],
  ['approvals: [{ by: ana, decision: changes-requested }]', '- Approval: changes requested, ana'],
])('with %s it says %j', (fields, line) => {
  expect(tooltip(`milestones: [{ id: a, title: A, ${fields} }]`, 'a').split('\n')).toContain(line);
});

const lines = (text: string, key?: string) => tooltip(text, key).split('\n');

test('what speaks against a milestone comes first, then its forecast with what drives it, and how tight it is', () => {
  const text = `people: { ana: { role: the client } }
milestones:
  - { id: texts, title: Texts final, due: 2026-12-11, owner: ana }
  - { id: live, title: Site live, due: 2026-12-10, deadline: 2026-12-31, dependsOn: [{ id: texts, lag: 2d }] }
  - { id: care, title: Care, dependsOn: [live], duration: 3d }
`;
  expect(lines(text, 'live').slice(2)).toEqual([
    'Amber: forecast 3 working days after due, driven by Texts final (owner: the client)',
    '',
    '- Forecast: 15 December 2026',
    '- Due: 10 December 2026',
    '- Deadline: 31 December 2026',
    '- Critical: no float',
    '- Progress: 0 %. Not done yet',
    '- After Texts final (planned)',
  ]);
  expect(lines(text, 'care')).toContain('- Forecast: 18 December 2026, driven by Texts final (owner: the client)');
});

test.each([
  ['deadline: 2026-12-02, due: 2026-12-04', '- Critical: 2 working days too few'],
  ['deadline: 2026-12-03, due: 2026-12-04', '- Critical: 1 working day too few'],
  ['due: 2026-12-04', '- Critical: no float'],
  ['due: 2026-12-04, risks: [{ title: R, probability: 0.5, impact: 3d }]', '- Exposure by its risks: 1.5 working days'],
  ['due: 2026-12-04, risks: [{ title: R, probability: 0.5, impact: 300 }]', '- Exposure by its risks: 150'],
])('with %s the schedule says %j', (fields, line) => {
  expect(lines(`milestones: [{ id: a, title: A, ${fields} }]`, 'a')).toContain(line);
});

test('the chances show once they are known', () => {
  const [plan] = snapshotOf('deadline: 2026-12-11\nmilestones: [{ id: a, title: A, due: 2026-12-04 }]').plans;
  const milestone = plan?.plan.milestones[0];
  const schedule = plan?.schedule.milestones.get('a');
  if (!plan || !milestone || !schedule) throw new Error('no plan');
  const own = { p50: day('2026-12-04'), p80: day('2026-12-08'), p90: day('2027-12-10'), criticalityPercent: 100 };
  const chances = {
    ...{ runs: 1000, uncertain: 1, certain: 0, risks: 0 },
    finish: { ...own, onTimePercent: 83.4 },
    milestones: new Map([['a', own]]),
  };
  const known = { ...plan, chances };
  const more = { say: english, ground: groundOf(known), predecessors: [], driver: undefined };
  expect(milestoneTooltip(known, milestone, schedule, more).split('\n')).toContain(
    '- Chances: 50 % by 4 Dec, 80 % by 8 Dec, 90 % by 10 Dec 2027',
  );
  expect(planTooltip(known, english).split('\n')).toContain(
    '- Chances: 50 % by 4 Dec, 80 % by 8 Dec, 90 % by 10 Dec 2027; on time 83 %',
  );
  expect(planTooltip(known, english)).not.toContain('certain');
  expect(planTooltip({ ...known, chances: { ...chances, certain: 2 } }, english).split('\n')).toContain(
    '- Chances from 1000 simulated runs; 2 milestones without three estimates count as certain',
  );
});

test('a project in trouble names its worst milestone, and what else there is', () => {
  const text = `milestones:
  - { id: a, title: A, due: 2026-11-18 }
  - { id: b, title: B, due: 2026-12-04, blockedBy: Hosting }
`;
  expect(lines(text).slice(2, 7)).toEqual([
    'Red: A: 3 working days late, was due 18 November 2026',
    '',
    '- Also: B: blocked: Hosting',
    '- Forecast: 4 December 2026',
    '- Progress: 0 %',
  ]);
});

test('a project tells its client, dates and progress', () => {
  expect(tooltip(website)).toBe(`**Website relaunch** · 0 of 3 done

On track: 0 of 3 milestones done; next is Design approved, due 4 December 2026

- Forecast: 15 January 2027
- Deadline: 29 January 2027
- Exposure by its risks: 2 working days
- Earned value: SPI 0.67
- Earned schedule: SPI(t) 0.67; at this pace all that has a value is finished on 11 December 2026
- Client: Acme GmbH
- Start: 2 November 2026
- Progress: 21 %`);
});

test('nothing of the plan acts in it', () => {
  const bad = '<img src=x onerror=P> [x](command:y) ![](https://evil.example/p.png) $(bug) **b** `c` | # h';
  const text = JSON.stringify(bad);
  const markdown = tooltip(
    `people: { k: { name: ${text} } }
milestones:
  - { id: p, title: ${text} }
  - { id: a, title: ${text}, description: ${text}, notes: ${text}, owner: k, clientAction: ${text}, blockedBy: ${text},
      dependsOn: [p], approvals: [{ by: k, decision: approved }], due: 2026-12-01 }
`,
    'a',
  );
  expect(markdown).not.toMatch(/(?<!\\)\$\(/);
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  expect(html).not.toMatch(/<(?!\/?(?:p|strong|ul|li)>)/);
  expect(html.match(/<strong>/g)).toHaveLength(1);
});

test('a long text is kept to a length that can be read', () => {
  const long = JSON.stringify('x'.repeat(50_000));
  expect(
    tooltip(`milestones: [{ id: a, title: ${long}, description: ${long}, notes: ${long} }]`, 'a').length,
  ).toBeLessThan(3000);
});

test('entries have none', () => {
  const tree = outlineOf(snapshotOf(website), english, { groupBy: 'none', hideDone: false });
  const design = tree.rowOf(uriOf('plan'), 'design');
  const [task] = design ? tree.childrenOf(design) : [];
  expect(task && tree.tooltipOf(task)).toBe('');
});

test('a milestone says no more float before its successors than it has before a deadline', () => {
  const text =
    'deadline: 2026-12-04\nmilestones: [{ id: a, title: A, due: 2026-12-02 }, { id: b, title: B, due: 2026-12-11 }]';
  expect(tooltip(text, 'a').split('\n')).toContain('- Float: 2 working days');
});

test('a plan tells its finish by PERT, with what makes it too hopeful, and its earned value', () => {
  const effort = 'effort: { optimistic: 2d, likely: 4d, pessimistic: 12d }';
  const text = `start: 2026-11-02
milestones:
  - { title: A, start: 2026-11-02, due: 2026-11-13, amount: 1000, completed: 2026-11-16 }
  - { title: B, start: 2026-11-16, due: 2026-11-27, amount: 1000, progress: 30 }
  - { title: C, due: 2026-12-11, amount: 1000 }
  - { id: d, title: D, start: 2026-12-14, ${effort} }
  - { id: e, title: E, start: 2026-12-14, duration: 3d }
  - { title: F, dependsOn: [d, e] }`;
  expect(tooltip(text).split('\n')).toEqual(
    expect.arrayContaining([
      '- PERT: 18 December 2026 on average, with a standard deviation of 1.7 working days',
      '- PERT is too hopeful here: 1 other chain joins with little float',
      '- Earned value: SPI 0.87',
      '- Earned schedule: SPI(t) 0.87; at this pace all that has a value is finished on 18 December 2026',
    ]),
  );
  expect(tooltip('milestones: [{ title: A, due: 2026-12-02 }]')).not.toMatch(/PERT|Earned/);
});
