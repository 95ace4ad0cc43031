// What does not hold on Monday, 23 November 2026: plans as text in, sentences at their characters out.
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot, type PlanSnapshot } from '../../../src/snapshot';
import { say } from './build';

const codes = ['date.infeasible', 'deadline.missed', 'float.negative'];
const today = day('2026-11-23');

function snapshotOf(texts: Readonly<Record<string, string>>, broken = ''): readonly PlanSnapshot[] {
  const plans = Object.entries(texts).map(([baseName, text]) => {
    const file = readPlanFile(text, baseName);
    const now = broken === baseName ? readPlanFile('[', baseName) : file;
    return { uri: `file:///${baseName}`, baseName, folder: '', text, file: now, plan: file.plan };
  });
  return makeSnapshot(plans, { number: 1, today, todayIn: () => today, dueSoonDays: 7 }).plans;
}

/** `code ⟦characters⟧ sentence` of the plan `a`. */
function told(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const { problems } = snapshotOf({ a: text, ...others }).find(({ baseName }) => baseName === 'a') ?? { problems: [] };
  return problems
    .filter(({ code }) => codes.includes(code))
    .map(({ code, span, message, severity }) => {
      expect(severity).toBe('warning');
      return `${code} ⟦${text.slice(span.start, span.end)}⟧ ${say(message)}`;
    });
}

const rows = (...all: string[]) => `milestones:\n${all.map((row) => `  - { ${row} }\n`).join('')}`;

describe('date.infeasible', () => {
  const over = (have: string, by: string, need: string, missing: string, holds: string) =>
    `There are ${have} for what is due by ${by}, and ${need} are needed, ${missing} too few. It would hold on ${holds}.`;
  const tomorrow = over('16 hours', '24 November 2026', '20 hours', '4 hours', '25 November 2026');

  it('says who, by how many hours, and when it would hold', () => {
    const text = `people: { me: { name: Kim Lee, hoursPerDay: 4 } }\n${rows(
      'title: a, owner: me, effort: 16h, due: 2026-11-27',
      'title: b, owner: me, effort: 20.5h, due: 2026-12-02',
      'title: c, owner: me, effort: 90h, due: 2026-12-31',
    )}`;
    expect(told(text)).toEqual([
      'date.infeasible ⟦2026-12-02⟧ Kim Lee has 32 hours for what is due by 2 December 2026 and needs 36.5 hours, 4.5 hours too few. It would hold on 4 December 2026.',
    ]);
  });

  test.each([
    ['of the milestone', rows('title: a, effort: 20h, due: 2026-11-24'), '2026-11-24', tomorrow],
    [
      'of the one with most to do among several',
      rows('title: a, effort: 2h, due: 2026-11-24', 'title: b, effort: 18h, due: "2026-11-24"'),
      '"2026-11-24"',
      tomorrow,
    ],
    [
      'of the milestone around',
      'milestones:\n  - title: a\n    due: 2026-11-24\n    milestones: [{ title: b, effort: 20h }]\n',
      '2026-11-24',
      tomorrow,
    ],
    ['that is a deadline', rows('title: a, effort: 20h, deadline: 2026-11-24'), '2026-11-24', tomorrow],
    [
      'that is the deadline of the plan',
      `deadline: 2026-11-24\n${rows('title: a, effort: 20h')}`,
      '2026-11-24',
      tomorrow,
    ],
    [
      'of a task',
      rows('title: a, due: 2026-12-11, tasks: [Draft, { title: T, effort: 20h, due: 2026-11-24 }]'),
      '{ title: T, effort: 20h, due: 2026-11-24 }',
      tomorrow,
    ],
  ])('stands at the date %s', (_, text, characters, sentence) => {
    const [first] = told(text).filter((each) => each.startsWith('date.infeasible'));
    expect(first).toBe(`date.infeasible ⟦${characters}⟧ ${sentence}`);
  });

  it('is said once for each person, of the first date only', () => {
    const text = `people: { me: {}, ana: {} }\n${rows(
      'title: a, owner: me, effort: 20h, due: 2026-11-24',
      'title: b, owner: me, effort: 90h, due: 2026-11-25',
      'title: c, owner: ana, effort: 8h, due: 2026-11-24',
      'title: d, owner: ana, effort: 9h, due: 2026-11-24',
    )}`;
    expect(told(text).map((each) => each.slice(0, 32))).toEqual([
      'date.infeasible ⟦2026-11-24⟧ me ',
      'date.infeasible ⟦2026-11-24⟧ ana',
    ]);
  });
});

describe('deadline.missed', () => {
  const missed = (characters: string, sentence: string) => `deadline.missed ⟦${characters}⟧ ${sentence}`;

  test.each([
    [
      'by a due date after it',
      rows('title: Live, due: 2026-12-11, deadline: 2026-12-04'),
      missed('2026-12-04', 'The deadline cannot be held: this is forecast for 11 December 2026, 5 working days later.'),
    ],
    [
      'by a day on which nobody works in between',
      rows('title: Live, due: 2026-12-06, deadline: 2026-12-05'),
      missed('2026-12-05', 'The deadline cannot be held: this is forecast for 6 December 2026, 1 day later.'),
    ],
    [
      'by its own work',
      rows('title: Live, effort: 6d, deadline: 2026-11-30, start: 2026-11-24'),
      missed('2026-11-30', 'The deadline cannot be held: this is forecast for 1 December 2026, 1 working day later.'),
    ],
    [
      'that has passed',
      rows('title: Live, deadline: 2026-11-20'),
      missed('2026-11-20', 'The deadline has passed, and this is still open.'),
    ],
    [
      'of the plan',
      `deadline: 2026-12-04\n${rows('title: Texts, due: 2026-12-01', 'title: Live, due: 2026-12-11')}`,
      missed(
        '2026-12-04',
        'The deadline cannot be held: “Live” is forecast for 11 December 2026, 5 working days later.',
      ),
    ],
    [
      'of the plan that has passed',
      `deadline: 2026-11-20\n${rows('title: Live, due: 2026-11-27')}`,
      missed('2026-11-20', 'The deadline has passed, and “Live” is still open.'),
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text).filter((each) => each.startsWith('deadline.missed'))).toEqual([expected]);
  });

  test.each([
    ['that holds to the day', rows('title: Live, due: 2026-12-04, deadline: 2026-12-04')],
    ['of what is done', rows('title: Live, completed: 2026-11-20, deadline: 2026-11-13')],
    ['of what is cancelled', rows('title: Live, status: cancelled, due: 2026-12-11, deadline: 2026-12-04')],
    ['of what is on hold', rows('title: Live, status: on-hold, due: 2026-12-11, deadline: 2026-12-04')],
    ['of a plan that is done', `deadline: 2026-11-13\n${rows('title: Live, completed: 2026-11-20')}`],
  ])('is not said of one %s', (_, text) => expect(told(text)).toEqual([]));
});

describe('float.negative', () => {
  const chain = (texts: string, live: string, more = '') =>
    `${more}${rows(
      `id: texts, title: Texts, ${texts}`,
      'id: proof, title: Proof, duration: 2d, dependsOn: [texts]',
      `id: live, title: Live, duration: 3d, dependsOn: [proof], ${live}`,
    )}`;

  it('stands at the date that has to move, and the deadline names it', () => {
    expect(told(chain('due: 2026-12-04', 'deadline: 2026-12-04'))).toEqual([
      'float.negative ⟦2026-12-04⟧ This is 5 working days too late for Live, whose deadline is 4 December 2026.',
      'deadline.missed ⟦2026-12-04⟧ The deadline cannot be held: this is forecast for 11 December 2026, 5 working days later, driven by Texts.',
    ]);
  });

  it('names the deadline of the project', () => {
    expect(told(chain('due: 2026-12-04', 'due: 2026-12-04', 'deadline: 2026-12-10\n'))).toEqual([
      'deadline.missed ⟦2026-12-10⟧ The deadline cannot be held: “Live” is forecast for 11 December 2026, 1 working day later, driven by Texts.',
      'float.negative ⟦2026-12-04⟧ This is 1 working day too late for the deadline of the project, 10 December 2026.',
    ]);
  });

  it('is not said twice where the deadline is its own', () => {
    expect(told(rows('title: Live, due: 2026-12-11, deadline: 2026-12-04'))).toHaveLength(1);
  });

  it('stands at a start, or at the title, where there is no due date', () => {
    const [first] = told(chain('start: 2026-12-01, duration: 4d', 'deadline: 2026-12-04'));
    expect(first?.slice(0, 28)).toBe('float.negative ⟦2026-12-01⟧ ');
    const [second] = told(chain('duration: 8d', 'deadline: 2026-12-04'));
    expect(second?.slice(0, 23)).toBe('float.negative ⟦Texts⟧ ');
  });

  it('in another plan than the deadline', () => {
    const brand = rows('id: logo, title: Logo, due: 2026-12-04');
    const shop = `project: Shop\n${rows('title: Open, duration: 1d, dependsOn: [a/logo], deadline: 2026-12-04')}`;
    expect(told(brand, { shop })).toEqual([
      'float.negative ⟦2026-12-04⟧ This is 1 working day too late for Open of Shop, whose deadline is 4 December 2026.',
    ]);
    const whole = `project: Shop\ndeadline: 2026-12-04\n${rows('title: Open, duration: 1d, dependsOn: [a/logo]')}`;
    expect(told(brand, { shop: whole })).toEqual([
      'float.negative ⟦2026-12-04⟧ This is 1 working day too late for the deadline of Shop, 4 December 2026.',
    ]);
  });

  it('is not said where everything holds, or where nothing can hold it any more', () => {
    expect(told(chain('due: 2026-12-04', 'due: 2026-12-11', 'deadline: 2026-11-20\n'))).toEqual([
      'deadline.missed ⟦2026-11-20⟧ The deadline has passed, and “Live” is still open.',
    ]);
    expect(told(chain('due: 2026-11-27', 'deadline: 2026-12-04'))).toEqual([]);
  });
});

describe('what does not hold', () => {
  const text = 'milestones:\n  - title: Live\n    due: 2026-12-11\n    deadline: 2026-12-04';
  it('can be silenced by a comment', () => {
    expect(told(`${text}\n`)).toHaveLength(1);
    expect(told(`${text} # milestones-ignore: deadline.missed\n`)).toEqual([]);
  });

  it('is not said of a plan that cannot be read now', () => {
    const [plan] = snapshotOf({ a: `${text}\n` }, 'a');
    expect(plan?.schedule.problems).toEqual([]);
    expect(plan?.stale).toBe(true);
  });

  it('is said a hundred times at most, and how often it holds', () => {
    const many = Array.from({ length: 150 }, (_, at) => `title: T${at}, due: 2026-12-11, deadline: 2026-12-04`);
    const [plan] = snapshotOf({ a: rows(...many) });
    const found = plan?.schedule.problems.filter(({ code }) => code === 'deadline.missed') ?? [];
    expect(found).toHaveLength(100);
    expect(plan?.schedule.problems.filter(({ message }) => message.args.code === 'deadline.missed')).toHaveLength(1);
  });
});
