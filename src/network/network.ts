// A network of work as columns of numbers: what the passes compute with. Knows no plan, no text and no sentence.
import type { Day } from '../base/day';
import type { WorkCalendar } from './calendar';

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish: a link's `type` is the index into this list. */
export const linkTypes = ['FS', 'SS', 'FF', 'SF'] as const;

/**
 * One entry a node. A node with others inside spans them and has no work of its own; all that lie inside a node follow it directly, at any depth.
 * Every position lies on the line of the node's own calendar (see `WorkCalendar`): whole working days with their fractions.
 */
export interface Network {
  readonly count: number;
  readonly calendars: readonly WorkCalendar[];
  /** Index into `calendars`. */
  readonly calendar: Uint32Array;
  /** The node around, or -1; always a smaller number than the node's own. */
  readonly parent: Int32Array;
  /** Which project the node belongs to, from 0; not falling. */
  readonly project: Uint32Array;
  readonly projects: readonly Project[];
  /** 1 where the node takes no part: cancelled. Its links are not followed. */
  readonly left: Uint8Array;
  /** 1 where the plan itself says when: a start, a due date, a deadline that has passed, an actual date. `startFrom` cannot tell, because it is never before the status date. */
  readonly stated: Uint8Array;
  /** Working days of work still to do, at least 0; of what is done, from its actual start to its actual finish. Not used where others lie inside. */
  readonly duration: Float64Array;
  /** Start no earlier than: the stated start or the status date, whichever is later; `-Infinity` without. */
  readonly startFrom: Float64Array;
  /** Finish no earlier than: the stated due date, or today where that has passed; `-Infinity` without. */
  readonly finishFrom: Float64Array;
  /** Actual start, else `NaN`. What has begun keeps it; only what is left of it is moved. */
  readonly actualStart: Float64Array;
  /** Actual finish, else `NaN`. What has one is moved by nothing. */
  readonly actualFinish: Float64Array;
  /** Finish no later than: the node's deadline; `Infinity` without. Only the backward pass knows it. */
  readonly finishTo: Float64Array;
  /** Links by successor: those of node `i` are `linksFrom[i]` up to, not including, `linksFrom[i + 1]`. They and the tree form no cycle. */
  readonly linksFrom: Uint32Array;
  readonly predecessor: Uint32Array;
  /** Index into `linkTypes`. */
  readonly type: Uint8Array;
  /** Working days of the successor's calendar; negative for a lead. */
  readonly lag: Float64Array;
}

export interface Project {
  /** Index into `calendars`, of the plan's own calendar. */
  readonly calendar: number;
  /** The day of its deadline: a day and no position, because an owner may work on it when the plan does not. */
  readonly deadline: Day | undefined;
}

/** What decides the early finish of a node, when it is not one of its links (whose number is then given): */
export const drivenBy = {
  /** nothing is known about when it is: no date, no work, no dated predecessor */
  nothing: -1,
  /** its actual finish */
  actual: -2,
  /** `finishFrom`: its due date, or today where that has passed */
  finishFrom: -3,
  /** `startFrom`: its stated start or the status date, and the work from there */
  startFrom: -4,
  /** what lies inside it finishes then */
  inside: -5,
  /** the node around cannot start earlier: see that one's `startDriver` */
  around: -6,
} as const;

/** What `passesOf` gives: one entry a node, positions on the line of the node's own calendar. Of a node that is left out all are `NaN`. */
export interface Passes {
  /** Of a node with others inside: the earliest start and the latest finish inside it. */
  readonly earlyStart: Float64Array;
  readonly earlyFinish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  /** Working days: late finish − early finish. Negative when a deadline cannot be held. `NaN`, as the free one, for what is done, left out or not dated. */
  readonly totalFloat: Float64Array;
  /** Working days by which a finish can slip before a successor or the early finish of the project moves. At least 0. */
  readonly freeFloat: Float64Array;
  /** What decides the early finish: the number of a link, or one of `drivenBy`. */
  readonly driver: Int32Array;
  /** What decides when a node with others inside can begin: the number of a link, or `drivenBy.startFrom`, `.around` or `.nothing`. */
  readonly startDriver: Int32Array;
  /** 1 where something says when: a date, work to do, a predecessor that is dated. Of an undated node the positions mean only "from the status date on". */
  readonly dated: Uint8Array;
  /** By project, on its own calendar: the early finish of the last of its nodes that are dated and not left out; `-Infinity` without any. */
  readonly projectFinish: Float64Array;
}
