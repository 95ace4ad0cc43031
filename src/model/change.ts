// What a person may want changed in a plan, as data. Milestones are named by id, never by place.
import type { Day } from '../base/day';
import type { Message } from '../base/message';
import type { TextEdit } from '../base/text';
import type { Approval, PaymentState, Plan, Status } from './plan';

/** What happened to money on a day, by the field that says so. */
export type PaymentDate = 'funded' | 'submitted' | 'approved' | 'invoiced' | 'released';

export type Change =
  /** `status: done` and `completed: on`. What is done already keeps its day, unless `redate` says that this day is meant. */
  | { readonly kind: 'markDone'; readonly id: string; readonly on: Day; readonly redate?: boolean }
  /** Takes `completed` away; `status` becomes what the rest says (`in-progress` when anything is done or started, else `planned`). */
  | { readonly kind: 'reopen'; readonly id: string }
  /** `done` also writes `completed: on`; any other status takes `completed` away. */
  | {
      readonly kind: 'setStatus';
      readonly id: string;
      readonly status: Status;
      readonly on: Day;
      readonly redate?: boolean;
    }
  /** Refused where progress follows from tasks, criteria or milestones inside. */
  | { readonly kind: 'setProgress'; readonly id: string; readonly percent: number }
  | {
      readonly kind: 'reschedule';
      readonly id: string;
      readonly due?: Day;
      readonly start?: Day;
      /** What stood there when the person chose the days: where the file says something else by now, nothing is changed. */
      readonly was?: { readonly due?: Day | 'none'; readonly start?: Day | 'none' };
      /** Why: with it, each date that moves also gets an entry of `changes`. An empty one is none. */
      readonly reason?: { readonly text: string; readonly on: Day };
    }
  /** Without `done`, the other state. Done tasks get `completed: on` only where the list already writes it; open ones lose it. */
  | {
      readonly kind: 'toggleTask';
      readonly id: string;
      readonly task: number | string;
      /** What stood at that number when the person chose it: an entry that has moved is found, another one is never taken for it. */
      readonly was?: string;
      readonly done?: boolean;
      readonly on?: Day;
    }
  | {
      readonly kind: 'toggleCriterion';
      readonly id: string;
      readonly criterion: number | string;
      readonly was?: string;
      readonly done?: boolean;
    }
  /** Changes the title; an id that came from the title is written down so that it stays. */
  | { readonly kind: 'rename'; readonly id: string; readonly title: string }
  /** Waits for the finish of `on`, an id of this file or `file-base-name/id`. An id of this file that came from a title is written down so that it stays. */
  | { readonly kind: 'addDependency'; readonly id: string; readonly on: string }
  /** A decision at the end of `approvals`. */
  | {
      readonly kind: 'recordApproval';
      readonly id: string;
      readonly approval: Approval & { readonly on: Day };
    }
  /** The state of the payment and dates that come with it; refused where that state cannot follow the one that stands there. */
  | {
      readonly kind: 'setPayment';
      readonly id: string;
      readonly state: PaymentState;
      readonly dates?: { readonly [Event in PaymentDate]?: Day };
      readonly invoice?: string;
      /** What the state was when the person chose: where it is something else by now, nothing is changed. */
      readonly was?: PaymentState | 'none';
    }
  /** Writes down an id that comes from the title, so that it stays. */
  | { readonly kind: 'writeId'; readonly id: string }
  /** At the end of the list, or behind the milestone `after` in that one's list. The id is derived from the title and unique. */
  | { readonly kind: 'addMilestone'; readonly title: string; readonly due?: Day; readonly after?: string };

/** Why a change was not made; nothing was touched. */
export interface Refusal {
  readonly refused: string;
  readonly message: Message;
}

/** The smallest edits that make the change, proved: reading `text` gives exactly `plan`, and every character outside the edits is unchanged. */
export interface PlannedEdit {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly plan: Plan;
}
