// The messages between the panel's page and its host. Types only: each end checks what it gets.
import type { Arrangement } from '../report/arrangement';
import type { TimelineRows } from '../report/timelineRows';

/** Ready-made words of the panel, in the reader's language, by their English key. */
export type Words = Readonly<Record<string, string>>;

/** Whose eyes the rows are for; the host leaves out what a client may not see. */
export const panelAudiences = ['team', 'client'] as const;
export type PanelAudience = (typeof panelAudiences)[number];

/** What the panel shows at the moment, for an export of it. */
export interface Shown {
  readonly arrangement: Arrangement;
  /** Refs of what is collapsed. */
  readonly collapsed: readonly string[];
  /** Days at the left and at the right edge. */
  readonly from: number;
  readonly to: number;
}

/** Rows of the hover card, each a label and what stands there, or a sentence alone. */
export interface Card {
  readonly title: string;
  /** Beside the title, such as `5 days late · 60 %`. */
  readonly detail: string;
  readonly lines: readonly { readonly label?: string; readonly text: string }[];
  readonly tasks: readonly CardTask[];
}

/** A task that can be ticked; `was` is what stood at that number. */
export interface CardTask {
  readonly task: number;
  readonly was: string;
  readonly title: string;
  readonly done: boolean;
}

/** What a gesture would do, computed by the engine on the intended plan. */
export interface Effect {
  /** Working days by which the milestone's end moves; positive is later. */
  readonly workingDays: number;
  /** One sentence for the live region and the label beside the pointer. */
  readonly text: string;
  /** Refs of other milestones whose forecast moves, with their new day; at most 200. */
  readonly moved: readonly { readonly ref: string; readonly forecast: number }[];
}

/** How much room a row takes. */
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

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
      readonly audience: PanelAudience;
      readonly density: Density;
      /** What to say when there are no rows, and the command that helps. */
      readonly empty?: { readonly text: string; readonly command?: PanelCommand; readonly label?: string };
    }
  /** Select and bring into view, without taking focus. */
  | { readonly type: 'select'; readonly ref: string }
  /** The answer to `card`. */
  | { readonly type: 'card'; readonly ref: string; readonly card: Card }
  /** The answer to `preview`; `id` is that of the question. */
  | { readonly type: 'effect'; readonly id: number; readonly effect: Effect }
  /** A gesture ended: made, or refused with a sentence. */
  | { readonly type: 'settled'; readonly id: number; readonly refused?: string }
  /** Asks the page to ask for an export of what it shows, which only it knows. */
  | { readonly type: 'exportShown'; readonly format: ExportFormat }
  /** Asks for a picture of an SVG, which only the page can make. */
  | {
      readonly type: 'rasterise';
      readonly id: number;
      readonly svg: string;
      readonly width: number;
      readonly height: number;
    };

/** Days that a gesture gives a milestone, with those that stood there when it began; the host refuses when the file says otherwise by now. */
export interface Move {
  readonly ref: string;
  /** Of the rows the gesture was made on. */
  readonly number: number;
  /** `undefined` leaves it as it is. */
  readonly start?: number;
  readonly due?: number;
  readonly wasStart?: number;
  readonly wasDue?: number;
}

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly ref: string }
  /** Reveal the milestone in its file. */
  | { readonly type: 'open'; readonly ref: string }
  /** Run one of the commands that act on a milestone; the host checks that the name is on its list. */
  | { readonly type: 'act'; readonly action: PanelAction; readonly ref: string; readonly number: number }
  /** Set a status or a progress, or tick a task, without asking anything more. */
  | { readonly type: 'set'; readonly ref: string; readonly number: number; readonly status: string }
  | { readonly type: 'set'; readonly ref: string; readonly number: number; readonly percent: number }
  | {
      readonly type: 'set';
      readonly ref: string;
      readonly number: number;
      readonly task: number;
      readonly was: string;
      readonly done: boolean;
    }
  | { readonly type: 'card'; readonly ref: string }
  | { readonly type: 'preview'; readonly id: number; readonly move: Move }
  | { readonly type: 'move'; readonly id: number; readonly move: Move }
  /** `ref` waits for `on` from now. */
  | { readonly type: 'depend'; readonly id: number; readonly ref: string; readonly on: string; readonly number: number }
  | { readonly type: 'audience'; readonly audience: PanelAudience }
  | { readonly type: 'run'; readonly command: PanelCommand; readonly ref?: string }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly shown?: Shown }
  /** The answer to `rasterise`; without a picture it could not be made. */
  | { readonly type: 'raster'; readonly id: number; readonly png?: Uint8Array };

export const panelActions = [
  'markDone',
  'reopen',
  'setStatus',
  'setProgress',
  'reschedule',
  'rename',
  'copyLink',
  'whyThisDate',
  'whyCritical',
] as const;
export type PanelAction = (typeof panelActions)[number];

/** What empty, stale and broken states offer. */
export const panelCommands = ['createPlan', 'showProblems', 'openPlan'] as const;
export type PanelCommand = (typeof panelCommands)[number];

export const exportFormats = ['svg', 'png', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
