// Habits from older YAML, from Markdown, from word processors and from other countries: said in plain words, with what was meant.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/base/text';
import { readPlanFile } from '../../../src/model/read';
import { marked, said } from './marked';

/** Severity and code, a text with the marked characters, words of the sentence, and what is meant in place of the characters. */
type Row = readonly [expected: string, text: string, words: string, instead?: string];

const one = (fields: string) => `milestones:\n  - id: a\n    title: A\n${fields.replace(/^/gm, '    ')}\n`;
const task = (fields: string) => one(`tasks: [{ title: T, ${fields} }]`);
const people = 'people: { ana: {}, "Zoë B": {}, "a: b": {} }\n';

const days: Row[] = [
  ['error date.invalid', one('due: ⟦2026-06-31⟧'), 'The last day of that month', '2026-06-30'],
  ['error date.invalid', one("due: '⟦2026-02-29⟧'"), 'The last day of that month', '2026-02-28'],
  ['error date.invalid', one('due: ⟦2026-06-99⟧'), 'The last day of that month'],
  ['error date.invalid', one('due: ⟦2026-31-12⟧'), 'There is no month 31', '2026-12-31'],
  ['error date.invalid', one('due: ⟦30.6.2026⟧'), 'A day is written 2026-06-30', '2026-06-30'],
  ['error date.invalid', one('due: ⟦05.01.2026⟧'), 'A day is written 2026-01-05', '2026-01-05'],
  ['error date.invalid', one('due: ⟦31.6.2026⟧'), 'such as 2026-12-04'],
  ['error date.invalid', one('due: ⟦2026/6/5⟧'), 'A day is written 2026-06-05', '2026-06-05'],
  ['error date.invalid', one('due: ⟦6/30/2026⟧'), 'A day is written 2026-06-30', '2026-06-30'],
  ['error date.invalid', one('due: ⟦30/06/2026⟧'), 'A day is written 2026-06-30', '2026-06-30'],
  ['error date.invalid', one('due: ⟦06/07/2026⟧'), 'such as 2026-12-04'],
  ['error date.invalid', one('due: ⟦4 December 2026⟧'), 'A day is written 2026-12-04', '2026-12-04'],
  ['error date.invalid', one('due: ⟦Dec 4th, 2026⟧'), 'A day is written 2026-12-04', '2026-12-04'],
  ['error date.invalid', one('due: ⟦4. März 2026⟧'), 'A day is written 2026-03-04', '2026-03-04'],
  ['error date.invalid', one('due: ⟦2026-12-04,⟧'), 'A day is written 2026-12-04', '2026-12-04'],
  ['error date.invalid', one('due: ⟦2026-12-04T09:00:00Z⟧'), 'without a time', '2026-12-04'],
  ['error date.invalid', one('due: ⟦tomorrow⟧'), 'such as 2026-12-04'],
  ['error date.invalid', 'calendar: { holidays: [24.12.2026..⟦2026-12-32⟧] }', 'There is no day 2026-12-32'],
  ['error range.invalid', 'calendar: { holidays: [⟦2027-01-01..2026-12-24⟧] }', 'Swap', '2026-12-24..2027-01-01'],
  ['error range.invalid', 'calendar: { holidays: [⟦2020-01-01..2031-01-01⟧] }', 'longer than ten years'],
];

const numbers: Row[] = [
  ['error duration.invalid', one('effort: ⟦10⟧'), 'Add the unit'],
  ['error duration.invalid', one('effort: ⟦10 days⟧'), 'such as 3d', '10d'],
  ['error duration.invalid', one('effort: ⟦"1,5d"⟧'), 'such as 3d', '"1.5d"'],
  ['error duration.invalid', one('effort: ⟦2 Wochen⟧'), 'such as 3d', '2w'],
  ['error duration.invalid', one('effort: ⟦4 Std.⟧'), 'such as 3d', '4h'],
  ['error duration.invalid', one('effort: ⟦3 months⟧'), 'such as 3d'],
  ['error percent.invalid', one('progress: ⟦40,5⟧'), 'from 0 to 100', '40.5'],
  ['error percent.invalid', one('progress: ⟦101⟧'), 'from 0 to 100'],
  ['error money.invalid', one('amount: ⟦1,5⟧'), 'plain number', '1.5'],
  ['error money.invalid', one('amount: ⟦1,500⟧'), 'plain number'],
  ['error money.invalid', one('amount: ⟦1.250,50⟧'), 'plain number', '1250.50'],
  ['error money.invalid', one('amount: ⟦1,250.50⟧'), 'plain number', '1250.50'],
  ['error money.invalid', one("amount: ⟦1'250⟧"), 'plain number', '1250'],
  ['error money.invalid', one('amount: ⟦1 250,50⟧'), 'plain number', '1250.50'],
  ['error money.invalid', one('amount: ⟦1.000.000⟧'), 'plain number', '1000000'],
  ['error money.invalid', one('amount: ⟦4000 EUR⟧'), 'The currency stands at the top'],
  ['error money.invalid', 'risks: [{ title: R, impact: ⟦3 days⟧ }]', 'working time', '3d'],
  ['error number.invalid', 'risks: [{ title: R, probability: ⟦40%⟧ }]', 'from 0 to 1', '0.4'],
  ['error number.invalid', 'risks: [{ title: R, probability: ⟦0.4.⟧ }]', 'from 0 to 1'],
  ['error number.invalid', one('weight: ⟦1,5⟧'), 'above 0', '1.5'],
  ['error number.invalid', one('payment: { reviewDays: ⟦1.5⟧ }'), 'whole number'],
  ['warning range.invalid', one('effort: { optimistic: ⟦9d⟧, likely: 6d }'), 'larger than the likely one'],
  ['warning range.invalid', one('effort: { likely: 6d, pessimistic: ⟦5d⟧ }'), 'smaller than the likely one'],
];

const words: Row[] = [
  ['error boolean.invalid', task('done: ⟦yes⟧'), 'yes is only a word to YAML. Write `true` here.', 'true'],
  ['error boolean.invalid', task('done: ⟦"x"⟧'), 'Write `true`', 'true'],
  ['error boolean.invalid', task('done: ⟦Off⟧'), 'Write `false`', 'false'],
  ['error boolean.invalid', task('done: ⟦maybe⟧'), 'Write `true` or `false`'],
  ['error status.invalid', one('status: ⟦in progress⟧'), 'Is it in-progress?', 'in-progress'],
  ['error status.invalid', one("status: ⟦'DONE'⟧"), 'Is it done?', "'done'"],
  ['error status.invalid', one('status: ⟦finished⟧'), 'Write one of'],
  ['error currency.invalid', 'currency: ⟦eur⟧', 'three capital letters', 'EUR'],
  ['error currency.invalid', 'currency: ⟦"€"⟧', 'such as EUR', '"EUR"'],
  ['error currency.invalid', 'currency: ⟦$⟧', 'three capital letters'],
  ['warning currency.invalid', 'currency: ⟦EUU⟧', 'No currency EUU is known here'],
  ['error timezone.invalid', 'timezone: ⟦Europe/Berln⟧', 'Is it Europe/Berlin?', 'Europe/Berlin'],
  ['error timezone.invalid', 'timezone: ⟦Middle Earth⟧', 'such as Europe/Berlin'],
  ['warning owner.unknown', `${people}${one('owner: ⟦anna⟧')}`, 'Is it ana?', 'ana'],
  ['warning owner.unknown', `${people}${one('owner: ⟦zoe b⟧')}`, 'Is it Zoë B?', 'Zoë B'],
  ['warning owner.unknown', `${people}${one("owner: ⟦'a: c'⟧")}`, 'Is it a: b?', "'a: b'"],
  ['warning owner.unknown', `${people}${one('owner: ⟦a. b⟧')}`, 'Is it a: b?', '"a: b"'],
  ['warning owner.unknown', `${people}${one('owner: ⟦"a\\x6Ea1"⟧')}`, 'Is it ana?'],
  ['error id.invalid', 'milestones: [{ id: ⟦M 1⟧, title: A }]', 'letters, digits', 'M-1'],
  ['error id.invalid', 'milestones: [{ id: ⟦cafe\u0301⟧, title: A }]', 'letters, digits', 'caf\u00e9'],
  ['error id.invalid', 'milestones: [{ id: ⟦"?!"⟧, title: A }]', 'letters, digits'],
  ['error id.invalid', one('dependsOn: [⟦acme/M 1⟧]'), 'no id of a milestone', 'acme/M-1'],
  ['error id.duplicate', `${one('')}  - { id: ⟦a⟧, title: B }\n  - { id: a-2, title: C }\n`, 'the id a already', 'a-3'],
  ['hint unknown.key', one('⟦deu⟧: 2026-12-04'), 'Is it `due`?', 'due'],
  ['hint unknown.key', one('⟦"Due"⟧: 2026-12-04'), 'Is it `due`?', '"due"'],
  ['hint unknown.key', one('due: 2026-12-04\n⟦deu⟧: 2026-12-05'), 'Is it `due`?'],
  ['error status.contradiction', one('status: ⟦planned⟧\ncompleted: 2026-11-02'), 'can only be `done`', 'done'],
  ['warning status.contradiction', one('status: ⟦planned⟧\nstarted: 2026-11-02'), 'no longer', 'in-progress'],
  ['warning status.contradiction', task('completed: ⟦2026-11-02⟧'), 'Add `done: true`'],
  ['warning status.contradiction', task('done: false, completed: ⟦2026-11-02⟧'), 'Add `done: true`'],
  ['warning version.unsupported', 'version: ⟦2⟧', 'only version 1', '1'],
  [
    'error milestone.type',
    'milestones:\n  - id: a\n    title: A\n  - ⟦Site live⟧\n',
    'such as `title:',
    'title: Site live',
  ],
  ['error type.invalid', 'risks: [⟦Texts come late⟧]', 'such as `title:', 'title: Texts come late'],
  ['error type.invalid', one('dependsOn: ⟦b⟧'), 'A list is expected', '[b]'],
  ['error type.invalid', one('tags: ⟦"a, b"⟧'), 'A list is expected'],
];

const signs: Row[] = [
  ['error type.invalid', one('tasks:\n  ⟦-one\n      -two⟧'), 'a dash and a space', '- one\n          - two'],
  ['error type.invalid', one('tasks:\n  ⟦– one\n      – two⟧'), 'a dash and a space', '- one\n          - two'],
  ['error type.invalid', one('tasks: ⟦–one⟧'), 'A list is expected'],
  ['error type.invalid', 'milestones:\n  ⟦•title: A⟧\n', 'a dash and a space', '- title: A'],
  ['error plan.type', '⟦project:A⟧\n', 'Put a space behind the colon', 'project: A'],
  ['error milestone.type', 'milestones:\n  - ⟦title:A⟧\n', 'Put a space behind the colon', 'title: A'],
  ['hint yaml.unquoted', 'milestones: [{ id: ⟦007⟧, title: A }]', 'for a number', '"007"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦1.10⟧ }]', 'for a number', '"1.10"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦1e3⟧ }]', 'for a number', '"1e3"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦0x1F⟧ }]', 'for a number', '"0x1F"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦12:30⟧ }]', 'for a number', '"12:30"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦1_000⟧ }]', 'for a number', '"1_000"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦.inf⟧ }]', 'for a number', '".inf"'],
  ['hint yaml.unquoted', 'milestones: [{ id: a, title: ⟦No⟧ }]', 'yes, no or nothing', '"No"'],
  ['hint yaml.unquoted', 'milestones: [{ id: ⟦y⟧, title: A }]', 'yes, no or nothing', '"y"'],
  ['hint yaml.unquoted', 'milestones: [{ id: ⟦null⟧, title: A }]', 'yes, no or nothing', '"null"'],
  ['hint yaml.unquoted', one('tags: [lts, ⟦on⟧]'), 'yes, no or nothing', '"on"'],
  ['warning yaml.anchor', one('notes: ⟦&more text⟧'), 'no part of the text', '"&more text"'],
  ['warning yaml.anchor', one('notes: ⟦&more⟧'), 'no part of the text', '"&more"'],
  ['warning yaml.anchor', one('notes: ⟦&a !!str b⟧'), 'no part of the text', '"&a !!str b"'],
  ['warning text.invisible', 'project: a⟦\u200b⟧b\n', 'An invisible character', ''],
  ['warning text.invisible', 'project: a⟦\u202e\u2066⟧b\n', '2 invisible characters', ''],
  ['warning text.invisible', 'project: a\u00e9⟦\u200d⟧b\n', 'An invisible character', ''],
  ['warning text.invisible', 'project: A # ⟦\u202e⟧b\n', 'An invisible character', ''],
  ['warning text.invisible', 'x-a⟦\u00ad⟧b: 1\n', 'An invisible character', ''],
  ['warning file.encoding', 'project: Gr⟦\ufffd\ufffd⟧sse, \ufffd\n', 'not saved as UTF-8'],
  ['warning file.lineEnds', 'project: A⟦\r⟧B\nclient: C\rD\n', '2 lines of this file end'],
  ['hint file.lineEnds', 'project: A\nclient: B⟦\r\n⟧currency: EUR\n', 'Some lines of this file', '\n'],
  ['hint file.lineEnds', 'project: A\r\nclient: B⟦\n⟧currency: EUR\r\n', 'Some lines of this file', '\r\n'],
  ['warning version.unsupported', '# old\n⟦%YAML 1.1⟧\n---\nproject: A\n', 'an old version of YAML'],
  ['warning id.lookalike', 'milestones: [{ id: cafe, title: A }, { id: ⟦c\u0430fe⟧, title: B }]', 'looks like'],
  ['warning id.lookalike', 'people: { cafe\u0301: {}, ⟦caf\u00e9⟧: {} }\n', 'looks like'],
];

const noYaml: Row[] = [
  ['error yaml.syntax', 'milestones:\n⟦\t⟧- title: A\n', 'indented with a tab'],
  [
    'error yaml.syntax',
    one('tasks:\n⟦\t⟧- One').replace('    \t', '\t').replace('    ⟦\t', '⟦\t'),
    'indented with a tab',
  ],
  ['error yaml.syntax', 'milestones:\n  - title: A\n  ⟦\u00a0⟧ tasks:\n      - a\n', 'no-break spaces', ' '],
  ['error yaml.syntax', 'milestones:\n  ⟦-⟧title: A\n    due: 2026-12-04\n', 'a space behind the dash', '- '],
  ['error yaml.syntax', 'milestones:\n  - title: A\n    ⟦due:⟧2026-12-04\n', 'a space behind the colon', 'due: '],
  ['error yaml.syntax', '⟦project:⟧A\nclient: B\n', 'a space behind the colon', 'project: '],
  ['error yaml.syntax', one('notes: ⟦a: b⟧  # c'), 'in quotation marks', '"a: b"'],
  ['error yaml.syntax', 'milestones:\n  - title: A\n⟦     ⟧due: 2026-12-04\n', 'indented too far', '    '],
  ['error yaml.syntax', 'milestones:\n  - title: A\n⟦   ⟧due: 2026-12-04\n', 'indented differently', '    '],
  ['error yaml.syntax', 'project: A\n⟦  ⟧client: B\n', 'indented too far', ''],
  ['error yaml.syntax', 'milestones:\n  - title: A\n    due: 2026-12-04\n⟦-⟧ title: B\n', 'indented differently'],
  ['error yaml.syntax', one('tasks:\n  - ⟦[ ] One⟧'), 'no boxes to tick', 'One'],
  ['error yaml.syntax', one('tasks:\n  - ⟦[x] One⟧'), 'no boxes to tick', '{ title: One, done: true }'],
  [
    'error yaml.syntax',
    one('acceptanceCriteria:\n  - ⟦[x] 5 pages: all live⟧'),
    'no boxes to tick',
    '{ text: "5 pages: all live", done: true }',
  ],
  ['error yaml.syntax', '⟦%YAML 1.1⟧\nproject: A\n', 'not needed here. Delete it.'],
  ['error file.lineEnds', 'project: A⟦\r⟧client: B\r', '2 lines of this file end'],
  ['error file.conflict', 'project: A\n⟦>>>>>>> other⟧\n', 'delete the lines'],
];

describe.each([
  ['days', days],
  ['numbers', numbers],
  ['words', words],
  ['signs', signs],
  ['a text that is no YAML', noYaml],
])('%s', (_, rows) => {
  it.each(rows.map((row) => [row[0], row[1], row] as const))('%s in %j', (expected, source, [, , words, instead]) => {
    const { text, start, end } = marked(source);
    const { problems } = readPlanFile(text, 'test');
    const found = problems.find(({ span }) => span.start === start && span.end === end);
    expect(found && `${found.severity} ${found.code}`).toBe(expected);
    expect(found && said(found)).toContain(words);
    expect(found?.instead).toBe(instead);
    if (instead === undefined) return;
    const codesOf = (list: typeof problems) => list.filter(({ code }) => code !== 'id.missing').map(({ code }) => code);
    const solved = applyEdits(text, [{ span: { start, end }, text: instead }]);
    // This problem is gone and no other came.
    expect(codesOf(readPlanFile(solved, 'test').problems)).toEqual(codesOf(problems.filter((each) => each !== found)));
  });
});

describe('nothing is said', () => {
  it.each([
    ['of joiners inside pictures and words that need them', 'project: 👩\u200d💻 می\u200cخواهم\n'],
    ['of a mark of direction beside a word read from the right', 'project: שלום\u200f (A)\n'],
    ['of a byte order mark at the beginning', '\ufeffproject: A\n'],
    ['of plain numbers and days in texts', one('tags: [1, 1.5, -3, 2026-12-04, 42, true, v1.10]')],
    ['of quoted words and those with a tag', one('tags: ["yes", \'1.10\', !!str 007]')],
    ['of names that are repeated', one('notes: &n text\nclientAction: *n')],
    ['of names of lists and groups', one('tasks: &t [One]\nscope: &s { in: [a] }')],
    ['of no-break spaces inside a text', 'project: A\u00a0B\ndescription: |\n  \u00a0a\n'],
    ['of one kind of line ends', 'project: A\r\nclient: B\r\n'],
    ['of ids in another script', 'milestones: [{ id: дизайн, title: A }, { id: design, title: B }]'],
    ['of estimates in units that cannot be compared', one('effort: { optimistic: 9h, likely: 1d, pessimistic: 1w }')],
  ])('%s', (_, text) => {
    const problems = readPlanFile(text, 'test').problems.filter(({ code }) => code !== 'owner.unknown');
    expect(problems).toEqual([]);
  });
});
