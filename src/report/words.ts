// The words for states, statuses, payments and decisions. Knows no figures.
import { type Message, message } from '../base/message';
import type { Approval, Milestone, PaymentState, Status } from '../model/plan';
import type { Health, MilestoneSchedule, PlanSchedule, Rag } from '../schedule/schedule';
import type { RowState } from './timelineRows';

/** The status that counts: a milestone inside one that is done, cancelled or on hold is so too. */
export function statusOf(milestone: Milestone, schedule: MilestoneSchedule): Status {
  const { health } = schedule;
  return health === 'done' || health === 'cancelled' || health === 'on-hold' ? health : milestone.status;
}

/**
 * The one state a row shows. Late comes before submitted, because a day has passed whoever has the ball. Blocked by a
 * predecessor that is on course is the plan and no trouble, so that is only `waiting`.
 */
export function stateOf(milestone: Milestone, schedule: MilestoneSchedule): RowState {
  const status = statusOf(milestone, schedule);
  if (status === 'done' || status === 'cancelled' || status === 'on-hold') return status;
  if (schedule.health === 'late') return 'late';
  if (status === 'submitted') return 'submitted';
  if (schedule.health === 'on-track') return status === 'planned' ? 'planned' : 'on-track';
  if (schedule.health === 'blocked') return isHeldUp(schedule) ? 'blocked' : 'waiting';
  return schedule.health;
}

/** By something late, blocked, on hold or outside the plan. */
function isHeldUp({ rag }: MilestoneSchedule): boolean {
  return rag.dimensions.some(({ dimension }) => dimension === 'blocked');
}

export function planState(schedule: Pick<PlanSchedule, 'counts' | 'health'>): RowState {
  return schedule.counts.total === 0 && schedule.health === 'on-track' ? 'planned' : schedule.health;
}

/** A state inside a sentence or a list, in small letters. */
export function stateWord(state: RowState): Message {
  switch (state) {
    case 'planned':
      return message('planned');
    case 'on-track':
      return message('on track');
    case 'due-soon':
      return message('due soon');
    case 'at-risk':
      return message('at risk');
    case 'waiting':
    case 'blocked':
      return message('blocked');
    case 'late':
      return message('late');
    case 'submitted':
      return message('submitted');
    case 'done':
      return message('done');
    case 'on-hold':
      return message('on hold');
    case 'cancelled':
      return message('cancelled');
  }
}

/** A colour of the traffic light inside a sentence. */
export function colorWord(color: NonNullable<Rag['color']>): Message {
  switch (color) {
    case 'green':
      return message('green');
    case 'amber':
      return message('amber');
    case 'red':
      return message('red');
  }
}

/** The health of a project or milestone as a word of its own. */
export function healthWord(health: Health): Message {
  switch (health) {
    case 'late':
      return message('Late');
    case 'blocked':
      return message('Blocked');
    case 'at-risk':
      return message('At risk');
    case 'due-soon':
      return message('Due soon');
    case 'on-track':
      return message('On track');
    case 'on-hold':
      return message('On hold');
    case 'done':
      return message('Done');
    case 'cancelled':
      return message('Cancelled');
  }
}

/** A written status as a heading or value of its own. */
export function statusWord(status: Status): Message {
  switch (status) {
    case 'planned':
      return message('Planned');
    case 'in-progress':
      return message('In progress');
    case 'submitted':
      return message('Submitted');
    case 'done':
      return message('Done');
    case 'on-hold':
      return message('On hold');
    case 'cancelled':
      return message('Cancelled');
  }
}

/** Where the money of a milestone stands; `undefined` for a milestone that has an amount and no payment state. */
export function paymentWord(state: PaymentState | undefined): Message {
  switch (state) {
    case undefined:
      return message('Open');
    case 'unfunded':
      return message('Not funded yet');
    case 'funded':
      return message('Funded');
    case 'submitted':
      return message('Submitted for approval');
    case 'approved':
      return message('Approved, to be paid');
    case 'released':
      return message('Paid');
    case 'disputed':
      return message('Disputed');
    case 'refunded':
      return message('Refunded');
  }
}

export function decisionWord(decision: Approval['decision']): Message {
  switch (decision) {
    case 'approved':
      return message('approved');
    case 'changes-requested':
      return message('changes requested');
    case 'rejected':
      return message('rejected');
  }
}
