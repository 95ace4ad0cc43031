// The messages between the panel's page and its host. Types only: each end checks what it gets.
import type { TimelineRows } from '../report/timelineRows';

/** Ready-made words of the panel, in the reader's language, by their English key. */
export type Words = Readonly<Record<string, string>>;

export type ToPanel =
  | {
      readonly type: 'rows';
      /** The snapshot's number; a message older than the shown one is dropped. */
      readonly number: number;
      readonly rows: TimelineRows;
      /** BCP 47, for the axis and dates. */
      readonly locale: string;
      /** 1 Monday to 7 Sunday. */
      readonly firstWeekday: number;
      readonly words: Words;
      /** What to say when there are no rows. */
      readonly empty?: string;
    }
  /** Select and bring into view, without taking focus. */
  | { readonly type: 'select'; readonly ref: string };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly ref: string }
  /** Reveal the milestone in its file. */
  | { readonly type: 'open'; readonly ref: string }
  /** Run one of the commands that act on a milestone; the host checks that the name is on its list. */
  | { readonly type: 'act'; readonly action: PanelAction; readonly ref: string; readonly number: number };

export const panelActions = ['markDone', 'reopen', 'setStatus', 'setProgress', 'reschedule', 'rename'] as const;
export type PanelAction = (typeof panelActions)[number];
