// What a person's hand is doing in the timeline, as a value: what is held, what was asked of the host and what is told beside a row. Types and what is read off them.
import type { GrabPart, Stated } from '../drawing/snap';
import type { Effect } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';

/** What is taken hold of: a row with its days as they stood then. */
export interface Subject {
  readonly ref: string;
  /** Of the rows it was seen in. */
  readonly number: number;
  readonly was: Stated;
}

/** A row that another is led to, with the reason why it cannot take part. */
export interface Target {
  readonly ref: string;
  readonly why?: PanelWord;
}

/** By the pointer an arrow runs from `from` to the one that will wait; by keys `from` itself is the one that will wait. */
export interface Linking {
  readonly kind: 'linking';
  readonly by: 'pointer' | 'keys';
  readonly from: Subject;
  readonly over: Target | undefined;
}

export interface Moving {
  readonly kind: 'moving';
  readonly by: 'pointer' | 'keys';
  readonly subject: Subject;
  readonly parts: readonly GrabPart[];
  readonly part: GrabPart;
  /** The days from which this part is moved: those of the file, or what another part was moved to before. */
  readonly base: Stated;
  /** Days as the hand has them; what they do is `now`. */
  readonly days: number;
  readonly now: Stated;
  /** The newest question to the host. */
  readonly asked:
    | { readonly id: number; readonly at: number; readonly stated: Stated; readonly open: boolean }
    | undefined;
  /** The newest answer, and the days it is about. */
  readonly answer: { readonly effect: Effect; readonly stated: Stated } | undefined;
}

export type Grip =
  | { readonly kind: 'move'; readonly subject: Subject; readonly parts: readonly GrabPart[]; readonly part: GrabPart }
  | { readonly kind: 'link'; readonly subject: Subject }
  | { readonly kind: 'barred'; readonly ref: string; readonly why: PanelWord };

export type Gesture =
  | { readonly kind: 'none' }
  /** The button is down, but nothing has been moved as far as a drag yet. */
  | { readonly kind: 'pressed'; readonly grip: Grip }
  | { readonly kind: 'barred'; readonly ref: string; readonly why: PanelWord }
  | Moving
  | Linking;

/** What has been sent and is not settled; its ghost stays until then. */
export type Sent = {
  readonly id: number;
  readonly at: number;
  /** Carried out, and only the new rows are missing. */
  readonly doneAt: number | undefined;
} & ({ readonly kind: 'move'; readonly moving: Moving } | { readonly kind: 'link'; readonly linking: Linking });

/** A sentence beside a row, for a few seconds: one of ours or one of the host. */
export interface Notice {
  readonly ref: string;
  readonly text: { readonly word: PanelWord } | { readonly said: string };
  readonly until: number;
}

export interface Hand {
  /** Number of the next question. */
  readonly next: number;
  readonly gesture: Gesture;
  /** Not settled yet, the newest last. */
  readonly sent: readonly Sent[];
  readonly notice: Notice | undefined;
}

export const idle: Hand = { next: 1, gesture: { kind: 'none' }, sent: [], notice: undefined };

const noticeMs = 6000;

export function noticed(hand: Hand, ref: string, text: Notice['text'], at: number): Hand {
  return { ...hand, notice: { ref, text, until: at + noticeMs } };
}

/** The row a gesture is about. */
export function refOf(gesture: Gesture): string | undefined {
  switch (gesture.kind) {
    case 'none':
      return undefined;
    case 'pressed':
      return gesture.grip.kind === 'barred' ? gesture.grip.ref : gesture.grip.subject.ref;
    case 'barred':
      return gesture.ref;
    case 'moving':
      return gesture.subject.ref;
    case 'linking':
      return gesture.from.ref;
  }
}

/** The row of what was sent. */
export function refOfSent(sent: Sent): string {
  return sent.kind === 'move' ? sent.moving.subject.ref : sent.linking.from.ref;
}
