import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { outlineOf } from '../../../src/report/outline';
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
- Baseline: 27 November 2026, now 7 days later
- Owner: Kim Lee
- Progress: 50 %. 2 of 4 tasks and criteria done
- Approval: approved, Ana Ruiz, 20 November 2026
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
  ['baseline: 2026-12-03, due: 2026-12-04', '- Baseline: 3 December 2026, now 1 day later'],
  ['baseline: 2026-12-03', '- Baseline: 3 December 2026'],
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

test('a project tells its client, dates and progress', () => {
  expect(tooltip(website)).toBe(`**Website relaunch** · 0 of 3 done

On track: 0 of 3 milestones done; next is Design approved, due 4 December 2026

- Client: Acme GmbH
- Start: 2 November 2026
- Deadline: 29 January 2027
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
