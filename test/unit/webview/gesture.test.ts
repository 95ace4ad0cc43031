// The hand as a value: what each event makes of it and what is sent to the host.
import { describe, expect, test } from 'vitest';
import type { GrabPart, Stated } from '../../../src/drawing/snap';
import type { Effect, FromPanel } from '../../../src/protocol/messages';
import { noDay } from '../../../src/report/timelineRows';
import { type HandEvent, step, wakeAt } from '../../../src/webview/gesture';
import { type Grip, type Hand, idle, type Moving, type Subject } from '../../../src/webview/gestureState';

const subject: Subject = { ref: 'plan#a', number: 7, was: { start: 10, due: 20 } };
const other: Subject = { ref: 'plan#b', number: 7, was: { start: noDay, due: 30 } };
const grip = (part: GrabPart = 'end', held = subject): Grip => ({
  kind: 'move',
  subject: held,
  parts: held.was.start === noDay ? ['whole', 'end'] : ['whole', 'start', 'end'],
  part,
});
const link: Grip = { kind: 'link', subject };
const barred: Grip = { kind: 'barred', ref: 'plan#c', why: 'It is done, so its dates stay' };
const effect = (text = 'later'): Effect => ({ workingDays: 1, text, moved: [{ ref: 'plan#b', forecast: 33 }] });
const drag = (days: number): HandEvent => ({ type: 'drag', days, over: undefined });
const over = (ref: string): HandEvent => ({ type: 'drag', days: 0, over: { ref } });
const rows = (stated: Record<string, Stated>, number = 8): HandEvent => ({
  type: 'rows',
  number,
  stated: (ref) => stated[ref],
});

/** Runs events, each a time and what happens then. */
function run(events: readonly (readonly [number, HandEvent])[], from: Hand = idle) {
  let hand = from;
  const sent: FromPanel[] = [];
  for (const [at, event] of events) {
    const next = step(hand, event, at);
    hand = next.hand;
    sent.push(...next.send);
  }
  return { hand, sent };
}
const moving = (hand: Hand) => hand.gesture as Moving;
const previews = (sent: readonly FromPanel[]) => sent.filter(({ type }) => type === 'preview');

describe('moving by the pointer', () => {
  test.each([
    ['end', 2, { due: 22 }],
    ['end', -30, { due: 10 }],
    ['start', 3, { start: 13 }],
    ['start', 30, { start: 20 }],
    ['whole', -4, { start: 6, due: 16 }],
  ] as const)('the %s by %d days sends %j with what stood there', (part, days, now) => {
    const { hand, sent } = run([
      [0, { type: 'press', grip: grip(part) }],
      [10, drag(days)],
      [20, { type: 'release' }],
    ]);
    const move = { ref: 'plan#a', number: 7, ...now, wasStart: 10, wasDue: 20 };
    expect(sent).toEqual([
      { type: 'preview', id: 1, move },
      { type: 'move', id: 2, move },
    ]);
    expect(hand.gesture.kind).toBe('none');
    expect(hand.sent.map(({ id }) => id)).toEqual([2]);
  });

  test('what has only a due date says nothing of a start', () => {
    const { sent } = run([
      [0, { type: 'press', grip: grip('whole', other) }],
      [1, drag(1)],
      [2, { type: 'release' }],
    ]);
    expect(sent.at(-1)).toEqual({ type: 'move', id: 2, move: { ref: 'plan#b', number: 7, due: 31, wasDue: 30 } });
  });

  test.each([
    [
      'a press alone',
      [
        [0, { type: 'press', grip: grip() }],
        [9, { type: 'release' }],
      ],
    ],
    [
      'back where it was',
      [
        [0, { type: 'press', grip: grip() }],
        [5, drag(0)],
        [9, { type: 'release' }],
      ],
    ],
    [
      'cancelled',
      [
        [0, { type: 'press', grip: grip() }],
        [5, drag(0)],
        [9, { type: 'cancel' }],
        [10, { type: 'release' }],
      ],
    ],
    [
      'a drag without a press',
      [
        [5, drag(9)],
        [9, { type: 'release' }],
      ],
    ],
    [
      'keys without a grab',
      [
        [5, { type: 'nudge', days: 1 }],
        [6, { type: 'part', step: 1 }],
        [9, { type: 'release' }],
      ],
    ],
  ] as readonly (readonly [string, readonly (readonly [number, HandEvent])[]])[])('%s sends nothing', (_, events) => {
    const { hand, sent } = run(events);
    expect(sent).toEqual([]);
    expect(hand).toEqual(idle);
  });

  test('cancelled after a question: no move, and its answer is nothing any more', () => {
    const { hand, sent } = run([
      [0, { type: 'press', grip: grip() }],
      [5, drag(3)],
      [6, { type: 'cancel' }],
      [7, { type: 'effect', id: 1, effect: effect() }],
      [8, { type: 'release' }],
    ]);
    expect(sent.map(({ type }) => type)).toEqual(['preview']);
    expect(hand).toEqual({ ...idle, next: 2 });
  });
});

describe('questions', () => {
  const begun: readonly (readonly [number, HandEvent])[] = [
    [0, { type: 'press', grip: grip() }],
    [1, drag(1)],
  ];

  test('one at a time: another only when the answer has come, and no sooner than after 80 ms', () => {
    const waiting = run([...begun, [10, drag(2)], [20, drag(3)]]);
    expect(previews(waiting.sent)).toHaveLength(1);
    const early = run([[40, { type: 'effect', id: 1, effect: effect() }]], waiting.hand);
    expect(early.sent).toEqual([]);
    expect(wakeAt(early.hand)).toBe(81);
    const { sent } = run([[81, { type: 'tick' }]], early.hand);
    expect(sent).toMatchObject([{ type: 'preview', id: 2, move: { due: 23 } }]);
    const late = run([[200, { type: 'effect', id: 1, effect: effect() }]], waiting.hand);
    expect(late.sent).toMatchObject([{ type: 'preview', id: 2, move: { due: 23 } }]);
  });

  test('a host that does not answer is asked again after a second', () => {
    const { hand } = run([...begun, [10, drag(2)]]);
    expect(wakeAt(hand)).toBe(1001);
    expect(run([[900, { type: 'tick' }]], hand).sent).toEqual([]);
    expect(previews(run([[1001, { type: 'tick' }]], hand).sent)).toHaveLength(1);
  });

  test('a hundred moves in a second ask at most every 80 ms', () => {
    const events: [number, HandEvent][] = [[0, { type: 'press', grip: grip() }]];
    for (let at = 1; at <= 100; at++) {
      events.push([at * 10, drag(at)]);
      events.push([at * 10 + 1, { type: 'effect', id: Math.ceil(at / 8), effect: effect() }]);
    }
    const asked = previews(run(events).sent).length;
    expect(asked).toBeLessThanOrEqual(13);
    expect(asked).toBeGreaterThanOrEqual(10);
  });

  test('only the newest answer counts, once, and says of which days it is', () => {
    const { hand } = run([...begun, [1100, drag(2)]]);
    expect(moving(hand).asked?.id).toBe(2);
    const old = run([[1101, { type: 'effect', id: 1, effect: effect('old') }]], hand);
    expect(moving(old.hand).answer).toBeUndefined();
    const { hand: told } = run([[1102, { type: 'effect', id: 2, effect: effect('new') }]], old.hand);
    expect(moving(told).answer).toEqual({ effect: effect('new'), stated: { start: 10, due: 22 } });
    expect(run([[1103, { type: 'effect', id: 2, effect: effect('again') }]], told).hand).toEqual(told);
  });

  test('days that were answered last are not asked again, and those that stood there never', () => {
    const answered = run([...begun, [5, { type: 'effect', id: 1, effect: effect() }]]).hand;
    expect(
      run(
        [
          [200, drag(0)],
          [300, drag(1)],
        ],
        answered,
      ).sent,
    ).toEqual([]);
    expect(wakeAt(answered)).toBeUndefined();
  });

  test('a question that is refused says why where the effect would stand', () => {
    const { hand } = run([...begun, [5, { type: 'settled', id: 1, refused: 'It would wait for itself.' }]]);
    expect(moving(hand).answer?.effect).toEqual({ workingDays: 0, text: 'It would wait for itself.', moved: [] });
    expect(hand.notice).toBeUndefined();
  });
});

describe('by the keys', () => {
  const grabbed = run([[0, { type: 'grab', grip: grip('whole') }]]).hand;

  test('days, weeks, another part: all of it is one change', () => {
    const { sent } = run(
      [
        [1, { type: 'nudge', days: 1 }],
        [2, { type: 'nudge', days: 7 }],
        [3, { type: 'part', step: -1 }],
        [4, { type: 'nudge', days: -3 }],
        [5, { type: 'release' }],
      ],
      grabbed,
    );
    expect(sent.at(-1)).toMatchObject({ type: 'move', move: { start: 18, due: 25, wasStart: 10, wasDue: 20 } });
  });

  test('parts go round, of what has them', () => {
    const parts = (hand: Hand) =>
      [1, 2, 3].map(
        (times) =>
          moving(
            run(
              Array.from({ length: times }, () => [1, { type: 'part', step: 1 }] as const),
              hand,
            ).hand,
          ).part,
      );
    expect(parts(grabbed)).toEqual(['start', 'end', 'whole']);
    expect(parts(run([[0, { type: 'grab', grip: grip('whole', other) }]]).hand)).toEqual(['end', 'whole', 'end']);
  });

  test('what has come to a stop comes back with the first key', () => {
    const { hand } = run(
      [
        [1, { type: 'part', step: -1 }],
        [2, { type: 'nudge', days: -99 }],
        [3, { type: 'nudge', days: 1 }],
      ],
      grabbed,
    );
    expect(moving(hand).now).toEqual({ start: 10, due: 11 });
  });

  test('what cannot be moved is told at once and nothing is held', () => {
    const { hand, sent } = run([[0, { type: 'grab', grip: barred }]]);
    expect(hand.gesture.kind).toBe('none');
    expect(hand.notice).toEqual({ ref: 'plan#c', text: { word: 'It is done, so its dates stay' }, until: 6000 });
    expect(wakeAt(hand)).toBe(6000);
    expect(run([[6000, { type: 'tick' }]], hand).hand).toEqual(idle);
    expect(sent).toEqual([]);
  });

  test('a pointer does not move what the keys hold', () => {
    expect(run([[1, drag(9)]], grabbed).hand).toEqual(grabbed);
  });
});

describe('after it was let go', () => {
  const moved = run([
    [0, { type: 'press', grip: grip() }],
    [1, drag(2)],
    [2, { type: 'release' }],
  ]).hand;
  const settled = (id: number, refused?: string): HandEvent => ({ type: 'settled', id, refused });

  test('the ghost stays until the new days come', () => {
    expect(run([[5, rows({ 'plan#a': subject.was })]], moved).hand.sent).toHaveLength(1);
    expect(run([[5, rows({ 'plan#a': { start: 10, due: 22 } })]], moved).hand.sent).toEqual([]);
    expect(run([[5, rows({})]], moved).hand.sent).toEqual([]);
  });

  test('after it was made, until any rows come or a second has passed', () => {
    const { hand } = run([[5, settled(2)]], moved);
    expect(hand.sent).toHaveLength(1);
    expect(run([[6, rows({ 'plan#a': subject.was })]], hand).hand.sent).toEqual([]);
    expect(wakeAt(hand)).toBe(1005);
    expect(run([[1005, { type: 'tick' }]], hand).hand.sent).toEqual([]);
  });

  test('a refusal is told beside the row, and goes', () => {
    const { hand } = run([[5, settled(2, 'Changed meanwhile.')]], moved);
    expect(hand.sent).toEqual([]);
    expect(hand.notice).toEqual({ ref: 'plan#a', text: { said: 'Changed meanwhile.' }, until: 6005 });
  });

  test('answers to other numbers change nothing, and a second one neither', () => {
    for (const id of [0, 1, 3, -1, Number.NaN]) expect(run([[5, settled(id, 'no')]], moved).hand).toEqual(moved);
    const { hand } = run([[5, settled(2)]], moved);
    expect(run([[6, settled(2, 'no')]], hand).hand).toEqual(hand);
  });

  test('a host that never answers leaves no ghost behind', () => {
    expect(wakeAt(moved)).toBe(10_002);
    expect(run([[10_002, { type: 'tick' }]], moved).hand.sent).toEqual([]);
  });

  test('the same row waits for the file, another one does not; the first refusal is still told', () => {
    const again = run(
      [
        [3, { type: 'press', grip: grip() }],
        [4, drag(3)],
      ],
      moved,
    );
    expect(again.hand.gesture.kind).toBe('none');
    expect(again.hand.notice?.text).toEqual({ word: 'The change before is still being written' });
    const second = run(
      [
        [3, { type: 'press', grip: grip('end', other) }],
        [4, drag(3)],
        [5, { type: 'release' }],
      ],
      moved,
    );
    expect(second.hand.sent.map(({ id }) => id)).toEqual([2, 4]);
    const { hand } = run([[6, settled(2, 'no')]], second.hand);
    expect(hand.sent.map(({ id }) => id)).toEqual([4]);
    expect(hand.notice).toMatchObject({ ref: 'plan#a', text: { said: 'no' } });
  });
});

describe('new rows under the hand', () => {
  const held = run([
    [0, { type: 'press', grip: grip() }],
    [1, drag(2)],
  ]).hand;

  test('that leave its days alone let it go on, by the new number and with a new question', () => {
    const { hand } = run([[50, rows({ 'plan#a': subject.was }, 9)]], held);
    expect(moving(hand).now).toEqual({ start: 10, due: 22 });
    const { sent } = run(
      [
        [51, { type: 'tick' }],
        [60, { type: 'release' }],
      ],
      hand,
    );
    expect(sent).toMatchObject([
      { type: 'preview', id: 2, move: { number: 9 } },
      { type: 'move', id: 3, move: { number: 9, due: 22 } },
    ]);
  });

  test.each([
    ['other days', { 'plan#a': { start: 10, due: 19 } }, 'Its dates were changed meanwhile, so nothing was moved'],
    ['no such row', {}, 'It is no longer shown, so nothing was changed'],
  ])('%s end it with words', (_, stated, word) => {
    const { hand, sent } = run(
      [
        [50, rows(stated as Record<string, Stated>)],
        [60, drag(3)],
        [61, { type: 'release' }],
      ],
      held,
    );
    expect(hand.gesture.kind).toBe('none');
    expect(hand.notice?.text).toEqual({ word });
    expect(sent).toEqual([]);
  });

  test('before the drag began as well', () => {
    const pressed = run([[0, { type: 'press', grip: grip() }]]).hand;
    expect(run([[1, rows({ 'plan#a': { start: 9, due: 20 } })]], pressed).hand.gesture.kind).toBe('none');
    const { sent } = run(
      [
        [1, rows({ 'plan#a': subject.was }, 9)],
        [2, drag(1)],
        [3, { type: 'release' }],
      ],
      pressed,
    );
    expect(sent.at(-1)).toMatchObject({ type: 'move', move: { number: 9 } });
  });
});

describe('dependencies', () => {
  test('by the pointer the other row waits for the one it began at', () => {
    const { hand, sent } = run([
      [0, { type: 'press', grip: link }],
      [1, over('plan#b')],
      [2, { type: 'release' }],
    ]);
    expect(sent).toEqual([{ type: 'depend', id: 1, ref: 'plan#b', on: 'plan#a', number: 7 }]);
    expect(run([[3, { type: 'settled', id: 1, refused: 'A circle.' }]], hand).hand.notice).toMatchObject({
      ref: 'plan#a',
      text: { said: 'A circle.' },
    });
    expect(run([[3, rows({})]], hand).hand.sent).toEqual([]);
  });

  test('by the keys it waits itself for the other', () => {
    const { sent } = run([
      [0, { type: 'grab', grip: link }],
      [1, { type: 'over', over: { ref: 'plan#b' } }],
      [2, { type: 'release' }],
    ]);
    expect(sent).toEqual([{ type: 'depend', id: 1, ref: 'plan#a', on: 'plan#b', number: 7 }]);
  });

  test('over nothing, or over what is not allowed, nothing is sent; the keys go on choosing', () => {
    const why = 'It waits for that one already' as const;
    const nowhere = run([
      [0, { type: 'press', grip: link }],
      [1, drag(0)],
      [2, { type: 'release' }],
    ]);
    expect(nowhere).toEqual({ hand: idle, sent: [] });
    const refused = run([
      [0, { type: 'press', grip: link }],
      [1, { type: 'drag', days: 0, over: { ref: 'plan#b', why } }],
      [2, { type: 'release' }],
    ]);
    expect(refused.sent).toEqual([]);
    expect(refused.hand).toMatchObject({ gesture: { kind: 'none' }, notice: { ref: 'plan#b', text: { word: why } } });
    const keys = run([
      [0, { type: 'grab', grip: link }],
      [1, { type: 'release' }],
      [2, { type: 'over', over: { ref: 'plan#b', why } }],
      [3, { type: 'release' }],
    ]);
    expect(keys.sent).toEqual([]);
    expect(keys.hand).toMatchObject({ gesture: { kind: 'linking' }, notice: { ref: 'plan#b' } });
  });

  test('a row that goes away takes the arrow with it, or only its other end', () => {
    const held = run([
      [0, { type: 'press', grip: link }],
      [1, over('plan#b')],
    ]).hand;
    expect(run([[2, rows({ 'plan#b': other.was })]], held).hand.gesture.kind).toBe('none');
    const { hand, sent } = run(
      [
        [2, rows({ 'plan#a': subject.was })],
        [3, { type: 'release' }],
      ],
      held,
    );
    expect(hand.gesture.kind).toBe('none');
    expect(sent).toEqual([]);
  });
});

test('events in any order never throw, and send only what is held', () => {
  const pool: HandEvent[] = [
    { type: 'press', grip: grip() },
    { type: 'press', grip: link },
    { type: 'press', grip: barred },
    { type: 'grab', grip: grip('whole') },
    { type: 'grab', grip: link },
    drag(3),
    drag(-4),
    over('plan#b'),
    { type: 'release' },
    { type: 'nudge', days: 7 },
    { type: 'part', step: 1 },
    { type: 'over', over: { ref: 'plan#b' } },
    { type: 'cancel' },
    { type: 'tick' },
    { type: 'effect', id: 2, effect: effect() },
    { type: 'settled', id: 3, refused: undefined },
    { type: 'settled', id: 2, refused: 'no' },
    rows({ 'plan#a': subject.was, 'plan#b': other.was }),
    rows({}),
  ];
  let seed = 1;
  const pick = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return pool[seed % pool.length] as HandEvent;
  };
  let hand = idle;
  for (let at = 0; at < 20_000; at++) {
    const held = hand.gesture.kind;
    const next = step(hand, pick(), at * 7);
    for (const message of next.send)
      expect(`${held} ${message.type}`).toMatch(/^(moving|pressed) preview$|^moving move$|^linking depend$/);
    expect(next.hand.next).toBe(hand.next + next.send.length);
    hand = next.hand;
  }
});
