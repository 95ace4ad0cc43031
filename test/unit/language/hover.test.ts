import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { hoverAt } from '../../../src/language/hover';
import type { Page } from '../../../src/language/page';
import { english } from '../report/snapshotOf';
import { website } from '../report/website';
import { cursor, pageOf, planText } from './plans';

type Others = Readonly<Record<string, string>>;

interface Told {
  /** The characters it is about. */
  readonly about: string;
  readonly says: string;
}

function told(page: Page, offset: number, others: Others = {}, fields = true): Told | undefined {
  const plans = [page, ...Object.entries(others).map(([name, text]) => planText(name, text))];
  // Not every version of Node writes a comma behind the day of the week.
  const hover = hoverAt(page, offset, { say: english, fields, plans });
  return (
    hover && {
      about: page.text.slice(hover.span.start, hover.span.end),
      says: hover.parts.join('\n---\n').replace(/day, (?=\d)/g, 'day '),
    }
  );
}

function hover(marked: string, others: Others = {}): Told | undefined {
  const { text, offset } = cursor(marked);
  return told(pageOf(text, others), offset, others);
}

test.each([
  ['a field of a plan', 'cl|ient: Acme\n', 'client', 'Who the project is for.\n\n`Acme GmbH`'],
  [
    'a field of a milestone',
    'milestones:\n  - title: A\n    weigh|t: 2\n',
    'weight',
    'Its share in the progress of the milestone around it.',
  ],
  [
    'a field in braces',
    'milestones: [{ title: A, dependsOn: [{ id: b, |lag: 2d }] }]',
    'lag',
    'Working time that passes in between.',
  ],
  [
    'a field in a text that is half typed',
    'milestones:\n  - title: "A\n    ow|ner: \n',
    'owner',
    'Who answers for the milestone: a key of `people`.',
  ],
  ['a day', 'start: 2026-12-|04\n', '2026-12-04', 'Friday 4 December 2026, in 11 days  \n9 working days'],
  [
    'a day that has passed',
    "start: '2026-11-|20'\n",
    "'2026-11-20'",
    'Friday 20 November 2026, 3 days ago  \n1 working day',
  ],
  ['today', 'start: |2026-11-23\n', '2026-11-23', 'Monday 23 November 2026, today'],
  ['tomorrow', 'start: |2026-11-24\n', '2026-11-24', 'Tuesday 24 November 2026, tomorrow'],
  [
    'yesterday, a Sunday',
    'start: |2026-11-22\n',
    '2026-11-22',
    'Sunday 22 November 2026, yesterday  \nNo working day of the week',
  ],
  [
    'a holiday',
    'start: |2026-12-25\ncalendar: { holidays: [2026-12-24..2027-01-01] }\n',
    '2026-12-25',
    'Friday 25 December 2026, in 32 days  \n22 working days  \nA holiday in the calendar of this plan',
  ],
  [
    'holidays',
    'calendar: { holidays: [2026-12-24..|2027-01-01] }\n',
    '2026-12-24..2027-01-01',
    'Thursday 24 December 2026 to Friday 1 January 2027  \n9 days, 7 of them in the working week',
  ],
  ['a working time', 'milestones: [{ title: A, effort: 1|w }]\n', '1w', '40 hours: 5 working days of 8 hours'],
  [
    'a working time of someone',
    'people: { me: { hoursPerDay: 4 } }\nmilestones: [{ title: A, owner: me, effort: { likely: 1d| 4h } }]\n',
    '1d 4h',
    '8 hours: 2 working days of 4 hours',
  ],
  [
    'the working time of a task of someone else',
    'people: { me: { hoursPerDay: 4 }, bo: { hoursPerDay: 6 } }\nmilestones: [{ title: A, owner: me, tasks: [{ title: T, owner: bo, effort: |12h }] }]\n',
    '12h',
    '12 hours: 2 working days of 6 hours',
  ],
  [
    'a negative lag',
    'milestones: [{ title: A, dependsOn: [{ id: b, lag: -|1d }] }]\n',
    '-1d',
    '8 hours earlier: 1 working day of 8 hours',
  ],
  [
    'a person',
    'people: { ana: { name: Ana *Ruiz*, role: client } }\nmilestones: [{ title: A, owner: a|na }, { title: B, owner: ana, status: done }]\n',
    'ana',
    '**Ana \\*Ruiz\\*** · client\n\n1 open milestone',
  ],
  [
    'a key of people',
    'people:\n  an|a: { hoursPerDay: 6 }\nmilestones: []\n',
    'ana',
    '**ana**\n\n0 open milestones · 6 hours a day',
  ],
])('%s', (_, marked, about, says) => {
  const found = hover(marked);
  expect(found?.about).toBe(about);
  expect(found?.says.slice(0, says.length)).toBe(says);
});

test.each([
  ['a comment', 'version: 1 # n|o\n'],
  ['a key nobody knows', 'x-ow|n: 1\n'],
  ['a text', 'milestones: [{ title: A, notes: No|t this }]\n'],
  ['a digest', "milestones: [{ title: A, approvals: [{ by: ana, decision: approved, digest: 'v1:sha|256:3f9a' }] }]\n"],
  ['an amount', 'milestones: [{ title: A, amount: 40|00 }]\n'],
  ['a day no calendar has', 'start: 2026-06-|31\n'],
  ['a block text', 'description: ¦\n  start: 2026-|12-04\n'],
  ['nobody', 'milestones: [{ title: A, owner: n|o }]\n'],
  ['an empty text', '|'],
])('%s tells nothing', (_, marked) => {
  expect(hover(marked)).toBe(undefined);
});

/** Without a bar, which stands for the cursor here. */
const plan = website.replace('description: |', 'description: ¦');

test.each([
  ['its title', 'title: Design| approved'],
  ['its id', 'id: de|sign'],
  ['its status', 'status: in-|progress'],
  ['a predecessor', 'dependsOn: [des|ign'],
])('a milestone is told of at %s as in the tree', (_, marked) => {
  const text = plan.replace(marked.replace('|', ''), marked);
  expect(hover(text)?.says).toContain('**Design approved** · due in 11 days · 50 %\n\nOn track: Due 4 December 2026');
});

test('at its due date, behind what there is to say about the day', () => {
  const { says = '' } = hover(plan.replace('due: 2026-12-04', 'due: 2026-|12-04')) ?? {};
  expect(says).toMatch(/^Friday 4 December 2026, in 11 days {2}\n9 working days\n---\n\*\*Design approved\*\*/);
});

test('what is internal shows, because the author looks at it', () => {
  expect(hover(plan.replace('id: design', 'id: de|sign'))?.says).toContain('Internal: Margin is thin on this one.');
});

const late = `milestones:
  - { id: texts, title: Texts final, due: 2026-11-13 }
  - id: live
    title: Si|te live
    due: 2026-11-16
    dependsOn: [texts]
`;

test('a late milestone tells how many working days, and what drives it', () => {
  expect(hover(late)?.about).toBe('Site live');
  expect(hover(late)?.says).toContain(`

Red: 5 working days late, was due 16 November 2026, driven by Texts final

1. Site live: 23 November 2026, because it follows Texts final
2. Texts final: 23 November 2026, which is today, because it was due 13 November 2026

- Also: waits for Texts final, which is 10 days late
- Forecast: 23 November 2026
`);
});

test('a milestone that holds a late one is driven by it', () => {
  const text = 'milestones:\n  - { id: a, title: |A, due: 2026-11-27, milestones: [{ title: In, due: 2026-12-04 }] }\n';
  expect(hover(text.replace('title: |A', 'title: A').replace('id: a', 'id: |a'))?.says).toContain(
    '\n\nAmber: forecast 5 working days after due, driven by In\n\n1. A: 4 December 2026, because In, inside it, finishes then\n2. In: its due date, 4 December 2026\n\n',
  );
});

test('a milestone of another plan tells its state there', () => {
  const others = { brand: 'project: Brand\nmilestones: [{ id: logo, title: Logo, due: 2026-11-20 }]' };
  const found = hover('milestones: [{ title: A, dependsOn: [brand/lo|go] }]', others);
  expect(found?.about).toBe('logo');
  expect(found?.says).toContain('**Logo** · 3 days late');
});

test('what another extension explains already is not explained again, and all else is', () => {
  const page = pageOf(website);
  expect(told(page, website.indexOf('due:'), {}, false)).toBe(undefined);
  expect(told(page, website.indexOf('2026-12-04'), {}, false)?.says).toContain('Friday');
});

test('a text newer than the snapshot says nothing that does not hold any more', () => {
  const { text, offset } = cursor('milestones: [{ id: |a, title: A, due: 2026-12-04 }]');
  const other = (seen: string) => told(pageOf(text, {}, { text: seen }), offset)?.says ?? '';
  expect(other('# one line more\nmilestones: [{ id: a, title: A, due: 2026-12-04 }]')).toContain('due in 11 days');
  expect(other('milestones: [{ id: a, title: A, due: 2026-11-20 }]')).toBe('');
  expect(other('milestones: [{ id: b, title: B }]')).toBe('');
});

test('nothing written in a plan acts in a hover', () => {
  const evil = '[x](command:evil) <img src=x onerror=y> ![a](http://e.example/p) $(trash) **b**';
  const text = `people: { "ana": { name: '${evil}', role: '${evil}' } }
milestones:
  - { id: a, title: '${evil}', owner: ana, internal: '${evil}', due: 2026-11-20, dependsOn: [b] }
  - { id: b, title: '${evil}', due: 2026-11-19 }
`;
  const page = pageOf(text);
  for (const at of [text.indexOf('id: a') + 4, text.indexOf('owner: ana') + 8]) {
    const html = new MarkdownIt({ html: true, linkify: true }).render(told(page, at)?.says ?? '');
    expect(html).toContain('command:evil');
    expect(html).not.toMatch(/<(?!\/?(?:p|ul|ol|li|strong|hr)>)/);
  }
});
