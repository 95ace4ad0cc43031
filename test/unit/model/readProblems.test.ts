import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/model/read';
import { listed, marked, said } from './marked';

/** What is expected: severity and code, a text with the marked characters, and words the sentence must have. */
type Row = readonly [expected: string, text: string, words: string | RegExp];

const milestone = (fields: string) => `milestones:\n  - id: a\n    title: A\n${fields.replace(/^/gm, '    ')}\n`;
const two = (first: string, second: string) => `milestones:\n  - ${first}\n  - ${second}\n`;

const dates: Row[] = [
  ['error date.invalid', milestone('due: ⟦2026-06-31⟧'), 'The last day of that month is June 30, 2026.'],
  ['error date.invalid', milestone('due: ⟦2026-02-29⟧   # no leap year'), 'February 28, 2026'],
  ['error date.invalid', milestone('due: ⟦2026-13-01⟧'), 'There is no month 13'],
  ['error date.invalid', milestone('due: ⟦2026-00-01⟧'), 'There is no month 00'],
  ['error date.invalid', milestone('due: ⟦2026-1-5⟧'), 'A day is written 2026-01-05'],
  ['error date.invalid', milestone('due: ⟦20260105⟧'), 'A day is written 2026-01-05'],
  ['error date.invalid', milestone('due: ⟦05.01.2026⟧'), 'A day is written 2026-01-05'],
  ['error date.invalid', milestone('due: ⟦2026–01–05⟧'), 'A day is written 2026-01-05'],
  ['error date.invalid', milestone('due: ⟦2026-01-05T00:30:00+14:00⟧'), 'without a time'],
  ['error date.invalid', milestone('due: ⟦12:30⟧'), 'such as 2026-12-04'],
  ['error date.invalid', milestone('due: ⟦next friday⟧'), 'such as 2026-12-04'],
  ['error date.invalid', milestone('due: !!timestamp ⟦2026-02-30⟧'), 'There is no day 2026-02-30'],
  ['error date.invalid', milestone('due: ⟦"2026-02-30"⟧').replace('⟦"', '"⟦').replace('"⟧', '⟧"'), 'There is no day'],
  ['error type.invalid', milestone('due: ⟦[2026-12-04]⟧'), 'One value is expected'],
  ['error type.invalid', milestone('due: ⟦{ year: 2026 }⟧'), 'One value is expected'],
  ['error date.invalid', 'calendar: { holidays: [2026-12-24..⟦2026-12-32⟧] }', 'There is no day 2026-12-32'],
  ['error date.invalid', 'calendar: { holidays: [⟦2026-12-00⟧..2026-12-26] }', 'There is no day 2026-12-00'],
  ['error range.invalid', 'calendar: { holidays: [⟦2027-01-01..2026-12-24⟧] }', 'ends before it begins'],
  ['error range.invalid', 'calendar: { holidays: [⟦2020-01-01..2031-01-01⟧] }', 'longer than ten years'],
  ['error dates.order', milestone('start: ⟦2026-12-05⟧\ndue: 2026-12-04'), 'The start is after the due date.'],
  ['error dates.order', milestone('started: ⟦2026-12-05⟧\ncompleted: 2026-12-04'), 'cannot have started after'],
  ['error dates.order', 'start: 2026-12-05\ndeadline: ⟦2026-12-04⟧', 'The deadline is before the start.'],
];

const numbers: Row[] = [
  ['error duration.invalid', milestone('effort: ⟦10⟧'), '`10d` for working days'],
  ['error duration.invalid', milestone('effort: ⟦3 months⟧'), 'such as 3d'],
  ['error duration.invalid', milestone('duration: ⟦-3d⟧'), 'Only a lag can be negative.'],
  ['error duration.invalid', milestone('remaining: ⟦99999w⟧'), 'longer than a hundred years'],
  ['error duration.invalid', milestone('effort: { optimistic: 1d, likely: ⟦soon⟧ }'), 'such as 3d'],
  ['error field.missing', milestone('effort: { ⟦optimistic⟧: 1d, pessimistic: 2d }'), '`likely` is missing'],
  ['error percent.invalid', milestone('progress: ⟦101⟧'), 'from 0 to 100'],
  ['error percent.invalid', milestone('progress: ⟦-1⟧'), 'from 0 to 100'],
  ['error percent.invalid', milestone('progress: ⟦.nan⟧'), 'from 0 to 100'],
  ['error percent.invalid', milestone('progress: ⟦0x32⟧'), 'from 0 to 100'],
  ['error percent.invalid', milestone('progress: ⟦1e400⟧'), 'from 0 to 100'],
  ['error percent.invalid', milestone('progress: ⟦half⟧'), 'from 0 to 100'],
  ['error money.invalid', milestone('amount: ⟦1_000⟧'), 'plain number'],
  ['error money.invalid', milestone('amount: ⟦1,5⟧'), 'plain number'],
  ['error money.invalid', milestone('amount: ⟦4000 EUR⟧'), 'The currency stands at the top'],
  ['error money.invalid', milestone('amount: ⟦1.23456⟧'), 'at most 4 digits'],
  ['error money.invalid', milestone('amount: ⟦.inf⟧'), 'plain number'],
  ['error money.invalid', 'risks: [{ title: A, impact: ⟦much⟧ }]', 'working time such as 5d'],
  ['error number.invalid', milestone('weight: ⟦0⟧'), 'above 0'],
  ['error number.invalid', 'risks: [{ title: A, probability: ⟦40%⟧ }]', 'from 0 to 1'],
  ['error number.invalid', milestone('payment: { reviewDays: ⟦1.5⟧ }'), 'whole number'],
  ['error number.invalid', 'calendar: { hoursPerDay: ⟦25⟧ }', 'up to 24'],
  ['error number.invalid', 'version: ⟦1.0.0⟧', 'whole number'],
  ['warning version.unsupported', 'version: ⟦2⟧', 'only version 1 is known'],
];

const words: Row[] = [
  ['error status.invalid', milestone('status: ⟦finnished⟧'), 'Write one of: planned, in-progress'],
  ['error status.invalid', milestone('status: ⟦DONE⟧'), 'Is it done?'],
  ['error status.invalid', milestone('status: ⟦in progress⟧'), 'Is it in-progress?'],
  ['error status.invalid', milestone('status: ⟦yes⟧'), 'Write one of'],
  ['error type.invalid', milestone('status: ⟦[done]⟧'), 'One value is expected'],
  ['error enum.invalid', milestone('payment: { state: ⟦payed⟧ }'), 'Write one of: unfunded'],
  ['error enum.invalid', milestone('payment: { state: ⟦relesed⟧ }'), 'Is it released?'],
  ['error enum.invalid', 'calendar: { workweek: [mon, ⟦tuesday⟧] }', 'Is it tue?'],
  ['error enum.invalid', milestone('dependsOn: [{ id: a, type: ⟦fs⟧ }]'), 'Is it FS?'],
  ['error enum.invalid', 'risks: [{ title: A, status: ⟦gone⟧ }]', 'Write one of: open, closed, happened'],
  [
    'error enum.invalid',
    `people: { ana: {} }\n${milestone('approvals: [{ by: ana, decision: ⟦ok⟧ }]')}`,
    'Write one of: approved',
  ],
  ['error boolean.invalid', milestone('tasks: [{ title: T, done: ⟦yes⟧ }]'), 'Write `true` here.'],
  ['error boolean.invalid', milestone('tasks: [{ title: T, done: ⟦No⟧ }]'), 'Write `false` here.'],
  ['error boolean.invalid', milestone('tasks: [{ title: T, done: ⟦maybe⟧ }]'), '`true` or `false`'],
  ['error currency.invalid', 'currency: ⟦eur⟧', 'such as EUR'],
  ['error currency.invalid', 'currency: ⟦€⟧', 'such as EUR'],
  ['error timezone.invalid', 'timezone: ⟦Central European Time⟧', 'Europe/Berlin'],
  ['error timezone.invalid', 'timezone: ⟦Europe/Berln⟧', 'Europe/Berlin'],
  ['error id.invalid', 'milestones: [{ id: ⟦M 1⟧, title: A }]', 'letters, digits'],
  ['error id.invalid', 'milestones: [{ id: ⟦../x⟧, title: A }]', 'letters, digits'],
  ['error id.invalid', 'milestones: [{ id: ⟦cafe\u0301⟧, title: A }]', 'letters, digits'],
  ['error id.invalid', milestone('dependsOn: [⟦M 1⟧]'), 'no id of a milestone'],
  ['error id.invalid', milestone('dependsOn: [⟦/a⟧]'), 'no id of a milestone'],
  ['error text.invalid', 'project: ⟦[a, b]⟧', 'One value is expected'],
  ['error text.invalid', 'milestones: [{ title: ⟦{ a: b }⟧ }]', 'One value is expected'],
  ['error type.invalid', milestone('tasks: ⟦Wireframes⟧'), 'A list is expected'],
  ['error type.invalid', milestone('dependsOn: ⟦b⟧'), 'A list is expected'],
  ['error type.invalid', milestone('scope: ⟦Everything⟧'), 'Fields with names are expected'],
  ['error type.invalid', milestone('tasks: [⟦[a]⟧]'), 'such as `title: Visual design`'],
  ['error type.invalid', 'people: ⟦[ana]⟧', 'Each person has a key'],
  ['error type.invalid', 'milestones: ⟦none⟧', 'A list of milestones is expected'],
  ['error type.invalid', 'calendar: { workweek: ⟦[]⟧ }', 'must not be empty'],
  ['error type.invalid', milestone('<<: ⟦text⟧'), '`<<` takes over'],
];

const structure: Row[] = [
  ['error plan.type', '⟦- title: A\n- title: B⟧\n', 'A plan begins with fields'],
  ['error plan.type', '⟦just a sentence⟧\n', 'A plan begins with fields'],
  ['error milestone.type', 'milestones:\n  - ⟦Design approved⟧\n', 'such as `title: Design approved`'],
  ['error milestone.type', 'milestones:\n  - ⟦[a]⟧\n', 'Fields with names'],
  ['error title.missing', 'milestones:\n  - ⟦due⟧: 2026-12-04\n    tasks: [a]\n', 'A title is missing'],
  ['error title.missing', 'milestones:\n  - id: a\n    ⟦title⟧:\n', 'A title is missing'],
  ['error title.missing', 'milestones:\n  - id: a\n    ⟦title⟧: "  "\n', 'A title is missing'],
  ['error title.missing', 'milestones: [⟦{}⟧]', 'A title is missing'],
  ['error title.missing', milestone('tasks: [{ ⟦done⟧: true }]'), 'A title is missing'],
  ['error field.missing', milestone('acceptanceCriteria: [{ ⟦done⟧: true }]'), '`text` is missing'],
  ['error id.duplicate', two('{ id: a, title: A }', '{ id: ⟦a⟧, title: B }'), 'Another milestone above has the id a'],
  ['error id.duplicate', two('{ id: site-live, title: A }', '{ title: ⟦Site live⟧ }'), 'the id site-live'],
  ['error id.duplicate', two('{ title: Site live }', '{ id: ⟦site-live⟧, title: A }'), 'the id site-live'],
  ['warning id.duplicate', two('{ title: Review }', '{ title: ⟦review!⟧ }'), 'has this title too'],
  ['error key.duplicate', milestone('due: 2026-12-04\n⟦due⟧: 2026-12-05'), 'a second time'],
  ['error key.duplicate', 'project: A\n⟦project⟧: B', 'a second time'],
  ['warning yaml.tag', milestone('⟦notes⟧: !important'), 'Put it in quotation marks'],
  ['hint unknown.key', milestone('⟦deu⟧: 2026-12-04'), 'Is it `due`?'],
  ['hint unknown.key', milestone('⟦acceptancecriteria⟧: [a]'), 'Is it `acceptanceCriteria`?'],
  ['hint unknown.key', 'project: A\n⟦milestone⟧: []', 'Is it `milestones`?'],
  ['hint unknown.key', milestone('tasks: [{ title: T, ⟦colour⟧: red }]'), 'Begin a field of your own with `x-`'],
  ['hint unknown.key', 'people: { ana: { ⟦mail⟧: a@b.example } }', 'Is it `email`?'],
  ['hint unknown.key', milestone('⟦__proto__⟧: { polluted: true }'), 'is no field here'],
  ['hint unknown.key', milestone('⟦constructor⟧: { polluted: true }'), 'is no field here'],
];

const meaning: Row[] = [
  ['warning owner.unknown', `people: { ana: { name: Ana } }\n${milestone('owner: ⟦anna⟧')}`, 'Is it ana?'],
  ['warning owner.unknown', milestone('owner: ⟦Kim⟧'), 'Add a line for this person'],
  ['warning owner.unknown', `people: { ana: { name: Ana } }\n${milestone('informed: [ana, ⟦bob⟧]')}`, 'called bob'],
  ['warning owner.unknown', 'risks: [{ title: A, owner: ⟦bob⟧ }]', 'called bob'],
  ['warning owner.unknown', `${milestone('approvals: [{ by: ⟦__proto__⟧, decision: approved }]')}`, 'called __proto__'],
  ['error status.contradiction', milestone('status: ⟦in-progress⟧\ncompleted: 2026-12-04'), 'can only be `done`'],
  ['error status.contradiction', milestone('status: ⟦cancelled⟧\ncompleted: 2026-12-04'), 'can only be `done`'],
  ['warning status.contradiction', milestone('status: ⟦planned⟧\nstarted: 2026-12-04'), 'no longer `planned`'],
  [
    'warning status.contradiction',
    milestone('status: ⟦done⟧\nacceptanceCriteria: [One, Two]'),
    '2 of its acceptance criteria are',
  ],
  [
    'warning status.contradiction',
    milestone('completed: ⟦2026-12-04⟧\nacceptanceCriteria: [One]'),
    '1 of its acceptance criteria is',
  ],
  [
    'warning milestone.dueAfterParent',
    milestone('due: 2026-12-04\nmilestones:\n  - { id: b, title: B, due: ⟦2026-12-05⟧ }'),
    'December 4, 2026',
  ],
  [
    'warning milestone.dueAfterParent',
    milestone(
      'due: 2026-12-04\nmilestones:\n  - id: b\n    title: B\n    milestones: [{ id: c, title: C, due: ⟦2026-12-05⟧ }]',
    ),
    'December 4, 2026',
  ],
  ['hint progress.derived', milestone('progress: ⟦40⟧\ntasks: [One]'), 'is not used'],
];

describe.each([
  ['dates', dates],
  ['numbers', numbers],
  ['words', words],
  ['structure', structure],
  ['meaning', meaning],
])('a problem in %s', (_, rows) => {
  it.each(rows)('%s in %j', (expected, source, words) => {
    const { text, start, end } = marked(source);
    const { problems } = readPlanFile(text, 'test');
    expect(listed(problems, text)).toEqual([`${expected} ${JSON.stringify(text.slice(start, end))}`]);
    const [found] = problems.filter(({ code }) => code !== 'id.missing');
    expect(found?.span).toEqual({ start, end });
    expect(found && said(found)).toMatch(words);
  });
});

describe('problems', () => {
  it('has a hint at the title of each milestone without an id, with the id that is meant', () => {
    const { text, start, end } = marked('milestones:\n  - title: ⟦Größe & Gewicht!⟧\n');
    const [hint] = readPlanFile(text, 'test').problems;
    expect(hint).toMatchObject({ code: 'id.missing', severity: 'hint', span: { start, end } });
    expect(hint && said(hint)).toContain('Write `id: größe-gewicht`');
  });

  it('do not ask for an id where a wrong one stands', () => {
    const codes = readPlanFile('milestones: [{ id: M 1, title: A }]', 'test').problems.map(({ code }) => code);
    expect(codes).toEqual(['id.invalid']);
  });

  it('are none for fields that are only begun', () => {
    const text = milestone(
      'due:\nstatus: ~\ntasks:\n  -\nowner: null\nscope: {}\npayment:\ndescription: ""\nx-own: [1, { a: b }]',
    );
    expect(listed(readPlanFile(text, 'test').problems, text)).toEqual([]);
  });

  it('are at most 100, the gravest, and one that counts the others', () => {
    const hints = Array.from({ length: 150 }, (_, at) => `strange${at}: 1`).join('\n');
    const text = `${hints}\ncurrency: euro\nmilestones: []\n`;
    const { problems } = readPlanFile(text, 'test');
    expect(problems).toHaveLength(101);
    expect(problems.filter(({ code }) => code === 'currency.invalid')).toHaveLength(1);
    const more = problems.find(({ code }) => code === 'problems.more');
    expect(more && said(more)).toBe('There are 51 more problems in this file.');
    expect(more && text.slice(more.span.start, more.span.end)).toBe('strange99');
  });

  it('cost the field or the milestone they stand in, and nothing else', () => {
    const { plan } = readPlanFile(
      'milestones:\n  - { id: a, title: A, due: 2026-02-30, start: 2026-02-02 }\n  - Design\n  - { id: c, due: 2026-12-04 }\n  - { id: d, title: D, tasks: [One, { done: true }, [x], Two] }\n',
      'test',
    );
    expect(plan?.milestones.map(({ id, due, start }) => [id, due, start])).toEqual([
      ['a', undefined, 20486],
      ['d', undefined, undefined],
    ]);
    expect(plan?.milestones[1]?.tasks.map(({ title }) => title)).toEqual(['One', 'Two']);
  });
});
