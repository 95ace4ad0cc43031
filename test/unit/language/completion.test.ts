import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { applyEdits } from '../../../src/base/text';
import { completionsAt } from '../../../src/language/completion';
import type { Completion } from '../../../src/language/completionKinds';
import { readPlanFile } from '../../../src/model/read';
import { anyPlanText } from '../model/editAnyText';
import { english } from '../report/snapshotOf';
import { cursor, pageOf } from './plans';

const today = day('2026-11-23');
const brand = 'milestones:\n  - { id: logo, title: Logo, due: 2026-11-30 }\n';

function offered(marked: string): readonly Completion[] {
  const { text, offset } = cursor(marked);
  return completionsAt(pageOf(text, { brand }), offset, { today }).items;
}

/** In the order in which the editor lists them before anything is typed. */
function labels(marked: string): string[] {
  return [...offered(marked)].sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ label }) => label);
}

/** The text after a completion was accepted; of a snippet, with the words it proposes. */
function completed(text: string, { replace, insert, isSnippet, beside = [] }: Completion): string {
  const words = isSnippet
    ? insert
        .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replace(/\$\d/g, '')
        .replace(/\\([$}\\])/g, '$1')
    : insert;
  return applyEdits(text, [{ span: replace, text: words }, ...beside]);
}

function accept(marked: string, label: string): string {
  const found = offered(marked).find((item) => item.label === label);
  if (!found) throw new Error(`${label} is not offered, but ${labels(marked).join(', ')}`);
  return completed(cursor(marked).text, found);
}

const people = 'people:\n  kim: { name: Kim Lee, role: freelancer }\n  ana: { name: Ana Ruiz }\n';
const item = 'milestones:\n  - title: A\n';
const two = 'milestones:\n  - id: a\n    title: A\n    due: 2026-12-04\n  - id: b\n    title: B\n';

describe('what is offered', () => {
  const table: [string, string, string[]][] = [
    ['a whole plan in an empty file', '|', ['plan', 'project', 'client']],
    ['the needed field first', 'milestones:\n  - |', ['milestone', 'title', 'id', 'due', 'owner', 'status']],
    [
      'only missing fields',
      `${item}    payment: { state: funded, funded: x, submitted: x, approved: x, released: x, invoice: x, holdDays: 1, | }`,
      ['invoiced', 'reviewDays'],
    ],
    ['statuses', `${item}    status: |`, ['planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled']],
    ['booleans', `${item}    tasks: [{ title: T, done: | }]`, ['true', 'false']],
    ['types of a predecessor', `${two}    dependsOn: [{ id: a, type: | }]`, ['FS', 'SS', 'FF', 'SF']],
    [
      'decisions',
      `${item}    approvals:\n      - by: ana\n        decision: |`,
      ['approved', 'changes-requested', 'rejected'],
    ],
    ['currencies in use first', `currency: |\n${item}`, ['EUR', 'USD', 'GBP', 'CHF', 'JPY']],
    ['weekdays that are missing', 'calendar:\n  workweek: [mon, tue, wed, thu, |]', ['fri', 'sat', 'sun']],
    ['ids, own file first', `${two}    dependsOn: [|]`, ['a', 'brand/logo']],
    ['no id twice', `${two}    dependsOn: [a, |]`, ['brand/logo']],
    [
      'no id that would close a circle',
      `${two}    dependsOn: [a]\n`.replace('title: A', 'title: A\n    dependsOn: [|]'),
      ['brand/logo'],
    ],
    [
      'no family',
      'milestones:\n  - id: out\n    title: O\n    milestones:\n      - id: in\n        title: I\n        dependsOn: [|]',
      ['brand/logo'],
    ],
    ['people', `${people}${item}    owner: |`, ['kim', 'ana']],
    ['one entry of people after the other', `${people}${item}    informed: [kim, |]`, ['ana']],
    [
      'days',
      `${item}    due: |`,
      ['today', 'tomorrow', 'next friday', '+3d', '+1w', '+2w', '+4w', 'next month', 'end of month'],
    ],
    ['ways to move a day', `${item}    due: 2026-12-04|`, ['+1d', '+1w', '+2w', '+1m', '-1w']],
    [
      'the working day behind one off',
      `${item}    due: 2026-12-05|`,
      ['2026-12-07', '+1d', '+1w', '+2w', '+1m', '-1w'],
    ],
    ['units', `${item}    effort: 3|`, ['3d', '3h', '3w']],
    ['an id from the title', 'milestones:\n  - title: Site live\n    id: |', ['site-live']],
    ['nothing in a title', `${item}    clientAction: to|`, []],
    ['nothing in a comment', `${item}    # du|`, []],
    ['nothing in a block text', `${item}    notes: ¦\n      du|`, []],
    ['nothing behind a complete day', `${item}    due: 2026-12-04 |`, []],
    ['nothing before lines that a key would take', 'milestones:\n|\n  - title: A\n', []],
    ['who is named and missing in people', `people:\n  |\n${item}    owner: zoe`, ['zoe']],
    ['a broken file', `${two}    dependsOn: [|\n  x: "\n - ]`, ['a', 'b', 'brand/logo']],
  ];
  it.each(table)('%s', (_, marked, wanted) => {
    expect(labels(marked).slice(0, wanted.length || undefined)).toEqual(wanted);
  });

  it('says more of a milestone, a person and a day', () => {
    const said = (marked: string) => offered(marked).flatMap(({ detail }) => (detail ? [english(detail)] : []));
    expect(said(`${two}    dependsOn: [|]`).slice(0, 2)).toEqual(['A, due 4 Dec 2026', 'Logo, due 30 Nov 2026']);
    expect(said(`${people}${item}    owner: |`)).toEqual(['Kim Lee, freelancer', 'Ana Ruiz']);
    const calendar = 'calendar: { holidays: [2026-11-24] }\n';
    const days = said(`${calendar}${item}    due: |`).map((text) => text.replace(/day,? /, 'day '));
    expect(days.slice(0, 2)).toEqual(['Monday 23 November 2026', 'Tuesday 24 November 2026, a holiday']);
  });
});

describe('what it becomes', () => {
  const table: [string, string, string, string][] = [
    ['a key', `${item}    du|`, 'due', `${item}    due: `],
    ['a key that has its colon', `${item}    du|: 2026-12-04`, 'due', `${item}    due: 2026-12-04`],
    ['a key at the wrong column', `${item}   |`, 'due', `${item}    due: `],
    ['a key under the dash', `${item}  du|`, 'due', `${item}    due: `],
    ['a list on lines', `${item}    ta|`, 'tasks', `${item}    tasks:\n      - `],
    [
      'a list as the file has them',
      'milestones:\n- title: A\n  ta|',
      'tasks',
      'milestones:\n- title: A\n  tasks:\n  - ',
    ],
    [
      'four blanks and CRLF',
      'people:\r\n    kim: {}\r\nmile|',
      'milestones',
      'people:\r\n    kim: {}\r\nmilestones:\r\n    - title: ',
    ],
    ['a list in brackets', `${item}    dep|`, 'dependsOn', `${item}    dependsOn: []`],
    ['a group', `${item}    pay|`, 'payment', `${item}    payment:\n      `],
    ['a key in braces', `${item}    payment: {|}`, 'state', `${item}    payment: {state: }`],
    [
      'a key before another',
      `${item}    payment: { | state: paid }`,
      'funded',
      `${item}    payment: { funded: , state: paid }`,
    ],
    ['a value without a blank', `${item}    status:|`, 'done', `${item}    status: done`],
    ['a value in place of another', `${item}    status: in-|progress`, 'done', `${item}    status: done`],
    ['a value in quotation marks', `${item}    status: "do|"`, 'done', `${item}    status: "done"`],
    ['an id without its brackets', `${two}    dependsOn: |`, 'a', `${two}    dependsOn: [a]`],
    ['an id without its dash', `${two}    dependsOn:\n      |`, 'a', `${two}    dependsOn:\n      - a`],
    ['an id of another file', `${two}    dependsOn: [a,|]`, 'brand/logo', `${two}    dependsOn: [a, brand/logo]`],
    ['a day by +2w', `${item}    due: +2w|`, '+2w', `${item}    due: 2026-12-07`],
    ['a day by a number of days', `${item}    due: +10d|`, '+10d', `${item}    due: 2026-12-03`],
    ['a day by words', `${item}    due: next mo|`, 'next month', `${item}    due: 2026-12-23`],
    ['a weekday', `${item}    due: fri|`, 'fri', `${item}    due: 2026-11-27`],
    ['a day to move', `${item}    due: 2026-12-04|`, '+1w', `${item}    due: 2026-12-11`],
    ['a new person', `${people}${item}    owner: zoe|`, 'zoe', `${people}  zoe: {}\n${item}    owner: zoe`],
    ['the first person', `${item}    owner: zoe|`, 'zoe', `people:\n  zoe: {}\n${item}    owner: zoe`],
    [
      'a milestone',
      `${item}  - |`,
      'milestone',
      `${item}  - title: \n    due: 2026-12-21\n    acceptanceCriteria:\n    - `.replace('    - ', '      - '),
    ],
    [
      'a milestone without its dash',
      `${item}  |`,
      'milestone',
      `${item}  - title: \n    due: 2026-12-21\n    acceptanceCriteria:\n      - `,
    ],
    ['a task', `${item}    tasks:\n      - |`, 'task', `${item}    tasks:\n      - title: \n        effort: 1d`],
    [
      'a risk in brackets',
      `${item}    risks: [|]`,
      'risk',
      `${item}    risks: [{ title: , probability: 0.3, impact: 2d, response:  }]`,
    ],
    [
      'an approval',
      `${people}${item}    approvals:\n      - |`,
      'approval',
      `${people}${item}    approvals:\n      - by: kim\n        decision: approved\n        on: 2026-11-23`,
    ],
  ];
  it.each(table)('%s', (_, marked, label, wanted) => {
    expect(accept(marked, label)).toBe(wanted);
  });

  it('keeps what was typed as the word to compare with', () => {
    const typed = offered(`${item}    due: in 3 days|`)[0];
    expect(typed).toMatchObject({ filter: 'in 3 days', insert: '2026-11-26', preselect: true });
  });

  it('is a plan without a problem when the file was empty', () => {
    expect(readPlanFile(accept('|', 'plan'), 'x').problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });
});

const folder = new URL('../../fixtures/plans/', import.meta.url);
const texts = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => text.length < 1_500);

describe('accepting anything anywhere', () => {
  it('keeps a file readable', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const text of [...texts, ...Array.from({ length: 5 }, (_, seed) => anyPlanText(seed))]) {
      const page = pageOf(text, { brand });
      for (let at = 0; at <= text.length; at += 9 + ((at * 7) % 53)) {
        const { items } = completionsAt(page, at, { today });
        // Two of what is offered at each place, another two at the next one.
        for (const found of items.filter(
          (_, index) => index % Math.ceil(items.length / 2) === at % Math.ceil(items.length / 2),
        )) {
          count++;
          expect(
            found.replace.start <= at &&
              at <= found.replace.end &&
              !text.slice(found.replace.start, found.replace.end).includes('\n'),
          ).toBe(true);
          if (!readPlanFile(completed(text, found), 'x').plan)
            wrong.push(`${JSON.stringify(text.slice(Math.max(0, at - 40), at))} ${found.insert}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });

  it('writes days and ids that are read without a problem', () => {
    for (const marked of [
      `${item}    due: |`,
      `${item}    start: +|`,
      `${two}    dependsOn: [|]`,
      `${two}    dependsOn:\n      - |`,
    ]) {
      for (const found of offered(marked).filter(({ kind }) => kind === 'day' || kind === 'milestone')) {
        const { problems } = readPlanFile(completed(cursor(marked).text, found), 'x');
        expect(problems.filter(({ code }) => code !== 'id.missing')).toEqual([]);
      }
    }
  });
});
