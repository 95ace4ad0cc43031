// What an approval or the reason of a move comes down to: entries at the end of a list of a milestone. Knows no text.
import { isoDay } from '../base/day';
import { message } from '../base/message';
import type { Change, Refusal } from './change';
import type { Approval, FieldChange, Milestone } from './plan';
import { refusal } from './refusal';

export interface ApprovalStep {
  readonly kind: 'approval';
  readonly milestone: Milestone;
  readonly approval: Approval;
}

export function recordApproval(
  milestone: Milestone,
  { approval }: Change & { kind: 'recordApproval' },
): ApprovalStep | Refusal {
  const { decision, on } = approval;
  const by = written(approval.by);
  if (by === undefined) return refusal('approval.by', message('Say who decided: a key of `people`.'));
  const [digest, note] = [written(approval.digest), written(approval.note)];
  return {
    kind: 'approval',
    milestone,
    approval: {
      by,
      decision,
      on,
      ...(digest === undefined ? {} : { digest }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

/** One entry for each date that moves; none without a reason. */
export function changesOf(
  milestone: Milestone,
  { start, due, reason }: Change & { kind: 'reschedule' },
): readonly FieldChange[] {
  const said = written(reason?.text)?.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
  if (reason === undefined || said === undefined) return [];
  const moved = { start, due };
  return (['start', 'due'] as const).flatMap((field) => {
    const [from, to] = [milestone[field], moved[field]];
    if (to === undefined || to === from) return [];
    const before = from === undefined ? {} : { from: isoDay(from) };
    return [{ on: reason.on, field, ...before, to: isoDay(to), reason: said }];
  });
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** As it will be read: without blanks at the ends; half a character, which no file can hold, becomes U+FFFD. */
export function written(value: string | undefined): string | undefined {
  const text = value?.replace(loneSurrogate, '\ufffd').trim();
  return text === '' ? undefined : text;
}
