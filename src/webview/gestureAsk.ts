// What the gestures send to the host: questions while something is moved, at most so many, and the change once it is let go. Pure, like the gestures.
import { isSame } from '../drawing/snap';
import type { FromPanel, Move } from '../protocol/messages';
import { noDay } from '../report/timelineRows';
import { type Hand, type Linking, type Moving, noticed, type Sent } from './gestureState';

export interface Step {
  readonly hand: Hand;
  readonly send: readonly FromPanel[];
}

/** Questions come no closer than this. */
const askMs = 80;
/** An answer that has not come by then is not waited for any more. */
const patienceMs = 1000;

export function still(hand: Hand): Step {
  return { hand, send: [] };
}

export function ask(hand: Hand, at: number): Step {
  const { gesture } = hand;
  if (gesture.kind !== 'moving' || !wantsToAsk(gesture) || at < askableAt(gesture)) return still(hand);
  const id = hand.next;
  const asked = { id, at, stated: gesture.now, open: true };
  return {
    hand: { ...hand, next: id + 1, gesture: { ...gesture, asked } },
    send: [{ type: 'preview', id, move: moveOf(gesture) }],
  };
}

export function wantsToAsk({ now, subject, asked }: Moving): boolean {
  return !isSame(now, subject.was) && !(asked && isSame(asked.stated, now));
}

/** One question at a time, or a slow host would be asked about days that are long past. */
export function askableAt({ asked }: Moving): number {
  if (!asked) return Number.NEGATIVE_INFINITY;
  return asked.at + (asked.open ? patienceMs : askMs);
}

function moveOf({ subject, now }: Moving): Move {
  const { ref, number, was } = subject;
  return {
    ref,
    number,
    ...(now.start === was.start ? {} : { start: now.start }),
    ...(now.due === was.due ? {} : { due: now.due }),
    ...(was.start === noDay ? {} : { wasStart: was.start }),
    ...(was.due === noDay ? {} : { wasDue: was.due }),
  };
}

export function released(hand: Hand, at: number): Step {
  const { gesture } = hand;
  const rested: Hand = { ...hand, gesture: { kind: 'none' } };
  if (gesture.kind === 'moving' && !isSame(gesture.now, gesture.subject.was)) {
    const sent: Sent = { kind: 'move', id: hand.next, at, doneAt: undefined, moving: gesture };
    return {
      hand: { ...rested, next: hand.next + 1, sent: [...hand.sent, sent] },
      send: [{ type: 'move', id: sent.id, move: moveOf(gesture) }],
    };
  }
  if (gesture.kind === 'linking') return linked(hand, gesture, at);
  // Why it could not be moved can still be read after the button is up.
  if (gesture.kind === 'barred') return still(noticed(rested, gesture.ref, { word: gesture.why }, at));
  return still(rested);
}

function linked(hand: Hand, gesture: Linking, at: number): Step {
  const { over, from, by } = gesture;
  const rested: Hand = { ...hand, gesture: { kind: 'none' } };
  if (over?.why !== undefined) {
    const told = noticed(by === 'keys' ? hand : rested, over.ref, { word: over.why }, at);
    return still(told);
  }
  if (!over) return still(by === 'keys' ? hand : rested);
  const [ref, on] = by === 'keys' ? [from.ref, over.ref] : [over.ref, from.ref];
  const sent: Sent = { kind: 'link', id: hand.next, at, doneAt: undefined, linking: gesture };
  return {
    hand: { ...rested, next: hand.next + 1, sent: [...hand.sent, sent] },
    send: [{ type: 'depend', id: sent.id, ref, on, number: from.number }],
  };
}
