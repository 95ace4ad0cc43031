// The words of a picture's legend. Knows no figures.
import { type Message, message } from '../base/message';
import type { RowState } from '../report/timelineRows';
import type { AgreementMark } from './agreement';
import type { Mark } from './svgSamples';

/** A state as a name of its own, as the legend and the heads of groups have it. */
export function stateName(state: RowState): Message {
  switch (state) {
    case 'planned':
      return message('Planned');
    case 'waiting':
      return message('Waits for its turn');
    case 'on-track':
      return message('On track');
    case 'due-soon':
      return message('Due soon');
    case 'at-risk':
      return message('At risk');
    case 'blocked':
      return message('Blocked');
    case 'late':
      return message('Late');
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

export function markName(mark: Mark): Message {
  switch (mark) {
    case 'bar':
      return message('Bar with its progress');
    case 'diamond':
      return message('Milestone on one day');
    case 'tail':
      return message('Overdue until today');
    case 'baseline':
      return message('Agreed date (baseline)');
    case 'deadline':
      return message('Deadline');
    case 'forecast':
      return message('Forecast, where it is later');
    case 'float':
      return message('Float: can slip until here');
    case 'critical':
      return message('Critical: a delay here delays the end');
    case 'short':
      return message('Negative float: too late already');
    case 'arrow':
      return message('Depends on');
    case 'variance':
      return message('Days later or earlier than agreed');
    case 'closed':
      return message('Nobody works on these days');
    case 'overload':
      return message('More work than hours');
    case 'today':
      return message('Today');
  }
}

export function agreementName(mark: AgreementMark): Message {
  switch (mark) {
    case 'requested':
      return message('Approval requested');
    case 'approved':
      return message('Approved');
    case 'stale':
      return message('Changed since it was approved');
    case 'changes-requested':
      return message('Changes requested');
    case 'rejected':
      return message('Rejected');
    case 'pay-submitted':
      return message('Payment requested');
    case 'pay-approved':
      return message('Payment approved');
    case 'pay-released':
      return message('Payment released');
    case 'pay-disputed':
      return message('Payment disputed');
  }
}
