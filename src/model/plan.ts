// What a plan file says, as plain frozen values: the words are those of the file format. Knows no text positions and no day "today".
import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import type { Money } from '../base/money';

export const statuses = ['planned', 'in-progress', 'submitted', 'done', 'on-hold', 'cancelled'] as const;
export type Status = (typeof statuses)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Both ends included; a single day has `from` equal to `to`. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** Only what is written; defaults (Monday to Friday, 8 hours) are filled in by the schedule. */
export interface Calendar {
  readonly workweek?: readonly Weekday[];
  readonly hoursPerDay?: number;
  readonly holidays: readonly DayRange[];
  readonly workdays: readonly DayRange[];
}

export interface Person {
  readonly key: string;
  readonly name?: string;
  readonly role?: string;
  readonly email?: string;
  readonly hoursPerDay?: number;
  /** Internal: never in anything made for a client. */
  readonly rate?: Money;
  readonly calendar?: Calendar;
}

export interface Task {
  readonly title: string;
  readonly done: boolean;
  readonly owner?: string;
  readonly effort?: Duration;
  readonly due?: Day;
  readonly completed?: Day;
  readonly url?: string;
}

export interface Criterion {
  readonly text: string;
  readonly done: boolean;
  readonly evidence: readonly string[];
}

export interface Deliverable {
  readonly title: string;
  readonly url?: string;
}

export interface Scope {
  readonly in: readonly string[];
  readonly out: readonly string[];
  readonly assumptions: readonly string[];
}

export const dependencyTypes = ['FS', 'SS', 'FF', 'SF'] as const;
export type DependencyType = (typeof dependencyTypes)[number];

export interface Dependency {
  /** As written: an id of this file, or `file-base-name/id`. */
  readonly id: string;
  readonly type: DependencyType;
  readonly lag?: Duration;
}

/** A single estimate is `{ likely }`; a three-point one has all three. */
export interface Effort {
  readonly likely: Duration;
  readonly optimistic?: Duration;
  readonly pessimistic?: Duration;
}

export const riskStatuses = ['open', 'closed', 'happened'] as const;
export interface Risk {
  readonly title: string;
  /** 0 to 1. */
  readonly probability?: number;
  readonly impact?: { readonly time: Duration } | { readonly money: Money };
  readonly response?: string;
  readonly owner?: string;
  readonly status: (typeof riskStatuses)[number];
}

export interface Blocker {
  readonly text: string;
  readonly who?: string;
  readonly since?: Day;
}

export const decisions = ['approved', 'changes-requested', 'rejected'] as const;
export interface Approval {
  readonly by: string;
  readonly decision: (typeof decisions)[number];
  readonly on?: Day;
  readonly digest?: string;
  readonly note?: string;
}

export const paymentStates = [
  'unfunded',
  'funded',
  'submitted',
  'approved',
  'released',
  'disputed',
  'refunded',
] as const;
export type PaymentState = (typeof paymentStates)[number];
export interface Payment {
  readonly state?: PaymentState;
  readonly funded?: Day;
  readonly submitted?: Day;
  readonly approved?: Day;
  readonly invoiced?: Day;
  readonly released?: Day;
  readonly invoice?: string;
  /** Calendar days; 14 where absent. */
  readonly reviewDays?: number;
  /** Calendar days; 5 where absent. */
  readonly holdDays?: number;
}

export interface FieldChange {
  readonly on?: Day;
  readonly field: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
}

export interface Milestone {
  /** As written, else the slug of the title. */
  readonly id: string;
  /** Whether the id stands in the file. */
  readonly idWritten: boolean;
  /** The id, with `~2`, `~3` … appended for a duplicate, so that it is unique in the file. */
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly start?: Day;
  readonly due?: Day;
  readonly deadline?: Day;
  readonly baseline?: Day;
  readonly started?: Day;
  readonly completed?: Day;
  /** As written; `status` is this or what follows from the other fields. */
  readonly statusWritten?: Status;
  readonly status: Status;
  /** Percent as written, 0 to 100. The progress that is shown is the schedule's. */
  readonly progress?: number;
  readonly weight?: number;
  readonly tasks: readonly Task[];
  readonly milestones: readonly Milestone[];
  readonly acceptanceCriteria: readonly Criterion[];
  readonly deliverables: readonly Deliverable[];
  readonly scope?: Scope;
  readonly dependsOn: readonly Dependency[];
  readonly duration?: Duration;
  readonly effort?: Effort;
  readonly remaining?: Duration;
  readonly owner?: string;
  readonly responsible: readonly string[];
  readonly accountable: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly risks: readonly Risk[];
  readonly blockedBy?: Blocker;
  readonly clientAction?: string;
  readonly approvals: readonly Approval[];
  readonly amount?: Money;
  readonly payment?: Payment;
  readonly changes: readonly FieldChange[];
  readonly tags: readonly string[];
  readonly notes?: string;
  /** Never in anything made for a client. */
  readonly internal?: string;
}

export interface Plan {
  readonly version?: number;
  /** As written, else the file's base name. */
  readonly project: string;
  readonly client?: string;
  readonly description?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly start?: Day;
  readonly deadline?: Day;
  /** A git ref. */
  readonly baseline?: string;
  readonly calendar: Calendar;
  readonly people: readonly Person[];
  readonly risks: readonly Risk[];
  readonly milestones: readonly Milestone[];
}
