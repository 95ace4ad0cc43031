// What can be taken hold of, which milestones can wait for which, and what is said of it.
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { asInFiles } from '../../../src/report/arrangement';
import { noDay, rowFlags, type TimelineRows } from '../../../src/report/timelineRows';
import { type Content, contentOf } from '../../../src/webview/content';
import { nextTarget, targetOf, whyNotWait } from '../../../src/webview/dependency';
import { edgePush } from '../../../src/webview/gestureEdge';
import type { Linking, Moving } from '../../../src/webview/gestureState';
import { bubbleOf, fill, introOf, noticeText } from '../../../src/webview/gestureWords';
import { gripAt, gripOf, rowFor, whyNotMoved } from '../../../src/webview/grab';
import { rows } from '../drawing/rows';

const specs = [
  { depth: 0, start: '2026-11-01', end: '2027-02-28' },
  { start: '2026-11-09', end: '2026-12-11' },
  { start: '2026-11-16', end: '2026-12-18' },
  { depth: 2, end: '2026-12-18' },
  { state: 'done', start: '2026-11-01', end: '2026-11-20' },
  { state: 'cancelled', end: '2026-11-20' },
  { end: '2027-01-22' },
  {},
] as const;
/** Row 2 has row 3 inside it and no days of its own; row 6 waits for row 1. */
function content(change: (rows: TimelineRows) => void = () => {}): Content {
  const made = rows(specs, [1, 6]);
  for (const row of [1, 3, 4, 5, 6]) {
    made.statedStart[row] = made.start[row] ?? noDay;
    made.statedDue[row] = made.end[row] ?? noDay;
  }
  change(made);
  const message = { type: 'rows', number: 4, rows: made, locale: 'en', firstWeekday: 1, words: {} } as const;
  return contentOf({ ...message, audience: 'team', density: 'comfortable' }, [], asInFiles);
}
const linking = (by: 'pointer' | 'keys', ref: string, over?: string): Linking => ({
  kind: 'linking',
  by,
  from: { ref, number: 4, was: { start: noDay, due: noDay } },
  over: over === undefined ? undefined : { ref: over },
});

describe('what can be moved', () => {
  test.each([
    [0, 'A plan has no dates of its own to move'],
    [1, undefined],
    [2, 'Its dates come from what lies inside'],
    [3, undefined],
    [4, 'It is done, so its dates stay'],
    [5, 'It is cancelled, so its dates stay'],
    [6, undefined],
    [7, 'No due date is written for it'],
  ] as const)('row %d: %s', (row, why) => {
    const found = content();
    expect(whyNotMoved(found.rows, row)).toBe(why);
    expect(gripOf(found, row)).toMatchObject(why === undefined ? { kind: 'move' } : { kind: 'barred', why });
  });

  test('what stands under a heading is moved, the heading and a plan that cannot be read are not', () => {
    const { rows: group } = content((made) => {
      made.flags[0] = rowFlags.group;
    });
    expect(whyNotMoved(group, 0)).toBe('A heading has no dates to move');
    const { rows: stale } = content((made) => made.stale.fill(1));
    expect(whyNotMoved(stale, 1)).toBe('The file cannot be read now; this is its last good state');
  });

  test('the keys begin with all of it, or with the start where only that is written', () => {
    expect(gripOf(content(), 1)).toMatchObject({ part: 'whole', parts: ['whole', 'start', 'end'] });
    expect(gripOf(content(), 6)).toMatchObject({ part: 'whole', parts: ['whole'] });
    const started = content((made) => {
      made.statedDue[1] = noDay;
    });
    expect(gripOf(started, 1)).toMatchObject({ part: 'start', parts: ['start'] });
  });

  test('the pointer takes what lies under it, with what stood there', () => {
    const found = content();
    const scale = { start: day('2026-11-09'), pxPerDay: 10 };
    const was = { start: day('2026-11-09'), due: day('2026-12-11') };
    expect(gripAt(found, 1, { x: 329, scale })).toEqual({
      ...{ kind: 'move', part: 'end', parts: ['whole', 'start', 'end'] },
      subject: { ref: 'ref 1', number: 4, was },
    });
    expect(gripAt(found, 1, { x: 340, scale })).toBeUndefined();
    expect(gripAt(found, 1, { x: 340, scale, outside: 12 })).toMatchObject({ part: 'end' });
    expect(gripAt(found, 2, { x: 100, scale })).toMatchObject({ kind: 'barred', ref: 'ref 2' });
    expect(gripAt(found, 0, { x: 100, scale })).toBeUndefined();
    expect(gripAt(found, 7, { x: 0, scale })).toBeUndefined();
    expect(gripAt(found, -1, { x: 0, scale })).toBeUndefined();
  });
});

describe('what can wait for what', () => {
  test.each([
    [6, 1, 'It waits for that one already'],
    [1, 6, 'That one waits for it already'],
    [1, 1, 'A milestone cannot wait for itself'],
    [2, 3, 'One lies inside the other'],
    [3, 2, 'One lies inside the other'],
    [3, 1, undefined],
    [1, 4, undefined],
  ] as const)('row %d for row %d: %s', (waits, on, why) => {
    expect(whyNotWait(content().rows, waits, on)).toBe(why);
  });

  test('an arrow ends at a milestone; of anything else it is said why not', () => {
    const found = content();
    expect(targetOf(found, linking('pointer', 'ref 1'), 3)).toEqual({ ref: 'ref 3' });
    expect(targetOf(found, linking('pointer', 'ref 1'), 6)).toEqual({
      ref: 'ref 6',
      why: 'It waits for that one already',
    });
    expect(targetOf(found, linking('keys', 'ref 1'), 6)).toEqual({
      ref: 'ref 6',
      why: 'That one waits for it already',
    });
    expect(targetOf(found, linking('pointer', 'ref 1'), 0)?.why).toBe('Nothing can wait for a whole plan');
    expect(targetOf(found, linking('pointer', 'ref 1'), -1)).toBeUndefined();
  });

  test('the keys go over shown milestones only, past plans and itself, and stop at the ends', () => {
    const found = content();
    const next = (ref: string, step: 1 | -1, over?: string) => nextTarget(found, linking('keys', ref, over), step)?.ref;
    expect(next('ref 2', -1)).toBe('ref 1');
    expect(next('ref 2', 1)).toBe('ref 3');
    expect(next('ref 2', -1, 'ref 3')).toBe('ref 1');
    expect(next('ref 2', -1, 'ref 1')).toBeUndefined();
    expect(next('ref 7', 1)).toBeUndefined();
  });

  test('a row is found by its ref, and one that is not there is not', () => {
    const { rows: found } = content();
    expect([rowFor(found, 'ref 3'), rowFor(found, 'ref 3'), rowFor(found, 'no')]).toEqual([3, 3, -1]);
  });
});

describe('words', () => {
  const was = { start: day('2026-11-09'), due: day('2026-12-11') };
  const moving = (change: Partial<Moving>): Moving => ({
    ...{ kind: 'moving', by: 'keys', subject: { ref: 'ref 1', number: 4, was }, parts: ['whole', 'start', 'end'] },
    ...{ part: 'end', base: was, days: 0, now: was, asked: undefined, answer: undefined },
    ...change,
  });
  const later = { ...was, due: day('2026-12-14') };
  const about = (text: string, stated = later) => ({ effect: { workingDays: 1, text, moved: [] }, stated });

  test.each([
    ['nothing moved', moving({}), 'Due Fri, Dec 11', 'As before'],
    ['the end later', moving({ now: later }), 'Due Mon, Dec 14', '3 days later'],
    ['one day', moving({ now: { ...was, due: day('2026-12-12') } }), 'Due Sat, Dec 12', '1 day later'],
    [
      'the start earlier',
      moving({ part: 'start', now: { ...was, start: day('2026-11-02') } }),
      'Starts Mon, Nov 2',
      '7 days earlier',
    ],
    [
      'all of it',
      moving({ part: 'whole', now: { start: day('2026-11-10'), due: day('2026-12-12') } }),
      'Tue, Nov 10 to Sat, Dec 12',
      '1 day later',
    ],
    [
      'both by parts',
      moving({ now: { start: day('2026-11-10'), due: day('2026-12-14') } }),
      'Tue, Nov 10 to Mon, Dec 14',
      '3 days later',
    ],
    ['another year', moving({ now: { ...was, due: day('2027-01-04') } }), 'Due Mon, Jan 4, 2027', '24 days later'],
    [
      'answered',
      moving({ now: later, answer: about('1 working day later') }),
      'Due Mon, Dec 14',
      '1 working day later',
    ],
    ['an answer of other days', moving({ now: later, answer: about('x', was) }), 'Due Mon, Dec 14', '3 days later'],
    ['an answer without words', moving({ now: later, answer: about('') }), 'Due Mon, Dec 14', '3 days later'],
  ])('%s', (_, gesture, head, text) => {
    expect(bubbleOf(gesture, content())).toEqual({ head, text, bad: false });
  });

  test('in the reader’s language', () => {
    const german = { ...content(), locale: 'de' };
    expect(bubbleOf(moving({ now: later }), german)).toMatchObject({ head: 'Due Mo., 14. Dez.', text: '3 Tage later' });
  });

  test('what comes from the host is one line without controls; values never become patterns', () => {
    const told = bubbleOf(moving({ now: later, answer: about('a\n\u202e{title}') }), content());
    expect(told?.text).toBe('a  {title}');
    expect(fill('{a} and {b}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1 and x');
    expect(fill('{constructor}', {})).toBe('{constructor}');
    const notice = { ref: 'ref 1', text: { said: 'no\u0007' }, until: 0 };
    expect(noticeText(notice, content())).toBe('no ');
  });

  test('of dependencies', () => {
    expect(bubbleOf(linking('pointer', 'ref 1', 'ref 3'), content())?.text).toBe('title 3 waits for title 1');
    expect(bubbleOf(linking('keys', 'ref 1', 'ref 3'), content())?.text).toBe('title 1 waits for title 3');
    expect(introOf(linking('keys', 'ref 1'), content())).toMatch(/^What does title 1 wait for/);
    const why = 'One lies inside the other' as const;
    const refused = { ...linking('keys', 'ref 2'), over: { ref: 'ref 3', why } };
    expect(bubbleOf(refused, content())).toEqual({ head: 'title 3', text: why, bad: true });
  });
});

test.each([
  [400, 200, false, undefined],
  [790, 200, false, { x: (9 * 22) / 32, y: 0 }],
  [900, 200, false, { x: 9, y: 0 }],
  [0, 200, false, { x: -9, y: 0 }],
  [-50, 200, false, { x: -9, y: 0 }],
  [400, 399, false, undefined],
  [400, 400, true, { x: 0, y: 9 }],
  [400, -8, true, { x: 0, y: -9 }],
])('at %d, %d the window follows by %j', (x, y, isVertical, push) => {
  const found = edgePush({ x, y }, { width: 800, height: 400 }, isVertical);
  expect(found && { x: found.x + 0, y: found.y + 0 }).toEqual(push);
});
