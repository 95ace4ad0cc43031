import { expect, test } from 'vitest';
import { day, isoDay } from '../../../src/base/day';
import { byteColumns, numberColumns, textColumns } from '../../../src/protocol/wire';
import { timelineRows } from '../../../src/report/timeline';
import { noDay, rowStates, type TimelineRows } from '../../../src/report/timelineRows';
import { textsOf } from '../drawing/plainColumns';
import { english, largeSnapshot, snapshotOf, uriOf } from './snapshotOf';
import { website } from './website';

/** The columns as one readable line a row. */
function lines(rows: TimelineRows): string[] {
  const text = (value: number | undefined) =>
    value === undefined || value === noDay ? '–' : isoDay(value as ReturnType<typeof day>);
  return textsOf(rows.titles).map((title, at) =>
    [
      `${'  '.repeat(rows.depth[at] ?? 0)}${title}`,
      rowStates[rows.state[at] ?? -1],
      `${rows.progress[at]} %`,
      `${text(rows.start[at])}..${text(rows.end[at])}`,
      `baseline ${text(rows.baseline[at])}`,
      `deadline ${text(rows.deadline[at])}`,
      `inside ${rows.inside[at]}`,
    ].join(', '),
  );
}

test('a plan and its milestones, in tree order, with their days', () => {
  const rows = timelineRows(snapshotOf(website), english);
  expect(lines(rows)).toEqual([
    'Website relaunch, on-track, 21 %, 2026-11-02..2027-01-15, baseline –, deadline 2027-01-29, inside 3',
    '  Design approved, on-track, 50 %, 2026-11-02..2026-12-04, baseline 2026-11-27, deadline –, inside 0',
    '  Site live, waiting, 0 %, 2026-12-11..2027-01-15, baseline –, deadline –, inside 1',
    '    Texts final, planned, 0 %, –..2026-12-11, baseline –, deadline –, inside 0',
  ]);
  expect(rows.today).toBe(day('2026-11-23'));
  expect(rows.refs.at(3)).toBe(`${uriOf('plan')}#texts`);
  expect([...rows.links]).toEqual([1, 2, 3, 2]);
});

test('the words are ready made', () => {
  const rows = timelineRows(snapshotOf(website), english);
  expect(textsOf(rows.details)).toEqual(['0 of 3 done', 'due in 11 days · 50 %', 'due in 53 days', 'due in 18 days']);
  expect(textsOf(rows.labels)).toEqual([
    'Website relaunch, on track, 0 of 3 done',
    'Design approved, on track, due in 11 days, 50 percent, 2 November 2026 to 4 December 2026, 32 working days of float, approved',
    'Site live, blocked, due in 53 days, 0 percent, 11 December 2026 to 15 January 2027, 10 working days of float',
    'Texts final, planned, due in 18 days, 0 percent, 11 December 2026, 27 working days of float',
  ]);
});

test('equal figures share their words, and different ones do not', () => {
  const text = `milestones:
  - { title: A, due: 2026-11-18, progress: 60 }
  - { title: B, due: 2026-11-18, progress: 60 }
  - { title: C, due: 2026-11-18, completed: 2026-11-18 }
  - { title: D, due: 2026-11-18, completed: 2026-11-17 }
  - { title: E, due: 2026-11-18, status: on-hold }
  - { title: F, status: submitted }
  - { title: G }
`;
  expect(textsOf(timelineRows(snapshotOf(text), english).labels).slice(1)).toEqual([
    'A, 5 days late, 60 percent, 18 November 2026',
    'B, 5 days late, 60 percent, 18 November 2026',
    'C, done 18 Nov, 18 November 2026',
    'D, done 17 Nov, 18 November 2026',
    'E, on hold, 0 percent, 18 November 2026',
    'F, submitted, 0 percent, no date',
    'G, planned, 0 percent, no date',
  ]);
});

test('rows of one plan alone, with links only between rows that are there', () => {
  const snapshot = snapshotOf([
    { name: 'one', text: 'milestones: [{ id: a, title: A }, { id: b, title: B, dependsOn: [a, two/x] }]' },
    { name: 'two', text: 'milestones: [{ id: x, title: X }]' },
  ]);
  const all = timelineRows(snapshot, english);
  expect(textsOf(all.titles)).toEqual(['one', 'A', 'B', 'two', 'X']);
  expect([...all.links]).toEqual([1, 2, 4, 2]);
  const one = timelineRows(snapshot, english, { plan: uriOf('one') });
  expect(textsOf(one.titles)).toEqual(['one', 'A', 'B']);
  expect([...one.links]).toEqual([1, 2]);
  expect(timelineRows(snapshot, english, { plan: 'file:///none' }).count).toBe(0);
});

test('a stale plan, an empty one and one without dates', () => {
  const rows = timelineRows(
    snapshotOf([
      { name: 'stale', text: 'milestones: [', before: 'milestones: [{ title: A, due: 2026-12-01 }]' },
      { name: 'empty', text: 'start: 2026-11-02' },
      { name: 'undated', text: 'milestones: [{ title: B }]' },
    ]),
    english,
  );
  expect([...rows.stale]).toEqual([1, 1, 0, 0, 0]);
  expect([...rows.inside]).toEqual([1, 0, 0, 1, 0]);
  expect([...rows.end].slice(2)).toEqual([noDay, noDay, noDay]);
  expect([...rows.start]).toEqual([noDay, noDay, noDay, noDay, noDay]);
});

test('every column has an entry for every row, and every index is of its list', () => {
  const rows = timelineRows(snapshotOf(website), english);
  for (const name of [...byteColumns, ...numberColumns, ...textColumns])
    expect(rows[name], name).toHaveLength(rows.count);
  expect(rows.criticalLinks).toHaveLength(rows.links.length / 2);
  expect([...rows.owner].every((owner) => owner < rows.owners.length)).toBe(true);
  expect([...rows.calendar].every((calendar) => calendar < rows.calendars.length)).toBe(true);
});

test('10 000 milestones are rows, each said in a few sentences', () => {
  let said = 0;
  const rows = timelineRows(largeSnapshot(10, 1000), (message) => {
    said++;
    return english(message);
  });
  expect(rows.count).toBe(10_010);
  expect(said).toBeLessThanOrEqual(10 * rows.count);
});
