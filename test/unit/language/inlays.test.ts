import { expect, test } from 'vitest';
import type { Span } from '../../../src/base/text';
import { inlaysIn } from '../../../src/language/inlays';
import { lensesOf } from '../../../src/language/lenses';
import { english } from '../report/snapshotOf';
import { pageOf, planText } from './plans';

type Others = Readonly<Record<string, string>>;

/** The text with the words in it, between ‹ and ›. Today is Monday, 23 November 2026. */
function shown(text: string, others: Others = {}, within: Span = { start: 0, end: text.length }): string {
  const page = pageOf(text, others);
  const plans = [page, ...Object.entries(others).map(([name, other]) => planText(name, other))];
  let result = '';
  let at = 0;
  for (const { offset, label } of [...inlaysIn(page, within, plans, english)].sort((a, b) => a.offset - b.offset)) {
    result += `${text.slice(at, offset)}‹${label}›`;
    at = offset;
  }
  return result + text.slice(at);
}

const plan = (fields: string, top = '') => `${top}milestones: [{ title: A, ${fields} }]`;

test.each([
  ['due: 2026-11-26‹in 3 days›'],
  ['due: 2026-11-24‹tomorrow›'],
  ['due: 2026-11-23‹today›'],
  ['due: 2026-11-20‹3 days late›'],
  ['due: "2026-11-20"‹3 days late›'],
  ['due: 2026-11-28‹in 5 days · Sat!›'],
  ['due: 2026-11-22‹1 day late · Sun!›'],
  ['start: 2026-11-29‹Sun!›, due: 2026-11-30‹in 7 days›'],
  ['start: 2026-11-27'],
  ['due: 2026-11-20, completed: 2026-11-20'],
  ['due: 2026-11-20, status: cancelled'],
  ['due: 2026-11-20, status: on-hold'],
  ['due: 2026-11-20‹3 days late›, status: submitted'],
  ['due: 2026-11-31'],
  ['due: '],
  ['deadline: 2026-11-28'],
  ['milestones: [{ title: B, due: 2026-11-20 }], status: done'],
])('%s', (fields) => {
  expect(shown(plan(fields.replace(/‹.*?›/g, '')))).toBe(plan(fields));
});

test.each([
  ['holidays: [2026-12-24..2027-01-01]', 'due: 2026-12-25‹in 32 days · holiday›'],
  ['workdays: [2026-11-28]', 'due: 2026-11-28‹in 5 days›'],
  ['workweek: [mon, tue]', 'due: 2026-11-26‹in 3 days · Thu!›'],
])('with %s in the calendar', (calendar, fields) => {
  const top = `calendar: { ${calendar} }\n`;
  expect(shown(plan(fields.replace(/‹.*?›/g, ''), top))).toBe(plan(fields, top));
});

test.each([
  [
    'milestones: [{ id: a, title: Texts final }, { title: B, dependsOn: [a‹Texts final›, { id: "a"‹Texts final›, lag: 1d }] }]',
    {},
  ],
  ['milestones: [{ title: Texts final }, { title: B, dependsOn: [texts-final] }]', {}],
  [
    'milestones: [{ title: B, dependsOn: [nobody, brand/logo‹The new logo›] }]',
    { brand: 'milestones: [{ id: logo, title: The new logo }]' },
  ],
  [
    'milestones: [{ title: A‹50 %›, tasks: [x, { title: y, done: true }] }, { title: B, tasks: [x] }, { title: C, progress: 40 }]',
    {},
  ],
] as const)('%s', (expected, others) => {
  expect(shown(expected.replace(/‹.*?›/g, ''), others)).toBe(expected);
});

test('only in the lines that are asked for', () => {
  const text = 'milestones:\n  - title: A\n    due: 2026-11-26\n  - title: B\n    due: 2026-11-27\n';
  const start = text.indexOf('  - title: B');
  expect(shown(text, {}, { start, end: text.length })).toBe(text.replace('27', '27‹in 4 days›'));
});

test('nothing behind an alias, and nothing while the text cannot be read', () => {
  const text = 'x: &day 2026-11-20\nmilestones: [{ title: A, due: *day }]';
  expect(shown(text)).toBe(text);
  expect(shown('milestones: [{ title: A, due: 2026-11-20 }')).toBe('milestones: [{ title: A, due: 2026-11-20 }');
});

/** What stands above each place: the act, and the characters from there to the end of the line. */
function lenses(text: string): readonly string[] {
  return lensesOf(pageOf(text)).map(({ offset, act, ref }) => {
    const [, key = 'plan'] = ref.split('#');
    return `${act} ${key}: ${text.slice(offset, text.indexOf('\n', offset))}`;
  });
}

test('above a milestone it is marked done or reopened, above the plan summed up', () => {
  const text = `project: P
milestones:
  - id: a
    title: A
  - { id: b, title: B, status: done, milestones: [{ id: c, title: C }] }
  - { id: d, title: D, status: cancelled }
`;
  expect(lenses(text)).toEqual([
    'timeline plan: P',
    'summary plan: P',
    'markDone a: id: a',
    'timeline a: id: a',
    'reopen b: { id: b, title: B, status: done, milestones: [{ id: c, title: C }] }',
    'timeline b: { id: b, title: B, status: done, milestones: [{ id: c, title: C }] }',
    'timeline c: { id: c, title: C }] }',
    'timeline d: { id: d, title: D, status: cancelled }',
  ]);
});

test('none in a text that cannot be read, and none for what an alias shows again', () => {
  expect(lenses('milestones: [{ title: A }\n')).toEqual([]);
  expect(lenses('x: &m { title: A }\nmilestones: [*m]\n')).toEqual(['timeline plan: [*m]', 'summary plan: [*m]']);
});
