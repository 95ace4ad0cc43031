// Earned value and earned schedule of plans: a text in, figures out. Today is Monday, 23 November 2026, and nothing of that day has passed yet.
import { describe, expect, it, test } from 'vitest';
import { day, isoDay } from '../../../src/base/day';
import { earnedValueOf } from '../../../src/schedule/earnedValue';
import { groundOf } from './grounds';

const round = (value: number) => Number(value.toFixed(4));

/** `money 1000: planned 400, earned 250, variance -150, SPI 0.625, SPI(t) 0.5, 2026-12-04`. */
function of(text: string, today = '2026-11-23'): string | undefined {
  const found = earnedValueOf(groundOf(text, day(today)));
  if (!found) return undefined;
  const { unit, budget, plannedValue, earnedValue, scheduleVariance } = found;
  const { schedulePerformance: spi, timePerformance: time, forecastFinish: finish } = found;
  const all = [
    `${unit} ${round(budget)}: planned ${round(plannedValue)}`,
    `earned ${round(earnedValue)}`,
    `variance ${round(scheduleVariance)}`,
    ...(spi === undefined ? [] : [`SPI ${round(spi)}`]),
    ...(time === undefined ? [] : [`SPI(t) ${round(time)}`]),
    ...(finish === undefined ? [] : [isoDay(finish)]),
  ];
  return all.join(', ');
}

const plan = (...rows: string[]) => of(`milestones:\n${rows.map((row) => `  - { ${row} }\n`).join('')}`);

describe('the value of a milestone is planned', () => {
  test.each([
    ['evenly from its start to its baseline', 'start: 2026-11-16, baseline: 2026-11-27, due: 2026-12-11', 'planned 50'],
    ['else to its due date', 'start: 2026-11-16, due: 2026-11-27', 'planned 50'],
    ['over working days only', 'start: 2026-11-20, due: 2026-11-23', 'planned 50'],
    ['on its last day, without a start', 'due: 2026-11-20', 'planned 100'],
    ['not yet where it is due today', 'due: 2026-11-23', 'planned 0'],
    ['not before it is to start', 'start: 2026-11-23, due: 2026-11-27', 'planned 0'],
    ['in all where it should be over', 'start: 2026-11-02, due: 2026-11-13', 'planned 100'],
    ['at once where it starts after its end', 'start: 2026-11-30, due: 2026-11-20', 'planned 100'],
  ])('%s', (_, row, expected) =>
    expect(plan(`title: a, amount: 100, ${row}`)).toContain(`money 100: ${expected}, earned 0`),
  );

  it('on the day of the milestone around, and after that on the last of all', () => {
    expect(plan('title: a, due: 2026-11-20, milestones: [{ title: b, amount: 7 }]')).toContain('planned 7,');
    const rows = [
      'title: a, amount: 10',
      'title: b, amount: 5, due: 2026-11-20',
      'title: c, amount: 1, due: 2026-11-27',
    ];
    expect(plan(...rows)).toContain('money 16: planned 5,');
    expect(of('deadline: 2026-11-20\nmilestones: [{ title: a, amount: 10 }]\n')).toContain('planned 10,');
  });
});

describe('the budget', () => {
  const due = 'due: 2026-11-27';
  test.each([
    [
      'is the amounts where there is one',
      [`title: a, amount: 100, effort: 2d, ${due}`, `title: b, effort: 3d, ${due}`],
      'money 100',
    ],
    [
      'of milestones around others as well',
      [`title: a, amount: 100, ${due}, milestones: [{ title: b, amount: "20.50" }]`],
      'money 120.5',
    ],
    [
      'else the efforts',
      [`title: a, effort: 2d, ${due}`, `title: b, ${due}, tasks: [{ title: T, effort: 4h }]`],
      'hours 20',
    ],
    [
      'of what lies inside rather than of the one around',
      [`title: a, effort: 9d, ${due}, milestones: [{ title: b, effort: 2d }]`],
      'hours 16',
    ],
    [
      'of the one around where none inside has one',
      [`title: a, effort: 9d, ${due}, milestones: [{ title: b }]`],
      'hours 72',
    ],
    [
      'without what is cancelled',
      [`title: a, amount: 100, ${due}`, `title: b, amount: 50, status: cancelled, ${due}`],
      'money 100',
    ],
  ])('%s', (_, rows, expected) => expect(plan(...rows)?.split(':')[0]).toBe(expected));

  test.each([
    ['nothing is worth anything', 'title: a, due: 2026-11-27'],
    ['all is worth nothing', 'title: a, amount: 0, due: 2026-11-27'],
    ['nothing has a date', 'title: a, amount: 100'],
    ['all is cancelled', 'title: a, amount: 100, due: 2026-11-27, status: cancelled'],
  ])('is none where %s', (_, row) => expect(plan(row)).toBeUndefined());
});

describe('two weeks of work, ten days planned evenly for 1 000', () => {
  const text = (progress: string) =>
    `milestones: [{ title: a, amount: 1000, start: 2026-11-16, due: 2026-11-27, ${progress} }]\n`;
  test.each([
    ['on course', 'progress: 50', '2026-11-23', 'planned 500, earned 500, variance 0, SPI 1, SPI(t) 1, 2026-11-27'],
    ['behind', 'progress: 25', '2026-11-23', 'planned 500, earned 250, variance -250, SPI 0.5, SPI(t) 0.5, 2026-12-11'],
    ['ahead', 'progress: 100', '2026-11-23', 'planned 500, earned 1000, variance 500, SPI 2'],
    ['nothing done', 'progress: 0', '2026-11-23', 'planned 500, earned 0, variance -500, SPI 0, SPI(t) 0'],
    ['the first day', 'progress: 10', '2026-11-16', 'planned 0, earned 100, variance 100'],
    ['before it begins', 'progress: 10', '2026-11-02', 'planned 0, earned 100, variance 100'],
    [
      'past its end',
      'progress: 50',
      '2026-12-07',
      'planned 1000, earned 500, variance -500, SPI 0.5, SPI(t) 0.3333, 2026-12-25',
    ],
    ['done in time', 'completed: 2026-11-27', '2027-03-01', 'planned 1000, earned 1000, variance 0, SPI 1, SPI(t) 1'],
    ['done early', 'completed: 2026-11-20', '2026-11-23', 'planned 500, earned 1000, variance 500, SPI 2, SPI(t) 2'],
    [
      'done late, when SPI says nothing any more',
      'completed: 2026-12-11',
      '2027-03-01',
      'planned 1000, earned 1000, variance 0, SPI 1, SPI(t) 0.5',
    ],
    ['done, nobody knows when', 'status: done', '2027-03-01', 'planned 1000, earned 1000, variance 0, SPI 1'],
  ])('%s', (_, fields, today, expected) => expect(of(text(fields), today)).toBe(`money 1000: ${expected}`));
});

it('T-ES-1 in days: ten modules planned for ten days, the last one finished on the twelfth', () => {
  const modules = Array.from({ length: 10 }, (_, at) => {
    const due = isoDay(day(`2026-11-${at < 5 ? 16 + at : 18 + at}`));
    return `  - { title: m${at}, amount: 100000, due: ${due}, completed: ${at < 9 ? due : '2026-12-01'} }\n`;
  });
  const found = of(`start: 2026-11-16\nmilestones:\n${modules.join('')}`, '2026-12-10');
  expect(found).toBe('money 1000000: planned 1000000, earned 1000000, variance 0, SPI 1, SPI(t) 0.8333');
});

it('waiting as planned is not being ahead', () => {
  const text = 'start: 2026-11-02\nmilestones: [{ title: a, effort: 5d, start: 2026-12-07, due: 2026-12-11 }]\n';
  expect(of(text)).toBe('hours 40: planned 0, earned 0, variance 0, SPI(t) 1, 2026-12-11');
});

it('time counts from what comes before the stated start', () => {
  const text = `
start: 2026-11-20
milestones:
  - { title: a, amount: 10, due: 2026-11-02, completed: 2026-11-02 }
  - { title: b, amount: 90, due: 2026-11-18, progress: 50 }
`;
  // Of thirteen days twelve and a half were to be needed for it, and fifteen have passed.
  expect(of(text)).toContain(`SPI(t) ${round(12.5 / 15)}, 2026-11-23`);
});
