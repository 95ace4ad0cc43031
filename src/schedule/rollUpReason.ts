// How the progress of a milestone came about, in one sentence. Knows the result and computes none.
import { counted, type Message, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { type Outline, planOf } from './outline';
import { countedIn, type OwnShare, ownShare, type RollUp } from './rollUp';
import { type Weighing, weigh } from './weighing';
import { hoursIn } from './workingTime';

/** Such as "3 of 5 tasks done". */
export function progressReason(all: Outline, progress: RollUp, number: number): Message {
  const milestone = all.milestones[number];
  const plan = planOf(all, number);
  if (!milestone || !plan) throw new RangeError('No such milestone');
  if (all.statuses[number] === 'done') return doneReason(all, number);
  const own = ownShare(milestone, hoursIn(plan));
  const inside = countedIn(all, number + 1, all.ends[number] ?? 0);
  if (inside.length > 0) {
    const { kind } = weigh(all, progress.hours, inside);
    return meanReason(kind, inside.length, own !== undefined);
  }
  if (own) return ownReason(milestone, own);
  return milestone.progress === undefined ? message('Not done yet') : message('As written in the plan');
}

/** It is done by its own status, or by that of one around it. */
function doneReason({ milestones, ruledBy }: Outline, number: number): Message {
  const by = ruledBy[number] ?? number;
  if (by === number) return message('Marked done');
  return message('Inside {title}, which is done', { title: milestones[by]?.title ?? '' });
}

function ownReason(milestone: Milestone, { done, count, byEffort }: OwnShare): Message {
  if (!byEffort) return shareReason(milestone, done, count);
  return counted(
    count,
    '{done} of {count} task done, weighted by effort',
    '{done} of {count} tasks done, weighted by effort',
    { done },
  );
}

function shareReason({ tasks, acceptanceCriteria }: Milestone, done: number, count: number): Message {
  if (acceptanceCriteria.length === 0) {
    return counted(count, '{done} of {count} task done', '{done} of {count} tasks done', { done });
  }
  if (tasks.length === 0) {
    return counted(count, '{done} of {count} acceptance criterion met', '{done} of {count} acceptance criteria met', {
      done,
    });
  }
  return message('{done} of {count} tasks and criteria done', { done, count });
}

function meanReason(kind: Weighing, count: number, withOwn: boolean): Message {
  if (count === 1 && !withOwn) return message('Taken from the milestone inside');
  if (kind === 'effort') {
    return withOwn
      ? counted(
          count,
          'Weighted by effort over {count} milestone and its own tasks and criteria',
          'Weighted by effort over {count} milestones and its own tasks and criteria',
        )
      : message('Weighted by effort over {count} milestones', { count });
  }
  if (kind === 'weight') {
    return withOwn
      ? counted(
          count,
          'Weighted as written over {count} milestone and its own tasks and criteria',
          'Weighted as written over {count} milestones and its own tasks and criteria',
        )
      : message('Weighted as written over {count} milestones', { count });
  }
  return withOwn
    ? counted(
        count,
        'Average of {count} milestone and its own tasks and criteria',
        'Average of {count} milestones and its own tasks and criteria',
      )
    : message('Average of {count} milestones', { count });
}
