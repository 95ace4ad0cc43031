// What each event makes of the person's hand. Pure: no DOM, no rows, no clock; the messages to the host are returned.
import { isSame, movedBy, type Stated, shiftOf } from '../drawing/snap';
import type { Effect } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import { ask, askableAt, released, type Step, still, wantsToAsk } from './gestureAsk';
import {
  type Gesture,
  type Grip,
  type Hand,
  type Moving,
  noticed,
  refOf,
  refOfSent,
  type Sent,
  type Subject,
  type Target,
} from './gestureState';

export type HandEvent =
  | { readonly type: 'press'; readonly grip: Grip }
  /** The pointer has gone so far that it is no click. `over`: the row under it. */
  | { readonly type: 'drag'; readonly days: number; readonly over: Target | undefined }
  | { readonly type: 'release' }
  | { readonly type: 'grab'; readonly grip: Grip }
  | { readonly type: 'nudge'; readonly days: number }
  | { readonly type: 'part'; readonly step: 1 | -1 }
  | { readonly type: 'over'; readonly over: Target }
  | { readonly type: 'cancel' }
  | { readonly type: 'tick' }
  | { readonly type: 'effect'; readonly id: number; readonly effect: Effect }
  | { readonly type: 'settled'; readonly id: number; readonly refused: string | undefined }
  /** Other rows are shown. `stated`: of a ref in them, `undefined` where it is gone. */
  | { readonly type: 'rows'; readonly number: number; readonly stated: (ref: string) => Stated | undefined };

/** New rows follow what was carried out; without them the ghost goes by itself. */
const rowsMs = 1000;
const silenceMs = 10_000;

export function step(hand: Hand, event: HandEvent, at: number): Step {
  switch (event.type) {
    case 'press':
      return { hand: { ...hand, gesture: { kind: 'pressed', grip: event.grip } }, send: [] };
    case 'drag':
      return dragged(hand, event, at);
    case 'grab':
      return begun(hand, event.grip, 'keys', at);
    case 'nudge':
      return hand.gesture.kind === 'moving'
        ? put(hand, { ...hand.gesture, days: hand.gesture.days + event.days }, at)
        : still(hand);
    case 'part':
      return still(switched(hand, event.step));
    case 'over':
      return hand.gesture.kind === 'linking'
        ? still({ ...hand, gesture: { ...hand.gesture, over: event.over } })
        : still(hand);
    case 'release':
      return released(hand, at);
    case 'cancel':
      return still({ ...hand, gesture: { kind: 'none' }, notice: undefined });
    case 'tick':
      return ticked(hand, at);
    case 'effect':
      return answered(hand, event, at);
    case 'settled':
      return still(settled(hand, event, at));
    case 'rows':
      return still(renewed(hand, event, at));
  }
}

/** When the hand wants to be woken by a `tick`, if nothing else happens. */
export function wakeAt({ gesture, sent, notice }: Hand): number | undefined {
  const times: number[] = [];
  if (gesture.kind === 'moving' && wantsToAsk(gesture)) times.push(askableAt(gesture));
  times.push(...sent.map(goneAt));
  if (notice) times.push(notice.until);
  return times.length === 0 ? undefined : Math.min(...times);
}

function begun(hand: Hand, grip: Grip, by: 'pointer' | 'keys', at: number): Step {
  const rested = { ...hand, notice: undefined };
  if (grip.kind === 'barred') {
    if (by === 'keys')
      return still(noticed({ ...rested, gesture: { kind: 'none' } }, grip.ref, { word: grip.why }, at));
    return still({ ...rested, gesture: grip });
  }
  if (grip.kind === 'link')
    return still({ ...rested, gesture: { kind: 'linking', by, from: grip.subject, over: undefined } });
  const { subject, parts, part } = grip;
  // Until the file has been written, the days of its row are the old ones.
  if (hand.sent.some((sent) => refOfSent(sent) === subject.ref)) {
    return still(
      noticed(
        { ...rested, gesture: { kind: 'none' } },
        subject.ref,
        { word: 'The change before is still being written' },
        at,
      ),
    );
  }
  const moving: Moving = {
    kind: 'moving',
    by,
    subject,
    parts,
    part,
    base: subject.was,
    days: 0,
    now: subject.was,
    asked: undefined,
    answer: undefined,
  };
  return still({ ...rested, gesture: moving });
}

function dragged(hand: Hand, event: Extract<HandEvent, { type: 'drag' }>, at: number): Step {
  const start = hand.gesture.kind === 'pressed' ? begun(hand, hand.gesture.grip, 'pointer', at).hand : hand;
  const { gesture } = start;
  if (gesture.kind === 'moving' && gesture.by === 'pointer') return put(start, { ...gesture, days: event.days }, at);
  if (gesture.kind === 'linking' && gesture.by === 'pointer') {
    return still({ ...start, gesture: { ...gesture, over: event.over } });
  }
  return still(start);
}

/** Days cannot be led further than they can go, so that the way back is not longer than the way there. */
function put(hand: Hand, moving: Moving, at: number): Step {
  const now = movedBy(moving.base, moving.part, moving.days);
  const days = moving.by === 'keys' ? shiftOf(moving.base, now, moving.part) : moving.days;
  return ask({ ...hand, gesture: { ...moving, days, now } }, at);
}

/** Another part is moved from where the others have been led to: all of it is one change. */
function switched(hand: Hand, by: 1 | -1): Hand {
  const { gesture } = hand;
  if (gesture.kind !== 'moving') return hand;
  const { parts } = gesture;
  const part = parts[(parts.indexOf(gesture.part) + by + parts.length) % parts.length] ?? gesture.part;
  return part === gesture.part ? hand : { ...hand, gesture: { ...gesture, part, base: gesture.now, days: 0 } };
}

function ended(hand: Hand, ref: string, word: PanelWord, at: number): Hand {
  return noticed({ ...hand, gesture: { kind: 'none' } }, ref, { word }, at);
}

function ticked(hand: Hand, at: number): Step {
  const notice = hand.notice && at >= hand.notice.until ? undefined : hand.notice;
  const sent = hand.sent.filter((each) => at < goneAt(each));
  return ask({ ...hand, notice, sent }, at);
}

function goneAt({ at, doneAt }: Sent): number {
  return doneAt === undefined ? at + silenceMs : doneAt + rowsMs;
}

/** Only the answer to the newest question counts. */
function answered(hand: Hand, { id, effect }: Extract<HandEvent, { type: 'effect' }>, at: number): Step {
  const { gesture } = hand;
  if (gesture.kind !== 'moving' || gesture.asked?.id !== id || !gesture.asked.open) return still(hand);
  const asked = { ...gesture.asked, open: false };
  return ask({ ...hand, gesture: { ...gesture, asked, answer: { effect, stated: asked.stated } } }, at);
}

function settled(hand: Hand, { id, refused }: Extract<HandEvent, { type: 'settled' }>, at: number): Hand {
  const { gesture } = hand;
  if (gesture.kind === 'moving' && gesture.asked?.id === id) {
    // A question can be refused too; why stands where the effect would.
    const effect = { workingDays: 0, text: refused ?? '', moved: [] };
    const asked = { ...gesture.asked, open: false };
    return { ...hand, gesture: { ...gesture, asked, answer: { effect, stated: asked.stated } } };
  }
  const found = hand.sent.find((sent) => sent.id === id && sent.doneAt === undefined);
  if (!found) return hand;
  const sent = hand.sent.flatMap((each) =>
    each !== found ? each : refused === undefined ? { ...each, doneAt: at } : [],
  );
  return refused === undefined
    ? { ...hand, sent }
    : noticed({ ...hand, sent }, refOfSent(found), { said: refused }, at);
}

/** What the new rows leave alone goes on; what they change ends with words. */
function renewed(hand: Hand, rows: Extract<HandEvent, { type: 'rows' }>, at: number): Hand {
  const next = { ...hand, sent: hand.sent.filter((sent) => !isOver(sent, rows)) };
  const { gesture } = hand;
  const ref = refOf(gesture);
  if (ref === undefined) return next;
  const stated = rows.stated(ref);
  if (!stated) return ended(next, ref, 'It is no longer shown, so nothing was changed', at);
  if (gesture.kind === 'moving' || (gesture.kind === 'pressed' && gesture.grip.kind === 'move')) {
    const was = gesture.kind === 'moving' ? gesture.subject.was : subjectOf(gesture.grip)?.was;
    if (was && !isSame(was, stated))
      return ended(next, ref, 'Its dates were changed meanwhile, so nothing was moved', at);
  }
  return { ...next, gesture: renumbered(gesture, rows) };
}

function subjectOf(grip: Grip): Subject | undefined {
  return grip.kind === 'barred' ? undefined : grip.subject;
}

function renumbered(gesture: Gesture, { number, stated }: Extract<HandEvent, { type: 'rows' }>): Gesture {
  // What the move does may be something else in the new rows, so it is asked again.
  if (gesture.kind === 'moving') return { ...gesture, subject: { ...gesture.subject, number }, asked: undefined };
  if (gesture.kind === 'linking') {
    const over = gesture.over && stated(gesture.over.ref) ? gesture.over : undefined;
    return { ...gesture, from: { ...gesture.from, number }, over };
  }
  if (gesture.kind !== 'pressed' || gesture.grip.kind === 'barred') return gesture;
  return { kind: 'pressed', grip: { ...gesture.grip, subject: { ...gesture.grip.subject, number } } };
}

/** Its rows have come: other days, or any rows at all after it was carried out. */
function isOver(sent: Sent, rows: Extract<HandEvent, { type: 'rows' }>): boolean {
  if (sent.doneAt !== undefined || sent.kind === 'link') return true;
  const stated = rows.stated(sent.moving.subject.ref);
  return !stated || !isSame(stated, sent.moving.subject.was);
}
